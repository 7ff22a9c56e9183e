"""Open a snapshot: everything a search reads, checked against its manifest.

All files are opened or read at once.  A generation that is pruned while a reader holds it stays whole for
that reader, until it closes it.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from search.errors import SnapshotError
from search.snapshot import columns, tokens
from search.snapshot.columns import Columns, open_columns
from search.snapshot.current import current_generation
from search.snapshot.display import DISPLAY_NAME, DisplayFile
from search.snapshot.manifest import Manifest, check_files, check_sizes, read_manifest
from search.snapshot.tokens import Tokens, open_tokens

__all__ = ["Snapshot", "current_generation", "open_current", "open_snapshot"]

DENSE_FOLDER = "dense"
INDEX_NAME = "passages.faiss"
LEXICAL_FOLDER = "lexical"
_TITLES_AT_ONCE = 5000
_ATTEMPTS = 5


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One open generation."""

    folder: Path
    manifest: Manifest
    columns: Columns
    display_file: DisplayFile
    tokens: Tokens
    faiss_index: Any
    """Inner product of L2-normalised vectors; row = dense passage."""
    dense_passage_case: npt.NDArray[np.int32]
    """doc_id of each dense passage; ascending."""

    @property
    def generation(self) -> str:
        """The name of this snapshot."""
        return self.manifest.generation

    @property
    def lexical_folder(self) -> Path:
        """Where the lexical retriever finds its files."""
        return self.folder / LEXICAL_FOLDER

    def display(self, doc_ids: Sequence[int]) -> list[dict[str, Any]]:
        """Return what is shown of each case, in the order asked for."""
        return self.display_file.display(doc_ids)

    def titles(self) -> Iterator[str]:
        """Yield the title of every case, in the order of doc_id; empty where a case has none."""
        sql = "SELECT json_extract(display, '$.title') FROM cases WHERE doc_id >= ? AND doc_id < ? ORDER BY doc_id"
        # In parts, because searches wait for the file as long as one statement runs.
        for start in range(0, len(self.columns), _TITLES_AT_ONCE):
            for (title,) in self.display_file.rows(sql, (start, start + _TITLES_AT_ONCE)):
                yield title or ""

    def ids(self) -> list[str]:
        """Return the id of every case; row = doc_id."""
        return self.display_file.ids()

    def doc_id_of(self, case_id: str) -> int | None:
        """Return the row of the case with that id or source id."""
        return self.display_file.doc_id_of(case_id)

    def passage_text(self, passage_id: int) -> str:
        """Return the text of one passage."""
        return self.display_file.passage_text(passage_id)

    def close(self) -> None:
        """Give the files back; the arrays go with the last reference to them."""
        self.display_file.close()


def open_snapshot(folder: Path, *, verify: bool) -> Snapshot:
    """Open the snapshot in *folder*.

    Args:
        folder: The folder of one generation.
        verify: Recompute the SHA-256 of every file; otherwise only presence and sizes are checked.

    Raises:
        SnapshotCorrupt: If a file does not match the manifest.
        SnapshotError: If there is no snapshot there, or it is of an unknown format.
    """
    manifest = read_manifest(folder)
    (check_files if verify else check_sizes)(folder, manifest)
    try:
        snapshot = _open_parts(folder, manifest)
    except (OSError, ValueError, KeyError, RuntimeError, sqlite3.Error, json.JSONDecodeError) as error:
        raise SnapshotError(
            f"{folder} cannot be opened ({error}); run `ihc-search rollback`, or `ihc-search reindex --rebuild`"
        ) from error
    try:
        _check_counts(snapshot)
    except SnapshotError:
        snapshot.close()
        raise
    return snapshot


def open_current(root: Path, *, verify: bool = False) -> Snapshot:
    """Open the live generation under *root*.

    A generation that is pruned between reading its name and opening it is not an error: the next one is opened.

    Raises:
        SnapshotMissing: If nothing was published yet.
        SnapshotError: If the live generation cannot be opened.
    """
    for _ in range(_ATTEMPTS):
        generation = current_generation(root)
        try:
            return open_snapshot(root / generation, verify=verify)
        except SnapshotError:
            if current_generation(root) == generation:
                raise
    raise SnapshotError(f"{root} changed {_ATTEMPTS} times while it was opened; try again")


def _open_parts(folder: Path, manifest: Manifest) -> Snapshot:
    import faiss  # a heavy library: loaded by whoever opens a snapshot, not by whoever imports this module

    return Snapshot(
        folder=folder,
        manifest=manifest,
        columns=open_columns(folder / columns.FOLDER),
        tokens=open_tokens(folder / tokens.FOLDER),
        faiss_index=faiss.read_index(str(folder / DENSE_FOLDER / INDEX_NAME)),
        dense_passage_case=np.load(folder / DENSE_FOLDER / "passage_case.npy", allow_pickle=False),
        # Last, because it alone needs to be closed.
        display_file=DisplayFile(folder / DISPLAY_NAME),
    )


def _check_counts(snapshot: Snapshot) -> None:
    """Raise if the parts do not agree on how much there is."""
    counts = snapshot.manifest.counts
    ((shown,),) = snapshot.display_file.rows("SELECT count(*) FROM cases")
    ((passages,),) = snapshot.display_file.rows("SELECT count(*) FROM passages")
    found = {
        "cases": {shown, len(snapshot.columns), len(snapshot.tokens.heads), len(snapshot.tokens.tails)},
        "passages": {passages, len(snapshot.tokens.passages), len(snapshot.tokens.passage_case)},
        "dense_passages": {snapshot.faiss_index.ntotal, len(snapshot.dense_passage_case)},
    }
    for name, values in found.items():
        if values != {getattr(counts, name)}:
            raise SnapshotError(
                f"{snapshot.folder} holds {sorted(values)} {name}, its manifest says {getattr(counts, name)}; "
                "run `ihc-search rollback`, or `ihc-search reindex --rebuild`"
            )
