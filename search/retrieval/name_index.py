"""Names by the beginnings of their words: what is typed of a party, a judge or a section finds the whole name.

All words of all names stand sorted, so that a beginning is one range of words and its names lie side by side.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from search.text.normalise import fold
from search.text.spellings import variants_of

Int32s = npt.NDArray[np.int32]
Range = tuple[int, int]

_TOKEN = re.compile(
    r"""[^\W\d_]{1,2}(?:\.[^\W\d_](?![^\W_]))+    # S.M., Cr.P.C.
      | \d+-[^\W\d_]{1,2}(?![^\W_])              # 489-F
      | [Mm]/[Ss](?![^\W_])                      # M/s
      | [^\W_][\w\u0300-\u036f\u064b-\u065f\u0670\u200c]*""",
    re.VERBOSE,
)
_MARKS = re.compile(r"[.\-_/]")
_LAST = "\U0010ffff"


class Token(NamedTuple):
    """One word of a text."""

    word: str
    """Folded, without the marks inside: "crpc" of "Cr.P.C."."""
    start: int
    end: int
    """Code points of the text as given."""


class Name(NamedTuple):
    """One thing that can be typed."""

    text: str
    words: tuple[str, ...]
    """What finds it, folded; in the order of the text."""
    cases: int
    """How many cases stand behind it."""


def tokens(text: str) -> Iterator[Token]:
    """Yield the words of *text* in order."""
    return (Token(_word(match.group()), *match.span()) for match in _TOKEN.finditer(text))


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of *text* as names are found by them."""
    return tuple(map(_word, _TOKEN.findall(text)))


def _word(token: str) -> str:
    folded = token.lower() if token.isascii() else fold(token)  # folding is slow, and most words need none
    return folded if folded.isalnum() else _MARKS.sub("", folded)


class NameIndex:
    """The names of one kind, most cases first, then by the alphabet.

    Args:
        names: Each with at least one word; no two with the same words and text.
    """

    def __init__(self, names: Iterable[Name]) -> None:
        ordered = sorted(names, key=lambda name: (-name.cases, name.words, name.text))
        lengths = np.fromiter((len(name.words) for name in ordered), np.int32, len(ordered))
        self._cases = np.fromiter((name.cases for name in ordered), np.int32, len(ordered))
        # One string for all names: as many small ones would take several times the memory.
        self._text = "".join(name.text for name in ordered)
        self._text_ends = np.cumsum([len(name.text) for name in ordered], dtype=np.int64)
        self._vocabulary = sorted({word for name in ordered for word in name.words})
        code_of = {word: code for code, word in enumerate(self._vocabulary)}
        words = (code_of[word] for name in ordered for word in name.words)
        self._words = np.fromiter(words, np.int32, int(lengths.sum()))
        self._starts = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int32)
        by_word = np.argsort(self._words, kind="stable")
        self._names = np.repeat(np.arange(len(ordered), dtype=np.int32), lengths)[by_word]
        self._word_starts = np.searchsorted(self._words[by_word], np.arange(len(self._vocabulary) + 1))

    def __len__(self) -> int:
        return len(self._cases)

    def text(self, place: int) -> str:
        """Return the name at one place, as it is written."""
        start = int(self._text_ends[place - 1]) if place else 0
        return self._text[start : int(self._text_ends[place])]

    def cases(self, place: int) -> int:
        """Return how many cases stand behind the name at one place."""
        return int(self._cases[place])

    def find(self, words: Sequence[str], *, limit: int) -> list[int]:
        """Return the places of the names in which every one of *words* begins a word of its own, in any order.

        Most cases first; of those with as many, the names that begin with the words; then by the alphabet.  Where
        they are fewer than *limit*, names with another spelling of a word follow, in the same order.
        """
        if not words or not len(self):
            return []
        literal = self._having(words, {})
        found = self._best(literal, words, limit)
        others = {word: variants for word in words if (variants := variants_of(word))}
        if len(found) < limit and others:
            found += self._best(self._having(words, others) & ~literal, words, limit - len(found))
        return found

    def _having(self, words: Sequence[str], others: Mapping[str, Sequence[str]]) -> npt.NDArray[np.bool_]:
        """Return the names that have all *words*, or *others* in place of one.

        Beginnings are nested or have nothing in common.  So each typed word has a word of its own in a name if as
        many words begin with any one of them as were typed that begin with it.
        """
        having = np.ones(len(self), dtype=np.bool_)
        for word, _ in itertools.groupby(sorted(words)):
            wanted = sum(other.startswith(word) for other in words)
            places = [self._with_word(self._range(word))]
            places += [self._with_word(self._range(other, whole=True)) for other in others.get(word, ())]
            having &= np.bincount(np.concatenate(places), minlength=len(self)) >= wanted
            if not having.any():
                break
        return having

    def _with_word(self, codes: Range) -> Int32s:
        return self._names[self._word_starts[codes[0]] : self._word_starts[codes[1]]]

    def _range(self, word: str, *, whole: bool = False) -> Range:
        """Return the codes of the words that begin with *word*, or of that word alone."""
        start = bisect_left(self._vocabulary, word)
        return start, bisect_left(self._vocabulary, word + ("\0" if whole else _LAST), start)

    def _best(self, having: npt.NDArray[np.bool_], words: Sequence[str], limit: int) -> list[int]:
        places = np.flatnonzero(having)
        if not len(places):
            return []
        # Places are in order of cases.  Only among as many cases as the last one has may there be many names.
        least = self._cases[places[min(limit, len(places)) - 1]]
        more = places[self._cases[places] > least]
        ties = places[self._cases[places] == least]
        begins = self._begin_with(more, words)
        order = np.lexsort((more, ~begins, -self._cases[more]))
        begin = self._begin_with(ties, words)
        return [int(place) for place in (*more[order], *ties[begin], *ties[~begin][:limit])][:limit]

    def _begin_with(self, places: npt.NDArray[np.intp], words: Sequence[str]) -> npt.NDArray[np.bool_]:
        """Whether the first words of each name begin with *words*, in order."""
        begins = np.ones(len(places), dtype=np.bool_)
        for position, word in enumerate(words):
            start, end = self._range(word)
            at = self._starts[places] + position
            there = at < self._starts[places + 1]
            code = self._words[np.minimum(at, len(self._words) - 1)]
            begins &= there & (start <= code) & (code < end)
        return begins


def spans_of(words: Iterable[str], text: str, *, start: int = 0) -> tuple[tuple[int, int], ...]:
    """Return where in *text*, from *start* on, *words* stand: the letters typed, or a whole word spelt otherwise.

    Sorted and not overlapping; each word marks one word of the text at most, as in `NameIndex.find`.
    """
    free = [token for token in tokens(text) if token.start >= start]
    spans: list[tuple[int, int]] = []
    left: Counter[str] = Counter()
    for word in sorted(words, key=lambda word: (-len(word), word)):
        token = next((token for token in free if token.word.startswith(word)), None)
        if token is None:
            left[word] += 1
            continue
        free.remove(token)
        spans.append((token.start, _end_of(word, text, token)))
    for word in left.elements():
        variants = variants_of(word)
        token = next((token for token in free if token.word in variants), None)
        if token is not None:
            free.remove(token)
            spans.append((token.start, token.end))
    return tuple(sorted(spans))


def _end_of(word: str, text: str, token: Token) -> int:
    """Return behind which code point of *text* the beginning *word* of a token is complete."""
    for end in range(token.start + 1, token.end):
        # A mark above the last letter is part of it.
        if len(_word(text[token.start : end])) >= len(word) and fold(text[end]):
            return end
    return token.end
