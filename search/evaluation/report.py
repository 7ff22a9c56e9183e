"""The report of an evaluation, as a value: what was measured, on what, of which models.

Everything is computed here from what the variants answered; `markdown` and `plots` only show it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

import numpy as np

from search.evaluation.calibration import Calibration, calibration_of
from search.evaluation.judged_pairs import PairFigures
from search.evaluation.measures import BY_DEPTH, MEASURES, PRECISION, RECALL, Figures, figures_of
from search.evaluation.qrels import ALL, JudgedQuery
from search.evaluation.significance import Difference, Estimate, difference_of, mean_of
from search.evaluation.variants import Answer

COMPARED = (("ours", "weighed"), ("ours", "base"), ("ours", "bm25"), ("weighed", "bm25"), ("fused", "bm25"))
"""Which variants are set against each other: the first is hoped to be the better one."""
GAINED = ("nDCG@10", "MRR@10", "R@50")
HALVES = (ALL, "even", "odd")
"""Of the cases, by title; what was fitted on the odd half of dev is measured on the even one."""


@dataclass(frozen=True, slots=True)
class Origin:
    """What a report is of, so that it can be made again."""

    command: str
    date: str
    """ISO 8601."""
    queries_file: str | None
    """None where judged lists alone were measured."""
    queries_sha256: str | None
    queries: int
    cases: int
    """That the queries are about."""
    not_indexed: int
    """Relevant cases that the generation does not hold: they count as not found."""
    generation: str
    ranking: str
    models: Mapping[str, str]
    """What each model is for -> its digest."""


@dataclass(frozen=True, slots=True)
class Row:
    """One group of queries under one variant."""

    kind: str
    queries: int
    cases: int
    figures: Mapping[str, Estimate]
    """Measure -> mean over the queries."""


@dataclass(frozen=True, slots=True)
class VariantFigures:
    """How one variant did."""

    name: str
    rows: tuple[Row, ...]
    by_depth: Mapping[str, float]
    """nDCG at each depth, over all queries."""
    precision: Mapping[str, float]
    recall: Mapping[str, float]
    """Both at each depth, over all queries.  Where most queries have one right case, precision at a level of recall
    is the same at every level; by depth the two are traded for each other."""


@dataclass(frozen=True, slots=True)
class Gain:
    """What one variant gains over another on one group of queries."""

    ours: str
    theirs: str
    kind: str
    measures: Mapping[str, Difference]


@dataclass(frozen=True, slots=True)
class PairsReport:
    """The part on judged lists."""

    file: str
    sha256: str
    lists: int
    pairs: int
    positives: int
    majority: float
    models: tuple[PairFigures, ...]
    labels: tuple[int, ...]
    over: str
    """The model that the others are compared to."""
    gains: Mapping[str, Estimate]
    """Model -> what it gains in average precision over that one."""


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that an evaluation found."""

    origin: Origin
    variants: tuple[VariantFigures, ...]
    """Empty where no queries were asked."""
    gains: tuple[Gain, ...]
    calibration: Mapping[str, Calibration]
    """Half of the cases -> the calibration of the variant ``ours`` there."""
    pairs: PairsReport | None = None


@dataclass(frozen=True, slots=True)
class Answered:
    """What the variants made of the queries."""

    queries: Sequence[JudgedQuery]
    relevant: Sequence[frozenset[str]]
    """Ids of the cases that answer each query."""
    odd: Sequence[bool]
    """Whether the case of each query is of the odd half."""
    answers: Mapping[str, Sequence[Answer]]
    """Variant -> an answer per query."""


def variant_figures(answered: Answered, groups: Mapping[str, Sequence[int]]) -> tuple[VariantFigures, ...]:
    """Measure every variant on every group (kind -> rows of its queries)."""
    return tuple(_variant(name, answered, groups) for name in answered.answers)


def gains_between(answered: Answered, groups: Mapping[str, Sequence[int]]) -> tuple[Gain, ...]:
    """Set the variants of `COMPARED` against each other on every group."""
    figures = {name: _figures(name, answered, GAINED) for name in answered.answers}
    pairs = [(ours, theirs) for ours, theirs in COMPARED if ours in figures and theirs in figures]
    cases = [query.case for query in answered.queries]
    return tuple(
        Gain(ours, theirs, kind, _differences(figures[ours][rows], figures[theirs][rows], [cases[row] for row in rows]))
        for ours, theirs in pairs
        for kind, rows in groups.items()
    )


def calibrations(answered: Answered, variant: str) -> dict[str, Calibration]:
    """Compare what *variant* says of its first results with what was right, over all cases and each half."""
    found = {half: calibration_of(*_told(answered, variant, half)) for half in HALVES}
    return {half: calibration for half, calibration in found.items() if calibration is not None}


def as_json(report: Report) -> str:
    """Return *report* as JSON, without the scores of single pairs."""
    kept = asdict(report)
    if kept["pairs"] is not None:
        del kept["pairs"]["labels"]
        for model in kept["pairs"]["models"]:
            del model["scores"]
    return json.dumps(kept, ensure_ascii=False, indent=1) + "\n"


def _variant(name: str, answered: Answered, groups: Mapping[str, Sequence[int]]) -> VariantFigures:
    figures = _figures(name, answered, (*MEASURES, *BY_DEPTH, *PRECISION, *RECALL))
    cases = [query.case for query in answered.queries]
    means = figures.mean(axis=0)
    depths, precisions, recalls = np.split(means[len(MEASURES) :], 3)
    return VariantFigures(
        name=name,
        rows=tuple(_row(kind, figures[rows], [cases[row] for row in rows]) for kind, rows in groups.items()),
        by_depth=dict(zip(BY_DEPTH, map(float, depths), strict=True)),
        precision=dict(zip(PRECISION, map(float, precisions), strict=True)),
        recall=dict(zip(RECALL, map(float, recalls), strict=True)),
    )


def _figures(name: str, answered: Answered, measures: Sequence[str]) -> Figures:
    return figures_of([answer.ranked for answer in answered.answers[name]], answered.relevant, measures)


def _row(kind: str, figures: Figures, cases: Sequence[str]) -> Row:
    means = mean_of(figures[:, : len(MEASURES)], cases)
    return Row(kind, len(figures), len(set(cases)), dict(zip(MEASURES, means, strict=True)))


def _differences(ours: Figures, theirs: Figures, cases: Sequence[str]) -> dict[str, Difference]:
    return dict(zip(GAINED, difference_of(ours, theirs, cases), strict=True))


def _told(answered: Answered, variant: str, half: str) -> tuple[list[float], list[int]]:
    probabilities, labels = [], []
    told = zip(answered.answers[variant], answered.relevant, answered.odd, strict=True)
    for answer, relevant, odd in told:
        if half in (ALL, "odd" if odd else "even"):
            probabilities += [chance for _, chance in answer.chances]
            labels += [int(case in relevant) for case, _ in answer.chances]
    return probabilities, labels
