"""``POST /v1/lookup`` and ``POST /v1/check-brief`` over a tiny generation."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from api import limits
from indexer.build import build_snapshot
from search.lookup import IDENTIFIER_LENGTH_MAX, IDENTIFIERS_MAX, Lookup
from search.settings import Settings
from search.snapshot.reader import open_snapshot
from tests.api.fakes import FakeEngine, Served, served
from tests.tiny_corpus import HashEncoder, ListSource, cases_of

CASES = cases_of(6)
FOUND = {"identifier", "kind", "value", "status", "cases", "total", "absence", "missing", "problem"}
CASE = {"id", "source_id", "number", "title", "status", "case_type"}
REFERENCE = {
    *(
        "kind",
        "value",
        "status",
        "places",
        "cases",
        "total",
        "absence",
        "missing",
        "read_as",
        "disagreements",
        "problem",
    ),
}
TEXT = {"content-type": "text/plain"}
BRIEF = "In Zarak Other v. State, W.P. 1/2020, section 497 Cr.P.C. was read; W.P. 999/2020 is another."


@dataclass
class LookingEngine(FakeEngine):
    """Looks up in a real snapshot."""

    lookup: Lookup | None = None


@pytest.fixture(scope="module")
def lookup(tmp_path_factory: pytest.TempPathFactory) -> Lookup:
    settings = Settings(home=tmp_path_factory.mktemp("home"))
    return Lookup.of(open_snapshot(build_snapshot(settings, ListSource(CASES), HashEncoder()), verify=False))


@pytest.fixture
def looking(tmp_path: Path, lookup: Lookup) -> Iterator[Served]:
    with served(tmp_path, published=False) as running:
        running.generations.make = lambda name: LookingEngine(generation=name, lookup=lookup)
        running.generations.publish(1)
        yield running


def docx(text: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
        word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
        package.writestr("word/document.xml", f'<w:document xmlns:w="{word}"><w:t>{text}</w:t></w:document>')
    return packed.getvalue()


def test_identifiers_are_answered_in_the_order_asked(looking: Served):
    asked = ["W.P. 1/2020", "W.P. 999/2020", "PLD 2041", "source-3", "nothing at all", "PLD 2041 SC 45"]
    response = looking.client.post("/v1/lookup", json={"identifiers": asked})
    answer = response.json()

    assert response.status_code == 200
    assert answer["generation"] == looking.engine.generation
    assert [each["identifier"] for each in answer["found"]] == asked
    assert [each["status"] for each in answer["found"]] == [
        *("found", "absent", "malformed", "found", "malformed", "absent"),
    ]
    assert all(set(each) == FOUND for each in answer["found"])
    assert set(answer["found"][0]["cases"][0]) == CASE
    assert answer["found"][1]["absence"]["covered"][0]["case_type"] == "WP"
    assert answer["found"][5]["absence"] == {
        "kind": "citation",
        "value": "PLD 2041 Supreme Court 45",
        "start": 0,
        "end": 14,
        "left_out_by_filters": False,
        "covered": [
            {"what": "PLD 2041 Supreme Court", "references": 0, "cases": 0},
            {"what": "reported judgments", "references": 0, "cases": 0},
        ],
        "nearest": [],
    }
    assert answer["found"][2]["missing"] == ["court", "page"]


@pytest.mark.parametrize(
    ("body", "parameter"),
    [
        ({}, "identifiers"),
        ({"identifiers": []}, "identifiers"),
        ({"identifiers": ["a"] * (IDENTIFIERS_MAX + 1)}, "identifiers"),
        ({"identifiers": ["a" * (IDENTIFIER_LENGTH_MAX + 1)]}, "identifiers"),
        ({"identifiers": "W.P. 1/2020"}, "identifiers"),
        ({"identifiers": ["a"], "limit": 5}, "limit"),
    ],
)
def test_what_cannot_be_looked_up_is_a_422(looking: Served, body: dict[str, object], parameter: str):
    response = looking.client.post("/v1/lookup", json=body)

    assert (response.status_code, response.headers["content-type"]) == (422, "application/problem+json")
    assert response.json()["parameter"] == parameter


@pytest.mark.parametrize(
    ("content", "detail"),
    [
        ('{"identifiers": []}', "identifiers is '[]'; expected 1 or more entries"),
        ('{"identifiers": "W.P. 1/2020"}', "identifiers is 'W.P. 1/2020'; expected a list"),
        ('{"identifiers": ["W.P. 1/2020", 7]}', "identifiers[1] is '7'; expected a text"),
        (json.dumps({"identifiers": ["a"] * 501}), "identifiers has 501 entries; expected 500 at most"),
        (json.dumps({"identifiers": ["a", "a" * 301]}), "identifiers[1] has 301 characters; expected 300 at most"),
        ("{}", "the parameter 'identifiers' is missing"),
        (
            '{"identifier": ["a"]}',
            "unknown parameter 'identifier'; did you mean 'identifiers'? The parameters are identifiers",
        ),
        ("[]", "body is '[]'; expected a JSON object, sent as application/json"),
        ("", "the body is empty; expected a JSON object, sent as application/json"),
        ("x", "the body is no JSON; expected a JSON object, sent as application/json"),
    ],
)
def test_a_body_that_is_refused_is_told_with_what_was_expected(looking: Served, content: str, detail: str):
    response = looking.client.post("/v1/lookup", content=content, headers={"Content-Type": "application/json"})

    assert response.json()["detail"] == detail


def test_a_body_that_is_no_text_is_told(looking: Served):
    response = looking.client.post("/v1/lookup", content=b"\xff\xfe{", headers={"Content-Type": "application/json"})

    assert (response.status_code, response.headers["content-type"]) == (400, "application/problem+json")
    assert "expected a JSON object" in response.json()["detail"]


def test_the_most_that_may_be_asked_is_answered(looking: Served):
    widest = "\U0001f600" * IDENTIFIER_LENGTH_MAX  # twelve characters each as an escape of JSON
    response = looking.client.post("/v1/lookup", json={"identifiers": [widest] * IDENTIFIERS_MAX})

    assert len(response.json()["found"]) == IDENTIFIERS_MAX


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        (BRIEF.encode(), "text/plain; charset=utf-8"),
        (BRIEF.encode(), "application/octet-stream"),
        (docx(BRIEF), "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        (docx(BRIEF), "text/plain"),
    ],
)
def test_a_brief_is_checked_by_its_content(looking: Served, content: bytes, media_type: str):
    response = looking.client.post("/v1/check-brief", content=content, headers={"content-type": media_type})
    answer = response.json()

    assert response.status_code == 200
    assert (answer["generation"], answer["left_out"]) == (looking.engine.lookup.generation, 0)
    assert [(each["value"], each["status"]) for each in answer["references"]] == [
        ("WP 1/2020", "found"),
        ("CrPC s 497", "not in this index"),
        ("WP 999/2020", "not in this index"),
    ]
    assert all(set(each) == REFERENCE for each in answer["references"])
    (place,) = answer["references"][0]["places"]
    assert BRIEF[place["start"] : place["end"]] == place["text"] == "W.P. 1/2020"
    assert answer["references"][0]["disagreements"][0]["title"] == CASES[0].title


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty; expected text, a PDF with text, or DOCX"),
        (b"%PDF-1.7 broken", "PDF cannot be read"),
        (bytes(8), "neither text, PDF nor DOCX"),
    ],
)
def test_a_document_that_cannot_be_read_is_a_422(looking: Served, content: bytes, reason: str):
    response = looking.client.post("/v1/check-brief", content=content, headers=TEXT)

    assert (response.status_code, response.headers["content-type"]) == (422, "application/problem+json")
    assert reason in response.json()["detail"]


@pytest.mark.parametrize("media_type", ["multipart/form-data; boundary=x", "image/png", "application/msword"])
def test_a_form_or_another_kind_is_a_415_that_says_what_to_send(looking: Served, media_type: str):
    response = looking.client.post("/v1/check-brief", content=b"W.P. 1/2020", headers={"content-type": media_type})

    assert (response.status_code, response.headers["content-type"]) == (415, "application/problem+json")
    assert f"the body is {media_type.partition(';')[0]!r}; send the document itself" in response.json()["detail"]


@pytest.mark.parametrize(("path", "headers"), [("/v1/check-brief", TEXT), ("/v1/lookup", {})])
def test_a_body_over_the_limit_of_its_route_is_a_413(looking: Served, path: str, headers: dict[str, str]):
    response = looking.client.post(path, content=b"a" * (limits.BODY_BYTES_MAX_OF[path] + 1), headers=headers)

    assert (response.status_code, response.headers["content-type"]) == (413, "application/problem+json")
    assert "send it in parts" in response.json()["detail"]


@pytest.mark.parametrize(("path", "headers"), [("/v1/check-brief", TEXT), ("/v1/lookup", {})])
def test_a_body_of_no_announced_length_is_counted_as_it_comes(
    looking: Served, path: str, headers: dict[str, str], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(limits, "BODY_BYTES_MAX_OF", {path: 100})
    response = looking.client.post(path, content=iter([b"a" * 60, b"a" * 60]), headers=headers)

    assert (response.status_code, response.headers["content-type"]) == (413, "application/problem+json")
    assert "100 bytes" in response.json()["detail"]


def test_unknown_parameters_are_refused(looking: Served):
    for response in (
        looking.client.post("/v1/lookup?limit=5", json={"identifiers": ["W.P. 1/2020"]}),
        looking.client.post("/v1/check-brief?limit=5", content=b"W.P. 1/2020", headers=TEXT),
    ):
        assert (response.status_code, response.json()["parameter"]) == (422, "limit")


def test_before_the_first_reindex_there_is_nothing_to_look_up_in(empty_app: Served):
    for response in (
        empty_app.client.post("/v1/lookup", json={"identifiers": ["W.P. 1/2020"]}),
        empty_app.client.post("/v1/check-brief", content=b"W.P. 1/2020", headers=TEXT),
    ):
        assert response.status_code == 503
        assert response.json()["type"] == "urn:ihc-search:problem:snapshot-missing"


def test_nothing_of_a_brief_or_an_identifier_is_logged(looking: Served, caplog: pytest.LogCaptureFixture):
    caplog.set_level("DEBUG")
    looking.client.post("/v1/check-brief", content=BRIEF.encode(), headers=TEXT)
    looking.client.post("/v1/check-brief", content=b"%PDF-1.7 Zarak", headers=TEXT)
    looking.client.post("/v1/lookup", json={"identifiers": ["Zarak 1/2020"]})

    assert "Zarak" not in caplog.text
