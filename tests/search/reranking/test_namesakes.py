"""Cases under one title: the newest year, then the lead matter of its batch."""

from __future__ import annotations

import numpy as np

from search.reranking.evidence import COLUMNS
from search.reranking.namesakes import lead_first
from search.types import Placed


def evidence_of(*rows: tuple[float, float]) -> np.ndarray:
    made = np.zeros((len(rows), len(COLUMNS)), dtype=np.float32)
    for row, (title, query) in enumerate(rows):
        made[row, COLUMNS.index("title_coverage")] = title
        made[row, COLUMNS.index("query_coverage")] = query
    return made


class Numbers:
    year = np.array([2022, 2022, 2024, 2024])
    serial = np.array([6, 2, 9, 3])


def order(evidence: np.ndarray) -> list[int]:
    placed = [Placed(doc_id=doc_id, row=doc_id) for doc_id in range(len(evidence))]
    return [place.doc_id for place in lead_first(placed, evidence, Numbers)]


def test_namesakes_stand_by_year_and_then_by_serial():
    assert order(evidence_of((1, 1), (1, 1), (1, 1), (1, 1))) == [3, 2, 1, 0]


def test_what_the_query_tells_apart_keeps_its_place():
    assert order(evidence_of((1, 1), (0.5, 1), (1, 1), (1, 0.5))) == [2, 1, 0, 3]
