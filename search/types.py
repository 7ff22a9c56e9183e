"""Values and protocols that the stages of a search exchange.

``doc_id`` is a row of one snapshot and never leaves the process.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, Protocol, Self

import numpy as np
import numpy.typing as npt

Vector = npt.NDArray[np.float32]
Matrix = npt.NDArray[np.float32]
Mask = npt.NDArray[np.bool_]
Mode = Literal["hybrid", "lexical", "dense"]
Sort = Literal["relevance", "newest", "oldest"]


class ScoredDoc(NamedTuple):
    """One document of a run.  Scores compare inside one run only."""

    doc_id: int
    score: float


Run = Sequence[ScoredDoc]


@dataclass(frozen=True, slots=True)
class Filters:
    """What the caller wants left in; an empty tuple or None leaves everything in.

    Several values of one field mean any of them; several fields mean all of them.
    """

    case_type: tuple[str, ...] = ()
    bench_kind: tuple[str, ...] = ()
    judge: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    court: tuple[str, ...] = ()
    year: tuple[str, ...] = ()
    subject: tuple[str, ...] = ()
    section: tuple[str, ...] = ()
    year_from: int | None = None
    year_to: int | None = None
    date_from: datetime.date | None = None
    date_to: datetime.date | None = None
    """Of the institution; a case without that date counts by the year of its number."""


@dataclass(frozen=True, slots=True)
class NumberQuery:
    """A case number found in a query; None where the query leaves a part open."""

    serial: int
    year: int
    case_types: tuple[str, ...] = ()
    """Canonical types the written type may stand for; empty where none was written."""
    hinted_types: tuple[str, ...] = ()
    """Types that the words behind the number may name; they put no case out."""
    suffix: str = ""
    """Capital letter at the serial, as in "5-B/2025": a hint at the category, never a part of the number."""
    following: str = ""
    """What is written behind the year, folded: a category and a bench kind may stand there."""
    preceding: str = ""
    """What is written before a number without a type: the name of one that only an index knows may end there."""
    start: int = 0
    end: int = 0
    """Code points of the query as given."""

    @property
    def read_as(self) -> str:
        """The number as understood, "WP 12345/2023"; several types that it may be of are joined by "or"."""
        return f"{' or '.join(self.case_types or self.hinted_types)} {self.serial}/{self.year}".strip()


@dataclass(frozen=True, slots=True)
class FirQuery:
    """A first information report; None and "" where its year or police station is left open."""

    number: str
    """Without leading zeros, with a letter where it has one: "123", "12-A"."""
    year: int | None = None
    police_station: str = ""

    @property
    def key(self) -> str:
        """The report in one line, "123/2024 Kohsar"."""
        number = f"{self.number}/{self.year}" if self.year else self.number
        return f"{number} {self.police_station}".strip()

    @classmethod
    def of_key(cls, key: str) -> Self:
        """Read what `key` wrote."""
        head, _, police_station = key.partition(" ")
        number, _, year = head.partition("/")
        return cls(number, int(year) if year else None, police_station)


@dataclass(frozen=True, slots=True)
class AskedReference:
    """A citation, an FIR or a section of law, where a query asks for nothing else."""

    kind: Literal["citation", "FIR", "section"]
    read_as: str
    """The key of a citation, `FirQuery.key`, or the label of a section."""
    start: int = 0
    end: int = 0
    """Code points of the query as given."""


@dataclass(frozen=True, slots=True)
class ParsedQuery:
    """A query as understood."""

    text: str
    """As given; what is no character is replaced."""
    subject: str
    """What the query is about: the words that only put the question are left out."""
    terms: tuple[str, ...]
    """Analysed terms of the subject in order, repeats kept."""
    wrapper: tuple[tuple[int, int], ...] = ()
    """Where the words stand that only put the question: code points of the query."""
    numbers: tuple[NumberQuery, ...] = ()
    case_types: tuple[str, ...] = ()
    """Canonical case types that the subject names in words, sorted."""
    heading_types: tuple[str, ...] = ()
    """Those of them that it begins with."""
    sides: tuple[tuple[tuple[str, ...], ...], ...] = ()
    """The sides that the query sets against each other, at most two: of each the terms of its name as written, and of
    every other name of the public body that it is."""
    spellings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Term -> terms of other spellings of the word, which the index knows."""
    citations: tuple[str, ...] = ()
    """Keys of the reported judgments that the query names."""
    firs: tuple[FirQuery, ...] = ()
    """First information reports that the query names by number."""
    sections: tuple[str, ...] = ()
    """Labels of the sections of law that the query names; without an act where it names none."""
    advocates: tuple[str, ...] = ()
    """The advocates that the query names, as written."""
    only_references: bool = False
    """Whether it names citations, FIRs or sections and asks for nothing else."""
    references: tuple[AskedReference, ...] = ()
    """If so, each of them in its place."""


