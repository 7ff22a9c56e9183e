from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from search.settings import Settings
from tests.api.fakes import TOKEN, Served, served

WITH_TOKEN = {"Authorization": f"Bearer {TOKEN}"}


@pytest.fixture
def admin_app(tmp_path: Path) -> Iterator[Served]:
    with served(tmp_path, settings=Settings(home=tmp_path, admin_token=TOKEN)) as running:
        yield running


@pytest.mark.parametrize(("method", "path"), [("POST", "/v1/admin/reindex"), ("GET", "/v1/admin/jobs/job-1")])
def test_admin_routes_are_off_until_a_token_is_set(app: Served, method: str, path: str):
    response = app.client.request(method, path, headers=WITH_TOKEN)

    assert response.status_code == 403
    assert "set IHC_SEARCH_ADMIN_TOKEN" in response.json()["detail"]
    assert app.jobs.rebuilds == []


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Authorization": "Bearer wrong"},
        {"Authorization": f"Bearer {TOKEN}x"},
        {"Authorization": f"Basic {TOKEN}"},
        {"Authorization": "Bearer "},
        {"Authorization": b"Bearer \xff\xfe"},
    ],
)
@pytest.mark.parametrize(("method", "path"), [("POST", "/v1/admin/reindex"), ("GET", "/v1/admin/jobs/job-1")])
def test_a_missing_or_wrong_token_is_a_401_that_says_how_to_send_one(
    admin_app: Served, headers: dict[str, str], method: str, path: str
):
    response = admin_app.client.request(method, path, headers=headers)

    assert response.status_code == 401
    assert response.headers["www-authenticate"].startswith("Bearer")
    assert TOKEN not in response.text
    assert admin_app.jobs.rebuilds == []


def test_a_token_of_any_alphabet_is_accepted(tmp_path: Path):
    with served(tmp_path, settings=Settings(home=tmp_path, admin_token="تجربہ")) as running:
        headers = {"Authorization": "Bearer تجربہ".encode()}
        assert running.client.post("/v1/admin/reindex", headers=headers).status_code == 202


def test_a_reindex_starts_as_a_job_and_tells_where_to_ask(admin_app: Served):
    response = admin_app.client.post("/v1/admin/reindex", headers=WITH_TOKEN)

    assert response.status_code == 202
    assert (response.json()["id"], response.json()["state"]) == ("job-1", "running")
    job = admin_app.client.get(response.headers["location"], headers=WITH_TOKEN)
    assert (job.status_code, job.json()["state"]) == (200, "done")


def test_rebuild_is_passed_on(admin_app: Served):
    admin_app.client.post("/v1/admin/reindex?rebuild=true", headers=WITH_TOKEN)

    assert admin_app.jobs.rebuilds == [True]


def test_a_second_reindex_waits_its_turn(admin_app: Served):
    admin_app.client.post("/v1/admin/reindex", headers=WITH_TOKEN)

    response = admin_app.client.post("/v1/admin/reindex", headers=WITH_TOKEN)

    assert (response.status_code, response.json()["title"]) == (409, "Writer busy")


def test_an_unknown_job_is_a_404(admin_app: Served):
    response = admin_app.client.get("/v1/admin/jobs/nothing", headers=WITH_TOKEN)

    assert (response.status_code, response.json()["parameter"]) == (404, "id")


@pytest.mark.parametrize("path", ["/v1/admin/reindex?rebiuld=true", "/v1/admin/reindex?rebuild=true&rebuild=false"])
def test_a_reindex_refuses_what_it_does_not_know(admin_app: Served, path: str):
    assert admin_app.client.post(path, headers=WITH_TOKEN).status_code == 422
    assert admin_app.jobs.rebuilds == []


def test_a_large_body_is_a_413(admin_app: Served):
    response = admin_app.client.post("/v1/admin/reindex", headers=WITH_TOKEN, content=b"x" * 20_000)

    assert (response.status_code, response.headers["content-type"]) == (413, "application/problem+json")
    detail = "the body is larger than 16,384 bytes, which is the most that this address takes; it reads no body"
    assert response.json()["detail"].startswith(detail)
    assert admin_app.jobs.rebuilds == []
