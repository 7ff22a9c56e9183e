"""Dense retrieval agrees with its plain oracle."""

from __future__ import annotations

import faiss
import numpy as np
import pytest

from search.retrieval.dense import DenseRetriever, top_documents


@pytest.fixture
def vectors():
    made = np.random.default_rng(7).normal(size=(200, 16)).astype(np.float32)
    return made / np.linalg.norm(made, axis=1, keepdims=True)


def retriever_of(vectors, passage_case, index=None) -> DenseRetriever:
    index = index or faiss.IndexFlatIP(vectors.shape[1])
    index.add(vectors)
    return DenseRetriever(index, np.asarray(passage_case, dtype=np.int32), encoder=None)


def test_one_passage_a_case_is_the_oracles_ranking(vectors):
    retriever = retriever_of(vectors, range(200))
    found = retriever.retrieve(vectors[3], None, 10)

    assert [doc.doc_id for doc in found] == [doc.doc_id for doc in top_documents(vectors[3], vectors, depth=10)]
    assert found[0].score == pytest.approx(1.0, abs=1e-5)


def test_a_case_counts_once_by_its_best_passage(vectors):
    passage_case = np.repeat(np.arange(50), 4)
    found = retriever_of(vectors, passage_case).retrieve(vectors[9], None, 50)
    best = {case: float((vectors[passage_case == case] @ vectors[9]).max()) for case in range(50)}

    assert len(found) == 50
    assert found[0].doc_id == 2
    assert all(doc.score == pytest.approx(best[doc.doc_id], abs=1e-5) for doc in found)


@pytest.mark.parametrize("hnsw", [False, True])
def test_only_allowed_cases_are_found(vectors, hnsw):
    index = faiss.IndexHNSWFlat(16, 16, faiss.METRIC_INNER_PRODUCT) if hnsw else None
    allowed = np.arange(200) % 3 == 0
    found = retriever_of(vectors, range(200), index).retrieve(vectors[4], allowed, 20)

    assert found
    assert all(doc.doc_id % 3 == 0 for doc in found)


def test_a_cosine_is_that_of_the_best_passage(vectors):
    passage_case = np.repeat(np.arange(50), 4)
    found = retriever_of(vectors, passage_case).cosines(vectors[0], [0, 7])

    expected = [(vectors[start : start + 4] @ vectors[0]).max() for start in (0, 28)]
    np.testing.assert_allclose(found, expected, atol=1e-5)


def test_an_empty_index_finds_nothing(vectors):
    assert retriever_of(vectors[:0], []).retrieve(vectors[0], None, 5) == []
