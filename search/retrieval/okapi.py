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
from types import MappingProxyType

import numpy as np
import numpy.typing as npt

from search.types import Mask, Vector

SPELLING_SHARE = 0.9
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

    def scores(
        self, terms: Sequence[str], spellings: Mapping[str, Sequence[str]] = MappingProxyType({})
    ) -> tuple[Vector, Mask]:
        """Score every unit for *terms*, a repeated term counting as often as it stands there.

        Args:
            terms: Analysed.
            spellings: Term -> other spellings of it; a unit that holds one of them counts `SPELLING_SHARE` of what that
                one contributes, where that is more than the term itself does.

        Returns:
            Scores, shape ``(size,)``, float32, and whether each unit holds at least one of the terms.
            The two differ, because a term's weight can be zero or below in a tiny corpus.
        """
        scores = np.zeros(self.size, dtype=np.float32)
        matched = np.zeros(self.size, dtype=np.bool_)
        for term in terms:
            units, contributions = self._contributions(term, spellings.get(term, ()))
            scores[units] += contributions  # a unit stands once among them, so plain indexing adds right
            matched[units] = True
        return scores, matched

    def _contributions(self, term: str, others: Sequence[str]) -> tuple[npt.NDArray[np.int32], Vector]:
        """Return the units that hold *term* or one of its *others*, each once, and what that adds to their score."""
        known = [(term, 1.0), *((other, SPELLING_SHARE) for other in others)]
        found = [
            (self.indices[row], np.float32(share) * self.data[row])
            for row, share in ((self._row(name), share) for name, share in known)
            if row is not None
        ]
        if len(found) < 2:
            return found[0] if found else (self.indices[:0], self.data[:0])
        best = np.full(self.size, -np.inf, dtype=np.float32)
        for units, contributions in found:
            best[units] = np.maximum(best[units], contributions)
        units = np.flatnonzero(best > -np.inf).astype(np.int32)
        return units, best[units]

    def _row(self, term: str) -> slice | None:
        """Return where the units of *term* are kept; None where none holds it."""
        row = self.terms.get(term)
        return None if row is None else slice(int(self.indptr[row]), int(self.indptr[row + 1]))

    def coverage(self, terms: Sequence[str], spellings: Mapping[str, Sequence[str]] = MappingProxyType({})) -> Vector:
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
            units, _ = self._contributions(term, spellings.get(term, ()))
            covered[units] += np.float32(weight)
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
