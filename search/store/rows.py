"""Rows and cases: how one `Case` lies in the tables, in both directions."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from search.cases import Case, CaseNumber, Document, Hearing, Motion, Party, Profile, Provenance
from search.store import tables

Row = Mapping[str, Any]
_NUMBER = tuple(field.name for field in dataclasses.fields(CaseNumber))
_HEARING = tuple(field.name for field in dataclasses.fields(Hearing))
_MOTION = tuple(field.name for field in dataclasses.fields(Motion))
_PROFILE_LISTS = {
    "abstract_sentences": "abstract_sentence",
    "subjects": "subject",
    "sections": "section",
    "keywords": "keyword",
}
_CASE_FIELDS = frozenset(field.name for field in dataclasses.fields(Case))
SCALARS = tuple(name for name in tuple(tables.Base.metadata.tables["cases"].columns.keys()) if name in _CASE_FIELDS)
"""The fields of a case that are columns under the same name."""


def case_row(case: Case) -> dict[str, Any]:
    """Return the columns of *case* in the table ``cases``, without keys and digests."""
    row: dict[str, Any] = {name: getattr(case, name) for name in SCALARS}
    row |= {name: getattr(case.number, name) if case.number else None for name in _NUMBER}
    return row | {"summary": case.profile.summary, "abstract": case.profile.abstract}


def list_rows(case: Case) -> dict[str, list[dict[str, Any]]]:
    """Return table name -> rows of the lists inside *case*, its documents excepted."""
    advocates = [("petitioner", name) for name in case.advocates_petitioner]
    advocates += [("respondent", name) for name in case.advocates_respondent]
    terms = [(kind, term) for name, kind in _PROFILE_LISTS.items() for term in getattr(case.profile, name)]
    lists: dict[str, list[dict[str, Any]]] = {
        "source_ids": [{"source_id": source_id} for source_id in case.source_ids],
        "parties": [{"name": party.name, "side": party.side} for party in case.parties],
        "judges": [{"name": name} for name in case.judges],
        "advocates": [{"side": side, "name": name} for side, name in advocates],
        "hearings": [_fields(hearing, _HEARING) | {"files": list(hearing.files)} for hearing in case.hearings],
        "motions": [_fields(motion, _MOTION) for motion in case.motions],
        "comments": [{"text": comment} for comment in case.comments],
        "listed_files": [{"file_name": name} for name in case.files],
        "profile_terms": [{"kind": kind, "term": term} for kind, term in terms],
        "provenance": _provenance_rows(case.provenance),
    }
    return {
        table: [row | {"case_id": case.id, "position": position} for position, row in enumerate(rows)]
        for table, rows in lists.items()
    }


def case_of(row: Row, lists: Mapping[str, Sequence[Row]], documents: Iterable[Row]) -> Case:
    """Return the case that *row* and its lists hold; *documents* are joined with their texts."""
    terms = {name: _column(lists["profile_terms"], "term", kind=kind) for name, kind in _PROFILE_LISTS.items()}
    return Case(
        **{name: row[name] for name in SCALARS},
        number=None if row["serial"] is None else CaseNumber(**{name: row[name] for name in _NUMBER}),
        source_ids=_column(lists["source_ids"], "source_id"),
        parties=tuple(Party(party["name"], party["side"]) for party in lists["parties"]),
        judges=_column(lists["judges"], "name"),
        advocates_petitioner=_column(lists["advocates"], "name", side="petitioner"),
        advocates_respondent=_column(lists["advocates"], "name", side="respondent"),
        hearings=tuple(_hearing(hearing) for hearing in lists["hearings"]),
        motions=tuple(Motion(**_picked(motion, _MOTION)) for motion in lists["motions"]),
        comments=_column(lists["comments"], "text"),
        files=_column(lists["listed_files"], "file_name"),
        documents=tuple(
            Document(each["file_name"], each["text"], each["sha256"], each["pages"], each["tie"]) for each in documents
        ),
        profile=Profile(summary=row["summary"], abstract=row["abstract"], **terms),
        provenance=_provenance_of(lists["provenance"]),
    )


def _hearing(row: Row) -> Hearing:
    return Hearing(**_picked(row, _HEARING) | {"files": tuple(row["files"])})


def _fields(value: Hearing | Motion, names: Sequence[str]) -> dict[str, Any]:
    return {name: getattr(value, name) for name in names}


def _picked(row: Row, names: Sequence[str]) -> dict[str, Any]:
    return {name: row[name] for name in names}


def _column(rows: Sequence[Row], name: str, **having: str) -> tuple[str, ...]:
    return tuple(row[name] for row in rows if all(row[key] == value for key, value in having.items()))


def _provenance_rows(provenance: Iterable[Provenance]) -> list[dict[str, Any]]:
    """One row per input record, since most cases have one or two and each gives a dozen fields."""
    by_record: dict[tuple[str, int], dict[str, list[str]]] = {}
    for entry in provenance:
        by_record.setdefault((entry.source_file, entry.line), {})[entry.field] = list(entry.repairs)
    return [
        {"source_file": source_file, "line": line, "fields": fields}
        for (source_file, line), fields in sorted(by_record.items())
    ]


def _provenance_of(rows: Iterable[Row]) -> tuple[Provenance, ...]:
    entries = [
        Provenance(field, row["source_file"], row["line"], tuple(repairs))
        for row in rows
        for field, repairs in row["fields"].items()
    ]
    return tuple(sorted(entries, key=lambda entry: entry.field))
