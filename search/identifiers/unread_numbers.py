"""Unread numbers: what is meant as a case number and cannot be one, with its place, what it lacks and why.

Search tells it beside the hits, lookup as the answer, and a brief with its place: all of them by what stands here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from search.identifiers.case_number import YEAR_MAX, YEAR_MIN, as_ascii
from search.identifiers.case_types import CASE_TYPES, squeeze, types_by_alias
from search.identifiers.misspelt_types import types_like
from search.identifiers.statute import find_statutes
from search.identifiers.type_before import type_before
from search.identifiers.written_numbers import LIST_MAX, RANGE_MAX, is_range, written_numbers

SERIAL_DIGITS_MAX = 7

_TO = r"(?:-|(?<![^\W\d_])(?:to|till|through)(?![^\W\d_])|تا|سے)"
_AND = r"(?:[,;&،]|(?<![^\W\d_])(?:and|or)(?![^\W\d_])|اور)"
_OF_YEAR = r"(?:\s?/\s?\d{4})"
_YEAR = r"\d{4}|(?:19|20)\d{3}|(?<=[/\\])(?:20\d|\d{5,9})"
"""A year, or one with a digit too few or too many; with a hyphen or "of" before them such digits may be anything.

Three digits are a slip of "20..": others behind a slash are sections, "380/411 PPC".
"""
_OF = r"\s{1,2}(?:of|آف|سال)\s{1,2}"
_LISTED = rf"\d{{1,7}}{_OF_YEAR}?\s?(?:{_TO}|{_AND}{{1,2}})\s?(?:nos?\.?\s)?"
_NUMBERED = re.compile(
    rf"""(?<!\d)(?<!\d[/\\.-])(?<!\d[,;&])(?<!\d[,;]\s)(?<!\d\s[&-]\s)(?<!\d\sto\s)(?<!\d\sand\s)
        (?:(?P<row>(?:{_LISTED}){{1,{LIST_MAX}}})?
        (?P<serial>\d{{1,40}})(?:-?[A-Z](?![A-Z]))?
        (?:\s?(?(row)[/\\]|[/\\-])\s?|(?P<of>{_OF}))(?P<year>{_YEAR})
        (?P<tail>(?:[/\\-]\d{{1,7}}){{1,3}})?(?!\d)
        |(?:{_LISTED})++(?:(?P<last>\d{{1,40}})(?:\s?[/\\]\s?|(?P<last_of>{_OF}))(?P<last_year>{_YEAR})(?![\d/\\-]))?)""",
    re.IGNORECASE | re.VERBOSE,
)
"""A serial and a year, with the numbers of the list that leads there; it begins at the first of a list alone.

A list without a year, or of more numbers than are read, is passed over as a whole, so that the numbers in it are not
tried one by one.
"""
_SIGN_BEFORE = re.compile(r"(?<![^\W\d_])(?:nos?|number|نمبر)[\s.:#]{0,4}\Z", re.IGNORECASE)
_SIGN_LENGTH = 12
_YEAR_OR_SECTION = re.compile(r"[/\\]20\d(?!\d)")
_WHOLE = re.compile(r"(?<![\d/\\-])(?P<serial>\d{1,7})\s?/\s?(?P<year>\d{4})(?!\d)")
_RANGE = re.compile(
    rf"(?<![\d/\\])(?P<low>\d{{1,7}})(?:\s?/\s?(?P<year>\d{{4}}))?\s?{_TO}\s?(?:nos?\.?\s)?"
    rf"(?P<high>\d{{1,7}}){_OF_YEAR}?"
    rf"(?P<chain>\s?{_TO}\s?\d{{1,7}}{_OF_YEAR}?)?",
    re.IGNORECASE,
)
_SERIAL_AND_YEAR = re.compile(
    r"(?<!\d)(?P<serial>\d{1,40})\s?(?:[-/]|\bof\b|\s)\s?(?P<year>\d{4})(?!\d)", re.IGNORECASE
)
_SEVERAL = re.compile(
    r"(?<!\d)\d{1,7}(?:\s?(?:[,&،-]|(?<![^\W\d_])(?:to|and|or|اور|تا|و)(?![^\W\d_])|,\s?and)\s?\d{1,7}){1,50}"
    r"\s?(?:/|\bof\b)\s?\d{4}(?!\d)",
    re.IGNORECASE,
)
"""A list or a range under one year: "1-5/2025", "1 & 2 of 2025"."""
_ONE_NUMBER = re.compile(r"(?P<before>\D{0,60})(?P<number>\d{1,7})\D{0,60}")
_YEAR_DIGITS = 4
_NO_TYPE = frozenset({"", "no", "nos", "number", "case", "cases", "case no", "case number"})
_MARKS = " .,:;#()[]/'\"-"
_EXPECTED_RANGE = f"expected a lower one first, of the same year, and {RANGE_MAX} at most"


class NumberFault(NamedTuple):
    """What is wrong with a case number."""

    missing: tuple[str, ...]
    """Of "case type", "serial" and "year" what is not there, or not as one of the court's numbers has it."""
    problem: str
    """In one sentence."""


