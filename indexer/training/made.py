"""Made examples: train cases asked for as lawyers ask, beside the queries that somebody judged.

The judged queries have few kinds, and an order that is fitted on them alone knows nothing of the others.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Mapping, Sequence

from indexer.training.answers import Answers
from indexer.training.blanks import query_key
from indexer.training.examples import Example
from indexer.training.lawyers import lawyers_queries
from indexer.training.presets import RELEVANT_MAX
from search.cases import Case

SEED = 42
FILTERED = frozenset({"judge", "number"})
"""Kinds whose cases are told by a filter or pinned, whatever the order."""


def made_examples(
    cases: Sequence[Case], askable: Mapping[str, Case], *, per_kind: int, unless: Sequence[Example] = ()
) -> list[Example]:
    """Ask for some of the cases that are *askable* in every kind of `lawyers_queries`.

    Args:
        cases: All that can be found.  A query that others of them than askable ones answer is left out.
        askable: Source id -> case.
        per_kind: Queries of one kind at most.
        unless: Queries that are asked already.
    """
    if not per_kind:
        return []  # who answers what is told by comparing all texts, which takes a while
    answers = Answers.of(cases)
    asked = {query_key(example.query) for example in unless}
    made: dict[str, list[Example]] = defaultdict(list)
    order = random.Random(SEED).sample(sorted(askable), len(askable))
    for source_id in order:
        for query in lawyers_queries(askable[source_id], SEED):
            if query.kind in FILTERED or len(made[query.kind]) >= per_kind or query_key(query.query) in asked:
                continue
            relevant = answers.relevant(query)
            if len(relevant) <= RELEVANT_MAX and relevant <= askable.keys():
                asked.add(query_key(query.query))
                doubtful = tuple(sorted(answers.doubtful(query)))
                made[query.kind].append(Example(query.query, tuple(sorted(relevant)), doubtful, query.kind))
    return [example for kind in sorted(made) for example in made[kind]]
