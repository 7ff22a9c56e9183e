"""The grammar of operators: a query in, the expression it asks for and the words to rank by.

    "pre-arrest bail"          words in a row               bail AND murder     both
    "tenant default"~5         near each other, any order   bail OR murder      either
    constitut*                 every word that starts so    NOT murder, -"..."  without
    judge:Sattar year:>=2020   in one field                 ( ... )             together

NOT binds before AND, AND before OR; "bail NOT murder" and "bail -murder" are "bail AND NOT murder".  Operators are
written in capitals, or as `||`, `&&` and a minus before a word.

**Plain words beside a phrase or a field rank and do not restrict:** `"pre-arrest bail" murder` finds the cases with
the phrase, those about murder first; `"pre-arrest bail" AND murder` finds those with both.  Words that an operator
joins do restrict, each of them, but for stop words: `tenant default AND rent` wants all three.

The number of a case is one thing among words: `W.P. 1/2024 NOT murder`.  Of several in a row any is meant.

A query in plain words has no operators, whatever brackets and capitals stand in it: "W.P. 1/2024 Service (SB)".  AND
is a word where all is in capitals, as in "EXAMPLE BOARD AND OTHERS", before "others", and within a long sentence.  A
query that uses operators wrongly is plain words too, and says what is wrong.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from search.query.expression import (
    And,
    Field,
    Node,
    Not,
    Numbered,
    Or,
    Phrase,
    Prefix,
    Span,
    Word,
    YearRange,
    all_of,
    any_of,
    nodes_of,
)
from search.query.joined import joined
from search.query.operators import settled
from search.query.tokens import Misuse, Token, tokens_of
from search.text.tokenise import STOP_WORDS

DEPTH_MAX = 30
"""Brackets, fields and NOTs within each other."""
NODES_MAX = 200
PLAIN_WORDS = "; so the whole query was read as plain words, without operators"
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


class _Part(NamedTuple):
    """A stretch of the query."""

    node: Node | None
    """What it restricts to; None where it is words alone."""
    words: tuple[Word | Numbered, ...]
    span: Span
    """With the brackets around it."""

    def operand(self) -> Node:
        """What it asks for where it is an operand, so that its words restrict, too."""
        return self.node if self.node is not None else _all(self.words)


def read_expression(text: str) -> Reading:
    """Read *text*; every string has a reading, and the spans of its nodes are code points of *text* as given."""
    notes: tuple[str, ...] = ()
    try:
        tokens, notes = settled(tokens_of(text))
        if not tokens:
            return Reading(None, text, notes)
        parser = _Parser(joined(text, tokens))
        expression = parser.whole()
        count = sum(1 for _ in nodes_of(expression))
        if count > NODES_MAX:
            raise Misuse(f"the query has {count} terms and operators, and at most {NODES_MAX} are read")
    except Misuse as misuse:
        return Reading(None, text, (f"{misuse}{PLAIN_WORDS}", *notes))
    plain = _without(text, parser.removed)
    if not plain and _only_leaves_out(expression):
        notes = (*notes, LEAVES_OUT)
    return Reading(expression, plain, notes)


def _only_leaves_out(expression: Node) -> bool:
    nodes = expression.nodes if isinstance(expression, And) else (expression,)
    return all(isinstance(node, Not) and not isinstance(node.node, Not) for node in nodes)


def _all(nodes: Sequence[Node]) -> Node:
    """Return what asks for all of *nodes*, and of the case numbers that stand in a row for any."""
    groups = [list(group) for _, group in itertools.groupby(_telling(nodes), lambda node: isinstance(node, Numbered))]
    parts = [[any_of(group)] if isinstance(group[0], Numbered) else group for group in groups]
    return all_of(itertools.chain.from_iterable(parts))


def _telling(nodes: Sequence[Node]) -> Sequence[Node]:
    """Return *nodes* without stop words, if anything is left then."""
    return [node for node in nodes if not (isinstance(node, Word) and node.text.casefold() in STOP_WORDS)] or nodes


def _spanned(node: Node, span: Span) -> Node:
    """Return *node* over all of *span* where it is an operator: a word stands where it stands."""
    return replace(node, span=span) if isinstance(node, And | Or) else node


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


@dataclass(slots=True)
class _Parser:
    """Reads settled tokens from left to right; goes `DEPTH_MAX` deep and no deeper."""

    tokens: Sequence[Token]
    at: int = 0
    depth: int = 0
    removed: list[Span] = field(default_factory=list)
    """What of the text is no word to rank by."""

    def whole(self) -> Node:
        """Read all tokens; raise `Misuse` where they make no expression."""
        expression = self._either(strict=False).operand()
        if (token := self._next()) is not None:
            raise Misuse(f"the closing bracket at character {token.start + 1} was never opened")
        return expression

    def _either(self, *, strict: bool) -> _Part:
        """Read what OR joins."""
        parts = [self._both(strict=strict)]
        while self._take("or"):
            parts.append(self._both(strict=strict))
        return parts[0] if len(parts) == 1 else _part(any_of(part.operand() for part in parts), parts)

    def _both(self, *, strict: bool) -> _Part:
        """Read what AND joins; before NOT it may be left out."""
        parts = [self._run(strict=strict)]
        while self._take("and") or self._is("not", "minus"):
            parts.append(self._run(strict=strict))
        return parts[0] if len(parts) == 1 else _part(all_of(part.operand() for part in parts), parts)

    def _run(self, *, strict: bool) -> _Part:
        """Read what stands side by side: where it is *strict*, within NOT or a field, words restrict as well."""
        parts: list[_Part] = []
        while not (self._next() is None or self._is("and", "or", "close") or (parts and self._is("not", "minus"))):
            parts.append(self._item(strict=strict))
        if not parts:
            raise self._nothing_here()
        if len(parts) == 1:
            return parts[0]
        nodes = [part.node for part in parts if part.node is not None]
        if not nodes:
            return _Part(None, tuple(word for part in parts for word in part.words), _whole(parts))
        node = _all([part.operand() for part in parts]) if strict else all_of(nodes)
        return _Part(node, (), node.span)

    def _item(self, *, strict: bool) -> _Part:
        """Read one token with what belongs to it, one step deeper."""
        token = self._advance()
        self.depth += 1
        if self.depth > DEPTH_MAX:
            raise Misuse(f"brackets and NOTs stand more than {DEPTH_MAX} deep at character {token.start + 1}")
        part = self._read(token, strict=strict)
        self.depth -= 1
        return part

    def _read(self, token: Token, *, strict: bool) -> _Part:
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
            case "leaf", (Phrase() | Numbered() | Prefix()) as leaf:
                node = leaf
            case "open", _:
                return self._group(token, strict=strict)
            case "word", (Word() | Numbered()) as word:
                return _Part(None, (word,), word.span)
            case _:
                raise AssertionError(token)
        return _Part(node, (), node.span)

    def _operand(self) -> Node:
        """Read what NOT or a field is about."""
        if self._next() is None or self._is("and", "or", "close"):
            raise self._nothing_here()
        return self._item(strict=True).operand()

    def _group(self, opened: Token, *, strict: bool) -> _Part:
        """Read on to the closing bracket; brackets around mere words stay in the text to rank by."""
        part = self._either(strict=strict)
        closed = self._take("close")
        if closed is None:
            raise Misuse(f"the bracket at character {opened.start + 1} is never closed")
        if part.node is not None or strict:
            self.removed += [(opened.start, opened.end), (closed.start, closed.end)]
        span = (opened.start, closed.end)
        return part._replace(node=part.node and _spanned(part.node, span), span=span)

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
            return Misuse(_placed(before, "has nothing behind it"))
        if after is not None and after.kind != "close":
            return Misuse(_placed(after, "has nothing before it"))
        if before is None:
            return Misuse("a closing bracket stands at the beginning and was never opened")
        if after is None:
            return Misuse(f"the bracket at character {before.start + 1} is never closed")
        return Misuse(f"the brackets at character {before.start + 1} hold nothing")


def _part(node: Node, parts: Sequence[_Part]) -> _Part:
    return _Part(_spanned(node, _whole(parts)), (), _whole(parts))


def _whole(parts: Sequence[_Part]) -> Span:
    return (parts[0].span[0], parts[-1].span[1])
