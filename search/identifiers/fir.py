"""First information reports: "FIR No. 123/2024 dated 01.02.2024 P.S. Kohsar", in English, Urdu and Roman Urdu.

A FIR has a number of its own police station and year.  It is no case number of the court, so its place is given and
whoever looks for case numbers can leave it out.
"""

from __future__ import annotations

import bisect
import datetime
import functools
import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

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


class _Number(NamedTuple):
    number: str
    year: int | None
    start: int
    end: int
    continues: bool
    """Whether it follows another number in a list, "FIR No. 1/2020, 2/2020 and 3/2020"."""


class _Station(NamedTuple):
    name: str
    start: int
    end: int


KNOWN_STATIONS: tuple[tuple[str, ...], ...] = (
    ("Aabpara", "Abpara", "آبپارہ"), ("Bani Gala", "Banigala", "بنی گالہ"), ("Karachi Company", "کراچی کمپنی"),
    ("Bhara Kahu", "Bara Kahu", "Barakahu", "Bharakahu", "بھارہ کہو"), ("Golra", "Golra Sharif", "گولڑہ"),
    ("Humak", "Hummak", "ہمک"), ("Industrial Area", "I-9", "انڈسٹریل ایریا"), ("Khanna", "کھنہ"), ("Kirpa", "کرپا"),
    ("Kohsar", "Kohisar", "کوہسار"), ("Koral", "Karal", "کورال"), ("Lohi Bher", "Loi Bher", "Lohi Bhair", "لوہی بھیر"),
    ("Margalla", "Margallah", "مارگلہ"), ("Nilore", "Nilor", "نیلور"), ("Noon", "نون"), ("Phulgran", "Phulgaran"),
    ("Ramna", "رمنا"), ("Sabzi Mandi", "سبزی منڈی"), ("Sangjani", "سنگجانی"), ("Shahzad Town", "شہزاد ٹاؤن"),
    ("Secretariat", "Secretariate", "سیکرٹریٹ"), ("Shalimar", "شالیمار"), ("Shams Colony", "شمس کالونی"),
    ("Sihala", "Sehala", "سہالہ"), ("Sumbal", "Sumbel", "Sambal", "سنبل"), ("Tarnol", "Tarnaul", "ترنول"),
    ("Women", "Women G-7", "ویمن"), ("New Town",), ("Civil Lines",), ("Race Course",),
    ("Waris Khan",), ("Sadiqabad",), ("Gujar Khan",), ("Airport",), ("Saddar", "Sadar"), ("Cantt", "Cantonment"),
)  # fmt: skip
"""Police stations of Islamabad, and some next door: the usual name first, then other spellings."""

_PLAIN_WORDS = frozenset("noon women airport secretariat humak khanna saddar sadar cantt cantonment".split())
"""Stations, folded, whose name is also a word, a person's or half of another: behind a number "P.S." is missed."""

_CITIES = (
    "islamabad rawalpindi pindi karachi lahore peshawar quetta hyderabad sukkur larkana multan faisalabad sialkot "
    "gujranwala gujrat abbottabad attock jhelum chakwal sargodha bahawalpur gilgit punjab sindh kpk اسلام راولپنڈی"
)
_CITY = frozenset(_CITIES.split())
_STOP = frozenset(
    (
        "under u s us i section sections dated date dt for in on of at the a an and or with who where when which "
        "whereby that this was is are has had have to by from through against registered lodged district distt dist "
        "tehsil taluka province vide as alongwith along but not be being been his he it its they such said same "
        "concerned bearing muqadma muqaddama mukadma ppc crpc cnsa act offence offences case crime fir no bail "
        "petition writ wp crl cr state versus vs v dt accused petitioner appellant applicant respondent complainant "
        "judge justice sho asi si order regarding after before other others any all shall may police station thana "
        "into if so our there were would will murder arrest quashing quashment registration challan investigation dsp "
        "sip pi inv inspector pc hc asp ssp constable incharge mr mst mrs earlier relist reserved thereafter even "
        "further both plea we p.s submitted sub-rule subsection place ko ka ki ke me mein se ne par ka zila dafa zer "
        "mawarkha میں کے کی کا نے سے کو پر اور ضلع تحصیل مورخہ مؤرخہ بجرم جرم زیر دفعہ مقدمہ نمبر بنام"
    ).split()
)
"""Words, folded, that end the name of a police station."""

