"""Commands of training: pairs out of a home, whether they leak, a model out of pairs, and how far to trust it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from indexer.jobs.parts import live_engine, stored_cases
from indexer.progress import Progress, silent
from search.settings import Settings

if TYPE_CHECKING:
    from indexer.training.audit import Audit
    from indexer.training.dataset import MadeData
    from indexer.training.plans import DataPlan, TrainPlan, WeakPlan, WeighPlan
    from indexer.training.train import Trained
    from indexer.training.weak_lists import MadeLists
    from indexer.training.weigh import Weighed


def train_data(settings: Settings, plan: DataPlan, *, progress: Progress = silent) -> MadeData:
    """Write judged lists of the train and dev cases of the live generation."""
    from indexer.training.dataset import make_data

    with live_engine(settings) as engine:
        return make_data(engine, stored_cases(settings), plan, progress=progress)


def weak_data(settings: Settings, plan: WeakPlan, *, progress: Progress = silent) -> MadeLists:
    """Write judged lists of queries made out of the judgments of the live generation."""
    from indexer.training.weak_lists import make_weak_lists

    with live_engine(settings) as engine:
        return make_weak_lists(engine, stored_cases(settings), plan, progress=progress)


def audit_data(
    paths: Sequence[Path], *, threshold: float, rates: Sequence[tuple[int, int]] = (), progress: Progress = silent
) -> Audit:
    """Tell what pair files hold, and whether their sides may be called held-out."""
    from indexer.training.audit import audit_files

    return audit_files(paths, threshold=threshold, rates=rates, progress=progress)


def train(settings: Settings, plan: TrainPlan, *, progress: Progress = silent) -> Trained:
    """Fine-tune a cross-encoder on judged lists; checkpoints are in the home until the model is written."""
    from indexer.training.train import train_model
    from search.models.threads import use_threads

    use_threads(settings.threads)
    return train_model(plan, checkpoints=settings.home / "training", progress=progress)


def weigh(settings: Settings, plan: WeighPlan, *, progress: Progress = silent) -> Weighed:
    """Fit how far to trust a model beside the first stage, on the train cases of the live generation."""
    from indexer.training.weigh import readings_in, weigh_model

    readings = []
    for home, queries in plan.elsewhere:
        other = replace(settings, home=home, database_url="")
        with live_engine(other) as engine:
            readings += readings_in(engine, stored_cases(other), queries, progress=progress)
    with live_engine(settings) as engine:
        return weigh_model(engine, stored_cases(settings), plan, elsewhere=readings, progress=progress)


def model_card(folder: Path, reports: Sequence[Path]) -> Path:
    """Write the card of the model in *folder* from *reports* of `evaluate` and return its path."""
    from indexer.training.model_card import write_card

    return write_card(folder, reports)


def export_model(out: Path, *, model: Path | None = None) -> None:
    """Write *model*, or the shipped one, in the plain layout of sentence-transformers."""
    from indexer.training import model_folder

    model_folder.export_model(model, out)
