"""An evaluation from one end to the other: judged queries, judged lists and an engine in, a report out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from search.engine import SearchEngine
from search.errors import InputError, InvalidRequest
from search.evaluation.answered_lists import AnsweredList
from search.evaluation.calibration import in_odd_half
from search.evaluation.judged_pairs import (
    ListReader,
    PairSet,
    gain_in_average_precision,
    pair_figures,
    pair_set,
    reading_alone,
    scores_of,
    sklearn_metrics,
)
from search.evaluation.lists import read_lists
from search.evaluation.measures import ir_measures_library
from search.evaluation.qrels import JudgedQuery, groups_of, read_qrels, sampled
from search.evaluation.report import (
    Answered,
    Origin,
    PairsReport,
    Report,
    calibrations,
    gains_between,
    variant_figures,
)
from search.evaluation.variants import BASE, OURS, READING, VARIANTS, Order, orders_of, relevant_ids
from search.query.request import SearchRequest
from search.snapshot.manifest import sha256_of
from search.types import Reranker

OURS_WEIGHED = "ours, weighed"
"""The probability of the engine's answer; ``ours`` is the logit of the cross-encoder alone."""

Told = Callable[[str, int, int], None]
"""``progress(step, done, total)``."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What to measure."""

    queries: Path | None
    """Judged queries; None where the lists alone are measured."""
    variants: Sequence[str]
    groups: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """Name -> kinds that get a line together."""
    lists: Path | None = None
    """Judged lists; None where the queries alone are measured."""
    sample: int | None = None
    """Only so many queries and lists, drawn with a fixed seed."""
    command: str = ""
    date: str = ""


def evaluate(engine: SearchEngine, plan: Plan, *, base: Reranker | None, progress: Told) -> Report:
    """Measure *engine* as *plan* says.

    Args:
        engine: What is measured.
        plan: How.
        base: A cross-encoder that was not fine-tuned, for the variant ``base``.
        progress: Told of every query.

    Raises:
        InvalidRequest: If a variant is unknown or has nothing to measure.
        InputError: If there is nothing to measure on, a file cannot be read, no case that answers is indexed, or a
            group is unknown or has nothing to measure.
        ExtraMissing: If a library that measures is not installed.
    """
    _check_libraries(plan)
    queries = _read_queries(plan)
    if plan.queries:
        _check_indexed(engine, queries, plan.queries)
    readers = [name for name in (OURS, BASE) if name in plan.variants]
    pairs = _read_pairs(plan.lists, plan.sample, readers) if plan.lists else None
    lists = pairs.lists if pairs else ()
    of_lists = _groups_among({judged.kind for judged in lists}, plan)
    # A group of the lists alone is none of the queries; one of neither is refused there.
    alone = of_lists.keys() - _groups_among({query.kind for query in queries}, plan)
    groups = groups_of(queries or lists, {name: kinds for name, kinds in plan.groups.items() if name not in alone})
    # Made without queries too, since a variant that is unknown or cannot read is refused there.
    orders = orders_of(engine, plan.variants, base=base)
    answered = _answered(engine, queries, orders if queries else {}, progress)
    return Report(
        origin=_origin(engine, plan, answered, base),
        variants=variant_figures(answered, groups),
        gains=gains_between(answered, groups),
        calibration=calibrations(answered, OURS) if OURS in answered.answers else {},
        pairs=(
            measure_pairs(plan.lists, pairs, _list_readers(engine, base, readers), together=of_lists, progress=progress)
            if plan.lists and pairs
            else None
        ),
    )


def measure_pairs(
    path: Path,
    pairs: PairSet,
    readers: Mapping[str, ListReader],
    *,
    together: Mapping[str, Sequence[str]],
    progress: Told,
) -> PairsReport:
    """Measure *readers* on *pairs*, which were read from *path*.

    Args:
        path: The file, for its name and digest.
        pairs: What to read.
        readers: Name -> what scores a list, at least one; each is compared to the last.
        together: Name -> kinds that get a line together.
        progress: Told of every list.
    """
    scores = {}
    for name, read in readers.items():
        scores[name] = scores_of(read, pairs, progress=partial(progress, f"reading pairs, {name}"))
    *others, last = readers
    return PairsReport(
        file=path.name,
        sha256=sha256_of(path),
        lists=len(pairs.lists),
        pairs=len(pairs.labels),
        positives=pairs.positives,
        majority=pairs.majority,
        models=tuple(pair_figures(name, pairs, by, together) for name, by in scores.items()),
        labels=pairs.labels,
        over=last,
        gains={name: gain_in_average_precision(pairs, scores[name], scores[last]) for name in others},
    )


def _groups_among(kinds: Iterable[str], plan: Plan) -> dict[str, Sequence[str]]:
    known = set(kinds)
    return {name: members for name, members in plan.groups.items() if known.issuperset(members)}


