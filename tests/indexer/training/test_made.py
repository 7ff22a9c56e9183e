"""Made examples: train cases are asked for as lawyers ask, and nothing about other cases is told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from indexer.training.examples import Example
from indexer.training.made import FILTERED, made_examples
from indexer.training.readings import readings_of
from search.cases import Case
from tests.tiny_corpus import cases_of


@pytest.fixture(scope="module")
def cases() -> list[Case]:
    return cases_of(12)


def known(cases: list[Case]) -> dict[str, Case]:
    return {case.source_id: case for case in cases}


def test_cases_are_asked_for_in_several_kinds_and_no_query_twice(cases):
    made = made_examples(cases, known(cases), per_kind=3)

    assert len({example.query for example in made}) == len(made) > 5
    assert made == made_examples(cases, known(cases), per_kind=3)
    assert len(made_examples(cases, known(cases), per_kind=1)) < len(made)
    assert made_examples(cases, known(cases), per_kind=0) == []


def test_what_is_asked_already_is_not_asked_again(cases):
    (first, *_) = made_examples(cases, known(cases), per_kind=3)

    again = made_examples(cases, known(cases), per_kind=3, unless=[Example(first.query.upper(), ("x",))])

    assert first.query not in {example.query for example in again}


def test_only_askable_cases_answer(cases):
    askable = known(cases[:4])
    # The same parties in a case that may not be asked for: who names them asks for that one as well.
    twin = replace(cases[0], id="twin", source_id="twin")

    made = made_examples([*cases, twin], askable, per_kind=5)

    assert {source_id for example in made for source_id in example.relevant} <= set(askable)
    assert cases[0].source_id not in {source_id for example in made for source_id in example.relevant}
    assert FILTERED


def test_a_doubtful_case_is_no_near_miss(engine, cases):
    example = Example(cases[0].title.split(" VS ")[0], (cases[0].source_id,))
    (reading,) = readings_of(engine, [example])
    misses = [
        candidate.doc_id for candidate, label in zip(reading.candidates, reading.labels, strict=True) if not label
    ]
    doubtful = tuple(hit["source_id"] for hit in engine.snapshot.display(misses[:1]))

    (without,) = readings_of(engine, [example._replace(doubtful=doubtful)])

    assert misses[0] not in [candidate.doc_id for candidate in without.candidates]
    assert len(without.candidates) == len(reading.candidates) - 1
