"""Display build: what is shown of each case, its passages, and the FTS5 tables over both, in one SQLite file."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from indexer.progress import Progress, silent
from search.cases import Case
from search.identifiers.spelled_out import spelled_out
from search.reranking.pairs import head_of, tail_of
from search.text.passages import body_text, court_text, passages_of

# Two full-text tables: that of passages reads their text from `passages`; that of cases keeps no text at all.
_SCHEMA = """
CREATE TABLE cases (doc_id INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, display TEXT NOT NULL);
CREATE TABLE source_ids (source_id TEXT PRIMARY KEY, doc_id INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE passages (
    passage_id INTEGER PRIMARY KEY, doc_id INTEGER NOT NULL, start INTEGER NOT NULL, text TEXT NOT NULL);
CREATE VIRTUAL TABLE passages_fts USING fts5(
    text, content = 'passages', content_rowid = 'passage_id', tokenize = 'unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE cases_fts USING fts5(
    title, number, orders, meaning, petitioner, respondent, content = '', tokenize = 'unicode61 remove_diacritics 2');
"""
_REPORT_EVERY = 50
BORDER = " \ue000 "
"""A character that is a word of its own to the tokenizer, and stands in no query."""


def build_display(cases: Sequence[Case], path: Path, *, progress: Progress = silent) -> int:
    """Write the display file of *cases*, in the order of their doc_id.

    Returns:
        How many passages it holds.
    """
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        # The file is not there for anyone before it is complete, so nothing needs to be undone or kept on the way.
        connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + _SCHEMA)
        connection.execute("BEGIN")
        passages = _fill(connection, cases, progress)
        connection.execute("INSERT INTO passages_fts (passages_fts) VALUES ('rebuild')")
        for table in ("passages_fts", "cases_fts"):
            connection.execute(f"INSERT INTO {table} ({table}) VALUES ('optimize')")
        connection.execute("COMMIT")
        connection.execute("ANALYZE")
    finally:
        connection.close()
    return passages


def _fill(connection: sqlite3.Connection, cases: Sequence[Case], progress: Progress) -> int:
    passages = 0
    for doc_id, case in enumerate(cases):
        if doc_id % _REPORT_EVERY == 0:
            progress("writing display", doc_id, len(cases))
        _insert_case(connection, doc_id, case)
        rows = [(passages + number, doc_id, start, text) for number, (start, text) in enumerate(_placed(case))]
        connection.executemany("INSERT INTO passages VALUES (?, ?, ?, ?)", rows)
        passages += len(rows)
    progress("writing display", len(cases), len(cases))
    return passages


def _insert_case(connection: sqlite3.Connection, doc_id: int, case: Case) -> None:
    shown = displayed(case)
    connection.execute("INSERT INTO cases VALUES (?, ?, ?)", (doc_id, case.id, json.dumps(shown, ensure_ascii=False)))
    connection.executemany(
        "INSERT OR IGNORE INTO source_ids VALUES (?, ?)",
        [(source_id, doc_id) for source_id in dict.fromkeys((case.source_id, *case.source_ids))],
    )
    connection.execute(
        "INSERT INTO cases_fts (rowid, title, number, orders, meaning, petitioner, respondent) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        (doc_id, *_searched(case, shown["orders"])),
    )


def _searched(case: Case, orders: str) -> tuple[str, ...]:
    """Return what of *case* is searched word by word, beside the passages."""
    meaning = spelled_out(case.number) if case.number else ""
    sides = (
        _apart(party.name for party in case.parties if party.side == side) for side in ("petitioner", "respondent")
    )
    return (case.title, case.number_text, orders, _apart(meaning.split(" ; ")), *sides)


def _apart(texts: Iterable[str]) -> str:
    """Join *texts* so that no phrase lies across two of them."""
    return BORDER.join(texts)


def displayed(case: Case) -> dict[str, Any]:
    """Return what a hit shows of *case*, and the texts in which words of a query are marked."""
    return {
        "id": case.id,
        "source_id": case.source_id,
        "kind": case.kind,
        "number": case.number_text if case.number else None,
        "title": case.title,
        "court": case.court,
        "status": case.status,
        "bench": case.bench,
        "year": case.number.year if case.number else None,
        "institution_date": case.institution_date.isoformat() if case.institution_date else None,
        "orders": court_text(case),
        "head": head_of(case),
        "tail": tail_of(case),
    }


def _placed(case: Case) -> Iterator[tuple[int, str]]:
    """Yield each passage of *case* and where it starts in its judgments, white space collapsed; -1 if nowhere."""
    whole = " ".join(body_text(case).split())
    start = 0
    for passage in passages_of(case):
        found = whole.find(passage, start)
        start = max(start, found)
        yield found, passage
