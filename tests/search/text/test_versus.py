"""One mark, however it is spelled and whoever reads it."""

from __future__ import annotations

import pytest

from indexer.headings import parties_in
from search.identifiers.advocates import find_advocates
from search.identifiers.judge_names import JudgeNames
from search.identifiers.judges import find_judges
from search.query.parties import find_parties
from search.retrieval.title_index import words_by_side
from search.text.versus import is_versus

MARKS = ["v", "V.", "vs", "Vs.", "v/s", "V / S", "versus", "VERSUS", "banam", "Bamuqabla", "بنام", "بمقابلہ"]
JUDGES = JudgeNames(["Justice Zarak Example"])


@pytest.mark.parametrize("mark", MARKS)
def test_all_read_the_same_marks(mark):
    assert is_versus(mark.rstrip("."))
    assert words_by_side(f"Zarak {mark} Palwasha") == (("zarak",), mark, ("palwasha",))
    assert parties_in([f"Zarak Example {mark} Palwasha Specimen"]) == ("Zarak Example", "Palwasha Specimen")
    assert parties_in(["Zarak Example", f"{mark}", "Palwasha Specimen"]) == ("Zarak Example", "Palwasha Specimen")
    sides = find_parties(f"Zarak Example {mark} Palwasha Specimen")
    assert sides is not None
    assert sides.second is not None
    assert (sides.first.text, sides.second.text) == ("Zarak Example", "Palwasha Specimen")


@pytest.mark.parametrize("mark", MARKS)
def test_a_judge_beside_the_mark_is_a_party(mark):
    (mention,) = find_judges(f"Justice Zarak Example {mark} State", JUDGES)

    assert not mention.sure


@pytest.mark.parametrize("mark", MARKS)
def test_the_state_beside_the_mark_is_no_office_of_the_counsel_behind_it(mark):
    (mention,) = find_advocates(f"Zarak Example {mark} the State Counsel Palwasha Specimen")

    assert mention.name == "Palwasha Specimen"


@pytest.mark.parametrize("word", ["", "verses", "vice", "s", "against", "و", "VI"])
def test_other_words_are_no_mark(word):
    assert not is_versus(word)


def test_a_mark_between_dashes_parts_what_is_typed_as_it_parts_a_title():
    assert words_by_side("Zarak -vs- Palw") == (("zarak",), "vs", ("palw",))
