"""Words that are one thing: the number of a case, a case type, a citation, an FIR, a section of law.

"wp 1/2025 NOT murder" names one case and no word "wp"; in "section:302 PPC" the act belongs to the field.
"""

from __future__ import annotations

import bisect
import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from search.identifiers.case_number import find_numbers
from search.identifiers.case_types import squeeze
from search.identifiers.citation import Citation
from search.identifiers.fir import FirReference
from search.identifiers.named_types import TYPE_WORDS_MAX, find_types, leading_type
from search.identifiers.statute import StatuteReference
from search.query.expression import Field, Numbered, Or, Phrase, Reference, Referred, Word
from search.query.named import References, references_in
from search.query.tokens import CAPITALS, Token
from search.snapshot.fields import is_title
from search.text.legal_terms import LEGAL_TERMS
from search.text.normalise import fold
from search.text.spans import Span, blanked
from search.types import NumberQuery

_BETWEEN_SECTIONS_MAX = 8
"""Characters between two sections of one list: ", ", " and "."""
_BEFORE_STATION_MAX = 12
"""Characters between an FIR and its police station: ", registered at"."""
_JUDGE_WORDS_MAX = 8
"""Of titles and name."""
_POSSESSIVE = re.compile(r"['’]s$")
_WORD = re.compile(r"\w+")
_JOINING = frozenset("and read with r w اور".split())
"""Words between the references of a list."""


class _Place(NamedTuple):
    """Where a reference stands."""

    span: Span
    reference: Reference


def joined(text: str, tokens: Sequence[Token], case_types: tuple[str, ...] = ()) -> list[Token]:
    """Return *tokens* of *text* with those together that name one case, or what a case refers to.

    Behind ``section:`` a whole list of sections is one thing, and behind ``type:`` the longest name of a case type, by
    a table or of *case_types*.
    """
    numbers, references = find_numbers(text), references_in(text)
    found = _without_joints(text, tokens, numbers, references.citations)
    for number in numbers:
        _join_number(text, found, number)
    found = [_quoted(token) for token in found]
    for at in range(len(found) - 1, 0, -1):
        if _is_field(found, at - 1, "section") and found[at].kind == "word":
            _join_sections(text, found, at, references.sections)
        elif _is_field(found, at - 1, "type"):
            _join_type(text, found, at, case_types)
    _join_types(text, found, case_types)
    _join_judges(text, found)
    # All groups before the first of them is joined: that moves the others.
    for group in _sharing(found, _places(text, references)):
        _join_references(text, found, group)
    return found


def _without_joints(
    text: str, tokens: Sequence[Token], numbers: Sequence[NumberQuery], citations: Sequence[Citation]
) -> list[Token]:
    """Leave out the AND of a list of numbers or pages, "W.P. Nos. 1 AND 2 of 2025": each is asked for by itself."""
    inside = [
        (number.end, following.start)
        for number, following in itertools.pairwise(numbers)
        if text[number.end : following.start].strip(" ,") in ("AND", "OR", "")
    ]
    for citation, following in itertools.pairwise(citations):
        if text[following.start : following.end].isdecimal():
            inside.append((citation.end, following.start))
    return [
        token
        for token in tokens
        if token.kind not in CAPITALS or not any(start <= token.start and token.end <= end for start, end in inside)
    ]


def _is_field(tokens: Sequence[Token], at: int, name: str = "") -> bool:
    return at >= 0 and tokens[at].kind == "field" and name in ("", tokens[at].text)


def _tokens_at(tokens: Sequence[Token], span: Span) -> range:
    first = bisect.bisect_right(tokens, span[0], key=lambda token: token.end)
    return range(first, bisect.bisect_left(tokens, span[1], lo=first, key=lambda token: token.start))


