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


def search(engine, **more):
    return engine.search(SearchRequest(q="board invented", limit=1, rerank=False, mode="lexical", **more))


FILTERS = st.builds(
    Filters,
    status=st.sampled_from([(), ("Decided",), ("Pending", "Decided")]),
    judge=st.sampled_from([(), ("Judge Two",)]),
    year=st.sampled_from([(), ("2021",), ("2020", "2022"), ("none",)]),
    year_from=st.sampled_from([None, 2021]),
)


@given(FILTERS)
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_each_count_is_the_total_of_the_search_filtered_by_it(engine, filters):
    for facet in search(engine, filters=filters, facets=FIELDS).facets:
        for value in facet.values:
            narrowed = replace(filters, **{facet.field: (value.value,)})
            assert search(engine, filters=narrowed).total == value.count, (facet.field, value)


@given(FILTERS)
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_filter_never_adds_to_the_result_set(engine, filters):
    assert search(engine, filters=filters).total <= search(engine, filters=replace(filters, status=())).total


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
