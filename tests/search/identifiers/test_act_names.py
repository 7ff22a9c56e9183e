"""Names of acts are read at a place of a text, forwards and backwards."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from search.identifiers.act_names import act_at, act_before
from search.text.normalise import unified


def test_a_short_abbreviation_is_read_in_capitals_or_where_it_is_expected():
    assert act_at("ATA", 0) == ("ATA", 3)
    assert act_at("ata", 0) is None
    assert act_at("ata", 0, loosely=True) == ("ATA", 3)
    assert act_at("Ata Muhammad", 0, loosely=True) is None
    assert act_at("i) to", 0, loosely=True) is None


def test_the_longest_name_wins_and_takes_its_year():
    text = "the Sindh Civil Servants Act, 1973 and the rules"

    assert act_at(text, 4) == ("Sindh Civil Servants Act", text.index(" and"))


def test_a_name_is_found_backwards():
    text = "under the Code of Criminal Procedure, 1898"

    assert act_before(text, text.index(", 1898")) == ("CrPC", text.index("Code"))
    assert act_before("under the Code of", 17) is None


@given(st.text(max_size=300), st.integers(0, 300))
def test_any_text_at_any_place_is_read(text, place):
    plain = unified(text)
    at, before = act_at(plain, place), act_before(plain, place)

    assert at is None or place < at.edge <= len(text)
    assert before is None or 0 <= before.edge < place
