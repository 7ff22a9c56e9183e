"""Entities: the parts of a query that are understood as more than words, each in its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from search.identifiers.advocates import find_advocates
from search.identifiers.fir import find_firs
from search.identifiers.listed_pages import find_asked_citations
from search.query.parser import sections_in, shown_numbers
from search.query.parties import sides_of
from search.query.wrappers import unwrap
from search.text.spans import Span, overlap
from search.types import Effect, Entity, FirQuery, ParsedQuery

_BY_WEIGHT = (
    *("case number", "citation", "FIR", "police station", "section", "judge", "advocate", "period", "status"),
    *("party", "wrapper", "operator"),
)
BROAD = frozenset({"party", "wrapper", "operator"})
"""May hold others: a number stands in a title at times."""


def entity_at(kind: str, text: str, span: Span, *, value: str, effect: Effect) -> Entity:
    """Return what stands at *span* of *text*, as understood."""
    return Entity(kind, text[span[0] : span[1]], *span, value, effect)


def entities_of(text: str, parsed: ParsedQuery) -> Iterator[Entity]:
    """Yield what *text*, read as *parsed*, names beside filters and operators; those of one kind in order."""
    for number in shown_numbers(text, parsed.numbers):
        yield entity_at("case number", text, number.span, value=number.value, effect=number.effect)
    yield from _references(text, "first" if parsed.only_references else "rank")
    for advocate in find_advocates(text):
        yield entity_at("advocate", text, (advocate.start, advocate.end), value=advocate.name, effect="rank")
    for side in sides_of(text):
        yield entity_at("party", text, (side.start, side.end), value=", ".join(side.bodies), effect="rank")
    for span in unwrap(text).dropped:
        yield entity_at("wrapper", text, span, value="", effect="left out")


def _references(text: str, effect: Effect) -> Iterator[Entity]:
    for citation in find_asked_citations(text):
        yield entity_at("citation", text, (citation.start, citation.end), value=citation.key, effect=effect)
    firs = find_firs(text)
    stations = {fir.station_span: fir for fir in firs if fir.station_span}
    for fir in firs:
        if fir.number:
            value = FirQuery(fir.number, fir.year).key
            yield entity_at("FIR", text, (fir.start, fir.end), value=value, effect=effect)
    for span, fir in stations.items():
        # Apart from the number, so that either can be taken out of the query.
        station_effect: Effect = effect if fir.number else "rank"
        yield entity_at("police station", text, span, value=fir.police_station, effect=station_effect)
    for statute in sections_in(text):
        yield entity_at("section", text, (statute.start, statute.end), value=statute.label, effect=effect)


def apart(entities: Iterable[Entity]) -> tuple[Entity, ...]:
    """Order entities by place; inside one that says more, another is left out."""
    rank = {kind: place for place, kind in enumerate(_BY_WEIGHT)}
    kept: list[Entity] = []
    for entity in sorted(entities, key=lambda entity: (rank[entity.kind], entity.start, -entity.end)):
        if entity.kind in BROAD or not any(overlap(entity, other) for other in kept if other.kind not in BROAD):
            kept.append(entity)
    return tuple(sorted(kept, key=lambda entity: (entity.start, entity.end)))
