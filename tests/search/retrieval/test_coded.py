"""Coded fields: the values of a column by their words, in any spelling, read once for each snapshot."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz import fuzz

from search.retrieval import coded
from search.retrieval.coded import CodedFields
from search.snapshot import nearest
from search.snapshot.columns import Columns
from search.text.normalise import fold
from search.text.spellings import name_identity, same_name
from tests.search.retrieval.invented import columns_of

ADVOCATES = ("Mr. Babar Kayani", "Ch. Zarak Example", "Zarak Kiyani", "Palwasha Made-Up", "Ahmad Zarak")


def fields_of(advocates: tuple[str, ...]) -> CodedFields:
    columns = columns_of([("WP", 1, 2024)])
    values = {name: getattr(columns, name) for name in Columns.__slots__ if name != "vocabulary"}
    codes = {"advocate_indptr": np.array([0, len(advocates)], np.int32)}
    vocabulary = {**columns.vocabulary, "advocate": advocates}
    return CodedFields(Columns(**{**values, **codes}, vocabulary=vocabulary))


def named(advocates: tuple[str, ...], spoken: str) -> list[str]:
    (codes,) = fields_of(advocates).named("advocate", spoken.split(), in_a_row=True)
    return [advocates[code] for code in codes]


@pytest.mark.parametrize(
    ("spoken", "advocates"),
    [
        ("Kayani", ["Mr. Babar Kayani"]),
        ("kayyani", ["Mr. Babar Kayani", "Zarak Kiyani"]),
        ("Chaudhry Zarak", ["Ch. Zarak Example"]),
        ("Kayani Babar", []),
        ("Quist", []),
        ("Mr. Zarak Example", ["Ch. Zarak Example"]),
        ("Adv. Zarak Kayani", ["Zarak Kiyani"]),
        ("Hon'ble Zarak Kiyani, ASC", ["Zarak Kiyani"]),
        ("Barrister Palwasha", ["Palwasha Made-Up"]),
        ("Advocate General", []),
        ("Adv.", []),
    ],
)
def test_a_name_as_written_comes_before_other_spellings(spoken, advocates):
    assert named(ADVOCATES, spoken) == advocates


@pytest.mark.parametrize(
    ("spoken", "advocates"),
    [
        ("barrister", ["Barrister Zarak Example"]),
        ("Advocate Zarak", ["Barrister Zarak Example", "Zarak Example"]),
        ("Barrister Zarak Example", ["Barrister Zarak Example", "Zarak Example"]),
        ("Advocate General", ["Advocate General"]),
        ("General", ["Advocate General", "Deputy Attorney General"]),
    ],
)
def test_a_title_in_the_name_of_an_advocate_counts_for_nothing(spoken, advocates):
    known = ("Advocate General", "Barrister Zarak Example", "Deputy Attorney General", "Zarak Example")

    assert named(known, spoken) == advocates


JUDGES = ("Example Judge-One", "Invented Azam Example", "Mr. Justice Babar Invented", "Palwasha Azam")


def judged(spoken: str) -> tuple[list[str], tuple[str, ...]]:
    columns = columns_of([("WP", 1, 2024)])
    values = {name: getattr(columns, name) for name in Columns.__slots__ if name != "vocabulary"}
    fields = CodedFields(Columns(**values, vocabulary={**columns.vocabulary, "judge": JUDGES}))
    (codes,) = fields.named("judge", spoken.split(), in_a_row=True)
    return [JUDGES[code] for code in codes], fields.nearest("judge", spoken)


@pytest.mark.parametrize(
    ("spoken", "judges"),
    [
        ("babar", ["Mr. Justice Babar Invented"]),
        ("Invented Example", ["Invented Azam Example"]),  # as "Justice Invented Example" in words
        ("Justice Baabar", ["Mr. Justice Babar Invented"]),
        ("Example Invented", []),
        ("Babar tax", []),
        ("azzm", []),
    ],
)
def test_a_judge_is_named_as_behind_a_title(spoken, judges):
    assert judged(spoken)[0] == judges


@pytest.mark.parametrize(
    ("spoken", "meant"),
    [
        ("babbr", ("Mr. Justice Babar Invented",)),
        ("azzm", ("Invented Azam Example", "Palwasha Azam")),
        ("plwasha azzm", ("Palwasha Azam",)),
        ("Example Invented", ("Invented Azam Example",)),
        ("zzzz", ()),
    ],
)
def test_a_misspelt_judge_comes_with_those_that_it_may_be(spoken, meant):
    assert judged(spoken)[1] == meant


def test_the_names_of_a_column_are_read_once(monkeypatch):
    advocates = tuple(f"Zarak Invented{number} Kayani" for number in range(200))
    read: list[str] = []
    for module in (coded, nearest):
        monkeypatch.setattr(module, "fold", lambda text: read.append(text) or fold(text))
    monkeypatch.setattr(coded, "name_identity", lambda word: read.append(word) or name_identity(word))

    def asked() -> list[str]:
        """What is folded, and what is read for its sound; a query makes the fields anew."""
        read.clear()
        fields = fields_of(advocates)
        assert len(fields.named("advocate", ["kiyani"], in_a_row=True)[0]) == len(advocates)
        assert fields.nearest("advocate", "Invented77") == (advocates[77],)
        return list(read)

    assert len(asked()) > 2 * len(advocates)
    assert asked() == ["kiyani", "kiyani", "Invented77"]


_NAMES = st.lists(
    st.sampled_from("Ahmad Ahmed Ch Chaudhry Kayani Kiyani Zarak Mr. Justice Khan R. Made-Up عمران".split()), max_size=4
).map(" ".join)


@given(st.lists(_NAMES, max_size=8, unique=True), _NAMES)
def test_names_are_those_that_a_plain_look_at_each_finds(values, spoken):
    words = coded._words_of("advocate", spoken)
    rows = [coded._words_of("advocate", value) for value in values]

    def having(same):
        return [
            value
            for value, row in zip(values, rows, strict=True)
            if any(all(map(same, row[at : at + len(words)], words)) for at in range(len(row) - len(words) + 1))
        ]

    assert named(tuple(values), spoken) == ((having(str.__eq__) or having(same_name)) if words else [])


@given(st.lists(st.text("abkz ", max_size=8), max_size=8, unique=True), st.text("abkz ", min_size=1, max_size=8))
def test_the_nearest_name_is_the_first_that_is_most_alike(values, asked):
    def likeness(value):
        return max(fuzz.ratio(fold(asked), name) for name in (fold(value), *fold(value).split()))

    best = max(values, key=likeness, default=None)
    expected = (best,) if best is not None and likeness(best) >= 70 else ()

    assert fields_of(tuple(values)).nearest("advocate", asked) == expected
