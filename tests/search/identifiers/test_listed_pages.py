"""Pages behind a citation are judgments of their own where somebody asks for them."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.identifiers.citation import find_citations
from search.identifiers.listed_pages import find_asked_citations


@pytest.mark.parametrize(
    ("text", "pages"),
    [
        ("2019 SCMR 45, 67", [45, 67]),
        ("2019 SCMR 45,67,89", [45, 67, 89]),
        ("PLD 2010 SC 1, 5 and 9", [1, 5, 9]),
        ("PLD 2010 SC 1, 5, and 9?", [1, 5, 9]),
        ("PLD 2010 SC 1, 5 AND 9", [1, 5, 9]),
        ("2019 SCMR 45 & 67, 89", [45, 67, 89]),
        ("2019 SCMR 67, 45", [67, 45]),
        ("cases citing 2019 SCMR 45, 67", [45, 67]),
        ("2019 SCMR Note 5, 7", [5, 7]),
        ("پی ایل ڈی ۲۰۱۹ اسلام آباد ۴۵، ۶۷ اور ۸۹", [45, 67, 89]),
        ("2019 SCMR 45, 67; 2020 CLC 5", [45, 67, 5]),
        ("2019 SCMR 45, 67 and PLD 2010 SC 1, 5", [45, 67, 1, 5]),
        ('"2019 SCMR 45, 67" bail', [45, 67]),
        ("(2019 SCMR 45, 67) AND bail", [45, 67]),
        ("2019 SCMR 45, 67 -bail", [45, 67]),
        ("2019 SCMR 45, 67 year:2020", [45, 67]),
        ("2019 SCMR 45, 302 PPC", [45]),
        ("2019 SCMR 45, 302/34 PPC", [45]),
        ("2019 SCMR 45, 302, 324 PPC", [45]),
        ("2019 SCMR 45, 67 & 302 PPC", [45]),
        ("2019 SCMR 45, 67 of the Act", [45]),
        ("2019 SCMR 45, 67, 489-F", [45]),
        ("2019 SCMR 45, 67(2)", [45]),
        ("2019 SCMR 45, 67 others", [45]),
        ("2019 SCMR 45, 67 bail", [45]),
        ("2019 SCMR 45, 12/2020", [45]),
        ("2019 SCMR 45, 67.5", [45]),
        ("2019 SCMR 45, 2020", [45]),
        ("2019 SCMR 45, 2020 CLC 5", [45, 5]),
        ("2019 SCMR 45, p. 67", [45]),
        ("the rule (1997 SCMR 66, 81) is clear", [66]),
        ("1997 SCMR 66, 81 (para 18)", [66]),
    ],
)
def test_pages_in_a_list_are_judgments_unless_a_word_follows_that_they_count(text, pages):
    assert [found.page for found in find_asked_citations(text)] == pages


pieces = st.sampled_from(
    [
        "2019 SCMR 45",
        "PLD 2010 SC 1",
        "2020 CLC",
        "67",
        "89",
        "2019",
        "302/34 PPC",
        "۶۷",
        "AND",
        "NOT",
        "bail",
        "year:2020",
    ]
    + list(',،&.;()["-\n')
    + ["and", "اور", "of the Act"]
)
texts = st.one_of(st.text(max_size=100), st.lists(pieces, max_size=20).map(" ".join), st.lists(pieces).map("".join))


@given(texts)
def test_what_is_asked_for_is_all_that_a_text_cites_and_pages_between(text):
    asked, found = find_asked_citations(text), find_citations(text)

    assert [each for each in asked if each in found] == found
    assert all(left.end <= right.start for left, right in itertools.pairwise(asked))
    assert all(text[each.start : each.end].isdecimal() for each in asked if each not in found)
