"""Case numbers by their beginnings: what is typed in any form, and the cases that it may become."""

from __future__ import annotations

import itertools
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.retrieval.number_index import NumberIndex, TypedNumber, number_spans, typed_number
from search.snapshot.columns import NO_CODE, NO_SERIAL, NO_YEAR
from tests.search.retrieval.invented import columns_of

NUMBERS = (
    ("WP", 12, 2023),
    ("WP", 12, 2020),
    ("WP", 120, 2024),
    ("WP", 1200, 2025),
    ("WP", 3, 2025),
    ("CRL MISC", 12, 2023),
    ("CRL REV", 5, 2021),
)


@pytest.fixture
def index() -> NumberIndex:
    return NumberIndex(columns_of(NUMBERS))


def found(index: NumberIndex, text: str, limit: int = 10) -> list[str]:
    typed = typed_number(text)
    assert typed is not None
    doc_ids = index.find(typed, index.types_of(typed), limit=limit)
    return ["{} {}/{}".format(*NUMBERS[doc_id]) for doc_id in doc_ids]


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("wp 12", TypedNumber("wp", 12, None)),
        ("W.P. No. 12/", TypedNumber("wp", 12, "")),
        ("Writ Petition 012 of 20", TypedNumber("writpetition", 12, "20")),
        ("crl misc 5-B/2020", TypedNumber("crlmisc", 5, "2020")),
        ("wp 12 2023", TypedNumber("wp", 12, "2023")),
        ("wp 12-23", TypedNumber("wp", 12, "23")),
        ("12/2023", TypedNumber("", 12, "2023")),
        ("12", TypedNumber("", 12, None)),
        ("wp", TypedNumber("wp", None, None)),
        ("رٹ نمبر ۱۲/۲۰", TypedNumber("رٹ", 12, "20")),
        ("wp 12/2023 serv", TypedNumber("wp", 12, "2023", " serv")),
    ],
)
def test_a_number_is_read_in_whatever_form_it_is_typed(text: str, typed: TypedNumber):
    assert typed_number(text) == typed


@pytest.mark.parametrize(
    "text", ["u/s 497", "article 19", "section 12", "302 34", "497 c", "fir 12/2023", "", "?", "1" * 9]
)
def test_what_is_no_case_number_is_not_read_as_one(text: str):
    assert typed_number(text) is None


def test_the_serial_as_typed_comes_before_longer_ones_and_newer_years_before_older(index: NumberIndex):
    assert found(index, "wp 12") == ["WP 12/2023", "WP 12/2020", "WP 120/2024", "WP 1200/2025"]
    assert found(index, "writ petition 12", limit=2) == ["WP 12/2023", "WP 12/2020"]


def test_a_slash_ends_the_serial(index: NumberIndex):
    assert found(index, "wp 12/") == ["WP 12/2023", "WP 12/2020"]


def test_two_digits_are_the_end_of_a_year_before_they_are_its_beginning(index: NumberIndex):
    assert found(index, "wp 12/20") == ["WP 12/2020", "WP 12/2023"]
    assert found(index, "wp 12/23") == found(index, "wp 12/2023") == ["WP 12/2023"]
    assert found(index, "wp 12/202") == ["WP 12/2023", "WP 12/2020"]


def test_without_a_type_the_commonest_type_comes_first(index: NumberIndex):
    assert found(index, "12/2023") == ["WP 12/2023", "CRL MISC 12/2023"]


def test_a_type_alone_gives_its_newest_cases(index: NumberIndex):
    assert found(index, "w.p.", limit=3) == ["WP 1200/2025", "WP 3/2025", "WP 120/2024"]


def test_the_beginning_of_a_type_is_enough_before_a_serial(index: NumberIndex):
    assert found(index, "crl 12") == ["CRL MISC 12/2023"]
    assert found(index, "crl 5") == ["CRL REV 5/2021"]


def test_a_type_that_no_table_knows_is_found_by_its_own_letters():
    index = NumberIndex(columns_of((("ZETA REF", 4, 2024),)))
    typed = TypedNumber("zetaref", 4, None)

    assert index.find(typed, index.types_of(typed), limit=5) == [0]


def test_a_case_without_a_number_is_never_found():
    columns = columns_of((("WP", 1, 2024), ("WP", 2, 2024)))
    none = {"serial": NO_SERIAL, "year": NO_YEAR, "case_type": NO_CODE}
    without = replace(columns, **{name: np.array([getattr(columns, name)[0], no]) for name, no in none.items()})

    assert NumberIndex(without).find(TypedNumber("", None, None), (), limit=5) == [0]


def spans(text: str, shown: str, *, whole_type: bool = True) -> list[str]:
    typed = typed_number(text)
    assert typed is not None
    return [shown[start:end] for start, end in number_spans(typed, shown, whole_type=whole_type)]


def test_marks_are_the_type_and_the_digits_that_are_typed():
    shown = "W.P. 1234/2023 Service (SB)"

    assert spans("writ petition 12", shown) == ["W.P.", "12"]
    assert spans("wp 1234/20", shown) == ["W.P.", "1234", "20"]
    assert spans("wp 1234/23", shown) == ["W.P.", "1234", "23"]
    assert spans("wp 1234/2023 serv", shown) == ["W.P.", "1234", "2023", "Serv"]
    assert spans("crl 5", "Crl. Misc. 5/2020", whole_type=False) == ["Crl", "5"]
    assert spans("12", "12th form, unlike any", whole_type=False) == ["12"]


@given(st.text(st.characters() | st.sampled_from("0123456789/ .-wp"), max_size=200), st.text(max_size=40))
def test_any_text_is_read_and_its_marks_lie_inside_in_order(text: str, shown: str):
    typed = typed_number(text)
    if typed is None:
        return
    for name in (shown, f"W.P. {typed.serial}/2023 {shown}"):
        for whole_type in (True, False):
            found = number_spans(typed, name, whole_type=whole_type)
            assert all(0 <= start < end <= len(name) for start, end in found)
            assert all(left[1] <= right[0] for left, right in itertools.pairwise(found))
