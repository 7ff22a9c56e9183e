"""Commands that keep a home: records into the store, the store into generations; and records to try it with."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from indexer import background
from indexer.jobs.parts import encoder_of, reranker_name, store_reader
from indexer.jobs.server import jobs_folder
from indexer.overview import Overview, overview_of
from indexer.progress import Progress, silent
from search.errors import StoreError
from search.settings import Settings
from search.text.amounts import amount

if TYPE_CHECKING:
    from indexer.demo import DemoCorpus
    from indexer.loading import LoadSummary
    from indexer.reindexing import ReindexResult
    from search.cases import Case


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
    """Build, check and publish a generation; where it runs as the job *job_id*, write down how it ends.

    Raises:
        WriterBusy: If another writer is at work.
        SnapshotError: If the build failed; the live generation stays as it was.
    """
    with background.reporting(jobs_folder(settings), job_id) as outcome:
        from indexer import reindexing
        from search.models.threads import use_threads

        use_threads(settings.threads)
        source, encoder = store_reader(settings), encoder_of(settings)
        result = reindexing.reindex(source, encoder, settings=settings, rebuild=rebuild, progress=progress)
        outcome.generation = result.generation
        outcome.message = f"published, {amount(result.cases, 'case')}" if result.published else "nothing changed"
    return result


def status(settings: Settings) -> Overview:
    """Tell what is stored and indexed, and what to do next, without locking anyone out.

    Raises:
        ModelError: If a model that the settings name is not there.
    """
    from indexer import status as state

    encoder = encoder_of(settings)
    try:
        found = state.status_of(store_reader(settings), encoder, settings=settings)
    except StoreError as error:
        found = state.status_without_store(encoder, settings=settings, problem=str(error))
    return overview_of(settings.home, found, lambda: reranker_name(settings))


def verify(settings: Settings, *, progress: Progress = silent) -> list[str]:
    """Check the files of every kept generation and return their names, the live one first."""
    from indexer import publish

    return publish.verify(settings, progress=progress)


def rollback(settings: Settings) -> str:
    """Make the generation before the live one live again and return its name."""
    from indexer import publish

    return publish.rollback(settings)


def demo(folder: Path, *, cases: int, seed: int, progress: Progress = silent) -> DemoCorpus:
    """Write the invented corpus to *folder*."""
    from indexer.demo import write_demo

    return write_demo(folder, cases=cases, seed=seed, progress=progress)
