"""Ties: which document belongs to which case, from what the store holds and nothing else.

A document is tied by the record id it came with, by its file name where the court lists that for a case, or
by number, type and parties, or number, type, day and a name, where its opening leaves no doubt.  A false tie
is worse than none: what is not certain stays a document of its own.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from rapidfuzz import fuzz
from sqlalchemy import Connection, func, select

from indexer.evidence import KnownCase, certain_case, numbers_of, spoiled_numbers_of
from indexer.headings import HEADING_LENGTH, title_of_text
from indexer.merge import case_id
from indexer.writer import CaseWriter, table_of
from search.cases import Case, Provenance
from search.store import tables

SAME_TEXT_RATIO = 80.0
"""Two texts under one file name that agree this far are one document, read twice."""
OWN_TEXT = "the record's own text"
BY_ID = "record_id given with the document"
BY_FILE_NAME = "file name listed by the court"
_DOCUMENTS = table_of(tables.DocumentRow)
_TEXTS = table_of(tables.TextRow)
_CASES = table_of(tables.CaseRow)
_RECORDS = table_of(tables.RecordRow)
_SOURCE_IDS = table_of(tables.SourceIdRow)
_FILES = table_of(tables.ListedFileRow)
_HEARINGS = table_of(tables.HearingRow)
_ADVOCATES = table_of(tables.AdvocateRow)


class Tie(NamedTuple):
    """One document as a case has it."""

    file_name: str
    sha256: str
    pages: int | None
    evidence: str


@dataclass(frozen=True, slots=True)
class Ties:
    """What every document of the store came to."""

    of_cases: Mapping[str, tuple[Tie, ...]]
    """Case id -> its documents, ordered by file name."""
    alone: tuple[Case, ...]
    """Documents that belong to no known case, each as a case of its own."""
    documents: int
    """Different documents, texts inside records not counted."""


def resolve(connection: Connection) -> Ties:
    """Tie every document of the store."""
    rows = connection.execute(select(_DOCUMENTS).order_by(_DOCUMENTS.c.digest)).all()
    of_cases: dict[str, list[Tie]] = defaultdict(list)
    for case, tie in _own_texts(connection, [row for row in rows if row.owner]):
        of_cases[case].append(tie)
    documents = clusters_of(connection, [row for row in rows if not row.owner])
    listed = _Listed.read(connection)
    untied = [members for members in documents if not _tie_listed(members, listed, of_cases)]
    alone = list(_tie_by_evidence(connection, untied, of_cases))
    return Ties(
        of_cases={case: _each_text_once(ties) for case, ties in sorted(of_cases.items())},
        alone=tuple(sorted(alone, key=lambda case: case.id)),
        documents=len(documents),
    )


def clusters_of(connection: Connection, rows: Sequence[Any]) -> list[list[Any]]:
    """Group document rows that are one document: the same text but for white space, or one file read twice.

    The first row of a group speaks for it.
    """
    by_text: dict[str, list[Any]] = defaultdict(list)
    for row in rows:
        by_text[row.text_key].append(row)
    by_name: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        by_name[row.file_name].add(row.text_key)
    for text_keys in (sorted(keys) for keys in by_name.values() if len(keys) > 1):
        _join_similar(connection, [key for key in text_keys if key in by_text], by_text)
    return [sorted(members, key=_speaker) for _, members in sorted(by_text.items())]


def _join_similar(connection: Connection, text_keys: Sequence[str], by_text: dict[str, list[Any]]) -> None:
    keys = sorted(text_keys, key=lambda key: _speaker(min(by_text[key], key=_speaker)))
    texts = {key: _text(connection, by_text[key][0].sha256) for key in keys}
    for place, key in enumerate(keys):
        for earlier in keys[:place]:
            if earlier in by_text and key in by_text and fuzz.ratio(texts[earlier], texts[key]) >= SAME_TEXT_RATIO:
                by_text[earlier] += by_text.pop(key)


def _speaker(row: Any) -> tuple[bool, str, str]:
    """A row that names its case speaks before one that does not."""
    return not row.record_id, row.file_name, row.digest


def _text(connection: Connection, sha256: str) -> str:
    text: str = connection.execute(select(_TEXTS.c.text).where(_TEXTS.c.sha256 == sha256)).scalar_one()
    return text


def _own_texts(connection: Connection, rows: Sequence[Any]) -> Iterator[tuple[str, Tie]]:
    """A judgment inside a record belongs to the record's case."""
    records = {row.digest: row for row in connection.execute(_record_columns())} if rows else {}
    by_group: dict[str, dict[str, str]] = defaultdict(dict)
    for case in connection.execute(select(_CASES.c.id, _CASES.c.group_key, _CASES.c.parties_key)) if rows else ():
        by_group[case.group_key][case.parties_key] = case.id
    for row in rows:
        record = records[row.owner]
        cases = by_group[record.group_key]
        # A record without parties is in the only case of its number, whatever that one's parties are.
        case_of_record = cases.get(record.parties_key) or min(cases.values())
        yield case_of_record, Tie(record.source_id or case_of_record, row.sha256, row.pages, OWN_TEXT)


def _record_columns() -> Any:
    return select(_RECORDS.c.digest, _RECORDS.c.group_key, _RECORDS.c.parties_key, _RECORDS.c.source_id)


