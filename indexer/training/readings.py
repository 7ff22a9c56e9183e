"""Readings: what a reranker would be shown for a query, the cases that answer it among near misses."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from indexer.progress import Progress, silent
from indexer.training.examples import Example
from search.engine import SearchEngine
from search.text.normalise import fold
from search.types import Candidate, Matrix


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
    engine: SearchEngine, examples: Sequence[Example], *, step: str = "gathering evidence", progress: Progress = silent
) -> list[Reading]:
    """Run each example through the first stage; one without a relevant case in reach is left out.

    Args:
        engine: Its first stage finds the candidates, as many as its second stage would read.
        examples: Queries about indexed cases.
        step: What to call this in *progress*.
        progress: Told of every query.
    """
    found = []
    for done, example in enumerate(examples):
        progress(step, done, len(examples))
        found.append(_reading(engine, example))
    progress(step, len(examples), len(examples))
    return [reading for reading in found if reading is not None]


def _reading(engine: SearchEngine, example: Example) -> Reading | None:
    found = (engine.snapshot.doc_id_of(source_id) for source_id in example.relevant)
    relevant = {doc_id for doc_id in found if doc_id is not None}
    titles = {fold(row["title"]) for row in engine.snapshot.display(sorted(relevant))}
    pool = engine.candidates(example.query)
    head = [place for place in pool.placed[: engine.second_stage.depth] if place.doc_id not in relevant]
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
        return None
    places = sorted([*hits, *misses], key=lambda place: -(place.fused_score or 0.0))
    return Reading(
        query=example.query,
        relevant=example.relevant,
        candidates=tuple(engine.candidate(place) for place in places),
        labels=tuple(float(place.doc_id in relevant) for place in places),
        evidence=pool.evidence[[place.row for place in places]],
    )
