from __future__ import annotations

import json
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.app import from_env
from indexer import jobs
from search.errors import InvalidSetting
from search.settings import Settings

RECORDS = [
    {"id": "invented-0001", "number": "W.P. 1/2024 Service (SB)", "title": "Zarak Example VS Sample Board"},
    {"id": "invented-0002", "number": "W.P. 2/2024 Service (SB)", "title": "Mehreen Sample VS Example Board"},
    {"id": "invented-0003", "number": "F.A.O. 3/2024 Rent (SB)", "title": "Danyal Placeholder VS Zarak Example"},
]


@pytest.fixture
def environment(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Settings:
    for name, value in jobs.variables_of(settings).items():
        monkeypatch.setenv(name, value)
    return settings


def load(settings: Settings, folder: Path, *, mark: str) -> None:
    lines = [json.dumps({**record, "title": f"{mark} {record['title']}"}) for record in RECORDS]
    (folder / "invented.jsonl").write_text("\n".join(lines), encoding="utf-8")
    jobs.load(settings, [folder / "invented.jsonl"])


@pytest.mark.slow
def test_the_app_of_an_environment_answers_from_its_real_parts(environment: Settings, tmp_path: Path):
    load(environment, tmp_path, mark="Alpha")
    published = jobs.reindex(environment).generation

    with TestClient(from_env()) as client:
        answer = client.get("/v1/search", params={"q": "wp no 2 of 2024"}).json()
        case = client.get("/v1/cases/invented-0002").json()
        unknown = client.get("/v1/search", params={"q": "zarak", "case_type": "F.A.O", "bench_kind": "SD"})

    assert answer["generation"] == published
    assert (answer["results"][0]["source_id"], answer["results"][0]["exact"]) == ("invented-0002", True)
    assert answer["results"][0]["id"] == case["id"]
    assert (unknown.status_code, unknown.json()["parameter"]) == (422, "bench_kind")


def test_an_app_starts_before_anything_is_loaded_and_says_what_to_do(environment: Settings):
    with TestClient(from_env()) as client:
        assert client.get("/health/live").status_code == 200
        for path in ("/health/ready", "/v1/search?q=zarak", "/v1/cases/invented-0001"):
            response = client.get(path)
            assert response.status_code == 503
            assert "ihc-search load" in response.json()["detail"]


@pytest.mark.slow
def test_a_misspelt_reranker_is_told_by_every_route_that_needs_it(
    environment: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    load(environment, tmp_path, mark="Alpha")
    jobs.reindex(environment)
    monkeypatch.setenv("IHC_SEARCH_RERANKER", str(tmp_path / "nothing"))

    with TestClient(from_env()) as client:
        answers = [client.get(path) for path in ("/health/ready", "/v1/search?q=zarak")]

    assert [answer.status_code for answer in answers] == [503, 503]
    assert all("IHC_SEARCH_RERANKER takes a CrossEncoder folder" in answer.json()["detail"] for answer in answers)


@pytest.mark.slow
def test_no_reranker_is_a_choice_and_not_less_than_was_asked_for(
    environment: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    load(environment, tmp_path, mark="Alpha")
    jobs.reindex(environment)
    monkeypatch.setenv("IHC_SEARCH_RERANKER", "none")

    with TestClient(from_env()) as client:
        answer = client.get("/v1/search", params={"q": "zarak"}).json()
        figures = client.get("/metrics").text

    assert (answer["reranked"], answer["degraded"]) == (False, None)
    assert "no reranker is set" in answer["not_reranked"]
    assert 'ihc_search_searches_total{reranked="false"} 1.0' in figures
    assert "ihc_search_degraded_searches_total 0.0" in figures


def test_an_app_does_not_start_on_a_setting_without_meaning(environment: Settings, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("IHC_SEARCH_RERANK_DEPTH", "ten")

    with pytest.raises(InvalidSetting):
        from_env()