_WORDS_MAX = 4
# Where a FIR or a police station may be named: cheap to look for in a long judgment, read closely only there.
_FIR_MAY_BE = re.compile(r"[Ff][.\s]{0,2}[Ii]|[Cc][Rr][Ii][Mm]|[Mm][Uu][KkQq]|ا[یي]ف|مقد|جرم")
_STATION_MAY_BE = re.compile(r"[Pp][./\s]{0,2}[Ss]|[Pp][Oo][Ll][Ii]|[Tt][Hh][Aa][Nn]|تھ|پول")
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

_STATION = re.compile(
    r"""(?<![^\W\d_])(?<![^\W\d_][.-])(?<![/*])
    (?:(?:P[./\s]{0,2}S(?!\.[A-Z]\.)|thana|تھان[ہهةےا]|پولیس\s(?:ا)?سٹیشن)(?![^\W\d_])[\s.:,-]{0,4}
      |(?P<long>police\s{1,3}station)(?![^\W\d_])[\s:,-]{0,4})""",
    re.IGNORECASE | re.VERBOSE,
)
_NAME_WORD = re.compile(
    r"""crimes?\s(?:circle|cell|branch|wing|unit|reporting)(?![^\W\d_])|['‘"]?[A-D]['’"]?\s?-?\s?Section(?![^\W\d_])|\d{1,3}-[^\W\d_]{2,}|(?:[^\W\d_]\.){1,5}(?:\s?(?-i:[A-Z])[\w'’-]*|[^\W\d_][\w'’-]*)?
    |[^\W\d_][\w'’&-]*""",
    re.IGNORECASE | re.VERBOSE,
)
_GAP = re.compile(r"[ \t\n]{1,3}")
_NAME_BEFORE = re.compile(r"(?:(?<![^\W_])[^\W\d_][\w'’.-]{1,24} ){1,3}\Z")
_CLAUSE_ENDS = re.compile(r"\s*(?:\Z|[.,;)]|islamabad)", re.IGNORECASE)
_NAME_WITHIN = 80
_STATION_WORDS = re.compile(r"\b(?:p\s?s|police station|thana)\b|تھان[ہےا]|پولیس ا?سٹیشن")


def find_firs(text: str) -> list[FirReference]:
    """Find FIR numbers and police stations in *text*, in order and not overlapping.

    The nearest police station in the same sentence belongs to a number; one without a number stands alone, with ""
    for its number.  "Crime No." and "muqadma no" are read as FIR numbers.
    """
    numbers = list(_numbers(text))
    stations = [station for station in _stations(text) if not _overlaps(station, numbers)]
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


def same_station(left: str, right: str) -> bool:
    """Tell whether two names mean one police station: "P.S. Kohsar, Islamabad" and "Police Station KOHSAR" do.

    Known stations are the same in their other spellings and in Urdu.  An empty name is the same as none.
    """
    return _plain(left) == _plain(right) != ""


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


def _plain(name: str) -> str:
    words = re.sub(r"[^\w\s]", " ", _STATION_WORDS.sub(" ", fold(name).replace(".", "")).strip()).split()
    letters = "".join(words)
    if letters in _known():
        return _known()[letters]
    shorter = next((words[:at] for at in range(1, len(words)) if words[at] in _CITY or words[at] in _STOP), None)
    return _plain(" ".join(shorter)) if shorter else letters


@functools.cache
def _known() -> Mapping[str, str]:
    return {_letters(spelling): _letters(spellings[0]) for spellings in KNOWN_STATIONS for spelling in spellings}


# The same few words stand in every judgment.
@functools.lru_cache(maxsize=4096)
def _folded(word: str) -> str:
    return fold(word)


@functools.lru_cache(maxsize=4096)
def _letters(name: str) -> str:
    return re.sub(r"\W", "", fold(name))


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


def _numbers_at(text: str, stations: list[_Station], numbers: list[_Number]) -> Iterator[_Number]:
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


