"""Input items: files are read line by line, and what a line holds is recognised by its shape.

A bad line never stops a load: it comes out as a `Reject`, with its file, line and the reason.
"""

from __future__ import annotations

import csv
import gzip
import io
import json
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, Literal, cast

from indexer.pdf import read_pdf
from search.errors import InputError

Shape = Literal["record", "row", "csv", "document"]
_RECORD_NAMES = frozenset({"number", "case_number"})
_LINES_BETWEEN_REPORTS = 200


@dataclass(frozen=True, slots=True)
class RawRecord:
    """One input item as found."""

    file: str
    """Name of the file, without its folder."""
    line: int
    """1 for the first; the line where the item starts."""
    shape: Shape
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Reject:
    """An input line that could not be loaded."""

    file: str
    line: int
    reason: str
    text: str


Item = RawRecord | Reject


def shape_of(value: object) -> Shape | None:
    """Recognise what an object is; None where it is neither a case record nor a document."""
    if not isinstance(value, Mapping) or {"query", "relevant"} <= value.keys():
        return None
    if "CASE_NO" in value:
        return "row"
    if "text" in value and ("file" in value or "file_name" in value):
        return "document"
    if "id" in value and (value.keys() & _RECORD_NAMES or "title" in value or "text" in value):
        return "record"
    if "title" in value and value.keys() & _RECORD_NAMES:
        return "row" if "number" not in value else "record"
    return None


def read_items(path: Path, *, at: Callable[[int], None] = lambda done: None) -> Iterator[Item]:
    """Yield the items of one file in order; the file's kind is told by its name.

    Args:
        path: The file.
        at: Told now and then how many bytes of the file are read.
    """
    name = path.name.lower()
    if name.endswith(".pdf"):
        yield _pdf_item(path)
    elif name.endswith(".csv"):
        yield from _csv_items(path)
    elif name.endswith((".json", ".json.gz")):
        yield from _json_items(path)
    else:
        yield from _jsonl_items(path, at)


@contextmanager
def open_bytes(path: Path) -> Iterator[BinaryIO]:
    """Open a plain or gzip-compressed file."""
    with path.open("rb") as stream:
        if path.name.lower().endswith(".gz"):
            with gzip.GzipFile(fileobj=stream) as content:
                yield cast(BinaryIO, content)
        else:
            yield stream


def read_text(path: Path) -> str:
    """Return a whole file as text.

    Raises:
        InputError: If it is not UTF-8 text, or not the gzip file that its name promises.
    """
    try:
        with open_bytes(path) as stream:
            return stream.read().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"{path} is not UTF-8 text (byte {error.start}); save it as UTF-8") from error
    except (OSError, EOFError, zlib.error) as error:
        raise InputError(f"{path} cannot be read: {error}") from error


def json_elements(path: Path) -> Iterator[tuple[int, Any]]:
    """Yield (line, element) of a JSON file: the elements of its list, or its one object.

    Raises:
        InputError: If it is not JSON.
    """
    text = read_text(path)
    decoder = json.JSONDecoder()
    try:
        place = _skip(text, 0)
        if text[place : place + 1] != "[":
            yield text.count("\n", 0, place) + 1, decoder.raw_decode(text, place)[0]
            return
        place, line, counted = _skip(text, place + 1), 1, 0
        while text[place : place + 1] != "]":
            line, counted = line + text.count("\n", counted, place), place
            value, place = decoder.raw_decode(text, place)
            yield line, value
            place = _skip(text, place)
            if text[place : place + 1] == ",":
                place = _skip(text, place + 1)
            elif text[place : place + 1] != "]":
                raise json.JSONDecodeError("expected ',' or ']'", text, place)
    except (json.JSONDecodeError, RecursionError) as error:
        raise InputError(f"{path} is not JSON: {error}") from error


def _skip(text: str, place: int) -> int:
    while place < len(text) and text[place] in " \t\r\n":
        place += 1
    return place


def _json_items(path: Path) -> Iterator[Item]:
    for line, value in json_elements(path):
        yield _item(path.name, line, value, "")


def _jsonl_items(path: Path, at: Callable[[int], None]) -> Iterator[Item]:
    with path.open("rb") as stream:
        content_of = gzip.GzipFile(fileobj=stream) if path.name.lower().endswith(".gz") else stream
        for line, content in enumerate(content_of, start=1):
            if line % _LINES_BETWEEN_REPORTS == 0:
                at(stream.tell())
            if content.strip():
                yield _jsonl_item(path.name, line, content.lstrip(b"\xef\xbb\xbf") if line == 1 else content)


def _jsonl_item(file: str, line: int, content: bytes) -> Item:
    shown = content.decode("utf-8", "replace").rstrip("\r\n")
    try:
        value = json.loads(content.decode("utf-8"))
    except UnicodeDecodeError as error:
        return Reject(file, line, f"not UTF-8 at byte {error.start}", shown)
    except (json.JSONDecodeError, RecursionError, ValueError) as error:
        return Reject(file, line, f"not JSON: {error}", shown)
    return _item(file, line, value, shown)


def _item(file: str, line: int, value: object, shown: str) -> Item:
    shape = shape_of(value)
    if shape is None or not isinstance(value, Mapping):
        text = shown or json.dumps(value, ensure_ascii=False)
        return Reject(file, line, "neither a case record nor a document", text)
    return RawRecord(file, line, shape, value)


def _csv_items(path: Path) -> Iterator[Item]:
    rows = csv.reader(io.StringIO(read_text(path), newline=""))
    header = csv_header(next(rows, []))
    before = rows.line_num
    while True:
        line = before + 1
        try:
            cells = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield Reject(path.name, line, f"not CSV: {error}", "")
            before = rows.line_num
            continue
        before = rows.line_num
        if any(cell.strip() for cell in cells):
            yield _csv_item(path.name, line, header, cells)


def csv_header(cells: list[str]) -> list[str]:
    """Return column names in the spelling that records use: the court's upper case, or the project's lower case."""
    names = ["_".join(cell.strip().split()) for cell in cells]
    court = any(name.upper() == "CASE_NO" for name in names)
    return [name.upper() if court else name.lower() for name in names]


def _csv_item(file: str, line: int, header: list[str], cells: list[str]) -> Item:
    if len(cells) != len(header):
        return Reject(file, line, f"{len(cells)} cells where the header has {len(header)}", _csv_line(cells))
    values = dict(zip(header, cells, strict=True))
    if shape_of(values) is None:
        return Reject(file, line, "neither a case record nor a document", _csv_line(cells))
    return RawRecord(file, line, "document" if shape_of(values) == "document" else "csv", values)


def _csv_line(cells: list[str]) -> str:
    written = io.StringIO()
    csv.writer(written, lineterminator="").writerow(cells)
    return written.getvalue()


def _pdf_item(path: Path) -> Item:
    try:
        text, pages = read_pdf(path)
    except ValueError as error:
        return Reject(path.name, 1, str(error), "")
    return RawRecord(path.name, 1, "document", {"file": path.name, "text": text, "pages": pages, "record_id": None})
