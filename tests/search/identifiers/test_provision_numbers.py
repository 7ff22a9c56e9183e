"""Numbers that may be those of provisions are read with their letters and clauses, wherever they stand."""

from __future__ import annotations

import pytest

from search.identifiers.provision_numbers import numbers_in


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("497(2)", [("497", "(2)")]),
        ("497(1) and (2)", [("497", "(1)"), ("497", "(2)")]),
        ("489 - f", [("489-F", "")]),
        ("22-A & B", [("22-A", ""), ("22-B", "")]),
        ("337-A(i), F(vi)", [("337-A", "(i)"), ("337-F", "(vi)")]),
        ("337-L-2", [("337-L", "(2)")]),
        ("506/2", [("506", "(ii)")]),
        ("3(1-a) (C)", [("3", "(1A)(c)")]),
        ("05", [("5", "")]),
        ("22.16", [("22.16", "")]),
        ("10 اے", [("10-A", "")]),
        ("302/34", [("302", ""), ("34", "")]),
        ("12/2023", []),
        ("1497", []),
        ("5%", []),
        ("(SB)", []),
    ],
)
def test_one_form_is_made_of_digits_letters_and_clauses(text, expected):
    assert [(number.written, number.clauses) for number in numbers_in(text)] == expected


def test_three_digits_or_a_letter_hardly_count_anything():
    assert [number.distinctive for number in numbers_in("302, 34, 9-C")] == [True, False, True]
