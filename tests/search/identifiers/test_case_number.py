"""Case numbers are read in the court's form and found in anyone's."""

from __future__ import annotations

import gzip
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.cases import CaseNumber
from search.identifiers.case_number import as_ascii, find_numbers, is_announcement, parse_number
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
        ("is wp 1/2025 decided", ("WP",), 1, 2025),
        ("ref: wp 1234/2023", ("WP",), 1234, 2023),
        ("uneza wp 1/2025", ("WP",), 1, 2025),
        ('number:"W.P. 1/2025"', ("WP",), 1, 2025),
        ("WP/1/2025", ("WP",), 1, 2025),
        ("writ petition number 1 of year 2025", ("WP",), 1, 2025),
        ("رٹ پٹیشن نمبر 1 آف 2025", ("WP",), 1, 2025),
        ("2025 WP 1", ("WP",), 1, 2025),
        ("2025 Inst No 1", ("INST NO",), 1, 2025),
        ("WP 1 (2025)", ("WP",), 1, 2025),
        ("wp 1/'25", ("WP",), 1, 2025),
        ("w.p. 1/2O25", ("WP",), 1, 2025),
        ("wp 1\\2025", ("WP",), 1, 2025),
        ("W.P. 1\u200b/2025", ("WP",), 1, 2025),
        ("W\u200bP 1\u200b2/20\u200b25", ("WP",), 12, 2025),
        ("wp1of2025", ("WP",), 1, 2025),
        ("cr.m 5/25", ("CRL MISC",), 5, 2025),
        ("Const. P. 1/2025", ("WP",), 1, 2025),
        ("W.P.N0. 1/2025", ("WP",), 1, 2025),
        ("wp no.1/2025-isl", ("WP",), 1, 2025),
        ("Writ petiton 1/2025", ("WP",), 1, 2025),
        ("Crl Apeal 5/2024", ("CRL APPEAL",), 5, 2024),
        ("Civil Oriinal Suit 5/2019", ("COS",), 5, 2019),
        ("Writ Petitions 1/2025", ("WP",), 1, 2025),
        ("ICAs 1/2025", ("ICA",), 1, 2025),
        ("case no 1/2025", (), 1, 2025),
        ("number:1/2025", (), 1, 2025),
        ("State v Ali 5/2025", (), 5, 2025),
        ("plot 12/2023", (), 12, 2023),
        ("Civil Appeal 5/2024", (), 5, 2024),
        ("Eviction Petition 5/2024", (), 5, 2024),
        ("C.P. Appeal 5/2024", (), 5, 2024),
        ("suite 12/2023", (), 12, 2023),
        ("2023/2025", (), 2023, 2025),
        ("W.P. 2020-2024", ("WP",), 2020, 2024),
        ("writ petitions No. 2020-2024", ("WP",), 2020, 2024),
        ("writ petitions 2020/2024", ("WP",), 2020, 2024),
        ("W.P. 5/2025-B. Then", ("WP",), 5, 2025),
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
        "W.P. 1-2-3/2023",
        "W.P. dated 01-02-2023",
        "2020-2024",
        "2023-2025",
        "year:2020-2024",
        "murder cases 2020-2024",
        "tax year 2022-2023",
        "session 2019/2023",
        "pending cases 2023/2025",
        "2025 CLD 1",
        "2025 SCMR 1",
        "1-5/2025",
        "WP 1-60/2025",
        "WP 5-1/2025",
        "wp 1/1925",
        "wp 99999999999999/2025",
        "writ petitions 2020-2024",
        "W.Ps. 2020-2024",
        "In 2020-2024 writ petitions 2020-2024 rose",
        "2020-2024 writ petitions",
        "1/2025-3/2025",
        "WP 1/2025-26",
        "W.P. 1/2025-2026",
        "WP 1/2025/2",
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


