"""Cases that refer to a judgment, an FIR or another case are found by it, and a case tells who refers to it."""

from __future__ import annotations

import datetime
import hashlib
from dataclasses import replace

import pytest

from indexer.build import build_snapshot
from search.cases import Case, Document
from search.opening import open_engine
from search.query.request import SearchRequest
from search.reranking.weighing import load_weighing
from search.settings import Settings
from search.snapshot.reader import open_snapshot
from search.types import Filters
from tests.tiny_corpus import HashEncoder, ListSource, cases_of

TEXTS = {
    2: "Reliance was placed on P L D 2019 Isb. 45 and the bail was allowed.",
    4: "W.P. No. 5/2020. FIR No. 77/2022 dated 03.02.2022 was registered at P.S. Kohsar, and FIR 78/2022 P.S. Ramna.",
    7: "See 2018 SCMR 12 and PLD 2019 Islamabad 45 upon refund of excise, and section 497 Cr.P.C.",
    9: "The year 2019 and page 45 say nothing. Heard with Writ Petition No. 4 of 2023 and W.P. 900/2023.",
    1: "Offences under sections 302 and 34 PPC, and section 9 CNSA.",
    11: "Bail was refused under section 302 PPC, and section 34 of the Police Act.",
    10: "In W.P. 4/2023 the same order was made, and as to C.R. 6/2021 another.",
}


def _with_text(case: Case, text: str) -> Case:
    return replace(case, documents=(Document("x.pdf", text, hashlib.sha256(text.encode()).hexdigest()),))


@pytest.fixture(scope="module")
def engine(tmp_path_factory):
    cases = [_with_text(case, TEXTS[row]) if row in TEXTS else case for row, case in enumerate(cases_of(12))]
    registered = {"fir_number": "077", "fir_date": datetime.date(2022, 2, 3), "police_station": "Kohsar, Islamabad"}
    cases[8] = replace(cases[8], **registered)
    cases[5] = replace(cases[5], **(registered | {"police_station": "Golra"}))
    cases[3] = replace(cases[3], advocates_respondent=("Ch. Palwasha Hussain Example",))
    settings = Settings(home=tmp_path_factory.mktemp("referring"), deadline_ms=0)
    snapshot = open_snapshot(build_snapshot(settings, ListSource(cases), HashEncoder()), verify=False)
    yield open_engine(snapshot, encoder=HashEncoder(), reranker=None, weighing=load_weighing(), settings=settings)
    snapshot.close()


@pytest.mark.parametrize("query", ["PLD 2019 Isl 45", "cases citing 2019 PLD 45 Islamabad", "P.L.D. 2019 Islamabad 45"])
@pytest.mark.parametrize("mode", ["hybrid", "lexical", "dense"])
def test_the_cases_that_cite_it_come_first_in_every_mode(engine, query, mode):
    answer = engine.search(SearchRequest(q=query, mode=mode))

    assert {hit.id for hit in answer.results[:2]} == {"case0002", "case0007"}
    assert all("citation" in hit.stages.ranks for hit in answer.results[:2])
    assert ("citation", "first") in [(entity.kind, entity.effect) for entity in answer.understood.entities]


def test_other_words_rank_the_cases_that_cite_it_like_any_other(engine):
    answer = engine.search(SearchRequest(q="PLD 2019 Isl 45 excise refund"))

    assert answer.results[0].id == "case0007"
    assert "citation" not in answer.results[2].stages.ranks


@pytest.mark.parametrize("name", ["Palwasha Hussain", "palwasha husain example"])
def test_the_cases_of_an_advocate_come_first_and_are_found_by_the_sound_of_the_name(engine, name):
    answer = engine.search(SearchRequest(q=f"cases argued by {name}"))

    assert answer.results[0].id == "case0003"
    assert "advocate" in answer.results[0].stages.ranks


