from __future__ import annotations

import logging

import pytest

from search.errors import ModelError
from tests.api.fakes import Served, generation_name

SECRET = "zarakexamplesecret"


def test_a_server_lives_before_anything_is_indexed(empty_app: Served):
    assert empty_app.client.get("/health/live").json() == {"status": "live"}


def test_a_server_is_ready_once_a_generation_is_open(app: Served):
    assert app.client.get("/health/ready").json() == {
        "status": "ready",
        "generation": generation_name(1),
        "ranking": "ranking-1",
    }


def test_a_server_that_is_not_ready_names_the_command(empty_app: Served):
    response = empty_app.client.get("/health/ready")

    assert (response.status_code, response.headers["content-type"]) == (503, "application/problem+json")
    assert "ihc-search load" in response.json()["detail"]


def test_a_missing_model_is_told_by_ready(empty_app: Served):
    name = empty_app.generations.publish(1)
    empty_app.generations.failures[name] = ModelError("weights are missing; install them")

    response = empty_app.client.get("/health/ready")

    assert (response.status_code, response.json()["detail"]) == (503, "weights are missing; install them")


def test_metrics_count_requests_stages_and_the_generation(app: Served):
    app.engine.degraded = "late"
    app.client.get("/v1/search?q=example")
    app.client.get("/v1/search?q=")
    app.client.get("/v1/cases/id-1")
    app.client.get("/nowhere")

    text = app.client.get("/metrics").text

    assert 'ihc_search_http_requests_total{method="GET",route="/v1/search",status="200"} 1.0' in text
    assert 'ihc_search_http_requests_total{method="GET",route="/v1/search",status="422"} 1.0' in text
    assert 'ihc_search_http_requests_total{method="GET",route="/v1/cases/{id}",status="200"} 1.0' in text
    assert 'ihc_search_http_requests_total{method="GET",route="none",status="404"} 1.0' in text
    assert 'ihc_search_http_request_seconds_count{route="/v1/search"} 2.0' in text
    assert 'ihc_search_stage_seconds_sum{stage="rerank"} 0.4' in text
    assert "ihc_search_degraded_searches_total 1.0" in text
    assert f'ihc_search_generation{{generation="{generation_name(1)}",ranking="ranking-1"}} 1.0' in text


def test_metrics_show_only_the_generation_in_use(app: Served):
    app.client.get("/metrics")
    app.generations.publish(2)
    app.engines.refresh()

    text = app.client.get("/metrics").text

    assert generation_name(2) in text
    assert generation_name(1) not in text


@pytest.mark.parametrize("failure", [None, RuntimeError(f"broke at {SECRET}")])
def test_a_query_is_in_no_metric_and_no_log(app: Served, caplog: pytest.LogCaptureFixture, failure: Exception | None):
    caplog.set_level(logging.DEBUG, logger="api")
    app.engine.failure = failure
    app.client.get(f"/v1/search?q={SECRET}")
    app.client.get(f"/v1/cases/{SECRET}")
    app.client.get(f"/{SECRET}")

    assert SECRET not in app.client.get("/metrics").text
    lines = [str(vars(record)) for record in caplog.records if record.name.startswith("api")]
    assert len(lines) >= 3
    assert not any(SECRET in line for line in lines)
