"""A judge whose name has a slip of the pen is asked for, and nobody is taken for one by chance."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.identifiers.judge_names import JudgeNames, judge_words
from search.identifiers.judges import find_judges
from search.identifiers.misspelt_judges import (
    MisspeltJudge,
    find_misspelt_judges,
    find_unknown_judges,
    judges_like,
)
from search.text.spellings import same_name

VALUES = (
    "Honourable Mr. Justice Babar Quistan",
    "Babar Quistan",
    "Palwasha Azam Example",
    "Zarak Azam Invented",
    "Muhammad Khan Kasi",
    "Chief Justice",
)
NAMES = JudgeNames(VALUES, same_name=same_name)
QUISTAN, PALWASHA, ZARAK, KASI = VALUES[0], *VALUES[2:5]


def misspelt(text: str) -> list[MisspeltJudge]:
    return find_misspelt_judges(text, NAMES, [mention for mention in find_judges(text, NAMES) if mention.sure])


@pytest.mark.parametrize(
    ("text", "written", "meant"),
    [
        ("Justice qistan", "qistan", (QUISTAN,)),
        ("before Justice Quistn tax", "Quistn", (QUISTAN,)),
        ("Mr. Justice Babr Qustan, tax", "Babr Qustan", (QUISTAN,)),
        ("Qustan J.", "Qustan", (QUISTAN,)),
        ("bench of Babr Qustan, CJ", "Babr Qustan", (QUISTAN,)),
        ("Justice Azam", "Azam", (PALWASHA, ZARAK)),
        ("Justice Azzm", "Azzm", (PALWASHA, ZARAK)),
        ("Justice Plwasha Azam", "Plwasha Azam", (PALWASHA,)),
        ("Justice Kssi", "Kssi", (KASI,)),
    ],
)
def test_a_misspelt_judge_comes_with_whom_it_may_mean(text, written, meant):
    (found,) = misspelt(text)

    assert (found.written, found.meant) == (written, meant)
    assert text[found.start : found.end] == written


@pytest.mark.parametrize(
    "text",
    [
        "Justice Quistan",
        "Justice Babar Quistan and Justice Kasi",
        "Justice of peace 22-A",
        "criminal justice system",
        "justice delayed is justice denied",
        "access to justice denied",
        "Justice Khan",
        "Justice Nobody",
        "Justice Muhammad",
        "Qustan v State",
        "Mr. Qustan, advocate",
        "justice",
        "J.",
        "Justice K.",
        "",
    ],
)
def test_who_is_known_and_who_is_nobody_is_not_asked_for(text):
    assert misspelt(text) == []


def test_each_title_is_read_by_itself():
    found = misspelt("Justice Quistan and Justice Kssi, Plwasha J.")

    assert [each.written for each in found] == ["Kssi", "Plwasha"]


def test_a_name_that_may_be_anybodys_says_nothing():
    assert judges_like(("babar",), [f"Babar Invented{number}" for number in range(4)]) == ()


pieces = st.sampled_from(
    ["Justice", "justice", "J.", "CJ", "Qustan", "Babr", "Azam", "Khan", "of", "v", ",", ".", "J", "tax"]
)
texts = st.one_of(st.text(max_size=80), st.lists(pieces, max_size=20).map(" ".join), st.lists(pieces).map("".join))


@given(texts)
def test_any_text_is_read_and_spans_are_apart(text):
    found = misspelt(text)

    assert all(text[each.start : each.end] == each.written and each.meant for each in found)
    assert [each.start for each in found] == sorted({each.start for each in found})


@given(st.sampled_from(VALUES[:5]), st.data())
def test_a_name_with_one_letter_missing_may_still_be_that_judge(value, data):
    words = list(judge_words(value))
    at = data.draw(st.sampled_from([place for place, word in enumerate(words) if len(word) > 4]))
    words[at] = words[at][:-1]

    assert any(judge_words(found) == judge_words(value) for found in judges_like(words, VALUES))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Justice Nosuch Name tax", ["Nosuch Name"]),
        ("Mr. Justice Nosuch, and Justice Nosuch", ["Nosuch"]),
        ("Justice Quistan", []),
        ("Justice Qistan", []),  # that is a misspelt one
        ("Justice Khan", []),  # a part of somebody's name
        ("Justice of Peace", []),
        ("Justice Party rally", []),
        ("Ministry of Law and Justice Islamabad", []),
        ("Ex-Justice Officio order", []),
        ("JUSTICE DELAYED IS JUSTICE DENIED", []),
        ("justice nosuch", []),
        ("Injustice Nosuch", []),
    ],
)
def test_a_judge_whom_no_case_names_is_told(text, names):
    assert find_unknown_judges(text, NAMES) == names
