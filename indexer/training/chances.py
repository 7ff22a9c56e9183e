"""Chances: from final scores to how likely a case is the one asked for, and when to say that none is.

Three sets of queries.  Train queries teach what an answer looks like.  Queries that the records cannot answer teach
what the best of the wrong cases looks like.  Queries outside training calibrate both, and set the mark below which an
answer counts as no good match.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple, Protocol

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize

from indexer.progress import Progress, silent
from indexer.training.examples import Example
from search.engine import SearchEngine
from search.errors import InputError
from search.reranking.chance import FEATURES, MATCH_FEATURES, Chance, Curve, best_of, features_of
from search.types import Candidate, Matrix, Vector

TOLD = 10
"""Chances are fitted on so many first candidates of each query, as they are shown."""
RIDGE = 1.0
FLAGGED_MAX = 0.04
"""Share of the calibrating queries that may be told wrongly that there is no good match."""

_ALWAYS = Curve((0.0,) * len(MATCH_FEATURES), 9.0)
"""A chance near 1, whatever is found."""

Floats = npt.NDArray[np.float64]
Score = Callable[[Matrix, Vector], Vector]
"""Evidence and logits to final scores."""


class Reader(Protocol):
    """What reads candidates; see `search.types.Reranker`."""

    def score(self, query: str, candidates: Sequence[Candidate]) -> Vector:
        """Return one logit per candidate."""
        ...


class Answered(NamedTuple):
    """The candidates of one query as the engine would read them."""

    evidence: Matrix
    logits: Vector
    labels: Vector
    """1 for a case that answers; all 0 where none was found."""
    named: bool = False
    """Whether the query names the number of a case: no chance is asked for then."""


def answered(
    engine: SearchEngine,
    reranker: Reader | None,
    examples: Sequence[Example],
    *,
    step: str,
    progress: Progress = silent,
) -> list[Answered]:
    """Search for each example, as far down as the engine reads.

    Args:
        engine: Its first stage finds the candidates.
        reranker: Reads them; None where its logits weigh nothing.
        examples: Queries; one that names no indexed case has no answer.
        step: What to call this in *progress*.
        progress: Told of every query.
    """
    found = []
    for done, example in enumerate(examples):
        progress(step, done, len(examples))
        pool = engine.candidates(example.query)
        pinned, others = pool.split()
        head = others[: engine.second_stage.depth]
        relevant = {engine.snapshot.doc_id_of(source_id) for source_id in example.relevant}
        logits = np.zeros(len(head), dtype=np.float32)
        if reranker is not None and head and not pool.exact.nothing_else:
            logits = reranker.score(example.query, [engine.candidate(place) for place in head])
        labels = np.array([place.doc_id in relevant for place in head], dtype=np.float32)
        found.append(Answered(pool.evidence[[place.row for place in head]], logits, labels, named=bool(pinned)))
    progress(step, len(examples), len(examples))
    return found


def fit_chance(
    score: Score, taught: Sequence[Answered], foreign: Sequence[Answered], calibrating: Sequence[Answered]
) -> Chance:
    """Fit the chance of a candidate, and that of there being an answer.

    Args:
        score: The final score that the order goes by.
        taught: Queries about train cases.
        foreign: Queries that the records cannot answer; where there are none, every query has a match.
        calibrating: Queries outside training; empty to go without.

    Raises:
        InputError: If no taught query finds its case, or no calibrating one.

    Source:
        Platt, Probabilistic Outputs for Support Vector Machines, 1999 (the second curve, over the first).
    """
    measured = calibrating or taught
    case = _logistic(*_rows([*taught, *foreign], score, called="queries about cases that are kept for weighing"))
    shown, labels = _rows(measured, score, called="queries that calibrate")
    margins = shown @ np.asarray(case.weights) + case.intercept
    second = _logistic(margins[:, None], labels, ridge=0.0)
    (slope,) = second.weights
    case = Curve(tuple(weight * slope for weight in case.weights), case.intercept * slope + second.intercept)
    match = _match(score, taught, foreign)
    fitted = Chance(_rounded(case), _rounded(match or _ALWAYS), 0.0)
    told = sorted(1.0 if query.named else _any(query, score, fitted) for query in measured)
    mark = told[int(FLAGGED_MAX * len(told))] if match else 0.0
    # Rounded down: not one more is flagged.
    return replace(fitted, no_match_below=math.floor(mark * 10_000) / 10_000)


def _rows(queries: Sequence[Answered], score: Score, *, called: str) -> tuple[Floats, Floats]:
    """Features and labels of the candidates that are shown first."""
    rows, labels = [], []
    for query in queries:
        if len(query.evidence):
            scores = score(query.evidence, query.logits)
            first = np.argsort(-scores, kind="stable")[:TOLD]
            rows.append(features_of(query.evidence, scores)[first])
            labels.append(query.labels[first].astype(np.float64))
    if not any(label.any() for label in labels):
        raise InputError(f"none of the {called} finds its case among the first {TOLD}; give more, or other ones")
    return np.concatenate(rows), np.concatenate(labels)


def _match(score: Score, taught: Sequence[Answered], foreign: Sequence[Answered]) -> Curve | None:
    """Fit how the best candidate looks of a query that is about a case, and of one that is about none.

    None where there are none of either whose match is told by a candidate.
    """
    best = [
        [best_of(query.evidence, score(query.evidence, query.logits)) for query in queries if _is_asked(query)]
        for queries in (taught, foreign)
    ]
    if not all(best):
        return None
    labels = np.repeat([1.0, 0.0], [len(rows) for rows in best])
    return _logistic(np.stack([row for rows in best for row in rows]), labels)


def _is_asked(query: Answered) -> bool:
    return len(query.evidence) > 0 and not query.named


def _any(query: Answered, score: Score, chance: Chance) -> float:
    return chance.of_any(query.evidence, score(query.evidence, query.logits))


def _logistic(rows: Floats, labels: Floats, *, ridge: float = RIDGE) -> Curve:
    """Fit a logistic curve; the pull is on features of deviation 1, so that none is favoured for its scale."""
    centre, scale = rows.mean(axis=0), rows.std(axis=0) + 1e-9
    scaled = (rows - centre) / scale

    def loss(parameters: Floats) -> tuple[float, Floats]:
        weights, intercept = parameters[:-1], parameters[-1]
        margins = scaled @ weights + intercept
        chances = 1 / (1 + np.exp(-margins))
        surprise = np.logaddexp(0, -margins) @ labels + np.logaddexp(0, margins) @ (1 - labels)
        error = chances - labels
        gradient = np.append(scaled.T @ error + 2 * ridge * weights, error.sum())
        return float(surprise + ridge * weights @ weights), gradient

    found = minimize(loss, np.zeros(rows.shape[1] + 1), jac=True, method="L-BFGS-B").x
    weights = found[:-1] / scale
    return Curve(tuple(map(float, weights)), float(found[-1] - weights @ centre))


def _rounded(curve: Curve) -> Curve:
    """Four decimals, so that the same data gives the same file on any machine."""
    return Curve(tuple(round(weight, 4) for weight in curve.weights), round(curve.intercept, 4))


def never() -> Chance:
    """Return chances that were not fitted: one in two for every case, and never "no good match"."""
    return Chance(Curve((0.0,) * len(FEATURES), 0.0), _ALWAYS, 0.0)
