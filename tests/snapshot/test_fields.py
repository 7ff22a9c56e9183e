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


@pytest.fixture(scope="module")
def fields(tmp_path_factory):
    folder = tmp_path_factory.mktemp("columns")
    build_columns(CASES, folder)
    return fields_of(open_columns(folder))


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
