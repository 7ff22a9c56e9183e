"""Writing the store: what inputs said goes in once, and the cases it touches are made again.

A batch is one transaction: after a kill the store holds whole batches, and loading again goes on from there.
"""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy import Column, Connection, Table, bindparam, delete, insert, select, update
from sqlalchemy.sql.elements import ColumnElement

from indexer.contribution import NORMALISATION_VERSION, Contribution, digest_of
from indexer.documents import DOCUMENT_VERSION, InputDocument
from indexer.merge import cases_of, group_key, parties_key
from search.cases import Case
from search.store import tables
from search.store.rows import case_row, list_rows

KEYS_AT_ONCE = 5_000
"""Values of one ``IN``: below the limits of both databases."""
Given = TypeVar("Given", Contribution, InputDocument)


def table_of(model: type[tables.Base]) -> Table:
    """Return the table of a model."""
    return tables.Base.metadata.tables[model.__tablename__]


_RECORDS = table_of(tables.RecordRow)
_TEXTS = table_of(tables.TextRow)
_DOCUMENTS = table_of(tables.DocumentRow)
_CASES = table_of(tables.CaseRow)
_LISTS = tuple(table_of(model) for model in tables.LISTS)


@dataclass(frozen=True, slots=True)
class CaseWriter:
    """Writes inside the transaction of *connection*."""

    connection: Connection

    def add_records(self, contributions: Iterable[Contribution]) -> set[str]:
        """Keep what is new, and return the groups whose cases must be made again."""
        rows = [_record_row(contribution) for contribution in _smallest_place(contributions)]
        return {row["group_key"] for row in self._add(_RECORDS, rows)}

    def add_documents(self, documents: Iterable[InputDocument]) -> None:
        """Keep what is new, each text once."""
        given = _smallest_place(documents)
        texts = {document.sha256: document.text for document in given}
        known = {row.sha256 for row in self.rows(_TEXTS.c.sha256, _TEXTS.c.sha256, texts)}
        self.insert(_TEXTS, [{"sha256": key, "text": text} for key, text in sorted(texts.items()) if key not in known])
        self._add(_DOCUMENTS, [_document_row(document) for document in given])

    def remake(self, groups: Collection[str]) -> None:
        """Make the cases of *groups* again from their records."""
        before = {row.id for row in self.rows(_CASES.c.id, _CASES.c.group_key, groups)}
        made = [
            (case, group, parties)
            for group, contributions in self.contributions(groups).items()
            for parties, case in cases_of(group, contributions).items()
        ]
        self.delete_cases(before - {case.id for case, _, _ in made})
        self._put_cases(made, before=before)

    def contributions(self, groups: Collection[str]) -> dict[str, list[Contribution]]:
        """Return group -> its records, both in a fixed order."""
        found: dict[str, list[Contribution]] = defaultdict(list)
        for row in self.rows(_RECORDS.c, _RECORDS.c.group_key, groups):
            found[row.group_key].append(_contribution(row))
        return {group: sorted(members, key=lambda each: each.digest) for group, members in sorted(found.items())}

    def rows(self, columns: Any, key: ColumnElement[str], values: Collection[str]) -> Iterator[Any]:
        """Yield the rows whose *key* is among *values*."""
        selected = columns if isinstance(columns, Iterable) else (columns,)
        wanted = sorted(values)
        for start in range(0, len(wanted), KEYS_AT_ONCE):
            yield from self.connection.execute(select(*selected).where(key.in_(wanted[start : start + KEYS_AT_ONCE])))

    def insert(self, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
        """Insert many rows at once."""
        if rows:
            self.connection.execute(insert(table), rows)

    def delete(self, key: Column[Any], values: Collection[str]) -> None:
        """Delete the rows whose *key* is among *values*."""
        wanted = sorted(values)
        for start in range(0, len(wanted), KEYS_AT_ONCE):
            table: Any = key.table
            self.connection.execute(delete(table).where(key.in_(wanted[start : start + KEYS_AT_ONCE])))

    def delete_cases(self, identifiers: Collection[str]) -> None:
        """Delete cases with their lists."""
        self.delete(_CASES.c.id, identifiers)

    def insert_cases(self, cases: Iterable[Case]) -> None:
        """Insert documents that stand as cases of their own."""
        self._put_cases([(case, case.id, "") for case in cases], before=())

    def _put_cases(self, cases: Iterable[tuple[Case, str, str]], *, before: Collection[str]) -> None:
        """Insert and update cases with their group and parties; an updated one keeps its documents, tied apart."""
        made: dict[str, dict[str, Any]] = {}
        lists: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for case, group, parties in cases:
            rows_of_lists = list_rows(case)
            made[case.id] = keyed_row(case, rows_of_lists) | {"group_key": group, "parties_key": parties}
            for name, rows in rows_of_lists.items():
                lists[name] += rows
        self.insert(_CASES, [row | {"documents_digest": ""} for key, row in made.items() if key not in before])
        changed = [row | {"_id": key} for key, row in made.items() if key in before]
        if changed:
            columns: dict[str, Any] = {name: bindparam(name) for name in changed[0] if name not in ("id", "_id")}
            self.connection.execute(update(_CASES).where(_CASES.c.id == bindparam("_id")).values(columns), changed)
        updated = [key for key in made if key in before]
        for table in _LISTS:
            self.delete(table.c.case_id, updated)
            self.insert(table, lists[table.name])

    def _add(self, table: Table, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """Insert rows whose digest is new; replace those of an older version or a later place in the inputs."""
        columns = (table.c.digest, table.c.source_file, table.c.line, table.c.version)
        known = {row.digest: row for row in self.rows(columns, table.c.digest, [row["digest"] for row in rows])}
        new = [row for row in rows if row["digest"] not in known]
        replaced = [row for row in rows if row["digest"] in known and _replaces(row, known[row["digest"]])]
        self.insert(table, new)
        if replaced:
            columns_set: dict[str, Any] = {name: bindparam(name) for name in replaced[0] if name != "digest"}
            statement = update(table).where(table.c.digest == bindparam("_digest")).values(columns_set)
            self.connection.execute(statement, [row | {"_digest": row["digest"]} for row in replaced])
        return new + replaced


def keyed_row(case: Case, rows_of_lists: Mapping[str, list[dict[str, Any]]]) -> dict[str, Any]:
    """Return the columns of *case* with the digest of what it says; where it was read is no part of that."""
    row = case_row(case)
    said = {name: rows for name, rows in rows_of_lists.items() if name != "provenance"}
    return row | {"digest": digest_of([row, said])}


def _replaces(row: Mapping[str, Any], known: Any) -> bool:
    if row["version"] != known.version:
        return bool(row["version"] > known.version)
    return bool((row["source_file"], row["line"]) < (known.source_file, known.line))


def _smallest_place(given: Iterable[Given]) -> list[Given]:
    """Each digest once, from the smallest file name and line: the same whatever file came first."""
    kept: dict[str, Given] = {}
    for each in given:
        other = kept.get(each.digest)
        if other is None or (each.source_file, each.line) < (other.source_file, other.line):
            kept[each.digest] = each
    return list(kept.values())


def _record_row(contribution: Contribution) -> dict[str, Any]:
    return {
        "digest": contribution.digest,
        "group_key": group_key(contribution),
        "parties_key": parties_key(contribution),
        "kind": contribution.kind,
        "source": contribution.source,
        "source_id": contribution.source_id,
        "source_date": contribution.source_date,
        "source_file": contribution.source_file,
        "line": contribution.line,
        "version": NORMALISATION_VERSION,
        "fields": dict(contribution.fields),
        "repairs": dict(contribution.repairs),
    }


def _contribution(row: Any) -> Contribution:
    names = [field.name for field in dataclasses.fields(Contribution) if field.name != "text"]
    return Contribution(**{name: row._mapping[name] for name in names})


def _document_row(document: InputDocument) -> dict[str, Any]:
    names = [field.name for field in dataclasses.fields(InputDocument) if field.name != "text"]
    row = {name: getattr(document, name) for name in names}
    return row | {"version": DOCUMENT_VERSION, "repairs": list(document.repairs)}