@pytest.mark.parametrize(
    "text",
    [
        "Crl. Misc. 5-B/2025",
        "Crl. Misc. No. 5-b of 2025",
        "Crl. Misc. 5B/2025",
        "Crl. Misc. 5/2025-B",
        "Crl. Misc. B-5/2025",
        "Crl. Misc. No. B-5/2025",
        "فوجداری متفرق 5 بی 2025",
    ],
)
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


LISTS = [
    ("WP 1/2025, 2/2025", ["WP 1/2025", "2/2025"], [1, 2]),
    ("WP 1/2025, 2/2025 & 3/2025", ["WP 1/2025", "2/2025", "3/2025"], [1, 2, 3]),
    ("Writ Petition Nos. 1/2025 and 2/2025", ["Writ Petition Nos. 1/2025", "2/2025"], [1, 2]),
    ("W.P. 1/2025 (SB), 2/2025 (DB)", ["W.P. 1/2025", "2/2025"], [1, 2]),
    ("W.P. Nos. 1, 2 and 3 of 2025", ["W.P. Nos. 1", "2", "3 of 2025"], [1, 2, 3]),
    ("W.Ps No. 1, 2 and 3 of 2025", ["W.Ps No. 1", "2", "3 of 2025"], [1, 2, 3]),
    ("W.P. Nos. 1 & 2 of 2025", ["W.P. Nos. 1", "2 of 2025"], [1, 2]),
    ("WP Nos. 4 to 6 of 2025", ["WP Nos. 4 to 6 of 2025"] * 3, [4, 5, 6]),
    ("W.P. Nos. 4 to 6/2025", ["W.P. Nos. 4 to 6/2025"] * 3, [4, 5, 6]),
    ("WP 1-5/2025", ["WP 1-5/2025"] * 5, [1, 2, 3, 4, 5]),
    ("WP 1/2025 to 3/2025", ["WP 1/2025 to 3/2025"] * 3, [1, 2, 3]),
    ("WP 1, 3-5 and 9/2025", ["WP 1", "3-5", "3-5", "3-5", "9/2025"], [1, 3, 4, 5, 9]),
    ("رٹ پٹیشن نمبر ۱ تا ۳ / ۲۰۲۵", ["رٹ پٹیشن نمبر ۱ تا ۳ / ۲۰۲۵"] * 3, [1, 2, 3]),
    ("WP 1-50/2025", ["WP 1-50/2025"] * 50, list(range(1, 51))),
    ("wp 1/25, 2/25", ["wp 1/25", "2/25"], [1, 2]),
    ("W.P. 1/2025 and 302/34 PPC", ["W.P. 1/2025"], [1]),
    ("W.P. 1/2025, FIR No. 2/2025", ["W.P. 1/2025"], [1]),
    ("W.P. Nos. 1 AND 2 of 2025", ["W.P. Nos. 1", "2 of 2025"], [1, 2]),
    ("WRIT PETITIONS NO. 1 AND 2 OF 2025", ["WRIT PETITIONS NO. 1", "2 OF 2025"], [1, 2]),
    ("Writ Petitions No. 1, 2 And 3 Of 2025", ["Writ Petitions No. 1", "2", "3 Of 2025"], [1, 2, 3]),
    ("W.P. NOS. 1 TO 3 OF THE YEAR 2025", ["W.P. NOS. 1 TO 3 OF THE YEAR 2025"] * 3, [1, 2, 3]),
    ("WP 1/2025 AND 2/2025", ["WP 1/2025", "2/2025"], [1, 2]),
    ("WP 1/2025-3/2025", ["WP 1/2025-3/2025"] * 3, [1, 2, 3]),
    ("WP 1/2025–3/2025", ["WP 1/2025–3/2025"] * 3, [1, 2, 3]),
    ("W.P. 1/2025-W.P. 2/2025", ["W.P. 1/2025-W.P. 2/2025"] * 2, [1, 2]),
    ("W.P. 1/2025 TO W.P. 3/2025", ["W.P. 1/2025 TO W.P. 3/2025"] * 3, [1, 2, 3]),
    ("W.P. 1/2025 and W.P. 3/2025", ["W.P. 1/2025", "W.P. 3/2025"], [1, 3]),
    ("W.P. 5/2025 to W.P. 3/2025", ["W.P. 5/2025", "W.P. 3/2025"], [5, 3]),
]


