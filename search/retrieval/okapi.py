"""BM25Okapi as a sparse matrix of per-term contributions.

The scores are those of ``rank_bm25.BM25Okapi.get_scores``: its formula, its IDF with the epsilon floor,
its parameters.  That function walks every document for every query term; here each term's contribution
to each document is computed once, at build time, and a query adds up a few rows.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from search.types import Mask, Vector

FILES = ("data.npy", "indices.npy", "indptr.npy")


@dataclass(frozen=True, slots=True)
class TermMatrix:
    """Contributions by term: row = term, column = unit (a case or a passage); compressed rows."""

    terms: Mapping[str, int]
    """Term -> row."""
    data: Vector
    indices: npt.NDArray[np.int32]
    indptr: npt.NDArray[np.int64]
    size: int
    """How many units there are."""

    def scores(self, terms: Sequence[str]) -> tuple[Vector, Mask]:
        """Score every unit for *terms*, a repeated term counting as often as it stands there.

        Returns:
            Scores, shape ``(size,)``, float32, and whether each unit holds at least one of the terms.
            The two differ, because a term's weight can be zero or below in a tiny corpus.
        """
        scores = np.zeros(self.size, dtype=np.float32)
        matched = np.zeros(self.size, dtype=np.bool_)
        for row in (self.terms[term] for term in terms if term in self.terms):
            start, end = self.indptr[row], self.indptr[row + 1]
            units = self.indices[start:end]
            scores[units] += self.data[start:end]  # a unit stands once in a row, so plain indexing adds right
            matched[units] = True
        return scores, matched

    def coverage(self, terms: Sequence[str]) -> Vector:
        """Return which share of the distinct *terms*, by weight, each unit holds: 0 to 1, shape ``(size,)``.

        Unlike a score it compares across queries: it says how much of what was asked for is there at all.
        """
        covered = np.zeros(self.size, dtype=np.float32)
        total = 0.0
        for term in sorted(
            set(terms)
        ):  # sorted: a sum of floats depends on its order, and a set's order on the process
            weight = self.weight(term)
            total += weight
            row = self.terms.get(term)
            if row is not None:
                covered[self.indices[self.indptr[row] : self.indptr[row + 1]]] += np.float32(weight)
        return covered / np.float32(total) if total else covered

    def weight(self, term: str) -> float:
        """Return how telling *term* is: its IDF over all units, never negative; highest where no unit holds it.

        Source:
            Lucene's BM25Similarity, which adds 1 inside the logarithm of Robertson and Sparck Jones' weight.
        """
        row = self.terms.get(term)
        frequency = 0 if row is None else int(self.indptr[row + 1] - self.indptr[row])
        return math.log(1 + (self.size - frequency + 0.5) / (frequency + 0.5))


def open_term_matrix(folder: Path, terms: Mapping[str, int], *, size: int) -> TermMatrix:
    """Open the matrix that `indexer.lexical` wrote into *folder*; memory-mapped."""
    data, indices, indptr = (np.load(folder / name, mmap_mode="r", allow_pickle=False) for name in FILES)
    return TermMatrix(terms=terms, data=data, indices=indices, indptr=indptr, size=size)
