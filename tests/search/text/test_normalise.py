"""One spelling is made of many, to compare words by or place by place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.text.normalise import fold, unified


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


@pytest.mark.parametrize(
    ("written", "plain"),
    [("دفعه ٣٠٢", "دفعہ 302"), ("٤٩٧–۴۹۸", "497-498"), ("１２\u00a0Ｃr", "12 Ｃr"), ("ضابطة", "ضابطہ")],
)
def test_digits_dashes_spaces_and_urdu_letters_take_one_form(written, plain):
    assert unified(written) == plain


@given(st.text())
def test_one_form_keeps_every_place(text):
    assert len(unified(text)) == len(text)
