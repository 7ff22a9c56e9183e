"""The second stage: a cross-encoder that reads query and candidate together."""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from search.errors import ModelError
from search.models.minilm import MiniLM, load_minilm
from search.reranking.pairs import PAIR_FORMAT, query_text
from search.snapshot.manifest import sha256_of
from search.types import Candidate, Vector

if TYPE_CHECKING:
    from tokenizers import Tokenizer

SHIPPED = Path(__file__).parent / "weights"
MANIFEST_NAME = "manifest.json"
WEIGHTS_NAME = "model.safetensors"
TOKENIZER_NAME = "tokenizer.json"
BATCH_CANDIDATES = 4
"""Small, so that a deadline is seen within a fraction of a second and little is padded."""
_QUERY_SHARE = 3
"""A query takes at most one part in this many of the tokens."""


@dataclass(frozen=True)
class ShippedCrossEncoder:
    """A fine-tuned MiniLM kept in this project's own format: weights, tokenizer and a manifest."""

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

    def score(self, query: str, candidates: Sequence[Candidate], *, deadline: float | None = None) -> Vector:
        """Return one logit per candidate; see `search.types.Reranker`."""
        rows = self._rows(query, candidates)
        logits = np.zeros(len(rows), dtype=np.float32)
        for batch in _batches([len(ids) for ids, _ in rows]):
            if deadline is not None and time.monotonic() >= deadline:
                raise TimeoutError("the deadline passed before all candidates were read")
            logits[batch] = self._model.classify([rows[row][0] for row in batch], [rows[row][1] for row in batch])
        return logits

    def tokens_read(self, query: str, candidates: Sequence[Candidate]) -> list[int]:
        """Return how many tokens of each candidate are read beside *query*."""
        return [len(ids) - first - 1 for ids, first in self._rows(query, candidates)]

    def _rows(self, query: str, candidates: Sequence[Candidate]) -> list[tuple[list[int], int]]:
        query_ids = self.tokenizer.encode(query_text(query), add_special_tokens=False).ids
        return [assemble(query_ids, self._pieces(candidate), self.max_tokens) for candidate in candidates]

    def _pieces(self, candidate: Candidate) -> tuple[Sequence[int], Sequence[int], Sequence[int]]:
        if candidate.tokenizer_digest == self.tokenizer_digest:
            return candidate.head.tolist(), candidate.passage.tolist(), candidate.tail.tolist()
        return self.tokenizer.encode(candidate.text, add_special_tokens=False).ids, (), ()


@dataclass(frozen=True)
class SentenceTransformersReranker:
    """Any CrossEncoder of sentence-transformers, from a folder or by name; it reads text."""

    name: str
    model: Any
    digest: str

    def tokens_read(self, query: str, candidates: Sequence[Candidate]) -> list[int]:
        """Return how many tokens of each candidate, in the model's own count, are read beside *query*."""
        tokenizer, room = self.model.tokenizer, self.model.max_length
        wanted = [len(tokenizer.encode(candidate.text, add_special_tokens=False)) for candidate in candidates]
        if not room:
            return wanted
        others = len(tokenizer.encode(query_text(query), ""))
        return [max(0, min(tokens, room - others)) for tokens in wanted]

    def score(self, query: str, candidates: Sequence[Candidate], *, deadline: float | None = None) -> Vector:
        """Return one logit per candidate; see `search.types.Reranker`."""
        from torch.nn import Identity

        logits = np.zeros(len(candidates), dtype=np.float32)
        for batch in _batches([len(candidate.text) for candidate in candidates]):
            if deadline is not None and time.monotonic() >= deadline:
                raise TimeoutError("the deadline passed before all candidates were read")
            pairs = [(query_text(query), candidates[row].text) for row in batch]
            logits[batch] = self.model.predict(pairs, activation_fn=Identity(), show_progress_bar=False)
        return logits


