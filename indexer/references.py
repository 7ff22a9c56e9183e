"""References: what a case names that is not itself: sections of law, reported judgments, other cases, FIRs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from search.cases import Case
from search.identifiers.case_number import find_numbers
from search.identifiers.citation import find_citations
from search.identifiers.fir import find_firs, same_fir
from search.identifiers.statute import find_recorded_statutes
from search.text.passages import court_text
from search.types import FirQuery, NumberQuery


class References(NamedTuple):
    """What one case refers to, in the order of first mention, each once."""

    sections: tuple[str, ...]
    """Keys as `search.identifiers.statute` makes them."""
    provisions: tuple[str, ...]
    """The same with their subsections, as `StatuteReference.label` writes them."""
    citations: tuple[str, ...]
    """Keys as `search.identifiers.citation` makes them."""
    numbers: tuple[str, ...]
    """Case numbers with a type, as `NumberQuery.read_as` writes them; its own is left out."""
    firs: tuple[str, ...]
    """As `FirQuery.key` writes them; of several mentions of one report the fullest."""


def references_of(case: Case) -> References:
    """Return what the record of *case*, the court's words about it and its judgments refer to."""
    sections: dict[str, None] = {}
    provisions: dict[str, None] = {}
    citations: dict[str, None] = {}
    numbers: dict[str, None] = {}
    firs = [*_firs_in(_registered(case))]
    for text in _texts(case):
        statutes = [reference for reference in find_recorded_statutes(text) if reference.act]
        sections.update(dict.fromkeys(reference.key for reference in statutes))
        provisions.update(dict.fromkeys(reference.label for reference in statutes))
        citations.update(dict.fromkeys(citation.key for citation in find_citations(text)))
        numbers.update(dict.fromkeys(number.read_as for number in find_numbers(text) if _is_anothers(number, case)))
        firs += _firs_in(text)
    return References(
        tuple(sections),
        tuple(provisions),
        tuple(citations),
        tuple(numbers),
        tuple(fir.key for fir in _apart(firs)),
    )


def _texts(case: Case) -> Iterator[str]:
    # The registry's field holds sections alone ("302/34 PPC"), and no mark says so.
    if case.offence_sections:
        yield f"u/s {case.offence_sections}"
    yield from (f"section {section}" for section in case.profile.sections)
    yield court_text(case)
    yield from (document.text for document in case.documents)


def _registered(case: Case) -> str:
    """Return the registry's fields on the FIR as a text would have them."""
    if not case.fir_number.strip("0 "):
        return ""
    dated = f" dated {case.fir_date:%d.%m.%Y}" if case.fir_date else ""
    station = f", P.S. {case.police_station}" if case.police_station else ""
    return f"FIR No. {case.fir_number}{dated}{station}"


def _firs_in(text: str) -> Iterator[FirQuery]:
    for fir in find_firs(text):
        # Without a year and a station a number is one of very many reports.
        if fir.number and (fir.year or fir.police_station):
            yield fir.query


def _apart(firs: Sequence[FirQuery]) -> list[FirQuery]:
    """Return each report once, as its fullest mention has it."""
    kept: list[FirQuery] = []
    for fir in sorted(firs, key=lambda fir: -(bool(fir.year) + bool(fir.police_station))):
        if not any(same_fir(fir, other) for other in kept):
            kept.append(fir)
    return kept


def _is_anothers(number: NumberQuery, case: Case) -> bool:
    own = case.number
    return bool(number.case_types) and not (
        own is not None
        and (own.serial, own.year) == (number.serial, number.year)
        and own.case_type in number.case_types
    )
