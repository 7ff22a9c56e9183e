"""Fusion: several ranked lists in, one ranked list out.

Sits between retrieval and reranking and decides which cases are looked at closely.  Works on ranks,
because raw BM25 scores and cosine similarities live on different scales and must never be added.  Its
order is not the answer's: the pool it makes is put in order by weighed evidence (docs/adr/0003), which
knows how much better the first of a run is than its second.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from search.types import ScoredDoc

RUN_WEIGHTS: Mapping[str, float] = {
    "passage": 0.5,
    "dense": 0.5,
    **dict.fromkeys(("citation", "fir", "section", "advocate", "case type"), 0.0),
}
RANK_CONSTANT = 5
"""Settled on train queries of both collections: with equal weights and the published constant of 60, what two weak
runs have somewhere in their middle outweighs what the best run has first.  That two cases cite one judgment, come
from one FIR, are of one type, or name one section or advocate brings both into the pool and says nothing of their
order."""


def reciprocal_rank_fusion(
    runs: Mapping[str, Sequence[ScoredDoc]],
    *,
    depth: int,
    weights: Mapping[str, float] = RUN_WEIGHTS,
    rank_constant: int = RANK_CONSTANT,
) -> list[ScoredDoc]:
    """Fuse ranked lists by summing ``weight / (rank_constant + rank)``.

    Args:
        runs: One list per retriever, by its name, best first.  A document may appear once per list.
        depth: How many documents to return at most.
        weights: Of the retrievers; one that is not named weighs 1.
        rank_constant: Damps the weight of the first ranks.

    Returns:
        Best first; equal scores ordered by doc_id.  Scores mean nothing outside this list.

    Raises:
        ValueError: If *depth* or *rank_constant* is not positive.

    Source:
        Cormack, Clarke and Buettcher, SIGIR 2009, doi:10.1145/1571941.1572114.
    """
    if depth < 1 or rank_constant < 1:
        raise ValueError(f"depth is {depth} and rank_constant {rank_constant}; both must be 1 or more")
    scores: dict[int, float] = defaultdict(float)
    for name, run in runs.items():
        for rank, (doc_id, _) in enumerate(run, start=1):
            scores[doc_id] += weights.get(name, 1.0) / (rank_constant + rank)
    ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
    return [ScoredDoc(doc_id, score) for doc_id, score in ranked[:depth]]
