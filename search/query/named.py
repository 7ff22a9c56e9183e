"""Named: the things of a case that a query names, each in its place, read once for all who ask."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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


class References(NamedTuple):
    """What one text refers to, kind by kind and in order; the places are code points of that text."""

    citations: tuple[Citation, ...]
    firs: tuple[FirReference, ...]
    stations: tuple[FirReference, ...]
    """Police stations without the number of an FIR."""
    sections: tuple[StatuteReference, ...]
    """The page of "2019 SCMR 45 and 302 PPC" is none."""

    @property
    def spans(self) -> list[Span]:
        """Where citations, FIRs and sections stand."""
        found: list[Spanned] = [*self.citations, *self.firs, *self.sections]
        stations = [fir.station_span for fir in self.firs if fir.station_span]
        return [*((each.start, each.end) for each in found), *stations]

    @property
    def asked(self) -> tuple[AskedReference, ...]:
        """All of them as one asks for them, each once, at its first place."""
        found = [AskedReference("citation", each.key, each.start, each.end) for each in self.citations]
        found += [AskedReference("FIR", fir.query.key, *_with_station(fir)) for fir in self.firs]
        found += [AskedReference("section", each.label, each.start, each.end) for each in self.sections]
        ordered = sorted(found, key=lambda reference: (reference.start, reference.end))
        return tuple({(each.kind, each.read_as): each for each in reversed(ordered)}.values())[::-1]


class Named(NamedTuple):
    """What one text names."""

    numbers: tuple[NumberQuery, ...]
    """Case numbers; that of an FIR, or one in a citation, is none."""
    references: References
    advocates: tuple[AdvocateMention, ...]
    sides: tuple[Side, ...]
    has_more_numbers: bool = False
    """Whether it names case numbers behind the first `NUMBERS_MAX`; these are taken for words."""


def named_in(text: str) -> Named:
    """Read what *text* names; every string has a reading."""
    text = text.rstrip()  # blanks in the place of filters: what stands before them stands at the end
    references = references_in(text)
    numbers = _numbers(text, [*references.citations, *references.firs])
    return Named(
        numbers=tuple(numbers[:NUMBERS_MAX]),
        references=references,
        advocates=tuple(find_advocates(text)),
        sides=sides_of(text),
        has_more_numbers=not {each.read_as for each in numbers[NUMBERS_MAX:]}.issubset(
            each.read_as for each in numbers[:NUMBERS_MAX]
        ),
    )


def references_in(text: str) -> References:
    """Read what *text* refers to: judgments, FIRs and sections of law."""
    citations, firs = find_asked_citations(text), find_firs(text)
    return References(
        citations=tuple(citations),
        firs=tuple(fir for fir in firs if fir.number),
        stations=tuple(fir for fir in firs if not fir.number),
        sections=tuple(section for section in find_statutes(text) if not _is_taken(section, citations)),
    )


def _numbers(text: str, taken: Sequence[Spanned]) -> list[NumberQuery]:
    return [number for number in find_numbers(text) if number.case_types or not _is_taken(number, taken)]


def _is_taken(place: Spanned, taken: Iterable[Spanned]) -> bool:
    return any(overlap(place, other) for other in taken)


def _with_station(fir: FirReference) -> Span:
    start, end = fir.station_span or (fir.start, fir.end)
    return min(fir.start, start), max(fir.end, end)
