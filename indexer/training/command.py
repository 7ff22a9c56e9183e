"""`ihc-search train` and `ihc-search weigh`: judged lists to a model, and how far to trust it."""

from __future__ import annotations

import math
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np

from indexer.progress import Progress, silent
from indexer.training.chances import Reader, answered, fit_chance
from indexer.training.examples import Example, about, read_examples
from indexer.training.fitting import Judged, fit_fused, fit_weighing
from indexer.training.lists import JudgedList, read_lists
from indexer.training.made import made_examples
from indexer.training.model_folder import add_weighing, export_model, new_folder, read_manifest, write_model
from indexer.training.negatives import Reading, readings_of
from indexer.training.plans import TrainPlan, WeighPlan
from indexer.training.split import LEARNED_HALF, Split, half_of
from indexer.training.trainer import fine_tune
from search.cases import Case
from search.engine import SearchEngine
from search.errors import InputError
from search.evaluation.calibration import in_odd_half
from search.models.precision import uses_bfloat16
from search.reranking.cross_encoder import MANIFEST_NAME, WEIGHTS_NAME, load_reranker
from search.reranking.weighing import Weighing
from search.retrieval.encoder import PACKAGED_NAME, packaged_folder
from search.settings import Settings
from search.snapshot.manifest import sha256_of
from search.types import Candidate, Reranker, Vector

_HANDED_ON = ("base", "recipe", "lists", "queries", "pairs", "positives", "losses", "trained")
"""What the manifest of a model says of the one that it was trained from."""


@dataclass(frozen=True, slots=True)
class Trained:
    """What a training run made."""

    folder: Path
    lists: int
    pairs: int
    positives: int
    losses: tuple[float, ...]


def train_model(plan: TrainPlan, *, checkpoints: Path, progress: Progress = silent) -> Trained:
    """Fine-tune a cross-encoder on judged lists and write it.

    Args:
        plan: On what, how, and to where.
        checkpoints: Folder of the checkpoints.
        progress: Told of every step.

    Raises:
        InputError: If the inputs hold nothing to learn from, or the folder to write is not empty.
        ModelError: If the base cannot be loaded.
    """
    new_folder(plan.out)
    lists = [judged for path in plan.lists for judged in read_lists(path) if judged.part == "train"]
    with _plain(plan.base) as base:
        model, losses = fine_tune(
            lists, plan.recipe, base=base, checkpoints=checkpoints, resume=plan.resume, progress=progress
        )
    if not all(map(math.isfinite, losses)):
        raise InputError("the loss is no number any more, so nothing is written; train with a lower --learning-rate")
    labels = [candidate.label for judged in lists for candidate in judged.candidates]
    told = {
        "base": _told_of(plan.base),
        "recipe": asdict(plan.recipe),
        "lists": {path.name: sha256_of(path) for path in plan.lists},
        "queries": _by_kind(lists),
        "pairs": len(labels),
        "positives": sum(labels),
        "losses": losses,
    }
    write_model(plan.out, model, told)
    return Trained(plan.out, len(lists), len(labels), sum(labels), tuple(losses))


def weigh_model(
    engine: SearchEngine,
    cases: Sequence[Case],
    plan: WeighPlan,
    *,
    elsewhere: Sequence[Reading] = (),
    progress: Progress = silent,
) -> Weighing:
    """Fit how evidence and the reading of a model add up, and keep it beside the model.

    The first stage's weights are fitted on every train query and on queries that are made of train cases, those beside
    the model on judged queries about the half of the train cases that `half_of` keeps from its training.

    Args:
        engine: First stage over the generation that holds *cases*.
        cases: Every stored case.
        plan: The model, and what to fit on.
        elsewhere: Readings over the other stores of *plan* (`readings_in`).
        progress: Told of every step.

    Raises:
        InputError: If the inputs hold nothing to fit on.
        ModelError: If there is no model.
    """
    loaded = _model(plan.model, engine.settings)
    reranker = _Remembering(loaded)
    known = {case.source_id: case for case in Split.read(plan.split).training_cases(cases)}
    judged = about(read_examples(plan.queries), known)
    if not judged:
        raise InputError(f"no query of {plan.queries} is about a train case of {plan.split} that is indexed")
    held = {case_id for case_id, case in known.items() if half_of(case) != LEARNED_HALF}
    # Read first: a file that cannot be read is no news for the end of an hour.
    asked = _asked_for_chances(plan, cases, [example for example in judged if example.relevant[0] in held])
    readings = list(_counted(engine, judged, known, step="gathering evidence", progress=progress))
    if not any(reading.relevant[0] in held for reading in readings) and not elsewhere:
        raise InputError(
            f"no query of {plan.queries} has a case that is kept for weighing among its candidates; give more queries"
        )
    made = made_examples(cases, known, per_kind=plan.made, unless=judged)
    made_readings = list(_counted(engine, made, known, step="gathering evidence, made", progress=progress))
    fused = fit_fused([_judged(reading) for reading in [*readings, *made_readings, *elsewhere]])
    # A doc_id means nothing outside its own store, so what is read elsewhere is not remembered.
    unseen: list[tuple[Reading, Reader]] = [(reading, reranker) for reading in readings if reading.relevant[0] in held]
    weighing = fit_weighing(fused, _read([*unseen, *((reading, loaded) for reading in elsewhere)], progress))
    gathered = [
        answered(engine, reranker if weighing.logit else None, examples, step=step, progress=progress)
        for step, examples in asked.items()
    ]
    weighing = replace(weighing, chance=fit_chance(weighing.final_scores, *gathered))
    add_weighing(plan.model, weighing)
    return weighing


