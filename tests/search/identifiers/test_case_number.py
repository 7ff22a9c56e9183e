"""Case numbers are read in the court's form and found in anyone's."""

from __future__ import annotations

import gzip
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.cases import CaseNumber
from search.identifiers.case_number import as_ascii, find_numbers, parse_number
from search.identifiers.case_types import CASE_TYPES, canonical_type


def test_the_courts_form_is_taken_apart():
    expected = CaseNumber("CRL MISC", 5, 2025, "Bail After Arrest", "SB")

    assert parse_number("Crl. Misc. 5/2025 Bail After Arrest (SB)") == expected


@pytest.mark.parametrize("text", ["", "W.P.", "W.P. 12/2050x", "12/2024", "W.P. 3/1890 (SB)", "Crl. Misc. No-B of"])
def test_what_is_no_complete_number_is_none(text):
    assert parse_number(text) is None


@pytest.mark.parametrize(
    ("text", "types", "serial", "year"),
    [
        ("wp 1234/23", ("WP",), 1234, 2023),
        ("W.P No. 12 of 2023", ("WP",), 12, 2023),
        ("Writ Petition No.2154-Q of 2024", ("WP",), 2154, 2024),
        ("Crl. Misc. 5-B of 2025", ("CRL MISC",), 5, 2025),
        ("Crl._Org._No._02_of_2024_638405029332899138.pdf", ("CRL ORG",), 2, 2024),
        ("CO_01-2024_paucity.pdf", ("CO",), 1, 2024),
        ("WP_1_of_25_638738521232756189.pdf", ("WP",), 1, 2025),
        ("P.S.L.A.No.03-2024", ("PSLA",), 3, 2024),
        ("Inst No. 2/2025 Objection (SB)", ("INST NO",), 2, 2025),
        ("in 3447/2023 colleges admission", (), 3447, 2023),
        ("WP-1234-2023", ("WP",), 1234, 2023),
        ("W.P. (Service) No. 7/2024", ("WP",), 7, 2024),
        ("Crl. Misc. 5B/25", ("CRL MISC",), 5, 2025),
        ("wp 1234–2023", ("WP",), 1234, 2023),
        ("ICA 12 2022", ("ICA",), 12, 2022),
        ("رٹ پٹیشن نمبر ۱۲۳۴/۲۰۲۳", ("WP",), 1234, 2023),
        ("فوجداری اپيل 5/2020", ("CRL APPEAL",), 5, 2020),  # with an Arabic yeh
        ("rit petition no 8 of 2021", ("WP",), 8, 2021),
        ("９/２０２４", (), 9, 2024),
        ("8 of 2021", (), 8, 2021),
    ],
)
def test_other_forms_are_found(text, types, serial, year):
    (found,) = find_numbers(text)

    assert (found.case_types, found.serial, found.year) == (types, serial, year)


@pytest.mark.parametrize(
    "text",
    [
        "u/s 302/34 PPC",
        "FIR No. 3035/2024",
        "dated 12.09.2024",
        "page 2 of 2023",
        "12/13/2024",
        "Section 497/2023",
        "دفعہ 497/2023",
        "see 2 of 2023 below",
        "12 2023",
        "01-02-2023",
        "1-2-3/2023",
    ],
)
def test_what_looks_like_a_number_but_is_none_is_left_alone(text):
    assert find_numbers(text) == []


def test_a_type_behind_the_number_is_a_hint():
    (found,) = find_numbers("1234/2023 writ petition")

    assert (found.case_types, found.hinted_types) == ((), ("WP",))


@pytest.mark.parametrize("text", ["7/2023 in the matter", "7/2023 (SB)", "7/2023"])
def test_ordinary_words_behind_a_number_name_no_type(text):
    assert find_numbers(text)[0].hinted_types == ()


@pytest.mark.parametrize("text", ["Crl. Misc. 5-B/2025", "Crl. Misc. No. 5-b of 2025", "Crl. Misc. 5B/2025"])
def test_a_letter_at_the_serial_is_kept_beside_it(text):
    (found,) = find_numbers(text)

    assert (found.serial, found.suffix) == (5, "B")


@given(st.text(max_size=200))
def test_characters_of_other_scripts_keep_their_places(text):
    assert len(as_ascii(text)) == len(text)


def test_a_span_covers_the_type_and_the_number():
    text = "Please find Writ Petition No. 7/2021 (SB)."
    (found,) = find_numbers(text)

    assert text[found.start : found.end] == "Writ Petition No. 7/2021"
    assert found.following == "(sb)."


@pytest.mark.parametrize("canonical", CASE_TYPES)
def test_every_case_type_is_found_in_each_of_its_spellings(canonical):
    for written in (canonical, canonical.lower(), *CASE_TYPES[canonical]):
        (found,) = find_numbers(f"{written} 12/2023")
        assert canonical in found.case_types, written
    assert canonical_type(CASE_TYPES[canonical][0]) == canonical


@given(st.text(max_size=200))
def test_any_text_has_a_reading(text):
    for found in find_numbers(text):
        assert 0 <= found.start < found.end <= len(text)


def test_every_number_of_the_court_is_read_and_found(shared_data):
    with gzip.open(shared_data / "ihc" / "records.jsonl.gz", "rt", encoding="utf-8") as lines:
        numbers = [json.loads(line)["number"] for line in lines]

    for text in numbers:
        read = parse_number(text)
        (found, *_) = find_numbers(text)
        assert read is not None
        assert read.case_type in found.case_types
        assert (read.serial, read.year) == (found.serial, found.year)
