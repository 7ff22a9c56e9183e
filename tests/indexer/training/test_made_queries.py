"""Queries made from one case: every kind it can fill, and the same ones for the same seed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from indexer.training.answers import Answers
from indexer.training.blanks import MadeQuery, query_key
from indexer.training.card import TEMPLATES, card_queries
from indexer.training.lawyers import lawyers_queries
from indexer.training.spellings import canonical, respelled, title_key
from indexer.training.statutes import cited_in
from search.cases import Case, CaseNumber, Document
from tests.tiny_corpus import cases_of

JUDGMENT = (
    "The petitioner seeks a refund of the excise duty that was collected without lawful authority. "
    "It was contended that section 11 of the Sales Tax Act gives him no remedy against the collector. "
    "The question is whether the collector was bound to hear the petitioner before he passed the order."
)


@pytest.fixture
def full() -> Case:
    (case,) = cases_of(1)
    return replace(
        case,
        title="Mst. Zara Mohammad Invented VS Example Board etc",
        short_order="Refund of the excise duty allowed within thirty days",
        advocates_petitioner=("Ch. Zed Hussain",),
        fir_number="12",
        fir_date=date(2021, 2, 3),
        police_station="Example Town",
        offence_sections="406/420 PPC",
        documents=(Document("z.pdf", JUDGMENT, "0" * 64),),
    )


def by_kind(made: list[MadeQuery]) -> dict[str, str]:
    return {query.kind: query.query for query in made}


def test_a_full_case_is_asked_for_in_all_ten_kinds_of_the_card(full):
    made = by_kind(list(card_queries(full, 1)))

    assert list(made) == list(TEMPLATES)
    assert len(TEMPLATES) == 10
    assert made["title_number"] == "Mst. Zara Mohammad Invented VS Example Board etc W.P. 1/2020 Service (SB)"
    assert made["filed_by"] == "Case W.P. 1/2020 Service (SB) filed by Mst. Zara Mohammad Invented"


def test_a_kind_whose_blanks_a_case_cannot_fill_is_left_out(full):
    bare = replace(full, documents=(), offence_sections="", short_order="", hearings=())

    assert {"discusses", "section"} == set(TEMPLATES) - set(by_kind(list(card_queries(bare, 1))))


def test_a_case_whose_title_names_nobody_is_asked_for_by_neither_title_nor_party(full):
    made = by_kind(list(card_queries(replace(full, title=". VS ."), 1)))

    assert not {"title_number", "explain", "filed_by", "why", "relief"} & set(made)


def test_lawyers_ask_in_every_kind_that_a_full_case_has(full):
    kinds = set(by_kind(list(lawyers_queries(full, 1))))

    assert kinds == {
        *("party", "parties", "names", "number", "statute", "fir", "advocate", "judge", "short_order", "issue")
    }


@pytest.mark.parametrize("make", [card_queries, lawyers_queries])
def test_the_same_seed_makes_the_same_queries_and_another_seed_others(make):
    cases = cases_of(12)

    made = [query for case in cases for query in make(case, 5)]

    assert made == [query for case in cases for query in make(case, 5)]
    assert made != [query for case in cases for query in make(case, 6)]


@pytest.mark.parametrize("make", [card_queries, lawyers_queries])
def test_what_is_asked_of_a_case_does_not_hang_on_the_others(make):
    *_, last = cases_of(7)

    assert list(make(last, 5)) == list(make(cases_of(9)[6], 5))


def test_every_query_is_answered_by_the_case_it_was_made_from_and_by_its_keys(full):
    other = replace(cases_of(2)[1], title="Somebody Else VS Nobody Known", judges=full.judges)
    answers = Answers.of([full, other])

    for query in lawyers_queries(full, 3):
        assert full.source_id in answers.relevant(query)
        if query.keys:
            # By the keys alone, not because it was made from this case.
            assert full.source_id in answers.relevant(query._replace(case=other.source_id)), query


@pytest.mark.parametrize(("written", "asked"), [("440", "440"), (" 0440 ", "440"), ("00", None)])
def test_the_number_of_an_fir_loses_the_noughts_before_it_alone(full, written, asked):
    case = replace(full, fir_number=written)
    firs = [query for query in lawyers_queries(case, 3) if query.kind == "fir"]

    assert [asked in query_key(query.query).replace("/", " ").split() for query in firs] == [True] * bool(asked)
    assert all(case.source_id in Answers.of([case]).by_key[f"fir:{asked}"] for _ in firs)


def test_another_case_with_the_same_advocate_answers_too(full):
    other = replace(
        cases_of(2)[1], title="Somebody Else VS Nobody Known", advocates_respondent=("Chaudhry Zed Hussein",)
    )
    (query,) = [query for query in lawyers_queries(full, 3) if query.kind == "advocate"]

    assert Answers.of([full, other]).relevant(query) == {full.source_id, other.source_id}


def test_a_namesake_and_a_case_that_holds_the_same_words_are_doubtful(full):
    namesake = replace(cases_of(2)[1], title="Example Board VS Zara Muhammad Invented", documents=(), hearings=())
    echo = replace(cases_of(3)[2], title="Somebody Else VS Nobody Known", documents=full.documents[:0], hearings=())
    echo = replace(echo, documents=(Document("y.pdf", JUDGMENT + " Allowed.", "1" * 64),))
    query = MadeQuery("refund of duty", "issue", full.source_id, phrase="a refund of the excise duty")

    doubtful = Answers.of([full, namesake, echo]).doubtful(query)

    assert doubtful == {namesake.source_id, echo.source_id}


def test_two_writings_of_one_name_are_one_and_two_names_are_two():
    assert canonical("Mst. Zara Mohd. Hussein etc") == canonical("zara MUHAMMAD hussain and others")
    assert canonical("Zara Invented through her attorney") == "zara invented"
    assert canonical("Zara Invented") != canonical("Sara Invented")


def test_a_title_is_the_same_in_either_order():
    assert title_key("Zed Mohammad VS The State etc") == title_key("State versus Zed Muhammad")
    assert title_key(". VS .") == ""


def test_a_respelled_name_is_still_the_same_name():
    import random

    written = {respelled("Mr. Muhammad Hussain Chaudhry", random.Random(seed)) for seed in range(20)}

    assert len(written) > 5
    assert {canonical(name) for name in written} == {canonical("Muhammad Hussain Chaudhry")}


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("FIR No. 1 U/s 324, 337-F(vi), 34 PPC", ["324 ppc", "337f(vi) ppc", "34 ppc"]),
        ("506/509/354 PPC", ["506 ppc", "509 ppc", "354 ppc"]),
        ("bail under section 497(2) of the Code of Criminal Procedure", ["497(2) crpc"]),
        ("Article 199 of the Constitution of Islamic Republic of Pakistan", ["199 constitution"]),
        ("W.P. 12/2024 in the year 2023", []),
    ],
)
def test_sections_are_found_with_their_act(text, keys):
    assert [cited.key for cited in cited_in(text)] == keys


def test_case_numbers_are_no_part_of_a_query_key():
    assert query_key("  W.P.  12/2024, (SB)?") == query_key("w p 12 2024 sb")


def test_a_number_is_asked_for_in_short_and_answered_by_its_namesakes():
    first, second = cases_of(2)
    number = CaseNumber("WP", 1, 2020, "Tax", "SB")
    namesake = replace(second, number=number, title="Somebody Else VS Nobody Known")
    (query,) = [query for query in lawyers_queries(first, 1) if query.kind == "number"]

    wanted = {first.source_id} if "service" in query.query else {first.source_id, namesake.source_id}

    assert Answers.of([first, namesake]).relevant(query) == wanted
