"""Judged lists for weak queries: the judgment a query was taken out of, among near misses of the engine.

The sentence that became the query is hidden from the text to be found, as a reranker would read it.  Beside the label
stands what cheap scores make of each candidate, the soft teacher of a model that starts from nothing.
"""

from __future__ import annotations

import random
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np

from indexer.durability import rename_durably, sync_folder
from indexer.progress import Progress, silent
from indexer.training.dataset import JUDGED, Counts
from indexer.training.examples import Example, about, read_examples, read_stored
from indexer.training.lists import JudgedList, shares_of, write_lists
from indexer.training.plans import WeakPlan
from indexer.training.reading_texts import ReadingTexts
from indexer.training.recipes import OURS
from indexer.training.split import TRAIN
from indexer.training.weak import weak_queries
from indexer.training.weak_choice import Asked, answered, share, term_weights, worth_asking
from indexer.training.written_lists import NEGATIVES, WrittenLists, drawn, stands_in
from search.cases import Case
from search.engine import SearchEngine
from search.errors import InputError
from search.reranking.weighing import standardised
from search.retrieval.encoder import packaged_tokenizer
from search.types import Placed, Vector

TAUGHT_MIN = 0.06
"""Share of its list below which cheap scores say that another judgment answers the query better: most likely so."""
PER_KIND = 4
MINED_DEPTH, MISSES_DEPTH = 40, 16
BETTER_MAX = 0.12
"""A candidate that holds so much more of the query than the judgment it was taken out of may well answer it."""


class MadeLists(NamedTuple):
    """What was written."""

    queries: int
    left_out: int
    """Cases that were barred, with those that share a judgment with one."""
    unknown: int = 0
    """Judged queries about a case that is not stored; they were not asked."""


@dataclass(frozen=True, slots=True)
class Miner:
    """Finds near misses with one open engine and writes what a reranker would read of them."""

    texts: ReadingTexts
    barred: Collection[int] = ()
    """doc_ids of cases that teach nothing, as an answer or as a miss."""

    def asked(self, example: Example) -> Asked | Example | None:
        """Return what of its case answers a judged query; what stands there word for word is hidden.

        A query that stands nowhere is left as it is: it was written in other words.
        """
        passages = self.texts.passages(example.relevant[0])
        if not passages:
            return None
        if not stands_in(example.query, passages):
            return example
        terms = term_weights(example.query, self._engine.first_stage.lexical)
        found = answered(example.query, passages, terms, example.query)
        return Asked(example.query, JUDGED, example.relevant, example.query, *found)

    def judged(self, asked: Asked, draw: random.Random) -> JudgedList | None:
        """Make the list of one query; None where it would teach nothing."""
        doc_ids = [self._engine.snapshot.doc_id_of(source_id) for source_id in asked.relevant]
        own = doc_ids[0]
        if own is None:
            return None
        misses = self._misses(asked, {doc_id for doc_id in doc_ids if doc_id is not None} | set(self.barred), draw)
        if len(misses) < NEGATIVES - 1:
            return None
        texts = [asked.text, *(text for _, text, _ in misses)]
        taught = self._taught(asked, own, misses)
        if taught[0] < TAUGHT_MIN:
            return None
        rows = list(zip([own, *(place.doc_id for place, _, _ in misses)], texts, taught, strict=True))
        return JudgedList(asked.query, asked.kind, TRAIN, asked.relevant, self.texts.listed(asked.query, rows, draw))

    def _misses(self, asked: Asked, no_miss: set[int], draw: random.Random) -> list[tuple[Placed, str, float]]:
        """Near misses with the passage that speaks for each, and how much of the query it holds."""
        terms = term_weights(asked.query, self._engine.first_stage.lexical)
        found: list[tuple[Placed, str, float]] = []
        for place in self._engine.candidates(asked.query).placed[:MINED_DEPTH]:
            if place.doc_id in no_miss or place.best_passage < 0 or len(found) == MISSES_DEPTH:
                continue
            text = self._engine.snapshot.passage_text(place.best_passage)
            held = share(text, terms)
            # A judgment that holds the very sentence is the same matter, or quotes the same authority: no miss.
            if held <= asked.held + BETTER_MAX and not (asked.hidden and asked.hidden in text):
                found.append((place, text, held))
        return drawn(found, draw)

    def _taught(self, asked: Asked, own: int, misses: Sequence[tuple[Placed, str, float]]) -> list[float]:
        """Cosine and shared words, standardised and added, as shares of the list."""
        query = self._engine.first_stage.dense.encode(asked.query)
        first = self._engine.snapshot.tokens.passages_of
        vectors = [
            self._vector(own, asked.passage),
            *(self._vector(place.doc_id, place.best_passage - first(place.doc_id).start) for place, _, _ in misses),
        ]
        shared = np.array([asked.held, *(held for _, _, held in misses)], dtype=np.float32)
        return shares_of(standardised(np.stack(vectors) @ query) + standardised(shared))

    def _vector(self, doc_id: int, passage: int) -> Vector:
        """The kept vector of a passage; the first vector of a case is that of the line naming it."""
        first = int(np.searchsorted(self._engine.snapshot.dense_passage_case, doc_id))
        vector: Vector = self._engine.snapshot.faiss_index.reconstruct(first + 1 + passage)
        return vector

    @property
    def _engine(self) -> SearchEngine:
        return self.texts.engine


