"""Parts of a query as its grammar reads them: what each restricts to, and what it asks for where something joins it."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple, TypeAlias

from search.query.expression import (
    And,
    Field,
    Node,
    Numbered,
    Or,
    Phrase,
    Referred,
    Word,
    all_of,
    any_of,
    only_leaves_out,
)
from search.text.spans import Span
from search.text.tokenise import STOP_WORDS

Wording: TypeAlias = Word | Phrase | Numbered | Referred | Field | Or
"""What stands among plain words."""
_NOT_TELLING = STOP_WORDS | {"or"}


class Part(NamedTuple):
    """A stretch of the query."""

    node: Node | None
    """What it restricts to; None where it is words alone."""
    words: tuple[Wording, ...]
    """Those that rank, unless it is an operand."""
    span: Span
    """With the brackets around it."""
    joined: Node | None = None
    """What it asks for as an operand, where that is more than the node."""

    def operand(self) -> Node:
        """What it asks for where it is an operand, so that its words restrict, too."""
        return self.joined or self.node or _all(self.words)

    @property
    def asks(self) -> bool:
        """Whether there is anything of it: filters in words stand outside of the expression."""
        return self.node is not None or bool(self.words)


def joined_by(join: Callable[[Iterable[Node]], Node], parts: Sequence[Part]) -> Part:
    """Return what *join* makes of *parts* as operands."""
    operands = [part.operand() for part in parts if part.asks]
    return Part(spanned(join(operands), _whole(parts)) if operands else None, (), _whole(parts))


def side_by_side(parts: Sequence[Part], *, strict: bool) -> Part:
    """Return *parts* that stand side by side as one."""
    nodes = [part.node for part in parts if part.node is not None]
    words = tuple(word for part in parts for word in part.words)
    if not nodes:
        return Part(None, words, _whole(parts))
    whole = _all([part.operand() for part in parts if part.asks])
    if strict:
        return Part(whole, (), whole.span)
    if not words or not all(map(only_leaves_out, nodes)):
        node = all_of(nodes)
        return Part(node, (), node.span)
    named = [word for word in words if isinstance(word, Numbered)]
    if named:
        nodes = sorted([any_of(named), *nodes], key=lambda node: node.span)
    node = all_of(nodes)
    return Part(spanned(node, _whole(parts)) if named else node, words, _whole(parts), whole)


def _whole(parts: Sequence[Part]) -> Span:
    return (parts[0].span[0], parts[-1].span[1])


def _all(nodes: Sequence[Node]) -> Node:
    """Return what asks for all of *nodes*, and of the case numbers that stand in a row for any."""
    groups = [list(group) for _, group in itertools.groupby(_telling(nodes), lambda node: isinstance(node, Numbered))]
    parts = [[any_of(group)] if isinstance(group[0], Numbered) else group for group in groups]
    return all_of(itertools.chain.from_iterable(parts))


def _telling(nodes: Sequence[Node]) -> Sequence[Node]:
    """Return *nodes* without stop words and "or", which tells no case from another, if anything is left then."""
    return [node for node in nodes if not (isinstance(node, Word) and node.text.casefold() in _NOT_TELLING)] or nodes


def spanned(node: Node, span: Span) -> Node:
    """Return *node* over all of *span* where it is an operator: a word stands where it stands."""
    return replace(node, span=span) if isinstance(node, And | Or) else node
