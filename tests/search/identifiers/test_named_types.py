"""Case types named in words, without a number."""

from __future__ import annotations

import pytest

from search.identifiers.named_types import types_named


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Crl Revision: against acceptance of an application", ("CRL REV",)),
        ("misc petition for transfer of family proceedings", ("MISC PET",)),
        ("OGRA application under section 12(2)", ("OGRA APPLICATION",)),
        ("F.A.O. by the plaintiff", ("FAO",)),
        ("Writ Petition and Intra Court Appeal of one party", ("ICA", "WP")),
    ],
)
def test_a_type_in_words_or_letters_is_named(text, types):
    assert types_named(text) == types


def test_the_longest_name_wins():
    assert types_named("Criminal Original Case") == ("CRL ORG CSE",)


@pytest.mark.parametrize("text", ["Rashid & co versus the bank", "recovery suit", "", "a tenant's complaint", "1234"])
def test_ordinary_words_name_no_type(text):
    assert types_named(text) == ()
