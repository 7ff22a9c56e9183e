"""Words that are one thing: the number of a case, and the section of law behind ``section:``.

"wp 1/2025 NOT murder" names one case and no word "wp"; in "section:302 PPC" the act belongs to the field.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from search.identifiers.case_number import find_numbers
from search.identifiers.statute import find_statutes
from search.query.expression import Numbered, Phrase, Span
from search.query.tokens import Token
from search.types import NumberQuery

_BETWEEN_SECTIONS_MAX = 8
"""Characters between two sections of one list: ", ", " and "."""


def joined(text: str, tokens: Sequence[Token]) -> list[Token]:
    """Return *tokens* of *text* with those together that name one case or, behind their field, sections of law."""
    found = list(tokens)
    for number in find_numbers(text):
        _join_number(text, found, number)
    for at in range(len(found) - 1, 0, -1):
        if found[at - 1].kind == "field" and found[at - 1].text == "section" and found[at].kind == "word":
            _join_section(text, found, at)
    return found


def _join_number(text: str, tokens: list[Token], number: NumberQuery) -> None:
    """Make one token of those in which *number* stands, in place."""
    places = [at for at, token in enumerate(tokens) if token.start < number.end and number.start < token.end]
    if not places:
        return
    if not _are_words(tokens[places[0] : places[-1] + 1]):
        # A phrase holds it, or a field stands within: "wp number:1/2025".
        places = places[-1:]
    first, last = places[0], places[-1]
    named = first > 0 and tokens[first - 1].kind == "field" and tokens[first - 1].text == "number"
    if not (number.case_types or number.hinted_types or named):
        return
    leaf = tokens[last].leaf
    start, end = tokens[first].start, tokens[last].end
    numbers = (replace(number, preceding="", following="", start=0, end=0),)
    if isinstance(leaf, Numbered):
        tokens[last] = tokens[last]._replace(leaf=replace(leaf, numbers=leaf.numbers + numbers))
    elif isinstance(leaf, Phrase):
        tokens[last] = tokens[last]._replace(leaf=Numbered(leaf.words, numbers, leaf.slop, leaf.span))
    elif _are_words(tokens[first : last + 1]):
        written = text[start:end]
        tokens[first : last + 1] = [
            Token("word", start, end, written, Numbered(tuple(written.split()), numbers, None, (start, end)))
        ]


def _join_section(text: str, tokens: list[Token], at: int) -> None:
    """Make one token of the sections that begin at a value of the field, in place."""
    end = _end_of_sections(text, tokens[at - 1].start, tokens[at].start)
    last = at
    while last + 1 < len(tokens) and tokens[last + 1].end <= end:
        last += 1
    if last == at or not _are_words(tokens[at : last + 1]):
        return
    span = (tokens[at].start, tokens[last].end)
    written = text[slice(*span)]
    tokens[at : last + 1] = [Token("leaf", *span, written, Phrase(tuple(written.split()), None, span))]


def _end_of_sections(text: str, start: int, value: int) -> int:
    """Return where the list of sections ends that begins at *value*, behind the field at *start*."""
    end = value
    for reference in find_statutes(text[start:]):
        span: Span = (start + reference.start, start + reference.end)
        if span[0] - end > _BETWEEN_SECTIONS_MAX:
            break
        end = max(end, span[1])
    return end


def _are_words(tokens: Sequence[Token]) -> bool:
    """Whether all of *tokens* are words, and the brackets among them in pairs."""
    depth = 0
    for token in tokens:
        depth += {"open": 1, "close": -1}.get(token.kind, 0)
        if depth < 0 or token.kind not in ("word", "open", "close"):
            return False
    return depth == 0
