from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from api.parameters import REPEATABLE, SearchParameters
from search.types import Filters
from tests.api.fakes import Served

ROUTES = {
    "GET /v1/search",
    "GET /v1/suggest",
    "POST /v1/lookup",
    "POST /v1/check-brief",
    "GET /v1/cases/{id}",
    "POST /v1/admin/reindex",
    "GET /v1/admin/jobs/{id}",
    "GET /health/live",
    "GET /health/ready",
    "GET /metrics",
}


@pytest.fixture
def document(app: Served) -> dict[str, Any]:
    return app.client.get("/openapi.json").json()


def operations(document: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            yield f"{method.upper()} {path}", operation


def test_the_document_has_every_route_with_a_description(document: dict[str, Any]):
    described = {name for name, operation in operations(document) if operation["description"]}

    assert described == ROUTES


def test_every_parameter_is_described(document: dict[str, Any]):
    parameters = [
        (name, parameter) for name, operation in operations(document) for parameter in operation.get("parameters", [])
    ]

    assert len(parameters) > 10
    assert [(name, parameter["name"]) for name, parameter in parameters if not parameter.get("description")] == []


def test_every_field_of_every_answer_is_described(document: dict[str, Any]):
    missing = [
        f"{model}.{name}"
        for model, schema in document["components"]["schemas"].items()
        for name, field in schema.get("properties", {}).items()
        if not field.get("description")
    ]

    assert missing == []


def test_problems_are_documented_as_problem_documents(document: dict[str, Any]):
    for name, operation in operations(document):
        for status, response in operation["responses"].items():
            if int(status) >= 400:
                assert list(response["content"]) == ["application/problem+json"], (name, status)


def test_every_filter_is_a_parameter_and_those_with_several_values_repeat():
    filters = Filters.__dataclass_fields__

    assert set(filters) <= set(SearchParameters.model_fields)
    assert {name for name in filters if getattr(Filters(), name) == ()} | {"facets"} == REPEATABLE
