"""The grammar of operators: a query in, the expression it asks for and the words to rank by.

    "pre-arrest bail"          words in a row               bail AND murder     both
    "tenant default"~5         near each other, any order   bail OR murder      either
    constitut*                 every word that starts so    NOT murder, -"..."  without
    judge:Sattar year:>=2020   in one field                 ( ... )             together

NOT binds before AND, AND before OR; "bail NOT murder" is "bail AND NOT murder".  Operators are written in capitals.

**Plain words beside a phrase or a field rank and do not restrict:** `"pre-arrest bail" murder` finds the cases with
the phrase, those about murder first; `"pre-arrest bail" AND murder` finds those with both.  Words that an operator
joins do restrict, each of them, but for stop words: `tenant default AND rent` wants all three.

A query in plain words has no operators, whatever brackets and capitals stand in it: "W.P. 1/2024 Service (SB)".  AND
is a word where all is in capitals, as in "EXAMPLE BOARD AND OTHERS", before "others", and within a long sentence.  A
query that uses operators wrongly is plain words too, and says what is wrong.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from search.query.expression import (
    FIELDS,
    Field,
    Node,
    Not,
    Phrase,
    Prefix,
    Span,
    Word,
    YearRange,
    all_of,
    any_of,
    nodes_of,
)
from search.text.tokenise import STOP_WORDS

DEPTH_MAX = 30
"""Brackets, fields and NOTs within each other."""
NODES_MAX = 200
SLOP_MAX = 1000
STEM_LETTERS_MIN = 3
LOUD_SHARE = 0.85
"""Share of capitals among the letters of a query from which AND in capitals says no more than the rest of it."""
PROSE_WORDS = 12
"""Whoever writes more words in a row beside AND writes a sentence."""

_QUOTES = '"“”„‟«»＂'
_OPENING = "“„«"
_BLANK = r"\s\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff"
"""White space, and the marks that only turn the direction of writing."""
_SPACE = re.compile(rf"[{_BLANK}]+")
_CHUNK = re.compile(rf"[^{_BLANK}{_QUOTES}()]+(?:\([^{_BLANK}{_QUOTES}()]*\)[^{_BLANK}{_QUOTES}()]*)*")
_PHRASE = re.compile(rf"[{_QUOTES}]([^{_QUOTES}]*)[{_QUOTES}](?:~(\d+))?")
_FIELD = re.compile(r"([^\W\d_]+):(?=\S)")
_VALUE = re.compile(rf"[\w{_QUOTES}(]")
_YEARS = re.compile(r"(?P<low>\d{4})?(?:\.\.|[-–])(?P<high>\d{4})?|(?P<sign>[<>]=?|=)?(?P<year>\d{4})")
_PREFIX = re.compile(r"(\w[\w.'’/-]*)\*[,;:.!?،؛؟۔]*")
_EDGES = ",;:!?'’‘`…،؛؟۔[]{}<>"
_OPERATOR = re.compile(rf"(?:AND|OR|NOT)(?=[{_BLANK}()]|$)")
_CAPITALS = frozenset({"and", "or", "not"})
_FORMULA = frozenset({"others", "other", "another", "ors", "anr", "etc"})
"""Behind AND these close a list of parties."""
_BETWEEN_PARTIES = frozenset({"vs", "v", "versus"})


class Reading(NamedTuple):
    """A query as the grammar reads it."""

    expression: Node | None
    """What the query restricts to; None for plain words."""
    plain: str
    """The words to rank by: the text without operators, field names, years and negated parts.  The text itself where
    there is no expression; empty where the expression has no positive word."""
    problem: str | None = None
    """What is wrong with the operators, in one sentence; the query is then plain words."""


class _Misuse(Exception):
    """Operators are used wrongly; the message says how."""


class _Token(NamedTuple):
    kind: str
    """word, leaf, field, years, and, or, not, minus, open or close."""
    start: int
    end: int
    text: str
    leaf: Word | Phrase | Prefix | YearRange | None = None
    marks: tuple[Span, ...] = ()
    """What of it is no word to rank by."""


_END = _Token("end", 0, 0, "")


class _Part(NamedTuple):
    """A stretch of the query."""

    node: Node | None
    """What it restricts to; None where it is words alone."""
    words: tuple[Word, ...]

    def operand(self) -> Node:
        return self.node if self.node is not None else all_of(_telling(self.words))


def read_expression(text: str) -> Reading:
    """Read *text*; every string has a reading, and the spans of its nodes are code points of *text* as given."""
    try:
        tokens = _settled(_tokens(text))
        if not tokens:
            return Reading(None, text)
        parser = _Parser(tokens)
        expression = parser.whole()
    except _Misuse as misuse:
        return Reading(None, text, str(misuse))
    count = sum(1 for _ in nodes_of(expression))
    if count > NODES_MAX:
        return Reading(None, text, f"the query has {count} terms and operators; at most {NODES_MAX} are read")
    return Reading(expression, _without(text, parser.removed))


def _tokens(text: str) -> list[_Token]:
    found: list[_Token] = []
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


def _token(text: str, at: int, before: _Token | None) -> _Token:
    value = before is not None and before.kind == "field" and before.end == at
    if text[at] in "()":
        return _Token("open" if text[at] == "(" else "close", at, at + 1, text[at])
    if text[at] in _QUOTES:
        return _phrase(text, at)
    if text[at] == "-" and _VALUE.match(text, at + 1) and _starts_a_word(text, at):
        return _Token("minus", at, at + 1, "-", marks=((at, at + 1),))
    if not value and (named := _FIELD.match(text, at)) and (token := _field(text, named)):
        return token
    return _word(text, at, value=value)


def _starts_a_word(text: str, at: int) -> bool:
    return at == 0 or text[at - 1] == "(" or _SPACE.match(text, at - 1) is not None


def _phrase(text: str, at: int) -> _Token:
    found = _PHRASE.match(text, at)
    if text[at] not in _OPENING and at and text[at - 1].isalnum():
        raise _Misuse(f"the quotation mark at character {at + 1} stands behind a word and opens nothing")
    if found is None:
        raise _Misuse(f"the quotation mark at character {at + 1} is never closed")
    words = tuple(word for each in _SPACE.split(found[1]) if (word := _bare(each)[0]))
    if not words:
        raise _Misuse(f"the quotation marks at character {at + 1} hold no word")
    # A number with more digits than that is no less "anywhere near".
    slop = min(int(found[2][:5]), SLOP_MAX) if found[2] else None
    marks = ((at, found.start(1)), (found.end(1), found.end()))
    return _Token("leaf", at, found.end(), found[0], Phrase(words, slop, found.span()), marks)


def _field(text: str, named: re.Match[str]) -> _Token | None:
    name = named[1].casefold()
    if name == "year":
        return _years(text, named)
    if not _VALUE.match(text, named.end()):
        return None
    if name in FIELDS:
        return _Token("field", *named.span(), name, marks=(named.span(),))
    # A short word is like many others by chance.
    nearest = process.extractOne(name, FIELDS, scorer=OSA.distance, score_cutoff=2 if len(name) > 4 else 1)
    if nearest is None:
        return None
    raise _Misuse(
        f"unknown field {named[1]!r} at character {named.start() + 1}; did you mean {nearest[0]!r}? "
        f"The fields are {', '.join(sorted(FIELDS))}"
    )


def _years(text: str, named: re.Match[str]) -> _Token:
    chunk = _CHUNK.match(text, named.end())
    # The dots may be those of "2020.." or end a sentence.
    written = [chunk[0], chunk[0].rstrip(",;.")] if chunk else []
    found = next((match for each in written if (match := _YEARS.fullmatch(each))), None)
    low, high = _bounds(found) if found else (None, None)
    if found is None or low is high is None:
        raise _Misuse(
            f"year: at character {named.start() + 1} expects a year or a range behind it, "
            "as in year:2023, year:2020..2024 or year:>=2020"
        )
    if low is not None and high is not None and low > high:
        raise _Misuse(f"year: at character {named.start() + 1} goes from {low} back to {high}")
    span = (named.start(), named.end() + found.end())
    return _Token("years", *span, "year", YearRange(low, high, (named.end(), span[1])), (span,))


def _bounds(found: re.Match[str]) -> tuple[int | None, int | None]:
    if found["year"] is None:
        return (int(found["low"]) if found["low"] else None, int(found["high"]) if found["high"] else None)
    year, sign = int(found["year"]), found["sign"] or "="
    low = {">=": year, ">": year + 1, "=": year}.get(sign)
    high = {"<=": year, "<": year - 1, "=": year}.get(sign)
    return low, high


def _word(text: str, at: int, *, value: bool) -> _Token:
    """Return the word at *at*; behind a field's colon it is a *value*, never an operator."""
    if not value and (operator := _OPERATOR.match(text, at)):
        span = operator.span()
        return _Token(operator[0].lower(), *span, operator[0], Word(operator[0], span), (span,))
    chunk = _CHUNK.match(text, at)
    assert chunk is not None, "brackets and quotation marks were read before"
    if (starred := _PREFIX.fullmatch(chunk[0])) and not (starred[1].isdecimal() and len(starred[1]) < STEM_LETTERS_MIN):
        return _prefix(at, starred)
    word, start = _bare(chunk[0])
    if not word:
        return _Token("nothing", at, chunk.end(), "")
    span = (at + start, at + start + len(word))
    return _Token("word", *span, word, Word(word, span))


