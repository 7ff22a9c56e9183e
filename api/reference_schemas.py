"""Reference schemas: what a case refers to and what refers to it, as ``GET /v1/cases/{id}`` shows them."""

from __future__ import annotations

from pydantic import Field

from api.body import Body, OneLine
from api.lookup_schemas import CaseOfList
from api.schemas import HighlightedText


class CitedJudgmentRow(Body):
    """A reported judgment that the case cites."""

    citation: str = Field(examples=["PLD 2099 Islamabad 45"])
    """In one spelling."""
    cases: int = Field(examples=[3])
    """How many cases of the index cite it, this one among them; a search for the citation lists them."""


class NamedNumberRow(Body):
    """A case number in the texts of the case that is not its own."""

    number: str = Field(examples=["WP 2/2024"])
    """As understood; types that it may be of are joined by "or"."""
    cases: tuple[CaseOfList, ...]
    """The cases of the index that have this number, 50 at most; empty where none has."""


class NamedFirRow(Body):
    """A first information report that the case names."""

    fir: OneLine = Field(examples=["123/2099 Kohsar"])
    """Number, year and police station, as far as the case tells them."""
    cases: tuple[CaseOfList, ...]
    """Other cases of the index that name it, 50 at most."""


class NamingCaseRow(Body):
    """A case whose texts hold the number of this one."""

    case: CaseOfList
    """That case."""
    passage: HighlightedText | None
    """The words around the number, for another court's case may bear the same one; null where no text can be shown."""


class ReferencesOfCase(Body):
    """What a case refers to, each in the order of first mention, and which cases of the index refer to it."""

    generation: str = Field(examples=["20991231T235959Z-1a2b3c4d"])
    """The index snapshot in which they were found."""
    sections: tuple[str, ...] = Field(examples=[["CrPC s 497"]])
    """Sections of law, as the filter `section` takes them."""
    citations: tuple[CitedJudgmentRow, ...]
    """Reported judgments."""
    numbers: tuple[NamedNumberRow, ...]
    """Numbers of other cases."""
    firs: tuple[NamedFirRow, ...]
    """First information reports."""
    named_by: tuple[NamingCaseRow, ...]
    """Cases whose texts hold the number of this one, 50 at most."""
    named_by_total: int = Field(examples=[0])
    """How many there are."""
