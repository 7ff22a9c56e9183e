"""Lookup: many identifiers in, what one snapshot holds of each out.

An identifier is a case number in any form, a citation of a reported judgment, an FIR, or the id of a case.  Nothing is
ranked and no model is asked: each answer says how the identifier was read, whether it is there, and if not, what is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal, Self

from search.errors import InvalidRequest
from search.identifiers.case_number import as_ascii
from search.identifiers.case_types import squeeze, types_by_alias
from search.identifiers.citation import find_citations, find_partial_citations
from search.identifiers.fir import find_firs
from search.query.parser import as_characters, numbers_in
from search.results.absence import Absence, AbsenceProver
from search.retrieval.exact import ExactRetriever
from search.retrieval.references import ReferenceRetriever
from search.snapshot.reader import Snapshot
from search.text.normalise import fold
from search.types import FirQuery, NumberQuery, ParsedQuery

IDENTIFIERS_MAX = 500
"""Of one question."""
IDENTIFIER_LENGTH_MAX = 300
"""Characters."""
CITING_MAX = 50
"""Cases that are listed of those that cite one judgment or name one section."""

Kind = Literal["case number", "citation", "FIR", "id", ""]
Status = Literal["found", "ambiguous", "absent", "malformed"]

_HELD_TOGETHER = re.compile(r"\S*\d\S*")
"""What may be an id: one word with a digit."""
_SERIAL_AND_YEAR = re.compile(r"(?<!\d)\d{1,7}\s?(?:[-/]|\bof\b|\s)\s?\d{4}(?!\d)", re.IGNORECASE)
_ONE_NUMBER = re.compile(r"(?P<before>\D{0,60})(?P<number>\d{1,7})\D{0,60}")
_YEAR_DIGITS = 4
_NO_TYPE = frozenset({"", "no", "number", "case", "case no", "case number"})
_LISTED_BEFORE = re.compile(r"\d\s?(?:,|&|\band|اور)\s?\Z", re.IGNORECASE)
"""Another number of the same type: "W.P. 1, 2 and 3/2023"."""
_EDGE = " .,:;-"


@dataclass(frozen=True, slots=True)
class ListedCase:
    """One case, with what a list shows of it."""

    id: str
    source_id: str
    number: str
    """As the court writes it; empty for a document of no known case."""
    title: str
    status: str
    """"Decided", "Pending" or empty."""
    case_type: str
    """Canonical; empty where the case has no number."""


@dataclass(frozen=True, slots=True)
class Found:
    """One identifier and what there is of it."""

    identifier: str
    """As given."""
    kind: Kind
    """What it was read as; empty where nothing could be read."""
    value: str
    """How it was read: "WP 12345/2023", "PLD 2019 Islamabad 45", "123/2024 Kohsar"."""
    status: Status
    """"found": one case; of a citation or an FIR, any case that refers to it.  "ambiguous": several have the number."""
    cases: tuple[ListedCase, ...] = ()
    """The cases, type by type; for a citation or an FIR those that refer to it, by their place in the index."""
    total: int = 0
    """How many cases there are; of those that refer to something, `CITING_MAX` are listed."""
    absence: Absence | None = None
    """Of an absent case number: what the index holds around it."""
    missing: tuple[str, ...] = ()
    """Of a malformed one, what is not there: "year", "court", "page", "serial"."""
    problem: str = ""
    """Of a malformed one, why it was not looked up, in one sentence."""


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

    def cases_with(self, number: NumberQuery) -> tuple[ListedCase, ...]:
        """Return every case with *number*, type by type; where words behind it name a category, those of that one."""
        # As the whole of a query, where a number without a case type counts as well.
        alone = replace(number, start=0, end=1)
        matches = self.exact.match(ParsedQuery(text="#", subject="#", terms=(), numbers=(alone,)), None)
        doc_ids = matches.pinned(matches.doc_ids)
        return self.listed(self._as_written(doc_ids, number.following))

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
        numbers = _apart(numbers_in(text))
        if len(numbers) == 1 and not _LISTED_BEFORE.search(text[: numbers[0].start]):
            return self._of_number(numbers[0])
        if numbers:
            return _several("case numbers")
        citations = find_citations(text)
        if citations:
            keys = tuple(dict.fromkeys(citation.key for citation in citations))
            if len(keys) > 1:
                return _several("citations")
            return self._referring("citation", keys[0], self.references.citing(keys[0]))
        return self._of_fir(text) or _unread(text.strip())

    def _of_fir(self, text: str) -> Found | None:
        firs = {FirQuery(fir.number, fir.year, fir.police_station) for fir in find_firs(text) if fir.number}
        if not firs:
            return None
        if len(firs) > 1:
            return _several("FIRs")
        (fir,) = firs
        if not (fir.year or fir.police_station):
            return _malformed("FIR", ("year",))
        return self._referring("FIR", fir.key, self.references.with_fir(fir))

    def _by_id(self, text: str) -> Found | None:
        doc_id = self.snapshot.doc_id_of(text) if text else None
        return None if doc_id is None else Found("", "id", text, "found", self.listed([doc_id]), 1)

    def _of_number(self, number: NumberQuery) -> Found:
        absence = self.absence.of(number)
        cases = self.cases_with(number)
        if not cases:
            return Found("", "case number", absence.number, "absent", absence=absence)
        status: Status = "found" if len(cases) == 1 else "ambiguous"
        return Found("", "case number", absence.number, status, cases, len(cases))

    def _referring(self, kind: Kind, value: str, doc_ids: Sequence[int]) -> Found:
        cases = self.listed(doc_ids[:CITING_MAX])
        return Found("", kind, value, "found" if cases else "absent", cases, len(doc_ids))

    def _as_written(self, doc_ids: Sequence[int], following: str) -> list[int]:
        """Return those of *doc_ids* whose category and bench kind *following* begins with; all where it names none."""
        rest = following.lstrip(_EDGE)
        categories = self.snapshot.columns.values("category", doc_ids)
        benches = self.snapshot.columns.values("bench_kind", doc_ids)
        agreed = [_agreed(rest, fold(each), fold(bench)) for each, bench in zip(categories, benches, strict=True)]
        best = max(agreed, default=0)
        return [doc_id for doc_id, length in zip(doc_ids, agreed, strict=True) if length == best]


def _agreed(rest: str, category: str, bench: str) -> int:
    """Weigh how much of *rest* begins with the category and the bench kind, or with one of them; 0 for neither."""
    in_brackets = f"({bench})" if bench else ""
    whole = f"{category} {in_brackets}".strip()
    forms = {whole, category, in_brackets} - {""}
    length = max((len(form) for form in forms if re.match(rf"{re.escape(form)}(?!\w)", rest)), default=0)
    # The court writes a bench kind behind the category: "T.A. 1/2014 (SB)" is the case that has no category.
    return 2 * length + (0 < length == len(whole))


def _apart(numbers: Sequence[NumberQuery]) -> list[NumberQuery]:
    """Return different numbers once each; of two readings of one place that whose case type a table knows."""
    kept: list[NumberQuery] = []
    for number in numbers:
        again = next((place for place, other in enumerate(kept) if _overlap(number, other)), None)
        if again is None:
            kept.append(number)
        elif number.case_types:
            kept[again] = number
    return list({(number.case_types, number.serial, number.year): number for number in kept}.values())


def _overlap(left: NumberQuery, right: NumberQuery) -> bool:
    return left.start < right.end and right.start < left.end


def _several(what: str) -> Found:
    return Found("", "", "", "malformed", problem=f"it holds several {what}; give each by itself")


def _unread(text: str) -> Found:
    """Tell what is missing in what could not be read, or take it for an id that is not there."""
    partial = next(iter(find_partial_citations(text)), None)
    if partial is not None:
        return _malformed("citation", partial.missing)
    missing = _missing_of_number(text)
    if missing:
        return _malformed("case number", missing)
    if _HELD_TOGETHER.fullmatch(text):
        return Found("", "id", text, "absent")
    return Found("", "", "", "malformed", problem="it holds no case number, no citation, no FIR and no id")


def _malformed(kind: Kind, missing: tuple[str, ...]) -> Found:
    *others, last = missing
    lacks = f"{', '.join(others)} and {last}" if others else last
    return Found("", kind, "", "malformed", missing=missing, problem=f"the {kind} lacks its {lacks}")


def _missing_of_number(text: str) -> tuple[str, ...]:
    """Return what a case number lacks of which *text* gives a part; nothing where it gives none."""
    plain = as_ascii(text)
    typed = _begins_with_type(plain)
    if _SERIAL_AND_YEAR.search(plain):
        return ("year",) if typed else ("case type",)  # with its type a number is read, unless its year is none
    if not re.search(r"\d", plain):
        return ("serial", "year") if typed else ()
    alone = _ONE_NUMBER.fullmatch(plain)
    if alone is None or not (typed or alone["before"].strip(" .#").casefold() in _NO_TYPE):
        return ()
    part = "serial" if alone["before"].rstrip().endswith("/") and len(alone["number"]) == _YEAR_DIGITS else "year"
    return (part,) if typed else ("case type", part)


def _begins_with_type(plain: str) -> bool:
    """Whether what stands before the first digit is a case type, with or without "No." behind it."""
    head = re.split(r"\d", plain, maxsplit=1)[0].strip(" .-/#:")
    return any(squeeze(words) in types_by_alias() for words in (head, re.sub(r"(?i)\b(?:nos?|number)$", "", head)))
