"""Fitting: how much each kind of evidence, and the model's reading, is worth."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize

from search.reranking.evidence import COLUMNS
from search.reranking.weighing import Weighing, standardised
from search.types import Matrix, Vector

FUSED_RIDGE = 1.0
FINAL_RIDGE = 3000.0
"""Strength of the pull towards the prior weights, beside the sum over all queries.

The second is the weakest at which, cross-validated over train cases, no kind of query loses more than 0.005 nDCG@10
through reading (docs/adr/0003): a model that has seen few pairs earns little trust, a better one may be given more.
"""

Floats = npt.NDArray[np.float64]


class Judged(NamedTuple):
    """The candidates of one query: evidence, the model's logits where it read them, and labels."""

    evidence: Matrix
    labels: Vector
    logits: Vector | None = None


def fit_fused(queries: Sequence[Judged]) -> tuple[float, ...]:
    """Fit the weights of the first-stage evidence, one per column."""
    return _rounded(
        _fit_listwise([query.evidence for query in queries], queries, prior=np.zeros(len(COLUMNS)), ridge=FUSED_RIDGE)
    )


def fit_weighing(fused: tuple[float, ...], queries: Sequence[Judged]) -> Weighing:
    """Fit the final weights beside a cross-encoder, starting from what holds without it.

    Args:
        fused: The weights without a cross-encoder.
        queries: Read by the cross-encoder; about cases that it was not trained on.
    """
    features = [np.concatenate([query.evidence, standardised(_logits(query))[:, None]], axis=1) for query in queries]
    weights = _fit_listwise(features, queries, prior=np.array([*fused, 0.0]), ridge=FINAL_RIDGE)
    scores = np.concatenate([rows @ weights for rows in features])
    slope, intercept = _fit_logistic(scores, np.concatenate([query.labels for query in queries]))
    *final, logit = _rounded(weights)
    return Weighing(
        columns=COLUMNS,
        fused=fused,
        final=tuple(final),
        logit=logit,
        slope=round(slope, 4),
        intercept=round(intercept, 4),
    )


def _logits(query: Judged) -> Vector:
    if query.logits is None:
        raise ValueError("a query without logits cannot teach how far to trust them")
    return query.logits


def _fit_listwise(features: Sequence[Matrix], queries: Sequence[Judged], *, prior: Floats, ridge: float) -> Floats:
    """Maximise the softmax likelihood of the relevant cases, query by query (ListNet's top-one loss).

    Source:
        Cao et al., Learning to Rank: From Pairwise Approach to Listwise Approach, ICML 2007.
    """
    wanted = [query.labels / query.labels.sum() for query in queries]

    def loss(weights: Floats) -> tuple[float, Floats]:
        distance = weights - prior
        total, gradient = ridge * float(distance @ distance), 2 * ridge * distance
        for rows, target in zip(features, wanted, strict=True):
            scores = rows @ weights
            scores = scores - scores.max()
            chances = np.exp(scores) / np.exp(scores).sum()
            total -= float(target @ np.log(chances + 1e-12))
            gradient = gradient + rows.T @ (chances - target)
        return total, gradient

    found: Floats = minimize(loss, prior, jac=True, method="L-BFGS-B").x
    return found


def _fit_logistic(scores: Floats, labels: Vector) -> tuple[float, float]:
    """Fit the curve from a score to a probability (Platt scaling)."""

    def loss(parameters: Floats) -> tuple[float, Floats]:
        margins = parameters[0] * scores + parameters[1]
        chances = 1 / (1 + np.exp(-margins))
        total = -float(labels @ np.log(chances + 1e-12) + (1 - labels) @ np.log(1 - chances + 1e-12))
        error = chances - labels
        return total, np.array([error @ scores, error.sum()])

    slope, intercept = minimize(loss, np.array([1.0, -float(np.median(scores))]), jac=True, method="L-BFGS-B").x
    return float(slope), float(intercept)


def _rounded(weights: Floats) -> tuple[float, ...]:
    """Four decimals, so that the same data gives the same file on any machine."""
    return tuple(round(float(weight), 4) for weight in weights)
