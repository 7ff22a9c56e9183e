"""The engine: one request in, one answer out; the stages in their order.

Holds one open snapshot and the models.  Every number in an answer comes from that snapshot, so an answer
never mixes two generations.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

import numpy as np

from search.absences import AbsenceTeller
from search.candidates import CandidatePool, FirstStage, Matches
from search.case_references import CaseReferences, ReferenceReader
from search.clock import Clock
from search.lookup import Lookup
from search.query.filters import FilterMasks, mask_of_said, masks_of
from search.query.parser import parse
from search.query.reader import QueryReader, ReadQuery
from search.query.request import SearchRequest
from search.results.absence import AbsenceProver
from search.results.cursor import Cursor, decode, encode, query_digest
from search.results.facets import Facet, facet_of
from search.results.hits import HitBuilder
from search.results.response import SearchResponse
from search.retrieval.fulltext import FullText, Matched
from search.retrieval.lexical import best_first
from search.retrieval.suggest import LazySuggester, Suggestion
from search.second_stage import Read, SecondStage
from search.settings import Settings
from search.snapshot.columns import NO_DATE
from search.snapshot.fields import FieldValues
from search.snapshot.reader import Snapshot
from search.types import AskedReference, Candidate, Filters, Mask, NumberQuery, ParsedQuery, Placed, Understanding

NOTHING_HOLDS_THE_WORDS = "no case that passes the filters in the query holds its other words: all that pass are listed"
WARM_UP = "petition allowed"
CONTINUED = "the first page of this search was not reranked; this one goes on in its order"
LEFT_OUT = "the request leaves the reranker out"
NUMBER_ALONE = "the query is the number of a case, and that comes first"
NOTHING_LEFT = "nothing is left to put in order"
BY_DATE = "the results are in the order of their dates"


class _Asked(NamedTuple):
    """One request on its way."""

    request: SearchRequest
    cursor: Cursor
    """Where its page starts."""
    clock: Clock


@dataclass(frozen=True, slots=True)
class _Ordered:
    """What the stages made of one request."""

    placed: list[Placed]
    """The cases in order, as far as the stages read."""
    rest: Sequence[int]
    """The remaining cases of the result set, in order."""
    total: int
    matches: Matches
    seen: Read
    """What became of the reading by a model."""


@dataclass(frozen=True, slots=True)
class SearchEngine:
    """Answers searches from one snapshot; safe to use from several threads."""

    first_stage: FirstStage
    second_stage: SecondStage
    settings: Settings
    hits: HitBuilder = field(repr=False)
    absence: AbsenceProver = field(repr=False)
    fields: Mapping[str, FieldValues] = field(repr=False)
    full_text: FullText = field(repr=False)
    reader: QueryReader = field(repr=False)
    ranking: str
    """Digest of everything that moves an order."""
    suggester: LazySuggester = field(repr=False)

    @property
    def snapshot(self) -> Snapshot:
        """The snapshot that answers."""
        return self.first_stage.snapshot

    @property
    def generation(self) -> str:
        """The name of the snapshot."""
        return self.snapshot.generation

    @property
    def lookup(self) -> Lookup:
        """Looks many identifiers up in the snapshot at once, without the models."""
        return Lookup(self.snapshot, self.first_stage.exact, self.absence, self.first_stage.references)

    def references_of(self, case_id: str) -> CaseReferences | None:
        """Return what a case refers to and what refers to it; None where the snapshot has no such case."""
        return ReferenceReader(self.lookup).references_of(case_id)

    def search(self, request: SearchRequest) -> SearchResponse:
        """Answer *request*.

        Raises:
            InvalidRequest: If a filter value or the cursor is unknown.
            GenerationGone: If the cursor belongs to another generation.
        """
        clock = Clock()
        cursor = self._cursor(request)
        offset = cursor.offset
        read = self.reader.read(request.q, exact=request.exact)
        clock.lap("parse")
        matches = self.first_stage.match(read.parsed, None)
        clock.lap("lexical")
        said = mask_of_said(read.said, self.snapshot.columns, self.fields)
        read = _settled(read, matches, said)
        operators = None if read.expression is None else self.full_text.matching(read.expression)
        masks = self._masks(request.filters, said, operators)
        clock.lap("parse")
        by_operators = () if operators is None else matches.within(operators.mask).left_out
        ordered = self._ordered(_Asked(request, cursor, clock), read, matches, mask=masks.all)
        page = self._page(ordered, offset, request.limit)
        results = self.hits.build(page, read.parsed, first_rank=offset + 1)
        clock.lap("results")
        facets = self._facets(request.facets, _passing(read, matches, None).result_set, masks)
        clock.lap("facets")
        end = offset + len(page)
        more = end < len(ordered.placed) + len(ordered.rest)
        seen = ordered.seen
        following = replace(cursor, offset=end, reranked=seen.not_reranked is None)
        return SearchResponse(
            query=request.q,
            total=ordered.total,
            generation=self.generation,
            ranking=self.ranking,
            reranked=seen.not_reranked is None,
            not_reranked=seen.not_reranked,
            degraded=seen.not_reranked if seen.degraded else None,
            no_good_match=seen.no_good_match,
            absent=AbsenceTeller(self.absence, self.full_text).told(ordered.matches, by_operators, text=request.q),
            facets=facets,
            understood=_understood(read, operators, by_operators),
            next_cursor=encode(following) if more else None,
            results=results,
            timing_ms=clock.laps(),
        )

    def _masks(self, filters: Filters, said: Mask | None, operators: Matched | None) -> FilterMasks:
        """Return the masks of the request's filters, and beside them what the query itself restricts."""
        masks = dict(masks_of(filters, self.snapshot.columns, self.fields).by_name)
        if said is not None:
            masks["words"] = said
        if operators is not None:
            masks["operators"] = operators.mask
        return FilterMasks(masks)

    def _facets(self, names: Sequence[str], matched: Mask, masks: FilterMasks) -> tuple[Facet, ...]:
        """Count by each field the *matched* cases, under all filters but that of the field."""
        facets = []
        for name in dict.fromkeys(names):
            others = masks.without(name)
            facets.append(facet_of(self.fields[name], matched if others is None else matched & others))
        return tuple(facets)

    def warm_up(self) -> None:
        """Load the models: they load at their first text, and no caller should wait for that."""
        self.first_stage.dense.encode(WARM_UP)
        self.second_stage.warm_up(WARM_UP)

    def candidates(self, query: str) -> CandidatePool:
        """Return what the first stage finds for *query*, in fused order, numbers not pinned."""
        parsed = parse(query)
        return self.first_stage.pool(parsed, None, self.first_stage.match(parsed, None), "hybrid")

    def _cursor(self, request: SearchRequest) -> Cursor:
        """Return where the page starts; the first page is a cursor to the beginning."""
        digest = query_digest(
            request.q,
            mode=request.mode,
            rerank=request.rerank,
            sort=request.sort,
            exact=request.exact,
            filters=request.filters,
        )
        if request.cursor is None:
            return Cursor(self.generation, self.ranking, 0, digest)
        cursor = decode(request.cursor)
        cursor.offset_in(generation=self.generation, ranking=self.ranking, query_digest=digest)
        return cursor

    def _ordered(self, asked: _Asked, read: ReadQuery, matches: Matches, *, mask: Mask | None) -> _Ordered:
        request, _, clock = asked
        parsed, matches = read.parsed, _passing(read, matches, mask)
        result_set = matches.result_set
        total = int(result_set.sum())
        if request.sort != "relevance" or not read.ranks:
            newest = request.sort != "oldest"
            dated = self._by_date(np.flatnonzero(result_set), newest=newest)
            return _Ordered([], dated, total, matches, Read([], not_reranked=BY_DATE))
        pool = self.first_stage.pool(parsed, mask, matches, request.mode)
        clock.lap("retrieve")
        pinned, others = pool.split()
        seen = self._read(asked, parsed, pool, others)
        clock.lap("rerank")
        placed = pinned + seen.placed
        result_set[[place.doc_id for place in placed]] = False
        rest = np.flatnonzero(result_set)
        rest = rest[best_first(matches.lexical.case_scores[rest], len(rest))]
        # A case whose number the query names is what was asked for, whatever else the query says.
        seen = replace(seen, no_good_match=False) if pinned else seen
        return _Ordered(placed, rest.tolist(), total, matches, seen)

    def _read(self, asked: _Asked, parsed: ParsedQuery, pool: CandidatePool, fused: Sequence[Placed]) -> Read:
        request, cursor, clock = asked
        unneeded = _unneeded(request, pool, fused)
        if unneeded is not None:
            return self.second_stage.unread(fused, pool, unneeded)
        # A later page goes on in the order of the first: never read by a model where that one was not, and read
        # without a deadline where it was.
        if cursor.offset and not cursor.reranked and self.second_stage.reranker is not None:
            return self.second_stage.unread(fused, pool, CONTINUED, degraded=True)
        deadline = None if cursor.offset else clock.deadline(self.settings.deadline_ms)
        return self.second_stage.read(parsed, fused, pool, deadline=deadline)

    def _unread(self, doc_id: int, matches: Matches) -> Placed:
        """A case that no stage looked at closely, with what is known of it all the same."""
        return Placed(
            doc_id=doc_id,
            row=-1,
            exact=doc_id in matches.exact.doc_ids,
            best_passage=int(matches.lexical.best_passage[doc_id]),
        )

    def candidate(self, place: Placed) -> Candidate:
        """Return what a reranker reads of one case."""
        return self.second_stage.candidate(place)

    def _by_date(self, doc_ids: np.ndarray, *, newest: bool) -> list[int]:
        """Order by institution date, ties by doc_id; a case without a date comes last either way."""
        dates = self.snapshot.columns.date[doc_ids].astype(np.int64)
        unknown = dates == NO_DATE
        order = np.lexsort((doc_ids, -dates if newest else dates, unknown))
        return [int(doc_id) for doc_id in doc_ids[order]]

    def _page(self, ordered: _Ordered, offset: int, limit: int) -> list[Placed]:
        end = offset + limit
        placed = ordered.placed[offset:end]
        skipped = max(0, offset - len(ordered.placed))
        rest = ordered.rest[skipped : skipped + limit - len(placed)]
        return placed + [self._unread(int(doc_id), ordered.matches) for doc_id in rest]

    def suggest(self, text: str, *, limit: int) -> tuple[Suggestion, ...]:
        """Return what *text* may be the beginning of, at most *limit*; the first call takes seconds."""
        return self.suggester.suggest(text, limit=limit)


