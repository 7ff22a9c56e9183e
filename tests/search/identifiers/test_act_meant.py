"""What "the Act" is, is told from the acts that a text has named before, and is nothing where they are several."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.identifiers.act_meant import ActsMeant
from search.identifiers.statute import find_statutes
from search.text.normalise import unified

CONTROL = "The Example Control Act, 2019 is new. "
SUPPLY = "The Example Supply Act, 2020 is newer. "


def last_label(text: str) -> str:
    return find_statutes(text)[-1].label


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("the Income Tax Ordinance, 2001. Amended under section 122(5A) of the Ordinance", "ITO s 122(5A)"),
        ("the Income Tax Ordinance, 2001. Amended u/s 122(5A) \nof Ordinance, 2001", "ITO s 122(5A)"),
        ("the Income \nTax ordinance, 2001. Section 20 of the said Ordinance", "ITO s 20"),
        ("the Limitation Act and the Income Tax Ordinance. Section 20 of the Ordinance", "ITO s 20"),
        (CONTROL + "Under sections 5 and 7 of the Act", "Example Control Act 2019 s 7"),
        (CONTROL + "The Example Control Act says so. Section 5 of the Act of 2019", "Example Control Act 2019 s 5"),
        (CONTROL + SUPPLY + "Section 5 of the Act, 2019", "Example Control Act 2019 s 5"),
        (CONTROL + "Section 5 of the Act applies. " + SUPPLY, "Example Control Act 2019 s 5"),
        (CONTROL + "Section 5 of the Act. " + SUPPLY + "Section 6 of the Act, 2020", "Example Supply Act 2020 s 6"),
        ("the Code of Civil Procedure, 1908. Order VII Rule 11 of the Code", "CPC O 7 r 11"),
        ("the Example Service Rules, 2010. Rule 5 of the Rules", "Example Service Rules 2010 r 5"),
        ("the Qanun-e-Shahadat Order, 1984. Article 129(g) of the Order", "QSO art 129(g)"),
    ],
)
def test_it_is_the_one_of_its_kind_that_is_named_before(text, label):
    assert last_label(text) == label


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("section 5 of the Act", "s 5"),
        ("Section 5 of the Act applies, and the Limitation Act", "s 5"),  # named behind it alone
        ("the Limitation Act. Section 5 of the Ordinance", "s 5"),
        (CONTROL + SUPPLY + "Section 5 of the Act", "s 5"),
        (CONTROL + "Section 5 of the Act, 1997", "s 5"),
        (CONTROL + "He was held under the CNSA. Section 5 of the Act", "s 5"),  # another, by its initials
        ("convicted under the CNSA. Section 9 of the Act", "s 9"),  # not in full
        ("Sindh Act No. III of 1977 is one. Section 3 of the Act", "s 3"),  # a title cut short
        (CONTROL + "Section 5 of the repealed Act", "s 5"),
        (CONTROL + "Section 5 of the Act No. X of 1950", "s 5"),
        (CONTROL + "Section 5 of the Act of Parliament", "s 5"),
        (CONTROL + "Rule 5 of the Act", "r 5"),
        ("the Qanun-e-Shahadat Order, 1984. Section 5 of the order dated", "s 5"),
        ("Pakistan Penal Code and Code of Civil Procedure. Section 96 of the Code", "s 96"),
    ],
)
def test_it_is_nothing_where_another_may_be_meant(text, label):
    assert last_label(text) == label


def test_it_holds_for_what_leads_to_its_section():
    found = find_statutes(CONTROL + "Section 5 read with section 9 of the Act")

    assert [each.label for each in found] == ["Example Control Act 2019 s 5", "Example Control Act 2019 s 9"]


pieces = st.sampled_from(
    [CONTROL, SUPPLY, "CNSA", "PPC ", "section 5", " of the Act", " of the Code, 1908", "\n", "Code "]
)


@given(st.one_of(st.text(max_size=200), st.lists(pieces, max_size=12).map("".join)), st.integers(0, 200))
def test_any_place_of_any_text_has_an_act_or_none(text, place):
    plain = unified(text)

    assert ActsMeant(plain).behind(place, "section") in {
        "",
        "Example Control Act 2019",
        "Example Supply Act 2020",
        "CPC",
    }
