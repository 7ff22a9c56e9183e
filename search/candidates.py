"""Candidates: the cases that the first stage found for one query, and what it knows of each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from search.fusion import reciprocal_rank_fusion
from search.reranking.evidence import Pool, evidence_of
from search.reranking.weighing import Weighing
from search.retrieval.dense import DenseRetriever
from search.retrieval.exact import ExactMatches
from search.retrieval.lexical import LexicalMatches, LexicalRetriever
from search.snapshot.reader import Snapshot
from search.types import Mask, Matrix, Mode, ParsedQuery, Placed, ScoredDoc, StageScores, Vector

LEXICAL_DEPTH = 100
PASSAGE_DEPTH = 50
DENSE_DEPTH = 50
"""How many cases each retriever adds to the pool."""
POOL_DEPTH = 300
"""More than they add together: only a number shared by very many cases is ever cut."""


class FirstStage(Protocol):
    """The parts of an engine that find candidates."""

    @property
    def snapshot(self) -> Snapshot: ...
    @property
    def lexical(self) -> LexicalRetriever: ...
    @property
    def dense(self) -> DenseRetriever: ...
    @property
    def weighing(self) -> Weighing: ...


@dataclass(frozen=True, slots=True)
class CandidatePool:
    """The candidates of one query in fused order."""

    placed: Sequence[Placed]
    evidence: Matrix
    """Shape ``(candidates, evidence.COLUMNS)``; row = `Placed.row`."""
    passages: Mapping[int, int]
    """doc_id -> passage_id of the passage that fits best, where one holds a word of the query."""

    def split(self, exact: ExactMatches) -> tuple[list[Placed], list[Placed]]:
        """Return the cases whose number the query names, best agreement first, and all others in fused order."""
        agreement = dict(zip(exact.doc_ids, exact.agreement, strict=True))
        pinned = [place for place in self.placed if place.doc_id in agreement]
        pinned.sort(key=lambda place: -agreement[place.doc_id])  # stable: equal ones keep their fused order
        return pinned, [place for place in self.placed if place.doc_id not in agreement]

    def best_passage(self, doc_id: int, passages: range) -> int:
        """Return the passage to read of a case: the one that fits best, else its first; -1 where it has none."""
        found = self.passages.get(doc_id, -1)
        return found if found >= 0 else (passages.start if len(passages) else -1)


def gather(
    stage: FirstStage,
    parsed: ParsedQuery,
    mask: Mask | None,
    *,
    matches: LexicalMatches,
    exact: ExactMatches,
    mode: Mode,
) -> CandidatePool:
    """Run the retrievers of *mode* and put what they found in fused order.

    In dense mode nothing but the cosine counts; in lexical mode no vector is made.
    """
    vector = None if mode == "lexical" else stage.dense.encode(parsed.text)
    runs = _runs(stage, vector, mask, matches=matches, lexical=mode != "dense")
    runs["exact"] = [
        ScoredDoc(doc_id, float(level)) for doc_id, level in zip(exact.doc_ids, exact.agreement, strict=True)
    ]
    found = reciprocal_rank_fusion(list(runs.values()), depth=POOL_DEPTH)
    doc_ids = sorted(doc.doc_id for doc in found)
    cosines = np.zeros(len(doc_ids), np.float32) if vector is None else stage.dense.cosines(vector, doc_ids)
    evidence = evidence_of(parsed, _pool(stage.snapshot, doc_ids, matches, cosines), stage.lexical.title_weight)
    scores = cosines if mode == "dense" else stage.weighing.fused_scores(evidence)
    order = np.argsort(-scores, kind="stable")
    places = _places(runs)
    placed = [
        Placed(
            doc_id=doc_ids[row],
            row=int(row),
            stages=_stage_scores(places, doc_ids[row], fused=(rank, float(scores[row]))),
            exact=doc_ids[row] in exact.doc_ids,
            by_meaning_alone=not matches.matched[doc_ids[row]] and doc_ids[row] not in exact.doc_ids,
            fused_score=float(scores[row]),
            best_passage=int(matches.best_passage[doc_ids[row]]),
        )
        for rank, row in enumerate(order, start=1)
    ]
    return CandidatePool(placed, evidence, {doc_id: int(matches.best_passage[doc_id]) for doc_id in doc_ids})


def _runs(
    stage: FirstStage, vector: Vector | None, mask: Mask | None, *, matches: LexicalMatches, lexical: bool
) -> dict[str, Sequence[ScoredDoc]]:
    runs: dict[str, Sequence[ScoredDoc]] = {}
    if lexical:
        runs["lexical"] = matches.top(matches.scores, LEXICAL_DEPTH)
        runs["passage"] = [doc for doc in matches.top(matches.passage_scores, PASSAGE_DEPTH) if doc.score > 0]
    if vector is not None:
        runs["dense"] = stage.dense.retrieve(vector, mask, DENSE_DEPTH)
    return runs


def _pool(snapshot: Snapshot, doc_ids: Sequence[int], matches: LexicalMatches, cosines: Vector) -> Pool:
    return Pool(
        titles=[shown["title"] for shown in snapshot.display(doc_ids)],
        case_bm25=matches.case_scores[doc_ids],
        passage_bm25=matches.passage_scores[doc_ids],
        pair_bm25=matches.pair_scores[doc_ids],
        cosines=cosines,
    )


def _places(runs: Mapping[str, Sequence[ScoredDoc]]) -> dict[str, dict[int, tuple[int, float]]]:
    return {
        name: {doc.doc_id: (rank, doc.score) for rank, doc in enumerate(run, start=1)} for name, run in runs.items()
    }


def _stage_scores(
    places: Mapping[str, Mapping[int, tuple[int, float]]], doc_id: int, *, fused: tuple[int, float]
) -> StageScores:
    found = {name: place[doc_id] for name, place in places.items() if doc_id in place}
    found["fused"] = fused
    return StageScores(
        ranks={name: rank for name, (rank, _) in found.items()},
        scores={name: score for name, (_, score) in found.items()},
    )
