"""Unread numbers: what stands behind a case type and is meant as its number, and why it is none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from search.identifiers.case_number import as_ascii
from search.identifiers.type_before import type_before
from search.identifiers.written_numbers import RANGE_MAX, YEAR_MAX, YEAR_MIN, is_range

_SERIAL_DIGITS_MAX = 7
_NUMBER = re.compile(
    r"""(?<!\d)(?<!\d[/\\.-])(?:(?P<low>\d{1,7})\s?(?:-|\bto\b|\bthrough\b|تا)\s?)?(?P<serial>\d{1,40})
        (?:\s?[/\\]\s?|\s{1,2}(?:of|آف|سال)\s{1,2})(?P<year>\d{4})(?![\d/-])""",
    re.VERBOSE,
)


def faults_of_numbers(text: str) -> list[str]:
    """Say of each number with a case type in *text* that cannot be one of the court's what is wrong with it."""
    plain = as_ascii(text)
    return list(dict.fromkeys(fault for match in _NUMBER.finditer(plain) for fault in _faults(plain, match)))


def _faults(plain: str, match: re.Match[str]) -> Iterator[str]:
    serial, year = match["serial"], match["year"]
    too_long, no_year = len(serial) > _SERIAL_DIGITS_MAX, not YEAR_MIN <= int(year) <= YEAR_MAX
    no_range = match["low"] is not None and not is_range(int(match["low"]), int(serial))
    if not (too_long or no_year or no_range) or not type_before(plain, match.start()).types:
        return
    if too_long:
        yield f"the serial {serial} has more than {_SERIAL_DIGITS_MAX} digits: it is read as a word"
    elif no_year:
        yield f"{year} is no year of a case: expected {YEAR_MIN} to {YEAR_MAX}"
    else:
        yield f"{match.group()} is no range of case numbers: expected a lower one first, and {RANGE_MAX} at most"
