"""Suggestions: what a lawyer sees while typing a number, a party, a judge or a section."""

from __future__ import annotations

import itertools
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from search.identifiers.judge_names import JudgeNames
from search.identifiers.judges import find_judges
from search.identifiers.statute import find_statutes
from search.retrieval.suggest import LazySuggester, Suggester, Suggestion
from tests.search.retrieval.invented import columns_of

CASES = (
    # type, serial, year, title, judges, sections
    ("WP", 12, 2023, "Zarak Babar Sattari VS The State", ("Mr. Justice Babur Example",), ("CrPC s 497", "PPC s 302")),
    (
        "WP",
        12,
        2021,
        "Babar Bandial etc. VS Federation of Pakistan & 12 others",
        ("Justice Babur Example",),
        ("CrPC s 497",),
    ),
    (
        "WP",
        120,
        2024,
        "M/s Baner Traders (Pvt) Ltd. VS THE STATE",
        ("Mr. Justice Invented Judge",),
        ("Constitution art 199",),
    ),
    ("CRL MISC", 5, 2020, "Muhammad Invented VS The State", ("Mr. Justice Babur Example",), ("PPC s 489-F",)),
    ("CRL MISC", 5, 2019, "Mohd Invented versus State", (), ("CPC O 7 r 11",)),
    ("CR", 7, 2022, "زرک بابر بنام سرکار", ("Registrar",), ()),
    ("CR", 8, 2022, "Ex VS Officer Zed VS Example Board", (), ()),
)
SHOWN = {"WP": "W.P.", "CRL MISC": "Crl. Misc.", "CR": "C.R."}


def shown(doc_ids):
    for doc_id in doc_ids:
        case_type, serial, year, title, *_ = CASES[doc_id]
        yield {"id": f"case{doc_id}", "number": f"{SHOWN[case_type]} {serial}/{year} Service (SB)", "title": title}


def invented() -> Suggester:
    columns = columns_of(
        [case[:3] for case in CASES], judges=[case[4] for case in CASES], sections=[case[5] for case in CASES]
    )
    return Suggester(columns, [case[3] for case in CASES], lambda doc_ids: list(shown(doc_ids)))


SUGGESTER = invented()


def suggested(text: str, limit: int = 8) -> list[Suggestion]:
    return list(SUGGESTER.suggest(text, limit=limit))


def texts(text: str, kind: str, limit: int = 8) -> list[str]:
    return [found.text for found in suggested(text, limit) if found.kind == kind]


@pytest.mark.parametrize("text", ["wp 12", "W.P. 12", "writ petition 12", "Writ Petition No. 12", "رٹ ۱۲", "WP۱۲"])
def test_a_number_begun_in_any_form_is_completed(text: str):
    first = suggested(text)[0]

    assert first.kind == "case number"
    assert (first.text, first.id, first.cases) == ("W.P. 12/2023 Service (SB)", "case0", 1)
    assert [first.text[start:end] for start, end in first.spans] == ["W.P.", "12"]
    assert texts(text, "case number")[:3] == [f"W.P. {end} Service (SB)" for end in ("12/2023", "12/2021", "120/2024")]


def test_serial_and_year_alone_are_a_number():
    assert texts("5/20", "case number") == ["Crl. Misc. 5/2020 Service (SB)", "Crl. Misc. 5/2019 Service (SB)"]
    assert texts("12/", "case number") == ["W.P. 12/2023 Service (SB)", "W.P. 12/2021 Service (SB)"]


def test_words_behind_a_number_leave_only_the_cases_that_have_them():
    assert texts("wp 12/2023 serv", "case number") == ["W.P. 12/2023 Service (SB)"]
    assert texts("wp 12/2023 bail", "case number") == []


def test_words_behind_a_number_may_be_of_the_title():
    assert texts("wp 12/2023 za", "case number") == ["W.P. 12/2023 Service (SB)"]
    assert texts("wp 12/2021 babar v fed", "case number") == ["W.P. 12/2021 Service (SB)"]
    assert texts("wp 12/2023 bandial", "case number") == []


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("zarak v", ["Zarak Babar Sattari VS The State"]),
        ("babar sat vs st", ["Zarak Babar Sattari VS The State"]),
        ("babar v. f", ["Babar Bandial etc. VS Federation of Pakistan & 12 others"]),
        ("federation versus bab", ["Babar Bandial etc. VS Federation of Pakistan & 12 others"]),
        ("mohd v state", ["Mohd Invented versus State", "Muhammad Invented VS The State"]),
        ("زرک بنام س", ["زرک بابر بنام سرکار"]),
        ("zarak v fed", []),
        ("v state", []),
        ("zarak state", []),
    ],
)
def test_what_is_typed_behind_v_goes_on_with_titles(text: str, titles: list[str]):
    assert texts(text, "title") == titles


