"""Judge names: what the judges of one snapshot may be called, as the records write them.

Sources write one judge in several ways ("Honourable Mr. Justice ...", "Mr. Justice ...").  Those are one judge here;
what a judge may be called is learnt from the names and kept nowhere else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from search.text.normalise import fold

SameName = Callable[[str, str], bool]

_WORD = re.compile(r"(?:[^\W\d_][\u0300-\u036f\u064b-\u0652\u0670]*)+")
_HONORIFICS = frozenset("the hon honble honourable honorable ble mr ms mrs miss mst dr acting جناب مسٹر".split())
JUSTICE = frozenset({"justice", "justices", "جسٹس"})
CHIEF = frozenset({"chief", "چیف"})
CHIEF_SHORT = frozenset({"cj", "acj"})
SHORT_TITLES = CHIEF_SHORT | {"j", "jj"}
RETIRED = frozenset({"r", "retd", "retired", "rtd"})
TITLES = _HONORIFICS | JUSTICE | CHIEF | SHORT_TITLES | RETIRED
_COMMON = frozenset(
    "muhammad mohammad mohammed muhammed ahmad ahmed khan ali hussain husain syed sardar malik mian raja ul ur al"
    " محمد احمد خان علی حسین".split()
)
"""Words that half of all names have: they tell nobody apart."""
_NOBODY = frozenset({"registrar", "nil", "none", "null", "unknown"})
_JOINED_WORDS_MAX = 3
"""Words of a name that somebody writes as one: "Noorulhaq"."""


class _Judge(NamedTuple):
    words: tuple[str, ...]
    """Of the name without titles, folded."""
    telling: frozenset[int]  # places of the words that tell
    values: tuple[str, ...]


class Token(NamedTuple):
    """One word of a text."""

    word: str
    """Folded."""
    start: int
    end: int
    """Code points of the text as given."""


class NameMatch(NamedTuple):
    """Whose name the beginning of a text is."""

    values: tuple[str, ...]
    """Every name of the vocabulary that may be meant."""
    length: int
    """Words of the text."""
    grade: int
    """4: every word that tells, at least two.  3: the surname.  2: other words.  1: one such.  0: of several judges."""


class _Alignment(NamedTuple):
    """How the beginning of a text is the name of one judge."""

    judge: _Judge
    places: tuple[int, ...]
    """Of the judge's words that are written."""
    length: int
    """Words of the text."""
    exact: int
    """How many of those are spelt alike."""


