"""Input files: which of the named paths can be loaded, told before anything is written."""

from __future__ import annotations

import csv
import io
import itertools
import json
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from indexer.records import csv_header, json_elements, open_bytes, read_text, shape_of
from search.errors import InputError

SUFFIXES = (".jsonl", ".jsonl.gz", ".json", ".json.gz", ".csv", ".pdf")
_EXPECTED = ".jsonl, .jsonl.gz, .json, .json.gz, .csv or .pdf"
_LOOKED_AT = 50
"""Items from which it is told what a file holds."""
_RECORD_NAMES = frozenset({"id", "title", "number", "case_number", "text", "file", "CASE_NO", "CASE_TITLE"})
_BLOCK_BYTES = 1 << 20


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
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
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
        strict: Whether at least one of its first items must be a record; else they need only look like it,
            and are rejected one by one.
    """
    if not path.exists():
        raise InputError(f"there is no file or folder {path}")
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
            return
        # Read to its end: a file cut short is found here, before any of it is loaded.
        with open_bytes(path) as content:
            block = content.read(_BLOCK_BYTES)
            if not block.strip():
                raise InputError(f"{path} is empty")
            if b"\x00" in block:
                raise InputError(f"{path} is not a text file")
            while path.name.lower().endswith(".gz") and block:
                block = content.read(_BLOCK_BYTES)
    except (OSError, EOFError, zlib.error) as error:
        raise InputError(f"{path} cannot be read: {error}") from error


def _check_csv(path: Path) -> None:
    header = csv_header(next(csv.reader(io.StringIO(read_text(path), newline="")), []))
    if shape_of(dict.fromkeys(header, "x")) is None:
        raise InputError(
            f"{path} has no columns of case records; expected CASE_NO and CASE_TITLE, or number and title "
            "(see docs/records.md)"
        )


def _check_objects(path: Path, *, strict: bool) -> None:
    jsonl = path.name.lower().endswith((".jsonl", ".jsonl.gz"))
    looked_at = list(itertools.islice(_jsonl_values(path) if jsonl else _json_values(path), _LOOKED_AT))
    if any(shape_of(value) is not None for value in looked_at):
        return
    if any(isinstance(value, dict) and {"query", "relevant"} <= value.keys() for value in looked_at):
        raise InputError(f"{path} holds search queries, not case records")
    if strict or not any(_resembles_a_record(value) for value in looked_at):
        found = "no JSON" if looked_at and all(isinstance(value, _Broken) for value in looked_at) else "no case records"
        raise InputError(f"{path} holds {found}; docs/records.md shows what a record looks like")


@dataclass(frozen=True, slots=True)
class _Broken:
    """A line that is not JSON."""

    looks_like_an_object: bool


def _resembles_a_record(value: object) -> bool:
    if isinstance(value, _Broken):
        return value.looks_like_an_object
    return isinstance(value, dict) and bool(value.keys() & _RECORD_NAMES)


def _json_values(path: Path) -> Iterator[object]:
    # All of it is parsed, so that a file that breaks off is refused before any of it is loaded.
    return iter([value for _, value in json_elements(path)])


def _jsonl_values(path: Path) -> Iterator[object]:
    with open_bytes(path) as stream:
        yield from _parsed(line for line in stream if line.strip())


def _parsed(lines: Iterable[bytes]) -> Iterator[object]:
    for line in lines:
        try:
            yield json.loads(line.lstrip(b"\xef\xbb\xbf").decode("utf-8"))
        except (ValueError, RecursionError):
            yield _Broken(line.lstrip(b"\xef\xbb\xbf \t").startswith(b"{"))
