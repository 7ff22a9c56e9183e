"""Batches of rows."""

from __future__ import annotations

from search.models.batches import batches_by_length


def test_batches_hold_every_row_once_and_rows_of_like_length():
    batches = list(batches_by_length([3, 9, 1, 9, 4], 2))

    assert batches == [[1, 3], [4, 0], [2]]
