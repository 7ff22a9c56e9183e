"""Reindex: build what the store holds now, publish it, and drop what is no longer kept."""

from __future__ import annotations

import sqlite3
import time
from dataclasses import dataclass
from pathlib import Path

from indexer.build import CaseSource, Check, Ingredients, build_snapshot, ingredients_of
from indexer.checks import numbers_come_first
from indexer.generations import live_generation, remove_leftovers
from indexer.locking import writer_lock
from indexer.progress import Progress, silent
from indexer.publish import prune, publish
from search.errors import SnapshotError
from search.models.precision import uses_bfloat16
from search.retrieval.encoder import Encoder, load_encoder
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


def reindex(settings: Settings, *, rebuild: bool = False, progress: Progress = silent) -> ReindexResult:
    """Bring the index up to the store, with the store, encoder and checks that *settings* name.

    Raises:
        WriterBusy: If another writer is at work.
        SnapshotError: If the build failed; the live generation stays as it was.
    """
    from search.store.reader import CaseReader, open_store

    source = CaseReader(open_store(settings.store_url))
    encoder = load_encoder(settings.encoder, bfloat16=uses_bfloat16(settings.precision))
    return reindex_from(source, encoder, settings=settings, rebuild=rebuild, progress=progress)


def reindex_from(
    source: CaseSource,
    encoder: Encoder,
    *,
    settings: Settings,
    check: Check = numbers_come_first,
    rebuild: bool = False,
    progress: Progress = silent,
) -> ReindexResult:
    """Bring the index up to *source*: the part of `reindex` that is handed all it needs."""
    started = time.monotonic()
    root = settings.snapshots
    with writer_lock(settings.home):
        remove_leftovers(root, progress=progress)
        manifest = None if rebuild else unchanged_manifest(root, ingredients_of(source, encoder))
        published = manifest is None
        if manifest is None:
            snapshot = _build(source, encoder, settings=settings, check=check, progress=progress)
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


def _build(source: CaseSource, encoder: Encoder, *, settings: Settings, check: Check, progress: Progress) -> Path:
    try:
        return build_snapshot(settings, source, encoder, check=check, progress=progress)
    except (OSError, sqlite3.OperationalError) as error:
        raise SnapshotError(
            f"the index cannot be written below {settings.home} ({error}); nothing was published, "
            "the index that was live still is"
        ) from error
