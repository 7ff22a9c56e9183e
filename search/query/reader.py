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

from search.identifiers.advocates import find_advocates
from search.identifiers.citation import find_citations
from search.identifiers.fir import find_firs
from search.identifiers.judges import JudgeMention, JudgeNames, find_judges
from search.identifiers.statute import find_statutes
from search.identifiers.unread_numbers import faults_of_numbers
from search.query.expression import And, Node, Numbered, Phrase, nodes_of
from search.query.grammar import Reading, read_expression
from search.query.parser import as_characters, numbers_in, parse, shown_numbers
from search.query.parties import sides_of
from search.query.periods import Period, bare_years, find_periods
from search.query.statuses import StatusWord, find_status
from search.query.wrappers import unwrap
from search.text.spans import overlap
from search.text.spellings import SpellingIndex
from search.text.tokenise import analyse
from search.types import Effect, Entity, Filters, FirQuery, ParsedQuery, Respelled, Understanding

_WORD = re.compile(r"[^\W\d_]{4,}")
_WORDS = re.compile(r"\w+")
_URDU_WORD = re.compile(r"[\u0600-\u06ff]{2,}")
_URDU_JOINTS = frozenset("بنام بمقابلہ میں کے کا کی نے سے کو پر اور یا نمبر کیس مقدمہ جو جس ہے ہیں تھا بابت".split())
"""Words that join others and are not looked up."""
_SHOWN_WORDS_MAX = 5
_SAYING_NOTHING = frozenset("all any the of in by before and only case cases matter matters list show me heard".split())
"""These words ask for nothing by themselves: "all pending cases" are those that are pending, "all cases" are all."""
_CASES = frozenset({"case", "cases", "matter", "matters"})
_QUOTED_WORDS_MAX = 10
"""Of a query with nothing but quotation marks; a longer one is a passage that was copied."""
_JOINING = re.compile(r"\bAND\b|&&")
_SPELLINGS_MAX = 4
"""Other spellings that are looked up for one word."""
_RESPELLED_WORDS_MAX = 12
"""Of one query: a long text is no name."""

COPIED_PASSAGE = (
    f"a query of more than {_QUOTED_WORDS_MAX} words was read as a copied passage, in plain words: its quotation marks "
    "restrict nothing, unless AND, OR or NOT stands beside them"
)
DATE_OF_DECISION = (
    "when a case was decided is not known here: the period is that of its institution, or the year of its number"
)

Span = tuple[int, int]


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


def _reading(text: str) -> Reading:
    """Read the operators of *text*; in a long text quotation marks quote, and do not ask for a phrase."""
    reading = read_expression(text)
    if reading.expression is None or len(_WORDS.findall(text)) <= _QUOTED_WORDS_MAX:
        return reading
    nodes = list(nodes_of(reading.expression))
    outside = _blanked(text, [node.span for node in nodes if not isinstance(node, And)])
    if all(isinstance(node, Phrase | Numbered | And) for node in nodes) and not _JOINING.search(outside):
        return Reading(None, text, (COPIED_PASSAGE,))
    return reading


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
        said = _Filtering() if plain else self._filtering(text)
        ranked = reading.plain if reading.expression is not None else _blanked(text, said.spans)
        words = _WORDS.findall(ranked.casefold())
        filtered = reading.expression is not None or bool(said.entities)
        filtered = filtered or not _CASES.isdisjoint(words)
        ranks = not filtered or any(word not in _SAYING_NOTHING for word in words)
        parsed = replace(parse(ranked if ranks else text), text=text.strip(), numbers=numbers)
        respelled = () if exact else tuple(self._respelled(ranked, parsed, text))
        entities = _apart([*said.entities, *_entities(text, parsed), *_operators(text, reading)])
        problems = (*reading.problems, said.problem, self._unwritten(ranked, entities), *faults_of_numbers(text))
        return ReadQuery(
            parsed=replace(parsed, spellings=_terms_of(respelled)),
            said=said.filters,
            expression=reading.expression,
            understanding=Understanding(
                entities=tuple(entities),
                respelled=respelled,
                problems=tuple(filter(None, problems)),
            ),
            restricts=reading.expression is not None or not ranks,
            ranks=ranks,
        )

    def _filtering(self, text: str) -> _Filtering:
        statuses = find_status(text)
        judges = [mention for mention in find_judges(text, self.judges) if mention.sure]
        periods = find_periods(text, today=self.today())
        if judges and not periods:
            # "Justice Sattar 2024": beside a judge a year says when; elsewhere it may be part of anything.
            periods = bare_years(text)[:1]
        return _Filtering.of(text, statuses, judges, periods[:1])

    def _respelled(self, ranked: str, parsed: ParsedQuery, text: str) -> Iterator[Respelled]:
        """Yield the words of the query that the index knows under other spellings."""
        quoted = [match.span() for match in re.finditer(r'"[^"]*"', text)]
        found = 0
        for match in _WORD.finditer(ranked):
            terms = analyse(match.group())
            if len(terms) != 1 or terms[0] not in parsed.terms or _inside(match.span(), quoted):
                continue
            others = self._other_spellings(match.group(), terms[0])
            if others and found < _RESPELLED_WORDS_MAX:
                found += 1
                # Words are blanked and never moved, so that places are those of the query as given.
                yield Respelled(match.group(), *match.span(), *others)

    def _unwritten(self, ranked: str, entities: Sequence[Entity]) -> str:
        """Say which words in Urdu no case here has, outside what was understood; "" where there are none."""
        read = [(entity.start, entity.end) for entity in entities if entity.value or entity.kind not in _BROAD]
        words = [
            match.group()
            for match in _URDU_WORD.finditer(ranked)
            if match.group() not in _URDU_JOINTS
            and not _inside(match.span(), read)
            and not any(map(self.is_known, analyse(match.group())))
        ]
        if not words:
            return ""
        shown = ", ".join(dict.fromkeys(words[:_SHOWN_WORDS_MAX]))
        return f"no case here has {shown}: the records are in English, so write names in English letters"

    def _other_spellings(self, word: str, term: str) -> tuple[tuple[str, ...], str] | None:
        known = self.is_known(term)
        near = self.spellings.nearest(word, limit=_SPELLINGS_MAX)
        # A word that is there is what was meant: only names that a table knows to be spelled in several ways go on.
        kept = [each for each in near if each.how == "spelling" or not known]
        kept = [each for each in kept if each.how == kept[0].how and analyse(each.known) not in ([], [term])]
        # What a slip may have meant is a term of the law at times, and those the index need not know.
        kept = [each for each in kept if each.how != "distance" or any(map(self.is_known, analyse(each.known)))]
        return (tuple(each.known for each in kept), kept[0].how) if kept else None


