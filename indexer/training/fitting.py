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

EVIDENCE_RIDGE = 1.0
READING_RIDGES = (1.0, 3.0, 10.0, 30.0, 100.0, 300.0, 1000.0, 3000.0, math.inf)
"""Strengths of the pull towards nought, beside the sum over all queries; under the last nothing is left of the reading.

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


class _Asked(NamedTuple):
    """One query, as weights are fitted to it."""

    features: Matrix
    """Shape ``(candidates, weights)``."""
    given: Vector | Floats
    """What each candidate scores before them."""
    labels: Vector


def fit_evidence(queries: Sequence[Judged]) -> tuple[float, ...]:
    """Fit the weights of the first-stage evidence, one per column."""
    asked = [_Asked(query.evidence, np.zeros(len(query.labels)), query.labels) for query in queries]
    return _rounded(_fit_listwise(asked, ridge=EVIDENCE_RIDGE, least=-math.inf))


def fit_weighing(weights: tuple[float, ...], queries: Sequence[Judged]) -> Weighing:
    """Fit what the reading of a cross-encoder is worth beside the evidence.

    The evidence weighs the same beside it: weights of its own settled near-ties where a reading has no say.

    Args:
        weights: Of the evidence (`fit_evidence`).
        queries: Read by the cross-encoder; about cases that it was not trained on.

    Returns:
        Weights for the order; the chance is fitted on them (`indexer.training.chances`).  That of the reading is never
        below nought: a model that read for a case and thereby spoke against it would be noise taken for evidence.

    Source:
        Weights of predictors that are combined are kept from being negative: Breiman, Stacked Regressions, Machine
        Learning 24, 1996, doi:10.1007/BF00117832.
    """
    logits = [_centred(query) for query in queries]
    asked = [
        _Asked(beyond_names(query.evidence) * read[:, None], query.evidence @ np.array(weights), query.labels)
        for query, read in zip(queries, logits, strict=True)
    ]
    ridge = _best_ridge(asked, [query.case for query in queries])
    (logit,) = _rounded(_fit_listwise(asked, ridge=ridge, least=0.0))
    deviation = round(float(np.mean([read.std() for read in logits])), 4)
    return Weighing(COLUMNS, weights, logit=logit, deviation=deviation, chance=never())


def _best_ridge(asked: Sequence[_Asked], about: Sequence[str]) -> float:
    """Choose the strongest pull that explains cases which were not fitted on as well as the best does.

    Args:
        asked: The queries.
        about: The case that each is about.
    """
    fold_of = [int.from_bytes(hashlib.sha256(case.encode()).digest()[:4], "big") % FOLDS for case in about]
    folds = sorted(set(fold_of))
    if len(folds) < 2:
        return math.inf
    cases = sorted(set(about))
    places = [cases.index(case) for case in about]
    losses = {ridge: np.zeros(len(cases)) for ridge in READING_RIDGES}
    for fold in folds:
        taught = [query for query, number in zip(asked, fold_of, strict=True) if number != fold]
        for ridge in READING_RIDGES:
            weights = _fit_listwise(taught, ridge=ridge, least=0.0)
            for query, number, place in zip(asked, fold_of, places, strict=True):
                if number == fold:
                    losses[ridge][place] += _surprise(query.given + query.features @ weights, query.labels)
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


def _fit_listwise(queries: Sequence[_Asked], *, ridge: float, least: float) -> Floats:
    """Maximise the softmax likelihood of the relevant cases, query by query (ListNet's top-one loss).

    Args:
        queries: What to fit to.
        ridge: How strongly the weights are pulled to nought.
        least: No weight is below it.

    Source:
        Cao et al., Learning to Rank: From Pairwise Approach to Listwise Approach, ICML 2007.
    """
    start = np.zeros(queries[0].features.shape[1])
    if math.isinf(ridge):
        return start
    wanted = [query.labels / query.labels.sum() for query in queries]

    def loss(weights: Floats) -> tuple[float, Floats]:
        total, gradient = ridge * float(weights @ weights), 2 * ridge * weights
        for query, target in zip(queries, wanted, strict=True):
            scores = query.given + query.features @ weights
            scores = scores - scores.max()
            chances = np.exp(scores) / np.exp(scores).sum()
            total -= float(target @ np.log(chances + 1e-12))
            gradient = gradient + query.features.T @ (chances - target)
        return total, gradient

    found: Floats = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=[(least, None)] * len(start)).x
    return found


def _rounded(weights: Floats) -> tuple[float, ...]:
    """Four decimals, so that the same data gives the same file on any machine."""
    return tuple(round(float(weight), 4) for weight in weights)
