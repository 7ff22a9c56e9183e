"""Judged lists for queries that were written about a judgment in other words than its own.

Nothing has to be hidden from the judgment, and what was written about it can be trusted to fit it, also where the first
stage likes another better: these are the lists that show a model what the first stage misses.  So beside the label
stands what the first stage says, and its first candidates are the near misses.
"""

from __future__ import annotations

import random
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np

from indexer.training.examples import Example
from indexer.training.lists import JudgedList, shares_of
from indexer.training.reading_texts import ReadingTexts
from indexer.training.split import TRAIN
from indexer.training.weak_choice import answered, term_weights, without
from search.types import Placed

NEGATIVES = 5
TOP_NEGATIVES = 3
"""So many are the first that the engine finds; the others are drawn from further down."""
MINED_DEPTH, MISSES_DEPTH = 24, 20
Miss = TypeVar("Miss")


def drawn(misses: Sequence[Miss], draw: random.Random) -> list[Miss]:
    """Choose at most `NEGATIVES` of the near *misses*, which stand best first."""
    top, below = list(misses[:TOP_NEGATIVES]), misses[TOP_NEGATIVES:]
    return top + draw.sample(below, min(NEGATIVES - TOP_NEGATIVES, len(below)))


def stands_in(query: str, passages: Sequence[str]) -> bool:
    """Return whether *query*, or much of it, stands in one of *passages* word for word."""
    return any(without(passage, query) != passage for passage in passages)


@dataclass(frozen=True, slots=True)
class WrittenLists:
    """Makes lists with one open engine."""

    texts: ReadingTexts
    barred: Collection[int]
    """doc_ids of cases that teach nothing, as an answer or as a miss."""

    def judged(self, example: Example, draw: random.Random) -> JudgedList | None:
        """Make the list of one query; None where its case has no judgment, or there are too few near misses."""
        snapshot = self.texts.engine.snapshot
        own, passages = snapshot.doc_id_of(example.relevant[0]), self.texts.passages(example.relevant[0])
        if own is None or not passages:
            return None
        answers = {snapshot.doc_id_of(source_id) for source_id in example.relevant}
        _, placed = self.texts.engine.candidates(example.query).split()
        found = next((place for place in placed if place.doc_id == own), None)
        misses = self._misses(placed, answers, set(passages))
        if len(misses) < NEGATIVES:
            return None
        misses = drawn(misses, draw)
        # A judgment that the first stage does not find stands where its last candidate does.
        scores = [(found or placed[-1]).fused_score, *(place.fused_score for place, _ in misses)]
        shares = shares_of(np.array(scores, dtype=np.float64))
        read = [self._passage(example.query, found, passages), *(text for _, text in misses)]
        rows = list(zip([own, *(place.doc_id for place, _ in misses)], read, shares, strict=True))
        listed = self.texts.listed(example.query, rows, draw)
        return JudgedList(example.query, example.kind, TRAIN, example.relevant, listed)

    def _passage(self, query: str, found: Placed | None, passages: Sequence[str]) -> str:
        """Return the passage that a search would show the model."""
        if found is not None and found.best_passage >= 0:
            return self.texts.engine.snapshot.passage_text(found.best_passage)
        return answered(query, passages, term_weights(query, self.texts.engine.first_stage.lexical), "")[1]

    def _misses(
        self, placed: Sequence[Placed], answers: Collection[int | None], own: set[str]
    ) -> list[tuple[Placed, str]]:
        """Near misses with the passage that speaks for each.

        A judgment of which a passage is the same, word for word, is the same matter and no miss.
        """
        snapshot = self.texts.engine.snapshot
        found: list[tuple[Placed, str]] = []
        for place in placed[:MINED_DEPTH]:
            if place.doc_id in answers or place.doc_id in self.barred or place.best_passage < 0:
                continue
            if own.isdisjoint(map(snapshot.passage_text, snapshot.tokens.passages_of(place.doc_id))):
                found.append((place, snapshot.passage_text(place.best_passage)))
        return found[:MISSES_DEPTH]