def _prefix(at: int, starred: re.Match[str]) -> _Token:
    stem = starred[1]
    if len(re.split(r"[.'’/-]", stem)[-1]) < STEM_LETTERS_MIN:
        raise _Misuse(
            f"{stem}* at character {at + 1} would stand for too many words; write at least "
            f"{STEM_LETTERS_MIN} letters before the *"
        )
    star = at + len(stem)
    return _Token("leaf", at, star + 1, stem, Prefix(stem, (at, star + 1)), ((star, star + 1),))


def _bare(chunk: str) -> tuple[str, int]:
    """Return *chunk* without the punctuation around it, and where that starts; empty where it has no letter."""
    if not any(char.isalnum() for char in chunk):
        return "", 0
    word = chunk.lstrip(_EDGES)
    start = len(chunk) - len(word)
    word = word.rstrip(_EDGES)
    # One dot ends a sentence; several are the word's own, as in "W.P.".
    return (word.rstrip(".").rstrip(_EDGES) if word.count(".") == 1 else word), start


def _settled(tokens: Sequence[_Token]) -> list[_Token]:
    """Return the tokens with those that are no operators here made plain; empty where there are only plain words."""
    tokens = [_formula(token, after) for token, after in itertools.pairwise([*tokens, _END])]
    marked = any(token.kind in ("field", "years") or isinstance(token.leaf, Phrase) for token in tokens)
    if not marked and not _bracketed(tokens) and (_loud(tokens) or _prose(tokens)):
        tokens = [_as_word(token) for token in tokens]
    kinds = {token.kind for token in tokens}
    joined = bool(kinds & {*_CAPITALS, "field", "years"})
    if not joined and "leaf" not in kinds:
        return []
    joined = joined or any(pair == ("minus", "open") for pair in itertools.pairwise(token.kind for token in tokens))
    return tokens if joined else [token for token in tokens if token.kind not in ("open", "close")]


