"""The parser: a query string in, what it says out.  Pure; every string has a reading."""

from __future__ import annotations

import re
from collections.abc import Iterable

from search.identifiers.case_number import find_numbers, whole_number
from search.identifiers.case_types import squeeze, types_by_alias
from search.identifiers.citation import find_citations
from search.identifiers.fir import find_firs
from search.identifiers.named_types import types_named
from search.identifiers.statute import find_statutes
from search.query.parties import Side, sides_of
from search.query.wrappers import subject_of
from search.text.normalise import fold
from search.text.tokenise import analyse
from search.types import FirQuery, NumberQuery, ParsedQuery

_UNKNOWN_TYPE_WORDS_MAX = 2
_WORD = re.compile(r"\w+")
_REFERRING = frozenset(
    "a all and any arising at by case cases charged cite cited cites citing criminal discuss discussed discussing "
    "following followed from in islamabad judgment judgments law lodged of offence on or out read reference referred "
    "referring registered relied relying reported show that the to under which with".split()
)
"""Words that ask for the cases which refer to a judgment, an FIR or a section, and for nothing else."""
_SURROGATE = re.compile(r"[\ud800-\udfff]")
"""Half a character: what a terminal hands on of bytes it cannot decode."""


def parse(text: str) -> ParsedQuery:
    """Read *text* as a lawyer's query: case numbers where there are any, and terms."""
    text = as_characters(text).strip()
    subject = subject_of(text)
    citations = find_citations(text)
    firs = [fir for fir in find_firs(text) if fir.number]
    sections = find_statutes(text)
    places = [(each.start, each.end) for found in (citations, firs, sections) for each in found]
    places += [fir.station_span for fir in firs if fir.station_span]
    return ParsedQuery(
        text=text,
        subject=subject,
        terms=tuple(analyse(subject) + _english_terms(subject)),
        numbers=tuple(numbers_in(text)),
        case_types=types_named(subject),
        citations=tuple(dict.fromkeys(citation.key for citation in citations)),
        firs=tuple(dict.fromkeys(FirQuery(fir.number, fir.year, fir.police_station) for fir in firs)),
        sections=tuple(dict.fromkeys(section.key for section in sections)),
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
    return analyse(" ".join(bodies + sections))


def _is_foreign(side: Side) -> bool:
    """Whether a side is a public body whose name the records do not have: the State as "Sarkar", or any in Urdu."""
    return not side.text.isascii() or (side.bodies[0] == "state" and "state" not in fold(side.text))


def _is_nothing_more(text: str, places: Iterable[tuple[int, int]]) -> bool:
    """Whether *text* says no more outside *places* than that cases are sought which refer to what stands there."""
    for start, end in places:
        text = text[:start] + " " * (end - start) + text[end:]
    return all(word in _REFERRING for word in _WORD.findall(text.casefold()))


def as_characters(text: str) -> str:
    """Return *text* with a mark for each half of a character, place by place."""
    return _SURROGATE.sub("\ufffd", text)


def numbers_in(text: str) -> list[NumberQuery]:
    """Return the case numbers that the query *text* names; the number of an FIR, or one in a citation, is none."""
    taken = [(fir.start, fir.end) for fir in find_firs(text) if fir.number]
    taken += [(citation.start, citation.end) for citation in find_citations(text)]
    found = [number for number in find_numbers(text) if number.case_types or not _overlaps(number, taken)]
    whole = whole_number(text)
    if whole is None or _overlaps(whole, taken) or _is_read_otherwise(whole, found):
        return found
    # The court may add a case type that no table here knows; its own form is read all the same.
    return [whole, *found]


def _is_read_otherwise(whole: NumberQuery, found: Iterable[NumberQuery]) -> bool:
    """Whether a known type was *found* in what a whole query would call an unknown one, or the same one."""
    (name,) = whole.case_types
    spelled = squeeze(name) in types_by_alias() or len(name.split()) > _UNKNOWN_TYPE_WORDS_MAX
    return any(number.case_types and (spelled or name in number.case_types) for number in found)


def _overlaps(number: NumberQuery, spans: Iterable[tuple[int, int]]) -> bool:
    return any(number.start < end and start < number.end for start, end in spans)
