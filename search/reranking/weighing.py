"""The last word: evidence and the cross-encoder's reading, weighed into one order and a probability.

The weights are fitted on the train part alone, kept beside the model and versioned with it.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from search.errors import ModelError
from search.reranking.chance import Chance
from search.reranking.evidence import COLUMNS
from search.types import Matrix, Vector

FILE_NAME = "weighing.json"
SHIPPED = Path(__file__).parent / "weights" / FILE_NAME
_QUERY_COVERAGE = COLUMNS.index("query_coverage")


@dataclass(frozen=True, slots=True)
class Weighing:
    """Fitted weights of the evidence, in the order of `columns`."""

    columns: tuple[str, ...]
    weights: tuple[float, ...]
    """Of the evidence, whether or not a cross-encoder has read the candidates."""
    logit: float
    """Weight of the cross-encoder's logit where no title holds a word of the query: both are logarithms of odds, so
    they add up.  Kept as ``reading``; as ``logit`` it was kept while it held for every query."""
    deviation: float
    """How far the logits of one query's candidates deviate on the average, with the model that it was fitted with."""
    chance: Chance
    """From evidence and final scores to a probability."""
    own: bool = True
    """Whether it was fitted with the model in use; the logits of another live on a scale of their own."""

    @property
    def digest(self) -> str:
        """SHA-256 of the weights."""
        return hashlib.sha256(json.dumps(self.kept(), sort_keys=True).encode()).hexdigest()

    def kept(self) -> dict[str, Any]:
        """Return what `FILE_NAME` keeps."""
        return {
            "columns": self.columns,
            "weights": self.weights,
            "reading": self.logit,
            "deviation": self.deviation,
            "chance": self.chance.kept(),
        }

    def fused_scores(self, evidence: Matrix) -> Vector:
        """Score candidates by first-stage evidence, shape ``(candidates, columns)``."""
        return _weighted(evidence, self.weights)

    def final_scores(self, evidence: Matrix, logits: Vector) -> Vector:
        """Score candidates that the cross-encoder has read.

        Only differences between the candidates of this query count, and of them the share that `beyond_names` gives.
        They are not brought to one deviation for every query: the reading of candidates that hardly differ would say
        as much as that of others, and settle near-ties at random.  The logits of a model that nothing was fitted with
        are brought to the deviation of those it was fitted with.
        """
        read = logits - logits.mean() if self.own else np.float32(self.deviation) * standardised(logits)
        return _weighted(evidence, self.weights) + np.float32(self.logit * beyond_names(evidence)) * read


def beyond_names(evidence: Matrix) -> float:
    """Return the share of a query, by weight, that no title among its candidates holds: what a reading has a say in.

    A query that a title holds is a name, and names are matched by their letters: what a model makes of them is noise,
    and it settles which of two namesakes comes first.

    Args:
        evidence: Of the candidates that were read, shape ``(candidates, COLUMNS)``.
    """
    return 1.0 - float(evidence[:, _QUERY_COVERAGE].max(initial=0.0))


def standardised(values: Vector) -> Vector:
    """Return *values* with mean 0 and deviation 1; zeros where they do not differ."""
    deviation = float(values.std()) if len(values) else 0.0
    return (values - values.mean()) / deviation if deviation > 1e-6 else np.zeros_like(values)


def _weighted(evidence: Matrix, weights: tuple[float, ...]) -> Vector:
    summed: Vector = evidence @ np.asarray(weights, dtype=np.float32)
    return summed


def load_weighing(reranker: str = "") -> Weighing:
    """Read the weights that were fitted with *reranker*: those in its folder, else the shipped ones.

    Args:
        reranker: Folder or name of the reranker in use, as in the settings.

    Raises:
        ModelError: If they are missing, or were fitted to other evidence than this version has.
    """
    beside = Path(reranker) / FILE_NAME
    if reranker and beside.is_file():
        return read_weighing(beside)
    return replace(read_weighing(SHIPPED), own=not reranker)


def read_weighing(path: Path) -> Weighing:
    """Read the weights kept in *path*.

    Raises:
        ModelError: If they are missing, or were fitted to other evidence than this version has.
    """
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
        columns = _known(path, kept["columns"])
        weighing = Weighing(
            columns=COLUMNS,
            weights=_of_this_version(columns, kept["weights"]),
            logit=float(kept["reading"]),
            deviation=float(kept["deviation"]),
            chance=Chance.of_kept(kept["chance"]),
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ModelError(f"the weights {path} cannot be read ({_reason(error)}); reinstall, or weigh again") from error
    return weighing


def _reason(error: Exception) -> str:
    return f"{error} is missing" if isinstance(error, KeyError) else str(error)


def _known(path: Path, columns: list[str]) -> tuple[str, ...]:
    if not set(columns) <= set(COLUMNS):
        raise ModelError(f"{path} weighs {', '.join(columns)}; this version has {', '.join(COLUMNS)}")
    return tuple(columns)


def _of_this_version(columns: tuple[str, ...], weights: list[float]) -> tuple[float, ...]:
    """Put kept weights in this version's order; evidence that came later weighs nothing."""
    kept = dict(zip(columns, weights, strict=True))
    return tuple(float(kept.get(column, 0.0)) for column in COLUMNS)
