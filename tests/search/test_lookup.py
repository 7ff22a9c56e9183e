"""Lookup: many identifiers at once, each answered in its place."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from indexer.build import build_snapshot
from search.cases import Case, CaseNumber, Document
from search.errors import InvalidRequest
from search.lookup import IDENTIFIER_LENGTH_MAX, IDENTIFIERS_MAX, Lookup
from search.results.found import Found
from search.settings import Settings
from search.snapshot.reader import open_snapshot
from tests.tiny_corpus import HashEncoder, ListSource, cases_of


def numbered(serial: int, case_type: str, category: str, written: str) -> Case:
    (case,) = cases_of(1)
    return replace(
        case,
        id=f"twin{serial:03}{case_type}{category}".replace(" ", ""),
        source_id=f"twin-{written}",
        source_ids=(f"twin-{written}",),
        number=CaseNumber(case_type, serial, 2048, category, "SB"),
        number_text=written,
        documents=(),
    )


CASES = [
    *cases_of(8),
    numbered(5, "CRL MISC", "Bail After Arrest", "Crl. Misc. 5/2048 Bail After Arrest (SB)"),
    numbered(5, "CRL MISC", "Cancellation of Bail", "Crl. Misc. 5/2048 Cancellation of Bail (SB)"),
    numbered(5, "WP", "Service", "W.P. 5/2048 Service (SB)"),
    numbered(6, "TA", "Civil", "T.A. 6/2048 Civil (SB)"),
    numbered(6, "TA", "", "T.A. 6/2048 (SB)"),
    numbered(7, "WP", "Service", "W.P. 7/2048 Service (SB)"),
    numbered(7, "ICA", "Writ", "I.C.A. 7/2048 Writ (SB)"),
    numbered(8, "ICA", "Writ", "I.C.A. 8/2048 Writ (SB)"),
    numbered(9, "ZILA APPEAL", "", "Zila Appeal 9/2048 (SB)"),
]
CITING = 'Held in "PLD 2041 Islamabad 45" and 2040 SCMR 12, under section 9 of the CNSA and section 497 Cr.P.C.'


@pytest.fixture(scope="module")
def lookup(tmp_path_factory) -> Lookup:
    document = Document("invented.pdf", CITING, "0" * 64, pages=1)
    cases = [replace(case, documents=(document,)) if place in (1, 2) else case for place, case in enumerate(CASES)]
    settings = Settings(home=tmp_path_factory.mktemp("home"))
    return Lookup.of(open_snapshot(build_snapshot(settings, ListSource(cases), HashEncoder()), verify=False))


def found(lookup: Lookup, identifier: str) -> Found:
    (answer,) = lookup.look_up([identifier])
    return answer


@pytest.mark.parametrize("written", ["W.P. 1/2020", "wp no.1 of 2020", "Writ Petition No. 1/2020", " W.P. 01/20 "])
def test_a_number_in_any_form_finds_its_case(lookup, written):
    answer = found(lookup, written)

    assert (answer.identifier, answer.kind, answer.value) == (written, "case number", "WP 1/2020")
    assert (answer.status, answer.total) == ("found", 1)
    (case,) = answer.cases
    assert (case.source_id, case.number, case.status, case.case_type) == (
        "source-0",
        "W.P. 1/2020 Service (SB)",
        "Pending",
        "WP",
    )


def test_every_number_that_the_court_writes_is_one_case(lookup):
    answers = lookup.look_up([case.number_text for case in CASES])

    assert [answer.status for answer in answers] == ["found"] * len(CASES)
    assert [answer.cases[0].source_id for answer in answers] == [case.source_id for case in CASES]


def test_a_number_of_several_cases_lists_all_type_by_type(lookup):
    answer = found(lookup, "5/2048")

    assert (answer.status, answer.total) == ("ambiguous", 3)
    assert sorted(case.case_type for case in answer.cases) == ["CRL MISC", "CRL MISC", "WP"]
    assert [case.case_type for case in answer.cases] in (["CRL MISC", "CRL MISC", "WP"], ["WP", "CRL MISC", "CRL MISC"])


def test_a_category_tells_cases_of_one_number_apart(lookup):
    assert found(lookup, "Crl. Misc. 5/2048").status == "ambiguous"
    assert found(lookup, "criminal misc no. 5 of 2048 bail after arrest").cases[0].number.endswith("After Arrest (SB)")


def test_a_type_behind_a_number_goes_before_a_category_of_the_same_words(lookup):
    answer = found(lookup, "7/2048 writ")

    assert (answer.value, answer.status, answer.problem) == ("WP 7/2048", "found", "")
    assert [case.source_id for case in answer.cases] == ["twin-W.P. 7/2048 Service (SB)"]


def test_words_behind_a_number_are_a_category_where_no_case_is_of_the_type(lookup):
    answer = found(lookup, "8/2048 Writ (SB)")

    assert (answer.value, answer.status) == ("8/2048", "found")
    assert answer.cases[0].source_id == "twin-I.C.A. 8/2048 Writ (SB)"


def test_a_category_that_no_case_of_the_number_has_is_told(lookup):
    answer = found(lookup, "W.P. 5/2048 Bail After Arrest (SB)")

    assert (answer.status, answer.total) == ("found", 1)
    assert answer.problem == "no case with this number is 'Bail After Arrest' here"
    assert found(lookup, "W.P. 5/2048 service of notices").problem == ""
    assert found(lookup, "T.A. 6/2048 Service").problem == ""  # one of the two has no category


@pytest.mark.parametrize(
    "identifier",
    [
        "W.P. 1/2020 of the Lahore High Court",
        "Writ Petition 1/2020 (Sindh High Court)",
        "Lahore High Court WP 1/2020",
        "Peshawar W.P. 1/2020",
        "WP 1/2020 Sindh",
        "W.P. 1/2020 of the Supreme Court",
        "Supreme Court W.P. 1/2020",
    ],
)
def test_a_number_of_another_court_is_absent(lookup, identifier):
    answer = found(lookup, identifier)

    assert (answer.value, answer.status, answer.absence) == ("WP 1/2020", "absent", None)
    assert "Court is named beside it" in answer.problem


@pytest.mark.parametrize(
    ("identifier", "problem"),
    [
        ("WP 5/2048-26", "is no case number"),
        ("WP 5/2048-3/2048", "is no range"),
        ("WP 1 TO 60 OF 2048", "is no range"),
        ("W.P. 5/2048, 7/1925", "1925 is no year of a case"),
        ("W.P. 12/20245", "20245 is no year of a case: expected 1947 to 2049"),
        ("Wirt 12/2048", "'Wirt' is not known as a case type; did you mean W.P.?"),
        ("WP 5/2048-7/2048", "several case numbers"),
        ("W.P. NOS. 5 AND 7 OF 2048", "several case numbers"),
    ],
)
def test_what_is_no_number_of_one_case_is_malformed(lookup, identifier, problem):
    answer = found(lookup, identifier)

    assert answer.status == "malformed"
    assert problem in answer.problem


def test_a_number_of_this_court_is_found_with_its_name(lookup):
    assert found(lookup, "W.P. 1/2020 of the Islamabad High Court").status == "found"


def test_a_type_that_only_the_cases_here_tell_is_known(lookup):
    assert found(lookup, "Zila Appeal 9/2048").cases[0].source_id == "twin-Zila Appeal 9/2048 (SB)"
    assert found(lookup, "Zilla Appeal 9/2048").missing == ("case type",)


@pytest.mark.parametrize("identifier", ["source-3", "old-3", "case0003"])
def test_ids_and_source_ids_find_their_case(lookup, identifier):
    answer = found(lookup, identifier)

    assert (answer.kind, answer.status, answer.cases[0].id) == ("id", "found", "case0003")


def test_an_absent_number_comes_with_what_there_is(lookup):
    answer = found(lookup, "  W.P. 999/2020")

    assert (answer.status, answer.cases, answer.total) == ("absent", (), 0)
    assert answer.absence is not None
    assert "  W.P. 999/2020"[answer.absence.start : answer.absence.end] == "W.P. 999/2020"
    assert answer.absence.covered[0].cases == 2
    assert answer.absence.nearest


def test_an_id_that_nobody_has_is_absent(lookup):
    answer = found(lookup, "invented-77")

    assert (answer.kind, answer.status, answer.absence) == ("id", "absent", None)


@pytest.mark.parametrize("written", ["PLD 2041 Islamabad 45", "P.L.D. 2041 Isb. 45", "2041 PLD 45 Islamabad"])
def test_a_citation_finds_the_cases_that_cite_it(lookup, written):
    answer = found(lookup, written)

    assert (answer.kind, answer.value, answer.status) == ("citation", "PLD 2041 Islamabad 45", "found")
    assert [case.source_id for case in answer.cases] == ["source-1", "source-2"]


def test_a_citation_that_no_case_cites_is_absent(lookup):
    assert found(lookup, "PLD 2041 Islamabad 46").status == "absent"


@pytest.mark.parametrize(
    ("identifier", "kind", "missing"),
    [
        ("PLD 2041 Islamabad", "citation", ("page",)),
        ("PLD 2041", "citation", ("court", "page")),
        ("SCMR 12", "citation", ("year",)),
        ("W.P. 1234", "case number", ("year",)),
        ("W.P. No.", "case number", ("serial", "year")),
        ("W.P./2020", "case number", ("serial",)),
        ("W.P. 12/2190", "case number", ("year",)),
        ("petition no. 12 of 2020 titled", "case number", ("case type",)),
        ("1234", "case number", ("case type", "year")),
        ("Civil Petition No. 123 of 2020", "case number", ("case type",)),
        ("C.P.L.A. 12-L/2020", "case number", ("case type",)),
        ("plot 12/2020", "case number", ("case type",)),
    ],
)
def test_what_lacks_a_part_is_told_which(lookup, identifier, kind, missing):
    answer = found(lookup, identifier)

    assert (answer.status, answer.kind, answer.missing) == ("malformed", kind, missing)
    assert missing[-1] in answer.problem


@pytest.mark.parametrize(
    ("identifier", "why"),
    [
        ("", "no case number"),
        ("Zarak Example v. State", "no case number"),
        ("FIR No. 12/2020, FIR No. 14/2020", "several FIRs"),
        ("W.P. 1/2020 and W.P. 2/2021", "several case numbers"),
        ("W.P. No. 1, 2 & 3/2020", "several case numbers"),
        ("W.P. 1-5/2020", "several case numbers"),
        ("W.P. Nos. 1 & 2 of 2020", "several case numbers"),
        ("497 CrPC", "a section of law, CrPC s 497"),
        ("9(c) CNSA", "a section of law, CNSA s 9(c)"),
        ("PLD 2041 Islamabad 45, 2040 SCMR 12", "several citations"),
        ("PLD 2041 Islamabad 45, 67", "several citations"),
    ],
)
def test_what_is_no_one_identifier_is_told_why(lookup, identifier, why):
    answer = found(lookup, identifier)

    assert answer.status == "malformed"
    assert why in answer.problem


def test_a_number_in_urdu_is_read_as_its_type(lookup):
    assert found(lookup, "رٹ پٹیشن ۱/۲۰۲۰").cases[0].source_id == "source-0"


def test_answers_stand_in_the_order_asked(lookup):
    asked = ["source-3", "nothing", "W.P. 1/2020", "source-3"]

    assert [answer.identifier for answer in lookup.look_up(asked)] == asked


@pytest.mark.parametrize(
    "identifiers", [[], ["x1"] * (IDENTIFIERS_MAX + 1), ["ok-1", "a" * (IDENTIFIER_LENGTH_MAX + 1)]]
)
def test_too_many_too_few_and_too_long_are_refused(lookup, identifiers):
    with pytest.raises(InvalidRequest) as refused:
        lookup.look_up(identifiers)

    assert refused.value.parameter == "identifiers"


def test_an_engine_looks_up_in_its_own_snapshot(engine, cases):
    answer = found(engine.lookup, cases[5].number_text)

    assert (engine.lookup.generation, answer.cases[0].id) == (engine.generation, cases[5].id)


@given(st.text(max_size=IDENTIFIER_LENGTH_MAX))
@hypothesis_settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_identifier_has_an_answer(lookup, identifier):
    answer = found(lookup, identifier)

    assert answer.identifier == identifier
    assert (answer.status in ("found", "ambiguous")) == bool(answer.cases)
    assert (answer.status == "malformed") <= bool(answer.problem)
    assert bool(answer.missing) <= (answer.status == "malformed")


@given(st.lists(st.sampled_from("W.P. Crl Misc PLD SCMR Isl No 1 12 2020 2041 / - , ( ) & FIR s".split()), max_size=12))
@hypothesis_settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_row_of_parts_has_an_answer(lookup, parts):
    answer = found(lookup, " ".join(parts))

    assert (answer.status in ("found", "ambiguous")) == bool(answer.cases)
