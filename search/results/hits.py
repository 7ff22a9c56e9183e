"""Hits: places in an order in, what a caller sees of each case out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from search.results.response import Hit
from search.results.snippets import highlights
from search.snapshot.reader import Snapshot
from search.types import ParsedQuery, Placed, StageScores


@dataclass(frozen=True, slots=True)
class HitBuilder:
    """Makes hits from the display columns of one snapshot."""

    snapshot: Snapshot

    def build(self, page: Sequence[Placed], parsed: ParsedQuery, *, first_rank: int) -> tuple[Hit, ...]:
        """Return one hit per place; ranks count from *first_rank*."""
        shown = self.snapshot.display([place.doc_id for place in page])
        terms = frozenset(parsed.terms).union(*parsed.spellings.values())
        return tuple(
            self._hit(place, row, terms, rank)
            for rank, (place, row) in enumerate(zip(page, shown, strict=True), start=first_rank)
        )

    def _hit(self, place: Placed, shown: Mapping[str, Any], terms: frozenset[str], rank: int) -> Hit:
        texts = {"title": shown["title"], "number": shown["number"] or "", "orders": shown["orders"]}
        if place.best_passage >= 0:
            texts["judgment"] = self.snapshot.passage_text(place.best_passage)
        return Hit(
            rank=rank,
            id=shown["id"],
            source_id=shown["source_id"],
            kind=shown["kind"],
            number=shown["number"],
            title=shown["title"],
            court=shown["court"],
            status=shown["status"],
            bench=shown["bench"],
            year=shown["year"],
            institution_date=shown["institution_date"],
            score=_score(place),
            probability=place.probability,
            read=place.extent,
            exact=place.exact,
            by_meaning_alone=place.by_meaning_alone,
            stages=_stages(place),
            highlights=highlights(texts, terms),
        )


def _score(place: Placed) -> float:
    """The score of the last stage that read the case; 0 below the depth that any stage reads."""
    for score in (place.final_score, place.fused_score):
        if score is not None:
            return score
    return 0.0


def _stages(place: Placed) -> StageScores:
    if place.rerank_logit is None or place.final_score is None:
        return place.stages
    scores = {**place.stages.scores, "rerank": place.rerank_logit, "final": place.final_score}
    return StageScores(ranks=dict(place.stages.ranks), scores=scores)
