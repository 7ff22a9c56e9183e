"""Files that commands of training take, empty: what reads them is invented."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture
def split(tmp_path: Path) -> Path:
    path = tmp_path / "split.json"
    path.touch()
    return path


@pytest.fixture
def pairs(tmp_path: Path) -> Path:
    path = tmp_path / "pairs.jsonl"
    path.touch()
    return path
