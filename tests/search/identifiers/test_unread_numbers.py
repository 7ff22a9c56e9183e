"""A number behind a case type that is none of the court's is told with what is wrong."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.identifiers.unread_numbers import faults_of_numbers


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("wp 1/1925", "1925 is no year of a case"),
        ("is W.P. No. 5 of 2190 decided", "2190 is no year of a case"),
        ("wp 99999999999999/2025", "more than 7 digits"),
        ("WP 1-60/2025", "1-60/2025 is no range"),
        ("W.P. Nos. 5 to 1 of 2025", "5 to 1 of 2025 is no range"),
    ],
)
def test_what_is_wrong_is_said(text, why):
    (fault,) = faults_of_numbers(text)

    assert why in fault


@pytest.mark.parametrize(
    "text",
    ["W.P. 1/2025", "WP 1-5/2025", "plot 12/1925", "302/1925", "Crl. Misc. 5/25", "W.P. 01-02-2023", "2025 SCMR 1", ""],
)
def test_what_is_read_or_is_no_number_has_no_fault(text):
    assert faults_of_numbers(text) == []


@given(st.text(max_size=300))
def test_any_text_can_be_asked(text):
    assert all(faults_of_numbers(text))
