"""The engine: order, totals, paging and what happens when a stage is missing, late or broken."""

from __future__ import annotations

import time
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from search.errors import GenerationGone, InvalidRequest, ModelError
from search.opening import open_engine
from search.query.request import SearchRequest
from search.reranking.weighing import load_weighing
from search.settings import Settings
from search.text.normalise import fold
from search.text.passages import passages_of
from search.types import Filters
from tests.tiny_corpus import HashEncoder, WholeReader


class Reversing(WholeReader):
    """A reranker that likes least what comes first."""

    digest = "reversing"

    def __init__(self) -> None:
        self.seen: list[int] = []

    def score(self, query, candidates, *, deadline=None):
        self.seen = [candidate.doc_id for candidate in candidates]
        return np.arange(len(candidates), dtype=np.float32) * 100


class Late(Reversing):
    def score(self, query, candidates, *, deadline=None):
        raise TimeoutError


class Shapeless(Reversing):
    def score(self, query, candidates, *, deadline=None):
        return np.full(len(candidates), np.nan, dtype=np.float32)


class Broken(Reversing):
    def score(self, query, candidates, *, deadline=None):
        raise RuntimeError("secret words of a record")


def ids(response) -> list[str]:
    return [hit.source_id for hit in response.results]


def all_pages(engine, request: dict, limit: int) -> list[str]:
    found, cursor = [], None
    while True:
        answer = engine.search(SearchRequest(**request, limit=limit, cursor=cursor))
        found += ids(answer)
        cursor = answer.next_cursor
        if cursor is None:
            return found


def test_an_exact_number_is_first_and_the_answer_needs_no_reranker(engine_with, cases):
    engine = engine_with(Reversing())
    for case in cases:
        answer = engine.search(SearchRequest(q=case.number_text, limit=3))
        assert ids(answer)[0] == case.source_id
        assert answer.results[0].exact
        assert not answer.reranked
        assert answer.degraded is None


@pytest.mark.parametrize("query", ["  8/2023", "\t8/2023 ", "  W.P. 8/2023\n"])
def test_blanks_around_a_number_leave_it_all_that_is_asked_for(engine_with, query):
    answer = engine_with(Reversing()).search(SearchRequest(q=query))

    assert (ids(answer)[0], answer.results[0].exact, answer.reranked) == ("source-7", True, False)


def test_a_number_inside_a_sentence_is_pinned_above_what_the_reranker_prefers(engine_with):
    answer = engine_with(Reversing()).search(SearchRequest(q="what was ordered in W.P. 8/2023 about promotion"))

    assert ids(answer)[0] == "source-7"
    assert answer.reranked


@pytest.mark.parametrize("places", [(0, 4), (4, 0), (8, 0, 4)])
def test_several_numbers_stand_in_the_order_asked(engine, cases, places):
    serials = ", ".join(str(cases[place].number.serial) for place in places)
    answer = engine.search(SearchRequest(q=f"W.P. Nos. {serials} of 2020"))

    assert [result.id for result in answer.results[: len(places)]] == [cases[place].id for place in places]
    assert all(result.exact for result in answer.results[: len(places)])
    assert [entity.effect for entity in answer.understood.entities] == ["first"] * len(places)


@pytest.mark.parametrize("mode", ["hybrid", "lexical", "dense"])
def test_an_exact_number_is_first_in_every_mode(engine, mode):
    assert ids(engine.search(SearchRequest(q="wp 8/2023", mode=mode)))[0] == "source-7"


def test_the_reranker_reads_only_the_head(engine_with):
    reranker = Reversing()
    engine = engine_with(reranker, rerank_depth=4)
    plain = engine.search(SearchRequest(q="promotion", rerank=False, limit=20))
    reranked = engine.search(SearchRequest(q="promotion", limit=20))

    assert len(reranker.seen) == 4
    assert sorted(ids(reranked)[:4]) == sorted(ids(plain)[:4])
    assert ids(reranked)[4:] == ids(plain)[4:]
    assert all(hit.probability is not None for hit in reranked.results[:4])
    assert all(hit.probability is None for hit in reranked.results[4:])


