"""The analyser knows what legal text looks like."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.text.tokenise import analyse, analyse_spans


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("W.P. 12/2023", ["wp", "12/2023", "12", "2023"]),
        ("Writ Petition No.2154-Q of 2024", ["writ", "petit", "no", "2154/2024", "2154", "2024"]),
        ("u/s 497(2) Cr.P.C", ["497", "497(2)", "crpc"]),
        ("489-F PPC", ["489f", "ppc"]),
        ("9(c) CNSA", ["9", "9(c)", "cnsa"]),
        ("302/34 PPC", ["302/34", "302", "34", "ppc"]),
        ("dated 02.03.2024", ["date", "2024-03-02", "2024"]),
        ("FIR No. 01-2024", ["fir", "no", "1/2024", "1", "2024"]),
        ("M/s Khan's s/o Émile", ["ms", "khan", "emil"]),
        ("the order of the court", ["order", "court"]),
    ],
)
def test_legal_text_gives_terms_that_find_it(text, terms):
    assert analyse(text) == terms


def test_a_dotted_abbreviation_and_its_plain_form_are_one_term():
    assert analyse("W.P.") == analyse("WP") == analyse("w.p")
    assert analyse("Cr.P.C.") == analyse("CR.P.C") == analyse("CrPC") == analyse("cr. pc") == ["crpc"]


def test_case_and_script_of_digits_change_no_term():
    assert analyse("D/O Bibi, S/O Khan") == analyse("d/o bibi, s/o khan") == ["bibi", "khan"]
    assert analyse("دفعہ ۴۹۷")[-1] == "497"
    assert analyse("re\u0301sume\u0301") == analyse("résumé")


def test_a_section_is_never_part_of_a_longer_number():
    assert not set(analyse("section 497")) & set(analyse("section 1497")) - {"section"}


def test_spans_point_at_the_words_as_given():
    text = "Bail u/s 497(2)"

    assert [(term, text[start:end]) for term, start, end in analyse_spans(text)] == [
        ("bail", "Bail"),
        ("497", "497(2)"),
        ("497(2)", "497(2)"),
    ]


@given(st.text(max_size=300))
def test_every_span_lies_inside_its_text_and_in_order(text):
    spans = [(start, end) for _, start, end in analyse_spans(text)]

    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert spans == sorted(spans)


def test_a_number_of_any_length_is_a_term():
    assert analyse("9" * 5000 + "/2023")[0].endswith("/2023")


def test_threads_may_analyse_at_once():
    words = [f"petition{number}ing" for number in range(300)]
    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(analyse, words * 4))

    assert found == [analyse(word) for word in words * 4]