def make_weak_lists(
    engine: SearchEngine, cases: Sequence[Case], plan: WeakPlan, *, progress: Progress = silent
) -> MadeLists:
    """Write judged lists of weak queries about *cases*.

    Args:
        engine: Over the generation that holds *cases*.
        cases: Those with judgments are asked about.
        plan: What to make; its file is there whole or not at all.
        progress: Told of every query.

    Raises:
        InputError: If the file is there or its folder is not, one to read cannot be read, a case to leave out is not
            stored, a file of judged queries is about no stored case, or no case has a judgment to ask about.
    """
    _check_new(plan.out)
    allowed = _allowed(cases, frozenset[str]().union(*(_barred(path, cases) for path in plan.leave_out)))
    judged, unknown = read_stored(plan.judged, cases)
    miner = Miner(ReadingTexts(engine, packaged_tokenizer(), OURS.max_tokens), _rows_but(engine, cases, allowed))
    queries = [*_chosen(miner, allowed, plan, progress), *_asked(miner, allowed, judged)]
    if not queries:
        raise InputError(_why_none(plan))
    aside = plan.out.with_name(f".new-{plan.out.name}")
    counts = Counts()
    try:
        write_lists(aside, counts.counting(_lists(miner, queries, plan.seed, progress)))
        sync_folder(aside)
        rename_durably(aside, plan.out)
    finally:
        aside.unlink(missing_ok=True)
    return MadeLists(counts.queries, len(cases) - len(allowed), unknown)


def _why_none(plan: WeakPlan) -> str:
    if plan.queries_max:
        return "no indexed case has a judgment to make queries of; load judgments and reindex first"
    return (
        "there is nothing to ask: every judged query is about a case that is left out, or that has no indexed "
        "judgment; give other queries, leave fewer out, or reindex"
    )


def _check_new(out: Path) -> None:
    """Raise InputError where *out* could not be written: better now than behind an hour of choosing."""
    if out.exists():
        raise InputError(f"{out} is there already; give a new file")
    if not out.parent.is_dir():
        raise InputError(f"there is no folder {out.parent} to write {out.name} in; make it first")


def _barred(path: Path, cases: Sequence[Case]) -> frozenset[str]:
    """Return the source ids of the cases that answer the judged queries of *path*.

    Raises:
        InputError: If one of them names no case: what one measures on would teach, and nobody would notice.
    """
    barred = frozenset(name for example in read_examples(path) for name in example.relevant)
    if unknown := sorted(barred.difference(name for case in cases for name in case.source_ids)):
        raise InputError(
            f"{len(unknown):,} of the {len(barred):,} cases that {path} names are not stored, {unknown[0]} for one, "
            "and cannot be left out; name the home that they are in by IHC_SEARCH_HOME, or load them"
        )
    return barred


def _allowed(cases: Sequence[Case], leave_out: frozenset[str]) -> list[Case]:
    barred = {document.sha256 for case in cases if leave_out & set(case.source_ids) for document in case.documents}
    return [
        case
        for case in sorted(cases, key=lambda case: case.id)
        if not leave_out & set(case.source_ids) and not barred & {document.sha256 for document in case.documents}
    ]


def _rows_but(engine: SearchEngine, cases: Sequence[Case], allowed: Sequence[Case]) -> frozenset[int]:
    """Return the doc_ids of the cases that are not *allowed*."""
    ids = {case.id for case in allowed}
    rows = (engine.snapshot.doc_id_of(case.source_id) for case in cases if case.id not in ids)
    return frozenset(row for row in rows if row is not None)


def _chosen(miner: Miner, cases: Sequence[Case], plan: WeakPlan, progress: Progress) -> list[Asked]:
    if not plan.queries_max:
        return []
    draw = random.Random(plan.seed)
    lexical = miner.texts.engine.first_stage.lexical
    chosen: list[Asked] = []
    for done, case in enumerate(cases):
        progress("choosing weak queries", done, len(cases))
        passages = miner.texts.passages(case.source_id)
        for document in case.documents if passages else ():
            queries = list(weak_queries(case.source_id, document.text, draw, per_kind=PER_KIND))
            chosen += worth_asking(queries, passages, lexical, draw)
    progress("choosing weak queries", len(cases), len(cases))
    return draw.sample(chosen, min(plan.queries_max, len(chosen)))


def _asked(miner: Miner, cases: Sequence[Case], judged: Sequence[Example]) -> list[Asked | Example]:
    """Return what answers each judged query whose cases are all among *cases*."""
    examples = map(miner.asked, about(judged, cases))
    return [asked for asked in examples if asked is not None]


def _lists(miner: Miner, queries: Sequence[Asked | Example], seed: int, progress: Progress) -> Iterator[JudgedList]:
    written = WrittenLists(miner.texts, miner.barred)
    for done, asked in enumerate(queries):
        progress("near misses of weak queries", done, len(queries))
        draw = random.Random(seed + done)
        found = miner.judged(asked, draw) if isinstance(asked, Asked) else written.judged(asked, draw)
        if found is not None:
            yield found
    progress("near misses of weak queries", len(queries), len(queries))
