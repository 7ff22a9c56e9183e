"""JSON lines: files of one object a line, plain or gzipped, of which a bad line is named and none is shown.

What stands in a file may be a stranger's or no text at all, so a message tells the line and what is wrong with it.
"""

from __future__ import annotations

import gzip
import json
import sys
import zlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

from search.errors import InputError

Row = TypeVar("Row")
Object = Mapping[str, Any]
PARTS = ("train", "dev", "test")
"""The parts of the cases."""


def read_rows(path: Path, row_of: Callable[[Object], Row], *, called: str) -> Iterator[Row]:
    """Yield what *row_of* makes of each line of *path*; blank lines are passed over.

    Args:
        path: The file; gzipped where its name ends in ``.gz``.
        row_of: Reads one object; raises ValueError where it is not what it should be.
        called: What a line is, for the messages.

    Raises:
        InputError: If the file cannot be read or holds no object, or at the first line that is none, naming it.
    """
    number = 0
    for number, line in _lines(path):
        try:
            row = row_of(_object_in(line))
        except ValueError as error:
            raise InputError(f"{path}, line {number}: {error}; expected {called}") from error
        yield row
    if not number:
        raise InputError(f"{path} is empty; expected {called} a line")


def text_in(row: Object, name: str) -> str:
    """Return the text under *name*; ValueError where there is none."""
    value = row.get(name)
    if not isinstance(value, str) or not value.strip():
        raise ValueError(f'"{name}" is missing or no text')
    return value


def check_has_candidates(row: Object) -> None:
    """Raise ValueError for a judged query, which is a judged list but for its candidates."""
    if "relevant" in row and "candidates" not in row:
        raise ValueError(
            "it is a judged query without candidates; `ihc-search weak-data OUT --queries FILE --max-queries 0` makes "
            "judged lists of such a file"
        )


def number_in(row: Object, name: str) -> float | None:
    """Return the number under *name*, None where there is none; ValueError for anything else, infinity too."""
    value = row.get(name)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not _is_finite(value):
        raise ValueError(f'"{name}" is no number')
    return float(value)


def _is_finite(value: float) -> bool:
    """Whether it is a float: no infinity, nothing undefined, no whole number beyond all floats."""
    return abs(value) <= sys.float_info.max


def label_in(row: Object) -> int:
    """Return the label; ValueError where it is neither 0 nor 1."""
    label = number_in(row, "label")
    if label not in (0, 1):
        raise ValueError('"label" is neither 0 nor 1')
    return int(label)


def part_in(row: Object) -> str:
    """Return the part, empty where there is none; ValueError where it is not of `PARTS`."""
    part = row.get("part") or ""
    if part and part not in PARTS:
        raise ValueError(f'"part" is none of {", ".join(PARTS)}')
    return str(part)


def _lines(path: Path) -> Iterator[tuple[int, bytes]]:
    """Yield the lines that are not blank, each with its number."""
    try:
        with gzip.open(path, "rb") if path.suffix == ".gz" else path.open("rb") as lines:
            for number, line in enumerate(lines, start=1):
                if line.strip():
                    yield number, line
    except (OSError, EOFError, zlib.error) as error:
        raise InputError(f"{path} cannot be read: {error}") from error


def _object_in(line: bytes) -> Object:
    try:
        row = json.loads(line.decode())
    except UnicodeDecodeError as error:
        raise ValueError("it is no text in UTF-8") from error
    except json.JSONDecodeError as error:
        raise ValueError(f"it is no JSON ({error.msg}, character {error.pos + 1})") from error
    if not isinstance(row, dict):
        raise ValueError("it is no object")
    return row
