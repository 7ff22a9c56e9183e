"""Input files: a wrong one is refused in one line, before anything is written."""

from __future__ import annotations

import csv
import gzip
import os
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
        (
            "a.json",
            b'{"id": "a", "title": "b"}\n{"id": "c", "title": "d"}\n',
            "one item a line is named .jsonl: line 2",
        ),
        ("a.json", b'[{"id": "a", "title": "b"}] rest', "nothing may follow the list or object"),
        ("a.json", b'[{"id": ' + b"7" * 5_000 + b', "title": "b"}]', "a number has more than 4,300 digits"),
        ("a.csv", b"x" * 200_000 + b",y\n1,2\n", "has no columns of case records"),
        ("a.csv", b"number,title, Title\nW.P. 1/2024,A VS B,C VS D\n", "has the column title more than once"),
        ("a.csv", b"number,title\n", "holds a header and no record"),
        ("a.csv", b"number,title\n\n , \n", "holds a header and no record"),
        ("a.csv", b'number;"title"\nW.P. 1/2024;A VS B\n', "parts its cells by semicolons; expected commas"),
        ("a.csv", b"number\ttitle\nW.P. 1/2024\tA VS B\n", "parts its cells by tabs; expected commas"),
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


def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.jsonl")

    with pytest.raises(InputError, match="is no regular file"):
        find_files([tmp_path / "a.jsonl"])
    with pytest.raises(InputError, match="is no regular file"):
        find_files([tmp_path])


def test_blank_lines_before_the_first_record_do_not_make_a_file_empty(tmp_path: Path) -> None:
    path = content("a.jsonl", tmp_path, b"\n" * 1_100_000 + b'{"id": "a", "title": "b"}\n')

    assert (path,) == find_files([path]).files


@pytest.mark.parametrize("junk", [b"junk\n", b'"junk"\n', b"\x00\n", b'{"id": "a\x00", "title": "b"}\n'])
def test_bad_lines_before_the_first_record_are_rejected_one_by_one(tmp_path: Path, junk: bytes) -> None:
    path = content("a.jsonl", tmp_path, junk * 60 + b'{"id": "a", "title": "b"}\n')

    *bad, good = read_items(find_files([path]).files[0])

    assert 60 == sum(isinstance(item, Reject) for item in bad)
    assert isinstance(good, RawRecord)
    assert 61 == good.line


def test_a_number_of_too_many_digits_rejects_its_line_alone(tmp_path: Path) -> None:
    path = content("a.jsonl", tmp_path, b'{"id": ' + b"7" * 5_000 + b', "title": "b"}\n{"id": 1, "title": "b"}\n')

    first, second = read_items(find_files([path]).files[0])

    assert isinstance(first, Reject)
    assert "not readable: a number has more than 4,300 digits; write it as text" == first.reason
    assert isinstance(second, RawRecord)


def test_a_csv_cell_may_hold_a_whole_judgment_and_the_limit_of_others_stays(tmp_path: Path) -> None:
    before = csv.field_size_limit()
    text = "The petition is allowed. " * 8_000
    path = content("a.csv", tmp_path, f"id,title,text\n1,A VS B,{text}\n".encode())

    [item] = read_items(find_files([path]).files[0])

    assert isinstance(item, RawRecord)
    assert text == item.values["text"]
    assert before == csv.field_size_limit()


def test_a_rejected_csv_row_is_kept_as_it_stands_in_the_file(tmp_path: Path) -> None:
    row = b'"1","A\r\nVS B"'
    path = content("a.csv", tmp_path, b"id,title,text\r\n" + row + b"\r\n2,A VS B,x\r\n")

    first, second = read_items(path)

    assert Reject("a.csv", 2, "2 cells where the header has 3", row.decode()) == first
    assert isinstance(second, RawRecord)
    assert 4 == second.line


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
