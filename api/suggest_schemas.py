"""Suggest schemas: the query string and the answer of ``GET /v1/suggest``."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Self

from pydantic import Field

from api.body import Body
from api.parameters import Parameters
from search.retrieval.suggest import TEXT_LENGTH_MAX, Suggestion

LIMIT_MAX = 20


class SuggestParameters(Parameters):
    """The query string of ``GET /v1/suggest``."""

    q: str = Field(
        max_length=TEXT_LENGTH_MAX,
        description="What is typed so far: of a case number, a title, a party, a judge or a section of law.",
        examples=["wp 1"],
    )
    limit: int = Field(default=8, ge=1, le=LIMIT_MAX, description="How many suggestions to return at most.")


class SuggestedText(Body):
    """One way to go on from what is typed."""

    kind: str = Field(examples=["case number"])
    """`case number`, `title`, `party`, `judge` or `section`."""
    text: str = Field(examples=["W.P. 1/2024 Service (SB)"])
    """What to search for; plain text, never HTML."""
    id: str | None = Field(examples=["q3kxw5mzt2cnh7da"])
    """Id of the case where it is a number, for `/v1/cases/{id}`; else null."""
    cases: int = Field(examples=[1])
    """How many cases stand behind it."""
    spans: tuple[tuple[int, int], ...] = Field(examples=[[[0, 4], [5, 6]]])
    """What is typed already, in any spelling: half-open (start, end) offsets into `text`, counted in Unicode code
    points, sorted and not overlapping."""


class SuggestAnswer(Body):
    """What may be meant by what is typed."""

    query: str = Field(examples=["wp 1"])
    """As given."""
    generation: str = Field(examples=["20991231T235959Z-1a2b3c4d"])
    """The index snapshot that made this answer."""
    suggestions: tuple[SuggestedText, ...]
    """Best first."""

    @classmethod
    def of(cls, query: str, *, generation: str, found: Iterable[Suggestion]) -> Self:
        """Shape what the engine of *generation* suggests for *query*."""
        suggestions = tuple(map(SuggestedText.model_validate, found))
        return cls(query=query, generation=generation, suggestions=suggestions)
