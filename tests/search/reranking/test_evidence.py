"""Evidence tells how a candidate fits, never how much text it has."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.query.parser import parse
from search.reranking.evidence import COLUMNS, Pool, evidence_of, scaled


def pool(titles: Sequence[str], case_types: Sequence[str] = ()) -> Pool:
    zeros = np.zeros(len(titles), dtype=np.float32)
    return Pool(titles, *[zeros] * 5, case_types or [""] * len(titles), zeros, zeros)


def evidence(query: str, *titles: str, case_types: Sequence[str] = ()) -> dict[str, list[float]]:
    found = evidence_of(parse(query), pool(titles, case_types), lambda term: 1.0)
    return {name: [round(float(value), 3) for value in found[:, column]] for column, name in enumerate(COLUMNS)}


def test_the_title_as_written_counts_more_than_folded_and_folded_more_than_its_letters():
    query = "Which bench heard Example Ltd. VS Board?"

    assert evidence(query, "Example Ltd. VS Board", "EXAMPLE Ltd. VS Board", "Example Ltd VS Board", "Other VS Board")[
        "title_verbatim"
    ] == [1.0, 0.9, 0.8, 0.0]


def test_a_title_inside_a_longer_word_is_not_verbatim():
    assert evidence("Zain VS Boards of trade", "Zain VS Board")["title_verbatim"] == [0.0]


def test_a_title_of_next_to_no_letters_counts_only_as_written():
    assert evidence("status of . VS .?", ". VS .")["title_verbatim"] == [1.0]
    assert evidence("one vs two", ". VS .")["title_verbatim"] == [0.0]


def test_coverage_is_the_share_of_words():
    found = evidence("Alpha Beta relief", "Alpha Beta VS Gamma Delta")

    assert found["title_coverage"] == [0.5]
    assert found["query_coverage"] == [pytest.approx(2 / 3, abs=1e-3)]


def test_the_start_of_a_title_counts_more_than_its_middle():
    assert evidence("Beta VS", "Beta VS Alpha", "Old Beta VS Alpha")["title_prefix"] == [1.0, 0.6]


def test_a_case_of_the_type_that_the_query_names_is_told():
    found = evidence("Crl Revision by the accused", "A VS B", "C VS D", "E", case_types=["CRL REV", "CR", ""])

    assert found["type_named"] == [1.0, 0.0, 0.0]
    assert found["type_heads"] == [1.0, 0.0, 0.0]


def test_a_type_in_the_middle_of_a_query_heads_nothing():
    found = evidence("dismissal of a Crl Revision", "A VS B", case_types=["CRL REV"])

    assert (found["type_named"], found["type_heads"]) == ([1.0], [0.0])


def test_a_query_that_is_the_whole_name_of_a_side_is_told():
    titles = ["Zarak VS Telor etc", "Zarak Invented VS Telor", "Telor VS Zarak & 2 others"]

    assert evidence("Zarak", *titles)["side_whole"] == [1.0, 0.0, 1.0]
    for mark in ("VS", "v.", "versus", "V/S", "بنام"):
        assert evidence(f"Zarak etc {mark}", *titles)["side_whole"] == [1.0, 0.0, 0.0]
    assert evidence("bail", *titles)["side_whole"] == [0.0, 0.0, 0.0]


def test_the_sides_of_a_title_are_told_where_the_query_sets_them_against_each_other():
    found = evidence("Zarak v CDA", "Zarak Invented VS CDA etc", "Zarak CDA VS Board")

    assert found["sides_held"] == [1.0, 0.5]
    assert evidence("Zarak CDA", "Zarak Invented VS CDA etc")["sides_held"] == [0.0]


def test_scores_are_scaled_to_the_best_of_the_query():
    assert scaled(np.array([2.0, 4.0, 0.0], dtype=np.float32)).tolist() == [0.5, 1.0, 0.0]
    assert scaled(np.zeros(2, dtype=np.float32)).tolist() == [0.0, 0.0]


@given(st.text(max_size=80), st.lists(st.text(max_size=60), max_size=4))
def test_any_text_gives_shares_between_nought_and_one(query, titles):
    found = evidence_of(parse(query), pool(titles), lambda term: 1.0)

    assert found.shape == (len(titles), len(COLUMNS))
    assert ((found >= 0) & (found <= 1.0001)).all()
