"""Titles by what is typed of both sides: "telenor v c" goes on to "Telenor ... VS Commissioner ..."."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from search.retrieval.name_index import Name, NameIndex, spans_of, words_of
from search.text.titles import BETWEEN_SIDES

_LOOKED_AT_MAX = 200
"""Titles that have all the words, of which some may have them on the wrong side."""


class FoundTitle(NamedTuple):
    """One title that goes on from what is typed."""

    text: str
    cases: int
    """How many cases have it."""
    spans: tuple[tuple[int, int], ...]
    """As `spans_of` gives them."""


class TitleIndex:
    """The titles of one snapshot that name two sides; spellings that fold together are one, as most cases have it."""

    def __init__(self, titles: Iterable[str]) -> None:
        cases = Counter(" ".join(title.split()) for title in titles)
        spellings: dict[tuple[tuple[str, ...], tuple[str, ...]], list[str]] = {}
        for title in cases:
            left, _, right = words_by_side(title)
            if left and right:
                spellings.setdefault((left, right), []).append(title)
        self._names = NameIndex(
            Name(max(alike, key=cases.__getitem__), (*left, *right), sum(map(cases.__getitem__, alike)))
            for (left, right), alike in spellings.items()
        )

    def find(self, typed: str, *, limit: int) -> list[FoundTitle]:
        """Return the titles that *typed*, "zarak v st", may be the beginning of; none where no "v" is typed.

        Those with each side in its place come first, then those with the sides exchanged; most cases first.
        """
        left, versus, right = words_by_side(typed)
        if not (versus and left):
            return []
        places = self._names.find([*left, *right], limit=_LOOKED_AT_MAX)
        found = list(itertools.islice(self._with_sides(places, left, right), limit))
        known = {title.text for title in found}
        exchanged = (title for title in self._with_sides(places, right, left) if title.text not in known)
        return [*found, *itertools.islice(exchanged, limit - len(found))]

    def _with_sides(self, places: Iterable[int], left: tuple[str, ...], right: tuple[str, ...]) -> Iterator[FoundTitle]:
        for place in places:
            text = self._names.text(place)
            versus = BETWEEN_SIDES.search(text)
            assert versus is not None  # only such titles are taken in
            spans = (*spans_of(left, text[: versus.start()]), *spans_of(right, text, start=versus.end()))
            if len(spans) == len(left) + len(right):
                yield FoundTitle(text, self._names.cases(place), spans)


def words_by_side(typed: str) -> tuple[tuple[str, ...], str, tuple[str, ...]]:
    """Return the words before the first "v" of *typed*, that "v" as written, "" if there is none, and those behind."""
    plain = " ".join(typed.split())
    versus = BETWEEN_SIDES.search(plain)
    if versus is None:
        return words_of(plain), "", ()
    return words_of(plain[: versus.start()]), versus.group(), words_of(plain[versus.end() :])
