"""Calibration: whether a probability of 0.8 means right in eight of ten."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

BINS = 10


@dataclass(frozen=True, slots=True)
class Bin:
    """Answers of like probability."""

    answers: int
    probability: float
    """Mean of what was said."""
    rate: float
    """Share of them that were right."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """How far probabilities can be trusted."""

    answers: int
    base_rate: float
    """Share of all answers that are right."""
    expected_error: float
    """Mean distance between `Bin.probability` and `Bin.rate` over bins of equal mass."""
    brier: float
    """Mean squared distance between probability and truth."""
    base_brier: float
    """The same for one who always says the base rate."""
    bins: tuple[Bin, ...]


def calibration_of(probabilities: Sequence[float], labels: Sequence[int], *, bins: int = BINS) -> Calibration | None:
    """Compare *probabilities* with what was right; None where there is nothing to compare.

    Args:
        probabilities: Of each answer, 0 to 1.
        labels: 1 where it was right, else 0.
        bins: How many parts of equal size the answers are cut into, by probability; ties as given.

    Source:
        Nixon et al., Measuring Calibration in Deep Learning, 2019, arXiv:1904.01685 (adaptive bins);
        Brier, Monthly Weather Review 78 (1950) 1-3.
    """
    if not probabilities:
        return None
    order = np.argsort(np.asarray(probabilities), kind="stable")
    said = np.asarray(probabilities, dtype=np.float64)[order]
    right = np.asarray(labels, dtype=np.float64)[order]
    parts = [part for part in np.array_split(np.arange(len(said)), bins) if len(part)]
    cut = tuple(Bin(len(part), float(said[part].mean()), float(right[part].mean())) for part in parts)
    base = float(right.mean())
    return Calibration(
        answers=len(said),
        base_rate=base,
        expected_error=sum(part.answers * abs(part.probability - part.rate) for part in cut) / len(said),
        brier=float(np.mean((said - right) ** 2)),
        base_brier=base * (1 - base),
        bins=cut,
    )


def in_odd_half(title: str) -> bool:
    """Whether *title* is of the half that a calibration may be fitted on; it is measured on the other.

    Odd is the last hexadecimal digit of the title's SHA-256.
    """
    return int(hashlib.sha256(title.encode()).hexdigest()[-1], 16) % 2 == 1
