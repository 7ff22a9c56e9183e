"""The manifest of a snapshot: what it holds, what made it, and the checksum of each of its files.

The builder writes it last; a reader believes nothing that it does not find here.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from search.errors import SnapshotCorrupt, SnapshotError

FORMAT = 3
"""The layout that this code writes, and the only one it reads."""
MANIFEST_NAME = "manifest.json"


@dataclass(frozen=True, slots=True)
class FileEntry:
    """Checksum and size of one file of a snapshot."""

    sha256: str
    size_bytes: int


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a snapshot holds."""

    cases: int
    documents: int
    """Judgments and orders attached to those cases."""
    passages: int
    """Passages that can be shown and that the reranker may read."""
    dense_passages: int
    """Passages that were embedded."""


@dataclass(frozen=True, slots=True)
class ModelName:
    """The model or tokenizer that made a part of a snapshot."""

    name: str
    digest: str
    dim: int = 0
    """Length of an encoder's vectors; 0 for a tokenizer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """Everything known about one snapshot."""

    generation: str
    created: str
    """ISO 8601, UTC."""
    counts: Counts
    analyser: str
    pair_format: int
    encoder: ModelName
    tokenizer: ModelName
    settings: Mapping[str, Any]
    """The settings that shaped the files."""
    lexical: Mapping[str, Any]
    """What the lexical retriever needs to know of its files."""
    store_revision: str
    files: Mapping[str, FileEntry]
    """By name relative to the snapshot's folder, with forward slashes."""
    format: int = FORMAT

    def to_json(self) -> str:
        """Write the manifest as JSON with sorted keys."""
        return json.dumps(asdict(self), ensure_ascii=False, indent=1, sort_keys=True) + "\n"

    @classmethod
    def from_json(cls, text: str) -> Manifest:
        """Read a manifest.

        Raises:
            SnapshotError: If it is of another format, or no manifest at all.
        """
        try:
            values = json.loads(text)
            _check_format(values["format"])
            return cls(
                **{name: values[name] for name in _PLAIN},
                counts=Counts(**values["counts"]),
                encoder=ModelName(**values["encoder"]),
                tokenizer=ModelName(**values["tokenizer"]),
                files={name: FileEntry(**entry) for name, entry in values["files"].items()},
            )
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise SnapshotError(
                f"the manifest cannot be read ({type(error).__name__}: {error}); "
                "run `ihc-search rollback`, or `ihc-search reindex --rebuild`"
            ) from error


_NESTED = {"counts", "encoder", "tokenizer", "files"}
_PLAIN = tuple(field.name for field in fields(Manifest) if field.name not in _NESTED)


def _check_format(found: object) -> None:
    if found != FORMAT:
        raise SnapshotError(
            f"the snapshot is of format {found!r}; this version reads format {FORMAT}: "
            "run `ihc-search reindex --rebuild`, or the version that made it"
        )


def read_manifest(folder: Path) -> Manifest:
    """Read the manifest of the snapshot in *folder*.

    Raises:
        SnapshotError: If there is none, or it is of an unknown format.
    """
    path = folder / MANIFEST_NAME
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise SnapshotError(
            f"{path} cannot be read ({error}); run `ihc-search rollback`, or `ihc-search reindex --rebuild`"
        ) from error
    return Manifest.from_json(text)


def inventory(folder: Path) -> dict[str, FileEntry]:
    """Checksum every file under *folder* but the manifest, in order of name."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file() and path != folder / MANIFEST_NAME)
    return {path.relative_to(folder).as_posix(): FileEntry(sha256_of(path), path.stat().st_size) for path in paths}


def check_sizes(folder: Path, manifest: Manifest) -> None:
    """Check that every file is there and as long as it was: cheap, done at every opening.

    Raises:
        SnapshotCorrupt: Names the first file that is not.
    """
    for name, entry in sorted(manifest.files.items()):
        path = folder / name
        size = path.stat().st_size if path.is_file() else None
        if size != entry.size_bytes:
            found = "no file" if size is None else f"{size} bytes"
            raise SnapshotCorrupt(path, f"{entry.size_bytes} bytes", found)


def check_files(folder: Path, manifest: Manifest) -> None:
    """Check that every file is there with the checksum it was written with.

    Raises:
        SnapshotCorrupt: Names the first file that is not.
    """
    check_sizes(folder, manifest)
    for name, entry in sorted(manifest.files.items()):
        actual = sha256_of(folder / name)
        if actual != entry.sha256:
            raise SnapshotCorrupt(folder / name, entry.sha256, actual)


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of the file at *path*, hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
