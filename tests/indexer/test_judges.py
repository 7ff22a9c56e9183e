"""Judges: one spelling each."""

from __future__ import annotations

import pytest

from indexer.judges import CHIEF_JUSTICE, judges_of


@pytest.mark.parametrize(
    "written",
    [
        "Honourable Mr. Justice Orvald Tansu",
        "Mr. Justice Orvald Tansu",
        "Justice Orvald Tansu",
        "Hon'ble Mr. Justice Orvald Tansu",
        "ORVALD TANSU, J.",
        " Orvald  Tansu ",
    ],
)
def test_a_judge_written_in_many_ways_is_one_judge(written: str) -> None:
    assert ("Orvald Tansu",) == judges_of(written)


def test_a_bench_is_its_judges_in_order_each_once() -> None:
    bench = "Justice Ms. Ylva Pellow, Honourable Mr. Justice Orvald Tansu, Honourable Ms. Justice Ylva Pellow"

    assert ("Ylva Pellow", "Orvald Tansu") == judges_of(bench)


@pytest.mark.parametrize("written", ["The Honorable Chief Justice", "The Honourable Chief Justice", "Chief Justice"])
def test_the_chief_justice_is_an_office_and_stays_one(written: str) -> None:
    assert (CHIEF_JUSTICE,) == judges_of(written)


def test_an_empty_bench_has_no_judges() -> None:
    assert () == judges_of("")
