"""Input items: files are read line by line, and what a line holds is recognised by its shape.

A bad line never stops a load: it comes out as a `Reject`, with its file, line and the reason.
"""

from __future__ import annotations

import gzip
import json
import sys
import zlib
from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, Literal, cast

from indexer.csv_rows import NO_ROW, CsvRow, csv_header, csv_rows
from indexer.pdf import read_pdf
from search.errors import InputError

Shape = Literal["record", "row", "csv", "document"]
_RECORD_NAMES = frozenset({"number", "case_number"})
_LINES_BETWEEN_REPORTS = 200
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


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
        yield _content_of(stream, path)


def _content_of(stream: BinaryIO, path: Path) -> BinaryIO:
    return cast(BinaryIO, gzip.GzipFile(fileobj=stream)) if path.name.lower().endswith(".gz") else stream


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
        InputError: If it is not JSON, holds more than one value, or a number of too many digits.
    """
    text = read_text(path)
    try:
        place = _skip(text, 0)
        if text[place : place + 1] == "[":
            end = yield from _list_elements(text, place + 1)
        else:
            value, end = json.JSONDecoder().raw_decode(text, place)
            yield text.count("\n", 0, place) + 1, value
        end = _skip(text, end)
        if end < len(text):
            reason = "nothing may follow the list or object, and a file with one item a line is named .jsonl"
            raise json.JSONDecodeError(reason, text, end)
    except (ValueError, RecursionError) as error:
        raise InputError(f"{path} is {_not_json(error)}") from error


def _list_elements(text: str, place: int) -> Generator[tuple[int, Any], None, int]:
    """Yield (line, element) of the list that begins before *place*, and return where it ends."""
    decoder = json.JSONDecoder()
    place, line, counted = _skip(text, place), 1, 0
    while text[place : place + 1] != "]":
        line, counted = line + text.count("\n", counted, place), place
        value, place = decoder.raw_decode(text, place)
        yield line, value
        place = _skip(text, place)
        if text[place : place + 1] == ",":
            place = _skip(text, place + 1)
        elif text[place : place + 1] != "]":
            raise json.JSONDecodeError("expected ',' or ']'", text, place)
    return place + 1


def _not_json(error: ValueError | RecursionError) -> str:
    if isinstance(error, json.JSONDecodeError | RecursionError):
        return f"not JSON: {error}"
    # Python refuses to read a whole number of more digits than this; the error itself names a call to lift that.
    return f"not readable: a number has more than {sys.get_int_max_str_digits():,} digits; write it as text"


def _skip(text: str, place: int) -> int:
    while place < len(text) and text[place] in " \t\r\n":
        place += 1
    return place


def _json_items(path: Path) -> Iterator[Item]:
    for line, value in json_elements(path):
        yield _item(path.name, line, value, "")


def jsonl_lines(path: Path, at: Callable[[int], None] = lambda done: None) -> Iterator[tuple[int, bytes]]:
    """Yield (line, content) of the lines that are not blank, without a byte order mark."""
    with path.open("rb") as stream:
        for line, content in enumerate(_content_of(stream, path), start=1):
            if line % _LINES_BETWEEN_REPORTS == 0:
                at(stream.tell())
            text = content.removeprefix(_BYTE_ORDER_MARK)
            if text.strip():
                yield line, text


def decoded(content: bytes) -> Any:
    """Return the value of one line.

    Raises:
        ValueError: If it holds none; says why in one line.
    """
    try:
        return json.loads(content.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise ValueError(f"not UTF-8 at byte {error.start}") from error
    except (ValueError, RecursionError) as error:
        raise ValueError(_not_json(error)) from error


def _jsonl_items(path: Path, at: Callable[[int], None]) -> Iterator[Item]:
    for line, content in jsonl_lines(path, at):
        shown = content.decode("utf-8", "replace").rstrip("\r\n")
        try:
            value = decoded(content)
        except ValueError as error:
            yield Reject(path.name, line, str(error), shown)
            continue
        yield _item(path.name, line, value, shown)


def _item(file: str, line: int, value: object, shown: str) -> Item:
    shape = shape_of(value)
    if shape is None or not isinstance(value, Mapping):
        text = shown or json.dumps(value, ensure_ascii=False)
        return Reject(file, line, "neither a case record nor a document", text)
    return RawRecord(file, line, shape, value)


def _csv_items(path: Path) -> Iterator[Item]:
    rows = csv_rows(read_text(path))
    header = csv_header(next(rows, NO_ROW).cells)
    for row in rows:
        if not row.is_blank():
            yield _csv_item(path.name, header, row)


def _csv_item(file: str, header: list[str], row: CsvRow) -> Item:
    if row.fault:
        return Reject(file, row.line, row.fault, row.text)
    if len(row.cells) != len(header):
        return Reject(file, row.line, f"{len(row.cells)} cells where the header has {len(header)}", row.text)
    values = dict(zip(header, row.cells, strict=True))
    if shape_of(values) is None:
        return Reject(file, row.line, "neither a case record nor a document", row.text)
    return RawRecord(file, row.line, "document" if shape_of(values) == "document" else "csv", values)


def _pdf_item(path: Path) -> Item:
    try:
        text, pages = read_pdf(path)
    except ValueError as error:
        return Reject(path.name, 1, str(error), "")
    return RawRecord(path.name, 1, "document", {"file": path.name, "text": text, "pages": pages, "record_id": None})
