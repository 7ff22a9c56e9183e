from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.results.snippets import highlights
from search.text.tokenise import analyse, analyse_spans

WORDS = [
    "bail",
    "Bail",
    "bails",
    "land",
    "acquisition",
    "497(2)",
    "489-F",
    "u/s",
    "W.P.",
    "the",
    "été",
    "ﬁne",
    "12/2023",
]
SPACES = [" ", "\n", "  ", "\t", ", ", " — ", "."]
texts = st.lists(st.sampled_from(WORDS + SPACES) | st.text(max_size=6), max_size=120).map("".join)
queries = st.lists(st.sampled_from(WORDS), max_size=4).map(" ".join)


def marked(text: str, query: str, *, field: str = "orders", width: int = 240) -> list[str]:
    """Return the highlighted words of *text*."""
    return [
        found.text[start:end]
        for found in highlights({field: text}, analyse(query), width=width)
        for start, end in found.spans
    ]


def test_words_are_found_in_any_inflection_and_case():
    assert marked("BAIL granted; the bails of others", "bail") == ["BAIL", "bails"]


def test_offsets_are_code_points_into_the_returned_text():
    text = "🦀 «été» bail 🦀"

    (found,) = highlights({"title": text}, analyse("bail"))

    assert (found.text, found.spans) == (text, ((8, 12),))


def test_a_section_with_its_bracket_is_one_span():
    assert marked("bail u/s 497(2) Cr.P.C.", "497(2)") == ["497(2)"]


def test_a_title_is_shown_whole_however_long():
    title = "Zarak Example versus " + "The State and others " * 50

    (found,) = highlights({"title": title}, analyse("zarak"), width=40)

    assert found.text == title


def test_of_a_long_text_the_window_with_the_most_distinct_words_is_shown():
    text = "bail bail bail " + "filler words here " * 40 + "bail for land acquisition " + "more filler words " * 40

    (found,) = highlights({"judgment": text}, analyse("bail land acquisition"), width=60)

    assert [found.text[start:end] for start, end in found.spans] == ["bail", "land", "acquisition"]
    assert len(found.text) <= 60


def test_of_equal_windows_the_earliest_is_shown():
    text = "first bail here " + "filler words here " * 40 + "second bail there"

    (found,) = highlights({"judgment": text}, analyse("bail"), width=40)

    assert found.text.startswith("first bail")


@pytest.mark.parametrize(("width", "shown"), [(11, "bail x land"), (10, "bail x"), (4, "bail")])
def test_a_cut_text_is_never_wider_than_asked(width: int, shown: str):
    text = "filler " * 30 + "bail x land" + " filler" * 30

    (found,) = highlights({"judgment": text}, analyse("bail land"), width=width)

    assert found.text == shown


def test_words_are_not_cut():
    text = "abcdefghij " * 30 + "bail " + "klmnopqrst " * 30

    (found,) = highlights({"judgment": text}, analyse("bail"), width=61)

    assert set(found.text.split()) == {"abcdefghij", "bail", "klmnopqrst"}
    assert found.text == found.text.strip()


def test_a_field_without_a_word_of_the_query_is_left_out():
    found = highlights({"title": "Zarak Example", "orders": "bail granted", "judgment": ""}, analyse("bail"))

    assert [highlight.field for highlight in found] == ["orders"]


def test_fields_keep_their_order():
    found = highlights({"number": "Bail 1/2099", "title": "bail", "orders": "bail"}, analyse("bail"))

    assert [highlight.field for highlight in found] == ["number", "title", "orders"]


def test_without_terms_nothing_is_highlighted():
    assert highlights({"title": "Zarak Example"}, []) == ()


def test_markup_in_a_text_stays_text():
    text = "<b>bail</b> & <script>"

    (found,) = highlights({"orders": text}, analyse("bail"))

    assert found.text == text


@pytest.mark.parametrize("width", [0, -1])
def test_a_width_must_be_positive(width: int):
    with pytest.raises(ValueError, match="expected 1 or more"):
        highlights({"title": "bail"}, ["bail"], width=width)


@given(text=texts, query=queries, width=st.integers(1, 300), field=st.sampled_from(["title", "number", "orders"]))
def test_spans_lie_in_the_text_apart_and_hold_words_of_the_query(text: str, query: str, width: int, field: str):
    terms = set(analyse(query))
    in_text = {(start, end) for term, start, end in analyse_spans(text) if term in terms}

    for found in highlights({field: text}, terms, width=width):
        assert found.spans
        assert found.text in text
        assert field != "orders" or len(found.text) <= width
        offsets = [offset for start in range(len(text)) if text.startswith(found.text, start) for offset in [start]]
        before = 0
        for start, end in found.spans:
            assert before <= start < end <= len(found.text)
            assert any((start + offset, end + offset) in in_text for offset in offsets)
            before = end


plain_texts = st.lists(st.sampled_from(["bail", "land", "tax", "x", "filler", "longerfiller"]), max_size=80).map(
    " ".join
)


@given(text=plain_texts, width=st.integers(4, 120))
def test_no_other_window_holds_more_distinct_words(text: str, width: int):
    terms = {"bail", "land", "tax"}
    starts = range(max(1, len(text) - width + 1))
    # Cut in the middle of a word, the word is not in the window: a space on both sides tells.
    windows = [f" {text} "[start : start + width + 2] for start in starts]
    best = max(sum(f" {term} " in window for term in terms) for window in windows)

    found = highlights({"orders": text}, terms, width=width)

    assert len(set(found[0].text.split()) & terms if found else ()) == best


@given(text=texts, query=queries)
def test_equal_calls_give_equal_answers(text: str, query: str):
    fields = {"title": text, "orders": text}

    assert highlights(fields, analyse(query)) == highlights(fields, list(reversed(analyse(query))))
