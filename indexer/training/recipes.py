"""Recipes: how a cross-encoder is trained.  They are read by the command line too, so nothing heavy is imported."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal


@dataclass(frozen=True, slots=True)
class Recipe:
    """How to train."""

    loss: Literal["listwise", "binary"] = "listwise"
    """``listwise``: the relevant candidate among its near misses (ListNet); ``binary``: each pair by itself."""
    pair_share: float = 0.5
    """Weight of each pair by itself beside its list, for ``listwise``: a list says which candidate is its best, and
    nothing of whether that one answers."""
    list_size: int | None = 8
    """Candidates of a list that are read, for ``listwise``: all that answer, the first of the others and a sample of
    the rest; None for all."""
    teacher_share: float = 0.5
    """How much of a list's target is what the teacher says at first; the rest is the label.  It falls evenly to nothing
    at the last step: cheap scores lead a model that starts from nothing, and what it shall add is what they miss
    (teacher annealing, Clark et al., BAM!, ACL 2019, arXiv:1907.04829).  For ``listwise`` alone."""
    beside_teacher: bool = False
    """Whether the teacher's word is added to the model's before the two are held against the label, for ``listwise``.
    What the teacher knows then teaches nothing, and the model learns what corrects it: the two are read together in
    the end (a product of experts, Clark et al., Don't Take the Easy Way Out, EMNLP 2019, arXiv:1909.03683).  The target
    is the label alone then, no pair is judged by itself, and a list of which the teacher knows all is not read."""
    learning_rate: float = 1.5e-4
    warm_up: float = 0.1
    """Share of the steps over which the learning rate rises; it falls to nothing over the others."""
    batch_size: int = 2
    """Lists a step, or pairs a step for ``binary``.  Small: a body that has never read two texts together needs many
    steps more than it needs smooth ones."""
    epochs: int = 1
    max_tokens: int = 192
    """Of query and candidate together."""
    dropout: float = 0.0
    """None, where each list is seen once: it protects from nothing, and drawing it is a third of the time of a step."""
    learns_words: bool = False
    """Whether the word embeddings move.  A few thousand lists hold too few of the words to move them well, and half of
    the parameters are there."""
    seed: int = 42


OURS = Recipe()
CARD = Recipe(loss="binary", learning_rate=2e-5, batch_size=16, max_tokens=512, dropout=0.1, learns_words=True)
"""The model card's.  Its text and its metadata disagree on rate and warm-up; the metadata are the run's own."""
RECIPES: Mapping[str, Recipe] = {"ours": OURS, "card": CARD}
"""Name of a preset -> recipe."""


def recipe_of(preset: str, *, learning_rate: float | None = None, beside_teacher: bool = False) -> Recipe:
    """Return the recipe of *preset* with another learning rate where one is given."""
    recipe = replace(RECIPES[preset], beside_teacher=beside_teacher)
    return recipe if learning_rate is None else replace(recipe, learning_rate=learning_rate)
