"""Training: what a list should get, the order of the batches, and a model that really learns."""

from __future__ import annotations

import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.training.lists import JudgedList, Listed
from indexer.training.trainer import Recipe, fine_tune, in_batches, shortened, target_of
from search.errors import InputError


def listed(label: int, teacher: float | None = None) -> Listed:
    return Listed("c", "Candidate: x", label, teacher)


def judged(*candidates: Listed) -> JudgedList:
    return JudgedList("q", "made", "train", ("c",), candidates)


def test_half_of_a_list_goes_by_the_label_and_half_by_the_teacher():
    target = target_of(judged(listed(1, 0.4), listed(0, 0.6)), teacher_share=0.5)

    assert target == pytest.approx([0.5 + 0.2, 0.3])


def test_without_a_teacher_the_label_has_all():
    assert target_of(judged(listed(0), listed(1), listed(1)), teacher_share=0.5) == pytest.approx([0, 0.5, 0.5])


@given(st.integers(1, 4), st.integers(0, 30), st.integers(1, 12))
def test_a_long_list_keeps_all_that_answer_and_the_first_of_the_others(right, wrong, size):
    whole = judged(*[listed(0)._replace(case=f"wrong {row}") for row in range(wrong)], *[listed(1)] * right)

    kept = shortened(whole, size, seed=1).candidates
    assert sum(candidate.label for candidate in kept) == right
    assert len(kept) == max(right, min(size, right + wrong))
    assert len({candidate.case for candidate in kept if not candidate.label}) == len(kept) - right
    if size - right >= 2 and wrong:
        assert kept[0].case == "wrong 0"
    assert shortened(whole, None, seed=1) == whole


@given(st.lists(st.integers(1, 99), max_size=70), st.integers(1, 9))
def test_batching_loses_and_repeats_nothing(lengths, size):
    assert sorted(in_batches(lengths, size, 1, length=lambda item: item)) == sorted(lengths)


def test_a_batch_is_of_like_length():
    ordered = in_batches(list(range(64)), 8, 1, length=lambda item: item)

    assert all(max(ordered[at : at + 8]) - min(ordered[at : at + 8]) == 7 for at in range(0, 64, 8))


def test_nothing_to_learn_from_is_refused(tmp_path):
    with pytest.raises(InputError, match="no list to learn from"):
        fine_tune([], Recipe(), base="", checkpoints=tmp_path)


def test_pairs_by_themselves_have_no_teacher_to_stand_beside(tmp_path):
    with pytest.raises(InputError, match="with the preset `ours`"):
        fine_tune(
            [judged(listed(1), listed(0))], Recipe(loss="binary", beside_teacher=True), base="", checkpoints=tmp_path
        )


def test_there_must_be_something_to_resume(tmp_path):
    with pytest.raises(InputError, match="no checkpoint to resume"):
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
        return fine_tune(taught, recipe, base=str(packaged_folder()), checkpoints=tmp_path / str(right))[1][0]

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
    untrained, _ = fine_tune(
        matching_lists(1, seed=1), Recipe(learning_rate=0.0), base=str(packaged_folder()), checkpoints=tmp_path / "none"
    )
    model, losses = fine_tune(
        matching_lists(300, seed=1),
        recipe,
        base=str(packaged_folder()),
        checkpoints=tmp_path / "checkpoints",
        progress=lambda _, done, __: steps.append(done),
    )

    assert losses[-1] < losses[0]
    assert average_precision(model, unseen) > average_precision(untrained, unseen) + 0.1
    assert steps == list(range(1, 39))
