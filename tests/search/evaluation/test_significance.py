"""Intervals: they resample cases, are the same in every run, and hold what they should."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.evaluation.significance import difference_of, mean_of, rate_of, resamples


def column(*values: float):
    return np.array(values, dtype=np.float64)[:, None]


def test_the_mean_is_over_queries_and_not_over_cases():
    (found,) = mean_of(column(1, 1, 0), ["a", "a", "b"])

    assert found.value == pytest.approx(2 / 3)


def test_an_interval_of_equal_figures_is_a_point():
    (found,) = mean_of(column(*[0.5] * 10), [str(row) for row in range(10)])

    assert (found.value, found.low, found.high) == (0.5, 0.5, 0.5)


def test_the_interval_is_that_of_the_normal_law_where_cases_are_many():
    values = column(*([1.0] * 200 + [0.0] * 200))
    (found,) = mean_of(values, [str(row) for row in range(400)])
    half = 1.96 * math.sqrt(0.25 / 400)

    assert found.low == pytest.approx(0.5 - half, abs=0.01)
    assert found.high == pytest.approx(0.5 + half, abs=0.01)


def test_ten_spellings_of_a_question_are_one_observation():
    values = column(*([1.0] * 100 + [0.0] * 100))
    (by_query,) = mean_of(values, [str(row) for row in range(200)])
    (by_case,) = mean_of(values, [str(row // 10) for row in range(200)])

    # Ten times fewer observations: an interval about the root of ten wider.
    wider = (by_case.high - by_case.low) / (by_query.high - by_query.low)
    assert wider == pytest.approx(math.sqrt(10), rel=0.15)


def test_the_same_seed_gives_the_same_interval_and_another_another():
    values, cases = np.random.default_rng(1).random((50, 2)), [str(row % 20) for row in range(50)]

    assert mean_of(values, cases) == mean_of(values, cases)
    assert mean_of(values, cases) != mean_of(values, cases, seed=1)


def test_every_draw_is_of_as_many_cases_as_there_are():
    drawn = np.concatenate(list(resamples(7, 450, 0)))

    assert drawn.shape == (450, 7)
    assert set(drawn.sum(axis=1)) == {7}


def test_helped_and_hurt_are_counted_by_query():
    (found,) = difference_of(column(1, 0.5, 0.2, 0.3), column(0.5, 0.5, 0.4, 0.3 + 1e-12), list("abcd"))

    assert (found.queries, found.helped, found.hurt) == (4, 1, 1)
    assert found.gain.value == pytest.approx((0.5 - 0.2) / 4)


def test_a_difference_is_paired():
    """Figures that differ much between cases but little within one: the gain is certain all the same."""
    theirs = np.random.default_rng(2).random((60, 1))
    (found,) = difference_of(theirs + 0.01, theirs, [str(row) for row in range(60)])

    assert (found.gain.low, found.gain.high) == pytest.approx((0.01, 0.01))


@given(st.lists(st.tuples(st.floats(0, 1), st.sampled_from("abcd")), min_size=1, max_size=20))
def test_an_interval_stays_within_what_was_seen(rows):
    (found,) = mean_of(column(*[value for value, _ in rows]), [case for _, case in rows], rounds=50)
    seen = [value for value, _ in rows]

    assert min(seen) - 1e-9 <= found.low <= found.high <= max(seen) + 1e-9


def test_a_rate_has_wilsons_interval():
    """54 of 63: centre (p + z²/2n) / (1 + z²/n), half-width z √(p(1-p)/n + z²/4n²) / (1 + z²/n)."""
    z, n = 1.959964, 63
    p = 54 / n
    centre = (p + z * z / (2 * n)) / (1 + z * z / n)
    half = z * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / (1 + z * z / n)

    found = rate_of(54, 63)

    assert (found.value, found.low, found.high) == pytest.approx((p, centre - half, centre + half), abs=1e-6)


def test_a_rate_of_nothing_could_be_anything():
    assert (rate_of(0, 0).low, rate_of(0, 0).high) == (0, 1)