class JudgeNames:
    """What the judges of one snapshot may be called.

    Args:
        values: The vocabulary: names as written, "Honourable Mr. Justice Babar Sattar", "N/A".  What names nobody
            (registrars, absent values) is left out.
        same_name: Whether two folded words are spellings of one name; equality where there is none.
    """

    def __init__(self, values: Iterable[str], *, same_name: SameName | None = None) -> None:
        self._same = lru_cache(maxsize=1 << 16)(same_name or str.__eq__)
        self._having = lru_cache(maxsize=1 << 12)(self._judges_having)
        self._judges: list[_Judge] = []
        office: list[str] = []
        for value in dict.fromkeys(values):
            words = tuple(token.word for token in tokens_of(value))
            name = judge_words(value)
            if not name and CHIEF.intersection(words) and JUSTICE.intersection(words):
                office.append(value)
            elif any(map(tells, name)) and _NOBODY.isdisjoint(name):
                self._add(name, value)
        self.chief_justice: tuple[str, ...] = tuple(office)
        """Values that name the office alone: whoever held it when the record was made."""
        self.groups: tuple[tuple[str, ...], ...] = tuple(judge.values for judge in self._judges)
        """The values of each judge, in the order in which judges first came."""
        self.cues = frozenset(word for judge in self._judges for word in judge.words if tells(word)) | SHORT_TITLES
        """Of these one stands wherever a judge is named: to look for other spellings of every word takes too long."""

    def match(self, run: Sequence[Token], *, titled: bool) -> NameMatch | None:
        """Read the longest name at the beginning of *run*; without a title only one that is written in full."""
        if not run:
            return None
        judges = self._having(run[0].word) or (self._having(run[0].word + run[1].word) if len(run) > 1 else ())
        found = [self._aligned(run, judge) for judge in judges]
        best = max(((each.length, each.exact) for each in found), default=(0, 0))
        return _judged([each for each in found if (each.length, each.exact) == best], titled) if best[0] else None

    def _add(self, name: tuple[str, ...], value: str) -> None:
        for place, judge in enumerate(self._judges):
            in_full = len(judge.words) == len(name) and all(map(self._alike, judge.words, name))
            if in_full or "".join(judge.words) == "".join(name):
                self._judges[place] = judge._replace(values=(*judge.values, value))
                return
        telling = frozenset(place for place, word in enumerate(name) if tells(word))
        self._judges.append(_Judge(name, telling, (value,)))

    def _alike(self, left: str, right: str) -> bool:
        return left == right or (len(left) > 1 and len(right) > 1 and self._same(left, right))

    def _judges_having(self, word: str) -> tuple[_Judge, ...]:
        """The judges with *word* in the name, or with words that it joins."""
        return tuple(
            judge for judge in self._judges if any(self._joins(word, judge, at) for at in range(len(judge.words)))
        )

    def _joins(self, word: str, judge: _Judge, at: int) -> int:
        """How many words of the judge's name, from one place on, *word* is; 0 where it is none."""
        if self._alike(word, judge.words[at]):
            return 1
        lengths = range(2, min(_JOINED_WORDS_MAX, len(judge.words) - at) + 1)
        return next((length for length in lengths if word == "".join(judge.words[at : at + length])), 0)

    def _aligned(self, run: Sequence[Token], judge: _Judge) -> _Alignment:
        """Which words of the judge's name the first tokens are, in order; two tokens may be one word, "Gul Zar"."""
        places: list[int] = []
        length = exact = 0
        while length < len(run):
            words = [run[length].word, "".join(token.word for token in run[length : length + 2])]
            rest = range(places[-1] + 1 if places else 0, len(judge.words))
            step = next(
                (
                    (taken, place, joined)
                    for taken, word in enumerate(words[: len(run) - length], start=1)
                    for place in rest
                    if (joined := self._joins(word, judge, place))
                ),
                None,
            )
            if step is None:
                break
            taken, place, joined = step
            exact += "".join(judge.words[place : place + joined]) == words[taken - 1]
            length += taken
            places += range(place, place + joined)
        return _Alignment(judge, tuple(places), length, exact)


def _judged(chosen: list[_Alignment], titled: bool) -> NameMatch | None:
    length = chosen[0].length
    full = [each.judge for each in chosen if len(each.judge.telling) > 1 and each.judge.telling.issubset(each.places)]
    if full or not titled:
        return _match_of(full, length, grade=4)
    telling = [each.judge for each in chosen if each.judge.telling.intersection(each.places)]
    by_surname = [each.judge for each in chosen if each.places[-1] == len(each.judge.words) - 1]
    named = by_surname or telling
    grade = (3 if by_surname else 2 if length > 1 else 1) if len(named) == 1 and telling else 0
    return _match_of(named, length, grade=grade)


def _match_of(judges: Sequence[_Judge], length: int, *, grade: int) -> NameMatch | None:
    return NameMatch(tuple(value for judge in judges for value in judge.values), length, grade) if judges else None


def tells(word: str) -> bool:
    """Whether a word of a name, folded, tells judges apart."""
    return len(word) > 1 and word not in _COMMON


def judge_words(value: str) -> tuple[str, ...]:
    """Return the words of a judge's name, folded, without titles."""
    return tuple(token.word for token in tokens_of(value) if token.word not in TITLES)


def tokens_of(text: str) -> list[Token]:
    """Return the words of *text*, in order."""
    return [  # folding is slow, and most words need none
        Token(word.lower() if (word := match.group()).isascii() else fold(word), *match.span())
        for match in _WORD.finditer(text)
    ]
