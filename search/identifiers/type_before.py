"""The case type at a number: the words before it or behind it that name one, or nearly do."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterator
from typing import NamedTuple

from rapidfuzz.distance import OSA

from search.identifiers.case_types import ARABIC_LETTERS, squeeze, types_by_alias

_WORD_BEFORE = re.compile(rf"[A-Za-z{ARABIC_LETTERS}]+")
_WORD_BEHIND = re.compile(rf"[\s,]*\(?((?:[A-Za-z{ARABIC_LETTERS}]\.)+[A-Za-z]?|[A-Za-z{ARABIC_LETTERS}]+)[.)]*")
FILLERS = frozenset({"no", "nos", "number", "numbers", "num", "bearing", "نمبر"})
_NOT_A_CASE = frozenset(
    {"fir", "dated", "us", "section", "sections", "article", "rule", "sro", "act", "crime", "مقدمہ", "دفعہ", "مورخہ"}
)
_BENCH_KINDS = frozenset({"sb", "db", "lb"})
_CATEGORY_WORDS = frozenset({"service", "misc", "civil", "criminal", "bail", "tax", "banking", "other"}) | _BENCH_KINDS
"""Stand between a type and its number at times: "W.P. (Service) No. 5/2024"."""
_TYPE_WORDS_MAX = 6
_TYPE_LETTERS_MIN = 3
"""Of a type behind its number that is not in capitals: "in" and "co" stand there by chance."""
_BEFORE_LENGTH = 60
_MISSPELLED_LETTERS_MIN = 4
"""Of a word with a slip in it: "C.P. Appeal" is no "Cr. Appeal"."""
_MISSPELLED_ALIAS_MIN = 7
"""Letters of a type that a slip is read as: "suite" and "write" are words of their own."""


_Found = tuple[tuple[str, ...], int]
"""Types, and where their name begins."""


class TypeBefore(NamedTuple):
    """What stands before a number."""

    types: tuple[str, ...]
    """Canonical types that it may be of; empty where none stands there."""
    start: int
    """Where the type begins; where there is none, that of the number."""
    suffix: str = ""
    """Capital letter with a hyphen right before the serial, "B-5/2025"."""
    bench_kind: str = ""
    """Between type and number, in small letters: "W.P. (SB) 1/2025"."""
    is_other: bool = False
    """Whether a word stands there whose numbers are no case numbers: "FIR", "Section"."""


def type_before(plain: str, end: int) -> TypeBefore:
    """Read the words right before *end*, where a serial begins."""
    words = list(_WORD_BEFORE.finditer(plain, max(0, end - _BEFORE_LENGTH), end))
    if words and not _only_marks(plain[words[-1].end() : end]):
        return TypeBefore((), end)
    letter = bench_kind = ""
    written = words[:]
    found = _longest_alias(plain, words)
    if found is None and words and _is_letter_at(plain, words[-1], end):
        letter = words.pop().group().upper()
        found = _longest_alias(plain, words)
    while found is None and words and words[-1].group().lower() in FILLERS | _CATEGORY_WORDS:
        word = words.pop().group().lower()
        bench_kind = word if word in _BENCH_KINDS else bench_kind
        found = _longest_alias(plain, words)
    if found is None and words and words[-1].group().lower() in _NOT_A_CASE:
        return TypeBefore((), end, is_other=True)
    # A slip may leave the end of a name that is one itself: "Civil Oriinal Suit".
    found = _nearest_name(plain, words, found) or _nearest_name(plain, written, found) or found
    return TypeBefore(*found, letter, bench_kind) if found else TypeBefore((), end)


def types_behind(plain: str, start: int) -> tuple[str, ...]:
    """Return the types that the words right behind *start* name; none where they name none."""
    words: list[str] = []
    while len(words) < _TYPE_WORDS_MAX and (match := _WORD_BEHIND.match(plain, start)):
        words.append(match[1])
        start = match.end()
    for length in range(len(words), 0, -1):
        types = types_by_alias().get(squeeze("".join(words[:length])))
        if types and not (length == 1 and len(squeeze(words[0])) < _TYPE_LETTERS_MIN and not words[0].isupper()):
            return types
    return ()


def ends_in_name(preceding: str, name: str) -> int | None:
    """Return where the case type *name* begins that *preceding* ends in, None where it ends otherwise."""
    words = list(_WORD_BEFORE.finditer(preceding))
    while words and words[-1].group().lower() in FILLERS | _BENCH_KINDS:
        words.pop()
    for first, word in enumerate(words):
        if squeeze("".join(each.group() for each in words[first:])) == squeeze(name):
            return word.start()
    return None


def _longest_alias(plain: str, words: list[re.Match[str]]) -> _Found | None:
    for nearest in _endings(words):
        types = types_by_alias().get(squeeze("".join(word.group() for word in nearest)))
        if types and _adjacent(plain, nearest):
            return types, nearest[0].start()
    return None


def _nearest_name(plain: str, words: list[re.Match[str]], found: _Found | None) -> _Found | None:
    """Return the types of a name that *words* nearly end in, if it is longer than what was *found*."""
    known = squeeze(plain[found[1] : words[-1].end()]) if found and words else ""
    if known and not _names_ending_in(known):
        return None
    for nearest in _endings(words):
        if found is not None and nearest[0].start() >= found[1]:
            return None
        types = _nearly(tuple(word.group() for word in nearest))
        if types and _adjacent(plain, nearest):
            return types, nearest[0].start()
    return None


def _endings(words: list[re.Match[str]]) -> Iterator[list[re.Match[str]]]:
    """Yield the last words that may be a case type, most of them first."""
    nearest = words[-_TYPE_WORDS_MAX:]
    return (nearest[first:] for first in range(len(nearest)))


@functools.cache
def _names_ending_in(known: str) -> tuple[str, ...]:
    return tuple(alias for alias in types_by_alias() if alias != known and alias.endswith(known))


@functools.lru_cache(maxsize=4096)
def _nearly(written: tuple[str, ...]) -> tuple[str, ...]:
    """Return the types that *written* names in the plural, or with one letter of a long word wrong."""
    words = tuple(map(squeeze, written))
    letters = "".join(words)
    if letters.endswith("s") and (len(letters) > _MISSPELLED_LETTERS_MIN or written[-1][-2:-1].isupper()):
        plural_of = types_by_alias().get(letters[:-1])
        if plural_of:
            return plural_of
    near = {types for alias, types in types_by_alias().items() if _is_slip(words, alias)}
    return tuple(sorted(set(itertools.chain.from_iterable(near))))


def _is_slip(words: tuple[str, ...], alias: str) -> bool:
    """Whether *words* are *alias* but for one letter, not the first, of one word."""
    if len(alias) < _MISSPELLED_ALIAS_MIN or abs(len(alias) - sum(map(len, words))) > 1:
        return False
    for place, word in enumerate(words):
        before, behind = "".join(words[:place]), "".join(words[place + 1 :])
        meant = alias[len(before) : len(alias) - len(behind)]
        if (
            min(len(word), len(meant)) >= _MISSPELLED_LETTERS_MIN
            and word[0] == meant[0]
            and alias == before + meant + behind
            and OSA.distance(word, meant, score_cutoff=1) == 1
        ):
            return True
    return False


def _is_letter_at(plain: str, word: re.Match[str], end: int) -> bool:
    """Whether *word* is a letter that the registry writes at a serial: "B-5/2025"."""
    return len(word.group()) == 1 and plain[word.end() : end] == "-"


def _adjacent(plain: str, words: list[re.Match[str]]) -> bool:
    return all(_only_marks(plain[left.end() : right.start()]) for left, right in itertools.pairwise(words))


def _only_marks(between: str) -> bool:
    return not re.search(r"[^\s._#:&/()-]", between)
