"""Names by the beginnings of their words: found as a slow and obvious scan finds them, and marked where typed."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from search.retrieval.name_index import Name, NameIndex, spans_of, tokens, words_of

WORDS = ("zarak", "zara", "babar", "babbar", "sattar", "s", "saad", "example", "muhammad", "mirza")
typed = st.lists(st.text("zarbmsuh", min_size=1, max_size=4), min_size=1, max_size=3)
written = st.lists(st.tuples(st.lists(st.sampled_from(WORDS), min_size=1, max_size=4), st.integers(1, 4)), max_size=12)


def index_of(*names: tuple[str, int]) -> NameIndex:
    return NameIndex([Name(text, words_of(text), cases) for text, cases in names])


def found(index: NameIndex, text: str, limit: int = 10) -> list[str]:
    return [index.text(place) for place in index.find(words_of(text), limit=limit)]


def marked(text: str, name: str) -> list[str]:
    return [name[start:end] for start, end in spans_of(words_of(text), name)]


def is_meant(words: list[str], name: tuple[str, ...]) -> bool:
    """Whether each typed word can have a word of its own in the name: by trying every way."""
    ways = itertools.permutations(name, len(words))
    return any(all(own.startswith(word) for word, own in zip(words, way, strict=True)) for way in ways)


def begins(words: list[str], name: tuple[str, ...]) -> bool:
    return len(words) <= len(name) and all(own.startswith(word) for word, own in zip(words, name, strict=False))


def test_every_word_may_be_the_one_that_is_typed():
    index = index_of(("Zarak Babar Sattar", 1), ("Babar Example", 1))

    assert found(index, "babar s") == ["Zarak Babar Sattar"]
    assert found(index, "s zar") == ["Zarak Babar Sattar"]


def test_one_word_of_a_name_does_not_answer_two_typed_ones():
    index = index_of(("Muhammad Zarak", 9), ("Muhammad Mirza", 1))

    assert found(index, "muhammad m") == ["Muhammad Mirza"]


def test_most_cases_come_first_then_names_that_begin_so_then_the_alphabet():
    index = index_of(("Zarak Babar", 1), ("Babar Zulu", 1), ("Babar Alpha", 1), ("Mirza Babar", 2))

    assert found(index, "bab") == ["Mirza Babar", "Babar Alpha", "Babar Zulu", "Zarak Babar"]
    assert found(index, "bab", limit=3) == ["Mirza Babar", "Babar Alpha", "Babar Zulu"]


def test_another_spelling_is_found_behind_the_one_that_is_typed():
    index = index_of(("Muhammad Zarak", 50), ("Mohd Zarak", 1), ("Mohsin Zarak", 3))

    assert found(index, "mohd zar") == ["Mohd Zarak", "Muhammad Zarak"]


def test_dots_and_hyphens_inside_a_word_are_not_asked_for():
    index = index_of(("S.M. Zarak", 1), ("M/s Example Traders", 1))

    assert found(index, "sm z") == found(index, "s.m. z") == ["S.M. Zarak"]
    assert found(index, "m/s ex") == found(index, "ms ex") == ["M/s Example Traders"]
    assert words_of("489-F Cr.P.C.") == ("489f", "crpc")


def test_nothing_is_found_of_nothing():
    assert found(index_of(), "zarak") == []
    assert found(index_of(("Zarak", 1)), "") == []


def test_marks_are_what_is_typed_and_other_spellings_are_marked_whole():
    assert marked("bab za", "Zarak Babar") == ["Za", "Bab"]
    assert marked("mohd m", "Mirza Muhammad") == ["M", "Muhammad"]
    assert marked("489f", "PPC s 489-F") == ["489-F"]
    assert marked("4", "PPC s 4-C") == ["4"]
    assert marked("emi", "É\u0301mile Example") == ["É\u0301mi"]


@given(written, typed, st.integers(1, 5))
def test_the_index_agrees_with_a_scan(names: list[tuple[list[str], int]], words: list[str], limit: int):
    unique = {tuple(words): cases for words, cases in names}
    index = NameIndex([Name(" ".join(words), words, cases) for words, cases in unique.items()])
    # Other spellings come behind all of these.
    wanted = sorted(
        (name for name in unique if is_meant(words, name)),
        key=lambda name: (-unique[name], not begins(words, name), name),
    )

    assert [index.text(place) for place in index.find(words, limit=limit)][: len(wanted)] == [
        " ".join(name) for name in wanted[:limit]
    ]


@given(st.text(max_size=60), st.text(max_size=60))
def test_marks_lie_inside_the_text_in_order(text: str, name: str):
    spans = spans_of(words_of(text), name)

    assert all(0 <= start < end <= len(name) for start, end in spans)
    assert all(left[1] <= right[0] for left, right in itertools.pairwise(spans))


@given(st.text(max_size=200))
def test_tokens_hold_their_place(text: str):
    for token in tokens(text):
        assert words_of(text[token.start : token.end]) == (token.word,)
