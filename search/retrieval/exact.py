"""Exact retrieval: the cases whose number a query names."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from search.snapshot.columns import Columns
from search.text.normalise import fold
from search.types import Mask, NumberQuery, ParsedQuery


@dataclass(frozen=True, slots=True)
class ExactMatches:
    """Cases whose number the query names."""

    doc_ids: tuple[int, ...]
    """Best agreement with category and bench kind first, then by doc_id."""
    agreement: tuple[int, ...]
    """How much of what is written behind the year agrees, per case; compares inside one query."""
    nothing_else: bool
    """Whether the query is one case number and no other word."""


@dataclass(frozen=True, slots=True)
class ExactRetriever:
    """Looks numbers up in the columns of a snapshot."""

    columns: Columns

    def match(self, parsed: ParsedQuery, allowed: Mask | None) -> ExactMatches:
        """Return every allowed case whose number *parsed* names.

        A number without a case type counts only where it is the whole query: inside a sentence it may be
        the number of an FIR or of a case below.
        """
        agreement: dict[int, int] = {}
        alone = False
        for number in parsed.numbers:
            doc_ids = self._same_number(number, allowed)
            agreed = {doc_id: self._agreement(number, doc_id) for doc_id in doc_ids}
            whole = self._is_whole(parsed.text, number, doc_ids)
            if number.case_types or whole:
                agreement.update(agreed)
                alone = alone or (whole and bool(doc_ids))
        ordered = sorted(agreement, key=lambda doc_id: (-agreement[doc_id], doc_id))
        return ExactMatches(tuple(ordered), tuple(agreement[doc_id] for doc_id in ordered), alone)

    def _same_number(self, number: NumberQuery, allowed: Mask | None) -> list[int]:
        columns = self.columns
        same = (columns.serial == number.serial) & (columns.year == number.year)
        if allowed is not None:
            same &= allowed
        types = columns.vocabulary["case_type"]
        return [
            int(doc_id)
            for doc_id in np.flatnonzero(same)
            if not number.case_types or types[columns.case_type[doc_id]] in number.case_types
        ]

    def _agreement(self, number: NumberQuery, doc_id: int) -> int:
        """Say how much of what stands behind the number is this case's category and bench kind.

        More of the category is more; the bench kind and leaving nothing unsaid count a little.
        """
        category, bench = self._category(doc_id), self._bench(doc_id)
        rest, agreed = number.following, 0
        if category and _starts_with(rest, category):
            rest, agreed = rest[len(category) :].strip(), 2 * len(category)
        if bench and bench in rest:
            rest, agreed = rest.replace(bench, "", 1).strip(), agreed + 1
        said = agreed > 1 or not category
        return agreed + (1 if said and not rest else 0)

    def _is_whole(self, text: str, number: NumberQuery, doc_ids: list[int]) -> bool:
        if fold(text[: number.start]).strip(" .,:;-") not in ("", "case", "no", "number"):
            return False
        rests = {""} | {f"{self._category(d)} {self._bench(d)}".strip() for d in doc_ids}
        rests |= {self._category(d) for d in doc_ids} | {self._bench(d) for d in doc_ids}
        return fold(text[number.end :]).strip(" .,:;?") in {rest.strip(" .,:;?") for rest in rests}

    def _category(self, doc_id: int) -> str:
        code = self.columns.category[doc_id]
        return fold(self.columns.vocabulary["category"][code]) if code >= 0 else ""

    def _bench(self, doc_id: int) -> str:
        code = self.columns.bench_kind[doc_id]
        return f"({fold(self.columns.vocabulary['bench_kind'][code])})" if code >= 0 else ""


def _starts_with(text: str, words: str) -> bool:
    """Whether *text* begins with *words*, at the border of a word."""
    return text.startswith(words) and not text[len(words) : len(words) + 1].isalnum()