def _formula(token: _Token, after: _Token) -> _Token:
    closes = token.kind == "and" and after.text.casefold().rstrip(".") in _FORMULA
    return _as_word(token) if closes else token


def _as_word(token: _Token) -> _Token:
    return token._replace(kind="word", marks=()) if token.kind in _CAPITALS else token


def _bracketed(tokens: Sequence[_Token]) -> bool:
    """Whether an operator stands within brackets, other than those of a title: "A (B AND C) VS D"."""
    if any(token.text.casefold().rstrip(".") in _BETWEEN_PARTIES for token in tokens):
        return False
    depth = 0
    for token in tokens:
        depth = max(0, depth + {"open": 1, "close": -1}.get(token.kind, 0))
        if depth and token.kind in _CAPITALS:
            return True
    return False


def _loud(tokens: Iterable[_Token]) -> bool:
    letters = [char for token in tokens if token.kind in ("word", "leaf") for char in token.text]
    upper, lower = sum(char.isupper() for char in letters), sum(char.islower() for char in letters)
    return upper > 0 and upper >= LOUD_SHARE * (upper + lower)


def _prose(tokens: Iterable[_Token]) -> bool:
    run = 0
    for token in tokens:
        run = 0 if token.kind in _CAPITALS else run + (token.kind == "word")
        if run > PROSE_WORDS:
            return True
    return False


def _telling(nodes: Sequence[Node]) -> Sequence[Node]:
    """Return *nodes* without stop words, if anything is left then."""
    return [node for node in nodes if not (isinstance(node, Word) and node.text.casefold() in STOP_WORDS)] or nodes


def _without(text: str, removed: Iterable[Span]) -> str:
    kept = list(text)
    for start, end in removed:
        kept[start:end] = " " * (end - start)
    plain = " ".join("".join(kept).split())
    return plain if any(char.isalnum() for char in plain) else ""


def _placed(token: _Token, what: str) -> str:
    return f"{token.text}{':' if token.kind == 'field' else ''} at character {token.start + 1} {what}"


