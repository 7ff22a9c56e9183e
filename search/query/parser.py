"""The parser: a query string in, what it says out.  Pure; every string has a reading."""

from __future__ import annotations

import re
from collections.abc import Iterator

from search.identifiers.case_number import find_numbers, whole_number
from search.identifiers.named_types import types_named
from search.query.wrappers import subject_of
from search.text.tokenise import analyse
from search.types import NumberQuery, ParsedQuery

_SURROGATE = re.compile(r"[\ud800-\udfff]")
"""Half a character: what a terminal hands on of bytes it cannot decode."""


def parse(text: str) -> ParsedQuery:
    """Read *text* as a lawyer's query: case numbers where there are any, and terms."""
    text = _SURROGATE.sub("\ufffd", text).strip()
    subject = subject_of(text)
    return ParsedQuery(
        text=text,
        subject=subject,
        terms=tuple(analyse(subject)),
        numbers=tuple(_numbers(text)),
        case_types=types_named(subject),
    )


def _numbers(text: str) -> Iterator[NumberQuery]:
    found = find_numbers(text)
    whole = whole_number(text)
    # The court may add a case type that no table here knows; its own form is read all the same.
    if whole is not None and not any(set(whole.case_types) & set(number.case_types) for number in found):
        yield whole
    yield from found
