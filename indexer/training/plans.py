"""Plans: what each command of training is asked for, as one value.

The command line makes them, with its options under the names of the fields, so nothing heavy is imported here.  Files
are named, and read where they are needed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from indexer.training.recipes import OURS, Recipe

MADE_PER_KIND = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class DataPlan:
    """Which judged lists to make of stored cases."""

    preset: str
    """Of `indexer.training.presets`."""
    split: Path
    """Source id -> part of each case; test cases are asked for nowhere."""
    out: Path
    """Folder to write; must not exist."""
    judged: Sequence[Path] = ()
    """Judged queries; those that one case answers which trains are asked in training as well.  Not for
    split pairs, where no query is asked in training alone."""
    queries_max: int | None = None
    """Queries of one part at most; None for the preset's own number."""
    seed: int = 42
    split_pairs: bool = False
    """Split pairs at random, as the card did, rather than cases: for showing what that leaks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WeakPlan:
    """Which queries to make out of judgments."""

    out: Path
    """File to write, gzipped where its name ends in ``.gz``; must not exist, but its folder must."""
    judged: Sequence[Path] = ()
    """Judged queries, asked as well as far as their cases are not left out."""
    leave_out: Sequence[Path] = ()
    """Judged queries that one measures or fits on: the cases that answer them teach nothing, be it as a near miss, nor
    does a case with the same judgment."""
    queries_max: int = 10_000
    """Weak queries at most; with 0 the judged ones alone are asked."""
    seed: int = 42
    """Draws the sentences and the near misses."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainPlan:
    """What a cross-encoder is made of."""

    lists: Sequence[Path]
    """Of judged lists; those of another part than train are left aside."""
    out: Path
    """Folder to write; must not exist."""
    recipe: Recipe = OURS
    base: str = ""
    """Model to start from: empty for the packaged body, a folder of this command's, or a folder or name of a BERT that
    sentence-transformers takes."""
    resume: bool = False
    """Whether to go on from the last checkpoint of a run on the same lists, by the same recipe, from the same base."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WeighPlan:
    """What a weighing is fitted on."""

    model: Path
    """Folder of a trained model; the weighing is kept beside it."""
    queries: Path
    """Judged queries; those about other than train cases are left aside."""
    split: Path
    """Source id -> part."""
    elsewhere: Sequence[tuple[Path, Path]] = ()
    """Other homes, each with judged queries about its cases; those that the model tells it has read are left out."""
    foreign: Sequence[Path] = ()
    """Queries that the records cannot answer: they teach when to say that there is no good match."""
    calibrate: Path | None = None
    """Judged queries outside training; those about the odd half of the titles calibrate chances."""
    made: int = MADE_PER_KIND
    """Queries of each kind that lawyers type to make about train cases, on which the order is fitted as well."""
