"""Rows: what a cross-encoder is shown of judged lists, with what each candidate should get, in the order of reading."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from indexer.training.lists import JudgedList
from indexer.training.recipes import Recipe
from search.reranking.pairs import query_text

Floats = npt.NDArray[np.float64]
_KNOWN = 0.95
"""Share of a list that its teacher gives to what answers, from which on nothing is left to learn beside it."""
_FLOOR = 1e-4
"""Share of a list that a wrong candidate without any merit is left, because its logarithm is the target."""


def read_of(lists: Sequence[JudgedList], recipe: Recipe) -> list[JudgedList]:
    """Return what a training by *recipe* reads of *lists*: those that teach anything, each as far as it is read."""
    taught = [judged for judged in lists if judged.candidates and not (recipe.beside_teacher and is_known(judged))]
    if recipe.loss == "binary":
        return taught
    return [shortened(judged, recipe.list_size, seed=recipe.seed + row) for row, judged in enumerate(taught)]


def rows_of_lists(lists: Sequence[JudgedList], recipe: Recipe) -> list[dict[str, Any]]:
    """Return the rows of *lists*, which are as `read_of` gives them, in the order of reading.

    A list is a row, or a pair for ``binary``.
    """
    return list(_listwise_rows(lists, recipe) if recipe.loss == "listwise" else _binary_rows(lists, recipe))


def shortened(judged: JudgedList, size: int | None, *, seed: int) -> JudgedList:
    """Return *judged* with at most *size* candidates, but never without one that answers."""
    if size is None or len(judged.candidates) <= size:
        return judged
    wrong = [row for row, candidate in enumerate(judged.candidates) if not candidate.label]
    room = max(0, size - (len(judged.candidates) - len(wrong)))
    first, rest = wrong[: room // 2], wrong[room // 2 :]
    dropped = set(wrong) - set(first) - set(random.Random(seed).sample(rest, room - len(first)))
    kept = tuple(candidate for row, candidate in enumerate(judged.candidates) if row not in dropped)
    return judged._replace(candidates=kept)


def target_of(judged: JudgedList, teacher_share: float) -> Floats:
    """Return what share of its list each candidate should get, shape ``(len(judged.candidates),)``, sum 1.

    A list without a teacher goes by its labels alone.
    """
    labels = np.array([candidate.label for candidate in judged.candidates], dtype=np.float64)
    shares: Floats = labels / max(1.0, labels.sum())
    if not _is_taught(judged):
        return shares
    taught = [candidate.teacher for candidate in judged.candidates]
    mixed: Floats = (1 - teacher_share) * shares + teacher_share * np.array(taught, dtype=np.float64)
    return mixed


def is_known(judged: JudgedList) -> bool:
    """Whether the teacher of *judged* knows its answer so well that nothing is left to learn beside it."""
    return _is_taught(judged) and sum((one.teacher or 0.0) * one.label for one in judged.candidates) >= _KNOWN


def in_batches(items: Sequence[Any], size: int, seed: int, *, length: Any) -> list[Any]:
    """Order *items* so that each run of *size* is of like length and the runs are in random order."""
    draw = random.Random(seed)
    shuffled = draw.sample(list(items), len(items))
    block = size * 32
    batches = []
    for start in range(0, len(shuffled), block):
        part = sorted(shuffled[start : start + block], key=length)
        batches += [part[at : at + size] for at in range(0, len(part), size)]
    # A batch that is not full stays the last, since the reader counts off equal runs.
    full = [batch for batch in batches if len(batch) == size]
    draw.shuffle(full)
    return [item for batch in full + [batch for batch in batches if len(batch) < size] for item in batch]


def _listwise_rows(lists: Sequence[JudgedList], recipe: Recipe) -> Iterable[dict[str, Any]]:
    for row, judged in enumerate(in_batches(lists, recipe.batch_size, recipe.seed, length=_length_of_list)):
        teacher_share = 0.0 if recipe.beside_teacher else recipe.teacher_share * (1 - row / len(lists))
        target = target_of(judged, teacher_share)
        # Of a list without a teacher all is left to the model.
        said = target_of(judged, 1.0) if recipe.beside_teacher and _is_taught(judged) else np.ones(len(target))
        yield {
            "query": query_text(judged.query),
            "docs": [candidate.text for candidate in judged.candidates],
            "labels": _logarithms([target, said] if recipe.beside_teacher else [target]),
        }


def _binary_rows(lists: Sequence[JudgedList], recipe: Recipe) -> Iterable[dict[str, Any]]:
    pairs = [(judged.query, candidate) for judged in lists for candidate in judged.candidates]
    for query, candidate in in_batches(
        pairs, recipe.batch_size, recipe.seed, length=lambda pair: len(pair[0]) + len(pair[1].text)
    ):
        yield {"query": query_text(query), "candidate": candidate.text, "label": float(candidate.label)}


def _logarithms(shares: Sequence[Floats]) -> list[float]:
    logarithms: list[float] = np.log(np.maximum(np.concatenate(shares), _FLOOR)).tolist()
    return logarithms


def _is_taught(judged: JudgedList) -> bool:
    return all(candidate.teacher is not None for candidate in judged.candidates)


def _length_of_list(judged: JudgedList) -> int:
    return sum(len(candidate.text) for candidate in judged.candidates)
