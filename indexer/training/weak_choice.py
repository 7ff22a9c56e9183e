"""Which weak queries are worth asking, and what of a judgment still answers them once their sentence is hidden."""

from __future__ import annotations

import math
import random
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

import numpy as np

from indexer.training.weak import WeakQuery
from search.retrieval.lexical import LexicalRetriever
from search.text.tokenise import analyse

TELLING_MIN = 1.7
"""Weight of a query's words, in units of the word that stands in one passage alone: below it a sentence such as "the
petition is dismissed with no order as to costs" is as true of a hundred judgments as of its own ..."""
RARE_MIN = 0.85
"""... and so it is where the three rarest of its words weigh less than this together."""
TELLING_MAX = 6.0
"""More than this makes a query no better."""
HELD = (0.38, 0.97)
"""Share of a query that the rest of its judgment must hold: below, nothing but the hidden sentence answers it; above,
the judgment says the same twice."""
PER_CASE = 4
_HIDDEN_WORDS_MIN = 6
"""So many words in a row are the sentence, or the part of it that reaches into a passage, and no accident."""


class Asked(NamedTuple):
    """A query with the passage that answers it."""

    query: str
    kind: str
    relevant: tuple[str, ...]
    """Source ids of the cases that answer it; the passage is of the first."""
    hidden: str
    """What was taken out of the judgment; empty where nothing was."""
    passage: int
    """Its place among the passages of the case."""
    text: str
    """The passage, without what is hidden."""
    held: float
    """Share of the query's weight that the passage holds."""


def term_weights(query: str, lexical: LexicalRetriever) -> dict[str, float]:
    """Return the terms of *query* with how telling each is in passages (its IDF there)."""
    matrix = lexical.passages
    weights = {}
    for term in sorted(set(analyse(query))):
        row = matrix.terms.get(term)
        held = 0 if row is None else int(matrix.indptr[row + 1] - matrix.indptr[row])
        weights[term] = float(np.log(1 + (matrix.size - held + 0.5) / (held + 0.5)))
    return weights


def share(text: str, terms: Mapping[str, float]) -> float:
    """Return how much of the query's weight the words of *text* hold, 0 to 1."""
    present = set(analyse(text))
    total = sum(terms.values())
    return sum(weight for term, weight in terms.items() if term in present) / total if total else 0.0


def without(passage: str, hidden: str) -> str:
    """Take *hidden*, or the part of it that reaches into *passage*, out of it."""
    if not hidden:
        return passage
    words, gone = passage.split(), hidden.split()
    least = min(_HIDDEN_WORDS_MIN, (len(gone) + 1) // 2)
    # Most passages hold no part of it, and looking for a string is a hundred times faster than matching.
    spaced = " ".join(words)
    if not any(" ".join(gone[at : at + least]) in spaced for at in range(len(gone) - least + 1)):
        return passage
    match = SequenceMatcher(None, words, gone, autojunk=False).find_longest_match()
    if match.size < least:
        return passage
    return " ".join(words[: match.a] + words[match.a + match.size :])


def answered(query: str, passages: Sequence[str], terms: Mapping[str, float], hidden: str) -> tuple[int, str, float]:
    """Return the passage that holds most of *query* once *hidden* is out of it: its place, text and share."""
    left = [without(passage, hidden) for passage in passages]
    held = [share(text, terms) for text in left]
    best = int(np.argmax(held))
    return best, left[best], held[best]


def worth_asking(
    queries: Sequence[WeakQuery], passages: Sequence[str], lexical: LexicalRetriever, draw: random.Random
) -> list[Asked]:
    """Choose the queries of one judgment that it can be told by, at most `PER_CASE`.

    Args:
        queries: Made from the judgment.
        passages: Of the judgment, at least one.
        lexical: Tells how rare a word is.
        draw: Settles among queries that are about as good.
    """
    whole = math.log(1 + lexical.passages.size)
    found: list[tuple[float, Asked]] = []
    for made in queries:
        terms = term_weights(made.query, lexical)
        telling = sum(terms.values()) / whole
        if telling < TELLING_MIN or sum(sorted(terms.values())[-3:]) < RARE_MIN * whole:
            continue
        place, text, held = answered(made.query, passages, terms, made.hidden)
        if HELD[0] <= held <= HELD[1]:
            worth = held * min(telling, TELLING_MAX) + draw.random()
            found.append((worth, Asked(made.query, made.kind, (made.case,), made.hidden, place, text, held)))
    found.sort(key=lambda pair: -pair[0])
    return [asked for _, asked in found[:PER_CASE]]
