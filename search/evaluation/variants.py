"""Variants: one query, ordered by ever more of the engine, from BM25 alone to everything.

Each variant is made of the engine's own parts over the same snapshot.  A case whose number the query names stands
first in all of them, as in every answer, so that what differs is the order of the others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from search.candidates import Matches
from search.engine import SearchEngine
from search.errors import InputError, InvalidRequest, ModelError
from search.query.parser import parse
from search.query.request import LIMIT_MAX, SearchRequest
from search.results.response import Hit
from search.retrieval.exact import ExactMatches
from search.types import ParsedQuery, Reranker, ScoredDoc

DEPTH = LIMIT_MAX
"""How many results are measured."""
TOLD = 10
"""How many probabilities of each answer are kept."""

BASE = "base"
OURS = "ours"
VARIANTS: Mapping[str, str] = {
    "bm25": "BM25 of the whole case alone",
    "dense": "dense passages alone",
    "fused": "all retrievers, by weighted reciprocal rank fusion",
    "weighed": "all retrievers, by their weighed evidence; no cross-encoder (as `rerank=false` answers)",
    BASE: "as ours, with a cross-encoder that was not fine-tuned",
    OURS: "everything: the cross-encoder in use, weighed with the evidence",
}
READING = (BASE, OURS)
"""The variants that need a cross-encoder."""


class Answer(NamedTuple):
    """What one variant made of one query."""

    ranked: tuple[str, ...]
    """Ids, best first, at most `DEPTH`."""
    chances: tuple[tuple[str, float], ...] = ()
    """Id and probability of those among the first `TOLD` that the cross-encoder has read."""


Order = Callable[[str], Answer]
"""Orders the cases for one query."""


def orders_of(engine: SearchEngine, names: Iterable[str], *, base: Reranker | None = None) -> dict[str, Order]:
    """Return how each variant in *names* orders cases, in the order of `VARIANTS`.

    Args:
        engine: Its parts are used, without its deadline: a late answer would measure the machine.
        names: Of `VARIANTS`.
        base: The cross-encoder of the variant ``base``.

    Raises:
        InvalidRequest: If a variant is unknown.
        InputError: If one has no cross-encoder to read with.
    """
    wanted = set(names)
    if unknown := sorted(wanted - set(VARIANTS)):
        raise InvalidRequest(f"unknown variant {', '.join(unknown)}; the variants are {', '.join(VARIANTS)}")
    patient = replace(engine, settings=replace(engine.settings, deadline_ms=0))
    made = _first_stage_orders(engine) | {"weighed": _Whole(patient, rerank=False)}
    for name, reranker in ((BASE, base), (OURS, engine.second_stage.reranker)):
        if name in wanted:
            made[name] = _Whole(_reading_with(patient, reranker, name), rerank=True)
    return {name: made[name] for name in VARIANTS if name in wanted}


def variants_of(engine: SearchEngine, names: Iterable[str] = VARIANTS, *, base: str = "") -> list[str]:
    """Return those of *names* that *engine* can be measured by.

    Those that read only where it has a cross-encoder, and ``base`` where another one is named for it.
    """
    reads = {OURS: engine.second_stage.reranker is not None}
    reads[BASE] = reads[OURS] or bool(base)
    return [name for name in names if reads.get(name, True)]


def relevant_ids(engine: SearchEngine, source_ids: Sequence[str]) -> set[str]:
    """Return the ids of the cases under *source_ids*; a source id that is not indexed stays, and is never found."""
    ids = engine.snapshot.ids()
    rows = {source_id: engine.snapshot.doc_id_of(source_id) for source_id in source_ids}
    return {f"not indexed: {source_id}" if row is None else ids[row] for source_id, row in rows.items()}


def pinned_first(run: Sequence[ScoredDoc], exact: ExactMatches) -> list[int]:
    """Return the cases of *run* behind those whose number the query names, best agreement first, then as in *run*."""
    found = list(dict.fromkeys([doc.doc_id for doc in run] + list(exact.doc_ids)))
    pinned = exact.pinned(found)
    return pinned + [doc_id for doc_id in found if doc_id not in pinned]


@dataclass(frozen=True, slots=True)
class _FirstStageAlone:
    """Orders by one run of the first stage."""

    engine: SearchEngine
    ids: Sequence[str]
    run_of: Callable[[ParsedQuery, Matches], Sequence[ScoredDoc]]

    def __call__(self, query: str) -> Answer:
        parsed = parse(query)
        matches = self.engine.first_stage.match(parsed, None)
        ordered = pinned_first(self.run_of(parsed, matches), matches.exact)
        return Answer(tuple(self.ids[doc_id] for doc_id in ordered[:DEPTH]))


@dataclass(frozen=True, slots=True)
class _Whole:
    """Orders as the engine answers."""

    engine: SearchEngine
    rerank: bool

    def __call__(self, query: str) -> Answer:
        response = self.engine.search(SearchRequest(q=query, limit=DEPTH, rerank=self.rerank))
        if response.degraded:
            raise ModelError(f"nothing is measured of an answer without its reranker: {response.degraded}")
        return Answer(tuple(hit.id for hit in response.results), _chances(response.results[:TOLD]))


def _first_stage_orders(engine: SearchEngine) -> dict[str, Order]:
    first, ids = engine.first_stage, engine.snapshot.ids()

    def dense(parsed: ParsedQuery, _matches: Matches) -> Sequence[ScoredDoc]:
        return first.dense.retrieve(first.dense.encode(parsed.subject), None, DEPTH)

    return {
        "bm25": _FirstStageAlone(engine, ids, lambda _, found: found.lexical.top(found.lexical.case_scores, DEPTH)),
        "dense": _FirstStageAlone(engine, ids, dense),
        "fused": _FirstStageAlone(engine, ids, lambda parsed, found: first.rank_fused(parsed, None, found)),
    }


def _reading_with(engine: SearchEngine, reranker: Reranker | None, name: str) -> SearchEngine:
    if reranker is None:
        named_by = "--base" if name == BASE else "IHC_SEARCH_RERANKER"
        raise InputError(
            f"the variant {name} has no cross-encoder to read with; "
            f"let {named_by} name another than none, or leave the variant out"
        )
    return replace(engine, second_stage=replace(engine.second_stage, reranker=reranker))


def _chances(hits: Sequence[Hit]) -> tuple[tuple[str, float], ...]:
    return tuple((hit.id, hit.probability) for hit in hits if hit.probability is not None)
