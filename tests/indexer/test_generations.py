from __future__ import annotations

from datetime import UTC, datetime

import pytest

from indexer.generations import (
    HISTORY_NAME,
    live_generation,
    new_generation,
    point_at,
    published_generations,
    remove_leftovers,
    write_history,
)
from search.snapshot.current import GENERATION_NAME, POINTER

OLD = "20260101T000000Z-0000aaaa"
NEW = "20260102T000000Z-0000bbbb"
NOW = datetime(2026, 11, 23, 22, 45, tzinfo=UTC)


@pytest.fixture
def root(tmp_path):
    for name in (OLD, NEW):
        (tmp_path / name).mkdir()
    return tmp_path


def test_a_generation_is_named_by_time_and_content(root):
    assert new_generation(root, "1a2b3c4d5e6f", NOW) == "20261123T224500Z-1a2b3c4d"


def test_two_builds_of_one_second_have_two_names(root):
    first = new_generation(root, "1a2b3c4d", NOW)
    (root / first).mkdir()
    second = new_generation(root, "1a2b3c4d", NOW)

    assert second > first
    assert GENERATION_NAME.fullmatch(second)


def test_the_live_generation_is_published_even_if_the_note_of_it_was_lost(root):
    write_history(root, [OLD])
    point_at(root, NEW)

    assert published_generations(root) == [OLD, NEW]


def test_a_generation_whose_folder_is_gone_is_not_kept(root):
    write_history(root, ["20250101T000000Z-00000000", OLD, "nonsense", "../.."])

    assert published_generations(root) == [OLD]


def test_nothing_is_published_in_an_empty_home(tmp_path):
    assert published_generations(tmp_path / "snapshots") == []
    assert live_generation(tmp_path / "snapshots") is None
    assert remove_leftovers(tmp_path / "snapshots") == []


def test_leftovers_go_and_everything_else_stays(root):
    write_history(root, [OLD])
    point_at(root, OLD)
    for name in (".building-20260103T000000Z-0000cccc", f".removed-{OLD}", "notes"):
        (root / name).mkdir()
    (root / "notes" / "mine.txt").write_text("x")

    removed = remove_leftovers(root)

    assert removed == [".building-20260103T000000Z-0000cccc", f".removed-{OLD}", NEW]
    assert {path.name for path in root.iterdir()} == {OLD, "notes", HISTORY_NAME, POINTER}
