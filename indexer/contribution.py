"""Contributions: what one input record says about a case, repaired and in one form.

Whatever the shape of the input (the project's JSONL, the court site's rows, CSV), a contribution holds the
same fields under the names of `search.cases.Case`, as JSON values: dates in ISO form, lists of objects for
hearings, motions and parties.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from indexer.court_rows import COURT_NAMES, flatten_court_row
from indexer.field_types import OBJECT, ORDERS, ROWS, STRING, STRINGS, TEXT, TEXTS, FieldType, check_types
from indexer.headings import title_of_text
from indexer.hearings import hearing_and_stage, hearings_of, motions_of
from indexer.records import RawRecord
from indexer.repair import (
    clean_date,
    clean_line,
    clean_text,
    clean_title,
    drop_repeats,
    is_absent,
    text_of,
    unique_texts,
)
from search.cases import CaseNumber
from search.identifiers.case_number import parse_number

NORMALISATION_VERSION = 2
"""Raised when the same input would give other fields; a reload then replaces what is stored."""
NAME_LENGTH_MAX = 500
HOME_COURT = "Islamabad High Court"
KINDS = ("csv", "row", "record", "detailed_row")
"""From the barest to the fullest."""
_LINES = ("court", "status", "stage", "fir_number", "police_station", "offence_sections", "incident",
          "accused", "disposal_bench")  # fmt: skip
_TEXTS = ("short_order", "description", "disposal", "summary", "abstract")
_DATES = ("institution_date", "disposal_date", "fir_date", "tentative_date", "consigned_date")
_LISTS = (
    "advocates_petitioner",
    "advocates_respondent",
    "subjects",
    "sections",
    "keywords",
    "comments",
    "abstract_sentences",
)
_ALIASES = {"under_section": "offence_sections", "name_of_accused": "accused", "case_description": "description",
            "cms": "motions", "institution": "institution_date", "judgment": "text"}  # fmt: skip
_SEPARATORS = {"comments": r"\n", "abstract_sentences": r"\n", "advocates_petitioner": ",", "advocates_respondent": ","}
_TYPES: dict[str, FieldType] = {
    **dict.fromkeys((*_LINES, *_TEXTS, *_DATES, "id", "source", "scraped_at", "source_date", "number"), TEXT),
    **dict.fromkeys(("case_number", "title", "hearing", "hearing_date", "date"), TEXT),
    **dict.fromkeys(_LISTS, TEXTS),
    **dict.fromkeys(("bench", "files", "pdf_files"), STRINGS),
    **dict.fromkeys(("orders", "hearings"), ORDERS),
    **dict.fromkeys(("motions", "parties"), ROWS),
    **dict.fromkeys(("facts", "profile"), OBJECT),
    "text": STRING,
}
_TYPES_OF_OWN = _TYPES | {name: _TYPES[ours] for name, ours in _ALIASES.items()}
_TYPES_OF_COURT = {name: _TYPES[ours] for name, ours in COURT_NAMES.items()}
_PARTY_TYPES = {"name": TEXT, "side": TEXT}
_DISPOSED = re.compile(r"^(?:DECIDED|DISPOSED)\s*\((.*)\)$", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Contribution:
    """One input record, normalised."""

    digest: str
    kind: str
    """One of `KINDS`."""
    source: str
    """The collection that `source_id` is an id of; empty where the input names none."""
    source_id: str
    source_date: str
    source_file: str
    line: int
    fields: Mapping[str, Any]
    """Field name -> value; a field without a value is left out."""
    repairs: Mapping[str, list[str]]
    text: str = ""
    """A judgment that came inside the record."""


def digest_of(value: object) -> str:
    """Return the SHA-256 of a JSON value, independent of the order of its keys."""
    canonical = json.dumps(value, sort_keys=True, ensure_ascii=True, separators=(",", ":"), default=str)
    return hashlib.sha256(canonical.encode("ascii")).hexdigest()


def check_lengths(**names: str) -> None:
    """Raise `ValueError` where a name is too long to be one, and to be looked up by."""
    for field, name in names.items():
        if len(name) > NAME_LENGTH_MAX:
            raise ValueError(f"{field} has {len(name)} characters; at most {NAME_LENGTH_MAX} are kept")


def contribution_of(raw: RawRecord, *, year_max: int) -> Contribution:
    """Return what *raw* says about its case.

    Raises:
        ValueError: If it names no case (no number, no id and no title), or a field is of a wrong type.
    """
    flat = _flatten(raw)
    reader = _FieldReader(flat, year_max)
    fields = reader.fields()
    source_id = clean_line(flat.get("id"), [])
    if not (source_id or fields.get("number_text") or fields.get("title")):
        raise ValueError("the record has no number, no id and no title")
    check_lengths(id=source_id, court=fields.get("court", ""), status=fields.get("status", ""))
    check_lengths(**{f"file name {place}": name for place, name in enumerate(fields.get("files", ()), start=1)})
    return Contribution(
        digest=digest_of([raw.shape, raw.values]),
        kind=_kind(raw),
        source=clean_line(flat.get("source"), []),
        source_id=source_id,
        source_date=_source_date(flat, year_max),
        source_file=clean_line(raw.file, []),
        line=raw.line,
        fields=fields,
        repairs={field: notes for field, notes in sorted(reader.notes.items()) if notes},
        text=reader.text(),
    )


def _kind(raw: RawRecord) -> str:
    if raw.shape == "row":
        return "detailed_row" if "CASE_STATUS" in raw.values else "row"
    return raw.shape


def _source_date(flat: Mapping[str, Any], year_max: int) -> str:
    written = clean_line(flat.get("scraped_at") or flat.get("source_date"), [])
    day = clean_date(written, [], year_max=year_max)
    return written[:40] if day and written.startswith(day) else day


def _flatten(raw: RawRecord) -> dict[str, Any]:
    """Return the record under the project's own names, nested groups opened."""
    if "CASE_NO" in raw.values:
        check_types(raw.values, _TYPES_OF_COURT)
        return flatten_court_row(raw.values)
    if raw.shape != "csv":  # its cells are all text, which says nothing where rows are expected
        for group in (raw.values, *(raw.values.get(name) for name in ("facts", "profile"))):
            check_types(group if isinstance(group, Mapping) else {}, _TYPES_OF_OWN)
    flat: dict[str, Any] = {}
    for group in (raw.values.get("profile"), raw.values.get("facts"), raw.values):
        for name, value in (group or {}).items() if isinstance(group, Mapping) else ():
            if not is_absent(value):
                flat[_ALIASES.get(name, name)] = value
    if "number" not in flat and ("title" in flat or "text" not in flat):
        # A bare judgment's `case_number` may be a case it cites: only a row with a title owns its number.
        flat["number"] = flat.get("case_number")
    flat.setdefault("files", flat.get("pdf_files"))
    return flat


