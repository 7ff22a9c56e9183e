"""Absence schemas: what is told of a number or a reference that is not in the index, field by field."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from api.body import Body, OneLine


class CoveredType(Body):
    """What the index holds of one case type in one year."""

    case_type: str = Field(examples=["WP"])
    """Canonical; empty for all types, where the query names none."""
    year: int = Field(examples=[2024])
    """Four digits."""
    cases: int = Field(examples=[120])
    """How many cases."""
    lowest: int | None = Field(examples=[1])
    """Least serial; null where there is no case."""
    highest: int | None = Field(examples=[4120])
    """Greatest serial."""
    serials: int = Field(examples=[118])
    """How many different serials."""


class NearNumber(Body):
    """A case whose number is like the one that is not there."""

    why: str = Field(examples=["other year"])
    """`other year`, `other type` or `next serial`."""
    id: str = Field(examples=["q3kxw5mzt2cnh7da"])
    """Stable id of the case."""
    source_id: str = Field(examples=["invented-0001"])
    """The id the input gave it."""
    number: str = Field(examples=["W.P. 1/2023 Service (SB)"])
    """As the court writes it."""
    title: str = Field(examples=["Zarak Example versus The State"])
    """The parties."""


class AbsentNumber(Body):
    """A case number that the query names and that no case here has: what was understood, and what there is."""

    kind: Literal["case number"] = "case number"
    """Tells it from an absent reference."""
    number: str = Field(examples=["WP 1/2024"])
    """As understood."""
    case_types: tuple[str, ...] = Field(examples=[["WP"]])
    """Canonical types that the written one may stand for; empty where none was written."""
    serial: int = Field(examples=[1])
    """The serial, without zeros before it."""
    year: int = Field(examples=[2024])
    """Four digits."""
    start: int = Field(examples=[0])
    """Where it stands in `query`, in Unicode code points."""
    end: int = Field(examples=[9])
    """Behind its last code point."""
    left_out_by_filters: bool = Field(examples=[False])
    """Whether a case has this number and the filters leave it out."""
    covered: tuple[CoveredType, ...]
    """What the index holds of that type and year."""
    nearest: tuple[NearNumber, ...]
    """The same serial in another year, another type's of this year, then the serials around it."""


class CoveredSort(Body):
    """What the cases of the index refer to, of one sort."""

    what: OneLine = Field(examples=["PLD 2041 Supreme Court"])
    """The volume of a report, `FIRs of P.S. ...`, `FIRs of 2020`, an act; `reported judgments`, `FIRs` or `sections of
    law` for all."""
    references: int = Field(examples=[2])
    """How many different ones."""
    cases: int = Field(examples=[3])
    """How many cases refer to any of them."""


class NearReference(Body):
    """A reference that cases have and that is like the one that none has."""

    why: str = Field(examples=["same volume"])
    """`same volume` or `other year` of a citation, `other station` or `other year` of an FIR, `other act` or `same act`
    of a section."""
    value: OneLine = Field(examples=["PLD 2041 Supreme Court 40"])
    """As the index has it; it can be searched for."""
    cases: int = Field(examples=[1])
    """How many cases refer to it."""


class AbsentReference(Body):
    """A citation, an FIR or a section of law to which no case here refers, where the query asks for nothing else."""

    kind: Literal["citation", "FIR", "section"] = Field(examples=["citation"])
    """What it is."""
    value: OneLine = Field(examples=["PLD 2041 Supreme Court 45"])
    """As understood."""
    start: int = Field(examples=[0])
    """Where it stands in `query`, in Unicode code points."""
    end: int = Field(examples=[14])
    """Behind its last code point."""
    left_out_by_filters: bool = Field(examples=[False])
    """Whether a case refers to it and the filters leave that case out."""
    covered: tuple[CoveredSort, ...]
    """What the cases refer to, from the narrowest sort to all."""
    nearest: tuple[NearReference, ...]
    """At most three of each sort of nearness."""


Absent: TypeAlias = Annotated[AbsentNumber | AbsentReference, Field(discriminator="kind")]
"""Either, told apart by its kind."""
