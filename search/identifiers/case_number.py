"""Case numbers: read from the court's own form, and found in whatever people write."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterator

from search.cases import CaseNumber
from search.identifiers.case_types import ARABIC_LETTERS, canonical_type, squeeze, types_by_alias
from search.text.normalise import fold
from search.types import NumberQuery

YEAR_MIN, YEAR_MAX = 1947, 2049
"""Years a case can bear; anything else between slashes is a list of sections or a typing error."""

_COURT_FORM = re.compile(
    r"^(?P<type>\D+?)\s*(?P<serial>\d{1,7})\s*/\s*(?P<year>\d{4})\s*(?P<category>.*?)\s*(?:\((?P<bench>SB|DB|LB)\))?$"
)
_SERIAL_AND_YEAR = re.compile(
    r"""(?<![\d/])(?<!\d[.-])(?P<serial>\d{1,7})
        (?:\s?[-/]?\s?(?P<suffix>[A-Za-z])(?![A-Za-z]))?
        (?P<separator>\s?[/-]\s?|[\s_]+(?:of|OF|Of|بابت|سال)[\s_]+|[\s_]+(?=\d{4}\b)|_(?=\d{4}\b))
        (?P<year>\d{4}|\d{2})(?![\d/-]|\.\d)""",
    re.VERBOSE,
)
_WORD_BEFORE = re.compile(rf"[A-Za-z{ARABIC_LETTERS}]+")
_WORD_BEHIND = re.compile(rf"[\s,]*\(?((?:[A-Za-z{ARABIC_LETTERS}]\.)+[A-Za-z]?|[A-Za-z{ARABIC_LETTERS}]+)[.)]*")
_FILLERS = frozenset({"no", "nos", "number", "num", "bearing", "نمبر"})
_FILLER_BEHIND = re.compile(rf"(?<=[\s.])(?:{'|'.join(sorted(_FILLERS, key=len, reverse=True))})\.?\s*$", re.IGNORECASE)
_NOT_A_CASE = frozenset(
    {"fir", "dated", "us", "section", "sections", "article", "rule", "sro", "act", "crime", "مقدمہ", "دفعہ", "مورخہ"}
)
_CATEGORY_WORDS = frozenset(
    {"service", "misc", "civil", "criminal", "bail", "tax", "banking", "sb", "db", "lb", "other"}
)
"""Stand between a type and its number at times: "W.P. (Service) No. 5/2024"."""
_TYPE_WORDS_MAX = 6
_TYPE_LETTERS_MIN = 3
"""Of a type behind its number that is not in capitals: "in" and "co" stand there by chance."""
_FOLLOWING_LENGTH = 80
_LIKE_ASCII = str.maketrans(dict.fromkeys("‐‑‒–—−", "-") | dict.fromkeys("⁄∕؍", "/"))


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


def find_numbers(text: str) -> list[NumberQuery]:
    """Find case numbers in free text or in a file name, in order.

    A number without a type is found only with four digits for the year, since "302/34" is a list of
    sections.  Where a text names a type by an alias that several types share, all of them are given.
    A type behind the number ("1234/2023 writ petition") and a letter at the serial ("5-B/2025") are hints.
    """
    return list(_numbers(as_ascii(text)))


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


def _numbers(text: str) -> Iterator[NumberQuery]:
    for match in _SERIAL_AND_YEAR.finditer(text):
        types, start = _type_before(text, match.start())
        year = _full_year(match["year"])
        if types is None or not YEAR_MIN <= year <= YEAR_MAX:
            continue
        hinted = () if types else _type_behind(text, match.end())
        if not types and not _stands_alone(match, hinted, text):
            continue
        yield NumberQuery(
            serial=int(match["serial"]),
            year=year,
            case_types=types,
            hinted_types=hinted,
            suffix=(match["suffix"] or "").upper(),
            following=fold(text[match.end() : match.end() + _FOLLOWING_LENGTH]),
            start=start,
            end=match.end(),
        )


def _stands_alone(match: re.Match[str], hinted: tuple[str, ...], text: str) -> bool:
    """Whether serial and year without a type before them are a case number."""
    if len(match["year"]) == 2 or not match["separator"].strip(" _"):
        return False
    # "2 of 2023" inside a text is a page, not a case.
    return match["separator"].strip() in "/-" or bool(hinted) or match.group() == text.strip()


def _full_year(digits: str) -> int:
    year = int(digits)
    return year if len(digits) == 4 else year + (2000 if year < 50 else 1900)


def _type_before(text: str, end: int) -> tuple[tuple[str, ...] | None, int]:
    """Return the types named right before *end* and where they start; None where it is no case number."""
    words = list(_WORD_BEFORE.finditer(text, max(0, end - 60), end))
    if words and not _only_marks(text[words[-1].end() : end]):
        return (), end
    found = _longest_alias(text, words)
    while found is None and words and words[-1].group().lower() in _FILLERS | _CATEGORY_WORDS:
        words.pop()
        found = _longest_alias(text, words)
    if found is None and words and words[-1].group().lower() in _NOT_A_CASE:
        return None, end
    return found or ((), end)


def _type_behind(text: str, start: int) -> tuple[str, ...]:
    """Return the types that the words right behind *start* name; none where they name none."""
    words: list[str] = []
    while len(words) < _TYPE_WORDS_MAX and (match := _WORD_BEHIND.match(text, start)):
        words.append(match[1])
        start = match.end()
    for length in range(len(words), 0, -1):
        types = types_by_alias().get(squeeze("".join(words[:length])))
        if types and not (length == 1 and len(squeeze(words[0])) < _TYPE_LETTERS_MIN and not words[0].isupper()):
            return types
    return ()


def _longest_alias(text: str, words: list[re.Match[str]]) -> tuple[tuple[str, ...], int] | None:
    nearest = words[-_TYPE_WORDS_MAX:]
    for first in range(len(nearest)):
        squeezed = squeeze("".join(word.group() for word in nearest[first:]))
        if squeezed in types_by_alias() and _adjacent(text, nearest[first:]):
            return types_by_alias()[squeezed], nearest[first].start()
    return None


def _adjacent(text: str, words: list[re.Match[str]]) -> bool:
    return all(_only_marks(text[left.end() : right.start()]) for left, right in itertools.pairwise(words))


def _only_marks(between: str) -> bool:
    return not re.search(r"[^\s._#:&/()-]", between)
