"""Absences: which numbers and references of one query are not among its results, told with what there is."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from search.candidates import Matches
from search.query.expression import Phrase
from search.results.absence import Absence, AbsenceProver
from search.results.absent_references import AbsentReference
from search.retrieval.fulltext import FullText
from search.types import AskedReference, NumberQuery

REFERENCES_MAX = 20
"""Of one query: more are no question but a list, which `lookup` answers."""


@dataclass(frozen=True, slots=True)
class AbsenceTeller:
    """Tells what of a query is not in one snapshot, or not among what the filters let through."""

    prover: AbsenceProver
    full_text: FullText

    def told(
        self, matches: Matches, by_operators: Collection[NumberQuery | AskedReference], *, text: str
    ) -> tuple[Absence | AbsentReference, ...]:
        """Return what is absent, in the order of the query.

        Args:
            matches: What the query *text* matches.
            by_operators: What its own operators leave out: that is no absence.
            text: The query as given.
        """
        exact, referring = matches.exact, matches.referring
        filtered = [each for each in exact.left_out if each not in by_operators]
        hidden = [each for each in referring.left_out if each not in by_operators]
        missing = [
            each for each in referring.missing[:REFERENCES_MAX] if not self._is_written(text[each.start : each.end])
        ]
        absences: list[Absence | AbsentReference] = [
            *(self.prover.of(each) for each in exact.missing),
            *(self.prover.of(each, left_out_by_filters=True) for each in filtered),
            *(self.prover.of_reference(each) for each in missing),
            *(self.prover.of_reference(each, left_out_by_filters=True) for each in hidden[:REFERENCES_MAX]),
        ]
        return tuple(sorted(absences, key=lambda absence: absence.start))

    def _is_written(self, reference: str) -> bool:
        """Whether a case holds *reference* word for word, though it is not read as one there.

        The page of a list says nothing by itself.
        """
        words = tuple(reference.split())
        return len(words) > 1 and bool(self.full_text.matching(Phrase(words)).mask.any())
