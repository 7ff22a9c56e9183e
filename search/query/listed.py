"""Listed: what a query names that asks for all cases of a type or a status, and for nothing else.

"Pending writ petitions before Justice Example 2024" has no word that tells one case from another.  So none of its words
can be meant otherwise, and each is read as a filter: in a query that asks for more, a type ranks, and a year or
"pending" may be said of anything.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import NamedTuple

from search.identifiers.judges import JudgeMention
from search.identifiers.named_types import NamedType, find_types
from search.query.periods import Period, times_alone
from search.query.statuses import StatusWord, status_words
from search.query.wrappers import unwrap
from search.text.spans import Span, blanked

SAYING_NOTHING = frozenset(
    """judge status all any the of in by before and or only case cases matter matters list show me heard
    tamam sab ki ka ke kay kai ko mein main wale wali hain hai muqadmat muqaddmat muqadamat muqaddamat
    تمام سب کی کا کے کو میں ہیں ہے وہ جو مقدمہ مقدمات کیس کیسز""".split()
)
"""These words ask for nothing by themselves: "all pending cases" are those that are pending, "all cases" are all."""
PUTTING = SAYING_NOTHING | frozenset(
    """a an find get give search for please which that are is was were have has been be with from during year years
    month filed instituted latest recent newest lists number""".split()
)
"""Nor do these, where a query has nothing else."""
_COURT = frozenset("islamabad high court ihc".split())
_FIRST_YEAR = 2000
"""An earlier year beside a short abbreviation is that of an act: "STA 1990", "FERA 1947"."""
_SHORT = 4
_WORDS = re.compile(r"\w+")


class Listed(NamedTuple):
    """What a query filters by beside judges."""

    types: tuple[NamedType, ...] = ()
    statuses: tuple[StatusWord, ...] = ()
    times: tuple[Period, ...] = ()
    """One period, or several whole years."""
    both_statuses: bool = False
    """Whether it asks for pending and for decided cases: for neither, then."""


def listed_in(
    text: str, judges: Sequence[JudgeMention], periods: Sequence[Period], case_types: Collection[str]
) -> Listed | None:
    """Return what *text* lists; None where it asks for more, or names neither a case type nor a status.

    Args:
        text: The query.
        judges: Those that it names.
        periods: Those that it names in words, "after 1 March 2024".
        case_types: Those of the index: one that no case here has is words, which may find others.
    """
    outside = blanked(text, _spans(judges))
    types = [name for name in find_types(outside, plurals=True) if name.is_whole]
    statuses = status_words(outside)
    times = list(periods[:1]) or times_alone(text)
    if not (types or statuses) or any(set(name.case_types).isdisjoint(case_types) for name in types):
        return None
    alone = not (statuses or judges)
    if (alone and not times and any(name.is_ordinary for name in types)) or not _are_meant(times, types, alone=alone):
        return None
    # What puts the question may not say what the cases are about: "case law on murder reference".
    dropped = [span for span in unwrap(text).dropped if (PUTTING | _COURT).issuperset(_words(text[slice(*span)]))]
    beside = blanked(text, [*_spans(judges), *_spans(types), *_spans(statuses), *_spans(times), *dropped])
    if not PUTTING.issuperset(_words(beside)):
        return None
    if len({each.status for each in statuses}) > 1:
        return Listed(tuple(types), (), tuple(times), both_statuses=True)
    return Listed(tuple(types), tuple(statuses), tuple(times))


def _are_meant(times: Sequence[Period], types: Sequence[NamedType], *, alone: bool) -> bool:
    """Whether *times*, beside *types*, may be those of the cases: one of any kind, or several whole years."""
    if len(times) > 1 and not all(_is_whole_year(time) for time in times):
        return False
    first = min((time.first.year for time in times if time.first), default=_FIRST_YEAR)
    return not (alone and first < _FIRST_YEAR and any(len(name.squeezed) <= _SHORT for name in types))


def _is_whole_year(time: Period) -> bool:
    first, last = time.first, time.last
    return first is not None and last is not None and (last - first).days >= 364


def _words(text: str) -> list[str]:
    return _WORDS.findall(text.casefold())


def _spans(places: Sequence[JudgeMention | NamedType | StatusWord | Period]) -> list[Span]:
    return [(place.start, place.end) for place in places]
