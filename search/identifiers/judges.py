"""Judges: whom a text names, by the names that the records have for them (`judge_names`)."""

from __future__ import annotations

import re
from typing import NamedTuple

from search.identifiers.judge_names import (
    CHIEF,
    CHIEF_SHORT,
    JUSTICE,
    RETIRED,
    SHORT_TITLES,
    TITLES,
    JudgeNames,
    NameMatch,
    Token,
    tokens_of,
)
from search.text.legal_terms import LEGAL_TERMS
from search.text.versus import MARK

_NAME_WORDS_MAX, _TITLE_WORDS_MAX = 7, 8
_NO_NAME = frozenset(
    "case cases matter matters order orders bench court courtroom list decided pending disposed in on of and or about"
    " under from since after before during for with who which regarding bail tax rent service contempt writ land"
    " ke ka ki kay kai mein main wale wali wala"
    " کے کا کی میں سے اور نے".split()
)
"""What may stand behind the first name of a judge, in small letters as the name is, beside terms of the law."""
_LEAD_LENGTH, _ROLE_LENGTH, _PARTIES_LENGTH_MAX = 40, 100, 120
_GAP = re.compile(r"[\s.'’‟,()-]{0,4}")  # between a title and a name; below, between the words of one name
_INNER = re.compile(r"[ .'’\u00a0-]{0,3}")
_AND = re.compile(r"\s{0,3}(?:,|&|and|اور|aur)\s{1,3}", re.IGNORECASE)
_BENCH_LEAD = re.compile(
    r"(?<!\w)(?:before|by|bench|coram|heard|decided|authored|per|judges?|روبرو)\W{1,3}(?:(?:of|the)\W{1,3}){0,2}$",
    re.IGNORECASE,
)
_OTHER_ROLE = re.compile(
    r"""(?<!\w)(?:(?:filed|petition|appeal|complaint|suit)\s{1,3}by
        |against
        |(?:against|from)\s{1,3}(?:[\w'’-]{1,12}\s{1,3}){0,4}(?:judge?ments?|orders?|decrees?|decisions?|rulings?)
            \s{1,3}(?:dated\s{1,3}[\d./-]{6,10}\s{1,3})?(?:(?:passed|made|given)\s{1,3})?(?:of|by))
        \s{1,3}(?:(?:the|learned|ld\.?)\s{1,3}){0,2}$""",
    re.IGNORECASE | re.VERBOSE,
)
"""Before a judge who is a party, or whose order is appealed from: the bench is another."""
_POSSESSIVE = re.compile(r"['’]s(?!\w)")
_PARTED = re.compile(r"[;:|()\n–—]|\s-\s")
"""Between a judge and the parties of a case: the judge is none of them."""
_IN_CASE = re.compile(r"\s{0,3}in\s", re.IGNORECASE)
_OTHER_COURT = re.compile(r"\s{1,3}of\s{1,3}(?:the\s{1,3})?(?:pakistan|supreme|lahore|sindh|peshawar)", re.IGNORECASE)


class JudgeMention(NamedTuple):
    """A judge that a text names."""

    names: tuple[str, ...]
    """Every value of the vocabulary that may be meant."""
    start: int
    end: int
    """Code points of the text as given, titles included."""
    sure: bool
    """Whether a judge of the court is meant, and which; else it may be a party, or one of several judges."""


def find_judges(text: str, names: JudgeNames) -> list[JudgeMention]:
    """Return the judges that *text* names, in order.

    With a title ("Justice Sattar", "Sattar J.") a judge is meant.  Without one only a name of two telling words is
    read, and never as sure; nor is a name among the parties of "A v B", or that of a retired judge.  "Chief Justice"
    with a name may also be a record that bears the office alone.
    """
    versus = [match.span() for match in MARK.finditer(text)]
    found = _Reader(text, names).mentions()
    return [
        mention._replace(
            sure=mention.sure and not _is_party(mention, text, versus), end=_with_possessive(mention, text)
        )
        for mention in found
    ]


