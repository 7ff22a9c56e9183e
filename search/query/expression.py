"""Expressions: what a query with operators asks for, as a tree.

Two nodes are equal where they ask for the same, wherever they stand in their texts.  A tree says nothing about
how it is looked up: it hands its leaves, and what became of them, to an `Algebra`.  The span of a node is one of the
query as given.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeAlias, TypeVar

from search.identifiers.citation import Citation
from search.identifiers.statute import StatuteReference
from search.text.spans import Span
from search.types import FirQuery, NumberQuery

Result = TypeVar("Result")
Reference: TypeAlias = Citation | FirQuery | StatuteReference
"""A reported judgment, an FIR or a section of law, without its place."""

FIELDS = (
    *("title", "party", "petitioner", "respondent", "advocate", "judge", "bench", "court"),
    *("number", "type", "category", "status", "section", "subject", "year"),
)
"""What may stand before a colon."""


class Algebra(Protocol[Result]):
    """What an expression is worked out with: a method for each kind of leaf and for each operator."""

    def words(self, words: Sequence[str], *, field: str | None, slop: int | None) -> Result:
        """*words* in a row, or in any order with at most *slop* words between the first and the last of them."""
        ...

    def prefix(self, stem: str, *, field: str | None) -> Result:
        """Any word that starts with *stem*."""
        ...

    def years(self, first: int | None, last: int | None) -> Result:
        """The years from *first* to *last*, both included; None leaves that end open."""
        ...

    def numbered(
        self, numbers: Sequence[NumberQuery], words: Sequence[str], *, field: str | None, slop: int | None
    ) -> Result:
        """Cases with any of *numbers*, or else *words* as they are written, which name them."""
        ...

    def referred(
        self, references: Sequence[Reference], words: Sequence[str], *, field: str | None, slop: int | None
    ) -> Result:
        """Cases that name all of *references*, or else hold *words* as they are written."""
        ...

    def every(self, parts: Sequence[Result]) -> Result:
        """All of *parts*, of which there is at least one."""
        ...

    def either(self, parts: Sequence[Result]) -> Result:
        """Any of *parts*, of which there is at least one."""
        ...

    def without(self, part: Result) -> Result:
        """Whatever is not in *part*."""
        ...


@dataclass(frozen=True, slots=True)
class Word:
    """One word as written, between blanks: "bail", "497(2)", "W.P."."""

    text: str
    span: Span = dataclasses.field(default=(0, 0), compare=False)

    def evaluate(self, algebra: Algebra[Result], field: str | None = None) -> Result:
        """Work this node out with *algebra*, inside *field*."""
        return algebra.words((self.text,), field=field, slop=None)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words in a row, as within quotation marks."""

    words: tuple[str, ...]
    slop: int | None = None
    """How many words may stand between them, then in any order; None for words in a row."""
    span: Span = dataclasses.field(default=(0, 0), compare=False)

    def evaluate(self, algebra: Algebra[Result], field: str | None = None) -> Result:
        """Work this node out with *algebra*, inside *field*."""
        return algebra.words(self.words, field=field, slop=self.slop)


@dataclass(frozen=True, slots=True)
class Numbered:
    """Words that are, or hold, the number of a case: "W.P. 1/2025"."""

    words: tuple[str, ...]
    numbers: tuple[NumberQuery, ...]
    """Those that the words name, without their places."""
    slop: int | None = None
    """As of a phrase."""
    span: Span = dataclasses.field(default=(0, 0), compare=False)

    def evaluate(self, algebra: Algebra[Result], field: str | None = None) -> Result:
        """Work this node out with *algebra*, inside *field*."""
        return algebra.numbered(self.numbers, self.words, field=field, slop=self.slop)


@dataclass(frozen=True, slots=True)
class Referred:
    """Words that are a citation, an FIR or sections of law, and nothing else: "2019 SCMR 45", "302/34 PPC"."""

    words: tuple[str, ...]
    references: tuple[Reference, ...]
    slop: int | None = None
    """As of a phrase."""
    span: Span = dataclasses.field(default=(0, 0), compare=False)

    def evaluate(self, algebra: Algebra[Result], field: str | None = None) -> Result:
        """Work this node out with *algebra*, inside *field*."""
        return algebra.referred(self.references, self.words, field=field, slop=self.slop)


@dataclass(frozen=True, slots=True)
class Prefix:
    """Every word that starts alike, as "constitut*"."""

    stem: str
    span: Span = dataclasses.field(default=(0, 0), compare=False)

    def evaluate(self, algebra: Algebra[Result], field: str | None = None) -> Result:
        """Work this node out with *algebra*, inside *field*."""
        return algebra.prefix(self.stem, field=field)


