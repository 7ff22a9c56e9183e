"""Lexical retrieval: BM25 of cases, of passages and of adjacent word pairs."""

from __future__ import annotations

import functools
import itertools
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from search.retrieval.okapi import TermMatrix, open_term_matrix
from search.types import Mask, ParsedQuery, ScoredDoc, Vector

PASSAGE_WEIGHT = 0.7
PAIR_WEIGHT = 0.3
"""Of the best passage and of the word pairs beside the whole case, in choosing candidates; the order among them is
weighed evidence."""


@dataclass(frozen=True, slots=True)
class LexicalMatches:
    """BM25 scores of every case for one query; row = doc_id."""

    case_scores: Vector
    passage_scores: Vector
    """Of the best passage; 0 for a case without one."""
    pair_scores: Vector
    case_coverage: Vector
    """Share of the query's words, by weight, that the case holds anywhere."""
    matched: Mask
    """Allowed cases that hold at least one term of the query."""
    best_passage: npt.NDArray[np.int64]
    """passage_id of the best passage; -1 where no passage holds a term."""

    @property
    def scores(self) -> Vector:
        """The three together: by this the candidates are chosen."""
        scores: Vector = self.case_scores + PASSAGE_WEIGHT * self.passage_scores + PAIR_WEIGHT * self.pair_scores
        return scores

    def within(self, allowed: Mask | None) -> LexicalMatches:
        """Return the same with those alone matched that are *allowed*; the scores of the others stand."""
        return self if allowed is None else replace(self, matched=self.matched & allowed)

    def top(self, scores: Vector, depth: int) -> list[ScoredDoc]:
        """Return the best *depth* matched cases by *scores*, ties by doc_id."""
        candidates = np.flatnonzero(self.matched)
        order = best_first(scores[candidates], depth)
        return [ScoredDoc(int(candidates[row]), float(scores[candidates[row]])) for row in order]


def best_first(scores: Vector, depth: int) -> npt.NDArray[np.int64]:
    """Return the rows of the *depth* highest scores, best first, ties by row."""
    if depth < len(scores):
        threshold = np.partition(scores, len(scores) - depth)[len(scores) - depth]
        rows = np.flatnonzero(scores >= threshold)
    else:
        rows = np.arange(len(scores))
    return rows[np.argsort(-scores[rows], kind="stable")][:depth]


@dataclass(frozen=True, slots=True)
class LexicalRetriever:
    """Scores cases from the matrices of one snapshot."""

    cases: TermMatrix
    passages: TermMatrix
    pairs: TermMatrix
    titles: TermMatrix
    passage_case: npt.NDArray[np.int32]

    def match(self, parsed: ParsedQuery) -> LexicalMatches:
        """Score every case for *parsed*."""
        case_scores, matched = self.cases.scores(parsed.terms, parsed.spellings)
        pair_scores, _ = self.pairs.scores(word_pairs(parsed.terms))
        passage_scores, passage_matched = self.passages.scores(parsed.terms, parsed.spellings)
        best_scores, best_passage = self._best_passages(passage_scores, passage_matched)
        return LexicalMatches(
            case_scores=case_scores,
            passage_scores=best_scores,
            pair_scores=pair_scores,
            case_coverage=self.cases.coverage(parsed.terms, parsed.spellings),
            matched=matched,
            best_passage=best_passage,
        )

    def retrieve(self, parsed: ParsedQuery, allowed: Mask | None, depth: int) -> list[ScoredDoc]:
        """Return at most *depth* cases, best first."""
        matches = self.match(parsed).within(allowed)
        return matches.top(matches.scores, depth)

    def title_weight(self, term: str) -> float:
        """Return how telling *term* is in a title."""
        return self.titles.weight(term)

    def _best_passages(self, scores: Vector, matched: Mask) -> tuple[Vector, npt.NDArray[np.int64]]:
        best_scores = np.zeros(self.cases.size, dtype=np.float32)
        best_passage = np.full(self.cases.size, -1, dtype=np.int64)
        rows = np.flatnonzero(matched)
        # Ascending by score and, among equals, from the last row to the first: the last write wins, so it is
        # the best passage, and of equal ones the first.
        rows = rows[np.lexsort((-rows, scores[rows]))]
        best_scores[self.passage_case[rows]] = scores[rows]
        best_passage[self.passage_case[rows]] = rows
        return best_scores, best_passage


def word_pairs(terms: Sequence[str]) -> list[str]:
    """Return the adjacent pairs of *terms*, as the index keeps them."""
    return [f"{left} {right}" for left, right in itertools.pairwise(terms)]


def open_lexical(folder: Path, passage_case: npt.NDArray[np.int32]) -> LexicalRetriever:
    """Open what `indexer.lexical` wrote into *folder*."""
    sizes: Mapping[str, int] = json.loads((folder / "sizes.json").read_text(encoding="utf-8"))
    terms = _vocabulary(folder / "terms.json")
    opened = functools.partial(_open, folder, sizes=sizes)
    return LexicalRetriever(
        cases=opened("cases", terms),
        passages=opened("passages", terms),
        titles=opened("titles", terms),
        pairs=opened("pairs", _vocabulary(folder / "pairs.json")),
        passage_case=passage_case,
    )


def _open(folder: Path, name: str, terms: Mapping[str, int], *, sizes: Mapping[str, int]) -> TermMatrix:
    return open_term_matrix(folder / name, terms, size=sizes[name])


def _vocabulary(path: Path) -> dict[str, int]:
    return {term: row for row, term in enumerate(json.loads(path.read_text(encoding="utf-8")))}
