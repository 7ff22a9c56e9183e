"""What a query sets against each other stands on both sides of the title, and not anywhere in it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.query.parser import parse
from search.reranking.facing import EXCHANGED, FacingSides, WholeName
from search.text.tokenise import analyse

WEIGHTS = {"state": 1.0, "muhammad": 1.0}


def held(query: str, title: str, spellings: dict[str, tuple[str, ...]] | None = None) -> float:
    sides = FacingSides(parse(query).sides, spellings or {}, lambda term: WEIGHTS.get(term, 4.0))
    return round(sides.held_by(title), 3)


@pytest.mark.parametrize(
    ("query", "title", "share"),
    [
        ("Zarak v Telor", "Zarak Invented VS Telor (Pvt) Ltd", 1.0),
        ("Zarak vs. Telor", "Telor (Pvt) Ltd VS Zarak Invented etc", EXCHANGED),
        ("Zarak v Telor", "Zarak Telor VS Example Board", 0.5),
        ("Zarak v Telor", "Example VS Board", 0.0),
        ("Zarak v State", "Zarak Invented VS Example", 0.8),  # a rare name outweighs the State
        ("Zarak v State", "Example VS The State", 0.2),
        ("petition of Zarak against Telor", "Zarak VS Telor", 1.0),
        ("Zarak VS", "Zarak Invented VS Telor", 1.0),
        ("Zarak VS", "Telor VS Zarak Invented", EXCHANGED),
        ("Zarak v FBR", "Zarak VS Federal Board of Revenue", 1.0),  # one body under two names
        ("Zarak v Telor", "Zarak and Telor, in re", 0.5),
        ("Zarak Telor", "Zarak VS Telor", 0.0),  # nobody is set against anybody
    ],
)
def test_a_title_holds_a_share_of_the_sides(query, title, share):
    assert held(query, title) == share


def test_another_spelling_of_a_name_counts_as_the_name():
    assert held("Mohd v Telor", "Muhammad VS Telor") < 1
    assert held("Mohd v Telor", "Muhammad VS Telor", {"mohd": ("muhammad",)}) == 1.0


@given(st.text(), st.text())
def test_any_texts_give_a_share(query, title):
    assert 0.0 <= held(query, title) <= 1.0 + 1e-6


@pytest.mark.parametrize(
    ("name", "title", "is_whole"),
    [
        ("Zarak Invented", "Zarak Invented VS Telor", True),
        ("zarak invented & others", "Telor VS Zarak Invented etc.", True),
        ("Zarak", "Zarak Invented VS Telor", False),
        ("Zarak Invented VS", "Zarak Invented VS Telor", True),
        ("Zarak Invented VS", "Telor VS Zarak Invented", False),
        ("VS Zarak Invented", "Telor VS Zarak Invented", True),
        ("Zarak Invented VS Telor", "Zarak Invented VS Telor", False),  # that is the title
        ("State", "Zarak VS The State", True),
        ("M/S C.D.A", "M/s. CDA VS Zarak & 2 others", True),
        ("Hon’ble Zarak", "Hon'ble Zarak VS Telor", True),
        ("Zarak applicant", "Zarak VS Telor", False),
        ("زرك", "زرک بنام سرکار", True),
        ("etc", "Zarak VS etc", False),
        ("VS", ". VS .", False),
        ("", "", False),
    ],
)
def test_a_name_is_a_whole_side_or_a_part_of_it(name, title, is_whole):
    assert WholeName(name).is_side_of(title, analyse(title)) is is_whole
