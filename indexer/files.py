"""Input files: which of the named paths can be loaded, told before anything is written."""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from indexer.csv_rows import NO_ROW, CsvRow, csv_header, csv_rows
from indexer.records import decoded, json_elements, jsonl_lines, open_bytes, read_text, shape_of
from search.errors import InputError

SUFFIXES = (".jsonl", ".jsonl.gz", ".json", ".json.gz", ".csv", ".pdf")
_EXPECTED = ".jsonl, .jsonl.gz, .json, .json.gz, .csv or .pdf"
_RECORD_NAMES = frozenset({"id", "title", "number", "case_number", "text", "file", "CASE_NO", "CASE_TITLE"})
_BLOCK_BYTES = 1 << 20
_OTHER_SEPARATORS = {";": "semicolons", "\t": "tabs", "|": "bars"}


@dataclass(frozen=True, slots=True)
class FoundFiles:
    """What of the named paths is loaded."""

    files: tuple[Path, ...]
    skipped: tuple[str, ...]
    """Files of a folder that hold no case records, each with the reason."""


def find_files(paths: Sequence[Path]) -> FoundFiles:
    """Check every path and open up the folders.

    A file named directly must be loadable; in a folder, what is not is skipped and listed.

    Raises:
        InputError: If a path is missing, empty, of another kind or damaged, or a folder holds nothing to load.
    """
    files: dict[Path, Path] = {}
    skipped: list[str] = []
    for path in paths:
        if path.is_dir():
            loadable, reasons = _open_folder(path)
            skipped += reasons
        else:
            check(path, strict=False)
            loadable = [path]
        for file in loadable:
            files.setdefault(file.resolve(), file)
    return FoundFiles(tuple(files.values()), tuple(skipped))


def _open_folder(folder: Path) -> tuple[list[Path], list[str]]:
    loadable: list[Path] = []
    skipped: list[str] = []
    for path in sorted(path for path in folder.rglob("*") if not path.is_dir()):
        try:
            check(path, strict=True)
            loadable.append(path)
        except InputError as error:
            skipped.append(str(error))
    if not loadable:
        reason = f"; the first file: {skipped[0]}" if skipped else ""
        raise InputError(f"the folder {folder} holds nothing to load{reason}")
    return loadable, skipped


def check(path: Path, *, strict: bool) -> None:
    """Raise `InputError` unless *path* is a file that can be loaded.

    Args:
        path: The file.
        strict: Whether at least one of its items must be a record; else they need only look like it,
            and are rejected one by one.
    """
    if not path.exists():
        raise InputError(f"there is no file or folder {path}")
    if not path.is_file():
        # A pipe would be waited for, and could not be read a second time.
        raise InputError(f"{path} is no regular file; expected a file or a folder")
    name = path.name.lower()
    if not name.endswith(SUFFIXES):
        raise InputError(f"{path} is of no kind that can be loaded; expected {_EXPECTED}")
    _check_bytes(path)
    if name.endswith(".csv"):
        _check_csv(path)
    elif not name.endswith(".pdf"):
        _check_objects(path, strict=strict)


def _check_bytes(path: Path) -> None:
    try:
        with path.open("rb") as stream:
            start = stream.read(1024)
        if not start:
            raise InputError(f"{path} is empty")
        if path.name.lower().endswith(".gz") and not start.startswith(b"\x1f\x8b"):
            raise InputError(f"{path} is not compressed with gzip; name it without .gz if it is plain text")
        if path.name.lower().endswith(".pdf"):
            if b"%PDF-" not in start:
                raise InputError(f"{path} is not a PDF")
        elif _is_blank(path):
            raise InputError(f"{path} is empty")
    except (OSError, EOFError, zlib.error) as error:
        raise InputError(f"{path} cannot be read: {error}") from error


def _is_blank(path: Path) -> bool:
    """Whether it holds white space alone; a compressed file is read to its end, so one cut short is found here."""
    blank = True
    with open_bytes(path) as content:
        while block := content.read(_BLOCK_BYTES):
            blank = blank and not block.strip()
            if not blank and not path.name.lower().endswith(".gz"):
                break
    return blank


def _check_csv(path: Path) -> None:
    rows = csv_rows(read_text(path))
    first = next(rows, NO_ROW)
    header = csv_header(first.cells)
    if not _names_records(header):
        raise InputError(f"{path} {_why_no_columns(first)} (see docs/records.md)")
    twice = sorted(name for name, count in Counter(header).items() if name and count > 1)
    if twice:
        raise InputError(f"{path} has the column {twice[0]} more than once; give every column a name of its own")
    if all(row.is_blank() for row in rows):
        raise InputError(f"{path} holds a header and no record")


def _names_records(header: Sequence[str]) -> bool:
    return shape_of(dict.fromkeys(header, "x")) is not None


def _why_no_columns(first: CsvRow) -> str:
    if first.fault:
        return f"is {first.fault}"
    for separator, name in _OTHER_SEPARATORS.items():
        if _names_records(csv_header(cell.strip('"') for cell in first.text.split(separator))):
            return f"parts its cells by {name}; expected commas"
    return "has no columns of case records; expected CASE_NO and CASE_TITLE, or number and title"


def _check_objects(path: Path, *, strict: bool) -> None:
    jsonl = path.name.lower().endswith((".jsonl", ".jsonl.gz"))
    seen: Counter[str] = Counter()
    for value in _jsonl_values(path) if jsonl else _json_values(path):
        if shape_of(value) is not None:
            return
        seen[value.kind if isinstance(value, _Broken) else _kind(value)] += 1
    if seen["queries"]:
        raise InputError(f"{path} holds search queries, not case records")
    if seen["like a record"] and not strict:
        return
    if seen["binary"] and not seen["other"]:
        raise InputError(f"{path} is not a text file")
    found = "no case records" if seen["other"] or not seen["no JSON"] else "no JSON"
    raise InputError(f"{path} holds {found}; docs/records.md shows what a record looks like")


@dataclass(frozen=True, slots=True)
class _Broken:
    """A line that is not JSON."""

    content: bytes

    @property
    def kind(self) -> str:
        if self.content.lstrip(b" \t").startswith(b"{"):
            return "like a record"
        return "binary" if b"\x00" in self.content else "no JSON"


def _kind(value: object) -> str:
    if not isinstance(value, dict):
        return "other"
    if {"query", "relevant"} <= value.keys():
        return "queries"
    return "like a record" if value.keys() & _RECORD_NAMES else "other"


def _json_values(path: Path) -> Iterator[object]:
    # All of it is parsed, so that a file that breaks off is refused before any of it is loaded.
    return iter([value for _, value in json_elements(path)])


def _jsonl_values(path: Path) -> Iterator[object]:
    for _, content in jsonl_lines(path):
        try:
            yield decoded(content)
        except ValueError:
            yield _Broken(content)
