"""Nearest values: what the values of a column are called, and which of them one that no case has may be meant for."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from rapidfuzz import fuzz, process

from search.cases import CaseNumber
from search.identifiers.case_types import canonical_type, squeeze, types_by_alias
from search.identifiers.judge_names import JudgeNames, judge_words
from search.identifiers.misspelt_judges import judges_like
from search.identifiers.named_types import own_names
from search.identifiers.spelled_out import spelled_out
from search.identifiers.statute import reference_of, sections_behind
from search.text.normalise import fold
from search.text.spellings import same_name

VALUES_SHOWN_MAX = 12
_MEANT_MAX = 3
_LIKENESS_MIN = 70
"""Of 100: what is less alike than this was not meant."""
_OF_SECTIONS = frozenset({"section", "provision"})
_OTHER_NAMES: Mapping[tuple[str, str], tuple[str, ...]] = MappingProxyType(
    {
        ("bench_kind", "SB"): ("single bench",),
        ("bench_kind", "DB"): ("division bench", "divisional bench", "double bench"),
        ("bench_kind", "LB"): ("larger bench", "full bench"),
        ("status", "DECIDED"): ("disposed", "disposed of"),
        ("status", "PENDING"): ("undecided",),
    }
)
"""A column and a value of it in capitals -> what that is called beside it."""
_WORD = re.compile(r"\w+")
_KEPT_MAX = 32
"""Columns whose names are kept: those of two snapshots, the live one and the one before."""


def names_of(column: str, value: str) -> Sequence[str]:
    """Return what *value* of *column* is called, first as it is written."""
    match column:
        case "case_type":
            return own_names(value)
        case "category":
            return (value, spelled_out(CaseNumber("", 0, 0, category=value)))
        case _:
            return (value, *_OTHER_NAMES.get((column, value.upper()), ()))


def nearest_values(column: str, values: Sequence[str], written: str) -> tuple[str, ...]:
    """Return which of *values*, those of *column*, may be meant by *written*, which is none of them.

    Of judges all that it may be but for slips of the pen; else those with the name, or with the word of a name, that
    is most alike, the first of several.  Nothing is guessed at where nothing is near.
    """
    values = tuple(values)
    if column in _OF_SECTIONS:
        return _nearest_section(values, written)
    if column == "judge":
        like = judges_like(judge_words(written), [group[0] for group in judge_names(values).groups])
        if like:
            return like
    owners = _owners(column, values)
    spelt = squeeze(written) if column == "case_type" else fold(written)
    best = process.extractOne(spelt, list(owners), scorer=fuzz.ratio, score_cutoff=_LIKENESS_MIN)
    return owners[best[0]] if best else ()


def values_shown(values: Sequence[str]) -> str:
    """Return the end of a message that names the first of *values*."""
    more = ", ..." if len(values) > VALUES_SHOWN_MAX else ""
    return f" The values here are {', '.join(values[:VALUES_SHOWN_MAX]) or 'none'}{more}"


def _nearest_section(values: Sequence[str], written: str) -> tuple[str, ...]:
    # An act alone is no section: only the whole is compared.
    asked = [section for readings in sections_behind(written) for section in readings if section.act]
    acts = {section.act for section in asked}
    same_act = [label for label in values if reference_of(label).act in acts]
    likeness = {
        label: max((fuzz.ratio(each.label, label) for each in asked), default=0.0) for label in same_act or values
    }
    best = max(likeness, key=likeness.__getitem__, default=None)
    return (best,) if best is not None and likeness[best] >= _LIKENESS_MIN else ()


# By the values themselves: columns are made anew for each snapshot, and cannot be keys.
@functools.lru_cache(maxsize=_KEPT_MAX)
def judge_names(values: tuple[str, ...]) -> JudgeNames:
    """Return what the judges among *values* may be called; made once for each column."""
    return JudgeNames(values, same_name=same_name)


@functools.lru_cache(maxsize=_KEPT_MAX)
def _owners(column: str, values: tuple[str, ...]) -> Mapping[str, tuple[str, ...]]:
    """Return what may be written for a value, and the values that it stands for."""
    if column == "case_type":
        return _types_by_name(values)
    owners: dict[str, tuple[str, ...]] = {}
    for value in values:
        for written in _written(column, value):
            owners.setdefault(written, (value,))
    return owners


def _written(column: str, value: str) -> Iterator[str]:
    for name in names_of(column, value):
        folded = fold(name)
        yield from (folded, *_WORD.findall(folded))


def _types_by_name(values: Sequence[str]) -> Mapping[str, tuple[str, ...]]:
    """Return the names of case types, squeezed: no word of one, since half of them are "appeal" or "petition"."""
    written = {canonical_type(value): value for value in reversed(values)}
    owners: dict[str, tuple[str, ...]] = {squeeze(value): (value,) for value in values}
    for alias, types in types_by_alias().items():
        known = tuple(written[each] for each in types if each in written)
        if known:
            owners.setdefault(alias, known[:_MEANT_MAX])
    return owners
