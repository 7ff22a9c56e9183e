"""The reader: a query and one snapshot's names in, everything that the query says out.

`search.query.parser` reads what stands in the words alone.  Here the words meet the judges and the spellings that the
index knows, and those that name a filter become one.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from search.identifiers.judge_names import JudgeNames
from search.identifiers.other_courts import court_alone_beside, court_owning, elsewhere, is_elsewhere
from search.identifiers.unread_numbers import faults_of_numbers
from search.query.entities import apart, entities_of, entity_at
from search.query.expression import (
    And,
    Field,
    Node,
    Not,
    Numbered,
    Or,
    Phrase,
    Prefix,
    Referred,
    Word,
    nodes_of,
    only_leaves_out,
)
from search.query.grammar import Reading, read_expression
from search.query.listed import PUTTING, SAYING_NOTHING
from search.query.named import NUMBERS_MAX, named_in
from search.query.parser import read_words
from search.query.respelling import Respeller, with_respelled
from search.query.said import NOTHING_SAID, Said, said_outside
from search.query.wrappers import unwrap
from search.text.compounds import Compounds
from search.text.normalise import as_characters
from search.text.spans import Span, blanked, is_inside
from search.text.spellings import SpellingIndex
from search.types import Entity, Filters, NumberQuery, ParsedQuery, Understanding

_WORDS = re.compile(r"\w+")
_STATUSES = frozenset({"pending", "decided"})
_CASES = frozenset({"case", "cases", "matter", "matters"})
_QUOTED_WORDS_MAX = 10
"""Of a query with nothing but quotation marks; a longer one is a passage that was copied."""
_JOINING = re.compile(r"\bAND\b|&&")

COPIED_PASSAGE = (
    f"a query of more than {_QUOTED_WORDS_MAX} words was read as a copied passage, in plain words: its quotation marks "
    "restrict nothing, unless AND, OR or NOT stands beside them"
)
FURTHER_NUMBERS = (
    f"only the first {NUMBERS_MAX} case numbers of a query are looked for; ask for the others in another query, or "
    "look all of them up at once (`POST /v1/lookup`, `ihc-search lookup FILE`)"
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
    case_types: tuple[str, ...] = ()
    """Those of the index."""
    courts: tuple[str, ...] = ()
    """Likewise."""
    compounds: Compounds = field(default_factory=lambda: Compounds(()))
    today: Callable[[], datetime.date] = field(default=current_day)

    def read(self, text: str, *, exact: bool = False) -> ReadQuery:
        """Read *text*; every string has a reading.

        Filters beside the text change nothing in how it is read, so that they can only leave cases out.

        Args:
            text: As the caller gave it; places in the answer are code points of it.
            exact: Take the words as they are written: no other spelling, and no filter from words.
        """
        text = as_characters(text)
        reading = _reading(text, self.case_types)
        wanted = blanked(text, reading.negated)
        named = named_in(wanted)
        # Who names a case by its number wants that one: "is W.P. 1/2025 decided" asks for no other.
        plain = exact or any(number.case_types for number in named.numbers)
        said = NOTHING_SAID if plain else self._said(text, reading)
        if reading.expression is not None and said.entities:
            reading = read_expression(text, filters=said.spans, case_types=self.case_types)
        ranked = blanked(text, reading.unranked or said.spans)
        if said.lists and reading.expression is None:
            ranks = False
        else:
            nothing = PUTTING if said.lists else SAYING_NOTHING
            filtered = reading.expression is not None or bool(said.entities)
            ranks = _ranks(ranked, unwrap(text).dropped, nothing, filtered=filtered)
        asked = ranked if ranks else wanted
        # Without the words that filter, the others may say more: "PLD 2019 SC 45 & 67 last year".
        sought = named if asked == wanted else named_in(asked)._replace(numbers=named.numbers)
        parsed = read_words(text, sought, ranked=asked)
        respeller = Respeller(self.spellings, self.is_known, self.compounds)
        respelled = () if exact else respeller.respelled(ranked, parsed, text)
        entities = _entities(text, entities_of(wanted, named, parsed), said=said, reading=reading)
        words = _statuses_as_words(reading.expression)
        problems = (
            *reading.problems,
            *words,
            *said.problems,
            respeller.unwritten(ranked, entities),
            *faults_of_numbers(text),
            *_elsewhere(wanted, named.numbers, self.courts),
            FURTHER_NUMBERS if named.has_more_numbers else "",
        )
        return ReadQuery(
            parsed=replace(parsed, spellings={}) if exact else with_respelled(parsed, respelled),
            said=said.filters,
            expression=reading.expression,
            understanding=Understanding(entities, respelled, tuple(filter(None, problems))),
            restricts=not ranks or _restricts(reading.expression, parsed),
            ranks=ranks,
        )

    def _said(self, text: str, reading: Reading) -> Said:
        of_judge = "judge" in _named_fields(reading)
        return said_outside(
            text, _covered(reading), self.judges, case_types=self.case_types, today=self.today(), of_judge=of_judge
        )


def _elsewhere(text: str, numbers: Sequence[NumberQuery], courts: Sequence[str]) -> Iterator[str]:
    """Say once of each other court, none of *courts*, that a number or list of them is of it by the query."""
    told = {court: number for number in numbers if (court := court_owning(text, number.end))}
    if len(numbers) == 1 and not told:
        (number,) = numbers
        court = court_alone_beside(text, number.start, number.end, provinces=False)
        told = {court: number} if court else {}
    for court, number in told.items():
        if is_elsewhere(court, courts):
            yield f"{number.read_as} is looked for here, but {elsewhere(court)}"


def _named_fields(reading: Reading) -> set[str]:
    """Return the fields that a case must agree with, whatever else it has."""
    expression = reading.expression
    nodes = expression.nodes if isinstance(expression, And) else (expression,)
    return {node.name for node in nodes if isinstance(node, Field)}


def _statuses_as_words(expression: Node | None) -> Iterator[str]:
    """Say which words of *expression* name a status and are words all the same, as behind NOT."""
    nodes = list(nodes_of(expression)) if expression is not None else []
    in_fields = [node.span for node in nodes if isinstance(node, Field)]
    for node in nodes:
        if isinstance(node, Word) and node.text.casefold() in _STATUSES and not is_inside(node.span, in_fields):
            yield f"{node.text!r} is a word beside this operator; write status:{node.text.casefold()} for the status"


def _reading(text: str, case_types: tuple[str, ...]) -> Reading:
    """Read the operators of *text*; in a long text quotation marks quote, and do not ask for a phrase."""
    reading = read_expression(text, case_types=case_types)
    if reading.expression is None or len(_WORDS.findall(text)) <= _QUOTED_WORDS_MAX:
        return reading
    nodes = list(nodes_of(reading.expression))
    outside = blanked(text, [node.span for node in nodes if not isinstance(node, And)])
    if all(isinstance(node, Phrase | Numbered | Referred | And) for node in nodes) and not _JOINING.search(outside):
        return Reading(None, text, (COPIED_PASSAGE,))
    return reading


def _covered(reading: Reading) -> list[Span]:
    """Return where operators stand, and all that is joined by OR, left out, in a field or a phrase."""
    if reading.expression is None:
        return []
    inside = Phrase | Numbered | Referred | Prefix | Field | Not | Or
    covered = [node.span for node in nodes_of(reading.expression) if isinstance(node, inside)]
    return [*reading.unranked, *covered]


def _restricts(expression: Node | None, parsed: ParsedQuery) -> bool:
    """Whether *expression* makes the result set: one that only leaves out takes cases from those of the other words."""
    if expression is None:
        return False
    others = parsed.terms or parsed.numbers or parsed.citations or parsed.firs or parsed.sections
    return not (others and only_leaves_out(expression))


def _ranks(ranked: str, wrapper: Iterable[Span], nothing: frozenset[str], *, filtered: bool) -> bool:
    """Whether *ranked*, what is left of a query beside its filters, has a word to rank by.

    Args:
        ranked: With blanks in the place of filters.
        wrapper: Where words stand that only put the question.
        nothing: Words that ask for nothing by themselves.
        filtered: Whether the query has filters or operators.
    """
    asks_for_all = filtered or not _CASES.isdisjoint(_WORDS.findall(ranked.casefold()))
    asking = _WORDS.findall(blanked(ranked, wrapper).casefold())
    return not asks_for_all or not nothing.issuperset(asking)


def _entities(text: str, named: Iterable[Entity], *, said: Said, reading: Reading) -> tuple[Entity, ...]:
    """Return what is understood of *text*: what it names, the filters that it says, and its operators."""
    found = [*said.entities, *(replace(entity, text=text[entity.start : entity.end]) for entity in named)]
    if reading.expression is not None:
        found.append(entity_at("operator", text, reading.expression.span, value="", effect="filter"))
    return apart(found)
