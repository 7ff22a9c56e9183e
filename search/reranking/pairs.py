"""The text a cross-encoder reads, for training and for serving alike.

A pair is ``Query: ...`` and ``Candidate: ...``.  The candidate has the ten parts of the model card in
its order; a part without a value is left out, and nothing is said twice.  It is kept in three pieces,
because the middle one, the passage of the judgment that fits the query best, is known only when a query
is: *head* (up to the court's own words), *passage*, *tail* (what follows the summary).  The pieces join
at spaces, so their token ids join too.
"""

from __future__ import annotations

from search.cases import Case
from search.text.passages import court_words

PAIR_FORMAT = 1
"""Raise it with every change to these texts; a model is trained on one format and serves it alone."""

SEPARATOR = " | "


def query_text(query: str) -> str:
    """Return what the model reads of *query*."""
    return f"Query: {query}"


def head_of(case: Case) -> str:
    """Return the candidate's text up to where the best passage belongs.

    Where nobody wrote a summary, the summary is the court's own words: description and short orders,
    latest first.
    """
    summary = case.profile.summary or " ".join(court_words(case))
    parts = [
        ("Title", case.title),
        ("Number", case.number_text),
        ("Court", case.court),
        ("Status", case.status),
        ("Bench", case.bench),
        ("Summary", summary),
    ]
    head = "Candidate: " + _joined(parts)
    # A passage is part of the summary; without words of the court the summary starts with it.
    return head if summary or not case.documents else head + SEPARATOR + "Summary:"


def tail_of(case: Case) -> str:
    """Return the candidate's text behind the summary, empty for a case without a profile."""
    profile = case.profile
    abstract = "" if profile.abstract in profile.summary else profile.abstract
    said = profile.summary + profile.abstract
    parts = [
        ("Abstract", abstract),
        ("Subjects", ", ".join(profile.subjects)),
        ("Sections", ", ".join(profile.sections) or case.offence_sections),
        ("Abstract sentences", " ".join(sentence for sentence in profile.abstract_sentences if sentence not in said)),
    ]
    tail = _joined(parts)
    return f"| {tail}" if tail else ""


def candidate_text(head: str, passage: str, tail: str) -> str:
    """Join the three pieces of a candidate."""
    return " ".join(piece for piece in (head, passage, tail) if piece)


def _joined(parts: list[tuple[str, str]]) -> str:
    return SEPARATOR.join(f"{name}: {value.strip()}" for name, value in parts if value.strip())
