"""Token ids of each case's head and tail and of each passage, made once so that the reranker need not.

They are good only for a model with the same tokenizer: compare `tokenizer_digest` with the manifest's.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np
import numpy.typing as npt

FOLDER = "tokens"
PARTS = ("head", "tail", "passage")

TokenIds = npt.NDArray[np.uint16]
Offsets = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class TokenRows:
    """Lists of token ids, end to end in one array."""

    ids: TokenIds
    offsets: Offsets
    """Row *r* is ``ids[offsets[r] : offsets[r + 1]]``; one longer than there are rows."""

    def __len__(self) -> int:
        return len(self.offsets) - 1

    def row(self, number: int) -> TokenIds:
        """Return the ids of one row, without copying; read-only."""
        return self.ids[self.offsets[number] : self.offsets[number + 1]]


@dataclass(frozen=True, slots=True)
class Tokens:
    """The token ids of one snapshot, without special tokens and never cut."""

    heads: TokenRows
    """Row = doc_id."""
    tails: TokenRows
    """Row = doc_id."""
    passages: TokenRows
    """Row = passage_id."""
    passage_case: npt.NDArray[np.int32]
    """doc_id of each passage; ascending, so the passages of a case are neighbours."""

    def head(self, doc_id: int) -> TokenIds:
        """Return the ids of a case's parts up to the court's own words."""
        return self.heads.row(doc_id)

    def tail(self, doc_id: int) -> TokenIds:
        """Return the ids of a case's parts behind the summary."""
        return self.tails.row(doc_id)

    def passage(self, passage_id: int) -> TokenIds:
        """Return the ids of one passage."""
        return self.passages.row(passage_id)

    def passages_of(self, doc_id: int) -> range:
        """Return the passage ids of one case; empty where it has no text."""
        start, end = np.searchsorted(self.passage_case, [doc_id, doc_id + 1])
        return range(int(start), int(end))


def open_tokens(folder: Path) -> Tokens:
    """Map the token ids kept in *folder* into memory."""
    heads, tails, passages = (_open_rows(folder, part) for part in PARTS)
    passage_case = np.load(folder / "passage_case.npy", allow_pickle=False)
    return Tokens(heads=heads, tails=tails, passages=passages, passage_case=passage_case)


def _open_rows(folder: Path, part: str) -> TokenRows:
    ids = np.load(folder / f"{part}.npy", mmap_mode="r", allow_pickle=False)
    return TokenRows(ids=ids, offsets=np.load(folder / f"{part}_offsets.npy", allow_pickle=False))


class Tokenizer(Protocol):
    """The part of `tokenizers.Tokenizer` that is needed here."""

    def get_vocab(self) -> dict[str, int]:
        """Return token -> id."""
        ...

    def to_str(self) -> str:
        """Return the whole definition as JSON."""
        ...


_STEPS = ("normalizer", "pre_tokenizer", "added_tokens")


def tokenizer_digest(tokenizer: Tokenizer) -> str:
    """Name what *tokenizer* does to a text: equal for equal ids, however it was loaded.

    Padding, truncation and special tokens are left out, because they are set by whoever uses the tokenizer.
    """
    definition = json.loads(tokenizer.to_str())
    steps = {step: definition.get(step) for step in _STEPS}
    model = {key: value for key, value in definition["model"].items() if key != "vocab"}
    written = json.dumps([steps, model, tokenizer.get_vocab()], sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(written.encode()).hexdigest()
