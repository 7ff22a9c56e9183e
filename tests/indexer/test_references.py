"""What a case refers to is found in its record and its texts when an index is built."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from indexer.references import references_of
from search.cases import Document, Profile
from tests.tiny_corpus import cases_of

(CASE,) = cases_of(1)  # W.P. 1/2020


def _with_text(text):
    return replace(CASE, documents=(Document("x.pdf", text, "0" * 64),))


def test_the_offence_sections_of_the_record_are_sections():
    assert references_of(replace(CASE, offence_sections="302/34 PPC")).sections == ("PPC s 302", "PPC s 34")


def test_a_provision_keeps_its_subsection():
    found = references_of(replace(CASE, offence_sections="497(2) Cr.P.C, 497 CrPC"))

    assert found.sections == ("CrPC s 497",)
    assert found.provisions == ("CrPC s 497(2)", "CrPC s 497")


def test_a_section_of_the_ordinance_is_that_of_the_one_which_the_judgment_has_named():
    found = references_of(_with_text("The Income Tax Ordinance, 2001. Section 122(5A) of the Ordinance is invoked."))

    assert found.provisions == ("ITO s 122(5A)",)


def test_a_number_before_a_section_of_a_judgment_is_no_section():
    assert references_of(_with_text("He filed under 22 497 CrPC.")).sections == ("CrPC s 497",)


def test_sections_of_the_profile_are_sections():
    assert references_of(replace(CASE, profile=Profile(sections=("497 CrPC",)))).sections == ("CrPC s 497",)


def test_each_reference_is_kept_once_in_the_order_of_first_mention():
    found = references_of(_with_text("PLD 2019 SC 1, then 2018 SCMR 12 and again P.L.D. 2019 S.C. 1."))

    assert found.citations == ("PLD 2019 Supreme Court 1", "2018 SCMR 12")


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("heard with W.P. No. 2 of 2021 and Crl. Misc. 5/2022", ("WP 2/2021", "CRL MISC 5/2022")),
        ("Writ Petition No. 1/2020", ()),  # its own
        ("see 302/34 and 12/2021", ()),  # no case type
        ("FIR No. 12/2021", ()),
    ],
)
def test_numbers_of_other_cases_are_kept_and_its_own_is_not(text, numbers):
    assert references_of(_with_text(text)).numbers == numbers


def test_the_fir_of_the_record_is_one_with_that_of_the_text():
    case = replace(
        _with_text("FIR No. 12 dated 01.02.2021 P.S. Kohsar"),
        fir_number="012",
        fir_date=datetime.date(2021, 2, 1),
        police_station="Kohsar",
    )

    assert references_of(case).firs == ("12/2021 Kohsar",)


def test_an_fir_with_neither_year_nor_station_is_left_out():
    assert references_of(_with_text("FIR No. 12 was registered.")).firs == ()
