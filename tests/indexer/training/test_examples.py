"""Judged queries are read as an evaluation reads them, and a case is the same by any of its ids."""

from __future__ import annotations

import gzip
import json

import pytest

from indexer.training.examples import Example, about, read_examples, read_stored
from search.errors import InputError
from tests.tiny_corpus import cases_of


def test_queries_are_read_as_in_an_evaluation(tmp_path):
    path = tmp_path / "queries.jsonl.gz"
    path.write_bytes(gzip.compress(b'\n{"query": "tax", "relevant": ["x", "x"], "kind": "short"}\n'))

    assert read_examples(path) == [Example("tax", ("x",), kind="short")]


def test_a_query_that_another_case_answers_too_is_left_aside():
    (case,) = cases_of(1)
    mine, shared = Example("a", (case.source_id,)), Example("b", (case.source_id, "elsewhere"))

    assert about([mine, shared], [case]) == [mine]


def test_a_case_is_the_same_by_any_of_its_ids():
    (case,) = cases_of(1)

    (found,) = about([Example("a", (case.source_ids[0], case.id))], [case])

    assert found.relevant == (case.source_id,)


def test_queries_about_cases_that_are_not_stored_are_counted(tmp_path):
    (case,) = cases_of(1)
    path = tmp_path / "queries.jsonl"
    rows = ({"query": "tax", "relevant": ["elsewhere-1"]}, {"query": "rent", "relevant": [case.id]})
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))

    assert read_stored([path], [case]) == ([Example("rent", (case.source_id,), kind="unnamed")], 1)


def test_a_file_about_no_stored_case_is_refused_with_the_reason(tmp_path):
    path = tmp_path / "queries.jsonl"
    path.write_text('{"query": "tax", "relevant": ["elsewhere-1"]}\n')

    with pytest.raises(InputError, match=r"none of the 1 queries of .* is about stored cases .*elsewhere-1"):
        read_stored([path], cases_of(1))
