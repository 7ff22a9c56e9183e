"""Tokens build: the token ids of each case's head and tail and of each passage."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from indexer.progress import Progress, silent
from search.cases import Case
from search.reranking.pairs import head_of, tail_of
from search.text.passages import passages_of

if TYPE_CHECKING:
    from tokenizers import Tokenizer

_TEXTS_AT_ONCE = 512


def build_tokens(cases: Sequence[Case], folder: Path, *, tokenizer: Tokenizer, progress: Progress = silent) -> int:
    """Write the token ids of *cases*, in the order of their doc_id, into *folder*.

    Returns:
        How many passages there are.
    """
    passages = [passages_of(case) for case in cases]
    texts = {
        "head": [head_of(case) for case in cases],
        "tail": [tail_of(case) for case in cases],
        "passage": [text for case_passages in passages for text in case_passages],
    }
    done, total = 0, sum(map(len, texts.values()))
    for part, part_texts in texts.items():
        rows = []
        for start in range(0, len(part_texts), _TEXTS_AT_ONCE):
            progress("making tokens", done + start, total)
            rows += _token_ids(part_texts[start : start + _TEXTS_AT_ONCE], tokenizer)
        _write_rows(rows, folder, part)
        done += len(part_texts)
    progress("making tokens", total, total)
    owners = np.repeat(np.arange(len(cases), dtype=np.int32), [len(found) for found in passages])
    np.save(folder / "passage_case.npy", owners, allow_pickle=False)
    return len(owners)


def _token_ids(texts: Sequence[str], tokenizer: Tokenizer) -> list[np.ndarray]:
    encodings = tokenizer.encode_batch(list(texts), add_special_tokens=False)
    return [np.array(encoding.ids, dtype=np.uint16) for encoding in encodings]


def _write_rows(rows: Sequence[np.ndarray], folder: Path, part: str) -> None:
    offsets = np.cumsum([0, *(len(row) for row in rows)], dtype=np.int64)
    np.save(folder / f"{part}.npy", np.concatenate([np.empty(0, np.uint16), *rows]), allow_pickle=False)
    np.save(folder / f"{part}_offsets.npy", offsets, allow_pickle=False)
