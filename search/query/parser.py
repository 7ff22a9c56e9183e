"""The parser: a query string in, what it says out.  Pure; every string has a reading."""

from __future__ import annotations

from search.identifiers.case_number import find_numbers
from search.query.wrappers import subject_of
from search.text.tokenise import analyse
from search.types import ParsedQuery


def parse(text: str) -> ParsedQuery:
    """Read *text* as a lawyer's query: case numbers where there are any, and terms."""
    subject = subject_of(text)
    return ParsedQuery(text=text, subject=subject, terms=tuple(analyse(subject)), numbers=tuple(find_numbers(text)))
