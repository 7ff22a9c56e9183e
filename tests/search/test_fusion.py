"""Fusion by ranks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.fusion import reciprocal_rank_fusion
from search.types import ScoredDoc

runs = st.dictionaries(
    st.sampled_from(["lexical", "passage", "dense", "exact"]),
    st.lists(st.integers(0, 30), unique=True, max_size=12).map(lambda ids: run_of(*ids)),
)


def run_of(*doc_ids: int) -> list[ScoredDoc]:
    return [ScoredDoc(doc_id, -float(place)) for place, doc_id in enumerate(doc_ids)]


def test_a_document_found_by_both_retrievers_beats_one_found_by_either():
    fused = reciprocal_rank_fusion({"lexical": run_of(1, 2), "exact": run_of(3, 2)}, depth=3, rank_constant=60)

    assert [doc.doc_id for doc in fused] == [2, 1, 3]
    assert fused[0].score == pytest.approx(1 / 62 + 1 / 62)


def test_what_two_weak_retrievers_have_in_the_middle_does_not_outweigh_the_first_of_the_best():
    fused = reciprocal_rank_fusion(
        {"lexical": run_of(1), "passage": run_of(7, 8, 9, 2), "dense": run_of(4, 5, 6, 2)}, depth=3
    )

    assert fused[0].doc_id == 1


@given(runs)
def test_fusion_neither_invents_nor_loses_documents(given_runs):
    fused = reciprocal_rank_fusion(given_runs, depth=1000)

    assert sorted(doc.doc_id for doc in fused) == sorted({doc.doc_id for run in given_runs.values() for doc in run})


def test_a_depth_or_constant_below_one_is_refused():
    with pytest.raises(ValueError, match="1 or more"):
        reciprocal_rank_fusion({"lexical": run_of(1)}, depth=0)
