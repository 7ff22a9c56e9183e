"""Fitted chances: right ones are likely, the best of the wrong ones are not, and few answers are no good match."""

from __future__ import annotations

import numpy as np
import pytest

from indexer.training.chances import FLAGGED_MAX, Answered, fit_chance
from search.errors import InputError
from search.reranking.evidence import COLUMNS

TELLING = COLUMNS.index("case_coverage")


def score(evidence, logits):
    return (evidence.sum(axis=1) * 3 + logits).astype(np.float32)


def query(seed: int, *, answer: bool) -> Answered:
    """Where a case answers it holds most of the query; elsewhere the best holds half of it at most."""
    draw = np.random.default_rng(seed)
    evidence = draw.random((15, len(COLUMNS))).astype(np.float32) * 0.5
    labels = np.zeros(15, dtype=np.float32)
    if answer:
        right = int(draw.integers(15))
        evidence[right] = 0.5 + draw.random(len(COLUMNS)) * 0.5
        labels[right] = 1
    return Answered(evidence, np.zeros(15, dtype=np.float32), labels)


@pytest.fixture(scope="module")
def chance():
    answerable = [query(seed, answer=True) for seed in range(80)]
    foreign = [query(seed, answer=False) for seed in range(1000, 1080)]
    return fit_chance(score, answerable[:40], foreign, answerable[40:])


def best(chance, asked: Answered) -> float:
    return float(chance.of(asked.evidence, score(asked.evidence, asked.logits)).max())


def match(chance, asked: Answered) -> float:
    return chance.of_any(asked.evidence, score(asked.evidence, asked.logits))


def test_answers_are_likely_and_the_best_of_the_wrong_ones_are_not(chance):
    right = [best(chance, query(seed, answer=True)) for seed in range(200, 240)]
    wrong = [best(chance, query(seed, answer=False)) for seed in range(2000, 2040)]

    assert np.mean(right) > 0.8
    assert np.mean(wrong) < 0.2
    flagged = [match(chance, query(seed, answer=False)) < chance.no_match_below for seed in range(2000, 2040)]
    assert np.mean(flagged) > 0.9


def test_few_calibrating_queries_are_called_no_good_match():
    answerable = [query(seed, answer=True) for seed in range(100)]
    chance = fit_chance(score, answerable, [query(seed, answer=False) for seed in range(1000, 1050)], answerable)

    flagged = sum(match(chance, asked) < chance.no_match_below for asked in answerable)
    assert flagged <= FLAGGED_MAX * len(answerable)


def test_a_query_that_names_a_number_is_never_flagged_and_one_that_finds_nothing_always():
    nothing = Answered(
        np.zeros((0, len(COLUMNS)), np.float32), np.zeros(0, dtype=np.float32), np.zeros(0, dtype=np.float32)
    )
    answerable = [query(seed, answer=True) for seed in range(30)]
    foreign = [query(seed, answer=False) for seed in range(1000, 1030)]
    named = [nothing._replace(named=True)] * 30

    assert fit_chance(score, answerable, foreign, [*named, *answerable]).no_match_below > 0
    assert fit_chance(score, answerable, foreign, [*answerable, *[nothing] * 30]).no_match_below == 0


def test_without_foreign_queries_nothing_is_called_no_good_match():
    answerable = [query(seed, answer=True) for seed in range(30)]
    chance = fit_chance(score, answerable, [], answerable)

    assert chance.no_match_below == 0
    assert match(chance, query(1, answer=False)) > 0.9


@pytest.mark.parametrize("taught", [[], [query(1, answer=False)]])
def test_without_an_answer_among_them_queries_teach_no_chance(taught):
    with pytest.raises(InputError, match="about cases that are kept for weighing finds its case"):
        fit_chance(score, taught, [], [query(2, answer=True)])


def test_calibrating_queries_of_another_home_are_refused():
    with pytest.raises(InputError, match="none of the queries that calibrate finds its case"):
        fit_chance(score, [query(seed, answer=True) for seed in range(30)], [], [query(99, answer=False)])


def test_foreign_queries_that_find_nothing_tell_of_no_match():
    nothing = Answered(
        np.zeros((0, len(COLUMNS)), np.float32), np.zeros(0, dtype=np.float32), np.zeros(0, dtype=np.float32)
    )
    chance = fit_chance(score, [query(seed, answer=True) for seed in range(30)], [nothing], [])

    assert chance.no_match_below == 0