@pytest.mark.parametrize(
    ("reranker", "reason"),
    [
        (Late(), "did not finish"),
        (Broken(), "failed (RuntimeError)"),
        (Shapeless(), "set IHC_SEARCH_RERANKER to another"),
    ],
)
def test_without_a_reading_the_fused_order_goes_out_and_says_so(engine_with, reranker, reason):
    engine = engine_with(reranker)
    plain = engine.search(SearchRequest(q="promotion of a petitioner", rerank=False))
    answer = engine.search(SearchRequest(q="promotion of a petitioner"))

    assert ids(answer) == ids(plain)
    assert not answer.reranked
    assert reason in answer.degraded
    assert answer.not_reranked == answer.degraded
    assert "secret" not in answer.degraded
    assert plain.degraded is None


@pytest.mark.parametrize(
    ("asked", "reason"),
    [
        ({"q": "promotion", "rerank": False}, "the request leaves the reranker out"),
        ({"q": "promotion", "sort": "newest"}, "the results are in the order of their dates"),
        ({"q": "W.P. 8/2023"}, "the query is the number of a case, and that comes first"),
    ],
)
def test_an_answer_that_needs_no_reading_says_why(engine_with, asked, reason):
    answer = engine_with(Reversing()).search(SearchRequest(**asked))

    assert (answer.reranked, answer.not_reranked, answer.degraded) == (False, reason, None)


def test_no_reranker_is_a_choice_on_every_page(engine_with):
    engine = engine_with(None)
    first = engine.search(SearchRequest(q="promotion", limit=3))
    second = engine.search(SearchRequest(q="promotion", limit=3, cursor=first.next_cursor))

    assert {answer.degraded for answer in (first, second)} == {None}
    assert all("no reranker is set" in answer.not_reranked for answer in (first, second))


def test_an_answer_tells_how_much_of_each_case_was_read(engine_with, cases):
    answer = engine_with(Reversing(), rerank_depth=4).search(SearchRequest(q="promotion of a petitioner", limit=20))
    known = {case.source_id: case for case in cases}

    for hit in answer.results[:4]:
        assert hit.read.of_passages == len(passages_of(known[hit.source_id]))
        assert 0 < hit.read.tokens <= hit.read.of_tokens
        assert all(1 <= place <= hit.read.of_passages for place in hit.read.passages)
        assert bool(hit.read.passages) == bool(hit.read.of_passages)
    assert {hit.read for hit in answer.results[4:]} == {None}


@pytest.mark.parametrize(("mark", "told"), [(0.0, False), (1.1, True)])
def test_where_no_case_is_likely_enough_the_answer_says_so_and_still_has_results(engine_with, mark, told):
    engine = engine_with(Reversing())
    weighing = engine.second_stage.weighing
    stricter = replace(weighing, chance=replace(weighing.chance, no_match_below=mark))
    engine = replace(engine, second_stage=replace(engine.second_stage, weighing=stricter))
    answer = engine.search(SearchRequest(q="promotion of a petitioner"))

    assert answer.no_good_match is told
    assert answer.results
    assert engine.search(SearchRequest(q="promotion", rerank=False)).no_good_match is None
    assert engine.search(SearchRequest(q="what was ordered in W.P. 8/2023 about promotion")).no_good_match is False


def test_the_deadline_is_handed_to_the_reranker(engine_with):
    class Waiting(Reversing):
        def score(self, query, candidates, *, deadline=None):
            self.deadline = deadline
            return super().score(query, candidates)

    reranker = Waiting()
    engine_with(reranker, deadline_ms=3000).search(SearchRequest(q="promotion"))
    assert reranker.deadline == pytest.approx(time.monotonic() + 3, abs=2)
    engine_with(reranker, deadline_ms=0).search(SearchRequest(q="promotion"))
    assert reranker.deadline is None


@pytest.mark.parametrize("sort", ["relevance", "newest", "oldest"])
@pytest.mark.parametrize("limit", [1, 7, 100])
def test_pages_together_are_the_whole_list_without_repeats(engine, sort, limit):
    request = {"q": "invented promotion bail", "sort": sort}
    found = all_pages(engine, request, limit)

    assert len(found) == len(set(found))
    assert found == all_pages(engine, request, 100)
    assert len(found) >= engine.search(SearchRequest(**request)).total


def test_total_counts_the_cases_with_a_word_of_the_query(engine, cases):
    answer = engine.search(SearchRequest(q="bail", limit=100))
    by_words = [hit for hit in answer.results if not hit.by_meaning_alone]

    assert answer.total == len(by_words) == sum("bail" in f"{case.hearings} {case.documents}" for case in cases)


def test_sorting_by_date_puts_unknown_dates_last(engine):
    dates = [
        hit.institution_date for hit in engine.search(SearchRequest(q="invented", sort="newest", limit=100)).results
    ]
    known = [date for date in dates if date]

    assert known == sorted(known, reverse=True)
    assert dates[: len(known)] == known


