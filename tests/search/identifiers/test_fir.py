"""FIR numbers and police stations, in English, Urdu and Roman Urdu."""

from __future__ import annotations

import datetime
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.identifiers.fir import find_firs, same_fir
from search.identifiers.police_stations import KNOWN_STATIONS, same_station
from search.types import FirQuery


@pytest.mark.parametrize(
    ("text", "number", "year", "station"),
    [
        ("fir 123/24 ps kohsar", "123", 2024, "kohsar"),
        ("FIR No. 123/2024 P.S. Kohsar", "123", 2024, "Kohsar"),
        ("FIR No.123 dated 01.02.2024 registered at Police Station Kohsar, Islamabad", "123", 2024, "Kohsar"),
        ("F.I.R. 123", "123", None, ""),
        ("case FIR No. 45/2019 under section 302 PPC PS Sihala", "45", 2019, "Sihala"),
        ("crime no. 12/2020 PS Clifton", "12", 2020, "Clifton"),
        ("crime 303/2022", "303", 2022, ""),
        ("ps kohsar", "", None, "kohsar"),
        ("bail in ps bani gala robbery", "", None, "bani gala"),
        ("kohsar police station", "", None, "kohsar"),
        ("kohsar police station 123/24", "123", 2024, "kohsar"),
        ("PS Kohsar, 12/2024 dated 1.2.2024", "12", 2024, "Kohsar"),
        ("123/24 ps kohsar", "123", 2024, "kohsar"),
        ("PS Kohsar 302/34 PPC", "", None, "Kohsar"),
        ("ps kohsar 302/34", "", None, "kohsar"),
        ("W.P. 12/2024 PS Kohsar", "", None, "Kohsar"),
        ("FIR 123/2024 Kohsar", "123", 2024, "Kohsar"),
        ("FIR 12/24 shahzad town bail", "12", 2024, "shahzad town"),
        ("FIR 12/24 women harassment", "12", 2024, ""),
        ("FIR 12/24, Women", "12", 2024, "Women"),
        ("FIR 12/24 Example Person", "12", 2024, ""),
        ("at the Railway police station on Monday", "", None, "Railway"),
        ("PS KOHSAR UNDER SECTION 302", "", None, "KOHSAR"),
        ("P.S. Saddar, Gujranwala", "", None, "Saddar"),
        ("PS Women Islamabad", "", None, "Women"),
        ("PS Karachi Company Islamabad", "", None, "Karachi Company"),
        ("PS FIA Crime Circle Islamabad", "", None, "FIA Crime Circle"),
        ("P.S. R.A. Bazar District Rawalpindi", "", None, "R.A. Bazar"),
        ("PS A-Section Dadu from", "", None, "A-Section Dadu"),
        ("PS One Two Three Four Five", "", None, "One Two Three Four"),
        ("PS Shahzad Town u/s 302", "", None, "Shahzad Town"),
        ("F.I.R. bearing No.378/2023 under Section 448 at P.S. Golra against", "378", 2023, "Golra"),
        ("FIR bearing Crime No. 53 of 2023, registered at Police Station Khanna", "53", 2023, "Khanna"),
        ("F.I.R#45/22 P/S Khanna", "45", 2022, "Khanna"),
        ("PS Kohsar FIR No. 9 of 2021", "9", 2021, "Kohsar"),
        ("FIR No. 012-A/2019", "12-A", 2019, ""),
        ("FIR No. 11-2023", "11", 2023, ""),
        ("First Information Report No. 7/1998", "7", 1998, ""),
        ("FIR No. 12/2024 was lodged. The accused went to PS Koral", "12", 2024, ""),
        ("مقدمہ نمبر 123/24 تھانہ کوہسار", "123", 2024, "کوہسار"),
        ("ایف آئی آر نمبر ۱۲۳", "123", None, ""),
        ("ایف آئی آر ۱۲/۲۴ تھانہ بنی گالہ اسلام آباد", "12", 2024, "بنی گالہ"),
        ("ایف۔آئی۔آر نمبر ۱۲ سال ۲۰۲۰", "12", 2020, ""),
        ("مقدمہ نمبر ۱۲ مورخہ ۰۱.۰۲.۲۰۲۴ تھانہ ترنول", "12", 2024, "ترنول"),
        ("مقدمہ نمبر 55/2023 بجرم 302 تھانہ رمنا میں ضمانت", "55", 2023, "رمنا"),
        ("تھانہ گولڑہ کے علاقے", "", None, "گولڑہ"),
        ("پولیس اسٹیشن سہالہ", "", None, "سہالہ"),
        ("muqadma no 123/24 thana kohsar", "123", 2024, "kohsar"),
        ("muqaddama number 7/2023 thana golra mein zamanat", "7", 2023, "golra"),
        ("mukadma 7/2023 thana shahzad town ki fir", "7", 2023, "shahzad town"),
        ("thana tarnol fir no 88/21", "88", 2021, "tarnol"),
        ("fir number ۴۵/۲۰۲۲ thana koral", "45", 2022, "koral"),
    ],
)
def test_a_reference_is_read(text, number, year, station):
    found = find_firs(text)[0]

    assert (found.number, found.year, found.police_station) == (number, year, station)
    assert station in text[slice(*found.station_span)] if found.station_span else station == ""


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("FIR No.123 dated 01.02.2024", datetime.date(2024, 2, 1)),
        ("FIR No.123/24 dt. 1-2-24 PS Kohsar", datetime.date(2024, 2, 1)),
        ("FIR No. 5 dated 25th of May, 1997", datetime.date(1997, 5, 25)),
        ("FIR No. 5/2013, lodged on October 12, 2013", datetime.date(2013, 10, 12)),
        ("FIR No. 5/2021 registered with PS Koral on 27.05.2021", datetime.date(2021, 5, 27)),
        ("مقدمہ نمبر ۱۲ مورخہ ۰۱.۰۲.۲۰۲۴", datetime.date(2024, 2, 1)),
        ("FIR No. 5/2024, order dated 01.02.2024", None),
        ("FIR No. 5/2024 dated 31.02.2024", None),
        ("FIR No. 5/2020 dated 01.02.2024", None),
        ("FIR No. 5/2024 and on 28.08.2024 he went", None),
    ],
)
def test_the_date_is_the_day_of_registration(text, date):
    (found,) = find_firs(text)

    assert found.date == date


