"""One function per command: builds the concrete parts, hands them to each other, and returns what came of it.

Here and in `api.app` alone is it known which encoder, which reranker and which store are in use.  What is
heavy is imported where it is used, so that a command pays for its own parts only.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import fields, replace
from pathlib import Path
from typing import TYPE_CHECKING

from indexer import background
from indexer.background import Job
from indexer.locking import writer_lock
from indexer.overview import Overview, overview_of
from indexer.progress import Progress, silent
from search.settings import PREFIX, Settings

if TYPE_CHECKING:
    from indexer.demo import DemoCorpus
    from indexer.loading import LoadSummary
    from indexer.reindexing import ReindexResult
    from indexer.training.audit import Audit
    from indexer.training.command import Trained, WeighPlan
    from indexer.training.dataset import DataRecipe, MadeData
    from search.brief import BriefReport
    from search.cases import Case
    from search.engine import SearchEngine
    from search.evaluation.evaluate import Plan
    from search.evaluation.report import Report
    from search.lookup import Found, Lookup
    from search.query.request import SearchRequest
    from search.reranking.weighing import Weighing
    from search.results.response import SearchResponse
    from search.types import Reranker

__all__ = [
    "Job",
    "Overview",
    "audit_data",
    "check_brief",
    "demo",
    "evaluate",
    "export_model",
    "job",
    "load",
    "look_up",
    "model_card",
    "reindex",
    "remove",
    "rollback",
    "search",
    "serve",
    "start_reindex",
    "status",
    "train",
    "train_data",
    "verify",
    "weak_data",
    "weigh",
]

APP = "api.app:from_env"
"""Named, not imported: the command line starts the server and knows nothing of it."""


def load(settings: Settings, paths: Sequence[Path], *, progress: Progress = silent) -> LoadSummary:
    """Load record files into the store."""
    from indexer import loading

    return loading.load(settings, paths, progress=progress)


def remove(settings: Settings, case_id: str) -> Case:
    """Take a case out of the store and return what it was."""
    from indexer import loading

    return loading.remove(settings, case_id)


def reindex(
    settings: Settings, *, rebuild: bool = False, progress: Progress = silent, job_id: str | None = None
) -> ReindexResult:
    """Build, check and publish a generation; where it runs as the job *job_id*, write down how it ends."""
    with background.reporting(jobs_folder(settings), job_id) as outcome:
        from indexer import reindexing
        from search.models.threads import use_threads

        use_threads(settings.threads)
        result = reindexing.reindex(settings, rebuild=rebuild, progress=progress)
        outcome.generation = result.generation
        outcome.message = f"published, {result.cases} cases" if result.published else "nothing changed"
    return result


def status(settings: Settings) -> Overview:
    """Tell what is stored and indexed, and what to do next."""
    from indexer import status as state

    return overview_of(settings.home, state.status(settings), lambda: _reranker_name(settings))


def verify(settings: Settings, *, progress: Progress = silent) -> list[str]:
    """Check the files of every kept generation and return their names, the live one first."""
    from indexer import publish

    return publish.verify(settings, progress=progress)


def rollback(settings: Settings) -> str:
    """Make the generation before the live one live again and return its name."""
    from indexer import publish

    return publish.rollback(settings)


def search(settings: Settings, request: SearchRequest) -> SearchResponse:
    """Search once: the live generation, or the one that a cursor goes on in.

    The models are loaded before the deadline begins to run.
    """
    from search.models.precision import uses_bfloat16
    from search.reranking.cross_encoder import load_reranker
    from search.results.cursor import decode

    generation = decode(request.cursor).generation if request.cursor else None
    reranker = load_reranker(settings.reranker, bfloat16=uses_bfloat16(settings.precision))
    with _engine(settings, reranker, generation) as engine:
        engine.warm_up()
        return engine.search(request)


def look_up(settings: Settings, identifiers: Sequence[str]) -> list[Found]:
    """Look *identifiers*, however many, up in the live generation, in their order; no model is loaded."""
    from search.lookup import IDENTIFIERS_MAX

    with _lookup(settings) as lookup:
        parts = [identifiers[start : start + IDENTIFIERS_MAX] for start in range(0, len(identifiers), IDENTIFIERS_MAX)]
        return [found for part in parts for found in lookup.look_up(part)]


def check_brief(settings: Settings, text: str) -> BriefReport:
    """Check every reference in *text* against the live generation; no model is loaded."""
    from search import brief

    with _lookup(settings) as lookup:
        return brief.check_brief(text, lookup)


def train(
    settings: Settings,
    files: Sequence[Path],
    *,
    preset: str,
    base: str,
    out: Path,
    learning_rate: float | None = None,
    beside_teacher: bool = False,
    resume: bool = False,
    progress: Progress = silent,
) -> Trained:
    """Fine-tune a cross-encoder on judged lists and write it to *out*; checkpoints stay in the home."""
    from indexer.training.command import train_model
    from indexer.training.trainer import PRESETS
    from search.models.threads import use_threads

    use_threads(settings.threads)
    recipe = replace(PRESETS[preset], beside_teacher=beside_teacher)
    if learning_rate is not None:
        recipe = replace(recipe, learning_rate=learning_rate)
    checkpoints = settings.home / "training" / out.name
    return train_model(files, recipe, base=base, out=out, checkpoints=checkpoints, resume=resume, progress=progress)


def weigh(
    settings: Settings,
    model: Path,
    *,
    plan: WeighPlan,
    elsewhere: Sequence[tuple[Path, Path]] = (),
    progress: Progress = silent,
) -> Weighing:
    """Fit how far to trust *model* beside the first stage, on the train cases of the live generation.

    Args:
        settings: Of the home that is searched.
        model: Folder of a trained model.
        plan: What to fit on.
        elsewhere: Other homes, each with judged queries about its cases.
        progress: Told of every step.
    """
    from indexer.training.command import readings_in, weigh_model

    readings = []
    for home, queries in elsewhere:
        other = replace(settings, home=home, database_url="")
        with _engine(other, None) as engine:
            readings += readings_in(engine, _cases(other), queries, progress=progress)
    with _engine(settings, None) as engine:
        return weigh_model(engine, _cases(settings), folder=model, plan=plan, elsewhere=readings, progress=progress)


def _cases(settings: Settings) -> list[Case]:
    from search.store.reader import CaseReader, open_store

    return list(CaseReader(open_store(settings.store_url)).cases())


def export_model(out: Path, *, model: Path | None = None) -> None:
    """Write *model*, or the shipped one, in the plain layout of sentence-transformers."""
    from indexer.training import model_folder

    model_folder.export_model(model, out)


def model_card(folder: Path, reports: Sequence[Path]) -> Path:
    """Write the card of the model in *folder* from *reports* of `evaluate` and return its path."""
    from indexer.training.model_card import write_card

    return write_card(folder, reports)


def train_data(
    settings: Settings,
    *,
    recipe: DataRecipe,
    split: Path,
    out: Path,
    judged: Sequence[Path] = (),
    progress: Progress = silent,
) -> MadeData:
    """Write judged lists of the train and dev cases of the live generation to *out*."""
    from indexer.training.dataset import make_data
    from indexer.training.examples import read_examples
    from indexer.training.split import Split

    parts = Split.read(split)
    examples = [example for path in judged for example in read_examples(path)]
    with _engine(settings, None) as engine:
        return make_data(
            *(engine, _cases(settings)), split=parts, recipe=recipe, out=out, judged=examples, progress=progress
        )


def weak_data(
    settings: Settings,
    *,
    judged: Sequence[Path] = (),
    leave_out: Path | None,
    out: Path,
    queries_max: int,
    seed: int,
    progress: Progress = silent,
) -> int:
    """Write judged lists of queries made out of the judgments of the live generation, and return how many."""
    from indexer.training.examples import read_examples
    from indexer.training.weak_lists import make_weak_lists

    barred = frozenset(name for example in read_examples(leave_out) for name in example.relevant) if leave_out else None
    with _engine(settings, None) as engine:
        return make_weak_lists(
            *(engine, _cases(settings)),
            leave_out=barred or frozenset(),
            out=out,
            queries_max=queries_max,
            seed=seed,
            judged=[example for path in judged for example in read_examples(path)],
            progress=progress,
        )


def audit_data(
    paths: Sequence[Path], *, threshold: float, rates: Sequence[tuple[int, int]] = (), progress: Progress = silent
) -> Audit:
    """Tell what pair files hold, and whether their sides may be called held-out."""
    from indexer.training.audit import audit_files

    return audit_files(paths, threshold=threshold, rates=rates, progress=progress)


def evaluate(
    settings: Settings, plan: Plan, *, base: str, out: Path | None, plots: bool = True, progress: Progress = silent
) -> Report:
    """Measure the live generation on judged queries, and write the report to *out* where that is given.

    Args:
        settings: Name the home and the models.
        plan: What to measure; without variants, by all that there is a cross-encoder for.
        base: Folder or name of the cross-encoder of the variant ``base``, or ``untrained``.
        out: Folder of the report.
        plots: Whether to draw pictures for it.
        progress: Told of every query.
    """
    from indexer.reports import check_can_be_written, write_report
    from search.evaluation import evaluate as evaluation
    from search.evaluation.variants import BASE, variants_of
    from search.reranking.cross_encoder import load_reranker

    check_can_be_written(out, plots=plots)
    with _engine(settings, load_reranker(settings.reranker)) as engine:
        chosen = replace(plan, variants=plan.variants or variants_of(engine))
        reader = _base_reranker(engine, base) if BASE in chosen.variants else None
        engine.warm_up()
        report = evaluation.evaluate(engine, chosen, base=reader, progress=progress)
    if out is not None:
        write_report(out, report, plots=plots)
    return report


def demo(folder: Path, *, cases: int, seed: int, progress: Progress = silent) -> DemoCorpus:
    """Write the invented corpus to *folder*."""
    from indexer.demo import write_demo

    return write_demo(folder, cases=cases, seed=seed, progress=progress)


def serve(settings: Settings, *, host: str, port: int) -> None:
    """Run the server until it is stopped; it reads the same environment as this process."""
    import uvicorn

    from indexer.logs import server_logging

    # The app tells of each request itself; uvicorn would tell of it again.
    uvicorn.run(APP, factory=True, host=host, port=port, log_config=server_logging(), access_log=False)


# --- Jobs of a running server -----------------------------------------------------------------------------------------


def start_reindex(settings: Settings, *, rebuild: bool = False) -> Job:
    """Start a reindex in a process of its own and return at once.

    Raises:
        WriterBusy: If another job or another writer is at work.
    """
    with writer_lock(settings.home):
        pass  # nobody writes now; whoever begins in between makes the job fail with the same words
    command = [sys.executable, "-m", "indexer", "reindex", *(["--rebuild"] if rebuild else [])]
    # The process inherits what a program needs (PATH, HOME, LD_LIBRARY_PATH); the settings are these, no others.
    environ = {name: value for name, value in os.environ.items() if not name.startswith(PREFIX)}
    return background.start(jobs_folder(settings), "reindex", command, environ | variables_of(settings))


def job(settings: Settings, job_id: str) -> Job:
    """Tell how a background job is doing.

    Raises:
        JobNotFound: If there is none with that id.
    """
    return background.find(jobs_folder(settings), job_id)


def jobs_folder(settings: Settings) -> Path:
    """Return the folder of the state and log files of background jobs."""
    return settings.home / "jobs"


def variables_of(settings: Settings) -> dict[str, str]:
    """Return the environment variables from which `Settings.from_env` makes *settings* again."""
    return {PREFIX + field.name.upper(): str(getattr(settings, field.name)) for field in fields(settings)}


@contextmanager
def _engine(settings: Settings, reranker: Reranker | None, generation: str | None = None) -> Iterator[SearchEngine]:
    """Open *generation*, or the live one, with the parts that *settings* name, and close it again."""
    from search.engine import open_engine
    from search.models.precision import uses_bfloat16
    from search.models.threads import use_threads
    from search.reranking.weighing import load_weighing
    from search.retrieval.encoder import load_encoder
    from search.snapshot.current import generation_folder
    from search.snapshot.reader import open_current, open_snapshot

    use_threads(settings.threads)
    root = settings.snapshots
    snapshot = open_snapshot(generation_folder(root, generation), verify=False) if generation else open_current(root)
    try:
        yield open_engine(
            snapshot,
            encoder=load_encoder(settings.encoder, bfloat16=uses_bfloat16(settings.precision)),
            reranker=reranker,
            weighing=load_weighing(settings.reranker),
            settings=settings,
        )
    finally:
        snapshot.close()


@contextmanager
def _lookup(settings: Settings) -> Iterator[Lookup]:
    """Open the live generation for lookups alone, and close it again."""
    from search.lookup import Lookup
    from search.snapshot.reader import open_current

    snapshot = open_current(settings.snapshots)
    try:
        yield Lookup.of(snapshot)
    finally:
        snapshot.close()


def _reranker_name(settings: Settings) -> str:
    """Say which reranker is in use, with the digest of its weights."""
    from search.reranking.cross_encoder import load_reranker

    reranker = load_reranker(settings.reranker)
    name = settings.reranker or "the shipped one"
    return f"{name} {reranker.digest[:12]}" if reranker is not None else "none"


def _base_reranker(engine: SearchEngine, name: str) -> Reranker | None:
    """Return what the shipped cross-encoder is measured against: *name*, or the packaged body before any training."""
    from search.evaluation.untrained import NAME, UntrainedCrossEncoder
    from search.reranking.cross_encoder import load_reranker
    from search.retrieval.encoder import SentenceEncoder, packaged_folder

    if name != NAME:
        return load_reranker(name)
    encoder = engine.first_stage.dense.encoder
    return UntrainedCrossEncoder(
        encoder if isinstance(encoder, SentenceEncoder) else SentenceEncoder(packaged_folder())
    )
