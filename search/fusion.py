"""Fusion: several ranked lists in, one ranked list out.

Sits between retrieval and reranking and decides which cases are looked at closely.  Works on ranks,
because raw BM25 scores and cosine similarities live on different scales and must never be added.  Its
order is not the answer's: plain fusion was measured to lose against BM25 alone on long judgments, so the
pool it makes is put in order by weighed evidence (docs/adr/0003).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from search.types import ScoredDoc


def reciprocal_rank_fusion(
    runs: Sequence[Sequence[ScoredDoc]], *, depth: int, rank_constant: int = 60
) -> list[ScoredDoc]:
    """Fuse ranked lists by summing ``1 / (rank_constant + rank)``.

    Args:
        runs: One list per retriever, best first.  A document may appear once per list.
        depth: How many documents to return at most.
        rank_constant: Damps the weight of the first ranks.  60 is the published value.

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
    for run in runs:
        for rank, (doc_id, _) in enumerate(run, start=1):
            scores[doc_id] += 1 / (rank_constant + rank)
    ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
    return [ScoredDoc(doc_id, score) for doc_id, score in ranked[:depth]]
