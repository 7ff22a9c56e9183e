"""Judged lists, read: a bad line is named; that what is written is read stands with the writing."""

from __future__ import annotations

import pytest

from indexer.training.lists import write_lists
from search.errors import InputError
from search.evaluation.lists import JudgedList, Listed, read_lists

LISTS = [
    JudgedList("bail", "short", "dev", ("a",), (Listed("a", "Candidate: A", 1, 0.7), Listed("b", "Candidate: B", 0))),
    JudgedList("nobody", "short", "dev", ("c",), ()),
]


@pytest.mark.parametrize(
    "line", ["{", "[]", "{}", '{"candidates": [{"case": "a"}]}', '{"query": "x", "candidates": [{"case": "y"}]}']
)
def test_a_bad_line_is_named(tmp_path, line):
    write_lists(tmp_path / "x.jsonl", LISTS)
    with (tmp_path / "x.jsonl").open("a") as out:
        out.write(line + "\n")

    with pytest.raises(InputError, match=r"x\.jsonl cannot be read at line 3"):
        list(read_lists(tmp_path / "x.jsonl"))


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(InputError, match=r"nowhere\.jsonl"):
        list(read_lists(tmp_path / "nowhere.jsonl"))
