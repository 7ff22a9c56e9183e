"""Partial numbers: what is wrong with one, in words that are true."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.identifiers.partial_numbers import fault_of_number, fault_of_type, unknown_type_before


@pytest.mark.parametrize(
    ("text", "missing", "problem"),
    [
        ("W.P. 1-5/2041", (), "several case numbers"),
        ("W.P. Nos. 1 & 2 of 2041", (), "several case numbers"),
        ("WP 1 to 5 of 2041", (), "several case numbers"),
        ("wp 1/1925", ("year",), "1925 is no year of a case: expected 1947 to 2049"),
        ("wp 99999999999999/2041", ("serial",), "more than 7 digits"),
        ("W.P. 12", ("year",), "lacks its year"),
        ("W.P. No.", ("serial", "year"), "lacks its serial and year"),
        ("12", ("case type", "year"), "lacks its case type and year"),
        ("W.P. 1/2041-MM", (), "cannot be read as a case number"),
    ],
)
def test_a_fault_is_told_with_what_is_not_there(text, missing, problem):
    fault = fault_of_number(text)

    assert fault is not None
    assert fault.missing == missing
    assert problem in fault.problem


def test_what_is_no_part_of_a_number_has_no_fault():
    assert fault_of_number("Zarak Example v. State") is None


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        ("Writ petiton", "'Writ petiton' is not known as a case type; did you mean W.P.?"),
        ("plot", "'plot' is not known as a case type"),
        ("case", "the case number lacks its case type"),
    ],
)
def test_a_type_that_is_not_known_is_told_with_one_that_is_alike(written, problem):
    assert fault_of_type(written) == (("case type",), problem)


@pytest.mark.parametrize(
    ("before", "written"), [("plot no. ", "plot"), ("Case No. ", ""), ("number:", ""), (" (", ""), ("a  b ", "a b")]
)
def test_words_before_a_number_are_a_type_or_say_nothing(before, written):
    assert unknown_type_before(f"{before}1/2041", len(before)) == written


@given(st.text(max_size=300))
def test_any_text_has_a_fault_or_none(text):
    fault = fault_of_number(text)

    assert fault is None or fault.problem
