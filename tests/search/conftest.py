"""One small built generation, and an engine over it."""

from __future__ import annotations

import pytest

from indexer.build import build_snapshot
from search.engine import SearchEngine
from search.opening import open_engine
from search.reranking.weighing import load_weighing
from search.settings import Settings
from search.snapshot.reader import Snapshot, open_snapshot
from tests.tiny_corpus import HashEncoder, ListSource, cases_of

CASES = 60


@pytest.fixture(scope="session")
def cases():
    return cases_of(CASES)


@pytest.fixture(scope="session")
def snapshot(tmp_path_factory, cases) -> Snapshot:
    settings = Settings(home=tmp_path_factory.mktemp("home"))
    return open_snapshot(build_snapshot(settings, ListSource(cases), HashEncoder()), verify=False)


@pytest.fixture
def engine_with(snapshot):
    """Make an engine over the snapshot with a reranker and settings of the test's choice."""

    def make(reranker=None, **settings) -> SearchEngine:
        return open_engine(
            snapshot,
            encoder=HashEncoder(),
            reranker=reranker,
            weighing=load_weighing(),
            settings=Settings(**{"deadline_ms": 0, **settings}),
        )

    return make


@pytest.fixture
def engine(engine_with) -> SearchEngine:
    return engine_with()
