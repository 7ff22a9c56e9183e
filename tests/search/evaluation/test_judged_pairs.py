"""Judged pairs: the card's table and the reranking figures, by hand on a handful of pairs."""

from __future__ import annotations

import numpy as np
import pytest

from search.errors import InputError
from search.evaluation.judged_pairs import (
    CARD,
    average_precision,
    gain_in_average_precision,
    pair_figures,
    pair_set,
    reading_alone,
    scores_of,
)
from search.evaluation.lists import JudgedList, Listed


def list_of(case: str, labels: list[int], kind: str = "title") -> JudgedList:
    candidates = tuple(Listed(f"{case}{row}", f"Candidate: {case}{row}", label) for row, label in enumerate(labels))
    return JudgedList(f"about {case}", kind, "dev", (case,), candidates)


# Scores of a:  wrong 3, right 2, wrong 1.  Of b: right 4, wrong 0.  Of c nothing was found.
LISTS = [list_of("a", [0, 1, 0]), list_of("b", [1, 0], "number"), list_of("c", [0, 0], "number")]
SCORES = [3.0, 2.0, 1.0, 4.0, 0.0, -1.0, -2.0]


def test_the_cards_table_by_hand():
    figures = pair_figures("ours", pair_set(LISTS), SCORES)

    # By falling score: right 4, wrong 3, right 2, and four wrong.  F1 is best behind the third.
    assert figures.card["precision"] == pytest.approx(2 / 3)
    assert figures.card["recall"] == 1
    assert figures.card["f1"] == pytest.approx(2 * (2 / 3) / (2 / 3 + 1))
    assert figures.card["f1_threshold"] == pytest.approx((2 + 1) / 2)
    assert figures.card["accuracy"] == pytest.approx(6 / 7)
    assert figures.card["average_precision"] == pytest.approx((1 / 1 + 2 / 3) / 2)
    assert set(CARD) <= set(figures.card)


def test_rates_have_the_counts_behind_them():
    rates = pair_figures("ours", pair_set(LISTS), SCORES).rates

    assert rates["precision"].value == pytest.approx(2 / 3)
    assert rates["recall"].value == 1
    assert rates["majority"].value == pytest.approx(5 / 7)
    assert all(rate.low < rate.value <= rate.high for rate in rates.values())


def test_reranking_counts_a_list_whose_case_was_missed_as_0():
    reranking = pair_figures("ours", pair_set(LISTS), SCORES).reranking

    # a: second; b: first; c: not among its candidates.
    assert reranking["mrr@10"] == pytest.approx((1 / 2 + 1 + 0) / 3)
    assert reranking["map"] == pytest.approx((1 / 2 + 1 + 0) / 3)
    assert reranking["ndcg@10"] == pytest.approx((1 / np.log2(3) + 1 + 0) / 3)
    assert reranking["base_mrr@10"] == pytest.approx((1 / 2 + 1 + 0) / 3)


def test_a_list_without_candidates_counts_as_0_too():
    reranking = pair_figures("ours", pair_set([*LISTS, list_of("d", [])]), SCORES).reranking

    assert reranking["mrr@10"] == pytest.approx((1 / 2 + 1 + 0 + 0) / 4)


def test_each_kind_has_its_own_figures_and_the_last_is_of_all():
    number, title, every = pair_figures("ours", pair_set(LISTS), SCORES).kinds

    assert (number.kind, number.lists, number.pairs, number.positives) == ("number", 2, 4, 1)
    assert title.average_precision is not None
    assert title.average_precision.value == pytest.approx(1 / 2)
    assert (every.kind, every.lists, every.pairs, every.positives) == ("all", 3, 7, 2)


def test_a_kind_without_a_right_pair_has_no_average_precision():
    lists = [list_of("a", [1, 0]), list_of("c", [0, 0], "number")]
    number, *_ = pair_figures("ours", pair_set(lists), [1.0, 0.0, 2.0, 3.0]).kinds

    assert number.average_precision is None


@pytest.mark.parametrize("labels", [[0, 0], [1, 1], []])
def test_lists_in_which_nothing_can_be_told_apart_are_refused(labels):
    with pytest.raises(InputError, match="expected some pairs with 1 and some with 0"):
        pair_set([list_of("a", labels)])


def test_a_gain_is_paired_and_nothing_over_itself():
    pairs = pair_set(LISTS)
    worse = [-score for score in SCORES]

    assert gain_in_average_precision(pairs, SCORES, SCORES).value == 0
    gain = gain_in_average_precision(pairs, SCORES, worse)
    assert gain.value == pytest.approx(
        average_precision(np.array(pairs.labels), np.array(SCORES), pairs.cases).value
        - average_precision(np.array(pairs.labels), np.array(worse), pairs.cases).value
    )


class Lengths:
    """A reranker that scores by how long the text is, and remembers what it was asked."""

    digest = "lengths"

    def __init__(self) -> None:
        self.asked: list[str] = []

    def score(self, query, candidates, *, deadline=None):
        self.asked.append(query)
        return np.array([len(candidate.text) for candidate in candidates], dtype=np.float32)


def test_a_reranker_reads_the_query_as_typed_and_each_list_at_once():
    reranker, told = Lengths(), []
    scores = scores_of(reading_alone(reranker), pair_set(LISTS), progress=lambda *step: told.append(step))

    assert reranker.asked == ["about a", "about b", "about c"]
    assert scores == tuple(float(len("Candidate: a0")) for _ in SCORES)
    assert told[-1] == (3, 3)


def test_a_list_without_candidates_is_not_read():
    reranker = Lengths()

    assert scores_of(reading_alone(reranker), pair_set([*LISTS, list_of("d", [])]), progress=lambda *_: None)
    assert "about d" not in reranker.asked


def test_kinds_stand_together_where_that_is_asked():
    together = pair_figures("ours", pair_set(LISTS), SCORES, {"both": ("title", "number")}).kinds[-2]

    assert (together.kind, together.lists, together.pairs, together.positives) == ("both", 3, 7, 2)
