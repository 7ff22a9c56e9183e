"""Named: the things of a case that a query names, each in its place, read once for all who ask."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from search.identifiers.advocates import AdvocateMention, find_advocates
from search.identifiers.case_number import find_numbers
from search.identifiers.citation import Citation
from search.identifiers.fir import FirReference, find_firs
from search.identifiers.listed_pages import find_asked_citations
from search.identifiers.statute import StatuteReference, find_statutes
from search.query.parties import Side, sides_of
from search.text.spans import Span, Spanned, overlap
from search.types import AskedReference, NumberQuery

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

    @property
    def asked(self) -> list[AskedReference]:
        """The citations, FIRs and sections, each once, at its first place."""
        found = [AskedReference("citation", each.key, each.start, each.end) for each in self.citations]
        for fir in self.firs:
            start, end = fir.station_span or (fir.start, fir.end)
            found.append(AskedReference("FIR", fir.query.key, min(fir.start, start), max(fir.end, end)))
        found += [AskedReference("section", each.label, each.start, each.end) for each in self.sections]
        ordered = sorted(found, key=lambda reference: (reference.start, reference.end))
        return list({(each.kind, each.read_as): each for each in reversed(ordered)}.values())[::-1]


def named_in(text: str) -> Named:
    """Read what *text* names; every string has a reading."""
    text = text.rstrip()  # blanks in the place of filters: what stands before them stands at the end
    citations, firs = find_asked_citations(text), find_firs(text)
    numbered = [fir for fir in firs if fir.number]
    return Named(
        numbers=tuple(_numbers(text, [*citations, *numbered])[:NUMBERS_MAX]),
        citations=tuple(citations),
        firs=tuple(numbered),
        stations=tuple(fir for fir in firs if not fir.number),
        sections=tuple(_sections(text, citations)),
        advocates=tuple(find_advocates(text)),
        sides=sides_of(text),
    )


def sections_in(text: str) -> list[StatuteReference]:
    """Return the sections of law that the query *text* names; the page of "2019 SCMR 45 and 302 PPC" is none."""
    return _sections(text, find_asked_citations(text))


def _sections(text: str, citations: Sequence[Spanned]) -> list[StatuteReference]:
    return [section for section in find_statutes(text) if not any(overlap(section, each) for each in citations)]


def _numbers(text: str, taken: Sequence[Spanned]) -> list[NumberQuery]:
    return [
        number
        for number in find_numbers(text)
        if number.case_types or not any(overlap(number, other) for other in taken)
    ]
