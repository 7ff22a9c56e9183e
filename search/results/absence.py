"""Absence: why a case number that a query names is not there, with what is; `absent_references` tells of others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from search.results.absent_references import AbsentReference, absence_of
from search.snapshot.columns import Columns
from search.snapshot.reader import Snapshot
from search.types import AskedReference, NumberQuery

NEAREST_MAX = 3
"""Cases of each sort of nearness."""

Rows = npt.NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Coverage:
    """What the index holds of one case type in one year."""

    case_type: str
    """Canonical; empty for all types, where the query names none."""
    year: int
    cases: int
    lowest: int | None
    """Serial; None where there is no case."""
    highest: int | None
    serials: int
    """How many different serials there are."""


@dataclass(frozen=True, slots=True)
class NearCase:
    """A case whose number is like the one that is not there."""

    why: str
    """"other year", "other type" or "next serial"."""
    id: str
    source_id: str
    number: str
    title: str


@dataclass(frozen=True, slots=True)
class Absence:
    """One number that no case has, or none that the filters let through."""

    number: str
    """As understood: "WP 12345/2023"."""
    case_types: tuple[str, ...]
    """Canonical types that the written one may stand for; empty where none was written."""
    serial: int
    year: int
    start: int
    end: int
    """Code points of the query as given."""
    left_out_by_filters: bool
    """Whether a case has this number and the filters leave it out."""
    covered: tuple[Coverage, ...]
    """One a type, or one for all of them."""
    nearest: tuple[NearCase, ...]
    """Same serial in another year, then of another type in this year, then the serials around it."""
    kind: str = "case number"


@dataclass(frozen=True, slots=True)
class AbsenceProver:
    """Tells what one snapshot holds around a number that it does not hold."""

    snapshot: Snapshot

    def of(self, number: NumberQuery, *, left_out_by_filters: bool = False) -> Absence:
        """Return what is known about *number*."""
        columns = self.snapshot.columns
        types = number.case_types or number.hinted_types
        return Absence(
            number=number.read_as,
            case_types=types,
            serial=number.serial,
            year=number.year,
            start=number.start,
            end=number.end,
            left_out_by_filters=left_out_by_filters,
            covered=tuple(_coverage(columns, case_type, number.year) for case_type in types or ("",)),
            nearest=self._nearest(number, types),
        )

    def of_reference(self, asked: AskedReference, *, left_out_by_filters: bool = False) -> AbsentReference:
        """Return what is known about a citation, an FIR or a section."""
        return absence_of(self.snapshot.columns, asked, left_out_by_filters=left_out_by_filters)

    def _nearest(self, number: NumberQuery, types: Sequence[str]) -> tuple[NearCase, ...]:
        columns = self.snapshot.columns
        typed = _of_types(columns, types)
        same_year, same_serial = columns.year == number.year, columns.serial == number.serial
        away = np.abs(columns.year.astype(np.int64) - number.year)
        apart = np.abs(columns.serial.astype(np.int64) - number.serial)
        numbered = columns.serial >= 0
        sorts = (
            ("other year", typed & same_serial & ~same_year, away),
            ("other type", ~typed & same_serial & same_year, away),
            ("next serial", typed & same_year & ~same_serial & numbered, apart),
        )
        found: list[tuple[str, int]] = []
        for why, mask, distance in sorts:
            rows = np.flatnonzero(mask)
            nearest = rows[np.lexsort((rows, distance[rows]))][:NEAREST_MAX]
            found += [(why, int(row)) for row in nearest]
        shown = self.snapshot.display([row for _, row in found])
        return tuple(
            NearCase(why, row["id"], row["source_id"], row["number"] or "", row["title"])
            for (why, _), row in zip(found, shown, strict=True)
        )


def _coverage(columns: Columns, case_type: str, year: int) -> Coverage:
    rows = (columns.year == year) & (columns.serial >= 0) & _of_types(columns, (case_type,) if case_type else ())
    serials = columns.serial[rows]
    return Coverage(
        case_type=case_type,
        year=year,
        cases=int(rows.sum()),
        lowest=int(serials.min()) if len(serials) else None,
        highest=int(serials.max()) if len(serials) else None,
        serials=len(np.unique(serials)),
    )


def _of_types(columns: Columns, types: Sequence[str]) -> npt.NDArray[np.bool_]:
    """Return which cases are of *types*; all where none is named."""
    if not types:
        return np.ones(len(columns), dtype=np.bool_)
    names = columns.vocabulary["case_type"]
    return np.isin(columns.case_type, [code for code, name in enumerate(names) if name in types])
