"""The table of acts knows the acts that courts meet, each by names of its own."""

from __future__ import annotations

from search.identifiers.act_titles import act_named
from search.identifiers.acts import ACTS


def test_the_table_holds_the_acts_that_courts_meet():
    assert len(ACTS) >= 120


def test_every_alias_names_its_act_and_no_other():
    expected = {alias: act for act, aliases in ACTS.items() for alias in (act, *aliases)}

    assert {alias: act_named(alias) for alias in expected} == expected
    assert {alias: act_named(f"the {alias}") for alias in expected} == expected
