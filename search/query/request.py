"""A search request: what a caller asks for, checked."""

from __future__ import annotations

from dataclasses import dataclass

from search.errors import InvalidRequest
from search.text.normalise import fold
from search.types import Filters, Mode, Sort

LIMIT_MAX = 100
QUERY_LENGTH_MAX = 2000
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

    def __post_init__(self) -> None:
        if not fold(self.q):
            raise InvalidRequest("the query is empty; give a case number, a party or plain words", parameter="q")
        if len(self.q) > QUERY_LENGTH_MAX:
            raise InvalidRequest(
                f"the query has {len(self.q)} characters; at most {QUERY_LENGTH_MAX} are read", parameter="q"
            )
        if not 1 <= self.limit <= LIMIT_MAX:
            raise InvalidRequest(f"limit is {self.limit}; expected 1 to {LIMIT_MAX}", parameter="limit")
