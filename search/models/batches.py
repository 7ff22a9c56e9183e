"""Batches: rows of like length together, so that little is padded."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def batches_by_length(lengths: Sequence[int], size: int) -> Iterable[list[int]]:
    """Group row numbers into batches of at most *size* rows of like length, longest first; ties by row."""
    order = sorted(range(len(lengths)), key=lambda row: (-lengths[row], row))
    return (order[start : start + size] for start in range(0, len(order), size))
