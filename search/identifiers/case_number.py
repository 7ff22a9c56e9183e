"""Case numbers: read from the court's own form, and found in whatever people write."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from search.cases import CaseNumber
from search.identifiers.case_types import canonical_type, squeeze, types_by_alias
from search.identifiers.type_before import FILLERS, TypeBefore, type_before, types_behind
from search.identifiers.written_numbers import (
    YEAR_MAX,
    YEAR_MIN,
    Serial,
    WrittenNumber,
    is_range,
    is_ranged,
    joins,
    joins_range,
    written_numbers,
)
from search.text.normalise import fold
from search.types import NumberQuery

__all__ = ["YEAR_MAX", "YEAR_MIN", "as_ascii", "find_numbers", "is_announcement", "parse_number", "whole_number"]

_COURT_FORM = re.compile(
    r"^(?P<type>\D+?)\s*(?P<serial>\d{1,7})\s*/\s*(?P<year>\d{4})\s*(?P<category>.*?)\s*(?:\((?P<bench>SB|DB|LB)\))?$"
)
_YEAR_FIRST = re.compile(
    r"(?P<year>\d{4})[\s,]+(?P<type>[^\W\d_][^\W\d_.\s]*[^\d_/()-]*?)\s?(?P<serial>\d{1,7})[\s.?]*", re.ASCII
)
"""A whole text, "2025 WP 1"; no abbreviation of a case type is that of a law report."""
_FILLER_BEHIND = re.compile(rf"(?<=[\s.])(?:{'|'.join(sorted(FILLERS, key=len, reverse=True))})\.?\s*$", re.IGNORECASE)
_ANNOUNCEMENTS = frozenset({"", "case", "no", "number", "case no", "case number"})
_FOLLOWING_LENGTH = 80
_PRECEDING_LENGTH = 60
_LIKE_ASCII = str.maketrans(dict.fromkeys("‐‑‒–—−", "-") | dict.fromkeys("⁄∕؍", "/"))
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
"""Characters without a width, which copying leaves inside of words and numbers."""
_NOUGHT_FOR_LETTER = re.compile(r"(?<![A-Za-z0-9])N0(?=[.\s])")


def parse_number(text: str) -> CaseNumber | None:
    """Read the court's own form, "Crl. Misc. 5/2025 Bail After Arrest (SB)"; None if *text* is another."""
    match = _COURT_FORM.match(" ".join(text.split()))
    if match is None or not YEAR_MIN <= int(match["year"]) <= YEAR_MAX:
        return None
    return CaseNumber(
        case_type=canonical_type(match["type"]),
        serial=int(match["serial"]),
        year=int(match["year"]),
        category=match["category"],
        bench_kind=match["bench"] or "",
    )


def whole_number(text: str) -> NumberQuery | None:
    """Read *text* as a number in the court's own form and nothing else, of a case type known or not."""
    match = _COURT_FORM.match(text.strip())
    if match is None or not YEAR_MIN <= int(match["year"]) <= YEAR_MAX:
        return None
    before = len(text) - len(text.lstrip())
    return NumberQuery(
        serial=int(match["serial"]),
        year=int(match["year"]),
        case_types=(canonical_type(_FILLER_BEHIND.sub("", match["type"])),),
        following=fold(match.string[match.end("year") :]),
        start=before,
        end=before + match.end("year"),
    )