class UnreadNumber(NamedTuple):
    """What a text means as a case number, or as a range of them, and is none."""

    start: int
    end: int
    """Code points of the text as given, with the case type where that stands right before it."""
    fault: NumberFault


def find_unread(text: str) -> list[UnreadNumber]:
    """Find what stands behind a case type and cannot be a number of the court's, in order."""
    plain = as_ascii(text)
    found = [unread for match in _NUMBERED.finditer(plain) for unread in _unread(plain, match)]
    if any(_YEAR_OR_SECTION.search(plain, unread.start, unread.end) for unread in found):
        found = _no_sections(text, found)
    told = {unread.end for unread in found}
    return sorted([*found, *(unread for unread in _too_long(plain) if unread.end not in told)])


def faults_of_numbers(text: str) -> list[str]:
    """Say of each number with a case type in *text* that cannot be one of the court's what is wrong with it."""
    faults = dict.fromkeys(unread.fault for unread in find_unread(text))
    return [f"{fault.problem}; it is read as a word" if fault.missing else fault.problem for fault in faults]


def fault_of_number(text: str) -> NumberFault | None:
    """Tell what a case number lacks of which *text* gives a part; None where it gives none."""
    unread = next(iter(find_unread(text)), None)
    if unread is not None:
        return unread.fault
    plain = as_ascii(text)
    if _SEVERAL.search(plain):
        return NumberFault((), "it holds several case numbers; give each by itself")
    typed = _begins_with_type(plain)
    whole = _SERIAL_AND_YEAR.search(plain)
    if whole is not None:
        return _fault_of_parts(whole, typed=typed)
    missing = _missing_parts(plain, typed=typed)
    return NumberFault(missing, lacks("case number", missing)) if missing else None


def fault_of_type(written: str) -> NumberFault:
    """Tell that no table knows the case type *written*, and which it may be."""
    if says_no_type(written):
        return NumberFault(("case type",), lacks("case number", ("case type",)))
    forms = [CASE_TYPES[name][0] for name in types_like(squeeze(written))]
    proposal = f"; did you mean {' or '.join(forms)}?" if forms else ""
    return NumberFault(("case type",), f"{written!r} is not known as a case type{proposal}")


def unknown_type_before(text: str, start: int) -> str:
    """Return the words before *start* where they can only be meant as a case type; "" where they say nothing."""
    written = re.sub(r"(?i)(?<![^\W\d_])(?:nos?|number)[\s.:#]*$", "", text[:start]).strip(_MARKS)
    return "" if says_no_type(written) else " ".join(written.split())


def says_no_type(written: str) -> bool:
    """Whether *written*, which stands in the place of a case type, only says that a number follows: "case No."."""
    return written.strip(_MARKS).casefold() in _NO_TYPE


def lacks(kind: str, missing: tuple[str, ...]) -> str:
    """Say in one sentence which parts are *missing* of an identifier of one *kind*."""
    *others, last = missing
    parts = f"{', '.join(others)} and {last}" if others else last
    return f"the {kind} lacks its {parts}"


def fault_of_digits(serial: str, year: str) -> NumberFault | None:
    """Tell which of the two, in digits, no case of the court can have; None where one may have both."""
    if len(serial) > SERIAL_DIGITS_MAX:
        return NumberFault(("serial",), f"the serial {serial} has more than {SERIAL_DIGITS_MAX} digits")
    if not YEAR_MIN <= int(year) <= YEAR_MAX:
        return NumberFault(("year",), f"{year} is no year of a case: expected {YEAR_MIN} to {YEAR_MAX}")
    return None


def _unread(plain: str, match: re.Match[str]) -> Iterator[UnreadNumber]:
    """Yield what is wrong in one list of numbers, if a case type stands before it."""
    faults = list(_faults(plain, match) if match["serial"] else _faults_of_long(plain, match))
    before = type_before(plain, match.start()) if faults else None
    if before is None or not before.types:
        return
    for start, end, fault in faults:
        yield UnreadNumber(before.start if start == match.start() else start, end, fault)


