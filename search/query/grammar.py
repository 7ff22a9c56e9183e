"""The grammar of operators: a query in, the expression it asks for and the words to rank by.

    "pre-arrest bail"          words in a row               bail AND murder     both
    "tenant default"~5         near each other, any order   bail OR murder      either
    constitut*                 every word that starts so    NOT murder, -"..."  without
    judge:Sattar year:>=2020   in one field                 ( ... )             together

NOT binds before AND, AND before OR.  Operators are written in capitals, or as `||`, `&&` and a minus before a word.

**Plain words beside a phrase or a field rank and do not restrict:** `"pre-arrest bail" murder` finds the cases with
the phrase, those about murder first; `"pre-arrest bail" AND murder` finds those with both.  Words that AND and OR
join do restrict, each of them, but for stop words and "or": `tenant default AND rent` wants all three.

**NOT takes away and joins nothing:** `bail NOT murder`, `bail -murder` and `-murder bail` are the search for `bail`
without the cases that hold "murder"; `bail AND NOT murder` wants the word "bail".

The number of a case is one thing among words, and so are a citation, an FIR and a section of law with its mark or act,
and the name of a case type, "writ petitions AND rent": cases of the type, or with the words.
A number beside NOT names the case that is wanted: `W.P. 1/2024 NOT murder` is that case, unless it speaks of murder; of
several numbers any is meant.

A query in plain words has no operators, whatever brackets and capitals stand in it: "W.P. 1/2024 Service (SB)".  AND
is a word where all is in capitals, as in "EXAMPLE BOARD AND OTHERS", before "others", and within a long sentence.  A
query that uses operators wrongly is plain words too, and says what is wrong.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from search.query.expression import (
    Field,
    Node,
    Not,
    Numbered,
    Or,
    Phrase,
    Prefix,
    Referred,
    Word,
    YearRange,
    all_of,
    any_of,
    negated_in,
    nodes_of,
    only_leaves_out,
)
from search.query.joined import joined
from search.query.operators import settled
from search.query.parts import Part, joined_by, side_by_side, spanned
from search.query.tokens import Misuse, Token, tokens_of
from search.text.spans import Span

DEPTH_MAX = 30
"""Brackets, fields and NOTs within each other."""
NODES_MAX = 200
PLAIN_WORDS = "; so the whole query was read as plain words, without operators"
_PLAIN = frozenset({"word", "filter", "open", "close"})
"""Kinds of token that are no operator."""
LEAVES_OUT = "the query says only what to leave out: all other cases are listed"


class Reading(NamedTuple):
    """A query as the grammar reads it."""

    expression: Node | None
    """What the query restricts to; None for plain words."""
    plain: str
    """The words to rank by: the text without operators, field names, years and negated parts.  The text itself where
    there is no expression; empty where the expression has no positive word."""
    problems: tuple[str, ...] = ()
    """What is wrong with the operators, so that the query is plain words, or what was read as a word though it looks
    like an operator; one sentence each."""
    unranked: tuple[Span, ...] = ()
    """What of the text is no word to rank by."""

    @property
    def negated(self) -> list[Span]:
        """Where the parts stand that are left out."""
        return [] if self.expression is None else negated_in(self.expression)


def read_expression(text: str, *, filters: Sequence[Span] = (), case_types: tuple[str, ...] = ()) -> Reading:
    """Read *text*; every string has a reading, and the spans of its nodes are code points of *text* as given.

    Args:
        text: The query.
        filters: Where words stand that name a filter and are no part of the expression; outside of fields, phrases,
            NOT and OR.
        case_types: Those of the index, which ``type:`` may have beside those that a table knows.
    """
    notes: tuple[str, ...] = ()
    try:
        tokens, notes = settled(_together(text, tokens_of(text), case_types))
        tokens = [_filtering(token, filters) for token in tokens]
        if all(token.kind in _PLAIN for token in tokens):
            return Reading(None, text, notes)
        parser = _Parser(tokens, removed=list(filters))
        expression = parser.whole()
        count = sum(1 for _ in nodes_of(expression)) if expression is not None else 0
        if count > NODES_MAX:
            raise Misuse(f"the query has {count} terms and operators, and at most {NODES_MAX} are read")
    except Misuse as misuse:
        return Reading(None, text, (f"{misuse}{PLAIN_WORDS}", *notes))
    plain = _without(text, parser.removed)
    if not (plain or filters) and expression is not None and only_leaves_out(expression):
        notes = (*notes, LEAVES_OUT)
    return Reading(expression, plain, notes, tuple(parser.removed))


def _together(text: str, tokens: list[Token], case_types: tuple[str, ...]) -> list[Token]:
    """Return *tokens* with those together that are one thing, if any may be an operator."""
    return tokens if all(token.kind in _PLAIN for token in tokens) else joined(text, tokens, case_types)


def _filtering(token: Token, filters: Sequence[Span]) -> Token:
    """Return *token* as a filter where it is a word, or the dash of a name ("Noor -Ul-Haq"), at one of those places."""
    named = token.kind in {"word", "minus"} and any(token.start < end and start < token.end for start, end in filters)
    return token._replace(kind="filter") if named else token


def _without(text: str, removed: Iterable[Span]) -> str:
    """Return *text* without *removed*; empty where no word is left."""
    kept = list(text)
    for start, end in removed:
        kept[start:end] = " " * (end - start)
    plain = " ".join("".join(kept).split())
    return plain if any(char.isalnum() for char in plain) else ""


def _placed(token: Token, what: str) -> str:
    """Say where *token* stands and what is wrong with it."""
    return f"{token.text}{':' if token.kind == 'field' else ''} at character {token.start + 1} {what}"


def _named(token: Token | None) -> str:
    """Say what stands where an operand should."""
    return token.text if token is not None and token.kind in ("and", "or") else "nothing"


@dataclass(slots=True)
class _Parser:
    """Reads settled tokens from left to right; goes `DEPTH_MAX` deep and no deeper."""

    tokens: Sequence[Token]
    at: int = 0
    depth: int = 0
    removed: list[Span] = field(default_factory=list)
    """What of the text is no word to rank by."""

    def whole(self) -> Node | None:
        """Read all tokens, None where they name filters alone; raise `Misuse` where they make no expression."""
        part = self._either(strict=False)
        if (token := self._next()) is not None:
            raise Misuse(f"the closing bracket at character {token.start + 1} was never opened")
        return part.node or (part.operand() if part.asks else None)

    def _either(self, *, strict: bool) -> Part:
        """Read what OR joins."""
        parts = [self._both(strict=strict)]
        while self._take("or"):
            parts.append(self._both(strict=strict))
        return parts[0] if len(parts) == 1 else joined_by(any_of, parts)

    def _both(self, *, strict: bool) -> Part:
        """Read what AND joins."""
        parts = [self._run(strict=strict)]
        while self._take("and"):
            parts.append(self._run(strict=strict))
        return parts[0] if len(parts) == 1 else joined_by(all_of, parts)

    def _run(self, *, strict: bool) -> Part:
        """Read what stands side by side: where it is *strict*, within NOT or a field, words restrict as well."""
        parts: list[Part] = []
        while not (self._next() is None or self._is("and", "or", "close")):
            parts.append(self._item(strict=strict))
        if not parts:
            raise self._nothing_here()
        if len(parts) == 1:
            return parts[0]
        return side_by_side(parts, strict=strict)

    def _item(self, *, strict: bool) -> Part:
        """Read one token with what belongs to it, one step deeper."""
        token = self._advance()
        self.depth += 1
        if self.depth > DEPTH_MAX:
            raise Misuse(f"brackets and NOTs stand more than {DEPTH_MAX} deep at character {token.start + 1}")
        part = self._read(token, strict=strict)
        self.depth -= 1
        return part

    def _read(self, token: Token, *, strict: bool) -> Part:
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
            case "leaf", (Phrase() | Numbered() | Referred() | Prefix()) as leaf:
                node = leaf
            case "open", _:
                return self._group(token, strict=strict)
            case "word", (Word() | Phrase() | Numbered() | Referred() | Field() | Or()) as word:
                return Part(None, (word,), word.span)
            case "filter", _:
                return Part(None, (), (token.start, token.end))
            case _:
                raise AssertionError(token)
        return Part(node, (), node.span)

    def _operand(self) -> Node:
        """Read what NOT or a field is about."""
        if self._next() is None or self._is("and", "or", "close"):
            raise self._nothing_here()
        return self._item(strict=True).operand()

    def _group(self, opened: Token, *, strict: bool) -> Part:
        """Read on to the closing bracket; brackets around mere words stay in the text to rank by."""
        part = self._either(strict=strict)
        closed = self._take("close")
        if closed is None:
            raise Misuse(f"the bracket at character {opened.start + 1} is never closed")
        if part.node is not None or strict:
            self.removed += [(opened.start, opened.end), (closed.start, closed.end)]
        span = (opened.start, closed.end)
        return part._replace(node=part.node and spanned(part.node, span), span=span)

    def _next(self) -> Token | None:
        return self.tokens[self.at] if self.at < len(self.tokens) else None

    def _is(self, *kinds: str) -> bool:
        token = self._next()
        return token is not None and token.kind in kinds

    def _advance(self) -> Token:
        self.at += 1
        return self.tokens[self.at - 1]

    def _take(self, kind: str) -> Token | None:
        """Return the next token and go on if it is of *kind*."""
        if not self._is(kind):
            return None
        token = self._advance()
        self.removed.extend(token.marks)
        return token

    def _end(self) -> int:
        return self.tokens[self.at - 1].end

    def _nothing_here(self) -> Misuse:
        """Return what is wrong with a place where an operand should stand."""
        before, after = self.tokens[self.at - 1] if self.at else None, self._next()
        if before is not None and before.kind != "open":
            return Misuse(_placed(before, f"has {_named(after)} behind it, where a word should stand"))
        if after is not None and after.kind != "close":
            behind = next(iter(self.tokens[self.at + 1 :]), None)
            alone = behind is None or behind.kind in ("and", "or", "close")
            also = f" and {_named(behind)} behind it, where words" if alone else ", where a word"
            return Misuse(_placed(after, f"has nothing before it{also} should stand"))
        if before is None:
            return Misuse("a closing bracket stands at the beginning and was never opened")
        if after is None:
            return Misuse(f"the bracket at character {before.start + 1} is never closed")
        return Misuse(f"the brackets at character {before.start + 1} hold nothing")
