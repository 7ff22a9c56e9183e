"""Found: what is said of one identifier that was looked up, and how a list shows a case."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from search.results.absence import Absence
from search.results.absent_references import AbsentReference

Kind = Literal["case number", "citation", "FIR", "id", ""]
Status = Literal["found", "ambiguous", "absent", "malformed"]


@dataclass(frozen=True, slots=True)
class ListedCase:
    """One case, with what a list shows of it."""

    id: str
    source_id: str
    number: str
    """As the court writes it; empty for a document of no known case."""
    title: str
    status: str
    """"Decided", "Pending" or empty."""
    case_type: str
    """Canonical; empty where the case has no number."""


@dataclass(frozen=True, slots=True)
class Found:
    """One identifier and what there is of it."""

    identifier: str
    """As given."""
    kind: Kind
    """What it was read as; empty where nothing could be read."""
    value: str
    """How it was read: "WP 12345/2023", "PLD 2019 Islamabad 45", "123/2024 Kohsar"."""
    status: Status
    """"found": one case; of a citation or an FIR, any case that refers to it.  "ambiguous": several have the number."""
    cases: tuple[ListedCase, ...] = ()
    """The cases, type by type; for a citation or an FIR those that refer to it, by their place in the index."""
    total: int = 0
    """How many cases there are; of those that refer to something, the first ones are listed."""
    absence: Absence | AbsentReference | None = None
    """Of an absent case number, citation or FIR: what the index holds around it."""
    missing: tuple[str, ...] = ()
    """Of a malformed one, what is not there: "case type", "year", "court", "page", "serial"."""
    problem: str = ""
    """What is wrong, in one sentence: why a malformed one was not looked up, that another court or another category
    stands by a number."""
