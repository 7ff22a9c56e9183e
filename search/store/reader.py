"""Reading the store: cases come out as they went in."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine, Row, func, or_, select

from search.cases import Case
from search.errors import AmbiguousCase, CaseNotFound
from search.store import tables
from search.store.connection import open_store, reading
from search.store.rows import case_of

__all__ = ["CaseReader", "open_store"]

CASES_AT_ONCE = 500
_CASES = tables.CaseRow.__table__
_SOURCE_IDS = tables.SourceIdRow.__table__
_DOCUMENTS = tables.CaseDocumentRow.__table__
_TEXTS = tables.TextRow.__table__


@dataclass(frozen=True, slots=True)
class CaseReader:
    """The read side of the store."""

    engine: Engine
    cases_at_once: int = CASES_AT_ONCE

    def cases(self) -> Iterator[Case]:
        """Yield every case ordered by id, all as of one moment.

        Raises:
            StoreError: If the database cannot be read.
        """
        with reading(self.engine) as connection:
            last = ""
            while rows := connection.execute(
                select(_CASES).where(_CASES.c.id > last).order_by(_CASES.c.id).limit(self.cases_at_once)
            ).all():
                last = rows[-1].id
                yield from _assembled(connection, rows)

    def case(self, case_id: str) -> Case:
        """Return the case under its id or any of its source ids.

        An `id` is tried first; where two cases carry one source id, the smaller id is returned.

        Raises:
            CaseNotFound: If there is none.
            StoreError: If the database cannot be read.
        """
        with reading(self.engine) as connection:
            return next(_assembled(connection, [_rows_under(connection, case_id)[0]]))

    def only_case(self, case_id: str) -> Case:
        """Return the case under its id, or under a source id that no other case carries.

        Raises:
            AmbiguousCase: If it is no id, and several cases carry it as their source id; lists them.
            CaseNotFound: If there is none.
            StoreError: If the database cannot be read.
        """
        with reading(self.engine) as connection:
            rows = _rows_under(connection, case_id)
            if len(rows) > 1 and rows[0].id != case_id:
                lines = [" ".join(filter(None, (row.id, row.number_text, row.title))) for row in rows]
                raise AmbiguousCase(case_id, lines)
            return next(_assembled(connection, rows[:1]))

    def count(self) -> int:
        """Return how many cases there are, documents that stand alone included."""
        with reading(self.engine) as connection:
            return connection.execute(select(func.count()).select_from(_CASES)).scalar_one()

    def revision(self) -> str:
        """Return a digest of the content: equal stores, however they were loaded, have equal revisions."""
        digest = hashlib.sha256()
        columns = (_CASES.c.id, _CASES.c.digest, _CASES.c.documents_digest)
        with reading(self.engine) as connection:
            for row in connection.execute(select(*columns).order_by(_CASES.c.id)):
                digest.update("\n".join(row).encode("ascii") + b"\n\n")
        return digest.hexdigest()


def _rows_under(connection: Connection, case_id: str) -> Sequence[Row[Any]]:
    """Return the cases of an id or source id: the one whose id it is first, the others by their ids; at least one."""
    if "\x00" in case_id:
        raise CaseNotFound(case_id)
    named = select(_SOURCE_IDS.c.case_id).where(_SOURCE_IDS.c.source_id == case_id)
    match = or_(_CASES.c.id == case_id, _CASES.c.source_id == case_id, _CASES.c.id.in_(named))
    rows = connection.execute(select(_CASES).where(match)).all()
    if not rows:
        raise CaseNotFound(case_id)
    return sorted(rows, key=lambda row: (row.id != case_id, row.id))


def _assembled(connection: Connection, rows: Sequence[Row[Any]]) -> Iterator[Case]:
    """Return the cases of *rows*, which follow each other in the table, with one query per list."""
    lists = {table.__tablename__: _by_case(connection, table.__table__, rows) for table in tables.LISTS}
    documents = _by_case(connection, None, rows)
    for row in rows:
        of_case = {name: entries[row.id] for name, entries in lists.items()}
        yield case_of(dict(row._mapping), of_case, documents[row.id])


def _by_case(connection: Connection, table: Any, rows: Sequence[Row[Any]]) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = defaultdict(list)
    source = _DOCUMENTS if table is None else table
    columns = [*_DOCUMENTS.c, _TEXTS.c.text] if table is None else [*source.c]
    query = select(*columns).where(source.c.case_id.between(rows[0].id, rows[-1].id))
    if table is None:
        query = query.join(_TEXTS, _TEXTS.c.sha256 == _DOCUMENTS.c.sha256)
    for row in connection.execute(query.order_by(source.c.case_id, source.c.position)).mappings():
        found[row["case_id"]].append(row)
    return found
