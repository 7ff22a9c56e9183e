"""A value that no case has is taken for one that is nearly the same, and for none by chance."""

from __future__ import annotations

import pytest

from search.snapshot.nearest import nearest_values

SECTIONS = ("CNSA s 9(c)", "CPC O 7 r 11", "CrPC s 497", "CrPC s 497(2)", "PPC s 302", "PPC s 34")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("303 PPC", ("PPC s 302",)),
        ("302-A PPC", ("PPC s 302",)),
        ("479 CrPC", ("CrPC s 497",)),
        ("497(5) CrPC", ("CrPC s 497(2)",)),
        ("9(b) CNSA", ("CNSA s 9(c)",)),
        ("Order VII Rule 12 CPC", ("CPC O 7 r 11",)),
        ("302 IPC", ("PPC s 302",)),  # no case names that act
    ],
)
def test_a_section_is_meant_for_one_of_its_act_that_has_nearly_its_number(written, meant):
    assert nearest_values("provision", SECTIONS, written) == meant


@pytest.mark.parametrize(
    "written", ["120 PPC", "22 CrPC", "999 CrPC", "5 CNSA", "302 CrPC", "302", "PPC", "petition", "302 Example Act"]
)
def test_another_section_is_meant_for_none(written):
    assert nearest_values("provision", SECTIONS, written) == ()


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("W.O", ("WP",)),
        ("S.T.O", ("S.T.R.",)),
        ("ZARGHUN APEAL", ("ZARGHUN APPEAL",)),
        ("CPLA", ()),
        ("FOA", ()),
        ("appeal", ()),
    ],
)
def test_a_case_type_is_meant_for_those_like_it_that_cases_have(written, meant):
    assert nearest_values("case_type", ("PLA", "S.T.R.", "T AP", "WP", "ZARGHUN APPEAL"), written) == meant
