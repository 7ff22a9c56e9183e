"""Police stations: "P.S. Kohsar", "thana Bani Gala", "the Railway police station", and which names mean one of them."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from search.text.normalise import fold


class Station(NamedTuple):
    """One police station as a text names it."""

    name: str
    """As written, without "P.S."."""
    start: int
    end: int
    """Code points of "P.S. Kohsar"."""


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
_STATION_MAY_BE = re.compile(r"[Pp][./\s]{0,2}[Ss]|[Pp][Oo][Ll][Ii]|[Tt][Hh][Aa][Nn]|تھ|پول")

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


def same_station(left: str, right: str) -> bool:
    """Tell whether two names mean one police station: "P.S. Kohsar, Islamabad" and "Police Station KOHSAR" do.

    Known stations are the same in their other spellings and in Urdu.  An empty name is the same as none.
    """
    return _plain(left) == _plain(right) != ""


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
def folded_word(word: str) -> str:
    """Return *word* folded; kept, since it is asked again and again."""
    return fold(word)


@functools.lru_cache(maxsize=4096)
def _letters(name: str) -> str:
    return re.sub(r"\W", "", fold(name))


def known_station_at(text: str, start: int) -> Station | None:
    """Return the longest known name at *start*; a plain word only where it ends the clause."""
    found, end = None, start
    while (word := _NAME_WORD.match(text, end)) and len(text[start : word.end()].split()) <= _WORDS_MAX:
        letters = _letters(text[start : word.end()])
        if letters in _known() and (letters not in _PLAIN_WORDS or _CLAUSE_ENDS.match(text, word.end())):
            found = Station(text[start : word.end()], start, word.end())
        gap = _GAP.match(text, word.end())
        if gap is None:
            break
        end = gap.end()
    return found


def find_stations(text: str) -> Iterator[Station]:
    """Yield the police stations that *text* names, in order and not overlapping."""
    floor, typed = 0, text == text.lower()
    for match in filter(None, (_STATION.match(text, place.start()) for place in _STATION_MAY_BE.finditer(text))):
        station = _station_behind(text, match, typed) or (
            _station_before(text, match, floor) if match["long"] else None
        )
        if station is not None and match.start() >= floor:
            yield station
            floor = station.end


def _station_behind(text: str, match: re.Match[str], typed: bool) -> Station | None:
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
        words.append(folded_word(word.group()))
        if joined in _known() and word.group() == word.group().lower():
            break  # "ps kohsar robbery": who types in small letters marks no end
        gap = _GAP.match(text, end)
        word = _NAME_WORD.match(text, gap.end()) if gap else None
    return Station(text[start:end].rstrip("-'’"), match.start(), end) if words else None


def _is_name(word: str, before: list[str]) -> bool:
    folded = folded_word(word)
    if folded in _CITY:
        return not before or before[-1] in {"new", "north", "old"}
    return folded not in _STOP


def _station_before(text: str, match: re.Match[str], floor: int) -> Station | None:
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
    return Station(text[start : match.start()].strip(), start, match.end("long"))


def _is_capital_name(word: str) -> bool:
    return word[0].isupper() and folded_word(word).rstrip(".") not in _STOP