@pytest.mark.parametrize(("text", "places", "serials"), LISTS)
def test_a_type_holds_for_a_whole_list(text, places, serials):
    found = find_numbers(text)

    assert [text[number.start : number.end] for number in found] == places
    assert [(number.case_types, number.serial, number.year) for number in found] == [
        (("WP",), serial, 2025) for serial in serials
    ]


@pytest.mark.parametrize("written", [str.upper, str.title])
@pytest.mark.parametrize("text", [text for text, _, _ in LISTS])
def test_a_list_in_capitals_names_the_same_numbers(text, written):
    assert [each.read_as for each in find_numbers(written(text))] == [each.read_as for each in find_numbers(text)]


def test_a_type_behind_the_hyphen_of_a_number_is_its_own():
    text = "W.P. 1/2025-C.R. 2/2025"

    assert [(text[each.start : each.end], each.suffix) for each in find_numbers(text)] == [
        ("W.P. 1/2025", ""),
        ("C.R. 2/2025", ""),
    ]


def test_each_serial_of_a_list_keeps_its_letter():
    assert [number.suffix for number in find_numbers("Crl. Misc. 5-B, 6-Q/2025")] == ["B", "Q"]


def test_a_bench_kind_before_the_number_is_read_as_one_behind_it():
    (found,) = find_numbers("W.P. (SB) 1/2025 Service")

    assert (found.case_types, found.following) == (("WP",), "service (sb)")


def test_the_words_before_a_number_without_a_type_are_kept():
    (found,) = find_numbers("see Zeta 5/2020")

    assert (found.preceding, found.start) == ("see Zeta ", 9)


@pytest.mark.parametrize(("before", "expected"), [("case No. ", True), ("number:", True), ("", True), ("plot", False)])
def test_which_words_only_say_that_a_number_follows(before, expected):
    assert is_announcement(before) is expected


serials = st.integers(0, 9_999_999)


@given(serials, st.integers(1947, 2049), st.sampled_from(["{}/{}", "{} of {}", "{}-B/{}", "{}\u200b/{}"]))
def test_a_number_behind_its_type_is_read(serial, year, form):
    text = f"W.P. {form.format(serial, year)}"
    (found,) = find_numbers(text)

    assert (found.case_types, found.serial, found.year) == (("WP",), serial, year)
    assert (found.start, found.end) == (0, len(text))


@given(st.lists(serials, min_size=1, max_size=20))
def test_a_list_is_read_whole_and_in_order(numbers):
    found = find_numbers(f"W.P. Nos. {', '.join(map(str, numbers))} of 2025")

    assert [number.serial for number in found] == numbers
    assert {number.case_types for number in found} == {("WP",)}


@given(serials, st.integers(-60, 120))
def test_a_range_names_each_number_between_its_ends_or_none(low, step):
    found = [number.serial for number in find_numbers(f"W.P. {low}-{max(0, low + step)}/2025")]

    assert found == (list(range(low, low + step + 1)) if 0 < step < 50 and low + step <= 9_999_999 else [])


@given(
    st.lists(
        st.sampled_from("W.P. Crl Misc No. 1 12 2020 2041 / - , ( ) & to and of B SB \u200b Zeta".split()), max_size=14
    )
)
def test_any_row_of_parts_has_numbers_in_order(parts):
    text = " ".join(parts)
    found = find_numbers(text)

    assert [number.start for number in found] == sorted(number.start for number in found)
    assert all(0 <= number.start < number.end <= len(text) for number in found)


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