@dataclass(slots=True)
class _Parser:
    """Reads settled tokens from left to right; goes `DEPTH_MAX` deep and no deeper."""

    tokens: Sequence[_Token]
    at: int = 0
    depth: int = 0
    removed: list[Span] = field(default_factory=list)
    """What of the text is no word to rank by."""

    def whole(self) -> Node:
        expression = self._either(strict=False).operand()
        if (token := self._next()) is not None:
            raise _Misuse(f"the closing bracket at character {token.start + 1} was never opened")
        return expression

    def _either(self, *, strict: bool) -> _Part:
        parts = [self._both(strict=strict)]
        while self._take("or"):
            parts.append(self._both(strict=strict))
        return parts[0] if len(parts) == 1 else _Part(any_of(part.operand() for part in parts), ())

    def _both(self, *, strict: bool) -> _Part:
        parts = [self._run(strict=strict)]
        while self._take("and") or self._is("not"):
            parts.append(self._run(strict=strict))
        return parts[0] if len(parts) == 1 else _Part(all_of(part.operand() for part in parts), ())

    def _run(self, *, strict: bool) -> _Part:
        """Read what stands side by side: where it is *strict*, within NOT or a field, words restrict as well."""
        parts: list[_Part] = []
        while not (self._next() is None or self._is("and", "or", "close") or (parts and self._is("not"))):
            parts.append(self._item(strict=strict))
        if not parts:
            raise self._nothing_here()
        nodes = [part.node for part in parts if part.node is not None]
        if not nodes:
            return _Part(None, tuple(word for part in parts for word in part.words))
        return _Part(all_of(_telling([part.operand() for part in parts]) if strict else nodes), ())

    def _item(self, *, strict: bool) -> _Part:
        token = self._advance()
        self.depth += 1
        if self.depth > DEPTH_MAX:
            raise _Misuse(f"brackets and NOTs stand more than {DEPTH_MAX} deep at character {token.start + 1}")
        part = self._read(token, strict=strict)
        self.depth -= 1
        return part

    def _read(self, token: _Token, *, strict: bool) -> _Part:
        self.removed.extend(token.marks)
        match token.kind, token.leaf:
            case (("not" | "minus"), _):
                node: Node = Not(self._operand(), (token.start, self._end()))
                self.removed.append(node.span)
            case "field", _:
                value = self._operand()
                node = Field(token.text, value, (token.start, self._end()))
            case "years", YearRange() as years:
                node = Field("year", years, (token.start, token.end))
            case "leaf", (Phrase() | Prefix()) as leaf:
                node = leaf
            case "open", _:
                return self._group(token, strict=strict)
            case "word", Word() as word:
                return _Part(None, (word,))
            case _:
                raise AssertionError(token)
        return _Part(node, ())

    def _operand(self) -> Node:
        if self._next() is None or self._is("and", "or", "close"):
            raise self._nothing_here()
        return self._item(strict=True).operand()

    def _group(self, opened: _Token, *, strict: bool) -> _Part:
        part = self._either(strict=strict)
        closed = self._take("close")
        if closed is None:
            raise _Misuse(f"the bracket at character {opened.start + 1} is never closed")
        if part.node is not None or strict:
            self.removed += [(opened.start, opened.end), (closed.start, closed.end)]
        return part

    def _next(self) -> _Token | None:
        return self.tokens[self.at] if self.at < len(self.tokens) else None

    def _is(self, *kinds: str) -> bool:
        token = self._next()
        return token is not None and token.kind in kinds

    def _advance(self) -> _Token:
        self.at += 1
        return self.tokens[self.at - 1]

    def _take(self, kind: str) -> _Token | None:
        if not self._is(kind):
            return None
        token = self._advance()
        self.removed.extend(token.marks)
        return token

    def _end(self) -> int:
        return self.tokens[self.at - 1].end

    def _nothing_here(self) -> _Misuse:
        """Return what is wrong with a place where an operand should stand."""
        before, after = self.tokens[self.at - 1] if self.at else None, self._next()
        if before is not None and before.kind != "open":
            return _Misuse(_placed(before, "has nothing behind it"))
        if after is not None and after.kind != "close":
            return _Misuse(_placed(after, "has nothing before it"))
        if before is None:
            return _Misuse("a closing bracket stands at the beginning and was never opened")
        if after is None:
            return _Misuse(f"the bracket at character {before.start + 1} is never closed")
        return _Misuse(f"the brackets at character {before.start + 1} hold nothing")
