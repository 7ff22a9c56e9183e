"""What is stored, what is indexed, and whether the one is made from the other."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from indexer.build import CaseSource, ingredients_of
from indexer.generations import live_generation, published_generations
from search.errors import SnapshotError
from search.retrieval.encoder import Encoder
from search.settings import Settings
from search.snapshot.manifest import Counts, Manifest, ModelName, read_manifest


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptGeneration:
    """One published generation that is still on disk."""

    generation: str
    live: bool
    created: str
    """ISO 8601, UTC; empty where the manifest cannot be read."""
    counts: Counts | None
    """None where the manifest cannot be read."""
    size_bytes: int
    problem: str = ""
    """Why the manifest cannot be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """The state of a home folder."""

    live: str | None
    """The live generation; None where nothing was published."""
    manifest: Manifest | None
    """Of the live generation; None where there is none, or it cannot be read."""
    generations: tuple[KeptGeneration, ...]
    """In the order in which each was last made live; the newest last."""
    stored_cases: int | None
    """None where there is no store yet."""
    store_problem: str
    """Why the store cannot be read; empty where it can."""
    changed: tuple[str, ...]
    """What differs from what the live generation was made of ("store revision", "encoder", ...); empty where a
    reindex would publish nothing, or where nothing can be compared."""
    encoder: ModelName
    """The encoder that the settings name."""


def status_of(source: CaseSource, encoder: Encoder, *, settings: Settings) -> Status:
    """Tell what is stored, kept and live in a home, without locking anyone out.

    Raises:
        StoreError: If the store cannot be read.
    """
    state = _state(settings.snapshots, encoder)
    ingredients = ingredients_of(source, encoder)
    changed = () if state.manifest is None else ingredients.differing(state.manifest)
    return replace(state, stored_cases=source.count(), changed=changed)


def status_without_store(encoder: Encoder, *, settings: Settings, problem: str) -> Status:
    """Tell the same of a home whose store cannot be read: *problem* says why."""
    return replace(_state(settings.snapshots, encoder), store_problem=problem)


def _state(root: Path, encoder: Encoder) -> Status:
    """Return what there is without a store."""
    live = live_generation(root)
    return Status(
        live=live,
        manifest=None if live is None else _manifest_of(root / live)[0],
        generations=tuple(_kept(root / name, live=name == live) for name in published_generations(root)),
        stored_cases=None,
        store_problem="",
        changed=(),
        encoder=ModelName(encoder.name, encoder.digest, encoder.dim),
    )


def _kept(folder: Path, *, live: bool) -> KeptGeneration:
    manifest, problem = _manifest_of(folder)
    return KeptGeneration(
        generation=folder.name,
        live=live,
        created=manifest.created if manifest else "",
        counts=manifest.counts if manifest else None,
        size_bytes=sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()),
        problem=problem,
    )


def _manifest_of(folder: Path) -> tuple[Manifest | None, str]:
    try:
        return read_manifest(folder), ""
    except SnapshotError as error:
        return None, str(error)
