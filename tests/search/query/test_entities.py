"""What a query names is shown in its place, with what it does."""

from __future__ import annotations

import pytest

from search.query.entities import shown_numbers
from search.query.named import named_in


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("wp 1/2025 bail", [("wp 1/2025", "WP 1/2025", "first")]),
        ("1/2025", [("1/2025", "1/2025", "first")]),
        ("case no. 1/2025 (SB)", [("1/2025", "1/2025", "first")]),
        ("1/2025 writ petition bail", [("1/2025", "WP 1/2025", "first")]),
        ("256/2020 bara kahu", [("256/2020", "256/2020", "rank")]),
        ("State v Ali 5/2025", [("5/2025", "5/2025", "rank")]),
        ("WP 1, 2/2025", [("WP 1", "WP 1/2025", "first"), ("2/2025", "WP 2/2025", "first")]),
        ("WP 1-5/2025", [("WP 1-5/2025", "WP 1/2025 to WP 5/2025", "first")]),
    ],
)
def test_a_number_is_first_where_its_case_is_pinned(query, shown):
    found = shown_numbers(query, named_in(query).numbers)

    assert [(query[slice(*each.span)], each.value, each.effect) for each in found] == shown
