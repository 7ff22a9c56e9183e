"""Significance: how far a figure could be chance.

Several queries ask for one case, so intervals resample cases, with all queries of a case together: resampling
queries would take ten spellings of one question for ten observations.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from search.evaluation.measures import Figures

ROUNDS = 2000
SEED = 0
LEVEL = 0.95
_AT_ONCE = 200
_NO_CHANGE = 1e-9
"""Figures nearer than this are the same; rounding is no help and no harm."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure with its 95 % interval."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Difference:
    """What one way of ordering gains over another, query by query."""

    gain: Estimate
    """Mean of ours less theirs."""
    queries: int
    helped: int
    """Queries for which ours is better."""
    hurt: int


def mean_of(values: Figures, cases: Sequence[str], *, rounds: int = ROUNDS, seed: int = SEED) -> list[Estimate]:
    """Return the mean of each column with a percentile bootstrap interval.

    Args:
        values: Shape ``(queries, columns)``, at least one query.
        cases: The case of each query.
        rounds: How often to resample.
        seed: The same seed, the same intervals.

    Source:
        Efron and Tibshirani, An Introduction to the Bootstrap, 1993, chapters 13 and 16 (whole clusters).
    """
    sums, counts = _by_case(values, cases)
    means = np.concatenate(
        [weights @ sums / (weights @ counts)[:, None] for weights in resamples(len(counts), rounds, seed)]
    )
    tail = (1 - LEVEL) / 2
    low, high = np.quantile(means, [tail, 1 - tail], axis=0)
    return [Estimate(*map(float, column)) for column in zip(values.mean(axis=0), low, high, strict=True)]


def difference_of(ours: Figures, theirs: Figures, cases: Sequence[str]) -> list[Difference]:
    """Return what *ours* gains over *theirs* in each column; row by row the same query."""
    apart = ours - theirs
    better = (apart > _NO_CHANGE).sum(axis=0)
    worse = (apart < -_NO_CHANGE).sum(axis=0)
    gains = mean_of(apart, cases)
    return [
        Difference(gain, queries=len(apart), helped=int(better[column]), hurt=int(worse[column]))
        for column, gain in enumerate(gains)
    ]


def rate_of(successes: int, trials: int) -> Estimate:
    """Return a rate with its Wilson interval; 0 to 1 where nothing was tried.

    Source:
        Wilson, JASA 22 (1927) 209-212; computed by SciPy.
    """
    if not trials:
        return Estimate(0.0, 0.0, 1.0)
    from scipy.stats import binomtest

    interval = binomtest(successes, trials).proportion_ci(LEVEL, method="wilson")
    return Estimate(successes / trials, float(interval.low), float(interval.high))


def resamples(cases: int, rounds: int, seed: int) -> Iterator[Figures]:
    """Yield how often each of *cases* is drawn, *cases* draws with replacement a row, *rounds* rows in all."""
    draw = np.random.default_rng(seed)
    share = np.full(cases, 1 / cases)
    for start in range(0, rounds, _AT_ONCE):
        yield draw.multinomial(cases, share, size=min(_AT_ONCE, rounds - start)).astype(np.float64)


def _by_case(values: Figures, cases: Sequence[str]) -> tuple[Figures, Figures]:
    """Return the sum of each column over the queries of each case, and how many queries it has."""
    names, rows = np.unique(np.asarray(cases), return_inverse=True)
    sums = np.zeros((len(names), values.shape[1]))
    np.add.at(sums, rows, values)
    return sums, np.bincount(rows).astype(np.float64)
