"""Lookup: many identifiers in, what one snapshot holds of each out.

An identifier is a case number in any form, a citation of a reported judgment, an FIR, or the id of a case.  Nothing is
ranked and no model is asked: each answer says how the identifier was read, whether it is there, and if not, what is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple, Self

from search.categories import agreeing, other_category
from search.errors import InvalidRequest
from search.identifiers.case_number import whole_number
from search.identifiers.case_types import canonical_type
from search.identifiers.citation import find_partial_citations
from search.identifiers.fir import FirReference, find_firs
from search.identifiers.listed_pages import find_asked_citations
from search.identifiers.named_numbers import NumberMention, numbers_named
from search.identifiers.other_courts import court_alone_beside, elsewhere, is_elsewhere
from search.identifiers.statute import find_statutes
from search.identifiers.unread_numbers import (
    NumberFault,
    fault_of_number,
    fault_of_type,
    find_unread,
    lacks,
    says_no_type,
    unknown_type_before,
)
from search.results.absence import AbsenceProver
from search.results.found import Found, Kind, ListedCase, Status
from search.retrieval.exact import ExactRetriever
from search.retrieval.references import ReferenceRetriever
from search.snapshot.reader import Snapshot
from search.text.normalise import as_characters
from search.text.spans import Span
from search.types import AskedReference, NumberQuery, ParsedQuery

IDENTIFIERS_MAX = 500
"""Of one question."""
IDENTIFIER_LENGTH_MAX = 300
"""Characters."""
CITING_MAX = 50
"""Cases that are listed of those that cite one judgment or name one section."""

_HELD_TOGETHER = re.compile(r"\S*\d\S*")
"""What may be an id: one word with a digit."""
_LISTED_BEFORE = re.compile(r"\d\s?(?:,|&|\band|اور)\s?\Z", re.IGNORECASE)
"""Another number of the same type: "W.P. 1, 2 and 3/2023"."""


class NumberMatch(NamedTuple):
    """What a snapshot has of one case number."""

    number: NumberQuery
    """As it was read: a hint at the type that no case bears out is left away."""
    cases: tuple[ListedCase, ...]


@dataclass(frozen=True, slots=True)
class Lookup:
    """Looks identifiers up in one snapshot; safe to use from several threads."""

    snapshot: Snapshot
    exact: ExactRetriever
    absence: AbsenceProver
    references: ReferenceRetriever

    @classmethod
    def of(cls, snapshot: Snapshot) -> Self:
        """Make one over *snapshot*, without the models of an engine."""
        columns = snapshot.columns
        return cls(snapshot, ExactRetriever(columns), AbsenceProver(snapshot), ReferenceRetriever.of(columns))

    @property
    def generation(self) -> str:
        """The name of the snapshot."""
        return self.snapshot.generation

    def look_up(self, identifiers: Sequence[str]) -> tuple[Found, ...]:
        """Return one answer for each of *identifiers*, in their order.

        Raises:
            InvalidRequest: If there are none, more than `IDENTIFIERS_MAX`, or one is too long.
        """
        if not 0 < len(identifiers) <= IDENTIFIERS_MAX:
            raise InvalidRequest(
                f"there are {len(identifiers):,} identifiers; expected 1 to {IDENTIFIERS_MAX}", parameter="identifiers"
            )
        for place, identifier in enumerate(identifiers, start=1):
            if len(identifier) > IDENTIFIER_LENGTH_MAX:
                raise InvalidRequest(
                    f"identifier {place} has {len(identifier):,} characters; at most {IDENTIFIER_LENGTH_MAX} are read",
                    parameter="identifiers",
                )
        return tuple(replace(self._found(as_characters(each)), identifier=each) for each in identifiers)

    def numbers_of(self, text: str, taken: Sequence[Span]) -> list[NumberMention]:
        """Return the case numbers of *text*; a type that no table knows and cases here have counts as known."""
        return [self._known_here(each) for each in numbers_named(text, taken)]

    def match(self, number: NumberQuery) -> NumberMatch:
        """Return every case with *number*, type by type; where words behind it name a category, those of that one."""
        # As the whole of a query, where a number without a case type counts as well.
        alone = replace(number, start=0, end=1)
        matches = self.exact.match(ParsedQuery(text="#", subject="#", terms=(), numbers=(alone,)))
        doc_ids, columns = matches.pinned(matches.doc_ids), self.snapshot.columns
        if not number.hinted_types or number.case_types:
            return NumberMatch(number, self.listed(agreeing(columns, doc_ids, number.following) or doc_ids))
        types = columns.values("case_type", doc_ids)
        hinted = [doc_id for doc_id, name in zip(doc_ids, types, strict=True) if name in number.hinted_types]
        if hinted:
            return NumberMatch(number, self.listed(hinted))
        # "1/2025 Writ" may be a case of another type whose category the words are.
        told = agreeing(columns, doc_ids, number.following)
        return NumberMatch(replace(number, hinted_types=()) if told else number, self.listed(told))

    def is_elsewhere(self, named: NumberMention) -> bool:
        """Whether a court stands by a number of which this index holds no case."""
        return is_elsewhere(named.court, self.snapshot.columns.vocabulary["court"])

    def listed(self, doc_ids: Sequence[int]) -> tuple[ListedCase, ...]:
        """Return what a list shows of each of *doc_ids*, in their order."""
        types = self.snapshot.columns.values("case_type", doc_ids)
        shown = self.snapshot.display(doc_ids)
        return tuple(
            ListedCase(row["id"], row["source_id"], row["number"] or "", row["title"], row["status"], case_type)
            for row, case_type in zip(shown, types, strict=True)
        )

    def _found(self, text: str) -> Found:
        by_id = self._by_id(text.strip())
        if by_id is not None:
            return by_id
        unread = next(iter(find_unread(text)), None)
        if unread is not None:
            return _malformed_number(unread.fault)
        citations, firs = find_asked_citations(text), [fir for fir in find_firs(text) if fir.number]
        spans = [*((each.start, each.end) for each in citations), *((each.start, each.end) for each in firs)]
        numbers = _apart(self.numbers_of(text, spans))
        if len(numbers) == 1 and not _LISTED_BEFORE.search(text[: numbers[0].number.start]):
            (named,) = numbers
            named = replace(named, court=named.court or court_alone_beside(text, named.number.start, named.number.end))
            return self._of_named(text, named if named.is_typed else self._whole(text) or named)
        if numbers:
            return _several("case numbers")
        if citations:
            keys = tuple(dict.fromkeys(citation.key for citation in citations))
            if len(keys) > 1:
                return _several("citations")
            (first, *_) = citations
            return self._referring(AskedReference("citation", first.key, first.start, first.end))
        return self._of_firs(firs) if firs else _unread(text.strip())

    def _of_firs(self, named: Sequence[FirReference]) -> Found:
        firs = {fir.query for fir in named}
        if len(firs) > 1:
            return _several("FIRs")
        (fir,) = firs
        if not (fir.year or fir.police_station):
            return _malformed("FIR", NumberFault(("year",), lacks("FIR", ("year",))))
        return self._referring(AskedReference("FIR", fir.key, named[0].start, named[0].end))

    def _by_id(self, text: str) -> Found | None:
        doc_id = self.snapshot.doc_id_of(text) if text else None
        return None if doc_id is None else Found("", "id", text, "found", self.listed([doc_id]), 1)

    def _of_named(self, text: str, named: NumberMention) -> Found:
        written = named.unknown_type or ("" if named.is_typed else unknown_type_before(text, named.number.start))
        written = "" if says_no_type(written) else written
        if self.is_elsewhere(named):
            value = f"{written} {named.number.read_as}".strip()
            return Found("", "case number", value, "absent", problem=elsewhere(named.court))
        if written:
            return _malformed("case number", fault_of_type(written))
        number, cases = self.match(named.number)
        if not cases:
            return Found("", "case number", number.read_as, "absent", absence=self.absence.of(number))
        status: Status = "found" if len(cases) == 1 else "ambiguous"
        other = other_category(self.snapshot, text, number, cases)
        problem = f"no case with this number is {other.category!r} here" if other else ""
        return Found("", "case number", number.read_as, status, cases, len(cases), problem=problem)

    def _known_here(self, named: NumberMention) -> NumberMention:
        name = canonical_type(named.unknown_type)
        if name not in self.snapshot.columns.vocabulary["case_type"]:
            return named
        return NumberMention(replace(named.number, case_types=(name,)), court=named.court)

    def _whole(self, text: str) -> NumberMention | None:
        """Read *text* in the court's own form, if its type is one that only the cases here tell."""
        whole = whole_number(text)
        known = self.snapshot.columns.vocabulary["case_type"]
        return NumberMention(whole) if whole is not None and whole.case_types[0] in known else None

    def _referring(self, asked: AskedReference) -> Found:
        doc_ids = self.references.with_reference(asked)
        kind: Kind = "FIR" if asked.kind == "FIR" else "citation"
        if not doc_ids:
            return Found("", kind, asked.read_as, "absent", absence=self.absence.of_reference(asked))
        return Found("", kind, asked.read_as, "found", self.listed(doc_ids[:CITING_MAX]), len(doc_ids))


