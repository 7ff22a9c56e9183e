from __future__ import annotations

import shutil
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import numpy as np
import pytest

from indexer.generations import point_at
from search.errors import SnapshotCorrupt, SnapshotError, SnapshotMissing
from search.reranking.pairs import head_of, tail_of
from search.snapshot.manifest import MANIFEST_NAME, inventory, read_manifest
from search.snapshot.reader import open_current, open_snapshot
from tests.tiny_corpus import HashEncoder


@pytest.fixture
def copy(built, tmp_path):
    return shutil.copytree(built, tmp_path / "snapshots" / built.name)


def rewrite_manifest(folder, **changes) -> None:
    manifest = replace(read_manifest(folder), files=inventory(folder), **changes)
    (folder / MANIFEST_NAME).write_text(manifest.to_json(), encoding="utf-8")


def test_cases_are_shown_in_the_order_asked_for(snapshot):
    assert [hit["id"] for hit in snapshot.display([7, 2, 11])] == ["case0007", "case0002", "case0011"]


def test_what_is_shown_is_what_the_case_says(snapshot, cases):
    shown, case = snapshot.display([8])[0], cases[8]

    assert case.institution_date is not None
    assert shown == {
        "id": case.id,
        "source_id": case.source_id,
        "kind": "case",
        "number": case.number_text,
        "title": case.title,
        "court": case.court,
        "status": case.status,
        "bench": case.bench,
        "year": 2020,
        "institution_date": case.institution_date.isoformat(),
        "orders": case.hearings[0].short_order,
        "head": head_of(case),
        "tail": tail_of(case),
    }


def test_a_case_is_found_by_its_id_and_by_every_source_id(snapshot):
    found = {snapshot.doc_id_of(name) for name in ("case0005", "source-5", "old-5", np.str_("old-5"))}

    assert found == {5}
    assert snapshot.doc_id_of("unknown") is None


def test_a_row_that_is_not_there_is_an_error(snapshot):
    with pytest.raises(KeyError):
        snapshot.display([999])
    with pytest.raises(KeyError):
        snapshot.passage_text(999)


def test_arrays_of_numpy_numbers_ask_as_well_as_integers_do(snapshot):
    assert snapshot.display(np.array([3, 1]))[0]["id"] == "case0003"
    assert snapshot.passage_text(np.int64(0)) == snapshot.passage_text(0)


def test_a_phrase_is_found_in_titles_and_in_passages(snapshot):
    titles = snapshot.display_file.rows("SELECT rowid FROM cases_fts WHERE cases_fts MATCH 'title : \"invented 3\"'")
    passages = snapshot.display_file.rows("SELECT rowid FROM passages_fts WHERE passages_fts MATCH '\"matter 59\"'")

    assert titles == [(3,)]
    assert {snapshot.tokens.passage_case[row] for (row,) in passages} == set(range(0, 24, 3))


def test_a_passage_tells_where_it_starts(snapshot, cases):
    whole = " ".join(cases[0].documents[0].text.split())
    rows = snapshot.display_file.rows("SELECT start, text FROM passages WHERE doc_id = 0 ORDER BY passage_id")

    assert len(rows) > 1
    assert all(whole[start : start + len(text)] == text for start, text in rows)


def test_a_deleted_folder_does_not_hurt_an_open_snapshot(copy):
    snapshot = open_snapshot(copy, verify=True)
    shutil.rmtree(copy)

    try:
        shown = snapshot.display(range(24))
        distances, rows = snapshot.faiss_index.search(HashEncoder().encode(["anything"]), 3)
        tokens = [snapshot.tokens.head(row).sum() for row in range(24)]
        phrases = snapshot.display_file.rows("SELECT rowid FROM cases_fts WHERE cases_fts MATCH 'alpha' ORDER BY rank")
        texts = [snapshot.passage_text(row) for row in range(snapshot.manifest.counts.passages)]
    finally:
        snapshot.close()

    assert len(shown) == len(tokens) == len(phrases) == 24
    assert all(texts)
    assert rows.shape == distances.shape == (1, 3)


def test_many_threads_may_read_at_once(snapshot):
    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(lambda row: snapshot.display([row % 24])[0]["id"], range(400)))

    assert answers == [f"case{row % 24:04}" for row in range(400)]


def test_a_damaged_file_is_found_when_verifying(copy):
    path = copy / "display.sqlite"
    content = bytearray(path.read_bytes())
    content[-1] ^= 1
    path.write_bytes(content)

    with pytest.raises(SnapshotCorrupt, match=r"display\.sqlite"):
        open_snapshot(copy, verify=True)


@pytest.mark.parametrize(
    "name", ["dense/passages.faiss", "display.sqlite", "columns/year.npy", "columns/vocabulary.json"]
)
def test_a_file_of_another_kind_is_one_clear_error(copy, name):
    (copy / name).write_bytes(b"nothing of the sort " * 100)
    rewrite_manifest(copy)

    with pytest.raises(SnapshotError, match=r"cannot be opened .* rollback"):
        open_snapshot(copy, verify=True)


def test_parts_that_do_not_agree_on_how_much_there_is_are_refused(copy):
    rewrite_manifest(copy, counts=replace(read_manifest(copy).counts, cases=23))

    with pytest.raises(SnapshotError, match=r"holds \[24\] cases, its manifest says 23"):
        open_snapshot(copy, verify=True)


def test_the_live_generation_is_opened(copy):
    point_at(copy.parent, copy.name)

    snapshot = open_current(copy.parent)

    assert snapshot.generation == copy.name
    snapshot.close()


def test_nothing_is_open_before_the_first_reindex(tmp_path):
    with pytest.raises(SnapshotMissing):
        open_current(tmp_path / "snapshots")


def test_a_live_generation_that_is_not_there_is_an_error(copy):
    point_at(copy.parent, "20260101T000000Z-0000aaaa")

    with pytest.raises(SnapshotError, match="20260101T000000Z-0000aaaa"):
        open_current(copy.parent)
