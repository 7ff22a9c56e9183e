"""Settling: what is true of the store as a whole, made good at the end of each load or removal."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine, bindparam, delete, func, select, update

from indexer.contribution import digest_of
from indexer.merge import MERGE_VERSION, clusters_of
from indexer.progress import Progress
from indexer.ties import Tie, Ties, resolve
from indexer.ties import clusters_of as document_clusters
from indexer.writer import CaseWriter, keyed_row, table_of
from search.cases import Case
from search.errors import StoreError
from search.store import tables
from search.store.connection import store_errors
from search.store.rows import list_rows

GROUPS_AT_ONCE = 2_000
_CASES = table_of(tables.CaseRow)
_RECORDS = table_of(tables.RecordRow)
_DOCUMENTS = table_of(tables.DocumentRow)
_TEXTS = table_of(tables.TextRow)
_TIED = table_of(tables.CaseDocumentRow)
_PROVENANCE = table_of(tables.ProvenanceRow)
_META = table_of(tables.MetaRow)
_MERGE_KEY = "merge_version"
_DOCUMENTS_KEY = "documents"


@dataclass(frozen=True, slots=True)
class Standing:
    """The store in figures, and what a person should look at."""

    totals: Mapping[str, int]
    collisions: tuple[str, ...]
    suspected_twins: tuple[str, ...]


def remake_outdated(engine: Engine, progress: Progress) -> None:
    """Make all cases again where an older release merged them."""
    with store_errors(engine), engine.begin() as connection:
        found = connection.execute(select(_META.c.value).where(_META.c.key == _MERGE_KEY)).scalar()
        if found == str(MERGE_VERSION):
            return
        query = select(_RECORDS.c.group_key).distinct().order_by(_RECORDS.c.group_key)
        groups = connection.execute(query).scalars().all()
        writer = CaseWriter(connection)
        for start in range(0, len(groups), GROUPS_AT_ONCE):
            writer.remake(groups[start : start + GROUPS_AT_ONCE])
            progress("merging again", min(start + GROUPS_AT_ONCE, len(groups)), len(groups))
        connection.execute(delete(_META).where(_META.c.key == _MERGE_KEY))
        writer.insert(_META, [{"key": _MERGE_KEY, "value": str(MERGE_VERSION)}])


def settle(engine: Engine, progress: Progress) -> None:
    """Tie every document again, in one transaction."""
    progress("tying documents", 0, 2)
    with store_errors(engine), engine.begin() as connection:
        ties = resolve(connection)
        progress("tying documents", 1, 2)
        _write_alone(connection, ties)
        _write_ties(connection, ties)
        connection.execute(delete(_META).where(_META.c.key == _DOCUMENTS_KEY))
        CaseWriter(connection).insert(_META, [{"key": _DOCUMENTS_KEY, "value": str(ties.documents)}])
    progress("tying documents", 2, 2)


def _write_alone(connection: Connection, ties: Ties) -> None:
    """Documents that stand alone are cases of kind "document"; those that no longer do are gone."""
    writer = CaseWriter(connection)
    before = _alone_before(connection)
    wanted = {case.id: case for case in ties.alone}
    stale = {key for key in before if key not in wanted or before[key] != _identity(wanted[key])}
    writer.delete_cases(stale)
    writer.insert_cases([case for key, case in wanted.items() if key not in before or key in stale])


def _alone_before(connection: Connection) -> dict[str, tuple[str, str, int]]:
    columns = (_CASES.c.id, _CASES.c.digest, _PROVENANCE.c.source_file, _PROVENANCE.c.line)
    query = select(*columns).join(_PROVENANCE, _PROVENANCE.c.case_id == _CASES.c.id).where(_CASES.c.kind == "document")
    return {row.id: (row.digest, row.source_file, row.line) for row in connection.execute(query)}


def _identity(case: Case) -> tuple[str, str, int]:
    """What a lone document says, and where it was read."""
    digest: str = keyed_row(case, list_rows(case))["digest"]
    return digest, case.provenance[0].source_file, case.provenance[0].line


def _write_ties(connection: Connection, ties: Ties) -> None:
    writer = CaseWriter(connection)
    query = select(_CASES.c.id, _CASES.c.documents_digest)
    before = {row.id: row.documents_digest for row in connection.execute(query)}
    rows = {case: _tie_rows(case, of_case) for case, of_case in ties.of_cases.items()}
    digests = {case: digest_of(of_case) for case, of_case in rows.items()}
    changed = sorted(case for case, digest in before.items() if digest != digests.get(case, ""))
    writer.delete(_TIED.c.case_id, changed)
    writer.insert(_TIED, [row for case in changed for row in rows.get(case, ())])
    if changed:
        statement = update(_CASES).where(_CASES.c.id == bindparam("_id")).values(documents_digest=bindparam("_digest"))
        connection.execute(statement, [{"_id": case, "_digest": digests.get(case, "")} for case in changed])


def _tie_rows(case: str, ties: Collection[Tie]) -> list[dict[str, Any]]:
    return [
        {"case_id": case, "position": position, "sha256": tie.sha256, "file_name": tie.file_name, "pages": tie.pages,
         "tie": tie.evidence}
        for position, tie in enumerate(ties)
    ]  # fmt: skip


def standing(engine: Engine) -> Standing:
    """Count the store, and find its collisions and suspected twins."""
    names = ("kind", "group_key", "parties_key", "case_type", "serial", "year", "court", "number_text", "title")
    columns = [_CASES.c[name] for name in names]
    with store_errors(engine), engine.connect() as connection:
        rows = connection.execute(select(*columns).order_by(_CASES.c.number_text, _CASES.c.id)).all()
        records = connection.execute(select(func.count()).select_from(_RECORDS)).scalar_one()
        documents = int(connection.execute(select(_META.c.value).where(_META.c.key == _DOCUMENTS_KEY)).scalar() or 0)
    alone = sum(row.kind == "document" for row in rows)
    cases = [row for row in rows if row.kind == "case"]
    totals = {
        "cases": len(cases),
        "documents": documents,
        "documents_tied": documents - alone,
        "documents_alone": alone,
        "records": records,
    }
    numbered = [row for row in cases if row.serial is not None]
    return Standing(totals, _collisions(numbered), _twins(numbered))


def _collisions(rows: Collection[Any]) -> tuple[str, ...]:
    by_group: dict[str, list[Any]] = defaultdict(list)
    for row in rows:
        by_group[row.group_key].append(row)
    return tuple(
        f"{members[0].number_text}: {' | '.join(row.title for row in members)}"
        for members in by_group.values()
        if len(members) > 1
    )


def _twins(rows: Collection[Any]) -> tuple[str, ...]:
    by_case: dict[tuple[Any, ...], list[Any]] = defaultdict(list)
    for row in rows:
        if row.parties_key:
            by_case[row.court, row.case_type, row.serial, row.year, row.parties_key].append(row)
    return tuple(
        f"{' | '.join(row.number_text for row in members)}: {members[0].title}"
        for members in by_case.values()
        if len(members) > 1
    )


def take_out(engine: Engine, case: Case) -> None:
    """Delete what the inputs said about *case*, and the case with it.

    Texts that came inside its records go too; a document that was only tied to it stays, on its own.
    """
    with store_errors(engine), engine.begin() as connection:
        row = connection.execute(select(_CASES).where(_CASES.c.id == case.id)).one()
        writer = CaseWriter(connection)
        if case.kind == "document":
            writer.delete(_DOCUMENTS.c.digest, _rows_of(connection, case))
            writer.delete_cases([case.id])
        else:
            contributions = writer.contributions([row.group_key])[row.group_key]
            members = clusters_of(contributions).get(row.parties_key)
            if members is None:
                raise StoreError(f"the records of {case.source_id} changed meanwhile; run this again")
            writer.delete(_RECORDS.c.digest, [member.digest for member in members])
            writer.remake([row.group_key])
        orphans = select(_TEXTS.c.sha256).where(
            _TEXTS.c.sha256.not_in(select(_DOCUMENTS.c.sha256)), _TEXTS.c.sha256.not_in(select(_TIED.c.sha256))
        )
        connection.execute(delete(_TEXTS).where(_TEXTS.c.sha256.in_(orphans)))


def _rows_of(connection: Connection, case: Case) -> list[str]:
    """The input documents that a lone document stands for."""
    texts = {document.sha256 for document in case.documents}
    query = select(_DOCUMENTS).where(_DOCUMENTS.c.owner.is_(None)).order_by(_DOCUMENTS.c.digest)
    rows = connection.execute(query).all()
    return [
        row.digest
        for members in document_clusters(connection, rows)
        if any(row.sha256 in texts for row in members)
        for row in members
    ]
