"""The answer to a search: ordered hits, and how they came about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from search.results.absence import Absence
from search.results.absent_references import AbsentReference
from search.results.facets import Facet
from search.types import Extent, StageScores, Understanding


@dataclass(frozen=True, slots=True)
class Highlight:
    """A text of the case that holds words of the query, and where.

    ``spans`` are half-open (start, end) code-point offsets into ``text``; sorted, never overlapping.
    """

    field: str
    """"title", "number", "orders" or "judgment"."""
    text: str
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One case of an answer."""

    rank: int
    id: str
    source_id: str
    kind: str
    """"case", or "document" for a judgment that could not be tied to a case."""
    number: str | None
    title: str
    court: str
    status: str
    bench: str
    year: int | None
    institution_date: str | None
    """ISO 8601."""
    score: float
    """Of the last stage that read the case (``final``, else ``fused``, else 0); compares within one stage."""
    probability: float | None
    """The weighed chance that this is the case asked for; None where the reranker did not read it."""
    read: Extent | None = None
    """How much of the case the reranker read; None where it did not."""
    exact: bool
    """Whether the query names this case's number."""
    by_meaning_alone: bool
    """Found by dense retrieval with no word in common; not counted in `total`."""
    stages: StageScores
    highlights: tuple[Highlight, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchResponse:
    """One page of results and how it was made."""

    query: str
    total: int
    generation: str
    ranking: str
    """Digest of everything that moves an order; part of every cursor."""
    reranked: bool
    not_reranked: str | None = None
    """Why no reranker has read the results; None where one has."""
    degraded: str | None
    """Why the answer is less than was asked for; None where it is not."""
    no_good_match: bool | None = None
    """Whether no case is likely enough to be the one asked for: the results are the nearest all the same.  None where
    no reranker has read them and no number names one."""
    absent: tuple[Absence | AbsentReference, ...] = ()
    """The case numbers that the query names and no case here has, or none that the filters let through; likewise the
    references, where it asks for nothing else."""
    understood: Understanding = field(default_factory=Understanding)
    """How the query was read."""
    facets: tuple[Facet, ...] = ()
    """In the order asked for."""
    next_cursor: str | None
    results: tuple[Hit, ...]
    timing_ms: Mapping[str, float] = field(default_factory=dict)