@dataclass(frozen=True, slots=True)
class _Filtering:
    """The filters that words name."""

    entities: tuple[Entity, ...] = ()
    status: tuple[str, ...] = ()
    judge: tuple[str, ...] = ()
    period: Period | None = None

    @classmethod
    def of(
        cls, text: str, statuses: Sequence[StatusWord], judges: Sequence[JudgeMention], periods: Sequence[Period]
    ) -> _Filtering:
        entities = [
            *(_entity("status", text, (each.start, each.end), each.status, "filter") for each in statuses),
            *(_entity("judge", text, (each.start, each.end), " or ".join(each.names), "filter") for each in judges),
            *(_entity("period", text, (each.start, each.end), _written(each), "filter") for each in periods),
        ]
        return cls(
            entities=tuple(entities),
            status=tuple(dict.fromkeys(each.status for each in statuses)),
            judge=tuple(dict.fromkeys(name for each in judges for name in each.names)),
            period=periods[0] if periods else None,
        )

    @property
    def spans(self) -> list[Span]:
        return [(entity.start, entity.end) for entity in self.entities]

    @property
    def filters(self) -> Filters:
        said = Filters(status=self.status, judge=self.judge)
        if self.period is None:
            return said
        first, last = self.period.first, self.period.last
        whole_years = (first is None or (first.month, first.day) == (1, 1)) and (
            last is None or (last.month, last.day) == (12, 31)
        )
        if whole_years:
            return replace(said, year_from=first.year if first else None, year_to=last.year if last else None)
        return replace(said, date_from=first, date_to=last)

    @property
    def problem(self) -> str:
        return DATE_OF_DECISION if self.period is not None and "Decided" in self.status else ""


def _written(period: Period) -> str:
    return f"{period.first or ''}..{period.last or ''}"


def _entities(text: str, parsed: ParsedQuery) -> Iterator[Entity]:
    for number in shown_numbers(text, parsed.numbers):
        yield _entity("case number", text, number.span, number.value, number.effect)
    effect: Effect = "first" if parsed.only_references else "rank"
    for citation in find_citations(text):
        yield _entity("citation", text, (citation.start, citation.end), citation.key, effect)
    firs = find_firs(text)
    stations = {fir.station_span: fir for fir in firs if fir.station_span}
    for fir in firs:
        if fir.number:
            yield _entity("FIR", text, (fir.start, fir.end), FirQuery(fir.number, fir.year).key, effect)
    for span, fir in stations.items():
        # Apart from the number, so that either can be taken out of the query.
        yield _entity("police station", text, span, fir.police_station, effect if fir.number else "rank")
    for statute in find_statutes(text):
        yield _entity("section", text, (statute.start, statute.end), statute.label, effect)
    for advocate in find_advocates(text):
        yield _entity("advocate", text, (advocate.start, advocate.end), advocate.name, "rank")
    for side in sides_of(text):
        yield _entity("party", text, (side.start, side.end), ", ".join(side.bodies), "rank")
    for start, end in unwrap(text).dropped:
        yield _entity("wrapper", text, (start, end), "", "left out")


def _operators(text: str, reading: Reading) -> Iterator[Entity]:
    if reading.expression is not None:
        span = reading.expression.span
        yield _entity("operator", text, span, "", "filter")


def _entity(kind: str, text: str, span: Span, value: str, effect: Effect) -> Entity:
    return Entity(kind, text[span[0] : span[1]], *span, value, effect)


def _apart(entities: Iterable[Entity]) -> list[Entity]:
    """Order entities by place; inside one that says more, another is left out."""
    rank = {kind: place for place, kind in enumerate(_BY_WEIGHT)}
    kept: list[Entity] = []
    for entity in sorted(entities, key=lambda entity: (rank[entity.kind], entity.start, -entity.end)):
        if entity.kind in _BROAD or not any(overlap(entity, other) for other in kept if other.kind not in _BROAD):
            kept.append(entity)
    return sorted(kept, key=lambda entity: (entity.start, entity.end))


_BY_WEIGHT = (
    *("case number", "citation", "FIR", "police station", "section", "judge", "advocate", "period", "status"),
    *("party", "wrapper", "operator"),
)
_BROAD = frozenset({"party", "wrapper", "operator"})
"""May hold others: a number stands in a title at times."""


def _blanked(text: str, spans: Iterable[Span]) -> str:
    """Return *text* with blanks in the place of *spans*."""
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _inside(span: Span, others: Iterable[Span]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in others)


def _terms_of(respelled: Iterable[Respelled]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for word in respelled:
        (term,) = analyse(word.text)
        others = [term for known in word.read_as for term in analyse(known)]
        found[term] = tuple(dict.fromkeys(other for other in others if other != term))
    return found
