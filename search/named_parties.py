"""Named parties: those that a text names beside a case number, against the title of the record under that number.

"Ali Raza v. State, W.P. 12/2023" and "W.P. 12/2023 titled Ali Raza v. State" name parties; what stands further off may
belong to another case and is not looked at.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from rapidfuzz.distance import OSA

from search.query.parties import Side, find_parties
from search.results.found import ListedCase
from search.text.names import other_names
from search.text.normalise import fold
from search.text.person_names import NameWord, core_of, letters_of, name_words
from search.text.spans import Span, is_inside
from search.text.spellings import name_identity, same_name
from search.text.versus import MARK

_DISTANCE = 240
"""Characters around a number in which its parties may be named."""
_MARKS = r"[\s,.:()\[\]\"'“”‘’–—-]{0,12}"
_PAIR_THEN_NUMBER = re.compile(
    rf"{_MARKS}(?:(?:in|being|bearing|vide|case|matter|no|number|decided|the|of)\b{_MARKS}){{0,3}}", re.IGNORECASE
)
_NUMBER_THEN_PAIR = re.compile(
    rf"(?:{_MARKS}|[^;\n]{{0,60}}(?:\((?:SB|DB|LB)\)"
    rf"|\b(?:titled|entitled|captioned|styled|in\sre|(?:case|matter)\sof|known|بعنوان)(?:\sas)?){_MARKS})",
    re.IGNORECASE,
)
_STATE = frozenset({"state", "crown", "sarkar", "سرکار", "ریاست"})
_FEDERATION = frozenset({"federation of pakistan", "fop"})
_COMMONEST = "muhammad"
_SMALL_WORDS = frozenset("of and the through others another etc bin ul ud ur e in for & s/o d/o w/o r/o".split())
_AGENT = re.compile(r"\b(?i:through)\s+(?:its|it['’]s|his|her|their)\b(?:\s+[a-z]\S*){0,3}")
"""Through whom a party comes, "through its managing director", in small letters and yet no prose."""
_SENTENCE_BEFORE = re.compile(
    r"\A[^\w(]+|\A[^(]{0,120}[)\]][\s.,;:'\"’”]*|[\d)\]'\"’”][.;]\s+(?!(?i:ltd|limited)\b)(?=[^\W\d_])"
)
"""The end of what comes before a pair: of a sentence, "... 'held so'). Ali v. State", or of a bracket."""
_SENTENCE_BETWEEN = re.compile(r"[)\]]\s?[.;](?=\s)|[.!?۔](?=\s)")
"""Between a number and a pair behind it: the pair belongs to another sentence."""
_LINE_BEGINS = re.compile(r"(?:\A|\n)[^\S\n]*(?:[(\[]?(?:\d{1,3}|[ivxl]{1,5}|[a-z])[.)\]][^\S\n]*)?\Z", re.IGNORECASE)
"""Before a number that heads an entry of a list: "2. W.P. 4/2025. Ali v. State"."""
_JOINING = re.compile(r"\A(?:(?:and|&|or|also|in)\s+)+")
_EDGE = " \t\r\n,;:"
_COMPANY = re.compile(r"(?<!\w)co(?:mpany)?(?!\w)", re.IGNORECASE)
_MINISTRY = re.compile(r"(?<!\w)(?:ministry|m\s?/\s?o)(?!\w)", re.IGNORECASE)
_OF_A_MINISTRY = frozenset({"ministry", "secretary", "division"})
"""Words that tell no ministry from another."""
_ONE_NAME = re.compile(r"[\s'’–-]{0,3}")
"""Between two words that may be written as one: "Zarak Ullah", "Al-Zarak"."""
_PARTS_MAX = 3
"""Words that may be written as one: "Zarak ul Haq"."""
_SLIP_LENGTH_MIN = 5
"""Letters of a word in which one slip of the pen makes no other name."""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Parties or a category that a text has beside a number, where the record under that number has others."""

    written: str
    start: int
    end: int
    """Code points of the text as given."""
    title: str
    """What the record has: its title, or its category."""
    case_id: str
    about: Literal["parties", "category"] = "parties"


