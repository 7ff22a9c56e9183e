"""What of a case is searched: its texts, and its judgments cut into passages."""

from __future__ import annotations

import itertools

from search.cases import Case

PASSAGE_WORDS = 120
PASSAGE_OVERLAP = 30
"""Words that a passage shares with the one before it, so that no sentence is cut in both."""


def title_text(case: Case) -> str:
    """The title, and the parties it does not name."""
    more = [party.name for party in case.parties if party.name and party.name not in case.title]
    return " ; ".join([case.title, *more])


def court_words(case: Case) -> list[str]:
    """What the court wrote about the case, most telling first, nothing twice."""
    newest_first = sorted(
        case.hearings, key=lambda row: (row.date is not None, row.date.toordinal() if row.date else 0), reverse=True
    )
    texts = [case.description, case.short_order, case.disposal, *(row.short_order for row in newest_first)]
    return list(dict.fromkeys(text.strip() for text in texts if text.strip()))


def court_text(case: Case) -> str:
    """The court's short text: orders, FIR, sections, counsel, judges, and the profile where there is one."""
    fir = f"FIR {case.fir_number}" if case.fir_number.strip("0 ") else ""
    station = f"PS {case.police_station}" if case.police_station else ""
    profile = case.profile
    parts = [
        *court_words(case),
        fir,
        station,
        case.offence_sections,
        case.incident,
        case.accused,
        *case.advocates_petitioner,
        *case.advocates_respondent,
        *(motion.description for motion in case.motions),
        *case.comments,
        profile.summary,
        profile.abstract,
        *profile.subjects,
        *profile.sections,
        *profile.keywords,
    ]
    return "\n".join(dict.fromkeys(part.strip() for part in parts if part.strip()))


def body_text(case: Case) -> str:
    """The judgments and orders in full."""
    return "\n\n".join(document.text for document in case.documents)


def passages_of(case: Case) -> list[str]:
    """Cut the judgments of *case* into overlapping passages; empty where it has none."""
    return list(itertools.chain.from_iterable(_windows(document.text) for document in case.documents))


def _windows(text: str) -> list[str]:
    words = text.split()
    step = PASSAGE_WORDS - PASSAGE_OVERLAP
    starts = range(0, max(1, len(words) - PASSAGE_OVERLAP), step)
    return [" ".join(words[start : start + PASSAGE_WORDS]) for start in starts if words]


def dense_passages_of(case: Case) -> list[str]:
    """What the encoder reads of *case*: a line that names it, then each passage."""
    line = ". ".join(part for part in (case.title, case.number_text, " ".join(court_words(case))) if part)
    return [line or case.source_id, *passages_of(case)]
