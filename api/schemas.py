"""Schemas: what a request may say and an answer does say, one model a shape.

The answer models mirror the frozen values of `search`; they exist so that ``/docs`` explains every
field.  Examples show invented names only.
"""

from __future__ import annotations

from typing import Self

from pydantic import Field

from api.absence_schemas import Absent
from api.body import Body
from search.results.response import SearchResponse


class HighlightedText(Body):
    """A text of the case that holds words of the query, and where."""

    field: str = Field(examples=["title"])
    """`title`, `number`, `orders` or `judgment`."""
    text: str = Field(examples=["Zarak Example versus The State"])
    """A part of the case's own text, unchanged; plain text, never HTML."""
    spans: tuple[tuple[int, int], ...] = Field(examples=[[[0, 5]]])
    """Where the query's words are: half-open (start, end) offsets into `text`, counted in Unicode code
    points, sorted and not overlapping."""


class StageEvidence(Body):
    """What each stage made of one case; a stage that did not return it is absent."""

    ranks: dict[str, int] = Field(examples=[{"lexical": 1, "dense": 4}])
    """Rank in each stage, from 1."""
    scores: dict[str, float] = Field(examples=[{"lexical": 14.2, "dense": 0.61}])
    """Score in each stage; scores of two stages do not compare."""


class ReadExtent(Body):
    """How much of one case the cross-encoder read: a long judgment is read by its best passage."""

    tokens: int = Field(examples=[150])
    """Tokens of the case that were read."""
    of_tokens: int = Field(examples=[2140])
    """Tokens of the case: what it is called, all passages of its judgments, its profile."""
    passages: tuple[int, ...] = Field(examples=[[4]])
    """Places, from 1, of the passages that were read; empty for a case without text."""
    of_passages: int = Field(examples=[11])
    """Passages of the case."""


class Result(Body):
    """One case of an answer."""

    rank: int = Field(examples=[1])
    """Place in the whole result list, from 1; goes on over pages."""
    id: str = Field(examples=["q3kxw5mzt2cnh7da"])
    """Stable id of the case; `/v1/cases/{id}` shows it."""
    source_id: str = Field(examples=["invented-0001"])
    """The id the input gave it, else `id`."""
    kind: str = Field(examples=["case"])
    """`case`, or `document` for a judgment that could not be tied to a case."""
    number: str | None = Field(examples=["W.P. 1/2024 Service (SB)"])
    """The number as the court writes it."""
    title: str = Field(examples=["Zarak Example versus The State"])
    """The parties."""
    court: str = Field(examples=["Islamabad High Court"])
    """The court; empty where unknown."""
    status: str = Field(examples=["Decided"])
    """`Decided`, `Pending` or empty."""
    bench: str = Field(examples=["Honourable Mr. Justice Invented Example"])
    """The judges as the court writes them; empty where unknown."""
    year: int | None = Field(examples=[2024])
    """Year of the number."""
    institution_date: str | None = Field(examples=["2024-01-31"])
    """ISO 8601."""
    score: float = Field(examples=[0.93])
    """What the order was made by; compares inside this answer only."""
    probability: float | None = Field(examples=[0.93])
    """The weighed chance that this is the case asked for; null where the reranker did not read it."""
    read: ReadExtent | None = None
    """How much of the case the reranker read; null where it did not."""
    exact: bool = Field(examples=[False])
    """Whether the query names this case's number."""
    by_meaning_alone: bool = Field(examples=[False])
    """Found by meaning with no word in common; not counted in `total`."""
    stages: StageEvidence
    """How the case came to its place."""
    highlights: tuple[HighlightedText, ...] = ()
    """Where the query's words stand in the case."""


class QueryEntity(Body):
    """A part of the query that was understood as more than words."""

    kind: str = Field(examples=["section"])
    """`case number`, `citation`, `FIR`, `police station`, `section`, `judge`, `advocate`, `period`, `status`, `party`,
    `operator` or `wrapper`."""
    text: str = Field(examples=["u/s 497 crpc"])
    """As written."""
    start: int = Field(examples=[5])
    """Where it stands in `query`, in Unicode code points."""
    end: int = Field(examples=[17])
    """Behind its last code point."""
    value: str = Field(examples=["CrPC s 497"])
    """What it was understood as; empty where that says no more than the text."""
    effect: str = Field(examples=["rank"])
    """`first` puts its cases first, `filter` leaves others out, `rank` ranks, `left out` ranks nothing itself."""


class RespelledWord(Body):
    """A word for which other spellings were looked up as well; quotes or `exact` switch that off."""

    text: str = Field(examples=["Mohd"])
    """As written."""
    start: int = Field(examples=[0])
    """Where it stands in `query`, in Unicode code points."""
    end: int = Field(examples=[4])
    """Behind its last code point."""
    read_as: tuple[str, ...] = Field(examples=[["muhammad"]])
    """The other spellings."""
    how: str = Field(examples=["spelling"])
    """`spelling` (one name, by a table), `sound`, or `distance` (a slip of the pen)."""


