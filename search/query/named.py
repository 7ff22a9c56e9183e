"""Named: the things of a case that a query names, each in its place, read once for all who ask."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from search.identifiers.advocates import AdvocateMention, find_advocates
from search.identifiers.case_number import find_numbers
from search.identifiers.citation import Citation, find_citations
from search.identifiers.fir import FirReference, find_firs
from search.identifiers.statute import StatuteReference, find_statutes
from search.query.parties import Side, sides_of
from search.text.spans import Span, Spanned, overlap
from search.types import NumberQuery

NUMBERS_MAX = 300
"""Of one query; more are words."""


class Named(NamedTuple):
    """What one text names, kind by kind and in order; the places are code points of that text."""

    numbers: tuple[NumberQuery, ...]
    """Case numbers; that of an FIR, or one in a citation, is none."""
    citations: tuple[Citation, ...]
    firs: tuple[FirReference, ...]
    stations: tuple[FirReference, ...]
    """Police stations without the number of an FIR."""
    sections: tuple[StatuteReference, ...]
    advocates: tuple[AdvocateMention, ...]
    sides: tuple[Side, ...]

    @property
    def references(self) -> list[Span]:
        """Where citations, FIRs and sections stand."""
        found: list[Spanned] = [*self.citations, *self.firs, *self.sections]
        stations = [fir.station_span for fir in self.firs if fir.station_span]
        return [*((each.start, each.end) for each in found), *stations]


def named_in(text: str) -> Named:
    """Read what *text* names; every string has a reading."""
    text = text.rstrip()  # blanks in the place of filters: what stands before them stands at the end
    citations, firs = find_citations(text), find_firs(text)
    numbered = [fir for fir in firs if fir.number]
    return Named(
        numbers=tuple(_numbers(text, [*citations, *numbered])[:NUMBERS_MAX]),
        citations=tuple(citations),
        firs=tuple(numbered),
        stations=tuple(fir for fir in firs if not fir.number),
        sections=tuple(find_statutes(text)),
        advocates=tuple(find_advocates(text)),
        sides=sides_of(text),
    )


def _numbers(text: str, taken: Sequence[Spanned]) -> list[NumberQuery]:
    return [
        number
        for number in find_numbers(text)
        if number.case_types or not any(overlap(number, other) for other in taken)
    ]
