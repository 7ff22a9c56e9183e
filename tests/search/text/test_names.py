"""Public bodies are found under their short and long names."""

from __future__ import annotations

from search.text.names import BODIES, other_names


def test_a_short_name_brings_the_long_one_and_the_other_way_round():
    assert "federation of pakistan" in other_names("Ali VS FOP")
    assert other_names("Ali VS Federation of Pakistan")[0] == "fop"


def test_letters_inside_a_word_name_nobody():
    assert other_names("Fopal VS Nabeela") == []


def test_of_two_names_in_one_place_the_longer_counts():
    assert other_names("Deputy Commissioner Inland Revenue VS Ali")[0] == "dcir"
    assert "cir" not in other_names("Deputy Commissioner Inland Revenue VS Ali")
    assert {"dcir", "cir"} <= {*other_names("Deputy Commissioner Inland Revenue v. Commissioner Inland Revenue")}
    assert "fop" not in other_names("Federal Government Employees Housing Foundation")
    assert set(other_names("CDA VS Commissioner Inland Revenue")) >= {"capital development authority", "cir"}


def test_no_name_stands_for_two_bodies():
    names = [name for group in BODIES for name in group]

    assert len(names) == len(set(names))
