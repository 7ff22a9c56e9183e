"""A query falls into words, phrases, fields, brackets and marks, each at its place."""

from __future__ import annotations

import pytest

from search.query.tokens import Misuse, tokens_of


def kinds(text: str) -> list[tuple[str, str]]:
    return [(token.kind, token.text) for token in tokens_of(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  bail, 497(2). ", [("word", "bail"), ("word", "497(2)")]),
        ("- & ...", []),
        ("(W.P.)", [("open", "("), ("word", "W.P."), ("close", ")")]),
        ('"pre-arrest bail"~5', [("leaf", '"pre-arrest bail"~5')]),
        ("constitut*,", [("leaf", "constitut")]),
        ("AND or NOT", [("and", "AND"), ("word", "or"), ("not", "NOT")]),
        ("title:x judge: y", [("field", "title"), ("word", "x"), ("field", "judge"), ("word", "y")]),
        ("judge: AND-x heading: y", [("field", "judge"), ("word", "AND-x"), ("word", "heading"), ("word", "y")]),
        ("a && b||c & d", [("word", "a"), ("and", "&&"), ("word", "b"), ("or", "||"), ("word", "c"), ("word", "d")]),
        ("year:>=2020, bail", [("years", "year"), ("word", "bail")]),
        ("-bail anti-bail", [("minus", "-"), ("word", "bail"), ("word", "anti-bail")]),
    ],
)
def test_every_piece_has_its_kind(text, expected):
    assert kinds(text) == expected


def test_marks_are_what_is_no_word_to_rank_by():
    text = 'title:"tax refund"~3'
    marks = [span for token in tokens_of(text) for span in token.marks]

    assert [text[slice(*span)] for span in marks] == ["title:", '"', '"~3']


@pytest.mark.parametrize("text", ['"bail', '6" pipe', '""', "jugde:Example", "year:soon", "ab*", "title:NOT x"])
def test_wrong_use_is_refused(text):
    with pytest.raises(Misuse, match=r"at character [12]"):
        tokens_of(text)


def test_a_word_that_looks_like_a_field_or_an_operator_has_a_note():
    assert [bool(token.note) for token in tokens_of("note:x w/5 near NEAR https://example.org x")] == [
        *(True, True, False, True, False, False)
    ]
