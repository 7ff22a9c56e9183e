"""Judged lists: what is written is read, and a bad line is named."""

from __future__ import annotations

import pytest

from indexer.training.lists import write_lists
from search.errors import InputError
from search.evaluation.lists import JudgedList, Listed, read_lists

LISTS = [
    JudgedList("bail", "short", "dev", ("a",), (Listed("a", "Candidate: A", 1, 0.7), Listed("b", "Candidate: B", 0))),
    JudgedList("nobody", "short", "dev", ("c",), ()),
]


@pytest.mark.parametrize("name", ["lists.jsonl", "lists.jsonl.gz"])
def test_what_is_written_is_read(tmp_path, name):
    write_lists(tmp_path / name, LISTS)

    assert list(read_lists(tmp_path / name)) == LISTS


def test_the_digest_is_that_of_the_lines_whatever_the_file(tmp_path):
    assert write_lists(tmp_path / "x.jsonl", LISTS) == write_lists(tmp_path / "x.jsonl.gz", LISTS)


@pytest.mark.parametrize("line", ["{", "[]", "{}", '{"candidates": [{"case": "a"}]}'])
def test_a_bad_line_is_named(tmp_path, line):
    write_lists(tmp_path / "x.jsonl", LISTS)
    with (tmp_path / "x.jsonl").open("a") as out:
        out.write(line + "\n")

    with pytest.raises(InputError, match="at line 3"):
        list(read_lists(tmp_path / "x.jsonl"))
