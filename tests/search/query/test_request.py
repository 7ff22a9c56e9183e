"""Requests: what cannot be answered is refused with the parameter at fault."""

from __future__ import annotations

import pytest

from search.errors import InvalidRequest
from search.query.request import SearchRequest


@pytest.mark.parametrize("query", ["", "   ", "!!!", '"', "(((", "\u200b\ud800", "\x00", "😀"])
def test_a_query_without_letter_or_digit_is_refused(query):
    with pytest.raises(InvalidRequest, match="no letter and no digit"):
        SearchRequest(q=query)


@pytest.mark.parametrize("query", ["bail", "7", "رٹ پٹیشن", "A!"])
def test_a_word_or_a_number_is_enough(query):
    assert SearchRequest(q=query).q == query


@pytest.mark.parametrize("sort", ["newest", "oldest"])
def test_meaning_has_no_set_to_put_in_order_of_date(sort):
    with pytest.raises(InvalidRequest, match="mode=dense looks at no words"):
        SearchRequest(q="bail", mode="dense", sort=sort)
