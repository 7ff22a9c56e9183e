"""Columns: what filters, facets, sorting and number lookup need of every case, as arrays (row = doc_id)."""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

FOLDER = "columns"
VOCABULARY_NAME = "vocabulary.json"
CODED = ("case_type", "category", "bench_kind", "status", "court")
"""Fields with one value a case, kept as codes into their vocabulary."""
LISTED = ("judge", "subject", "section", "provision", "advocate", "citation", "named_number", "fir")
"""Fields with any number of values a case, kept as codes, case behind case."""
NO_CODE = -1
NO_SERIAL = -1
NO_YEAR = 0
NO_DATE = int(np.iinfo(np.int32).min)
KIND_CASE = 0
KIND_DOCUMENT = 1

Int8s = npt.NDArray[np.int8]
Int16s = npt.NDArray[np.int16]
Int32s = npt.NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of one snapshot."""

    case_type: Int32s
    category: Int32s
    bench_kind: Int32s
    status: Int32s
    court: Int32s
    """Codes into ``vocabulary[field]``; -1 where the case has none."""
    year: Int16s
    """Four digits; 0 where the case has no number."""
    serial: Int32s
    """-1 where the case has no number."""
    date: Int32s
    """Institution date as days since 1970-01-01; the least int32 where unknown."""
    kind: Int8s
    """0 for a case, 1 for a document that belongs to no known case."""
    judge_indptr: Int32s
    """``judge_codes[judge_indptr[d] : judge_indptr[d + 1]]`` are the judges of case *d*."""
    judge_codes: Int32s
    subject_indptr: Int32s
    subject_codes: Int32s
    """Subjects that somebody named; likewise."""
    section_indptr: Int32s
    section_codes: Int32s
    """Sections of law that the case names, by key (`search.identifiers.statute`); likewise."""
    provision_indptr: Int32s
    provision_codes: Int32s
    """The same with their subsections, as `StatuteReference.label` writes them; likewise."""
    advocate_indptr: Int32s
    advocate_codes: Int32s
    """Advocates of either side, as the record names them; likewise."""
    citation_indptr: Int32s
    citation_codes: Int32s
    """Reported judgments that the case cites, by key (`search.identifiers.citation`); likewise."""
    named_number_indptr: Int32s
    named_number_codes: Int32s
    """Case numbers in the texts of the case that are not its own, as `NumberQuery.read_as` writes them; likewise."""
    fir_indptr: Int32s
    fir_codes: Int32s
    """First information reports that the case names, as `FirQuery.key` writes them; likewise."""
    vocabulary: Mapping[str, tuple[str, ...]]
    """Values of each coded and each listed field; sorted, so that a code tells the order too."""

    def __len__(self) -> int:
        return len(self.year)

    def codes(self, field: str) -> Int32s:
        """Return the column of one coded *field*."""
        if field not in CODED:
            raise KeyError(field)
        column: Int32s = getattr(self, field)
        return column

    def listed(self, field: str) -> tuple[Int32s, Int32s]:
        """Return where the codes of each case begin, and the codes, of one listed *field*."""
        if field not in LISTED:
            raise KeyError(field)
        return getattr(self, f"{field}_indptr"), getattr(self, f"{field}_codes")

    def listed_of(self, field: str, doc_id: int) -> tuple[str, ...]:
        """Return the values of one listed *field* of one case, in the order they were kept."""
        indptr, codes = self.listed(field)
        return tuple(self.vocabulary[field][code] for code in codes[indptr[doc_id] : indptr[doc_id + 1]])

    def having(self, field: str, value: str) -> list[int]:
        """Return the doc_ids of the cases that have *value* in one listed *field*, ascending."""
        names = self.vocabulary[field]
        code = bisect_left(names, value)
        return self.having_code(field, [code]) if names[code : code + 1] == (value,) else []

    def having_code(self, field: str, wanted: Sequence[int]) -> list[int]:
        """Return the doc_ids of the cases that have one of the codes *wanted* in one listed *field*, ascending."""
        indptr, codes = self.listed(field)
        rows = np.searchsorted(indptr, np.flatnonzero(np.isin(codes, wanted)), side="right") - 1
        return [int(row) for row in np.unique(rows)]

    def values(self, field: str, doc_ids: Sequence[int]) -> list[str]:
        """Return the values of one coded *field*, empty where a case has none."""
        names = self.vocabulary[field]
        return ["" if code == NO_CODE else names[code] for code in self.codes(field)[list(doc_ids)].tolist()]

    def with_number(self, serial: int, year: int, case_types: Collection[str] = ()) -> npt.NDArray[np.bool_]:
        """Return which cases have the number *serial* of *year*; of *case_types* alone where any is named."""
        mask: npt.NDArray[np.bool_] = (self.serial == serial) & (self.year == year)
        return mask & self.of_type(case_types) if case_types else mask

    def of_type(self, case_types: Collection[str]) -> npt.NDArray[np.bool_]:
        """Return which cases are of one of *case_types*."""
        names = self.vocabulary["case_type"]
        return np.isin(self.case_type, [code for code, name in enumerate(names) if name in case_types])

    def judges_of(self, doc_id: int) -> tuple[str, ...]:
        """Return the judges of one case, in the order of the record."""
        return self.listed_of("judge", doc_id)


ARRAYS = tuple(name for name in Columns.__slots__ if name != "vocabulary")


def open_columns(folder: Path) -> Columns:
    """Read the columns kept in *folder* into memory."""
    arrays = {name: np.load(folder / f"{name}.npy", allow_pickle=False) for name in ARRAYS}
    vocabulary = json.loads((folder / VOCABULARY_NAME).read_text(encoding="utf-8"))
    return Columns(**arrays, vocabulary={field: tuple(values) for field, values in vocabulary.items()})
