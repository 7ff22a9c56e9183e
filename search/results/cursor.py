"""Cursors: where a page of results ended, as a text that a caller hands back.

A cursor names its generation and ranking, so that the next page continues the very order that the
first page showed; it is data of the caller, so every part of it is checked when it comes back.
"""

from __future__ import annotations

import base64
import hashlib
import json
from dataclasses import astuple, dataclass

from search.errors import GenerationGone, InvalidRequest
from search.types import Filters, Mode, Sort

CURSOR_LENGTH_MAX = 400
"""Characters; what `encode` makes is far below."""
OFFSET_MAX = 2**31 - 1


@dataclass(frozen=True, slots=True)
class Cursor:
    """The place behind one page of results."""

    generation: str
    """The snapshot that made the page."""
    ranking: str
    """What its order was made by."""
    offset: int
    """How many results came before."""
    query_digest: str
    """The query, filters and order it belongs to; see `query_digest`."""
    reranked: bool = False
    """Whether a reranker made the order: the next page must continue it, however busy the machine is then."""

    def offset_in(self, *, generation: str, ranking: str, query_digest: str) -> int:
        """Return the offset to go on from, where this cursor belongs to the search at hand.

        Raises:
            InvalidRequest: If the cursor was made for another query or other filters.
            GenerationGone: If it was made on another generation or under another ranking.
        """
        if self.query_digest != query_digest:
            raise InvalidRequest(
                "the cursor belongs to another query, filter or order; repeat those of the page it came with, "
                "or leave it out",
                parameter="cursor",
            )
        if (self.generation, self.ranking) != (generation, ranking):
            raise GenerationGone(self.generation)
        return self.offset


def query_digest(q: str, *, mode: Mode, rerank: bool, sort: Sort, exact: bool, filters: Filters) -> str:
    """Return a short digest of all that decides which results a search has and in which order.

    Two requests that differ in the order or repetition of a filter's values have one digest.
    The size of a page is not part of it: a caller may ask for a larger second page.
    """
    parts: list[object] = [q, mode, rerank, sort, exact]
    for name in Filters.__dataclass_fields__:
        value = getattr(filters, name)
        parts.append([name, sorted(set(value)) if isinstance(value, tuple) else value])
    return hashlib.sha256(json.dumps(parts, default=str).encode("ascii")).hexdigest()[:16]


def encode(cursor: Cursor) -> str:
    """Return *cursor* as URL-safe text."""
    compact = json.dumps(astuple(cursor), separators=(",", ":")).encode("ascii")
    return base64.urlsafe_b64encode(compact).decode("ascii").rstrip("=")


def decode(text: str) -> Cursor:
    """Read a cursor that `encode` made.

    Raises:
        InvalidRequest: If *text* is anything else; names the parameter ``cursor``.
    """
    broken = InvalidRequest("the cursor cannot be read; use `next_cursor` of an answer as it is", parameter="cursor")
    if len(text) > CURSOR_LENGTH_MAX:
        raise broken
    try:
        padded = text.encode("ascii") + b"=" * (-len(text) % 4)
        parts = json.loads(base64.b64decode(padded, altchars=b"-_", validate=True))
    except (ValueError, RecursionError):  # binascii.Error, UnicodeError and JSONDecodeError are ValueErrors
        raise broken from None
    match parts:
        case [str(generation), str(ranking), int(offset), str(digest), bool(reranked)]:
            if not isinstance(offset, bool) and 0 <= offset <= OFFSET_MAX:
                return Cursor(generation, ranking, offset, digest, reranked)
    raise broken
