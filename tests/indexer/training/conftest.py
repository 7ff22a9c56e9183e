"""An engine over the cases of the module that asks for one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from indexer.build import build_snapshot
from search.engine import SearchEngine
from search.opening import open_engine
from search.reranking.weighing import load_weighing
from search.settings import Settings
from search.snapshot.reader import open_snapshot
from tests.tiny_corpus import HashEncoder, ListSource


@pytest.fixture(scope="module")
def engine(tmp_path_factory, cases) -> Iterator[SearchEngine]:
    """Finds the module's own ``cases``; no reranker, no deadline."""
    settings = Settings(home=tmp_path_factory.mktemp("home"))
    snapshot = open_snapshot(build_snapshot(settings, ListSource(cases), HashEncoder()), verify=False)
    yield open_engine(
        snapshot, encoder=HashEncoder(), reranker=None, weighing=load_weighing(), settings=Settings(deadline_ms=0)
    )
    snapshot.close()
