"""Which generation is live: the pointer file ``CURRENT``, and a cheap way to see that it moved."""

from __future__ import annotations

import re
from pathlib import Path

from search.errors import GenerationGone, SnapshotError, SnapshotMissing

POINTER = "CURRENT"
GENERATION_NAME = re.compile(r"\d{8}T\d{6}Z-[0-9a-f]{8}")
"""UTC time and a short digest, as in "20261123T224500Z-1a2b3c4d"; names sort by time."""

Stamp = tuple[int, int]
"""Changes whenever ``CURRENT`` is replaced; compare, do not read."""


def current_generation(root: Path) -> str:
    """Return the name of the live generation under *root*.

    Raises:
        SnapshotMissing: If nothing was published yet.
        SnapshotError: If ``CURRENT`` does not name a generation.
    """
    try:
        name = (root / POINTER).read_text(encoding="ascii", errors="replace").strip()
    except FileNotFoundError:
        raise SnapshotMissing(root.parent) from None
    except OSError as error:
        raise SnapshotError(f"{root / POINTER} cannot be read ({error}); check its permissions") from error
    if not GENERATION_NAME.fullmatch(name):
        raise SnapshotError(f"{root / POINTER} names {name[:40]!r}, which is no generation; run `ihc-search reindex`")
    return name


def current_stamp(root: Path) -> Stamp | None:
    """Return a value that differs once another generation was published; None where nothing was.

    One ``stat`` and no reading, so a server can ask for it at every request.
    """
    try:
        found = (root / POINTER).stat()
    except FileNotFoundError:
        return None
    return found.st_mtime_ns, found.st_ino


def generation_folder(root: Path, generation: str) -> Path:
    """Return the folder of a kept generation.

    Raises:
        GenerationGone: If that is not the name of a generation under *root*.
    """
    if not GENERATION_NAME.fullmatch(generation) or not (root / generation).is_dir():
        raise GenerationGone(generation)
    return root / generation
