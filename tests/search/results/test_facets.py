"""Facets: each count is the total of the search that is filtered by it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from search.errors import InvalidRequest
from search.query.request import SearchRequest
from search.snapshot.fields import FIELDS
from search.types import Filters


def search(engine, q="board invented", **more):
    return engine.search(SearchRequest(q=q, limit=1, rerank=False, mode="lexical", **more))


QUERIES = st.sampled_from(
    [
        *("board invented", "bail", "nowhere", "all cases", "W.P. 2/2021", "is W.P. 2/2021 pending"),
        *("pending", "pending bail cases", "Justice Two", "Justice Two excise", "Justice Two nowhere", "2021..2022"),
        *("decided after 1 March 2021 refund", '"board" NOT bail', "judge:two OR year:2021", "status:pending tenant"),
        *(
            "board -excise",
            "-excise board nowhere",
            "nowhere -board",
            "-excise",
            "pending -excise",
            "Justice Two -audit",
        ),
        *("Justice Two AND board", '"board" pending', "pending nowhere -board", "judge:two 2022", "board OR pending"),
        *("W.P. 2/2021 NOT nowhere", "W.P. 2/2021 AND judge:two", "board NOT W.P. 2/2021", "302 PPC -board"),
        *("2019 SCMR 45, 67", "2019 SCMR 45, 67 AND board", '"FIR 1/2020 PS Nowhere"', "FIR 1/2020 PS Nowhere pending"),
        *(
            "type:writ petition excise",
            "type:writ petition AND excise",
            "board NOT type:writ petition",
            "type:wp 2/2021",
        ),
        *("judge:twoo", "Justice Twoo excise", 'judge:"justice two" OR section:302', "section 302 PPC"),
    ]
)
"""Words, words that filter, a number, operators, and these beside each other."""


FILTERS = st.builds(
    Filters,
    status=st.sampled_from([(), ("Decided",), ("Pending", "Decided")]),
    judge=st.sampled_from([(), ("Judge Two",)]),
    year=st.sampled_from([(), ("2021",), ("2020", "2022"), ("none",)]),
    year_from=st.sampled_from([None, 2021]),
)


@given(QUERIES, FILTERS)
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_each_count_is_the_total_of_the_search_filtered_by_it(engine, query, filters):
    for facet in search(engine, query, filters=filters, facets=FIELDS).facets:
        for value in facet.values:
            narrowed = replace(filters, **{facet.field: (value.value,)})
            assert search(engine, query, filters=narrowed).total == value.count, (facet.field, value)


@given(QUERIES, FILTERS, FILTERS)
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_filter_never_adds_to_the_result_set(engine, query, some, others):
    added = {
        name: getattr(others, name) for name in ("status", "judge", "year", "year_from") if not getattr(some, name)
    }

    assert search(engine, query, filters=replace(some, **added)).total <= search(engine, query, filters=some).total


@pytest.mark.parametrize(
    ("filters", "total"), [(Filters(), 12), (Filters(status=("Pending",)), 12), (Filters(status=("Decided",)), 0)]
)
def test_a_filter_in_words_holds_beside_one_that_is_given(engine, filters, total):
    assert search(engine, "pending cases", filters=filters).total == total


def test_where_nothing_that_passes_holds_the_words_all_that_passes_is_listed_and_it_is_said(engine):
    answer = search(engine, "2021..2022 nowhere")

    assert answer.total == search(engine, "2021..2022").total
    assert "all that pass are listed" in answer.understood.problems[0]


def test_values_stand_most_cases_first(engine):
    (facet,) = search(engine, facets=("year",)).facets
    counts = [value.count for value in facet.values]

    assert counts == sorted(counts, reverse=True)
    assert facet.more == 0


def test_no_facet_is_counted_unless_it_is_asked_for(engine):
    assert search(engine).facets == ()


def test_an_unknown_facet_is_named_with_the_nearest_known_one():
    with pytest.raises(InvalidRequest, match="unknown facet 'statsu'; did you mean 'status'"):
        SearchRequest(q="bail", facets=("statsu",))
