from __future__ import annotations

import base64
import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.errors import GenerationGone, InvalidRequest
from search.results.cursor import CURSOR_LENGTH_MAX, Cursor, decode, encode, query_digest
from search.types import Filters

cursors = st.builds(
    Cursor,
    st.text(max_size=30),
    st.text(max_size=20),
    st.integers(0, 2**31 - 1),
    st.text("0123456789abcdef", max_size=16),
)
PLACE = Cursor("20990101T000000Z-00000001", "ranking", 10, "digest")


def packed(parts: object) -> str:
    return base64.urlsafe_b64encode(json.dumps(parts).encode()).decode().rstrip("=")


def digest_of(**changed: object) -> str:
    asked = {"mode": "hybrid", "rerank": True, "sort": "relevance", "exact": False, "filters": Filters(), **changed}
    return query_digest(asked.pop("q", "example"), **asked)


@given(cursors)
def test_what_is_encoded_is_decoded(cursor: Cursor):
    text = encode(cursor)

    if len(text) <= CURSOR_LENGTH_MAX:
        assert decode(text) == cursor


def test_a_real_cursor_is_short_and_needs_no_escaping_in_an_address():
    text = encode(PLACE)

    assert len(text) < 150
    assert set(text) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "nonsense",
        "====",
        "é",
        "\x00",
        "\ud800",
        encode(PLACE) + "+",
        encode(PLACE)[:-3],
        "a" * 100_000,
        packed("[" * 100),
        packed({"generation": "g"}),
        packed(["g", "r", 1]),
        packed(["g", "r", 1, "d", "more"]),
        packed(["g", "r", "1", "d"]),
        packed(["g", "r", True, "d"]),
        packed(["g", "r", -1, "d"]),
        packed(["g", "r", 1.5, "d"]),
        packed(["g", "r", 2**31, "d"]),
        packed([None, "r", 1, "d"]),
    ],
)
def test_anything_else_is_refused_by_name(text: str):
    with pytest.raises(InvalidRequest) as refused:
        decode(text)

    assert refused.value.parameter == "cursor"


@given(st.text(max_size=500))
def test_no_text_makes_decoding_fail_otherwise(text: str):
    with suppress(InvalidRequest):
        decode(text)


def test_a_cursor_goes_on_in_its_own_search():
    assert PLACE.offset_in(generation=PLACE.generation, ranking="ranking", query_digest="digest") == 10


def test_a_cursor_of_another_search_is_refused_by_name():
    with pytest.raises(InvalidRequest) as refused:
        PLACE.offset_in(generation=PLACE.generation, ranking="ranking", query_digest="other")

    assert refused.value.parameter == "cursor"


@pytest.mark.parametrize("names", [("other", "ranking"), (PLACE.generation, "other")])
def test_a_cursor_of_another_generation_or_ranking_is_gone(names: tuple[str, str]):
    generation, ranking = names
    with pytest.raises(GenerationGone):
        PLACE.offset_in(generation=generation, ranking=ranking, query_digest="digest")


@pytest.mark.parametrize(
    "changed",
    [
        {"q": "other"},
        {"mode": "dense"},
        {"rerank": False},
        {"sort": "newest"},
        {"filters": Filters(status=("Decided",))},
        {"filters": Filters(court=("Decided",))},
        {"filters": Filters(year_from=2001)},
        {"filters": Filters(year_to=2001)},
    ],
    ids=str,
)
def test_all_that_moves_an_order_moves_the_digest(changed: dict[str, object]):
    assert digest_of(**changed) != digest_of()


def test_the_order_and_repetition_of_filter_values_do_not_move_the_digest():
    assert digest_of(filters=Filters(judge=("a", "b", "a"))) == digest_of(filters=Filters(judge=("b", "a")))
