"""Cases that are called what was asked for: the newest year, then the lead matter of its batch."""

from __future__ import annotations

import numpy as np

from search.reranking.evidence import COLUMNS
from search.reranking.namesakes import lead_first
from search.types import Placed

SHARES = ("title_coverage", "query_coverage", "side_whole", "title_prefix", "title_ends")


def evidence_of(*rows: tuple[float, ...]) -> np.ndarray:
    made = np.zeros((len(rows), len(COLUMNS)), dtype=np.float32)
    for row, shares in enumerate(rows):
        for name, share in zip(SHARES, shares, strict=False):
            made[row, COLUMNS.index(name)] = share
    return made


class Numbers:
    year = np.array([2022, 2022, 2024, 2024])
    serial = np.array([6, 2, 9, 3])


class Unnumbered:
    year = np.array([0, 2022, 2024, 2024])
    serial = np.array([-1, 2, 9, 3])


def order(evidence: np.ndarray, columns: type = Numbers) -> list[int]:
    placed = [Placed(doc_id=doc_id, row=doc_id) for doc_id in range(len(evidence))]
    return [place.doc_id for place in lead_first(placed, evidence, columns)]


def test_namesakes_stand_by_year_and_then_by_serial():
    assert order(evidence_of((1, 1), (1, 1), (1, 1), (1, 1))) == [3, 2, 1, 0]


def test_what_the_query_tells_apart_keeps_its_place():
    assert order(evidence_of((1, 1), (0.5, 1), (1, 1), (1, 0.5))) == [2, 1, 0, 3]


def test_cases_of_the_party_that_is_asked_for_stand_likewise():
    assert order(evidence_of(*[(0.3, 1, 1, 1), (0.5, 1, 1, 1), (0.4, 1, 1, 1), (0.6, 1, 1, 1)])) == [3, 2, 1, 0]


def test_a_party_comes_before_others_whose_names_begin_alike():
    whole, begun = (0.3, 1, 1, 1), (0.3, 1, 0, 1)

    assert order(evidence_of(whole, whole, begun, begun)) == [1, 0, 3, 2]


def test_a_name_as_typed_comes_before_the_same_name_written_otherwise():
    assert order(evidence_of((0.3, 1, 1, 1), (0.3, 0.9, 1, 0), (0.3, 1, 1, 0.6), (0.3, 1, 1, 0.6))) == [0, 3, 2, 1]


def test_words_in_the_middle_of_titles_are_no_name():
    assert order(evidence_of(*[(0.3, 1, 0, 0.6)] * 4)) == [0, 1, 2, 3]


def test_titles_that_begin_and_end_as_the_query_does_stand_likewise():
    shortened, otherwise = (0.3, 1, 0, 0, 1), (0.3, 1, 0, 0, 0.5)

    assert order(evidence_of(shortened, otherwise, shortened, shortened)) == [3, 1, 2, 0]


def test_a_case_without_a_number_keeps_its_place():
    assert order(evidence_of(*[(1, 1)] * 4), Unnumbered) == [0, 3, 2, 1]
