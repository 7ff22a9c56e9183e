"""The reader: a query and one snapshot's names in, everything that the query says out.

`search.query.parser` reads what stands in the words alone.  Here the words meet the judges and the spellings that the
index knows, and those that name a filter become one.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from search.identifiers.judges import JudgeNames
from search.identifiers.unread_numbers import faults_of_numbers
from search.query.entities import apart, entities_of, entity_at
from search.query.expression import And, Node, Numbered, Phrase, nodes_of
from search.query.grammar import Reading, read_expression
from search.query.parser import as_characters, numbers_in, parse
from search.query.respelling import Respeller, terms_of
from search.query.said import NOTHING_SAID, Said, said_in
from search.text.spans import blanked
from search.text.spellings import SpellingIndex
from search.types import Entity, Filters, ParsedQuery, Understanding

_WORDS = re.compile(r"\w+")
_SAYING_NOTHING = frozenset("all any the of in by before and only case cases matter matters list show me heard".split())
"""These words ask for nothing by themselves: "all pending cases" are those that are pending, "all cases" are all."""
_CASES = frozenset({"case", "cases", "matter", "matters"})
_QUOTED_WORDS_MAX = 10
"""Of a query with nothing but quotation marks; a longer one is a passage that was copied."""
_JOINING = re.compile(r"\bAND\b|&&")

COPIED_PASSAGE = (
    f"a query of more than {_QUOTED_WORDS_MAX} words was read as a copied passage, in plain words: its quotation marks "
    "restrict nothing, unless AND, OR or NOT stands beside them"
)


class ReadQuery(NamedTuple):
    """A query as read."""

    parsed: ParsedQuery
    said: Filters
    """What the words name; it holds beside the filters of the request."""
    expression: Node | None
    """What operators restrict the result set to."""
    understanding: Understanding
    restricts: bool
    """Whether operators or filters make the result set, and not the words."""
    ranks: bool
    """Whether there is a word to rank by."""


def current_day() -> datetime.date:
    """Return today, by which "last year" is read."""
    return datetime.datetime.now(tz=datetime.UTC).date()


@dataclass(frozen=True, slots=True)
class QueryReader:
    """Reads queries against the names of one snapshot."""

    judges: JudgeNames
    spellings: SpellingIndex
    is_known: Callable[[str], bool]
    """Whether any case holds a term."""
    today: Callable[[], datetime.date] = field(default=current_day)

    def read(self, text: str, *, exact: bool = False) -> ReadQuery:
        """Read *text*; every string has a reading.

        Filters beside the text change nothing in how it is read, so that they can only leave cases out.

        Args:
            text: As the caller gave it; places in the answer are code points of it.
            exact: Take the words as they are written: no other spelling, and no filter from words.
        """
        text = as_characters(text)
        reading = _reading(text)
        numbers = tuple(numbers_in(text))
        # Who names a case by its number wants that one: "is W.P. 1/2025 decided" asks for no other.
        plain = exact or reading.expression is not None or any(number.case_types for number in numbers)
        said = NOTHING_SAID if plain else said_in(text, self.judges, today=self.today())
        ranked = reading.plain if reading.expression is not None else blanked(text, said.spans)
        ranks = _ranks(ranked, filtered=reading.expression is not None or bool(said.entities))
        parsed = replace(parse(ranked if ranks else text), text=text.strip(), numbers=numbers)
        respeller = Respeller(self.spellings, self.is_known)
        respelled = () if exact else respeller.respelled(ranked, parsed, text)
        entities = _entities(text, parsed, said, reading)
        problems = (*reading.problems, said.problem, respeller.unwritten(ranked, entities), *faults_of_numbers(text))
        return ReadQuery(
            parsed=replace(parsed, spellings=terms_of(respelled)),
            said=said.filters,
            expression=reading.expression,
            understanding=Understanding(entities, respelled, tuple(filter(None, problems))),
            restricts=reading.expression is not None or not ranks,
            ranks=ranks,
        )


def _reading(text: str) -> Reading:
    """Read the operators of *text*; in a long text quotation marks quote, and do not ask for a phrase."""
    reading = read_expression(text)
    if reading.expression is None or len(_WORDS.findall(text)) <= _QUOTED_WORDS_MAX:
        return reading
    nodes = list(nodes_of(reading.expression))
    outside = blanked(text, [node.span for node in nodes if not isinstance(node, And)])
    if all(isinstance(node, Phrase | Numbered | And) for node in nodes) and not _JOINING.search(outside):
        return Reading(None, text, (COPIED_PASSAGE,))
    return reading


def _ranks(ranked: str, *, filtered: bool) -> bool:
    """Whether *ranked*, what is left of a query beside its filters, has a word to rank by."""
    words = _WORDS.findall(ranked.casefold())
    asks_for_all = filtered or not _CASES.isdisjoint(words)
    return not asks_for_all or any(word not in _SAYING_NOTHING for word in words)


def _entities(text: str, parsed: ParsedQuery, said: Said, reading: Reading) -> tuple[Entity, ...]:
    found = [*said.entities, *entities_of(text, parsed)]
    if reading.expression is not None:
        found.append(entity_at("operator", text, reading.expression.span, value="", effect="filter"))
    return apart(found)