def test_cases_of_the_type_that_a_query_names_are_candidates(engine, cases):
    named = engine.search(SearchRequest(q="writ petition about an audit", limit=100))
    unnamed = engine.search(SearchRequest(q="petition about an audit", limit=100))

    assert [hit.source_id for hit in named.results if "case type" in hit.stages.ranks].count("source-0") == 1
    assert sum("case type" in hit.stages.ranks for hit in named.results) == len(cases)
    assert not any("case type" in hit.stages.ranks for hit in unnamed.results)


def test_filters_leave_out_what_they_should_in_every_stage(engine, cases):
    filters = Filters(status=("pending",), year_from=2021)
    for mode in ("hybrid", "lexical", "dense"):
        answer = engine.search(SearchRequest(q="invented promotion", mode=mode, filters=filters, limit=100))
        wanted = {case.source_id for case in cases if case.status == "Pending" and case.number.year >= 2021}
        assert set(ids(answer)) == wanted
        assert answer.total == len(wanted)


@pytest.mark.parametrize(
    ("filters", "parameter"),
    [
        (Filters(status=("Pendng",)), "status"),
        (Filters(judge=("Judge Onne",)), "judge"),
        (Filters(year_from=2024, year_to=2020), "year_from"),
    ],
)
def test_an_unknown_value_names_the_parameter(engine, filters, parameter):
    with pytest.raises(InvalidRequest) as raised:
        engine.search(SearchRequest(q="bail", filters=filters))
    assert raised.value.parameter == parameter


def test_an_unknown_value_names_the_nearest_known_one(engine):
    with pytest.raises(InvalidRequest, match="did you mean 'Pending'"):
        engine.search(SearchRequest(q="bail", filters=Filters(status=("Pendng",))))


def test_a_cursor_of_another_ranking_is_gone(engine_with):
    cursor = engine_with().search(SearchRequest(q="bail", limit=1)).next_cursor

    with pytest.raises(GenerationGone):
        engine_with(Reversing()).search(SearchRequest(q="bail", limit=1, cursor=cursor))


def test_an_encoder_that_did_not_make_the_snapshot_is_refused(snapshot):
    encoder = HashEncoder()
    encoder.digest = "f" * 64

    with pytest.raises(ModelError, match="ihc-search reindex"):
        open_engine(snapshot, encoder=encoder, reranker=None, weighing=load_weighing(), settings=Settings())


def test_an_answer_tells_where_each_stage_had_a_case(engine):
    hit = engine.search(SearchRequest(q="promotion", rerank=False)).results[0]

    assert hit.stages.ranks["fused"] == 1
    assert {"lexical", "fused"} <= set(hit.stages.scores)


@given(q=st.text(min_size=1, max_size=60).filter(lambda text: any(map(str.isalnum, fold(text)))))
@hypothesis_settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_gets_an_answer(engine, q):
    answer = engine.search(SearchRequest(q=q, limit=5))

    assert [hit.rank for hit in answer.results] == list(range(1, len(answer.results) + 1))
    for hit in answer.results:
        for highlight in hit.highlights:
            assert all(0 <= start < end <= len(highlight.text) for start, end in highlight.spans)


def test_the_next_page_of_a_late_answer_goes_on_in_its_order(engine_with):
    class Hesitant(Reversing):
        calls = 0

        def score(self, query, candidates, *, deadline=None):
            self.calls += 1
            if self.calls == 1:
                raise TimeoutError
            return super().score(query, candidates)

    engine = engine_with(Hesitant())

    assert all_pages(engine, {"q": "promotion"}, 3) == all_pages(engine, {"q": "promotion", "rerank": False}, 3)


def test_the_next_page_of_a_reranked_answer_has_no_deadline(engine_with):
    class Impatient(Reversing):
        def score(self, query, candidates, *, deadline=None):
            self.deadlines = [*getattr(self, "deadlines", []), deadline]
            return super().score(query, candidates)

    reranker = Impatient()
    engine = engine_with(reranker, deadline_ms=5000)
    found = all_pages(engine, {"q": "promotion"}, 30)

    assert len(found) == len(set(found))
    assert reranker.deadlines[0] is not None
    assert set(reranker.deadlines[1:]) == {None}


