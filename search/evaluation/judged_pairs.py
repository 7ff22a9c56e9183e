"""Judged pairs: a reranker alone, on lists of candidates that were written down, by sentence-transformers' evaluators.

Two questions.  As a classifier: can one threshold over all pairs tell the case asked for from the others?  That is
the table of the model card this project implements.  As a reranker: is the right case above its own neighbours?
That is what a search needs, and a list whose case the first stage missed counts as 0 there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

import numpy as np

from search.errors import ExtraMissing, InputError
from search.evaluation.lists import JudgedList
from search.evaluation.measures import Figures
from search.evaluation.qrels import ALL
from search.evaluation.significance import LEVEL, SEED, Estimate, rate_of, resamples
from search.reranking.pairs import query_text
from search.retrieval.encoder import Counted
from search.types import Candidate, Reranker, Vector

AP_ROUNDS = 500
"""Average precision is no mean over queries: each round sorts all pairs anew."""

CARD: Mapping[str, float] = {
    "accuracy": 0.9984,
    "accuracy_threshold": 2.5698,
    "f1": 0.9231,
    "precision": 1.0,
    "recall": 0.8571,
    "average_precision": 0.9523,
}
"""What the model card reports, on 5,688 pairs with 63 positives whose queries and cases were also trained on."""
CARD_MAJORITY = 0.9889

ListReader = Callable[[JudgedList], Vector]
"""Gives one score per candidate of a list; scores compare across lists."""


def reading_alone(reranker: Reranker) -> ListReader:
    """Return how *reranker* scores a list by itself: a logit per candidate, of the text that the list holds."""

    def read(judged: JudgedList) -> Vector:
        return reranker.score(judged.query, [_candidate(candidate.text) for candidate in judged.candidates])

    return read


@dataclass(frozen=True, slots=True)
class KindFigures:
    """The pairs of one kind of query."""

    kind: str
    lists: int
    pairs: int
    positives: int
    average_precision: Estimate | None
    """With an interval that resamples cases; None without a positive pair."""


@dataclass(frozen=True, slots=True)
class PairFigures:
    """What one model made of the lists."""

    model: str
    card: Mapping[str, float]
    """The figures of the model card's table, under its names."""
    rates: Mapping[str, Estimate]
    """Accuracy, precision and recall with Wilson intervals, at the thresholds of the table."""
    reranking: Mapping[str, float]
    """nDCG@10, MRR@10 and MAP, and under ``base_*`` those of the order in the file."""
    kinds: tuple[KindFigures, ...]
    """The last is of all kinds."""
    scores: tuple[float, ...]
    """Of every pair, in the order of the file."""


@dataclass(frozen=True, slots=True)
class PairSet:
    """The pairs of a file of lists, one row each."""

    texts: tuple[tuple[str, str], ...]
    labels: tuple[int, ...]
    kinds: tuple[str, ...]
    cases: tuple[str, ...]
    """What the query is about: intervals resample it."""
    lists: tuple[JudgedList, ...]

    @property
    def positives(self) -> int:
        """How many pairs are of a query and a case that answers it."""
        return sum(self.labels)

    @property
    def majority(self) -> float:
        """The accuracy of one who always gives the more frequent answer."""
        return max(self.positives, len(self.labels) - self.positives) / len(self.labels)


def pair_set(lists: Sequence[JudgedList]) -> PairSet:
    """Lay the candidates of *lists* out as pairs.

    Raises:
        InputError: If there is no right pair, or no wrong one: nothing can be told apart then.
    """
    rows = [(judged, candidate) for judged in lists for candidate in judged.candidates]
    found = {candidate.label for _, candidate in rows}
    if found != {0, 1}:
        raise InputError(f"the lists hold labels {sorted(found)}; expected some pairs with 1 and some with 0")
    return PairSet(
        texts=tuple((query_text(judged.query), candidate.text) for judged, candidate in rows),
        labels=tuple(candidate.label for _, candidate in rows),
        kinds=tuple(judged.kind for judged, _ in rows),
        cases=tuple(_about(judged) for judged, _ in rows),
        lists=tuple(lists),
    )


def scores_of(read: ListReader, pairs: PairSet, *, progress: Counted) -> tuple[float, ...]:
    """Let *read* score every pair once, list by list."""
    scores: list[float] = []
    for done, judged in enumerate(pairs.lists, start=1):
        if judged.candidates:
            scores += map(float, read(judged))
        progress(done, len(pairs.lists))
    return tuple(scores)


def pair_figures(
    name: str, pairs: PairSet, scores: Sequence[float], together: Mapping[str, Sequence[str]] = MappingProxyType({})
) -> PairFigures:
    """Measure the *scores* that *name* gave to *pairs*, by kind of query and for the kinds in *together*."""
    known = _Known(dict(zip(pairs.texts, scores, strict=True)))
    card = _classified(known, pairs)
    kinds = sorted(set(pairs.kinds))
    rows = {kind: [row for row, of in enumerate(pairs.kinds) if of == kind] for kind in kinds}
    for group, members in together.items():
        rows[group] = [row for row, of in enumerate(pairs.kinds) if of in members]
    rows[ALL] = list(range(len(pairs.labels)))
    return PairFigures(
        model=name,
        card=card,
        rates=_rates(card, pairs, np.asarray(scores)),
        reranking=_reranked(known, pairs.lists),
        kinds=tuple(_kind_figures(kind, together.get(kind), chosen, pairs, scores) for kind, chosen in rows.items()),
        scores=tuple(scores),
    )


