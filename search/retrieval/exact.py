"""Exact retrieval: the cases whose number a query names."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

import numpy as np

from search.identifiers.case_number import YEAR_MAX, YEAR_MIN, as_ascii, is_announcement
from search.identifiers.case_types import CASE_TYPES
from search.identifiers.type_before import ends_in_name
from search.snapshot.columns import Columns
from search.text.normalise import fold
from search.types import Mask, NumberQuery, ParsedQuery

_TYPE_HINTED, _CATEGORY_HINTED = 40, 2
"""A type named behind the number goes before a category that begins with the same words."""
_CATEGORY_OF: Mapping[str, str] = MappingProxyType(
    {"B": "bail", "W": r"(?:writ|wp)\b", "Q": r"q(?:\b|uash)", "M": "misc", "T": "tr", "H": "hebeas", "C": "cancel"}
)
"""Letter that the registry writes at a serial -> how the category begins that it hints at."""
_SIGN = r"\b(?:nos?|number)[\s.:#]{1,3}"


@dataclass(frozen=True, slots=True)
class ExactMatches:
    """Cases whose number the query names."""

    doc_ids: tuple[int, ...]
    """In the order in which the query names their numbers; within one number best agreement with category and bench
    kind first, then by case type, then by doc_id."""
    agreement: tuple[int, ...]
    """How much of what is written beside the number agrees, per case; compares inside one query."""
    case_types: tuple[int, ...]
    """Code of each one's case type: where an alias stands for several, its cases are shown type by type."""
    asked: tuple[int, ...]
    """Which number of the query each one has, counted from 0; of several the first."""
    whole: frozenset[int] = frozenset()
    """Those of a number that is all of the query, whatever the filters."""
    having: tuple[tuple[NumberQuery, tuple[int, ...]], ...] = ()
    """Each number of the query with its cases, likewise."""
    missing: tuple[NumberQuery, ...] = ()
    """Numbers that the query names and no case here has, likewise."""

    @property
    def nothing_else(self) -> bool:
        """Whether the query is the number of a case that is found, and no other word."""
        return not self.whole.isdisjoint(self.doc_ids)

    @property
    def left_out(self) -> tuple[NumberQuery, ...]:
        """Numbers whose cases the filters leave out."""
        return tuple(number for number, rows in self.having if rows and set(rows).isdisjoint(self.doc_ids))

    def within(self, allowed: Mask | None) -> ExactMatches:
        """Return those of them that are *allowed*."""
        if allowed is None:
            return self
        kept = [bool(allowed[doc_id]) for doc_id in self.doc_ids]
        return replace(
            self,
            doc_ids=tuple(itertools.compress(self.doc_ids, kept)),
            agreement=tuple(itertools.compress(self.agreement, kept)),
            case_types=tuple(itertools.compress(self.case_types, kept)),
            asked=tuple(itertools.compress(self.asked, kept)),
        )

    def pinned(self, order: Iterable[int]) -> list[int]:
        """Return the cases of *order* whose number the query names, number by number as it names them.

        Within one number they stand type by type, best agreement first: the type whose best case agrees most comes
        first; equal ones keep their order.
        """
        agreement = dict(zip(self.doc_ids, self.agreement, strict=True))
        groups = dict(zip(self.doc_ids, zip(self.asked, self.case_types, strict=True), strict=True))
        found = sorted((doc_id for doc_id in order if doc_id in agreement), key=lambda doc_id: -agreement[doc_id])
        place: dict[tuple[int, int], int] = {}
        for doc_id in found:
            place.setdefault(groups[doc_id], len(place))
        return sorted(found, key=lambda doc_id: (groups[doc_id][0], place[groups[doc_id]]))


