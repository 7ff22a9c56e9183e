"""Public bodies are found under their short and long names."""

from __future__ import annotations

from search.text.names import BODIES, other_names


def test_a_short_name_brings_the_long_one_and_the_other_way_round():
    assert "federation of pakistan" in other_names("Ali VS FOP")
    assert other_names("Ali VS Federation of Pakistan")[0] == "fop"


def test_letters_inside_a_word_name_nobody():
    assert other_names("Fopal VS Nabeela") == []


def test_no_name_stands_for_two_bodies():
    names = [name for group in BODIES for name in group]

    assert len(names) == len(set(names))
