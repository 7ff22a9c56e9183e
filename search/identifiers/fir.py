"""First information reports: "FIR No. 123/2024 dated 01.02.2024 P.S. Kohsar", in English, Urdu and Roman Urdu.

A FIR has a number of its own police station and year.  It is no case number of the court, so its place is given and
whoever looks for case numbers can leave it out.
"""

from __future__ import annotations

import bisect
import datetime
import itertools
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from search.identifiers.police_stations import Station, find_stations, known_station_at, same_station
from search.text.normalise import fold
from search.types import FirQuery

YEAR_MIN, YEAR_MAX = 1947, 2049


class FirReference(NamedTuple):
    """One FIR, or one police station alone, as a text names it."""

    number: str
    """Without leading zeros, with a letter where it has one: "123", "12-A"; "" for a police station alone."""
    year: int | None
    """Four digits; that of the date where the number bears none; None where nothing tells it."""
    police_station: str
    """As written, without "P.S."; "" if none is named with the number."""
    date: datetime.date | None
    """The day on which it was registered."""
    start: int
    end: int
    """Code points of "FIR No. 123/2024" in the text as given; of "PS Kohsar" for a police station alone."""
    station_span: tuple[int, int] | None = None
    """Where "PS Kohsar" stands, if a station is named."""

    @property
    def query(self) -> FirQuery:
        """The report, without its place."""
        return FirQuery(self.number, self.year, self.police_station)


class _Number(NamedTuple):
    number: str
    year: int | None
    start: int
    end: int
    continues: bool
    """Whether it follows another number in a list, "FIR No. 1/2020, 2/2020 and 3/2020"."""


