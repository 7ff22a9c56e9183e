"""A name that no case type has is taken for one that is nearly the same, and for none by chance."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.identifiers.case_types import CASE_TYPES, squeeze
from search.identifiers.misspelt_types import types_like


@pytest.mark.parametrize(
    ("written", "types"),
    [
        ("Wirt", ["WP"]),
        ("W.O", ["WP"]),
        ("FOA", ["FAO"]),
        ("S.A", ["SAO", "STA"]),
        ("first apeal from order", ["FAO"]),
        ("Civl Revison", ["CR"]),
        ("Murdr Refrence", ["MR"]),
    ],
)
def test_a_slip_of_the_pen_is_like_the_types_it_may_be_meant_for(written, types):
    assert types_like(squeeze(written)) == types


@pytest.mark.parametrize(
    "written",
    ["appeal", "petition", "criminal", "civil", "apeal", "Crl. Petition", "Civil Petition", "plot", "W", ""],
)
def test_a_word_of_many_types_or_of_none_is_like_none(written):
    assert types_like(squeeze(written)) == []


@pytest.mark.parametrize("written", ["C.P.L.A.", "CPLA", "C.P", "H.R.C."])
def test_what_is_short_for_a_type_of_other_courts_is_like_none(written):
    assert types_like(squeeze(written)) == []


def test_the_plural_of_a_short_form_is_like_its_type():
    assert types_like(squeeze("W.Ps")) == ["WP"]


def test_a_type_that_no_table_knows_is_like_its_own_name():
    assert types_like(squeeze("Zarghun Apeal"), ["ZARGHUN APPEAL"]) == ["ZARGHUN APPEAL"]


@given(st.text(max_size=40))
def test_any_letters_are_like_a_few_types_that_there_are(text):
    like = types_like(squeeze(text))

    assert len(like) <= 3
    assert set(like) <= set(CASE_TYPES)
