"""Absent references: why no case is there for a citation, an FIR or a section of law, with what is.

An index of cases holds no reports and no registers: it knows the judgments that its cases cite, the FIRs that they
come from and the sections of law that they name.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple

from search.identifiers.police_stations import same_station
from search.identifiers.statute import StatuteReference, reference_of
from search.snapshot.columns import Columns
from search.types import AskedReference, FirQuery

NEAREST_MAX = 3
"""References of each sort of nearness."""
_KEPT_MAX = 4
"""Vocabularies that are kept as read: those of the live snapshot, and of the one before."""
_CITATION = re.compile(r"(?:(?P<series>.+?) )?(?P<year>\d{4}) (?P<volume>.+) (?P<page>\d+)")
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class CoveredReferences:
    """What the cases of the index refer to, of one sort."""

    what: str
    """"PLD 2041 Supreme Court", "FIRs of 2020", "CrPC"; "reported judgments", "FIRs" or "sections of law" for all."""
    references: int
    """How many different ones."""
    cases: int
    """How many cases refer to any of them."""


@dataclass(frozen=True, slots=True)
class NearReference:
    """A reference that cases have and that is like the one that none has."""

    why: str
    """"same volume" or "other year" of a citation, "other station" or "other year" of an FIR, "other act" or "same act"
    of a section."""
    value: str
    cases: int
    """How many cases refer to it."""


@dataclass(frozen=True, slots=True)
class AbsentReference:
    """A citation, an FIR or a section to which no case refers, or none that the filters let through."""

    kind: str
    """"citation", "FIR" or "section"."""
    value: str
    """As understood: "PLD 2041 Supreme Court 45", "123/2020 Kohsar", "CrPC s 497"."""
    start: int
    end: int
    """Code points of the query as given."""
    left_out_by_filters: bool
    """Whether a case refers to it and the filters leave that case out."""
    covered: tuple[CoveredReferences, ...]
    """From the narrowest sort to all."""
    nearest: tuple[NearReference, ...]


class _Group(NamedTuple):
    """Values of a column that have something in common with what is asked for."""

    name: str
    codes: Sequence[int]


class _Around(NamedTuple):
    covered: Sequence[_Group]
    nearest: Sequence[_Group]
    """In each group the likest first."""


class _Cited(NamedTuple):
    """A citation, taken apart."""

    series: str
    """What stands before the year: "PLD"."""
    volume: str
    """What stands behind it: "Supreme Court", "SCMR"."""
    year: int
    page: int


def absence_of(columns: Columns, asked: AskedReference, *, left_out_by_filters: bool = False) -> AbsentReference:
    """Return what the cases of *columns* refer to around what is *asked* for; nothing is near what is there itself."""
    column = asked.kind.lower()
    names = columns.vocabulary[column]
    covered, nearest = _AROUND[asked.kind](names, asked.read_as)
    return AbsentReference(
        kind=asked.kind,
        value=asked.read_as,
        start=asked.start,
        end=asked.end,
        left_out_by_filters=left_out_by_filters,
        covered=tuple(
            CoveredReferences(group.name, len(group.codes), len(columns.having_code(column, group.codes)))
            for group in covered
        ),
        nearest=tuple(
            NearReference(group.name, names[code], len(columns.having_code(column, [code])))
            for group in (() if left_out_by_filters else nearest)
            for code in group.codes[:NEAREST_MAX]
        ),
    )


def _around_citation(names: tuple[str, ...], asked: str) -> _Around:
    held, one = _citations(names), _cited(asked)
    volume = [code for code, other in enumerate(held) if other[:3] == one[:3]]
    page = [code for code, other in enumerate(held) if other[:2] == one[:2] and other.page == one.page]
    return _Around(
        covered=[_Group(asked.rpartition(" ")[0], volume), _Group("reported judgments", range(len(names)))],
        nearest=[
            _Group("same volume", _by_distance(volume, lambda code: abs(held[code].page - one.page))),
            _Group("other year", _by_distance(page, lambda code: abs(held[code].year - one.year))),
        ],
    )


def _around_fir(names: tuple[str, ...], asked: str) -> _Around:
    held, one = [FirQuery.of_key(name) for name in names], FirQuery.of_key(asked)
    station = [code for code, fir in enumerate(held) if same_station(fir.police_station, one.police_station)]
    year = [code for code, fir in enumerate(held) if fir.year == one.year]
    number = [code for code, fir in enumerate(held) if fir.number == one.number]
    elsewhere = [code for code in number if not one.year or held[code].year == one.year]
    before = [code for code in number if code not in elsewhere and (code in station or not one.police_station)]
    covered = [_Group(f"FIRs of P.S. {one.police_station}", station)] if one.police_station else []
    covered += [_Group(f"FIRs of {one.year}", year)] if one.year else []
    return _Around(
        covered=[*covered, _Group("FIRs", range(len(names)))],
        nearest=[
            _Group("other station", elsewhere),
            _Group("other year", _by_distance(before, lambda code: abs((held[code].year or 0) - (one.year or 0)))),
        ],
    )


def _around_section(names: tuple[str, ...], asked: str) -> _Around:
    held, one = _sections(names), reference_of(asked)
    act = [code for code, other in enumerate(held) if other.act == one.act]
    alike = [code for code in act if held[code].provision == one.provision]
    others = [code for code, other in enumerate(held) if other[1:4] == one[1:4] and other.act != one.act]
    return _Around(
        covered=[*([_Group(one.act, act)] if one.act else []), _Group("sections of law", range(len(names)))],
        nearest=[
            _Group("other act", others),
            _Group("same act", _by_distance(alike, lambda code: _apart(held[code], one))),
        ],
    )


_AROUND: Mapping[str, Callable[[tuple[str, ...], str], _Around]] = MappingProxyType(
    {"citation": _around_citation, "FIR": _around_fir, "section": _around_section}
)


def _by_distance(codes: Iterable[int], distance: Callable[[int], int | tuple[int, int]]) -> list[int]:
    """Return *codes*, the nearest first; equal ones by the alphabet of what they stand for."""
    return sorted(codes, key=lambda code: (distance(code), code))


def _cited(key: str) -> _Cited:
    match = _CITATION.fullmatch(key)
    assert match is not None, f"{key!r} is no key of a citation"
    return _Cited(match["series"] or "", match["volume"], int(match["year"]), int(match["page"]))


@functools.lru_cache(maxsize=_KEPT_MAX)
def _citations(names: tuple[str, ...]) -> list[_Cited]:
    return list(map(_cited, names))


@functools.lru_cache(maxsize=_KEPT_MAX)
def _sections(names: tuple[str, ...]) -> list[StatuteReference]:
    return [reference_of(name) for name in names]


def _apart(left: StatuteReference, right: StatuteReference) -> tuple[int, int]:
    """Return how far apart two sections stand by their numbers, and by those of their rules."""
    return abs(_number(left.number) - _number(right.number)), abs(_number(left.rule) - _number(right.rule))


def _number(written: str) -> int:
    match = _DIGITS.search(written)
    return int(match[0]) if match else 0
