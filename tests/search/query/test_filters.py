"""Filters: every spelling of a value finds every case that has it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from search.errors import InvalidRequest
from search.query.filters import masks_of
from search.snapshot.columns import LISTED, Columns
from search.snapshot.fields import fields_of
from search.types import Filters


@pytest.fixture
def columns() -> Columns:
    """Three cases whose sources spelled status, judge and court in their own ways."""
    codes = np.array([0, 1, 0], dtype=np.int32)
    return Columns(
        **dict.fromkeys(
            ("case_type", "category", "bench_kind", "status", "court", "date", "year", "serial", "kind"), codes
        ),
        judge_codes=np.array([0, 1, 0], dtype=np.int32),
        judge_indptr=np.array([0, 1, 2, 3], dtype=np.int32),
        **{f"{name}_indptr": np.zeros(4, np.int32) for name in LISTED if name != "judge"},
        **{f"{name}_codes": np.zeros(0, np.int32) for name in LISTED if name != "judge"},
        vocabulary={
            "case_type": ("FAO", "WP"),
            "bench_kind": ("DB", "SB"),
            "status": ("Pending", "pending"),
            "court": ("ISLAMABAD HIGH COURT", "Islamabad  High Court"),
            "judge": ("Honourable Mr. Justice Invented Example", "Justice Invented Example"),
        },
    )


def allowed(filters: Filters, columns: Columns):
    return masks_of(filters, columns, fields_of(columns)).all


@pytest.mark.parametrize(
    "filters",
    [
        Filters(status=("PENDING",)),
        Filters(status=("Pending",)),
        Filters(court=("Islamabad High Court",)),
        Filters(judge=("invented example",)),
    ],
)
def test_one_value_in_several_spellings_is_one_value(columns, filters):
    mask = allowed(filters, columns)

    assert mask is not None
    assert mask.tolist() == [True, True, True]


def test_a_kind_of_bench_that_no_case_has_matches_nothing(columns):
    mask = allowed(Filters(bench_kind=("LB",)), columns)

    assert mask is not None
    assert not mask.any()


@pytest.mark.parametrize(
    ("filters", "known"),
    [
        (Filters(case_type=("Wirt",)), "unknown case_type 'Wirt'; did you mean 'WP'? The values here are FAO, WP"),
        (Filters(case_type=("writ petiton",)), "did you mean 'WP'"),
        (Filters(case_type=("first apeal from order",)), "did you mean 'FAO'"),
        (Filters(case_type=("bail",)), "unknown case_type 'bail'. The values"),
        (Filters(bench_kind=("divison bench",)), "did you mean 'DB'"),
        (Filters(status=("undecidet",)), "did you mean 'Pending'"),
        (Filters(judge=("Invnted Exmple",)), "did you mean 'Honourable Mr. Justice Invented Example'"),
        (Filters(court=("Islmabad",)), "did you mean 'ISLAMABAD HIGH COURT'"),
        (Filters(status=("z" * 300,)), f"unknown status '{'z' * 79}…'. The values"),
        (Filters(year=("20205",)), "did you mean '2020'"),
    ],
)
def test_an_unknown_value_comes_with_the_one_whose_names_it_is_most_like(columns, filters, known):
    years = replace(columns, year=np.array([2020, 2021, 2020], dtype=np.int32))

    with pytest.raises(InvalidRequest) as refused:
        allowed(filters, years)

    assert known in str(refused.value)


def test_a_year_is_a_value_whether_a_case_is_of_it_or_not(columns):
    mask = allowed(Filters(year=("2031",)), columns)

    assert mask is not None
    assert not mask.any()


def test_a_slip_is_put_right_and_a_strange_value_is_not_guessed_at(columns):
    with pytest.raises(InvalidRequest, match="did you mean 'Pending'"):
        allowed(Filters(status=("Pendign",)), columns)
    with pytest.raises(InvalidRequest, match=r"unknown bench_kind 'XX'\. The values here are DB, SB"):
        allowed(Filters(bench_kind=("XX",)), replace(columns))
