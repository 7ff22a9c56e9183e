"""Judged lists: a query with the candidates that a reranker would read, in files that training and measuring share.

They are written by `indexer.training.lists`.
One JSON object a line, plain or gzipped::

    {"query": "...", "kind": "question", "part": "train", "relevant": ["ihc-1"],
     "candidates": [{"case": "ihc-1", "text": "Candidate: ...", "label": 1, "teacher": 0.83}, ...]}
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from search.errors import InputError


class Listed(NamedTuple):
    """One candidate of a list."""

    case: str
    """Source id."""
    text: str
    """What a reranker reads of it for this query (`search.reranking.pairs`)."""
    label: int
    """1 where it answers the query, else 0."""
    teacher: float | None = None
    """Share of the list that cheaper scores would give it; None where none was asked."""


class JudgedList(NamedTuple):
    """A query and its candidates, in the order of the first stage."""

    query: str
    kind: str
    part: str
    """"train", "dev" or "test": that of the case which the query is about."""
    relevant: tuple[str, ...]
    """Source ids, among the candidates or not."""
    candidates: tuple[Listed, ...]


def read_lists(path: Path) -> Iterator[JudgedList]:
    """Read a file of judged lists, plain or gzipped.

    Raises:
        InputError: At the first line that is no judged list, naming it.
    """
    number = 0
    try:
        with gzip.open(path, "rb") if path.suffix == ".gz" else path.open("rb") as lines:
            for number, line in enumerate(lines, start=1):  # noqa: B007 - named in the error
                yield _judged(json.loads(line))
    except (OSError, EOFError, ValueError, KeyError, TypeError) as error:
        raise InputError(f"the lists {path} cannot be read at line {number}: {error!r}") from error


def _judged(row: dict[str, object]) -> JudgedList:
    kept = dict(row)
    candidates = tuple(Listed(**candidate) for candidate in kept.pop("candidates"))  # type: ignore[attr-defined]
    relevant = tuple(map(str, kept.pop("relevant")))  # type: ignore[call-overload]
    return JudgedList(candidates=candidates, relevant=relevant, **kept)  # type: ignore[arg-type]
