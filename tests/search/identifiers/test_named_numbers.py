"""Named numbers: every number of a list with its type, those of unknown types, and the court beside them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.identifiers.named_numbers import numbers_named


def read(text: str) -> list[str]:
    return [f"{each.unknown_type} {each.number.read_as}".strip() for each in numbers_named(text) if each.is_typed]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("ICA Nos. 4/2041, 5/2041 & 6/2041", ["ICA 4/2041", "ICA 5/2041", "ICA 6/2041"]),
        ("W.P. 1/2041 and 2/2041", ["WP 1/2041", "WP 2/2041"]),
        ("W.P. 1/2041, Crl. Misc. 2/2041", ["WP 1/2041", "CRL MISC 2/2041"]),
        ("Civil Appeals No. 1/2041, 2/2041", ["Civil Appeals 1/2041", "Civil Appeals 2/2041"]),
        ("W.P. 1/2041 was heard with 2/2041", ["WP 1/2041"]),
    ],
)
def test_the_numbers_of_a_list_have_the_type_of_the_first(text, numbers):
    assert read(text) == numbers


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Writ Petitions No. 1/2041", "WP 1/2041"),
        ("W.Ps. No. 1/2041", "WP 1/2041"),
        ("Companies Original No. 1/2041", "CO 1/2041"),
        ("Criminal Appeals 1/2041", "CRL APPEAL 1/2041"),
    ],
)
def test_a_type_in_the_plural_is_that_type(text, number):
    assert read(text) == [number]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Civil Petition No. 123 of 2041", "Civil Petition 123/2041"),
        ("C.P.L.A. 12-L/2041", "C.P.L.A. 12/2041"),
        ("CPLA No. 12 of 2041", "CPLA 12/2041"),
        ("Crl.P.L.A. 12/2041", "Crl.P.L.A. 12/2041"),
        ("Civil Petition for Leave to Appeal No. 12 of 2041", "Civil Petition for Leave to Appeal 12/2041"),
        ("Service Appeal 12/2041", "Service Appeal 12/2041"),
        ("Reference No. 12/2041", "Reference 12/2041"),
    ],
)
def test_a_number_of_a_type_that_no_table_knows_is_told_with_it(text, number):
    (named,) = numbers_named(f"leave was refused in {text} then")

    assert f"{named.unknown_type} {named.number.read_as}" == number
    assert f"leave was refused in {text} then"[named.number.start : named.number.end] == text


@pytest.mark.parametrize(
    "text",
    [
        "F.No. 12/2041",
        "letter No. 12/2041",
        "our reference No. 12/2041",
        "section 302/34 PPC",
        "dated 12.03.2041",
        "C.M. No. 7/2041",
        "appeal 3/4",
        "the session 2041-2042",
    ],
)
def test_what_is_no_case_number_is_not_told(text):
    assert read(f"see {text} there") == []


def test_a_number_in_what_is_taken_counts_with_a_type_alone():
    text = "12/2041 and W.P. 13/2041"

    assert [each.number.read_as for each in numbers_named(text, [(0, len(text))])] == ["WP 13/2041"]


def test_a_court_is_that_of_the_whole_list():
    text = "Crl. Appeals No. 3/2041 and 4/2041 of the Lahore High Court"

    assert [each.court for each in numbers_named(text)] == ["Lahore High Court"] * 2


PARTS = (
    "W.P. W.Ps Civil Petition Nos. No. 1 2 1/2041 2/2041 of 2041 , & and C.P.L.A. 12-L FIR High Court رٹ ۱/۲۰۴۱".split()
)


@given(st.one_of(st.text(max_size=300), st.lists(st.sampled_from(PARTS), max_size=40).map(" ".join)))
def test_numbers_stand_in_order_and_once(text):
    named = numbers_named(text)
    starts = [each.number.start for each in named]

    assert starts == sorted(starts)
    assert all(each.number.start < each.number.end <= len(text) for each in named)
    assert not any(each.unknown_type and each.number.case_types for each in named)
    assert len({(each.number.end, each.number.serial, each.number.year) for each in named}) == len(named)
