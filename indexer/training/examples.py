"""Examples: judged queries, read from a file, as far as they are about training cases."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from search.cases import Case
from search.errors import InputError


class Example(NamedTuple):
    """A query and the cases that answer it."""

    query: str
    relevant: tuple[str, ...]
    """Source ids."""
    doubtful: tuple[str, ...] = ()
    """Source ids of cases that may answer it as well: they are neither right nor wrong."""
    kind: str = ""


def read_examples(path: Path, *, answered: bool = True) -> list[Example]:
    """Read queries with judgements: a JSON object ``{"query", "relevant"}`` a line.

    Args:
        path: A file of them.
        answered: Whether each must have ``relevant``, a list of source ids.  Otherwise it is not read.

    Raises:
        InputError: If a line is anything else.
    """
    number = 0
    try:
        examples = []
        for line in path.read_text(encoding="utf-8").splitlines():
            number += 1
            row = json.loads(line)
            if answered and not isinstance(row["relevant"], list):
                raise TypeError("relevant is no list")
            examples.append(Example(str(row["query"]), tuple(map(str, row["relevant"])) if answered else ()))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InputError(f"the queries {path} cannot be read at line {number}: {error!r}") from error
    return examples


def about(examples: Iterable[Example], cases: Mapping[str, Case]) -> list[Example]:
    """Return the examples all of whose relevant cases are among *cases* (source id -> case)."""
    return [example for example in examples if all(case_id in cases for case_id in example.relevant)]
