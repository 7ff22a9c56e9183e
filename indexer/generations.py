"""The folder of all generations: which were published, in which order, and what is left over from a broken build.

    <root>/CURRENT               the live generation; replaced in one rename
    <root>/PUBLISHED             every kept generation, in the order in which each was last made live
    <root>/<generation>/         complete and checked; published if named in PUBLISHED or CURRENT
    <root>/.building-*           a build under way, or what a broken one left
    <root>/.removed-*            a generation on its way out

Whoever writes here holds the writers' lock.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from indexer.durability import remove_tree, rename_durably, replace_durably
from indexer.progress import Progress, silent
from search.errors import SnapshotError
from search.snapshot.current import GENERATION_NAME, POINTER, current_generation

HISTORY_NAME = "PUBLISHED"
BUILDING = ".building-"
REMOVED = ".removed-"


def live_generation(root: Path) -> str | None:
    """Return the live generation; None where there is none, or ``CURRENT`` names none."""
    try:
        return current_generation(root)
    except SnapshotError:
        return None


def published_generations(root: Path) -> list[str]:
    """Return the kept generations that were published, first published first.

    The live one is among them even if the process died between the pointer's rename and the note of it.
    """
    path = root / HISTORY_NAME
    names = path.read_text(encoding="ascii", errors="replace").split() if path.exists() else []
    live = live_generation(root)
    if live is not None and live not in names:
        names.append(live)
    return [name for name in names if GENERATION_NAME.fullmatch(name) and (root / name).is_dir()]


def write_history(root: Path, generations: list[str]) -> None:
    """Note the published *generations*, in order."""
    replace_durably(root / HISTORY_NAME, "".join(f"{name}\n" for name in generations))


def point_at(root: Path, generation: str) -> None:
    """Make *generation* the live one, in one rename."""
    replace_durably(root / POINTER, f"{generation}\n")


def new_generation(root: Path, digest: str, now: datetime) -> str:
    """Name a generation by time and by what went into it; never the name of one that is there."""
    now = now.astimezone(UTC)
    while True:
        name = f"{now:%Y%m%dT%H%M%SZ}-{digest[:8]}"
        if not (root / name).exists():
            return name
        now += timedelta(seconds=1)


def remove_leftovers(root: Path, *, progress: Progress = silent) -> list[str]:
    """Delete what a broken build or a broken prune left, and complete generations that were never published."""
    if not root.is_dir():
        return []
    kept = set(published_generations(root))
    leftovers = [path for path in sorted(root.iterdir()) if path.is_dir() and _is_leftover(path.name, kept)]
    for done, path in enumerate(leftovers):
        progress("removing leftovers", done, len(leftovers))
        remove_tree(path)
    if leftovers:
        progress("removing leftovers", len(leftovers), len(leftovers))
    return [path.name for path in leftovers]


def _is_leftover(name: str, kept: set[str]) -> bool:
    return name.startswith((BUILDING, REMOVED)) or (GENERATION_NAME.fullmatch(name) is not None and name not in kept)


def remove_generations(root: Path, generations: list[str], *, progress: Progress = silent) -> None:
    """Delete published generations; a process that dies on the way leaves no half of one under its name."""
    kept = [name for name in published_generations(root) if name not in generations]
    write_history(root, kept)
    for done, name in enumerate(generations):
        progress("pruning", done, len(generations))
        aside = root / f"{REMOVED}{name}"
        rename_durably(root / name, aside)
        remove_tree(aside, progress=progress)
    progress("pruning", len(generations), len(generations))
