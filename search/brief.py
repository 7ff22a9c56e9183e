"""Briefs: every reference in a text, checked against one snapshot.

Case numbers, citations, sections of law and FIRs are found, looked up and told with their places.  The report invents
nothing: what it shows is a slice of the brief, a value of the index, or a sentence about one of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from search.categories import other_category
from search.identifiers.citation import find_citations, find_partial_citations
from search.identifiers.fir import FirReference, find_firs
from search.identifiers.named_numbers import NumberMention
from search.identifiers.other_courts import elsewhere
from search.identifiers.statute import StatuteReference, find_recorded_statutes
from search.identifiers.unread_numbers import NumberFault, fault_of_type, find_unread, lacks
from search.lookup import Lookup, NumberMatch
from search.named_parties import Disagreement, NamedParties
from search.results.absence import Absence
from search.results.found import ListedCase
from search.snapshot.provisions import cases_of, keys_of, whole
from search.text.normalise import as_characters, fold
from search.types import FirQuery

MENTIONS_MAX = 2_000
"""Of one brief; what comes behind them is counted and not checked."""
SHOWN_MAX = 10
"""Cases that are shown of those that cite one judgment or name one section."""
CONTEXT_MAX = 160
"""Characters."""

Kind = Literal["case number", "citation", "section", "FIR"]
Status = Literal["found", "ambiguous", "not in this index", "malformed"]

_SENTENCE_END = re.compile(r"(?<=[a-z]{4})[.!?]\s+(?=[^\W\d_a-z\"“])|\n\s*\n|۔\s*")


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
    """One case number, citation, section or FIR that a brief names, with all its places."""

    kind: Kind
    value: str
    """How it was read: "WP 12345/2023", "PLD 2019 Islamabad 45", "CrPC s 497(2)"; of a malformed one what is known."""
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
    """Of a malformed one, what is not there: "year", "court", "page", "serial" or "case type"."""
    read_as: tuple[str, ...] = ()
    """Of a section without its act, the sections of the index that it may be."""
    disagreements: tuple[Disagreement, ...] = ()
    problem: str = ""
    """What is wrong, in one sentence: what a malformed one lacks, or that another court stands by a number."""


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
    number: NumberMention | None = None
    section: StatuteReference | None = None
    fir: FirQuery | None = None
    fault: NumberFault | None = None
    """What is wrong with a malformed one."""


def check_brief(text: str, lookup: Lookup) -> BriefReport:
    """Check every reference in *text*; any text has a report."""
    text = as_characters(text)
    mentions = sorted(_mentions(text, lookup), key=lambda mention: (mention.start, mention.end))
    checked = mentions[:MENTIONS_MAX]
    return BriefReport(
        generation=lookup.generation,
        references=tuple(_references(text, checked, lookup)),
        left_out=len(mentions) - len(checked),
    )


def _mentions(text: str, lookup: Lookup) -> Iterator[_Mention]:
    citations, partials = find_citations(text), find_partial_citations(text)
    firs = [fir for fir in find_firs(text) if fir.number]
    spans = [*((each.start, each.end) for each in citations), *((each.start, each.end) for each in firs)]
    taken = bytearray(len(text))
    _mark(taken, [*spans, *((each.start, each.end) for each in partials)])
    for named in lookup.numbers_of(text, spans):
        if named.is_typed:
            start, end = named.number.start, named.number.end
            _mark(taken, [(start, end)])
            value = f"{named.unknown_type} {named.number.read_as}".strip()
            yield _Mention("case number", value, start, end, number=named)
    for unread in find_unread(text):
        _mark(taken, [(unread.start, unread.end)])
        value = " ".join(text[unread.start : unread.end].split())
        yield _Mention("case number", value, unread.start, unread.end, fault=unread.fault)
    for citation in citations:
        yield _Mention("citation", citation.key, citation.start, citation.end)
    for partial in partials:
        fault = NumberFault(partial.missing, lacks("citation", partial.missing))
        yield _Mention("citation", partial.reporter, partial.start, partial.end, fault=fault)
    yield from _firs(firs, lookup)
    for section in find_recorded_statutes(text):
        if not any(taken[section.start : section.end]):
            yield _Mention("section", section.label, section.start, section.end, section=section)


def _firs(firs: Iterable[FirReference], lookup: Lookup) -> Iterator[_Mention]:
    """Yield the FIRs that cases of the index name; of others a court's index can say nothing."""
    for each in firs:
        fir = FirQuery(each.number, each.year, each.police_station)
        if (fir.year or fir.police_station) and lookup.references.with_fir(fir):
            yield _Mention("FIR", fir.key, each.start, each.end, fir=fir)


