"""Dense retrieval: passages by the cosine of their embedding with the query's, best passage per case."""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from search.retrieval.encoder import Encoder
from search.types import Mask, ScoredDoc, Vector

_PASSAGES_PER_CASE = 8
"""How many passages are asked for per case wanted: a long judgment has many that fit."""


def top_documents(query: Vector, documents: Vector, *, depth: int) -> list[ScoredDoc]:
    """Rank documents by cosine similarity, exactly.

    The obvious implementation, kept as the oracle the FAISS retriever is tested against.

    Args:
        query: Shape ``(dim,)``, float32, L2-normalised.
        documents: Shape ``(n_docs, dim)``, float32, rows L2-normalised, row = doc_id.
        depth: How many documents to return at most.
    """
    scores = documents @ query
    order = np.lexsort((np.arange(len(scores)), -scores))[:depth]
    return [ScoredDoc(int(row), float(scores[row])) for row in order]


@dataclass(frozen=True, slots=True)
class DenseRetriever:
    """Searches the passages of one snapshot."""

    index: Any
    """A FAISS index by inner product; row = dense passage."""
    passage_case: npt.NDArray[np.int32]
    """doc_id of each dense passage; ascending."""
    encoder: Encoder

    def encode(self, text: str) -> Vector:
        """Return the query's vector, shape ``(dim,)``, L2-normalised."""
        vector: Vector = self.encoder.encode([text])[0]
        return vector

    def retrieve(self, query: Vector, allowed: Mask | None, depth: int) -> list[ScoredDoc]:
        """Return at most *depth* allowed cases by their best passage, best first, ties by doc_id."""
        wanted = min(depth * _PASSAGES_PER_CASE, self.index.ntotal)
        if wanted == 0:
            return []
        scores, rows = self._search(query, wanted, allowed)
        best: dict[int, float] = {}
        for row, score in zip(rows, scores, strict=True):
            if row >= 0:
                best.setdefault(int(self.passage_case[row]), float(score))
        ranked = sorted(best.items(), key=lambda item: (-item[1], item[0]))
        return [ScoredDoc(doc_id, score) for doc_id, score in ranked[:depth]]

    def cosines(self, query: Vector, doc_ids: Sequence[int]) -> Vector:
        """Return the cosine of the best passage of each case, shape ``(len(doc_ids),)``; 0 where it has none."""
        best = np.zeros(len(doc_ids), dtype=np.float32)
        for place, doc_id in enumerate(doc_ids):
            start, end = np.searchsorted(self.passage_case, [doc_id, doc_id + 1])
            if end > start:
                best[place] = (self.index.reconstruct_n(int(start), int(end - start)) @ query).max()
        return best

    def _search(self, query: Vector, wanted: int, allowed: Mask | None) -> tuple[Vector, npt.NDArray[np.int64]]:
        parameters = None if allowed is None else self._selector(allowed)
        scores, rows = self.index.search(query[None, :], wanted, params=parameters)
        return scores[0], rows[0]

    def _selector(self, allowed: Mask) -> Any:
        # Looked up by name, because the stubs know nothing of what the Python layer adds to these classes.
        faiss: Any = importlib.import_module("faiss")
        selector = faiss.IDSelectorBitmap(np.packbits(allowed[self.passage_case], bitorder="little"))
        if isinstance(self.index, faiss.IndexHNSW):
            return faiss.SearchParametersHNSW(sel=selector)
        return faiss.SearchParameters(sel=selector)
