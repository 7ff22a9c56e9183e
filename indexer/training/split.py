"""Splits: which cases a model may learn from.

Cases are split, never pairs: a query and its case are on one side only.  A title that occurs on both sides
(connected matters, one party's many cases) would carry the answer over, so such cases train nothing.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from search.cases import Case
from search.errors import InputError
from search.text.normalise import fold

TRAIN = "train"


@dataclass(frozen=True, slots=True)
class Split:
    """Source id -> part ("train", "dev" or "test")."""

    parts: Mapping[str, str]

    @classmethod
    def read(cls, path: Path) -> Split:
        """Read a JSON object of source id -> part.

        Raises:
            InputError: If *path* holds anything else.
        """
        try:
            parts = json.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise InputError(f"the split {path} cannot be read: {error}") from error
        if not isinstance(parts, dict) or not all(isinstance(part, str) for part in parts.values()):
            raise InputError(f"the split {path} is not an object of record id -> train, dev or test")
        return cls(parts)

    def training_cases(self, cases: Iterable[Case]) -> list[Case]:
        """Return the train cases whose title stands in no other part, by id."""
        known = [case for case in cases if case.source_id in self.parts]
        others = {fold(case.title) for case in known if self.parts[case.source_id] != TRAIN}
        mine = [case for case in known if self.parts[case.source_id] == TRAIN and fold(case.title) not in others]
        return sorted(mine, key=lambda case: case.id)


def half_of(case: Case) -> int:
    """Return 0 or 1: the half of the training cases that *case* is in.

    The model learns from half 0.  How far to trust it is fitted on half 1, whose cases it never saw: on its
    own cases it would look better than it is.
    """
    return hashlib.sha256(fold(case.title).encode()).digest()[0] % 2
