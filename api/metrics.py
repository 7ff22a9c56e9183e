"""Metrics: what the server counts and times, in Prometheus' text form.

Labels are names of routes, stages and states: never a query, an id or an address.
"""

from __future__ import annotations

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4

from api.engines import Engine
from search.results.response import SearchResponse

CONTENT_TYPE = CONTENT_TYPE_PLAIN_0_0_4
METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.0, 3.0, 5.0, 10.0)


class Metrics:
    """The counters of one app, in a registry of their own, so that two apps never share one."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        registry = self._registry
        self._requests = Counter(
            "ihc_search_http_requests", "Requests answered.", ["method", "route", "status"], registry=registry
        )
        self._latency = Histogram(
            "ihc_search_http_request_seconds", "Time to answer.", ["route"], buckets=_SECONDS, registry=registry
        )
        self._searches = Counter(
            "ihc_search_searches", "Searches answered, by whether they were reranked.", ["reranked"], registry=registry
        )
        self._degraded = Counter(
            "ihc_search_degraded_searches", "Searches answered with less than was asked for.", registry=registry
        )
        self._stages = Histogram(
            "ihc_search_stage_seconds", "Time of one stage of a search.", ["stage"], buckets=_SECONDS, registry=registry
        )
        self._generation = Gauge(
            "ihc_search_generation", "The generation in use; always 1.", ["generation", "ranking"], registry=registry
        )

    def count_request(self, *, method: str, route: str, status: int, seconds: float) -> None:
        """Count one answered request."""
        self._requests.labels(method if method in METHODS else "other", route, str(status)).inc()
        self._latency.labels(route).observe(seconds)

    def count_search(self, response: SearchResponse) -> None:
        """Count one answered search and time its stages."""
        self._searches.labels(str(response.reranked).lower()).inc()
        if response.degraded is not None:
            self._degraded.inc()
        for stage, milliseconds in response.timing_ms.items():
            self._stages.labels(stage).observe(milliseconds / 1000)

    def exposition(self, engine: Engine | None) -> bytes:
        """Return everything in Prometheus' text form, with *engine* as the one in use."""
        self._generation.clear()
        if engine is not None:
            self._generation.labels(engine.generation, engine.ranking).set(1)
        return generate_latest(self._registry)
