"""Chances compare across queries: they tell standing out from being the best of the wrong ones."""

from __future__ import annotations

import numpy as np

from search.reranking.chance import FEATURES, Chance, features_of
from search.reranking.evidence import COLUMNS

EVIDENCE = np.zeros((3, len(COLUMNS)), dtype=np.float32)


def test_of_one_query_a_higher_score_is_a_higher_chance():
    chance = Chance((1.0, *[0.0] * (len(FEATURES) - 1)), 0.0, 0.0)

    chances = chance.of(EVIDENCE, np.array([0.0, 3.0, 1.0], dtype=np.float32))

    assert chances[1] > chances[2] > chances[0]
    assert np.all((chances > 0) & (chances < 1))


def test_the_same_lead_is_worth_the_same_at_any_height():
    scores = np.array([2.0, 0.0, 0.0], dtype=np.float32)

    low, high = features_of(EVIDENCE, scores), features_of(EVIDENCE, scores + 7)

    np.testing.assert_allclose(low[:, 0], high[:, 0], atol=1e-6)
    assert np.all(high[:, 1] > low[:, 1])


def test_nothing_read_has_no_chances():
    chance = Chance(tuple(1.0 for _ in FEATURES), 0.0, 0.5)

    assert len(chance.of(EVIDENCE[:0], np.zeros(0, dtype=np.float32))) == 0
