"""Lexical build: fields and passages of cases in, matrices of BM25Okapi contributions out."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

import numpy as np
import numpy.typing as npt
from rank_bm25 import BM25Okapi
from scipy.sparse import csr_array

from indexer.fields import Fields, fields_of
from search.cases import Case
from search.retrieval.lexical import word_pairs
from search.retrieval.okapi import FILES
from search.text.passages import passages_of
from search.text.tokenise import analyse
from search.types import Vector

K1, B, EPSILON = 1.5, 0.75, 0.25
"""BM25Okapi's own defaults."""

FIELD_WEIGHTS: Mapping[str, float] = {"number": 0.2, "title": 0.2, "court_text": 0.7, "body": 0.0, "all": 1.0}
"""How the fields of one case add up; fitted on the train queries (docs/adr/0002)."""

Contributions: TypeAlias = Any
"""A `scipy.sparse.csr_array`, which has no types."""


class AnalysedFields(NamedTuple):
    """The index terms of each field of one case."""

    number: list[str]
    title: list[str]
    court_text: list[str]
    body: list[str]


def okapi_contributions(documents: Sequence[Sequence[str]], vocabulary: dict[str, int]) -> Contributions:
    """Compute what each term adds to each document's BM25Okapi score.

    Args:
        documents: Terms of each document.  Documents without a term take part in the average length,
            as they do in BM25Okapi.
        vocabulary: Term -> row; new terms are added.

    Returns:
        Shape ``(terms, documents)``, float32: the sum of the rows of a query's terms is
        ``BM25Okapi(documents).get_scores(query)``.

    Source:
        Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009; rank-bm25's BM25Okapi.
    """
    if not any(documents):
        return csr_array((len(vocabulary), len(documents)), dtype=np.float32)
    okapi = BM25Okapi(documents, k1=K1, b=B, epsilon=EPSILON)
    rows, columns, values = _contributions_of(okapi, vocabulary)
    return csr_array((values, (rows, columns)), shape=(len(vocabulary), len(documents)))


def _contributions_of(
    okapi: BM25Okapi, vocabulary: dict[str, int]
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64], Vector]:
    """Work out the sum in ``BM25Okapi.get_scores`` term by term, for all documents at once."""
    rows = np.array([vocabulary.setdefault(term, len(vocabulary)) for row in okapi.doc_freqs for term in row], np.int64)
    columns = np.repeat(np.arange(okapi.corpus_size), [len(row) for row in okapi.doc_freqs])
    counts = np.array([count for row in okapi.doc_freqs for count in row.values()], dtype=np.float64)
    idf = np.array([okapi.idf[term] for row in okapi.doc_freqs for term in row], dtype=np.float64)
    length = okapi.k1 * (1 - okapi.b + okapi.b * np.asarray(okapi.doc_len) / okapi.avgdl)
    values = idf * counts * (okapi.k1 + 1) / (counts + length[columns])
    return rows, columns, values.astype(np.float32)


def build_lexical(
    cases: Sequence[Case], folder: Path, *, weights: Mapping[str, float] = FIELD_WEIGHTS
) -> dict[str, object]:
    """Write the matrices of cases, passages and word pairs into *folder*.

    Args:
        cases: In the order of their doc_id.
        folder: An existing, empty folder.
        weights: Of the fields of a case.

    Returns:
        What the manifest keeps: parameters, weights and sizes.
    """
    vocabulary: dict[str, int] = {}
    fields = [AnalysedFields(*(analyse(text) for text in fields_of(case))) for case in cases]
    passages = [analyse(passage) for case in cases for passage in passages_of(case)]
    units = {
        "cases": _fold(fields, vocabulary, weights),
        "passages": okapi_contributions(passages, vocabulary),
        "titles": okapi_contributions([field.title for field in fields], vocabulary),
    }
    pairs: dict[str, int] = {}
    units["pairs"] = okapi_contributions([_pairs_of(field) for field in fields], pairs)
    for name, matrix in units.items():
        _write_matrix(matrix, folder / name, rows=len(pairs if name == "pairs" else vocabulary))
    _write_json(folder / "terms.json", list(vocabulary))
    _write_json(folder / "pairs.json", list(pairs))
    sizes = {name: int(matrix.shape[1]) for name, matrix in units.items()}
    _write_json(folder / "sizes.json", sizes)
    return {
        "k1": K1,
        "b": B,
        "epsilon": EPSILON,
        "weights": dict(weights),
        "terms": len(vocabulary),
        "pairs": len(pairs),
        "sizes": sizes,
    }


def _fold(fields: Sequence[AnalysedFields], vocabulary: dict[str, int], weights: Mapping[str, float]) -> Contributions:
    """Add up the weighted contributions of every field, and of all fields as one text, in one matrix."""
    texts: dict[str, Iterable[Sequence[str]]] = {
        name: [getattr(field, name) for field in fields] for name in Fields._fields
    }
    texts["all"] = [list(itertools.chain.from_iterable(field)) for field in fields]
    parts = [okapi_contributions(list(texts[name]), vocabulary).tocoo() * w for name, w in weights.items() if w]
    # By triples and not by addition: adding sparse matrices drops a weight of 0, and with it the knowledge that
    # the case holds the term.
    values, rows, columns = (np.concatenate([getattr(part, of) for part in parts]) for of in ("data", "row", "col"))
    return csr_array((values, (rows, columns)), shape=(len(vocabulary), len(fields)))


def _pairs_of(fields: AnalysedFields) -> list[str]:
    """Adjacent word pairs of each field; a pair never reaches over the border of two fields."""
    return [pair for field in fields for pair in word_pairs(field)]


def _write_matrix(matrix: Contributions, folder: Path, *, rows: int) -> None:
    folder.mkdir()
    matrix.resize(rows, matrix.shape[1])
    matrix.sort_indices()
    arrays = (matrix.data.astype(np.float32), matrix.indices.astype(np.int32), matrix.indptr.astype(np.int64))
    for name, array in zip(FILES, arrays, strict=True):
        np.save(folder / name, array, allow_pickle=False)


def _write_json(path: Path, value: object) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")
