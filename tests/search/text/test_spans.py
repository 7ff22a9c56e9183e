"""Two places overlap where they share a code point, and not where one ends at the other."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from search.text.spans import overlap


class Place(NamedTuple):
    start: int
    end: int


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [((0, 3), (2, 5), True), ((0, 3), (3, 5), False), ((0, 9), (4, 5), True), ((6, 7), (1, 2), False)],
)
def test_places_overlap_where_they_share_a_code_point(left, right, expected):
    assert overlap(Place(*left), Place(*right)) is expected
    assert overlap(Place(*right), Place(*left)) is expected
