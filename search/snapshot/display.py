"""What is shown of each case and passage, and the full-text tables: one SQLite file, read-only.

The file is opened once as immutable and one connection serves every thread in turn, so that deleting the
folder never hurts a reader: the open file stays until it is closed.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from pathlib import Path
from threading import Lock
from typing import Any
from urllib.parse import quote

DISPLAY_NAME = "display.sqlite"
_AT_ONCE = 500


class DisplayFile:
    """The open ``display.sqlite`` of one snapshot; safe to use from several threads."""

    def __init__(self, path: Path) -> None:
        self._lock = Lock()
        self._connection = sqlite3.connect(
            f"file:{quote(str(path.absolute()))}?mode=ro&immutable=1", uri=True, check_same_thread=False
        )
        try:
            # Sorting must not need a temporary file, and the first read proves that this is a database.
            self._connection.execute("PRAGMA temp_store = MEMORY")
            self._connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        except sqlite3.Error:
            self._connection.close()
            raise

    def rows(self, sql: str, parameters: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """Run one reading statement and return all of its rows."""
        with self._lock:
            return self._connection.execute(sql, tuple(parameters)).fetchall()

    def display(self, doc_ids: Sequence[int]) -> list[dict[str, Any]]:
        """Return what is shown of each case, in the order asked for.

        Raises:
            KeyError: If there is no such row.
        """
        found: dict[int, str] = {}
        for start in range(0, len(doc_ids), _AT_ONCE):
            wanted = [int(doc_id) for doc_id in doc_ids[start : start + _AT_ONCE]]
            marks = ",".join("?" * len(wanted))
            found.update(self.rows(f"SELECT doc_id, display FROM cases WHERE doc_id IN ({marks})", wanted))
        return [json.loads(found[int(doc_id)]) for doc_id in doc_ids]

    def ids(self) -> list[str]:
        """Return the id of every case; row = doc_id."""
        return [str(case_id) for (case_id,) in self.rows("SELECT id FROM cases ORDER BY doc_id")]

    def doc_id_of(self, case_id: str) -> int | None:
        """Return the row of the case with that id or source id; an id goes before a source id."""
        for sql in ("SELECT doc_id FROM cases WHERE id = ?", "SELECT doc_id FROM source_ids WHERE source_id = ?"):
            for (doc_id,) in self.rows(sql, (case_id,)):
                return int(doc_id)
        return None

    def passage_text(self, passage_id: int) -> str:
        """Return the text of one passage.

        Raises:
            KeyError: If there is no such row.
        """
        for (text,) in self.rows("SELECT text FROM passages WHERE passage_id = ?", (int(passage_id),)):
            return str(text)
        raise KeyError(passage_id)

    def close(self) -> None:
        """Close the file; nothing can be read afterwards."""
        with self._lock:
            self._connection.close()
