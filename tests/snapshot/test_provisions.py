"""Which cases name a section: one rule, however the section is written."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.columns import build_columns
from search.cases import Case
from search.identifiers.statute import find_statutes, reference_of, same_provision, sections_behind
from search.snapshot.columns import open_columns
from search.snapshot.provisions import cases_of, codes_behind, keys_of, mask_behind, whole

OFFENCES = (
    "302/34 PPC",
    "497(2) Cr.P.C.",
    "9(c) CNSA",
    "Article 18 of the Constitution",
    "Order VII Rule 11 CPC",
    "34 of the Police Act",
    "",
)
"""Of case 0, 1, 2 and so on."""


@pytest.fixture(scope="module")
def columns(tmp_path_factory):
    folder = tmp_path_factory.mktemp("columns")
    build_columns([Case(id=str(n), source_id=str(n), offence_sections=each) for n, each in enumerate(OFFENCES)], folder)
    return open_columns(folder)


@pytest.mark.parametrize(
    ("value", "rows"),
    [
        ("302 PPC", [0]),
        ("302", [0]),
        ("u/s 302 P.P.C.", [0]),
        ("302/34 PPC", [0]),
        ("34", [0, 5]),  # of any act
        ("34 PPC", [0]),
        ("302 CrPC", []),
        ("302, 497", []),  # no case names both
        ("497", [1]),
        ("497(2)", [1]),
        ("497(1)", []),
        ("CrPC s 497(2)", [1]),
        ("9", [2]),
        ("9-C CNSA", [2]),
        ("18", [3]),  # the name of the field says nothing of an article
        ("section 18", []),
        ("Article 18", [3]),
        ("Order VII", [4]),
        ("O. 7 R. 11 CPC", [4]),
        ("rule 11", []),  # of rules, not of an order
        ("PPC", []),
        ("", []),
    ],
)
def test_what_stands_behind_the_field_finds_its_cases(columns, value, rows):
    assert np.flatnonzero(mask_behind(columns, value)).tolist() == rows


def test_a_subsection_is_left_away_where_the_whole_section_is_meant(columns):
    (asked,) = find_statutes("section 497(1) CrPC")

    assert cases_of(columns, asked) == ()
    assert cases_of(columns, whole(asked)) == (1,)


def test_a_section_without_its_act_may_be_of_each_act_that_has_it(columns):
    (asked,) = find_statutes("section 34")

    assert keys_of(columns, asked) == ("PPC s 34", "Police Act s 34")
    assert cases_of(columns, asked) == (0, 5)


VALUES = st.lists(
    st.sampled_from(
        "302 34 302/34 497 497(2) 9(c) 18 PPC CrPC CNSA section Article Order VII Rule 11 , and r/w".split()
    ),
    max_size=5,
).map(" ".join)


@given(VALUES | st.text(max_size=20))
def test_the_cases_are_those_that_a_look_at_each_label_finds(columns, value):
    expected = []
    for row in range(len(OFFENCES)):
        held = [reference_of(label) for label in columns.listed_of("provision", row)]
        named = [any(same_provision(one, each) for one in asked for each in held) for asked in sections_behind(value)]
        expected += [row] if named and all(named) else []

    assert np.flatnonzero(mask_behind(columns, value)).tolist() == expected
    assert len(codes_behind(columns, value)) == len(sections_behind(value))
