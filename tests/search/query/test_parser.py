"""The parser: numbers that are case numbers, and terms under which English records are found."""

from __future__ import annotations

import pytest

from search.query.named import NUMBERS_MAX
from search.query.parser import parse


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ("رٹ پٹیشن نمبر ۱۲۳۴/۲۰۲۳", [(("WP",), 1234, 2023)]),
        ("رٹ پٹیشن 12/2023", [(("WP",), 12, 2023)]),
        ("Writ Petition 12/2023", [(("WP",), 12, 2023)]),
        ("PLEASE SEE W.P. 12/2020", [(("WP",), 12, 2020)]),
        ("Zeta 5/2020 (SB)", [((), 5, 2020)]),
        ("case no 1/2025", [((), 1, 2025)]),
        ("wp (sb) 1/2025", [(("WP",), 1, 2025)]),
        ("my wp 1234/2023", [(("WP",), 1234, 2023)]),
        ("2023-2025", []),
        ("FIR No. 12/2020 PS Example", []),
        ("2019 SCMR 123", []),
    ],
)
def test_what_a_query_names_by_number(query, numbers):
    assert [(each.case_types, each.serial, each.year) for each in parse(query).numbers] == numbers


def test_a_section_in_urdu_is_looked_up_as_the_records_write_it():
    assert {"302", "ppc"} <= set(parse("دفعہ ۳۰۲ ت پ").terms)


@pytest.mark.parametrize(
    ("query", "term"),
    [("Zarak v سرکار", "state"), ("Zarak v sarkar", "state"), ("وفاق پاکستان بنام زرک", "feder")],
)
def test_a_public_body_is_looked_up_as_the_records_write_it(query, term):
    assert term in parse(query).terms


@pytest.mark.parametrize(
    ("query", "alone"),
    [
        ("PLD 2019 Isl 45", True),
        ("cases citing PLD 2019 Isl 45", True),
        ("PLD 2019 Isl 45 bail", False),
        ("fir 123/24 ps kohsar", True),
        ("302/34 PPC", True),
        ("bail under 302/34 PPC", False),
        ("bail in fir 123/24 ps kohsar", False),
        ("bail", False),
    ],
)
def test_whether_a_reference_is_all_that_is_asked_for(query, alone):
    assert parse(query).only_references is alone


def test_no_more_numbers_are_read_than_can_be_looked_up():
    query = ", ".join(f"WP {first}-{first + 49}/2025" for first in range(1, 1000, 50))

    assert len(parse(query).numbers) == NUMBERS_MAX