Effect = Literal["first", "filter", "rank", "left out"]


@dataclass(frozen=True, slots=True)
class Entity:
    """A part of a query that was understood as more than words."""

    kind: str
    """"case number", "case type", "section", "citation", "FIR", "police station", "judge", "advocate", "party",
    "period", "status", "operator" or "wrapper"."""
    text: str
    """As written."""
    start: int
    end: int
    """Code points of the query as given."""
    value: str
    """What it was understood as; empty where that says no more than the text."""
    effect: Effect
    """What it does: puts its cases first, leaves others out, ranks, or is left out itself."""


@dataclass(frozen=True, slots=True)
class Respelled:
    """A word for which other spellings were looked up as well."""

    text: str
    start: int
    end: int
    """Code points of the query as given."""
    read_as: tuple[str, ...]
    how: str
    """"spelling" (the same name by a table), "sound", "distance" (a slip of the pen), "parted" (two words for one) or
    "joined" (one word for two)."""


@dataclass(frozen=True, slots=True)
class Understanding:
    """How a query was read."""

    entities: tuple[Entity, ...] = ()
    """In order of their place."""
    respelled: tuple[Respelled, ...] = ()
    problems: tuple[str, ...] = ()
    """What could not be read as it seems to be meant, one sentence each; the words count as plain words then."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """What a reranker may read of one case."""

    doc_id: int
    head: npt.NDArray[np.uint16]
    """Token ids of the parts up to the court's own words, under the snapshot's tokenizer."""
    passage: npt.NDArray[np.uint16]
    """Token ids of the passage that fits the query best; empty where there is none."""
    tail: npt.NDArray[np.uint16]
    """Token ids of the parts behind the summary."""
    text: str
    """The same words as text, for a model with another tokenizer."""
    tokenizer_digest: str = ""
    """Names the tokenizer that made the ids."""
    passage_id: int = -1
    """Of `passage`; -1 where there is none."""


class Reading(NamedTuple):
    """What a reranker made of its candidates, in their order."""

    logits: Vector
    tokens: Sequence[int]
    """How many of each fitted beside the query: the others were not read."""


class Reranker(Protocol):
    """Reads query and candidate together."""

    @property
    def digest(self) -> str:
        """Names the weights; part of every answer's `ranking`."""
        ...

    def score(self, query: str, candidates: Sequence[Candidate]) -> Vector:
        """Return the logits of `read` alone."""
        ...

    def read(self, query: str, candidates: Sequence[Candidate], *, deadline: float | None = None) -> Reading:
        """Read *candidates*: one logit each, shape ``(len(candidates),)``.

        Args:
            query: The query as given.
            candidates: What to read.
            deadline: ``time.monotonic()`` value after which to give up.

        Raises:
            TimeoutError: If the deadline passed before all candidates were read.
        """
        ...


@dataclass(frozen=True, slots=True)
class StageScores:
    """Rank and score of one case in each stage; absent where a stage did not return it."""

    ranks: dict[str, int] = field(default_factory=dict)
    scores: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Extent:
    """How much of one case the reranker has read."""

    tokens: int
    of_tokens: int
    """Of the case: what it is called, all passages of its judgments, its profile."""
    passages: tuple[int, ...]
    """Places, from 1, of the passages that were read among those of the case; empty for a case without text."""
    of_passages: int


@dataclass(frozen=True, slots=True)
class Placed:
    """One case at its place in an order."""

    doc_id: int
    row: int
    """Row of the pool; -1 for a case below the depth that the stages read."""
    stages: StageScores = field(default_factory=StageScores)
    exact: bool = False
    by_meaning_alone: bool = False
    fused_score: float | None = None
    rerank_logit: float | None = None
    final_score: float | None = None
    probability: float | None = None
    extent: Extent | None = None
    """None where the reranker has not read it."""
    best_passage: int = -1
