"""Chances that compare across queries, as an order need not: of each candidate, and of there being an answer at all.

A candidate's chance goes by how far it stands out among the others.  Whether the records answer the query must not: two
cases that answer it equally well stand out from each other not at all, and of a question that nothing answers some case
is always the best.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from search.reranking.evidence import COLUMNS
from search.types import Matrix, Vector

FROM_EVIDENCE = ("cosine", "title_coverage", "title_verbatim", "title_prefix", "query_coverage", "case_coverage")
"""Columns of the evidence that mean the same in every query: none is scaled by the best candidate."""
FEATURES = ("stands_out", "score", *FROM_EVIDENCE)
"""``stands_out``: log of the candidate's share of its list (softmax of the scores); ``score``: the final score."""
MATCH_FEATURES = FEATURES[1:]
_COLUMNS = [COLUMNS.index(name) for name in FROM_EVIDENCE]
_LEAST_SHARE = 1e-6

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Curve:
    """A logistic curve over features."""

    weights: tuple[float, ...]
    intercept: float

    def of(self, rows: Floats) -> Floats:
        """Return the chance of each row, shape ``(rows,)``."""
        chances: Floats = 1.0 / (1.0 + np.exp(-(rows @ np.asarray(self.weights) + self.intercept)))
        return chances


@dataclass(frozen=True, slots=True)
class Chance:
    """Two fitted curves, and where to draw the line."""

    case: Curve
    """Over `FEATURES`: that a candidate is the case asked for."""
    match: Curve
    """Over `MATCH_FEATURES` of the best candidate: that the records answer the query."""
    no_match_below: float
    """Where `match` gives less than this, there is no good match."""

    def of(self, evidence: Matrix, final_scores: Vector) -> Vector:
        """Return the chance of each candidate, shape ``(candidates,)``.

        Args:
            evidence: Of the candidates that were read, shape ``(candidates, evidence.COLUMNS)``.
            final_scores: What the order goes by.
        """
        chances: Vector = self.case.of(features_of(evidence, final_scores)).astype(np.float32)
        return chances

    def of_any(self, evidence: Matrix, final_scores: Vector) -> float:
        """Return the chance that the records answer the query; 0 where there is no candidate."""
        if not len(final_scores):
            return 0.0
        return float(self.match.of(best_of(evidence, final_scores)[None])[0])

    @classmethod
    def of_kept(cls, kept: Mapping[str, Any]) -> Chance:
        """Read what a weights file keeps.

        Raises:
            KeyError: If a part is missing.
            ValueError: If it was fitted to other features than this version has.
        """
        if tuple(kept["features"]) != FEATURES:
            raise ValueError(f"its chance is of {', '.join(kept['features'])}; this version has {', '.join(FEATURES)}")
        case, match = (
            Curve(tuple(map(float, kept[name]["weights"])), float(kept[name]["intercept"]))
            for name in ("case", "match")
        )
        return cls(case, match, float(kept["no_match_below"]))

    def kept(self) -> dict[str, Any]:
        """Return what a weights file keeps."""
        return {"features": FEATURES} | asdict(self)


def features_of(evidence: Matrix, final_scores: Vector) -> Floats:
    """Return the features of each candidate, shape ``(candidates, FEATURES)``."""
    scores = np.asarray(final_scores, dtype=np.float64)
    shares = np.exp(scores - scores.max(initial=-np.inf))
    stands_out = np.log(np.maximum(shares / shares.sum(), _LEAST_SHARE))
    return np.column_stack([stands_out, scores, evidence[:, _COLUMNS].astype(np.float64)])


def best_of(evidence: Matrix, final_scores: Vector) -> Floats:
    """Return the features of the best candidate that tell of a match, shape ``(MATCH_FEATURES,)``."""
    return features_of(evidence, final_scores)[int(np.argmax(final_scores)), 1:]
