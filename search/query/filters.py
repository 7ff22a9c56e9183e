"""Filters: what a caller wants left in, as masks over the cases of a snapshot."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from search.errors import InvalidRequest, did_you_mean, shortened
from search.snapshot.columns import NO_DATE, NO_YEAR, Columns
from search.snapshot.fields import FIELDS, NONE, FieldValues
from search.snapshot.nearest import nearest_values, values_shown
from search.snapshot.provisions import codes_behind, mask_behind
from search.text.normalise import fold
from search.types import Filters, Mask

_ALWAYS_KNOWN = {"bench_kind": ("sb", "db", "lb")}
"""Values of a closed set: one that no indexed case has matches nothing and is no mistake."""
SPANS = "spans of time"
"""Name of the filter that the first and last years and dates of `Filters` make together."""
_EPOCH = datetime.date(1970, 1, 1).toordinal()


@dataclass(frozen=True, slots=True)
class FilterMasks:
    """One mask per filter; shape of each ``(cases,)``."""

    by_name: Mapping[str, Mask]

    @property
    def all(self) -> Mask | None:
        """The cases that pass every filter; None where there is no filter."""
        return _and(list(self.by_name.values()))

    def without(self, name: str) -> Mask | None:
        """Return the cases that pass every filter but that of *name*; None where no other is left."""
        return _and([mask for other, mask in self.by_name.items() if other != name])


def masks_of(filters: Filters, columns: Columns, fields: Mapping[str, FieldValues]) -> FilterMasks:
    """Return what each of *filters* leaves in.

    Raises:
        InvalidRequest: If a value is unknown in this snapshot; names it and the nearest known one.
    """
    for name in FIELDS:
        _check_known(fields[name], getattr(filters, name), columns)
    by_name = {name: _mask(fields[name], getattr(filters, name), columns) for name in FIELDS if getattr(filters, name)}
    spans = [*_years(filters, columns), *_dates(filters, columns)]
    return FilterMasks(by_name | ({SPANS: np.logical_and.reduce(spans)} if spans else {}))


def mask_of_said(said: Filters, columns: Columns, fields: Mapping[str, FieldValues]) -> Mask | None:
    """Return what the filters that a query names in words leave in; None where it names none.

    A word is no mistake where no case here has its value: it leaves nothing in.
    """
    masks = [_mask(fields[name], getattr(said, name), columns) for name in FIELDS if getattr(said, name)]
    return _and([*masks, *_years(said, columns), *_dates(said, columns)])


def _and(masks: Sequence[Mask]) -> Mask | None:
    return np.logical_and.reduce(masks) if masks else None


def _years(filters: Filters, columns: Columns) -> Iterator[Mask]:
    first, last = filters.year_from, filters.year_to
    if first is not None and last is not None and first > last:
        raise InvalidRequest(f"year_from is {first}, which is after year_to {last}", parameter="year_from")
    if first is not None:
        yield columns.year >= first
    if last is not None:
        yield (columns.year <= last) & (columns.year != NO_YEAR)


def _dates(filters: Filters, columns: Columns) -> Iterator[Mask]:
    first, last = filters.date_from, filters.date_to
    if first is not None and last is not None and first > last:
        raise InvalidRequest(f"date_from is {first}, which is after date_to {last}", parameter="date_from")
    dated, numbered = columns.date != NO_DATE, columns.year != NO_YEAR
    if first is not None:
        yield np.where(dated, columns.date >= first.toordinal() - _EPOCH, numbered & (columns.year >= first.year))
    if last is not None:
        yield np.where(dated, columns.date <= last.toordinal() - _EPOCH, numbered & (columns.year <= last.year))


def _mask(field: FieldValues, wanted: Sequence[str], columns: Columns) -> Mask:
    none = [NONE for written in wanted if fold(written) == NONE]
    named = [written for written in wanted if fold(written) != NONE]
    values = [value for written in named for value in field.find(written)]
    mask = field.mask(values, or_none=bool(none))
    for written in named if field.name == "section" else ():
        if not field.find(written):
            mask |= mask_behind(columns, written)
    return mask


def _check_known(field: FieldValues, wanted: Sequence[str], columns: Columns) -> None:
    for written in wanted:
        known = fold(written) == NONE or field.find(written) or _is_known(field.name, written)
        if not known and not (field.name == "section" and _is_named(written, columns)):
            raise InvalidRequest(_unknown(field, written), parameter=field.name)


def _is_named(written: str, columns: Columns) -> bool:
    """Whether cases name each of the sections in *written*, though it may be no case that names all."""
    found = codes_behind(columns, written)
    return bool(found) and all(found)


def _is_known(name: str, written: str) -> bool:
    if name == "year":  # any year is one, whether a case is of it or not
        return written.isascii() and written.isdigit() and len(written) == 4
    return fold(written) in _ALWAYS_KNOWN.get(name, ())


def _unknown(field: FieldValues, value: str) -> str:
    meant = did_you_mean(*nearest_values(field.name, field.labels, value)) or "."
    return f"unknown {field.name} {shortened(value)!r}{meant}{values_shown(field.labels)}"
