"""Weak queries: sentences of a judgment, typed as a lawyer would type them."""

from __future__ import annotations

import random

import pytest

from indexer.training.weak import kind_of, sentences, weak_queries

HOLDING = "It is well settled that a tenant cannot be evicted without being given notice of the default in rent."
ISSUE = "The question before us is whether the appeal was filed within the period that the law allows for it."
CITED = "A confession that was retracted needs support from other evidence (2011 SCMR 145) before it is relied upon."
PLAIN = "The goods were kept in a shed near the river and nobody came to fetch them for almost two years."
TEXT = f"It was a sheet of orders in the High Court. {HOLDING} {ISSUE} {CITED} {PLAIN}"


@pytest.mark.parametrize(
    ("sentence", "kind"), [(HOLDING, "holding"), (ISSUE, "issue"), (CITED, "cited"), (PLAIN, "sentence")]
)
def test_a_sentence_is_of_the_kind_of_its_cue(sentence, kind):
    assert kind_of(sentence) == kind


def test_what_is_too_short_for_a_question_or_mostly_capitals_is_none():
    heading = "IN THE HIGH COURT OF ISLAMABAD AND OTHER COURTS OF Appeal."

    assert list(sentences(f"Dismissed. {HOLDING} {heading} {PLAIN}")) == [HOLDING, PLAIN]


def test_every_query_comes_from_the_sentence_that_it_hides():
    made = list(weak_queries("case-1", TEXT, random.Random(1), per_kind=2))

    assert {query.kind for query in made} == {"holding", "issue", "cited", "sentence"}
    for query in made:
        assert query.case == "case-1"
        assert query.hidden in TEXT
        assert set(query.query.lower().split()) <= {word.strip("().,") for word in query.hidden.lower().split()}


def test_a_citation_is_not_part_of_the_query():
    made = [query.query for seed in range(20) for query in weak_queries("c", CITED, random.Random(seed))]

    assert made
    assert not any("SCMR" in query.upper() for query in made)


def test_the_same_seed_makes_the_same_queries():
    assert list(weak_queries("c", TEXT, random.Random(3))) == list(weak_queries("c", TEXT, random.Random(3)))
