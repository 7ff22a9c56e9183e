"""The parser: a query string in, what it says out.  Pure; every string has a reading."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from search.identifiers.advocates import find_advocates
from search.identifiers.case_number import find_numbers, is_announcement
from search.identifiers.fir import find_firs
from search.identifiers.listed_pages import find_asked_citations
from search.identifiers.named_types import english_names, types_named
from search.identifiers.statute import StatuteReference, find_statutes
from search.query.parties import Side, sides_of
from search.query.wrappers import subject_of
from search.text.normalise import fold
from search.text.spans import Spanned, blanked, overlap
from search.text.tokenise import analyse
from search.text.urdu_terms import find_urdu_terms
from search.types import AskedReference, Effect, NumberQuery, ParsedQuery

NUMBERS_MAX = 300
"""Of one query; more are words."""
_WORD = re.compile(r"\w+")
_REFERRING = frozenset(
    "a all and any arising at by case cases charged cite cited cites citing criminal discuss discussed discussing "
    "following followed from in islamabad judgment judgments law lodged of offence on or out r read reference referred "
    "referring registered relied relying reported show that the to under w which with".split()
)
"""Words that ask for the cases which refer to a judgment, an FIR or a section, and for nothing else."""
_SURROGATE = re.compile(r"[\ud800-\udfff]")
"""Half a character: what a terminal hands on of bytes it cannot decode."""
_EDGE = " .,:;?()"
_BENCH_KINDS = frozenset({"", "sb", "db", "lb"})


class ShownNumber(NamedTuple):
    """A case number of a query as the answer shows it."""

    span: tuple[int, int]
    value: str
    """"WP 12/2023"; of a range its ends, "WP 1/2023 to WP 5/2023"."""
    effect: Effect


def parse(text: str) -> ParsedQuery:
    """Read *text* as a lawyer's query: case numbers where there are any, and terms."""
    text = as_characters(text).strip()
    subject = subject_of(text)
    terms = analyse(subject)
    citations = find_asked_citations(text)
    firs = [fir for fir in find_firs(text) if fir.number]
    sections = sections_in(text)
    places = [(each.start, each.end) for found in (citations, firs, sections) for each in found]
    places += [fir.station_span for fir in firs if fir.station_span]
    return ParsedQuery(
        text=text,
        subject=subject,
        terms=(*terms, *(term for term in _english_terms(subject) if term not in terms)),
        numbers=tuple(numbers_in(text)),
        case_types=types_named(subject),
        sides=tuple(_forms_of(side) for side in sides_of(text)),
        citations=tuple(dict.fromkeys(citation.key for citation in citations)),
        firs=tuple(dict.fromkeys(fir.query for fir in firs)),
        sections=tuple(dict.fromkeys(section.label for section in sections)),
        advocates=tuple(dict.fromkeys(advocate.name for advocate in find_advocates(text))),
        only_references=bool(places) and _is_nothing_more(text, places),
    )


def _english_terms(subject: str) -> list[str]:
    """Return the terms under which the records, which are in English, have what *subject* names in another language."""
    bodies = [side.bodies[0] for side in sides_of(subject) if side.bodies and _is_foreign(side)]
    sections = [
        f"{reference.number} {reference.act}"
        for reference in (find_statutes(subject) if not subject.isascii() else ())
        if reference.act and not subject[reference.start : reference.end].isascii()
    ]
    terms = [term.english for term in find_urdu_terms(subject)]
    return list(dict.fromkeys(analyse(" ".join([*bodies, *sections, *english_names(subject), *terms]))))


def _forms_of(side: Side) -> tuple[tuple[str, ...], ...]:
    """Return the terms of *side* as written, and of each other name of the public body that it is."""
    return tuple(terms for name in (side.text, *side.bodies) if (terms := tuple(analyse(name))))


def _is_foreign(side: Side) -> bool:
    """Whether a side is a public body whose name the records do not have: the State as "Sarkar", or any in Urdu."""
    return not side.text.isascii() or (side.bodies[0] == "state" and "state" not in fold(side.text))


def _is_nothing_more(text: str, places: Iterable[tuple[int, int]]) -> bool:
    """Whether *text* says no more outside *places* than that cases are sought which refer to what stands there."""
    text = blanked(text, places)
    return all(word in _REFERRING for word in _WORD.findall(text.casefold()))


def as_characters(text: str) -> str:
    """Return *text* with a mark for each half of a character, place by place."""
    return _SURROGATE.sub("\ufffd", text)


def numbers_in(text: str) -> list[NumberQuery]:
    """Return the case numbers that the query *text* names; the number of an FIR, or one in a citation, is none."""
    taken: list[Spanned] = [*(fir for fir in find_firs(text) if fir.number), *find_asked_citations(text)]
    found = [
        number
        for number in find_numbers(text)
        if number.case_types or not any(overlap(number, other) for other in taken)
    ]
    return found[:NUMBERS_MAX]


def sections_in(text: str) -> list[StatuteReference]:
    """Return the sections of law that the query *text* names; the page of "2019 SCMR 45 and 302 PPC" is none."""
    citations = find_asked_citations(text)
    return [section for section in find_statutes(text) if not any(overlap(section, each) for each in citations)]


def references_in(text: str) -> list[AskedReference]:
    """Return the citations, FIRs and sections that the query *text* names, each once, at its first place."""
    found = [AskedReference("citation", each.key, each.start, each.end) for each in find_asked_citations(text)]
    for fir in find_firs(text):
        start, end = fir.station_span or (fir.start, fir.end)
        if fir.number:
            found.append(AskedReference("FIR", fir.query.key, min(fir.start, start), max(fir.end, end)))
    found += [AskedReference("section", each.label, each.start, each.end) for each in sections_in(text)]
    ordered = sorted(found, key=lambda reference: (reference.start, reference.end))
    return list({(each.kind, each.read_as): each for each in reversed(ordered)}.values())[::-1]


def shown_numbers(text: str, numbers: Iterable[NumberQuery]) -> Iterator[ShownNumber]:
    """Yield what the query *text* says by number, place by place; the numbers of a range stand in one place."""
    for span, group in itertools.groupby(numbers, key=lambda number: (number.start, number.end)):
        first, *others = group
        value = f"{first.read_as} to {others[-1].read_as}" if others else first.read_as
        yield ShownNumber(span, value, "first" if _is_asked_for(first, text) else "rank")


def _is_asked_for(number: NumberQuery, text: str) -> bool:
    """Whether the case with *number* is what *text* wants: its type is written, or nothing else is."""
    if number.case_types or number.hinted_types:
        return True
    return is_announcement(text[: number.start]) and fold(text[number.end :]).strip(_EDGE) in _BENCH_KINDS
