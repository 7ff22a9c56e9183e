from __future__ import annotations

import faiss
import numpy as np
import pytest

from indexer.dense import build_dense, index_of, write_index
from indexer.embeddings import open_cache
from search.text.passages import dense_passages_of
from tests.tiny_corpus import HashEncoder, cases_of


def unit_vectors(count: int, dim: int = 16) -> np.ndarray:
    vectors = np.random.default_rng(7).standard_normal((count, dim)).astype(np.float32)
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def test_every_passage_has_a_row_and_every_row_its_case(tmp_path):
    cases = cases_of(6)
    with open_cache(tmp_path / "cache", HashEncoder()) as cache:
        count = build_dense(cases, tmp_path, cache=cache)

    passages = [(row, text) for row, case in enumerate(cases) for text in dense_passages_of(case)]
    index = faiss.read_index(str(tmp_path / "passages.faiss"))
    assert count == index.ntotal == len(passages)
    assert np.load(tmp_path / "passage_case.npy").tolist() == [row for row, _ in passages]
    assert np.array_equal(index.reconstruct_n(0, count), HashEncoder().encode([text for _, text in passages]))


def test_up_to_the_limit_the_search_is_exact():
    vectors = unit_vectors(300)
    index = index_of(vectors, flat_limit=300)

    _, found = index.search(vectors[:20], 5)

    expected = np.argsort(-(vectors[:20] @ vectors.T), axis=1, kind="stable")[:, :5]
    assert isinstance(index, faiss.IndexFlatIP)
    assert np.array_equal(found, expected)


def test_beyond_the_limit_a_graph_finds_nearly_the_same():
    vectors = unit_vectors(2000)
    index = index_of(vectors, flat_limit=1999)

    _, found = index.search(vectors[:100], 10)

    expected = np.argsort(-(vectors[:100] @ vectors.T), axis=1)[:, :10]
    shared = [len(set(one) & set(other)) for one, other in zip(found.tolist(), expected.tolist(), strict=True)]
    assert isinstance(index, faiss.IndexHNSWFlat)
    assert index.metric_type == faiss.METRIC_INNER_PRODUCT
    assert sum(shared) / 1000 > 0.9


def test_the_same_vectors_give_the_same_graph():
    vectors = unit_vectors(1500)
    first, second = (faiss.serialize_index(index_of(vectors, flat_limit=10)) for _ in range(2))

    assert np.array_equal(first, second)


def test_an_index_that_cannot_be_written_is_an_error_of_the_disk(tmp_path):
    with pytest.raises(OSError, match=r"passages\.faiss cannot be written"):
        write_index(index_of(unit_vectors(3)), tmp_path / "missing" / "passages.faiss")
