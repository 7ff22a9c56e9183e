"""Publish a generation, go back to the one before, drop the old ones, and check those that are kept."""

from __future__ import annotations

from pathlib import Path

from indexer.generations import (
    live_generation,
    point_at,
    published_generations,
    remove_generations,
    write_history,
)
from indexer.locking import writer_lock
from indexer.progress import Progress, silent
from search.errors import SnapshotError, SnapshotMissing
from search.settings import Settings
from search.snapshot.current import current_generation
from search.snapshot.manifest import check_files, read_manifest


def publish(snapshot: Path, root: Path, *, progress: Progress = silent) -> None:
    """Point ``CURRENT`` at *snapshot* in one step.

    Readers see the old snapshot or the new one, never a mixture, even after a power cut.
    """
    live = live_generation(root)
    history = [name for name in published_generations(root) if name != snapshot.name]
    # The one that was live until now goes last, right before the new one: `rollback` finds it even if it was
    # itself gone back to.
    history.sort(key=lambda name: name == live)
    write_history(root, history)
    progress("publishing", 0, 1)
    point_at(root, snapshot.name)
    progress("publishing", 1, 1)
    write_history(root, [*history, snapshot.name])


def rollback(settings: Settings) -> str:
    """Make the generation before the live one live again, after checking its files.

    Returns:
        The generation that is live now.

    Raises:
        SnapshotMissing: If nothing was published yet.
        SnapshotError: If there is none before it, or that one is damaged.
        WriterBusy: If another writer is at work.
    """
    root = settings.snapshots
    with writer_lock(settings.home):
        history, live = published_generations(root), live_generation(root)
        if not history:
            raise SnapshotMissing(settings.home)
        position = history.index(live) if live in history else len(history)
        if position == 0:
            raise SnapshotError(f"{live} is the oldest generation kept; there is none to go back to")
        target = history[position - 1]
        check_files(root / target, read_manifest(root / target))
        write_history(root, history)
        point_at(root, target)
    return target


def prune(root: Path, *, keep: int, progress: Progress = silent) -> list[str]:
    """Delete all but the last *keep* published generations; the live one always stays.

    Returns:
        The names of those deleted.
    """
    history, live = published_generations(root), live_generation(root)
    dropped = [name for name in history[: max(0, len(history) - keep)] if name != live]
    if dropped:
        remove_generations(root, dropped, progress=progress)
    return dropped


def verify(settings: Settings, *, progress: Progress = silent) -> list[str]:
    """Recompute the SHA-256 of every file of every kept generation.

    Returns:
        The generations that were checked, the live one first.

    Raises:
        SnapshotMissing: If nothing was published yet.
        SnapshotCorrupt: Names the first file that does not match its manifest.
        SnapshotError: If ``CURRENT`` or a manifest cannot be read.
    """
    root = settings.snapshots
    live = current_generation(root)
    names = [live, *(name for name in published_generations(root) if name != live)]
    for done, name in enumerate(names):
        progress("verifying", done, len(names))
        check_files(root / name, read_manifest(root / name))
    progress("verifying", len(names), len(names))
    return names