def _mark(taken: bytearray, spans: Iterable[tuple[int, int]]) -> None:
    for start, end in spans:
        taken[start:end] = b"\x01" * (end - start)


def _references(text: str, mentions: Sequence[_Mention], lookup: Lookup) -> Iterator[Reference]:
    """Yield each reference once, with all its places."""
    groups: dict[tuple[object, ...], tuple[NumberMatch | None, list[_Mention]]] = {}
    for mention in mentions:
        match = _match(mention, lookup)
        written = fold(text[mention.start : mention.end]) if mention.fault else ""
        court = mention.number.court if mention.number else ""
        # One number with two categories behind it is two cases, and one of two courts is two numbers.
        key = (mention.kind, mention.value, written, court, tuple(case.id for case in match.cases) if match else ())
        groups.setdefault(key, (match, []))[1].append(mention)
    named = NamedParties(
        text, [(each.start, each.end) for each in mentions if each.kind in ("case number", "citation")]
    )
    for match, places in groups.values():
        yield _reference(text, places, match, lookup=lookup, named=named)


def _match(mention: _Mention, lookup: Lookup) -> NumberMatch | None:
    """Look a number up that may be one of this court."""
    named = mention.number
    if named is None or named.unknown_type or lookup.is_elsewhere(named):
        return None
    return lookup.match(named.number)


def _reference(
    text: str, mentions: Sequence[_Mention], match: NumberMatch | None, *, lookup: Lookup, named: NamedParties
) -> Reference:
    first = mentions[0]
    places = tuple(_place(text, each.start, each.end) for each in mentions)
    if first.fault is not None:
        return _malformed(first, first.fault, places)
    if first.number is None:
        return _referred_to(first, places, lookup)
    if match is None:
        return _not_of_this_court(first, first.number, places, lookup)
    if not match.cases:
        absence = lookup.absence.of(first.number.number)
        return Reference(first.kind, first.value, "not in this index", places, absence=absence)
    disagreements = tuple(
        found for each in mentions for found in _disagreements(text, each, match, lookup=lookup, named=named)
    )
    status: Status = "found" if len(match.cases) == 1 else "ambiguous"
    value, total = match.number.read_as, len(match.cases)
    return Reference(first.kind, value, status, places, match.cases, total, disagreements=disagreements)


def _not_of_this_court(mention: _Mention, named: NumberMention, places: tuple[Place, ...], lookup: Lookup) -> Reference:
    if lookup.is_elsewhere(named):
        problem = elsewhere(named.court)
        return Reference(mention.kind, mention.value, "not in this index", places, problem=problem)
    return _malformed(mention, fault_of_type(named.unknown_type), places)


def _malformed(mention: _Mention, fault: NumberFault, places: tuple[Place, ...]) -> Reference:
    return Reference(mention.kind, mention.value, "malformed", places, missing=fault.missing, problem=fault.problem)


def _disagreements(
    text: str, mention: _Mention, match: NumberMatch, *, lookup: Lookup, named: NamedParties
) -> Iterator[Disagreement]:
    """Yield where the category behind one place of a number, or the parties beside it, are not those of its cases."""
    yield from named.disagreements((mention.start, mention.end), match.cases)
    number = mention.number.number if mention.number else match.number
    other = other_category(lookup.snapshot, text, number, match.cases)
    if other is not None:
        for case, held in zip(match.cases, other.held, strict=True):
            yield Disagreement(other.category, other.start, other.end, held, case.id, "category")


def _referred_to(mention: _Mention, places: tuple[Place, ...], lookup: Lookup) -> Reference:
    """Look a citation, a section or an FIR up among those that the cases of the index name."""
    read_as: tuple[str, ...] = ()
    if mention.fir is not None:
        doc_ids = list(lookup.references.with_fir(mention.fir))
    elif mention.section is not None:
        # Whichever subsection: a brief and a case may write one differently, so it is only told.
        section, columns = whole(mention.section), lookup.snapshot.columns
        read_as = () if section.act else keys_of(columns, section)
        doc_ids = list(cases_of(columns, section))
    else:
        doc_ids = list(lookup.references.citing(mention.value))
    status: Status = "ambiguous" if len(read_as) > 1 else "found" if doc_ids else "not in this index"
    cases = lookup.listed(doc_ids[:SHOWN_MAX])
    return Reference(mention.kind, mention.value, status, places, cases, len(doc_ids), read_as=read_as)


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