# Where a FIR or a police station may be named: cheap to look for in a long judgment, read closely only there.
_FIR_MAY_BE = re.compile(r"[Ff][.\s]{0,2}[Ii]|[Cc][Rr][Ii][Mm]|[Mm][Uu][KkQq]|ا[یي]ف|مقد|جرم")
_YEAR = (
    r"(?:\s{0,2}/\s{0,2}(?:\d{4}|\d\d)|\s?-\s?\d{4}|[\s,]{1,3}(?:of|year|saal|سال|بابت)\s{1,3}\d{4})(?![\d/]|[.-]\d)"
)
_FIR = re.compile(
    r"""(?<![^\W\d_])
    (?:(?:F[.\s]{0,2}I[.\s]{0,2}R[sS]?|ا[یي]ف[\s.۔]{0,2}آئ[یي][\s.۔]{0,2}آر|first\s{1,3}information\s{1,3}report)
       (?![^\W\d_])(?:[.,\s]{0,3}bearing)?(?:[.,\s]{0,3}crime(?![^\W\d_]))?
      |(?P<strict>crime|muqadd?[ae]?m[ae]h?|mukadd?[ae]?m[ae]h?|مقدم[ہةه]|جرم)(?![^\W\d_]))
    (?:[.\s]{0,3}(?:(?P<word>nos?|number|numbers|num|nambar|نمبر)(?![^\W\d_])|(?P<hash>\#))[.:,;\s\#-]{0,5}|[.:\s-]{1,3})
    (?P<serial>\d{1,6})(?:(?:\s?-\s?)?(?P<suffix>[A-TV-Z])(?![^\W\d_]))?(?P<year>"""
    + _YEAR
    + ")?",
    re.IGNORECASE | re.VERBOSE,
)
_LISTED = re.compile(
    rf"[\s,]{{0,3}}(?:and|&|اور)?\s{{0,3}}(?P<serial>\d{{1,6}})(?P<suffix>-[A-Za-z])?(?P<year>{_YEAR})",
    re.IGNORECASE | re.VERBOSE,
)
_NO_NUMBER = re.compile(
    r"\d|[./:-]\d|[.)]\s+[A-Z(]|\)|\s?(?:days?|hours?|hrs|minutes?|months?|years?|weeks?|persons?|accused|others?|"
    r"unknown|witness\w*|st|nd|rd|th|[ap]m)\b|\s?%",
    re.IGNORECASE,
)
_AT_STATION = re.compile(
    r"(?P<serial>\d{1,6})(?:\s?-\s?(?P<suffix>[A-TV-Za-tv-z])(?![^\W\d_]))?"
    r"(?P<year>\s?/\s?(?:(?:19|20)\d\d|(?:[0-2]\d|30)(?=[\s,]*\Z)))(?![\d/]|[.-]\d)",
    re.IGNORECASE,
)
"""A number of which only its police station tells that it is a FIR's.  Two digits are a year at the end of a query;
elsewhere "302/34" are sections."""
_BESIDE_STATION = re.compile(r"[\s,]{1,3}")
_DATED = re.compile(
    r"""(?P<before>[^\W\d_]*)[\s,.:)(]{0,4}(?<![^\W\d_])(?:dated?|dt|(?P<on>on)|مورخہ|مؤرخہ|بتاریخ|mawarkha)(?![^\W\d_])
    [\s.:,-]{0,4}
    (?:(?P<day>\d{1,2})(?:[./-](?P<month>\d{1,2})[./-]|(?:st|nd|rd|th)?[\s.,-]{1,3}(?:of\s)?(?P<named>[A-Za-z]{3,9})[\s.,-]{1,3})
      |(?P<named2>[A-Za-z]{3,9})\s{1,2}(?P<day2>\d{1,2})(?:st|nd|rd|th)?[\s,]{1,3})(?P<year>\d{4}|\d\d)(?!\d)""",
    re.IGNORECASE | re.VERBOSE,
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NOT_REGISTERED = frozenset(
    "order orders judgment judgement letter notice application report notification decree cheque hearing arrested "
    "arrest occurred incident decided dismissed granted passed challan memo".split()
)
"""What bears a date that is not the FIR's: "order dated", "arrested on"."""
_REGISTERED = re.compile(r"registered|lodged|recorded|درج", re.IGNORECASE)
_SENTENCE_ENDS = re.compile(r"[^\W\d_]{4,}[.۔]\s+[A-Z]|\n\s{0,20}\n|;")
_DATE_WITHIN, _STATION_WITHIN, _STATION_BEFORE = 90, 170, 45


def find_firs(text: str) -> list[FirReference]:
    """Find FIR numbers and police stations in *text*, in order and not overlapping.

    The nearest police station in the same sentence belongs to a number; one without a number stands alone, with ""
    for its number.  "Crime No." and "muqadma no" are read as FIR numbers.
    """
    numbers = list(_numbers(text))
    stations = [station for station in find_stations(text) if not _overlaps(station, numbers)]
    numbers = sorted([*numbers, *_numbers_at(text, stations, numbers)], key=lambda number: number.start)
    stations = sorted([*stations, *_stations_at(text, numbers, stations)], key=lambda station: station.start)
    owners = _owners(text, numbers, stations)
    found = [
        _reference(text, number, following.start if following else len(text), owners.get(number.start))
        for number, following in itertools.zip_longest(numbers, numbers[1:])
    ]
    owned = {station.start for station in owners.values()}
    for name, start, end in stations:
        if start not in owned:
            found.append(FirReference("", None, name, None, start, end, (start, end)))
    return sorted(found, key=lambda reference: reference.start)


def same_fir(left: FirQuery, right: FirQuery) -> bool:
    """Tell whether two may be one report: what both say agrees, and they agree in more than the number.

    Each police station counts its reports anew each year, so that a number alone tells nothing.
    """
    if left.number != right.number:
        return False
    years = bool(left.year and right.year)
    stations = bool(left.police_station and right.police_station)
    return (
        (years or stations)
        and (not years or left.year == right.year)
        and (not stations or same_station(left.police_station, right.police_station))
    )


def answers_fir(asked: FirQuery, held: FirQuery) -> bool:
    """Tell whether *held* may be what *asked* means: who gives a number alone means any report of that number."""
    if not (asked.year or asked.police_station):
        return asked.number == held.number
    return same_fir(asked, held)


def _numbers(text: str) -> Iterator[_Number]:
    floor = 0
    for match in filter(None, (_FIR.match(text, place.start()) for place in _FIR_MAY_BE.finditer(text))):
        number = _number_of(match, match.start())
        if match.start() < floor or number is None or not _is_number(text, match):
            continue
        yield number
        floor = match.end()
        listed = _LISTED.match(text, match.end())
        while listed and (number := _number_of(listed, listed.start("serial"))):
            yield number._replace(continues=True)
            floor = listed.end()
            listed = _LISTED.match(text, floor)


def _numbers_at(text: str, stations: list[Station], numbers: list[_Number]) -> Iterator[_Number]:
    """Yield the numbers that stand right behind a police station, or before it where they open *text*."""
    for station in stations:
        gap = _BESIDE_STATION.match(text, station.end)
        match = _AT_STATION.match(text, gap.end()) if gap else None
        if match is None and station is stations[0]:
            opens = _AT_STATION.match(text, len(text) - len(text.lstrip()), station.start)
            match = opens if opens and _BESIDE_STATION.fullmatch(text, opens.end(), station.start) else None
        number = _number_of(match, match.start()) if match else None
        if number is not None and not any(other.start < number.end and number.start < other.end for other in numbers):
            yield number


def _stations_at(text: str, numbers: list[_Number], stations: list[Station]) -> Iterator[Station]:
    """Yield the known police stations that stand right behind a number without "P.S.": "FIR 123/2024 Kohsar"."""
    for number in numbers:
        gap = _BESIDE_STATION.match(text, number.end)
        name = known_station_at(text, gap.end()) if gap else None
        if name is not None and not _overlaps(name, stations) and not _overlaps(name, numbers):
            yield name


def _number_of(match: re.Match[str], start: int) -> _Number | None:
    year = _full_year(re.findall(r"\d+", match["year"])[0]) if match["year"] else None
    if year is not None and not YEAR_MIN <= year <= YEAR_MAX:
        return None
    suffix = f"-{match['suffix'].strip('-').upper()}" if match["suffix"] else ""
    return _Number(f"{int(match['serial'])}{suffix}", year, start, match.end(), continues=False)


def _is_number(text: str, match: re.Match[str]) -> bool:
    named = match["word"] or match["hash"]
    if match["strict"] and not named and "/" not in match.group():
        return False  # "the crime of 2020"
    if match["year"] or named:
        return not re.match(r"\d|\.\d{1,2}\.\d", text[match.end() : match.end() + 8])
    # "FIR. 3 The learned counsel", and the number of a page on a line of its own.
    plain = "\n" not in match.group() and not re.match(r"[^\W\d_]+\.\s", match.group())
    return plain and not _NO_NUMBER.match(text[match.end() : match.end() + 16])


def _full_year(digits: str) -> int:
    return int(digits) if len(digits) == 4 else int(digits) + (2000 if int(digits) < 50 else 1900)


def _owners(text: str, numbers: list[_Number], stations: list[Station]) -> dict[int, Station]:
    """Return where a number starts -> the police station it belongs to."""
    owners: dict[int, Station] = {}
    taken: set[int] = set()
    lists = [list(group) for group in _lists(numbers)]
    for listed, following in itertools.zip_longest(lists, lists[1:]):
        until = following[0].start if following else len(text)
        for station in _nearest(text, listed, until, stations):
            if station.start not in taken:
                owners.update({number.start: station for number in listed})
                taken.add(station.start)
                break
    return owners


def _lists(numbers: list[_Number]) -> Iterator[list[_Number]]:
    first = [index for index, number in enumerate(numbers) if not number.continues]
    return (numbers[at:end] for at, end in itertools.pairwise([*first, len(numbers)]))


def _nearest(text: str, listed: list[_Number], until: int, stations: list[Station]) -> Iterator[Station]:
    """Yield the police stations that may be that of the *listed* numbers, the likeliest first."""
    start, end = listed[0].start, listed[-1].end
    at = bisect.bisect_left([station.start for station in stations], start)
    before = [station for station in stations[max(0, at - 1) : at] if start - station.end <= _STATION_BEFORE]
    behind = [station for station in stations[at : at + 1] if station.start < until]
    adjoining = [station for station in before if start - station.end <= 2]
    for station in [*adjoining, *behind, *before]:
        between = text[min(station.end, end) : max(station.start, start)]
        if len(between) <= _STATION_WITHIN and not _SENTENCE_ENDS.search(between):
            yield station


def _reference(text: str, number: _Number, until: int, station: Station | None) -> FirReference:
    date = _date_of(text[number.end : min(until, number.end + _DATE_WITHIN)], number.year)
    year = number.year if number.year is not None or date is None else date.year
    name, span = (station.name, (station.start, station.end)) if station else ("", None)
    return FirReference(number.number, year, name, date, number.start, number.end, span)


def _date_of(after: str, year: int | None) -> datetime.date | None:
    match = _DATED.search(after)
    if match is None or _SENTENCE_ENDS.search(after[: match.start()]) or fold(match["before"]) in _NOT_REGISTERED:
        return None
    if match["on"] and not _REGISTERED.search(after[: match.start("on")]):
        return None
    name = (match["named"] or match["named2"] or "")[:3].casefold()
    month = _MONTHS.index(name) + 1 if name in _MONTHS else int(match["month"] or 0)
    try:
        date = datetime.date(_full_year(match["year"]), month, int(match["day"] or match["day2"]))
    except ValueError:
        return None
    return date if year is None or date.year == year else None


def _overlaps(station: Station, others: Sequence[_Number | Station]) -> bool:
    """Whether *station* overlaps one of *others*, which are in order and apart."""
    at = bisect.bisect_right(others, station.start, key=lambda other: other.start)
    return any(other.start < station.end and station.start < other.end for other in others[max(0, at - 1) : at + 1])
