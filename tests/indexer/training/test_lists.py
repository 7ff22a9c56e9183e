"""Judged lists: what is written is read back."""

from __future__ import annotations

import pytest

from indexer.training.lists import JudgedList, Listed, read_lists, write_lists

LISTS = [
    JudgedList(
        query="tenant’s default",
        kind="made",
        part="train",
        relevant=("invented-1",),
        candidates=(Listed("invented-1", "Candidate: Title: A", 1, 0.75), Listed("invented-2", "Candidate: b", 0)),
    ),
    JudgedList("nobody", "short", "dev", ("invented-3",), ()),
]


@pytest.mark.parametrize("name", ["lists.jsonl", "lists.jsonl.gz"])
def test_what_is_written_is_read_back(tmp_path, name):
    write_lists(tmp_path / name, LISTS)

    assert list(read_lists(tmp_path / name)) == LISTS


def test_the_digest_is_that_of_the_lines_however_they_are_kept(tmp_path):
    assert write_lists(tmp_path / "a.jsonl", LISTS) == write_lists(tmp_path / "b.jsonl.gz", LISTS)