@dataclass(frozen=True, slots=True)
class _Known:
    """Scores that were given already, as the evaluators ask for them."""

    scores: Mapping[tuple[str, str], float]
    num_labels: int = 1

    @property
    def model_card_data(self) -> _Known:
        """Where the evaluators leave what they found: nobody keeps it here."""
        return self

    def set_evaluation_metrics(self, *_arguments: Any, **_options: Any) -> None:
        """Keep nothing."""

    def predict(self, sentences: Sequence[Sequence[str]], **_options: Any) -> Figures:
        """Return the known score of each pair."""
        return np.array([self.scores[query, text] for query, text in sentences])


def _classified(known: _Known, pairs: PairSet) -> dict[str, float]:
    from sentence_transformers.cross_encoder.evaluation import CrossEncoderClassificationEvaluator

    evaluator = CrossEncoderClassificationEvaluator(
        [list(pair) for pair in pairs.texts], list(pairs.labels), show_progress_bar=False, write_csv=False
    )
    model: Any = known
    return {name: float(value) for name, value in evaluator(model).items()}


def _reranked(known: _Known, lists: Sequence[JudgedList]) -> dict[str, float]:
    from sentence_transformers.cross_encoder.evaluation import CrossEncoderRerankingEvaluator

    samples: Any = [
        {
            "query": query_text(judged.query),
            "positive": [candidate.text for candidate in judged.candidates if candidate.label],
            # A list without candidates is one whose case was missed.
            "documents": [candidate.text for candidate in judged.candidates] or [""],
        }
        for judged in lists
    ]
    evaluator = CrossEncoderRerankingEvaluator(samples, at_k=10, always_rerank_positives=False, write_csv=False)
    model: Any = known
    return {name: float(value) for name, value in evaluator(model).items()}


def _rates(card: Mapping[str, float], pairs: PairSet, scores: Figures) -> dict[str, Estimate]:
    """Return the counts behind the rates of *card*, with what chance leaves of them."""
    total, positives = len(pairs.labels), pairs.positives
    found = round(card["recall"] * positives)
    claimed = round(found / card["precision"]) if card["precision"] else int((scores >= card["f1_threshold"]).sum())
    return {
        "accuracy": rate_of(round(card["accuracy"] * total), total),
        "precision": rate_of(found, claimed),
        "recall": rate_of(found, positives),
        "majority": rate_of(round(pairs.majority * total), total),
    }


def _kind_figures(
    kind: str, members: Sequence[str] | None, rows: Sequence[int], pairs: PairSet, scores: Sequence[float]
) -> KindFigures:
    labels = np.array([pairs.labels[row] for row in rows])
    estimate = None
    if labels.any():
        estimate = average_precision(
            labels, np.array([scores[row] for row in rows]), [pairs.cases[row] for row in rows]
        )
    lists = sum(kind == ALL or judged.kind in (members or (kind,)) for judged in pairs.lists)
    return KindFigures(kind, lists, len(rows), int(labels.sum()), estimate)


def average_precision(labels: Figures, scores: Figures, cases: Sequence[str]) -> Estimate:
    """Return the average precision over all pairs, with a bootstrap interval that resamples cases.

    Raises:
        ExtraMissing: If scikit-learn is not installed.
    """
    value, drawn = _average_precisions(labels, scores, cases)
    return _estimate(value, drawn)


def gain_in_average_precision(pairs: PairSet, ours: Sequence[float], theirs: Sequence[float]) -> Estimate:
    """Return what *ours* gains over *theirs* in average precision over the same pairs, cases resampled."""
    labels = np.array(pairs.labels)
    value, drawn = _average_precisions(labels, np.asarray(ours), pairs.cases)
    other, other_drawn = _average_precisions(labels, np.asarray(theirs), pairs.cases)
    return _estimate(value - other, drawn - other_drawn)


def sklearn_metrics() -> Any:
    """Return the metrics of scikit-learn.

    Raises:
        ExtraMissing: If it is not installed.
    """
    try:
        import sklearn.metrics
    except ImportError as error:
        raise ExtraMissing("scikit-learn", "evaluate") from error
    return sklearn.metrics


def _average_precisions(labels: Figures, scores: Figures, cases: Sequence[str]) -> tuple[float, Figures]:
    """Return the average precision, and that of every resample: the same resamples for the same cases."""
    average_precision_score = sklearn_metrics().average_precision_score
    names, rows = np.unique(np.asarray(cases), return_inverse=True)
    drawn = (weights for block in resamples(len(names), AP_ROUNDS, SEED) for weights in block[:, rows])
    values = [
        average_precision_score(labels, scores, sample_weight=weights) for weights in drawn if weights @ labels > 0
    ]
    return float(average_precision_score(labels, scores)), np.array(values)


def _estimate(value: float, drawn: Figures) -> Estimate:
    tail = (1 - LEVEL) / 2
    low, high = np.quantile(drawn, [tail, 1 - tail])
    return Estimate(value, float(low), float(high))


def _about(judged: JudgedList) -> str:
    return judged.relevant[0] if judged.relevant else judged.query


def _candidate(text: str) -> Candidate:
    nothing = np.zeros(0, dtype=np.uint16)
    return Candidate(doc_id=-1, head=nothing, passage=nothing, tail=nothing, text=text)
