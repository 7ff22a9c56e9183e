"""Judged lists: a query with the candidates that a reranker would read, in files that training and measuring share.

They are written by `indexer.training.lists`.
One JSON object a line, plain or gzipped; ``teacher`` may be left out::

    {"query": "...", "kind": "question", "part": "train", "relevant": ["ihc-1"],
     "candidates": [{"case": "ihc-1", "text": "Candidate: ...", "label": 1, "teacher": 0.83}, ...]}
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from search.evaluation.json_lines import Object, check_has_candidates, label_in, number_in, part_in, read_rows, text_in


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
    """Read a file of judged lists, plain or gzipped; blank lines are passed over.

    Raises:
        InputError: If there is none, or at the first line that is no judged list, naming it.
    """
    return read_rows(path, _judged, called="a judged list")


def _judged(row: Object) -> JudgedList:
    check_has_candidates(row)
    relevant, candidates = row.get("relevant"), row.get("candidates")
    if not isinstance(relevant, list) or not all(isinstance(case, str) for case in relevant):
        raise ValueError('"relevant" is missing or no list of source ids')
    if not isinstance(candidates, list) or not all(isinstance(candidate, dict) for candidate in candidates):
        raise ValueError('"candidates" is missing or no list of objects')
    return JudgedList(
        query=text_in(row, "query"),
        kind=text_in(row, "kind"),
        part=part_in(row),
        relevant=tuple(relevant),
        candidates=tuple(map(_listed, candidates)),
    )


def _listed(candidate: Object) -> Listed:
    return Listed(
        case=text_in(candidate, "case"),
        text=text_in(candidate, "text"),
        label=label_in(candidate),
        teacher=number_in(candidate, "teacher"),
    )
