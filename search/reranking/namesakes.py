"""Namesakes: several cases under the very title that was asked for, and nothing else to tell them by.

Connected matters are filed in a batch under one title.  When a query is that title and no more, a model's
preference among them is noise, and so is a difference in their numbers.  The newest year comes first and, in
one year, the lowest serial: the lead matter of a batch, under whose number its order is written.
"""

from __future__ import annotations

from collections.abc import Sequence

from search.reranking.evidence import COLUMNS
from search.snapshot.columns import Columns
from search.types import Matrix, Placed

_ALL = 0.999
_TITLE = COLUMNS.index("title_coverage")
_QUERY = COLUMNS.index("query_coverage")
_VERBATIM = COLUMNS.index("title_verbatim")


def lead_first(placed: Sequence[Placed], evidence: Matrix, columns: Columns) -> list[Placed]:
    """Reorder the namesakes among *placed*, each group within the places it holds.

    Args:
        placed: Cases in order.
        evidence: Shape ``(candidates, COLUMNS)``; row = `Placed.row`.
        columns: Of the snapshot.

    Returns:
        The same cases; those that the query tells apart keep their places.
    """
    places = [place for place, case in enumerate(placed) if _is_namesake(evidence, case.row)]
    namesakes = sorted((placed[place] for place in places), key=lambda case: _key(evidence, columns, case))
    ordered = list(placed)
    for place, case in zip(places, namesakes, strict=True):
        ordered[place] = case
    return ordered


def _is_namesake(evidence: Matrix, row: int) -> bool:
    """Whether the query holds every word of the case's title and no other."""
    return bool(evidence[row, _TITLE] >= _ALL and evidence[row, _QUERY] >= _ALL)


def _key(evidence: Matrix, columns: Columns, case: Placed) -> tuple[float, int, int, int]:
    year, serial = int(columns.year[case.doc_id]), int(columns.serial[case.doc_id])
    return -round(float(evidence[case.row, _VERBATIM]), 3), -year, serial, case.doc_id