def _counts_things(plain: str, match: re.Match[str]) -> bool:
    """Whether the digits behind "of" are no year: "3 of 20120 kanals" has one too many for it, and no "No."."""
    if not (match["of"] or match["last_of"]) or len(match["year"] or match["last_year"]) == _YEAR_DIGITS:
        return False
    return _SIGN_BEFORE.search(plain, max(0, match.start() - _SIGN_LENGTH), match.start()) is None


def _no_sections(text: str, found: Sequence[UnreadNumber]) -> list[UnreadNumber]:
    """Return of *found* what is no list of sections with their act: "bail application 107/201 PPC"."""
    of_act = bytearray(len(text))
    for section in find_statutes(text):
        if section.act:
            of_act[section.start : section.end] = b"\x01" * (section.end - section.start)
    return [unread for unread in found if not of_act[unread.end - 1]]


def _too_long(plain: str) -> Iterator[UnreadNumber]:
    """Yield the lists of numbers that are left unread for their length."""
    if len(plain) <= 2 * LIST_MAX:  # a number and its comma: nearly every query is done here
        return
    for written in written_numbers(plain):
        before = type_before(plain, written.listed[0].start) if written.is_too_long else None
        if before is not None and before.types:
            length = len(written.listed) + 1
            problem = f"the list of {length} case numbers is too long: expected {LIST_MAX} at most; give it in parts"
            yield UnreadNumber(before.start, written.end, NumberFault((), problem))


def _faults(plain: str, match: re.Match[str]) -> Iterator[UnreadNumber]:
    start = match.start()  # of the numbers that have the last year
    for each in _WHOLE.finditer(plain, match.start(), match.start("serial")):
        start = match.start("serial")
        if fault := fault_of_digits(each["serial"], each["year"]):
            yield UnreadNumber(*each.span(), fault)
    if _counts_things(plain, match):
        return
    for each in _RANGE.finditer(plain, match.start(), match.end("year")) if match["row"] else ():
        low_year = each["year"] or match["year"]
        if each["chain"] or low_year != match["year"] or not is_range(int(each["low"]), int(each["high"])):
            start = match.start("serial")
            end = match.end("year") if each.end() >= match.end("serial") else each.end()
            problem = f"{plain[each.start() : end]} is no range of case numbers: {_EXPECTED_RANGE}"
            yield UnreadNumber(each.start(), end, NumberFault((), problem))
    written = plain[match.start("serial") : match.end()]
    fault = None if _may_be_range(match) else fault_of_digits(match["serial"], match["year"])
    if fault is None and match["tail"]:
        meant = written.removesuffix(match["tail"])
        fault = NumberFault(("year",), f"{written} is no case number: expected one serial and one year, as in {meant}")
    if fault is not None:
        yield UnreadNumber(start, match.end(), fault)


def _faults_of_long(plain: str, match: re.Match[str]) -> Iterator[UnreadNumber]:
    """Yield what is wrong with the last number of a list that is too long to be read."""
    fault = fault_of_digits(match["last"], match["last_year"]) if match["last"] else None
    if fault is not None and not _counts_things(plain, match):
        yield UnreadNumber(match.start(), match.end(), fault)


def _may_be_range(match: re.Match[str]) -> bool:
    """Whether two years stand there with a hyphen, "1930-1940", or a range of numbers without their year."""
    if "-" not in match.group() or match["tail"]:
        return False
    digits = len(match["serial"]), len(match["year"])
    return digits == (_YEAR_DIGITS, _YEAR_DIGITS) or (
        digits[1] != _YEAR_DIGITS and is_range(int(match["serial"]), int(match["year"]))
    )


def _fault_of_parts(whole: re.Match[str], *, typed: bool) -> NumberFault:
    fault = fault_of_digits(whole["serial"], whole["year"])
    if fault is not None:
        return fault
    if typed:
        return NumberFault((), "it cannot be read as a case number; expected one like W.P. 12/2024")
    return NumberFault(("case type",), lacks("case number", ("case type",)))


def _missing_parts(plain: str, *, typed: bool) -> tuple[str, ...]:
    if not re.search(r"\d", plain):
        return ("serial", "year") if typed else ()
    alone = _ONE_NUMBER.fullmatch(plain)
    if alone is None or not (typed or alone["before"].strip(" .#").casefold() in _NO_TYPE):
        return ()
    part = "serial" if alone["before"].rstrip().endswith("/") and len(alone["number"]) == _YEAR_DIGITS else "year"
    return (part,) if typed else ("case type", part)


def _begins_with_type(plain: str) -> bool:
    """Whether what stands before the first digit is a case type, with or without "No." behind it."""
    head = re.split(r"\d", plain, maxsplit=1)[0].strip(" .-/#:")
    return any(squeeze(words) in types_by_alias() for words in (head, re.sub(r"(?i)\b(?:nos?|number)$", "", head)))
