"""The second stage: the head of the fused order, read by the cross-encoder and weighed into its final order."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from search.candidates import CandidatePool
from search.errors import ModelError
from search.reranking.namesakes import lead_first
from search.reranking.pairs import candidate_text
from search.reranking.weighing import Weighing
from search.snapshot.reader import Snapshot
from search.types import Candidate, Extent, ParsedQuery, Placed, Reading, Reranker, Vector

log = logging.getLogger(__name__)

NO_RERANKER = "no reranker is set; the order is that of the first stage"
LATE = (
    "the reranker did not finish before the deadline; the order is that of the first stage; "
    "IHC_SEARCH_DEADLINE_MS gives it more time, 0 as much as it takes"
)
FAILED = "the reranker failed ({0}); the order is that of the first stage"


@dataclass(frozen=True, slots=True)
class Read:
    """Cases in their final order."""

    placed: list[Placed]
    not_reranked: str | None = None
    """Why no model has read them; None where one has."""
    degraded: bool = False
    """Whether one was to read them all the same."""
    no_good_match: bool | None = None
    """Whether none of them is likely enough to be the case asked for; None where no model has read them."""


@dataclass(frozen=True, slots=True)
class SecondStage:
    """Reads and weighs; without a reranker, or where it fails, hands the fused order on and says why."""

    reranker: Reranker | None
    weighing: Weighing
    snapshot: Snapshot
    depth: int
    """How many candidates are read."""

    def read(
        self, parsed: ParsedQuery, fused: Sequence[Placed], pool: CandidatePool, *, deadline: float | None
    ) -> Read:
        """Return *fused* with its head in the order of reading and evidence.

        What was not read stays below what was, in fused order.

        Args:
            parsed: The query.
            fused: Candidates in fused order, at least one.
            pool: Their evidence.
            deadline: ``time.monotonic()`` value after which the fused order goes out; None for none.
        """
        if self.reranker is None:
            return self.unread(fused, pool, NO_RERANKER)
        ordered = lead_first(fused, pool.evidence, self.snapshot.columns)
        head, tail = ordered[: self.depth], ordered[self.depth :]
        try:
            candidates = [self.candidate(place) for place in head]
            logits, read_tokens = self._reading(self.reranker, parsed, candidates, deadline=deadline)
        except TimeoutError:
            return self.unread(fused, pool, LATE, degraded=True)
        except Exception as error:  # noqa: BLE001 - whatever ails a model, the first stage's answer still stands
            cause = _cause_of(error)
            log.error("reranker failed", extra={"error": cause, "generation": self.snapshot.generation})
            return self.unread(fused, pool, FAILED.format(cause), degraded=True)
        head = [
            replace(place, extent=self._extent(candidate, tokens))
            for place, candidate, tokens in zip(head, candidates, read_tokens, strict=True)
        ]
        evidence = pool.evidence[[place.row for place in head]]
        scores = self.weighing.final_scores(evidence, logits)
        chance = self.weighing.chance
        read = self._weighed(head, logits, scores, chance.of(evidence, scores), pool)
        nothing = chance.of_any(evidence, scores) < chance.no_match_below
        return Read(read + tail, no_good_match=nothing)

    def unread(self, fused: Sequence[Placed], pool: CandidatePool, why: str, *, degraded: bool = False) -> Read:
        """Return *fused* as it is, but for the order of namesakes, and *why* no model has read it."""
        return Read(lead_first(fused, pool.evidence, self.snapshot.columns), not_reranked=why, degraded=degraded)

    def warm_up(self, text: str) -> None:
        """Load the model by reading *text*; a model that fails is noted, since the first stage answers without it."""
        if self.reranker is None:
            return
        nothing = np.zeros(0, dtype=np.uint16)
        try:
            self.reranker.score(text, [Candidate(doc_id=0, head=nothing, passage=nothing, tail=nothing, text=text)])
        except Exception as error:  # noqa: BLE001 - as above
            log.error("reranker failed to warm up", extra={"error": _cause_of(error)})

    def candidate(self, place: Placed) -> Candidate:
        """Return what a reranker reads of one case: its best passage, else its first."""
        tokens = self.snapshot.tokens
        passages = tokens.passages_of(place.doc_id)
        passage_id = place.best_passage if place.best_passage >= 0 else next(iter(passages), -1)
        head = tokens.head(place.doc_id)
        return Candidate(
            doc_id=place.doc_id,
            head=head,
            passage=tokens.passage(passage_id) if passage_id >= 0 else head[:0],
            passage_id=passage_id,
            tail=tokens.tail(place.doc_id),
            text=self._text(place.doc_id, passage_id),
            tokenizer_digest=self.snapshot.manifest.tokenizer.digest,
        )

    def _text(self, doc_id: int, passage_id: int) -> str:
        (shown,) = self.snapshot.display([doc_id])
        passage = self.snapshot.passage_text(passage_id) if passage_id >= 0 else ""
        return candidate_text(shown["head"], passage, shown["tail"])

    def _extent(self, candidate: Candidate, read_tokens: int) -> Extent:
        """Tell how much of one case is read."""
        tokens = self.snapshot.tokens
        passages = tokens.passages_of(candidate.doc_id)
        ends = tokens.passages.offsets
        in_passages = int(ends[passages.stop] - ends[passages.start]) if passages else 0
        return Extent(
            tokens=read_tokens,
            of_tokens=len(candidate.head) + in_passages + len(candidate.tail),
            passages=(candidate.passage_id - passages.start + 1,) if passages else (),
            of_passages=len(passages),
        )

    def _reading(
        self, reranker: Reranker, parsed: ParsedQuery, candidates: Sequence[Candidate], *, deadline: float | None
    ) -> Reading:
        reading = reranker.read(parsed.text, candidates, deadline=deadline)
        if not np.isfinite(reading.logits).all():
            raise ModelError("its scores are no numbers; set IHC_SEARCH_RERANKER to another model, or to none")
        return reading

    def _weighed(
        self, head: Sequence[Placed], logits: Vector, scores: Vector, chances: Vector, pool: CandidatePool
    ) -> list[Placed]:
        read = [
            replace(place, rerank_logit=float(logit), final_score=float(score), probability=float(chance))
            for place, logit, score, chance in zip(head, logits, scores, chances, strict=True)
        ]
        # A stable sort: equal scores keep their fused order.
        read.sort(key=lambda place: -(place.final_score or 0.0))
        return _ranked(lead_first(read, pool.evidence, self.snapshot.columns))


def _cause_of(error: Exception) -> str:
    """Return what ails a model: of a stranger's error its type alone, since a message may hold the query."""
    return str(error) if isinstance(error, ModelError) else type(error).__name__


def _ranked(read: Sequence[Placed]) -> list[Placed]:
    """Write down which place the reranker and the weighing gave each case."""
    by_logit = sorted(range(len(read)), key=lambda row: -(read[row].rerank_logit or 0.0))
    logit_ranks = {row: rank for rank, row in enumerate(by_logit, start=1)}
    return [
        replace(
            case, stages=replace(case.stages, ranks={**case.stages.ranks, "rerank": logit_ranks[row], "final": row + 1})
        )
        for row, case in enumerate(read)
    ]
