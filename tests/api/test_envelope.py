from __future__ import annotations

import logging

import pytest

from api.app import _without_query
from tests.api.fakes import Served

EVERY_KIND_OF_ANSWER = ["/v1/search?q=example", "/v1/search", "/nowhere", "/health/live", "/metrics", "/openapi.json"]


@pytest.mark.parametrize("path", EVERY_KIND_OF_ANSWER)
def test_every_answer_carries_a_request_id_and_the_security_headers(app: Served, path: str):
    headers = app.client.get(path).headers

    assert len(headers["x-request-id"]) == 32
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert "default-src 'none'" in headers["content-security-policy"]


def test_a_request_id_is_given_back(app: Served):
    assert app.client.get("/health/live", headers={"X-Request-ID": "my-id_1.2"}).headers["x-request-id"] == "my-id_1.2"


@pytest.mark.parametrize("given", ["", "has space", "x" * 65, "<script>", "é".encode("latin-1")])
def test_a_request_id_that_is_none_is_replaced(app: Served, given: str | bytes):
    assert len(app.client.get("/health/live", headers={"X-Request-ID": given}).headers["x-request-id"]) == 32


def test_the_documentation_page_may_load_its_script_and_nothing_else_may(app: Served):
    assert "jsdelivr" in app.client.get("/docs").headers["content-security-policy"]
    assert "jsdelivr" not in app.client.get("/v1/search?q=example").headers["content-security-policy"]


def test_the_access_log_of_the_server_loses_the_query():
    args = ("127.0.0.1:1", "GET", "/v1/search?q=secret", "1.1", 200)
    record = logging.LogRecord("uvicorn.access", logging.INFO, "", 0, '%s - "%s %s HTTP/%s" %d', args, None)

    assert _without_query(record)
    assert record.getMessage() == '127.0.0.1:1 - "GET /v1/search HTTP/1.1" 200'
