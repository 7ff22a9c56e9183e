"""`ihc-search weigh`: how far to trust a trained model beside the evidence of the first stage."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NamedTuple

import numpy as np

from indexer.progress import Progress, silent
from indexer.training.cases_read import cases_read_by, digests_of
from indexer.training.chances import Answered, Reader, answered, fit_chance
from indexer.training.examples import Example, about, read_examples
from indexer.training.fitting import Judged, fit_evidence, fit_weighing
from indexer.training.made import made_examples
from indexer.training.model_folder import add_weighing, read_manifest
from indexer.training.plans import WeighPlan
from indexer.training.readings import Reading, readings_of
from indexer.training.split import LEARNED_HALF, TRAIN, Split, half_of, names_of
from search.cases import Case
from search.engine import SearchEngine
from search.errors import InputError
from search.evaluation.calibration import in_odd_half
from search.evaluation.qrels import read_foreign
from search.models.precision import uses_bfloat16
from search.reranking.cross_encoder import load_reranker
from search.reranking.weighing import Weighing
from search.settings import Settings
from search.types import Candidate, Vector


@dataclass(frozen=True, slots=True)
class Weighed:
    """What was fitted, and on what."""

    weighing: Weighing
    queries: int
    """Judged queries about train cases."""
    unread: int
    """Of them, and of those from elsewhere: read by the model, about cases that it has not seen in training."""
    left_aside: int
    """Cases that are kept for weighing and were read in training all the same, or a case of their group was."""
    is_told: bool
    """Whether the model tells which cases it has read.  Else those that are kept for weighing are taken for unread."""


def weigh_model(
    engine: SearchEngine,
    cases: Sequence[Case],
    plan: WeighPlan,
    *,
    elsewhere: Sequence[Reading] = (),
    progress: Progress = silent,
) -> Weighed:
    """Fit how evidence and the reading of a model add up, and keep it beside the model.

    The weights of the evidence are fitted on every train query and on queries that are made of train cases, that of the
    reading on judged queries about the half of the train cases that `half_of` keeps from the model's training.

    Args:
        engine: First stage over the generation that holds *cases*.
        cases: Every stored case.
        plan: The model, and what to fit on.
        elsewhere: Readings over the other stores of *plan* (`readings_in`).
        progress: Told of every step.

    Raises:
        InputError: If the inputs hold nothing to fit on, or nothing that the model has not read in training.
        ModelError: If there is no model.
    """
    loaded = _model(plan.model, engine.settings)
    train = _train_cases(cases, plan)
    judged = about(read_examples(plan.queries), train.known.values())
    if not judged:
        raise InputError(f"no query of {plan.queries} is about a train case of {plan.split} that is indexed")
    held = [example for example in judged if train.unread.issuperset(example.relevant)]
    # Read first: a file that cannot be read is no news for the end of an hour.
    asked = _asked_for_chances(plan, cases, held)
    readings = readings_of(engine, judged, progress=progress)
    # A doc_id means nothing outside its own store, so what is read elsewhere is not remembered.
    reader = _Remembering(loaded)
    unread: list[tuple[Reading, Reader]] = [
        (reading, reader) for reading in readings if train.unread.issuperset(reading.relevant)
    ]
    if not unread:
        raise InputError(
            f"no query of {plan.queries} finds a case that the model has not read in training; give more queries, or "
            "train on lists of `train-data --preset ours`, which keeps half of the train cases for weighing"
        )
    elsewhere = _not_read(elsewhere, plan.model)
    made = made_examples(cases, train.known, per_kind=plan.made, unless=judged)
    made_readings = readings_of(engine, made, step="gathering evidence, made", progress=progress)
    weights = fit_evidence([_judged(reading) for reading in [*readings, *made_readings, *elsewhere]])
    unread += [(reading, loaded) for reading in elsewhere]
    weighing = fit_weighing(weights, _read(unread, progress))
    gathered = _gathered(engine, reader if weighing.logit else None, asked, progress)
    weighing = replace(weighing, chance=fit_chance(weighing.final_scores, *gathered))
    weighed = Weighed(weighing, len(judged) + len(elsewhere), len(unread), train.left_aside, train.is_told)
    add_weighing(plan.model, weighing, {"queries": weighed.unread, "cases_unread": weighed.is_told})
    return weighed


def readings_in(
    engine: SearchEngine, cases: Sequence[Case], queries: Path, *, progress: Progress = silent
) -> list[Reading]:
    """Search another store for judged queries, so that a weighing is fitted on them as well.

    Raises:
        InputError: If none of them is about a case of that store.
    """
    examples = about(read_examples(queries), cases)
    if not examples:
        raise InputError(f"no query of {queries} is about a case that is indexed in {engine.settings.home}")
    return readings_of(engine, examples, step="gathering evidence elsewhere", progress=progress)


def _model(folder: Path, settings: Settings) -> Reader:
    read_manifest(folder)  # what has none is no model of this project
    loaded = load_reranker(str(folder.absolute()), bfloat16=uses_bfloat16(settings.precision))
    assert loaded is not None, "a path is never `none`"
    return loaded


class _TrainCases(NamedTuple):
    """The cases that may be fitted on."""

    known: Mapping[str, Case]
    """Source id -> case: all of them."""
    unread: frozenset[str]
    """Source ids of those that the model has not read in training."""
    left_aside: int
    is_told: bool


def _train_cases(cases: Sequence[Case], plan: WeighPlan) -> _TrainCases:
    """Tell which cases may be fitted on; a group is fitted on, or read in training, as a whole."""
    split = Split.read(plan.split)
    split.check_known(plan.split, cases, TRAIN)
    train, _, groups = split.apart(cases)
    read = cases_read_by(plan.model)
    known = [case for case in cases if case.source_id in groups]
    read_groups = {groups[case.source_id] for case in known if _is_among(read or frozenset(), names_of(case))}
    kept = [case.source_id for case in train if half_of(case) != LEARNED_HALF]
    unread = frozenset(source_id for source_id in kept if groups[source_id] not in read_groups)
    return _TrainCases({case.source_id: case for case in train}, unread, len(kept) - len(unread), read is not None)


def _is_among(read: frozenset[str], names: Sequence[str]) -> bool:
    return not read.isdisjoint(digests_of(names))


def _not_read(readings: Sequence[Reading], folder: Path) -> list[Reading]:
    """Leave out what is about a case that the model in *folder* has read, as far as it tells."""
    read = cases_read_by(folder) or frozenset()
    return [reading for reading in readings if not _is_among(read, reading.relevant)]


@dataclass(frozen=True, slots=True)
class _Remembering:
    """Reads no candidate of a query twice: order and chances are fitted on much the same ones."""

    reader: Reader
    read: dict[tuple[str, int], float] = field(default_factory=dict)

    def score(self, query: str, candidates: Sequence[Candidate]) -> Vector:
        new = [candidate for candidate in candidates if (query, candidate.doc_id) not in self.read]
        for candidate, logit in zip(new, self.reader.score(query, new) if new else (), strict=True):
            self.read[query, candidate.doc_id] = float(logit)
        return np.array([self.read[query, candidate.doc_id] for candidate in candidates], dtype=np.float32)


def _read(unread: Sequence[tuple[Reading, Reader]], progress: Progress) -> list[Judged]:
    """Let each reader read what was found, so that its logits can be weighed."""
    read = []
    for done, (reading, reader) in enumerate(unread):
        progress("reading", done, len(unread))
        read.append(_judged(reading)._replace(logits=reader.score(reading.query, reading.candidates)))
    progress("reading", len(unread), len(unread))
    return read


def _asked_for_chances(
    plan: WeighPlan, cases: Sequence[Case], taught: Sequence[Example]
) -> dict[str, Sequence[Example]]:
    """Return the three sets of queries that `fit_chance` asks for, in its order, each under the name of its step."""
    titles = {name: case.title for case in cases for name in names_of(case)}
    outside = read_examples(plan.calibrate) if plan.calibrate else []
    return {
        "chances": taught,
        "chances, foreign": [Example(query, ()) for path in plan.foreign for query in read_foreign(path)],
        "calibrating": [example for example in outside if in_odd_half(titles.get(example.relevant[0], ""))],
    }


def _gathered(
    engine: SearchEngine, reader: Reader | None, asked: Mapping[str, Sequence[Example]], progress: Progress
) -> list[list[Answered]]:
    return [answered(engine, reader, examples, step=step, progress=progress) for step, examples in asked.items()]


def _judged(reading: Reading) -> Judged:
    return Judged(reading.evidence, np.array(reading.labels, dtype=np.float32), case=reading.relevant[0])
