"""Splits: which cases a model may learn from.

Cases are split, never pairs: a query and its case are on one side only.  A title that occurs on both sides
(connected matters, one party's many cases) would carry the answer over, so such cases train nothing.  Nor do twins
under another title and cases that one judgment decides together: they are one group, and a group is on one side.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from indexer.headings import heading_of
from indexer.training.likeness import like_pairs
from indexer.training.spellings import canonical, named_sides, title_key
from search.cases import Case
from search.errors import InputError
from search.evaluation.json_lines import PARTS
from search.identifiers.case_number import find_numbers
from search.text.amounts import amount
from search.text.normalise import fold

TRAIN, DEV, TEST = "train", "dev", "test"
SPLIT_FORM = 'one JSON object of source ids and parts: {"ihc-1": "train", "ihc-2": "dev", "ihc-3": "test"}'


@dataclass(frozen=True, slots=True)
class Split:
    """Source id -> part ("train", "dev" or "test")."""

    parts: Mapping[str, str]

    @classmethod
    def read(cls, path: Path) -> Split:
        """Read a JSON object of source id -> part.

        Raises:
            InputError: If *path* holds anything else, such as another part.
        """
        try:
            parts = json.loads(path.read_text(encoding="utf-8"))
        except OSError as error:
            raise InputError(f"the split {path} cannot be read: {error.strerror}") from error
        except ValueError as error:
            raise InputError(f"the split {path} is no JSON ({error}); expected {SPLIT_FORM}") from error
        if not isinstance(parts, dict) or not parts:
            found = "is empty" if not parts else "is JSON, but no object"
            raise InputError(f"the split {path} {found}; expected {SPLIT_FORM}")
        if strange := {source_id: part for source_id, part in parts.items() if part not in PARTS}:
            source_id, part = next(iter(strange.items()))
            raise InputError(
                f"the split {path} puts {amount(len(strange), 'case')} into a part that is none, {source_id} into "
                f"{part!r} for one; the parts are {', '.join(PARTS)}"
            )
        return cls(parts)

    def check_known(self, path: Path, cases: Iterable[Case], *needed: str) -> None:
        """Raise InputError where the split, read from *path*, has no case of *cases* in a *needed* part."""
        found = Counter(map(self.part_of, cases))
        given = Counter(self.parts.values())
        for part in needed:
            if not given[part]:
                raise InputError(f"the split {path} puts no case into {part}; expected {SPLIT_FORM}")
            if not found[part]:
                raise InputError(
                    f"none of the {given[part]:,} {part} cases of the split {path} is among the cases here; give a "
                    "split of the cases of this home, or name theirs by IHC_SEARCH_HOME, or load them and reindex"
                )

    def part_of(self, case: Case) -> str | None:
        """Return the part of *case*, by whichever of its ids it is named; None where no part has it.

        Of a case that was merged out of two parts the one that may teach less counts.
        """
        named = {self.parts[name] for name in names_of(case) if name in self.parts}
        return next((part for part in (TEST, DEV, TRAIN) if part in named), None)

    def apart(self, cases: Iterable[Case]) -> Apart:
        """Return train and dev cases of which no group is on both sides.

        *cases* are all that are known: a train case is left out where one of its group is in another part.
        """
        known = sorted((case for case in cases if case.kind == "case"), key=lambda case: case.id)
        groups = groups_of(known)
        part_of = {case.source_id: self.part_of(case) for case in known}
        others = {groups[source_id] for source_id, part in part_of.items() if part not in (TRAIN, None)}
        mine = [case for case in known if part_of[case.source_id] == TRAIN]
        train = [case for case in mine if groups[case.source_id] not in others]
        return Apart(train, [case for case in known if part_of[case.source_id] == DEV], groups)


class Apart(NamedTuple):
    """Train and dev cases, by id, and what is one group among all cases."""

    train: list[Case]
    dev: list[Case]
    groups: Mapping[str, str]
    """Source id -> group."""


def names_of(case: Case) -> tuple[str, ...]:
    """Return every id that a file may name *case* by."""
    return tuple(dict.fromkeys((case.id, case.source_id, *case.source_ids)))


def groups_of(cases: Iterable[Case]) -> dict[str, str]:
    """Put twins, equal titles and connected matters together.

    Two cases are in one group where they share the title, in whichever order and spelling; or number and first party;
    or a judgment, or two judgments that are half the same words; or where the heading of one's judgment names the
    other's number; or through a third case.

    Returns:
        Source id -> the smallest source id of its group.
    """
    known = list(cases)
    roots = {case.source_id: case.source_id for case in known}
    numbered = _by_number(known)
    first: dict[str, str] = {}
    for case in known:
        for mark in _marks(case):
            _join(roots, case.source_id, first.setdefault(mark, case.source_id))
        for other in _named_in_headings(case, numbered):
            _join(roots, case.source_id, other)
    owners = [(case.source_id, document.text) for case in known for document in case.documents]
    for one, other_place in like_pairs([text for _, text in owners]):
        _join(roots, owners[one][0], owners[other_place][0])
    return {source_id: _root(roots, source_id) for source_id in roots}


def _marks(case: Case) -> Iterator[str]:
    """What two cases of one group have in common."""
    title = title_key(case.title) if case.kind == "case" else ""
    if title:
        yield f"title {title}"
    if case.number is not None and title:
        party = canonical(named_sides(case.title)[0])
        yield f"number {case.number.case_type} {case.number.serial} {case.number.year} {party}"
    for document in case.documents:
        yield f"document {document.sha256}"


def _by_number(cases: Iterable[Case]) -> dict[tuple[str, int, int], list[str]]:
    found: dict[tuple[str, int, int], list[str]] = {}
    for case in cases:
        if case.number is not None:
            key = (case.number.case_type, case.number.serial, case.number.year)
            found.setdefault(key, []).append(case.source_id)
    return found


def _named_in_headings(case: Case, numbered: Mapping[tuple[str, int, int], list[str]]) -> Iterator[str]:
    """Yield the cases whose numbers stand in the headings of *case*'s judgments.

    A number that several cases share says too little.
    """
    for document in case.documents:
        for number in find_numbers(heading_of(document.text)):
            for case_type in number.case_types:
                others = numbered.get((case_type, number.serial, number.year), [])
                yield from others if len(others) == 1 else ()


def _root(roots: dict[str, str], source_id: str) -> str:
    while roots[source_id] != source_id:
        roots[source_id] = roots[roots[source_id]]
        source_id = roots[source_id]
    return source_id


def _join(roots: dict[str, str], one: str, other: str) -> None:
    smaller, larger = sorted((_root(roots, one), _root(roots, other)))
    roots[larger] = smaller


LEARNED_HALF = 0
"""The half of the training cases that a model learns from.

How far to trust it is fitted on the other, whose cases it never saw: on its own cases it would look better than it is.
"""


def half_of(case: Case) -> int:
    """Return 0 or 1: the half of the training cases that *case* is in."""
    return hashlib.sha256(fold(case.title).encode()).digest()[0] % 2
