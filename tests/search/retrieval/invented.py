"""Columns of invented cases, without a snapshot around them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from search.snapshot.columns import LISTED, NO_DATE, Columns

Number = tuple[str, int, int]
"""Case type, serial and year."""


def columns_of(
    numbers: Sequence[Number], *, judges: Sequence[Sequence[str]] = (), sections: Sequence[Sequence[str]] = ()
) -> Columns:
    """Return the columns of cases with those numbers, and for each the judges and the sections named, if any."""
    rows = len(numbers)
    types = tuple(sorted({name for name, _, _ in numbers}))
    none = np.full(rows, -1, np.int32)
    listed = {"judge": judges, "section": sections}
    vocabulary = {name: tuple(sorted({value for own in listed.get(name, ()) for value in own})) for name in LISTED}
    arrays = {}
    for name in LISTED:
        values = listed.get(name) or [()] * rows
        codes = [vocabulary[name].index(value) for own in values for value in own]
        arrays[f"{name}_codes"] = np.array(codes, np.int32)
        arrays[f"{name}_indptr"] = np.concatenate([[0], np.cumsum([len(own) for own in values])]).astype(np.int32)
    return Columns(
        case_type=np.array([types.index(name) for name, _, _ in numbers], np.int32),
        category=none,
        bench_kind=none,
        status=none,
        court=none,
        year=np.array([year for _, _, year in numbers], np.int16),
        serial=np.array([serial for _, serial, _ in numbers], np.int32),
        date=np.full(rows, NO_DATE, np.int32),
        kind=np.zeros(rows, np.int8),
        vocabulary={"case_type": types, "category": (), "bench_kind": (), "status": (), "court": (), **vocabulary},
        **arrays,
    )
