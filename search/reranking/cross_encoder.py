"""The second stage: a cross-encoder that reads query and candidate together."""

from __future__ import annotations

import json
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from search.errors import ModelError
from search.models.batches import batches_by_length
from search.models.minilm import MiniLM, load_minilm
from search.models.strangers import digest_of, loading_errors, reason_of
from search.reranking.pairs import PAIR_FORMAT, query_text
from search.snapshot.manifest import sha256_of
from search.types import Candidate, Reading, Vector

if TYPE_CHECKING:
    from tokenizers import Tokenizer

SHIPPED = Path(__file__).parent / "weights"
MANIFEST_NAME = "manifest.json"
WEIGHTS_NAME = "model.safetensors"
TOKENIZER_NAME = "tokenizer.json"
BATCH_CANDIDATES = 4
"""Small, so that a deadline is seen within a fraction of a second and little is padded."""
_CLASSIFY, _SEPARATE = 101, 102
"""Ids of the marks [CLS] and [SEP] in the vocabulary of BERT, which is that of every model in this format."""
_QUERY_SHARE = 3
"""A query takes at most one part in this many of the tokens."""


@dataclass(frozen=True)
class MiniLMCrossEncoder:
    """A fine-tuned MiniLM in this project's own format, shipped or not: weights, tokenizer and a manifest."""

    folder: Path
    manifest: dict[str, Any]
    bfloat16: bool = False
    """In which arithmetic it reads."""

    @property
    def digest(self) -> str:
        """SHA-256 of the weights."""
        return str(self.manifest["files"][WEIGHTS_NAME])

    @property
    def tokenizer_digest(self) -> str:
        """Names the tokenizer, so that token ids made at build time can be trusted."""
        return str(self.manifest["tokenizer_digest"])

    @property
    def max_tokens(self) -> int:
        """Tokens of query and candidate together that the model reads."""
        return int(self.manifest["max_tokens"])

    @cached_property
    def tokenizer(self) -> Tokenizer:
        """Cutting nothing, padding nothing."""
        from tokenizers import Tokenizer

        tokenizer = Tokenizer.from_file(str(self.folder / TOKENIZER_NAME))
        tokenizer.no_padding()
        tokenizer.no_truncation()
        return tokenizer

    @cached_property
    def _model(self) -> MiniLM:
        heads = int(self.manifest["attention_heads"])
        return load_minilm(self.folder / WEIGHTS_NAME, attention_heads=heads, bfloat16=self.bfloat16)

    def score(self, query: str, candidates: Sequence[Candidate]) -> Vector:
        """Return one logit per candidate."""
        return self.read(query, candidates).logits

    def read(self, query: str, candidates: Sequence[Candidate], *, deadline: float | None = None) -> Reading:
        """Read *candidates*; see `search.types.Reranker`."""
        rows = self._rows(query, candidates)
        logits = np.zeros(len(rows), dtype=np.float32)
        for batch in batches_by_length([len(ids) for ids, _ in rows], BATCH_CANDIDATES):
            if deadline is not None and time.monotonic() >= deadline:
                raise TimeoutError("the deadline passed before all candidates were read")
            logits[batch] = self._model.classify([rows[row][0] for row in batch], [rows[row][1] for row in batch])
        return Reading(logits, [len(ids) - first - 1 for ids, first in rows])

    def _rows(self, query: str, candidates: Sequence[Candidate]) -> list[tuple[list[int], int]]:
        query_ids = self.tokenizer.encode(query_text(query), add_special_tokens=False).ids
        return [assemble(query_ids, self._pieces(candidate), self.max_tokens) for candidate in candidates]

    def _pieces(self, candidate: Candidate) -> tuple[Sequence[int], Sequence[int], Sequence[int]]:
        if candidate.tokenizer_digest == self.tokenizer_digest:
            return candidate.head.tolist(), candidate.passage.tolist(), candidate.tail.tolist()
        return self.tokenizer.encode(candidate.text, add_special_tokens=False).ids, (), ()


@dataclass(frozen=True)
class SentenceTransformerReranker:
    """Any CrossEncoder of sentence-transformers, from a folder or by name; it reads text."""

    name: str
    model: Any
    digest: str

    def score(self, query: str, candidates: Sequence[Candidate]) -> Vector:
        """Return one logit per candidate."""
        return self.read(query, candidates).logits

    def _tokens(self, query: str, candidates: Sequence[Candidate]) -> list[int]:
        """Return how many tokens of each candidate, in the model's own count, fit beside *query*."""
        tokenizer, room = self.model.tokenizer, self.model.max_length
        wanted = [len(tokenizer.encode(candidate.text, add_special_tokens=False)) for candidate in candidates]
        if not room:
            return wanted
        others = len(tokenizer.encode(query_text(query), ""))
        return [max(0, min(tokens, room - others)) for tokens in wanted]

    def read(self, query: str, candidates: Sequence[Candidate], *, deadline: float | None = None) -> Reading:
        """Read *candidates*; see `search.types.Reranker`."""
        from torch.nn import Identity

        logits = np.zeros(len(candidates), dtype=np.float32)
        for batch in batches_by_length([len(candidate.text) for candidate in candidates], BATCH_CANDIDATES):
            if deadline is not None and time.monotonic() >= deadline:
                raise TimeoutError("the deadline passed before all candidates were read")
            pairs = [(query_text(query), candidates[row].text) for row in batch]
            logits[batch] = self.model.predict(pairs, activation_fn=Identity(), show_progress_bar=False)
        return Reading(logits, self._tokens(query, candidates))


