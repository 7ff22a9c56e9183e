"""Rows of a CSV file, each with its place and with its text as it stands in the file."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import NamedTuple

CELL_LENGTH_MAX = 64 * 1024 * 1024
"""Characters of one cell; a whole judgment is one.  The csv module's own limit of 131,072 is too low for that."""


class CsvRow(NamedTuple):
    """One row; a quoted cell may run over several lines."""

    line: int
    """1 for the first; the line where the row starts."""
    cells: list[str]
    text: str
    """The row as it stands in the file."""
    fault: str = ""
    """Why it is no row; it has no cells then."""

    def is_blank(self) -> bool:
        """Whether it says nothing."""
        return not self.fault and not any(cell.strip() for cell in self.cells)


NO_ROW = CsvRow(1, [], "")
"""What stands for the header of an empty file."""


def csv_rows(text: str) -> Iterator[CsvRow]:
    """Yield the rows of *text*, its header and blank ones included."""
    taken: list[str] = []
    rows = csv.reader(_kept(io.StringIO(text, newline=""), taken))
    before = 0
    while True:
        taken.clear()
        cells, fault = [], ""
        try:
            with _long_cells():
                cells = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            fault = f"not CSV: {error}"
        yield CsvRow(before + 1, cells, "".join(taken).rstrip("\r\n"), fault)
        before = rows.line_num


def csv_header(cells: Iterable[str]) -> list[str]:
    """Return column names in the spelling that records use: the court's upper case, or the project's lower case."""
    names = ["_".join(cell.strip().split()) for cell in cells]
    court = any(name.upper() == "CASE_NO" for name in names)
    return [name.upper() if court else name.lower() for name in names]


def _kept(lines: Iterable[str], taken: list[str]) -> Iterator[str]:
    for line in lines:
        taken.append(line)
        yield line


@contextmanager
def _long_cells() -> Iterator[None]:
    # The limit is the whole process's: it is raised for one row at a time, and put back.
    before = csv.field_size_limit(CELL_LENGTH_MAX)
    try:
        yield
    finally:
        csv.field_size_limit(before)
