from __future__ import annotations

from dataclasses import replace

import pytest

from indexer.build import build_snapshot
from indexer.checks import numbers_come_first
from search.cases import Case, CaseNumber
from search.errors import SnapshotError
from search.settings import Settings
from search.snapshot.reader import open_snapshot
from tests.tiny_corpus import HashEncoder, ListSource, cases_of


def checked(cases: list[Case], tmp_path) -> None:
    folder = build_snapshot(Settings(home=tmp_path), ListSource(cases), HashEncoder(), check=lambda snapshot: None)
    snapshot = open_snapshot(folder, verify=False)
    try:
        numbers_come_first(snapshot)
    finally:
        snapshot.close()


def test_cases_found_by_their_numbers_pass(tmp_path):
    checked(cases_of(30), tmp_path)


def test_cases_without_a_number_have_nothing_to_show(tmp_path):
    checked([replace(case, number=None) for case in cases_of(3)], tmp_path)


def test_one_number_under_two_categories_finds_each_under_its_own(tmp_path):
    case = cases_of(1)[0]
    other = replace(case, id="other", number=CaseNumber("WP", 1, 2020, "Tax", "DB"), number_text="W.P. 1/2020 Tax (DB)")

    checked([case, other], tmp_path)


def test_two_cases_under_one_number_may_stand_in_any_order(tmp_path):
    case = cases_of(1)[0]

    checked([case, replace(case, id="other", title="Someone Else VS The State")], tmp_path)


def test_a_number_that_leads_elsewhere_is_named(tmp_path):
    case = replace(cases_of(1)[0], number=CaseNumber("WP", 999, 2020, "Service", "SB"))

    with pytest.raises(SnapshotError, match=r"1 of 1 case numbers .* W\.P\. 1/2020 Service \(SB\)"):
        checked([case], tmp_path)
