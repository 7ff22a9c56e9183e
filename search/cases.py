"""Court cases as stored: frozen values that every other room hands on.

Nothing here reads, parses or ranks.  `indexer` makes these values from input files, the store keeps
them, and a snapshot is built from them.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Literal

Side = Literal["petitioner", "respondent", "other"]
CaseKind = Literal["case", "document"]


@dataclass(frozen=True, slots=True)
class CaseNumber:
    """A court's own number for a case, as in "W.P. 1234/2023 Service Other (DB)".

    Two spellings of one number compare equal: parsing has removed dots, "No." and leading zeros.
    """

    case_type: str
    """Canonical short form, upper case without dots: "WP", "CRL MISC", "FERA"."""
    serial: int
    year: int
    """Four digits, always."""
    category: str = ""
    """What the court writes behind the number: "Writ", "Bail After Arrest"; empty where nothing is."""
    bench_kind: str = ""
    """"SB", "DB" or "LB" where the record says so, else empty."""


@dataclass(frozen=True, slots=True)
class Party:
    """One person or body in a case."""

    name: str
    side: Side


@dataclass(frozen=True, slots=True)
class Hearing:
    """One row of the court's order sheet."""

    serial: str = ""
    date: datetime.date | None = None
    date_text: str = ""
    """The date as written where it is more than a date: "CM on 13-03-2025"."""
    bench: str = ""
    list_type: str = ""
    stage: str = ""
    short_order: str = ""
    disposal_date: datetime.date | None = None
    files: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Motion:
    """A civil or criminal miscellaneous application (CM) made in a case."""

    number: str
    institution_date: datetime.date | None = None
    disposal_date: datetime.date | None = None
    order: str = ""
    description: str = ""
    status: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A judgment or order that belongs to a case."""

    file_name: str
    text: str
    sha256: str
    """Of the text as kept, hexadecimal."""
    pages: int | None = None
    tie: str = ""
    """Why it belongs to its case: "record_id", "file name listed by the court", "number, type and parties"."""


@dataclass(frozen=True, slots=True)
class Profile:
    """What an editor or a model wrote about a case; empty where nobody did."""

    summary: str = ""
    abstract: str = ""
    abstract_sentences: tuple[str, ...] = ()
    """Sentences picked for the abstract; those it holds already are not read twice."""
    subjects: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where one value of a case came from, and what was repaired in it."""

    field: str
    source_file: str
    """Name of the input file, without its folder."""
    line: int
    repairs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One court case as stored, or a document that belongs to no known case."""

    id: str
    """URL-safe hash of the case key; stable over loads and machines."""
    source_id: str
    """The public id: the input's own where it gave one, else `id`."""
    source_ids: tuple[str, ...] = ()
    """Every id under which an input named this case, sorted; all of them are found."""
    kind: CaseKind = "case"
    court: str = ""
    number: CaseNumber | None = None
    number_text: str = ""
    """The number as the court writes it; for a case without one, whatever the input called its number."""
    title: str = ""
    parties: tuple[Party, ...] = ()
    bench: str = ""
    """The judges as the court writes them, one line; empty where unknown."""
    judges: tuple[str, ...] = ()
    status: str = ""
    """"Decided", "Pending" or empty."""
    institution_date: datetime.date | None = None
    hearing_date: datetime.date | None = None
    disposal_date: datetime.date | None = None
    stage: str = ""
    short_order: str = ""
    description: str = ""
    disposal: str = ""
    """How it was disposed of, in the court's words."""
    disposal_bench: str = ""
    tentative_date: datetime.date | None = None
    """The next hearing as the court plans it."""
    consigned_date: datetime.date | None = None
    """When the file went to the record room."""
    hearings: tuple[Hearing, ...] = ()
    advocates_petitioner: tuple[str, ...] = ()
    advocates_respondent: tuple[str, ...] = ()
    fir_number: str = ""
    fir_date: datetime.date | None = None
    police_station: str = ""
    offence_sections: str = ""
    incident: str = ""
    accused: str = ""
    motions: tuple[Motion, ...] = ()
    comments: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    """File names of judgments and orders that the court lists for this case, whether loaded or not."""
    documents: tuple[Document, ...] = ()
    profile: Profile = Profile()
    provenance: tuple[Provenance, ...] = ()
