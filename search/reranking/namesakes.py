"""Namesakes: candidates that are called what was asked for, and nothing else to tell them by.

Connected matters are filed in a batch under one title, and a party has many cases.  Where a query is a title, whole or
shortened to its beginning or to both its ends, or the whole name of one side, a model's preference among the cases
that are called so is noise, and so are the length of what else stands in their titles and a difference in their
numbers.  Those that are written as the query is come first, then the newest year and, in one year, the lowest serial:
the lead matter of a batch, under whose number its order is written.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from search.reranking.evidence import COLUMNS, WHOLE
from search.snapshot.columns import Columns
from search.types import Matrix, Placed, Vector

_TITLE = COLUMNS.index("title_coverage")
_QUERY = COLUMNS.index("query_coverage")
_VERBATIM = COLUMNS.index("title_verbatim")
_SIDE = COLUMNS.index("side_whole")
_STANDING = COLUMNS.index("title_prefix")
_ENDS = COLUMNS.index("title_ends")
_BEGINNING = 0.8
"""Of ``title_prefix``: the title begins with the query, whichever its capitals and marks."""


def lead_first(placed: Sequence[Placed], evidence: Matrix, columns: Columns) -> list[Placed]:
    """Reorder the namesakes among *placed*, each group within the places it holds.

    Args:
        placed: Cases in order.
        evidence: Shape ``(candidates, COLUMNS)``; row = `Placed.row`.
        columns: Of the snapshot.

    Returns:
        The same cases; those that the query tells apart keep their places.
    """
    groups: dict[str, list[int]] = defaultdict(list)
    for place, case in enumerate(placed):
        # Without a number it can be put in no order of numbers.
        if columns.year[case.doc_id] > 0 and (group := _called(evidence[case.row])):
            groups[group].append(place)
    ordered = list(placed)
    for places in groups.values():
        namesakes = sorted((placed[place] for place in places), key=lambda case: _key(evidence, columns, case))
        for place, case in zip(places, namesakes, strict=True):
            ordered[place] = case
    return ordered


def _called(evidence: Vector) -> str:
    """Return in which way a query is what a case is called; empty where it says more, or something else."""
    if evidence[_SIDE] >= WHOLE:
        return "side"
    if evidence[_QUERY] < WHOLE:
        return ""
    if evidence[_TITLE] >= WHOLE:
        return "title"
    if evidence[_STANDING] >= _BEGINNING:
        return "beginning"
    return "ends" if evidence[_ENDS] >= WHOLE else ""


def _key(evidence: Matrix, columns: Columns, case: Placed) -> tuple[float, float, int, int]:
    """Sort what is written as the query is before others, to its marks and capitals; then by the number."""
    row = evidence[case.row]
    literal = (-round(float(row[_VERBATIM]), 3), -round(float(row[_STANDING]), 3))
    return *literal, -int(columns.year[case.doc_id]), int(columns.serial[case.doc_id])