def _join_number(text: str, tokens: list[Token], number: NumberQuery) -> None:
    """Make one token of those in which *number* stands, in place."""
    places = _tokens_at(tokens, (number.start, number.end))
    if not places:
        return
    if not _are_words(tokens[places[0] : places[-1] + 1]):
        # A phrase holds it, or a field stands within: "wp number:1/2025".
        places = places[-1:]
    first, last = places[0], places[-1]
    if _is_field(tokens, first - 1, "type"):
        return  # "type:wp 1/2025": a type, and a number without one
    if not (number.case_types or number.hinted_types or _is_field(tokens, first - 1, "number")):
        return
    leaf = tokens[last].leaf
    numbers = (replace(number, preceding="", following="", start=0, end=0),)
    if isinstance(leaf, Numbered):
        tokens[last] = tokens[last]._replace(leaf=replace(leaf, numbers=leaf.numbers + numbers))
    elif isinstance(leaf, Phrase):
        tokens[last] = tokens[last]._replace(leaf=Numbered(leaf.words, numbers, leaf.slop, leaf.span))
    elif _are_words(tokens[first : last + 1]):
        words, span = _written(text, tokens[first : last + 1])
        tokens[first : last + 1] = [_one(text, span, Numbered(words, numbers, None, span))]


def _join_sections(text: str, tokens: list[Token], at: int, sections: Sequence[StatuteReference]) -> None:
    """Make one token of the sections that begin at a value of the field, in place."""
    end = _end_of_sections(sections, tokens[at].start)
    last = at
    while last + 1 < len(tokens) and tokens[last + 1].end <= end:
        last += 1
    if last > at and _are_words(tokens[at : last + 1]):
        words, span = _written(text, tokens[at : last + 1])
        tokens[at : last + 1] = [_one(text, span, Phrase(words, None, span))]


def _join_type(text: str, tokens: list[Token], at: int, case_types: tuple[str, ...]) -> None:
    """Make one token of the words that begin at a value of the field and name a case type together, in place."""
    words = itertools.takewhile(_is_plain, tokens[at : at + TYPE_WORDS_MAX])
    length = leading_type([token.text for token in words], case_types)
    if length > 1:
        written, span = _written(text, tokens[at : at + length])
        tokens[at : at + length] = [_one(text, span, Phrase(written, None, span))]


def _join_types(text: str, tokens: list[Token], case_types: tuple[str, ...]) -> None:
    """Make one token of the words that name a case type of the index, in place: they ask for the cases of the type.

    A name in full asks for those that hold its words as well: a case may speak of a civil suit and be none.
    """
    for name in find_types(text, plurals=True):
        at = _tokens_at(tokens, (name.start, name.end))
        held = tokens[at.start : at.stop]
        whole = name.is_whole and not name.is_ordinary and not set(name.case_types).isdisjoint(case_types)
        if not whole or not held or _is_field(tokens, at.start - 1):
            continue
        if all(map(_is_plain, held)):
            words, span = _written(text, held)
            of_type = Field("type", Phrase((name.squeezed,), None, span), span)
            in_full = len(words) > 1 and squeeze(text[name.start : name.end]) == name.squeezed
            either = Or((of_type, Phrase(words, None, span)), span)
            tokens[at.start : at.stop] = [_one(text, span, either if in_full else of_type)]


def _join_judges(text: str, tokens: list[Token]) -> None:
    """Make one token of a judge's title and the name in capitals that follows it behind NOT, in place.

    It leaves out a judge; elsewhere a judge in words is a filter, and no part of what operators join.
    """
    for at in range(len(tokens) - 2, 0, -1):
        if tokens[at - 1].kind not in ("not", "minus"):
            continue
        held = list(itertools.takewhile(_is_plain, tokens[at : at + _JUDGE_WORDS_MAX]))
        titles = list(itertools.takewhile(lambda token: is_title(fold(token.text)), held))
        name = list(itertools.takewhile(_may_be_a_name, held[len(titles) :]))
        if name and any(fold(token.text) == "justice" for token in titles):
            end = at + len(titles) + len(name)
            words, span = _written(text, tokens[at:end])
            told = tuple(_POSSESSIVE.sub("", word) for word in words[len(titles) :])
            tokens[at:end] = [_one(text, span, Field("judge", Phrase(told, None, span), span))]


def _is_plain(token: Token) -> bool:
    return token.kind == "word" and isinstance(token.leaf, Word)


def _may_be_a_name(token: Token) -> bool:
    return token.text[0].isupper() and token.text.casefold() not in LEGAL_TERMS


