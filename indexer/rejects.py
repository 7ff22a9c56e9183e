"""Rejects: what could not be loaded is kept, with its place and the reason."""

from __future__ import annotations

import json
import os
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from indexer.records import Reject
from search.errors import StoreError


class RejectsFile:
    """A file in the folder of rejects; it appears whole at the end, and not at all when nothing was rejected."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.count = 0
        self.path: Path | None = None
        self._stream: IO[str] | None = None

    def add(self, reject: Reject) -> None:
        """Keep one rejected line."""
        entry = {"file": reject.file, "line": reject.line, "reason": reject.reason, "text": reject.text}
        try:
            stream = self._stream or self._open()
            stream.write(json.dumps(entry, ensure_ascii=True) + "\n")
        except OSError as error:
            raise self._unwritable(error) from error
        self.count += 1

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if self._stream is None or self.path is None:
            return
        try:
            self._stream.flush()
            os.fsync(self._stream.fileno())
            self._stream.close()
            self._beside(self.path).replace(self.path)
        except OSError as failure:
            raise self._unwritable(failure) from failure

    def _open(self) -> IO[str]:
        self.folder.mkdir(parents=True, exist_ok=True)
        self.path = self.folder / f"{datetime.now(UTC):%Y%m%dT%H%M%S%fZ}.jsonl"
        self._stream = self._beside(self.path).open("w", encoding="utf-8")
        return self._stream

    @staticmethod
    def _beside(path: Path) -> Path:
        return path.with_suffix(".part")

    def _unwritable(self, error: OSError) -> StoreError:
        return StoreError(f"rejected lines cannot be kept in {self.folder}: {error.strerror}")