def assemble(
    query: Sequence[int],
    pieces: tuple[Sequence[int], Sequence[int], Sequence[int]],
    max_tokens: int,
    *,
    classify: int = 101,
    separate: int = 102,
) -> tuple[list[int], int]:
    """Put ``[CLS] query [SEP] head passage tail [SEP]`` together within *max_tokens*.

    What does not fit is cut from the head's end first, but never below half of the room: the passage was
    chosen for this query, and the title stands at the head's start.

    Returns:
        The ids, and how many of them belong to the query, its marks included.
    """
    first = [classify, *query[: max_tokens // _QUERY_SHARE], separate]
    room = max_tokens - len(first) - 1
    head, passage, tail = pieces
    passage = passage[: max(room // 2, room - len(head))]
    head = head[: room - len(passage)]
    tail = tail[: room - len(head) - len(passage)]
    return [*first, *head, *passage, *tail, separate], len(first)


def load_reranker(name: str, *, bfloat16: bool = False) -> ShippedCrossEncoder | SentenceTransformersReranker | None:
    """Return the reranker called *name*: the shipped one if empty, None for ``none``, else a folder or name.

    Raises:
        ModelError: If it is not there, or does not match its manifest.
    """
    if name == "none":
        return None
    folder = Path(name) if name else SHIPPED
    if (folder / MANIFEST_NAME).is_file():
        return replace(_open_shipped(folder), bfloat16=bfloat16)
    if not name:
        raise ModelError(f"the shipped reranker is missing from {SHIPPED}; reinstall, or set IHC_SEARCH_RERANKER=none")
    return _load_sentence_transformers(name)


def _open_shipped(folder: Path) -> ShippedCrossEncoder:
    try:
        manifest = json.loads((folder / MANIFEST_NAME).read_text(encoding="utf-8"))
        trained_on, files = manifest["pair_format"], dict(manifest["files"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ModelError(f"{folder / MANIFEST_NAME} cannot be read ({error!r}); reinstall, or train again") from error
    if trained_on != PAIR_FORMAT:
        raise ModelError(
            f"{folder} was trained on pair format {trained_on}, this version builds {PAIR_FORMAT}; "
            "train it again with `ihc-search train`"
        )
    for file_name, expected in files.items():
        path = folder / file_name
        if not path.is_file():
            raise ModelError(f"{path} is missing; reinstall, or set IHC_SEARCH_RERANKER to another folder")
        found = sha256_of(path)
        if found != expected:
            raise ModelError(f"{path} has SHA-256 {found[:12]}, its manifest says {expected[:12]}; reinstall")
    return ShippedCrossEncoder(folder, manifest)


def _load_sentence_transformers(name: str) -> SentenceTransformersReranker:
    from safetensors import SafetensorError
    from sentence_transformers import CrossEncoder
    from transformers import AutoConfig

    try:
        config = AutoConfig.from_pretrained(name)
        _check_scores_pairs(name, config.architectures or (), labels=config.num_labels)
        model = CrossEncoder(name, device="cpu", model_kwargs={"use_safetensors": True})
    except (OSError, ValueError, RuntimeError, KeyError, TypeError, SafetensorError) as error:
        reason = (str(error).splitlines() or [type(error).__name__])[0][:200]
        raise ModelError(
            f"the reranker {name!r} cannot be loaded ({reason}); IHC_SEARCH_RERANKER takes a "
            "CrossEncoder folder or name with safetensors weights, nothing for the shipped one, or none"
        ) from error
    digest = hashlib.sha256()
    for key, tensor in sorted(model.state_dict().items()):
        digest.update(f"{key} {tuple(tensor.shape)}".encode())
        digest.update(tensor.detach().cpu().float().numpy().tobytes())
    return SentenceTransformersReranker(name, model, digest.hexdigest())


def _check_scores_pairs(name: str, architectures: Sequence[str], *, labels: int) -> None:
    """Refuse what loads and would score at random: a body without a classifier, or one that tells several classes."""
    if not any(each.endswith("ForSequenceClassification") for each in architectures):
        raise ModelError(
            f"the reranker {name!r} is a {' or '.join(architectures) or 'model of no named kind'} and no CrossEncoder; "
            "an encoder belongs in IHC_SEARCH_ENCODER"
        )
    if labels != 1:
        raise ModelError(f"the reranker {name!r} gives {labels} scores to a pair; one is needed")


def _batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Group rows of like length, longest first; ties by row."""
    order = sorted(range(len(lengths)), key=lambda row: (-lengths[row], row))
    return (order[start : start + BATCH_CANDIDATES] for start in range(0, len(order), BATCH_CANDIDATES))