def _end_of_sections(sections: Sequence[StatuteReference], value: int) -> int:
    """Return where the list of *sections* ends that begins at *value*."""
    end = value
    for section in sections:
        if section.end <= value:
            continue
        if section.start - end > _BETWEEN_SECTIONS_MAX:
            break
        end = max(end, section.end)
    return end


def _quoted(token: Token) -> Token:
    """Return *token* as what a case refers to, where it is a phrase that says this alone."""
    if token.kind != "leaf" or not isinstance(phrase := token.leaf, Phrase) or phrase.slop is not None:
        return token
    # By itself: a quotation mark before the name of an act is no part of that name.  With its commas: they part a list.
    (_, start), (end, _) = token.marks
    text = token.text[start - token.start : end - token.start]
    places = _places(text, references_in(text))
    outside = blanked(text, [place.span for place in places])
    if not places or not _JOINING.issuperset(_WORD.findall(outside.casefold())):
        return token
    references = tuple(place.reference for place in places)
    return token._replace(leaf=Referred(tuple(text.split()), references, None, phrase.span))


def _places(text: str, references: References) -> list[_Place]:
    firs = (_Place(_span_of(fir), fir.query) for fir in references.firs)
    found = [*_cited(text, references.citations), *firs, *_under(text, references.sections)]
    return sorted(found, key=lambda place: place.span)


def _cited(text: str, citations: Sequence[Citation]) -> Iterator[_Place]:
    first = 0
    for citation in citations:
        # The pages of a list, "2019 SCMR 45, 67", stand in one place.
        first = first if text[citation.start : citation.end].isdecimal() else citation.start
        yield _Place((first, citation.end), citation._replace(start=0, end=0))


def _span_of(fir: FirReference) -> Span:
    station = fir.station_span
    if station is None or not 0 <= station[0] - fir.end <= _BEFORE_STATION_MAX:
        return (fir.start, fir.end)
    return (fir.start, station[1])


def _under(text: str, sections: Sequence[StatuteReference]) -> Iterator[_Place]:
    for section in sections:
        # A bare number may be anything.
        if (section.act and not section.assumed) or not text[section.start].isdigit():
            yield _Place((section.start, section.end), section._replace(start=0, end=0))


def _sharing(tokens: Sequence[Token], places: Sequence[_Place]) -> list[list[_Place]]:
    """Return *places*, which are in order, with those together that share a token: "302/34"."""
    groups: list[list[_Place]] = []
    taken = 0
    for place in places:
        at = _tokens_at(tokens, place.span)
        if groups and at.start < taken:
            groups[-1].append(place)
        else:
            groups.append([place])
        taken = max(taken, at.stop)
    return groups


def _join_references(text: str, tokens: list[Token], places: Sequence[_Place]) -> None:
    """Make one token of those in which references stand that share them, "302/34 PPC", in place."""
    start, end = min(place.span[0] for place in places), max(place.span[1] for place in places)
    at = _tokens_at(tokens, (start, end))
    references = tuple(place.reference for place in places)
    held = tokens[at.start : at.stop]
    if not held or _is_field(tokens, at.start - 1):
        return
    if not _are_words(held) or any(isinstance(token.leaf, Phrase | Numbered | Referred) for token in held):
        return
    words, span = _written(text, held)
    tokens[at[0] : at[-1] + 1] = [_one(text, span, Referred(words, references, None, span))]


def _one(text: str, span: Span, leaf: Phrase | Numbered | Referred | Field | Or) -> Token:
    return Token("word", *span, text[slice(*span)], leaf)


def _written(text: str, tokens: Sequence[Token]) -> tuple[tuple[str, ...], Span]:
    span = (tokens[0].start, tokens[-1].end)
    return tuple(text[slice(*span)].split()), span


def _are_words(tokens: Sequence[Token]) -> bool:
    """Whether all of *tokens* are words, and the brackets among them in pairs."""
    depth = 0
    for token in tokens:
        depth += {"open": 1, "close": -1}.get(token.kind, 0)
        if depth < 0 or token.kind not in ("word", "open", "close"):
            return False
    return depth == 0
