"""The text a model reads: ten parts in the card's order, nothing twice."""

from __future__ import annotations

from search.cases import Case, Document, Hearing, Profile
from search.reranking.pairs import candidate_text, head_of, query_text, tail_of

BARE = {"id": "a", "source_id": "a", "title": "A VS B", "number_text": "W.P. 1/2024 (SB)", "court": "Example Court"}


def test_absent_parts_are_left_out():
    assert head_of(Case(**BARE)) == "Candidate: Title: A VS B | Number: W.P. 1/2024 (SB) | Court: Example Court"
    assert tail_of(Case(**BARE)) == ""
    assert query_text("bail") == "Query: bail"


def test_all_ten_parts_stand_in_the_order_of_the_card():
    profile = Profile(
        summary="sum", abstract="abs", subjects=("s1",), sections=("sec",), abstract_sentences=("one more.",)
    )
    case = Case(**BARE, status="Decided", bench="Judge One", profile=profile)
    text = candidate_text(head_of(case), "", tail_of(case))
    parts = [
        "Title",
        "Number",
        "Court",
        "Status",
        "Bench",
        "Summary",
        "Abstract",
        "Subjects",
        "Sections",
        "Abstract sentences",
    ]

    places = [text.index(f"{part}:") for part in parts]
    assert places == sorted(places)


def test_without_a_summary_the_courts_words_and_then_the_passage_take_its_place():
    case = Case(**BARE, short_order="Allowed", hearings=(Hearing(short_order="Allowed"), Hearing(short_order="Notice")))

    assert head_of(case).endswith(" | Summary: Allowed Notice")


def test_a_passage_without_words_of_the_court_is_the_summary():
    case = Case(**BARE, documents=(Document("x.pdf", "text", "0"),))

    assert candidate_text(head_of(case), "the passage", tail_of(case)).endswith(" | Summary: the passage")


def test_what_the_summary_says_the_abstract_does_not_repeat():
    case = Case(**BARE, profile=Profile("long summary", "summary", abstract_sentences=("summary",)))

    assert tail_of(case) == ""
