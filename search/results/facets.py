"""Facets: how many cases of a result set have each value of a field."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from search.snapshot.fields import NONE, FieldValues
from search.types import Mask

VALUES_MAX = 100
"""Values shown of a facet; how many more there are is told."""


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One value of a field and how many cases of the result set have it."""

    value: str
    """What the filter of that name takes; ``none`` for the cases without a value."""
    count: int


@dataclass(frozen=True, slots=True)
class Facet:
    """The values of one field, most cases first, ties in order of the value; cases without one last."""

    field: str
    values: tuple[FacetValue, ...]
    more: int
    """How many values with at least one case are not shown."""


def facet_of(field: FieldValues, result_set: Mask) -> Facet:
    """Count the values of *field* over *result_set*, which passes every filter but that of this field."""
    counted = field.count(result_set)
    there = np.flatnonzero(counted.values)
    ordered = there[np.argsort(-counted.values[there], kind="stable")]
    values = [FacetValue(field.labels[value], int(counted.values[value])) for value in ordered[:VALUES_MAX]]
    if counted.none:
        values.append(FacetValue(NONE, counted.none))
    return Facet(field.name, tuple(values), more=max(0, len(ordered) - VALUES_MAX))