@pytest.mark.parametrize(
    "text",
    [
        "the FIR. 3. The learned counsel",
        "lodged the FIR\n3\n",
        "the FIR 3 days late",
        "a copy of the FIR",
        "W.P. 12/2023",
        "BPS-19",
        "P.S.L.A. No. 5 of 2020",
        "the police station. Thereafter they left",
        "the police station concerned",
        "SHO of the police station where it was",
        "the crime of 2020",
        "PLD 2019 Islamabad 45",
        "challan 12/2024",  # a challan has a number of its own
        "",
    ],
)
def test_what_is_no_reference_is_left_alone(text):
    assert find_firs(text) == []


def test_the_span_of_a_number_leaves_the_case_number_beside_it():
    text = "Crl. Misc. 5/2025 in FIR No. 123/2024 u/s 302/34 PPC P.S. Kohsar"
    (found,) = find_firs(text)

    assert text[found.start : found.end] == "FIR No. 123/2024"
    assert text[slice(*found.station_span)] == "P.S. Kohsar"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("FIR 12/24 PS Kohsar and FIR 13/24 PS Koral", [("12", "Kohsar"), ("13", "Koral")]),
        ("PS Kohsar FIR 12/24, PS Koral FIR 13/24", [("12", "Kohsar"), ("13", "Koral")]),
        ("FIR No. 1/2020, 2/2020 and 3/2020 PS Ramna", [("1", "Ramna"), ("2", "Ramna"), ("3", "Ramna")]),
        ("SHO PS Koral; FIR No. 7/2020", [("", "Koral"), ("7", "")]),
    ],
)
def test_each_number_has_its_own_police_station(text, expected):
    assert [(found.number, found.police_station) for found in find_firs(text)] == expected


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("Kohsar", "P.S. KOHSAR, Islamabad", True),
        ("Police Station Kohsar", "kohsar", True),
        ("تھانہ کوہسار", "Kohsar", True),
        ("Bara Kahu", "Bhara Kahu Islamabad", True),
        ("Women G-7", "women", True),
        ("Karachi Company", "karachi company", True),
        ("Clifton, District South", "PS Clifton", True),
        ("R.A. Bazar", "RA Bazar", True),
        ("Kohsar", "Koral", False),
        ("Karachi Company", "Karachi", False),
        ("", "", False),
    ],
)
def test_one_station_in_two_spellings(left, right, same):
    assert same_station(left, right) is same
    assert same_station(right, left) is same


