"""Exact retrieval: the cases whose number a query names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from search.identifiers.case_types import CASE_TYPES
from search.snapshot.columns import Columns
from search.text.normalise import fold
from search.types import Mask, NumberQuery, ParsedQuery

_UNKNOWN_TYPE_WORDS_MAX = 2
_TYPE_HINTED, _CATEGORY_HINTED = 40, 2
"""A type named behind the number goes before a category that begins with the same words."""
_CATEGORY_OF: Mapping[str, str] = MappingProxyType(
    {"B": "bail", "W": r"(?:writ|wp)\b", "Q": r"q(?:\b|uash)", "M": "misc", "T": "tr", "H": "hebeas", "C": "cancel"}
)
"""Letter that the registry writes at a serial -> how the category begins that it hints at."""


@dataclass(frozen=True, slots=True)
class ExactMatches:
    """Cases whose number the query names."""

    doc_ids: tuple[int, ...]
    """Best agreement with category and bench kind first; then by case type, then by doc_id."""
    agreement: tuple[int, ...]
    """How much of what is written beside the number agrees, per case; compares inside one query."""
    case_types: tuple[int, ...]
    """Code of each one's case type: where an alias stands for several, its cases are shown type by type."""
    nothing_else: bool
    """Whether the query is one case number and no other word."""
    missing: tuple[NumberQuery, ...] = ()
    """Numbers that the query names and no case here has, whatever the filters."""
    left_out: tuple[NumberQuery, ...] = ()
    """Numbers whose cases the filters leave out."""

    def pinned(self, order: Iterable[int]) -> list[int]:
        """Return the cases of *order* whose number the query names, type by type, best agreement first.

        The type whose best case agrees most comes first; equal ones keep their order.
        """
        agreement = dict(zip(self.doc_ids, self.agreement, strict=True))
        type_of = dict(zip(self.doc_ids, self.case_types, strict=True))
        found = sorted((doc_id for doc_id in order if doc_id in agreement), key=lambda doc_id: -agreement[doc_id])
        place: dict[int, int] = {}
        for doc_id in found:
            place.setdefault(type_of[doc_id], len(place))
        return sorted(found, key=lambda doc_id: place[type_of[doc_id]])


@dataclass(frozen=True, slots=True)
class ExactRetriever:
    """Looks numbers up in the columns of a snapshot."""

    columns: Columns

    def match(self, parsed: ParsedQuery, allowed: Mask | None) -> ExactMatches:
        """Return every allowed case whose number *parsed* names.

        A number without a case type counts only where it is the whole query: inside a sentence it may be
        the number of an FIR or of a case below.
        """
        agreement: dict[int, int] = {}
        alone, missing, left_out = False, [], []
        for number in parsed.numbers:
            same = self._same_number(number)
            whole = self._is_whole(parsed.text, number, same)
            if not (number.case_types or number.hinted_types or whole):
                continue
            doc_ids = [doc_id for doc_id in same if allowed is None or allowed[doc_id]]
            agreement.update({doc_id: self._agreement(number, doc_id) for doc_id in doc_ids})
            alone = alone or (whole and bool(doc_ids))
            missing += [number] if not same and _is_clear(number) else []
            left_out += [number] if same and not doc_ids else []
        ordered = sorted(agreement, key=lambda doc_id: (-agreement[doc_id], self.columns.case_type[doc_id], doc_id))
        return ExactMatches(
            tuple(ordered),
            tuple(agreement[doc_id] for doc_id in ordered),
            tuple(int(self.columns.case_type[doc_id]) for doc_id in ordered),
            alone,
            missing=tuple(missing),
            left_out=tuple(left_out),
        )

    def _same_number(self, number: NumberQuery) -> list[int]:
        columns = self.columns
        types = columns.vocabulary["case_type"]
        return [
            int(doc_id)
            for doc_id in np.flatnonzero((columns.serial == number.serial) & (columns.year == number.year))
            if not number.case_types or types[columns.case_type[doc_id]] in number.case_types
        ]

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
        if fold(text[: number.start]).strip(" .,:;-") not in ("", "case", "no", "number", "case no", "case number"):
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


def _is_clear(number: NumberQuery) -> bool:
    """Whether what stands before the number is a case type, and not any words that happen to stand there."""
    return all(name in CASE_TYPES or len(name.split()) <= _UNKNOWN_TYPE_WORDS_MAX for name in number.case_types)


def _starts_with(text: str, words: str) -> bool:
    """Whether *text* begins with *words*, at the border of a word."""
    return text.startswith(words) and not text[len(words) : len(words) + 1].isalnum()
