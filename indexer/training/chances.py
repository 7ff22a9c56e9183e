"""Chances: from final scores to how likely a case is the one asked for, and when to say that none is.

Three sets of queries.  Train queries teach what an answer looks like.  Queries that the records cannot answer teach
what the best of the wrong cases looks like.  Queries outside training calibrate both, and set the mark below which an
answer counts as no good match.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize

from indexer.progress import Progress, silent
from indexer.training.examples import Example
from search.engine import SearchEngine
from search.reranking.chance import FEATURES, Chance, features_of
from search.types import Matrix, Reranker, Vector

TOLD = 10
"""Chances are fitted on so many first candidates of each query, as they are shown."""
RIDGE = 1.0
FLAGGED_MAX = 0.04
"""Share of the calibrating queries that may be told wrongly that there is no good match."""

Floats = npt.NDArray[np.float64]
Score = Callable[[Matrix, Vector], Vector]
"""Evidence and logits to final scores."""


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
    reranker: Reranker | None,
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
        if reranker is not None and head:
            logits = reranker.score(example.query, [engine.candidate(place) for place in head])
        labels = np.array([place.doc_id in relevant for place in head], dtype=np.float32)
        found.append(Answered(pool.evidence[[place.row for place in head]], logits, labels, named=bool(pinned)))
    progress(step, len(examples), len(examples))
    return found


def fit_chance(
    score: Score, taught: Sequence[Answered], foreign: Sequence[Answered], calibrating: Sequence[Answered]
) -> Chance:
    """Fit the chance of a candidate.

    Args:
        score: The final score that the order goes by.
        taught: Queries about train cases.
        foreign: Queries that the records cannot answer; may be empty.
        calibrating: Queries outside training; empty to go without.

    Source:
        Platt, Probabilistic Outputs for Support Vector Machines, 1999 (the second curve, over the first).
    """
    rows = [_told(query, score) for query in [*taught, *foreign] if len(query.evidence)]
    weights, intercept = _logistic(np.concatenate([row for row, _ in rows]), np.concatenate([of for _, of in rows]))
    measured = calibrating or taught
    shown = [_told(query, score) for query in measured if len(query.evidence)]
    margins = np.concatenate([row for row, _ in shown]) @ weights + intercept
    slope, shift = _logistic(margins[:, None], np.concatenate([of for _, of in shown]), ridge=0.0)
    weights, intercept = weights * slope[0], intercept * slope[0] + shift
    fitted = Chance(tuple(round(float(weight), 4) for weight in weights), round(float(intercept), 4), 0.0)
    best = sorted(_best(query, score, fitted) for query in measured)
    mark = best[int(FLAGGED_MAX * len(best))]
    # Rounded down: not one more is flagged.
    return Chance(fitted.weights, fitted.intercept, math.floor(mark * 10_000) / 10_000)


def _told(query: Answered, score: Score) -> tuple[Floats, Floats]:
    """Features and labels of the candidates that are shown first."""
    scores = score(query.evidence, query.logits)
    first = np.argsort(-scores, kind="stable")[:TOLD]
    return features_of(query.evidence, scores)[first], query.labels[first].astype(np.float64)


def _best(query: Answered, score: Score, chance: Chance) -> float:
    if query.named:
        return 1.0
    if not len(query.evidence):
        return 0.0
    return float(chance.of(query.evidence, score(query.evidence, query.logits)).max())


def _logistic(rows: Floats, labels: Floats, *, ridge: float = RIDGE) -> tuple[Floats, float]:
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
    return weights, float(found[-1] - weights @ centre)


def never(columns: int = len(FEATURES)) -> Chance:
    """Return a chance that was not fitted: one in two for every case, and never "no good match"."""
    return Chance((0.0,) * columns, 0.0, 0.0)
