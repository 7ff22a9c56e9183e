"""Reindex: build what the store holds now, publish it, and drop what is no longer kept."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from indexer.build import CaseSource, Check, Ingredients, build_snapshot, ingredients_of
from indexer.checks import numbers_come_first
from indexer.generations import live_generation, remove_leftovers
from indexer.locking import writer_lock
from indexer.progress import Progress, silent
from indexer.publish import prune, publish
from search.errors import SnapshotError
from search.retrieval.encoder import Encoder
from search.settings import Settings
from search.snapshot.manifest import Manifest, read_manifest


@dataclass(frozen=True, slots=True)
class ReindexResult:
    """What came of a reindex."""

    generation: str
    """The live generation."""
    published: bool
    """False where nothing had changed, so that nothing was built."""
    cases: int
    seconds: float


def reindex(
    source: CaseSource,
    encoder: Encoder,
    *,
    settings: Settings,
    check: Check = numbers_come_first,
    rebuild: bool = False,
    progress: Progress = silent,
) -> ReindexResult:
    """Bring the index up to what *source* holds now.

    Args:
        source: The store.
        encoder: Makes the vectors of passages.
        settings: Name the home, and how many generations it keeps.
        check: Called with a new snapshot before it gets its name.
        rebuild: Whether to build and publish even where nothing has changed.
        progress: Told of every step.

    Raises:
        WriterBusy: If another writer is at work.
        SnapshotError: If the build failed; the live generation stays as it was.
    """
    started = time.monotonic()
    root = settings.snapshots
    with writer_lock(settings.home):
        remove_leftovers(root, progress=progress)
        manifest = None if rebuild else unchanged_manifest(root, ingredients_of(source, encoder))
        published = manifest is None
        if manifest is None:
            with _told_of_the_disk(settings.home):
                snapshot = build_snapshot(settings, source, encoder, check=check, progress=progress)
            manifest = read_manifest(snapshot)
            publish(snapshot, root, progress=progress)
        # Also where nothing is new: an earlier run may have died before it came here.
        prune(root, keep=settings.kept_generations, progress=progress)
    return ReindexResult(manifest.generation, published, manifest.counts.cases, time.monotonic() - started)


def unchanged_manifest(root: Path, ingredients: Ingredients) -> Manifest | None:
    """Return the live generation's manifest if it is made of *ingredients*, else None."""
    live = live_generation(root)
    if live is None:
        return None
    try:
        manifest = read_manifest(root / live)
    except SnapshotError:  # of another format, or damaged: there is something to do
        return None
    return None if ingredients.differing(manifest) else manifest


@contextmanager
def _told_of_the_disk(home: Path) -> Iterator[None]:
    """Say of a build that the disk or its files stop what became of the index."""
    try:
        yield
    except (OSError, sqlite3.OperationalError) as error:
        raise SnapshotError(
            f"the index cannot be written below {home} ({error}); nothing was published, "
            "the index that was live still is"
        ) from error