def test_a_title_marks_what_is_typed_of_each_side():
    (found,) = [each for each in suggested("babar v fed") if each.kind == "title"]

    assert [found.text[start:end] for start, end in found.spans] == ["Babar", "Fed"]
    assert suggested("babar v fed")[0] == found


@pytest.mark.parametrize("text", ["9(c)", "9 (c", "12(2) o", "12", "9 c"])
def test_a_section_that_is_typed_is_no_part_of_an_address(text: str):
    columns = columns_of([("WP", 1, 2024)], sections=[("CNSA s 9",)])
    titles = ["Zone-IV Office, House 12, G-9/1 Islamabad 2 VS State"]
    suggester = Suggester(columns, titles, lambda doc_ids: [])

    assert [found.kind for found in suggester.suggest(text, limit=8) if found.kind == "party"] == []
    assert [found.kind for found in suggester.suggest("zone g-9", limit=8)] == ["party"]


def test_a_type_alone_suggests_its_newest_cases():
    assert texts("cr", "case number") == ["C.R. 8/2022 Service (SB)", "C.R. 7/2022 Service (SB)"]
    assert texts("writ pet", "case number")[0] == "W.P. 120/2024 Service (SB)"


def test_the_word_of_a_party_that_is_typed_may_be_any():
    assert texts("babar s", "party") == ["Zarak Babar Sattari"]
    assert texts("sat zar", "party") == ["Zarak Babar Sattari"]


def test_a_party_is_one_however_its_name_is_folded_and_whoever_stands_beside_it():
    assert suggested("the st")[0] == Suggestion("party", "The State", None, 3, ((0, 3), (4, 6)))
    assert texts("babar b", "party") == ["Babar Bandial"]
    assert texts("federation", "party") == ["Federation of Pakistan"]


def test_another_spelling_of_a_whole_word_is_found():
    assert texts("mohd inv", "party") == ["Mohd Invented", "Muhammad Invented"]


def test_names_in_urdu_are_parties():
    assert texts("زرک", "party") == ["زرک بابر"]


def test_judges_come_once_and_with_the_title_by_which_a_search_filters():
    found = suggested("justice ba")

    assert [each.kind for each in found if each.kind == "judge"] == ["judge"]
    assert (found[0].kind, found[0].text, found[0].cases) == ("judge", "Justice Babur Example", 3)
    assert texts("justice", "judge") == ["Justice Babur Example", "Justice Invented Judge"]


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("justice ba", ["Justice", "Ba"]),
        ("Mr. Justice Exa Bab", ["Justice", "Bab", "Exa"]),
        ("justice", ["Justice"]),
        ("ba", ["Ba"]),
        ("baber", ["Babur"]),
    ],
)
def test_a_judge_marks_what_is_typed_of_title_and_name(text: str, marked: list[str]):
    found = next(each for each in suggested(text, 20) if each.kind == "judge")

    assert [found.text[start:end] for start, end in found.spans] == marked


def test_letters_that_begin_a_name_are_not_marked_in_the_title():
    columns = columns_of([("WP", 1, 2024)], judges=[("Mr. Justice Justa Quist",)])
    (found,) = Suggester(columns, ["A VS B"], lambda doc_ids: []).suggest("ju", limit=8)

    assert [found.text[start:end] for start, end in found.spans] == ["Ju"]
    assert found.spans[0][0] > 0


