"""Merging: what is one case, and which value wins."""

from __future__ import annotations

import itertools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.contribution import Contribution, contribution_of
from indexer.merge import case_id, cases_of, group_key, merged, parties_of, same_parties_key
from indexer.records import RawRecord, Shape
from search.cases import Party
from tests.store.inputs import full_row, record, row


def contribution(values: dict[str, object], shape: Shape = "record", line: int = 1) -> Contribution:
    return contribution_of(RawRecord("a.jsonl", line, shape, values), year_max=2030)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Quist Corporation Limited VS SECP", "Quist Corporation Limited- VS -SECP etc"),
        ("Ex VS Medical Officer VS Ondrik", "Ex-Medical Officer- VS -Ondrik"),
        ("ZARBANO QUIST vs. Helmar & others", "Zarbano Quist versus Helmar and another"),
        ("M/s. Pélagie Ltd. VS X", "MS PELAGIE LTD v. x"),
    ],
)
def test_two_spellings_of_the_same_parties_have_one_key(one: str, other: str) -> None:
    assert same_parties_key(one) == same_parties_key(other)


@pytest.mark.parametrize("title", [". VS .", "", " VS etc.", "N/A VS"])
def test_a_title_that_names_nobody_has_an_empty_key(title: str) -> None:
    assert same_parties_key(title) in ("", "na")


def test_the_number_alone_makes_the_group_whatever_its_spelling() -> None:
    one = contribution(record(1))
    other = contribution(row(1, title="Others VS Else", case_number="W.P.  1/2024  Service Other (SB)"), "row")

    assert group_key(one) == group_key(other)
    assert group_key(one) != group_key(contribution(record(1, number="W.P. 1/2024 Service Other (DB)")))
    assert group_key(one) != group_key(contribution(record(1, court="Lahore High Court")))


def test_an_item_without_a_number_is_grouped_by_its_own_id() -> None:
    one, two = (contribution(record(1, number=number)) for number in (None, "see heading"))

    assert group_key(one) == group_key(two) != group_key(contribution(record(2, number=None)))
    assert group_key(one) != group_key(contribution(record(1, number=None, source="another collection")))


def test_the_newer_source_wins_then_the_fuller_kind() -> None:
    bare = contribution(row(1, status="Pending"), "row")
    full = contribution(full_row(1, status="x", _metadata={}), "row")
    newer = contribution(row(1, status="Reserved", scraped_at="2025-02-01"), "row")
    whole = contribution(record(1, status="Restored"))

    assert "Restored" == merged("x", [bare, whole]).status
    assert "Decided" == merged("x", [whole, full, bare]).status
    assert "Reserved" == merged("x", [full, newer, whole, bare]).status
    assert "Petition is allowed." == merged("x", [newer, whole]).short_order


def test_a_merge_does_not_depend_on_the_order_of_records() -> None:
    given_records = [
        contribution(record(1)),
        contribution(record(1, id="inv-9", status="Decided")),
        contribution(full_row(1), "row"),
        contribution(row(1, scraped_at="2023-01-01"), "row"),
    ]

    results = {repr(merged("x", order)) for order in itertools.permutations(given_records)}

    assert 1 == len(results)


def test_all_source_ids_are_kept_and_a_case_records_own_comes_first() -> None:
    case = merged(
        "x", [contribution(record(1, id="b")), contribution(row(1, id="a"), "row"), contribution(record(1, id="c"))]
    )

    assert ("b", ("a", "b", "c")) == (case.source_id, case.source_ids)
    assert "x" == merged("x", [contribution(row(1), "row")]).source_id


def test_one_number_with_other_parties_is_two_cases() -> None:
    members = [
        contribution(record(1)),
        contribution(row(1, title="Ylva Pellow- VS -Brask"), "row"),
        contribution(row(1), "row"),
    ]

    cases = cases_of(group_key(members[0]), members)

    assert ["Ylva Pellow VS Brask", "Zarbano Quist 1 VS Helmar Ondrik etc."] == sorted(
        case.title for case in cases.values()
    )
    assert 2 == len({case.id for case in cases.values()})


def test_parties_come_from_the_title_and_then_from_the_courts_list() -> None:
    rows = [{"name": "Helmar  Ondrik", "side": "respondent"}, {"name": "The Board", "side": "other"}]

    assert (
        Party("Zarbano", "petitioner"),
        Party("Helmar Ondrik etc", "respondent"),
        Party("The Board", "other"),
    ) == parties_of("Zarbano VS Helmar Ondrik etc.", rows)
    assert (Party("Ex VS Officer VS X", "other"),) == parties_of("Ex VS Officer VS X", [])


@given(st.lists(st.text(), max_size=4))
def test_an_id_can_stand_in_a_url(key: list[str]) -> None:
    assert re.fullmatch(r"[a-z2-7]{16}", case_id(*key))
    assert case_id(*key) == case_id(*key)
