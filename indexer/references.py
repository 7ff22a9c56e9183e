"""References: the sections of law and the reported judgments that a case names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from search.cases import Case
from search.identifiers.citation import find_citations
from search.identifiers.statute import find_statutes
from search.text.passages import court_text


class References(NamedTuple):
    """What one case refers to, in the order of first mention, each once."""

    sections: tuple[str, ...]
    """Keys as `search.identifiers.statute` makes them."""
    citations: tuple[str, ...]
    """Keys as `search.identifiers.citation` makes them."""


def references_of(case: Case) -> References:
    """Return the sections and citations in the court's words about *case* and in its judgments."""
    sections: dict[str, None] = {}
    citations: dict[str, None] = {}
    for text in _texts(case):
        sections.update(dict.fromkeys(reference.key for reference in find_statutes(text) if reference.act))
        citations.update(dict.fromkeys(citation.key for citation in find_citations(text)))
    return References(tuple(sections), tuple(citations))


def _texts(case: Case) -> Iterator[str]:
    # The registry's field holds sections alone ("302/34 PPC"), and no mark says so.
    if case.offence_sections:
        yield f"u/s {case.offence_sections}"
    yield from (f"section {section}" for section in case.profile.sections)
    yield court_text(case)
    yield from (document.text for document in case.documents)