def assemble(
    query: Sequence[int], pieces: tuple[Sequence[int], Sequence[int], Sequence[int]], max_tokens: int
) -> tuple[list[int], int]:
    """Put ``[CLS] query [SEP] head passage tail [SEP]`` together within *max_tokens*.

    What does not fit is cut from the head's end first, but never below half of the room: the passage was
    chosen for this query, and the title stands at the head's start.

    Returns:
        The ids, and how many of them belong to the query, its marks included.
    """
    first = [_CLASSIFY, *query[: max_tokens // _QUERY_SHARE], _SEPARATE]
    room = max_tokens - len(first) - 1
    head, passage, tail = pieces
    passage = passage[: max(room // 2, room - len(head))]
    head = head[: room - len(passage)]
    tail = tail[: room - len(head) - len(passage)]
    return [*first, *head, *passage, *tail, _SEPARATE], len(first)


def load_reranker(name: str, *, bfloat16: bool = False) -> MiniLMCrossEncoder | SentenceTransformerReranker | None:
    """Return the reranker called *name*: the shipped one if empty, None for ``none``, else a folder or name.

    Raises:
        ModelError: If it is not there, or does not match its manifest.
    """
    if name == "none":
        return None
    folder = Path(name) if name else SHIPPED
    if (folder / MANIFEST_NAME).is_file():
        return replace(_open_folder(folder), bfloat16=bfloat16)
    if not name:
        raise ModelError(f"the shipped reranker is missing from {SHIPPED}; reinstall, or set IHC_SEARCH_RERANKER=none")
    return _load_sentence_transformers(name)


def _open_folder(folder: Path) -> MiniLMCrossEncoder:
    try:
        manifest = json.loads((folder / MANIFEST_NAME).read_text(encoding="utf-8"))
        trained_on, files = manifest["pair_format"], dict(manifest["files"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        cause = f"it has no {error}" if isinstance(error, KeyError) else reason_of(error)
        raise ModelError(f"{folder / MANIFEST_NAME} cannot be read ({cause}); {_way_out(folder)}") from error
    if trained_on != PAIR_FORMAT:
        raise ModelError(
            f"{folder} was trained on pair format {trained_on}, this version builds {PAIR_FORMAT}; "
            "train it again with `ihc-search train`"
        )
    for file_name, expected in files.items():
        path = folder / file_name
        if not path.is_file():
            raise ModelError(f"{path} is missing; {_way_out(folder)}")
        found = sha256_of(path)
        if found != expected:
            raise ModelError(f"{path} has SHA-256 {found[:12]}, its manifest says {expected[:12]}; {_way_out(folder)}")
    return MiniLMCrossEncoder(folder, manifest)


def _way_out(folder: Path) -> str:
    """Return what to do about a damaged model."""
    if folder == SHIPPED:
        return "reinstall, or set IHC_SEARCH_RERANKER to another model"
    return "copy the folder again, train it again, or set IHC_SEARCH_RERANKER to another model"


def _load_sentence_transformers(name: str) -> SentenceTransformerReranker:
    from sentence_transformers import CrossEncoder
    from transformers import AutoConfig

    try:
        config = AutoConfig.from_pretrained(name)
        _check_scores_pairs(name, config.architectures or (), labels=config.num_labels)
        model = CrossEncoder(name, device="cpu", model_kwargs={"use_safetensors": True})
    except loading_errors() as error:
        raise ModelError(
            f"the reranker {name!r} cannot be loaded ({reason_of(error)}); IHC_SEARCH_RERANKER takes a "
            "CrossEncoder folder or name with safetensors weights, nothing for the shipped one, or none"
        ) from error
    return SentenceTransformerReranker(name, model, digest_of(model))


def _check_scores_pairs(name: str, architectures: Sequence[str], *, labels: int) -> None:
    """Refuse what loads and would score at random: a body without a classifier, or one that tells several classes."""
    if not any(each.endswith("ForSequenceClassification") for each in architectures):
        raise ModelError(
            f"the reranker {name!r} is a {' or '.join(architectures) or 'model of no named kind'} and no CrossEncoder; "
            "an encoder belongs in IHC_SEARCH_ENCODER"
        )
    if labels != 1:
        raise ModelError(f"the reranker {name!r} gives {labels} scores to a pair; one is needed")