def test_a_filter_holds_for_citations_too(engine):
    answer = engine.search(SearchRequest(q="PLD 2019 Isl 45", filters=Filters(year=("2022",))))

    assert {hit.id for hit in answer.results if "citation" in hit.stages.ranks} == {"case0002"}


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("FIR 77/2022 PS Kohsar", {"case0004", "case0008"}),
        ("cases arising out of FIR No. 77 of 2022 police station kohsar islamabad", {"case0004", "case0008"}),
        ("fir 77/22", {"case0004", "case0005", "case0008"}),
        ("fir 77/2022 ps golra", {"case0005"}),
        ("FIR 77 criminal case", {"case0004", "case0005", "case0008"}),
    ],
)
@pytest.mark.parametrize("mode", ["hybrid", "lexical", "dense"])
def test_the_cases_of_an_fir_come_first_and_those_of_another_station_do_not(engine, query, first, mode):
    answer = engine.search(SearchRequest(q=query, mode=mode))

    assert {hit.id for hit in answer.results if "fir" in hit.stages.ranks} == first
    assert {hit.id for hit in answer.results[: len(first)]} == first


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("u/s 302/34 PPC", ["case0001", "case0011"]),  # the one that names both, then the one that names one
        ("cases under section 497 CrPC", ["case0007"]),
        ("section 9", ["case0001"]),
        ("section 9 CNSA", ["case0001"]),
    ],
)
@pytest.mark.parametrize("mode", ["hybrid", "lexical", "dense"])
def test_a_query_that_is_a_section_puts_the_cases_that_name_it_first(engine, query, first, mode):
    answer = engine.search(SearchRequest(q=query, mode=mode))

    assert [hit.id for hit in answer.results[: len(first)]] == first
    assert {hit.id for hit in answer.results if "section" in hit.stages.ranks} == set(first)


def test_beside_other_words_a_section_is_a_word_to_rank_by(engine):
    answer = engine.search(SearchRequest(q="refused bail section 302 PPC"))

    assert all("section" not in hit.stages.ranks for hit in answer.results)
    assert answer.results[0].id == "case0011"


def test_a_case_tells_what_it_cites_and_names(engine):
    cited = engine.references_of("case0007")
    named = engine.references_of("source-9")

    assert [(row.citation, row.cases) for row in cited.citations] == [("2018 SCMR 12", 1), ("PLD 2019 Islamabad 45", 2)]
    assert cited.sections == ("CrPC s 497",)
    assert [(row.number, [case.id for case in row.cases]) for row in named.numbers] == [
        ("WP 4/2023", ["case0003"]),
        ("WP 900/2023", []),
    ]
    assert named.generation == engine.generation


def test_a_case_tells_which_cases_name_it_and_where(engine):
    named = engine.references_of("case0003")

    assert [row.case.id for row in named.named_by] == ["case0009", "case0010"]
    assert named.named_by_total == 2
    first, second = (row.passage for row in named.named_by)
    assert [first.text[start:end] for start, end in first.spans] == ["Writ Petition No. 4 of 2023"]
    assert [second.text[start:end] for start, end in second.spans] == ["W.P. 4/2023"]


def test_a_case_tells_which_others_come_from_its_fir(engine):
    fir, other = engine.references_of("case0004").firs

    assert (fir.fir, [case.id for case in fir.cases]) == ("77/2022 Kohsar", ["case0008"])
    assert (other.fir, other.cases) == ("78/2022 Ramna", ())


def test_a_case_does_not_refer_to_its_own_number(engine):
    assert engine.references_of("case0004").numbers == ()


def test_a_case_that_the_index_does_not_have_has_no_references(engine):
    assert engine.references_of("nobody") is None


@pytest.mark.parametrize(
    ("identifier", "value", "status", "cases"),
    [
        ("FIR No. 77/2022 PS Kohsar", "77/2022 Kohsar", "found", ["case0004", "case0008"]),
        ("fir 77/22", "77/2022", "found", ["case0004", "case0005", "case0008"]),
        ("fir 77/2022 ps tarnol", "77/2022 tarnol", "absent", []),
    ],
)
def test_an_fir_is_looked_up(engine, identifier, value, status, cases):
    (found,) = engine.lookup.look_up([identifier])

    assert (found.kind, found.value, found.status) == ("FIR", value, status)
    assert [case.id for case in found.cases] == cases
