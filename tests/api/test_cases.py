from __future__ import annotations

from dataclasses import fields

import pytest

from api import case_schemas
from search.case_references import CaseReferences, CitedJudgment, NamedFir, NamedNumber, NamingCase
from search.cases import Case, CaseNumber, Document, Hearing, Motion, Party, Profile, Provenance
from search.errors import StoreError
from search.results.found import ListedCase
from search.results.response import Highlight
from tests.api.fakes import Served


@pytest.mark.parametrize("case_id", ["id-1", "invented-0001", "other/0001", "other%2F0001"])
def test_a_case_is_found_by_its_id_and_by_every_source_id(app: Served, case_id: str):
    response = app.client.get(f"/v1/cases/{case_id}")

    assert response.status_code == 200
    assert response.json()["id"] == "id-1"


def test_a_case_is_shown_whole_with_its_documents_and_where_each_value_came_from(app: Served):
    case = app.client.get("/v1/cases/id-1").json()

    assert case["number"] == {"case_type": "WP", "serial": 1, "year": 2099, "category": "Service", "bench_kind": "SB"}
    assert case["documents"][0]["text"] == "Judgment of nobody."
    assert case["provenance"] == [
        {"field": "title", "source_file": "invented.jsonl", "line": 1, "repairs": ["encoding repaired"]}
    ]


@pytest.mark.parametrize(
    ("value", "shape"),
    [
        (Case, case_schemas.CasePage),
        (CaseNumber, case_schemas.NumberParts),
        (Party, case_schemas.PartyName),
        (Hearing, case_schemas.HearingRow),
        (Motion, case_schemas.MotionRow),
        (Document, case_schemas.DocumentText),
        (Profile, case_schemas.ProfileText),
        (Provenance, case_schemas.ValueSource),
    ],
)
def test_no_stored_field_is_left_out(value: type, shape: type):
    beside = {"references"}  # of the index, and not stored

    assert [field.name for field in fields(value)] == [name for name in shape.model_fields if name not in beside]


@pytest.mark.parametrize("case_id", ["nobody", "a%00b", "%F0%9F%A6%80", "x" * 5000, "..%2F..%2Fetc", "%ED%A0%80"])
def test_an_unknown_id_is_a_404_problem(app: Served, case_id: str):
    response = app.client.get(f"/v1/cases/{case_id}")

    assert response.status_code == 404
    assert response.headers["content-type"] == "application/problem+json"
    assert (response.json()["parameter"], response.json()["title"]) == ("id", "Case not found")


def test_a_case_page_takes_no_parameters(app: Served):
    response = app.client.get("/v1/cases/id-1?fields=title")

    assert (response.status_code, response.json()["parameter"]) == (422, "fields")


def test_a_store_that_cannot_be_read_is_a_503(app: Served):
    app.cases.failure = StoreError("the database is busy; try again")

    response = app.client.get("/v1/cases/id-1")

    assert (response.status_code, response.json()["detail"]) == (503, "the database is busy; try again")


def test_a_case_is_shown_with_its_references_by_the_current_index(app: Served):
    listed = ListedCase("id-2", "invented-0002", "W.P. 2/2099", "Zarak Example versus The State", "Decided", "WP")
    app.engine.references["id-1"] = CaseReferences(
        generation=app.engine.generation,
        sections=("CrPC s 497",),
        citations=(CitedJudgment("PLD 2099 Islamabad 45", 3),),
        numbers=(NamedNumber("WP 2/2099", (listed,)),),
        firs=(NamedFir("7/2099 Zarghun \n Sharif", ()),),
        named_by=(NamingCase(listed, Highlight("judgment", "see W.P. 1/2099", ((4, 15),))),),
        named_by_total=1,
    )

    shown = app.client.get("/v1/cases/invented-0001").json()["references"]

    assert shown["generation"] == app.engine.generation
    assert (shown["sections"], shown["citations"][0]["cases"]) == (["CrPC s 497"], 3)
    assert shown["numbers"][0]["cases"][0]["id"] == "id-2"
    assert shown["firs"][0]["fir"] == "7/2099 Zarghun Sharif"
    assert shown["named_by"][0]["passage"] == {"field": "judgment", "text": "see W.P. 1/2099", "spans": [[4, 15]]}


def test_a_case_that_the_index_does_not_have_is_shown_without_references(app: Served):
    assert app.client.get("/v1/cases/id-1").json()["references"] is None


def test_a_case_is_shown_before_anything_is_indexed(empty_app: Served):
    shown = empty_app.client.get("/v1/cases/id-1").json()

    assert (shown["id"], shown["references"]) == ("id-1", None)
