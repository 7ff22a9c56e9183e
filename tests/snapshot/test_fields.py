"""Fields: every spelling of a value is one value, and counting agrees with filtering."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.columns import build_columns
from search.cases import Case, CaseNumber, Profile
from search.snapshot.columns import open_columns
from search.snapshot.fields import FIELDS, fields_of

CASES = [
    Case(
        id="a",
        source_id="a",
        number=CaseNumber("CRL MISC", 5, 2025, "", "SB"),
        status="Pending",
        judges=("Honourable Mr. Justice Invented Example", "Justice Other"),
        offence_sections="497 CrPC, 302/34 PPC",
        profile=Profile(subjects=("Bail", "bail")),
    ),
    Case(
        id="b", source_id="b", number=CaseNumber("WP", 8, 2024), status="pending", judges=("Justice Invented Example",)
    ),
    Case(id="c", source_id="c", number=CaseNumber("WP", 9, 2024), status="Pending"),
    Case(id="d", source_id="d", kind="document"),
]


def opened(cases, folder):
    build_columns(cases, folder)
    return fields_of(open_columns(folder))


@pytest.fixture(scope="module")
def fields(tmp_path_factory):
    return opened(CASES, tmp_path_factory.mktemp("columns"))


@pytest.fixture(scope="module")
def others(tmp_path_factory):
    """The same, and a case that is decided."""
    decided = Case(id="e", source_id="e", number=CaseNumber("WP", 10, 2024), status="Decided")
    return opened([*CASES, decided], tmp_path_factory.mktemp("columns"))


def test_values_that_are_spelled_alike_are_one_under_the_commonest_spelling(fields):
    assert fields["status"].labels == ("Pending",)
    assert len(fields["judge"].labels) == 2
    assert fields["subject"].count(np.ones(4, dtype=np.bool_)).values.tolist() == [1]


@pytest.mark.parametrize(
    ("written", "labels"),
    [
        ("Justice Invented Example", ["Justice Invented Example"]),
        ("invented", ["Justice Invented Example"]),
        ("Mr. Justice Example", ["Justice Invented Example"]),
        ("Example Other", []),
        ("Justice", []),
        ("", []),
    ],
)
def test_a_judge_is_named_by_the_whole_or_a_part_of_the_name(fields, written, labels):
    judges = fields["judge"]

    assert [judges.labels[value].replace("Honourable Mr. ", "") for value in judges.find(written)] == labels


@pytest.mark.parametrize(
    "written", ["Hon'ble Mr. Justice Invented Example", "The Hon’ble Justice Example", "Ms. Invented"]
)
def test_titles_of_a_judge_count_for_nothing(fields, written):
    assert fields["judge"].find(written) == fields["judge"].find("Invented Example") != ()


@pytest.mark.parametrize(
    ("field", "written", "labels"),
    [
        ("status", "Disposed", ["Decided"]),
        ("status", "disposed  of", ["Decided"]),
        ("status", "undecided", ["Pending"]),
        ("status", "dismissed", []),
        ("bench_kind", "Single Bench", ["SB"]),
        ("bench_kind", "division bench", []),
        ("case_type", "writ petitions", ["WP"]),
        ("case_type", "WPs", ["WP"]),
        ("case_type", " Writ Petitions. ", ["WP"]),
        ("case_type", "criminal miscellaneous", ["CRL MISC"]),
        ("case_type", "ICAs", []),
        ("case_type", "writ petitions about rent", []),
        ("case_type", "old writ petitions", []),
    ],
)
def test_a_value_is_named_by_whatever_else_it_is_called(others, field, written, labels):
    assert [others[field].labels[value] for value in others[field].find(written)] == labels


def test_a_value_of_that_name_comes_before_one_that_is_called_so_beside_its_own(tmp_path):
    statuses = ("Decided", "Disposed of")
    fields = opened([Case(id=status, source_id=status, status=status) for status in statuses], tmp_path)

    assert fields["status"].mask(fields["status"].find("disposed of")).tolist() == [False, True]


@pytest.mark.parametrize(
    ("written", "labels"),
    [
        ("Zarghun", ["Zarghun High Court"]),
        ("zarghun court", ["Zarghun High Court"]),
        ("Invented", []),
        ("Invented West", ["Invented West Court"]),
        ("high court", []),
        ("court", []),
        ("", []),
        ("Nosuch", []),
        ("Nosuch High Court", []),
    ],
)
def test_a_court_is_named_by_what_tells_it_from_all_others(tmp_path, written, labels):
    courts = ("Invented East Court", "Invented West Court", "Zarghun High Court")
    field = opened([Case(id=court, source_id=court, court=court) for court in courts], tmp_path)["court"]

    assert [field.labels[value] for value in field.find(written)] == labels


def test_a_year_is_a_value_and_a_case_without_a_number_has_none(fields):
    counted = fields["year"].count(np.ones(4, dtype=np.bool_))

    assert dict(zip(fields["year"].labels, counted.values.tolist(), strict=True)) == {"2024": 2, "2025": 1}
    assert counted.none == 1


def test_a_section_is_a_value_by_its_key(fields):
    assert fields["section"].mask(fields["section"].find("crpc s 497")).tolist() == [True, False, False, False]
    assert fields["section"].find("497 PPC") == ()


@given(st.sampled_from(FIELDS), st.lists(st.booleans(), min_size=4, max_size=4))
def test_a_count_is_the_number_of_cases_that_the_value_lets_through(fields, name, among):
    chosen = np.array(among)
    counted = fields[name].count(chosen)

    for value in range(len(fields[name].labels)):
        assert counted.values[value] == (chosen & fields[name].mask([value])).sum()
    assert counted.none == (chosen & fields[name].mask([], or_none=True)).sum()
