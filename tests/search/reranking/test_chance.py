"""Chances compare across queries: they tell standing out from being the best of the wrong ones."""

from __future__ import annotations

import numpy as np

from search.reranking.chance import FEATURES, MATCH_FEATURES, Chance, Curve, best_of, features_of
from search.reranking.evidence import COLUMNS

EVIDENCE = np.zeros((3, len(COLUMNS)), dtype=np.float32)
FIRST_ALONE = Curve((1.0, *[0.0] * (len(FEATURES) - 1)), 0.0)
HEIGHT_ALONE = Curve((1.0, *[0.0] * (len(MATCH_FEATURES) - 1)), -3.0)
CHANCE = Chance(FIRST_ALONE, HEIGHT_ALONE, 0.5)


def test_of_one_query_a_higher_score_is_a_higher_chance():
    chances = CHANCE.of(EVIDENCE, np.array([0.0, 3.0, 1.0], dtype=np.float32))

    assert chances[1] > chances[2] > chances[0]
    assert np.all((chances > 0) & (chances < 1))


def test_the_same_lead_stands_out_the_same_at_any_height():
    scores = np.array([2.0, 0.0, 0.0], dtype=np.float32)

    low, high = features_of(EVIDENCE, scores), features_of(EVIDENCE, scores + 7)

    np.testing.assert_allclose(low[:, 0], high[:, 0], atol=1e-6)
    assert np.all(high[:, 1] > low[:, 1])


def test_two_equal_answers_are_a_match_all_the_same():
    alone, twice = np.array([5.0, 0.0, 0.0], np.float32), np.array([5.0, 5.0, 0.0], np.float32)

    assert CHANCE.of(EVIDENCE, twice)[0] < CHANCE.of(EVIDENCE, alone)[0]
    assert CHANCE.of_any(EVIDENCE, twice) == CHANCE.of_any(EVIDENCE, alone)


def test_the_best_candidate_tells_of_a_match_wherever_it_stands():
    scores = np.array([1.0, 4.0, 2.0], dtype=np.float32)

    assert best_of(EVIDENCE, scores)[0] == 4.0


def test_nothing_found_is_no_match():
    nothing = np.zeros(0, dtype=np.float32)

    assert len(CHANCE.of(EVIDENCE[:0], nothing)) == 0
    assert CHANCE.of_any(EVIDENCE[:0], nothing) == 0.0
