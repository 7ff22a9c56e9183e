"""Words that name one case, or the sections behind their field, are one thing."""

from __future__ import annotations

import time

import pytest

from search.query.joined import joined
from search.query.tokens import tokens_of


def texts(query: str) -> list[str]:
    return [token.text for token in joined(query, tokens_of(query), ("MADE UP PET",))]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("wp 1/2025 bail", ["wp 1/2025", "bail"]),
        ("in W.P. No. 1 of 2025, bail", ["in", "W.P. No. 1 of 2025", "bail"]),
        ("W.P. (Service) No. 5/2024", ["W.P. (Service) No. 5/2024"]),
        ("(wp 1/2025)", ["(", "wp 1/2025", ")"]),
        ("wp 1/2025 wp 2/2025", ["wp 1/2025", "wp 2/2025"]),
        ("302/2024 bail", ["302/2024", "bail"]),
        ("wp number:1/2025", ["wp", "number", "1/2025"]),
        ("title:wp 1/2025", ["title", "wp 1/2025"]),
        ("section:302 PPC bail", ["section", "302 PPC", "bail"]),
        ("section: 302, 324 and 34 PPC", ["section", "302, 324 and 34 PPC"]),
        ("section:302 bail", ["section", "302", "bail"]),
        ("section:302 AND 497 CrPC", ["section", "302", "AND", "497 CrPC"]),
        ("u/s 497 CrPC bail", ["u/s 497 CrPC", "bail"]),
        ("302/34 PPC", ["302/34 PPC"]),
        ("302, 324 PPC", ["302", "324 PPC"]),
        ("see 2019 SCMR 45 and 46", ["see", "2019 SCMR 45 and 46"]),
        ("2019 SCMR 45, 67 AND bail", ["2019 SCMR 45, 67", "AND", "bail"]),
        ("PLD 2010 SC 1, 5 AND 9 AND bail", ["PLD 2010 SC 1, 5 AND 9", "AND", "bail"]),
        ("2019 SCMR 45, 302 PPC bail", ["2019 SCMR 45", "302 PPC", "bail"]),
        ("2019 SCMR 45, 2020 CLC 5", ["2019 SCMR 45", "2020 CLC 5"]),
        ("FIR No. 12/2024 dated x PS Kohsar bail", ["FIR No. 12/2024 dated x PS Kohsar", "bail"]),
        ("FIR No. 12/2024, PS Kohsar bail", ["FIR No. 12/2024, PS Kohsar", "bail"]),
        ("Article 199 bail 302", ["Article 199", "bail", "302"]),
        ("title:302 PPC", ["title", "302", "PPC"]),
        ("type:crl misc bail", ["type", "crl misc", "bail"]),
        ("type:writ petition land", ["type", "writ petition", "land"]),
        ("type:W.P. land", ["type", "W.P.", "land"]),
        ("type:writ AND petition", ["type", "writ", "AND", "petition"]),
        ("type:writ title:petition", ["type", "writ", "title", "petition"]),
        ("type:crl mis* bail", ["type", "crl", "mis", "bail"]),
        ('type:crl "misc"', ["type", "crl", '"misc"']),
        ("type:murder of a tenant", ["type", "murder", "of", "a", "tenant"]),
        ("type:plot land", ["type", "plot", "land"]),
        ("type:wp 1/2025", ["type", "wp", "1/2025"]),
        ("type:made up land", ["type", "made up", "land"]),
    ],
)
def test_tokens_that_are_one_thing_are_one_token(query, expected):
    assert texts(query) == expected


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("writ petitions AND rent", ["writ petitions", "AND", "rent"]),
        ("(ICA OR W.P.) AND rent", ["(", "ICA", "OR", "W.P.", ")", "AND", "rent"]),
        ("Crl. Misc. bail AND rent", ["Crl", "Misc", "bail", "AND", "rent"]),  # none is here
        ("writ AND petition", ["writ", "AND", "petition"]),
        ("title:writ petition AND rent", ["title", "writ", "petition", "AND", "rent"]),
        ('"writ petition" AND rent', ['"writ petition"', "AND", "rent"]),
        ("writ petit* AND rent", ["writ", "petit", "AND", "rent"]),
        ("wp 1/2025 AND rent", ["wp 1/2025", "AND", "rent"]),
        ("rent NOT Justice Zarak Khan bail", ["rent", "NOT", "Justice Zarak Khan", "bail"]),
        ("rent NOT Mr. Justice Kayani's", ["rent", "NOT", "Mr. Justice Kayani's"]),
        ("rent NOT JUSTICE KAYANI", ["rent", "NOT", "JUSTICE KAYANI"]),
        ("rent NOT Justice Zarak Murder", ["rent", "NOT", "Justice Zarak", "Murder"]),
        ("rent NOT justice for all", ["rent", "NOT", "justice", "for", "all"]),
        ("rent AND Justice Zarak", ["rent", "AND", "Justice", "Zarak"]),
    ],
)
def test_the_name_of_a_case_type_and_a_judge_left_out_are_one_thing(query, expected):
    assert [token.text for token in joined(query, tokens_of(query), ("ICA", "WP"))] == expected


def test_a_phrase_keeps_its_words_and_gets_the_number_in_it():
    (token,) = joined('"held in wp 1/2025"', tokens_of('"held in wp 1/2025"'))

    assert token.leaf.words == ("held", "in", "wp", "1/2025")
    assert [number.read_as for number in token.leaf.numbers] == ["WP 1/2025"]


def test_many_fields_take_no_longer_than_their_length():
    query = " OR ".join(f"section:{number} PPC," for number in range(180))
    started = time.perf_counter()
    joined(query, tokens_of(query))

    assert time.perf_counter() - started < 1