class QueryUnderstanding(Body):
    """How the query was read."""

    entities: tuple[QueryEntity, ...]
    """In order of their place."""
    respelled: tuple[RespelledWord, ...]
    """In order of their place."""
    problems: tuple[str, ...] = Field(examples=[[]])
    """What could not be read as it seems to be meant; the words count as plain words then."""


class FacetCount(Body):
    """One value of a field."""

    value: str = Field(examples=["Decided"])
    """What the filter of that name takes; `none` for the cases without a value."""
    count: int = Field(examples=[12])
    """Cases of the result set that have it: the `total` of the search with this value as the field's filter."""


class FieldFacet(Body):
    """The values of one field over the result set."""

    field: str = Field(examples=["status"])
    """Name of the field and of its filter."""
    values: tuple[FacetCount, ...]
    """Most cases first; those without a value last."""
    more: int = Field(examples=[0])
    """How many values with at least one case are not shown."""


class SearchAnswer(Body):
    """One page of results and how it was made."""

    query: str = Field(examples=["example bail"])
    """The query as given."""
    total: int = Field(examples=[1])
    """How many cases pass the filters and hold a word of the query."""
    generation: str = Field(examples=["20991231T235959Z-1a2b3c4d"])
    """The index snapshot that made this answer."""
    ranking: str = Field(examples=["5d41402abc4b2a76"])
    """Digest of everything that moves an order: models, weights, settings."""
    reranked: bool = Field(examples=[True])
    """Whether the cross-encoder read the head of this list."""
    not_reranked: str | None = Field(examples=[None])
    """Why it did not; null where it did."""
    degraded: str | None = Field(examples=[None])
    """Why the answer is less than was asked for; null where it is not."""
    no_good_match: bool | None = Field(default=None, examples=[False])
    """Whether no case is likely enough to be the one asked for; the results are the nearest all the same.  Null where
    no reranker has read them and the query names no number."""
    absent: tuple[Absent, ...] = ()
    """The case numbers in the query that are not in this generation; likewise the citations, FIRs and sections of a
    query that asks for nothing else."""
    understood: QueryUnderstanding
    """How the query was read, for removable chips."""
    facets: tuple[FieldFacet, ...] = ()
    """Counts of the fields asked for with `facets`, each under all filters but its own."""
    timing_ms: dict[str, float] = Field(examples=[{"lexical": 3.1, "retrieve": 22.0, "rerank": 410.5, "total": 439.0}])
    """Milliseconds of each stage."""
    next_cursor: str | None = Field(examples=[None])
    """Send it as `cursor` for the next page; null on the last one."""
    results: tuple[Result, ...]
    """Best first."""

    @classmethod
    def of(cls, response: SearchResponse) -> Self:
        """Shape the engine's *response*."""
        return cls.model_validate(response)


class JobState(Body):
    """A command that was started here and runs in a process of its own."""

    id: str = Field(examples=["20991231T235959Z-9f8e7d6c"])
    """Name of the job."""
    command: str = Field(examples=["reindex"])
    """What it does."""
    state: str = Field(examples=["running"])
    """`running`, `done` or `failed`."""
    started: str = Field(examples=["2099-12-31T23:59:59+00:00"])
    """ISO 8601, UTC."""
    ended: str | None = Field(examples=[None])
    """ISO 8601, UTC; null while it runs."""
    generation: str | None = Field(examples=[None])
    """The generation that is searched after it; null while it runs and where it failed."""
    message: str = Field(examples=[""])
    """What came of it, in one line."""


class Liveness(Body):
    """The process answers."""

    status: str = Field(examples=["live"])
    """Always `live`."""


class Readiness(Body):
    """Searches are answered."""

    status: str = Field(examples=["ready"])
    """Always `ready`; otherwise the answer is a 503 problem."""
    generation: str = Field(examples=["20991231T235959Z-1a2b3c4d"])
    """The index snapshot in use."""
    ranking: str = Field(examples=["5d41402abc4b2a76"])
    """Digest of everything that moves an order."""


class Problem(Body):
    """Why a request was not answered (RFC 9457)."""

    type: str = Field(examples=["urn:ihc-search:problem:invalid-request"])
    """Names the kind of problem; `about:blank` where the status says all."""
    title: str = Field(examples=["Invalid request"])
    """The kind of problem in words."""
    status: int = Field(examples=[422])
    """The HTTP status."""
    detail: str = Field(examples=["unknown parameter 'jugde'; did you mean 'judge'?"])
    """What is wrong with this request, and what to do."""
    parameter: str | None = Field(default=None, examples=["jugde"])
    """The parameter to blame; absent where there is none."""
