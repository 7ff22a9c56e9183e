"""A judge is found by any of the ways to write the name, and a party of that name is not made a judge."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.identifiers.judge_names import JudgeNames
from search.identifiers.judges import find_judges

SATTAR = ("Honourable Mr. Justice Babar Sattar", "MR. JUSTICE BABAR SATTAR", "Babar Sattar", "Justice Babar  Sattar.")
KAYANI = ("Honourable Mr. Justice Mohsin Akhtar Kayani",)
MINALLAH = ("Mr. Justice Athar Minallah",)
IMTIAZ = ("Honourable Ms. Justice Saman Rafat Imtiaz",)
QURESHI = ("Mr. Justice Noor-Ul-Haq N. Qureshi",)
JAHANGIRI = ("Honourable Mr. Justice Tariq Mehmood Jahangiri",)
SIDDIQUI = ("Mr. Justice Shaukat Aziz Siddiqui",)
ASIF = ("Honourable Mr. Justice Muhammad Asif",)
AZAM = ("Honourable Mr. Justice Muhammad Azam Khan",)
EJAZ = ("Honourable Mr. Justice Sardar Ejaz Ishaq Khan",)
GULZAR = ("Honourable Mr. Justice Gulzar Hassan Invented",)
URDU = ("جسٹس ارباب محمد طاہر",)
CHIEF = ("The Honorable Chief Justice", "The Honourable Chief Justice")
JUDGES = (SATTAR, KAYANI, MINALLAH, IMTIAZ, QURESHI, JAHANGIRI, SIDDIQUI, ASIF, AZAM, EJAZ, GULZAR, URDU)
NAMES = JudgeNames(
    [value for values in JUDGES for value in values] + [*CHIEF, "N/A", "Additional/Deputy Registrar (Os)"]
)


def test_values_that_differ_by_titles_dots_and_case_are_one_judge():
    assert NAMES.groups == JUDGES
    assert NAMES.chief_justice == CHIEF


@pytest.mark.parametrize(
    ("text", "said", "values"),
    [
        ("Justice Babar Sattar", "Justice Babar Sattar", SATTAR),
        ("bail before Mr. Justice Babar Sattar 2024", "Mr. Justice Babar Sattar", SATTAR),
        ("Hon'ble Mr. Justice Babar Sattar", "Hon'ble Mr. Justice Babar Sattar", SATTAR),
        ("JUSTICE BABAR SATTAR", "JUSTICE BABAR SATTAR", SATTAR),
        ("J. Babar Sattar", "J. Babar Sattar", SATTAR),
        ("Babar Sattar J", "Babar Sattar J", SATTAR),
        ("BABAR SATTAR, J.- The petitioner", "BABAR SATTAR, J", SATTAR),
        ("as held by Sattar J.", "Sattar J", SATTAR),
        ("Justice Babar Sattar's cases", "Justice Babar Sattar's", SATTAR),
        ("Justice Kayani’s list", "Justice Kayani’s", KAYANI),
        ("cases before Justice Sattar", "Justice Sattar", SATTAR),
        ("justice sattar service", "justice sattar", SATTAR),
        ("Justice Mohsin Kayani", "Justice Mohsin Kayani", KAYANI),
        ("Justice Ms. Saman Rafat Imtiaz", "Justice Ms. Saman Rafat Imtiaz", IMTIAZ),
        ("Justice Noor ul Haq Qureshi", "Justice Noor ul Haq Qureshi", QURESHI),
        ("Justice Tariq Jahangiri bail", "Justice Tariq Jahangiri", JAHANGIRI),
        ("Justice Azam Khan", "Justice Azam Khan", AZAM),
        ("SARDAR EJAZ ISHAQ KHAN, J.", "SARDAR EJAZ ISHAQ KHAN, J", EJAZ),
        ("Justice Muhammad Asif", "Justice Muhammad Asif", ASIF),
        ("Chief Justice Athar Minallah", "Chief Justice Athar Minallah", MINALLAH + CHIEF),
        ("Minallah CJ", "Minallah CJ", MINALLAH + CHIEF),
        ("cases before the Chief Justice", "the Chief Justice", CHIEF),
        ("Quist v State before Justice Babar Sattar", "Justice Babar Sattar", SATTAR),
        ("Justice Babar Sattar in Quist v State", "Justice Babar Sattar", SATTAR),
        ("Quist v State (Justice Babar Sattar)", "Justice Babar Sattar", SATTAR),
        ("جسٹس ارباب محمد طاہر", "جسٹس ارباب محمد طاہر", URDU),
        ("ضمانت جسٹس ارباب طاہر", "جسٹس ارباب طاہر", URDU),
        ("Justice Saman", "Justice Saman", IMTIAZ),
        ("Justice Athar", "Justice Athar", MINALLAH),
        ("Justice Babar service matters", "Justice Babar", SATTAR),
        ("justice babar ke cases", "justice babar", SATTAR),
        ("justice saman, maintenance", "justice saman", IMTIAZ),
        ("Justice Gulzar", "Justice Gulzar", GULZAR),
        ("Justice Gul Zar", "Justice Gul Zar", GULZAR),
        ("Justice Gul Zar Hassan Invented", "Justice Gul Zar Hassan Invented", GULZAR),
        ("Justice Gulzar Invented", "Justice Gulzar Invented", GULZAR),
        ("GUL ZAR HASSAN INVENTED, J.", "GUL ZAR HASSAN INVENTED, J", GULZAR),
        ("Justice Noorulhaq Qureshi", "Justice Noorulhaq Qureshi", QURESHI),
        ("Justice Noorulhaq", "Justice Noorulhaq", QURESHI),
        ("justice babar sattar ke cases", "justice babar sattar", SATTAR),
        ("justice kayani ki adalat mein zamanat", "justice kayani", KAYANI),
    ],
)
def test_with_a_title_a_judge_is_meant(text, said, values):
    (mention,) = find_judges(text, NAMES)

    assert text[mention.start : mention.end] == said
    assert (mention.names, mention.sure) == (values, True)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Babar Sattar 2024 service", SATTAR),
        ("Babar Sattar v Federation of Pakistan", SATTAR),
        ("babar sattar ke cases", SATTAR),
        ("Justice Shaukat Aziz Siddiqui v State", SIDDIQUI),
        ("Federation v Justice Shaukat Aziz Siddiqui", SIDDIQUI),
        ("Justice (R) Shaukat Aziz Siddiqui v State", SIDDIQUI),
        ("Justice (Retd.) Shaukat Aziz Siddiqui", SIDDIQUI),
        ("complaint against Justice Shaukat Aziz Siddiqui", SIDDIQUI),
        ("petition by Justice Shaukat Aziz Siddiqui", SIDDIQUI),
        ("Abdul Sattar J", SATTAR),
        ("Justice Tariq Masood", JAHANGIRI),
        ("justice tariq masood", JAHANGIRI),
        ("Justice Saman Quist", IMTIAZ),
        ("JUSTICE SAMAN QUIST", IMTIAZ),
        ("Justice Gul Zar Quist", GULZAR),
        ("Athar J.", MINALLAH),
        ("Justice Saman v State", IMTIAZ),
        ("Justice Khan", AZAM + EJAZ),
        ("ICA against the judgment of Justice Babar Sattar", SATTAR),  # the bench is another
        ("ICA from the single bench order passed by the learned Justice Kayani", KAYANI),
        ("appeal from order dated 01.02.2023 passed by the learned Justice Kayani", KAYANI),
        ("Chief Justice", CHIEF),
    ],
)
def test_what_may_be_a_party_or_another_is_not_sure(text, values):
    (mention,) = find_judges(text, NAMES)

    assert (mention.names, mention.sure) == (values, False)


@pytest.mark.parametrize(
    "text",
    [
        "justice sahib",
        "Secretary Law and Justice v Quist",
        "Justice of the Peace",
        "Justice Abdul Sattar",
        "Justice Umar Quist",
        "Muhammad Asif v State",
        "Tariq Mehmood bail",
        "Sattar v Kayani",
        "J. Sattar v State",
        "Chief Justice of Pakistan",
        "2019 P.Cr.L.J. 12",
        "Additional Registrar",
        "انصاف کی فراہمی",
        "",
    ],
)
def test_ordinary_words_and_other_people_are_no_judge(text):
    assert find_judges(text, NAMES) == []


@pytest.mark.parametrize(
    "text",
    [
        "bench of Justice Sattar and Justice Kayani",
        "Justices Sattar and Kayani",
        "Justice Babar Sattar, Mohsin Kayani",
        "ICA before Sattar and Kayani JJ",
        "Babar Sattar & Mohsin Akhtar Kayani, JJ.",
    ],
)
def test_a_bench_names_each_of_its_judges(text):
    mentions = find_judges(text, NAMES)

    assert [(mention.names, mention.sure) for mention in mentions] == [(SATTAR, True), (KAYANI, True)]


def test_judges_who_share_a_title_are_all_named():
    mentions = find_judges("before Sattar, Kayani and Minallah JJ", NAMES)

    assert [(mention.names, mention.sure) for mention in mentions] == [(SATTAR, True), (KAYANI, True), (MINALLAH, True)]


def test_spellings_are_one_name_where_the_caller_says_so():
    spelt = {"babar", "baber"}
    names = JudgeNames([SATTAR[0], "Justice Baber Sattar"], same_name=lambda left, right: {left, right} <= spelt)

    assert names.groups == ((SATTAR[0], "Justice Baber Sattar"),)
    assert find_judges("Baber Sattar J.", names)[0].sure
    assert find_judges("Justice Baber", NAMES) == []


def test_a_name_in_one_word_and_in_two_is_one_judge():
    values = ("Mr. Justice Gulzar Hassan Invented", "Justice Gul Zar Hassan Invented")

    assert JudgeNames(values).groups == (values,)


def test_a_part_of_two_names_is_not_sure():
    names = JudgeNames([IMTIAZ[0], "Justice Saman Quist"])

    assert [mention.sure for mention in find_judges("Justice Saman", names)] == [False]


def test_no_names_find_no_judges():
    assert find_judges("Chief Justice Babar Sattar", JudgeNames(["N/A", "", "The"])) == []


_LONG = st.builds(lambda text, times: (text * times)[:2000], st.text(max_size=100), st.integers(1, 2000))
_WORDS = st.sampled_from(
    "Justice J. JJ Chief CJ Babar Sattar Kayani Khan Muhammad (R) v vs and , the Hon'ble جسٹس طاہر before of ;".split()
)


@given(st.one_of(_LONG, st.lists(_WORDS, max_size=60).map(" ".join)))
def test_any_text_is_read_and_spans_are_apart(text):
    mentions = find_judges(text, NAMES)
    ends = [0] + [place for mention in mentions for place in (mention.start, mention.end)] + [len(text)]

    assert ends == sorted(ends)
    assert all(mention.names and text[mention.start : mention.end].strip() for mention in mentions)


@given(st.lists(st.text(max_size=40), max_size=10))
def test_any_vocabulary_is_read_and_its_names_are_found(values):
    names = JudgeNames(values)

    for values_of_one in names.groups:
        assert {
            value for mention in find_judges(f"Justice {values_of_one[0]}", names) for value in mention.names
        } <= set(values)
