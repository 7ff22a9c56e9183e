"""A number behind a case type that is none of the court's is told with what is wrong."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.identifiers.case_number import find_numbers
from search.identifiers.unread_numbers import (
    fault_of_number,
    fault_of_type,
    faults_of_numbers,
    find_unread,
    unknown_type_before,
)
from search.identifiers.written_numbers import LIST_MAX


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("wp 1/1925", "1925 is no year of a case"),
        ("is W.P. No. 5 of 2190 decided", "2190 is no year of a case"),
        ("wp 99999999999999/2025", "more than 7 digits"),
        ("WP 1-60/2025", "1-60/2025 is no range"),
        ("W.P. Nos. 5 to 1 of 2025", "5 to 1 of 2025 is no range"),
        ("WP 1 TO 60 OF 2025", "1 TO 60 OF 2025 is no range"),
        ("WP 5/2025-3/2025", "5/2025-3/2025 is no range"),
        ("WP 1/2024-3/2025", "1/2024-3/2025 is no range"),
        ("WP 1/2025-3/2025-5/2025", "1/2025-3/2025-5/2025 is no range"),
        ("WP 1/2025-5", "1/2025-5 is no case number: expected one serial and one year, as in 1/2025"),
        ("W.P. 1/2025-2026", "1/2025-2026 is no case number"),
        ("WP 1/2025-26", "1/2025-26 is no case number"),
        ("WP 1/2025/2", "1/2025/2 is no case number"),
        ("wp 1-1925", "1925 is no year of a case"),
        ("Crl. Misc. 5-B/1925", "1925 is no year of a case"),
        ("W.P. 1/2025, 2/1925 and 3/2025", "1925 is no year of a case"),
        ("W.P. 12/20245", "20245 is no year of a case: expected 1947 to 2049"),
        ("W.P. No. 12 of 20245", "20245 is no year of a case"),
        ("Crl. Misc. 5-B/20255 was heard", "20255 is no year of a case"),
        ("W.P. 12-20245", "20245 is no year of a case"),
        ("W.P. 12/202", "202 is no year of a case"),
        ("W.P. 1/2024 & 2/20245", "20245 is no year of a case"),
        ("W.P. Nos. 1, 2 and 3 of 20245", "20245 is no year of a case"),
        ("bail under 380/411 PPC in W.P. 12/202", "202 is no year of a case"),
    ],
)
def test_what_is_wrong_is_said(text, why):
    (fault,) = faults_of_numbers(text)

    assert why in fault


@pytest.mark.parametrize(
    "text",
    [
        *(
            "W.P. 1/2025",
            "WP 1-5/2025",
            "plot 12/1925",
            "302/1925",
            "Crl. Misc. 5/25",
            "W.P. 01-02-2023",
            "2025 SCMR 1",
        ),
        *("W.P. 1/2025-3/2025", "W.P. 1/2025 - W.P. 3/2025", "W.P. Nos. 1, 2 and 4 to 6 of 2025"),
        *("W.P. 20001-20045", "complaint 0300-1234567", "Suit 5 of 150 pages", "plot 12/20245", "W.P. 12/24"),
        *("writ petitions 1930-1940", "W.P. 1/2025 dated 1/2/2025", "2025 SCMR 1", ""),
        *("bail application 380/411 PPC", "criminal revision 435/439 CrPC", "Crl. Appeal 302/324/34 PPC"),
        *("C.R. 115/151 CPC", "W.P. 12/2024, 302/324 PPC", "bail application 107/201 PPC"),
        *("Crl. Appeal 34/201/302 PPC", "Crl. Appeal 201/202/34 PPC"),
        *("W.P. 3 of 20120 kanals", "Complaint 7 of 19000 consumers", "Complaints 6 and 7 of 19000 consumers"),
    ],
)
def test_what_is_read_or_is_no_number_has_no_fault(text):
    assert faults_of_numbers(text) == []


@given(st.text(max_size=300))
def test_any_text_can_be_asked(text):
    assert all(faults_of_numbers(text))


@pytest.mark.parametrize(
    ("text", "missing", "problem"),
    [
        ("W.P. 1-5/2041", (), "several case numbers"),
        ("W.P. Nos. 1 & 2 of 2041", (), "several case numbers"),
        ("WP 1 to 5 of 2041", (), "several case numbers"),
        ("wp 1/1925", ("year",), "1925 is no year of a case: expected 1947 to 2049"),
        ("wp 99999999999999/2041", ("serial",), "more than 7 digits"),
        ("W.P. 12", ("year",), "lacks its year"),
        ("W.P. No.", ("serial", "year"), "lacks its serial and year"),
        ("12", ("case type", "year"), "lacks its case type and year"),
        ("W.P. 1/2041-MM", (), "cannot be read as a case number"),
    ],
)
def test_a_fault_is_told_with_what_is_not_there(text, missing, problem):
    fault = fault_of_number(text)

    assert fault is not None
    assert fault.missing == missing
    assert problem in fault.problem


def test_what_is_no_part_of_a_number_has_no_fault():
    assert fault_of_number("Zarak Example v. State") is None


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        ("Writ petiton", "'Writ petiton' is not known as a case type; did you mean W.P.?"),
        ("plot", "'plot' is not known as a case type"),
        ("case", "the case number lacks its case type"),
        ("Wirt", "'Wirt' is not known as a case type; did you mean W.P.?"),
        ("W.O", "'W.O' is not known as a case type; did you mean W.P.?"),
        ("Crl Msc", "'Crl Msc' is not known as a case type; did you mean Crl. Misc.?"),
        ("FOA", "'FOA' is not known as a case type; did you mean F.A.O.?"),
        ("Civl Revison", "'Civl Revison' is not known as a case type; did you mean C.R.?"),
        ("S.T.O", "'S.T.O' is not known as a case type; did you mean S.A.O. or S.T.A. or S.T.R.?"),
        ("W", "'W' is not known as a case type"),
        ("C.P", "'C.P' is not known as a case type"),
        ("CPLA", "'CPLA' is not known as a case type"),
    ],
)
def test_a_type_that_is_not_known_is_told_with_one_that_is_alike(written, problem):
    assert fault_of_type(written) == (("case type",), problem)


@pytest.mark.parametrize(
    ("before", "written"), [("plot no. ", "plot"), ("Case No. ", ""), ("number:", ""), (" (", ""), ("a  b ", "a b")]
)
def test_words_before_a_number_are_a_type_or_say_nothing(before, written):
    assert unknown_type_before(f"{before}1/2041", len(before)) == written


@given(st.text(max_size=300))
def test_any_text_has_a_fault_or_none(text):
    fault = fault_of_number(text)

    assert fault is None or fault.problem


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("see W.P. No. 1/1925 there", ["W.P. No. 1/1925"]),
        ("WP 1 to 60 of 2041, W.P. 1/2041-26", ["WP 1 to 60 of 2041", "W.P. 1/2041-26"]),
        ("W.P. 1/2041, 2/1925 and 3/2041", ["2/1925"]),
        ("W.P. 1/1925, 2/2041", ["W.P. 1/1925"]),
        ("W.P. 1/1925, 3 of 20120 kanals", ["W.P. 1/1925"]),
        ("see W.P. Nos. 1, 2 and 3/20415 there", ["W.P. Nos. 1, 2 and 3/20415"]),
        ("W.P. 1/2041, 2/20415", ["2/20415"]),
    ],
)
def test_a_fault_stands_where_it_is_written(text, places):
    assert [text[unread.start : unread.end] for unread in find_unread(text)] == places


def listed(length: int, year: str) -> str:
    return f"W.P. Nos. {', '.join(map(str, range(1, length)))} and {length} of {year}"


def test_a_list_is_read_up_to_the_limit_and_told_above():
    longest, longer = listed(LIST_MAX, "2041"), listed(LIST_MAX + 1, "2041")
    (unread,) = find_unread(f"see {longer} there")

    assert (len(find_numbers(longest)), find_unread(longest)) == (LIST_MAX, [])
    assert find_numbers(longer) == []
    assert f"see {longer} there"[unread.start : unread.end] == longer
    assert f"the list of {LIST_MAX + 1} case numbers is too long" in unread.fault.problem


@pytest.mark.parametrize("length", [70, LIST_MAX, LIST_MAX + 1, LIST_MAX + 100])
@pytest.mark.parametrize("year", ["1925", "20415"])
def test_a_long_list_of_no_year_of_a_case_is_told_once(length, year):
    text = listed(length, year)
    (unread,) = find_unread(text)

    assert unread.fault.missing == ("year",)
    assert text[unread.start : unread.end] == text


@pytest.mark.parametrize(
    "piece", ["1 or ", "1، ", "1, nos ", "1 and no. ", "1-", "W.P. 1, ", "1/2041, ", "W.P. 302/201 PPC, "]
)
def test_a_long_text_of_one_kind_is_read_to_its_end(piece):
    text = piece * 20_000 + "that W.P. 1/1925"

    assert find_unread(text)[-1].end == len(text)


PARTS = "W.P. Nos. 1 12 1/2041 2/1925 2041 1925 99999999 / - , and TO of 60 / رٹ تا ۱/۱۹۲۵".split()


@given(st.one_of(st.text(max_size=300), st.lists(st.sampled_from(PARTS), max_size=40).map("".join)))
def test_each_fault_has_a_place_and_a_problem(text):
    for unread in find_unread(text):
        assert 0 <= unread.start < unread.end <= len(text)
        assert unread.fault.problem
