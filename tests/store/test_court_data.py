"""The court's real data, where it lies beside the repository: counts, orders of loading, and no false tie."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from indexer.loading import LoadSummary, load
from search.cases import Case
from search.settings import Settings
from search.store.connection import open_store
from search.store.reader import CaseReader
from tests.store.inputs import write_jsonl

pytestmark = pytest.mark.slow


def loaded(home: Path, *paths: Path) -> tuple[LoadSummary, list[Case], str]:
    settings = Settings(home=home)
    summary = load(settings, paths)
    engine = open_store(settings.store_url)
    try:
        reader = CaseReader(engine)
        return summary, list(reader.cases()), reader.revision()
    finally:
        engine.dispose()


def jsonl(path: Path) -> list[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as stream:
        return [json.loads(line) for line in stream]


def test_all_of_the_high_courts_data_is_the_same_store_in_any_order_of_files(shared_data: Path, tmp_path: Path) -> None:
    folder = shared_data / "ihc"
    files = [folder / name for name in ("site_rows.jsonl.gz", "pdf", "judgments.jsonl.gz", "site_full_rows.json")]

    summary, cases, revision = loaded(tmp_path / "folder", folder)
    again, same_cases, same_revision = loaded(tmp_path / "files", *files, folder / "records.jsonl.gz")

    assert (3_788, 160, 0) == (summary.totals["cases"], summary.totals["documents"], summary.rejects)
    assert ["P.L.A. 1/2007 Banking (SB)"] == [line.split(":")[0] for line in summary.collisions]
    assert 2 == len(summary.suspected_twins)
    assert (revision, cases) == (same_revision, same_cases)
    assert summary.totals == again.totals
    records = {record["id"] for record in jsonl(folder / "records.jsonl.gz")}
    assert records == {case.source_id for case in cases} & records


def test_with_ids_and_listings_hidden_no_tie_is_false_and_nearly_all_are_found(
    shared_data: Path, tmp_path: Path
) -> None:
    records = jsonl(shared_data / "ihc" / "records.jsonl.gz")
    documents = jsonl(shared_data / "ihc" / "judgments.jsonl.gz")
    truth = {document["file"]: document["record_id"] for document in documents}
    hidden = [record | {"pdf_files": []} for record in records]
    hidden += [document | {"record_id": None} for document in documents]

    _, cases, _ = loaded(tmp_path / "home", write_jsonl(tmp_path / "hidden.jsonl", hidden))

    tied = {each.file_name: case.source_id for case in cases if case.kind == "case" for each in case.documents}
    known = {name: source_id for name, source_id in tied.items() if truth[name] is not None}
    assert [] == [name for name, source_id in known.items() if source_id != truth[name]]
    assert 130 <= len(known)


def test_without_their_cases_the_same_documents_stay_alone(shared_data: Path, tmp_path: Path) -> None:
    documents = jsonl(shared_data / "ihc" / "judgments.jsonl.gz")
    owners = {document["record_id"] for document in documents}
    records = [record for record in jsonl(shared_data / "ihc" / "records.jsonl.gz") if record["id"] not in owners]
    hidden = records + [document | {"record_id": None} for document in documents if document["record_id"]]

    _, cases, _ = loaded(tmp_path / "home", write_jsonl(tmp_path / "hidden.jsonl", hidden))

    assert [] == [case.source_id for case in cases if case.kind == "case" and case.documents]


def test_every_judgment_of_the_other_courts_is_a_case_of_its_own(shared_data: Path, tmp_path: Path) -> None:
    judgments = jsonl(shared_data / "shc" / "judgments.jsonl.gz")

    summary, cases, _ = loaded(tmp_path / "home", shared_data / "shc" / "judgments.jsonl.gz")

    assert (4_307, 0) == (summary.cases_new, summary.rejects)
    assert {judgment["id"] for judgment in judgments} == {case.source_id for case in cases}
    assert all(case.number is None and case.title and len(case.documents) == 1 for case in cases)
