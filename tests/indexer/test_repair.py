"""Repair: each change is made once and noted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.repair import clean_date, clean_line, clean_text, clean_title, drop_repeats, is_absent, unique_texts


@pytest.mark.parametrize("value", [None, "", " ", "N/A", "n/a", "-", "?", "NIL", float("nan")])
def test_the_ways_to_write_nothing_are_nothing(value: object) -> None:
    assert is_absent(value)
    assert "" == clean_line(value, [])


@pytest.mark.parametrize(("value", "line"), [("a\nb", "a b"), (12, "12"), (0, "0"), (1.5, "1.5")])
def test_text_and_numbers_are_text(value: object, line: str) -> None:
    assert line == clean_line(value, [])


@pytest.mark.parametrize(("value", "shown"), [(True, "true"), (["x"], '["x"]'), ({"a": None}, '{"a": null}')])
def test_what_is_no_text_is_never_written_out_as_if_it_were(value: object, shown: str) -> None:
    with pytest.raises(ValueError, match="expected text or a number") as caught:
        clean_line(value, [])

    assert f"a value is {shown}; expected text or a number" == str(caught.value)


@pytest.mark.parametrize(
    ("broken", "whole", "note"),
    [
        ("the schoolâ€™s", "the school’s", "encoding repaired"),
        ("ﬁled", "filed", "encoding repaired"),
        ("a\x00b", "ab", "encoding repaired"),
        ("one\r\ntwo", "one\ntwo", "line ends unified"),
    ],
)
def test_broken_text_is_repaired_with_a_note(broken: str, whole: str, note: str) -> None:
    notes: list[str] = []

    assert whole == clean_text(broken, notes)
    assert [note] == notes


def test_quotes_and_dashes_stay_as_the_court_typed_them() -> None:
    notes: list[str] = []

    assert "“FOP” – § 497" == clean_text("“FOP” – § 497", notes)
    assert [] == notes


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("Ylva Pellow- VS -Brask etc.", "Ylva Pellow VS Brask etc."),
        ("Ylva Pellow - VS -Brask", "Ylva Pellow VS Brask"),
        ("Ylva Pellow-VS-Brask", "Ylva Pellow VS Brask"),
        ("Ex-Medical Officer- VS -Brask", "Ex-Medical Officer VS Brask"),
        ("Ylva  Pellow VS Brask", "Ylva Pellow VS Brask"),
    ],
)
def test_titles_have_one_form(written: str, kept: str) -> None:
    assert kept == clean_title(written, [])


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("03-02-2024", "2024-02-03"),
        ("3.2.2024", "2024-02-03"),
        ("03/02/2024", "2024-02-03"),
        ("2024-02-03", "2024-02-03"),
        ("2025-08-21T03:06:20.220423", "2025-08-21"),
        ("2nd December, 2019", "2019-12-02"),
        ("6 May 2020", "2020-05-06"),
    ],
)
def test_dates_are_read_in_every_form_the_inputs_use(written: str, iso: str) -> None:
    notes: list[str] = []

    assert iso == clean_date(written, notes, year_max=2030)
    assert [] == notes


@pytest.mark.parametrize("written", ["01-01-2050", "31-02-2020", "06-05-4202", "12.07.1230", "soon"])
def test_an_impossible_date_is_dropped_and_what_was_found_is_noted(written: str) -> None:
    notes: list[str] = []

    assert "" == clean_date(written, notes, year_max=2030)
    assert [f"impossible date {written!r} dropped"] == notes


def test_repeated_texts_are_kept_once() -> None:
    notes: list[str] = []

    assert ["a", "b"] == unique_texts(["a", "", "b", "a"], notes)
    assert ["1 repeated"] == notes


def test_a_text_given_twice_and_a_long_paragraph_twice_in_a_row_are_kept_once() -> None:
    long = "The petitioner was heard. " * 10
    notes: list[str] = []

    assert long.strip() == drop_repeats(f"{long}\n\n{long}", notes)
    assert f"Intro\n\n{long}\n\nEnd" == drop_repeats(f"Intro\n\n{long}\n\n{long}\n\nEnd", notes)
    assert "Relist.\n\nRelist." == drop_repeats("Relist.\n\nRelist.", notes)
    assert 2 == len(notes)


@given(st.text())
def test_a_cleaned_text_can_be_stored_and_needs_no_more_cleaning(text: str) -> None:
    cleaned = clean_text(text, [])

    cleaned.encode("utf-8")
    assert "\x00" not in cleaned
    assert cleaned == clean_text(cleaned, [])