def _with_possessive(mention: JudgeMention, text: str) -> int:
    """Return the end of *mention*, behind the "'s" of "Justice Example's cases"."""
    match = _POSSESSIVE.match(text, mention.end)
    return match.end() if match else mention.end


class _Reader:
    def __init__(self, text: str, names: JudgeNames) -> None:
        self.text, self.names, self.tokens = text, names, tokens_of(text)
        self.place = 0  # of the token to read next

    def mentions(self) -> list[JudgeMention]:
        found: list[JudgeMention] = []
        while self.place < len(self.tokens):
            title = self._title() if self._word(self.place) in TITLES else None
            if title:
                found += self._after(title)
            elif not self.names.cues.isdisjoint(map(self._word, range(self.place, self.place + 3))):
                found += self._before_title() or self._untitled()
            else:
                self.place += 1
        return found

    def _title(self) -> range | None:
        """The tokens that are a judge's title from the next one on."""
        end = self.place
        while end < self.place + _TITLE_WORDS_MAX and self._word(end) in TITLES and self._near(end, self.place):
            end += 1
        words = {token.word for token in self.tokens[self.place : end]}
        is_judge = words & (JUSTICE | CHIEF_SHORT) or (words == {"j"} and self._is_short_title(self.place))
        return range(self.place, end) if is_judge else None

    def _after(self, title: range) -> list[JudgeMention]:
        words = {token.word for token in self.tokens[title.start : title.stop]}
        self.place = end = title.stop
        start, chief = self.tokens[title.start].start, bool(words & (CHIEF | CHIEF_SHORT))
        match = self._match(end) if self._near(end, title.start) else None
        if match is None or (match.length < 2 and words == {"j"}):  # a bare "J." may be a party's initial
            return self._office(start) if chief and match is None else []
        found: list[JudgeMention] = []
        while match is not None:
            goes_on = self._goes_on(match, end + match.length)
            clear = not found or "justices" in words or (match.grade > 2 and match.length > 1)
            sure = match.grade > 0 and clear and not goes_on and not words & RETIRED
            end += match.length
            end += self._is_short_title(end) and self._near(end, title.start)
            found.append(self._mention(match, start, end, sure=sure, chief=chief and not found))
            self.place = end
            match, end = self._next_in_list(end)
            start = self.tokens[end].start if match else start
        return found

    def _goes_on(self, match: NameMatch, end: int) -> bool:
        """Whether the name of somebody else goes on behind what is no judge's surname: "Justice Babar Quist"."""
        if match.grade > 2 or not self._word(end):
            return False
        if match.grade > 1 or self.text[self.tokens[end - 1].start].isupper():
            return self._is_name(end, end)
        # Without capitals no name can be told from another word but by the word.
        gap = _INNER.fullmatch(self.text, self.tokens[end - 1].end, self.tokens[end].start)
        return gap is not None and self._word(end) not in LEGAL_TERMS and self._word(end) not in _NO_NAME

    def _office(self, start: int) -> list[JudgeMention]:
        end, values = self.tokens[self.place - 1].end, self.names.chief_justice
        is_named = bool(values) and not _OTHER_COURT.match(self.text, end)
        return [JudgeMention(values, start, end, _is_led(self.text, start))] if is_named else []

    def _before_title(self) -> list[JudgeMention]:
        """The judge in front of a title, "Babar Sattar, J.", or those in front of one that they share: "..., JJ."."""
        match, begin = self._match(self.place), self.place
        if match and (shared := self._before_shared_title(match, begin)):
            return shared
        if not match or not self._is_short_title(end := begin + match.length) or not self._near(end, begin):
            return []
        self.place = end + 1
        sure = match.grade == 4 or (match.grade > 1 and not self._is_name(begin - 1, begin))
        start, chief = self.tokens[begin].start, self._word(end) in CHIEF_SHORT
        return [self._mention(match, start, self.place, sure=sure, chief=chief)]

    def _before_shared_title(self, match: NameMatch | None, begin: int) -> list[JudgeMention]:
        """The judges in front of "JJ", of whom *match* is the first; none where it does not stand behind the last."""
        found: list[JudgeMention] = []
        while match is not None:
            end = begin + match.length
            titled = self._word(end) == "jj" and self._is_short_title(end) and self._near(end, begin)
            end += titled
            found.append(self._mention(match, self.tokens[begin].start, end, sure=match.grade > 0))
            if titled:
                self.place = end
                return found if len(found) > 1 else []
            match, begin = self._next_in_list(end)
        return []

    def _untitled(self) -> list[JudgeMention]:
        match, begin = self._match(self.place, titled=False), self.place
        self.place += match.length if match else 1
        return [self._mention(match, self.tokens[begin].start, self.place, sure=False)] if match else []

    def _mention(self, match: NameMatch, start: int, end: int, *, sure: bool, chief: bool = False) -> JudgeMention:
        names = (*match.values, *self.names.chief_justice) if chief else match.values
        return JudgeMention(names, start, self.tokens[end - 1].end, sure)

    def _match(self, place: int, *, titled: bool = True) -> NameMatch | None:
        """The name that begins at a token: no title is part of it, and no mark stands inside it."""
        run: list[Token] = []
        for token in self.tokens[place : place + _NAME_WORDS_MAX]:
            if token.word in TITLES or (run and not _INNER.fullmatch(self.text, run[-1].end, token.start)):
                break
            run.append(token)
        return self.names.match(run, titled=titled)

    def _next_in_list(self, place: int) -> tuple[NameMatch | None, int]:
        """The name behind "and" or a comma, and the token where it begins."""
        begin = place + (self._word(place) in ("and", "aur", "اور"))
        if not self._word(begin) or not _AND.fullmatch(self.text, self.tokens[place - 1].end, self.tokens[begin].start):
            return None, place
        return self._match(begin), begin

    def _word(self, place: int) -> str:
        return self.tokens[place].word if 0 <= place < len(self.tokens) else ""

    def _near(self, place: int, first: int) -> bool:
        """Whether a token follows the one before it as a title or a name does; *first* follows none."""
        if place == first or not self._word(place):
            return place == first
        return _GAP.fullmatch(self.text, self.tokens[place - 1].end, self.tokens[place].start) is not None

    def _is_short_title(self, place: int) -> bool:
        if self._word(place) not in SHORT_TITLES:
            return False
        _, start, end = self.tokens[place]
        return self.text[start:end].isupper() or self.text[end : end + 1] in ("", ".")

    def _is_name(self, place: int, second: int) -> bool:
        """Whether a token is capitalised and, with its neighbour, may be one name: "Abdul" in "Abdul Sattar J."."""
        if not self._word(place) or not self._word(second) or self._word(place) in TITLES:
            return False
        gap = _INNER.fullmatch(self.text, self.tokens[second - 1].end, self.tokens[second].start)
        return gap is not None and self.text[self.tokens[place].start].isupper()


def _is_led(text: str, start: int) -> bool:
    return _BENCH_LEAD.search(text, max(0, start - _LEAD_LENGTH), start) is not None


def _is_party(mention: JudgeMention, text: str, versus: list[tuple[int, int]]) -> bool:
    if _OTHER_ROLE.search(text, max(0, mention.start - _ROLE_LENGTH), mention.start):
        return True
    if _is_led(text, mention.start):
        return False
    lefts = [end for _, end in versus if mention.start - _PARTIES_LENGTH_MAX <= end <= mention.start]
    rights = [start for start, _ in versus if mention.end <= start <= mention.end + _PARTIES_LENGTH_MAX]
    if lefts and not _PARTED.search(text, lefts[-1], mention.start):
        return True
    return bool(rights) and not (_IN_CASE.match(text, mention.end) or _PARTED.search(text, mention.end, rights[0]))
