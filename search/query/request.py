"""A search request: what a caller asks for, checked."""

from __future__ import annotations

from dataclasses import dataclass

from search.errors import InvalidRequest, did_you_mean_one_of, shortened
from search.snapshot.fields import FIELDS
from search.text.normalise import fold
from search.types import Filters, Mode, Sort

LIMIT_MAX = 100
QUERY_LENGTH_MAX = 4000
"""Code points; a longer query is cut nowhere but refused, so that nothing is dropped unseen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchRequest:
    """One search, as the CLI and the API both make it."""

    q: str
    limit: int = 10
    cursor: str | None = None
    mode: Mode = "hybrid"
    rerank: bool = True
    sort: Sort = "relevance"
    filters: Filters = Filters()
    exact: bool = False
    """Take the words as they are written: no other spelling, and no filter from words."""
    facets: tuple[str, ...] = ()
    """Fields to count the result set by."""

    def __post_init__(self) -> None:
        if not any(char.isalnum() for char in fold(self.q)):
            raise InvalidRequest(
                "the query holds no letter and no digit; give a case number, a party or plain words", parameter="q"
            )
        if len(self.q) > QUERY_LENGTH_MAX:
            raise InvalidRequest(
                f"the query has {len(self.q)} characters; at most {QUERY_LENGTH_MAX} are read", parameter="q"
            )
        if self.mode == "dense" and self.sort != "relevance":
            raise InvalidRequest(
                f"sort={self.sort} puts the cases that hold a word of the query in order of date, and mode=dense looks "
                "at no words; leave one of the two out",
                parameter="sort",
            )
        for name in self.facets:
            if name not in FIELDS:
                raise InvalidRequest(_unknown_facet(name), parameter="facets")
        if not 1 <= self.limit <= LIMIT_MAX:
            raise InvalidRequest(f"limit is {self.limit}; expected 1 to {LIMIT_MAX}", parameter="limit")


def _unknown_facet(name: str) -> str:
    meant = did_you_mean_one_of(FIELDS, name) or "."
    return f"unknown facet {shortened(name)!r}{meant} The facets are {', '.join(FIELDS)}"
