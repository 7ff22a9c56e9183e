"""Dense build: passages of each case in, a FAISS index of their embeddings out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from indexer.embeddings import EmbeddingCache
from indexer.progress import Progress, silent
from search.cases import Case
from search.snapshot.reader import INDEX_NAME
from search.text.passages import dense_passages_of
from search.types import Vector

FLAT_LIMIT = 200_000
"""Passages that are searched one by one; beyond, a graph of neighbours is walked."""
NEIGHBOURS = 32
EFFORT = 100
"""How many candidates are weighed for each passage that is put into the graph."""
_ADDED_AT_ONCE = 10_000


def build_dense(cases: Sequence[Case], folder: Path, *, cache: EmbeddingCache, progress: Progress = silent) -> int:
    """Write the index and the owner of each of its rows into *folder*.

    Args:
        cases: In the order of their doc_id.
        folder: An existing, empty folder.
        cache: What has been encoded so far.
        progress: Told of every few hundred passages.

    Returns:
        How many passages there are; at least one a case.
    """
    passages = [dense_passages_of(case) for case in cases]
    texts = [text for case_passages in passages for text in case_passages]
    owners = np.repeat(np.arange(len(cases), dtype=np.int32), [len(found) for found in passages])
    vectors = cache.vectors(texts, progress=progress)
    write_index(index_of(vectors, progress=progress), folder / INDEX_NAME)
    np.save(folder / "passage_case.npy", owners, allow_pickle=False)
    return len(texts)


def index_of(vectors: Vector, *, flat_limit: int = FLAT_LIMIT, progress: Progress = silent) -> Any:
    """Build an inner-product index: exact up to *flat_limit* vectors, a navigable graph beyond.

    The same vectors in the same order always give the same index.

    Source:
        Malkov and Yashunin, 2018, arXiv:1603.09320 (the graph); Johnson et al., 2017, arXiv:1702.08734 (FAISS).
    """
    import faiss

    count, dim = vectors.shape
    if count <= flat_limit:
        flat = faiss.IndexFlatIP(dim)
        flat.add(vectors)
        return flat
    index = faiss.IndexHNSWFlat(dim, NEIGHBOURS, faiss.METRIC_INNER_PRODUCT)
    index.hnsw.efConstruction = EFFORT
    threads = faiss.omp_get_max_threads()
    faiss.omp_set_num_threads(1)  # with several, the graph would depend on which was faster
    try:
        for start in range(0, count, _ADDED_AT_ONCE):
            progress("indexing passages", start, count)
            index.add(vectors[start : start + _ADDED_AT_ONCE])
    finally:
        faiss.omp_set_num_threads(threads)
    progress("indexing passages", count, count)
    return index


def write_index(index: Any, path: Path) -> None:
    """Write a FAISS index to *path*.

    Raises:
        OSError: If it cannot be written.
    """
    import faiss

    try:
        faiss.write_index(index, str(path))
    except RuntimeError as error:  # FAISS has no other kind
        raise OSError(f"{path.name} cannot be written: {str(error).splitlines()[0]}") from error
