"""A time said in words is read where it is meant of the case, and never inside a number, a citation or a fact."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.query.periods import bare_years, find_periods

TODAY = datetime.date(2026, 2, 15)
SAID = [
    ("2023..2025", "2023..2025", "2023-01-01", "2025-12-31"),
    ("bail 2020-2024", "2020-2024", "2020-01-01", "2024-12-31"),
    ("bail 2020 – 2024 Abbasi", "2020 – 2024", "2020-01-01", "2024-12-31"),
    ("after 1 March 2024", "after 1 March 2024", "2024-03-02", None),
    ("bail after 1/3/2024", "after 1/3/2024", "2024-03-02", None),
    ("decided after 01.03.2024", "after 01.03.2024", "2024-03-02", None),
    ("after 2024-03-01", "after 2024-03-01", "2024-03-02", None),
    ("after March 1st, 2024", "after March 1st, 2024", "2024-03-02", None),
    ("after 2023", "after 2023", "2024-01-01", None),
    ("on or after 1st March, 2024", "on or after 1st March, 2024", "2024-03-01", None),
    ("since 2021", "since 2021", "2021-01-01", None),
    ("custody petitions from 2021", "from 2021", "2021-01-01", None),
    ("customs 2021 onwards", "2021 onwards", "2021-01-01", None),
    ("before 2019", "before 2019", None, "2018-12-31"),
    ("before 5 Jan 2019", "before 5 Jan 2019", None, "2019-01-04"),
    ("until March 2020", "until March 2020", None, "2020-03-31"),
    ("till 31-12-2020", "till 31-12-2020", None, "2020-12-31"),
    ("between 2018 and 2020", "between 2018 and 2020", "2018-01-01", "2020-12-31"),
    ("from January 2020 to March 2021", "from January 2020 to March 2021", "2020-01-01", "2021-03-31"),
    ("between January and March 2021", "between January and March 2021", "2021-01-01", "2021-03-31"),
    ("from 01.03.2024 to 31.12.2024", "from 01.03.2024 to 31.12.2024", "2024-03-01", "2024-12-31"),
    ("1.3.2024 to 5.5.2024", "1.3.2024 to 5.5.2024", "2024-03-01", "2024-05-05"),
    ("rent cases 1.3.2024 to 5.5.2024", "1.3.2024 to 5.5.2024", "2024-03-01", "2024-05-05"),
    ("March 2024", "March 2024", "2024-03-01", "2024-03-31"),
    ("rent cases March 2024", "March 2024", "2024-03-01", "2024-03-31"),
    ("March 2024 judgments", "March 2024", "2024-03-01", "2024-03-31"),
    ("in 2024", "in 2024", "2024-01-01", "2024-12-31"),
    ("in February 2024", "in February 2024", "2024-02-01", "2024-02-29"),
    ("in Sept. 2023", "in Sept. 2023", "2023-09-01", "2023-09-30"),
    ("bail during the year 2022", "during the year 2022", "2022-01-01", "2022-12-31"),
    ("in 2022 and 2023", "in 2022 and 2023", "2022-01-01", "2023-12-31"),
    ("W.P. 12/2023 filed in 2023", "filed in 2023", "2023-01-01", "2023-12-31"),
    ("judgments of 2023", "of 2023", "2023-01-01", "2023-12-31"),
    ("last year", "last year", "2025-01-01", "2025-12-31"),
    ("contempt this year", "this year", "2026-01-01", "2026-12-31"),
    ("last month", "last month", "2026-01-01", "2026-01-31"),
    ("bail cases in the last 3 years", "in the last 3 years", "2023-02-15", "2026-02-15"),
    ("past six months", "past six months", "2025-08-15", "2026-02-15"),
    ("since last year", "since last year", "2025-01-01", None),
    ("2024 کے بعد", "2024 کے بعد", "2025-01-01", None),
    ("ضمانت ۲۰۱۹ سے پہلے", "۲۰۱۹ سے پہلے", None, "2018-12-31"),
    ("2024ء میں ضمانت", "2024ء میں", "2024-01-01", "2024-12-31"),
    ("مارچ 2024 تک", "مارچ 2024 تک", None, "2024-03-31"),
    ("2020 سے 2023 تک", "2020 سے 2023 تک", "2020-01-01", "2023-12-31"),
    ("2020 اور 2023 کے درمیان", "2020 اور 2023 کے درمیان", "2020-01-01", "2023-12-31"),
    ("پچھلے سال کے مقدمات", "پچھلے سال", "2025-01-01", "2025-12-31"),
    ("2024 ke baad zamanat", "2024 ke baad", "2025-01-01", None),
    ("2019 se pehle", "2019 se pehle", None, "2018-12-31"),
    ("2019 say pehlay", "2019 say pehlay", None, "2018-12-31"),
    ("2020 se 2023 tak", "2020 se 2023 tak", "2020-01-01", "2023-12-31"),
    ("2022 mein bail", "2022 mein", "2022-01-01", "2022-12-31"),
    ("pichle 3 saal", "pichle 3 saal", "2023-02-15", "2026-02-15"),
    ("is saal ke cases", "is saal", "2026-01-01", "2026-12-31"),
]


@pytest.mark.parametrize(("text", "said", "first", "last"), SAID)
def test_a_time_in_words_is_read_with_both_ends_in_it(text, said, first, last):
    (period,) = find_periods(text, today=TODAY)

    assert text[period.start : period.end] == said
    assert (period.first and period.first.isoformat(), period.last and period.last.isoformat()) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "bail after arrest",
        "bail before arrest",
        "since deceased",
        "W.P. 2020-2024",
        "Crl. Misc. No. 2020-2024",
        "2024-2020",
        "2020-24",
        "dated 12-05-2022",
        "order dated 12 May 2022",
        "Babar Sattar 2024 service",
        "after 31 February 2024",
        "after 31/02/2024",
        "after 0/3/2024",
        "between 31 February 2020 and 1 March 2020",
        "between 2020 and 2018",
        "since 2019-2020",
        "employees appointed before 2010",
        "rent due from 2015 to 2019",
        "session 2019-2020",
        "tax year 2019-2020",
        "elections in 2018",
        "in 2019 SCMR 44",
        "reported in 2023 IHC 123",
        "in PLD 2019 SC 1",
        "before 2002 Ordinance",
        "cases 12 of 2024",
        "in 2020, 2021 and 2022",
        "not paid for last 3 years",
        "last year of service",
        "before last year",
        "before 2000 rupees were paid",
        "since March",
        "order of March 2024",
        "March 2024 salary",
        "leave 1.3.2024 to 5.5.2024",
        "1 March 2024",
        "2019 zamanat",
        "گرفتاری کے بعد ضمانت",
        "giraftari ke baad zamanat",
    ],
)
def test_what_is_no_time_of_the_case_is_left_alone(text):
    assert find_periods(text, today=TODAY) == []


def test_a_long_query_tells_facts():
    facts = "the petitioner who was a clerk of the board claims that he was never heard by the committee which met"

    assert find_periods(f"{facts} in 2024 and gave no reasons", today=TODAY) == []


def test_several_periods_come_in_order():
    periods = find_periods("filed in 2022, decided after March 2024", today=TODAY)

    assert [(period.first, period.last) for period in periods] == [
        (datetime.date(2022, 1, 1), datetime.date(2022, 12, 31)),
        (datetime.date(2024, 4, 1), None),
    ]


def test_a_month_that_is_shorter_ends_earlier():
    (period,) = find_periods("last 6 months", today=datetime.date(2024, 8, 31))

    assert period.first == datetime.date(2024, 2, 29)


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Babar Sattar 2024 service", ["2024"]),
        ("zamanat ۲۰۲۳ سروس", ["۲۰۲۳"]),
        ("bail 2023, 2024", ["2023", "2024"]),
        ("W.P. 12/2023 bail 2024", ["2024"]),
        ("WP 2023-2024", []),
        ("Crl. Misc. 1234-2024", []),
        ("WP No. 15-K of 2016", []),
        ("WP 1234 2024", []),
        ("2019 SCMR 44", []),
        ("PLD 2019 SC 1", []),
        ("SCMR 2019", []),
        ("Companies Act, 2017", []),
        ("Ordinance 2002", []),
        ("Act XXI of 1997", []),
        ("Rules 1968", []),
        ("Rules of Business 1973", []),
        ("Constitution of the Islamic Republic of Pakistan, 1973", []),
        ("CrPC 1998", []),
        ("FIR 2023", []),
        ("FIR No. 12 of 2023", []),
        ("dated 12-05-2022", []),
        ("1 March 2024", []),
        ("in 2024", []),
        ("2020-2024", []),
        ("2024 ke baad", []),
        ("Rs. 2000 fine", []),
        ("house no. 2010", []),
    ],
)
def test_a_bare_year_stands_alone(text, years):
    assert [text[year.start : year.end] for year in bare_years(text)] == years


_LONG = st.builds(lambda text, times: (text * times)[:2000], st.text(max_size=100), st.integers(1, 2000))
_WORDS = st.sampled_from(
    "in after before since between and to from 2024 2020-2023 .. ( ) 31 March 1/3/2024 کے بعد ۲۰۲۴ last 3 years W.P. "
    "12/2024 2019 SCMR ſep ke baad , - of".split(" ")
)


@given(st.one_of(_LONG, st.lists(_WORDS, max_size=20).map(" ".join)), st.dates(datetime.date(1990, 1, 1)))
def test_any_text_is_read_and_spans_are_apart(text, today):
    for found in (find_periods(text, today=today), bare_years(text)):
        ends = [0] + [place for period in found for place in (period.start, period.end)] + [len(text)]

        assert ends == sorted(ends)
        assert all(text[period.start : period.end].strip() for period in found)
        assert all(not period.first or not period.last or period.first <= period.last for period in found)
