"""Coded fields: which values of a column the words behind an operator's field name.

A value is named by words of it in a row ("judge:Sattar" names Babar Sattar), a case type also by any whole name that
it has, and a section of law however it is written.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
from rapidfuzz import fuzz

from search.cases import CaseNumber
from search.identifiers.case_types import CASE_TYPES, canonical_type, squeeze, types_by_alias
from search.identifiers.spelled_out import spelled_out
from search.identifiers.statute import StatuteReference, find_statutes
from search.snapshot.columns import CODED, Columns
from search.snapshot.fields import JUDGE_TITLES
from search.text.normalise import fold
from search.text.spellings import same_name
from search.types import Mask

COLUMN_OF: Mapping[str, str] = MappingProxyType(
    {
        "judge": "judge",
        "advocate": "advocate",
        "status": "status",
        "type": "case_type",
        "category": "category",
        "bench": "bench_kind",
        "court": "court",
        "subject": "subject",
        "section": "provision",
    }
)
"""Field -> the column with its values."""
_MISTAKEN_FOR: Mapping[str, str] = MappingProxyType({"type": "category", "bench": "judge"})
"""Field -> another that some mean by it: "type:bail", "bench:Sattar"."""
_OF_PERSONS = frozenset({"judge", "advocate"})
_BENCH_KINDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"SB": ("single bench",), "DB": ("division bench", "divisional bench"), "LB": ("larger bench", "full bench")}
)
_TYPE_NAMES = 2
"""The first names of a case type are its own, and parts of them name it; of others all must be written."""
_LIKENESS_MIN = 70
"""Of 100: what is less alike than this was not meant."""
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class CodedFields:
    """The columns of one snapshot, asked by field."""

    columns: Columns

    def named(self, field: str, words: Sequence[str], *, in_a_row: bool) -> list[Sequence[int]]:
        """Return the codes that *words* name, once for each thing that they name: a case must have one of each."""
        value = " ".join(words)
        if field == "section":
            return [self.under(reference) for reference in sections_in(value)] or [()]
        if field == "type" and (exact := self._whole_types(value)):
            return [exact]
        spoken = [word for each in words for word in _words_of(field, each)]
        if not spoken:
            return [()]
        if not in_a_row:
            return [self._fitting(field, lambda name: set(spoken) <= set(name))]
        found = self._fitting(field, lambda name: _stands(spoken, name))
        if not found and field in _OF_PERSONS:
            found = self._fitting(field, lambda name: _stands(spoken, name, same=same_name))
        return [found]

    def beginning(self, field: str, stem: str) -> Sequence[int]:
        """Return the codes of the values with a word that begins with *stem*."""
        start = " ".join(_words_of(field, stem))
        return self._fitting(field, lambda name: start != "" and f" {start}" in f" {' '.join(name)}")

    def mask(self, field: str, codes: Sequence[int]) -> Mask:
        """Return the cases that have one of *codes*."""
        column = COLUMN_OF[field]
        if column in CODED:
            return np.isin(self.columns.codes(column), codes)
        mask = np.zeros(len(self.columns), dtype=np.bool_)
        mask[self.columns.having_code(column, codes)] = True
        return mask

    def nearest(self, field: str, value: str) -> str | None:
        """Return what *value* may have been meant for: a value of another field, as "category:bail", or one like it."""
        other = _MISTAKEN_FOR.get(field)
        if other is not None and all(self.named(other, value.split(), in_a_row=True)):
            return f"{other}:{value}"
        if field == "section":
            # An act alone is no section: only the whole is compared.
            asked = [section.label for section in sections_in(value) if section.act]
            likeness = {
                label: max((fuzz.ratio(each, label) for each in asked), default=0.0) for label in self._values(field)
            }
        else:
            likeness = {known: _likeness(value, known) for known in self._values(field)}
        best = max(likeness, key=likeness.__getitem__, default=None)
        return best if best is not None and likeness[best] >= _LIKENESS_MIN else None

    def _values(self, field: str) -> Sequence[str]:
        return self.columns.vocabulary.get(COLUMN_OF[field], ())

    def _fitting(self, field: str, fits: Callable[[Sequence[str]], bool]) -> Sequence[int]:
        """Codes of the values of which some spelling *fits*, by its words."""
        return [code for code, value in enumerate(self._values(field)) if any(map(fits, _spellings(field, value)))]

    def _whole_types(self, value: str) -> Sequence[int]:
        """Codes of the case types that *value* is a whole name of: "CR" is the civil revision, and no "CRL MISC"."""
        types = {canonical_type(value), *types_by_alias().get(squeeze(value), ())}
        return [code for code, name in enumerate(self._values("type")) if canonical_type(name) in types]

    def under(self, asked: StatuteReference) -> Sequence[int]:
        """Return the codes of the sections that answer *asked*."""
        return [code for code, label in enumerate(self._values("section")) if answers(label, asked)]


def sections_in(value: str) -> list[StatuteReference]:
    """Read *value* as sections of law; "section" is no part of what stands behind a field of that name."""
    return find_statutes(value) or find_statutes(f"section {value}")


def answers(label: str, asked: StatuteReference) -> bool:
    """Whether a provision, by its label, answers *asked*: what that leaves open may be anything, as in same_provision.

    A bare number is a section of any act, and an article of those that have articles.
    """
    return _pattern_of(asked).fullmatch(label) is not None


@functools.lru_cache(maxsize=1 << 8)
def _pattern_of(asked: StatuteReference) -> re.Pattern[str]:
    key = re.escape(asked.key)
    if not asked.act:
        key = r"(?:.+ )?" + (rf"(?:s|art) {re.escape(asked.number)}" if asked.provision == "section" else key)
    rule = r"(?: r [^ ()]+)?" if asked.provision == "order" and not asked.rule else ""
    return re.compile(key + rule + (re.escape(asked.subsection) if asked.subsection else r"(?:\(.*)?"))


def _stands(spoken: Sequence[str], name: Sequence[str], *, same: Callable[[str, str], bool] | None = None) -> bool:
    """Whether *spoken* stand in a row in *name*, or words that are the *same*."""
    length = len(spoken)
    rows = (name[at : at + length] for at in range(len(name) - length + 1))
    if same is None:
        return any(list(row) == list(spoken) for row in rows)
    return any(all(map(same, row, spoken)) for row in rows)


# Every query looks at all of them.
@functools.lru_cache(maxsize=1 << 16)
def _spellings(field: str, value: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(_words_of(field, name)) for name in (value, *_other_names(field, value)))


def _other_names(field: str, value: str) -> Sequence[str]:
    match field:
        case "type":
            return CASE_TYPES.get(canonical_type(value), ())[:_TYPE_NAMES]
        case "category":
            return (spelled_out(CaseNumber("", 0, 0, category=value)),)
        case "bench":
            return _BENCH_KINDS.get(value.upper(), ())
        case _:
            return ()


def _words_of(field: str, value: str) -> list[str]:
    words = _WORD.findall(fold(value))
    return [word for word in words if word not in JUDGE_TITLES] if field in _OF_PERSONS else words


def _likeness(value: str, known: str) -> float:
    """How alike *value* and *known*, or a word of it, are written; of 100."""
    return max(fuzz.ratio(fold(value), name) for name in (fold(known), *_WORD.findall(fold(known))))
