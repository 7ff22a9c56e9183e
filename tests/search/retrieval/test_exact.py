"""Exact retrieval: the number that a query names, whatever form it is written in."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from search.cases import CaseNumber
from search.query.parser import parse
from search.retrieval.exact import ExactRetriever
from search.snapshot.columns import LISTED, NO_DATE, Columns

NUMBERS = (
    CaseNumber("CRL MISC", 5, 2025, "Bail After Arrest", "SB"),
    CaseNumber("CRL MISC", 5, 2025, "", "SB"),
    CaseNumber("CRL REV", 5, 2025, "Against Interim Order", "SB"),
    CaseNumber("CR", 5, 2025, "", "SB"),
    CaseNumber("CUST REF", 5, 2025, "", "DB"),
    CaseNumber("WP", 8, 2024, "Service", "SB"),
    CaseNumber("ZETA", 3, 2024, "", "SB"),
)


def columns_of(numbers: tuple[CaseNumber, ...]) -> Columns:
    fields = ("case_type", "category", "bench_kind")
    vocabulary = {name: tuple(sorted({getattr(number, name) for number in numbers} - {""})) for name in fields}

    def codes(name: str) -> np.ndarray:
        values = [getattr(number, name) for number in numbers]
        return np.array([vocabulary[name].index(value) if value else -1 for value in values], dtype=np.int32)

    rows = len(numbers)
    return Columns(
        **{name: codes(name) for name in fields},
        status=np.full(rows, -1, np.int32),
        court=np.full(rows, -1, np.int32),
        year=np.array([number.year for number in numbers], np.int16),
        serial=np.array([number.serial for number in numbers], np.int32),
        date=np.full(rows, NO_DATE, np.int32),
        kind=np.zeros(rows, np.int8),
        **{f"{name}_indptr": np.zeros(rows + 1, np.int32) for name in LISTED},
        **{f"{name}_codes": np.zeros(0, np.int32) for name in LISTED},
        vocabulary=vocabulary | dict.fromkeys(("status", "court", *LISTED), ()),
    )


@pytest.fixture
def retriever() -> ExactRetriever:
    return ExactRetriever(columns_of(NUMBERS))


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("Crl. Misc. 5/2025 Bail After Arrest (SB)", 0),
        ("Crl. Misc. 5/2025", 1),
        ("Crl. Misc. 5-B/2025", 0),
        ("criminal misc no 5b of 25", 0),
        ("5/2025 criminal revision", 2),
        ("writ petition 8 of 2024", 5),
        ("رٹ پٹیشن نمبر ۸/۲۰۲۴", 5),
        ("Crl. Misc. 5/2025-B", 0),
        ("Crl. Misc. B-5/2025", 0),
        ("is wp 8/2024 decided", 5),
        ("wp (sb) 8/2024", 5),
        ("WP/8/2024", 5),
        ("writ petiton 8/2024", 5),
        ("case no 8/2024", 5),
        ("number:8/2024", 5),
        ("zeta 3/2024", 6),
        ("see Zeta No. 3/2024 (SB)", 6),
    ],
)
def test_the_case_that_is_written_stands_first(retriever, query, first):
    assert retriever.match(parse(query)).doc_ids[0] == first


def test_a_letter_at_the_serial_makes_no_number_absent(retriever):
    matches = retriever.match(parse("W.P. 8-Q/2024"))

    assert (matches.doc_ids, matches.missing) == ((5,), ())


def test_an_alias_of_several_types_lists_them_type_by_type(retriever):
    matches = retriever.match(parse("5/2025"))
    types = [NUMBERS[doc_id].case_type for doc_id in matches.pinned([2, 0, 3, 1, 4])]

    assert sorted(types) == sorted(number.case_type for number in NUMBERS[:5])
    assert len(list(itertools.groupby(types))) == len(set(types))


def test_a_number_that_is_not_there_is_missing(retriever):
    assert [number.serial for number in retriever.match(parse("W.P. 9/2024")).missing] == [9]
    assert retriever.match(parse("W.P. 9/2024 and Crl. Misc. 5/2025")).doc_ids


@pytest.mark.parametrize(
    "query",
    [
        "is wp 8/2024 decided",
        "in wp 8/2024",
        "uneza wp 8/2024",
        "wp (sb) 8/2024",
        "WP/8/2024",
        "W.P. No. 8/2024-M",
        "wp no.8/2024-isl",
        'number:"W.P. 8/2024"',
        "case no 8/2024",
        "Writ petiton 8/2024",
        "plot 12/2023",
        "circular no 5/2023",
        "hearing on 12/2023",
        "sadia 5/2023 bail",
        "State v Ali 9/2025",
        "pending cases 2023/2025",
        "2023/2025",
        "2023-2025",
        "Theta 3/2024",
    ],
)
def test_no_number_is_called_absent_that_is_there_or_that_nobody_named(retriever, query):
    assert retriever.match(parse(query)).missing == ()


@pytest.mark.parametrize(
    ("query", "missing"),
    [
        ("ref: wp 1234/2023", ["WP 1234/2023"]),
        ("Zeta 9/2024", ["ZETA 9/2024"]),
        ("9/2023", ["9/2023"]),
        ("WP 7, 8 and 9/2024", ["WP 7/2024", "WP 9/2024"]),
        ("WP Nos. 7 to 10 of 2024", ["WP 7/2024", "WP 9/2024", "WP 10/2024"]),
    ],
)
def test_each_number_that_is_not_there_is_told_by_itself(retriever, query, missing):
    assert [number.read_as for number in retriever.match(parse(query)).missing] == missing


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("wp 8/2024 and Crl. Rev. 5/2025", [5, 2]),
        ("Crl. Rev. 5/2025 and wp 8/2024", [2, 5]),
        ("Zeta 3/2024, Crl. Misc. 5/2025 Bail After Arrest, wp 8/2024", [6, 0, 1, 5]),
        ("WP 7 and 8/2024, CR 5/2025", [5, 3]),
    ],
)
def test_several_numbers_stand_in_the_order_asked(retriever, query, first):
    matches = retriever.match(parse(query))

    assert list(matches.doc_ids) == first
    assert matches.pinned(reversed(range(len(NUMBERS)))) == first


def test_a_type_that_only_the_index_knows_is_covered_by_its_place(retriever):
    query = "see Zeta No. 9/2024"
    (number,) = retriever.match(parse(query)).missing

    assert query[number.start : number.end] == "Zeta No. 9/2024"


def test_a_number_inside_a_sentence_without_its_type_is_not_missed(retriever):
    assert retriever.match(parse("the order in 77/2024 of the trial court")).missing == ()


@pytest.mark.parametrize(
    ("query", "missing"),
    [("wp 2020-2024", []), ("writ petitions 2020-2024", []), ("W.P. No. 2020-2024", [2020]), ("wp 2020/2024", [2020])],
)
def test_two_years_behind_a_type_are_not_told_as_missing(retriever, query, missing):
    assert [number.serial for number in retriever.match(parse(query)).missing] == missing


def test_a_number_that_the_filters_hide_is_left_out_and_not_missing(retriever):
    matches = retriever.match(parse("W.P. 8/2024")).within(np.zeros(len(NUMBERS), dtype=np.bool_))

    assert (matches.doc_ids, matches.missing) == ((), ())
    assert [number.serial for number in matches.left_out] == [8]
