"""Evidence: whether a document's heading and file name name one known case beyond doubt.

Beyond doubt means: a number with its type that is a known case's, and the parties of that case beside it in
the heading or the file name, or no party in either.  Of a heading only the first number counts: the next is
the case it arose in, or another that it decides as well.

Where the parties are written too differently for that ("IESCO"), or a scan has spoiled the number, a second proof
stands in: the case was heard on a day that the order bears, and one of its parties or advocates is named.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from indexer.headings import heading_of, parties_in
from indexer.merge import split_title
from search.identifiers.case_number import find_numbers
from search.text.normalise import fold
from search.types import NumberQuery

PARTIES_SHARE_MIN = 0.75
"""Share of both sides' telling letters that must be found ..."""
SIDE_SHARE_MIN = 0.6
"""... and of each side's: a party may have a name more in the court's list than in the heading."""
WORD_RATIO_MIN = 80.0
"""The court spells one name in several ways ("Radunski, Isreal" and "Israel"); below this they are two names."""
_WORD = re.compile(r"[^\W_]+")
_THROUGH = re.compile(r"\b(?:through|thr\.?|by its)\b.*", re.IGNORECASE | re.DOTALL)
_UNTELLING = frozenset(
    "the of and in its his her mr mrs ms mst miss dr m s etc ect others other another ors anr v vs versus "
    "pvt private ltd limited co company".split()
)
_NOMINAL = frozenset({"state"})
"""Parties that every criminal case has; they tell nothing."""
_COMMON_SIDES = frozenset({"fop", "federation", "pakistan", "islamabad"})
"""Words of parties that so many petitions have that one of them beside a number and a day proves nothing."""
_DAY = re.compile(r"(?<![\d./-])(?P<day>\d{1,2})\s?[./-]\s?(?P<month>\d{1,2})\s?[./-]\s?(?P<year>(?:19|20)\d{2})(?!\d)")
_LETTER_FOR_NOUGHT = re.compile(r"(?<![^\W_])[oO](?=\d)")
_DIGIT_FOR_STROKE = re.compile(r"(?<!\d)(\d{1,6}?)[1lI|](?=(?:19|20)\d{2}(?!\d))")
_OFFICES = frozenset("advocate attorney general deputy additional assistant state counsel asc asg aag dag".split())
_ABBREVIATIONS = {"fop": "federation of pakistan", "gop": "government of pakistan"}
_JOINING = frozenset({"of", "and", "the", "for"})
_SHORT_WORD = 3


@dataclass(frozen=True, slots=True)
class KnownCase:
    """What the store knows of a case, for comparing."""

    id: str
    case_type: str
    title: str
    number_text: str
    heard: frozenset[datetime.date] = frozenset()
    advocates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """The case a document belongs to, and why, in words."""

    case: str
    evidence: str


def numbers_of(heading: str, file_names: Sequence[str]) -> list[NumberQuery]:
    """Return the document's own numbers, the surest first: the first of its heading, then those of its file names."""
    first = find_numbers(_dashed(heading_of(heading)))[:1]
    return first + [number for name in file_names for number in find_numbers(_spoken(name))]


def spoiled_numbers_of(heading: str) -> list[NumberQuery]:
    """Return the first number of a heading as it may have read before it was scanned.

    A nought is read as the letter O ("No. O1 of 2023"), a stroke as a digit ("No. 0212023" for 02/2023).
    """
    mended = _DIGIT_FOR_STROKE.sub(r"\1/", _LETTER_FOR_NOUGHT.sub("0", _dashed(heading_of(heading))))
    return find_numbers(mended)[:1]


def certain_case(
    heading: str, file_names: Sequence[str], known: Mapping[tuple[int, int], Sequence[KnownCase]]
) -> Finding | None:
    """Return the one case that a document belongs to, or None where there is any doubt.

    Args:
        heading: The start of the document's text.
        file_names: The names under which the document was given.
        known: Cases by serial and year.
    """
    return _by_parties(heading, file_names, known) or _by_day(heading, file_names, known)


def _by_parties(
    heading: str, file_names: Sequence[str], known: Mapping[tuple[int, int], Sequence[KnownCase]]
) -> Finding | None:
    words = _WORD.findall(fold(" ".join([heading_of(heading), *(_spoken(name) for name in file_names)])))
    nameless = parties_in([line.strip() for line in heading_of(heading).splitlines() if line.strip()]) is None
    for number in numbers_of(heading, file_names):
        cases = [
            case
            for case in known.get((number.serial, number.year), ())
            if case.case_type in number.case_types
            and (names_parties(case.title, words) or (nameless and _names_nobody(case.title)))
        ]
        if cases:
            # Several cases of one number and type with the same parties: no telling which.
            shared = (
                "number and type, parties nowhere," if _names_nobody(cases[0].title) else "number, type and parties"
            )
            evidence = f"{shared} in heading or file name: {cases[0].number_text}, {cases[0].title}"
            return Finding(cases[0].id, evidence) if len(cases) == 1 else None
    return None


