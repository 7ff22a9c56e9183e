from __future__ import annotations

import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from api import absence_schemas as schemas
from api.schemas import SearchAnswer
from search.results import cursor
from search.results.absence import Absence
from search.results.absent_references import AbsentReference, NearReference
from search.results.response import SearchResponse
from search.types import Filters
from tests.api.fakes import Served

ANSWER = (
    "query",
    "total",
    "generation",
    "ranking",
    "reranked",
    "not_reranked",
    "degraded",
    "no_good_match",
    "timing_ms",
    "absent",
    "facets",
    "understood",
    "next_cursor",
    "results",
)
RESULT = (
    "rank",
    "id",
    "source_id",
    "kind",
    "number",
    "title",
    "court",
    "status",
    "bench",
    "year",
    "institution_date",
    "score",
    "probability",
    "read",
    "exact",
    "by_meaning_alone",
    "stages",
    "highlights",
)


DIGEST = cursor.query_digest("example", mode="hybrid", rerank=True, sort="relevance", exact=False, filters=Filters())


def problem_of(app: Served, query: str, status: int = 422) -> dict[str, object]:
    response = app.client.get(f"/v1/search?{query}")
    assert response.status_code == status
    assert response.headers["content-type"] == "application/problem+json"
    return response.json()


def test_an_answer_carries_what_made_it_and_each_result_all_its_fields(app: Served):
    answer = app.client.get("/v1/search", params={"q": "example"}).json()

    assert set(answer) == set(ANSWER)
    assert set(answer["results"][0]) == set(RESULT)
    assert answer["results"][0]["highlights"] == [
        {"field": "title", "text": "Zarak Example versus The State", "spans": [[0, 5]]}
    ]
    assert answer["results"][0]["stages"] == {"ranks": {"lexical": 1}, "scores": {"lexical": 10.0}}


def test_every_parameter_reaches_the_engine(app: Served):
    query = (
        "q=example&limit=100&mode=lexical&rerank=false&sort=newest&case_type=WP&case_type=FAO&bench_kind=SB"
        "&judge=Invented&status=Decided&court=IHC&year_from=2001&year_to=2002"
        "&year=2001&subject=Rent&section=497+CrPC&date_from=2001-02-03&date_to=2002-03-04&exact=true&facets=status"
    )

    assert app.client.get(f"/v1/search?{query}").status_code == 200

    asked = app.engine.asked[0]
    assert (asked.q, asked.limit, asked.mode, asked.rerank, asked.sort) == ("example", 100, "lexical", False, "newest")
    assert (asked.exact, asked.facets) == (True, ("status",))
    assert asked.filters == Filters(
        case_type=("WP", "FAO"),
        bench_kind=("SB",),
        judge=("Invented",),
        status=("Decided",),
        court=("IHC",),
        year=("2001",),
        subject=("Rent",),
        section=("497 CrPC",),
        year_from=2001,
        year_to=2002,
        date_from=datetime.date(2001, 2, 3),
        date_to=datetime.date(2002, 3, 4),
    )


def test_without_parameters_the_defaults_of_the_request_hold(app: Served):
    app.client.get("/v1/search?q=example")

    asked = app.engine.asked[0]
    assert (asked.limit, asked.mode, asked.rerank, asked.sort) == (10, "hybrid", True, "relevance")
    assert (asked.cursor, asked.filters) == (None, Filters())


def test_an_unknown_parameter_is_named_with_the_nearest_known_one(app: Served):
    problem = problem_of(app, "q=example&jugde=Invented")

    assert problem["parameter"] == "jugde"
    assert "did you mean 'judge'?" in problem["detail"]
    assert "bench_kind, case_type, court, cursor, date_from, date_to, exact, facets, judge, limit" in problem["detail"]
    assert problem["type"] == "urn:ihc-search:problem:invalid-request"


def test_an_unknown_parameter_far_from_all_is_named_without_a_guess(app: Served):
    assert problem_of(app, "q=example&zzzz=1")["detail"].startswith("unknown parameter 'zzzz'. The parameters are ")


