"""Measures: the arithmetic in sight, and the Cranfield collection's own shape."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.evaluation.measures import BY_DEPTH, DEPTHS, MEASURES, PRECISION, RECALL, figures_of

WRONG = [f"wrong-{place}" for place in range(200)]


def figures(ranked, relevant) -> dict[str, float]:
    return dict(zip(MEASURES, figures_of([ranked], [relevant])[0], strict=True))


def test_the_right_case_at_the_first_place_is_full_marks():
    assert set(figures(["a", "x"], {"a"}).values()) == {1.0}


def test_the_right_case_at_the_third_place():
    assert figures(["x", "y", "a"], {"a"}) == pytest.approx(
        {"nDCG@10": 1 / math.log2(4), "MRR@10": 1 / 3, "MAP": 1 / 3, "S@1": 0, "R@50": 1, "R@100": 1}
    )


def test_two_right_cases_of_which_one_is_found():
    assert figures(["x", "a"], {"a", "b"}) == pytest.approx(
        {
            "nDCG@10": (1 / math.log2(3)) / (1 + 1 / math.log2(3)),
            "MRR@10": 1 / 2,
            "MAP": (1 / 2) / 2,
            "S@1": 0,
            "R@50": 1 / 2,
            "R@100": 1 / 2,
        }
    )


@pytest.mark.parametrize(("place", "expected"), [(10, {"MRR@10": 0.1}), (11, {"MRR@10": 0, "nDCG@10": 0, "R@50": 1})])
def test_measures_end_at_their_depth(place, expected):
    found = figures([*WRONG[: place - 1], "a"], {"a"})

    assert {name: found[name] for name in expected} == pytest.approx(expected)


def test_recall_ends_at_its_depth():
    found = figures([*WRONG[:50], "a"], {"a"})

    assert (found["R@50"], found["R@100"]) == (0, 1)


def test_a_query_without_results_counts_as_0_and_keeps_its_row():
    found = figures_of([["a"], [], ["b"]], [{"a"}, {"a"}, {"b"}])

    assert found[1].tolist() == [0] * len(MEASURES)
    assert found[0].tolist() == found[2].tolist() == [1] * len(MEASURES)


def test_no_results_at_all_count_as_0():
    assert not figures_of([[], []], [{"a"}, {"b"}]).any()


def test_the_order_given_decides_and_no_name():
    """Evaluation tools break ties by name: no score may tie."""
    assert figures(["z", "a"], {"z"})["S@1"] == figures(["a", "z"], {"a"})["S@1"] == 1


def test_rows_are_in_the_order_given_beyond_ten_queries():
    found = figures_of([["a"] if row % 3 else ["x"] for row in range(30)], [{"a"}] * 30, ["S@1"])

    assert found[:, 0].tolist() == [float(bool(row % 3)) for row in range(30)]


def test_figures_by_depth_are_measures_too():
    found = figures_of([["x", "a"]], [{"a"}], (*BY_DEPTH, *PRECISION, *RECALL))[0]
    depths, precisions, recalls = np.split(found, 3)

    assert depths == pytest.approx([0] + [1 / math.log2(3)] * (len(BY_DEPTH) - 1))
    assert precisions == pytest.approx([0] + [1 / depth for depth in DEPTHS[1:]])
    assert recalls.tolist() == [0] + [1] * (len(DEPTHS) - 1)


def test_a_measure_asked_for_twice_stands_in_both_columns():
    assert figures_of([["a"]], [{"a"}], ["nDCG@10", "S@1", "nDCG@10"]).tolist() == [[1, 1, 1]]


@given(st.lists(st.permutations(list("abcdef")), min_size=1, max_size=5))
def test_every_measure_stands_between_0_and_1(rankings):
    found = figures_of(rankings, [{"a", "f"}] * len(rankings), (*MEASURES, *BY_DEPTH, *PRECISION, *RECALL))

    assert np.all((found >= 0) & (found <= 1))


def cranfield(shared_data) -> list[set[str]]:
    """The relevant documents of each of the 225 queries."""
    relevant: dict[str, set[str]] = {}
    for line in (shared_data / "cranfield/cranqrel.trec.txt").read_text(encoding="utf-8").splitlines():
        query, _, document, grade = line.split()
        if int(grade) > 0:
            relevant.setdefault(query, set()).add(document)
    return list(relevant.values())


def test_the_ideal_order_of_cranfield_has_full_marks(shared_data):
    relevant = cranfield(shared_data)
    found = figures_of([sorted(documents) for documents in relevant], relevant)

    assert len(relevant) == 225
    assert found == pytest.approx(np.ones_like(found))


def test_cranfield_behind_one_wrong_document_each(shared_data):
    relevant = cranfield(shared_data)
    found = figures_of([["wrong", *sorted(documents)] for documents in relevant], relevant)
    precisions = [np.mean([rank / (rank + 1) for rank in range(1, len(documents) + 1)]) for documents in relevant]

    assert found.mean(axis=0)[MEASURES.index("MRR@10")] == pytest.approx(1 / 2)
    assert found.mean(axis=0)[MEASURES.index("S@1")] == 0
    assert found[:, MEASURES.index("MAP")] == pytest.approx(np.array(precisions))
