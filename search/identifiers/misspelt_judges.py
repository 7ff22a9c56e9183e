"""Misspelt judges: whom "Justice Sattr" may mean, who is no judge by that name.

`judges` reads a name in any spelling that is known; here a slip of the pen is allowed, so that a reader can be asked
whom he means.  Nothing is filtered by a guess.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from rapidfuzz.distance import OSA

from search.identifiers.judge_names import JudgeNames, judge_words, tells
from search.identifiers.judges import JudgeMention
from search.text.spans import overlap
from search.text.spellings import same_name
from search.text.versus import MARK

SHOWN_MAX = 3
"""Judges that one name may mean; a name that may mean more says nothing."""
_TITLES_MAX = 20
"""Of one text."""
_NAME_WORDS_MAX = 4
_NAME = rf"[^\W\d_][\w'’-]{{1,30}}(?:[ .]{{1,2}}[^\W\d_][\w'’-]{{1,30}}){{0,{_NAME_WORDS_MAX - 1}}}"
_BEHIND_TITLE = re.compile(rf"(?<!\w)justice[ .]{{1,3}}(?=(?P<name>{_NAME}))", re.IGNORECASE)
_BEFORE_TITLE = re.compile(rf"(?<![\w'’.-])(?P<name>{_NAME}),? (?:J|CJ|ACJ)(?:\.|\b)(?![\w.])")
_WORD = re.compile(r"[\w'’-]+")
_WRITTEN_NAME = re.compile(
    r"(?<![\w-])Justice[ .]{1,3}(?P<name>(?!(?:Of|And|Party|System|Sector|League|Department|Ministry|Division|Committee"
    r"|Academy|Act|Commission|Law|Delayed|Denied|Reforms?|Islamabad|Pakistan)\b)"
    r"[A-Z][a-z]{2,30}(?: [A-Z][a-z]{1,30}){0,3})(?![\w'’-])"
)
"""A name with capitals behind "Justice", which is no title before other words."""
_SHORT, _LONG = 4, 8
"""Letters from which one slip is allowed, and two."""


class MisspeltJudge(NamedTuple):
    """A name with a judge's title that is no judge's here, or that of several."""

    written: str
    start: int
    end: int
    """Code points of the text as given, without the title."""
    meant: tuple[str, ...]
    """The judges that it may mean, `SHOWN_MAX` at most."""


def find_misspelt_judges(text: str, names: JudgeNames, sure: Sequence[JudgeMention]) -> list[MisspeltJudge]:
    """Return the names in *text* that a title makes a judge's beside those that `find_judges` is *sure* of, in order.

    Only those that are like the name of a judge: "Justice of peace" and the judges of other courts are none.
    """
    parts = list(itertools.islice(_named(text), _TITLES_MAX))
    if not parts:
        return []
    values = [group[0] for group in names.groups]
    read = filter(None, (_read(text, words, values) for words in parts))
    found = {each.start: each for each in read if not any(overlap(each, other) for other in sure)}
    return [found[start] for start in sorted(found)]


def find_unknown_judges(text: str, names: JudgeNames) -> list[str]:
    """Return the names that stand with capitals behind "Justice" and share no word with a judge's here, each once.

    None where parties are set against each other: a judge may be one of them.
    """
    found = list(itertools.islice(_WRITTEN_NAME.finditer(text), _TITLES_MAX))
    if not found or MARK.search(text):
        return []
    known = {word for group in names.groups for word in judge_words(group[0])}
    unknown = [
        match["name"]
        for match in found
        if not any(_slips_between(word, other) is not None for word in judge_words(match["name"]) for other in known)
    ]
    return list(dict.fromkeys(unknown))


def judges_like(words: Sequence[str], values: Iterable[str]) -> tuple[str, ...]:
    """Return those of *values* whose name has all of *words*, folded, in any order and with the fewest slips.

    Empty where none has, or more than `SHOWN_MAX` have; one of the words must tell names apart.
    """
    likeness = {value: slips for value in values if (slips := _slips(words, judge_words(value))) is not None}
    found = tuple(value for value, slips in likeness.items() if slips == min(likeness.values()))
    return found if len(found) <= SHOWN_MAX else ()


def _named(text: str) -> Iterator[list[Sequence[re.Match[str]]]]:
    """Yield for each title what of the words beside it may be the name, the longest first."""
    for match in _BEHIND_TITLE.finditer(text):
        words = list(_WORD.finditer(text, *match.span("name")))
        yield [words[:length] for length in range(len(words), 0, -1)]
    for match in _BEFORE_TITLE.finditer(text):
        words = list(_WORD.finditer(text, *match.span("name")))
        yield [words[begin:] for begin in range(len(words))]


def _read(text: str, parts: Iterable[Sequence[re.Match[str]]], values: Sequence[str]) -> MisspeltJudge | None:
    """Read the first of *parts* that is like a judge's name; None where it is surely that of one."""
    for part in parts:
        spoken = [judge_words(each.group()) for each in part]
        words = list(itertools.chain.from_iterable(spoken))
        meant = judges_like(words, values) if all(spoken) else ()
        if meant:
            start, end = part[0].start(), part[-1].end()
            surely = len(meant) == 1 and _slips(words, judge_words(meant[0])) == 0
            return None if surely else MisspeltJudge(text[start:end], start, end, meant)
    return None


def _slips(words: Sequence[str], own: Sequence[str]) -> int | None:
    """Return how many slips make *words* some of the words of a name; None where they are not."""
    left, total, telling = list(own), 0, False
    for word in words:
        near = [(slips, other) for other in left if (slips := _slips_between(word, other)) is not None]
        if not near:
            return None
        slips, other = min(near)
        left.remove(other)
        total, telling = total + slips, telling or tells(other)
    return total if telling else None


def _slips_between(word: str, other: str) -> int | None:
    if word == other or same_name(word, other):
        return 0
    allowed = 0 if len(word) < _SHORT else 1 if len(word) < _LONG else 2
    slips = OSA.distance(word, other, score_cutoff=allowed)
    return slips if 0 < slips <= allowed and word[0] == other[0] else None
