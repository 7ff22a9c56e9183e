"""Qrels: queries whose answers are known, read from JSON lines.

One object a line: ``{"query": "...", "kind": "question", "relevant": ["ihc-1"]}``; *kind* may be left out.  Training
reads the same files.  A foreign query, which the records cannot answer, is a line without ``relevant``.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, Protocol, TypeVar

from search.errors import InputError
from search.evaluation.json_lines import Object, read_rows, text_in

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
    return list(read_rows(path, _judged, called='a judged query: {"query": "...", "relevant": ["source id"]}'))


def read_foreign(path: Path) -> list[str]:
    """Read queries that nothing answers, as `read_qrels` does; what else stands in a line is passed over.

    Raises:
        InputError: If there is none, or at the first line that holds no query, naming it.
    """
    return list(read_rows(path, lambda row: text_in(row, "query"), called='a query: {"query": "..."}'))


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


def _judged(row: Object) -> JudgedQuery:
    query, kind, relevant = text_in(row, "query"), row.get("kind", NO_KIND), row.get("relevant")
    if not isinstance(kind, str) or not kind:
        raise ValueError('"kind" is no text')
    if not isinstance(relevant, list) or not relevant or not all(isinstance(case, str) for case in relevant):
        raise ValueError('"relevant" is missing, empty or no list of source ids')
    return JudgedQuery(query, kind, tuple(dict.fromkeys(relevant)))


def _rows(queries: Sequence[OfKind], kinds: Iterable[str]) -> list[int]:
    wanted = set(kinds)
    return [row for row, query in enumerate(queries) if query.kind in wanted]
