"""Written numbers: serials and years as texts join them, "1, 2 and 4 to 6 of 2025", before any case type is looked for.

Whether a row of serials is a list of cases or anything else, only the type before it tells: `case_number` asks for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from search.identifiers.case_types import ARABIC_LETTERS

YEAR_MIN, YEAR_MAX = 1947, 2049
"""Years a case can bear; anything else between slashes is a list of sections or a typing error."""
RANGE_MAX = 50
"""Numbers that "1 to 50 of 2025" may name; a longer range is no list of cases that anybody asks for."""
LIST_MAX = 500
"""Serials under one year that are read; of a longer list `unread_numbers` tells."""

_LETTER = "[A-Za-z]|بی|ڈبلیو|کیو|ایم"
_NO_LETTER = rf"(?![A-Za-z{ARABIC_LETTERS}])"
_SUFFIX = rf"(?:\s?[-/]?\s?(?P<suffix>{_LETTER}){_NO_LETTER})?"
_SUFFIX_LETTERS = {"بی": "B", "ڈبلیو": "W", "کیو": "Q", "ایم": "M"}
_OF = r"(?:(?i:of)|آف|بابت|سال)"
_AND = r"(?i:and|or|to|till|through|aur|اور|تا|سے)"
_NUMBER_SIGN = r"(?:(?i:nos?)\.?\s{1,2})"
_MORE_LETTERS = r"\.[A-Za-z]|\.?\s[A-Za-z]\."
"""Behind a letter that begins the next type, "W.P. 1/2025-W.P. 2/2025", and is no mark."""
_SAME_YEAR = r"\d{1,7}\s?/\s?(?P=year)(?![\d/\\-])"
"""Behind the hyphen of a range, "1/2025-3/2025"."""
_SERIAL_AND_YEAR = re.compile(
    rf"""(?<!\d)(?<!\d[/\\.])(?P<serial>\d{{1,7}}){_SUFFIX}
        (?P<separator>\s?[/\\-]\s?|[\s_]*{_OF}[\s_]*(?:(?:(?i:the)[\s_]+)?(?i:year)[\s_]+)?|[\s_]+(?=\d{{4}}\b)|_(?=\d{{4}}\b)
            |\s?(?P<bracket>\()\s?(?=\d{{4}}\s?\)))
        ['’]?(?P<year>\d{{4}}|2[Oo]\d\d|\d{{2}})(?(bracket)\s?\))
        (?:[/-](?P<mark>[A-Za-z]|(?i:isl|isb|islamabad|ihc|sb|db|lb)){_NO_LETTER}(?!{_MORE_LETTERS}))?
        (?![\d/\\]|-(?!{_SAME_YEAR})\d|\.\d|\s?{_OF}\s?\d{{4}})""",
    re.VERBOSE,
)
_LISTED_BEFORE = re.compile(
    rf"""(?<!\d)(?<!\d[/\\.])(?P<serial>\d{{1,7}}){_SUFFIX}
        (?P<join>[\s,;&+،-]{{1,4}}(?:{_AND}[\s,]{{1,3}})?{_NUMBER_SIGN}?)\Z""",
    re.VERBOSE,
)
_LISTED_LENGTH = 40
_JOINED = re.compile(rf"(?:\s?\((?i:SB|DB|LB)\))?(?P<join>[\s,;&+،-]{{1,4}}(?:{_AND}[\s,]{{1,3}})?{_NUMBER_SIGN}?)")
_RANGE = frozenset({"-", "to", "till", "through", "تا", "سے"})
_JOIN_MAX = 24
_BENCH_KINDS = frozenset({"SB", "DB", "LB"})


class Serial(NamedTuple):
    """One serial of a list, or one end of a range."""

    number: int
    suffix: str
    """Capital letter that stands at it; "" for none."""
    start: int
    end: int
    ranges: bool = False
    """Whether it is the first of a range that ends with the next serial."""


class WrittenNumber(NamedTuple):
    """One year with the serial right before it, and those of the list that leads there."""

    serial: Serial
    listed: tuple[Serial, ...]
    """The serials before it under the same year, in order; they count where a case type stands before the first."""
    year: int
    """Four digits, always; it need not be a year of a case."""
    in_full: bool
    """Whether the year is written in four digits."""
    separator: str
    """Between serial and year, without spaces: "/", "of", "(" or ""."""
    mark: str
    """What stands behind the year with a hyphen, "B" or "ISL", in capitals; "" for nothing."""
    start: int
    end: int

    @property
    def bench_kind(self) -> str:
        """The bench kind that stands behind the year; "" for none."""
        return self.mark if self.mark in _BENCH_KINDS else ""

    @property
    def suffix(self) -> str:
        """The letter behind the year, which hints at the category as one at the serial does."""
        return self.mark if len(self.mark) == 1 else ""

    @property
    def is_too_long(self) -> bool:
        """Whether it ends a list of more numbers than are read."""
        return len(self.listed) >= LIST_MAX

    @property
    def may_be_years(self) -> bool:
        """Whether it may be two years, "2023/2024"."""
        return self.in_full and YEAR_MIN <= self.serial.number <= YEAR_MAX

    @property
    def is_time(self) -> bool:
        """Whether it is written as a time is, "2020-2024": nothing but two years, in order, with a hyphen."""
        return self.may_be_years and self.separator == "-" and self.serial.number < self.year and not self.listed


def written_numbers(plain: str) -> Iterator[WrittenNumber]:
    """Yield what stands in *plain* as a serial and a year, in order; it is as `case_number.as_ascii` returns it."""
    low = 0
    for match in _SERIAL_AND_YEAR.finditer(plain):
        serial = Serial(int(match["serial"]), _suffix(match), match.start(), match.end())
        listed = _listed(plain, serial, low)
        low, ranged_from = match.end(), low + 1
        # "1-5/2025" is a range, and so is "1/2025-5/2025"; "1-2-3/2025" and "01-02-2023" are nothing.
        bound = is_ranged(plain, match.start()) and match.start() != ranged_from
        if bound and (not listed or match["separator"].strip() == "-"):
            continue
        yield WrittenNumber(
            serial=serial,
            listed=listed,
            year=full_year(match["year"]),
            in_full=len(match["year"]) == 4,
            separator=match["separator"].strip(" _\t\n"),
            mark=(match["mark"] or "").upper(),
            start=match.start(),
            end=match.end(),
        )


def full_year(digits: str) -> int:
    """Return the year that two or four *digits* stand for; a letter O among them is a nought."""
    year = int(digits.replace("O", "0").replace("o", "0"))
    return year if len(digits) == 4 else year + (2000 if year < 50 else 1900)


def is_range(low: int, high: int) -> bool:
    """Whether the serials from *low* to *high* are a range that is read."""
    return 0 < high - low < RANGE_MAX


def is_ranged(plain: str, start: int) -> bool:
    """Whether a digit and a hyphen lead to *start*, as in a range or a date."""
    return start > 1 and plain[start - 1] == "-" and plain[start - 2].isdigit()


def joins(gap: str) -> bool:
    """Whether *gap* stands between two numbers of one list: "1/2025, 2/2025 & 3/2025"."""
    return (match := _JOINED.fullmatch(gap)) is not None and bool(_word(match["join"]))


def joins_range(gap: str) -> bool:
    """Whether *gap* stands between the ends of a range: "1/2025 to 5/2025"."""
    return len(gap) <= _JOIN_MAX and _word(gap) in _RANGE


def _listed(plain: str, last: Serial, low: int) -> tuple[Serial, ...]:
    """Return the serials that a list has before *last*, none of them left of *low*."""
    found: list[Serial] = []
    following = last
    while True:
        match = _LISTED_BEFORE.search(plain, max(low, following.start - _LISTED_LENGTH), following.start)
        if match is None or not _word(match["join"]):
            break
        ranges = _word(match["join"]) in _RANGE
        if "-" in match["join"] and not ranges:
            break
        if ranges and (following.ranges or not is_range(int(match["serial"]), following.number)):
            return ()
        following = Serial(int(match["serial"]), _suffix(match), match.start(), match.start("join"), ranges)
        found.append(following)
    return () if found and is_ranged(plain, following.start) else tuple(reversed(found))


def _suffix(match: re.Match[str]) -> str:
    written = match["suffix"] or ""
    return _SUFFIX_LETTERS.get(written, written.upper())


def _word(join: str) -> str:
    """Return what joins, in small letters, without spaces and commas beside a word; "" for spaces alone."""
    words = re.sub(r"(?i:nos?)\.?\s*\Z", "", join).casefold().split()
    return " ".join(words).strip(",; ") or join.strip()
