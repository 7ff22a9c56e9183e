"""Judged lists, read: a bad line is named; that what is written is read stands with the writing."""

from __future__ import annotations

import gzip
import json

import pytest

from indexer.training.lists import write_lists
from search.errors import InputError
from search.evaluation.lists import JudgedList, Listed, read_lists

LISTS = [
    JudgedList("bail", "short", "dev", ("a",), (Listed("a", "Candidate: A", 1, 0.7), Listed("b", "Candidate: B", 0))),
    JudgedList("nobody", "short", "dev", ("c",), ()),
]


def listed(**changed: object) -> str:
    candidate = {"case": "a", "text": "Candidate: A", "label": 1, "teacher": 0.5} | changed
    return json.dumps({"query": "x", "kind": "k", "part": "dev", "relevant": ["a"], "candidates": [candidate]})


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("{", "it is no JSON"),
        ("[]", "it is no object"),
        ("{}", '"relevant" is missing'),
        ('{"query": "x", "kind": "k", "relevant": "a", "candidates": []}', '"relevant" is missing or no list'),
        ('{"query": "x", "kind": "k", "relevant": ["a"], "candidates": ["a"]}', '"candidates" is missing or no list'),
        (listed(text=None), '"text" is missing'),
        (listed(label=2), '"label" is neither 0 nor 1'),
        (listed(teacher=float("nan")), '"teacher" is no number'),
        (listed().replace("dev", "Dev"), '"part" is none of train, dev, test'),
    ],
)
def test_a_bad_line_is_named_with_what_is_wrong_in_it(tmp_path, line, why):
    write_lists(tmp_path / "x.jsonl", LISTS)
    with (tmp_path / "x.jsonl").open("a") as out:
        out.write("\n" + line + "\n")

    with pytest.raises(InputError, match=rf"x\.jsonl, line 4: {why}.*; expected a judged list$"):
        list(read_lists(tmp_path / "x.jsonl"))


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(InputError, match=r"nowhere\.jsonl"):
        list(read_lists(tmp_path / "nowhere.jsonl"))


def test_an_empty_file_is_refused(tmp_path):
    (tmp_path / "x.jsonl").write_text("\n \n", encoding="utf-8")

    with pytest.raises(InputError, match=r"x\.jsonl is empty; expected a judged list a line"):
        list(read_lists(tmp_path / "x.jsonl"))


def test_of_a_file_that_is_no_text_nothing_is_shown(tmp_path):
    (tmp_path / "x.jsonl").write_bytes(gzip.compress(b"{}"))

    with pytest.raises(InputError) as refused:
        list(read_lists(tmp_path / "x.jsonl"))

    assert str(refused.value).endswith("x.jsonl, line 1: it is no text in UTF-8; expected a judged list")
