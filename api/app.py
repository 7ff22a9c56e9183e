"""The app: routes, limits and problems around the parts that it is handed.

`create_app` takes its parts; `from_env` is where the real ones are built, and the only place of this
package that reads the environment.
"""

from __future__ import annotations

import logging
import os
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, ExitStack, asynccontextmanager
from functools import cache
from pathlib import Path
from threading import Lock

from fastapi import FastAPI
from starlette.middleware import Middleware

from api import problems
from api.dependencies import Cases, Jobs, Parts
from api.engines import Engines, OpenGeneration
from api.envelope import Envelope
from api.limits import BodyLimit, RateLimit, SlidingWindow
from api.metrics import Metrics
from api.routes import admin, cases, health, lookup, search, suggest
from search.cases import Case
from search.models.precision import uses_bfloat16
from search.models.threads import use_threads
from search.opening import open_engine
from search.reranking.cross_encoder import load_reranker
from search.reranking.weighing import Weighing, load_weighing
from search.retrieval.encoder import Encoder, load_encoder
from search.settings import Settings
from search.snapshot.reader import open_snapshot
from search.store.reader import CaseReader, open_store
from search.types import Reranker

VERSION = "1"
"""Of the addresses: what starts with ``/v1`` keeps its meaning."""
DESCRIPTION = """\
Case records in, an ordered list of cases out. Every answer names the index generation and the ranking that made it.
Failures are `application/problem+json` (RFC 9457) and say what to do.
"""


def create_app(settings: Settings, *, engines: Engines, cases: Cases, jobs: Jobs) -> FastAPI:
    """Return the app around its parts; the engines are started and stopped with it."""
    metrics = Metrics()
    app = FastAPI(
        title="ihc-search",
        version=VERSION,
        description=DESCRIPTION,
        lifespan=_serving(engines),
        middleware=_middleware(settings, metrics),
        redirect_slashes=False,
        redoc_url=None,
        # Spans and telemetry logs would carry addresses with their query; this server counts for itself.
        telemetry={
            "tracing": False,
            "metrics": False,
            "logs": False,
            "operation_spans": False,
            "auto_configure": False,
        },
    )
    app.state.parts = Parts(settings=settings, engines=engines, cases=cases, jobs=jobs, metrics=metrics)
    problems.install(app)
    for router in _ROUTERS:
        app.include_router(router)
    return app


def from_env() -> FastAPI:
    """Build the app of this process from its environment; uvicorn calls it (``api.app:from_env``).

    Raises:
        InvalidSetting: If a variable does not mean anything.
    """
    settings = Settings.from_env(os.environ)
    logging.getLogger("uvicorn.access").addFilter(_without_query)
    return create_app(
        settings,
        engines=Engines(settings.snapshots, _opener(settings)),
        cases=StoredCases(settings.store_url),
        jobs=admin.IndexerJobs(settings),
    )


_ROUTERS = (search.router, suggest.router, lookup.router, cases.router, health.router, admin.router)


def _middleware(settings: Settings, metrics: Metrics) -> list[Middleware]:
    layers = [Middleware(Envelope, metrics=metrics), Middleware(BodyLimit)]
    if settings.rate_limit_per_minute:
        layers.append(Middleware(RateLimit, window=SlidingWindow(settings.rate_limit_per_minute)))
    return layers


def _serving(engines: Engines) -> Callable[[FastAPI], AbstractAsyncContextManager[None]]:
    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        engines.start()  # nothing is served before it returns, so it may take its time
        try:
            yield
        finally:
            engines.stop()

    return lifespan


def _without_query(record: logging.LogRecord) -> bool:
    """Cut the query off the address in a line of uvicorn's access log."""
    match record.args:
        case (client, method, str(address), *rest):
            record.args = (client, method, address.partition("?")[0], *rest)
    return True


class StoredCases:
    """The cases of a database, which is opened at the first question: a search needs none."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._opening = Lock()
        self._reader: CaseReader | None = None

    def case(self, case_id: str) -> Case:
        """Return the case under that `id` or source id."""
        with self._opening:
            if self._reader is None:
                self._reader = CaseReader(open_store(self._url))
        return self._reader.case(case_id)


def _opener(settings: Settings) -> Callable[[Path], OpenGeneration]:
    """Return what opens a generation; the models are loaded with the first and shared by all."""

    @cache
    def models() -> tuple[Encoder, Reranker | None, Weighing]:
        use_threads(settings.threads)
        encoder = load_encoder(settings.encoder, bfloat16=uses_bfloat16(settings.precision))
        reranker = load_reranker(settings.reranker, bfloat16=uses_bfloat16(settings.precision))
        return encoder, reranker, load_weighing(settings.reranker)

    def open_generation(folder: Path) -> OpenGeneration:
        encoder, reranker, weighing = models()
        snapshot = open_snapshot(folder, verify=True)
        with ExitStack() as undo:
            undo.callback(snapshot.close)
            engine = open_engine(snapshot, encoder=encoder, reranker=reranker, weighing=weighing, settings=settings)
            engine.warm_up()
            engine.suggest("warm up", limit=1)  # what suggests is built at its first use
            undo.pop_all()
        return OpenGeneration(engine, snapshot.close)

    return open_generation
