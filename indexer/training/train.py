"""`ihc-search train`: judged lists in, the folder of a model out."""

from __future__ import annotations

import hashlib
import json
import math
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from indexer.durability import remove_tree
from indexer.progress import Progress, silent
from indexer.training import cases_read
from indexer.training.dataset import FILE_OF, Counts
from indexer.training.lists import JudgedList, digest_of, read_lists
from indexer.training.model_folder import check_new, export_model, read_manifest, write_model
from indexer.training.plans import TrainPlan
from indexer.training.split import TRAIN
from indexer.training.trainer import fine_tune
from search.errors import InputError
from search.reranking.cross_encoder import MANIFEST_NAME, WEIGHTS_NAME
from search.retrieval.encoder import PACKAGED_NAME, packaged_folder
from search.snapshot.manifest import sha256_of

_HANDED_ON = ("base", "recipe", "lists", "queries", "pairs", "positives", "read", "losses", "trained")
"""What the manifest of a model says of the one that it was trained from."""


@dataclass(frozen=True, slots=True)
class Trained:
    """What a training run made."""

    folder: Path
    given: Counts
    """What the lists hold."""
    read: Counts
    """What of it the model was shown."""
    losses: tuple[float, ...]


def train_model(plan: TrainPlan, *, checkpoints: Path, progress: Progress = silent) -> Trained:
    """Fine-tune a cross-encoder on judged lists and write it.

    Args:
        plan: On what, how, and to where.
        checkpoints: Folder of the checkpoints of all runs.  Each run has its own there, named by what it learns from
            and how, until its model is written.
        progress: Told of every step.

    Raises:
        InputError: If the inputs hold nothing to learn from, or the folder to write is there already.
        ModelError: If the base cannot be loaded, or is a model that the engine could not read.
    """
    check_new(plan.out)
    lists = [judged for path in plan.lists for judged in read_lists(path) if judged.part == TRAIN]
    origin = _origin(plan)
    own = checkpoints / f"{plan.out.name}-{_digest(origin)}"
    with _plain(plan.base) as base:
        tuned = fine_tune(lists, plan.recipe, base=base, checkpoints=own, resume=plan.resume, progress=progress)
    if not all(map(math.isfinite, tuned.losses)):
        raise InputError("the loss is no number any more, so nothing is written; train with a lower --learning-rate")
    given, read = _counts(lists), _counts(tuned.read)
    told = origin | {
        "queries": dict(sorted(given.kinds.items())),
        "pairs": given.pairs,
        "positives": given.positives,
        "read": {"queries": read.queries, "pairs": read.pairs, "positives": read.positives},
        "losses": tuned.losses,
    }
    write_model(plan.out, tuned.model, told, cases_read=_cases_read(plan.base, tuned.read))
    remove_tree(own)
    return Trained(plan.out, given, read, tuple(tuned.losses))


def _origin(plan: TrainPlan) -> dict[str, Any]:
    """Tell all that a model comes from: the same gives the same model."""
    return {
        "base": _told_of(plan.base),
        "recipe": asdict(plan.recipe),
        "lists": [_list_told(path) for path in plan.lists],
    }


def _digest(origin: Mapping[str, Any]) -> str:
    return hashlib.sha256(json.dumps(origin, sort_keys=True).encode()).hexdigest()[:16]


def _list_told(path: Path) -> dict[str, Any]:
    """Tell what file of lists *path* is, and how it was split, where `train-data` has made it."""
    told = {"name": path.name, "sha256_of_lines": digest_of(path)}
    try:
        made = json.loads((path.parent / MANIFEST_NAME).read_text(encoding="utf-8"))
        if made["sha256_of_lines"][FILE_OF[TRAIN]] == told["sha256_of_lines"]:
            told |= {name: made[name] for name in ("preset", "split")}
    except (OSError, ValueError, KeyError, TypeError):
        pass  # lists of one's own: nothing is known of how they were split
    return told


def _counts(lists: Iterable[JudgedList]) -> Counts:
    counts = Counts()
    for _ in counts.counting(lists):
        pass
    return counts


def _cases_read(base: str, lists: Iterable[JudgedList]) -> frozenset[str] | None:
    """Return the cases that a model has read, with those of the model it goes on from; None where that is silent."""
    own = cases_read.cases_in(lists)
    if not _is_ours(base):
        return own
    earlier = cases_read.cases_read_by(Path(base))
    return None if earlier is None else earlier | own


@contextmanager
def _plain(base: str) -> Iterator[str]:
    """Give the base in a layout that sentence-transformers loads, in a temporary folder where it must be made."""
    if not _is_ours(base):
        yield base or str(packaged_folder())
        return
    with tempfile.TemporaryDirectory(prefix="ihc-search-base-") as made:
        plain = Path(made) / "plain"
        export_model(Path(base), plain)
        yield str(plain)


def _is_ours(base: str) -> bool:
    """Whether *base* is a folder that `ihc-search train` wrote."""
    return bool(base) and (Path(base) / MANIFEST_NAME).is_file()


def _told_of(base: str) -> dict[str, Any]:
    """Tell what training began with; of a model of this project also how that one was made."""
    folder = Path(base) if base else packaged_folder()
    weights = folder / WEIGHTS_NAME
    # A folder is told by its name alone: where it lies is nobody's business.
    told: dict[str, Any] = {"name": (folder.name if folder.is_dir() else base) if base else PACKAGED_NAME}
    if weights.is_file():
        told["sha256"] = sha256_of(weights)
    if _is_ours(base):
        manifest = read_manifest(folder)
        told["trained"] = {name: manifest[name] for name in _HANDED_ON if name in manifest}
    return told
