"""Presets: which queries are made, and what of the first stage stands beside them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from indexer.training.blanks import MadeQuery
from indexer.training.card import card_queries
from indexer.training.lawyers import lawyers_queries
from search.cases import Case


@dataclass(frozen=True, slots=True)
class Preset:
    """One recipe for pairs."""

    name: str
    queries: Callable[[Case, int], Iterator[MadeQuery]]
    """Makes the queries of one case with a seed."""
    depth: int
    """Candidates of a query."""
    queries_max: int
    """Queries of one part, where the caller names no other number."""
    half_for_weighing: bool
    """Whether half of the train cases is kept out, so that how far to trust the model can be fitted on it."""
    near_misses_alone: bool
    """Whether a case that may answer as well is left out, rather than labelled wrong."""


def _ours(case: Case, seed: int) -> Iterator[MadeQuery]:
    yield from lawyers_queries(case, seed)
    yield from card_queries(case, seed)


RELEVANT_MAX = 10
"""A query that more cases answer asks for none of them."""
PRESETS: Mapping[str, Preset] = {
    # The card has 56,871 pairs, 50 candidates a query.
    "card": Preset("card", card_queries, depth=50, queries_max=1137, half_for_weighing=False, near_misses_alone=False),
    "ours": Preset("ours", _ours, depth=20, queries_max=6000, half_for_weighing=True, near_misses_alone=True),
}
"""Name -> preset: that of the old model card, and that of this project."""
