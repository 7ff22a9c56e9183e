"""Measures: how well each query was answered, by ir-measures.

Nothing is computed here: the project's word for a measure is turned into that of ir-measures, and its
figures into rows.  A query without results counts as 0 in every measure.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from search.errors import ExtraMissing

Figures = npt.NDArray[np.float64]

MEASURES = ("nDCG@10", "MRR@10", "MAP", "S@1", "R@50", "R@100")
"""The columns of every table of rankings; MAP is that of the first 100 results."""
DEPTHS = (1, 3, 5, 10, 20, 50, 100)
BY_DEPTH = tuple(f"nDCG@{depth}" for depth in DEPTHS)
PRECISION = tuple(f"P@{depth}" for depth in DEPTHS)
RECALL = tuple(f"R@{depth}" for depth in DEPTHS)

_NAMES = {"MRR@10": "RR@10", "MAP": "AP", "S@1": "Success@1"}
"""What ir-measures calls the measure of one query, where that differs."""


def figures_of(
    rankings: Sequence[Sequence[str]], relevant: Sequence[Collection[str]], measures: Sequence[str] = MEASURES
) -> Figures:
    """Measure each query.

    Args:
        rankings: Ids of the cases found for each query, best first.
        relevant: Ids of the cases that answer it, at least one.
        measures: What to measure.

    Returns:
        Shape ``(queries, measures)``, float64, 0 to 1.

    Raises:
        ExtraMissing: If ir-measures is not installed.
    """
    library = ir_measures_library()
    wanted = [library.parse_measure(_NAMES.get(name, name)) for name in measures]
    figures = np.zeros((len(rankings), len(measures)))
    qrels = {str(row): dict.fromkeys(ids, 1) for row, ids in enumerate(relevant)}
    # Scores that fall with the rank: the order is ours, and nothing is left to ties.
    runs = {
        str(row): {case: float(-rank) for rank, case in enumerate(dict.fromkeys(ranked))}
        for row, ranked in enumerate(rankings)
        if ranked
    }
    for metric in library.iter_calc(list(dict.fromkeys(wanted)), qrels, runs):
        # A measure may be asked for in more than one column.
        columns = [column for column, measure in enumerate(wanted) if measure == metric.measure]
        figures[int(metric.query_id), columns] = metric.value
    return figures


def ir_measures_library() -> Any:
    """Return ir-measures.

    Raises:
        ExtraMissing: If it is not installed.
    """
    try:
        import ir_measures
    except ImportError as error:
        raise ExtraMissing("ir-measures", "evaluate") from error
    return ir_measures
