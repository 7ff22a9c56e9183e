"""What every test may ask for.  Nothing here reaches the network: models are on disk or invented."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings as hypothesis_settings

from search.settings import Settings

# Before any model library is imported: it reads this once.
os.environ["HF_HUB_OFFLINE"] = "1"

# The same examples in every run; slow machines are no failure.
hypothesis_settings.register_profile("project", derandomize=True, deadline=None, database=None)
hypothesis_settings.load_profile("project")

REPOSITORY = Path(__file__).resolve().parent.parent
SHARED_DATA = REPOSITORY.parent / "shared" / "data"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings with a home of their own and no second stage."""
    return Settings(home=tmp_path / "home", reranker="none")


@pytest.fixture(scope="session")
def repository() -> Path:
    """The root of the source tree."""
    return REPOSITORY


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real court data beside the repository; the test is skipped where it is absent."""
    if not SHARED_DATA.is_dir():
        pytest.skip(f"needs the real court data, which is not in this repository: {SHARED_DATA} is absent")
    return SHARED_DATA
