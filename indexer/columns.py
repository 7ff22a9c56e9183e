"""Columns build: the values of each case that filters, facets, sorting and number lookup need."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import numpy as np
import numpy.typing as npt

from indexer.progress import Progress, silent
from indexer.references import References, references_of
from search.cases import Case
from search.snapshot.columns import (
    CODED,
    KIND_CASE,
    KIND_DOCUMENT,
    NO_CODE,
    NO_DATE,
    NO_SERIAL,
    NO_YEAR,
    VOCABULARY_NAME,
)

_REPORT_EVERY = 100
_EPOCH = date(1970, 1, 1).toordinal()

_CODED_VALUES: dict[str, Callable[[Case], str]] = {
    "case_type": lambda case: case.number.case_type if case.number else "",
    "category": lambda case: case.number.category if case.number else "",
    "bench_kind": lambda case: case.number.bench_kind if case.number else "",
    "status": lambda case: case.status,
    "court": lambda case: case.court,
}


def build_columns(cases: Sequence[Case], folder: Path, *, progress: Progress = silent) -> None:
    """Write the columns of *cases*, in the order of their doc_id, into *folder*."""
    vocabulary: dict[str, list[str]] = {}
    for field in CODED:
        values = [_CODED_VALUES[field](case) for case in cases]
        vocabulary[field] = _vocabulary(values)
        _save(folder, field, _codes(values, vocabulary[field]))
    for field, lists in _listed_values(cases, progress).items():
        flat = [value for values in lists for value in values]
        vocabulary[field] = _vocabulary(flat)
        _save(folder, f"{field}_codes", _codes(flat, vocabulary[field]))
        _save(folder, f"{field}_indptr", np.cumsum([0, *map(len, lists)]).astype(np.int32))
    for field, column in _numbers_of(cases).items():
        _save(folder, field, column)
    written = json.dumps(vocabulary, ensure_ascii=False, sort_keys=True)
    (folder / VOCABULARY_NAME).write_text(written, encoding="utf-8")


def _listed_values(cases: Sequence[Case], progress: Progress) -> dict[str, list[tuple[str, ...]]]:
    referred: list[References] = []
    for done, case in enumerate(cases):
        if done % _REPORT_EVERY == 0:
            progress("reading references", done, len(cases))
        referred.append(references_of(case))
    progress("reading references", len(cases), len(cases))
    return {
        "judge": [case.judges for case in cases],
        "subject": [_unique(case.profile.subjects) for case in cases],
        "section": [references.sections for references in referred],
        "provision": [references.provisions for references in referred],
        "advocate": [_unique((*case.advocates_petitioner, *case.advocates_respondent)) for case in cases],
        "citation": [references.citations for references in referred],
        "named_number": [references.numbers for references in referred],
        "fir": [references.firs for references in referred],
    }


def _unique(values: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(" ".join(value.split()) for value in values if value.strip()))


def _numbers_of(cases: Sequence[Case]) -> dict[str, npt.NDArray[np.generic]]:
    return {
        "year": np.array([case.number.year if case.number else NO_YEAR for case in cases], dtype=np.int16),
        "serial": np.array([case.number.serial if case.number else NO_SERIAL for case in cases], dtype=np.int32),
        "date": np.array([_days(case.institution_date) for case in cases], dtype=np.int32),
        "kind": np.array([KIND_DOCUMENT if case.kind == "document" else KIND_CASE for case in cases], dtype=np.int8),
    }


def _days(day: date | None) -> int:
    return NO_DATE if day is None else day.toordinal() - _EPOCH


def _vocabulary(values: Sequence[str]) -> list[str]:
    return sorted({value for value in values if value})


def _codes(values: Sequence[str], vocabulary: Sequence[str]) -> npt.NDArray[np.int32]:
    code_of = {value: code for code, value in enumerate(vocabulary)}
    return np.array([code_of.get(value, NO_CODE) for value in values], dtype=np.int32)


def _save(folder: Path, name: str, column: npt.NDArray[np.generic]) -> None:
    np.save(folder / f"{name}.npy", column, allow_pickle=False)
