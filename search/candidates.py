"""Candidates: the cases that the first stage found for one query, and what it knows of each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np

from search.fusion import reciprocal_rank_fusion
from search.reranking.evidence import WHOLE, Pool, evidence_of
from search.reranking.weighing import Weighing
from search.retrieval.dense import DenseRetriever
from search.retrieval.exact import ExactMatches, ExactRetriever
from search.retrieval.lexical import LexicalMatches, LexicalRetriever
from search.retrieval.references import ReferenceRetriever, Referring
from search.snapshot.reader import Snapshot
from search.types import (
    AskedReference,
    Mask,
    Matrix,
    Mode,
    NumberQuery,
    ParsedQuery,
    Placed,
    ScoredDoc,
    StageScores,
    Vector,
)

LEXICAL_DEPTH = 100
PASSAGE_DEPTH = 50
DENSE_DEPTH = 50
TYPE_DEPTH = 100
SIDE_DEPTH = 50
NAME_DEPTH = 500
"""How many cases each retriever adds to the pool, how many of the types that the query names, how many whose titles
have most of the two sides that it names, in any name of a public body, and how many in whose title all its words stand:
these are put in an order of their own (`namesakes`), which is that of all of them only if all are here."""
POOL_DEPTH = 1000
"""More than they add together: only where very many cases share a number or a reference is any cut."""


@dataclass(frozen=True, slots=True)
class CandidatePool:
    """The candidates of one query in fused order."""

    placed: Sequence[Placed]
    evidence: Matrix
    """Shape ``(candidates, evidence.COLUMNS)``; row = `Placed.row`."""
    exact: ExactMatches
    """The cases whose number the query names."""
    referring: Mapping[int, int] = field(default_factory=dict)
    """Where references are all that the query asks for: the cases that have them, and how many each has."""

    def split(self) -> tuple[list[Placed], list[Placed]]:
        """Return the cases that the query names, best agreement first, and all others in fused order.

        A case is named by its number, or by referring to the citation, FIR or section which is all that the query says.
        """
        places = {place.doc_id: place for place in self.placed}
        referring = sorted(filter(self.referring.__contains__, places), key=lambda doc_id: -self.referring[doc_id])
        pinned = [places.pop(doc_id) for doc_id in dict.fromkeys([*self.exact.pinned(places), *referring])]
        return pinned, list(places.values())


class Matches(NamedTuple):
    """What the words and numbers of one query match."""

    exact: ExactMatches
    lexical: LexicalMatches
    referring: Referring
    """The cases that refer to what the query names."""

    @property
    def result_set(self) -> Mask:
        """The cases that hold a term of the query, have the number that it names, or refer to what it names."""
        matched = self.lexical.matched.copy()
        matched[[*self.exact.doc_ids, *self.referring.agreement]] = True
        return matched

    @property
    def left_out(self) -> tuple[NumberQuery | AskedReference, ...]:
        """The numbers and references whose cases the filters leave out."""
        return (*self.exact.left_out, *self.referring.left_out)

    def within(self, mask: Mask | None) -> Matches:
        """Return what of them passes *mask*."""
        return Matches(self.exact.within(mask), self.lexical.within(mask), self.referring.within(mask))


@dataclass(frozen=True, slots=True)
class FirstStage:
    """The retrievers over one snapshot, and how their evidence is weighed."""

    snapshot: Snapshot
    exact: ExactRetriever
    references: ReferenceRetriever
    lexical: LexicalRetriever
    dense: DenseRetriever
    weighing: Weighing

    def match(self, parsed: ParsedQuery, mask: Mask | None) -> Matches:
        """Match words, numbers and references under the filters."""
        everywhere = Matches(self.exact.match(parsed), self.lexical.match(parsed), self.references.match(parsed))
        return everywhere.within(mask)

    def pool(self, parsed: ParsedQuery, mask: Mask | None, matches: Matches, mode: Mode) -> CandidatePool:
        """Run the retrievers of *mode* and put what they found in fused order.

        In dense mode the fused order is that of the cosine alone; in lexical mode no vector is made.
        """
        vector = None if mode == "lexical" else self.dense.encode(parsed.subject)
        runs = self._runs(parsed, vector, mask, matches, lexical=mode != "dense")
        found = reciprocal_rank_fusion(runs, depth=POOL_DEPTH)
        doc_ids = sorted(doc.doc_id for doc in found)
        cosines = np.zeros(len(doc_ids), np.float32) if vector is None else self.dense.cosines(vector, doc_ids)
        evidence = evidence_of(parsed, self._evidence_pool(doc_ids, matches, cosines), self.lexical.title_weight)
        scores = cosines if mode == "dense" else self.weighing.fused_scores(evidence)
        referring = matches.referring.agreement if parsed.only_references else {}
        return CandidatePool(_placed(doc_ids, scores, runs, matches), evidence, matches.exact, referring)

    def rank_fused(self, parsed: ParsedQuery, mask: Mask | None, matches: Matches) -> list[ScoredDoc]:
        """Return what all retrievers found, in the order of fusion by ranks: the weighing is measured against it."""
        runs = self._runs(parsed, self.dense.encode(parsed.subject), mask, matches, lexical=True)
        return reciprocal_rank_fusion(runs, depth=POOL_DEPTH)

    def _runs(
        self, parsed: ParsedQuery, vector: Vector | None, mask: Mask | None, matches: Matches, *, lexical: bool
    ) -> dict[str, Sequence[ScoredDoc]]:
        runs: dict[str, Sequence[ScoredDoc]] = {}
        if lexical:
            found = matches.lexical
            scores = found.scores
            runs["lexical"] = found.top(scores, LEXICAL_DEPTH)
            runs["passage"] = [doc for doc in found.top(found.passage_scores, PASSAGE_DEPTH) if doc.score > 0]
            named = self.lexical.titles.coverage(parsed.terms, parsed.spellings) >= WHOLE
            runs["title"] = found.within(named).top(scores, NAME_DEPTH)
            if parsed.sides:
                told = dict.fromkeys(term for names in parsed.sides for name in names for term in name)
                of_sides, _ = self.lexical.titles.scores([*told], parsed.spellings)
                runs["sides"] = found.top(of_sides, SIDE_DEPTH)
            if parsed.case_types:
                of_types = found.within(self.snapshot.columns.of_type(parsed.case_types))
                runs["case type"] = of_types.top(scores, TYPE_DEPTH)
        if vector is not None:
            runs["dense"] = self.dense.retrieve(vector, mask, DENSE_DEPTH)
        levels = zip(matches.exact.doc_ids, matches.exact.agreement, strict=True)
        for name, doc_ids in matches.referring.runs.items():
            runs[name] = [ScoredDoc(doc_id, 1.0) for doc_id in doc_ids]
        runs["exact"] = [ScoredDoc(doc_id, float(level)) for doc_id, level in levels]
        return runs

    def _evidence_pool(self, doc_ids: Sequence[int], matches: Matches, cosines: Vector) -> Pool:
        lexical, referring = matches.lexical, matches.referring
        return Pool(
            titles=[shown["title"] for shown in self.snapshot.display(doc_ids)],
            case_bm25=lexical.case_scores[doc_ids],
            passage_bm25=lexical.passage_scores[doc_ids],
            pair_bm25=lexical.pair_scores[doc_ids],
            cosines=cosines,
            case_coverage=lexical.case_coverage[doc_ids],
            case_types=self.snapshot.columns.values("case_type", doc_ids),
            advocate_named=_share_of(referring.represented, doc_ids),
            reference_named=_share_of(referring.named, doc_ids),
        )


def _share_of(named: Sequence[frozenset[int]], doc_ids: Sequence[int]) -> Vector:
    """Return in which share of the sets *named* each of *doc_ids* is; zeros where there are none."""
    return np.array([sum(doc_id in rows for rows in named) / max(1, len(named)) for doc_id in doc_ids], np.float32)


def _placed(
    doc_ids: Sequence[int], scores: Vector, runs: Mapping[str, Sequence[ScoredDoc]], matches: Matches
) -> list[Placed]:
    """Order the candidates by *scores*, ties by doc_id, and say where each stage had them."""
    places = _places(runs)
    in_set = matches.result_set
    return [
        Placed(
            doc_id=doc_ids[row],
            row=int(row),
            stages=_stage_scores(places, doc_ids[row], fused=(rank, float(scores[row]))),
            exact=doc_ids[row] in matches.exact.doc_ids,
            by_meaning_alone=not in_set[doc_ids[row]],
            fused_score=float(scores[row]),
            best_passage=int(matches.lexical.best_passage[doc_ids[row]]),
        )
        for rank, row in enumerate(np.argsort(-scores, kind="stable"), start=1)
    ]


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
