"""Judged lists: a query with the candidates that a reranker would read, in files that training and measuring share.

One JSON object a line, plain or gzipped::

    {"query": "...", "kind": "question", "part": "train", "relevant": ["ihc-1"],
     "candidates": [{"case": "ihc-1", "text": "Candidate: ...", "label": 1, "teacher": 0.83}, ...]}
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, Literal, NamedTuple, cast

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


def write_lists(path: Path, lists: Iterable[JudgedList]) -> str:
    """Write *lists* to *path*, gzipped where its name ends in ``.gz``, and return the SHA-256 of the lines.

    The digest is that of the text before compression, so it is the same wherever the same lists are made.
    """
    digest = hashlib.sha256()
    with _opened(path, "wb") as out:
        for judged in lists:
            row = judged._asdict() | {"candidates": [_row(candidate) for candidate in judged.candidates]}
            line = json.dumps(row, ensure_ascii=False).encode() + b"\n"
            digest.update(line)
            out.write(line)
    return digest.hexdigest()


def read_lists(path: Path) -> Iterator[JudgedList]:
    """Read what `write_lists` wrote.

    Raises:
        InputError: At the first line that is no judged list, naming it.
    """
    number = 0
    try:
        with _opened(path, "rb") as lines:
            for number, line in enumerate(lines, start=1):  # noqa: B007 - named in the error
                yield _judged(json.loads(line))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InputError(f"the lists {path} cannot be read at line {number}: {error!r}") from error


def _opened(path: Path, mode: Literal["rb", "wb"]) -> IO[bytes]:
    if path.suffix == ".gz":
        return cast("IO[bytes]", gzip.open(path, mode))
    return path.open(mode)


def _row(candidate: Listed) -> dict[str, object]:
    return {name: value for name, value in candidate._asdict().items() if value is not None}


def _judged(row: dict[str, object]) -> JudgedList:
    kept = dict(row)
    candidates = tuple(Listed(**candidate) for candidate in kept.pop("candidates"))  # type: ignore[attr-defined]
    relevant = tuple(map(str, kept.pop("relevant")))  # type: ignore[call-overload]
    return JudgedList(candidates=candidates, relevant=relevant, **kept)  # type: ignore[arg-type]
