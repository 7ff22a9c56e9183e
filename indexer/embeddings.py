"""Cache of embeddings by content: what was encoded once is never encoded again.

One SQLite file per encoder in ``<home>/cache/embeddings``.  It is written as the encoding goes on, so a build
that is killed loses at most the last few dozen texts.  It is only a cache: deleting it costs time alone.
"""

from __future__ import annotations

import hashlib
import logging
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import numpy as np

from indexer.progress import Progress, silent
from search.retrieval.encoder import LENGTH_MAX_TOKENS, Encoder
from search.types import Vector

log = logging.getLogger(__name__)

TEXTS_PER_COMMIT = 64
_KEYS_AT_ONCE = 500
_SCHEMA = "CREATE TABLE IF NOT EXISTS vectors (text_sha256 BLOB PRIMARY KEY, vector BLOB NOT NULL) WITHOUT ROWID"


class EmbeddingCache:
    """The embeddings that one encoder has made so far."""

    def __init__(self, connection: sqlite3.Connection, encoder: Encoder) -> None:
        self._connection = connection
        self._encoder = encoder

    def vectors(self, texts: Sequence[str], *, progress: Progress = silent) -> Vector:
        """Return the vectors of *texts*, encoding those that are new.

        Returns:
            Shape ``(len(texts), dim)``, float32, rows L2-normalised.
        """
        keys = [hashlib.sha256(text.encode()).digest() for text in texts]
        missing = self._missing(dict(zip(keys, texts, strict=True)))
        progress("encoding passages", 0, len(missing))
        for start in range(0, len(missing), TEXTS_PER_COMMIT):
            self._encode(missing[start : start + TEXTS_PER_COMMIT])
            progress("encoding passages", min(start + TEXTS_PER_COMMIT, len(missing)), len(missing))
        vectors = np.empty((len(texts), self._encoder.dim), dtype=np.float32)
        for start in range(0, len(keys), _KEYS_AT_ONCE):
            found = self._find(keys[start : start + _KEYS_AT_ONCE])
            for row, key in enumerate(keys[start : start + _KEYS_AT_ONCE], start):
                vectors[row] = found[key]
        return vectors

    def _missing(self, texts: dict[bytes, str]) -> list[tuple[bytes, str]]:
        """Return keys and texts that are not kept, longest first: neighbours of like length make full batches."""
        keys = list(texts)
        for start in range(0, len(keys), _KEYS_AT_ONCE):
            for key in self._find(keys[start : start + _KEYS_AT_ONCE]):
                del texts[key]
        return sorted(texts.items(), key=lambda item: (-len(item[1]), item[0]))

    def _find(self, keys: Sequence[bytes]) -> dict[bytes, Vector]:
        marks = ",".join("?" * len(keys))
        rows = self._connection.execute(f"SELECT text_sha256, vector FROM vectors WHERE text_sha256 IN ({marks})", keys)
        size = self._encoder.dim * np.dtype(np.float32).itemsize
        return {key: np.frombuffer(vector, dtype="<f4") for key, vector in rows if len(vector) == size}

    def _encode(self, texts: Sequence[tuple[bytes, str]]) -> None:
        vectors = self._encoder.encode([text for _, text in texts]).astype("<f4")
        with self._connection:
            self._connection.executemany(
                "INSERT OR REPLACE INTO vectors VALUES (?, ?)",
                ((key, vector.tobytes()) for (key, _), vector in zip(texts, vectors, strict=True)),
            )


@contextmanager
def open_cache(folder: Path, encoder: Encoder) -> Iterator[EmbeddingCache]:
    """Open the cache of *encoder* in *folder*; a damaged one is thrown away and begun again."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{encoder.digest[:32]}-{LENGTH_MAX_TOKENS}.sqlite"
    try:
        connection = _connect(path)
    except sqlite3.OperationalError:
        raise  # a full disk or a missing permission is no damage
    except sqlite3.DatabaseError:
        log.warning("embedding cache damaged, begun again", extra={"path": str(path)})
        for suffix in ("", "-wal", "-shm"):
            path.with_name(path.name + suffix).unlink(missing_ok=True)
        connection = _connect(path)
    try:
        yield EmbeddingCache(connection, encoder)
    finally:
        connection.close()


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute(_SCHEMA)
        if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
            raise sqlite3.DatabaseError("the file is damaged")
    except BaseException:
        connection.close()
        raise
    return connection
