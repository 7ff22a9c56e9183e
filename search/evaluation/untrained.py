"""The cross-encoder before any training: what a fine-tuned one is measured against."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from search.models.batches import batches_by_length
from search.models.minilm import MiniLM
from search.reranking.cross_encoder import assemble
from search.reranking.pairs import query_text
from search.retrieval.encoder import SentenceEncoder
from search.snapshot.tokens import tokenizer_digest
from search.types import Candidate, Reading, Vector

_BATCH_CANDIDATES = 4
_SPREAD = 0.02
"""Deviation of a new classifier's weights, as BERT begins with."""


@dataclass(frozen=True)
class UntrainedCrossEncoder:
    """The packaged MiniLM body with a classifier of random weights."""

    encoder: SentenceEncoder
    max_tokens: int
    """Of query and candidate together."""
    seed: int = 42

    @property
    def digest(self) -> str:
        """Names the body and the seed of the classifier."""
        return f"untrained-{self.seed}-{self.encoder.digest}"

    @cached_property
    def _tokenizer_digest(self) -> str:
        return tokenizer_digest(self.encoder.tokenizer)

    @cached_property
    def _model(self) -> MiniLM:
        import torch

        body = self.encoder.body
        generator = torch.Generator().manual_seed(self.seed)
        dim = body.weights["pooler.dense.weight"].shape[0]
        classifier = {
            "classifier.weight": torch.randn(1, dim, generator=generator) * _SPREAD,
            "classifier.bias": torch.zeros(1),
        }
        return MiniLM({**body.weights, **classifier}, body.layers, body.attention_heads, body.bfloat16)

    def score(self, query: str, candidates: Sequence[Candidate]) -> Vector:
        """Return one logit per candidate."""
        return self.read(query, candidates).logits

    def read(self, query: str, candidates: Sequence[Candidate], *, deadline: float | None = None) -> Reading:
        """Read *candidates*; see `search.types.Reranker`.  It knows no deadline."""
        rows = self._rows(query, candidates)
        logits = np.zeros(len(rows), dtype=np.float32)
        for batch in batches_by_length([len(ids) for ids, _ in rows], _BATCH_CANDIDATES):
            logits[batch] = self._model.classify([rows[row][0] for row in batch], [rows[row][1] for row in batch])
        return Reading(logits, [len(ids) - first - 1 for ids, first in rows])

    def _rows(self, query: str, candidates: Sequence[Candidate]) -> list[tuple[list[int], int]]:
        asked = self.encoder.tokenizer.encode(query_text(query), add_special_tokens=False).ids
        return [assemble(asked, self._pieces(candidate), self.max_tokens) for candidate in candidates]

    def _pieces(self, candidate: Candidate) -> tuple[Sequence[int], Sequence[int], Sequence[int]]:
        if candidate.tokenizer_digest == self._tokenizer_digest:
            return candidate.head.tolist(), candidate.passage.tolist(), candidate.tail.tolist()
        return self.encoder.tokenizer.encode(candidate.text, add_special_tokens=False).ids, (), ()
