from __future__ import annotations

from pathlib import Path

import pytest

from indexer.build import build_snapshot
from search.settings import Settings
from search.snapshot.reader import open_snapshot
from tests.tiny_corpus import HashEncoder, ListSource, cases_of


@pytest.fixture(scope="session")
def cases():
    return cases_of(24)


@pytest.fixture(scope="session")
def built(tmp_path_factory, cases) -> Path:
    """The folder of one built generation; tests that damage it copy it."""
    settings = Settings(home=tmp_path_factory.mktemp("home"))
    return build_snapshot(settings, ListSource(cases), HashEncoder())


@pytest.fixture
def snapshot(built):
    opened = open_snapshot(built, verify=False)
    yield opened
    opened.close()
