"""`ihc-search audit-data`: what a pair file holds, and whether its two sides may be called held-out.

A side is held out where nothing that decides it was read on the other: not its queries, not the cases that answer
them, not their titles, and no text that is nearly theirs.  A *wrong* answer of the measured side may have been read in
training: an engine finds train cases among its candidates, and nothing about the right answer follows from them.  It
is counted and told, and is no leak.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, NamedTuple

from indexer.progress import Progress, silent
from indexer.training.blanks import query_key
from indexer.training.likeness import near_duplicates
from indexer.training.pair_files import Pair, read_pairs, title_in
from indexer.training.spellings import title_key
from indexer.training.split import TRAIN
from search.errors import InputError
from search.evaluation.significance import rate_of
from search.text.amounts import amount

TRAINED, MEASURED = "trained", "measured"
"""The two sides; every part but "train" is measured on."""


class Rate(NamedTuple):
    """A share with its Wilson interval at 95 %."""

    hits: int
    of: int
    share: float
    low: float
    high: float

    @classmethod
    def of_counts(cls, hits: int, of: int) -> Rate:
        """Return *hits* of *of* as a rate; of nothing, anything from 0 to 1."""
        found = rate_of(hits, of)
        return cls(hits, of, found.value, found.low, found.high)


class SideFigures(NamedTuple):
    """What one side holds."""

    name: str
    pairs: int
    positives: Rate
    queries: int
    cases: int
    majority_label: int
    majority_accuracy: Rate
    """Of answering that label always."""
    scored: int
    """Pairs with a score."""
    precision: Rate | None = None
    recall: Rate | None = None
    """Both at the threshold, where every pair has a score."""


class Overlap(NamedTuple):
    """How much of the measured side stands on the trained one as well."""

    name: str
    rate: Rate
    leaks: bool
    """Whether any of it is a leak."""


@dataclass(frozen=True, slots=True)
class Audit:
    """What was found."""

    sides: tuple[SideFigures, ...]
    overlaps: tuple[Overlap, ...]
    """Empty where there is one side alone."""
    held_out: bool
    verdict: str
    """What may be said of the measured side, in one line."""
    rates: tuple[Rate, ...] = ()
    """Other figures that were asked for."""


def audit_files(
    paths: Sequence[Path], *, threshold: float = 0.5, rates: Sequence[tuple[int, int]] = (), progress: Progress = silent
) -> Audit:
    """Audit one file whose pairs name their part, or two files: the trained side first.

    Args:
        paths: One or two.
        threshold: Score from which a pair counts as found.
        rates: Hits, and of how many: other figures that want an interval.
        progress: Told of each step.

    Raises:
        InputError: If a file is no pair file, or one file by itself names the part of some of its pairs alone.
    """
    files: list[list[Pair]] = []
    for place, path in enumerate(paths):
        progress("reading pairs", place, len(paths))
        files.append(read_pairs(path))
    progress("reading pairs", len(paths), len(paths))
    sides = list(zip((TRAINED, MEASURED), files, strict=True)) if len(files) > 1 else _sides_of(paths[0], files[0])
    found = audit(sides, threshold=threshold, progress=progress)
    return replace(found, rates=tuple(Rate.of_counts(hits, of) for hits, of in rates))


def as_plain(found: Audit) -> dict[str, Any]:
    """Return *found* as plain objects, every rate with its names."""
    return {
        "sides": [_named(side) for side in found.sides],
        "overlaps": [_named(overlap) for overlap in found.overlaps],
        "rates": [_named(rate) for rate in found.rates],
        "held_out": found.held_out,
        "verdict": found.verdict,
    }


def _named(value: Rate | SideFigures | Overlap) -> dict[str, Any]:
    return {name: _named(part) if isinstance(part, Rate) else part for name, part in value._asdict().items()}


def _sides_of(path: Path, pairs: Sequence[Pair]) -> list[tuple[str, Sequence[Pair]]]:
    """Return the sides of one file by the parts of its pairs; a single one where it names none, or one alone."""
    nameless = sum(not pair.part for pair in pairs)
    if nameless == len(pairs):
        return [("all", pairs)]
    if nameless:
        raise InputError(f"{path}: {nameless:,} of {len(pairs):,} pairs name no part; name that of every pair, or none")
    trained = [pair for pair in pairs if pair.part == TRAIN]
    measured = [pair for pair in pairs if pair.part != TRAIN]
    return [(name, side) for name, side in ((TRAINED, trained), (MEASURED, measured)) if side]


def audit(sides: Sequence[tuple[str, Sequence[Pair]]], *, threshold: float = 0.5, progress: Progress = silent) -> Audit:
    """Audit the named *sides*, the trained one first."""
    figures = tuple(_figures(name, pairs, threshold) for name, pairs in sides)
    if len(sides) < 2:
        return Audit(figures, (), False, "not held-out: there is one side alone; name the file it was trained on first")
    (_, trained), (_, measured) = sides
    overlaps = tuple(_overlaps(trained, measured, progress))
    reasons = [f"{overlap.rate.hits:,} of {overlap.rate.of:,} {overlap.name}" for overlap in overlaps if overlap.leaks]
    asked = amount(figures[1].queries, "query", "queries")
    answers = len({pair.case for pair in measured if pair.label})
    told_of = f"{asked} about {amount(answers, 'case that answers', 'cases that answer')}"
    verdict = f"not held-out: {'; '.join(reasons)}" if reasons else f"held-out: yes ({told_of})"
    return Audit(figures, overlaps, not reasons, verdict)


def _figures(name: str, pairs: Sequence[Pair], threshold: float) -> SideFigures:
    positives = sum(pair.label for pair in pairs)
    majority = int(positives * 2 > len(pairs))
    scored = sum(pair.score is not None for pair in pairs)
    precision, recall = _found(pairs, threshold) if scored == len(pairs) else (None, None)
    return SideFigures(
        name=name,
        pairs=len(pairs),
        positives=Rate.of_counts(positives, len(pairs)),
        queries=len({pair.query for pair in pairs}),
        cases=len({pair.case for pair in pairs}),
        majority_label=majority,
        majority_accuracy=Rate.of_counts(positives if majority else len(pairs) - positives, len(pairs)),
        scored=scored,
        precision=precision,
        recall=recall,
    )


def _found(pairs: Iterable[Pair], threshold: float) -> tuple[Rate, Rate]:
    told = [(pair.label, pair.score is not None and pair.score >= threshold) for pair in pairs]
    hits = sum(1 for label, found in told if label and found)
    return (
        Rate.of_counts(hits, sum(found for _, found in told)),
        Rate.of_counts(hits, sum(label for label, _ in told)),
    )


def _overlaps(trained: Sequence[Pair], measured: Sequence[Pair], progress: Progress) -> Iterator[Overlap]:
    """Compare the measured side with the trained one: distinct values, never pairs with pairs."""
    answers = [pair for pair in measured if pair.label]
    read, right = {pair.case for pair in trained}, {pair.case for pair in answers}
    every, titles = {pair.case for pair in measured}, _titles(trained)
    like = _like_trained(trained, measured, progress)
    yield _overlap("queries were asked in training", _asked(measured), _asked(trained))
    yield _overlap("cases that answer were read in training", right, read)
    yield _overlap("cases that answer were an answer in training", right, {pair.case for pair in trained if pair.label})
    yield _overlap("titles of cases that answer were read in training", _titles(answers), titles)
    yield _overlap("texts of answers have a near duplicate in training", {pair.text for pair in answers}, like)
    yield _overlap("cases were read in training", every, read, harmless=True)
    yield _overlap("cases that never answer were read in training", every - right, read, harmless=True)
    yield _overlap("titles were read in training", _titles(measured), titles, harmless=True)
    yield _overlap("texts have a near duplicate in training", {pair.text for pair in measured}, like, harmless=True)


def _overlap(name: str, mine: set[str], theirs: set[str], *, harmless: bool = False) -> Overlap:
    rate = Rate.of_counts(len(mine & theirs), len(mine))
    return Overlap(name, rate, rate.hits > 0 and not harmless)


def _titles(pairs: Iterable[Pair]) -> set[str]:
    return {title_key(title_in(text)) for text in {pair.text for pair in pairs}} - {""}


def _asked(pairs: Iterable[Pair]) -> set[str]:
    return {query_key(query) for query in {pair.query for pair in pairs}}


def _like_trained(trained: Iterable[Pair], measured: Iterable[Pair], progress: Progress) -> set[str]:
    """Return the measured texts that have a near duplicate among the trained ones."""
    texts, others = sorted({pair.text for pair in measured}), sorted({pair.text for pair in trained})
    found = near_duplicates(texts, others, progress=progress)
    return {text for text, near in zip(texts, found, strict=True) if near}
