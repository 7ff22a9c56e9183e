"""Entities: the parts of a query that are understood as more than words, each in its place."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from search.identifiers.case_number import is_announcement
from search.identifiers.named_types import find_types
from search.query.named import Named, References
from search.text.normalise import fold
from search.text.spans import Span, blanked, overlap
from search.types import Effect, Entity, FirQuery, NumberQuery, ParsedQuery

_BY_WEIGHT = (
    *("case number", "citation", "FIR", "police station", "section", "judge", "advocate", "period", "status"),
    *("case type", "party", "wrapper", "operator"),
)
BROAD = frozenset({"party", "wrapper", "operator"})
"""May hold others: a number stands in a title at times."""
_EDGE = " .,:;?()"
_BENCH_KINDS = frozenset({"", "sb", "db", "lb"})


def entity_at(kind: str, text: str, span: Span, *, value: str, effect: Effect) -> Entity:
    """Return what stands at *span* of *text*, as understood."""
    return Entity(kind, text[span[0] : span[1]], *span, value, effect)


class ShownNumber(NamedTuple):
    """A case number of a query as the answer shows it."""

    span: Span
    value: str
    """"WP 12/2023"; of a range its ends, "WP 1/2023 to WP 5/2023"."""
    effect: Effect


def entities_of(text: str, named: Named, parsed: ParsedQuery) -> Iterator[Entity]:
    """Yield what *text*, which names *named* and says *parsed*, holds beside filters and operators, kind by kind."""
    for number in shown_numbers(text, named.numbers):
        yield entity_at("case number", text, number.span, value=number.value, effect=number.effect)
    yield from _references(text, named.references, "first" if parsed.only_references else "rank")
    yield from _types(text, parsed)
    for advocate in named.advocates:
        yield entity_at("advocate", text, (advocate.start, advocate.end), value=advocate.name, effect="rank")
    for side in named.sides:
        yield entity_at("party", text, (side.start, side.end), value=", ".join(side.bodies), effect="rank")
    for span in parsed.wrapper:
        yield entity_at("wrapper", text, span, value="", effect="left out")


def _types(text: str, parsed: ParsedQuery) -> Iterator[Entity]:
    """Yield the names of case types in *text* by which *parsed* ranks."""
    ranking = set(parsed.case_types)
    for name in find_types(blanked(text, parsed.wrapper), plurals=True):
        if not name.is_ordinary and ranking.issuperset(name.case_types):
            value = " or ".join(name.case_types)
            yield entity_at("case type", text, (name.start, name.end), value=value, effect="rank")


def shown_numbers(text: str, numbers: Iterable[NumberQuery]) -> Iterator[ShownNumber]:
    """Yield what the query *text* says by number, place by place; the numbers of a range stand in one place."""
    for span, group in itertools.groupby(numbers, key=lambda number: (number.start, number.end)):
        first, *others = group
        value = f"{first.read_as} to {others[-1].read_as}" if others else first.read_as
        yield ShownNumber(span, value, "first" if _is_asked_for(first, text) else "rank")


def _is_asked_for(number: NumberQuery, text: str) -> bool:
    """Whether the case with *number* is what *text* wants: its type is written, or nothing else is."""
    if number.case_types or number.hinted_types:
        return True
    return is_announcement(text[: number.start]) and fold(text[number.end :]).strip(_EDGE) in _BENCH_KINDS


def _references(text: str, references: References, effect: Effect) -> Iterator[Entity]:
    for citation in references.citations:
        yield entity_at("citation", text, (citation.start, citation.end), value=citation.key, effect=effect)
    for fir in references.firs:
        value = FirQuery(fir.number, fir.year).key
        yield entity_at("FIR", text, (fir.start, fir.end), value=value, effect=effect)
    for fir in (*references.firs, *references.stations):
        # Apart from the number, so that either can be taken out of the query.
        if fir.station_span:
            station_effect: Effect = effect if fir.number else "rank"
            yield entity_at("police station", text, fir.station_span, value=fir.police_station, effect=station_effect)
    for section in references.sections:
        yield entity_at("section", text, (section.start, section.end), value=section.label, effect=effect)


def apart(entities: Iterable[Entity]) -> tuple[Entity, ...]:
    """Order entities by place; inside one that says more, another is left out."""
    rank = {kind: place for place, kind in enumerate(_BY_WEIGHT)}
    kept: list[Entity] = []
    for entity in sorted(entities, key=lambda entity: (rank[entity.kind], entity.start, -entity.end)):
        if entity.kind in BROAD or not any(overlap(entity, other) for other in kept if other.kind not in BROAD):
            kept.append(entity)
    return tuple(sorted(kept, key=lambda entity: (entity.start, entity.end)))
