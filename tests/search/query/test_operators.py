"""Words in capitals are operators where somebody joins by them, and words elsewhere."""

from __future__ import annotations

import pytest

from search.query.joined import joined
from search.query.operators import MINUS_WORDS, PROSE_WORDS, settled
from search.query.tokens import tokens_of


def kinds(text: str) -> list[str]:
    return [token.kind for token in settled(tokens_of(text)).tokens]


@pytest.mark.parametrize(
    "text",
    [
        "bail murder",
        "(bail)",
        "bail -302",
        "BAIL -MURDER",
        "RENT NOT PAID",
        "Khan -v- State",
        "plea of NOT guilty",
        "BAIL AND MURDER",
        "Example Board AND others",
        "A (B AND C) VS D",
    ],
)
def test_plain_words_have_no_operators(text):
    assert kinds(text) == []


def test_a_word_joins_in_a_query_that_is_not_all_in_capitals():
    assert kinds("bail AND murder") == ["word", "and", "word"]


@pytest.mark.parametrize("text", ['BAIL AND "MURDER"', "BAIL AND judge:EXAMPLE", "(BAIL AND MURDER)"])
def test_a_phrase_a_field_or_brackets_show_that_an_operator_is_meant(text):
    assert "and" in kinds(text)


@pytest.mark.parametrize(
    ("text", "operator"),
    [("ICA NOT CDA", "not"), ("ICA OR RFA", "or"), ("ICA -CDA", "minus"), ("IESCO NOT NEPRA", "not")],
)
def test_capitals_of_abbreviations_alone_are_not_those_of_a_text(text, operator):
    assert kinds(text) == ["word", operator, "word"]


@pytest.mark.parametrize(
    "text", ["NOT W.P. 1/2024", "302 PPC AND 34 PPC", "2019 SCMR 326 NOT 302 PPC", "ICA NOT WP 9/2024"]
)
def test_capitals_of_numbers_references_and_types_are_not_those_of_a_text(text):
    tokens = settled(joined(text, tokens_of(text), ("ICA", "WP"))).tokens

    assert {"not", "and"} & {token.kind for token in tokens}


def test_a_long_sentence_has_no_operators():
    words = " word" * PROSE_WORDS

    assert kinds(f"bail AND{words}") != []
    assert kinds(f"bail AND{words} word") == []


@pytest.mark.parametrize("text", ["bail -murder", "-(bail)", "bail && murder", "bail | murder"])
def test_signs_are_operators(text):
    assert kinds(text) != []


def test_a_heading_in_a_long_text_is_no_field():
    assert kinds("section: 302") == kinds("number: 12/2023") == ["field", "word"]
    assert kinds("section: bail" + " word" * PROSE_WORDS) == []
    assert "field" in kinds("title:bail" + " word" * PROSE_WORDS)


def test_with_a_blank_behind_it_a_heading_is_no_field():
    assert kinds("title: bail") == kinds("Subject: bail application") == []
    assert kinds('title: "bail"') == ["field", "leaf"]
    assert kinds("NOT title: bail") == ["not", "field", "word"]


def test_a_minus_asks_in_a_short_query_and_at_the_beginning_of_any():
    words = " word" * MINUS_WORDS

    assert kinds("bail -murder") == kinds("Justice Example -murder")[1:] == ["word", "minus", "word"]
    assert kinds(f"bail{words} -murder") == kinds("Khan vs State -murder") == []
    assert kinds(f"-murder{words}")[0] == "minus"
    assert "minus" in kinds(f'bail{words} -"murder"')


def test_not_denies_in_a_sentence_and_leaves_out_elsewhere():
    assert settled(tokens_of("was NOT arrested")).notes != ()
    assert kinds("bail NOT arrested") == ["word", "not", "word"]
    assert kinds("bail NOT (guilty)") == ["word", "not", "open", "word", "close"]
    assert kinds('"bail" NOT guilty of murder') == ["leaf", "not", "word", "word", "word"]


def test_what_is_all_in_capitals_or_long_needs_no_note():
    assert settled(tokens_of("WAS NOT ARRESTED")).notes == ()
    assert settled(tokens_of("note:bail" + " word" * PROSE_WORDS)).notes == ()


def test_brackets_with_nothing_to_hold_together_are_left_out():
    assert kinds('"same pay" (SB)') == ["leaf", "word"]
    assert kinds('"same pay" -(SB)') == ["leaf", "minus", "open", "word", "close"]
