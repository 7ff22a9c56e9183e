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
_PUTTING = SAYING_NOTHING | frozenset(
    """find get give search for please which that are is was were have has been be with from during year years month
    filed instituted latest recent newest list lists number""".split()
)
"""Nor do these, where the query has nothing else."""
_WORDS = re.compile(r"\w+")


class Listed(NamedTuple):
    """What a query filters by beside judges."""

    types: tuple[NamedType, ...] = ()
    statuses: tuple[StatusWord, ...] = ()
    times: tuple[Period, ...] = ()


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
    if not (types or statuses) or len({each.status for each in statuses}) > 1:
        return None
    times = list(periods[:1]) or times_alone(text)
    alone = not (statuses or judges or times)
    if any((alone and name.is_ordinary) or set(name.case_types).isdisjoint(case_types) for name in types):
        return None
    beside = blanked(text, [*_spans(judges), *_spans(types), *_spans(statuses), *_spans(times), *unwrap(text).dropped])
    if not _PUTTING.issuperset(_WORDS.findall(beside.casefold())):
        return None
    return Listed(tuple(types), tuple(statuses), tuple(times))


def _spans(places: Sequence[JudgeMention | NamedType | StatusWord | Period]) -> list[Span]:
    return [(place.start, place.end) for place in places]
