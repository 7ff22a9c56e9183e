"""Briefs: every reference found, looked up and told with its places; nothing invented."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from indexer.build import build_snapshot
from search import brief
from search.brief import CONTEXT_MAX, BriefReport, Reference, check_brief
from search.cases import CaseNumber, Document
from search.identifiers.written_numbers import LIST_MAX
from search.lookup import Lookup
from search.settings import Settings
from search.snapshot.reader import open_snapshot
from tests.tiny_corpus import HashEncoder, ListSource, cases_of

CITING = 'Held in "PLD 2041 Islamabad 45", under section 9 of the CNSA, section 9 of the ATA and section 497 Cr.P.C.'
CITING += " FIR No. 77/2041, P.S. Kohsar."
TITLES = {
    0: "Zarak Example Khan VS Palwasha Invented etc",
    1: "Gulrukh Example VS The State",
    2: "Capital Development Authority VS Zarak Example",
    3: "FOP VS Gulrukh Example",
    4: "Muhammad Zarak Example VS Learned Family Judge",
}


@pytest.fixture(scope="module")
def lookup(tmp_path_factory) -> Lookup:
    document = Document("invented.pdf", CITING, "0" * 64, pages=1)
    cases = [
        replace(case, title=TITLES.get(place, case.title), documents=(document,) if place == 5 else ())
        for place, case in enumerate(cases_of(8))
    ]
    twin = replace(
        cases[7],
        id="twin0008",
        source_id="twin",
        source_ids=("twin",),
        number=CaseNumber("WP", 8, 2023, "Rent Matter", "SB"),
        number_text="W.P. 8/2023 Rent Matter (SB)",
    )
    settings = Settings(home=tmp_path_factory.mktemp("home"))
    return Lookup.of(open_snapshot(build_snapshot(settings, ListSource([*cases, twin]), HashEncoder()), verify=False))


def only(report: BriefReport) -> Reference:
    (reference,) = report.references
    return reference


def disagreements(lookup: Lookup, text: str) -> list[tuple[str, str]]:
    found = [each for reference in check_brief(text, lookup).references for each in reference.disagreements]
    assert all(text[each.start : each.end] == each.written for each in found)
    return [(each.written, each.title) for each in found]


def test_a_brief_is_told_in_the_order_of_first_mention(lookup):
    text = (
        "The court held in PLD 2041 Islamabad 45 that section 497 Cr.P.C. is clear. W.P. No. 1 of 2020 and "
        "W.P. 999/2020 follow; 2041 SCMR 7 does not. See SCMR 12 and again W.P. 1/2020."
    )
    report = check_brief(text, lookup)

    assert [(each.kind, each.value, each.status) for each in report.references] == [
        ("citation", "PLD 2041 Islamabad 45", "found"),
        ("section", "CrPC s 497", "found"),
        ("case number", "WP 1/2020", "found"),
        ("case number", "WP 999/2020", "not in this index"),
        ("citation", "2041 SCMR 7", "not in this index"),
        ("citation", "SCMR", "malformed"),
    ]
    assert (report.generation, report.left_out) == (lookup.generation, 0)


def test_a_reference_is_reported_once_with_all_its_places(lookup):
    text = "W.P. No. 1 of 2020 was allowed; on that see Writ Petition 1/2020."
    places = only(check_brief(text, lookup)).places

    assert [place.text for place in places] == ["W.P. No. 1 of 2020", "Writ Petition 1/2020"]
    assert [text[place.start : place.end] for place in places] == [place.text for place in places]


def test_a_found_case_is_shown_as_the_index_has_it(lookup):
    (case,) = only(check_brief("W.P. 1/2020", lookup)).cases

    assert (case.source_id, case.title) == ("source-0", TITLES[0])


def test_a_number_of_several_cases_is_ambiguous_unless_its_category_stands_by_it(lookup):
    reference = only(check_brief("see W.P. 8/2023.", lookup))

    assert (reference.status, reference.total) == ("ambiguous", 2)
    assert only(check_brief("see W.P. 8/2023 Rent Matter (SB).", lookup)).cases[0].source_id == "twin"


def test_an_absent_number_comes_with_what_there_is(lookup):
    text = "see W.P. 999/2020"
    absence = only(check_brief(text, lookup)).absence

    assert absence is not None
    assert text[absence.start : absence.end] == "W.P. 999/2020"
    assert absence.nearest


def test_a_section_without_its_act_is_ambiguous_where_several_acts_have_it(lookup):
    reference = only(check_brief("as section 9 provides", lookup))

    assert (reference.status, reference.read_as) == ("ambiguous", ("ATA s 9", "CNSA s 9"))
    assert [case.source_id for case in reference.cases] == ["source-5"]


def test_a_section_without_its_act_is_found_where_one_act_has_it(lookup):
    reference = only(check_brief("as section 497 provides", lookup))

    assert (reference.status, reference.read_as) == ("found", ("CrPC s 497",))


def test_a_section_that_no_case_names_is_not_in_this_index(lookup):
    assert only(check_brief("under section 302 PPC", lookup)).status == "not in this index"


@pytest.mark.parametrize("text", ["bail application 497/411 CrPC", "Crl. Appeal 201/497 CrPC"])
def test_sections_behind_a_case_type_are_sections(lookup, text):
    report = check_brief(text, lookup)

    assert {each.kind for each in report.references} == {"section"}
    assert {each.value: each.status for each in report.references}["CrPC s 497"] == "found"
    assert len(report.references) == 2


@pytest.mark.parametrize("text", ["as stated in note 3 497 CrPC", "P.S. Example 12 497 CrPC", "see 420 497 CrPC"])
def test_a_number_of_a_row_before_a_section_is_none(lookup, text):
    assert [each.value for each in check_brief(text, lookup).references] == ["CrPC s 497"]


def test_an_fir_is_no_case_number(lookup):
    assert check_brief("FIR No. 12/2020 was registered on 01.02.2020", lookup).references == ()


def test_years_and_fractions_are_no_case_numbers(lookup):
    assert check_brief("in the session 2019-2020 some 3/4 attended, letter of 12/2020", lookup).references == ()


def test_a_number_of_a_type_that_is_not_known_is_malformed(lookup):
    reference = only(check_brief("leave was refused in Civil Petition No. 5211/2021 then", lookup))

    assert (reference.status, reference.missing) == ("malformed", ("case type",))


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("W.P. Nos. 1/2020, 2/2021 & 3/2022 were heard", ["WP 1/2020", "WP 2/2021", "WP 3/2022"]),
        ("Writ Petitions No. 1/2020 and 2/2021", ["WP 1/2020", "WP 2/2021"]),
    ],
)
def test_every_number_of_a_list_is_told(lookup, text, values):
    report = check_brief(text, lookup)

    assert [(each.value, each.status) for each in report.references] == [(value, "found") for value in values]


@pytest.mark.parametrize(
    ("written", "missing"),
    [
        ("wp 1/1925", ("year",)),
        ("W.P. No. 99999999/2025", ("serial",)),
        ("WP 1 to 60 of 2025", ()),
        ("W.P. 1/2025-2026", ("year",)),
        ("W.P. 12/20245", ("year",)),
        (f"W.P. Nos. {', '.join(map(str, range(1, LIST_MAX + 2)))} of 2025", ()),
    ],
)
def test_what_cannot_be_a_number_is_malformed_in_its_place(lookup, written, missing):
    reference = only(check_brief(f"relied on {written} there", lookup))

    assert (reference.status, reference.missing, reference.places[0].text) == ("malformed", missing, written)
    assert reference.problem


def test_a_citation_without_its_page_takes_none_from_the_next(lookup):
    report = check_brief("reliance is placed on PLD 2041 SC. 2019 SCMR 45 is another", lookup)

    assert [(each.value, each.status, each.missing) for each in report.references] == [
        ("PLD", "malformed", ("page",)),
        ("2019 SCMR 45", "not in this index", ()),
    ]


def test_years_behind_the_name_of_a_type_are_no_number(lookup):
    assert check_brief("In 2020-2024 writ petitions 2020-2024 rose", lookup).references == ()


@pytest.mark.parametrize("written", ["Civil Petition No. 123 of 2020", "C.P.L.A. 12-L/2020", "Service Appeal 5/2020"])
def test_a_type_that_is_not_known_is_malformed_and_said_so(lookup, written):
    reference = only(check_brief(f"leave was refused in {written}.", lookup))

    assert (reference.status, reference.missing) == ("malformed", ("case type",))
    assert reference.places[0].text == written
    assert "is not known as a case type" in reference.problem


@pytest.mark.parametrize(
    "text",
    [
        "W.P. 1/2020 of the Lahore High Court",
        "the Sindh High Court in Zarak v. State (W.P. 1/2020)",
        "Lahore High Court, W.P. 1/2020",
        "W.P. 1/2020 of the Supreme Court",
    ],
)
def test_a_number_of_another_court_is_not_found(lookup, text):
    reference = only(check_brief(f"as held in {text}.", lookup))

    assert (reference.value, reference.status, reference.cases) == ("WP 1/2020", "not in this index", ())
    assert "Court is named beside it" in reference.problem
    assert reference.absence is None


def test_a_number_between_a_party_and_a_court_that_is_sued_is_found(lookup):
    text = "Muhammad Zarak Example v. Learned Family Judge, Family Court, Islamabad (W.P. 5/2020)"

    assert only(check_brief(text, lookup)).status == "found"


def test_a_page_behind_and_is_another_judgment_behind_quoted_pages_too(lookup):
    text = "It was held in PLD 2041 Islamabad 12, 15 and 45."
    report = check_brief(text, lookup)

    assert [(each.value, each.status) for each in report.references] == [
        ("PLD 2041 Islamabad 12", "not in this index"),
        ("PLD 2041 Islamabad 45", "found"),
    ]


def test_one_number_of_two_courts_is_two_references(lookup):
    report = check_brief("W.P. 1/2020 of the Sindh High Court follows W.P. 1/2020 of this Court.", lookup)

    assert [each.status for each in report.references] == ["not in this index", "found"]


def test_a_category_that_no_case_of_the_number_has_is_a_disagreement(lookup):
    text = "granted in W.P. 8/2023 Rent Matter, refused in W.P. 1/2020 Rent Matter (SB)."
    first, second = check_brief(text, lookup).references

    assert first.disagreements == ()
    (disagreement,) = second.disagreements
    assert (disagreement.about, disagreement.written, disagreement.title) == ("category", "Rent Matter", "Service")
    assert text[disagreement.start : disagreement.end] == "Rent Matter"


def test_a_section_keeps_its_subsection(lookup):
    report = check_brief("under section 9(c) CNSA and 497(2) Cr.P.C.", lookup)

    assert [(each.value, each.status) for each in report.references] == [
        ("CNSA s 9(c)", "found"),
        ("CrPC s 497(2)", "found"),
    ]
    assert only(check_brief("as section 9(c) provides", lookup)).read_as == ("ATA s 9", "CNSA s 9")


def test_an_fir_that_a_case_names_is_told(lookup):
    reference = only(check_brief("arrested in FIR No. 77/2041 P.S. Kohsar of late", lookup))

    assert (reference.kind, reference.value, reference.status) == ("FIR", "77/2041 Kohsar", "found")
    assert [case.source_id for case in reference.cases] == ["source-5"]


def test_the_context_is_of_the_sentence_and_short(lookup):
    text = "Nothing here matters. " * 9 + "It was said in W.P. 1/2020 that all is well. " + "More follows then. " * 9
    (place,) = only(check_brief(text, lookup)).places

    assert place.context == "It was said in W.P. 1/2020 that all is well."


@pytest.mark.parametrize(
    "text",
    [
        "Zarak Example Khan v. Palwasha Invented, W.P. 1/2020",
        "Palwasha Invented v. Zarak Example Khan (W.P. No. 1 of 2020)",
        "Zarrak Example versus Palwasha Invented and others in W.P. 1/2020",
        "Zarak Example through its Chairman & others v. Palwasha Invented, W.P. 1/2020",
        "Zarak Example Through it's Owner Bakhtawar v. Palwasha Invented, W.P. 1/2020",
        "Zarak Example through his attorney Bakhtawar Other v. Palwasha Invented, W.P. 1/2020",
        "Zarak Example v. Palwasha Invented through its managing director, W.P. 1/2020",
        "W.P. 1/2020 titled Zarak Example Khan v. Palwasha Invented",
        "W.P. 1/2020 Service (SB) titled “Zarak Example v. Palwasha Invented and another”",
        "Mst. Gulrukh Example v. The State, W.P. 2/2021",
        "Gulrukh Example v. Zarak Example, W.P. 2/2021",
        "The State v. Federation of Pakistan, W.P. 2/2021",
        "CDA v. Zarak Example, W.P. 3/2022",
        "C.D.A. v. Zarak Example, W.P. 3/2022",
        "Federation of Pakistan v. Gulrukh Example, W.P. 4/2023",
        "Mohd. Zarak Example v. Family Judge, W.P. 5/2020",
        "Zarak Example v. Palwasha Invented, W.P. 1/2020, Gulrukh Example v. State, W.P. 2/2021",
        "W.P. 1/2020, Zarak Example v. Palwasha Invented, W.P. 2/2021, Gulrukh Example v. State",
        "(see W.P. 1/2020). Gulrukh Example v. State, W.P. 2/2021, was allowed",
        "It was so held in W.P. 1/2020. Bakhtawar Other v. State was another matter",
    ],
)
def test_parties_that_are_those_of_the_record_agree(lookup, text):
    assert disagreements(lookup, text) == []


@pytest.mark.parametrize(
    ("text", "written", "case"),
    [
        ("Bakhtawar Other v. Palwasha Invented, W.P. 1/2020", "Bakhtawar Other v. Palwasha Invented", 0),
        ("in Bakhtawar Other v. State, W.P. 1/2020", "Bakhtawar Other v. State", 0),
        ("W.P. 1/2020 titled Bakhtawar Other v State.", "Bakhtawar Other v State", 0),
        ("W.P. 1/2020 (Bakhtawar Other v. The State)", "Bakhtawar Other v. The State", 0),
        ("see W.P. 1/2020 Service (SB) (Bakhtawar Other v. The State)", "Bakhtawar Other v. The State", 0),
        ("reliance placed on Bakhtawar Other v. State, W.P. 1/2020", "Bakhtawar Other v. State", 0),
        ("Bakhtawar Other v. The State, W.P. 2/2021", "Bakhtawar Other v. The State", 1),
        ("NAB v. Zarak Example, W.P. 3/2022", "NAB v. Zarak Example", 2),
        ("Muhammad Bakhtawar v. Family Judge, W.P. 5/2020", "Muhammad Bakhtawar v. Family Judge", 4),
        ("'held so'). Bakhtawar Other v. State, W.P. 1/2020", "Bakhtawar Other v. State", 0),
        ("of 12.3.2020. Bakhtawar Other v. State, W.P. 1/2020", "Bakhtawar Other v. State", 0),
        ("Alpha (Pvt.) Ltd v. Zarak Other, W.P. 2/2021", "Alpha (Pvt.) Ltd v. Zarak Other", 1),
        ("2. W.P. 1/2020. Bakhtawar Other v. State", "Bakhtawar Other v. State", 0),
        ("and Bakhtawar Other v. State, W.P. 1/2020", "Bakhtawar Other v. State", 0),
        (
            "Bakhtawar Other through its chairman v. State, W.P. 1/2020",
            "Bakhtawar Other through its chairman v. State",
            0,
        ),
    ],
)
def test_parties_that_are_not_those_of_the_record_disagree(lookup, text, written, case):
    assert disagreements(lookup, text) == [(written, TITLES[case])]


def test_a_cause_title_in_capitals_is_read(lookup):
    report = check_brief("WRIT PETITIONS NO. 1, 2 AND 3 OF 2025. W.P. NOS. 4 TO 6 OF 2025.", lookup)

    assert [reference.value for reference in report.references] == [f"WP {serial}/2025" for serial in range(1, 7)]


@pytest.mark.parametrize(
    "text",
    [
        "Bakhtawar Other v. State; W.P. 1/2020",
        "Bakhtawar Other v. State was followed by the same court in W.P. 1/2020",
        "In W.P. 1/2020 the court relied upon Bakhtawar Other v. State",
        "W.P. 1/2020 was argued, learned counsel pressed Bakhtawar Other v. State",
        "Bakhtawar Other v. State, PLD 2041 Islamabad 45, W.P. 1/2020",
        "W.P. 1/2020",
    ],
)
def test_parties_further_off_are_not_compared(lookup, text):
    assert disagreements(lookup, text) == []


def test_what_is_behind_too_many_mentions_is_counted(lookup, monkeypatch):
    monkeypatch.setattr(brief, "MENTIONS_MAX", 2)
    report = check_brief("W.P. 1/2020, W.P. 2/2021 and W.P. 3/2022", lookup)

    assert ([each.value for each in report.references], report.left_out) == (["WP 1/2020", "WP 2/2021"], 1)


def test_a_long_brief_is_checked_to_its_end(lookup):
    text = "In Zarak Example v. State, W.P. 1/2020, section 9 and PLD 2041 Islamabad 45 were read by the court. " * 500
    report = check_brief(text, lookup)

    assert [len(each.places) for each in report.references] == [500, 500, 500]


PARTS = (
    "W.P. No. 1 of 2020 8/2023 Rent Matter (SB) titled Zarak Example v. State The VS PLD 2041 Islamabad 45 SCMR section"
    " 497 CrPC 9 u/s FIR Petition Article 199 ; , . ( ) رٹ پٹیشن ۱/۲۰۲۰ بنام Civil Petition C.P.L.A. 12-L/2020 & 2/2021"
    " Lahore High Court 77/2041 P.S. Kohsar"
).split()


@given(st.one_of(st.text(max_size=2000), st.lists(st.sampled_from([*PARTS, "\n\n"]), max_size=60).map(" ".join)))
@hypothesis_settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_everything_in_a_report_is_a_slice_of_the_brief(lookup, text):
    report = check_brief(text, lookup)
    starts = [reference.places[0].start for reference in report.references]

    assert starts == sorted(starts)
    for reference in report.references:
        assert (reference.status == "malformed") == bool(reference.missing)
        assert bool(reference.missing) <= bool(reference.problem)
        for place in reference.places:
            assert text[place.start : place.end] == place.text
            assert place.context in text
            assert 0 < len(place.context) <= CONTEXT_MAX
        for each in reference.disagreements:
            assert text[each.start : each.end] == each.written