def _settled(read: ReadQuery, matches: Matches, said: Mask | None) -> ReadQuery:
    """Let a query list all that the filters in its words let through, where none of that holds its other words."""
    if said is None or read.restricts or matches.within(said).result_set.any():
        return read
    problems = (*read.understanding.problems, NOTHING_HOLDS_THE_WORDS)
    return read._replace(restricts=True, understanding=replace(read.understanding, problems=problems))


def _passing(read: ReadQuery, matches: Matches, mask: Mask | None) -> Matches:
    """Return what of *matches* passes *mask*; where operators or filters make the result set, all that does."""
    passing = matches.within(mask)
    if not read.restricts:
        return passing
    through = np.ones_like(passing.lexical.matched) if mask is None else mask
    return passing._replace(lexical=replace(passing.lexical, matched=through))


def _unneeded(request: SearchRequest, pool: CandidatePool, fused: Sequence[Placed]) -> str | None:
    """Return why no model need read *fused*; None where one is to."""
    if not request.rerank:
        return LEFT_OUT
    if pool.exact.nothing_else:
        return NUMBER_ALONE
    return None if fused else NOTHING_LEFT


def _understood(
    read: ReadQuery, operators: Matched | None, left_out: Sequence[NumberQuery | AskedReference]
) -> Understanding:
    """Return how the query was read, with what its operators ask for and no case has, and what they leave out."""
    told = [each.sentence for each in (() if operators is None else operators.unmatched)]
    told += [f"{each.read_as} is here, and what AND, NOT, phrases or fields ask for leaves it out" for each in left_out]
    return replace(read.understanding, problems=(*read.understanding.problems, *told))
