from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.api.fakes import Served, served


@pytest.fixture
def app(tmp_path: Path) -> Iterator[Served]:
    """An app whose first generation is published."""
    with served(tmp_path) as running:
        yield running


@pytest.fixture
def empty_app(tmp_path: Path) -> Iterator[Served]:
    """An app before the first reindex."""
    with served(tmp_path, published=False) as running:
        yield running
