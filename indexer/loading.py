"""Loading: files in, a store of cases out; removing takes one case out again."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from sqlalchemy import Engine, select

from indexer.contribution import Contribution, contribution_of
from indexer.documents import InputDocument, document_of, own_document
from indexer.files import find_files
from indexer.locking import writer_lock
from indexer.merge import group_key
from indexer.progress import Progress, silent
from indexer.records import Item, RawRecord, Reject, read_items
from indexer.rejects import RejectsFile
from indexer.schema import upgrade_schema
from indexer.settling import remake_outdated, settle, standing, take_out
from indexer.writer import CaseWriter
from search.cases import Case
from search.settings import Settings
from search.store import tables
from search.store.connection import open_store, store_errors
from search.store.reader import CaseReader

ITEMS_AT_ONCE = 1_000
"""Input items of one transaction."""
CHARACTERS_AT_ONCE = 20_000_000
"""Text of one transaction: a batch of long judgments is cut earlier."""
YEARS_AHEAD = 5
"""How far in the future a date of the court may lie."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadSummary:
    """What a load did, and what the store holds after it."""

    records: int
    """Case records read, repeats included."""
    cases_new: int
    cases_changed: int
    cases_unchanged: int
    """Cases that the read records belong to and that said nothing new."""
    documents: int
    """Documents read, repeats included."""
    documents_tied: int
    """Of the store's documents, those tied to a case."""
    documents_alone: int
    """Of the store's documents, those that stand as cases of their own."""
    collisions: tuple[str, ...]
    """One full number, several cases: a line for each number in the store."""
    suspected_twins: tuple[str, ...]
    """One case under several categories, as it seems: a line for each in the store."""
    repairs: int
    """Repairs noted in what was read."""
    rejects: int
    rejects_file: Path | None
    totals: Mapping[str, int]
    """Of the store: cases, documents, documents_tied, documents_alone, records."""
    skipped: tuple[str, ...] = ()
    """Files of a folder that were left out, each with the reason."""


@dataclass(slots=True)
class _Tally:
    """Counts that grow while files are read."""

    records: int = 0
    documents: int = 0
    repairs: int = 0
    groups: set[str] = field(default_factory=set)


def load(settings: Settings, paths: Sequence[Path], *, progress: Progress = silent) -> LoadSummary:
    """Load files and folders into the store.

    Loading again what is known changes nothing; the order of files makes no difference; a load that was
    killed is finished by running it again.

    Raises:
        InputError: If a path cannot be loaded; nothing was written then.
        StoreError: If the database cannot be written.
        WriterBusy: If another writer is at work.
    """
    found = find_files(paths)
    with writer_lock(settings.home):
        engine = open_store(settings.store_url, create=True)
        try:
            upgrade_schema(engine)
            remake_outdated(engine, progress)
            before = _digests(engine)
            with RejectsFile(settings.home / "rejects") as rejects:
                tally = _load_files(engine, found.files, rejects, progress)
            settle(engine, progress)
            return _summary(engine, tally, before, rejects, found.skipped)
        finally:
            engine.dispose()


def remove(settings: Settings, case_id: str) -> Case:
    """Take a case out of the store and return what it was.

    Raises:
        AmbiguousCase: If several cases have that source id; nothing was removed then.
        CaseNotFound: If no case has that id or source id.
        StoreError: If there is no store, or it cannot be written.
        WriterBusy: If another writer is at work.
    """
    with writer_lock(settings.home):
        engine = open_store(settings.store_url)
        try:
            case = CaseReader(engine).only_case(case_id)
            take_out(engine, case)
            settle(engine, silent)
            return case
        finally:
            engine.dispose()


def _load_files(engine: Engine, files: Sequence[Path], rejects: RejectsFile, progress: Progress) -> _Tally:
    tally = _Tally()
    year_max = datetime.now(UTC).year + YEARS_AHEAD
    for items in _batches(_items(files, progress)):
        _write(engine, _sorted(items, rejects, year_max), tally)
    return tally


