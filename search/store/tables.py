"""The store's schema: what was read from input files, and the cases made of it.

Two halves.  ``records``, ``texts`` and ``documents`` keep what the inputs said, each item once under the
digest of its content.  All other tables hold the cases, a pure function of the first half: they can be made
again from it at any time, and are the same whatever order the files came in.
"""

from __future__ import annotations

import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

SCHEMA_REVISION = "0001"
"""The migration that makes this schema."""

# Keys are compared byte by byte on both databases, so that "ordered by id" means one thing.
Key = String(64).with_variant(String(64, collation="C"), "postgresql")
Digest = String(64).with_variant(String(64, collation="C"), "postgresql")
Name = Text().with_variant(Text(collation="C"), "postgresql")


class Base(DeclarativeBase):
    """Root of all tables."""


class RecordRow(Base):
    """One input record, repaired and normalised; the events that cases are made of."""

    __tablename__ = "records"

    digest: Mapped[str] = mapped_column(Digest, primary_key=True)
    """Of the record as found: the same record in two files is one row."""
    group_key: Mapped[str] = mapped_column(Key, index=True)
    """Records that may be one case share it: the full number, or source and id where there is none."""
    parties_key: Mapped[str] = mapped_column(Name)
    kind: Mapped[str] = mapped_column(String(16))
    """"detailed_row", "record", "row" or "csv"."""
    source: Mapped[str] = mapped_column(Name)
    """The collection that the id is of; empty where the input names none."""
    source_id: Mapped[str] = mapped_column(Name, index=True)
    source_date: Mapped[str] = mapped_column(String(40))
    """When the source was read, ISO form, where the record says so; else empty."""
    source_file: Mapped[str] = mapped_column(Name)
    line: Mapped[int]
    version: Mapped[int]
    """Of the normalisation; a reload with a newer one replaces the row."""
    fields: Mapped[dict[str, Any]] = mapped_column(JSON)
    repairs: Mapped[dict[str, list[str]]] = mapped_column(JSON)


class TextRow(Base):
    """One text of a judgment or order, kept once."""

    __tablename__ = "texts"

    sha256: Mapped[str] = mapped_column(Digest, primary_key=True)
    text: Mapped[str] = mapped_column(Text)


class DocumentRow(Base):
    """One input document: a file name and its text."""

    __tablename__ = "documents"

    digest: Mapped[str] = mapped_column(Digest, primary_key=True)
    file_name: Mapped[str] = mapped_column(Name, index=True)
    sha256: Mapped[str] = mapped_column(ForeignKey("texts.sha256"), index=True)
    text_key: Mapped[str] = mapped_column(Digest, index=True)
    """Digest of the text without white space: two extractions of one file agree in it."""
    pages: Mapped[int | None]
    record_id: Mapped[str] = mapped_column(Name, index=True)
    """Source id of its case where the input names one, else empty."""
    owner: Mapped[str | None] = mapped_column(ForeignKey("records.digest", ondelete="CASCADE"), index=True)
    """The record that came with this text inside it."""
    source_file: Mapped[str] = mapped_column(Name)
    line: Mapped[int]
    version: Mapped[int]
    repairs: Mapped[list[str]] = mapped_column(JSON)


class CaseRow(Base):
    """One case, or a document that belongs to no known case."""

    __tablename__ = "cases"
    __table_args__ = (
        Index("ix_cases_number", "year", "serial", "case_type"),
        Index("ix_cases_kind_group", "kind", "group_key"),
    )

    id: Mapped[str] = mapped_column(Key, primary_key=True)
    group_key: Mapped[str] = mapped_column(Key, index=True)
    parties_key: Mapped[str] = mapped_column(Name)
    digest: Mapped[str] = mapped_column(Digest)
    """Of the case without its documents."""
    documents_digest: Mapped[str] = mapped_column(Digest)
    """Of its documents; empty where it has none."""
    source_id: Mapped[str] = mapped_column(Name, index=True)
    kind: Mapped[str] = mapped_column(String(16))
    court: Mapped[str] = mapped_column(Text, index=True)
    case_type: Mapped[str | None] = mapped_column(Text)
    serial: Mapped[int | None]
    year: Mapped[int | None]
    category: Mapped[str | None] = mapped_column(Text)
    bench_kind: Mapped[str | None] = mapped_column(String(8))
    number_text: Mapped[str] = mapped_column(Text)
    title: Mapped[str] = mapped_column(Text)
    bench: Mapped[str] = mapped_column(Text)
    status: Mapped[str] = mapped_column(Text, index=True)
    institution_date: Mapped[datetime.date | None] = mapped_column(index=True)
    hearing_date: Mapped[datetime.date | None]
    disposal_date: Mapped[datetime.date | None]
    stage: Mapped[str] = mapped_column(Text)
    short_order: Mapped[str] = mapped_column(Text)
    description: Mapped[str] = mapped_column(Text)
    disposal: Mapped[str] = mapped_column(Text)
    disposal_bench: Mapped[str] = mapped_column(Text)
    tentative_date: Mapped[datetime.date | None]
    consigned_date: Mapped[datetime.date | None]
    fir_number: Mapped[str] = mapped_column(Text)
    fir_date: Mapped[datetime.date | None]
    police_station: Mapped[str] = mapped_column(Text)
    offence_sections: Mapped[str] = mapped_column(Text)
    incident: Mapped[str] = mapped_column(Text)
    accused: Mapped[str] = mapped_column(Text)
    summary: Mapped[str] = mapped_column(Text)
    abstract: Mapped[str] = mapped_column(Text)


