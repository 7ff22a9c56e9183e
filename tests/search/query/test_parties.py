"""The sides of a case are read out of a query, and of nothing that only looks like one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.query.parties import SIDE_WORDS_MAX, find_parties

PAIRS = [
    ("Mohd Aslam v State", "Mohd Aslam", "State"),
    ("A v B", "A", "B"),
    ("A v. B", "A", "B"),
    ("A vs B", "A", "B"),
    ("A vs. B", "A", "B"),
    ("A VS B", "A", "B"),
    ("A versus B", "A", "B"),
    ("A VERSUS B", "A", "B"),
    ("A V/S B", "A", "B"),
    ("A v/s. B", "A", "B"),
    ("A V / S B", "A", "B"),
    ("A -VS- B", "A", "B"),
    ("A- VS -B etc.", "A", "B etc"),
    ("A – v – B", "A", "B"),
    ("A-vs-B", "A", "B"),
    ("Aslam-v-State", "Aslam", "State"),
    ("A vs...... B", "A", "B"),
    ("Aslam v.The State", "Aslam", "The State"),
    ("Aslam Khan Verses The State", "Aslam Khan", "The State"),
    ("K. v. State", "K", "State"),
    ("Aslam V State", "Aslam", "State"),
    ("Aslam V. State", "Aslam", "State"),
    ("aslam_khan_vs_state.pdf", "aslam_khan", "state"),
    ("M/s Alpha (Pvt.) Ltd. v. Commissioner, Kotli", "M/s Alpha (Pvt.) Ltd", "Commissioner, Kotli"),
    ("Aslam & others vs Karim and 2 others", "Aslam & others", "Karim and 2 others"),
    ("Alpha Re Rolling Mills vs CIR", "Alpha Re Rolling Mills", "CIR"),
    ("Registrar / In-Charge Office vs Alpha", "Registrar / In-Charge Office", "Alpha"),
    ("Aslam vs Serene Air Pvt Ltd", "Aslam", "Serene Air Pvt Ltd"),
    ("Alpha vs Sales Tax Tribunal", "Alpha", "Sales Tax Tribunal"),
    ("Alpha vs PTCL etc", "Alpha", "PTCL etc"),
    # What only leads to the sides, or follows them.
    ("case of Aslam v State", "Aslam", "State"),
    ("the case of Aslam v. State", "Aslam", "State"),
    ("in re: Aslam v State", "Aslam", "State"),
    ("In re Aslam v State", "Aslam", "State"),
    ("judgment in Aslam v State", "Aslam", "State"),
    ("judgement of Aslam v State", "Aslam", "State"),
    ("case titled Aslam v State", "Aslam", "State"),
    ('case titled "Aslam v State" please', "Aslam", "State"),
    ("Which bench heard Aslam VS The State?", "Aslam", "The State"),
    ("What is the case status for Aslam VS FOP & others?", "Aslam", "FOP & others"),
    ("Explain the judgment in Aslam vs Karim", "Aslam", "Karim"),
    ("find Aslam v State", "Aslam", "State"),
    ("W.P. 12/2024 Aslam v State", "Aslam", "State"),
    ("Aslam v State Crl. Appeal No. 5 of 2020", "Aslam", "State"),
    ("Aslam v State criminal appeal", "Aslam", "State"),
    ("Aslam v State bail", "Aslam", "State"),
    ("Aslam v State FIR 12/2023", "Aslam", "State"),
    ("Aslam v State in the Islamabad High Court", "Aslam", "State"),
    ("Aslam v State 2021 SCMR 1", "Aslam", "State"),
    ("2021 SCMR 1 Aslam v State", "Aslam", "State"),
    ("Aslam v. The State (PLD 2016 SC 8)", "Aslam", "The State"),
    ("Aslam v State and 2 others PLD 2016 SC 8", "Aslam", "State and 2 others"),
    ("(Aslam v State)", "Aslam", "State"),
    ("[Aslam vs Karim]", "Aslam", "Karim"),
    ("Karim (2004 CLD 13), Aslam v Alpha Bank", "Aslam", "Alpha Bank"),
    ("cases (i) ASLAM Versus The STATE", "ASLAM", "The STATE"),
    ("Aslam Khan ........ Appellant vs. Karim ....... Respondent", "Aslam Khan", "Karim"),
    ("IN THE ISLAMABAD HIGH COURT, ISLAMABAD. JUDICIAL DEPARTMENT. Aslam VERSUS Zara, etc", "Aslam", "Zara, etc"),
    # Deep in prose.
    ("counsel relied upon Aslam Khan v. The State where it was held that bail is a rule", "Aslam Khan", "The State"),
    ("He was convicted. Aslam v State was cited.", "Aslam", "State"),
    # Several pairs, initials, numerals and lost hyphens.
    ("Aslam v State, Karim v FOP and Zaid v CDA", "Aslam", "State"),
    ("M. V. Khan v. CDA", "M. V. Khan", "CDA"),
    ("M. V. Khan vs CDA", "M. V. Khan", "CDA"),
    ("Alpha B. V & another VS CIR", "Alpha B. V & another", "CIR"),
    ("Order V Rule 20 in Aslam vs Karim", "Aslam", "Karim"),
    ("Ex VS Medical Officer VS FOP", "Ex VS Medical Officer", "FOP"),
    ("Salah VS Ud VS Din VS Mrs. Zara", "Salah VS Ud VS Din", "Mrs. Zara"),
    # One side alone.
    ("v State", "", "State"),
    ("vs FOP", "", "FOP"),
    ("V State", "", "State"),
    (". VS . CDA", "", "CDA"),
    ("Aslam v", "Aslam", None),
    ("Aslam VS", "Aslam", None),
    ("Explain the judgment in Aslam vs ?", "Aslam", None),
    # Against.
    ("petition of Aslam against CDA", "Aslam", "CDA"),
    ("writ petition filed by Aslam Khan against Karim and others", "Aslam Khan", "Karim and others"),
    ("company decision for Alpha Foods against Beta Foods", "Alpha Foods", "Beta Foods"),
    ("case of Aslam against the State", "Aslam", "the State"),
]  # fmt: skip

URDU_PAIRS = [
    ("محمد اسلم بنام سرکار", "محمد اسلم", "سرکار"),
    ("محمد اسلم بنام ریاست وغیرہ", "محمد اسلم", "ریاست وغیرہ"),
    ("مقدمہ محمد اسلم بنام سرکار", "محمد اسلم", "سرکار"),
    ("محمد اسلم بنام سرکار کا فیصلہ", "محمد اسلم", "سرکار"),
    ("مجھے اسلم بنام کریم کا کیس دکھائیں", "اسلم", "کریم"),
    ("رٹ اسلم بنام وفاق پاکستان", "اسلم", "وفاق پاکستان"),
    ("احمد علی بمقابلہ نیب", "احمد علی", "نیب"),
    ("اسلم بنام سی ڈی اے ۲۰۲۳", "اسلم", "سی ڈی اے"),
    ("درخواست گزار علی بنام سرکار؟", "درخواست گزار علی", "سرکار"),
    ("بنام سرکار", "", "سرکار"),
    ("اسلم vs سرکار", "اسلم", "سرکار"),
    ("Aslam banam Sarkar", "Aslam", "Sarkar"),
    ("A بنام B", "A", "B"),
    ("A banam B", "A", "B"),
    ("Aslam banam Sarkar ka case", "Aslam", "Sarkar"),
    ("mujhe Aslam banam Sarkar ka faisla chahiye", "Aslam", "Sarkar"),
    ("Aslam banam Sarkar wala case dikhao", "Aslam", "Sarkar"),
    ("muqadma Aslam Khan bamuqabla Karim", "Aslam Khan", "Karim"),
    ("Aslam vs CDA ki date batao", "Aslam", "CDA"),
    ("Ghulam banam Wali Dad", "Ghulam", "Wali Dad"),
]

NO_PAIRS = """
State; Aslam Khan; bail after arrest; A against B; appeal against acquittal;
appeal of Aslam against conviction; Aslam against CDA; writ against order of FBR; Act V of 1958;
Order V Rule 20 CPC; section 5 (v) of the Act; part v of schedule; schedule V; Alpha B.V.;
Alpha B. V & another; V. Khan; 337-f(v); . VS .; vs; versus; v; Quranic verses in schools; BPS V; 5 vs 6;
grade v; Article V; chapter v; u/s 5; v.v.; vii; سرکار; مقدمہ; بنام; banam; 12 v 13; vice versa; Ex VS Officer;
class V & class VI
""".replace("\n", " ").split(";")


@pytest.mark.parametrize(("query", "first", "second"), PAIRS + URDU_PAIRS)
def test_the_sides_are_read_as_they_stand(query, first, second):
    parties = find_parties(query)

    assert parties is not None
    assert parties.first.text == first
    assert (parties.second.text if parties.second else None) == second


@pytest.mark.parametrize("query", [query.strip() for query in NO_PAIRS])
def test_what_sets_nobody_against_anybody_has_no_sides(query):
    assert find_parties(query) is None


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("Aslam v State", "sarkar"),
        ("Aslam v The State & others", "سرکار"),
        ("Aslam banam Sarkar", "state"),
        ("اسلم بنام سرکار", "state"),
        ("Aslam v Federation", "fop"),
        ("Aslam v FOP through Secretary", "federation of pakistan"),
        ("Aslam v Federation of Pakistan", "fop"),
        ("Aslam v CDA", "capital development authority"),
        ("Aslam v N.A.B.", "national accountability bureau"),
        ("Aslam v Commissioner Inland Revenue", "cir"),
        ("Aslam v FBR", "federal board of revenue"),
        ("اسلم بنام نیب", "national accountability bureau"),
        ("اسلم بنام وفاق پاکستان", "fop"),
        ("اسلم بنام ایف بی آر", "federal board of revenue"),
    ],
)
def test_a_public_body_brings_its_other_names(query, name):
    parties = find_parties(query)

    assert parties is not None
    assert parties.second is not None
    assert name in parties.second.bodies
    assert parties.first.bodies == ()


def test_a_bank_of_the_state_is_not_the_state():
    parties = find_parties("Aslam v State Bank of Pakistan")

    assert parties is not None
    assert parties.second is not None
    assert parties.second.bodies == ()


def test_a_body_that_sues_is_the_first_side():
    parties = find_parties("CDA vs Aslam")

    assert parties is not None
    assert parties.first.bodies == ("capital development authority",)


def test_a_sentence_gives_no_more_than_twelve_words_a_side():
    parties = find_parties("word " * 50 + "versus " + "other " * 50)

    assert parties is not None
    assert parties.second is not None
    assert len(parties.first.text.split()) == len(parties.second.text.split()) == SIDE_WORDS_MAX


words = st.sampled_from(
    """Aslam State v V v. vs VS versus banam بنام against case of ( ) [ ] " ' . , - & and petition 12/2024 PLD 2016 in
    ka کا Appellant ..... : Order M. the""".split()
)


@given(st.one_of(st.text(max_size=300), st.lists(words, max_size=60).map(" ".join)))
def test_every_string_has_a_reading_and_its_spans_are_true(text):
    parties = find_parties(text)
    if parties is None:
        return
    sides = [parties.first, *([parties.second] if parties.second else [])]

    assert any(side.text for side in sides)
    end = 0
    for side in sides:
        assert end <= side.start <= side.end <= len(text)
        assert text[side.start : side.end] == side.text
        assert len(side.text.split()) <= SIDE_WORDS_MAX
        end = side.end


@pytest.mark.parametrize(
    "text",
    [
        "v " * 2000,
        "M. V. " * 700,
        "case of against " * 250,
        "(" * 2000 + " vs " + ")" * 2000,
        "." * 3900 + " vs Aslam",
        "\n" * 3900 + " vs Aslam",
        "12/2020 " * 490 + " v State",
        "Act V of 1958 " * 14_000,
        "counsel relied on Aslam v. State (2008 SCMR 10) and said so. " * 3_000,
    ],
    ids=lambda text: text[:12].strip(),
)
def test_a_long_text_is_read_in_linear_time(text):
    find_parties(text)  # a pattern that backtracks would not come to an end
