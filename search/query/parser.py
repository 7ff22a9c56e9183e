"""The parser: a query string in, what it says out.  Pure; every string has a reading."""

from __future__ import annotations

import re
from collections.abc import Iterable

from search.identifiers.case_number import find_numbers, whole_number
from search.identifiers.case_types import squeeze, types_by_alias
from search.identifiers.citation import Citation, find_citations
from search.identifiers.fir import find_firs
from search.identifiers.named_types import types_named
from search.identifiers.statute import find_statutes
from search.query.wrappers import subject_of
from search.text.tokenise import analyse
from search.types import NumberQuery, ParsedQuery

_UNKNOWN_TYPE_WORDS_MAX = 2
_WORD = re.compile(r"\w+")
_CITING = frozenset(
    "a all and any by case cases cite cited cites citing discuss discussed discussing following followed in judgment "
    "judgments of on or reference referred referring relied relying reported show that the to which with".split()
)
_SURROGATE = re.compile(r"[\ud800-\udfff]")
"""Half a character: what a terminal hands on of bytes it cannot decode."""


def parse(text: str) -> ParsedQuery:
    """Read *text* as a lawyer's query: case numbers where there are any, and terms."""
    text = as_characters(text).strip()
    subject = subject_of(text)
    citations = find_citations(text)
    return ParsedQuery(
        text=text,
        subject=subject,
        terms=tuple(analyse(subject) + (_english_terms(subject) if not subject.isascii() else [])),
        numbers=tuple(numbers_in(text)),
        case_types=types_named(subject),
        citations=tuple(dict.fromkeys(citation.key for citation in citations)),
        only_citations=bool(citations) and _is_nothing_more(text, citations),
    )


def _english_terms(subject: str) -> list[str]:
    """Return the terms under which the records, which are in English, have what *subject* names in Urdu."""
    sections = [
        reference for reference in find_statutes(subject) if not subject[reference.start : reference.end].isascii()
    ]
    return analyse(" ".join(f"{reference.number} {reference.act}" for reference in sections if reference.act))


def _is_nothing_more(text: str, citations: Iterable[Citation]) -> bool:
    """Whether *text* says no more beside *citations* than that cases are sought which cite them."""
    for citation in citations:
        text = text[: citation.start] + " " * (citation.end - citation.start) + text[citation.end :]
    return all(word in _CITING for word in _WORD.findall(text.casefold()))


def as_characters(text: str) -> str:
    """Return *text* with a mark for each half of a character, place by place."""
    return _SURROGATE.sub("\ufffd", text)


def numbers_in(text: str) -> list[NumberQuery]:
    """Return the case numbers that *text* names; the number of an FIR, or one inside a citation, is none."""
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
