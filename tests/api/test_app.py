from __future__ import annotations

from pathlib import Path

import pytest

from api.app import StoredCases
from search.errors import StoreError


def test_a_case_asked_for_before_anything_is_loaded_names_the_command_and_makes_no_file(tmp_path: Path):
    cases = StoredCases(f"sqlite:///{tmp_path / 'store.sqlite'}")

    for _ in range(2):
        with pytest.raises(StoreError, match="ihc-search load"):
            cases.case("id-1")
    assert list(tmp_path.iterdir()) == []
