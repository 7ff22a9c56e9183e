"""Problems: every failure leaves as ``application/problem+json`` (RFC 9457), with what to do about it.

A problem names a parameter where one is to blame, and never shows a stack trace.
"""

from __future__ import annotations

import http
import json
import re
from collections.abc import Collection, Mapping, Sized
from types import MappingProxyType
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from api.schemas import Problem
from search.errors import CaseNotFound, InvalidRequest, JobNotFound, SearchError, did_you_mean_one_of, shortened

MEDIA_TYPE = "application/problem+json"
_OBJECT = "a JSON object, sent as application/json"
_EXPECTED: Mapping[str, str] = MappingProxyType(
    {
        "too_short": "{min_length} or more entries",
        "too_long": "{max_length} at most",
        "string_too_long": "{max_length} at most",
        "int_parsing": "a whole number",
        "greater_than_equal": "{ge} or more",
        "less_than_equal": "{le} or less",
        "bool_parsing": "true or false",
        "literal_error": "{expected}",
        "list_type": "a list",
        "string_type": "a text",
        "model_attributes_type": _OBJECT,
    }
)
"""Kind of a value that was refused -> what was expected, with the names that pydantic gives to its limits."""
_TOO_MUCH: Mapping[str, str] = MappingProxyType({"too_long": "entries", "string_too_long": "characters"})
"""Kind of a value that is refused for its size -> what it has too many of."""


class AdminOff(SearchError):
    """The admin routes have no token."""

    status = 403

    def __init__(self) -> None:
        super().__init__("admin routes are off; set IHC_SEARCH_ADMIN_TOKEN and start the server again")


class Unauthorised(SearchError):
    """No admin token was sent, or a wrong one."""

    status = 401

    def __init__(self) -> None:
        super().__init__("this needs the header 'Authorization: Bearer TOKEN' with the token of IHC_SEARCH_ADMIN_TOKEN")


def problem(
    status: int, detail: str, *, error: type[SearchError] | None = None, parameter: str | None = None
) -> Response:
    """Return a problem document.

    Args:
        status: The HTTP status.
        detail: What is wrong with this request, and what to do.
        error: The error that gives the problem its type and title; without one they are the status's.
        parameter: The parameter to blame.
    """
    content: dict[str, object] = {
        "type": "about:blank" if error is None else f"urn:ihc-search:problem:{_words(error.__name__, '-').lower()}",
        "title": _phrase(status) if error is None else _words(error.__name__, " ").capitalize(),
        "status": status,
        "detail": detail,
    }
    if parameter is not None:
        content["parameter"] = parameter
    # ASCII, so that not even a lone surrogate of the caller's own text can break the answer.
    return Response(json.dumps(content), status_code=status, media_type=MEDIA_TYPE)


def unexpected_problem(request_id: str) -> Response:
    """Return the problem for a failure that nobody foresaw."""
    return problem(500, f"the server failed unexpectedly; its log has this under the request id {request_id}")


def problems_of(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """Return what a route's OpenAPI entry says about the problems it may answer with."""
    content = {MEDIA_TYPE: {"schema": Problem.model_json_schema()}}
    return {status: {"description": _phrase(status), "content": content} for status in statuses}


def unknown_name(given: str, known: Collection[str]) -> str:
    """Return the message for a parameter nobody knows: the nearest known one, and all of them."""
    guess = did_you_mean_one_of(known, given) or "."
    known_ones = f"The parameters are {', '.join(sorted(known))}" if known else "There are no parameters here"
    return f"unknown parameter {shown(given)}{guess} {known_ones}"


def install(app: FastAPI) -> None:
    """Make *app* answer every foreseen failure as a problem."""
    app.add_exception_handler(SearchError, _of_search_error)
    app.add_exception_handler(RequestValidationError, _of_validation_error)
    app.add_exception_handler(HTTPException, _of_http_exception)


def _of_search_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, SearchError)
    parameter = error.parameter if isinstance(error, InvalidRequest) else None
    if isinstance(error, (CaseNotFound, JobNotFound)):
        parameter = "id"
    response = problem(error.status, str(error), error=type(error), parameter=parameter)
    if isinstance(error, Unauthorised):
        response.headers["WWW-Authenticate"] = 'Bearer realm="ihc-search admin"'
    return response


def _of_validation_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    first: Mapping[str, Any] = error.errors()[0]
    name = next((str(part) for part in first["loc"][1:] if isinstance(part, str)), str(first["loc"][0]))
    if first["loc"] == ("body",) and first["type"] == "missing":
        detail = f"the body is empty; expected {_OBJECT}"
    elif first["type"] == "missing":
        detail = f"the parameter {name!r} is missing"
    elif first["type"] == "json_invalid":
        detail = f"the body is no JSON; expected {_OBJECT}"
    else:
        detail = f"{_place(name, first)} {_given(first)}; {_wanted(first)}"
    return problem(422, detail + _nearest_choice(first), error=InvalidRequest, parameter=name)


def _of_http_exception(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    detail = error.detail
    if error.status_code == 400:  # of the framework, which says no more of a body that it cannot parse
        detail = f"the body cannot be read as JSON in UTF-8; expected {_OBJECT}"
    if error.status_code == 404:
        detail = f"nothing is served at {shown(request.url.path)}; /docs lists what is"
    if error.status_code == 405:
        allowed = (error.headers or {}).get("Allow", "another method")
        detail = f"{shown(request.method)} is not allowed here; use {allowed}"
    response = problem(error.status_code, detail)
    response.headers.update(error.headers or {})
    return response


def _place(name: str, error: Mapping[str, Any]) -> str:
    """Return *name*, with which entry of its list is refused: "identifiers[2]"."""
    entry = error["loc"][-1]
    return f"{name}[{entry}]" if isinstance(entry, int) else name


def _given(error: Mapping[str, Any]) -> str:
    """Say what was refused: how much it is where that is too much, else what it is."""
    value = error.get("input")
    if error["type"] in _TOO_MUCH and isinstance(value, Sized):
        return f"has {len(value):,} {_TOO_MUCH[error['type']]}"
    return f"is {shown(value)}"


def _nearest_choice(error: Mapping[str, Any]) -> str:
    if error["type"] != "literal_error":
        return ""
    choices = re.findall(r"'([^']*)'", error["ctx"]["expected"])
    return did_you_mean_one_of(choices, str(error["input"]))


def _wanted(error: Mapping[str, Any]) -> str:
    expected = _EXPECTED.get(error["type"])
    return _lower_first(error["msg"]) if expected is None else f"expected {expected.format_map(error.get('ctx', {}))}"


def shown(value: object) -> str:
    """Return a caller's own *value* in quotation marks, as much of it as a message repeats."""
    text = value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)
    return repr(shortened(text))


def _lower_first(text: str) -> str:
    return text[:1].lower() + text[1:]


def _words(name: str, joint: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", joint, name)


def _phrase(status: int) -> str:
    return http.HTTPStatus(status).phrase