class NamedParties:
    """The parties that one text names beside its case numbers."""

    def __init__(self, text: str, references: Sequence[Span]) -> None:
        """Take *text* and the spans of its case numbers and citations, in order: no pair lies across one."""
        self._text = text
        ends, starts = [0, *(end for _, end in references)], [*(start for start, _ in references), len(text)]
        self._between = {span: (ends[place], starts[place + 1]) for place, span in enumerate(references)}

    def disagreements(self, number: Span, cases: Sequence[ListedCase]) -> Iterator[Disagreement]:
        """Yield the parties beside *number*, once a case, where they are those of none of *cases*."""
        beside: tuple[Side, Side] | None = None
        for look in (self._before, self._behind):
            pair = look(number)
            # A pair between two numbers may be of either; where one agrees, nothing is said of the other.
            if pair and any(agree(pair, case.title) for case in cases):
                return
            beside = beside or pair
        if beside is not None:
            start, end = beside[0].start, beside[1].end
            yield from (Disagreement(self._text[start:end], start, end, case.title, case.id) for case in cases)

    def _before(self, number: Span) -> tuple[Side, Side] | None:
        low = max(self._between[number][0], number[0] - _DISTANCE)
        marks = [match.end() for match in MARK.finditer(self._text, low, number[0])]
        pair = self._pair(marks[-2] if len(marks) > 1 else low, number[0]) if marks else None
        return pair if pair and _PAIR_THEN_NUMBER.fullmatch(self._text, pair[1].end, number[0]) else None

    def _behind(self, number: Span) -> tuple[Side, Side] | None:
        high = min(self._between[number][1], number[1] + _DISTANCE)
        pair = self._pair(number[1], high) if MARK.search(self._text, number[1], high) else None
        if pair is None or not _NUMBER_THEN_PAIR.fullmatch(self._text, number[1], pair[0].start):
            return None
        return None if self._is_sentence_between(number, pair[0].start) else pair

    def _is_sentence_between(self, number: Span, start: int) -> bool:
        """Whether a sentence ends between *number* and what begins at *start*, unless the number heads an entry."""
        heads = _LINE_BEGINS.search(self._text, max(0, number[0] - _DISTANCE), number[0])
        return not heads and _SENTENCE_BETWEEN.search(self._text, number[1], start) is not None

    def _pair(self, start: int, end: int) -> tuple[Side, Side] | None:
        found = find_parties(self._text[start:end])
        if found is None or found.second is None or not found.first.text:
            return None
        first, second = _names(found.first, before_mark=True), _names(found.second, before_mark=False)
        return (_moved(first, start), _moved(second, start)) if first and second else None


def agree(pair: tuple[Side, Side], title: str) -> bool:
    """Tell whether *pair* may be the parties of a record with *title*, whichever of them comes first.

    The State and the Federation agree with any party, and so does a side that names nobody; but at least one party
    must be the same, if the pair names any.
    """
    named = [side for side in pair if not _is_neutral(side)]
    if not named or not core_of(MARK.sub(" ", title)):
        return True
    whole = Side(title, 0, len(title))
    if all(_same_party(side, whole) for side in named):
        return True
    found = find_parties(title)
    if found is None or found.second is None:
        return False
    held = (found.first, found.second)
    return any(
        all(_is_neutral(ours) or _is_neutral(theirs) or _same_party(ours, theirs) for ours, theirs in facing)
        and any(not _is_neutral(theirs) and _same_party(ours, theirs) for ours, theirs in facing)
        for facing in (tuple(zip(pair, held, strict=True)), tuple(zip(pair, reversed(held), strict=True)))
    )


def _is_neutral(side: Side) -> bool:
    """Whether a side stands in a thousand titles, or names nobody."""
    words = core_of(side.text)
    # "Muhammad" alone is what a stop behind "Mohd." has left of a name.
    nobody = all(word in _STATE or same_name(word, _COMMONEST) for word in words)
    return nobody or not _FEDERATION.isdisjoint({*side.bodies, fold(side.text)})


