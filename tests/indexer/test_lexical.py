"""The compiled matrices score as rank-bm25 does."""

from __future__ import annotations

import json
import random

import numpy as np
import pytest
from rank_bm25 import BM25Okapi

from indexer.lexical import build_lexical, okapi_contributions
from search.query.parser import parse
from search.retrieval.lexical import open_lexical, word_pairs
from search.retrieval.okapi import TermMatrix
from search.text.passages import passages_of
from tests.tiny_corpus import cases_of


def random_corpus(draw: random.Random, documents: int) -> list[list[str]]:
    words = [f"w{number}" for number in range(draw.choice((5, 60, 400)))]
    return [draw.choices(words, k=draw.randint(0, 40)) for _ in range(documents - 1)] + [["w0", "w1", "w1"]]


@pytest.mark.parametrize("documents", [1, 2, 3, 10, 50, 300])
def test_scores_equal_those_of_bm25okapi(documents):
    draw = random.Random(documents)
    for _ in range(5):
        corpus = random_corpus(draw, documents)
        vocabulary: dict[str, int] = {}
        matrix = okapi_contributions(corpus, vocabulary)
        served = TermMatrix(vocabulary, matrix.data, matrix.indices, matrix.indptr, documents)
        oracle = BM25Okapi(corpus)
        for _ in range(10):
            query = draw.choices([*vocabulary, "unknown"], k=draw.randint(1, 8))
            scores, matched = served.scores(query)
            np.testing.assert_allclose(scores, oracle.get_scores(query), atol=1e-4)
            assert matched.tolist() == [bool(set(query) & set(document)) for document in corpus]


def test_a_corpus_without_a_word_scores_nothing():
    assert okapi_contributions([[], []], {}).shape == (0, 2)


@pytest.fixture
def lexical(tmp_path):
    cases = cases_of(24)
    kept = build_lexical(cases, tmp_path, weights={"title": 2.0, "all": 1.0})
    passage_case = np.array([row for row, case in enumerate(cases) for _ in passages_of(case)], dtype=np.int32)
    return cases, kept, open_lexical(tmp_path, passage_case)


def test_the_weighted_fields_of_a_case_fold_into_one_matrix(lexical):
    from indexer.fields import fields_of
    from search.text.tokenise import analyse

    cases, _, retriever = lexical
    fields = [fields_of(case) for case in cases]
    titles = BM25Okapi([analyse(field.title) for field in fields])
    everything = BM25Okapi([[term for text in field for term in analyse(text)] for field in fields])
    query = analyse("invented petitioner 7/2021")

    expected = 2.0 * titles.get_scores(query) + everything.get_scores(query)
    np.testing.assert_allclose(retriever.match(parse("invented petitioner 7/2021")).case_scores, expected, atol=1e-4)


def test_the_best_passage_of_a_case_is_the_one_with_the_highest_score(lexical):
    cases, _, retriever = lexical
    parsed = parse("bail matter 3")
    matches = retriever.match(parsed)
    scores, _ = retriever.passages.scores(parsed.terms)

    for row in range(len(cases)):
        mine = np.flatnonzero(retriever.passage_case == row)
        if len(mine):
            assert matches.best_passage[row] == mine[np.argmax(scores[mine])]
            assert matches.passage_scores[row] == scores[mine].max()
        else:
            assert matches.best_passage[row] == -1


def test_a_case_that_is_not_allowed_is_not_matched(lexical):
    cases, _, retriever = lexical
    allowed = np.zeros(len(cases), dtype=np.bool_)
    allowed[3] = True

    assert [doc.doc_id for doc in retriever.retrieve(parse("invented"), allowed, 10)] == [3]


def test_a_word_in_half_of_the_cases_weighs_nothing_and_is_found_all_the_same(tmp_path):
    cases = cases_of(2)
    build_lexical(cases, tmp_path)
    retriever = open_lexical(tmp_path, np.zeros(len(passages_of(cases[0])), dtype=np.int32))

    assert retriever.match(parse("2021")).matched.tolist() == [False, True]


def test_word_pairs_are_adjacent_words():
    assert word_pairs(["a", "b", "c"]) == ["a b", "b c"]


def test_what_the_manifest_keeps_is_json(lexical):
    _, kept, _ = lexical

    assert json.loads(json.dumps(kept))["weights"] == {"title": 2.0, "all": 1.0}
