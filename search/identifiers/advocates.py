"""Advocates: whom a text names as counsel, "Adv. Zarak Example" or "Zarak Example, ASC", in English and Urdu.

A name is read only beside a word that makes its bearer an advocate.  Law officers (Advocate General, State counsel) and
what is said of advocates at large (their fee, their licence, the right to one) name nobody here.
"""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Sequence
from typing import NamedTuple

from search.identifiers.advocate_words import BODIES, UNCOUNTED, Sort, is_like_prose, sort_of
from search.text.names import other_names
from search.text.normalise import fold
from search.text.versus import VERSUS

_CUES_MAX = 64
"""Cues that are looked at: a longer text is no query."""
_NAME_WORDS_MAX, _UNMARKED_WORDS_MAX = 7, 3
"""Of a name that capitals mark, and of one that nothing marks."""
_UNMARKED_TEXT_WORDS_MAX = 20
"""Of a text in which a name without capitals is read; a longer one tells facts."""
_WINDOW, _LEAD_LENGTH = 160, 40

_COURT = (
    r"(?:[\s-]{1,3}(?:of\s{1,3}(?:the\s{1,3})?)?(?:supreme|high)\s{1,3}courts?(?!\w)(?:\s{1,3}of\s{1,3}pakistan(?!\w))?"
    r"|[\s-]{1,3}on[\s-]{1,3}record(?!\w)|\s{1,3}(?:سپریم|ہائ[یي])\s{1,3}کورٹ(?!\w))?"
)
_BY = r"(?:argued|represented|pleaded|defended|appear(?:ed|ing))\s{1,3}(?:by|through)(?!\w)"
_CUE = re.compile(
    rf"""(?<![\w'’-])(?:
        (?P<letters>a\.?s\.?c\.?|a\.?h\.?c\.?|a\.?o\.?r\.?)
      | (?P<at_law>barristers?[\s-]{{1,3}}at[\s-]{{1,3}}law)
      | (?P<advocate>(?P<short>adv)\.?|(?P<several>advocates|advs\.?)|advocate|ایڈوو?ک[یي]ٹ){_COURT}
      | (?P<barrister>barrister|ب[یي]رسٹر)
      | (?P<fellows>barristers|counsels|lawyers) | counsel | lawyer
      | (?P<wakeel>[vw]ak(?:ee|i)l|وک[یي]ل)
      | (?P<by>{_BY})
    )(?:(?<=\.)|(?![\w'’]))(?![\s.-]{{1,3}}(?:gen(?:erals?)?|جنرل)(?!\w))""",
    re.IGNORECASE | re.VERBOSE,
)
"""What makes an advocate of a name: letters and "at law" behind it, "advocate" on either side, all others before it."""
_OFFICE = re.compile(
    r"""(?<!\w)(?:add(?:itiona)?l|dy|deputy|ass(?:t|tt|istant)|special|standing|public|govt|government|federal|prosecution
        |without|state|سرکاری|sarkari)\.?[\s-]{1,3}\Z""",
    re.IGNORECASE | re.VERBOSE,
)
"""Before a cue: an office, or nobody."""
_STATE_IS_SIDE = re.compile(rf"(?<!\w){VERSUS}\.?\s{{1,3}}(?:the\s{{1,3}})?state\.?[\s-]{{1,3}}\Z", re.IGNORECASE)
"""Before a cue: the other side of a case, and no office."""
_PARTY_BEFORE = re.compile(rf"(?<!\w){VERSUS}\.?\s{{1,3}}\Z", re.IGNORECASE)
_PARTY_BEHIND = re.compile(rf"\s{{1,3}}(?:etc\.?\s{{1,3}})?{VERSUS}(?!\w)", re.IGNORECASE)
_LED = re.compile(
    rf"(?<!\w){_BY}\s{{1,3}}(?:(?:the|his|her|their|its)\s{{1,3}})?(?:(?:learned|senior)\s{{1,3}})?\Z", re.IGNORECASE
)
_OF_CASES = re.compile(
    r"(?<!\w)(?:cases?|matters?|petitions?|appeals?)\s{1,3}(?:(?:that|which|was|were|is|are)\s{1,3}){0,2}\Z",
    re.IGNORECASE,
)
_EPITHET = r"(?:(?:the|an?|learned|ld\.?|senior|sr\.?)\s{1,3}){0,2}"
_TO_NAME = re.compile(r"(?:\s{0,2}[:–-])?\s{1,3}|(?<=\.)")
_TO_CUE = re.compile(rf"\s{{0,2}}[,،(/–-]?\s{{0,2}}{_EPITHET}", re.IGNORECASE)
_BEFORE_CUE = re.compile(rf"\.?(?:\s{{0,2}}[,،(–-]\s{{0,2}}|\s{{1,3}}){_EPITHET}\Z", re.IGNORECASE)
_AND = re.compile(
    r"\s{0,2}(?:\([^()]{0,40}\)\s{0,2})?(?:[,،;]\s{0,2}(?:and\s{1,3})?|(?:&|and|aur|اور)\s{1,3})", re.IGNORECASE
)
_AND_BEFORE = re.compile(r"(?:[,،;]\s{0,2}(?:and\s{1,3})?|\s(?:&|and|aur|اور)\s{1,3})\Z", re.IGNORECASE)
_GAP = re.compile(r"(?P<dot>\.[ \t\u00a0]{0,2})|[ \t\u00a0]{1,3}|-")
_WORD = re.compile(r"(?:[^\W\d_][\u0300-\u036f\u064b-\u0652\u0670]*)+(?:['’](?!s(?!\w))[^\W\d_]+)*")
_TITLE_CASE = re.compile(r"(?<![\w.])[A-Z][a-z]{2,}(?![\w.])")


