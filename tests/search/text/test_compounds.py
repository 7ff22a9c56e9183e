"""Compounds: what the titles of an index write in one word and in two."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.text.compounds import Compounds

TITLES = (
    "Zarak Ullah VS Bank Alqarsh",
    "Zarak Ullah Khan VS Example Board",
    "Zarakul Lah VS State",
    "Palwasha ur Rehman VS Zeeur Rehman",
    "High Way Traders VS A Li",
    "Hon'ble Zarak VS Incharge Example",
)
COMPOUNDS = Compounds(TITLES, english=frozenset({"highway"}))


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("Zarakullah", ("zarak", "ullah")),  # the commonest of two
        ("ALQARSH", None),
        ("palwashaur", ("palwasha", "ur")),
        ("highway", None),  # a word of the language
        ("ali", None),  # too short
        ("honble", None),  # an apostrophe parts no words
        ("", None),
    ],
)
def test_a_word_has_the_parts_that_titles_have(word, parts):
    assert COMPOUNDS.parts_of(word) == parts


@pytest.mark.parametrize(
    ("left", "right", "whole"),
    [
        ("Al", "Qarsh", "alqarsh"),
        ("zee", "ur", "zeeur"),
        ("Zarak", "Ullah", ""),
        ("a", "lqarsh", ""),
        ("in", "charge", ""),
    ],
)
def test_two_words_have_the_whole_that_titles_have(left, right, whole):
    assert COMPOUNDS.whole_of(left, right) == whole


@given(st.lists(st.text("abz ,", max_size=12), max_size=6), st.text("abz", max_size=12))
def test_parts_join_to_the_word(titles, word):
    parts = Compounds(titles).parts_of(word)

    assert parts is None or "".join(parts) == word
