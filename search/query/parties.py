"""Parties in a query: "Mohd Aslam v State" names two sides, and says nothing else of the case.

Both sides are given as they stand, since a title may have them the other way round.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from search.identifiers.case_number import as_ascii, find_numbers
from search.text.names import other_names
from search.text.normalise import fold
from search.text.person_names import core_of
from search.text.versus import SPELLED_OUT

SIDE_WORDS_MAX = 12
"""Of a side, the words next to the mark: a sentence may run on behind it."""
_SIDE_LENGTH_MAX = 400
_MARKS_MAX = 64
"""Marks that are looked at: a longer text is no query."""

_STATE = ("state", "crown", "sarkar", "سرکار", "ریاست")
"""How the State is written where it is the whole side: "State Bank" is another party."""
_BODIES: Mapping[str, str] = MappingProxyType(
    {
        fold(written): known_as
        for written, known_as in (
            ("federation", "federation of pakistan"),
            ("وفاق", "federation of pakistan"),
            ("وفاق پاکستان", "federation of pakistan"),
            ("وفاقی حکومت", "federal government"),
            ("حکومت پاکستان", "government of pakistan"),
            ("نیب", "nab"),
            ("سی ڈی اے", "cda"),
            ("ایف بی آر", "fbr"),
        )
    }
)
"""A side as a whole -> a name that `search.text.names` knows it by."""

_MARK = re.compile(
    rf"(?<![^\W_])(?<![/'’&])(?:(?P<word>{SPELLED_OUT}|verses)|(?P<letter>(?<![.(])v))"
    r"(?![^\W_])(?![/'’)])(?!\.[^\W_]\b)",
    re.IGNORECASE,
)
_WORD = r"[^\W_][\w'’]*"
_LAST_WORD = re.compile(rf"({_WORD})[\W_]*$")
_FIRST_WORD = re.compile(rf"[\W_]*({_WORD})")
_NUMBERED = frozenset(
    """act order part article chapter schedule volume vol class rule section clause title list form appendix annex
    annexure grade scale bps phase sector group table entry item paragraph para type level""".split()
)
"""Before these letters "V" is five."""
_LOST_HYPHEN_BEFORE = frozenset("ex vice ul ud ur un uz us sub non".split())
_LOST_HYPHEN_BEHIND = frozenset("ul ud ur un uz us din i ii iii iv vi".split())
"""Titles of the court have "VS" where a hyphen stood: "Ex VS Medical Officer", "Salah VS Ud VS Din"."""
_INITIAL = re.compile(r"(?<![^\W_])[^\W\d_]\.\s*$")
_NO_SIDE = re.compile(r"\s*[.\-–—]*\s*(?:[&,;)]|(?:and|or|of)\b|$)", re.IGNORECASE)

_REPORTER = r"(?:PLD|PLJ|SCMR|CLC|YLR|MLD|PTD|PLC|CLD|P\.?\s?Cr\.?\s?L\.?\s?J|GBLR|AIR|NLR|SBLR|PTCL|TAX)"
_KIND = (
    r"(?:(?:criminal|civil|crl|writ|constitution(?:al)?|jail|intra[\s-]court|bail|execution|contempt)\.?\s+"
    r"(?:appeal|petition|revision|application|misc(?:ellaneous)?|suit|original|reference|matter)s?)"
)
_SENTENCE_END = (
    r"(?<=[a-z]{4})(?<!ssrs)(?<!govt)(?<!addl)(?<!asst)(?<!istt)(?<!corp)(?<!orpn)(?<!prof)(?<!engr)(?<!retd)(?<!bros)"
    r"(?<!capt)(?<!brig)(?<!dept)\.\s+(?!(?:ltd|pvt|limited|co)\b)(?=[^\W_])"
)
_BREAK = r"[;:?!\"“”\[\]{}|<>=؟۔]|\n\s*\n|" + _SENTENCE_END

_LEAD = re.compile(
    rf"""{_BREAK}
      | \bin\s+the\s+islamabad\s+high\s+court(?:\s*,\s*islamabad)?\b[\s.)]* | \bjudicial\s+department\b[\s.)]*
      | \d\) | \(\s*(?:[ivx]+|\d)\s*\)
      | \b(?:{_REPORTER}\s+(?:19|20)\d\d|(?:19|20)\d\d\s+{_REPORTER})\b[a-z.\s]{{0,30}}\d+\)?
      | \b(?:case|matter|judge?ment|decision|order|ruling|status|stage|number|date|hearing|bench|advocate|counsel|lawyer
          |outcome|section|station|appeal|petition|suit|bail|copy|facts?|fir)s?\s+(?:of|in|for|between)\b
      | \b{_KIND}\b(?!\s+(?:no\b|tribunal|bench|board))
      | \bin\b(?:\s+re\b)?(?!-|\s+(?:chief|charge)\b) | ^\s*re\b
      | \b(?:cases?|judge?ments?|titled|entitled|cited|known|reported|decided|heard|hears|upon|find|show|search
          |get|give|explain|summari[sz]e|discuss(?:es)?|about|regarding|concerning|is|are|was|were|that|which|what|who
          |whether|where|wherein|held|see|vide|also|from|under|by|me|please
          |mujhe|mujhay|mujhy|batao|bataen|dikhao|dikhaen|dhoondo|muqadma|muqaddama|faisla|kya|baunwan)\b
      | (?<!\w)(?:مقدمہ|کیس|بعنوان|مجھے|فیصلہ|کیا|میں|اپیل|رٹ|درخواست(?!\s+گزار)|بابت)(?!\w)""",
    re.IGNORECASE | re.VERBOSE,
)
"""What ends left of the first side: the words that only lead to it."""
_TAIL = re.compile(
    rf"""{_BREAK}
      | [.…_=][.…_=]+ | --+ | \bs\.\s*no\b | \bfor\s+the\s+(?:petitioner|appellant|applicant|respondent)
      | \(\s*(?:\d|supra|{_REPORTER}\W)
      | \b(?:19|20)\d\d\b | \b{_REPORTER}(?=\W{{1,3}}\d) | \.(?:pdf|docx?)\b
      | \b{_KIND}\b | \bin\b(?!-|\s+(?:chief|charge)\b) | \bwal[aei]\s+(?=case|muqad|faisla)
      | \b(?:is|are|was|were|has|have|had|held|reported|cited|decided|dated|heard|filed|passed|pending|dismissed
          |allowed|where|wherein|whereby|which|that|whether|who|whose|when|while|because|regarding|concerning|about
          |before|during|under|supra|u\s?/\s?s|bail|judge?ments?|cases?|decision|ruling|fir|status|order\s+sheet
          |seeks?|sought|relief|explain|serial|vide|appellants?\s+by|petitioners?\s+by
          |ka|ki|ke|kay|mein|muqadma|muqaddama|faisla|chahiye|chahye|dikhao|dikhaen|batao|bataen
          |kahan|kab|kya|hai|hain)\b
      | (?<!\w)(?:کا|کی|کے|میں|کیس|مقدمہ|مقدمے|فیصلہ|فیصلے|والا|والے|دکھائیں|دکھاؤ|بتائیں|بتاؤ|چاہیے|کہاں|کب|کیا|ہے
          |ہیں|سے|پر|کو)(?!\w)""",
    re.IGNORECASE | re.VERBOSE,
)
"""What begins right of the second side."""
_ROLE = re.compile(r"[.…]{2}\s*(?:appellant|petitioner|applicant|plaintiff|complainant|respondent)s?$", re.IGNORECASE)
"""Behind a side in the heading of a judgment: "Ali Khan ...... Appellant"."""
_JOINED = re.compile(r"[,;&]|\band\b", re.IGNORECASE)
"""Between two pairs in one sentence."""
_EDGE = " \t\r\n.,-–—‐‑‒_/*#…'‘’\u200e\u200f\u00a0"
_DANGLING = frozenset("and or of in for to with on at by as from that &".split())
_DOTTED = re.compile(r"(?<![^\W_])(?:[^\W\d_]\.){2,}(?:[^\W\d_](?![^\W_]))?")

_BROUGHT = re.compile(
    r"\b(?:case|decision|judge?ment|ruling|petition|suit|appeal|complaint|dispute|writ|action)s?\s+"
    r"(?:(?:filed|brought|instituted|decided)\s+)?(?:of|by|for)\s+",
    re.IGNORECASE,
)
_AGAINST_MAX = 8
_AGAINST = re.compile(r"\bagainst\b", re.IGNORECASE)
_NOT_A_PARTY = frozenset("conviction acquittal order orders judgment judgement decree sentence dismissal".split())


class Side(NamedTuple):
    """One side of a case, as written."""

    text: str
    """Empty where the query names only the other side: "v State"."""
    start: int
    end: int
    """Code points of the query as given."""
    bodies: tuple[str, ...] = ()
    """The other names of the public bodies it names, folded."""


class Parties(NamedTuple):
    """The sides of a case, in the order in which they are written."""

    first: Side
    second: Side | None
    """None where nothing is written behind the mark."""


def find_parties(text: str) -> Parties | None:
    """Find the two sides that *text* sets against each other; the first pair, where there are several.

    A side ends where a sentence, a citation, a case number or a question ends or begins, and has at most
    `SIDE_WORDS_MAX` words; "case of" and the like are no part of it.  "Against" is a plain word, unless a case is
    said to be of one name against another: "petition of Aslam against CDA".

    Returns:
        None where no side is named; otherwise at least one side has a letter.
    """
    marks = [mark for mark in itertools.islice(_MARK.finditer(text), _MARKS_MAX) if _parts_sides(text, mark)]
    # A capital letter alone is the weakest sign: it may be an initial or a numeral.
    for mark in sorted(marks, key=lambda mark: (mark.group() == "V", mark.start())):
        following = next((other.start() for other in marks if other.start() > mark.start()), len(text))
        parties = _parties(text, _before(text, mark.start()), _behind(text, mark.end(), following))
        if parties is not None:
            return parties
    return _brought_against(text)


def sides_of(text: str) -> tuple[Side, ...]:
    """Return the sides that *text* names, in their order; none where it sets nobody against anybody."""
    parties = find_parties(text)
    if parties is None:
        return ()
    return tuple(side for side in (parties.first, parties.second) if side is not None and side.text)


def _parties(text: str, first: tuple[int, int], second: tuple[int, int]) -> Parties | None:
    left, right = _side(text, *first), _side(text, *second)
    if not left.text and not right.text:
        return None
    return Parties(left, right if right.text else None)


def _side(text: str, start: int, end: int) -> Side:
    """Return the side in a span, without the punctuation at its edges; an empty one where no letter is in it."""
    while start < end and text[start] in _EDGE:
        start += 1
    while start < end and text[end - 1] in _EDGE:
        end -= 1
    written = text[start:end]
    if not any(map(str.isalpha, written)):
        return Side("", end, end)
    return Side(written, start, end, _bodies(written))


def _bodies(written: str) -> tuple[str, ...]:
    core = " ".join(core_of(written))
    if core in _STATE:
        return tuple(name for name in _STATE if name != core)
    known_as = _BODIES.get(core) or _BODIES.get(fold(written))
    if known_as is not None:
        return (known_as, *other_names(known_as))
    # "N.A.B." is NAB; other dots stay.
    return tuple(other_names(_DOTTED.sub(lambda match: match.group().replace(".", "") + " ", written)))


def _parts_sides(text: str, mark: re.Match[str]) -> bool:
    """Whether *mark* stands between two sides, and is no number, initial or lost hyphen."""
    before, behind = text[max(0, mark.start() - 40) : mark.start()], text[mark.end() : mark.end() + 40]
    last, first = _LAST_WORD.search(before), _FIRST_WORD.match(behind)
    left, right = (fold(match[1]) if match else "" for match in (last, first))
    if mark["word"] is None:
        return _is_versus(mark.group(), before, behind) and left not in _NUMBERED
    if fold(mark.group()) == "verses":
        # A slip for "versus" where names stand about it; else what poems are made of.
        return bool(last and first and last[1][0].isupper() and first[1][0].isupper())
    return left not in _LOST_HYPHEN_BEFORE and right not in _LOST_HYPHEN_BEHIND


def _is_versus(letter: str, before: str, behind: str) -> bool:
    if letter == "v":
        return not re.match(r"\s*[&,;)]", behind)
    if _NO_SIDE.match(behind):
        return False
    dotted = behind.startswith(".")
    return not (dotted and (not before.strip(_EDGE) or _INITIAL.search(before)))


def _before(text: str, end: int) -> tuple[int, int]:
    """Return the span left of *end* that may be a side."""
    low = max(0, end - _SIDE_LENGTH_MAX)
    window = as_ascii(text[low:end]).rstrip(_EDGE)
    role = _ROLE.search(window)
    window = window[: role.start() if role else None]
    starts = [match.end() for match in _LEAD.finditer(window)]
    starts += [number.end for number in find_numbers(window)]
    start = max([0, _open_bracket(window), *starts])
    words = list(re.finditer(r"\S+", window[start:]))[-SIDE_WORDS_MAX:]
    while words and fold(words[0].group().strip(_EDGE)) in _DANGLING:
        words.pop(0)
    return (low + start + words[0].start(), low + len(window)) if words else (end, end)


def _behind(text: str, start: int, following: int) -> tuple[int, int]:
    """Return the span right of *start* that may be a side; the mark of another pair stands at *following*."""
    while start < len(text) and text[start] in _EDGE + ":)":
        start += 1
    window = as_ascii(text[start : min(start + _SIDE_LENGTH_MAX, following)])
    ends = [match.start() for match in _TAIL.finditer(window)]
    ends += [number.start for number in find_numbers(window)]
    if start <= following < len(text):
        ends += [match.start() for match in _JOINED.finditer(window)][-1:]
    window = window[: min([len(window), _close_bracket(window), *ends])]
    # What a bracket held may have been cut off: "Alpha Traders (CA 12 of 2020)".
    window = window[: (_open_bracket(window) or len(window) + 1) - 1]
    words = list(re.finditer(r"\S+", window))[:SIDE_WORDS_MAX]
    while words and fold(words[-1].group().strip(_EDGE)) in _DANGLING:
        words.pop()
    return (start, start + words[-1].end()) if words else (start, start)


def _open_bracket(window: str) -> int:
    """Return the place behind the last bracket that *window* opens and does not close; 0 if there is none."""
    depth = 0
    for place in range(len(window) - 1, -1, -1):
        depth += (window[place] == ")") - (window[place] == "(")
        if depth < 0:
            return place + 1
    return 0


def _close_bracket(window: str) -> int:
    """Return the place of the first bracket that *window* closes and did not open; its length if there is none."""
    depth = 0
    for place, char in enumerate(window):
        depth += (char == "(") - (char == ")")
        if depth < 0:
            return place
    return len(window)


def _brought_against(text: str) -> Parties | None:
    for match in itertools.islice(_AGAINST.finditer(text), _AGAINST_MAX):
        low = max(0, match.start() - _SIDE_LENGTH_MAX)
        leads = list(_BROUGHT.finditer(text, low, match.start()))
        if not leads:
            continue
        first = _side(text, *_before(text, match.start()))
        second = _side(text, *_behind(text, match.end(), len(text)))
        if first.start >= leads[-1].end() and _named(first) and _named(second):
            return Parties(first, second)
    return None


def _named(side: Side) -> bool:
    """Whether *side* is written as a name, with a capital, or names a body."""
    words = core_of(side.text)
    return bool(words) and words[0] not in _NOT_A_PARTY and (side.text[0].isupper() or bool(side.bodies))
