"""Case types that a query names in words, without a number: "Crl Revision by the accused", "OGRA application"."""

from __future__ import annotations

import re

from search.identifiers.case_types import squeeze, types_by_alias

_WORD = re.compile(r"[A-Za-z](?:[A-Za-z.]*[A-Za-z])?")
_WORDS_MAX = 5
_SHORT = 2
"""Letters up to which an abbreviation must be written in capitals: "co" and "tr" stand in names, too."""
_ORDINARY = frozenset({"suit", "complaint", "writ"})
"""Said of any case."""


def types_named(text: str) -> tuple[str, ...]:
    """Return the canonical case types that *text* names, sorted; the longest name wins where two begin alike."""
    words = _WORD.findall(text)
    named: set[str] = set()
    start = 0
    while start < len(words):
        length, types = _longest(words[start : start + _WORDS_MAX])
        named.update(types)
        start += length
    return tuple(sorted(named))


def _longest(words: list[str]) -> tuple[int, tuple[str, ...]]:
    for length in range(len(words), 0, -1):
        squeezed = squeeze("".join(words[:length]))
        if squeezed in _ORDINARY or (len(squeezed) <= _SHORT and not "".join(words[:length]).isupper()):
            continue
        if types := types_by_alias().get(squeezed):
            return length, types
    return 1, ()
