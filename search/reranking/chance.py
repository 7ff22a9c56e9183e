"""The chance that a candidate is the case asked for: it compares across queries, as an order need not.

It goes by how far a case stands out among the candidates, and by how much of the query it holds at all: of a question
that the records cannot answer some case is always the best.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from search.reranking.evidence import COLUMNS
from search.types import Matrix, Vector

FROM_EVIDENCE = ("cosine", "title_coverage", "title_verbatim", "title_prefix", "query_coverage", "case_coverage")
"""Columns of the evidence that mean the same in every query: none is scaled by the best candidate."""
FEATURES = ("stands_out", "score", *FROM_EVIDENCE)
"""``stands_out``: log of the candidate's share of its list (softmax of the scores); ``score``: the final score."""
_COLUMNS = [COLUMNS.index(name) for name in FROM_EVIDENCE]
_LEAST_SHARE = 1e-6


@dataclass(frozen=True, slots=True)
class Chance:
    """A fitted logistic curve over `FEATURES`."""

    weights: tuple[float, ...]
    intercept: float
    no_match_below: float
    """Where no candidate has this chance, the records hold no good match."""

    def of(self, evidence: Matrix, final_scores: Vector) -> Vector:
        """Return the chance of each candidate, shape ``(candidates,)``.

        Args:
            evidence: Of the candidates that were read, shape ``(candidates, evidence.COLUMNS)``.
            final_scores: What the order goes by.
        """
        margins = features_of(evidence, final_scores) @ np.asarray(self.weights) + self.intercept
        chances: Vector = (1.0 / (1.0 + np.exp(-margins))).astype(np.float32)
        return chances

    @classmethod
    def of_kept(cls, kept: Mapping[str, Any]) -> Chance:
        """Read what a weights file keeps.

        Raises:
            KeyError: If a part is missing.
            ValueError: If it was fitted to other features than this version has.
        """
        if tuple(kept["features"]) != FEATURES:
            raise ValueError(f"its chance is of {', '.join(kept['features'])}; this version has {', '.join(FEATURES)}")
        weights = tuple(float(weight) for weight in kept["weights"])
        return cls(weights, float(kept["intercept"]), float(kept["no_match_below"]))

    def kept(self) -> dict[str, Any]:
        """Return what a weights file keeps."""
        return {
            "features": FEATURES,
            "weights": self.weights,
            "intercept": self.intercept,
            "no_match_below": self.no_match_below,
        }


def features_of(evidence: Matrix, final_scores: Vector) -> Any:
    """Return the features of each candidate, shape ``(candidates, FEATURES)``, float64."""
    scores = np.asarray(final_scores, dtype=np.float64)
    shares = np.exp(scores - scores.max(initial=-np.inf))
    shares = shares / shares.sum()
    stands_out = np.log(np.maximum(shares, _LEAST_SHARE))
    return np.column_stack([stands_out, scores, evidence[:, _COLUMNS].astype(np.float64)])
