"""Judged queries are read whole or refused with the line that is wrong."""

from __future__ import annotations

import pytest

from indexer.training.examples import Example, read_examples
from search.errors import InputError


def test_queries_that_nothing_answers_need_no_answers(tmp_path):
    path = tmp_path / "foreign.jsonl"
    path.write_text('{"query": "moon rock", "kind": "other"}\n{"query": "tax", "relevant": ["x"]}\n')

    assert read_examples(path, answered=False) == [Example("moon rock", ()), Example("tax", ())]
    with pytest.raises(InputError, match="line 1"):
        read_examples(path)


def test_a_text_is_no_list_of_cases(tmp_path):
    path = tmp_path / "queries.jsonl"
    path.write_text('{"query": "tax", "relevant": ["x"]}\n{"query": "rent", "relevant": "case-1"}\n')

    with pytest.raises(InputError, match=r"line 2: .*no list"):
        read_examples(path)
