"""Briefs: every reference in a text, checked against one snapshot.

Case numbers, citations and sections of law are found, looked up and told with their places.  The report invents
nothing: what it shows is a slice of the brief, a value of the index, or one of the words that stand in this module.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from search.identifiers.case_number import find_numbers
from search.identifiers.citation import find_citations, find_partial_citations
from search.identifiers.fir import find_firs
from search.identifiers.statute import StatuteReference, find_statutes
from search.lookup import ListedCase, Lookup
from search.named_parties import Disagreement, NamedParties
from search.query.parser import as_characters
from search.results.absence import Absence
from search.text.normalise import fold
from search.types import NumberQuery

MENTIONS_MAX = 2_000
"""Of one brief; what comes behind them is counted and not checked."""
SHOWN_MAX = 10
"""Cases that are shown of those that cite one judgment or name one section."""
CONTEXT_MAX = 160
"""Characters."""

Kind = Literal["case number", "citation", "section"]
Status = Literal["found", "ambiguous", "not in this index", "malformed"]

_SENTENCE_END = re.compile(r"(?<=[a-z]{4})[.!?]\s+(?=[^\W\d_a-z\"“])|\n\s*\n|۔\s*")
_MATTER = re.compile(
    r"(?:petition|appeal|application|suit|reference|revision|case|complaint|original)s?[\s,]{1,3}"
    r"(?:nos?|number)[\s.:#]{0,4}\Z",
    re.IGNORECASE,
)
"""What makes a serial and a year a case number although no case type stands there that is known here."""
_ORDER_OF_RULE = re.compile(r" O \d")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a reference stands in the brief."""

    start: int
    end: int
    """Code points of the brief as given."""
    text: str
    """As written."""
    context: str
    """The words around it, at most `CONTEXT_MAX` characters of the brief."""


@dataclass(frozen=True, slots=True)
class Reference:
    """One case number, citation or section that a brief names, with all its places."""

    kind: Kind
    value: str
    """How it was read: "WP 12345/2023", "PLD 2019 Islamabad 45", "CrPC s 497"; of a malformed one what is known."""
    status: Status
    """"ambiguous": several cases have the number, or the section is named without its act and exists in several."""
    places: tuple[Place, ...]
    cases: tuple[ListedCase, ...] = ()
    """Those with the number; of those that cite the judgment or name the section, the first `SHOWN_MAX`."""
    total: int = 0
    """How many cases there are."""
    absence: Absence | None = None
    """Of a case number that is not in this index: what there is around it."""
    missing: tuple[str, ...] = ()
    """Of a malformed one, what is not there: "year", "court", "page" or "case type"."""
    read_as: tuple[str, ...] = ()
    """Of a section without its act, the sections of the index that it may be."""
    disagreements: tuple[Disagreement, ...] = ()


@dataclass(frozen=True, slots=True)
class BriefReport:
    """What a brief names, in the order of first mention."""

    generation: str
    """The snapshot that it was checked against."""
    references: tuple[Reference, ...]
    left_out: int
    """How many mentions were not checked: those behind the first `MENTIONS_MAX`."""


class _Mention(NamedTuple):
    """One place of one reference, as read."""

    kind: Kind
    value: str
    start: int
    end: int
    number: NumberQuery | None = None
    section: StatuteReference | None = None
    missing: tuple[str, ...] = ()


def check_brief(text: str, lookup: Lookup) -> BriefReport:
    """Check every reference in *text*; any text has a report."""
    text = as_characters(text)
    mentions = sorted(_mentions(text), key=lambda mention: (mention.start, mention.end))
    checked = mentions[:MENTIONS_MAX]
    return BriefReport(
        generation=lookup.generation,
        references=tuple(_references(text, checked, lookup)),
        left_out=len(mentions) - len(checked),
    )


def _mentions(text: str) -> Iterator[_Mention]:
    citations, partials = find_citations(text), find_partial_citations(text)
    taken = bytearray(len(text))
    _mark(taken, ((each.start, each.end) for each in citations))
    _mark(taken, ((each.start, each.end) for each in find_firs(text) if each.number))
    for number in find_numbers(text):
        # The number of an FIR, or one inside a citation, is no case number, unless a case type stands by it.
        if number.case_types or (number.hinted_types and not any(taken[number.start : number.end])):
            _mark(taken, [(number.start, number.end)])
            yield _Mention("case number", number.read_as, number.start, number.end, number)
        elif _MATTER.search(text, max(0, number.start - 40), number.start) and not any(
            taken[number.start : number.end]
        ):
            missing = ("case type",)
            yield _Mention("case number", number.read_as, number.start, number.end, missing=missing)
    for citation in citations:
        yield _Mention("citation", citation.key, citation.start, citation.end)
    for partial in partials:
        yield _Mention("citation", partial.reporter, partial.start, partial.end, missing=partial.missing)
        _mark(taken, [(partial.start, partial.end)])
    for section in find_statutes(text):
        if not any(taken[section.start : section.end]):
            yield _Mention("section", section.key, section.start, section.end, section=section)