def _items(files: Sequence[Path], progress: Progress) -> Iterator[Item]:
    sizes = [path.stat().st_size for path in files]
    for place, path in enumerate(files):
        read = sum(sizes[:place])
        progress("loading", read, sum(sizes))
        yield from read_items(path, at=partial(_report, progress, before=read, total=sum(sizes)))
    progress("loading", sum(sizes), sum(sizes))


def _report(progress: Progress, done: int, *, before: int, total: int) -> None:
    progress("loading", before + done, total)


def _batches(items: Iterable[Item]) -> Iterator[list[Item]]:
    batch: list[Item] = []
    characters = 0
    for item in items:
        batch.append(item)
        characters += len(str(item.values.get("text", ""))) if isinstance(item, RawRecord) else len(item.text)
        if len(batch) == ITEMS_AT_ONCE or characters >= CHARACTERS_AT_ONCE:
            yield batch
            batch, characters = [], 0
    if batch:
        yield batch


@dataclass(slots=True)
class _Batch:
    """What one transaction writes."""

    contributions: list[Contribution] = field(default_factory=list)
    documents: list[InputDocument] = field(default_factory=list)

    def sort_in(self, item: RawRecord, *, year_max: int) -> None:
        """Put an item where it belongs; `ValueError` where it cannot be loaded."""
        if item.shape == "document":
            self.documents.append(document_of(item))
            return
        contribution = contribution_of(item, year_max=year_max)
        self.contributions.append(contribution)
        if contribution.text:
            self.documents.append(own_document(contribution))


def _sorted(items: Iterable[Item], rejects: RejectsFile, year_max: int) -> _Batch:
    batch = _Batch()
    for item in items:
        if isinstance(item, Reject):
            rejects.add(item)
            continue
        try:
            batch.sort_in(item, year_max=year_max)
        except ValueError as error:
            text = json.dumps(dict(item.values), ensure_ascii=False, default=str)
            rejects.add(Reject(item.file, item.line, str(error), text))
    return batch


def _write(engine: Engine, batch: _Batch, tally: _Tally) -> None:
    with store_errors(engine), engine.begin() as connection:
        writer = CaseWriter(connection)
        writer.remake(writer.add_records(batch.contributions))
        writer.add_documents(batch.documents)
    own = [document for document in batch.documents if document.owner]
    tally.records += len(batch.contributions)
    tally.documents += len(batch.documents) - len(own)
    tally.repairs += sum(len(notes) for each in batch.contributions for notes in each.repairs.values())
    tally.repairs += sum(len(document.repairs) for document in batch.documents if not document.owner)
    tally.groups |= {group_key(contribution) for contribution in batch.contributions}


def _digests(engine: Engine) -> dict[str, tuple[str, str]]:
    """Case id -> what it says, to tell afterwards what a load changed; documents that stand alone left out."""
    cases = tables.CaseRow
    query = select(cases.id, cases.group_key, cases.digest, cases.documents_digest).where(cases.kind == "case")
    with store_errors(engine), engine.connect() as connection:
        return {row.id: (row.group_key, f"{row.digest} {row.documents_digest}") for row in connection.execute(query)}


def _summary(
    engine: Engine, tally: _Tally, before: Mapping[str, tuple[str, str]], rejects: RejectsFile, skipped: tuple[str, ...]
) -> LoadSummary:
    after = _digests(engine)
    new = after.keys() - before.keys()
    changed = {key for key, value in after.items() if key in before and before[key] != value}
    touched = {key for key, (group, _) in after.items() if group in tally.groups}
    state = standing(engine)
    return LoadSummary(
        records=tally.records,
        cases_new=len(new),
        cases_changed=len(changed),
        cases_unchanged=len(touched - new - changed),
        documents=tally.documents,
        documents_tied=state.totals["documents_tied"],
        documents_alone=state.totals["documents_alone"],
        collisions=state.collisions,
        suspected_twins=state.suspected_twins,
        repairs=tally.repairs,
        rejects=rejects.count,
        rejects_file=rejects.path,
        totals=state.totals,
        skipped=skipped,
    )