@pytest.mark.parametrize("spellings", KNOWN_STATIONS, ids=lambda spellings: spellings[0])
def test_known_stations_are_read_in_every_spelling(spellings):
    for spelling in spellings:
        (found,) = find_firs(f"ps {spelling.lower()} bail")
        assert same_station(found.police_station, spellings[0])


pieces = st.sampled_from(
    "FIR|F.I.R.|crime|No.|12/2020|12|۱۲|dated|01.02.2024|PS|P.S.|police station|Kohsar|kohsar|and".split("|")
    + "تھانہ مقدمہ نمبر کوہسار".split()
    + list(",.(\n İß“💼")
)


@given(st.one_of(st.text(max_size=150), st.lists(pieces, max_size=40).map(" ".join), st.lists(pieces).map("".join)))
def test_spans_lie_inside_in_order_and_apart(text):
    found = find_firs(text)
    spans = [(each.start, each.end) for each in found]

    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(left[1] <= right[0] for left, right in itertools.pairwise(spans))
    for each in found:
        assert each.number or each.police_station
        assert each.police_station in text
        assert each.station_span is None or each.police_station in text[slice(*each.station_span)]


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_two_names_can_be_compared(left, right):
    assert same_station(left, right) == same_station(right, left)


@pytest.mark.parametrize(
    "piece", ["FIR ", "FIR No. 1/2020, ", "PS ", "PS Kohsar ", "police station ", "A", " ", "\n", "1", "."]
)
def test_a_long_text_of_one_kind_is_read_to_its_end(piece):
    text = piece * 4000 + " \n\nFIR No. 77/2021"

    assert "77" in {found.number for found in find_firs(text)}


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        (FirQuery("12", 2021, "Kohsar"), FirQuery("12", 2021, "P.S. KOHSAR, Islamabad"), True),
        (FirQuery("12", 2021, "Kohsar"), FirQuery("12", 2021), True),
        (FirQuery("12", None, "Kohsar"), FirQuery("12", 2021, "Kohsar"), True),
        (FirQuery("12", 2021, "Kohsar"), FirQuery("12", 2022, "Kohsar"), False),
        (FirQuery("12", 2021, "Kohsar"), FirQuery("12", 2021, "Ramna"), False),
        (FirQuery("12", 2021), FirQuery("12-A", 2021), False),
        (FirQuery("12"), FirQuery("12", 2021, "Kohsar"), False),  # every station has a 12 each year
        (FirQuery("12", 2021), FirQuery("12", None, "Kohsar"), False),
    ],
)
def test_two_firs_are_one_where_what_both_say_agrees(left, right, same):
    assert same_fir(left, right) is same
    assert same_fir(right, left) is same


@pytest.mark.parametrize(
    "fir", [FirQuery("12", 2021, "Kohsar"), FirQuery("12-A", 2021), FirQuery("12", None, "Bani Gala")]
)
def test_an_fir_is_read_from_its_key(fir):
    assert FirQuery.of_key(fir.key) == fir


@given(
    st.integers(1, 9999),
    st.sampled_from(["", "-A"]),
    st.integers(1947, 2049) | st.none(),
    st.sampled_from(["", *(spelling for spellings in KNOWN_STATIONS for spelling in spellings)]),
)
def test_a_key_is_read_back_as_itself(number, letter, year, station):
    fir = FirQuery(f"{number}{letter}", year, station)
    (found,) = find_firs(f"FIR {fir.key}")

    assert FirQuery(found.number, found.year, found.police_station) == fir
