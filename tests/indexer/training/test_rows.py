"""Rows: what a list should get, what is left out of a long one, and the order of the batches."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.training.lists import JudgedList, Listed
from indexer.training.recipes import RECIPES, Recipe, recipe_of
from indexer.training.rows import in_batches, is_known, read_of, rows_of_lists, shortened, target_of


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


def test_a_list_is_known_where_its_teacher_leaves_the_answer_nearly_all():
    assert is_known(judged(listed(1, 0.96), listed(0, 0.04)))
    assert not is_known(judged(listed(1, 0.9), listed(0, 0.1)))
    assert not is_known(judged(listed(1), listed(0)))


def test_a_row_is_a_list_or_for_pairs_by_themselves_a_pair():
    lists = [judged(listed(1), listed(0))] * 2

    (first, _) = rows_of_lists(lists, Recipe(teacher_share=0.0))
    assert first["query"] == "Query: q"
    assert first["docs"] == ["Candidate: x", "Candidate: x"]
    assert first["labels"] == pytest.approx([0.0, np.log(1e-4)])
    pairs = rows_of_lists(lists, Recipe(loss="binary"))
    assert sorted(pair["label"] for pair in pairs) == [0.0, 0.0, 1.0, 1.0]


def test_a_recipe_is_the_presets_unless_another_rate_is_given():
    assert recipe_of("card") == RECIPES["card"]
    assert recipe_of("ours", learning_rate=3e-5, beside_teacher=True) == Recipe(learning_rate=3e-5, beside_teacher=True)


def test_what_is_read_is_cut_and_without_what_teaches_nothing():
    long, empty = judged(listed(1, 0.4), *[listed(0, 0.1)] * 6), judged()
    known = judged(listed(1, 0.97), listed(0, 0.03))

    assert [len(one.candidates) for one in read_of([long, empty, known], Recipe(list_size=4))] == [4, 2]
    assert [len(one.candidates) for one in read_of([long, known], Recipe(list_size=4, beside_teacher=True))] == [4]
    assert read_of([long], RECIPES["card"]) == [long]
