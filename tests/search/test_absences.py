"""A citation, an FIR or a section that no case refers to is told with what the cases do refer to."""

from __future__ import annotations

import hashlib
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from indexer.build import build_snapshot
from search.absences import REFERENCES_MAX
from search.cases import Document
from search.opening import open_engine
from search.query.request import SearchRequest
from search.reranking.weighing import load_weighing
from search.settings import Settings
from search.snapshot.reader import open_snapshot
from search.types import AskedReference, Filters
from tests.tiny_corpus import HashEncoder, ListSource, cases_of

TEXTS = {
    1: "Reliance is placed on PLD 2019 SC 45, and section 497(2) CrPC. The IHC 2021 12 is no report.",
    2: "In PLD 2019 SC 60 and PLD 2015 SC 50 it was held; FIR No. 7/2020 P.S. Kohsar; section 498-A CrPC.",
    4: "FIR No. 7/2022 P.S. Kohsar was lodged, and FIR No. 9/2020 P.S. Ramna; section 34 PPC, Order VII Rule 11 CPC.",
}


@pytest.fixture(scope="module")
def engine(tmp_path_factory):
    cases = cases_of(12)
    for row, text in TEXTS.items():
        document = Document("invented.pdf", text, hashlib.sha256(text.encode()).hexdigest())
        cases[row] = replace(cases[row], documents=(document,))
    home = Settings(home=tmp_path_factory.mktemp("absences"), deadline_ms=0)
    snapshot = open_snapshot(build_snapshot(home, ListSource(cases), HashEncoder()), verify=False)
    yield open_engine(snapshot, encoder=HashEncoder(), reranker=None, weighing=load_weighing(), settings=home)
    snapshot.close()


def answer(engine, query: str, **more):
    return engine.search(SearchRequest(q=query, mode="lexical", **more))


def absent(engine, query: str, **more):
    return answer(engine, query, **more).absent


def near(absence) -> list[tuple[str, str, int]]:
    return [(each.why, each.value, each.cases) for each in absence.nearest]


def covered(absence) -> list[tuple[str, int, int]]:
    return [(each.what, each.references, each.cases) for each in absence.covered]


def test_a_citation_comes_with_its_volume_and_the_same_page_of_other_years(engine):
    (absence,) = absent(engine, "cases citing PLD 2019 SC 50")

    assert (absence.kind, absence.value) == ("citation", "PLD 2019 Supreme Court 50")
    assert "cases citing PLD 2019 SC 50"[absence.start : absence.end] == "PLD 2019 SC 50"
    assert not absence.left_out_by_filters
    assert covered(absence) == [("PLD 2019 Supreme Court", 2, 2), ("reported judgments", 3, 2)]
    assert near(absence) == [
        ("same volume", "PLD 2019 Supreme Court 45", 1),
        ("same volume", "PLD 2019 Supreme Court 60", 1),
        ("other year", "PLD 2015 Supreme Court 50", 1),
    ]


@pytest.mark.parametrize(
    ("query", "value", "sorts", "nearest"),
    [
        (
            "FIR 7/2020 PS Nowhere",
            "7/2020 Nowhere",
            [("FIRs of P.S. Nowhere", 0, 0), ("FIRs of 2020", 2, 2), ("FIRs", 3, 2)],
            [("other station", "7/2020 Kohsar", 1)],
        ),
        (
            "FIR 7/2021 PS Kohsar",
            "7/2021 Kohsar",
            [("FIRs of P.S. Kohsar", 2, 2), ("FIRs of 2021", 0, 0), ("FIRs", 3, 2)],
            [("other year", "7/2020 Kohsar", 1), ("other year", "7/2022 Kohsar", 1)],
        ),
        ("FIR 9/2021", "9/2021", [("FIRs of 2021", 0, 0), ("FIRs", 3, 2)], [("other year", "9/2020 Ramna", 1)]),
        ("fir no. 123", "123", [("FIRs", 3, 2)], []),
    ],
)
def test_an_fir_comes_with_its_station_its_year_and_others_of_its_number(engine, query, value, sorts, nearest):
    (absence,) = absent(engine, query)

    assert (absence.kind, absence.value) == ("FIR", value)
    assert (absence.start, absence.end) == (0, len(query))
    assert (covered(absence), near(absence)) == (sorts, nearest)


@pytest.mark.parametrize(
    ("query", "value", "sorts", "nearest"),
    [
        (
            "section 34 CrPC",
            "CrPC s 34",
            [("CrPC", 2, 2), ("sections of law", 4, 3)],
            [("other act", "PPC s 34", 1), ("same act", "CrPC s 497", 1), ("same act", "CrPC s 498-A", 1)],
        ),
        ("section 999", "s 999", [("sections of law", 4, 3)], []),
        (
            "O. VII R. 10 CPC",
            "CPC O 7 r 10",
            [("CPC", 1, 1), ("sections of law", 4, 3)],
            [("same act", "CPC O 7 r 11", 1)],
        ),
    ],
)
def test_a_section_comes_with_its_act_and_the_nearest(engine, query, value, sorts, nearest):
    (absence,) = absent(engine, query)

    assert (absence.kind, absence.value) == ("section", value)
    assert (covered(absence), near(absence)) == (sorts, nearest)


