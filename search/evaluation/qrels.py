"""Qrels: queries whose answers are known, read from JSON lines.

One object a line: ``{"query": "...", "kind": "question", "relevant": ["ihc-1"]}``; *kind* may be left out.  Training
reads the same files.  A foreign query, which the records cannot answer, is a line without ``relevant``.
"""

from __future__ import annotations

import gzip
import json
import random
import zlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple, Protocol, TypeVar

from search.errors import InputError

Row = TypeVar("Row")

NO_KIND = "unnamed"
"""The kind of a query whose line names none."""
ALL = "all"
"""What the group of every query is called."""


class OfKind(Protocol):
    """What is grouped: a judged query or a judged list."""

    @property
    def kind(self) -> str:
        """Of its query."""
        ...


class JudgedQuery(NamedTuple):
    """A query and the cases that answer it."""

    query: str
    kind: str
    relevant: tuple[str, ...]
    """Source ids, the case that the query is about first."""

    @property
    def case(self) -> str:
        """The case that the query is about: several queries about one case are not independent."""
        return self.relevant[0]


def read_qrels(path: Path) -> list[JudgedQuery]:
    """Read judged queries, plain or gzipped; empty lines are passed over.

    Raises:
        InputError: If there is none, or at the first line that is no judged query, naming it.
    """
    return _read(path, _judged, expected="query and relevant")


def read_foreign(path: Path) -> list[str]:
    """Read queries that nothing answers, as `read_qrels` does; what else stands in a line is passed over.

    Raises:
        InputError: If there is none, or at the first line that holds no query, naming it.
    """
    return _read(path, _query, expected="query")


def sampled(rows: Sequence[Row], count: int | None, *, seed: int = 0) -> list[Row]:
    """Draw *count* rows, the same in every run; all of them where that is None or as many."""
    if count is None or count >= len(rows):
        return list(rows)
    return random.Random(seed).sample(rows, count)


def groups_of(queries: Sequence[OfKind], together: Mapping[str, Sequence[str]]) -> dict[str, list[int]]:
    """Return the rows of the queries of each kind, then of each group of kinds in *together*, then of all.

    Raises:
        InputError: If *together* names a kind that no query has, or a group as a kind is named.
    """
    kinds = sorted({query.kind for query in queries})
    groups = {kind: _rows(queries, (kind,)) for kind in kinds}
    for name, members in together.items():
        unknown = sorted(set(members) - set(kinds))
        if unknown or not members:
            raise InputError(
                f"group {name}: no query is of kind {', '.join(unknown)}; the kinds are {', '.join(kinds)}"
            )
        if name in kinds or name == ALL:
            raise InputError(f"group {name} has the name of a kind; call it otherwise")
        groups[name] = _rows(queries, members)
    return groups | {ALL: list(range(len(queries)))}


def _read(path: Path, row_of: Callable[[Mapping[str, Any]], Row], *, expected: str) -> list[Row]:
    rows = []
    for number, line in enumerate(_lines(path), start=1):
        if line.strip():
            try:
                rows.append(row_of(_object(json.loads(line))))
            except ValueError as error:
                raise InputError(f"{path}, line {number}: {error}") from error
    if not rows:
        raise InputError(f"{path} holds no judged query; expected a JSON object with {expected} a line")
    return rows


def _lines(path: Path) -> list[str]:
    try:
        read = path.read_bytes()
        return (gzip.decompress(read) if path.suffix == ".gz" else read).decode().split("\n")
    except UnicodeDecodeError as error:
        # The error itself holds the whole file.
        raise InputError(f"the queries {path} cannot be read: byte {error.start:,} is no UTF-8") from error
    except (OSError, EOFError, zlib.error) as error:
        raise InputError(f"the queries {path} cannot be read: {error}") from error


def _object(row: Any) -> Mapping[str, Any]:
    if not isinstance(row, dict):
        raise ValueError(f"expected an object, found {type(row).__name__}")
    return row


def _query(row: Mapping[str, Any]) -> str:
    query = row.get("query")
    if not isinstance(query, str) or not query.strip():
        raise ValueError('"query" is missing or empty; expected the text of a query')
    return query


def _judged(row: Mapping[str, Any]) -> JudgedQuery:
    query, kind, relevant = _query(row), row.get("kind", NO_KIND), row.get("relevant")
    if not isinstance(kind, str) or not kind:
        raise ValueError(f'"kind" is {kind!r}; expected a word, or nothing')
    if not isinstance(relevant, list) or not relevant or not all(isinstance(case, str) for case in relevant):
        raise ValueError('"relevant" is missing or empty; expected a list of source ids')
    return JudgedQuery(query, kind, tuple(dict.fromkeys(relevant)))


def _rows(queries: Sequence[OfKind], kinds: Iterable[str]) -> list[int]:
    wanted = set(kinds)
    return [row for row, query in enumerate(queries) if query.kind in wanted]
