"""The tokens of a query: words, phrases, beginnings of words, fields, years, brackets, and what may be an operator.

`search.query.operators` tells which operators are meant, and `search.query.grammar` reads what they ask for.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from search.errors import did_you_mean, shortened
from search.query.expression import FIELDS, Field, Numbered, Or, Phrase, Prefix, Referred, Word, YearRange
from search.snapshot.fields import is_title
from search.text.normalise import fold
from search.text.spans import Span

SLOP_MAX = 1000
STEM_LETTERS_MIN = 3
CAPITALS = frozenset({"and", "or", "not"})
"""Kinds of the tokens that are operators, or else words in capitals."""

_QUOTES = '"“”„‟«»＂'
_OPENING = "“„«"
_BLANK = r"\s\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff"
"""White space, and the marks that only turn the direction of writing."""
_SPACE = re.compile(rf"[{_BLANK}]+")
_CHUNK = re.compile(rf"[^{_BLANK}{_QUOTES}()|]+(?:\([^{_BLANK}{_QUOTES}()|]*\)[^{_BLANK}{_QUOTES}()|]*)*")
_PHRASE = re.compile(rf"[{_QUOTES}]([^{_QUOTES}]*)[{_QUOTES}](?:~(\d+)(?!\w))?")
_FIELD = re.compile(rf"([^\W\d_]+):(?P<gap>[{_BLANK}]{{0,3}})(?=\S)")
_EMPTY_FIELD = re.compile(rf"([^\W\d_]+):(?=[{_BLANK}]*(?:$|\)))")
_NO_FIELD_LETTERS_MIN = 2
_MEANT: Mapping[str, str] = MappingProxyType(
    dict.fromkeys(("counsel", "lawyer"), "advocate")
    | dict.fromkeys(("appellant", "applicant", "plaintiff"), "petitioner")
    | {"defendant": "respondent", "parties": "party", "coram": "judge", "statute": "section"}
)
"""What some call a field -> its name."""
_VALUE = re.compile(rf"[\w{_QUOTES}(]")
_BEFORE_VALUE = re.compile(
    rf"(?P<word>[^\W\d_][\w.'’]*)[{_BLANK}]{{1,3}}(?!(?:AND|OR|NOT)(?!\w)|[^\W\d_]+:)(?=[{_QUOTES}(]|(?P<following>\w+))"
)
"""A word, and behind it what may be a value as well: no operator and no field."""
_YEARS = re.compile(r"(?P<low>\d{4})?(?:\.\.|[-–])(?P<high>\d{4})?|(?P<sign>[<>]=?|=)?(?P<year>\d{4})")
_PREFIX = re.compile(r"(\w[\w.'’/-]*)\*[,;:.!?،؛؟۔]*")
_EDGES = ",;:!?'’‘`…،؛؟۔[]{}<>"
_OPERATOR = re.compile(rf"(?:AND|OR|NOT)(?=[{_BLANK}()|]|$)")
_SIGN = re.compile(rf"\|\|?|&&(?=[{_BLANK}()]|$)")
"""What other search engines have for OR and AND."""
_DASHED = re.compile(r"-\w+-(?!\w)")
""""Khan -vs- State"."""
_FOREIGN = re.compile(r"(?:w/\d+|(?-i:NEAR)(?:/\d+)?)[,;.]?", re.IGNORECASE)
"""Operators of other search engines that have none like them here."""
_NEAR = '"tenant default"~5 finds words near each other'
_MISPLACED_STAR = re.compile(r"\*[^\W\d_]")
_FUZZY = re.compile(r".*\w~\d*[,;.]?")


class Misuse(Exception):
    """Operators are used wrongly; the message says how.  `grammar` turns it into a reading in plain words."""


class Token(NamedTuple):
    """A piece of a query."""

    kind: str
    """word, leaf, field, years, and, or, not, minus, open, close, or filter: a word that names one."""
    start: int
    end: int
    text: str
    leaf: Word | Phrase | Numbered | Referred | Field | Or | Prefix | YearRange | None = None
    marks: tuple[Span, ...] = ()
    """What of it is no word to rank by."""
    loose: bool = False
    """Whether it is a field with a blank behind its colon: mostly that is a heading."""
    note: str = ""
    """What to say of it where it is one of a few words that somebody searches by."""


def tokens_of(text: str) -> list[Token]:
    """Return the tokens of *text* in order; punctuation that stands alone is none.

    Raises:
        Misuse: If a quotation mark, a field, a year or a star is used wrongly.
    """
    found: list[Token] = []
    at = 0
    while at < len(text):
        if space := _SPACE.match(text, at):
            at = space.end()
            continue
        token = _token(text, at, found[-1] if found else None)
        at = token.end
        if token.kind != "nothing":
            found.append(token)
    return found


def _token(text: str, at: int, before: Token | None) -> Token:
    field = before if before is not None and before.kind == "field" and before.end == at else None
    if text[at] in "()":
        return Token("open" if text[at] == "(" else "close", at, at + 1, text[at])
    if text[at] in _QUOTES:
        return _phrase(text, at)
    if sign := _SIGN.match(text, at):
        return Token("and" if sign[0] == "&&" else "or", *sign.span(), sign[0], marks=(sign.span(),))
    if field is not None:
        return _value(text, at, field)
    if text[at] == "-" and _VALUE.match(text, at + 1) and _starts_a_word(text, at) and not _DASHED.match(text, at):
        return Token("minus", at, at + 1, "-", marks=((at, at + 1),))
    named = _FIELD.match(text, at)
    if named and (token := _field(text, named)):
        return token
    return _word(text, at)._replace(note=_note(text, at, named))


def _starts_a_word(text: str, at: int) -> bool:
    return at == 0 or text[at - 1] == "(" or _SPACE.match(text, at - 1) is not None


def _phrase(text: str, at: int) -> Token:
    found = _PHRASE.match(text, at)
    if text[at] not in _OPENING and at and text[at - 1].isalnum():
        raise Misuse(f"the quotation mark at character {at + 1} stands behind a word and opens nothing")
    if found is None:
        raise Misuse(f"the quotation mark at character {at + 1} is never closed")
    words = tuple(word for each in _SPACE.split(found[1]) if (word := _bare(each)[0]))
    if not words:
        raise Misuse(f"the quotation marks at character {at + 1} hold no word")
    # A number with more digits than that is no less "anywhere near".
    slop = min(int(found[2][:5]), SLOP_MAX) if found[2] else None
    marks = ((at, found.start(1)), (found.end(1), found.end()))
    distance = _CHUNK.match(text, found.end()) if text.startswith("~", found.end()) else None
    note = "" if distance is None else _plain(distance[0], found.end(), f"a ~ wants a number behind it; {_NEAR}")
    return Token("leaf", at, found.end(), found[0], Phrase(words, slop, found.span()), marks, note=note)


def _field(text: str, named: re.Match[str]) -> Token | None:
    name = named[1].casefold()
    if name == "year":
        return _years(text, named)
    if not _VALUE.match(text, named.end()):
        return None
    if name in FIELDS:
        span = (named.start(), named.end() if named["gap"] else _behind_titles(text, named.end(), name))
        return Token("field", *span, name, Word(named[1], named.span(1)), (span,), loose=bool(named["gap"]))
    nearest = None if named["gap"] else _nearest(name)
    if nearest is None:
        return None
    unknown = f"unknown field {shortened(named[1])!r} at character {named.start() + 1}"
    raise Misuse(f"{unknown}{did_you_mean(nearest)} {_fields()}")


def _behind_titles(text: str, at: int, name: str) -> int:
    """Return where the value at *at* begins behind the titles of a person: "Mr. Justice Example"."""
    while (found := _BEFORE_VALUE.match(text, at)) and is_title(
        fold(found["word"]), of=name, following=fold(found["following"] or "")
    ):
        at = found.end()
    return at


def _nearest(name: str) -> str | None:
    # A short word is like many others by chance.
    found = process.extractOne(name, FIELDS, scorer=OSA.distance, score_cutoff=2 if len(name) > 4 else 1)
    return _MEANT.get(name) or (found[0] if found is not None else None)


def _fields() -> str:
    return f"The fields are {', '.join(sorted(FIELDS))}"


def _note(text: str, at: int, named: re.Match[str] | None) -> str:
    """Say where a word looks like an operator or a field and is none."""
    empty = _EMPTY_FIELD.match(text, at)
    if empty and empty[1].casefold() in FIELDS:
        name = empty[1].casefold()
        return f"{name}: at character {at + 1} has nothing behind it and was read as a word; write {name}:..."
    if named is None or named["gap"] or len(named[1]) < _NO_FIELD_LETTERS_MIN or not _VALUE.match(text, named.end()):
        return _note_of_operator(text, at)
    return f"{shortened(named[0])} at character {at + 1} is no field and was read as a word. {_fields()}"


def _note_of_operator(text: str, at: int) -> str:
    chunk = _CHUNK.match(text, at)
    if chunk is None:
        return ""
    if _FOREIGN.fullmatch(chunk[0]):
        return f"{chunk[0]} at character {at + 1} is no operator here; {_NEAR}"
    if _MISPLACED_STAR.search(chunk[0]):
        return _plain(chunk[0], at, "a * stands for letters at the end of a word alone, as in constitut*")
    return _plain(chunk[0], at, f"a ~ stands behind a quotation mark; {_NEAR}") if _FUZZY.fullmatch(chunk[0]) else ""


def _plain(written: str, at: int, why: str) -> str:
    return f"{shortened(written)} at character {at + 1} was read as plain words: {why}"


def _years(text: str, named: re.Match[str]) -> Token | None:
    chunk = _CHUNK.match(text, named.end())
    # The dots may be those of "2020.." or end a sentence.
    written = [chunk[0], chunk[0].rstrip(",;.")] if chunk else []
    found = next((match for each in written if (match := _YEARS.fullmatch(each))), None)
    low, high = _bounds(found) if found else (None, None)
    if found is None or low is high is None:
        if named["gap"]:
            return None
        raise Misuse(
            f"year: at character {named.start() + 1} expects a year or a range behind it, "
            "as in year:2023, year:2020..2024 or year:>=2020"
        )
    if low is not None and high is not None and low > high:
        raise Misuse(f"year: at character {named.start() + 1} goes from {low} back to {high}")
    span = (named.start(), named.end() + found.end())
    years = YearRange(low, high, (named.end(), span[1]))
    return Token("years", *span, "year", years, (span,), loose=bool(named["gap"]))


def _bounds(found: re.Match[str]) -> tuple[int | None, int | None]:
    if found["year"] is None:
        return (int(found["low"]) if found["low"] else None, int(found["high"]) if found["high"] else None)
    year, sign = int(found["year"]), found["sign"] or "="
    low = {">=": year, ">": year + 1, "=": year}.get(sign)
    high = {"<=": year, "<": year - 1, "=": year}.get(sign)
    return low, high


def _value(text: str, at: int, field: Token) -> Token:
    """Return the word at *at*, right behind the colon of *field*."""
    if operator := _OPERATOR.match(text, at):
        raise Misuse(
            f"{field.text}: at character {field.start + 1} has {operator[0]} behind it, where a word should stand; "
            f'write NOT {field.text}:... to leave cases out, or {field.text}:"{operator[0]}" for the word'
        )
    return _word(text, at)._replace(note=_note_of_operator(text, at))


def _word(text: str, at: int) -> Token:
    if operator := _OPERATOR.match(text, at):
        span = operator.span()
        return Token(operator[0].lower(), *span, operator[0], Word(operator[0], span), (span,))
    chunk = _CHUNK.match(text, at)
    assert chunk is not None, "brackets, quotation marks and signs were read before"
    if (starred := _PREFIX.fullmatch(chunk[0])) and not (starred[1].isdecimal() and len(starred[1]) < STEM_LETTERS_MIN):
        return _prefix(at, starred)
    word, start = _bare(chunk[0])
    if not word:
        return Token("nothing", at, chunk.end(), "")
    span = (at + start, at + start + len(word))
    return Token("word", *span, word, Word(word, span))


def _prefix(at: int, starred: re.Match[str]) -> Token:
    stem = starred[1]
    if len(re.split(r"[.'’/-]", stem)[-1]) < STEM_LETTERS_MIN:
        raise Misuse(
            f"{shortened(stem)}* at character {at + 1} would stand for too many words; write at least "
            f"{STEM_LETTERS_MIN} letters before the *"
        )
    star = at + len(stem)
    return Token("leaf", at, star + 1, stem, Prefix(stem, (at, star + 1)), ((star, star + 1),))


def _bare(chunk: str) -> tuple[str, int]:
    """Return *chunk* without the punctuation around it, and where that starts; empty where it has no letter."""
    if not any(char.isalnum() for char in chunk):
        return "", 0
    word = chunk.lstrip(_EDGES)
    start = len(chunk) - len(word)
    word = word.rstrip(_EDGES)
    # One dot ends a sentence; several are the word's own, as in "W.P.".
    return (word.rstrip(".").rstrip(_EDGES) if word.count(".") == 1 else word), start
