from __future__ import annotations

import json

import pytest

from search import errors
from tests.api.fakes import Served


def error_tree(root: type = errors.SearchError) -> list[type]:
    return [root, *(leaf for child in root.__subclasses__() for leaf in error_tree(child))]


def made(error: type) -> errors.SearchError:
    problem = error.__new__(error)
    Exception.__init__(problem, "what was found, what was expected, what to do")
    if error is errors.InvalidRequest:
        problem.parameter = "q"
    return problem


@pytest.mark.parametrize("error", error_tree(), ids=lambda error: error.__name__)
def test_every_error_leaves_as_a_problem_of_its_status(app: Served, error: type):
    app.engine.failure = made(error)

    response = app.client.get("/v1/search?q=example")

    assert response.status_code == error.status
    assert response.headers["content-type"] == "application/problem+json"
    assert response.json()["status"] == error.status
    assert response.json()["type"].startswith("urn:ihc-search:problem:")


@pytest.mark.parametrize("path", ["/", "/nowhere", "/v1", "/v1/search/", "/v1/admin/jobs/", "/docs/"])
def test_an_unknown_address_is_a_404_problem(app: Served, path: str):
    response = app.client.get(path)

    assert (response.status_code, response.headers["content-type"]) == (404, "application/problem+json")
    assert response.json()["type"] == "about:blank"
    assert repr(path) in response.json()["detail"]


@pytest.mark.parametrize(
    ("method", "path"), [("POST", "/v1/search"), ("GET", "/v1/admin/reindex"), ("BREW", "/metrics")]
)
def test_a_wrong_method_is_a_405_problem_that_names_the_right_one(app: Served, method: str, path: str):
    response = app.client.request(method, path)

    assert (response.status_code, response.headers["content-type"]) == (405, "application/problem+json")
    assert response.headers["allow"] in response.json()["detail"]


def test_an_unforeseen_failure_shows_no_stack_trace_and_names_the_request(app: Served):
    app.engine.failure = RuntimeError("inner workings")

    response = app.client.get("/v1/search?q=example", headers={"X-Request-ID": "asked-by-a-test"})

    assert (response.status_code, response.headers["content-type"]) == (500, "application/problem+json")
    assert "asked-by-a-test" in response.json()["detail"]
    assert "inner workings" not in response.text
    assert "Traceback" not in response.text


def test_a_problem_repeats_little_of_what_was_sent(app: Served):
    response = app.client.get("/v1/search", params={"q": "example", "limit": "9" * 3000})

    assert response.status_code == 422
    assert len(json.dumps(response.json())) < 600
