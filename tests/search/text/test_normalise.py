"""Folding makes one spelling of many."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.text.normalise import fold


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("  Muḥammad   ASLAM ", "muhammad aslam"),
        ("۱۲۳۴/۲۰۲۳", "1234/2023"),
        ("٤٩٧", "497"),
        ("ﬁling fee", "filing fee"),
        ("a\x00b\ud800c", "a b c"),
    ],
)
def test_spellings_fold_together(written, folded):
    assert fold(written) == folded


@given(st.text())
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)
