"""Judged queries: what a line may be, and which line is named where it is not."""

from __future__ import annotations

import gzip
import json

import pytest

from search.errors import InputError
from search.evaluation.qrels import ALL, NO_KIND, JudgedQuery, groups_of, read_foreign, read_qrels, sampled

GOOD = {"query": "bail", "kind": "short", "relevant": ["b", "a", "b"]}


def written(path, *lines: object):
    path.write_text("\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines), encoding="utf-8")
    return path


def query_of(kind: str) -> JudgedQuery:
    return JudgedQuery("q", kind, ("a",))


def test_the_case_of_a_query_is_its_first_relevant_one(tmp_path):
    (query,) = read_qrels(written(tmp_path / "q.jsonl", GOOD))

    assert query == JudgedQuery("bail", "short", ("b", "a"))
    assert query.case == "b"


def test_a_kind_may_be_left_out_and_an_empty_line_too(tmp_path):
    (query,) = read_qrels(written(tmp_path / "q.jsonl", "", {"query": "bail", "relevant": ["a"]}, " "))

    assert query.kind == NO_KIND


def test_a_line_ends_at_a_line_feed_alone(tmp_path):
    line = json.dumps({"query": "bail\u2028granted", "relevant": ["a"]}, ensure_ascii=False)

    assert read_qrels(written(tmp_path / "q.jsonl", line))[0].query == "bail\u2028granted"


def test_a_gzipped_file_is_read_alike(tmp_path):
    (tmp_path / "q.jsonl.gz").write_bytes(gzip.compress(json.dumps(GOOD).encode()))

    assert read_qrels(tmp_path / "q.jsonl.gz") == read_qrels(written(tmp_path / "q.jsonl", GOOD))


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "Expecting"),
        ("[]", "it is no object"),
        ({"relevant": ["a"]}, '"query" is missing'),
        ({"query": " ", "relevant": ["a"]}, '"query" is missing or no text'),
        ({"query": "x"}, '"relevant" is missing'),
        ({"query": "x", "relevant": []}, '"relevant" is missing, empty'),
        ({"query": "x", "relevant": "a"}, "no list of source ids"),
        ({"query": "x", "relevant": [1]}, "no list of source ids"),
        ({"query": "x", "relevant": ["a"], "kind": 3}, '"kind" is no text'),
    ],
    ids=str,
)
def test_a_bad_line_is_named(tmp_path, line, reason):
    with pytest.raises(InputError, match="line 2: ") as caught:
        read_qrels(written(tmp_path / "q.jsonl", GOOD, line))

    assert reason in str(caught.value)


@pytest.mark.parametrize(("name", "content"), [("q.jsonl", b"\n"), ("q.jsonl", b"\xff"), ("q.jsonl.gz", b"plain")])
def test_a_file_without_queries_is_an_error_that_names_it(tmp_path, name, content):
    (tmp_path / name).write_bytes(content)

    with pytest.raises(InputError, match=r"q\.jsonl"):
        read_qrels(tmp_path / name)


def test_what_is_no_text_is_not_poured_out(tmp_path):
    (tmp_path / "q.jsonl").write_bytes(b"\x9f\xff" * 5000)

    with pytest.raises(InputError, match=r"q\.jsonl, line 1: it is no text in UTF-8; expected a judged query: [ -~]*$"):
        read_qrels(tmp_path / "q.jsonl")


def test_foreign_queries_need_no_answers(tmp_path):
    path = written(tmp_path / "q.jsonl", {"query": "moon rock", "kind": "other"}, "", GOOD)

    assert read_foreign(path) == ["moon rock", "bail"]
    with pytest.raises(InputError, match='line 1: "query" is missing'):
        read_foreign(written(path, {"relevant": ["a"]}))


def test_a_sample_is_the_same_in_every_run_and_never_more_than_there_is():
    rows = list(range(100))

    assert sampled(rows, 7) == sampled(rows, 7)
    assert len(set(sampled(rows, 7))) == 7
    assert sampled(rows, None) == sampled(rows, 100) == sampled(rows, 101) == rows


def test_groups_are_the_kinds_then_what_was_named_then_all():
    groups = groups_of([query_of("b"), query_of("a"), query_of("b")], {"both": ("a", "b")})

    assert list(groups) == ["a", "b", "both", ALL]
    assert groups["b"] == [0, 2]
    assert groups["both"] == groups[ALL] == [0, 1, 2]


def test_a_group_of_an_unknown_kind_names_the_known_ones():
    with pytest.raises(InputError, match="no query is of kind c; the kinds are a, b"):
        groups_of([query_of("a"), query_of("b")], {"all of them": ("a", "c")})


@pytest.mark.parametrize("name", ["a", ALL])
def test_a_group_is_not_called_as_a_kind(name):
    with pytest.raises(InputError, match="name of a kind"):
        groups_of([query_of("a")], {name: ("a",)})
