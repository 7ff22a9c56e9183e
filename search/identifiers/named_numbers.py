"""Case numbers as a text names them: all of a list with its type, those of types that no table knows, and the court.

`find_numbers` reads one number by what stands by it.  Here are the numbers of a whole text, for whoever must answer
every one of them: a brief that is checked, an identifier that is looked up.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from search.identifiers.case_number import FurtherType, as_ascii, find_numbers
from search.identifiers.case_types import CASE_TYPES, squeeze, types_by_alias
from search.identifiers.other_courts import court_beside
from search.text.spans import Span
from search.types import NumberQuery


@dataclass(frozen=True, slots=True)
class NumberMention:
    """One case number that a text names."""

    number: NumberQuery
    """Its place begins with the type, where one stands right before it."""
    unknown_type: str = ""
    """As written, where a case type stands there that no table knows: "Civil Petition"."""
    court: str = ""
    """Another court that the text names beside it, as written."""

    @property
    def is_typed(self) -> bool:
        """Whether the text says of what type it is, in words that are known here or not."""
        return bool(self.number.case_types or self.number.hinted_types or self.unknown_type)


_LISTED = re.compile(
    r"\s?(?:,|;|&|،|\band\b|\bor\b|اور)?\s?(?:(?:and|or|&|اور)\s)?(?:(?:nos?|number)[\s.:#]{1,3})?", re.IGNORECASE
)
"""Between two numbers of one list: "4/2025, 5/2025 & 6/2025"."""
_QUALIFIER = (
    r"(?:writ|civil|civ\.?|criminal|crl\.?|cr\.?|constitution(?:al)?|constt?\.?|jail|human\srights|suo\smot[ou]|family|rent"
    r"|review|accountability|tax|service|election|execution|contempt|misc(?:ellaneous|\.)?|first|second|regular|special"
    r"|guardian|succession|banking|customs?|labour|land|income|sales|compan(?:y|ies)|secp|ogra|private|leave|transfer|intra[\s-]court)"
)
_MATTER = r"(?:petition|appeal|application|suit|reference|revision|case|complaint|original|objection)s?"
_LEAVE = r"(?:civil|crl\.?|criminal)\s{1,3}petitions?\s{1,3}for\s{1,3}leave\s{1,3}to\s{1,3}appeal"
_SHORT = "|".join(
    r"\.?\s?".join(form.split()) + r"\.?s?\.?"
    for form in (
        *("C P L A", "C P", "C A", "C R P", "C U O", "C S A", "J P", "H R C", "S M C", "O S A", "Crl P L A"),
        *("Crl P", "Cr P L A", "Cr P", "Crl R P", "Constt? P", "Const Pet", "Civ Pet"),
        # Known ones, for their plural.
        *("W P", "I C A", "R F A", "F A O", "R S A", "C R", "Crl A", "Crl Misc", "Crl Org"),
    )
)
_NUMBER_SIGN = r"(?:[\s,.]{0,3}(?:bearing\s)?(?<![^\W\d_])(?:nos?|number)(?![^\W\d_]))"
_UNKNOWN = re.compile(
    rf"""(?<![^\W_])(?<![^\W\d_]\.)(?:
        (?P<matter>{_LEAVE}|(?P<qualified>(?:{_QUALIFIER}\s{{1,3}}){{1,4}})?{_MATTER})(?P<sign>{_NUMBER_SIGN})?
        |(?P<short>(?-i:{_SHORT})){_NUMBER_SIGN}?
    )[\s.:#-]{{0,4}}(?=\d)""",
    re.IGNORECASE | re.VERBOSE,
)
_OF_A_LETTER = re.compile(r"\b(?:letter|your|our|office|memo|file|bank|its|diary|above)\s{1,2}\Z", re.IGNORECASE)


def numbers_named(text: str, taken: Iterable[Span] = ()) -> list[NumberMention]:
    """Return the case numbers of *text*, in order.

    A number without a type takes that of the one before it in a list.  One in *taken*, the span of a citation or an
    FIR, is none, unless a case type stands right before it.
    """
    found = [_named(number) for number in find_numbers(text, _further_types)]
    marked = bytearray(len(text))
    for start, end in taken:
        marked[start:end] = b"\x01" * (end - start)
    kept = [each for each in found if _has_type(each) or not any(marked[each.number.start : each.number.end])]
    return [each for listed in _lists(as_ascii(text), kept) for each in _of_one_list(text, listed)]


def is_short_form(written: str) -> bool:
    """Whether *written* is short for a type of case that other courts have, "C.P.L.A."."""
    return re.fullmatch(_SHORT, written, re.IGNORECASE) is not None


def _has_type(each: NumberMention) -> bool:
    return bool(each.number.case_types or each.unknown_type)


def _named(number: NumberQuery) -> NumberMention:
    """Return *number* by what is known of its type: a name that is none of the tables is as written."""
    if number.case_types and number.case_types[0] not in CASE_TYPES:
        return NumberMention(replace(number, case_types=()), number.case_types[0])
    return NumberMention(number)


def _further_types(plain: str) -> Mapping[int, FurtherType]:
    """Return the case types of *plain* that no table knows, or in the plural alone, by the place of their number."""
    return {match.end(): _further(match) for match in _UNKNOWN.finditer(plain) if _is_type(plain, match)}


def _further(match: re.Match[str]) -> FurtherType:
    written = " ".join((match["short"] or match["matter"]).split())
    # A type that is known may be only the end of what stands there: "P.L.A." of "C.P.L.A.".
    is_longer = bool(match["short"]) or "leave" in written.lower()
    return FurtherType(match.start(), _in_singular(written) or (written,), is_longer)


def _is_type(plain: str, match: re.Match[str]) -> bool:
    """Whether *match* names a matter: a word alone only where "No." follows it, and it is not that of a letter."""
    if match["short"] or match["qualified"] or "leave" in match["matter"].lower():
        return True
    return bool(match["sign"]) and not _OF_A_LETTER.search(plain, max(0, match.start() - 12), match.start())


def _in_singular(written: str) -> tuple[str, ...]:
    """Return the types that "Writ Petitions" or "W.Ps" stands for; none where no table knows it in the singular."""
    return types_by_alias().get(squeeze(written).replace("companies", "company").removesuffix("s"), ())


def _lists(plain: str, numbers: Sequence[NumberMention]) -> Iterator[list[NumberMention]]:
    """Yield *numbers* list by list: one and those that follow it without a type, joined by no more than "and"."""
    listed: list[NumberMention] = []
    for each in numbers:
        if listed and not _continues(plain, listed[-1], each):
            yield listed
            listed = []
        listed.append(each)
    if listed:
        yield listed


def _continues(plain: str, last: NumberMention, following: NumberMention) -> bool:
    start = following.number.start
    # What begins with a letter has a type of its own.
    return plain[start].isdigit() and _LISTED.fullmatch(plain, last.number.end, start) is not None


def _of_one_list(text: str, listed: Sequence[NumberMention]) -> Iterator[NumberMention]:
    first = listed[0]
    start, end = first.number.start, listed[-1].number.end
    court = court_beside(text, start, end, first.number.case_types or first.number.hinted_types)
    for each in listed:
        if each.is_typed or not first.is_typed:
            yield replace(each, court=court)
        else:
            number = replace(each.number, case_types=first.number.case_types)
            yield NumberMention(number, first.unknown_type, court)