@dataclass(frozen=True, slots=True)
class ExactRetriever:
    """Looks numbers up in the columns of a snapshot."""

    columns: Columns

    def match(self, parsed: ParsedQuery) -> ExactMatches:
        """Return every case whose number *parsed* names.

        A number without a case type counts only where it is the whole query: inside a sentence it may be
        the number of an FIR or of a case below.
        """
        agreement: dict[int, int] = {}
        asked: dict[int, int] = {}
        alone: set[int] = set()
        having: list[tuple[NumberQuery, tuple[int, ...]]] = []
        for place, number in enumerate(map(self._of_type_here, parsed.numbers)):
            same = self._same_number(number)
            whole = self._is_whole(parsed.text, number, same)
            if not (number.case_types or number.hinted_types or whole):
                continue
            for doc_id in same:
                asked.setdefault(doc_id, place)
                agreement[doc_id] = max(agreement.get(doc_id, 0), self._agreement(number, doc_id))
            alone.update(same if whole else ())
            having.append((number, tuple(same)))
        types = self.columns.case_type
        ordered = sorted(agreement, key=lambda doc_id: (asked[doc_id], -agreement[doc_id], types[doc_id], doc_id))
        return ExactMatches(
            doc_ids=tuple(ordered),
            agreement=tuple(agreement[doc_id] for doc_id in ordered),
            case_types=tuple(int(types[doc_id]) for doc_id in ordered),
            asked=tuple(asked[doc_id] for doc_id in ordered),
            whole=frozenset(alone),
            having=tuple(having),
            missing=tuple(each for each, rows in having if not rows and not _may_be_years(parsed.text, each)),
        )

    def _of_type_here(self, number: NumberQuery) -> NumberQuery:
        """Return *number* with its case type where no table knows that and a case here is of it."""
        if number.case_types or not number.preceding:
            return number
        for name in self.columns.vocabulary["case_type"]:
            begin = None if name in CASE_TYPES else ends_in_name(number.preceding, name)
            if begin is not None:
                start = max(0, number.start - len(number.preceding) + begin)
                return replace(number, case_types=(name,), hinted_types=(), start=start)
        return number

    def _same_number(self, number: NumberQuery) -> list[int]:
        columns = self.columns
        return [int(row) for row in np.flatnonzero(columns.with_number(number.serial, number.year, number.case_types))]

    def _agreement(self, number: NumberQuery, doc_id: int) -> int:
        """Say how much of what stands beside the number is this case's type, category and bench kind.

        More of the category is more; a hint at it, the bench kind and leaving nothing unsaid count a little.
        """
        category, bench = self._category(doc_id), self._bench(doc_id)
        rest, agreed = number.following, 0
        if category and _starts_with(rest, category):
            rest, agreed = rest[len(category) :].strip(), 2 * len(category)
        if bench and bench in rest:
            rest, agreed = rest.replace(bench, "", 1).strip(), agreed + 1
        said = agreed > 1 or not category
        agreed += _TYPE_HINTED * (self._type(doc_id) in number.hinted_types)
        agreed += _CATEGORY_HINTED * self._is_hinted(number.suffix, doc_id)
        return agreed + (1 if said and not rest else 0)

    def _is_hinted(self, suffix: str, doc_id: int) -> bool:
        """Whether the letter at a serial is that of the case's category."""
        word = _CATEGORY_OF.get(suffix)
        written = f"{self._type(doc_id)} {self._category(doc_id)}".casefold()
        return word is not None and re.search(rf"\b{word}", written) is not None

    def _is_whole(self, text: str, number: NumberQuery, doc_ids: list[int]) -> bool:
        if not is_announcement(text[: number.start]):
            return False
        rests = {""} | {f"{self._category(d)} {self._bench(d)}".strip() for d in doc_ids}
        rests |= {self._category(d) for d in doc_ids} | {self._bench(d) for d in doc_ids}
        return fold(text[number.end :]).strip(" .,:;?") in {rest.strip(" .,:;?") for rest in rests}

    def _type(self, doc_id: int) -> str:
        code = self.columns.case_type[doc_id]
        return self.columns.vocabulary["case_type"][code] if code >= 0 else ""

    def _category(self, doc_id: int) -> str:
        code = self.columns.category[doc_id]
        return fold(self.columns.vocabulary["category"][code]) if code >= 0 else ""

    def _bench(self, doc_id: int) -> str:
        code = self.columns.bench_kind[doc_id]
        return f"({fold(self.columns.vocabulary['bench_kind'][code])})" if code >= 0 else ""


def _may_be_years(text: str, number: NumberQuery) -> bool:
    """Whether a number may be two years: then nobody is told that it is not there.

    Without a type that is "2023/2024", and behind one, where no "No." stands between, "writ petition 2020-2024".
    """
    if not YEAR_MIN <= number.serial <= YEAR_MAX:
        return False
    if not (number.case_types or number.hinted_types):
        return True
    written = re.compile(rf"(?<!\d)({_SIGN})?{number.serial}\s?-\s?{number.year}(?!\d)", re.IGNORECASE)
    return number.serial < number.year and any(not match[1] for match in written.finditer(as_ascii(text)))


def _starts_with(text: str, words: str) -> bool:
    """Whether *text* begins with *words*, at the border of a word."""
    return text.startswith(words) and not text[len(words) : len(words) + 1].isalnum()