def readings_in(
    engine: SearchEngine, cases: Sequence[Case], queries: Path, *, progress: Progress = silent
) -> list[Reading]:
    """Search another store for judged queries, so that a weighing is fitted on them as well.

    Raises:
        InputError: If none of them is about a case of that store.
    """
    known = {source_id: case for case in cases for source_id in case.source_ids}
    examples = about(read_examples(queries), known)
    if not examples:
        raise InputError(f"no query of {queries} is about a case that is indexed in {engine.settings.home}")
    return list(_counted(engine, examples, known, step="gathering evidence elsewhere", progress=progress))


def _model(folder: Path, settings: Settings) -> Reranker:
    if not (folder / MANIFEST_NAME).is_file():
        raise InputError(f"{folder} holds no model with a {MANIFEST_NAME}; train one with `ihc-search train`")
    loaded = load_reranker(str(folder), bfloat16=uses_bfloat16(settings.precision))
    if loaded is None:
        raise AssertionError(folder)
    return loaded


@dataclass(frozen=True, slots=True)
class _Remembering:
    """Reads no candidate of a query twice: order and chances are fitted on much the same ones."""

    reranker: Reranker
    read: dict[tuple[str, int], float] = field(default_factory=dict)

    def score(self, query: str, candidates: Sequence[Candidate]) -> Vector:
        new = [candidate for candidate in candidates if (query, candidate.doc_id) not in self.read]
        for candidate, logit in zip(new, self.reranker.score(query, new) if new else (), strict=True):
            self.read[query, candidate.doc_id] = float(logit)
        return np.array([self.read[query, candidate.doc_id] for candidate in candidates], dtype=np.float32)


def _read(unseen: Sequence[tuple[Reading, Reader]], progress: Progress) -> list[Judged]:
    """Let each reader read what was found, so that its logits can be weighed."""
    read = []
    for done, (reading, reader) in enumerate(unseen):
        progress("reading", done, len(unseen))
        read.append(_judged(reading)._replace(logits=reader.score(reading.query, reading.candidates)))
    progress("reading", len(unseen), len(unseen))
    return read


def _asked_for_chances(
    plan: WeighPlan, cases: Sequence[Case], taught: Sequence[Example]
) -> dict[str, Sequence[Example]]:
    """Return the three sets of queries that `fit_chance` asks for, in its order, each under the name of its step."""
    titles = {source_id: case.title for case in cases for source_id in case.source_ids}
    outside = read_examples(plan.calibrate) if plan.calibrate else []
    return {
        "chances": taught,
        "chances, foreign": [each for path in plan.foreign for each in read_examples(path, answered=False)],
        "calibrating": [example for example in outside if in_odd_half(titles.get(example.relevant[0], ""))],
    }


@contextmanager
def _plain(base: str) -> Iterator[str]:
    """Give the base in a layout that sentence-transformers loads, in a temporary folder where it must be made."""
    if not base or not (Path(base) / MANIFEST_NAME).is_file():
        yield base or str(packaged_folder())
        return
    with tempfile.TemporaryDirectory(prefix="ihc-search-base-") as made:
        plain = Path(made) / "plain"
        export_model(Path(base), plain)
        yield str(plain)


def _told_of(base: str) -> Mapping[str, Any]:
    """Tell what training began with; of a model of this project also how that one was made."""
    folder = Path(base) if base else packaged_folder()
    weights = folder / WEIGHTS_NAME
    told: dict[str, Any] = {"name": Path(base).name if base else PACKAGED_NAME}
    if weights.is_file():
        told["sha256"] = sha256_of(weights)
    if (folder / MANIFEST_NAME).is_file():
        kept = read_manifest(folder)
        told["trained"] = {name: kept[name] for name in _HANDED_ON if name in kept}
    return told


def _by_kind(lists: Sequence[JudgedList]) -> dict[str, int]:
    kinds = sorted({judged.kind for judged in lists})
    return {kind: sum(judged.kind == kind for judged in lists) for kind in kinds}


def _counted(
    engine: SearchEngine, examples: Sequence[Example], known: dict[str, Case], *, step: str, progress: Progress
) -> Iterator[Reading]:
    for done in range(0, len(examples), 20):
        progress(step, done, len(examples))
        yield from readings_of(engine, examples[done : done + 20], known)
    progress(step, len(examples), len(examples))


def _judged(reading: Reading) -> Judged:
    return Judged(reading.evidence, np.array(reading.labels, dtype=np.float32), case=reading.relevant[0])
