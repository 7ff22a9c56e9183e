"""Blanks: what of a case can be filled into a query, and the query that comes of it."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable
from typing import NamedTuple

from indexer.training.spellings import named_sides
from indexer.training.statutes import Cited, cited_in
from indexer.training.weak import sentences
from search.cases import Case
from search.identifiers.case_types import CASE_TYPES
from search.text.normalise import fold
from search.text.passages import body_text, court_text, court_words

SENTENCES_MAX = 40
"""Sentences of one case that are looked at; a long judgment has hundreds."""
_WORD = re.compile(r"[^\W\d_]{4,}")
_UNTELLING = frozenset(
    "with from have been this were which whose their there they them would shall upon into such said that than then "
    "other others versus against".split()
)


class MadeQuery(NamedTuple):
    """A query made from one case."""

    query: str
    kind: str
    case: str
    """Source id of the case it was made from."""
    keys: frozenset[str] = frozenset()
    """What it asks for (`indexer.training.answers`): every case that has all of these answers it.  Without any, only
    the case it was made from is known to answer it."""
    phrase: str = ""
    """Words it was made from; another case that holds them too may answer it as well."""


def draw_for(case: Case, seed: int, purpose: str) -> random.Random:
    """Return the chance that belongs to one case: other cases, more or fewer, change nothing in it."""
    return random.Random(f"{seed}:{purpose}:{case.source_id}")


def query_key(query: str) -> str:
    """Return the form in which two queries are the same: words and numbers alone."""
    return " ".join(re.findall(r"\w+", fold(query)))


def title_of(case: Case) -> str:
    """Return the title, empty for a case whose title names nobody."""
    return case.title.strip(" .,") if case.kind == "case" and named_sides(case.title) else ""


def parties_of(case: Case) -> tuple[str, ...]:
    """Return the sides of the title as names, without "etc" and through whom they act."""
    return tuple(side for side in named_sides(case.title) if len(side) > 2) if case.kind == "case" else ()


def fir_of(case: Case) -> str:
    """Return the number of the case's FIR without noughts before it; empty where it has none."""
    return case.fir_number.strip().lstrip("0")


def text_of(case: Case) -> str:
    """Return what the court wrote: its short text and its judgments; empty for a bare record."""
    return "\n".join(part for part in (court_text(case), body_text(case)) if part)


def telling_words(case: Case) -> list[str]:
    """Return words of the judgments, else of orders, title and category, in order, none twice, in lower case."""
    category = case.number.category if case.number else ""
    source = body_text(case) or "\n".join([*court_words(case), case.title, category])
    words = (word.casefold() for word in _WORD.findall(source))
    return [word for word in dict.fromkeys(words) if word not in _UNTELLING]


def sentences_of(case: Case) -> list[str]:
    """Return the first sentences of the judgments."""
    found: list[str] = []
    for document in case.documents:
        found += sentences(document.text)
    return list(dict.fromkeys(found))[:SENTENCES_MAX]


def subject_of(case: Case) -> str:
    """Return the field of law: the first subject of the profile, else the category, else the kind of proceeding."""
    if case.profile.subjects:
        return case.profile.subjects[0].lower()
    if case.number is None:
        return ""
    if case.number.category:
        return case.number.category.lower()
    names = [name for name in CASE_TYPES.get(case.number.case_type, ()) if "." not in name]
    return names[0].lower() if names else ""


def cited_of(case: Case) -> list[Cited]:
    """Return the sections that the record and the judgments cite, the record's first."""
    return cited_in("\n".join((case.offence_sections, *case.profile.sections, text_of(case))))


def excerpt(text: str, draw: random.Random, *, shortest: int, longest: int) -> str:
    """Return a stretch of *text* of some words, at a place and of a length that *draw* chooses."""
    words = text.split()
    length = min(len(words), draw.randint(shortest, longest))
    start = draw.randint(0, len(words) - length)
    return " ".join(words[start : start + length]).strip(" .,;:()[]\"'")


def some_words(words: Iterable[str], draw: random.Random, count: int) -> str:
    """Return *count* of *words* in the order given, or nothing where there are fewer."""
    pool = list(words)
    if len(pool) < count:
        return ""
    return " ".join(pool[place] for place in sorted(draw.sample(range(len(pool)), count)))
