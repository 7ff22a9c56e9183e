"""The parser: a query string in, what it says out.  Pure; every string has a reading."""

from __future__ import annotations

import re
from collections.abc import Iterable

from search.identifiers.named_types import english_names, heading_types, own_names, types_named
from search.query.named import Named, named_in
from search.query.parties import Side
from search.query.wrappers import unwrap
from search.text.names import bodies_named
from search.text.normalise import as_characters, fold
from search.text.spans import Span, blanked
from search.text.tokenise import analyse
from search.text.urdu_terms import find_urdu_terms
from search.types import ParsedQuery

_WORD = re.compile(r"\w+")
_MINISTRY = (
    (re.compile(r"(?<!\w)ministry(?!\w)", re.IGNORECASE), "ministri", "o"),
    (re.compile(r"(?<!\w)m/o(?!\w)", re.IGNORECASE), "o", "ministri"),
)
"""How it is written, its term, and that of the other form: of "M/o" the "o", which hardly any other title has."""
_REFERRING = frozenset(
    "a all and any arising at by case cases charged cite cited cites citing criminal discuss discussed discussing "
    "following followed from in islamabad judgment judgments law lodged of offence on or out r read reference referred "
    "referring registered relied relying reported show that the to under w which with".split()
)
"""Words that ask for the cases which refer to a judgment, an FIR or a section, and for nothing else."""


def parse(text: str) -> ParsedQuery:
    """Read *text* as a lawyer's query: case numbers where there are any, and terms."""
    text = as_characters(text)
    return read_words(text, named_in(text), ranked=text)


def read_words(text: str, named: Named, *, ranked: str) -> ParsedQuery:
    """Read the words of a query.

    Args:
        text: The query.
        named: What it names.
        ranked: The query with blanks in the place of what is no word to rank by.
    """
    unwrapped = unwrap(ranked)
    subject = unwrapped.subject.strip()
    terms = analyse(subject)
    references = named.references
    heading = heading_types(subject)
    only_references = bool(references.spans) and _is_nothing_more(ranked, references.spans)
    return ParsedQuery(
        text=text,
        subject=subject,
        wrapper=unwrapped.dropped,
        terms=(*terms, *(term for term in _terms_of_records(text, subject, named, heading) if term not in terms)),
        numbers=named.numbers,
        case_types=tuple(sorted({*types_named(subject), *heading})),
        heading_types=heading,
        sides=tuple(_forms_of(side) for side in named.sides),
        spellings=_short_forms(subject),
        citations=tuple(dict.fromkeys(citation.key for citation in references.citations)),
        firs=tuple(dict.fromkeys(fir.query for fir in references.firs)),
        sections=tuple(dict.fromkeys(section.label for section in references.sections)),
        advocates=tuple(dict.fromkeys(advocate.name for advocate in named.advocates)),
        only_references=only_references,
        references=references.asked if only_references else (),
    )


def _terms_of_records(text: str, subject: str, named: Named, heading: Iterable[str]) -> list[str]:
    """Return the terms under which the records have what *text* names otherwise, each once.

    A case type that it begins with is there as the court writes it, "Civ. Rev." as "C.R."; what is named in another
    language, in English.
    """
    types = [own_names(case_type)[1] for case_type in heading]
    bodies = [side.bodies[0] for side in named.sides if side.bodies and _is_foreign(side)]
    sections = [
        f"{section.number} {section.act}"
        for section in named.references.sections
        if section.act and not text[section.start : section.end].isascii()
    ]
    terms = [term.english for term in find_urdu_terms(subject)]
    return list(dict.fromkeys(analyse(" ".join([*types, *bodies, *sections, *english_names(subject), *terms]))))


def _short_forms(text: str) -> dict[str, tuple[str, ...]]:
    """Return under each term of a public body's name in full the terms of its short names: a title has one of these.

    A ministry is known in both forms.
    """
    found: dict[str, tuple[str, ...]] = {term: (other,) for written, term, other in _MINISTRY if written.search(text)}
    for body in bodies_named(text):
        short = [terms[0] for terms in map(analyse, body.others) if len(terms) == 1]
        for term in analyse(body.written) if short else ():
            found[term] = tuple(dict.fromkeys([*found.get(term, ()), *short]))
    return found


def _forms_of(side: Side) -> tuple[tuple[str, ...], ...]:
    """Return the terms of *side* as written, and of each other name of the public body that it is."""
    return tuple(terms for name in (side.text, *side.bodies) if (terms := tuple(analyse(name))))


def _is_foreign(side: Side) -> bool:
    """Whether a side is a public body whose name the records do not have: the State as "Sarkar", or any in Urdu."""
    return not side.text.isascii() or (side.bodies[0] == "state" and "state" not in fold(side.text))


def _is_nothing_more(text: str, places: Iterable[Span]) -> bool:
    """Whether *text* says no more outside *places* than that cases are sought which refer to what stands there."""
    return all(word in _REFERRING for word in _WORD.findall(blanked(text, places).casefold()))