def test_an_unknown_filter_value_is_named_by_the_engine(app: Served):
    problem = problem_of(app, "q=example&status=Dezided")

    assert (problem["parameter"], problem["detail"]) == ("status", "unknown status 'Dezided'; did you mean 'Decided'?")


@pytest.mark.parametrize("facets", ["facets=status&facets=year", "facets=status,year", "facets=status,+year"])
def test_facets_are_named_by_repeating_or_with_commas(app: Served, facets: str):
    app.client.get(f"/v1/search?q=bail&{facets}")

    assert app.engine.asked[-1].facets == ("status", "year")


@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ("", "q"),
        ("q=", "q"),
        ("q=%20%09", "q"),
        ("q=" + "a" * 4001, "q"),
        ("q=example&limit=0", "limit"),
        ("q=example&limit=101", "limit"),
        ("q=example&limit=ten", "limit"),
        ("q=example&limit=", "limit"),
        ("q=example&mode=hybird", "mode"),
        ("q=example&rerank=perhaps", "rerank"),
        ("q=example&sort=best", "sort"),
        ("q=example&year_from=19x", "year_from"),
        ("q=example&year_to=99999", "year_to"),
        ("q=example&q=other", "q"),
        ("q=example&limit=1&limit=2", "limit"),
        ("q=example&cursor=nonsense", "cursor"),
        ("q=example&cursor=", "cursor"),
        ("q=example&cursor=" + "a" * 5000, "cursor"),
    ],
)
def test_a_bad_value_is_a_422_that_names_its_parameter(app: Served, query: str, parameter: str):
    problem = problem_of(app, query)

    assert (problem["parameter"], problem["status"]) == (parameter, 422)
    assert parameter in problem["detail"]
    assert len(problem["detail"]) < 400


@pytest.mark.parametrize(
    ("query", "detail"),
    [
        ("limit=0", "limit is '0'; expected 1 or more"),
        ("limit=101", "limit is '101'; expected 100 or less"),
        ("limit=ten", "limit is 'ten'; expected a whole number"),
        ("rerank=perhaps", "rerank is 'perhaps'; expected true or false"),
        ("sort=best", "sort is 'best'; expected 'relevance', 'newest' or 'oldest'"),
        ("date_from=2099-13-01", "date_from is '2099-13-01'; expected a day like 2024-03-01"),
        ("date_from=2099-02-30", "date_from is '2099-02-30'; expected a day like 2024-03-01"),
        ("date_from=0000-01-01", "date_from is '0000-01-01'; expected a day like 2024-03-01"),
        ("date_from=2099", "date_from is '2099'; expected a day like 2024-03-01"),
        ("date_from=0", "date_from is '0'; expected a day like 2024-03-01"),
        ("date_to=1704067200", "date_to is '1704067200'; expected a day like 2024-03-01"),
        ("date_to=2099-01-01T00:00:00", "date_to is '2099-01-01T00:00:00'; expected a day like 2024-03-01"),
        ("date_to=01.02.2099", "date_to is '01.02.2099'; expected a day like 2024-03-01"),
        ("date_to=2099-1-2", "date_to is '2099-1-2'; expected a day like 2024-03-01"),
        ("date_to=", "date_to is ''; expected a day like 2024-03-01"),
    ],
)
def test_a_bad_value_is_told_with_what_was_expected(app: Served, query: str, detail: str):
    assert str(problem_of(app, f"q=example&{query}")["detail"]).startswith(detail)


def test_an_absent_number_and_an_absent_reference_are_told_apart_by_their_kind():
    number = Absence("WP 9/2099", ("WP",), 9, 2099, 0, 9, False, (), ())
    near = (NearReference("same volume", "2099\n SCMR 46", 2),)
    reference = AbsentReference("citation", "2099 SCMR 45", 10, 22, False, (), near)
    answer = SearchAnswer.of(
        SearchResponse(
            query="WP 9/2099 2099 SCMR 45",
            total=0,
            generation="20990101T000000Z-00000001",
            ranking="r",
            reranked=False,
            degraded=None,
            absent=(number, reference),
            results=(),
            timing_ms={},
            next_cursor=None,
        )
    )

    assert [type(each) for each in answer.absent] == [schemas.AbsentNumber, schemas.AbsentReference]
    assert answer.absent[1].nearest[0].value == "2099 SCMR 46"  # in one line


