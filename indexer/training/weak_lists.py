"""Judged lists for weak queries: the judgment a query was taken out of, among near misses of the engine.

The sentence that became the query is hidden from the text to be found, as a reranker would read it.  Beside the label
stands what cheap scores make of each candidate, the soft teacher of a model that starts from nothing.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from indexer.progress import Progress, silent
from indexer.training.lists import JudgedList, Listed, write_lists
from indexer.training.split import TRAIN
from indexer.training.trainer import OURS
from indexer.training.weak import WeakQuery, weak_queries
from search.cases import Case
from search.engine import SearchEngine
from search.errors import InputError
from search.reranking.cross_encoder import assemble
from search.reranking.pairs import candidate_text, query_text
from search.reranking.weighing import standardised
from search.retrieval.encoder import packaged_tokenizer
from search.retrieval.lexical import LexicalRetriever
from search.text.tokenise import analyse
from search.types import Placed, Vector

if TYPE_CHECKING:
    from tokenizers import Tokenizer

TAUGHT_MIN = 0.04
"""Share of its list below which a judgment says next to nothing about the query but the sentence that is hidden."""
NEGATIVES = 7
TOP_NEGATIVES = 4
"""So many are the first that the engine finds; the others are drawn from further down."""
MINED_DEPTH = 30
SHOWN_SHARE = 0.1
"""Share of the queries whose sentence is not hidden: that the very words are there is worth knowing, too."""


@dataclass(frozen=True, slots=True)
class Miner:
    """Finds near misses with one open engine and writes what a reranker would read of them."""

    engine: SearchEngine
    tokenizer: Tokenizer
    max_tokens: int
    """Of query and candidate together, as in training."""

    def lists(self, queries: Sequence[WeakQuery], *, part: str, seed: int) -> Iterator[JudgedList]:
        """Make a judged list of each query; one whose judgment says nothing else about it gives none."""
        draw = random.Random(seed)
        for query in queries:
            shown = draw.random() < SHOWN_SHARE
            made = self._list(query, part, hidden="" if shown else query.hidden, draw=draw)
            if made is not None:
                yield made

    def _list(self, query: WeakQuery, part: str, *, hidden: str, draw: random.Random) -> JudgedList | None:
        own = self.engine.snapshot.doc_id_of(query.case)
        if own is None:
            return None
        terms = _weighted(query.query, self.engine.first_stage.lexical)
        passage = self._answer(own, terms, hidden)
        misses = self._misses(query, own, draw)
        if not passage or not misses:
            return None
        texts = [passage, *(self.engine.snapshot.passage_text(place.best_passage) for place in misses)]
        doc_ids = [own, *(place.doc_id for place in misses)]
        taught = self._taught(query.query, texts, misses, terms=terms)
        rows = [
            Listed(source, self._text(query.query, doc_id, text), int(row == 0), round(float(taught[row]), 4))
            for row, (source, doc_id, text) in enumerate(zip(self._sources(doc_ids), doc_ids, texts, strict=True))
        ]
        return JudgedList(query.query, query.kind, part, (query.case,), tuple(rows))

    def _sources(self, doc_ids: Sequence[int]) -> list[str]:
        return [str(shown["source_id"]) for shown in self.engine.snapshot.display(doc_ids)]

    def _answer(self, doc_id: int, terms: Mapping[str, float], hidden: str) -> str:
        """The passage of a judgment that still holds most of the query once its sentence is hidden."""
        passages = [
            self._without(self.engine.snapshot.passage_text(number), hidden)
            for number in self.engine.snapshot.tokens.passages_of(doc_id)
        ]
        return max(passages, key=lambda text: share(text, terms), default="")

    def _without(self, passage: str, hidden: str) -> str:
        """Take *hidden*, or the part of it that reaches into *passage*, out of it."""
        if not hidden:
            return passage
        whole = passage.replace(hidden, " ")
        if whole != passage:
            return " ".join(whole.split())
        words, gone = passage.split(), hidden.split()
        for length in range(len(gone) - 1, 3, -1):
            if words[-length:] == gone[:length]:
                return " ".join(words[:-length])
            if words[:length] == gone[-length:]:
                return " ".join(words[length:])
        return passage

    def _misses(self, query: WeakQuery, own: int, draw: random.Random) -> list[Placed]:
        found = [
            place
            for place in self.engine.candidates(query.query).placed[:MINED_DEPTH]
            if place.doc_id != own and place.best_passage >= 0
        ]
        # A judgment that holds the very sentence is the same matter, or quotes the same authority: no miss.
        found = [place for place in found if query.hidden not in self.engine.snapshot.passage_text(place.best_passage)]
        top, below = found[:TOP_NEGATIVES], found[TOP_NEGATIVES:]
        return top + draw.sample(below, min(NEGATIVES - len(top), len(below)))

    def _taught(
        self, query: str, texts: Sequence[str], misses: Sequence[Placed], *, terms: Mapping[str, float]
    ) -> Vector:
        """Cosine and shared words, standardised and added, as shares of the list."""
        query_vector, answer_vector = self.engine.first_stage.dense.encoder.encode([query, texts[0]])
        vectors = np.stack([answer_vector, *(self._vector(place) for place in misses)])
        shared = np.array([share(text, terms) for text in texts], dtype=np.float32)
        scores = standardised(vectors @ query_vector) + standardised(shared)
        chances = np.exp(scores - scores.max())
        shares: Vector = chances / chances.sum()
        return shares

    def _vector(self, place: Placed) -> Vector:
        """The kept vector of a case's best passage; the first vector of a case is that of the line naming it."""
        snapshot = self.engine.snapshot
        first = int(np.searchsorted(snapshot.dense_passage_case, place.doc_id))
        row = first + 1 + place.best_passage - snapshot.tokens.passages_of(place.doc_id).start
        vector: Vector = snapshot.faiss_index.reconstruct(row)
        return vector

    def _text(self, query: str, doc_id: int, passage: str) -> str:
        (shown,) = self.engine.snapshot.display([doc_id])
        return fitting(self.tokenizer, query, (shown["head"], passage, shown["tail"]), max_tokens=self.max_tokens)