class AdvocateMention(NamedTuple):
    """An advocate that a text names."""

    name: str
    """As written, without the words that make its bearer an advocate, and without "Mr." or "Dr."."""
    start: int
    end: int
    """Code points of the whole mention in the text as given: "argued by Mr. Zarak Example, ASC"."""
    name_span: tuple[int, int]
    """Where the name stands."""


class _Token(NamedTuple):
    word: str
    start: int
    end: int


class _Name(NamedTuple):
    start: int
    end: int
    led_from: int
    """Where its honorifics begin; the start where there are none."""
    words: int
    """Of the name, initials with them."""
    titled: bool
    """Whether an honorific stands before it."""


def find_advocates(text: str) -> list[AdvocateMention]:
    """Return the advocates that *text* names, in order and not overlapping.

    Where a text has capitals, a name has them.  In small letters, in capitals alone and in Urdu nothing marks a name:
    it is at most three words then, ends at a word that is in no name, and is read in a text of at most twenty words.
    A word that may be the advocate of the name before it or of the name behind it is that of the name before.
    """
    reader = _Reader(text)
    return [mention for cue in itertools.islice(_CUE.finditer(text), _CUES_MAX) for mention in reader.read(cue)]


# The same few words stand beside every cue.
@functools.lru_cache(maxsize=1 << 13)
def _folded(word: str) -> str:
    return fold(word).replace("’", "'")


