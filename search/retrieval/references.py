"""Reference retrieval: the cases that cite a judgment, come from an FIR, or name another case."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Self

from search.identifiers.fir import same_fir
from search.snapshot.columns import NO_CODE, NO_SERIAL, Columns
from search.types import FirQuery, Mask

Number = tuple[str, int, int]
"""Canonical case type, serial and year."""


@dataclass(frozen=True, slots=True)
class ReferenceRetriever:
    """Looks up who refers to what, in the columns of a snapshot."""

    columns: Columns
    _naming: Mapping[Number, tuple[int, ...]]
    """Number -> codes of the column ``named_number`` that may mean it."""
    _firs: Mapping[str, tuple[tuple[FirQuery, int], ...]]
    """Number of a report -> the reports of that number and their codes."""

    @classmethod
    def of(cls, columns: Columns) -> Self:
        """Read the numbers and FIRs of *columns* once."""
        naming: dict[Number, list[int]] = defaultdict(list)
        for code, read_as in enumerate(columns.vocabulary["named_number"]):
            for number in numbers_of(read_as):
                naming[number].append(code)
        firs: dict[str, list[tuple[FirQuery, int]]] = defaultdict(list)
        for code, key in enumerate(columns.vocabulary["fir"]):
            fir = FirQuery.of_key(key)
            firs[fir.number].append((fir, code))
        return cls(
            columns,
            {number: tuple(codes) for number, codes in naming.items()},
            {number: tuple(entries) for number, entries in firs.items()},
        )

    def citing(self, citations: Sequence[str], allowed: Mask | None) -> tuple[int, ...]:
        """Return the allowed cases that cite one of *citations* (keys), by doc_id."""
        return _allowed({row for key in citations for row in self.columns.having("citation", key)}, allowed)

    def with_fir(self, firs: Sequence[FirQuery], allowed: Mask | None) -> tuple[int, ...]:
        """Return the allowed cases that name one of *firs*, by doc_id; see `same_fir` for what is one report."""
        codes = [code for fir in firs for other, code in self._firs.get(fir.number, ()) if same_fir(fir, other)]
        return _allowed(self.columns.having_code("fir", codes), allowed)

    def naming(self, doc_id: int) -> tuple[int, ...]:
        """Return the cases whose texts hold the number of another, by doc_id; none where it has no number."""
        number = self._number_of(doc_id)
        codes = self._naming.get(number, ()) if number else ()
        return _allowed(set(self.columns.having_code("named_number", codes)) - {doc_id}, None)

    def _number_of(self, doc_id: int) -> Number | None:
        columns = self.columns
        code, serial = int(columns.case_type[doc_id]), int(columns.serial[doc_id])
        if code == NO_CODE or serial == NO_SERIAL:
            return None
        return columns.vocabulary["case_type"][code], serial, int(columns.year[doc_id])


def numbers_of(read_as: str) -> list[Number]:
    """Return the numbers that one line of `NumberQuery.read_as` may mean: one for each case type that it names."""
    types, _, number = read_as.rpartition(" ")
    serial, _, year = number.partition("/")
    return [(case_type, int(serial), int(year)) for case_type in types.split(" or ")]


def _allowed(rows: Iterable[int], allowed: Mask | None) -> tuple[int, ...]:
    return tuple(sorted(row for row in rows if allowed is None or allowed[row]))
