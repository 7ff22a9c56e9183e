"""Examples: judged queries, and how those about some of the cases are told."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from indexer.training.split import names_of
from search.cases import Case
from search.errors import InputError
from search.evaluation.qrels import NO_KIND, read_qrels


class Example(NamedTuple):
    """A query and the cases that answer it."""

    query: str
    relevant: tuple[str, ...]
    """Source ids."""
    doubtful: tuple[str, ...] = ()
    """Source ids of cases that may answer it as well: they are neither right nor wrong."""
    kind: str = NO_KIND


def read_examples(path: Path) -> list[Example]:
    """Read judged queries, as an evaluation does.

    Raises:
        InputError: If there is none, or at the first line that is no judged query, naming it.
    """
    return [Example(judged.query, judged.relevant, kind=judged.kind) for judged in read_qrels(path)]


def about(examples: Iterable[Example], cases: Iterable[Case]) -> list[Example]:
    """Return the examples all of whose relevant cases are among *cases*, under the first source id of each.

    Whichever of its ids a case is named by, it is that case.
    """
    first = {name: case.source_id for case in cases for name in names_of(case)}
    return [
        example._replace(relevant=tuple(dict.fromkeys(first[name] for name in example.relevant)))
        for example in examples
        if first.keys() >= set(example.relevant)
    ]


def read_stored(paths: Iterable[Path], cases: Sequence[Case]) -> tuple[list[Example], int]:
    """Read judged queries and return those about *cases*, as `about` does, and how many others there are.

    Raises:
        InputError: As `read_examples`, and where no query of a file is about *cases*: it is about another home.
    """
    found: list[Example] = []
    others = 0
    for path in paths:
        examples = read_examples(path)
        stored = about(examples, cases)
        if not stored:
            raise InputError(
                f"none of the {len(examples):,} queries of {path} is about stored cases (the first names "
                f"{examples[0].relevant[0]}); name the home that holds them by IHC_SEARCH_HOME, or load them"
            )
        found += stored
        others += len(examples) - len(stored)
    return found, others
