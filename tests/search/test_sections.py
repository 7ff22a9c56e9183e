"""A section means the same to the filter, the field, a query in words and a brief, but for the subsection."""

from __future__ import annotations

from dataclasses import replace

import pytest

from indexer.build import build_snapshot
from search.brief import check_brief
from search.errors import InvalidRequest
from search.opening import open_engine
from search.query.request import SearchRequest
from search.reranking.weighing import load_weighing
from search.settings import Settings
from search.snapshot.reader import open_snapshot
from search.types import Filters
from tests.tiny_corpus import HashEncoder, ListSource, cases_of

OFFENCES = {
    1: "302/34 PPC",
    2: "302 PPC",
    3: "497(2) CrPC",
    4: "497 CrPC",
    5: "34 of the Police Act",
    6: "Article 18 of the Constitution",
    7: "Order VII Rule 11 CPC",
    8: "497(1) CrPC",
}


@pytest.fixture(scope="module")
def engine(tmp_path_factory):
    cases = [replace(case, offence_sections=OFFENCES.get(row, "")) for row, case in enumerate(cases_of(12))]
    settings = Settings(home=tmp_path_factory.mktemp("sections"), deadline_ms=0)
    snapshot = open_snapshot(build_snapshot(settings, ListSource(cases), HashEncoder()), verify=False)
    yield open_engine(snapshot, encoder=HashEncoder(), reranker=None, weighing=load_weighing(), settings=settings)
    snapshot.close()


def rows_of(answer) -> list[int]:
    return sorted(int(hit.id.removeprefix("case")) for hit in answer.results)


def filtered(engine, *values: str) -> list[int]:
    return rows_of(engine.search(SearchRequest(q="all cases", limit=100, filters=Filters(section=values))))


def restricted(engine, value: str) -> list[int]:
    return rows_of(engine.search(SearchRequest(q=f'section:"{value}"', limit=100, mode="lexical")))


def first(engine, query: str) -> list[int]:
    answer = engine.search(SearchRequest(q=query, limit=100, mode="lexical"))
    return [int(hit.id.removeprefix("case")) for hit in answer.results if "section" in hit.stages.ranks]


def told(engine, text: str) -> list[tuple[int, ...]]:
    """The cases of each section of a brief."""
    references = check_brief(text, engine.lookup).references
    return [tuple(int(case.id.removeprefix("case")) for case in each.cases) for each in references]


@pytest.mark.parametrize(
    ("section", "rows"),
    [
        ("section 302 PPC", [1, 2]),
        ("section 302", [1, 2]),
        ("u/s 34", [1, 5]),
        ("34 PPC", [1]),
        ("section 497", [3, 4, 8]),
        ("497 CrPC", [3, 4, 8]),
        ("Article 18", [6]),
        ("Order VII CPC", [7]),
        ("Order VII Rule 11", [7]),
    ],
)
def test_a_section_means_the_same_to_all_who_ask(engine, section, rows):
    assert filtered(engine, section) == restricted(engine, section) == sorted(first(engine, section)) == rows
    assert told(engine, f"as {section} provides") == [tuple(rows)]


def test_a_number_alone_behind_the_name_of_the_field_may_be_an_article(engine):
    assert filtered(engine, "18") == restricted(engine, "18") == [6]
    assert first(engine, "section 18") == []
    assert told(engine, "as section 18 provides") == [()]
    assert filtered(engine, "302") == restricted(engine, "302") == [1, 2]


def test_what_restricts_wants_the_subsection_and_what_ranks_puts_it_first(engine):
    assert filtered(engine, "497(2) CrPC") == restricted(engine, "497(2) CrPC") == [3]
    assert first(engine, "497(2) CrPC")[0] == 3
    assert sorted(first(engine, "497(2) CrPC")) == [3, 4, 8]
    assert told(engine, "as 497(2) CrPC provides") == [(3, 4, 8)]


def test_a_case_must_name_every_section_of_one_value_and_any_of_several(engine):
    assert filtered(engine, "302/34 PPC") == restricted(engine, "302/34 PPC") == [1]
    assert filtered(engine, "302 PPC", "34") == [1, 2, 5]
    assert first(engine, "302/34 PPC") == [1, 2]


@pytest.mark.parametrize(
    "value",
    [
        "999",
        "497(9) CrPC",
        "302 CrPC",
        "302/999 PPC",
        "rule 11",
        "petition",
        "302 IPC",
        "302 ipc",
        "34 Example Act",
        "34 example act",
        "302 PPC 34 Example Act",
    ],
)
def test_a_section_that_no_case_names_is_told(engine, value):
    with pytest.raises(InvalidRequest, match="unknown section"):
        filtered(engine, value)
    problems = engine.search(SearchRequest(q=f'section:"{value}"')).understood.problems

    assert any(problem.startswith("no case here has section:") for problem in problems)


def test_a_section_of_an_act_that_no_case_names_is_that_of_no_other(engine):
    assert told(engine, "convicted under s. 302 IPC and section 34 Example Act") == [(), ()]
    assert first(engine, "section 302 IPC") == []
    with pytest.raises(InvalidRequest, match="did you mean 'PPC s 302'"):
        filtered(engine, "302 IPC")


def test_words_behind_a_section_are_no_act(engine):
    assert filtered(engine, "302 murder") == [1, 2]


def test_an_order_behind_the_name_of_the_field_needs_no_code(engine):
    assert filtered(engine, "Order 7") == restricted(engine, "Order 7") == filtered(engine, "Order VII") == [7]
    assert first(engine, "order 7") == []


def test_sections_that_no_case_names_together_are_no_mistake(engine):
    assert filtered(engine, "302 PPC, 497 CrPC") == []


def test_each_count_of_sections_is_the_total_of_the_search_filtered_by_it(engine):
    (facet,) = engine.search(SearchRequest(q="all cases", facets=("section",))).facets

    assert len(facet.values) > 5
    for value in facet.values:
        request = SearchRequest(q="all cases", filters=Filters(section=(value.value,)))
        assert engine.search(request).total == value.count