@pytest.mark.parametrize(
    ("query", "is_meant"),
    [
        ("year:2021", lambda case: case.number.year == 2021),
        ("pending cases", lambda case: case.status == "Pending"),
        ("show me all cases", lambda case: True),
        ("NOT status:pending", lambda case: case.status != "Pending"),
        ("cases 2021..2022", lambda case: 2021 <= case.number.year <= 2022),
        ("writ petitions", lambda case: True),
        ("W.P. 2021", lambda case: case.number.year == 2021),
        ("decided writ petitions in Islamabad High Court", lambda case: case.status == "Decided"),
    ],
)
def test_a_query_that_only_filters_lists_all_that_pass_newest_first(engine, cases, query, is_meant):
    answer = engine.search(SearchRequest(q=query, limit=100))
    dates = [hit.institution_date for hit in answer.results if hit.institution_date]

    assert {hit.id for hit in answer.results} == {case.id for case in cases if is_meant(case)}
    assert answer.total == len(answer.results)
    assert dates == sorted(dates, reverse=True)


@pytest.mark.parametrize("name", ["WP", "W.P.s", "writ petition", "Writ Petitions"])
def test_a_case_type_beside_operators_is_that_type_in_any_spelling(engine, name):
    of_type = engine.search(SearchRequest(q=f"{name} AND promotion", limit=100))
    words = engine.search(SearchRequest(q='"promotion"', limit=100))
    left_out = engine.search(SearchRequest(q=f"promotion NOT {name}"))

    assert {hit.id for hit in of_type.results} == {hit.id for hit in words.results} != set()
    assert of_type.understood.problems == ()
    assert left_out.total == 0


def test_words_that_say_nothing_are_still_searched_for(engine):
    assert engine.search(SearchRequest(q="the only", mode="lexical")).total == 0


def test_plain_words_beside_a_phrase_rank_and_do_not_restrict(engine, cases):
    plain = engine.search(SearchRequest(q='"Alpha Invented-3"', limit=100))
    more = engine.search(SearchRequest(q='"Alpha Invented-3" nowhere', limit=100))

    assert [hit.id for hit in more.results] == [hit.id for hit in plain.results] == [cases[3].id]


def test_an_unknown_value_in_a_field_is_told(engine):
    answer = engine.search(SearchRequest(q="judge:nobody board"))

    assert answer.total == 0
    assert "judge:nobody" in answer.understood.problems[0]


@pytest.mark.parametrize(
    "query",
    [
        '"wp 1/2020"',
        "wp 1/2020 NOT nowhere",
        "wp 1/2020 AND judge:two",
        'number:"W.P. No. 1 of 2020"',
        "number:wp 1/2020",
    ],
)
def test_a_case_number_among_operators_keeps_its_case_first(engine, query):
    answer = engine.search(SearchRequest(q=query, mode="lexical", rerank=False))

    assert [(hit.source_id, hit.exact) for hit in answer.results] == [("source-0", True)]


def test_a_case_that_the_operators_leave_out_is_told(engine):
    answer = engine.search(SearchRequest(q="wp 2/2021 AND judge:two", mode="lexical", rerank=False))

    assert (answer.total, answer.absent) == (0, ())
    assert answer.understood.problems == (
        "WP 2/2021 is here, and what AND, NOT, phrases or fields ask for leaves it out",
    )


@pytest.mark.parametrize("query", ["NOT wp 2/2021", "-wp 2/2021", "wp 1/2020 NOT wp 2/2021", "audit -wp 2/2021"])
def test_a_number_that_is_to_be_left_out_is_not_told_to_be(engine, query):
    answer = engine.search(SearchRequest(q=query, mode="lexical", rerank=False))

    assert answer.absent == ()
    assert "source-1" not in ids(answer)
    assert not any("2/2021" in problem for problem in answer.understood.problems)
    assert [entity.value for entity in answer.understood.entities if entity.kind == "case number"] == (
        ["WP 1/2020"] if "1/2020" in query else []
    )


def test_a_filter_leaves_a_number_out_and_the_operators_do_not(engine):
    request = SearchRequest(
        q="wp 2/2021 NOT nowhere", mode="lexical", rerank=False, filters=Filters(judge=("Judge Two",))
    )

    assert [each.left_out_by_filters for each in engine.search(request).absent] == [True]


def test_a_part_of_the_query_that_no_case_has_is_told(engine):
    answer = engine.search(SearchRequest(q='"same pay" AND petitioner', mode="lexical", rerank=False))

    assert answer.understood.problems == ('no case here holds the phrase "same pay"',)
