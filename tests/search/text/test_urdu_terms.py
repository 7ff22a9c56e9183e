"""Terms of the law in Urdu have the English words of the records."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.text.urdu_terms import URDU_TERMS, find_urdu_terms


@pytest.mark.parametrize(("urdu", "english"), URDU_TERMS.items())
def test_every_term_is_found_as_a_whole(urdu, english):
    (found,) = find_urdu_terms(f"تمام {urdu} مقدمات")

    assert (found.english, found.start, found.end) == (english, 5, 5 + len(urdu))


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("ضمانت قبل از گرفتاری", ["pre-arrest bail"]),
        ("نيب", ["nab"]),
        ("قتل، چوری", ["murder", "theft"]),
        ("سرکاری", []),
        ("bail", []),
        ("", []),
    ],
)
def test_a_term_is_a_whole_word_and_the_longest(text, english):
    assert [found.english for found in find_urdu_terms(text)] == english


@given(st.text(max_size=200))
def test_terms_lie_inside_the_text(text):
    assert all(0 <= found.start < found.end <= len(text) for found in find_urdu_terms(text))
