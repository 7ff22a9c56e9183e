"""Other courts: told where one stands right beside a number, and nowhere else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.identifiers.other_courts import court_alone_beside, court_beside, court_owning, is_elsewhere

NUMBER = "Crl. Appeal 3/2041"


def court_of(text: str, *case_types: str) -> str:
    start = text.index(NUMBER)
    return court_beside(text, start, start + len(NUMBER), case_types)


@pytest.mark.parametrize(
    ("text", "court"),
    [
        (f"{NUMBER} of the Lahore High Court", "Lahore High Court"),
        (f"{NUMBER} Lahore High Court", "Lahore High Court"),
        (f"{NUMBER}, Sindh High Court, Karachi", "Sindh High Court"),
        (f"{NUMBER} (Peshawar High Court)", "Peshawar High Court"),
        (f"{NUMBER} (Lahore High Court, Multan Bench)", "Lahore High Court"),
        (f"{NUMBER} [the learned trial court]", "trial court"),
        (f"{NUMBER}\nof the Hon'ble Supreme\nCourt of Pakistan", "Supreme Court of Pakistan"),
        (f"{NUMBER} (SB) decided on 12.03.2041 by the LHC", "LHC"),
        (f"{NUMBER} is pending before the learned Additional Sessions Judge", "Additional Sessions Judge"),
        (f"the learned trial court in {NUMBER}", "trial court"),
        (f"learned Sessions Judge, Islamabad in {NUMBER}", "Sessions Judge"),
        (f"Supreme Court, {NUMBER}", "Supreme Court"),
        (f"the Supreme Court through {NUMBER}", "Supreme Court"),
        (f"the High Court of Sindh at Karachi in {NUMBER}", "High Court of Sindh"),
        (f"Rawalpindi Bench of the Lahore High Court in {NUMBER}", "Rawalpindi Bench of the Lahore High Court"),
        (f"the Supreme Court in Zarak v. State ({NUMBER})", "Supreme Court"),
        (f"Lahore High Court {NUMBER}", "Lahore High Court"),
        (f"{NUMBER} before the Federal Service Tribunal", "Federal Service Tribunal"),
    ],
)
def test_a_court_beside_a_number_is_told(text, court):
    assert court_of(text) == court


@pytest.mark.parametrize(
    "text",
    [
        NUMBER,
        f"{NUMBER} of this Court",
        f"{NUMBER} of the Lahore High Court Bar Association",
        f"Islamabad High Court in {NUMBER}",
        f"Islamabad High Court {NUMBER}",
        f"It was held by the Lahore High Court. {NUMBER} was dismissed",
        f"appealed to the Supreme Court\n{NUMBER}",
        f"Peshawar {NUMBER}",
        f"{NUMBER}, the learned trial court was directed to decide",
        f"{NUMBER} against the order of the learned trial court",
        f"{NUMBER} (Supreme Court upheld the order)",
        f"{NUMBER} (trial court record)",
        f"Aggrieved of the order of the learned Sessions Judge, {NUMBER} was filed",
        f"The Supreme Court held otherwise.  In {NUMBER} it was said",
    ],
)
def test_a_court_that_is_named_for_another_reason_is_not(text):
    assert court_of(text) == ""


@pytest.mark.parametrize(
    "text",
    [
        f"Zarak v. Customs Appellate Tribunal, Islamabad ({NUMBER})",
        f"Zarak v. Customs Appellate Tribunal in {NUMBER}",
        f"Zarak vs. the learned Judicial Magistrate Islamabad ({NUMBER})",
        f"Zarak VS The Customs, Appellate Tribunal ({NUMBER})",
        f"Zarak versus Presiding Officer Labour Court Islamabad ({NUMBER})",
        f"zarak v custom appellate tribunal ({NUMBER})",
        f"Zarak v. The State and Addl. Sessions Judge West, Special Judge in {NUMBER}",
        f"Zarak v. State through Judicial Magistrate ({NUMBER})",
        f"Zarak v. Lahore High Court ({NUMBER})",
        f"Zarak v. Registrar, Lahore High Court ({NUMBER})",
    ],
)
def test_a_court_behind_versus_is_a_party(text):
    assert court_of(text) == ""


@pytest.mark.parametrize(
    ("text", "court"),
    [
        (f"Zarak v. State, Lahore High Court, {NUMBER}", "Lahore High Court"),
        (f"Zarak v. State decided by the Supreme Court in {NUMBER}", "Supreme Court"),
        (f"Zarak v. State, the learned trial court in {NUMBER}", "trial court"),
        (f"Zarak v. State. Judicial Magistrate in {NUMBER}", "Judicial Magistrate"),
        (f"Zarak v. State; Judicial Magistrate in {NUMBER}", "Judicial Magistrate"),
        (f"the Supreme Court in Zarak v. Judicial Magistrate ({NUMBER})", "Supreme Court"),
    ],
)
def test_a_court_that_decided_between_parties_is_none(text, court):
    assert court_of(text) == court


@pytest.mark.parametrize(
    ("text", "court"),
    [
        (f"Peshawar {NUMBER}", "Peshawar High Court"),
        (f"{NUMBER} (Sindh)", "Sindh High Court"),
        (f"Supreme Court of Pakistan: {NUMBER}", "Supreme Court of Pakistan"),
        (f"{NUMBER}, the Hon'ble Supreme Court", "Supreme Court"),
        (f"{NUMBER} Islamabad High Court", ""),
        (f"{NUMBER} Islamabad", ""),
        (f"Peshawar case {NUMBER}", ""),
        (f"{NUMBER} Federal Service Tribunal", ""),
        (f"{NUMBER} family court", ""),
        (f"Banking Court {NUMBER}", ""),
        (NUMBER, ""),
    ],
)
def test_a_court_or_a_province_that_is_all_beside_a_number_is_its_court(text, court):
    start = text.index(NUMBER)

    assert court_alone_beside(text, start, start + len(NUMBER)) == court


def test_in_a_search_a_province_beside_a_number_may_be_a_party():
    text = f"Peshawar {NUMBER}"
    start = text.index(NUMBER)

    assert court_alone_beside(text, start, len(text), provinces=False) == ""
    assert court_alone_beside(f"{NUMBER} SHC", 0, len(NUMBER), provinces=False) == "SHC"


def test_a_type_that_high_courts_alone_have_is_of_another_court_where_that_is_said():
    assert court_of(f"{NUMBER} before the Supreme Court", "WP") == ""
    assert court_of(f"{NUMBER}, Supreme Court held that", "WP") == ""
    assert court_of(f"{NUMBER} of the Supreme Court of Pakistan", "WP") == "Supreme Court of Pakistan"
    assert court_of(f"{NUMBER} (Supreme Court)", "WP") == "Supreme Court"
    assert court_of(f"{NUMBER} of the learned Civil Judge", "WP") == ""
    assert court_of(f"{NUMBER} (trial court)", "WP") == ""
    assert court_of(f"{NUMBER} of the Sindh High Court", "WP") == "Sindh High Court"
    assert court_beside("Const. Petition 1/2041 before the Supreme Court", 0, 22, ("WP",)) == "Supreme Court"


@given(
    st.lists(st.sampled_from([NUMBER, *"Supreme Lahore High Court of the in before , ( v. Ali".split()]), max_size=30)
)
def test_a_court_is_told_as_it_is_written(words):
    text = " ".join([*words, NUMBER])

    assert court_of(text) in text


@pytest.mark.parametrize(
    ("text", "court"),
    [
        (f"{NUMBER} of the Lahore High Court", "Lahore High Court"),
        (f"{NUMBER} [Supreme Court]", "Supreme Court"),
        (f"{NUMBER} of the learned trial court", ""),
        (f"{NUMBER}, Supreme Court judgment on bail", ""),
        (f"{NUMBER} pending before the Lahore High Court", ""),
        (NUMBER, ""),
    ],
)
def test_a_higher_court_owns_a_number_where_that_is_said(text, court):
    assert court_owning(text, len(NUMBER)) == court


@pytest.mark.parametrize(
    ("court", "known"),
    [
        ("SHC", "Sindh High Court"),
        ("High Court of Sindh", "Sindh High Court, Karachi"),
        ("Multan Bench of the Lahore High Court", "Lahore High Court"),
        ("Baluchistan High Court", "Balochistan High Court"),
        ("Punjab High Court", "Lahore High Court"),
        ("Supreme Court of Pakistan", "Supreme Court"),
        ("Apex Court", "Supreme Court of Pakistan"),
    ],
)
def test_a_court_is_known_in_its_other_forms(court, known):
    assert not is_elsewhere(court, ["Islamabad High Court", known])
    assert is_elsewhere(court, ["Islamabad High Court"])


def test_no_court_is_nowhere_else():
    assert not is_elsewhere("", [])