@dataclass(frozen=True, slots=True)
class _Listed:
    """What inputs say outright about documents."""

    by_id: Mapping[str, set[str]]
    by_file: Mapping[str, set[str]]

    @classmethod
    def read(cls, connection: Connection) -> _Listed:
        by_id: dict[str, set[str]] = defaultdict(set)
        by_file: dict[str, set[str]] = defaultdict(set)
        for row in connection.execute(select(_SOURCE_IDS.c.source_id, _SOURCE_IDS.c.case_id)):
            by_id[row.source_id].add(row.case_id)
        for row in connection.execute(select(_FILES.c.file_name, _FILES.c.case_id)):
            by_file[row.file_name].add(row.case_id)
        return cls(by_id, by_file)

    def cases_of(self, row: Any) -> dict[str, str]:
        """Case id -> evidence for one document row."""
        found = dict.fromkeys(sorted(self.by_file.get(row.file_name, ())), BY_FILE_NAME)
        named = self.by_id.get(row.record_id, set()) if row.record_id else set()
        # An id that two cases carry names neither.
        return found | (dict.fromkeys(named, BY_ID) if len(named) == 1 else {})


def _tie_listed(members: Sequence[Any], listed: _Listed, of_cases: dict[str, list[Tie]]) -> bool:
    found: dict[str, str] = {}
    for row in members:
        for case, evidence in listed.cases_of(row).items():
            found[case] = min(evidence, found.get(case, evidence), key=(BY_ID, BY_FILE_NAME).index)
    for case, evidence in found.items():
        first = members[0]
        of_cases[case].append(Tie(first.file_name, first.sha256, first.pages, evidence))
    return bool(found)


def _tie_by_evidence(
    connection: Connection, untied: Sequence[Sequence[Any]], of_cases: dict[str, list[Tie]]
) -> Iterator[Case]:
    """Tie what the headings make certain; yield the rest as cases of their own."""
    headings = dict(_headings(connection, untied))
    known = _known_cases(connection, headings, untied)
    for members in untied:
        first = members[0]
        heading = headings[first.sha256]
        found = certain_case(heading, [row.file_name for row in members], known)
        if found is None:
            yield _alone(members, heading, of_cases)
        else:
            of_cases[found.case].append(Tie(first.file_name, first.sha256, first.pages, found.evidence))


def _headings(connection: Connection, untied: Sequence[Sequence[Any]]) -> Iterator[tuple[str, str]]:
    wanted = {members[0].sha256 for members in untied}
    start = func.substr(_TEXTS.c.text, 1, HEADING_LENGTH)
    for row in CaseWriter(connection).rows((_TEXTS.c.sha256, start.label("heading")), _TEXTS.c.sha256, wanted):
        yield row.sha256, row.heading


def _known_cases(
    connection: Connection, headings: Mapping[str, str], untied: Sequence[Sequence[Any]]
) -> dict[tuple[int, int], list[KnownCase]]:
    """The cases whose serial and year any of the documents mentions."""
    wanted = {
        (number.serial, number.year)
        for members in untied
        for heading in [headings[members[0].sha256]]
        for number in [*numbers_of(heading, [row.file_name for row in members]), *spoiled_numbers_of(heading)]
    }
    names = ("id", "case_type", "serial", "year", "title", "number_text", "hearing_date")
    query = select(*(_CASES.c[name] for name in names)).where(_CASES.c.serial.is_not(None)).order_by(_CASES.c.id)
    rows = [row for row in connection.execute(query) if (row.serial, row.year) in wanted] if wanted else []
    heard, advocates = _heard_and_argued(connection, {row.id for row in rows})
    known: dict[tuple[int, int], list[KnownCase]] = defaultdict(list)
    for row in rows:
        days = frozenset(heard[row.id] | ({row.hearing_date} - {None}))
        case = KnownCase(row.id, row.case_type, row.title, row.number_text, days, tuple(advocates[row.id]))
        known[row.serial, row.year].append(case)
    return known


def _heard_and_argued(
    connection: Connection, cases: set[str]
) -> tuple[Mapping[str, set[datetime.date]], Mapping[str, list[str]]]:
    """The days on which cases were heard, and their advocates."""
    heard: dict[str, set[datetime.date]] = defaultdict(set)
    advocates: dict[str, list[str]] = defaultdict(list)
    writer = CaseWriter(connection)
    for row in writer.rows((_HEARINGS.c.case_id, _HEARINGS.c.date), _HEARINGS.c.case_id, cases):
        if row.date is not None:
            heard[row.case_id].add(row.date)
    for row in writer.rows((_ADVOCATES.c.case_id, _ADVOCATES.c.name), _ADVOCATES.c.case_id, cases):
        advocates[row.case_id].append(row.name)
    return heard, advocates


def _alone(members: Sequence[Any], heading: str, of_cases: dict[str, list[Tie]]) -> Case:
    first = members[0]
    identifier = case_id("document", first.file_name, first.text_key)
    evidence = "alone: neither its record, nor the court's list, nor its number, type and parties name a known case"
    of_cases[identifier].append(Tie(first.file_name, first.sha256, first.pages, evidence))
    source_file, line = min((row.source_file, row.line) for row in members)
    repairs = sorted({note for row in members for note in row.repairs})
    names = tuple(sorted({row.file_name for row in members}))
    return Case(
        id=identifier,
        source_id=first.file_name,
        source_ids=names,
        kind="document",
        title=title_of_text(heading) or first.file_name,
        provenance=(Provenance("documents", source_file, line, tuple(repairs)),),
    )


def _each_text_once(ties: Iterable[Tie]) -> tuple[Tie, ...]:
    kept: dict[str, Tie] = {}
    for tie in sorted(ties, key=lambda each: (each.file_name, each.sha256)):
        kept.setdefault(tie.sha256, tie)
    return tuple(kept.values())