def _names(side: Side, *, before_mark: bool) -> Side | None:
    """Return what of *side*, next to the mark between the sides, is written as names are; None if nothing is.

    In prose a side runs on: "reliance placed on Ali Raza v. State which held".
    """
    agents = [match.span() for match in _AGENT.finditer(side.text)]
    words = [word for word in re.finditer(r"\S+", side.text) if not is_inside(word.span(), agents)]
    prose = [word for word in words if _is_prose(word.group())]
    start = prose[-1].end() if prose and before_mark else 0
    end = prose[0].start() if prose and not before_mark else len(side.text)
    if before_mark:
        start += max((match.end() for match in _SENTENCE_BEFORE.finditer(side.text[start:end])), default=0)
    text = side.text[start:end].strip(_EDGE)
    text = _JOINING.sub("", text) if before_mark else text
    if not text:
        return None
    start = side.start + side.text.index(text, start)
    return Side(text, start, start + len(text), side.bodies if text == side.text else tuple(other_names(text)))


def _is_prose(word: str) -> bool:
    return word[:1].islower() and word.strip("(),.;") not in _SMALL_WORDS


def _moved(side: Side, by: int) -> Side:
    return side._replace(start=side.start + by, end=side.end + by)


def _same_party(left: Side, right: Side) -> bool:
    """Whether more than half of the shorter name is in the other, or both name one public body."""
    if _names_body(left.bodies, right.text) or _names_body(right.bodies, left.text):
        return True
    names = _telling(_written_as(left.text, right.text))
    others = _telling(_written_as(right.text, left.text))
    if _share_half(names, others):
        return True
    if not _may_be_one_ministry(left.text, right.text):
        return False
    return _share_half(*([word for word in words if word not in _OF_A_MINISTRY] for words in (names, others)))


def _may_be_one_ministry(left: str, right: str) -> bool:
    """Whether one of two names is of a ministry and the other may be: "Ministry of Zoology", "Secretary Zoology"."""
    named = [_MINISTRY.search(name) is not None for name in (left, right)]
    return any(named) and all(
        is_one or not _OF_A_MINISTRY.isdisjoint(core_of(name))
        for name, is_one in zip((left, right), named, strict=True)
    )


def _written_as(name: str, other: str) -> str:
    """Return *name* with words as one where *other* has them as one: "Zarak Ullah" as "zarakullah"."""
    wholes = {name_identity(letters_of(word.text)) for word in name_words(other)}
    words = name_words(name)
    for size in range(_PARTS_MAX, 1, -1):
        for run in zip(*(words[place:] for place in range(size)), strict=False):
            joined = _joined(name, run)
            if joined and name_identity(joined) in wholes:
                return _written_as(name[: run[0].start] + joined + name[run[-1].end :], other)
    return name


def _joined(name: str, run: Sequence[NameWord]) -> str:
    """Return the words of a *run* in *name* as one, folded; "" where they cannot be one."""
    parts = [letters_of(word.text) for word in run]
    gaps = [name[left.end : right.start] for left, right in itertools.pairwise(run)]
    may_be_one = min(map(len, parts)) > 1 and all(map(_ONE_NAME.fullmatch, gaps))
    return "".join(parts) if may_be_one else ""


def _share_half(names: Sequence[str], others: Sequence[str]) -> bool:
    """Whether more than half of the shorter of two lists of words is in the other."""
    common = sum(any(_same_word(name, other) for other in others) for name in names)
    return 2 * common > min(len(names), len(others))


def _same_word(left: str, right: str) -> bool:
    long = min(len(left), len(right)) >= _SLIP_LENGTH_MIN
    return same_name(left, right) or (long and OSA.distance(left, right, score_cutoff=1) <= 1)


def _names_body(bodies: Iterable[str], text: str) -> bool:
    folded = fold(text)
    return any(re.search(rf"(?<!\w){re.escape(body)}(?!\w)", folded) for body in bodies)


def _telling(name: str) -> list[str]:
    """Return the words that tell one party from another: Muhammad only where he has no other name."""
    words = list(dict.fromkeys(core_of(name)))
    if all(same_name(word, "company") for word in words):
        # What is a title of other names is all that tells "Malik & Co." from another company.
        words = [*core_of(_COMPANY.sub(" ", name)), *words]
    return [word for word in words if not same_name(word, _COMMONEST)] or words
