"""Unread numbers: what stands behind a case type and is meant as its number, and why it is none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from search.identifiers.case_number import as_ascii
from search.identifiers.partial_numbers import fault_of_digits
from search.identifiers.type_before import type_before
from search.identifiers.written_numbers import RANGE_MAX, is_range

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
    fault = fault_of_digits(match["serial"], match["year"])
    no_range = match["low"] is not None and not is_range(int(match["low"]), int(match["serial"]))
    if not (fault or no_range) or not type_before(plain, match.start()).types:
        return
    if fault is not None:
        yield f"{fault.problem}: it is read as a word"
    else:
        yield f"{match.group()} is no range of case numbers: expected a lower one first, and {RANGE_MAX} at most"