def _check_libraries(plan: Plan) -> None:
    """Raise ExtraMissing now: an hour of searching must not end with a library that is missing."""
    if plan.queries is not None:
        ir_measures_library()
    if plan.lists is not None:
        sklearn_metrics()


def _read_queries(plan: Plan) -> list[JudgedQuery]:
    """Return the judged queries, none where the lists alone are measured."""
    if plan.queries is not None:
        queries = sampled(read_qrels(plan.queries), plan.sample)
        _check_can_be_asked(queries, plan.queries)
        return queries
    if plan.lists is None:
        raise InputError("there is nothing to measure on; give judged queries, judged lists or both")
    if unread := [name for name in plan.variants if name in VARIANTS and name not in READING]:
        raise InvalidRequest(
            f"without queries the variants {', '.join(unread)} have nothing to order; give queries, or leave them out"
        )
    return []


def _check_can_be_asked(queries: Sequence[JudgedQuery], path: Path) -> None:
    """Raise InputError where the engine would refuse a query: better now than in the middle of an hour."""
    for query in queries:
        try:
            SearchRequest(q=query.query)
        except InvalidRequest as error:
            raise InputError(f"{path}: {error}: {query.query[:60]!r}") from error


def _read_pairs(path: Path, sample: int | None, readers: Sequence[str]) -> PairSet:
    if not readers:
        raise InvalidRequest(f"nobody reads the lists {path}; add {OURS} or {BASE} to the variants")
    return pair_set(sampled(list(read_lists(path)), sample))


def _answered(
    engine: SearchEngine, queries: Sequence[JudgedQuery], orders: Mapping[str, Order], progress: Told
) -> Answered:
    answers = {}
    for name, order in orders.items():
        found = []
        for done, query in enumerate(queries, start=1):
            found.append(order(query.query))
            progress(f"searching, {name}", done, len(queries))
        answers[name] = found
    return Answered(
        queries=queries,
        relevant=[frozenset(relevant_ids(engine, query.relevant)) for query in queries],
        odd=[in_odd_half(title) for title in _titles(engine, [query.case for query in queries])],
        answers=answers,
    )


def _titles(engine: SearchEngine, source_ids: Iterable[str]) -> list[str]:
    """Return the title of each case, empty where it is not indexed."""
    rows = [engine.snapshot.doc_id_of(source_id) for source_id in source_ids]
    shown = iter(engine.snapshot.display([row for row in rows if row is not None]))
    return ["" if row is None else str(next(shown)["title"]) for row in rows]


def _check_indexed(engine: SearchEngine, queries: Sequence[JudgedQuery], path: Path) -> None:
    """Raise InputError where no case that answers is indexed: the queries are about another home."""
    answering, missing = _answering(engine, queries)
    if missing == answering:
        raise InputError(
            f"none of the {answering:,} cases that answer the queries of {path} is indexed in {engine.settings.home}; "
            "name the home that holds them by IHC_SEARCH_HOME, or load them and reindex"
        )


def _answering(engine: SearchEngine, queries: Sequence[JudgedQuery]) -> tuple[int, int]:
    """Return how many cases answer the queries, and how many of these are not indexed."""
    names = {source_id for query in queries for source_id in query.relevant}
    return len(names), sum(engine.snapshot.doc_id_of(name) is None for name in names)


def _origin(engine: SearchEngine, plan: Plan, answered: Answered, base: Reranker | None) -> Origin:
    models = {"encoder": engine.first_stage.dense.encoder.digest, "weighing": engine.second_stage.weighing.digest}
    for name, reranker in (("cross-encoder", engine.second_stage.reranker), ("base", base)):
        if reranker is not None:
            models[name] = reranker.digest
    return Origin(
        command=plan.command,
        date=plan.date,
        queries_file=plan.queries.name if plan.queries else None,
        queries_sha256=sha256_of(plan.queries) if plan.queries else None,
        queries=len(answered.queries),
        cases=len({query.case for query in answered.queries}),
        not_indexed=_answering(engine, answered.queries)[1],
        generation=engine.generation,
        ranking=engine.ranking,
        models=models,
    )


def _list_readers(engine: SearchEngine, base: Reranker | None, names: Sequence[str]) -> dict[str, ListReader]:
    """Return what scores the lists: the cross-encoder in use as it is weighed and alone, the other alone."""
    readers: dict[str, ListReader] = {}
    for name in names:
        reranker = engine.second_stage.reranker if name == OURS else base
        if reranker is None:
            raise AssertionError(name)  # the orders were made before, and refuse this
        if name == OURS:
            readers[OURS_WEIGHED] = AnsweredList(engine, reranker)
        readers[name] = reading_alone(reranker)
    return readers
