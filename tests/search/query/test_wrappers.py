"""The words that only put a question are left out, and never anything else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.query.wrappers import subject_of, unwrap


@pytest.mark.parametrize(
    ("query", "subject"),
    [
        ("Which bench heard A VS B?", "A VS B"),
        ("Who are the petitioner's advocates in . VS .?", ". VS ."),
        ("What is the FIR number for A VS B & others?", "A VS B & others"),
        ("Explain the judgment in A vs B", "A vs B"),
        ("Which case discusses refund of excise duty", "refund of excise duty"),
        ("Dispute over plot allotment before High Court", "plot allotment"),
        ("Case where the tenant defaulted", "the tenant defaulted"),
        ("Islamabad High Court dispute involving mining lease", "mining lease"),
        ("Islamabad High Court company decision for A against B", "company A against B"),
        ("Why did A approach the court about pension?", "A pension"),
        ("A seeks relief about pension", "A pension"),
        ("cases of Zarak Invented", "Zarak Invented"),
        ("show me all cases against the Example Bank", "the Example Bank"),
        ("Find judgments on pre-emption", "pre-emption"),
        ("case law on benami transactions", "benami transactions"),
        ("cases filed by Zarak Invented", "Zarak Invented"),
        ("Zarak Invented case", "Zarak Invented"),
        ("Zarak Invented case Islamabad High Court", "Zarak Invented"),
        ("benami transactions case law?", "benami transactions"),
        ("Zarak Invented IHC", "Zarak Invented"),
    ],
)
def test_a_question_is_about_its_subject(query, subject):
    assert subject_of(query) == subject


@pytest.mark.parametrize(
    "query",
    [
        *("W.P. 1/2024 (SB)", "Case W.P. 2/2024 filed by A", "Khan VS State", "bench", "??", "case law", "cases"),
        *(
            "Zarak VS Islamabad High Court",
            "Registrar Islamabad High Court",
            "employees of IHC",
            "Islamabad High Court",
        ),
        "against interim order",
    ],
)
def test_a_query_without_a_wrapper_stays_as_it_is(query):
    assert subject_of(query) == query


@given(st.text(min_size=1))
def test_a_subject_is_words_of_its_query_in_their_order_and_never_empty(query):
    subject = subject_of(query)
    words = iter(query.split())

    assert subject
    assert subject == query or all(any(word.startswith(kept) for word in words) for kept in subject.split())


@given(st.text(min_size=1))
def test_what_is_dropped_stands_in_the_query_and_not_in_the_subject(query):
    dropped = unwrap(query).dropped
    ends = [place for span in dropped for place in span]

    assert ends == sorted(ends)
    assert all(query[start:end].strip() for start, end in dropped)


def test_the_dropped_words_are_told_with_their_places():
    query = "Explain the judgment in A vs B?"

    assert [query[start:end] for start, end in unwrap(query).dropped] == ["Explain the judgment in", "?"]
