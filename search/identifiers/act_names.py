"""Names of the acts of the table, read at a known place of a text: on from their first word, back from their last."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from search.identifiers.acts import ACTS, EVERYDAY
from search.text.normalise import unified

NAME_LENGTH_MAX = 160
YEAR = r"(?:1[89]|20)\d\d"
"""Any year that an act may bear, as a pattern."""

_WORDS_WHEN_JOINED = frozenset({"تپ", "ضد", "ضف"})
"""Urdu initials that without a space between them are words."""
_UNSAID = frozenset({"and", "the", "of"})
_WORD = re.compile(r"[\s.,'’&()۔-]{0,4}(?P<word>[^\W\d_]+)(?:['’]s\b)?")
_YEAR_AFTER = re.compile(rf"(?:'s|’s)?[\s,.]{{0,3}}(?:of\s+|\()?(?P<year>{YEAR})\b\)?")
_NUMBER_AFTER = re.compile(rf"\s?\((?:Act\s+)?(?:No\.?\s?)?[IVXLC\d]{{1,8}}\s+of\s+{YEAR}\)")
_NO_ACT_AFTER = re.compile(r"\s+(?:petition|avenue|bench|\(?amendment)", re.IGNORECASE)
_ANOTHER_LEGISLATURE = re.compile(
    r"\b(?:Sindh|Punjab|Pakhtunkhwa|KPK?|N\.?W\.?F\.?P\.?|Bal[ou]chistan|Kashmir|AJK|Baltistan|India|Indian)\s+$",
    re.IGNORECASE,
)


class ActName(NamedTuple):
    """The name of an act at a known place of a text."""

    act: str
    """The canonical short name; of an act that the table lacks its title."""
    edge: int
    """The other end of the name: where it ends, or where it begins if it was read backwards."""


def act_at(plain: str, start: int, *, loosely: bool = False) -> ActName | None:
    """Return the act of the table whose name begins at *start*, and where name and year end.

    Args:
        plain: Text as `unified` returns it.
        start: Where the first word of the name must begin.
        loosely: Whether a short abbreviation may be written small, "u/s 7 ata".
    """
    alias, end = _alias_from(plain, start)
    if not alias or not _looks_like_a_name(plain[start:end], alias, loosely=loosely):
        return None
    return None if _NO_ACT_AFTER.match(plain, end) else _with_year(plain, alias, end)


def act_before(plain: str, end: int) -> ActName | None:
    """Return the act of the table whose name, without year, ends at *end*, and where the name begins."""
    alias, start = _alias_up_to(plain, end)
    if not alias or not _looks_like_a_name(plain[start:end], alias, loosely=True):
        return None
    if _ANOTHER_LEGISLATURE.search(plain, max(0, start - 20), start):
        return None  # a province has its own Civil Servants Act
    return ActName(_with_year(plain, alias, end).act, start)


def _alias_from(plain: str, start: int) -> tuple[str, int]:
    """Return the longest alias, squeezed, that begins at *start*, and where it ends; "" if there is none."""
    names, squeezed, longest = _names(), "", ("", start)
    position, limit = start, min(len(plain), start + NAME_LENGTH_MAX)
    while (word := _WORD.match(plain, position, limit)) and (squeezed or word.start("word") == start):
        squeezed += _squeezed_word(word["word"])
        if squeezed not in names.beginnings:
            break
        position = word.end()
        if squeezed in names.by_alias and word["word"].lower() not in _UNSAID:
            longest = squeezed, word.end("word")
    return longest


def _alias_up_to(plain: str, end: int) -> tuple[str, int]:
    """Return the longest alias, squeezed, that ends at *end*, and where it begins; "" if there is none."""
    names, squeezed, longest, position = _names(), "", ("", end), end
    for word in reversed(list(_WORD.finditer(plain, max(0, end - NAME_LENGTH_MAX), end))):
        if word.end() < position and re.search(r"[^\s.'’\")]", plain[word.end() : position]):
            break
        position = word.start()
        if not squeezed and word["word"].lower() in _UNSAID:
            break
        squeezed = _squeezed_word(word["word"]) + squeezed
        if squeezed not in names.endings:
            break
        if squeezed in names.by_alias and word["word"].lower() not in _UNSAID:
            longest = squeezed, word.start("word")
    return longest


def _with_year(plain: str, alias: str, end: int) -> ActName:
    """Return the act of *alias*, whose name ends at *end*, as the year behind it tells, and where that year ends."""
    by_alias = _names().by_alias
    if numbered := _NUMBER_AFTER.match(plain, end):
        end = numbered.end()
    if year := _YEAR_AFTER.match(plain, end):
        return ActName(by_alias.get(alias + year["year"], by_alias[alias]), year.end())
    return ActName(by_alias[alias], end)


def _looks_like_a_name(written: str, alias: str, *, loosely: bool) -> bool:
    if alias not in _names().abbreviations:
        return written not in _WORDS_WHEN_JOINED
    if re.search(r"[^\w.&\s]", written):
        return False  # the ITO in "(i) to"
    return written.isupper() or (loosely and written.islower() and written.isalpha())


class _Names:
    """The aliases of the table, squeezed: dots, spaces, plurals and small words count for nothing."""

    def __init__(self) -> None:
        written = {alias: act for act, aliases in ACTS.items() for alias in (act, *aliases)}
        self.by_alias = {_squeezed(alias): act for alias, act in written.items()}
        self.abbreviations = {_squeezed(alias) for alias in written if alias.isupper()} - EVERYDAY
        unnumbered = [alias.rstrip("0123456789") for alias in self.by_alias]
        self.beginnings = {alias[:length] for alias in unnumbered for length in range(len(alias) + 1)}
        self.endings = {alias[-length:] for alias in unnumbered for length in range(1, len(alias) + 1)} | {""}


@functools.cache
def _names() -> _Names:
    return _Names()


def _squeezed(alias: str) -> str:
    words = re.findall(r"[^\W\d_]+(?:['’]s\b)?|\d+", unified(alias))
    return "".join(_squeezed_word(re.sub(r"['’]s$", "", word)) for word in words)


def _squeezed_word(word: str) -> str:
    small = word.lower()
    if small in _UNSAID:
        return ""
    return small[:-1] if len(small) > 3 and small.endswith("s") else small
