"""Calibration: bins of equal mass, and the figures by hand."""

from __future__ import annotations

import hashlib

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.evaluation.calibration import calibration_of, in_odd_half


def test_two_bins_by_hand():
    found = calibration_of([0.9, 0.1, 0.7, 0.3], [1, 0, 0, 0], bins=2)

    assert found is not None
    assert [(part.answers, part.probability, part.rate) for part in found.bins] == [
        (2, pytest.approx(0.2), 0.0),
        (2, pytest.approx(0.8), 0.5),
    ]
    assert found.expected_error == pytest.approx((2 * 0.2 + 2 * 0.3) / 4)
    assert found.brier == pytest.approx((0.01 + 0.01 + 0.49 + 0.09) / 4)
    assert (found.base_rate, found.base_brier) == pytest.approx((0.25, 0.25 * 0.75))


def test_who_says_the_base_rate_has_its_brier_score_and_no_error_in_one_bin():
    found = calibration_of([0.25] * 8, [1, 0, 0, 0] * 2, bins=1)

    assert found is not None
    assert found.expected_error == pytest.approx(0)
    assert found.brier == pytest.approx(found.base_brier)


def test_bins_have_equal_mass_however_the_probabilities_lie():
    found = calibration_of([0.001 * row for row in range(95)] + [0.99] * 5, [0] * 95 + [1] * 5)

    assert found is not None
    assert [part.answers for part in found.bins] == [10] * 10


def test_probabilities_that_are_true_are_calibrated():
    draw = np.random.default_rng(3)
    said = draw.random(20_000)
    found = calibration_of(said.tolist(), (draw.random(20_000) < said).astype(int).tolist())

    assert found is not None
    assert found.expected_error < 0.02
    assert found.brier == pytest.approx(1 / 6, abs=0.01)  # the mean of p(1-p) over 0 to 1


def test_nothing_said_is_nothing_to_compare():
    assert calibration_of([], []) is None


@given(st.lists(st.tuples(st.floats(0, 1), st.integers(0, 1)), min_size=1, max_size=40))
def test_no_answer_is_lost_and_every_figure_is_a_share(rows):
    found = calibration_of([chance for chance, _ in rows], [label for _, label in rows])

    assert found is not None
    assert sum(part.answers for part in found.bins) == found.answers == len(rows)
    assert all(0 <= figure <= 1 for figure in (found.expected_error, found.brier, found.base_brier, found.base_rate))


def test_the_half_of_a_case_is_the_last_digit_of_its_titles_hash():
    for title in ("A VS B", "C VS D", "E VS F"):
        assert in_odd_half(title) == (hashlib.sha256(title.encode()).hexdigest()[-1] in "13579bdf")
