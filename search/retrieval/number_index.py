"""Case numbers by their beginnings: a type in any of its forms, the first digits of a serial, then of a year."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import numpy as np

from search.identifiers.case_number import as_ascii
from search.identifiers.case_types import ARABIC_LETTERS, squeeze, types_by_alias
from search.retrieval.name_index import spans_of, words_of
from search.snapshot.columns import NO_CODE, NO_SERIAL, NO_YEAR, Columns
from search.types import Mask

_TYPED = re.compile(
    r"""(?P<type>\D*)(?:(?P<serial>\d{1,7})(?:\s?-?\s?(?P<suffix>[A-Za-z]))?
        (?:(?P<separator>\s?[/-]\s?|\s{1,3}of\s{0,3}|\s{1,3}(?=\d|$))(?P<year>\d{0,4})(?P<rest>(?<=\d{4})\D.*)?)?)?\s*""",
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_SHOWN = re.compile(r"(?P<type>\D*?)\s{0,5}(?P<serial>\d{1,7})(?:\s{0,5}/\s{0,5}(?P<year>\d{4}))?")
_WORD = re.compile(rf"[A-Za-z{ARABIC_LETTERS}]+")
_FILLERS = frozenset({"no", "nos", "number", "num", "bearing", "نمبر"})
_BEFORE = frozenset({"case", "cases", "the", "in"})
_NO_TYPE = frozenset(
    """s ss u us sec section sections art article articles order rule rules act fir dated under of dafa daffa
    دفعہ دفعات آرٹیکل مقدمہ مورخہ""".split()
)
"""A number behind these is none of a case."""
_DIGITS_MAX = 7
_TYPE_BEFORE_SERIAL_MIN = 2
"""Letters from which the beginning of an alias is read as one, with a serial behind it."""


class TypedNumber(NamedTuple):
    """As much of a case number as is typed."""

    case_type: str
    """The letters of the type, as aliases are compared; "" where none was typed."""
    serial: int | None
    """None where only a type was typed."""
    year: str | None
    """The digits so far; None where nothing parts them from the serial yet."""
    rest: str = ""
    """What is typed behind the year."""


def typed_number(text: str) -> TypedNumber | None:
    """Read all of *text* as the beginning of a case number; None where it cannot be one."""
    match = _TYPED.fullmatch(as_ascii(text).strip())
    if match is None:
        return None
    words = [word.lower() for word in _WORD.findall(match["type"])]
    while words and words[-1] in _FILLERS:
        words.pop()
    while words and words[0] in _BEFORE:
        del words[0]
    case_type = squeeze("".join(words))
    if not (case_type or match["serial"]) or _NO_TYPE.intersection(words):
        return None
    if match["serial"] is None:
        return TypedNumber(case_type, None, None)
    parted = bool((match["separator"] or "").strip())
    # Without a type a number is one of a case only where a slash says so: "302 34" are sections.
    if not case_type and not parted and (match["separator"] or match["suffix"]):
        return None
    year = match["year"] if parted or match["year"] else None
    return TypedNumber(case_type, int(match["serial"]), year, match["rest"] or "")


class NumberIndex:
    """The numbers of one snapshot, the newest first."""

    def __init__(self, columns: Columns) -> None:
        there = (columns.serial != NO_SERIAL) & (columns.year != NO_YEAR) & (columns.case_type != NO_CODE)
        rows = np.flatnonzero(there)
        types = columns.vocabulary["case_type"]
        # Of one serial and year, the case of the commonest type comes first.
        cases = np.bincount(columns.case_type[rows], minlength=len(types))
        order = np.lexsort(
            (
                rows,
                columns.case_type[rows],
                -cases[columns.case_type[rows]],
                -columns.serial[rows],
                -columns.year[rows].astype(np.int32),
            )
        )
        self._doc_ids = rows[order].astype(np.int32)
        self._types = columns.case_type[self._doc_ids]
        self._serials = columns.serial[self._doc_ids]
        self._years = columns.year[self._doc_ids]
        self._codes = {name: code for code, name in enumerate(types)}
        names = {squeeze(name): (name,) for name in types}
        self._aliases = {**names, **types_by_alias()}
        self._sorted_aliases = sorted(self._aliases)

    def types_named(self, letters: str) -> tuple[int, ...]:
        """Return the codes of the case types that *letters* are an alias of."""
        return self._known(self._aliases.get(letters, ()))

    def types_begun(self, letters: str) -> tuple[int, ...]:
        """Return the codes of the case types that have an alias which begins with *letters*."""
        start = bisect_left(self._sorted_aliases, letters)
        end = bisect_left(self._sorted_aliases, letters + "\U0010ffff", start)
        return self._known(name for alias in self._sorted_aliases[start:end] for name in self._aliases[alias])

    def _known(self, names: Iterable[str]) -> tuple[int, ...]:
        return tuple(sorted({self._codes[name] for name in names if name in self._codes}))

    def types_of(self, typed: TypedNumber) -> tuple[int, ...]:
        """Return the codes of the types that *typed* may mean; of a beginning only where a serial follows it."""
        named = self.types_named(typed.case_type)
        if named or typed.serial is None or len(typed.case_type) < _TYPE_BEFORE_SERIAL_MIN:
            return named
        return self.types_begun(typed.case_type)

    def find(self, typed: TypedNumber, types: tuple[int, ...], *, limit: int) -> list[int]:
        """Return the doc_ids of the cases whose number begins with what is typed.

        The serial as typed comes first, then those with one more digit, and so on; each time the newest year first.

        Args:
            typed: What is typed.
            types: Codes of the case types that may be meant; empty for any.
            limit: How many to return at most.
        """
        among = np.isin(self._types, types) if types else np.ones(len(self._types), dtype=np.bool_)
        found: dict[int, None] = {}
        for wanted in self._steps(typed):
            rows = np.flatnonzero(among & wanted)[:limit]
            found.update(dict.fromkeys(self._doc_ids[rows].tolist()))
            if len(found) >= limit:
                break
        return list(found)[:limit]

    def _steps(self, typed: TypedNumber) -> Iterator[Mask]:
        """Yield which numbers are looked at, the nearest first."""
        if typed.serial is None:
            yield np.ones(len(self._types), dtype=np.bool_)
            return
        same = self._serials == typed.serial
        if typed.year is None:
            yield same
            if typed.case_type and typed.serial:
                yield from (self._serials // 10**more == typed.serial for more in range(1, _DIGITS_MAX))
            return
        yield from (same & years for years in self._years_begun(typed.year))

    def _years_begun(self, digits: str) -> Iterator[Mask]:
        """Yield which years *digits* begin: of two digits the last ones first."""
        if len(digits) == 2:
            yield self._years % 100 == int(digits)
        yield self._years // 10 ** (4 - len(digits)) == int(digits or 0)
        if len(digits) == 1:
            yield self._years % 100 // 10 == int(digits)


def number_spans(typed: TypedNumber, shown: str, *, whole_type: bool) -> tuple[tuple[int, int], ...]:
    """Return where in a number as the court writes it stands what is typed; sorted and not overlapping.

    Args:
        typed: What is typed.
        shown: "W.P. 12/2023 Service (SB)".
        whole_type: Whether the type is typed in full, in whatever form; else its letters are looked for.
    """
    match = _SHOWN.match(shown)
    if match is None:
        return ()
    spans = [(0, match.end("type"))] if whole_type else [(0, _end_of_letters(typed.case_type, match["type"]))]
    if typed.serial is not None:
        start = match.end("serial") - len(match["serial"].lstrip("0") or "0")
        spans.append((start, start + len(str(typed.serial))))
    if typed.year and match["year"]:
        begins = match["year"].startswith(typed.year)
        start = match.start("year") + (0 if begins else 2)
        spans.append((start, start + len(typed.year)))
    behind = spans_of(words_behind(typed), shown, start=match.end())
    return tuple(span for span in (*spans, *behind) if span[0] < span[1])


def words_behind(typed: TypedNumber) -> tuple[str, ...]:
    """Return the words that are typed behind the year."""
    return words_of(typed.rest)


def _end_of_letters(letters: str, written: str) -> int:
    if not letters or not squeeze(written).startswith(letters):
        return 0
    return next(end for end in range(len(written) + 1) if squeeze(written[:end]) == letters)
