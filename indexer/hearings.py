"""Order rows: hearings and miscellaneous applications, from the forms in which inputs give them."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from indexer.field_types import STRINGS, TEXT, check_types
from indexer.repair import clean_date, clean_line, clean_text, is_absent, text_of

_HEARING = re.compile(
    r"^\s*(?:(?:MON|TUE|WED|THU|FRI|SAT|SUN)[A-Z]*\s+)?(?P<date>\d{1,4}[-./]\d{1,2}[-./]\d{1,4})(?:T\S+)?"
    r"\s*(?:\((?P<list>[^)]*)\))?\s*(?P<stage>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_ROW_BREAK = re.compile(r"\s+\|\s+(?=SR\b)")
_ORDER = re.compile(
    r"^SR\s+(?P<serial>\S+)\s+-\s+(?P<date>(?:CM on\s+)?\S+)\s+-\s+"
    r"(?P<stage>CANCELLED - [A-Z ]+|OLD(?:ER)?(?: CASES)? - RED CAUSE LIST CASES|[^-]+?(?:-[^-\s][^-]*?)*)"
    r"(?:\s+-\s+(?P<order>.*))?$",
    re.DOTALL,
)
_DAY = re.compile(r"\d{1,4}[-./]\d{1,2}[-./]\d{1,4}")
_HEARING_NAMES = {"sr": "serial", "hearing_date": "date", "case_stage": "stage", "order": "short_order",
                  "text": "short_order", "view": "files"}  # fmt: skip
_MOTION_NAMES = {"cm": "number", "institution": "institution_date", "order_passed": "order"}
_HEARING_LINES = ("serial", "bench", "list_type", "stage")
_HEARING_TYPES = dict.fromkeys((*_HEARING_LINES, "date", "date_text", "disposal_date", "short_order"), TEXT) | {
    "files": STRINGS
}
_MOTION_TEXTS = ("number", "order", "description", "status")
_MOTION_DATES = ("institution_date", "disposal_date")
_MOTION_TYPES = dict.fromkeys((*_MOTION_TEXTS, *_MOTION_DATES), TEXT)


def hearing_and_stage(value: object, notes: list[str], *, year_max: int) -> tuple[str, str]:
    """Read the court's hearing column, "THU 20-02-2024 (FC)" and "NOTICE CASES" below it, as (ISO date, stage)."""
    if is_absent(value):
        return "", ""
    match = _HEARING.match(text_of(value))
    if match is None:
        return clean_date(value, notes, year_max=year_max), ""
    return clean_date(match["date"], notes, year_max=year_max), clean_line(match["stage"], notes)


def hearings_of(value: object, notes: list[str], *, year_max: int) -> list[dict[str, Any]]:
    """Return order rows, each once, in the order given.

    Args:
        value: A list of objects, or the one string "SR 19 - 20-02-2024 - NOTICE CASES - Disposed Of | SR 1 - ...".
        notes: Repairs are added here.
        year_max: The last year that a date can bear.
    """
    if is_absent(value):
        return []
    entries = value if isinstance(value, list) else _ROW_BREAK.split(text_of(value))
    rows = [_hearing(_parsed_order(entry), notes, year_max) for entry in entries if entry]
    return _each_once(rows, notes)


def motions_of(value: object, notes: list[str], *, year_max: int) -> list[dict[str, Any]]:
    """Return miscellaneous applications (CMs), each once, in the order given."""
    entries = value if isinstance(value, list) else []
    rows = []
    for entry in entries:
        given = _renamed(entry if isinstance(entry, Mapping) else {"number": entry}, _MOTION_NAMES)
        check_types(given, _MOTION_TYPES)
        row = {name: clean_line(given.get(name), notes) for name in _MOTION_TEXTS}
        for name in _MOTION_DATES:
            row[name] = clean_date(given.get(name), notes, year_max=year_max)
        rows.append({name: text for name, text in row.items() if text})
    return _each_once(rows, notes)


def _parsed_order(entry: object) -> Mapping[str, Any]:
    if isinstance(entry, Mapping):
        return _renamed(entry, _HEARING_NAMES)
    written = text_of(entry)
    match = _ORDER.match(written.strip())
    if match is None:
        return {"short_order": written}
    return {"serial": match["serial"], "date": match["date"], "stage": match["stage"], "short_order": match["order"]}


def _hearing(given: Mapping[str, Any], notes: list[str], year_max: int) -> dict[str, Any]:
    check_types(given, _HEARING_TYPES)
    row: dict[str, Any] = {name: clean_line(given.get(name), notes) for name in _HEARING_LINES}
    written = clean_line(given.get("date_text") or given.get("date"), notes)
    day = _DAY.search(written)
    row["date"] = clean_date(day[0] if day else written, notes, year_max=year_max)
    row["date_text"] = written if day and written != day[0] else ""
    row["disposal_date"] = clean_date(given.get("disposal_date"), notes, year_max=year_max)
    order = given.get("short_order")
    row["short_order"] = "" if is_absent(order) else clean_text(text_of(order), notes).strip()
    files = given.get("files")
    row["files"] = [clean_line(name, notes) for name in files] if isinstance(files, list) else []
    return {name: kept for name, kept in row.items() if kept}


def _renamed(entry: Mapping[str, Any], names: Mapping[str, str]) -> dict[str, Any]:
    lowered = {"_".join(str(name).lower().split()): value for name, value in entry.items()}
    return {names.get(name, name): value for name, value in lowered.items()}


def _each_once(rows: list[dict[str, Any]], notes: list[str]) -> list[dict[str, Any]]:
    given = [row for row in rows if row]
    kept = list({json.dumps(row, sort_keys=True): row for row in given}.values())
    if len(kept) < len(given):
        notes.append(f"{len(given) - len(kept)} repeated")
    return kept