@pytest.mark.parametrize(
    "judge",
    [
        "Honourable Mr. Justice Babar Quist",
        "MS. JUSTICE SAMAN QUIST-EXAMPLE",
        "Noor-Ul-Haq N. Example",
        "جسٹس ارباب طاہر",
    ],
)
def test_a_judge_that_is_suggested_is_read_back_as_that_judge(judge: str):
    judges = (judge, "Mr. Justice Babar Other", "Justice Saman Other")
    columns = columns_of([("WP", 1, 2024)] * 3, judges=[(each,) for each in judges])
    found = Suggester(columns, ["A VS B"] * 3, lambda doc_ids: []).suggest("justice", limit=8)
    read = [find_judges(each.text, JudgeNames(judges)) for each in found]

    assert sorted(mention.names for (mention,) in read) == sorted((each,) for each in judges)
    assert all(mention.sure for (mention,) in read)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("497", "CrPC s 497"),
        ("497 c", "CrPC s 497"),
        ("u/s 497(2) Cr.P.C.", "CrPC s 497"),
        ("crpc 4", "CrPC s 497"),
        ("302 p", "PPC s 302"),
        ("penal code 302", "PPC s 302"),
        ("article 19", "Constitution art 199"),
        ("489f", "PPC s 489-F"),
        ("article 199(1)", "Constitution art 199"),
        ("o 7 r 11 cpc", "CPC O 7 r 11"),
        ("order 7 rule 1", "CPC O 7 r 11"),
        ("دفعہ ۴۹۷", "CrPC s 497"),
    ],
)
def test_sections_are_found_in_the_forms_in_which_they_are_typed(text: str, first: str):
    assert texts(text, "section")[0] == first


def test_a_section_that_is_complete_is_read_as_a_query_is():
    suggester = Suggester(columns_of([("WP", 1, 2024)], sections=[("CNSA s 9",)]), [""], lambda doc_ids: [])

    assert [found.text for found in suggester.suggest("9-c", limit=8)] == ["CNSA s 9"]


@pytest.mark.parametrize("text", sorted({section for case in CASES for section in case[5]}))
def test_a_section_that_is_suggested_is_read_back(text: str):
    assert [found.key for found in find_statutes(text)] == [text]


def test_a_section_counts_its_cases():
    assert [(found.text, found.cases) for found in suggested("497")] == [("CrPC s 497", 2)]


@pytest.mark.parametrize("text", ["", " ", "b", "§", "..", "1", "  z  "])
def test_nothing_is_suggested_for_less_than_two_letters_or_digits(text: str):
    assert suggested(text) == []


def test_each_kind_has_its_share():
    kinds = {found.kind for found in suggested("ba", limit=2)}

    assert kinds == {"judge", "party"}


@given(st.text(max_size=300) | st.text("wpcrl 0123456789/.-بابرbas", max_size=30), st.integers(1, 20))
@example("\ud800 ab", 3)
@example("a" * 5000, 3)
@example("a " * 2000, 3)
@example("1" * 400, 3)
def test_any_text_is_answered_within_the_limit_and_marked_inside(text: str, limit: int):
    found = suggested(text, limit)

    assert len(found) <= limit
    assert len({(each.kind, each.text, each.id) for each in found}) == len(found)
    for each in found:
        assert all(0 <= start < end <= len(each.text) for start, end in each.spans)
        assert all(left[1] <= right[0] for left, right in itertools.pairwise(each.spans))
        assert each.cases >= 1
        assert (each.id is not None) == (each.kind == "case number")


@given(st.sampled_from([case[3] for case in CASES]), st.integers(3, 40))
def test_a_title_typed_letter_by_letter_always_has_its_party(title: str, length: int):
    side = title.split(" VS ")[0].split(" versus ")[0].split(" بنام ")[0].removesuffix(" etc.")[:length]

    assert any(name.startswith(side.rstrip(" .")) for name in texts(side, "party", 20))


def test_two_suggesters_of_the_same_cases_answer_alike():
    for text in ("ba", "st", "12", "wp", "ex"):
        assert invented().suggest(text, limit=8) == SUGGESTER.suggest(text, limit=8)


def test_a_snapshot_answers_from_several_threads_at_once(snapshot, cases):
    suggester = LazySuggester(snapshot)
    with ThreadPoolExecutor(4) as threads:
        answers = list(threads.map(lambda _: suggester.suggest("wp 1/", limit=8), range(8)))

    assert all(answer == answers[0] for answer in answers)
    assert answers[0][0].text == cases[0].number_text
    assert answers[0][0].id == cases[0].id
    assert [found.text for found in suggester.suggest("example b", limit=8)] == ["Example Board"]


def test_an_empty_snapshot_suggests_nothing():
    empty = Suggester(columns_of(()), (), lambda doc_ids: [])

    for text in ("wp", "wp 12", "12/2023", "zarak", "justice", "497 crpc"):
        assert empty.suggest(text, limit=8) == ()


def test_the_engine_suggests_from_its_own_snapshot(engine):
    assert [found.text for found in engine.suggest("example b", limit=8)] == ["Example Board"]
