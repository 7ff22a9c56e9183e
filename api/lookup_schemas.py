"""Lookup schemas: ``POST /v1/lookup`` and ``POST /v1/check-brief``, field by field as `search` answers them."""

from __future__ import annotations

from typing import Annotated

from pydantic import ConfigDict, Field

from api.absence_schemas import Absent, AbsentNumber
from api.body import Body, OneLine
from api.parameters import Parameters
from search.lookup import IDENTIFIER_LENGTH_MAX, IDENTIFIERS_MAX


class Identifiers(Parameters):
    """What to look up."""

    model_config = ConfigDict(use_attribute_docstrings=True)

    identifiers: list[Annotated[str, Field(max_length=IDENTIFIER_LENGTH_MAX)]] = Field(
        min_length=1, max_length=IDENTIFIERS_MAX, examples=[["W.P. 1/2024", "PLD 2099 Islamabad 45", "invented-0001"]]
    )
    """Case numbers in any form, citations, FIRs, ids; 1 to 500, each of at most 300 characters."""


class CaseOfList(Body):
    """One case, as a list shows it."""

    id: str = Field(examples=["q3kxw5mzt2cnh7da"])
    """Stable id of the case; `/v1/cases/{id}` shows it."""
    source_id: str = Field(examples=["invented-0001"])
    """The id the input gave it, else `id`."""
    number: str = Field(examples=["W.P. 1/2024 Service (SB)"])
    """The number as the court writes it; empty for a document of no known case."""
    title: str = Field(examples=["Zarak Example versus The State"])
    """The parties."""
    status: str = Field(examples=["Decided"])
    """`Decided`, `Pending` or empty."""
    case_type: str = Field(examples=["WP"])
    """Canonical; empty where the case has no number."""


class FoundIdentifier(Body):
    """One identifier and what there is of it."""

    identifier: str = Field(examples=["W.P. 1/2024"])
    """As given."""
    kind: str = Field(examples=["case number"])
    """What it was read as: `case number`, `citation`, `FIR` or `id`; empty where nothing could be read."""
    value: OneLine = Field(examples=["WP 1/2024"])
    """How it was read; empty for a malformed one."""
    status: str = Field(examples=["found"])
    """`found` (one case, or for a citation or an FIR any case that refers to it), `ambiguous` (several cases have the
    number), `absent` or `malformed`."""
    cases: tuple[CaseOfList, ...]
    """The cases, type by type; for a citation or an FIR those that refer to it, 50 at most."""
    total: int = Field(examples=[1])
    """How many cases there are."""
    absence: Absent | None
    """Of a case number that is absent and of this court, of a citation and of an FIR: what the index holds around it;
    places are those of `identifier`."""
    missing: tuple[str, ...] = Field(examples=[[]])
    """Of a malformed one, what is not there: `case type`, `serial`, `year`, `court`, `page`."""
    problem: str = Field(examples=[""])
    """What is wrong, in one sentence: why a malformed one was not looked up, that another court is named beside a
    number, that no case of the number has the category behind it; else empty."""


class LookupAnswer(Body):
    """What there is of each identifier."""

    generation: str = Field(examples=["20991231T235959Z-1a2b3c4d"])
    """The index snapshot that made this answer."""
    found: tuple[FoundIdentifier, ...]
    """One for each identifier, in the order asked."""


class PlaceInBrief(Body):
    """Where a reference stands in the brief."""

    start: int = Field(examples=[120])
    """In Unicode code points of the brief's text."""
    end: int = Field(examples=[131])
    """Behind its last code point."""
    text: str = Field(examples=["W.P. 1/2024"])
    """As written."""
    context: str = Field(examples=["as held in Zarak Example v. The State, W.P. 1/2024, the petition"])
    """The words around it, at most 160 characters of the brief."""


class Disagrees(Body):
    """Parties or a category that the brief has beside a number, where the record under that number has others."""

    written: str = Field(examples=["Zarak Other v. The State"])
    """As the brief has it."""
    start: int = Field(examples=[95])
    """In Unicode code points of the brief's text."""
    end: int = Field(examples=[118])
    """Behind its last code point."""
    title: str = Field(examples=["Palwasha Example versus The State"])
    """As the record has it: its title, or its category."""
    case_id: str = Field(examples=["q3kxw5mzt2cnh7da"])
    """`id` of that case."""
    about: str = Field(examples=["parties"])
    """`parties` or `category`."""


class BriefReference(Body):
    """One case number, citation, section or FIR that the brief names, with all its places."""

    kind: str = Field(examples=["case number"])
    """`case number`, `citation`, `section` or `FIR`."""
    value: OneLine = Field(examples=["WP 1/2024"])
    """How it was read; of a malformed one, what is known of it."""
    status: str = Field(examples=["found"])
    """`found`, `ambiguous`, `not in this index` or `malformed`."""
    places: tuple[PlaceInBrief, ...]
    """In order."""
    cases: tuple[CaseOfList, ...]
    """Those with the number; of those that cite the judgment or name the section or the FIR, the first 10."""
    total: int = Field(examples=[1])
    """How many cases there are."""
    absence: AbsentNumber | None
    """Of a case number of this court that is not in this index: what there is around it; places are those of the first
    mention."""
    missing: tuple[str, ...] = Field(examples=[[]])
    """Of a malformed one, what is not there: `year`, `court`, `page` or `case type`."""
    read_as: tuple[str, ...] = Field(examples=[[]])
    """Of a section without its act, the sections of the index that it may be."""
    disagreements: tuple[Disagrees, ...]
    """Parties beside the number, or a category behind it, that are not those of the record."""
    problem: str = Field(examples=[""])
    """What is wrong, in one sentence: what a malformed one lacks, or that another court is named beside a number."""


class BriefAnswer(Body):
    """What the brief names, checked."""

    generation: str = Field(examples=["20991231T235959Z-1a2b3c4d"])
    """The index snapshot that it was checked against."""
    references: tuple[BriefReference, ...]
    """In the order of first mention."""
    left_out: int = Field(examples=[0])
    """How many mentions were not checked: those behind the first 2,000."""
