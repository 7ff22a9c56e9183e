"""Compounds: names that one writes in one word and another in two: "Inamullah" and "Inam Ullah".

No table says which words these are: the titles of an index do, where the same letters stand as one word and as two.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Container, Iterable

from search.text.tokenise import STOP_WORDS

_WORD = re.compile(r"[^\W\d_]+")
_APOSTROPHE = re.compile(r"['’‘`]")
"""Within a word, "Hon'ble": what stands beside it are no two words."""
_PART_LETTERS_MIN, _WHOLE_LETTERS_MIN = 2, 5
"""Of each of two words, and of both together: shorter ones meet by chance."""


class Compounds:
    """What the titles of an index write in one word, and what in two."""

    __slots__ = ("_parts", "_words")

    def __init__(self, titles: Iterable[str], *, english: Container[str] = frozenset()) -> None:
        """Read *titles*.

        Args:
            titles: As written.
            english: Words of the language, in small letters, which are no names: "also" is no "Al So".
        """
        pairs: Counter[tuple[str, str]] = Counter()
        words: set[str] = set()
        for title in titles:
            spoken = _WORD.findall(_APOSTROPHE.sub("", title.casefold()))
            words.update(spoken)
            pairs.update(itertools.pairwise(spoken))
        commonest = sorted(pairs, key=lambda pair: (pairs[pair], pair))
        self._parts = {"".join(pair): pair for pair in commonest if _may_be_one(pair, english)}
        self._words = frozenset(word for word in words if len(word) >= _WHOLE_LETTERS_MIN and word not in english)

    def parts_of(self, word: str) -> tuple[str, str] | None:
        """Return the two words, in small letters, that titles have for *word*: of several pairs the commonest."""
        return self._parts.get(word.casefold())

    def whole_of(self, left: str, right: str) -> str:
        """Return the word, in small letters, that titles have for *left* and *right*; "" where they have none."""
        pair = (left.casefold(), right.casefold())
        whole = "".join(pair)
        return whole if whole in self._words and _are_parts(pair) else ""


def _may_be_one(pair: tuple[str, str], english: Container[str]) -> bool:
    whole = "".join(pair)
    return _are_parts(pair) and len(whole) >= _WHOLE_LETTERS_MIN and whole not in english


def _are_parts(pair: tuple[str, str]) -> bool:
    """Whether two words may be parts of a name: "in charge" and "Pakistan is" are none."""
    return min(map(len, pair)) >= _PART_LETTERS_MIN and STOP_WORDS.isdisjoint(pair)