def make_weak_lists(
    engine: SearchEngine,
    cases: Sequence[Case],
    *,
    leave_out: frozenset[str],
    out: Path,
    queries_max: int,
    seed: int,
    progress: Progress = silent,
) -> int:
    """Write judged lists of weak queries about *cases* to *out* and return how many there are.

    Args:
        engine: Over the generation that holds *cases*.
        cases: Those with judgments are asked about.
        leave_out: Source ids of cases that must teach nothing, as those that answer queries one measures on; a case
            with the same judgment is left out as well.
        out: File to write, gzipped where its name ends in ``.gz``; it is there whole or not at all.
        queries_max: How many queries to make at most.
        seed: Draws the sentences and the near misses.
        progress: Told of every query.

    Raises:
        InputError: If *out* is there, or no case has a judgment to ask about.
    """
    if out.exists():
        raise InputError(f"{out} is there already; give a new file")
    queries = _drawn(cases, leave_out, queries_max, seed)
    if not queries:
        raise InputError("no indexed case has a judgment to make queries of; load judgments and reindex first")
    miner = Miner(engine, packaged_tokenizer(), OURS.max_tokens)
    aside = out.with_name(f".new-{out.name}")
    made = 0

    def counted() -> Iterator[JudgedList]:
        nonlocal made
        for done, query in enumerate(queries):
            progress("near misses of weak queries", done, len(queries))
            for judged in miner.lists([query], part=TRAIN, seed=seed + done):
                if (judged.candidates[0].teacher or 0.0) >= TAUGHT_MIN:
                    made += 1
                    yield judged
        progress("near misses of weak queries", len(queries), len(queries))

    write_lists(aside, counted())
    aside.replace(out)
    return made


def _drawn(cases: Sequence[Case], leave_out: frozenset[str], queries_max: int, seed: int) -> list[WeakQuery]:
    barred = {document.sha256 for case in cases if leave_out & set(case.source_ids) for document in case.documents}
    draw = random.Random(seed)
    queries = [
        query
        for case in sorted(cases, key=lambda case: case.id)
        if not leave_out & set(case.source_ids) and not barred & {document.sha256 for document in case.documents}
        for document in case.documents
        for query in weak_queries(case.source_id, document.text, draw, per_kind=2)
    ]
    return draw.sample(queries, min(queries_max, len(queries)))


def share(text: str, terms: Mapping[str, float]) -> float:
    """Return how much of the query's weight the words of *text* hold, 0 to 1."""
    present = set(analyse(text))
    total = sum(terms.values())
    return sum(weight for term, weight in terms.items() if term in present) / total if total else 0.0


def fitting(tokenizer: Tokenizer, query: str, pieces: tuple[str, str, str], *, max_tokens: int) -> str:
    """Cut the pieces of a candidate as serving does, so that a model is trained on what it will read.

    Args:
        tokenizer: Of the model.
        query: As given.
        pieces: Head, passage and tail.
        max_tokens: Of query and candidate together.
    """
    encoded = [tokenizer.encode(piece, add_special_tokens=False) for piece in pieces]
    query_ids = tokenizer.encode(query_text(query), add_special_tokens=False).ids
    # Markers instead of ids: what is left of each piece shows how far it reaches.
    head, passage, tail = ([number] * len(encoding.ids) for number, encoding in enumerate(encoded))
    ids, first = assemble(query_ids, (head, passage, tail), max_tokens)
    kept = [ids[first:-1].count(number) for number in range(3)]
    return candidate_text(*(_cut(piece, encoding, n) for piece, encoding, n in zip(pieces, encoded, kept, strict=True)))


def _cut(piece: str, encoding: object, length_tokens: int) -> str:
    offsets: list[tuple[int, int]] = encoding.offsets  # type: ignore[attr-defined]
    if length_tokens == 0:
        return ""
    return piece if length_tokens >= len(offsets) else piece[: offsets[length_tokens - 1][1]]


def _weighted(query: str, lexical: LexicalRetriever) -> dict[str, float]:
    """The terms of *query* with how telling each is in passages."""
    matrix = lexical.passages
    weights = {}
    for term in sorted(set(analyse(query))):
        row = matrix.terms.get(term)
        held = 0 if row is None else int(matrix.indptr[row + 1] - matrix.indptr[row])
        weights[term] = float(np.log(1 + (matrix.size - held + 0.5) / (held + 0.5)))
    return weights