def find_numbers(text: str, further: FurtherTypes | None = None) -> list[NumberQuery]:
    """Find case numbers in free text or in a file name, in order.

    A number without a type is found only with four digits for the year, since "302/34" is a list of
    sections.  Where a text names a type by an alias that several types share, all of them are given.
    A type behind the number ("1234/2023 writ petition") and a letter at the serial ("5-B/2025") are hints.

    A type holds for a whole list, "W.P. Nos. 1, 2 and 4 to 6 of 2025": each number has its own place, and
    those of a range all have that of the range.  A type with one letter wrong is read as what it is like.  Years with
    a hyphen behind a type in the plural are a time and no number: "writ petitions 2020-2024".

    Args:
        text: Any text.
        further: Finds case types beside those of the tables, which count where a year in four digits follows.
    """
    plain = _NOUGHT_FOR_LETTER.sub("No", as_ascii(text))
    seen = _UNSEEN.sub("", plain)
    found = _year_first(seen) or _numbers(seen, further(seen) if further else {})
    if len(seen) == len(plain):
        return found
    places = [place for place, char in enumerate(plain) if not _UNSEEN.match(char)]
    return [replace(number, start=places[number.start], end=places[number.end - 1] + 1) for number in found]


def is_announcement(before: str) -> bool:
    """Whether the words *before* a number only say that one follows, "case No."; they are no case type then."""
    return fold(before).strip(" .,:;#-(") in _ANNOUNCEMENTS


def as_ascii(text: str) -> str:
    """Return *text* with digits, dashes and slashes of any script as ASCII ones, place by place.

    Every code point keeps its place, so that spans are those of the text as given.
    """
    return "".join(map(_as_ascii, text.translate(_LIKE_ASCII)))


def _as_ascii(char: str) -> str:
    if char.isascii():
        return char
    if char.isdecimal():
        return str(unicodedata.decimal(char))
    unified = unicodedata.normalize("NFKC", char)
    return unified if len(unified) == 1 else char


def _year_first(plain: str) -> list[NumberQuery]:
    """Read a text that is one number with its year in front; none where it is anything else."""
    match = _YEAR_FIRST.fullmatch(plain.strip())
    names = (match["type"], _FILLER_BEHIND.sub("", match["type"])) if match else ()
    types = next(filter(None, (types_by_alias().get(squeeze(name)) for name in names)), None)
    if match is None or types is None or not YEAR_MIN <= int(match["year"]) <= YEAR_MAX:
        return []
    before = len(plain) - len(plain.lstrip())
    return [
        NumberQuery(int(match["serial"]), int(match["year"]), types, start=before, end=before + match.end("serial"))
    ]


class FurtherType(NamedTuple):
    """A case type that no table knows as it stands there."""

    start: int
    types: tuple[str, ...]
    is_longer: bool
    """Whether it goes before a known type with which it ends."""


FurtherTypes = Callable[[str], Mapping[int, FurtherType]]
"""A text as read here in, and its further types by the place of the digit behind them out."""


class _Typed(NamedTuple):
    """A number with its type, which holds for what follows it in a list."""

    written: WrittenNumber
    types: tuple[str, ...]


def _numbers(plain: str, further: Mapping[int, FurtherType]) -> list[NumberQuery]:
    found: list[NumberQuery] = []
    last: _Typed | None = None
    for written in written_numbers(plain):
        start = written.listed[0].start if written.listed else written.start
        before = _with_further(type_before(plain, start), further.get(start), written)
        if last is not None and _is_continued(plain, last, written, before):
            if joins_range(plain[last.written.end : before.start]):
                before = before._replace(start=found.pop().start)
                written = written._replace(listed=(last.written.serial._replace(ranges=True),))
            before = before._replace(types=last.types)
        is_time = _is_time(plain[before.start : start], written)
        if before.is_other or is_time or written.is_too_long or not YEAR_MIN <= written.year <= YEAR_MAX:
            last = None
        elif before.types:
            last = _Typed(written, before.types)
            found += _of_type(plain, written, before)
        else:
            last = None
            found += _without_type(plain, written)
    return found


def _is_continued(plain: str, last: _Typed, written: WrittenNumber, before: TypeBefore) -> bool:
    """Whether *written* has the type of *last*: in a list without one of its own, in a range with the same at most."""
    gap = plain[last.written.end : before.start]
    if before.is_other or (before.types and not (before.types == last.types and joins_range(gap))):
        return False
    return _goes_on(gap, last, written)


