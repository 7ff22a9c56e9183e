"""Lookup: many identifiers in, what one snapshot holds of each out.

An identifier is a case number in any form, a citation of a reported judgment, an FIR, or the id of a case.  Nothing is
ranked and no model is asked: each answer says how the identifier was read, whether it is there, and if not, what is.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple, Self

from search.errors import InvalidRequest
from search.identifiers.case_number import whole_number
from search.identifiers.case_types import canonical_type, squeeze, types_by_alias
from search.identifiers.citation import find_partial_citations
from search.identifiers.fir import FirReference, find_firs
from search.identifiers.listed_pages import find_asked_citations
from search.identifiers.named_numbers import NumberMention, numbers_named
from search.identifiers.other_courts import province_beside
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
from search.results.absence import Absence, AbsenceProver
from search.results.absent_references import AbsentReference
from search.retrieval.exact import ExactRetriever
from search.retrieval.references import ReferenceRetriever
from search.snapshot.reader import Snapshot
from search.text.normalise import as_characters, fold
from search.text.spans import Span
from search.types import AskedReference, NumberQuery, ParsedQuery

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
    absence: Absence | AbsentReference | None = None
    """Of an absent case number, citation or FIR: what the index holds around it."""
    missing: tuple[str, ...] = ()
    """Of a malformed one, what is not there: "case type", "year", "court", "page", "serial"."""
    problem: str = ""
    """What is wrong, in one sentence: why a malformed one was not looked up, that another court or another category
    stands by a number."""


class NumberMatch(NamedTuple):
    """What a snapshot has of one case number."""

    number: NumberQuery
    """As it was read: a hint at the type that no case bears out is left away."""
    cases: tuple[ListedCase, ...]


class OtherCategory(NamedTuple):
    """A category that a text names behind a number, where each case with that number has another."""

    category: str
    start: int
    end: int
    """Code points of the text as given."""
    held: tuple[str, ...]
    """The categories of the cases, in their order."""


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
        matches = self.exact.match(ParsedQuery(text="#", subject="#", terms=(), numbers=(alone,)), None)
        doc_ids = matches.pinned(matches.doc_ids)
        if not number.hinted_types or number.case_types:
            return NumberMatch(number, self.listed(self._as_written(doc_ids, number.following)))
        types = self.snapshot.columns.values("case_type", doc_ids)
        hinted = [doc_id for doc_id, name in zip(doc_ids, types, strict=True) if name in number.hinted_types]
        if hinted:
            return NumberMatch(number, self.listed(hinted))
        # "1/2025 Writ" may be a case of another type whose category the words are.
        told = self._agreeing(doc_ids, number.following)
        return NumberMatch(replace(number, hinted_types=()) if told else number, self.listed(told))

    def other_category(self, text: str, number: NumberQuery, cases: Sequence[ListedCase]) -> OtherCategory | None:
        """Return the category that *text* names behind *number*, if each of *cases* has another."""
        found = _categories(self.snapshot.columns.vocabulary["category"]).match(text, number.end) if cases else None
        # "1/2024 writ", "W.P. 1/2024 Writ": the word says the type once more.
        if found is None or {*types_by_alias().get(squeeze(found[1]), ())} & {case.case_type for case in cases}:
            return None
        doc_ids = [doc_id for case in cases if (doc_id := self.snapshot.doc_id_of(case.id)) is not None]
        held = self.snapshot.columns.values("category", doc_ids)
        named = fold(found[1])
        if any(not each or fold(each).startswith(named) or named.startswith(fold(each)) for each in held):
            return None
        return OtherCategory(found[1], found.start(1), found.end(1), tuple(held))

    def is_elsewhere(self, named: NumberMention) -> bool:
        """Whether a court stands by a number of which this index holds no case."""
        courts = map(fold, self.snapshot.columns.vocabulary["court"])
        return bool(named.court) and not any(fold(named.court) in court for court in courts)

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
            named = replace(named, court=named.court or province_beside(text, named.number.start, named.number.end))
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
        other = self.other_category(text, number, cases)
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

    def _as_written(self, doc_ids: Sequence[int], following: str) -> list[int]:
        """Return those of *doc_ids* whose category and bench kind *following* begins with; all where it names none."""
        return self._agreeing(doc_ids, following) or list(doc_ids)

    def _agreeing(self, doc_ids: Sequence[int], following: str) -> list[int]:
        """Return those of *doc_ids* that agree most with what *following* begins with; none where none does."""
        rest = following.lstrip(_EDGE)
        categories = self.snapshot.columns.values("category", doc_ids)
        benches = self.snapshot.columns.values("bench_kind", doc_ids)
        agreed = [_agreed(rest, fold(each), fold(bench)) for each, bench in zip(categories, benches, strict=True)]
        best = max(agreed, default=0)
        return [doc_id for doc_id, length in zip(doc_ids, agreed, strict=True) if best and length == best]


def _agreed(rest: str, category: str, bench: str) -> int:
    """Weigh how much of *rest* begins with the category and the bench kind, or with one of them; 0 for neither."""
    in_brackets = f"({bench})" if bench else ""
    whole = f"{category} {in_brackets}".strip()
    forms = {whole, category, in_brackets} - {""}
    length = max((len(form) for form in forms if re.match(rf"{re.escape(form)}(?!\w)", rest)), default=0)
    # The court writes a bench kind behind the category: "T.A. 1/2014 (SB)" is the case that has no category.
    return 2 * length + (0 < length == len(whole))


def elsewhere(court: str) -> str:
    """Say that a number is not looked for, since it is one of another *court*."""
    return f"the {court} is named beside it, and this index has no cases of that court"


@functools.lru_cache(maxsize=4)
def _categories(names: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds one of the categories *names* right behind a number, the longest.

    A category of one word counts where nothing goes on behind it: "W.P. 1/2024 service of notices" names none.
    """
    forms = [
        r"\s{1,3}".join(map(re.escape, name.split())) + ("" if " " in name else r"(?=\s?(?:[.,;:)(\]\n]|\Z))")
        for name in sorted(filter(None, names), key=len, reverse=True)
    ]
    return re.compile(rf"[\s,.:-]{{0,4}}({'|'.join(forms)})(?!\w)" if forms else r"(?!)", re.IGNORECASE)


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
