"""Pairs: each example's relevant case, and near misses of the engine's own first stage."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from indexer.training.examples import Example
from search.cases import Case
from search.engine import SearchEngine
from search.text.normalise import fold
from search.types import Candidate, Matrix

POOL_DEPTH = 20


class Reading(NamedTuple):
    """One query with the candidates that a reranker would be shown, in fused order."""

    query: str
    relevant: tuple[str, ...]
    """Source ids."""
    candidates: tuple[Candidate, ...]
    labels: tuple[float, ...]
    """1 for a relevant case, 0 for another; a case that cannot be told apart is left out."""
    evidence: Matrix


def readings_of(
    engine: SearchEngine, examples: Sequence[Example], cases: Mapping[str, Case], *, depth: int = POOL_DEPTH
) -> Iterator[Reading]:
    """Run each example through the first stage; one without a relevant case in reach is left out.

    Args:
        engine: Its first stage finds the candidates.
        examples: Queries about *cases*.
        cases: Source id -> case.
        depth: How many candidates to take.
    """
    doc_ids = {source_id: engine.snapshot.doc_id_of(source_id) for source_id in cases}
    for example in examples:
        relevant = {doc_ids[source_id] for source_id in example.relevant}
        titles = {fold(cases[source_id].title) for source_id in example.relevant}
        pool = engine.candidates(example.query)
        head = [place for place in pool.placed[:depth] if place.doc_id not in relevant]
        shown = engine.snapshot.display([place.doc_id for place in head])
        # A twin or a connected matter under the same title is no near miss: it answers as well.  Nor is a
        # document that belongs to no known case, since nobody could have said that it answers.
        misses = [
            place
            for place, row in zip(head, shown, strict=True)
            if fold(row["title"]) not in titles and row["kind"] == "case" and row["source_id"] not in example.doubtful
        ]
        hits = [place for place in pool.placed if place.doc_id in relevant]
        if not hits or not misses:
            continue
        places = sorted([*hits, *misses], key=lambda place: -(place.fused_score or 0.0))
        yield Reading(
            query=example.query,
            relevant=example.relevant,
            candidates=tuple(engine.candidate(place) for place in places),
            labels=tuple(float(place.doc_id in relevant) for place in places),
            evidence=pool.evidence[[place.row for place in places]],
        )
