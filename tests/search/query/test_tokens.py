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


@pytest.mark.parametrize(
    ("text", "value", "rest"),
    [
        ("judge:Justice Zarak Example", "Zarak", ["Example"]),
        ("judge:Mr. Justice Zarak tax", "Zarak", ["tax"]),
        ("judge:Hon'ble Mr. Justice Zarak", "Zarak", []),
        ("JUDGE:the Hon’ble Zarak", "Zarak", []),
        ("judge:جسٹس زرک", "زرک", []),
        ('judge:Justice "Zarak Example" tax', '"Zarak Example"', ["tax"]),
        ("judge:Mr. Zar*", "Zar", []),
        ("judge:Ms. (Zarak OR Example)", "(", ["Zarak", "OR", "Example", ")"]),
        ("advocate:Mr. Zarak Example", "Zarak", ["Example"]),
        ("advocate:Adv. Zarak", "Zarak", []),
        ("advocate:Barrister Dr. Zarak", "Zarak", []),
        ("advocate:Advocate General", "Advocate", ["General"]),
        ("judge:Adv. Zarak", "Adv", ["Zarak"]),
        ("judge:Chief Justice Zarak", "Chief", ["Justice", "Zarak"]),
        ("judge:Justice", "Justice", []),
        ("judge:Justice, tax", "Justice", ["tax"]),
        ("judge:Justice AND tax", "Justice", ["AND", "tax"]),
        ("judge:Justice -tax", "Justice", ["-", "tax"]),
        ("judge:Justice status:pending", "Justice", ["status", "pending"]),
        ("title:Mr. Zarak", "Mr", ["Zarak"]),
    ],
)
def test_the_titles_of_a_person_are_no_value_of_a_field(text, value, rest):
    field, *others = tokens_of(text)

    assert field.kind == "field"
    assert [token.text for token in others] == [value, *rest]


def test_titles_are_no_words_to_rank_by():
    (field, name) = tokens_of("judge:Mr. Justice Zarak")

    assert field.marks == ((0, name.start),)


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
