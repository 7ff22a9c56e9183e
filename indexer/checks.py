"""What a snapshot must show before it is published."""

from __future__ import annotations

import random
from collections.abc import Sequence

import numpy as np

from search.errors import SnapshotError
from search.query.parser import parse
from search.retrieval.exact import ExactRetriever
from search.snapshot.columns import NO_SERIAL
from search.snapshot.reader import Snapshot

NUMBERS_DRAWN = 200
_SEED = 20_260_101
_MISSED_SHOWN = 3


def numbers_come_first(snapshot: Snapshot) -> None:
    """Ask for 200 case numbers that the snapshot shows, and find each of their cases first.

    Cases that share a number to the last word may stand in any order among themselves.  The same generation
    is asked for the same numbers in every run.

    Raises:
        SnapshotError: Names the numbers whose cases were not found first.
    """
    numbered = np.flatnonzero(snapshot.columns.serial != NO_SERIAL).tolist()
    drawn = random.Random(_SEED).sample(numbered, min(NUMBERS_DRAWN, len(numbered)))  # not for secrets
    missed = _missed(snapshot, drawn)
    if missed:
        raise SnapshotError(
            f"{len(missed)} of {len(drawn)} case numbers do not find their case first, such as "
            f"{', '.join(missed[:_MISSED_SHOWN])}; nothing was published"
        )


def _missed(snapshot: Snapshot, doc_ids: Sequence[int]) -> list[str]:
    """Return the numbers of those cases that an exact search for their number does not put first."""
    exact = ExactRetriever(snapshot.columns)
    missed = []
    for shown in snapshot.display(doc_ids):
        found = exact.match(parse(shown["number"])).doc_ids
        first = snapshot.display(found[:1])
        if not first or first[0]["number"] != shown["number"]:
            missed.append(shown["number"])
    return missed
