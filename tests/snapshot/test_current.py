from __future__ import annotations

import itertools

import pytest

from indexer.generations import point_at
from search.errors import GenerationGone, SnapshotError, SnapshotMissing
from search.snapshot.current import POINTER, current_generation, current_stamp, generation_folder

OLD = "20260101T000000Z-0000aaaa"
NEW = "20260102T000000Z-0000bbbb"


def test_the_pointer_names_the_live_generation(tmp_path):
    point_at(tmp_path, OLD)

    assert current_generation(tmp_path) == OLD


def test_before_the_first_reindex_the_commands_are_named(tmp_path):
    with pytest.raises(SnapshotMissing, match="ihc-search reindex"):
        current_generation(tmp_path / "snapshots")


@pytest.mark.parametrize("content", ["", "../../etc", "latest", f"{OLD}/..", "\x00", "é"])
def test_a_pointer_to_no_generation_is_refused(tmp_path, content):
    (tmp_path / POINTER).write_text(content, encoding="utf-8")

    with pytest.raises(SnapshotError, match="no generation"):
        current_generation(tmp_path)


def test_a_stamp_changes_with_every_publication_and_only_then(tmp_path):
    stamps = [current_stamp(tmp_path)]
    for generation in (OLD, NEW, OLD, OLD):
        point_at(tmp_path, generation)
        stamps.append(current_stamp(tmp_path))

    assert stamps[0] is None
    assert all(before != after for before, after in itertools.pairwise(stamps))
    assert current_stamp(tmp_path) == stamps[-1]


def test_a_kept_generation_has_a_folder(tmp_path):
    (tmp_path / OLD).mkdir()

    assert generation_folder(tmp_path, OLD) == tmp_path / OLD


@pytest.mark.parametrize("name", [NEW, "..", ".", "", "/etc", f"../{OLD}"])
def test_a_generation_that_is_not_kept_is_gone(tmp_path, name):
    with pytest.raises(GenerationGone):
        generation_folder(tmp_path, name)
