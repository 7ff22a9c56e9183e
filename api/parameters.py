"""Parameters: the query strings that routes take, checked before anything is searched."""

from __future__ import annotations

import contextlib
import datetime
import re
from collections.abc import Mapping
from typing import Annotated

from fastapi import Request
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationInfo, model_validator

from api.problems import shown, unknown_name
from search.errors import InvalidRequest, shortened
from search.query.request import LIMIT_MAX, QUERY_LENGTH_MAX, SearchRequest
from search.results.cursor import CURSOR_LENGTH_MAX
from search.snapshot.fields import FIELDS
from search.types import Filters, Mode, Sort

VALUES_MAX = 50
"""How many values one filter may have."""
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _day(written: object, field: ValidationInfo) -> object:
    """Read a day; pydantic would take a number of seconds for one, and a day with its time."""
    if not isinstance(written, str):
        return written
    if _DAY.fullmatch(written):
        with contextlib.suppress(ValueError):
            return datetime.date.fromisoformat(written)
    problem = f"{field.field_name} is {shown(written)}; expected a day like 2024-03-01"
    raise InvalidRequest(problem, parameter=field.field_name)


Day = Annotated[datetime.date, BeforeValidator(_day)]
"""A day of the calendar, written as 2024-03-01."""


class Parameters(BaseModel):
    """Base of every query string, and of a body: what it does not know is refused, never ignored."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    @model_validator(mode="before")
    @classmethod
    def _refuse_unknown_names(cls, given: object) -> object:
        for name in given if isinstance(given, Mapping) else ():  # a body may be anything
            if name not in cls.model_fields:
                raise InvalidRequest(unknown_name(name, cls.model_fields), parameter=name)
        return given


class NoParameters(Parameters):
    """For a route that takes none."""


class ReindexParameters(Parameters):
    """The query string of ``POST /v1/admin/reindex``."""

    rebuild: bool = Field(default=False, description="Build and publish a generation even where nothing has changed.")


class SearchParameters(Parameters):
    """The query string of ``GET /v1/search``."""

    q: str = Field(
        max_length=QUERY_LENGTH_MAX,
        description="A case number in any spelling, a party, a section of law, or plain words.",
        examples=["W.P. 1/2024"],
    )
    limit: int = Field(default=10, ge=1, le=LIMIT_MAX, description="How many results a page has.")
    cursor: str | None = Field(
        default=None,
        max_length=CURSOR_LENGTH_MAX,
        description="`next_cursor` of the page before, with the same query, filters and order.",
    )
    mode: Mode = Field(
        default="hybrid", description="Which retrievers are asked: `lexical` (words), `dense` (meaning) or both."
    )
    rerank: bool = Field(default=True, description="Whether the cross-encoder reads the head of the list.")
    sort: Sort = Field(default="relevance", description="Best first, or by the date of institution.")
    exact: bool = Field(
        default=False, description="Take the words as they are written: no other spelling, and no filter from words."
    )
    case_type: list[str] = Field(
        default=[], max_length=VALUES_MAX, description="Case types; any of them. Repeat for several.", examples=[["WP"]]
    )
    bench_kind: list[str] = Field(
        default=[],
        max_length=VALUES_MAX,
        description="`SB`, `DB` or `LB`; any of them. Repeat for several.",
        examples=[["SB"]],
    )
    judge: list[str] = Field(
        default=[],
        max_length=VALUES_MAX,
        description="Judges' names as in the records; any of them. Repeat for several.",
    )
    status: list[str] = Field(
        default=[], max_length=VALUES_MAX, description="`Decided`, `Pending`; any of them. Repeat for several."
    )
    court: list[str] = Field(default=[], max_length=VALUES_MAX, description="Courts; any of them. Repeat for several.")
    year: list[str] = Field(
        default=[],
        max_length=VALUES_MAX,
        description="Years of the number, four digits; any of them. Repeat for several.",
    )
    subject: list[str] = Field(
        default=[], max_length=VALUES_MAX, description="Subjects as in the records; any of them. Repeat for several."
    )
    section: list[str] = Field(
        default=[],
        max_length=VALUES_MAX,
        description="Sections of law in any spelling (`497 CrPC`); any of them. Repeat for several.",
    )
    facets: list[str] = Field(
        default=[],
        max_length=len(FIELDS),
        description=f"Fields to count the result set by: {', '.join(FIELDS)}. Repeat, or part by commas, for several.",
    )
    year_from: int | None = Field(default=None, ge=1, le=9999, description="Year of the number, this or later.")
    year_to: int | None = Field(default=None, ge=1, le=9999, description="Year of the number, this or earlier.")
    date_from: Day | None = Field(
        default=None, description="Institution date, this or later; a case without one counts by its year."
    )
    date_to: Day | None = Field(default=None, description="Institution date, this or earlier; likewise.")

    def request(self) -> SearchRequest:
        """Return the same as the engine takes it.

        Raises:
            InvalidRequest: If the parts do not make a request together.
        """
        return SearchRequest(
            q=self.q,
            limit=self.limit,
            cursor=self.cursor,
            mode=self.mode,
            rerank=self.rerank,
            sort=self.sort,
            exact=self.exact,
            filters=self._filters(),
            facets=tuple(name.strip() for names in self.facets for name in names.split(",")),
        )

    def _filters(self) -> Filters:
        return Filters(
            case_type=tuple(self.case_type),
            bench_kind=tuple(self.bench_kind),
            judge=tuple(self.judge),
            status=tuple(self.status),
            court=tuple(self.court),
            year=tuple(self.year),
            subject=tuple(self.subject),
            section=tuple(self.section),
            year_from=self.year_from,
            year_to=self.year_to,
            date_from=self.date_from,
            date_to=self.date_to,
        )


REPEATABLE = frozenset({*FIELDS, "facets"})


def refuse_repeats(request: Request) -> None:
    """Refuse a parameter that is given twice and means one value, instead of picking one.

    Raises:
        InvalidRequest: For the first such parameter.
    """
    seen: set[str] = set()
    for name, _ in request.query_params.multi_items():
        if name in seen and name not in REPEATABLE:
            raise InvalidRequest(f"{shortened(name)!r} is given more than once; it takes one value", parameter=name)
        seen.add(name)
