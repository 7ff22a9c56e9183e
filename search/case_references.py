"""Case references: what one case refers to, and what in the index refers to it.

Read from one snapshot, like every answer.  A number in a text is taken at its word: another court's case may bear the
same one, so each case that names it is shown with the words around it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from search.identifiers.case_number import find_numbers
from search.lookup import Lookup
from search.results.found import ListedCase
from search.results.response import Highlight
from search.results.snippets import excerpt
from search.retrieval.references import numbers_of
from search.snapshot.columns import Columns
from search.snapshot.reader import Snapshot
from search.types import FirQuery

LISTED_MAX = 50
"""Cases that are listed of those that one reference leads to."""


@dataclass(frozen=True, slots=True)
class CitedJudgment:
    """A reported judgment that the case cites."""

    citation: str
    """In one spelling: "PLD 2019 Islamabad 45"."""
    cases: int
    """How many cases of the index cite it, this one among them."""


@dataclass(frozen=True, slots=True)
class NamedNumber:
    """A case number in the texts of the case that is not its own."""

    number: str
    """As understood: "WP 12/2020"; types that it may be of are joined by "or"."""
    cases: tuple[ListedCase, ...]
    """The cases of the index that have it, `LISTED_MAX` at most; empty where none has."""


@dataclass(frozen=True, slots=True)
class NamedFir:
    """A first information report that the case names."""

    fir: str
    """ "123/2024 Kohsar"."""
    cases: tuple[ListedCase, ...]
    """Other cases of the index that name it, `LISTED_MAX` at most."""


@dataclass(frozen=True, slots=True)
class NamingCase:
    """A case whose texts hold the number of this one."""

    case: ListedCase
    passage: Highlight | None
    """Where it stands; None where no text that can be shown holds it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseReferences:
    """What one case refers to, each in the order of first mention, and what refers to it."""

    generation: str
    sections: tuple[str, ...]
    """Sections of law, as the filter ``section`` takes them."""
    citations: tuple[CitedJudgment, ...]
    numbers: tuple[NamedNumber, ...]
    firs: tuple[NamedFir, ...]
    named_by: tuple[NamingCase, ...]
    """`LISTED_MAX` at most, in the order of the index."""
    named_by_total: int


@dataclass(frozen=True, slots=True)
class ReferenceReader:
    """Reads the references of cases out of one snapshot; safe to use from several threads."""

    lookup: Lookup

    @property
    def snapshot(self) -> Snapshot:
        """The snapshot that is read."""
        return self.lookup.snapshot

    def references_of(self, case_id: str) -> CaseReferences | None:
        """Return the references of the case under that id or source id; None where the snapshot has no such case."""
        doc_id = self.snapshot.doc_id_of(case_id)
        if doc_id is None:
            return None
        columns = self.snapshot.columns
        naming = self.lookup.references.naming(doc_id)
        return CaseReferences(
            generation=self.snapshot.generation,
            sections=columns.listed_of("section", doc_id),
            citations=tuple(
                CitedJudgment(key, len(columns.having("citation", key)))
                for key in columns.listed_of("citation", doc_id)
            ),
            numbers=tuple(self._named(read_as, doc_id) for read_as in columns.listed_of("named_number", doc_id)),
            firs=tuple(self._fir(key, doc_id) for key in columns.listed_of("fir", doc_id)),
            named_by=tuple(self._naming(other, doc_id) for other in naming[:LISTED_MAX]),
            named_by_total=len(naming),
        )

    def _named(self, read_as: str, doc_id: int) -> NamedNumber:
        found = [row for row in _with_number(self.snapshot.columns, read_as) if row != doc_id]
        return NamedNumber(read_as, self.lookup.listed(found[:LISTED_MAX]))

    def _fir(self, key: str, doc_id: int) -> NamedFir:
        found = [row for row in self.lookup.references.with_fir(FirQuery.of_key(key)) if row != doc_id]
        return NamedFir(key, self.lookup.listed(found[:LISTED_MAX]))

    def _naming(self, doc_id: int, named: int) -> NamingCase:
        return NamingCase(self.lookup.listed([doc_id])[0], self._where(doc_id, named))

    def _where(self, doc_id: int, named: int) -> Highlight | None:
        """Return the first place in the texts of *doc_id* at which the number of *named* stands."""
        columns = self.snapshot.columns
        (case_type,) = columns.values("case_type", [named])
        serial, year = int(columns.serial[named]), int(columns.year[named])
        for field, text in self._texts(doc_id):
            for number in find_numbers(text):
                if (number.serial, number.year) == (serial, year) and case_type in number.case_types:
                    return excerpt(field, text, (number.start, number.end))
        return None

    def _texts(self, doc_id: int) -> Iterator[tuple[str, str]]:
        yield "orders", self.snapshot.display([doc_id])[0]["orders"]
        for passage_id in np.flatnonzero(self.snapshot.tokens.passage_case == doc_id):
            yield "judgment", self.snapshot.passage_text(int(passage_id))


def _with_number(columns: Columns, read_as: str) -> list[int]:
    """Return the doc_ids of the cases that a number as understood may mean, ascending."""
    return [
        int(row)
        for case_type, serial, year in numbers_of(read_as)
        for row in np.flatnonzero(columns.with_number(serial, year, (case_type,)))
    ]
