"""Judged lists, scored as the engine answers: what it reads of each candidate, weighed with the evidence it has."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from search.engine import SearchEngine
from search.errors import InputError
from search.evaluation.judged_pairs import reading_alone
from search.evaluation.lists import JudgedList
from search.query.parser import parse
from search.types import Reranker, Vector


@dataclass(frozen=True, slots=True)
class AnsweredList:
    """A `ListReader` that gives the probability the engine would: 1 to a case whose number the query names."""

    engine: SearchEngine
    reranker: Reranker

    def __call__(self, judged: JudgedList) -> Vector:
        """Return a probability per candidate; 0 for one that the first stage does not find here.

        Raises:
            InputError: If none of the candidates is indexed: the list was made over another store.
        """
        snapshot, first = self.engine.snapshot, self.engine.first_stage
        doc_ids = [snapshot.doc_id_of(candidate.case) for candidate in judged.candidates]
        if all(doc_id is None for doc_id in doc_ids):
            raise InputError(f"no candidate of the list {judged.query[:60]!r} is indexed; load its cases and reindex")
        parsed = parse(judged.query)
        pool = first.pool(parsed, None, first.match(parsed, None), "hybrid")
        places = {place.doc_id: place for place in pool.placed}
        found = [row for row, doc_id in enumerate(doc_ids) if doc_id in places]
        chances = np.zeros(len(doc_ids), dtype=np.float32)
        if found:
            read = judged._replace(candidates=tuple(judged.candidates[row] for row in found))
            evidence = pool.evidence[[places[doc_ids[row]].row for row in found]]  # type: ignore[index]
            weighing = self.engine.second_stage.weighing
            scores = weighing.final_scores(evidence, reading_alone(self.reranker)(read))
            chances[found] = weighing.chance.of(evidence, scores)
        chances[[row for row, doc_id in enumerate(doc_ids) if doc_id in pool.exact.doc_ids]] = 1.0
        return chances
