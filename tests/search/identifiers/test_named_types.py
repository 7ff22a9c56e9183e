"""Case types named in words, without a number."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.identifiers.named_types import english_names, find_types, heading_types, leading_type, types_named


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Crl Revision: against acceptance of an application", ("CRL REV",)),
        ("misc petition for transfer of family proceedings", ("MISC PET",)),
        ("OGRA application under section 12(2)", ("OGRA APPLICATION",)),
        ("F.A.O. by the plaintiff", ("FAO",)),
        ("Writ Petition and Intra Court Appeal of one party", ("ICA", "WP")),
        ("رٹ پٹیشن", ("WP",)),
        ("رٹ پٹيشن", ("WP",)),
        ("زیر سماعت فوجداری نگرانی", ("CRL REV",)),
        ("درخواست ضمانت بنام سرکار", ("CRL MISC",)),
        ("دعویٰ دیوانی", ("CS",)),
        ("tax reference", ("ITR", "STR", "TR")),
        ("petition for special leave to appeal", ("PSLA",)),
        ("petition for leave to appeal", ("PLA", "PSLA")),
        ("execution application", ("EA", "EX PET")),
        ("wp on rent", ("WP",)),
        ("faujdari nigrani", ("CRL REV",)),
    ],
)
def test_a_type_in_words_or_letters_is_named(text, types):
    assert types_named(text) == types


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Crl. Revision: against acceptance of an application", ("CRL REV",)),
        ("“An OGRA application under section 12(2)”", ("OGRA APPLICATION",)),
        ("the Misc. Pet. of a wife", ("MISC PET",)),
        ("ایک رٹ پٹیشن", ("WP",)),
        ("CMA by the students", ("CMA",)),
        ("F.A.O. by the plaintiff", ("FAO",)),
        ("RA in W.P. 637/2024", ("RA",)),
        ("ICA", ("ICA",)),
        ("Writ petitions about promotion", ("WP",)),
        ("Two similar civil suits", ()),
        ("Suits of tenants", ()),
        ("RA Bazar murder", ()),  # a place
        ("CO Khan", ()),
        ("fresh misc petition", ()),
        ("in W.P. 483/2024", ()),
        ("complaint of a tenant; misc petition", ()),
        ("another OGRA application", ()),
        ("", ()),
    ],
)
def test_a_type_heads_what_begins_with_it(text, types):
    assert heading_types(text) == types


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("writ petitions and ICAs", ["writ petitions", "ICAs"]),
        ("Murder References of W.T.A. and", ["Murder References", "W.T.A."]),
        ("two similar civil suits", ["civil suits"]),
        ("WPs and TAs, not Mrs Example or MRS", ["WPs", "TAs"]),
        ("w.p. and c.r. of Zarak & co", ["w.p.", "c.r."]),
        ("مرڈر ریفرنسز اور فوجداری اپیلیں", ["مرڈر ریفرنسز", "فوجداری اپیلیں"]),
    ],
)
def test_types_are_found_in_the_plural_where_it_is_asked_for(text, names):
    assert [text[each.start : each.end] for each in find_types(text, plurals=True)] == names


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Crl. Misc.", True),
        ("bail application", False),
        ("درخواست ضمانت", False),
        ("Transfer Application", True),  # what the type itself is called
        ("land acquisition", False),
        ("Review Petition", True),
    ],
)
def test_a_name_that_tells_a_subject_is_not_that_of_a_whole_type(text, whole):
    (named,) = find_types(text)

    assert named.is_whole == whole


def test_the_longest_name_wins():
    assert types_named("Criminal Original Case") == ("CRL ORG CSE",)


@pytest.mark.parametrize(
    "text", ["Rashid & co versus the bank", "recovery suit", "", "a tenant's complaint", "1234", "رٹ", "ضمانت"]
)
def test_ordinary_words_name_no_type(text):
    assert types_named(text) == ()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("رٹ پٹیشن", ["Writ Petition"]),
        ("رٹ", ["Writ Petition"]),
        ("rit petition", ["Writ Petition"]),
        ("فوجداری نگرانی اور جیل اپیل", ["Criminal Revision", "Jail Appeal"]),
        ("Writ Petition", []),
        ("ضمانت", []),
        ("", []),
    ],
)
def test_a_type_in_urdu_has_an_english_name(text, names):
    assert english_names(text) == names


def test_a_type_stands_where_its_name_does():
    text = "تمام رٹ پٹیشن, crl. rev."

    assert [text[named.start : named.end] for named in find_types(text)] == ["رٹ پٹیشن", "crl. rev."]


@given(st.text(max_size=200) | st.lists(st.sampled_from("رٹ پٹیشن writ crl. rev. W.P. اپیل ۱ ,".split())).map(" ".join))
def test_names_lie_inside_the_text_and_apart(text):
    ends = [place for named in find_types(text) for place in (named.start, named.end)]

    assert [0, *ends, len(text)] == sorted([0, *ends, len(text)])


@pytest.mark.parametrize(
    ("words", "length"),
    [
        ("writ petition land", 2),
        ("W.P. land", 1),
        ("writ land", 1),
        ("crl misc bail", 2),  # "bail" is what it is about, though the type is written so, too
        ("criminal misc bail", 2),
        ("bail application land", 2),
        ("crl bail", 1),
        ("crl misc application murder", 3),
        ("intra court appeal land", 3),
        ("intra court land", 2),
        ("sales tax refund", 2),
        ("petition for leave to appeal bail", 5),
        ("C.M. A land", 2),
        ("رٹ پٹیشن زمین", 2),
        ("made up pet land", 3),
        ("made up land", 2),
        ("land writ petition", 0),
        ("bail", 0),
        ("...", 0),
        ("", 0),
    ],
)
def test_the_longest_name_of_a_type_leads(words, length):
    assert leading_type(words.split(), ("MADE UP PET",)) == length


@given(
    st.lists(
        st.sampled_from("writ petition crl. misc. bail C.M. A رٹ appeal of ۱ , land".split()) | st.text(max_size=5)
    )
)
def test_any_words_lead_with_some_of_them(words):
    assert 0 <= leading_type(words) <= min(len(words), 5)