@dataclass(frozen=True, slots=True)
class YearRange:
    """The value of ``year:``: both years are included, and None leaves an end open."""

    first: int | None
    last: int | None
    span: Span = dataclasses.field(default=(0, 0), compare=False)

    def evaluate(self, algebra: Algebra[Result], field: str | None = None) -> Result:
        """Work this node out with *algebra*; a year is a year in every field."""
        return algebra.years(self.first, self.last)


@dataclass(frozen=True, slots=True)
class Field:
    """A node that is looked for in one field alone."""

    name: str
    """One of `FIELDS`."""
    value: Node | YearRange
    span: Span = dataclasses.field(default=(0, 0), compare=False)

    def evaluate(self, algebra: Algebra[Result], field: str | None = None) -> Result:
        """Work this node out with *algebra*; of a field within a field the inner one holds."""
        return self.value.evaluate(algebra, self.name)


@dataclass(frozen=True, slots=True)
class And:
    """All of two or more nodes."""

    nodes: tuple[Node, ...]
    span: Span = dataclasses.field(default=(0, 0), compare=False)

    def evaluate(self, algebra: Algebra[Result], field: str | None = None) -> Result:
        """Work this node out with *algebra*, inside *field*."""
        return algebra.every([node.evaluate(algebra, field) for node in self.nodes])


@dataclass(frozen=True, slots=True)
class Or:
    """Any of two or more nodes."""

    nodes: tuple[Node, ...]
    span: Span = dataclasses.field(default=(0, 0), compare=False)

    def evaluate(self, algebra: Algebra[Result], field: str | None = None) -> Result:
        """Work this node out with *algebra*, inside *field*."""
        return algebra.either([node.evaluate(algebra, field) for node in self.nodes])


@dataclass(frozen=True, slots=True)
class Not:
    """What a node does not ask for."""

    node: Node
    span: Span = dataclasses.field(default=(0, 0), compare=False)

    def evaluate(self, algebra: Algebra[Result], field: str | None = None) -> Result:
        """Work this node out with *algebra*, inside *field*."""
        return algebra.without(self.node.evaluate(algebra, field))


Node: TypeAlias = Word | Phrase | Numbered | Referred | Prefix | Field | And | Or | Not


def all_of(nodes: Iterable[Node]) -> Node:
    """Return what asks for all of *nodes*, which stand in the order of the text; there is at least one."""
    nodes = list(nodes)
    flat = [each for node in nodes for each in (node.nodes if isinstance(node, And) else (node,))]
    return nodes[0] if len(nodes) == 1 else And(tuple(flat), (nodes[0].span[0], nodes[-1].span[1]))


def any_of(nodes: Iterable[Node]) -> Node:
    """Return what asks for any of *nodes*, which stand in the order of the text; there is at least one."""
    nodes = list(nodes)
    flat = [each for node in nodes for each in (node.nodes if isinstance(node, Or) else (node,))]
    return nodes[0] if len(nodes) == 1 else Or(tuple(flat), (nodes[0].span[0], nodes[-1].span[1]))


def only_leaves_out(expression: Node) -> bool:
    """Whether *expression* says what to leave out, and nothing of what is wanted."""
    nodes = expression.nodes if isinstance(expression, And) else (expression,)
    return all(isinstance(node, Not) and not isinstance(node.node, Not) for node in nodes)


def negated_in(expression: Node) -> list[Span]:
    """Return where the parts of *expression* stand that it leaves out; of "NOT NOT bail" none."""
    found: list[Span] = []
    waiting: list[tuple[Node | YearRange, bool]] = [(expression, False)]
    while waiting:
        node, negated = waiting.pop()
        if isinstance(node, Not) and not negated and not isinstance(node.node, Not):
            found.append(node.span)
        waiting.extend((child, negated != isinstance(node, Not)) for child in children_of(node))
    return found


def children_of(node: Node | YearRange) -> tuple[Node | YearRange, ...]:
    """Return the nodes right under *node*, in the order of the text."""
    match node:
        case And() | Or():
            return node.nodes
        case Not():
            return (node.node,)
        case Field():
            return (node.value,)
        case _:
            return ()


def nodes_of(expression: Node | YearRange) -> Iterator[Node | YearRange]:
    """Yield *expression* and every node under it, each before those under it, in the order of the text."""
    waiting = [expression]
    while waiting:
        node = waiting.pop()
        yield node
        waiting.extend(reversed(children_of(node)))
