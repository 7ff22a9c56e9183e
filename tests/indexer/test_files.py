"""Input files: a wrong one is refused in one line, before anything is written."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from indexer.files import find_files
from indexer.records import RawRecord, Reject, json_elements, read_items
from search.errors import InputError
from tests.store.inputs import full_row, record, write_jsonl


def content(name: str, folder: Path, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("notes.txt", b"notes", "is of no kind that can be loaded; expected .jsonl"),
        ("a.jsonl", b"", "is empty"),
        ("a.jsonl", b" \n\n", "is empty"),
        ("a.jsonl", b"\x89PNG\x00\x00", "is not a text file"),
        ("a.jsonl", b"number,title\nW.P. 1/2024,A VS B\n", "holds no JSON"),
        ("a.jsonl", b'{"query": "q", "relevant": []}\n', "holds search queries, not case records"),
        ("a.jsonl.gz", b'{"id": "x"}', "is not compressed with gzip"),
        ("a.jsonl.gz", gzip.compress(b'{"id": "x"}' * 99)[:-9], "cannot be read"),
        ("a.json", b"[{}", "is not JSON"),
        ("a.json", b'[{"id": "a", "title": "b"}, oops]', "is not JSON"),
        ("a.json", b'{"inv-1": "train"}', "holds no case records"),
        ("a.json", b"\xff\xfe", "is not UTF-8 text"),
        ("a.csv", b"colour,size\nred,2\n", "has no columns of case records"),
        ("a.csv", b"", "is empty"),
        ("a.pdf", b"no pdf at all", "is not a PDF"),
    ],
)
def test_a_file_that_cannot_be_loaded_is_refused(tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    with pytest.raises(InputError, match=reason) as caught:
        find_files([content(name, tmp_path, data)])

    assert name in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_missing_path_and_an_empty_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="there is no file or folder"):
        find_files([tmp_path / "missing"])
    with pytest.raises(InputError, match="holds nothing to load"):
        find_files([tmp_path])


def test_a_file_named_twice_is_loaded_once(tmp_path: Path) -> None:
    path = write_jsonl(tmp_path / "a.jsonl", [record()])

    assert (path,) == find_files([path, tmp_path, path]).files


def test_damaged_lines_do_not_make_a_file_of_records_another_file(tmp_path: Path) -> None:
    path = content("a.jsonl", tmp_path, b'{"id": "cut\n')

    [item] = read_items(find_files([path]).files[0])

    assert isinstance(item, Reject)


def test_items_of_a_json_list_know_their_lines(tmp_path: Path) -> None:
    path = content("a.json", tmp_path, b'[\n  {"id": "a",\n "title": "b"},\n\n  {"id": "c", "title": "d"}\n]\n')

    assert [(2, "a"), (5, "c")] == [(line, value["id"]) for line, value in json_elements(path)]


def test_shapes_are_recognised(tmp_path: Path) -> None:
    lines = [record(), full_row(), {"case_number": "W.P. 1/2024", "title": "A VS B"}, {"file": "a.pdf", "text": "t"}]
    path = write_jsonl(tmp_path / "a.jsonl.gz", lines)

    items = [item for item in read_items(path) if isinstance(item, RawRecord)]

    assert ["record", "row", "row", "document"] == [item.shape for item in items]
    assert [1, 2, 3, 4] == [item.line for item in items]


def test_a_line_that_is_no_text_is_rejected_and_a_byte_order_mark_is_not(tmp_path: Path) -> None:
    path = content("a.jsonl", tmp_path, b'\xef\xbb\xbf{"id": "a", "title": "b"}\n\xff\xfe\n')

    first, second = read_items(path)

    assert isinstance(first, RawRecord)
    assert isinstance(second, Reject)
    assert (2, "not UTF-8 at byte 0") == (second.line, second.reason)