class _Reader:
    def __init__(self, text: str) -> None:
        self.text = text
        first = _WORD.search(text)
        # The capital of the first word marks the beginning, and no name.
        self.typed = _TITLE_CASE.search(text, first.end() if first else 0) is None
        self.short = len(text.split(maxsplit=_UNMARKED_TEXT_WORDS_MAX)) <= _UNMARKED_TEXT_WORDS_MAX
        self.floor = 0  # where the last mention ends

    def read(self, cue: re.Match[str]) -> list[AdvocateMention]:
        """Read the advocates at one cue; several where it says "advocates"."""
        if cue.start() < self.floor or self._is_of_office(cue):
            return []
        return self._before(cue) or self._behind(cue)

    def _is_of_office(self, cue: re.Match[str]) -> bool:
        lead = max(0, cue.start() - _LEAD_LENGTH)
        is_side = _STATE_IS_SIDE.search(self.text, lead, cue.start())
        return not is_side and _OFFICE.search(self.text, lead, cue.start()) is not None

    def _before(self, cue: re.Match[str]) -> list[AdvocateMention]:
        """The names in front of a cue: "Zarak Example, Advocate"."""
        if not self._stands_behind(cue) or (self._is_opening(cue) and self._name_from(cue)):
            return []
        names: list[_Name] = []
        join = _BEFORE_CUE.search(self.text, max(self.floor, cue.start() - _LEAD_LENGTH), cue.start())
        while join and (name := self._name_until(join.start())) and _is_enough(name):
            names.insert(0, name)
            begin = max(self.floor, name.led_from - _LEAD_LENGTH)
            join = _AND_BEFORE.search(self.text, begin, name.led_from) if cue["several"] else None
        if not names:
            return []
        end = self._closed(names[-1].end, cue)
        return self._mentions(names, names[0].led_from, self._past_cues(end))

    def _behind(self, cue: re.Match[str]) -> list[AdvocateMention]:
        """The names behind a cue: "counsel Zarak Example"."""
        name = None if cue["letters"] or cue["at_law"] else self._name_from(cue)
        if name is None or not self._is_named_by(cue, name):
            return []
        names = [name]
        while (cue["several"] or cue["fellows"]) and (join := _AND.match(self.text, names[-1].end)):
            name = self._name_at(join.end())
            if name is None or not _is_enough(name):
                break
            names.append(name)
        return self._mentions(names, cue.start(), self._past_cues(names[-1].end))

    def _is_named_by(self, cue: re.Match[str], name: _Name) -> bool:
        """Whether a cue says that the name behind it is an advocate's."""
        lead = max(0, cue.start() - _LEAD_LENGTH)
        if cue["by"] and self.typed and not _OF_CASES.search(self.text, lead, cue.start()):
            return False  # "represented by next friend"
        if cue["wakeel"]:
            # A given name as well, so that a party may have it.
            is_name = self.text[cue.start()].isupper() and not self.typed
            is_party = _PARTY_BEFORE.search(self.text, lead, cue.start()) or _PARTY_BEHIND.match(self.text, name.end)
            return _is_enough(name) and not is_name and not is_party
        return bool(cue["barrister"] or (cue["advocate"] and not self.typed)) or _is_enough(name)

    def _is_opening(self, cue: re.Match[str]) -> bool:
        """Whether a cue belongs to what follows: "Zarak Example Adv. Palwasha", "Zarak Example (Advocate Palwasha)"."""
        is_dotted = cue["short"] and cue.group().endswith(".")
        return bool(is_dotted) or self.text[max(0, cue.start() - 1) : cue.start()] == "("

    def _stands_behind(self, cue: re.Match[str]) -> bool:
        """Whether a cue may follow a name; beside capitals "asc" and the like have theirs."""
        return bool(cue["advocate"] or cue["at_law"] or (cue["letters"] and (self.typed or not cue.group().islower())))

    def _mentions(self, names: Sequence[_Name], start: int, end: int) -> list[AdvocateMention]:
        led = _LED.search(self.text, max(self.floor, start - _LEAD_LENGTH), start)
        starts = [led.start() if led else start, *(name.led_from for name in names[1:])]
        ends = [*(name.end for name in names[:-1]), end]
        self.floor = end
        return [
            AdvocateMention(self.text[name.start : name.end], start, end, (name.start, name.end))
            for name, start, end in zip(names, starts, ends, strict=True)
        ]

    def _past_cues(self, end: int) -> int:
        """Where the cues end that follow at *end*: "Zarak Example, Advocate, ASC"."""
        while join := _TO_CUE.match(self.text, end):
            cue = _CUE.match(self.text, join.end())
            if cue is None or not self._stands_behind(cue) or (cue["advocate"] and self._name_from(cue)):
                break
            end = self._closed(end, cue)
        return end

    def _closed(self, name_end: int, cue: re.Match[str]) -> int:
        """Where a cue ends, with the bracket that it may stand in."""
        is_open = "(" in self.text[name_end : cue.start()]
        return cue.end() + (is_open and self.text.startswith(")", cue.end()))

    def _name_from(self, cue: re.Match[str]) -> _Name | None:
        gap = _TO_NAME.match(self.text, cue.end())
        return self._name_at(gap.end()) if gap else None

    def _name_at(self, start: int) -> _Name | None:
        """The name that begins at *start*, behind its honorifics; None where it is that of a body."""
        run: list[_Token] = []
        titled, last = False, None
        for token in self._tokens(start, start + _WINDOW):
            sort = self._sort(token)
            if not (token.start == start if last is None else self._joined(last, token)):
                break
            if not run and sort in ("honorific", "epithet"):
                titled |= sort == "honorific"
            elif run and token.word in BODIES:
                return None
            elif sort in ("honorific", "epithet", "none") or not self._has_room(run, token):
                break
            else:
                run.append(token)
            last = token
        return self._name(run, start, titled=titled)

    def _name_until(self, end: int) -> _Name | None:
        """The name that ends at *end*; None where it would be too long."""
        run: list[_Token] = []
        titled, led_from, last = False, None, None
        for token in reversed(self._tokens(max(self.floor, end - _WINDOW), end)):
            sort = self._sort(token)
            if not (self._ends_at(end, token) if last is None else self._joined(token, last)):
                break
            if sort in ("honorific", "epithet"):
                titled |= bool(run) and sort == "honorific"
                led_from = token.start if run else None
            elif led_from is not None or sort == "none":
                break
            elif not self._has_room(run, token):
                return None
            else:
                run.insert(0, token)
            last = token
        return self._name(run, led_from, titled=titled)

    def _name(self, run: list[_Token], led_from: int | None, *, titled: bool) -> _Name | None:
        while run and self._sort(run[-1]) in ("initial", "inner"):
            run.pop()
        while run and self._sort(run[0]) == "inner":
            run.pop(0)
        if not run or other_names(self.text[run[0].start : run[-1].end]):
            return None
        words = sum(self._sort(token) != "inner" for token in run)
        return _Name(run[0].start, run[-1].end, run[0].start if led_from is None else led_from, words, titled)

    def _has_room(self, run: Sequence[_Token], token: _Token) -> bool:
        """Whether a name may have one more word."""
        counted = sum(sort_of(each.word) == "name" and each.word not in UNCOUNTED for each in (*run, token))
        return len(run) < _NAME_WORDS_MAX and (self._is_marked(token) or counted <= _UNMARKED_WORDS_MAX)

    def _is_marked(self, token: _Token) -> bool:
        return not self.typed and self.text[token.start].isupper()

    def _sort(self, token: _Token) -> Sort:
        """What a word may be of a name here, where some words are in capitals or none."""
        if len(token.word) == 1:
            is_dotted = self.text.startswith(".", token.end) or token.word == "m"
            is_initial = self._is_marked(token) or (self.typed and is_dotted)
            return "initial" if is_initial and token.word != "v" else "inner" if token.word in "ei" else "none"
        sort = sort_of(token.word)
        if sort not in ("name", "title") or self._is_marked(token):
            return sort
        is_small = not self.typed and self.text[token.start].islower()
        is_prose = is_like_prose(token.word)
        return "none" if is_small or is_prose or not self.short else sort

    def _joined(self, left: _Token, right: _Token) -> bool:
        """Whether nothing parts two words of a name; a dot parts them unless it ends an initial or a short form."""
        gap = _GAP.fullmatch(self.text, left.end, right.start)
        return gap is not None and (gap["dot"] is None or _is_short(left.word))

    def _ends_at(self, end: int, token: _Token) -> bool:
        return token.end == end and (not self.text.startswith(".", end) or _is_short(token.word))

    def _tokens(self, start: int, end: int) -> list[_Token]:
        """The words between two places, without those that the places cut."""
        spans = [match.span() for match in _WORD.finditer(self.text, start, end)]
        return [
            _Token(_folded(self.text[first:last]), first, last)
            for first, last in spans
            if not (self.text[max(0, first - 1) : first].isalpha() or self.text[last : last + 1].isalpha())
        ]


def _is_short(word: str) -> bool:
    """Whether a dot behind *word* ends no sentence: "M.", "Ch.", "Mohd."."""
    return len(word) < 3 or word in UNCOUNTED or sort_of(word) in ("title", "honorific", "epithet")


def _is_enough(name: _Name) -> bool:
    """Whether a name is one without more evidence: two words, or one behind "Mr."."""
    return name.words > 1 or name.titled