def _stations_at(text: str, numbers: list[_Number], stations: list[_Station]) -> Iterator[_Station]:
    """Yield the known police stations that stand right behind a number without "P.S.": "FIR 123/2024 Kohsar"."""
    for number in numbers:
        gap = _BESIDE_STATION.match(text, number.end)
        name = _known_name(text, gap.end()) if gap else None
        if name is not None and not _overlaps(name, stations) and not _overlaps(name, numbers):
            yield name


def _known_name(text: str, start: int) -> _Station | None:
    """Return the longest known name at *start*; a plain word only where it ends the clause."""
    found, end = None, start
    while (word := _NAME_WORD.match(text, end)) and len(text[start : word.end()].split()) <= _WORDS_MAX:
        letters = _letters(text[start : word.end()])
        if letters in _known() and (letters not in _PLAIN_WORDS or _CLAUSE_ENDS.match(text, word.end())):
            found = _Station(text[start : word.end()], start, word.end())
        gap = _GAP.match(text, word.end())
        if gap is None:
            break
        end = gap.end()
    return found


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


def _owners(text: str, numbers: list[_Number], stations: list[_Station]) -> dict[int, _Station]:
    """Return where a number starts -> the police station it belongs to."""
    owners: dict[int, _Station] = {}
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


def _nearest(text: str, listed: list[_Number], until: int, stations: list[_Station]) -> Iterator[_Station]:
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


def _reference(text: str, number: _Number, until: int, station: _Station | None) -> FirReference:
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


def _stations(text: str) -> Iterator[_Station]:
    floor, typed = 0, text == text.lower()
    for match in filter(None, (_STATION.match(text, place.start()) for place in _STATION_MAY_BE.finditer(text))):
        station = _station_behind(text, match, typed) or (
            _station_before(text, match, floor) if match["long"] else None
        )
        if station is not None and match.start() >= floor:
            yield station
            floor = station.end


def _station_behind(text: str, match: re.Match[str], typed: bool) -> _Station | None:
    """Read the name behind "P.S."; in small letters only where a whole query is, or a short "ps" or "thana"."""
    small = typed or (not match["long"] and match.group() == match.group().lower())
    words: list[str] = []
    start = end = match.end()
    word = _NAME_WORD.match(text, end)
    while word and len(words) < _WORDS_MAX and _is_name(word.group(), words):
        joined = _letters(text[start : word.end()])
        if "\n" in text[end : word.start()] and words and joined not in _known():
            break
        if not (small or word.group() != word.group().lower() or joined in _known()):
            break
        end = word.end()
        words.append(_folded(word.group()))
        if joined in _known() and word.group() == word.group().lower():
            break  # "ps kohsar robbery": who types in small letters marks no end
        gap = _GAP.match(text, end)
        word = _NAME_WORD.match(text, gap.end()) if gap else None
    return _Station(text[start:end].rstrip("-'’"), match.start(), end) if words else None


def _is_name(word: str, before: list[str]) -> bool:
    folded = _folded(word)
    if folded in _CITY:
        return not before or before[-1] in {"new", "north", "old"}
    return folded not in _STOP


def _station_before(text: str, match: re.Match[str], floor: int) -> _Station | None:
    """Read the name before "police station": in capitals, "the Railway police station", or a known one."""
    near = _NAME_BEFORE.search(text, max(floor, match.start() - _NAME_WITHIN), match.start())
    words = list(re.finditer(r"\S+", near.group())) if near else []
    capitals = list(itertools.takewhile(lambda word: _is_capital_name(word.group()), reversed(words)))
    known = [
        words[-count:] for count in (2, 1) if _letters("".join(word.group() for word in words[-count:])) in _known()
    ]
    first = capitals[-1] if capitals else known[0][0] if known else None
    if near is None or first is None:
        return None
    start = near.start() + first.start()
    return _Station(text[start : match.start()].strip(), start, match.end("long"))


def _is_capital_name(word: str) -> bool:
    return word[0].isupper() and _folded(word).rstrip(".") not in _STOP


def _overlaps(station: _Station, others: Sequence[_Number | _Station]) -> bool:
    """Whether *station* overlaps one of *others*, which are in order and apart."""
    at = bisect.bisect_right(others, station.start, key=lambda other: other.start)
    return any(other.start < station.end and station.start < other.end for other in others[max(0, at - 1) : at + 1])
