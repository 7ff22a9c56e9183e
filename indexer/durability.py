"""Writes that a power cut cannot halve: beside, flush, rename, and the folder's own entry last."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from indexer.progress import Progress, silent


def replace_durably(path: Path, content: str | bytes) -> None:
    """Write *content* to *path* in one step: a reader finds the old content or the new one, never a mixture."""
    beside = path.with_name(f".{path.name}.new")
    with beside.open("wb") as file:
        file.write(content.encode() if isinstance(content, str) else content)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)
    sync_folder(path.parent)


def rename_durably(source: Path, target: Path) -> None:
    """Rename a folder within its parent, and make the rename last."""
    source.rename(target)
    sync_folder(target.parent)


def sync_tree(folder: Path, *, progress: Progress = silent) -> None:
    """Make every file and folder below *folder*, and *folder* itself, last."""
    paths = sorted(folder.rglob("*"), reverse=True)  # what is inside a folder before the folder
    for done, path in enumerate(paths):
        progress("making durable", done, len(paths))
        sync_folder(path)
    sync_folder(folder)
    progress("making durable", len(paths), len(paths))


def sync_folder(path: Path) -> None:
    """Make the content of a file, or the entries of a folder, last."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def remove_tree(folder: Path, *, progress: Progress = silent) -> None:
    """Delete *folder* and all in it, telling of each file; nothing happens where it is gone already."""
    paths = [path for path in folder.rglob("*") if not path.is_dir()]
    for done, path in enumerate(paths):
        progress("removing files", done, len(paths))
        path.unlink(missing_ok=True)
    if folder.exists():
        shutil.rmtree(folder)
    progress("removing files", len(paths), len(paths))