def test_each_reference_is_told_by_itself_in_the_order_of_the_query(engine):
    found = absent(engine, "FIR 5/2020, PLD 2019 SC 45 and 61, u/s 497/999 CrPC")

    assert [each.value for each in found] == ["5/2020", "PLD 2019 Supreme Court 61", "CrPC s 999"]


@pytest.mark.parametrize(
    "query",
    [
        "PLD 2019 SC 45",
        "section 497 CrPC",
        "497(9) CrPC",  # whichever subsection
        "section 497",
        "FIR 7/2020",
        "FIR 7/2020 PS Kohsar, Islamabad",
        "bail PLD 2019 SC 50",
        "refund section 999 CrPC",
        "audit NOT PLD 2019 SC 50",
        "PS Nowhere",
        "IHC 2021 12",  # a case holds these words, though no citation is read there
        "excise",
    ],
)
def test_nothing_is_absent_that_is_there_or_that_is_not_all_that_is_asked_for(engine, query):
    assert absent(engine, query) == ()


@pytest.mark.parametrize("query", ["FIR 123/2020 PS Nowhere", "PLD 2019 SC 50", "section 999 PPC"])
def test_in_quotation_marks_it_is_absent_as_well(engine, query):
    plain, quoted = answer(engine, query), answer(engine, f'"{query}"')

    assert [each.value for each in quoted.absent] == [each.value for each in plain.absent]
    assert quoted.total == 0
    assert quoted.understood.problems == (f"no case here has the reference {query}",)
    assert quoted.absent[0].start == plain.absent[0].start + 1


def test_a_section_alone_in_quotation_marks_is_absent_where_no_case_names_it(engine):
    found = answer(engine, '"489-F"')

    assert [(each.kind, each.value, each.start, each.end) for each in found.absent] == [
        ("section", "PPC s 489-F", 1, 6)
    ]
    assert found.total == 0
    assert found.understood.problems == ('no case here holds the word "489-F"',)
    assert absent(engine, '"498-A"') == ()


def test_filters_that_hide_all_that_refer_to_it_are_named(engine):
    (absence,) = absent(engine, "PLD 2019 SC 45", filters=Filters(year=("2023",)))

    assert (absence.value, absence.left_out_by_filters) == ("PLD 2019 Supreme Court 45", True)
    assert absence.nearest == ()
    assert absent(engine, "PLD 2019 SC 45", filters=Filters(year=("2021",))) == ()


def test_operators_that_leave_it_out_are_no_absence(engine):
    found = answer(engine, '"PLD 2019 SC 45 and 302 PPC"')

    assert [each.value for each in found.absent] == ["PPC s 302"]
    assert any(problem.startswith("PLD 2019 Supreme Court 45 is here") for problem in found.understood.problems)


def test_of_very_many_references_so_many_are_told(engine):
    query = ", ".join(f"section {number} PPC" for number in range(600, 640))

    assert len(absent(engine, query)) == REFERENCES_MAX


@pytest.mark.parametrize(
    ("identifier", "kind", "status", "nearest"),
    [
        ("PLD 2019 SC 50", "citation", "absent", "PLD 2019 Supreme Court 45"),
        ("FIR 7/2020 PS Nowhere", "FIR", "absent", "7/2020 Kohsar"),
        ("PLD 2019 SC 45", "citation", "found", ""),
    ],
)
def test_lookup_tells_the_same(engine, identifier, kind, status, nearest):
    (found,) = engine.lookup.look_up([identifier])

    assert (found.kind, found.status) == (kind, status)
    assert (found.absence.nearest[0].value if found.absence else "") == nearest


REFERENCES = st.lists(
    st.sampled_from(
        ["PLD 2019 SC 45", "PLD 2019 SC 50, 61", "2019 SCMR 9", "FIR 7/2020", "FIR 7 PS Nowhere", "u/s 497 CrPC"]
        + ["302/34 PPC", "section 999", "and", ",", '"', "AND", "NOT", "pending", "O. VII R. 9", "(", ")", "bail"]
    ),
    min_size=1,
    max_size=6,
).map(" ".join)


@given(REFERENCES, st.sampled_from([Filters(), Filters(year=("2021",)), Filters(status=("Pending",))]))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_is_told_is_referred_to_by_no_case_or_by_none_that_passes(engine, query, filters):
    found = absent(engine, f"x {query}" if not any(map(str.isalnum, query)) else query, filters=filters)

    assert [each.start for each in found] == sorted(each.start for each in found)
    for absence in found:
        rows = engine.first_stage.references.with_reference(AskedReference(absence.kind, absence.value))
        assert 0 <= absence.start < absence.end <= len(query)
        assert bool(rows) == absence.left_out_by_filters
        assert absence.left_out_by_filters <= (filters != Filters() or "pending" in query)
