"""Evidence: what the first stage knows of each candidate, as numbers near 0 to 1.

No column tells merely that a case has text, or how much: queries that were made from cases with text
would reward it, and nobody else would.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from search.reranking.facing import FacingSides, WholeName
from search.text.normalise import fold
from search.text.tokenise import analyse
from search.types import Matrix, ParsedQuery, Vector

COLUMNS = (
    "case_bm25",
    "passage_bm25",
    "pair_bm25",
    "cosine",
    "title_coverage",
    "title_verbatim",
    "title_prefix",
    "query_coverage",
    "title_ends",
    "side_whole",
    "case_coverage",
    "type_named",
    "type_heads",
    "sides_held",
    "advocate_named",
    "reference_named",
)
"""``*_bm25``: over the best score of the query.  ``cosine``: of the best passage.  ``title_coverage``: share of the
title's words, by weight, that the query holds.  ``title_verbatim``: the whole title stands in the query;
``title_prefix``: the query stands in the title.  ``query_coverage``: share of the query's words, by weight, that
the title holds; ``case_coverage``: that the case holds anywhere.
``title_ends``: the query begins and ends as the title does, which is how a long title is shortened.
``side_whole``: the query is the whole name of one side.
``type_named``: the query names the type of the case; ``type_heads``: it begins with it ("Crl Revision: against ...").
``sides_held``: share, by weight, of the two sides that the query sets against each other which those of the title hold.
``advocate_named``: share of the advocates that the query names who appear in the case; ``reference_named``: of the
citations, FIRs and sections that it names, those which the case has."""


def scaled(scores: Vector) -> Vector:
    """Divide *scores* by the best of them; zeros stay zeros where nothing scored.

    Best-of-query scaling keeps "half as good as the best", which ranks throw away and which a mean and a
    deviation over a pool of mostly irrelevant cases blur.
    """
    best = float(scores.max(initial=0.0))
    return scores / best if best > 0 else np.zeros_like(scores)


WHOLE = 0.999
"""From here on a share is all of it: sums of weights round."""
_NOT_WORD = re.compile(r"[^\w]+")


@dataclass(frozen=True, slots=True)
class Pool:
    """The candidates of one query and their raw first-stage scores; one row per candidate."""

    titles: Sequence[str]
    case_bm25: Vector
    passage_bm25: Vector
    pair_bm25: Vector
    cosines: Vector
    """Of the best passage."""
    case_coverage: Vector
    case_types: Sequence[str]
    """Canonical; empty where the case has none."""
    advocate_named: Vector
    """Share of the advocates that the query names; 0 where it names none."""
    reference_named: Vector
    """Share of the citations, FIRs and sections that the query names; 0 where it names none."""


def evidence_of(parsed: ParsedQuery, pool: Pool, title_weight: Callable[[str], float]) -> Matrix:
    """Return what is known of each candidate, shape ``(len(pool.titles), len(COLUMNS))``, float32.

    Args:
        parsed: The query.
        pool: Its candidates.
        title_weight: How telling a term is in a title (its IDF there).
    """
    title_weight = functools.cache(title_weight)  # the same few hundred words stand in all the titles
    query = _Written.of(parsed.subject)
    name = WholeName(query.text)
    held = frozenset(parsed.terms).union(*parsed.spellings.values())
    query_weight = sum(title_weight(term) for term in sorted(set(parsed.terms))) or 1.0
    titles = np.array(
        [_title_evidence(query, parsed.terms, name, held, title, title_weight, query_weight) for title in pool.titles],
        dtype=np.float32,
    ).reshape(len(pool.titles), 6)
    scores = np.stack(
        [scaled(pool.case_bm25), scaled(pool.passage_bm25), scaled(pool.pair_bm25), pool.cosines], axis=1
    ).astype(np.float32)
    types = np.array([case_type in parsed.case_types for case_type in pool.case_types])
    heading = np.array([case_type in parsed.heading_types for case_type in pool.case_types])
    facing = FacingSides(parsed.sides, parsed.spellings, title_weight)
    sides = np.array([facing.held_by(title) for title in pool.titles], dtype=np.float32)
    others = [pool.case_coverage, types, heading, sides, pool.advocate_named, pool.reference_named]
    return np.concatenate([scores, titles, np.stack(others, axis=1).astype(np.float32)], axis=1)


@dataclass(frozen=True, slots=True)
class _Written:
    """One string as written, folded, and with its letters and digits alone."""

    text: str
    folded: str
    squeezed: str

    @classmethod
    def of(cls, text: str) -> _Written:
        folded = fold(text)
        return cls(" ".join(text.split()), folded, _NOT_WORD.sub(" ", folded).strip())


def _title_evidence(
    query: _Written,
    query_terms: Sequence[str],
    name: WholeName,
    held: frozenset[str],
    title: str,
    title_weight: Callable[[str], float],
    query_weight: float,
) -> tuple[float, float, float, float, float, float]:
    written = _Written.of(title)
    terms = analyse(title)
    # Sorted: a sum of floats depends on its order, and a set's order on the process.
    weights = {term: title_weight(term) for term in sorted(set(terms))}
    shared = sum(weight for term, weight in weights.items() if term in held)
    total = sum(weights.values())
    return (
        shared / total if total else 0.0,
        _verbatim(written, query),
        max(_prefix(query, written), _inside(query, written)),
        min(1.0, shared / query_weight),
        _ends(query_terms, terms),
        float(name.is_side_of(title, weights.keys())),
    )


def _ends(query_terms: Sequence[str], title_terms: Sequence[str]) -> float:
    if len(query_terms) < 2 or len(title_terms) < 2:
        return 0.0
    return 0.5 * (query_terms[0] == title_terms[0]) + 0.5 * (query_terms[-1] == title_terms[-1])


def _verbatim(part: _Written, whole: _Written) -> float:
    """How literally *part* stands in *whole*, at borders of words: 1 as written, 0.9 folded, 0.8 by letters."""
    if part.text and _between_borders(part.text, whole.text):
        return 1.0
    if len(part.squeezed) < 4:  # ". VS ." folds to next to nothing, and that stands everywhere
        return 0.0
    if _between_borders(part.folded, whole.folded):
        return 0.9
    return 0.8 if f" {part.squeezed} " in f" {whole.squeezed} " else 0.0


def _between_borders(part: str, whole: str) -> bool:
    place = whole.find(part)
    while place >= 0:
        before, after = whole[place - 1 : place] if place else "", whole[place + len(part) : place + len(part) + 1]
        if not (_is_word(before) and _is_word(part[0])) and not (_is_word(after) and _is_word(part[-1])):
            return True
        place = whole.find(part, place + 1)
    return False


def _is_word(char: str) -> bool:
    return char.isalnum() or char == "_"


def _prefix(query: _Written, title: _Written) -> float:
    if title.text.startswith(query.text):
        return 1.0
    if title.folded.startswith(query.folded):
        return 0.9
    return 0.8 if query.squeezed and title.squeezed.startswith(query.squeezed) else 0.0


def _inside(query: _Written, title: _Written) -> float:
    return 0.6 if query.squeezed and f" {query.squeezed} " in f" {title.squeezed} " else 0.0