def _apart(numbers: Sequence[NumberMention]) -> list[NumberMention]:
    """Return different numbers once each."""
    return list({(each.number.read_as, each.unknown_type.casefold(), each.court): each for each in numbers}.values())


def _several(what: str) -> Found:
    return Found("", "", "", "malformed", problem=f"it holds several {what}; give each by itself")


def _unread(text: str) -> Found:
    """Tell what is missing in what could not be read, or take it for an id that is not there."""
    partial = next(iter(find_partial_citations(text)), None)
    if partial is not None:
        return _malformed("citation", NumberFault(partial.missing, lacks("citation", partial.missing)))
    sections = find_statutes(text)
    if sections:
        problem = f"it is a section of law, {sections[0].label}, and no case number, citation, FIR or id"
        return Found("", "", "", "malformed", problem=problem)
    fault = fault_of_number(text)
    if fault is not None:
        return _malformed_number(fault)
    if _HELD_TOGETHER.fullmatch(text):
        return Found("", "id", text, "absent")
    return Found("", "", "", "malformed", problem="it holds no case number, no citation, no FIR and no id")


def _malformed_number(fault: NumberFault) -> Found:
    return _malformed("case number" if fault.missing else "", fault)


def _malformed(kind: Kind, fault: NumberFault) -> Found:
    return Found("", kind, "", "malformed", missing=fault.missing, problem=fault.problem)
