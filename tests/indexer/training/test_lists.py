"""Judged lists: written, read back, and refused with the line that is wrong."""

from __future__ import annotations

import pytest

from indexer.training.lists import JudgedList, Listed, read_lists, write_lists
from search.errors import InputError

LISTS = [
    JudgedList(
        query="tenant’s default",
        kind="made",
        part="train",
        relevant=("invented-1",),
        candidates=(Listed("invented-1", "Candidate: Title: A", 1, 0.75), Listed("invented-2", "Candidate: b", 0)),
    )
]


@pytest.mark.parametrize("name", ["lists.jsonl", "lists.jsonl.gz"])
def test_what_is_written_is_read_back(tmp_path, name):
    write_lists(tmp_path / name, LISTS)

    assert list(read_lists(tmp_path / name)) == LISTS


def test_the_digest_is_that_of_the_lines_however_they_are_kept(tmp_path):
    assert write_lists(tmp_path / "a.jsonl", LISTS) == write_lists(tmp_path / "b.jsonl.gz", LISTS)


@pytest.mark.parametrize("line", ["{", "[]", '{"query": "x"}', '{"query": "x", "candidates": [{"case": "y"}]}'])
def test_a_line_that_is_no_list_is_named(tmp_path, line):
    path = tmp_path / "lists.jsonl"
    write_lists(path, LISTS)
    path.write_text(path.read_text(encoding="utf-8") + line + "\n", encoding="utf-8")

    with pytest.raises(InputError, match=r"lists\.jsonl cannot be read at line 2"):
        list(read_lists(path))


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(InputError, match=r"nowhere\.jsonl"):
        list(read_lists(tmp_path / "nowhere.jsonl"))
