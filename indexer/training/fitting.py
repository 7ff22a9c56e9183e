"""Fitting: how much each kind of evidence, and the model's reading, is worth."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize

from indexer.training.chances import never
from search.reranking.evidence import COLUMNS
from search.reranking.weighing import Weighing, beyond_names
from search.types import Matrix, Vector

FUSED_RIDGE = 1.0
FINAL_RIDGES = (1.0, 3.0, 10.0, 30.0, 100.0, 300.0, 1000.0, 3000.0, math.inf)
"""Strengths of the pull towards the prior weights, beside the sum over all queries; under the last they are the prior.

How far a model's reading is trusted is the choice among the second.  It is cross-validated over cases, and of all pulls
whose loss is not clearly above the least, by one standard error over cases, the strongest is taken: a model that has
learned little earns nothing, since near-ties that it settles at random cost more than they bring.

Source:
    The one-standard-error rule: Breiman et al., Classification and Regression Trees, 1984, section 3.4.3.
"""
FOLDS = 5

Floats = npt.NDArray[np.float64]


class Judged(NamedTuple):
    """The candidates of one query: evidence, the model's logits where it read them, and labels."""

    evidence: Matrix
    labels: Vector
    logits: Vector | None = None
    case: str = ""
    """Which case the query is about; queries of one case are validated together."""


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

    Returns:
        Weights for the order; the chance is fitted on them (`indexer.training.chances`).  That of the reading is never
        below nought: a model that read for a case and thereby spoke against it would be noise taken for evidence.

    Source:
        Weights of predictors that are combined are kept from being negative: Breiman, Stacked Regressions, Machine
        Learning 24, 1996, doi:10.1007/BF00117832.
    """
    logits = [_centred(query) for query in queries]
    features = [
        np.concatenate([query.evidence, beyond_names(query.evidence) * read[:, None]], axis=1)
        for query, read in zip(queries, logits, strict=True)
    ]
    prior = np.array([*fused, 0.0])
    ridge = _best_ridge(features, queries, prior)
    weights = _fit_listwise(features, queries, prior=prior, ridge=ridge)
    *final, logit = _rounded(weights)
    deviation = round(float(np.mean([read.std() for read in logits])), 4)
    return Weighing(COLUMNS, fused, tuple(final), logit=logit, deviation=deviation, chance=never())


def _best_ridge(features: Sequence[Matrix], queries: Sequence[Judged], prior: Floats) -> float:
    """Choose the strongest pull that explains cases which were not fitted on as well as the best does."""
    fold_of = [int.from_bytes(hashlib.sha256(query.case.encode()).digest()[:4], "big") % FOLDS for query in queries]
    folds = sorted(set(fold_of))
    if len(folds) < 2:
        return math.inf
    cases = sorted({query.case for query in queries})
    places = [cases.index(query.case) for query in queries]
    losses = {ridge: np.zeros(len(cases)) for ridge in FINAL_RIDGES}
    for fold in folds:
        inside = [row for row, number in enumerate(fold_of) if number != fold]
        taught = [features[row] for row in inside], [queries[row] for row in inside]
        for ridge in FINAL_RIDGES:
            weights = _fit_listwise(*taught, prior=prior, ridge=ridge)
            for row in (row for row, number in enumerate(fold_of) if number == fold):
                losses[ridge][places[row]] += _surprise(features[row] @ weights, queries[row].labels)
    return _strongest_as_good(losses)


def _strongest_as_good(losses: Mapping[float, Floats]) -> float:
    """Return the strongest pull whose loss is within a standard error, over cases, of the least.

    Args:
        losses: Pull -> loss of each case.
    """
    least = min(losses, key=lambda ridge: (losses[ridge].sum(), -ridge))
    more = {ridge: losses[ridge] - losses[least] for ridge in losses}
    return max(ridge for ridge in losses if more[ridge].mean() <= more[ridge].std(ddof=1) / math.sqrt(len(more[ridge])))


def _surprise(scores: Floats, labels: Vector) -> float:
    """Minus the log of the share that the relevant candidates get."""
    chances = np.exp(scores - scores.max())
    return -float(np.log(chances[labels > 0].sum() / chances.sum() + 1e-12))


def _centred(query: Judged) -> Vector:
    if query.logits is None:
        raise ValueError("a query without logits cannot teach how far to trust them")
    centred: Vector = query.logits - query.logits.mean()
    return centred


def _fit_listwise(features: Sequence[Matrix], queries: Sequence[Judged], *, prior: Floats, ridge: float) -> Floats:
    """Maximise the softmax likelihood of the relevant cases, query by query (ListNet's top-one loss).

    Source:
        Cao et al., Learning to Rank: From Pairwise Approach to Listwise Approach, ICML 2007.
    """
    if math.isinf(ridge):
        return prior
    wanted = [query.labels / query.labels.sum() for query in queries]
    # Behind the evidence stands what a model reads (`fit_weighing`).
    bounds = [(None, None)] * len(COLUMNS) + [(0.0, None)] * (len(prior) - len(COLUMNS))

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

    found: Floats = minimize(loss, prior, jac=True, method="L-BFGS-B", bounds=bounds).x
    return found


def _rounded(weights: Floats) -> tuple[float, ...]:
    """Four decimals, so that the same data gives the same file on any machine."""
    return tuple(round(float(weight), 4) for weight in weights)