class _OfCase:
    """What every list inside a case has: the case and a place in the list."""

    case_id: Mapped[str] = mapped_column(Key, ForeignKey("cases.id", ondelete="CASCADE"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)


class SourceIdRow(_OfCase, Base):
    """An id under which an input named the case."""

    __tablename__ = "source_ids"

    source_id: Mapped[str] = mapped_column(Name, index=True)


class PartyRow(_OfCase, Base):
    """A party, in the order of the title."""

    __tablename__ = "parties"

    name: Mapped[str] = mapped_column(Text)
    side: Mapped[str] = mapped_column(String(16))


class JudgeRow(_OfCase, Base):
    """A judge under the one spelling used for each."""

    __tablename__ = "judges"

    name: Mapped[str] = mapped_column(Text)


class AdvocateRow(_OfCase, Base):
    """Counsel of one side."""

    __tablename__ = "advocates"

    side: Mapped[str] = mapped_column(String(16))
    name: Mapped[str] = mapped_column(Text)


class HearingRow(_OfCase, Base):
    """One row of the order sheet."""

    __tablename__ = "hearings"

    serial: Mapped[str] = mapped_column(Text)
    date: Mapped[datetime.date | None]
    date_text: Mapped[str] = mapped_column(Text)
    bench: Mapped[str] = mapped_column(Text)
    list_type: Mapped[str] = mapped_column(Text)
    stage: Mapped[str] = mapped_column(Text)
    short_order: Mapped[str] = mapped_column(Text)
    disposal_date: Mapped[datetime.date | None]
    files: Mapped[list[str]] = mapped_column(JSON)


class MotionRow(_OfCase, Base):
    """A miscellaneous application (CM)."""

    __tablename__ = "motions"

    number: Mapped[str] = mapped_column(Text)
    institution_date: Mapped[datetime.date | None]
    disposal_date: Mapped[datetime.date | None]
    order: Mapped[str] = mapped_column(Text)
    description: Mapped[str] = mapped_column(Text)
    status: Mapped[str] = mapped_column(Text)


class CommentRow(_OfCase, Base):
    """A comment filed in the case."""

    __tablename__ = "comments"

    text: Mapped[str] = mapped_column(Text)


class ListedFileRow(_OfCase, Base):
    """The name of a judgment or order that the court lists for the case."""

    __tablename__ = "listed_files"

    file_name: Mapped[str] = mapped_column(Name, index=True)


class ProfileTermRow(_OfCase, Base):
    """A subject, section, keyword or picked sentence of the case's profile."""

    __tablename__ = "profile_terms"

    kind: Mapped[str] = mapped_column(String(24))
    term: Mapped[str] = mapped_column(Text)


class CaseDocumentRow(_OfCase, Base):
    """A document tied to the case, with the evidence."""

    __tablename__ = "case_documents"

    sha256: Mapped[str] = mapped_column(ForeignKey("texts.sha256"), index=True)
    file_name: Mapped[str] = mapped_column(Name, index=True)
    pages: Mapped[int | None]
    tie: Mapped[str] = mapped_column(Text)


class ProvenanceRow(_OfCase, Base):
    """Which fields one input record gave, and what was repaired in each."""

    __tablename__ = "provenance"

    source_file: Mapped[str] = mapped_column(Text)
    line: Mapped[int]
    fields: Mapped[dict[str, list[str]]] = mapped_column(JSON)


class MetaRow(Base):
    """Facts about the store as a whole."""

    __tablename__ = "meta"

    key: Mapped[str] = mapped_column(String(64), primary_key=True)
    value: Mapped[str] = mapped_column(Text)


LISTS: tuple[type[Base], ...] = (
    SourceIdRow,
    PartyRow,
    JudgeRow,
    AdvocateRow,
    HearingRow,
    MotionRow,
    CommentRow,
    ListedFileRow,
    ProfileTermRow,
    ProvenanceRow,
)
"""The lists of a case that its records give; its documents are tied apart from them."""
