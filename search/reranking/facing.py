"""Facing sides: how much a title holds of the two sides that a query sets against each other.

"Zarak v CDA" asks for the cases between these two, and not for those of which a judgment mentions both.
"""

from __future__ import annotations

import functools
import itertools
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import NamedTuple

from search.text.normalise import unified
from search.text.person_names import letters_of, name_words
from search.text.titles import title_sides
from search.text.tokenise import analyse

EXCHANGED = 0.9
"""What a title counts that has the sides in the other order: who appeals stands first, whoever he was below."""

_SAYING_NOTHING = frozenset({"the", "m/s"})

Name = Sequence[tuple[frozenset[str], float]]
"""The words of one name: the terms that each may stand as, and how telling it is."""


class _Side(NamedTuple):
    names: Sequence[Name]
    """As written, and each other name of the public body that it is."""
    weight: float

    def held_in(self, terms: frozenset[str]) -> float:
        """Return which share of the name that fits best stands in *terms*."""
        return max((_share(name, terms) for name in self.names), default=0.0)


class FacingSides:
    """The sides that one query names, against titles."""

    def __init__(
        self,
        sides: Sequence[Sequence[Sequence[str]]],
        spellings: Mapping[str, Sequence[str]],
        weight: Callable[[str], float],
    ) -> None:
        """Take the terms of each name of each of at most two *sides*.

        Args:
            sides: As in `search.types.ParsedQuery`.
            spellings: Term -> terms of other spellings.
            weight: How telling a term is in a title.
        """
        self._sides = []
        for names in filter(None, sides):
            told = [[(frozenset((term, *spellings.get(term, ()))), weight(term)) for term in name] for name in names]
            self._sides.append(_Side(told, sum(telling for _, telling in told[0])))
        self._total = sum(side.weight for side in self._sides)

    def held_by(self, title: str) -> float:
        """Return which share of both sides, by weight, *title* holds, each in a side of its own: 0 to 1."""
        if not self._total:
            return 0.0
        held = [frozenset(analyse(side)) for side in title_sides(title)]
        return max(self._held(held), EXCHANGED * self._held([*held, frozenset()][1::-1]))

    def _held(self, sides: Sequence[frozenset[str]]) -> float:
        pairs = zip(self._sides, sides, strict=False)  # a title without a mark has one side
        return sum(side.weight * side.held_in(terms) for side, terms in pairs) / self._total


def _share(name: Name, terms: frozenset[str]) -> float:
    total = sum(weight for _, weight in name)
    return sum(weight for written, weight in name if not written.isdisjoint(terms)) / total if total else 0.0


class WholeName:
    """The name that a query may be, against the sides of titles."""

    def __init__(self, name: str) -> None:
        """Take *name*; a mark in it tells which side: "Zarak VS" is the first one, "VS Zarak" the second."""
        self._sides = [_called(side) for side in title_sides(name)]
        self._terms = frozenset(term for side in self._sides for word in side for term in analyse(word))

    def is_side_of(self, title: str, terms: Collection[str]) -> bool:
        """Whether it is all that one side of *title* is called, but for "M/s", "the", "etc" and "& 2 others".

        Args:
            title: As written.
            terms: Those of *title*: what holds other words is not looked at closely.
        """
        if not self._terms.issubset(terms):
            return False
        sides = [_called(side) for side in title_sides(title)]
        if len(self._sides) == 1:
            return bool(self._sides[0]) and self._sides[0] in sides
        pairs = zip(self._sides, reversed(self._sides), sides, strict=False)
        return any(told and told == side and not other for told, other, side in pairs)


@functools.lru_cache(maxsize=4096)
def _called(side: str) -> tuple[str, ...]:
    """Return the words of the name of one *side*, folded, without those that count others."""
    words = name_words(unified(side))
    told = [
        letters_of(word.text)
        for word, behind in itertools.zip_longest(words, words[1:])
        if word.kind != "rest" and not (behind and behind.kind == "rest" and word.text.isdecimal())
    ]
    return tuple(word for word in told if word not in _SAYING_NOTHING)