def _by_day(
    heading: str, file_names: Sequence[str], known: Mapping[tuple[int, int], Sequence[KnownCase]]
) -> Finding | None:
    days = _days_in(heading)
    words = _WORD.findall(fold(heading))
    for number in [*numbers_of(heading, file_names)[:1], *spoiled_numbers_of(heading)]:
        cases = [
            case
            for case in known.get((number.serial, number.year), ())
            if _is_of_type(case.case_type, number.case_types) and days & case.heard and _names_somebody(case, words)
        ]
        if cases:
            evidence = (
                f"number, type, day of hearing and a name in its opening: {cases[0].number_text}, {cases[0].title}"
            )
            return Finding(cases[0].id, evidence) if len(cases) == 1 else None
    return None


def _days_in(text: str) -> frozenset[datetime.date]:
    days = set()
    for match in _DAY.finditer(text):
        try:
            days.add(datetime.date(int(match["year"]), int(match["month"]), int(match["day"])))
        except ValueError:
            continue
    return frozenset(days)


def _is_of_type(case_type: str, named: Sequence[str]) -> bool:
    """Whether a case is of a type that is named, or of one that the court writes longer ("Crl. Org. Cse")."""
    return any(case_type == name or case_type.startswith(f"{name} ") for name in named)


def _names_somebody(case: KnownCase, words: Sequence[str]) -> bool:
    """Whether *words* name a side of a case, or an advocate of it in full."""
    return any(_is_there(_telling(side), words) for side in split_title(case.title)) or any(
        _is_there(_WORD.findall(fold(re.sub(r"\(.*?\)", " ", name))), words, at_least=1.0) for name in case.advocates
    )


def _is_there(name: Sequence[str], words: Sequence[str], *, at_least: float = SIDE_SHARE_MIN) -> bool:
    telling = [word for word in name if word not in _COMMON_SIDES | _OFFICES]
    wanted = sum(map(len, telling))
    found = sum(len(word) for word in telling if _stands_in(word, words))
    return len(telling) > 1 and found >= at_least * wanted


def _names_nobody(title: str) -> bool:
    """Whether a record has no parties, as a reference to the court has none: number and type say all there is."""
    return not any(_WORD.findall(side) for side in split_title(title))


def names_parties(title: str, words: Sequence[str]) -> bool:
    """Whether *words*, in folded form, name both sides of a case's title.

    A side that names nobody in particular ("The State") counts as found; then the other must be there in full.
    """
    sides = [_telling(side) for side in split_title(title)]
    if len(sides) != 2 or not any(sides):
        return False
    wanted = [sum(map(len, side)) for side in sides]
    present = [sum(len(word) for word in side if _stands_in(word, words)) for side in sides]
    if not all(sides):
        return sum(map(len, sides)) > 1 and present == wanted
    return sum(present) / sum(wanted) >= PARTIES_SHARE_MIN and all(
        found / letters >= SIDE_SHARE_MIN for found, letters in zip(present, wanted, strict=True)
    )


def _telling(side: str) -> list[str]:
    words = _WORD.findall(fold(_THROUGH.sub("", side)))
    return [word for word in words if word not in _UNTELLING | _NOMINAL]


def _stands_in(word: str, words: Sequence[str]) -> bool:
    if word in words or _abbreviates(word, words):
        return True
    if len(word) <= _SHORT_WORD:
        return False
    # Words run together where a PDF lost the space between them.
    return any(word in other or fuzz.ratio(word, other) >= WORD_RATIO_MIN for other in words)


def _abbreviates(word: str, words: Sequence[str]) -> bool:
    """Whether *word* is made of the initials of words that follow each other, as SECP is."""
    if word in _ABBREVIATIONS:
        return _ABBREVIATIONS[word] in " ".join(words)
    initials = "".join(other[0] for other in words if other not in _JOINING)
    return len(word) >= _SHORT_WORD and word in initials


def _spoken(file_name: str) -> str:
    """A file name as text: the upload's own number and the ending are no part of it."""
    return _dashed(re.sub(r"[_\s]*\d{15,}|\.pdf$", " ", file_name, flags=re.IGNORECASE).replace("_", " "))


def _dashed(text: str) -> str:
    return re.sub(r"[\u2010-\u2015]", "-", text)
