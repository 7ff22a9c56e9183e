"""Named parties: those beside a number, against the title of its record."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.named_parties import NamedParties, agree
from search.query.parties import Side, find_parties
from search.results.found import ListedCase

SIDES = (
    "Zarak Example Khan",
    "Mst. Palwasha Invented",
    "The State",
    "Federation of Pakistan",
    "C.D.A.",
    "Bakhtawar Other",
)


def pair_of(text: str) -> tuple[Side, Side]:
    found = find_parties(text)
    assert found is not None
    assert found.second is not None
    return found.first, found.second


def case_of(title: str) -> ListedCase:
    return ListedCase("c1", "s1", "W.P. 1/2040 (SB)", title, "Decided", "WP")


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("Zarak Khan v. State", "Zarak Khan etc VS The State"),
        ("Zarak Khan v. State", "Zarak Khan VS Palwasha Invented"),
        ("Zarak Example Khan v. Mohd. Invented", "Muhammad Invented VS Zarak Khan & others"),
        ("Zarak Khan s/o Other v. CDA", "Zarak Khan VS Capital Development Authority etc"),
        ("Shafqat Example v. State", "Shfqat Example VS State"),
        ("State v. Federation of Pakistan", "Zarak Khan VS Palwasha Invented"),
        ("Zarak Khan v. State", ". VS ."),
        ("Zarak Khan v. State", "Ex VS Officer Zarak Khan VS FOP"),
        ("سرکار بنام زرک خان", "زرک خان VS The State"),
        ("Malik and Company v. Palwasha Invented", "M/s Malik & Co. VS Palwasha Invented"),
        ("Malik & Company v. Federation", "M/s Malik & Co. VS FOP"),
        ("Zarak Khan v. Ministry of Zoology", "Zarak Khan VS Secretary M/o Zoology"),
        ("Zarak Khan v. M/o Zoology", "Zarak Khan VS The Secretary, Ministry of Zoology etc"),
        ("Zarak Khan v. Secretary Zoology", "Zarak Khan VS Zoology Ministry"),
        ("Zarak Khan v. Secretary", "Zarak Khan VS Secretary Zoology"),
        ("Zarakullah v. State", "Zarak Ullah VS The State"),
        ("Zarak Ullah v. Federation of Pakistan", "Zarakullah etc VS FOP"),
        ("Zarakul Haq v. State", "Zarak ul Haq VS The State"),
        ("Zarak-ul-Haq v. State", "Zarakulhaq VS The State"),
        ("Al-Zarak Foundation v. State", "Alzarak VS The State"),
        ("Alzarak v. State", "Al Zarak VS The State"),
    ],
)
def test_parties_that_may_be_those_of_the_title_agree(written, title):
    assert agree(pair_of(written), title)


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("Zarak Khan v. State", "Palwasha Invented VS The State"),
        ("Zarak Khan v. State", "Bakhtawar Khan VS The State"),
        ("Muhammad Zarak v. State", "Muhammad Bakhtawar VS The State"),
        ("Zarak Khan v. Palwasha Invented", "Zarak Khan VS Bakhtawar Other"),
        ("Zarak Khan v. CDA", "Zarak Khan VS National Accountability Bureau"),
        ("Zarak Khan v. Federation of Pakistan", "FOP VS Palwasha Invented"),
        ("Zain Khan v. State", "Zaid Khan VS State"),
        ("Malik & Co. v. State", "Raja & Co. VS The State"),
        ("Zarak & Co. v. State", "Bakhtawar & Company VS The State"),
        ("Zarak Khan v. Ministry of Zoology", "Zarak Khan VS Secretary M/o Botany"),
        ("Zarak Khan v. Secretary Zoology", "Zarak Khan VS Zoology Research Academy"),
        ("Zarak Ullah v. State", "Zarakzai VS The State"),
        ("Zarak Ullah v. State", "Bakhtullah VS The State"),
        ("Zarak ul Haq v. State", "Zarakul Islam VS The State"),
    ],
)
def test_parties_that_are_others_do_not(written, title):
    assert not agree(pair_of(written), title)


@given(st.sampled_from(SIDES), st.sampled_from(SIDES))
def test_parties_agree_with_their_own_title_in_either_order(first, second):
    for title in (f"{first} VS {second}", f"{second} VS {first}"):
        assert agree(pair_of(f"{first} v. {second}"), title)


def test_a_disagreement_is_told_once_a_case():
    text = "Zarak Khan v. State, W.P. 1/2040"
    number = (text.index("W.P."), len(text))
    cases = [case_of("Palwasha Invented VS State"), case_of("Bakhtawar Other VS State")]
    found = list(NamedParties(text, [number]).disagreements(number, cases))

    assert [(each.written, each.title) for each in found] == [("Zarak Khan v. State", case.title) for case in cases]
    assert [] == list(NamedParties(text, [number]).disagreements(number, [*cases, case_of("Zarak Khan VS State")]))


@given(st.text(max_size=600), st.text(max_size=60), st.data())
def test_any_text_and_title_are_compared(text, title, data):
    text = f"{text} Zarak Khan v. State {text}"
    start = data.draw(st.integers(0, len(text)))
    number = (start, data.draw(st.integers(start, len(text))))

    for each in NamedParties(text, [number]).disagreements(number, [case_of(title)]):
        assert text[each.start : each.end] == each.written
