"""Misspelt case types: which types may be meant by letters that are the name of none."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from search.identifiers.case_types import squeeze, types_by_alias
from search.identifiers.named_numbers import is_short_form

_SLIPS, _SLIPS_IN_LONG, _LONG = 1, 2, 8
"""How many letters may be others: more in a name of many letters."""
_LIKENESS_MIN = 88
"""Of 100, where there is more than one slip: "Crl. Petition" is no "C.O. Petition"."""
_MEANT_MAX = 3
"""Types that are equally like; where there are more, none is meant more than another."""


def types_like(letters: str, others: Iterable[str] = ()) -> list[str]:
    """Return the case types whose names are most like *letters*, sorted; none where none is.

    Whole names are compared and no words of them, since "appeal" and "petition" are in half of them.

    Args:
        letters: As `squeeze` returns them; what is short for a type of other courts, "CPLA", is like none.
        others: Case types that no table knows.
    """
    known = types_by_alias()
    if is_short_form(letters) and letters.removesuffix("s") not in known:
        return []
    known = {squeeze(name): (name,) for name in others} | dict(known)
    alike = {alias: (OSA.distance(letters, alias), -fuzz.ratio(letters, alias)) for alias in known}
    near = [alias for alias, (slips, likeness) in alike.items() if _is_near(letters, alias, slips, -likeness)]
    best = min((alike[alias] for alias in near), default=None)
    types = {name for alias in near if alike[alias] == best for name in known[alias]}
    return sorted(types) if len(types) <= _MEANT_MAX else []


def _is_near(letters: str, alias: str, slips: int, likeness: float) -> bool:
    if slips > (_SLIPS if len(letters) < _LONG else _SLIPS_IN_LONG):
        return False
    return _begins_alike(letters, alias) and (slips <= _SLIPS or likeness >= _LIKENESS_MIN)


def _begins_alike(letters: str, alias: str) -> bool:
    """Whether both have one first letter, or the same letters in another order."""
    return len(letters) > 1 and (letters[0] == alias[:1] or sorted(letters) == sorted(alias))