class _FieldReader:
    """Reads one flattened record field by field and gathers the notes."""

    def __init__(self, flat: Mapping[str, Any], year_max: int) -> None:
        self.flat = flat
        self.year_max = year_max
        self.notes: dict[str, list[str]] = defaultdict(list)
        self._judgment: str | None = None

    def fields(self) -> dict[str, Any]:
        found: dict[str, Any] = {name: clean_line(self.flat.get(name), self.notes[name]) for name in _LINES}
        found["bench"] = self._bench()
        found |= {name: self._text(name) for name in _TEXTS}
        found |= {name: self._date(name) for name in _DATES}
        found |= {name: self._list(name) for name in _LISTS}
        found |= self._number() | self._hearing() | self._lists_of_objects()
        found["title"] = clean_title(self.flat.get("title"), self.notes["title"]) or title_of_text(self.text())
        found["files"] = sorted({_file_name(name) for name in _listed(self.flat.get("files"), r"[;|]")} - {""})
        self._finish(found)
        return {name: value for name, value in sorted(found.items()) if value not in ("", [], None)}

    def text(self) -> str:
        if self._judgment is None:
            value, notes = self.flat.get("text"), self.notes["text"]
            self._judgment = "" if is_absent(value) else drop_repeats(clean_text(text_of(value), notes), notes)
        return self._judgment

    def _finish(self, found: dict[str, Any]) -> None:
        """Values that depend on others, and the court's placeholders."""
        if found["fir_number"].strip("0") == "" and found["fir_number"]:
            self.notes["fir_number"].append("placeholder 0 dropped")
            found["fir_number"] = ""
        if found["status"].isupper():
            found["status"] = found["status"].capitalize()
        disposed = _DISPOSED.match(found["disposal"])
        if disposed:
            found["disposal"] = "" if is_absent(disposed[1]) else disposed[1].strip()
        if not found["court"] and found.get("number"):
            found["court"] = HOME_COURT

    def _text(self, name: str) -> str:
        value = self.flat.get(name)
        return "" if is_absent(value) else clean_text(text_of(value), self.notes[name]).strip()

    def _bench(self) -> str:
        written = self.flat.get("bench")
        judges = written if isinstance(written, list) else [written]
        return ", ".join(filter(None, (clean_line(judge, self.notes["bench"]) for judge in judges)))

    def _date(self, name: str) -> str:
        return clean_date(self.flat.get(name), self.notes[name], year_max=self.year_max)

    def _list(self, name: str) -> list[str]:
        written = _listed(self.flat.get(name), _SEPARATORS.get(name, "[;|]"))
        parts = (clean_line(part, self.notes[name]) for part in written)
        return unique_texts(parts, self.notes[name])

    def _number(self) -> dict[str, Any]:
        written = clean_line(self.flat.get("number"), self.notes["number_text"])
        number = parse_number(written) if written else None
        if number is None:
            return {"number_text": written or _own_number(self.flat)}
        return {"number": number_fields(number), "number_text": written}

    def _hearing(self) -> dict[str, Any]:
        found = {"hearing_date": "", "stage": clean_line(self.flat.get("stage"), self.notes["stage"])}
        for name in ("hearing", "hearing_date", "date"):
            day, stage = hearing_and_stage(self.flat.get(name), self.notes["hearing_date"], year_max=self.year_max)
            found["hearing_date"] = found["hearing_date"] or day
            found["stage"] = found["stage"] or stage
        return found

    def _lists_of_objects(self) -> dict[str, Any]:
        orders = self.flat.get("hearings") or self.flat.get("orders")
        return {
            "hearings": hearings_of(orders, self.notes["hearings"], year_max=self.year_max),
            "motions": motions_of(self.flat.get("motions"), self.notes["motions"], year_max=self.year_max),
            "party_rows": _parties(self.flat.get("parties"), self.notes["parties"]),
        }


