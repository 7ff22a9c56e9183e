"""Passages cover a judgment, and nothing of a case is said twice."""

from __future__ import annotations

import datetime
import itertools
from dataclasses import replace

from search.cases import Case, Document, Hearing
from search.text.passages import PASSAGE_OVERLAP, PASSAGE_WORDS, court_words, dense_passages_of, passages_of

BARE = Case(id="a", source_id="a", title="Example One VS Example Two", number_text="W.P. 1/2024 (SB)")


def document(text: str) -> Document:
    return Document("invented.pdf", text, "0")


def test_a_case_without_text_has_no_passage_but_one_line_for_the_encoder():
    assert passages_of(BARE) == []
    assert dense_passages_of(BARE) == ["Example One VS Example Two. W.P. 1/2024 (SB)"]


def test_passages_overlap_and_cover_every_word():
    words = [f"w{number}" for number in range(400)]
    passages = [passage.split() for passage in passages_of(replace(BARE, documents=(document(" ".join(words)),)))]

    assert all(len(passage) <= PASSAGE_WORDS for passage in passages)
    assert all(left[-PASSAGE_OVERLAP:] == right[:PASSAGE_OVERLAP] for left, right in itertools.pairwise(passages))
    assert list(dict.fromkeys(word for passage in passages for word in passage)) == words


def test_the_courts_words_are_latest_first_and_never_repeated():
    hearings = (
        Hearing(date=datetime.date(2024, 1, 1), short_order="Notice"),
        Hearing(date=datetime.date(2024, 3, 1), short_order="Allowed"),
        Hearing(date=datetime.date(2024, 2, 1), short_order="Notice"),
    )

    assert court_words(replace(BARE, short_order="Allowed", hearings=hearings)) == ["Allowed", "Notice"]
