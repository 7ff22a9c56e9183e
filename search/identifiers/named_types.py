"""Case types that a query names in words, without a number: "Crl Revision by the accused", "OGRA application"."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import NamedTuple

from search.identifiers.case_types import ARABIC_LETTERS, CASE_TYPES, URDU_NAMES, squeeze, types_by_alias

_WORD = re.compile(
    rf"[A-Za-z](?:[A-Za-z.]*[A-Za-z])?|[{ARABIC_LETTERS}][{ARABIC_LETTERS}\u064b-\u0655\u0670\u200c]*",
)
_WORDS_MAX = 5
_SHORT = 2
"""Letters up to which an abbreviation must be written in capitals: "co" and "tr" stand in names, too."""
_ORDINARY = frozenset({"suit", "complaint", "writ", "rit", "رٹ"})
"""Said of any case."""


class NamedType(NamedTuple):
    """A name of a case type, and where it stands."""

    case_types: tuple[str, ...]
    """Canonical: every type that may be meant."""
    squeezed: str
    start: int
    end: int
    """Code points of the text as given."""


def find_types(text: str) -> Iterator[NamedType]:
    """Yield the case types that *text* names, in order; the longest name wins where two begin alike."""
    words = list(_WORD.finditer(text))
    start = 0
    while start < len(words):
        length, named = _longest(words[start : start + _WORDS_MAX])
        if named is not None:
            yield named
        start += length


def types_named(text: str) -> tuple[str, ...]:
    """Return the canonical case types that *text* names, sorted, but for words that are said of any case."""
    found = (named for named in find_types(text) if named.squeezed not in _ORDINARY)
    return tuple(sorted({case_type for named in found for case_type in named.case_types}))


def english_names(text: str) -> list[str]:
    """Return in English, "Writ Petition", the case types that *text* names in Urdu, in whichever letters."""
    foreign = [named for named in find_types(text) if named.squeezed in _urdu_aliases()]
    return list(dict.fromkeys(_in_full(case_type) for named in foreign for case_type in named.case_types))


def _longest(words: list[re.Match[str]]) -> tuple[int, NamedType | None]:
    for length in range(len(words), 0, -1):
        written = "".join(word.group() for word in words[:length])
        squeezed = squeeze(written)
        if len(squeezed) <= _SHORT and written.isascii() and not written.isupper():
            continue
        if types := types_by_alias().get(squeezed):
            return length, NamedType(types, squeezed, words[0].start(), words[length - 1].end())
    return 1, None


@functools.cache
def _urdu_aliases() -> frozenset[str]:
    return frozenset(squeeze(name) for names in URDU_NAMES.values() for name in names)


def _in_full(case_type: str) -> str:
    return next((name for name in CASE_TYPES[case_type] if "." not in name), case_type)