def number_fields(number: CaseNumber) -> dict[str, Any]:
    """Return a case number as a JSON object."""
    return {
        "case_type": number.case_type,
        "serial": number.serial,
        "year": number.year,
        "category": number.category,
        "bench_kind": number.bench_kind,
    }


def _own_number(flat: Mapping[str, Any]) -> str:
    """The number of a bare judgment where its heading opens with it; else the field is not trusted."""
    written = clean_line(flat.get("case_number"), [])
    heading = " ".join(str(flat.get("text", ""))[:300].split())
    complete = re.search(r"\d\s*(?:/|of|-)\s*\d{2,4}\b", written)
    return written if complete and 0 <= heading.find(written) <= _HEADING_LENGTH else ""


_HEADING_LENGTH = 150


def _listed(value: object, separator: str) -> list[str]:
    if isinstance(value, list):
        return [text_of(part) for part in value if not is_absent(part)]
    return [] if is_absent(value) else re.split(separator, text_of(value))


def _file_name(written: str) -> str:
    return clean_line(written, []).replace("\\", "/").rsplit("/", 1)[-1]


def _parties(value: object, notes: list[str]) -> list[dict[str, str]]:
    found: list[dict[str, str]] = []
    for entry in value if isinstance(value, list) else ():
        given = entry if isinstance(entry, Mapping) else {"name": entry}
        check_types(given, _PARTY_TYPES)
        side = clean_line(given.get("side"), notes).lower()
        name = clean_line(given.get("name"), notes)
        if name:
            found.append({"name": name, "side": side if side in ("petitioner", "respondent") else "other"})
    return list({json.dumps(party, sort_keys=True): party for party in found}.values())
