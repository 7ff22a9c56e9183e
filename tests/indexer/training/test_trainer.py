"""Training: what is refused, and a model that really learns."""

from __future__ import annotations

import random

import numpy as np
import pytest

from indexer.training.lists import JudgedList, Listed
from indexer.training.recipes import Recipe
from indexer.training.trainer import fine_tune
from search.errors import InputError


def listed(label: int, teacher: float | None = None) -> Listed:
    return Listed("c", "Candidate: x", label, teacher)


def judged(*candidates: Listed) -> JudgedList:
    return JudgedList("q", "made", "train", ("c",), candidates)


def test_nothing_to_learn_from_is_refused(tmp_path):
    with pytest.raises(InputError, match="no list of the part train to learn from"):
        fine_tune([], Recipe(), base="", checkpoints=tmp_path)


def test_pairs_by_themselves_have_no_teacher_to_stand_beside(tmp_path):
    with pytest.raises(InputError, match="with the preset `ours`"):
        fine_tune(
            [judged(listed(1), listed(0))], Recipe(loss="binary", beside_teacher=True), base="", checkpoints=tmp_path
        )


def test_there_must_be_something_to_resume(tmp_path):
    with pytest.raises(InputError, match="holds no checkpoint of a run on these lists"):
        fine_tune([judged(listed(1), listed(0))], Recipe(), base="", checkpoints=tmp_path, resume=True)


def matching_lists(count: int, seed: int) -> list[JudgedList]:
    """Lists in which the candidate that names the query's subject is the one."""
    draw = random.Random(seed)
    subjects = ["pension", "mining lease", "custody of a minor", "dishonoured cheque", "plot allotment", "sales tax"]
    made = []
    for _ in range(count):
        subject, *others = draw.sample(subjects, 4)
        candidates = [Listed(name, f"Candidate: Title: A VS B | Summary: dispute about {name}", 0) for name in others]
        candidates.append(Listed(subject, f"Candidate: Title: C VS D | Summary: dispute about {subject}", 1))
        draw.shuffle(candidates)
        made.append(JudgedList(f"court on {subject}", "made", "train", (subject,), tuple(candidates)))
    return made


def average_precision(model: object, lists: list[JudgedList]) -> float:
    ranks = []
    for one in lists:
        scores = model.predict([(f"Query: {one.query}", c.text) for c in one.candidates], show_progress_bar=False)  # type: ignore[attr-defined]
        order = np.argsort(-scores, kind="stable")
        ranks.append(next(rank for rank, row in enumerate(order, start=1) if one.candidates[row].label))
    return float(np.mean([1 / rank for rank in ranks]))


def test_beside_a_teacher_the_loss_is_what_it_misses(tmp_path):
    from search.retrieval.encoder import packaged_folder

    def loss(right: float) -> float:
        recipe = Recipe(learning_rate=1e-9, max_tokens=48, batch_size=8, beside_teacher=True)
        taught = [with_shares(one, right=right) for one in matching_lists(8, seed=1)]
        return fine_tune(taught, recipe, base=str(packaged_folder()), checkpoints=tmp_path / str(right)).losses[0]

    assert loss(0.94) < 0.2 < loss(0.25) < 2 < loss(0.02)


def with_shares(one: JudgedList, *, right: float) -> JudgedList:
    """Give the candidate that answers the share *right*, and the others the rest."""
    wrong = (1 - right) / (len(one.candidates) - 1)
    taught = [candidate._replace(teacher=right if candidate.label else wrong) for candidate in one.candidates]
    return one._replace(candidates=tuple(taught))


@pytest.mark.slow
def test_a_short_run_learns(tmp_path):
    from search.retrieval.encoder import packaged_folder

    steps: list[int] = []
    recipe = Recipe(learning_rate=2e-4, max_tokens=48, batch_size=8)
    unseen = matching_lists(30, seed=2)
    untrained = fine_tune(
        matching_lists(1, seed=1), Recipe(learning_rate=0.0), base=str(packaged_folder()), checkpoints=tmp_path / "none"
    ).model
    model, losses, _ = fine_tune(
        matching_lists(300, seed=1),
        recipe,
        base=str(packaged_folder()),
        checkpoints=tmp_path / "checkpoints",
        progress=lambda _, done, __: steps.append(done),
    )

    assert losses[-1] < losses[0]
    assert average_precision(model, unseen) > average_precision(untrained, unseen) + 0.1
    assert steps == list(range(1, 39))
