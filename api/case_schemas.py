"""Case schemas: the shape of ``GET /v1/cases/{id}``: field by field the stored `search.cases.Case`, and references."""

from __future__ import annotations

import datetime
from typing import Self

from pydantic import Field

from api.body import Body
from api.reference_schemas import ReferencesOfCase
from search.case_references import CaseReferences
from search.cases import Case


class NumberParts(Body):
    """The court's own number, parsed."""

    case_type: str = Field(examples=["WP"])
    """Canonical short form without dots."""
    serial: int = Field(examples=[1])
    """The number itself."""
    year: int = Field(examples=[2024])
    """Four digits."""
    category: str = Field(examples=["Service"])
    """What the court writes behind the number; empty where nothing is."""
    bench_kind: str = Field(examples=["SB"])
    """`SB`, `DB`, `LB` or empty."""


class PartyName(Body):
    """One person or body in the case."""

    name: str = Field(examples=["Zarak Example"])
    """As the record has it."""
    side: str = Field(examples=["petitioner"])
    """`petitioner`, `respondent` or `other`."""


class HearingRow(Body):
    """One row of the court's order sheet."""

    serial: str
    """Its place on the sheet, as written."""
    date: datetime.date | None
    """ISO 8601; null where it could not be read."""
    date_text: str
    """The date as written where it is more than a date."""
    bench: str
    """The judges who sat."""
    list_type: str
    """The cause list it was on."""
    stage: str
    """Stage of the case on that day."""
    short_order: str = Field(examples=["Adjourned."])
    """What the court ordered."""
    disposal_date: datetime.date | None
    """ISO 8601."""
    files: tuple[str, ...]
    """File names of the orders of that day."""


class MotionRow(Body):
    """A miscellaneous application (CM) in the case."""

    number: str
    """Its number as written."""
    institution_date: datetime.date | None
    """ISO 8601."""
    disposal_date: datetime.date | None
    """ISO 8601."""
    order: str
    """What the court ordered."""
    description: str
    """What it asks for."""
    status: str
    """As the court writes it."""


class DocumentText(Body):
    """A judgment or order with its text."""

    file_name: str = Field(examples=["invented-0001.pdf"])
    """Name of the file it came from."""
    text: str
    """Its whole text, repaired."""
    sha256: str
    """Of `text`, hexadecimal."""
    pages: int | None
    """How many pages the file has; null where unknown."""
    tie: str = Field(examples=["number, type and parties"])
    """Why it belongs to this case."""


class ProfileText(Body):
    """What an editor or a model wrote about the case; empty where nobody did."""

    summary: str
    """A summary."""
    abstract: str
    """A short one."""
    abstract_sentences: tuple[str, ...]
    """The sentences that `abstract` was made of."""
    subjects: tuple[str, ...]
    """Areas of law."""
    sections: tuple[str, ...]
    """Sections of law."""
    keywords: tuple[str, ...]
    """Keywords."""


class ValueSource(Body):
    """Where one value came from, and what was repaired in it."""

    field: str = Field(examples=["title"])
    """The field of the case."""
    source_file: str = Field(examples=["invented.jsonl"])
    """Name of the input file."""
    line: int = Field(examples=[1])
    """Line of the input file."""
    repairs: tuple[str, ...] = Field(examples=[["encoding repaired"]])
    """What was done to the value; empty where nothing was."""


class CasePage(Body):
    """One case with all that is stored of it."""

    id: str = Field(examples=["q3kxw5mzt2cnh7da"])
    """Stable id of the case."""
    source_id: str = Field(examples=["invented-0001"])
    """The id the input gave it, else `id`."""
    source_ids: tuple[str, ...] = Field(examples=[["invented-0001"]])
    """Every id under which an input named it; all of them are found."""
    kind: str = Field(examples=["case"])
    """`case`, or `document` for a judgment that could not be tied to a case."""
    court: str = Field(examples=["Islamabad High Court"])
    """The court; empty where unknown."""
    number: NumberParts | None
    """The number, parsed; null where there is no complete one."""
    number_text: str = Field(examples=["W.P. 1/2024 Service (SB)"])
    """The number as written."""
    title: str = Field(examples=["Zarak Example versus The State"])
    """The title."""
    parties: tuple[PartyName, ...]
    """The parties."""
    bench: str
    """The judges as the court writes them."""
    judges: tuple[str, ...]
    """The judges, one by one."""
    status: str = Field(examples=["Decided"])
    """`Decided`, `Pending` or empty."""
    institution_date: datetime.date | None
    """ISO 8601."""
    hearing_date: datetime.date | None
    """ISO 8601."""
    disposal_date: datetime.date | None
    """ISO 8601."""
    stage: str
    """Stage of the case."""
    short_order: str
    """The last short order."""
    description: str
    """What the case is about, in the court's words."""
    disposal: str
    """How it was disposed of, in the court's words."""
    disposal_bench: str
    """The judges who disposed of it, as the court writes them."""
    tentative_date: datetime.date | None
    """ISO 8601; the next hearing as the court plans it."""
    consigned_date: datetime.date | None
    """ISO 8601; when the file went to the record room."""
    hearings: tuple[HearingRow, ...]
    """The order sheet."""
    advocates_petitioner: tuple[str, ...]
    """Counsel of the petitioner."""
    advocates_respondent: tuple[str, ...]
    """Counsel of the respondent."""
    fir_number: str
    """Number of the first information report."""
    fir_date: datetime.date | None
    """ISO 8601."""
    police_station: str
    """Where it was registered."""
    offence_sections: str
    """Sections of the offences, as written."""
    incident: str
    """What happened, as written."""
    accused: str
    """The accused, as written."""
    motions: tuple[MotionRow, ...]
    """Miscellaneous applications."""
    comments: tuple[str, ...]
    """Comments filed."""
    files: tuple[str, ...]
    """File names of judgments and orders that the court lists, whether loaded or not."""
    documents: tuple[DocumentText, ...]
    """Judgments and orders with their text."""
    profile: ProfileText
    """What an editor or a model wrote."""
    provenance: tuple[ValueSource, ...]
    """Where each value came from."""
    references: ReferencesOfCase | None = None
    """What the case refers to and what refers to it, by the current index; null where that does not have the case."""

    @classmethod
    def of(cls, case: Case, references: CaseReferences | None) -> Self:
        """Return the page of *case*."""
        page = cls.model_validate(case)
        found = None if references is None else ReferencesOfCase.model_validate(references)
        return page.model_copy(update={"references": found})