def test_a_misspelt_choice_gets_the_nearest_one(app: Served):
    assert "did you mean 'hybrid'?" in problem_of(app, "q=example&mode=hybird")["detail"]


def test_pages_follow_each_other_without_gap_or_repeat(app: Served):
    ranks: list[int] = []
    params = {"q": "example", "limit": "10"}
    while True:
        answer = app.client.get("/v1/search", params=params).json()
        ranks += [result["rank"] for result in answer["results"]]
        if answer["next_cursor"] is None:
            break
        params["cursor"] = answer["next_cursor"]

    assert ranks == list(range(1, 26))


def test_a_cursor_of_another_query_is_refused(app: Served):
    following = app.client.get("/v1/search?q=example").json()["next_cursor"]

    problem = problem_of(app, f"q=other&cursor={following}")

    assert problem["parameter"] == "cursor"
    assert "another query" in problem["detail"]


def test_a_cursor_is_answered_from_its_own_generation_after_a_swap(app: Served):
    first = app.client.get("/v1/search?q=example").json()
    app.generations.publish(2)
    app.engines.refresh()

    assert app.client.get("/v1/search?q=example").json()["generation"] != first["generation"]
    second = app.client.get("/v1/search", params={"q": "example", "cursor": first["next_cursor"]}).json()
    assert second["generation"] == first["generation"]


def test_a_cursor_whose_generation_is_gone_is_a_410(app: Served):
    gone = cursor.encode(cursor.Cursor("20000101T000000Z-00000000", "ranking-1", 10, DIGEST))

    problem = problem_of(app, f"q=example&cursor={gone}", status=410)

    assert problem["type"] == "urn:ihc-search:problem:generation-gone"
    assert "search again from the first page" in problem["detail"]


def test_a_cursor_under_another_ranking_is_a_410(app: Served):
    other = cursor.encode(cursor.Cursor(app.engine.generation, "ranking-0", 10, DIGEST))

    problem_of(app, f"q=example&cursor={other}", status=410)


@pytest.mark.parametrize("name", ["..", "../../etc", ".building-x", "/etc", "", "CURRENT", "\x00"])
def test_a_cursor_names_no_folder_but_a_generation(app: Served, name: str):

    problem_of(app, "q=example&cursor=" + cursor.encode(cursor.Cursor(name, "ranking-1", 0, DIGEST)), status=410)
    assert len(app.generations.opened) == 1


def test_a_search_before_the_first_reindex_names_the_command(empty_app: Served):
    problem = problem_of(empty_app, "q=example", status=503)

    assert "ihc-search reindex" in problem["detail"]
    assert problem["type"] == "urn:ihc-search:problem:snapshot-missing"


def test_the_first_generation_is_served_without_a_restart(empty_app: Served):
    problem_of(empty_app, "q=example", status=503)
    empty_app.generations.publish(1)

    assert empty_app.client.get("/v1/search?q=example").status_code == 200


def test_a_degraded_answer_says_so(app: Served):
    app.engine.degraded = "the reranker was late"

    answer = app.client.get("/v1/search?q=example").json()

    assert (answer["reranked"], answer["degraded"]) == (False, "the reranker was late")


@pytest.mark.parametrize("raw", ["%00", "a%00b", "%ED%A0%80", "%FF%FE", "%1B%5B2J", "%E2%80%AE", "%F0%9F%A6%80" * 500])
def test_no_byte_of_a_query_breaks_an_answer(app: Served, raw: str):
    assert app.client.get(f"/v1/search?q={raw}").status_code in (200, 422)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=st.text(max_size=40), value=st.text(max_size=200))
def test_no_query_string_makes_the_server_fail(app: Served, name: str, value: str):
    for params in ({"q": value}, {"q": "example", name: value}, {"q": "example", "cursor": value}):
        response = app.client.get(
            "/v1/search", params={key: text.encode("utf-8", "replace") for key, text in params.items()}
        )
        assert response.status_code in (200, 422)
