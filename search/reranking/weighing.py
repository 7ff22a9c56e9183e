"""The last word: evidence and the cross-encoder's reading, weighed into one order and a probability.

The weights are fitted on the train part alone, kept beside the model and versioned with it.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from search.errors import ModelError
from search.reranking.chance import Chance
from search.reranking.evidence import COLUMNS
from search.types import Matrix, Vector

FILE_NAME = "weighing.json"
SHIPPED = Path(__file__).parent / "weights" / FILE_NAME


@dataclass(frozen=True, slots=True)
class Weighing:
    """Fitted weights of the evidence, in the order of `columns`."""

    columns: tuple[str, ...]
    fused: tuple[float, ...]
    """Where no cross-encoder has read the candidates."""
    final: tuple[float, ...]
    """Beside a cross-encoder."""
    logit: float
    """Weight of the cross-encoder's logit, standardised over the candidates it read."""
    chance: Chance
    """From evidence and final scores to a probability."""

    @property
    def digest(self) -> str:
        """SHA-256 of the weights."""
        return hashlib.sha256(json.dumps(self.kept(), sort_keys=True).encode()).hexdigest()

    def kept(self) -> dict[str, Any]:
        """Return what `FILE_NAME` keeps."""
        return {
            "columns": self.columns,
            "fused": self.fused,
            "final": self.final,
            "logit": self.logit,
            "chance": self.chance.kept(),
        }

    def fused_scores(self, evidence: Matrix) -> Vector:
        """Score candidates by first-stage evidence, shape ``(candidates, columns)``."""
        return _weighted(evidence, self.fused)

    def final_scores(self, evidence: Matrix, logits: Vector) -> Vector:
        """Score candidates that the cross-encoder has read.

        A raw logit means nothing across queries and lives on no scale with a share of words, so it enters
        standardised over the candidates of this query.
        """
        return _weighted(evidence, self.final) + np.float32(self.logit) * standardised(logits)


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
    return read_weighing(beside if reranker and beside.is_file() else SHIPPED)


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
            fused=_of_this_version(columns, kept["fused"]),
            final=_of_this_version(columns, kept["final"]),
            logit=float(kept["logit"]),
            chance=Chance.of_kept(kept["chance"]),
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ModelError(f"the weights {path} cannot be read ({error}); reinstall, or train again") from error
    return weighing


def _known(path: Path, columns: list[str]) -> tuple[str, ...]:
    if not set(columns) <= set(COLUMNS):
        raise ModelError(f"{path} weighs {', '.join(columns)}; this version has {', '.join(COLUMNS)}")
    return tuple(columns)


def _of_this_version(columns: tuple[str, ...], weights: list[float]) -> tuple[float, ...]:
    """Put kept weights in this version's order; evidence that came later weighs nothing."""
    kept = dict(zip(columns, weights, strict=True))
    return tuple(float(kept.get(column, 0.0)) for column in COLUMNS)
