"""Reference retrieval: the cases that cite a judgment, come from an FIR, or name a section, an advocate or a case."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple, Self

from search.identifiers.fir import answers_fir
from search.identifiers.statute import StatuteReference, reference_of
from search.retrieval.coded import CodedFields
from search.snapshot.columns import NO_CODE, NO_SERIAL, Columns
from search.snapshot.provisions import cases_of, whole
from search.types import AskedReference, FirQuery, Mask, ParsedQuery

Number = tuple[str, int, int]
"""Canonical case type, serial and year."""


class Referring(NamedTuple):
    """The cases that refer to what a query names."""

    runs: Mapping[str, tuple[int, ...]]
    """"citation", "fir", "section" or "advocate" -> the cases that name one of that sort, by doc_id."""
    agreement: Mapping[int, int]
    """How many of the references each of those cases has."""
    having: Mapping[AskedReference, tuple[int, ...]] = MappingProxyType({})
    """Where references are all that the query asks for: each with its cases, by doc_id, whatever the filters."""
    named: tuple[frozenset[int], ...] = ()
    """The cases that have each citation, FIR and section of the query, by doc_id, whatever the filters."""
    represented: tuple[frozenset[int], ...] = ()
    """The cases in which each advocate that it names appears, likewise."""

    @property
    def missing(self) -> tuple[AskedReference, ...]:
        """References that no case here has."""
        return tuple(each for each, rows in self.having.items() if not rows)

    @property
    def left_out(self) -> tuple[AskedReference, ...]:
        """References whose cases the filters leave out."""
        return tuple(each for each, rows in self.having.items() if rows and self.agreement.keys().isdisjoint(rows))

    def within(self, allowed: Mask | None) -> Referring:
        """Return those of the cases that are *allowed*."""
        if allowed is None:
            return self
        runs = {name: tuple(row for row in rows if allowed[row]) for name, rows in self.runs.items()}
        return self._replace(
            runs={name: rows for name, rows in runs.items() if rows},
            agreement={row: count for row, count in self.agreement.items() if allowed[row]},
        )


@dataclass(frozen=True, slots=True)
class ReferenceRetriever:
    """Looks up who refers to what, in the columns of a snapshot."""

    columns: Columns
    _naming: Mapping[Number, tuple[int, ...]]
    """Number -> codes of the column ``named_number`` that may mean it."""
    _firs: Mapping[str, tuple[tuple[FirQuery, int], ...]]
    """Number of a report -> the reports of that number and their codes."""

    @classmethod
    def of(cls, columns: Columns) -> Self:
        """Read the numbers and FIRs of *columns* once."""
        naming: dict[Number, list[int]] = defaultdict(list)
        for code, read_as in enumerate(columns.vocabulary["named_number"]):
            for number in numbers_of(read_as):
                naming[number].append(code)
        firs: dict[str, list[tuple[FirQuery, int]]] = defaultdict(list)
        for code, key in enumerate(columns.vocabulary["fir"]):
            fir = FirQuery.of_key(key)
            firs[fir.number].append((fir, code))
        return cls(
            columns,
            {number: tuple(codes) for number, codes in naming.items()},
            {number: tuple(entries) for number, entries in firs.items()},
        )

    def match(self, parsed: ParsedQuery) -> Referring:
        """Return the cases that refer to what *parsed* names.

        A section brings cases in only where the query asks for nothing else: beside other words too many have it.
        """
        references = [("citation", self.citing(key)) for key in parsed.citations]
        references += [("fir", self.with_fir(fir)) for fir in parsed.firs]
        sections = [reference_of(label) for label in parsed.sections]
        under = [("section", self.under(whole(section))) for section in sections]
        represented = [self.represented_by(name) for name in parsed.advocates]
        asked = list(references)
        if parsed.only_references:
            # Who names the subsection as well agrees once more.
            asked += [*under, *(("section", self.under(section)) for section in sections if section.subsection)]
        runs: dict[str, set[int]] = defaultdict(set)
        agreement: Counter[int] = Counter()
        for name, found in asked:
            runs[name].update(found)
            agreement.update(found)
        for found in represented:
            runs["advocate"].update(found)
        return Referring(
            {name: tuple(sorted(rows)) for name, rows in runs.items() if rows},
            agreement,
            having={each: self.with_reference(each) for each in parsed.references},
            named=tuple(frozenset(found) for _, found in (*references, *under)),
            represented=tuple(map(frozenset, represented)),
        )

    def with_reference(self, reference: AskedReference) -> tuple[int, ...]:
        """Return the cases that refer to what a query asks for, by doc_id; of a section whichever subsection."""
        match reference.kind:
            case "citation":
                return self.citing(reference.read_as)
            case "FIR":
                return self.with_fir(FirQuery.of_key(reference.read_as))
            case "section":
                return self.under(whole(reference_of(reference.read_as)))

    def citing(self, citation: str) -> tuple[int, ...]:
        """Return the cases that cite a judgment, by its key; by doc_id."""
        return tuple(self.columns.having("citation", citation))

    def with_fir(self, fir: FirQuery) -> tuple[int, ...]:
        """Return the cases that name an FIR, by doc_id; see `answers_fir` for what is left open."""
        codes = [code for other, code in self._firs.get(fir.number, ()) if answers_fir(fir, other)]
        return tuple(self.columns.having_code("fir", codes))

    def under(self, section: StatuteReference) -> tuple[int, ...]:
        """Return the cases that name a section, by doc_id; see `search.snapshot.provisions`."""
        return cases_of(self.columns, section)

    def represented_by(self, advocate: str) -> tuple[int, ...]:
        """Return the cases in which *advocate*, by name or a part of it, appears, by doc_id."""
        (codes,) = CodedFields(self.columns).named("advocate", advocate.split(), in_a_row=True)
        return tuple(self.columns.having_code("advocate", codes))

    def naming(self, doc_id: int) -> tuple[int, ...]:
        """Return the cases whose texts hold the number of another, by doc_id; none where it has no number."""
        number = self._number_of(doc_id)
        return tuple(row for row in self.naming_any([number] if number else []) if row != doc_id)

    def naming_any(self, numbers: Iterable[Number]) -> tuple[int, ...]:
        """Return the cases whose texts hold any of *numbers*, by doc_id."""
        codes = {code for number in numbers for code in self._naming.get(number, ())}
        return tuple(self.columns.having_code("named_number", sorted(codes)))

    def _number_of(self, doc_id: int) -> Number | None:
        columns = self.columns
        code, serial = int(columns.case_type[doc_id]), int(columns.serial[doc_id])
        if code == NO_CODE or serial == NO_SERIAL:
            return None
        return columns.vocabulary["case_type"][code], serial, int(columns.year[doc_id])


def numbers_of(read_as: str) -> list[Number]:
    """Return the numbers that one line of `NumberQuery.read_as` may mean: one for each case type that it names."""
    types, _, number = read_as.rpartition(" ")
    serial, _, year = number.partition("/")
    return [(case_type, int(serial), int(year)) for case_type in types.split(" or ")]
