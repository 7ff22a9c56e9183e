"""Case types that a query names in words, without a number: "Crl Revision by the accused", "OGRA application"."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from search.identifiers.case_types import (
    ARABIC_LETTERS,
    CASE_TYPES,
    URDU_NAMES,
    canonical_type,
    squeeze,
    types_by_alias,
)
from search.text.normalise import fold

_WORD = re.compile(
    rf"[A-Za-z](?:[A-Za-z.]*[A-Za-z])?|[{ARABIC_LETTERS}][{ARABIC_LETTERS}\u064b-\u0655\u0670\u200c]*",
)
_LETTERS = re.compile(r"\w+")
_ARTICLE = re.compile(r"\W*(?:(?:an?|the|ایک)\W+)?", re.IGNORECASE)
_GOES_ON = re.compile(
    r"\W*(?:$|\d|(?:by|against|under|u/s|of|in|for|from|filed|seeking|challenging|application|petition)(?!\w))"
    r"|\s*[:;,(–-]",
    re.IGNORECASE,
)
"""What follows a short name that is a heading: "RA Bazar" is a place."""
_ABBREVIATED = 4
"""Letters up to which a name may be something else."""
TYPE_WORDS_MAX = 6
"""Of the name of a case type."""
_OWN_NAMES = 2
"""How many of the other names of a case type are its own."""
_SHORT = 2
"""Letters up to which an abbreviation must be written in capitals or with dots."""
_PLURAL_MIN = 4
"""Letters of a plural that may be in small letters; a shorter one has the name in capitals and the "s" not: "WPs"."""
_URDU_PLURALS = ("یں", "وں", "ز")
_TYPED_SMALL = frozenset({"wp", "wps"})
"""Short abbreviations that are no word in small letters either."""
_ORDINARY = frozenset({"suit", "complaint", "writ", "rit", "رٹ"})
"""Said of any case."""
_SUBJECTS = ("bail", "transfer", "acquisition", "zamanat", "ضمانت", "توہین")
"""In a name that tells what some of the cases of a type are about: a bail application is one of many Crl. Misc."""


class NamedType(NamedTuple):
    """A name of a case type, and where it stands."""

    case_types: tuple[str, ...]
    """Canonical: every type that may be meant."""
    squeezed: str
    start: int
    end: int
    """Code points of the text as given."""

    @property
    def is_ordinary(self) -> bool:
        """Whether the name is said of any case."""
        return self.squeezed in _ORDINARY

    @property
    def is_whole(self) -> bool:
        """Whether it tells all the cases of its types, and not those about one subject."""
        own = {squeeze(name) for case_type in self.case_types for name in own_names(case_type)}
        return self.squeezed in own or not any(word in self.squeezed for word in _SUBJECTS)


def find_types(text: str, *, plurals: bool = False) -> Iterator[NamedType]:
    """Yield the case types that *text* names, in order; the longest name wins where two begin alike.

    Args:
        text: As somebody writes it.
        plurals: Know "writ petitions" and "ICAs" as well: where "two similar civil suits" are no type, leave them out.
    """
    words = list(_WORD.finditer(text))
    start = 0
    while start < len(words):
        length, named = _longest(words[start : start + TYPE_WORDS_MAX], plurals=plurals)
        if named is not None:
            yield named
        start += length


def types_named(text: str) -> tuple[str, ...]:
    """Return the canonical case types that *text* names, sorted, but for words that are said of any case."""
    found = (named for named in find_types(text) if not named.is_ordinary)
    return tuple(sorted({case_type for named in found for case_type in named.case_types}))


def heading_types(text: str) -> tuple[str, ...]:
    """Return the canonical case types that *text* begins with, as a registry heads its descriptions.

    "Crl. Revision: against acceptance of ...", "An OGRA application under ..."; none where a word stands before.
    """
    first = next(find_types(text, plurals=True), None)
    if first is None or first.is_ordinary or _ARTICLE.fullmatch(text[: first.start]) is None:
        return ()
    if len(first.squeezed) <= _ABBREVIATED and _GOES_ON.match(text, first.end) is None:
        return ()
    return first.case_types


def leading_type(words: Sequence[str], others: tuple[str, ...] = ()) -> int:
    """Return how many of *words*, from the first on, name a case type together or a part of its name; 0 for none.

    The longest such name; but a word that no type is called by, as the "bail" of "Crl. Misc. Bail", ends it where the
    rest is a name by itself.

    Args:
        words: As somebody writes them.
        others: Case types that no table knows.
    """
    runs = _runs_of_own_names(others)
    known = {word for run in runs for word in run if len(run) == 1}
    lengths = range(min(len(words), TYPE_WORDS_MAX), 0, -1)
    spoken = {length: _words_of(" ".join(words[:length])) for length in lengths}
    for length in lengths:
        if spoken[length] in runs or (known.issuperset(spoken[length]) and _is_alias(words[:length])):
            return length
    return next((length for length in lengths if _is_alias(words[:length])), 0)


def own_names(case_type: str) -> tuple[str, ...]:
    """Return what a case type is called first: its canonical name, the court's and the one in full.

    Parts of these name it; of its other names all must be written.
    """
    return (case_type, *CASE_TYPES.get(canonical_type(case_type), ())[:_OWN_NAMES])


def english_names(text: str) -> list[str]:
    """Return in English, "Writ Petition", the case types that *text* names in Urdu, in whichever letters."""
    foreign = [named for named in find_types(text) if named.squeezed in _urdu_aliases()]
    return list(dict.fromkeys(_in_full(case_type) for named in foreign for case_type in named.case_types))


@functools.cache
def _runs_of_own_names(others: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
    """Return every run of words in the own names of all case types."""
    names = [_words_of(name) for case_type in (*CASE_TYPES, *others) for name in own_names(case_type)]
    return frozenset(name[at:end] for name in names for at in range(len(name)) for end in range(at + 1, len(name) + 1))


def _words_of(text: str) -> tuple[str, ...]:
    return tuple(_LETTERS.findall(fold(text)))


def _is_alias(words: Sequence[str]) -> bool:
    return (squeezed := squeeze(" ".join(words))) != "" and squeezed in types_by_alias()


def _longest(words: list[re.Match[str]], *, plurals: bool) -> tuple[int, NamedType | None]:
    text = words[0].string
    for length in range(len(words), 0, -1):
        start, end = words[0].start(), words[length - 1].end()
        squeezed = squeeze("".join(word.group() for word in words[:length]))
        if types_by_alias().get(squeezed) is None and plurals:
            squeezed = _singular(squeezed, text[start:end])
        types = types_by_alias().get(squeezed)
        if types and not (len(squeezed) <= _SHORT and _may_be_a_word(text[start:end], squeezed)):
            last_dot = "." in text[start:end] and text.startswith(".", end)
            return length, NamedType(types, squeezed, start, end + last_dot)
    return 1, None


def _singular(squeezed: str, written: str) -> str:
    """Return the letters of a name that is *written* in the plural; as they are where it is not."""
    short = (written.endswith("s") and written[:-1].isupper()) or squeezed in _TYPED_SMALL
    if squeezed.endswith("s") and (len(squeezed) >= _PLURAL_MIN or short):
        return squeezed[:-1]
    plural = next((ending for ending in _URDU_PLURALS if squeezed.endswith(ending)), "")
    return squeezed.removesuffix(plural)


def _may_be_a_word(written: str, squeezed: str) -> bool:
    """Whether an abbreviation of few letters is written as a word is: "co" and "tr" stand in names, too."""
    letters = written.removesuffix("s")
    return written.isascii() and not (letters.isupper() or "." in letters or squeezed in _TYPED_SMALL)


@functools.cache
def _urdu_aliases() -> frozenset[str]:
    return frozenset(squeeze(name) for names in URDU_NAMES.values() for name in names)


def _in_full(case_type: str) -> str:
    return next((name for name in CASE_TYPES[case_type] if "." not in name), case_type)
