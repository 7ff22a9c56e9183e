"""Input documents: judgments and orders with their file names, one form for JSONL, CSV and PDF."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from indexer.contribution import Contribution, check_lengths, digest_of
from indexer.field_types import STRING, TEXT, check_types
from indexer.records import RawRecord
from indexer.repair import clean_line, clean_text, drop_repeats, is_absent

DOCUMENT_VERSION = 1
"""Raised when the same input would give another text; a reload then replaces what is stored."""
_TYPES = {"text": STRING, "file": STRING, "file_name": STRING, "record_id": TEXT}


@dataclass(frozen=True, slots=True)
class InputDocument:
    """One document as an input gave it."""

    digest: str
    file_name: str
    """Empty for a text that came inside a record."""
    text: str
    sha256: str
    text_key: str
    """Digest of the text without white space: two extractions of one file agree in it."""
    pages: int | None
    record_id: str
    owner: str | None
    """Digest of the record that the text came in."""
    source_file: str
    line: int
    repairs: Sequence[str] = ()


def document_of(raw: RawRecord) -> InputDocument:
    """Return the document that *raw* holds.

    Raises:
        ValueError: If it has no text or no file name, or something else in their place.
    """
    notes: list[str] = []
    values = raw.values
    check_types(values, _TYPES)
    if is_absent(values.get("text")) or not values["text"].strip():
        raise ValueError("the document has no text")
    name = clean_line(values.get("file") or values.get("file_name"), [])
    if not name:
        raise ValueError("the document has no file name")
    record_id = clean_line(values.get("record_id"), [])
    check_lengths(file=name, record_id=record_id)
    text = drop_repeats(clean_text(values["text"], notes), notes)
    return InputDocument(
        digest=digest_of(["document", name, _sha256(values["text"]), record_id]),
        file_name=name.replace("\\", "/").rsplit("/", 1)[-1],
        text=text,
        sha256=_sha256(text),
        text_key=_sha256("".join(text.split())),
        pages=_pages(values.get("pages")),
        record_id=record_id,
        owner=None,
        source_file=clean_line(raw.file, []),
        line=raw.line,
        repairs=notes,
    )


def own_document(contribution: Contribution) -> InputDocument:
    """Return the judgment that came inside a record."""
    return InputDocument(
        digest=digest_of(["own", contribution.digest]),
        file_name="",
        text=contribution.text,
        sha256=_sha256(contribution.text),
        text_key=_sha256("".join(contribution.text.split())),
        pages=None,
        record_id="",
        owner=contribution.digest,
        source_file=contribution.source_file,
        line=contribution.line,
        repairs=contribution.repairs.get("text", ()),
    )


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _pages(value: Any) -> int | None:
    try:
        pages = int(value)
    except (TypeError, ValueError, OverflowError):
        return None
    return pages if 0 < pages < 1_000_000 else None
