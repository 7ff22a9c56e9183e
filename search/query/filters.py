"""Filters: what a caller wants left in, as one mask over the cases of a snapshot."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import numpy as np
import numpy.typing as npt
from rapidfuzz import process

from search.errors import InvalidRequest
from search.identifiers.case_types import canonical_type, squeeze, types_by_alias
from search.snapshot.columns import NO_YEAR, Columns
from search.text.normalise import fold
from search.types import Filters, Mask

_SHOWN_MAX = 12
_LIKENESS_MIN = 55
"""Of 100: what is less alike than this was not meant."""
_ALWAYS_KNOWN = {"bench_kind": ("sb", "db", "lb")}
"""Values of a closed set: one that no indexed case has matches nothing and is no mistake."""


def allowed(filters: Filters, columns: Columns) -> Mask | None:
    """Return which cases pass *filters*, shape ``(len(columns),)``; None where all do.

    Raises:
        InvalidRequest: If a value is unknown in this snapshot; names it and the nearest known one.
    """
    masks: list[Mask] = []
    for field, column in (
        ("case_type", columns.case_type),
        ("bench_kind", columns.bench_kind),
        ("status", columns.status),
        ("court", columns.court),
    ):
        wanted: tuple[str, ...] = getattr(filters, field)
        if wanted:
            masks.append(np.isin(column, _codes(field, wanted, columns)))
    if filters.judge:
        masks.append(_heard_by(_codes("judge", filters.judge, columns), columns))
    masks.extend(_years(filters, columns))
    return np.logical_and.reduce(masks) if masks else None


def _years(filters: Filters, columns: Columns) -> Iterable[Mask]:
    first, last = filters.year_from, filters.year_to
    if first is not None and last is not None and first > last:
        raise InvalidRequest(f"year_from is {first}, which is after year_to {last}", parameter="year_from")
    if first is not None:
        yield columns.year >= first
    if last is not None:
        yield (columns.year <= last) & (columns.year != NO_YEAR)


def _heard_by(codes: npt.NDArray[np.int64], columns: Columns) -> Mask:
    rows = np.repeat(np.arange(len(columns)), np.diff(columns.judge_indptr))
    mask = np.zeros(len(columns), dtype=np.bool_)
    mask[rows[np.isin(columns.judge_codes, codes)]] = True
    return mask


def _codes(field: str, wanted: Sequence[str], columns: Columns) -> npt.NDArray[np.int64]:
    """Codes of the values that *wanted* names, each in any of its spellings."""
    spelling = _SPELLINGS.get(field, _plain)
    values = columns.vocabulary.get(field, ())
    # Sources write one value in several ways ("Pending", "pending"), so one spelling may stand for several codes.
    by_spelling: dict[str, list[int]] = {}
    for code, value in enumerate(values):
        for name in spelling(value):
            by_spelling.setdefault(name, []).append(code)
    codes: list[int] = []
    for value in wanted:
        found = [code for name in spelling(value) for code in by_spelling.get(name, ())]
        if not found and fold(value) not in _ALWAYS_KNOWN.get(field, ()):
            raise InvalidRequest(_unknown(field, value, values), parameter=field)
        codes.extend(found)
    return np.unique(np.array(codes, dtype=np.int64))


def _unknown(field: str, value: str, values: Sequence[str]) -> str:
    nearest: tuple[str, float, int] | None = process.extractOne(
        fold(value), values, processor=fold, score_cutoff=_LIKENESS_MIN
    )
    meant = f"; did you mean {nearest[0]!r}?" if nearest is not None else "."
    shown = ", ".join(values[:_SHOWN_MAX]) + (", ..." if len(values) > _SHOWN_MAX else "")
    return f"unknown {field} {value!r}{meant} The values here are {shown or 'none'}"


def _plain(value: str) -> tuple[str, ...]:
    return (fold(value),)


def _case_type(value: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys([canonical_type(value), *types_by_alias().get(squeeze(value), ())]))


def _judge(value: str) -> tuple[str, ...]:
    words = [word for word in fold(value).replace(".", " ").split() if word not in _JUDGE_TITLES]
    return (" ".join(words) or fold(value),)


_JUDGE_TITLES = frozenset({"honourable", "honorable", "hon", "mr", "ms", "mrs", "justice"})
_SPELLINGS: dict[str, Callable[[str], tuple[str, ...]]] = {"case_type": _case_type, "judge": _judge}