def _mark(taken: bytearray, spans: Iterable[tuple[int, int]]) -> None:
    for start, end in spans:
        taken[start:end] = b"\x01" * (end - start)


def _references(text: str, mentions: Sequence[_Mention], lookup: Lookup) -> Iterator[Reference]:
    """Yield each reference once, with all its places."""
    groups: dict[tuple[object, ...], tuple[tuple[ListedCase, ...], list[_Mention]]] = {}
    for mention in mentions:
        cases = lookup.cases_with(mention.number) if mention.number else ()
        written = fold(text[mention.start : mention.end]) if mention.missing else ""
        # One number with two categories behind it is two cases.
        key = (mention.kind, mention.value, written, tuple(case.id for case in cases))
        groups.setdefault(key, (cases, []))[1].append(mention)
    named = NamedParties(text, [(each.start, each.end) for each in mentions if each.kind != "section"])
    for cases, places in groups.values():
        yield _reference(text, places, cases, lookup=lookup, named=named)


def _reference(
    text: str, mentions: Sequence[_Mention], cases: tuple[ListedCase, ...], *, lookup: Lookup, named: NamedParties
) -> Reference:
    first = mentions[0]
    places = tuple(_place(text, each.start, each.end) for each in mentions)
    if first.missing:
        return Reference(first.kind, first.value, "malformed", places, missing=first.missing)
    if first.number is None:
        return _cited(first, places, lookup)
    if not cases:
        absence = lookup.absence.of(first.number)
        return Reference(first.kind, first.value, "not in this index", places, absence=absence)
    disagreements = tuple(found for each in mentions for found in named.disagreements((each.start, each.end), cases))
    status: Status = "found" if len(cases) == 1 else "ambiguous"
    return Reference(first.kind, first.value, status, places, cases, len(cases), disagreements=disagreements)


def _cited(mention: _Mention, places: tuple[Place, ...], lookup: Lookup) -> Reference:
    """Look a citation or a section up among those that the cases of the index name."""
    open_act = mention.section is not None and not mention.section.act
    read_as = _acts_of(mention.value, lookup) if open_act else ()
    field: Literal["citation", "section"] = "citation" if mention.kind == "citation" else "section"
    doc_ids = sorted(
        {doc_id for key in read_as or (mention.value,) for doc_id in lookup.snapshot.columns.having(field, key)}
    )
    status: Status = "ambiguous" if len(read_as) > 1 else "found" if doc_ids else "not in this index"
    cases = lookup.listed(doc_ids[:SHOWN_MAX])
    return Reference(mention.kind, mention.value, status, places, cases, len(doc_ids), read_as=read_as)


def _acts_of(key: str, lookup: Lookup) -> tuple[str, ...]:
    """Return the sections of the index that are *key*, "s 497", of any act."""
    names = lookup.snapshot.columns.vocabulary.get("section", ())
    ending = f" {key}"
    return tuple(name for name in names if name.endswith(ending) and not _ORDER_OF_RULE.search(name[: -len(ending)]))


def _place(text: str, start: int, end: int) -> Place:
    return Place(start, end, text[start:end], _context(text, start, end))


def _context(text: str, start: int, end: int) -> str:
    """Return the words around a place: of its sentence, and cut between words."""
    low = max(0, start - max(0, CONTEXT_MAX - (end - start)) // 2)
    breaks = [match.end() for match in _SENTENCE_END.finditer(text, low, start)]
    begin = breaks[-1] if breaks else low
    if not breaks and low > 0 and (space := re.compile(r"\s").search(text, low, start)):
        begin = space.end()
    stop = min(len(text), begin + CONTEXT_MAX)
    if ending := _SENTENCE_END.search(text, end, stop):
        stop = ending.start() + 1
    elif stop < len(text) and (spaces := [match.start() for match in re.finditer(r"\s", text[end:stop])]):
        stop = end + spaces[-1]
    return text[begin:stop].strip()
