"""Acts are known by their titles, abbreviations and years, and words that are no acts are left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.identifiers.act_names import act_before
from search.identifiers.act_titles import act_called, act_named, titled_at, titled_before
from search.text.normalise import unified


@pytest.mark.parametrize(
    ("written", "act"),
    [
        ("the Code of Criminal Procedure, 1898", "CrPC"),
        ("Cr. P.C.", "CrPC"),
        ("CR.P.C", "CrPC"),
        ("crpc", "CrPC"),
        ("Criminal Procedure Code (V of 1898)", "CrPC"),
        ("P. P. C.", "PPC"),
        ("Pakistan Penal Code (Act XLV of 1860)", "PPC"),
        ("PAKISTAN PENAL CODE, 1860", "PPC"),
        ("Constitution of Islamic Republic of Pakistan, 1973", "Constitution"),
        ("Control of Narcotics Substances Act, 1997", "CNSA"),
        ("Qanun-e- Shahadat Order, 1984", "QSO"),
        ("Custom Act 1969", "Customs Act"),
        ("Election Act, 2017", "Elections Act"),
        ("Guardian & Ward Act, 1890", "Guardians and Wards Act"),
        ("Financial Institutions (Recovery of Finance) Ordinance, 2001", "FIO"),
        ("Workmen’s Compensation Act, 1923", "Workmen's Compensation Act"),
        ("Income Tax Ordinance, 2001", "ITO"),
        ("Income Tax Ordinance, 1979", "ITO 1979"),
        ("Companies Act, 2017", "Companies Act"),
        ("Companies Act, 1913", "Companies Act 1913"),
        ("Constitution of 1962", "Constitution 1962"),
        ("ضابطہ فوجداری", "CrPC"),
        ("ضابطه فوجداري", "CrPC"),
        ("ت۔پ", "PPC"),
    ],
)
def test_dots_spaces_case_plurals_and_years_make_no_difference(written, act):
    assert act_named(written) == act


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("the Example Control Act, 2019", "Example Control Act 2019"),
        ("Example Control Act of 2019", "Example Control Act 2019"),
        ("example control act 2019", "Example Control Act 2019"),
        ("THE EXAMPLE CONTROL ACT, 2019", "Example Control Act 2019"),
        ("Example (Control and Supply) Ordinance", "Example (Control and Supply) Ordinance"),
        ("Sindh Example Rules, 2001", "Sindh Example Rules 2001"),
        ("Example Order, 1979", "Example Order 1979"),
        ("Example Posts (Service & Pay) Rules, 1980", "Example Posts (Service and Pay) Rules 1980"),
        ("Example Government Rules of Business, 2011", "Example Government Rules of Business 2011"),
        ("XYZ Act, 1958", "XYZ Act 1958"),
    ],
)
def test_an_act_that_the_table_lacks_keeps_its_title(written, title):
    assert act_named(written) == title


@pytest.mark.parametrize(
    "written",
    ["", "Act", "the Act", "the said Act", "This Ordinance", "Impugned Order", "Standing Order", "example", "Ata", "P",
     "Order XXI Rules", "XXXIX Rules", "Constitution Petition", "PPC and more", "1860", "rules", "Order", "the Rules",
     "Chapter-III of the Act", "Act. Part II of the Act", "Rules of Procedure"],
)  # fmt: skip
def test_what_names_no_act_is_empty(written):
    assert act_named(written) == ""


@pytest.mark.parametrize(
    ("written", "act"),
    [
        ("5 of (Special) Courts Act, 1990", "(special) Courts Act 1990"),
        ("302-Example Act", "Example Act"),
        ("34 of the example control act, 2019", "Example Control Act 2019"),
        ("under section 34 of the penal code", "PPC"),
        ("murder", ""),
    ],
)
def test_a_title_is_found_inside_a_text(written, act):
    assert act_called(written) == act


def test_the_act_of_a_province_is_not_the_federal_one():
    text = "the Balochistan Civil Servants Act"

    assert act_before(text, len(text)) is None
    assert titled_before(text, len(text)) == ("Balochistan Civil Servants Act", 4)


def test_a_title_ends_with_its_year():
    text = "Example Control Act, 2019 provides"

    assert titled_at(text, 0) == ("Example Control Act 2019", text.index(" provides"))


@given(st.text(max_size=300), st.integers(0, 300))
def test_any_text_at_any_place_is_read(text, place):
    plain = unified(text)
    at, before = titled_at(plain, place), titled_before(plain, place)

    assert at is None or place < at.edge <= len(text)
    assert before is None or 0 <= before.edge < place
