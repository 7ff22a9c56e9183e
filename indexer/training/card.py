"""The ten kinds of query that the old model card lists, filled in from one case.

They are kept for comparison: a model can be trained and measured on what the card was.  Half of them carry the case's
own number or title, which no lawyer who asks "which case" has.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping

from indexer.training.blanks import (
    MadeQuery,
    cited_of,
    draw_for,
    parties_of,
    sentences_of,
    some_words,
    subject_of,
    telling_words,
    title_of,
)
from search.cases import Case

Blank = Callable[[Case, random.Random], str]


def card_queries(case: Case, seed: int) -> Iterator[MadeQuery]:
    """Make one query of each kind of the card; a kind whose blanks *case* cannot fill is left out.

    Args:
        case: What the queries ask for.
        seed: Another seed, other words; the same seed, the same queries.
    """
    draw = draw_for(case, seed, "card")
    filled = {name: fill(case, draw) for name, fill in _BLANKS.items()}
    for kind, template in TEMPLATES.items():
        if all(value for name, value in filled.items() if f"{{{name}}}" in template):
            yield MadeQuery(template.format(**filled), kind, case.source_id)


TEMPLATES: Mapping[str, str] = {
    "title_number": "{title} {number}",
    "number_words": "{number} {two_words}",
    "dispute": "Dispute over that {words} before High Court",
    "explain": "Explain the judgment in {title}",
    "discusses": "Which case discusses {sentence}",
    "filed_by": "Case {number} filed by {party}",
    "why": "Why did {party} approach the court about {word}?",
    "ruling": "High Court ruling on {words} within {subject} matters",
    "relief": "{party} seeks relief about {words}",
    "section": "Application under {section} concerning {words}",
}
"""Name of a kind -> its form, in the card's order."""
SENTENCE_START = 110
"""Characters of a sentence that a query holds at most: the card's longest query has 173."""


def _party(case: Case, draw: random.Random) -> str:
    return next(iter(parties_of(case)), "")


def _section(case: Case, draw: random.Random) -> str:
    cited = cited_of(case)
    if not cited:
        return ""
    chosen = draw.choice(cited[:5])
    return f"{chosen.word} {chosen.number} {chosen.act}"


def _sentence(case: Case, draw: random.Random) -> str:
    found = sentences_of(case)
    if not found:
        return ""
    start = draw.choice(found)[: SENTENCE_START + 1]
    return start.rsplit(" ", 1)[0].strip(" .,;:") if len(start) > SENTENCE_START else start.strip(" .,;:")


def _words(count: int) -> Blank:
    return lambda case, draw: some_words(telling_words(case), draw, count)


_BLANKS: Mapping[str, Blank] = {
    "title": lambda case, draw: title_of(case),
    "number": lambda case, draw: case.number_text if case.number else "",
    "party": _party,
    "sentence": _sentence,
    "subject": lambda case, draw: subject_of(case),
    "section": _section,
    "word": _words(1),
    "two_words": _words(2),
    "words": _words(3),
}