def _with_further(before: TypeBefore, further: FurtherType | None, written: WrittenNumber) -> TypeBefore:
    """Return what stands before a number, with the *further* type where that counts."""
    if further is None or not written.in_full:
        return before
    if before.types and not (further.is_longer and further.start < before.start):
        return before
    return TypeBefore(further.types, further.start)


def _is_time(named: str, written: WrittenNumber) -> bool:
    """Whether *written*, behind the name of its type, is no number but the years: "writ petitions 2020-2024"."""
    name = squeeze(named)
    plural = name.endswith("s") and name not in types_by_alias() and name[:-1] in types_by_alias()
    return plural and written.is_time


def _goes_on(gap: str, last: _Typed, written: WrittenNumber) -> bool:
    """Whether *written*, behind *gap*, is in one list with *last*: "W.P. 1/2025, 2/2025 & 3/2025"."""
    if not joins(gap) or written.separator in ("", "(") or (written.may_be_years and written.separator == "-"):
        return False
    if not joins_range(gap):
        return written.in_full or written.year == last.written.year
    low, ranged = last.written.serial.number, any(serial.ranges for serial in last.written.listed[-1:])
    return (
        written.year == last.written.year and not written.listed and not ranged and is_range(low, written.serial.number)
    )


def _of_type(plain: str, written: WrittenNumber, before: TypeBefore) -> Iterator[NumberQuery]:
    """Yield each number of a list under one year, and of its ranges."""
    serials = (*written.listed, written.serial)
    following = fold(plain[written.end : written.end + _FOLLOWING_LENGTH])
    bench_kind = before.bench_kind or written.bench_kind.lower()
    for first, last in _runs(serials):
        for number in range(first.number, last.number + 1):
            yield NumberQuery(
                serial=number,
                year=written.year,
                case_types=before.types,
                suffix=first.suffix or before.suffix or written.suffix,
                following=f"{following} ({bench_kind})".strip() if bench_kind else following,
                start=before.start if first is serials[0] else first.start,
                end=written.end if last is serials[-1] else last.end,
            )


def _runs(serials: Sequence[Serial]) -> Iterator[tuple[Serial, Serial]]:
    """Yield the ends of each range, and each serial that stands by itself twice."""
    ends = iter(serials)
    for serial in ends:
        yield serial, next(ends) if serial.ranges else serial


def _without_type(plain: str, written: WrittenNumber) -> Iterator[NumberQuery]:
    hinted = types_behind(plain, written.end)
    if _stands_alone(plain, written, hinted):
        yield NumberQuery(
            serial=written.serial.number,
            year=written.year,
            hinted_types=hinted,
            suffix=written.serial.suffix or written.suffix,
            following=fold(plain[written.end : written.end + _FOLLOWING_LENGTH]),
            preceding=plain[max(0, written.start - _PRECEDING_LENGTH) : written.start],
            start=written.start,
            end=written.end,
        )


def _stands_alone(plain: str, written: WrittenNumber, hinted: tuple[str, ...]) -> bool:
    """Whether serial and year without a type before them are a case number."""
    ranged = re.match(r"-\d", plain[written.end : written.end + 2])
    if not written.in_full or written.separator in ("", "(", "\\") or ranged or _is_bound(plain, written.start):
        return False
    whole = plain[written.start : written.end] == plain.strip()
    if (hinted and not written.is_time) or (whole and written.separator != "-"):
        return True
    # Inside a text "2 of 2023" is a page and no case, and "2023-2025" is a time.
    return written.separator in ("/", "-") and not written.may_be_years


def _is_bound(plain: str, start: int) -> bool:
    """Whether what begins at *start* is the end of something longer: "s/5/2025", "1-5/2025"."""
    return plain[max(0, start - 1) : start] in ("/", "\\") or is_ranged(plain, start)
