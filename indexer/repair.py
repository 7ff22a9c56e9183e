"""Repair: what inputs get wrong is put right, and every change is noted.

Works on single values.  A function takes the value as found and a list of notes, and returns the value as
kept; nothing is changed without a note.
"""

from __future__ import annotations

import datetime
import json
import math
import re
import unicodedata
from collections.abc import Iterable

import ftfy
import ftfy.badness

Notes = list[str]

_ABSENT_LENGTH = 40
_ABSENT = frozenset({"", "n/a", "na", "nil", "none", "null", "-", "--", "?", "nan"})
# Quotes stay as the court typed them; only damage is repaired.
_FTFY = ftfy.TextFixerConfig(uncurl_quotes=False, unescape_html=False, explain=False)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
_SUSPECT = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufb00-\ufb06\uff01-\uff60\u3000\ufffe\uffff]"
)
"""What a clean text holds none of: controls, stray line separators, halves of pairs, ligatures, full-width forms."""
_UNUSUAL = re.compile("[^\\x00-\\x7f\u2018\u2019\u201c\u201d\u2013\u2014\u2026\u2022]")
_SPACES = re.compile(r"\s+")
_REPEAT_LENGTH_MIN = 200
"""A paragraph shorter than this may stand twice on purpose ("Relist.", "JUDGE")."""
_SHOWN_LENGTH = 60
"""Characters of a wrong value that a reason repeats."""
YEAR_MIN = 1900
_NUMERIC_DATE = re.compile(r"(\d{1,4})\s*[-./]\s*(\d{1,2})\s*[-./]\s*(\d{1,4})$")
_WORDED_DATE = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[\s,-]+([A-Za-z]{3,9})[\s,.-]+(\d{4})$")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_VERSUS_MARK = re.compile(r"(?:\s*-\s+VS\s+-\s*)|(?:\s*-VS-\s*)", re.IGNORECASE)


def _looks_damaged(text: str) -> bool:
    # Repairing a page costs milliseconds, asking ftfy one, and this search microseconds: broken encoding always
    # leaves letters or signs besides the quotes and dashes of typeset English.
    if not _UNUSUAL.search(text):
        return False
    return ftfy.badness.is_bad(text) or not unicodedata.is_normalized("NFC", text)


def is_absent(value: object) -> bool:
    """Whether *value* is one of the ways to write that there is none: null, "", "N/A", "-", the number NaN."""
    if isinstance(value, str):
        return len(value) < _ABSENT_LENGTH and value.strip().lower() in _ABSENT
    return value is None or (isinstance(value, float) and math.isnan(value))


def is_text(value: object) -> bool:
    """Whether *value* can stand where text is expected: text or a number, but not true or false."""
    return isinstance(value, str | int | float) and not isinstance(value, bool)


def text_of(value: object) -> str:
    """Return text as it is and a number in digits.

    Raises:
        ValueError: If *value* is of another type; written out, that would be program text.
    """
    if not is_text(value):
        raise wrong_type("a value", value, "text or a number")
    return str(value)


def wrong_type(field: str, value: object, expected: str) -> ValueError:
    """Return the error that names a field, what was found in it and what was expected."""
    shown = json.dumps(value, ensure_ascii=False, default=str)
    if len(shown) > _SHOWN_LENGTH:
        shown = shown[: _SHOWN_LENGTH - 3] + "..."
    return ValueError(f"{field} is {shown}; expected {expected}")


def clean_text(text: str, notes: Notes) -> str:
    """Return *text* with broken encoding and control characters repaired; line breaks stay."""
    if not _SUSPECT.search(text) and (text.isascii() or not _looks_damaged(text)):
        return text
    fixed = ftfy.fix_text(text, _FTFY)
    fixed = _CONTROL.sub("", fixed).replace("\ufffe", "").replace("\uffff", "")
    fixed = fixed.encode("utf-8", "replace").decode("utf-8")
    if fixed != text:
        notes.append(
            "line ends unified" if fixed == text.replace("\r\n", "\n").replace("\r", "\n") else "encoding repaired"
        )
    return fixed


def clean_line(value: object, notes: Notes) -> str:
    """Return *value* as one line of text, empty where it is absent; `ValueError` where it is no text."""
    if is_absent(value):
        return ""
    return _SPACES.sub(" ", clean_text(text_of(value), notes)).strip()


def clean_title(value: object, notes: Notes) -> str:
    """Return a case title in the one form "A VS B etc."."""
    title = clean_line(value, notes)
    spaced = _SPACES.sub(" ", _VERSUS_MARK.sub(" VS ", title)).strip()
    if spaced != title:
        notes.append("versus mark spaced")
    return spaced


def clean_date(value: object, notes: Notes, *, year_max: int) -> str:
    """Return a date in ISO form, empty where *value* is absent or no possible date.

    Args:
        value: As found: "23-07-2025", "05.12.2019", "2025-07-23", "2nd December, 2019".
        notes: An impossible date is dropped and noted with what was found.
        year_max: The last year that a date of the court can bear.
    """
    written = clean_line(value, notes)
    if not written:
        return ""
    parsed = _parse_date(written)
    if parsed is None or not YEAR_MIN <= parsed.year <= year_max:
        notes.append(f"impossible date {written!r} dropped")
        return ""
    return parsed.isoformat()


def _parse_date(written: str) -> datetime.date | None:
    stamp = re.match(r"(\d{4}-\d{2}-\d{2})[T ]\d{2}:", written)
    numeric = _NUMERIC_DATE.match(stamp[1] if stamp else written)
    worded = _WORDED_DATE.match(written)
    if numeric:
        day, month, year = (int(part) for part in numeric.groups())
        if len(numeric[1]) == 4:
            day, year = year, day
        if len(numeric[3]) == 2 and len(numeric[1]) != 4:
            year += 2000 if year < 50 else 1900
    elif worded and worded[2][:3].lower() in _MONTHS:
        day, month, year = int(worded[1]), _MONTHS.index(worded[2][:3].lower()) + 1, int(worded[3])
    else:
        return None
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def unique_texts(texts: Iterable[str], notes: Notes) -> list[str]:
    """Return *texts* in order, each once; empty ones are left out."""
    given = [text for text in texts if text]
    kept = list(dict.fromkeys(given))
    if len(kept) < len(given):
        notes.append(f"{len(given) - len(kept)} repeated")
    return kept


def drop_repeats(text: str, notes: Notes) -> str:
    """Return a long text without what stands in it twice in a row: the whole text, or a long paragraph."""
    stripped = text.strip()
    half = len(stripped) // 2
    first, second = stripped[:half].strip(), stripped[half:].strip()
    if len(first) >= _REPEAT_LENGTH_MIN and first == second:
        notes.append("text given twice, kept once")
        return first
    paragraphs = text.split("\n\n")
    kept = [
        paragraph
        for place, paragraph in enumerate(paragraphs)
        if place == 0 or len(paragraph) < _REPEAT_LENGTH_MIN or paragraph.strip() != paragraphs[place - 1].strip()
    ]
    if len(kept) < len(paragraphs):
        notes.append(f"{len(paragraphs) - len(kept)} repeated paragraphs, kept once")
        return "\n\n".join(kept)
    return text
