"""Listing: a made query and the first stage's candidates, judged."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from indexer.training.answers import Answers
from indexer.training.blanks import MadeQuery
from indexer.training.lists import JudgedList, Listed, shares_of
from indexer.training.presets import RELEVANT_MAX, Preset
from search.cases import Case
from search.engine import SearchEngine
from search.query.parser import parse
from search.types import Mask, Placed


@dataclass(frozen=True, slots=True)
class Lister:
    """Judges what the first stage finds among some of the cases."""

    engine: SearchEngine
    preset: Preset
    part: str
    case_of: Mapping[int, Case]
    """doc_id -> case, of all that are indexed."""
    answers: Answers
    """Of the cases that may be found."""
    mask: Mask | None = None
    """The cases that may be found; None for all."""
    asked_for: frozenset[str] | None = None
    """A query that another case than these answers is left out; None for any."""

    def list_of(self, made: MadeQuery) -> JudgedList | None:
        """Return *made* with its candidates in fused order, or None where it teaches or measures nothing."""
        if not self.preset.near_misses_alone:
            relevant, doubtful = frozenset([made.case]), frozenset[str]()
        else:
            relevant, doubtful = self.answers.relevant(made), self.answers.doubtful(made)
            if len(relevant) > RELEVANT_MAX or not (self.asked_for is None or relevant <= self.asked_for):
                return None
        head = self._head(made.query, relevant, doubtful)
        taught = _shares(head) if self.preset.near_misses_alone else [None] * len(head)
        candidates = tuple(self._listed(place, relevant, teacher) for place, teacher in zip(head, taught, strict=True))
        labels = {candidate.label for candidate in candidates}
        # Of a list of one label alone a model learns no order.  The card took them all the same.
        if self.part == "train" and self.preset.near_misses_alone and len(labels) < 2:
            return None
        return JudgedList(made.query, made.kind, self.part, tuple(sorted(relevant)), candidates)

    def _head(self, query: str, relevant: frozenset[str], doubtful: frozenset[str]) -> list[Placed]:
        """Return what the first stage puts first, without what is doubtful.

        For training by near misses the best answer is kept even from below: it is what there is to learn.
        """
        parsed, stage = parse(query), self.engine.first_stage
        pool = stage.pool(parsed, self.mask, stage.match(parsed, self.mask), "hybrid")
        placed = [place for place in pool.placed if self._may_stand(place.doc_id, doubtful)]
        head = placed[: self.preset.depth]
        hits = [place for place in placed if self.case_of[place.doc_id].source_id in relevant]
        if self.part == "train" and self.preset.near_misses_alone and hits and hits[0] not in head:
            head[-1] = hits[0]
        return head

    def _may_stand(self, doc_id: int, doubtful: frozenset[str]) -> bool:
        case = self.case_of[doc_id]
        # Of a document that belongs to no known case nobody could have said that it answers.
        return not self.preset.near_misses_alone or (case.kind == "case" and case.source_id not in doubtful)

    def _listed(self, place: Placed, relevant: frozenset[str], teacher: float | None) -> Listed:
        source_id = self.case_of[place.doc_id].source_id
        return Listed(source_id, self.engine.candidate(place).text, int(source_id in relevant), teacher)


def _shares(head: Sequence[Placed]) -> list[float]:
    """Return what the first stage's evidence says of each: the softmax of its weighed scores."""
    if not head:
        return []
    return shares_of(np.array([place.fused_score for place in head]))


def rows_of(engine: SearchEngine, cases: Iterable[Case]) -> dict[int, Case]:
    """Return doc_id -> case, of the *cases* that are indexed."""
    rows = {engine.snapshot.doc_id_of(case.id): case for case in cases}
    return {row: case for row, case in rows.items() if row is not None}


def mask_of(engine: SearchEngine, rows: Mapping[int, Case], allowed: Iterable[Case]) -> Mask:
    """Return the mask that lets only *allowed* be found."""
    wanted = {case.source_id for case in allowed}
    mask = np.zeros(len(engine.snapshot.columns.year), dtype=np.bool_)
    mask[[row for row, case in rows.items() if case.source_id in wanted]] = True
    return mask
