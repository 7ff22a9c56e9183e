"""Provisions: which cases name a section of law, whoever asks and however it is written.

One rule for the filter ``section``, the field of operators, a query in words and a brief: a section without its act is
that of any act, an order without a rule any rule of it, and a section without a subsection the whole of it.  What
restricts takes a subsection as it is given; what ranks or tells looks for the section, see `whole`.
"""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Mapping, Sequence

import numpy as np

from search.identifiers.statute import StatuteReference, reference_of, same_provision, sections_behind
from search.snapshot.columns import Columns
from search.types import Mask

COLUMN = "provision"
_KEPT_MAX = 8
"""Vocabularies that are kept as read: that of the live snapshot, and of those before it."""


def whole(asked: StatuteReference) -> StatuteReference:
    """Return the section that *asked* is of, whichever subsection."""
    return asked._replace(subsection="")


def codes_of(columns: Columns, asked: StatuteReference) -> Sequence[int]:
    """Return the codes of the provisions that are *asked*, ascending."""
    held = _by_number(columns.vocabulary.get(COLUMN, ()))
    return [code for code, other in held.get(asked.number, ()) if same_provision(asked, other)]


def keys_of(columns: Columns, asked: StatuteReference) -> tuple[str, ...]:
    """Return the keys of the sections that *asked* may be, each once, by the alphabet."""
    labels = columns.vocabulary.get(COLUMN, ())
    return tuple(sorted({reference_of(labels[code]).key for code in codes_of(columns, asked)}))


def cases_of(columns: Columns, asked: StatuteReference) -> tuple[int, ...]:
    """Return the cases that name *asked*, by doc_id."""
    return tuple(columns.having_code(COLUMN, codes_of(columns, asked)))


def codes_behind(columns: Columns, value: str) -> list[Sequence[int]]:
    """Return the codes of what stands behind a field or filter for sections, once for each section that it names.

    A case must have one of each.  A number alone is a section of any act, or an article: the name of the field says
    nothing of that.
    """
    return [
        sorted({code for asked in readings for code in codes_of(columns, asked)}) for readings in sections_behind(value)
    ]


def mask_behind(columns: Columns, value: str) -> Mask:
    """Return the cases that name every section in *value*; none where that names no section."""
    rows = [set(columns.having_code(COLUMN, codes)) for codes in codes_behind(columns, value)]
    mask = np.zeros(len(columns), dtype=np.bool_)
    mask[sorted(set.intersection(*rows)) if rows else []] = True
    return mask


# By the values themselves: columns are made anew for each snapshot, and cannot be keys.
@functools.lru_cache(maxsize=_KEPT_MAX)
def _by_number(labels: tuple[str, ...]) -> Mapping[str, Sequence[tuple[int, StatuteReference]]]:
    found: dict[str, list[tuple[int, StatuteReference]]] = defaultdict(list)
    for code, label in enumerate(labels):
        held = reference_of(label)
        found[held.number].append((code, held))
    return found
