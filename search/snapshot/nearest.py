"""Nearest values: what the values of a column are called, and which of them one that no case has may be meant for."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from search.cases import CaseNumber
from search.identifiers.case_types import CASE_TYPES, canonical_type, squeeze
from search.identifiers.judge_names import JudgeNames, judge_words
from search.identifiers.misspelt_judges import judges_like
from search.identifiers.misspelt_types import types_like
from search.identifiers.named_types import own_names
from search.identifiers.spelled_out import spelled_out
from search.identifiers.statute import StatuteReference, reference_of, sections_behind
from search.text.normalise import fold
from search.text.spellings import same_name

_VALUES_SHOWN_MAX = 12
_LIKENESS_MIN = 70
"""Of 100: what is less alike than this was not meant."""
_ACTS_LIKENESS_MIN = 60
"""Likewise of the names of two acts with a section of one number: of three initials two."""
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

    Of judges and case types all that it may be but for slips of the pen, and of sections one of the same act, or where
    no case names that act the one of that number whose act is called most alike; else those with the name, or with the
    word of a name, that is most alike, the first of several.  Nothing is guessed at where nothing is near.
    """
    values = tuple(values)
    if column in _OF_SECTIONS:
        return _nearest_section(values, written)
    if column == "case_type":
        return _nearest_types(values, written)
    if column == "judge":
        like = judges_like(judge_words(written), [group[0] for group in judge_names(values).groups])
        if like:
            return like
    owners = _owners(column, values)
    best = process.extractOne(fold(written), list(owners), scorer=fuzz.ratio, score_cutoff=_LIKENESS_MIN)
    return owners[best[0]] if best else ()


def values_shown(values: Sequence[str]) -> str:
    """Return the end of a message that names the first of *values*."""
    more = ", ..." if len(values) > _VALUES_SHOWN_MAX else ""
    return f" The values here are {', '.join(values[:_VALUES_SHOWN_MAX]) or 'none'}{more}"


def _nearest_section(values: Sequence[str], written: str) -> tuple[str, ...]:
    # An act alone is no section: only the whole is compared.
    asked = [section for readings in sections_behind(written) for section in readings if section.act]
    held = list(map(reference_of, values))
    near = [(each, other) for other in held for each in asked if _is_slip(each, other)]
    if not near:
        acts = {other.act for other in held}
        near = [(each, other) for other in held for each in asked if each.act not in acts and _is_namesake(each, other)]
    best = min(near, key=lambda pair: _unlikeness(*pair), default=None)
    return (best[1].label,) if best else ()


def _is_namesake(asked: StatuteReference, held: StatuteReference) -> bool:
    """Whether both have one number, in acts that are called alike: "IPC s 302", "PPC s 302"."""
    alike = fuzz.ratio(asked.act, held.act) >= _ACTS_LIKENESS_MIN
    return alike and (asked.provision, _number_of(asked)) == (held.provision, _number_of(held))


def _is_slip(asked: StatuteReference, held: StatuteReference) -> bool:
    """Whether both are of one act and have one number, but for a character; where that is all of it they do not."""
    return asked.act == held.act and _slips(asked, held) < min(2, len(_number_of(asked)))


def _unlikeness(asked: StatuteReference, held: StatuteReference) -> tuple[int, float]:
    """Return how far *held* is from *asked*: first by their numbers, then by their subsections."""
    return _slips(asked, held), -fuzz.ratio(asked.label, held.label)


def _slips(asked: StatuteReference, held: StatuteReference) -> int:
    return OSA.distance(_number_of(asked), _number_of(held))


def _number_of(section: StatuteReference) -> str:
    return f"{section.number} {section.rule}".rstrip()


def _nearest_types(values: Sequence[str], written: str) -> tuple[str, ...]:
    held = {canonical_type(value): value for value in reversed(values)}
    meant = types_like(squeeze(written), [name for name in held if name not in CASE_TYPES])
    return tuple(held[name] for name in meant if name in held)


# By the values themselves: columns are made anew for each snapshot, and cannot be keys.
@functools.lru_cache(maxsize=_KEPT_MAX)
def judge_names(values: tuple[str, ...]) -> JudgeNames:
    """Return what the judges among *values* may be called; made once for each column."""
    return JudgeNames(values, same_name=same_name)


@functools.lru_cache(maxsize=_KEPT_MAX)
def _owners(column: str, values: tuple[str, ...]) -> Mapping[str, tuple[str, ...]]:
    """Return what may be written for a value, and the values that it stands for."""
    owners: dict[str, tuple[str, ...]] = {}
    for value in values:
        for written in _written(column, value):
            owners.setdefault(written, (value,))
    return owners


def _written(column: str, value: str) -> Iterator[str]:
    for name in names_of(column, value):
        folded = fold(name)
        yield from (folded, *_WORD.findall(folded))
