"""A title is parted where the court parts it."""

from __future__ import annotations

import pytest

from search.text.titles import title_sides


@pytest.mark.parametrize(
    ("title", "sides"),
    [
        ("Zarak VS Example Board", ("Zarak ", " Example Board")),
        ("Zarak- VS -Example Board", ("Zarak- ", " -Example Board")),
        ("Zarak Vs. Example", ("Zarak ", " Example")),
        ("Zarak v Example", ("Zarak ", " Example")),
        ("K.V. Traders VS Example", ("K.V. Traders ", " Example")),
        ("Zarak VS", ("Zarak ", "")),
        ("In re Example", ("In re Example",)),
        ("", ("",)),
    ],
)
def test_sides(title, sides):
    assert title_sides(title) == sides
