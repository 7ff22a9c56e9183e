"""The fields of a case that have a BM25 of their own."""

from __future__ import annotations

from typing import NamedTuple

from search.cases import Case
from search.identifiers.spelled_out import spelled_out
from search.text.names import other_names
from search.text.passages import body_text, court_text, title_text


class Fields(NamedTuple):
    """The searchable texts of one case; a part without a value is an empty string."""

    number: str
    title: str
    court_text: str
    body: str


def fields_of(case: Case) -> Fields:
    """Return the texts of *case*, with the full words behind the court's abbreviations."""
    title = title_text(case)
    return Fields(
        number=_lines(case.number_text, spelled_out(case.number) if case.number else ""),
        title=_lines(title, *other_names(title)),
        court_text=court_text(case),
        body=body_text(case),
    )


def _lines(*texts: str) -> str:
    return "\n".join(text for text in texts if text)
