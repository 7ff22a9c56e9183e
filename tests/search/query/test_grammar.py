"""Every query has a reading: operators where they are meant, plain words otherwise, and why where they are wrong."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from search.identifiers.fir import find_firs
from search.identifiers.listed_pages import find_asked_citations
from search.identifiers.statute import find_statutes
from search.query.expression import (
    FIELDS,
    And,
    Field,
    Node,
    Not,
    Numbered,
    Or,
    Phrase,
    Prefix,
    Referred,
    Word,
    YearRange,
    all_of,
    any_of,
    children_of,
    nodes_of,
)
from search.query.grammar import DEPTH_MAX, LEAVES_OUT, NODES_MAX, PLAIN_WORDS, Reading, read_expression
from search.types import FirQuery, NumberQuery


def words(text: str) -> tuple[Word, ...]:
    return tuple(Word(word) for word in text.split())


def phrase(text: str, slop: int | None = None) -> Phrase:
    return Phrase(tuple(text.split()), slop)


def number(text: str, serial: int, of: int, *types: str) -> Numbered:
    return Numbered(tuple(text.split()), (NumberQuery(serial, of, types),))


def named(text: str, meant: str = "") -> Referred:
    places = [*find_asked_citations(meant or text), *find_statutes(meant or text)]
    references = [place._replace(start=0, end=0) for place in places]
    references += [FirQuery(fir.number, fir.year, fir.police_station) for fir in find_firs(text)]
    return Referred(tuple(text.split()), tuple(references))


def year(first: int | None, last: int | None) -> Field:
    return Field("year", YearRange(first, last))


BAIL, MURDER, THEFT = words("bail murder theft")

WITH_OPERATORS = [
    # Phrases: they restrict, the plain words beside them rank.
    ('"pre-arrest bail"', phrase("pre-arrest bail"), "pre-arrest bail"),
    ('"pre-arrest bail" murder', phrase("pre-arrest bail"), "pre-arrest bail murder"),
    ('murder "pre-arrest bail" of child', phrase("pre-arrest bail"), "murder pre-arrest bail of child"),
    ('"pre-arrest bail" AND murder', And((phrase("pre-arrest bail"), MURDER)), "pre-arrest bail murder"),
    ('"a b" "c d"', And((phrase("a b"), phrase("c d"))), "a b c d"),
    ('"bail"', phrase("bail"), "bail"),
    ('"bail, and murder;"', phrase("bail and murder"), "bail, and murder;"),
    ('"bail AND murder"', phrase("bail AND murder"), "bail AND murder"),
    ('"title:x (y)"', phrase("title:x (y)"), "title:x (y)"),
    ("“pre-arrest bail” murder", phrase("pre-arrest bail"), "pre-arrest bail murder"),
    ("«pre-arrest bail»", phrase("pre-arrest bail"), "pre-arrest bail"),
    ('“pre-arrest bail"', phrase("pre-arrest bail"), "pre-arrest bail"),
    ("bail“pre-arrest”", phrase("pre-arrest"), "bail pre-arrest"),
    ('the petitioner\'s "own house"', phrase("own house"), "the petitioner's own house"),
    ('PLC (CS) "same pay"', phrase("same pay"), "PLC (CS) same pay"),
    ('Example (Private) Limited ("the Act")', phrase("the Act"), "Example (Private) Limited ( the Act )"),
    ('"same pay" 1) first', phrase("same pay"), "same pay 1) first"),
    # Near each other.
    ('"tenant default"~5', phrase("tenant default", 5), "tenant default"),
    ('"tenant default"~0 rent', phrase("tenant default", 0), "tenant default rent"),
    ('"tenant default"~۵', phrase("tenant default", 5), "tenant default"),
    ('"tenant default"~99999999999', phrase("tenant default", 1000), "tenant default"),
    # Beginnings of words.
    ("constitut*", Prefix("constitut"), "constitut"),
    ("constitut* petition", Prefix("constitut"), "constitut petition"),
    ("constitut*, petition", Prefix("constitut"), "constitut , petition"),
    ("pre-arr*", Prefix("pre-arr"), "pre-arr"),
    ("ضمان*", Prefix("ضمان"), "ضمان"),
    ("bail OR murd*", Or((BAIL, Prefix("murd"))), "bail murd"),
    # AND, OR, NOT and their order.
    ("bail AND murder", And((BAIL, MURDER)), "bail murder"),
    ("bail OR murder", Or((BAIL, MURDER)), "bail murder"),
    ("bail AND murder AND theft", And((BAIL, MURDER, THEFT)), "bail murder theft"),
    ("bail AND murder OR theft", Or((And((BAIL, MURDER)), THEFT)), "bail murder theft"),
    ("bail OR murder AND theft", Or((BAIL, And((MURDER, THEFT)))), "bail murder theft"),
    ("bail OR NOT murder AND theft", Or((BAIL, And((Not(MURDER), THEFT)))), "bail theft"),
    ("bail NOT murder", Not(MURDER), "bail"),
    ("bail AND NOT murder", And((BAIL, Not(MURDER))), "bail"),
    ("bail AND murder NOT theft", And((BAIL, MURDER, Not(THEFT))), "bail murder"),
    ("NOT theft bail AND murder", And((Not(THEFT), BAIL, MURDER)), "bail murder"),
    ("(bail NOT theft) AND murder", And((BAIL, Not(THEFT), MURDER)), "bail murder"),
    ("NOT (bail -murder) theft", Not(And((BAIL, Not(MURDER)))), "theft"),
    ("theft OR bail NOT murder", Or((THEFT, And((BAIL, Not(MURDER))))), "theft bail"),
    ("NOT murder bail", Not(MURDER), "bail"),
    ("NOT NOT murder", Not(Not(MURDER)), ""),
    ("NOT murder OR theft", Or((Not(MURDER), THEFT)), "theft"),
    ('NOT "murder of child" bail', Not(phrase("murder of child")), "bail"),
    ("tenant default AND rent", And(words("tenant default rent")), "tenant default rent"),
    ("payment of the rent AND bail", And(words("payment rent bail")), "payment of the rent bail"),
    ("the AND bail", And(words("the bail")), "the bail"),
    ('"a b" child AND murder', And((phrase("a b"), MURDER)), "a b child murder"),
    ("bail, AND murder.", And((BAIL, MURDER)), "bail, murder."),
    ("bail && murder", And((BAIL, MURDER)), "bail murder"),
    ("bail || murder", Or((BAIL, MURDER)), "bail murder"),
    ("bail|murder | theft", Or((BAIL, MURDER, THEFT)), "bail murder theft"),
    ("bail NOT (guilty)", Not(Word("guilty")), "bail"),
    ("bail AND not AND murder", And(words("bail not murder")), "bail not murder"),
    ("Khan v. State AND bail", And(words("Khan State bail")), "Khan v. State bail"),
    ("A AND bail", And(words("A bail")), "A bail"),
    # A minus before a word is NOT.
    ('bail -"pre arrest"', Not(phrase("pre arrest")), "bail"),
    ("bail -murder", Not(MURDER), "bail"),
    ("-murder bail", Not(MURDER), "bail"),
    ("tenant default -rent", Not(Word("rent")), "tenant default"),
    ("pre-arrest e-filing -murder", Not(MURDER), "pre-arrest e-filing"),
    ("-(bail murder) theft", Not(And((BAIL, MURDER))), "theft"),
    ('"bail" -murder', And((phrase("bail"), Not(MURDER))), "bail"),
    ('"bail" -murder theft', And((phrase("bail"), Not(MURDER))), "bail theft"),
    ('"bail" - murder', phrase("bail"), "bail - murder"),
    ('"bail" anti-murder', phrase("bail"), "bail anti-murder"),
    ('"bail" -(murder theft)', And((phrase("bail"), Not(And((MURDER, THEFT))))), "bail"),
    ("-judge:Example bail", Not(Field("judge", Word("Example"))), "bail"),
    # Brackets.
    ("(bail OR murder) AND theft", And((Or((BAIL, MURDER)), THEFT)), "bail murder theft"),
    ("theft AND (bail OR murder)", And((THEFT, Or((BAIL, MURDER)))), "theft bail murder"),
    ("theft AND(bail OR murder)", And((THEFT, Or((BAIL, MURDER)))), "theft bail murder"),
    ("(bail OR murder) theft", Or((BAIL, MURDER)), "bail murder theft"),
    ("((bail) OR (murder))", Or((BAIL, MURDER)), "(bail) (murder)"),
    ("NOT (bail OR murder) AND theft", And((Not(Or((BAIL, MURDER))), THEFT)), "theft"),
    ("NOT(bail murder) theft", Not(And((BAIL, MURDER))), "theft"),
    ('NOT ("bail" murder) theft', Not(And((phrase("bail"), MURDER))), "theft"),
    ("NOT (bail OR NOT murder) theft", Not(Or((BAIL, Not(MURDER)))), "theft"),
    ("497(2) AND bail", And(words("497(2) bail")), "497(2) bail"),
    ("9(c) OR 9(b)", Or(words("9(c) 9(b)")), "9(c) 9(b)"),
    (
        "Example (Private) Limited AND bail",
        And(words("Example Private Limited bail")),
        "Example (Private) Limited bail",
    ),
    # Fields.
    ("judge:Example bail", Field("judge", Word("Example")), "Example bail"),
    ("judge:Example AND bail", And((Field("judge", Word("Example")), BAIL)), "Example bail"),
    ('judge:"Example Judge"', Field("judge", phrase("Example Judge")), "Example Judge"),
    ("judge:(One OR Two)", Field("judge", Or(words("One Two"))), "One Two"),
    ("Title:bail", Field("title", BAIL), "bail"),
    ("title:(tax refund)", Field("title", And(words("tax refund"))), "tax refund"),
    ('title:("tax refund" duty)', Field("title", And((phrase("tax refund"), Word("duty")))), "tax refund duty"),
    ("title:constitut*", Field("title", Prefix("constitut")), "constitut"),
    ('title:"tax refund"~3', Field("title", phrase("tax refund", 3)), "tax refund"),
    ("title:“tax refund”", Field("title", phrase("tax refund")), "tax refund"),
    ("title:judge:x", Field("title", Word("judge:x")), "judge:x"),
    ("advocate:Khan", Field("advocate", Word("Khan")), "Khan"),
    ("title: (bail)", Field("title", BAIL), "bail"),
    ('judge: "Example Judge" bail', Field("judge", phrase("Example Judge")), "Example Judge bail"),
    ("year: 2020 bail", year(2020, 2020), "bail"),
    (
        "party:bank court:Islamabad",
        And((Field("party", Word("bank")), Field("court", Word("Islamabad")))),
        "bank Islamabad",
    ),
    ("-party: bank AND bail", And((Not(Field("party", Word("bank"))), BAIL)), "bail"),
    ("section:302 PPC bail", Field("section", phrase("302 PPC")), "302 PPC bail"),
    ("section:302, 324 PPC bail", Field("section", phrase("302, 324 PPC")), "302, 324 PPC bail"),
    ("section:Article 18", Field("section", phrase("Article 18")), "Article 18"),
    ("section:302 AND bail", And((Field("section", Word("302")), BAIL)), "302 bail"),
    ("type:crl misc bail", Field("type", phrase("crl misc")), "crl misc bail"),
    ("type:writ petition AND bail", And((Field("type", phrase("writ petition")), BAIL)), "writ petition bail"),
    ("bail NOT type:writ petition theft", Not(Field("type", phrase("writ petition"))), "bail theft"),
    ("section:petition of right", Field("section", Word("petition")), "petition of right"),
    ("section:497(2) bail", Field("section", Word("497(2)")), "497(2) bail"),
    ("section:489-F, bail", Field("section", Word("489-F")), "489-F, bail"),
    # The number of a case is one thing.
    ('number:"W.P. 12/2023"', Field("number", number("W.P. 12/2023", 12, 2023, "WP")), "W.P. 12/2023"),
    ("number:wp 12/2023 bail", Field("number", number("wp 12/2023", 12, 2023, "WP")), "wp 12/2023 bail"),
    ("number:12/2023", Field("number", number("12/2023", 12, 2023)), "12/2023"),
    ('"wp 12/2023"', number("wp 12/2023", 12, 2023, "WP"), "wp 12/2023"),
    ("wp 12/2023 NOT murder", And((number("wp 12/2023", 12, 2023, "WP"), Not(MURDER))), "wp 12/2023"),
    ("murder NOT wp 12/2023", Not(number("wp 12/2023", 12, 2023, "WP")), "murder"),
    (
        "W.P. No. 12 of 2023 AND judge:Example",
        And((number("W.P. No. 12 of 2023", 12, 2023, "WP"), Field("judge", Word("Example")))),
        "W.P. No. 12 of 2023 Example",
    ),
    (
        "wp 1/2023 and wp 2/2023 NOT murder",
        And((Or((number("wp 1/2023", 1, 2023, "WP"), number("wp 2/2023", 2, 2023, "WP"))), Not(MURDER))),
        "wp 1/2023 and wp 2/2023",
    ),
    (
        "case wp 12/2023 theft NOT murder",
        And((number("wp 12/2023", 12, 2023, "WP"), Not(MURDER))),
        "case wp 12/2023 theft",
    ),
    (
        "theft AND wp 12/2023 NOT murder",
        And((THEFT, number("wp 12/2023", 12, 2023, "WP"), Not(MURDER))),
        "theft wp 12/2023",
    ),
    # So is what a case refers to.
    ("u/s 497 CrPC bail NOT murder", Not(MURDER), "u/s 497 CrPC bail"),
    ("bail NOT 302 PPC", Not(named("302 PPC")), "bail"),
    ("bail AND 302/34 PPC", And((BAIL, named("302/34 PPC"))), "bail 302/34 PPC"),
    ("bail AND 2019 SCMR 45, 67", And((BAIL, named("2019 SCMR 45, 67"))), "bail 2019 SCMR 45, 67"),
    ('"302 and 34 PPC" bail', named("302 and 34 PPC"), "302 and 34 PPC bail"),
    ("sections 302 AND 324 PPC", And((named("sections 302", "302 PPC"), named("324 PPC"))), "sections 302 324 PPC"),
    ('"497(2) CrPC"', named("497(2) CrPC"), "497(2) CrPC"),
    ('"PPC s 302" bail', named("PPC s 302"), "PPC s 302 bail"),
    ('"bail u/s 497 CrPC"', phrase("bail u/s 497 CrPC"), "bail u/s 497 CrPC"),
    (
        '"Made Up (Court) Rules 1997 r 29" bail',
        named("Made Up (Court) Rules 1997 r 29"),
        "Made Up (Court) Rules 1997 r 29 bail",
    ),
    ('"498-A"', phrase("498-A"), "498-A"),
    ('"497 CrPC"~5', phrase("497 CrPC", 5), "497 CrPC"),
    ('"2019 SCMR 45" AND bail', And((named("2019 SCMR 45"), BAIL)), "2019 SCMR 45 bail"),
    ("PLD 2019 SC 45 OR bail", Or((named("PLD 2019 SC 45"), BAIL)), "PLD 2019 SC 45 bail"),
    (
        "FIR No. 12/2024 PS Kohsar AND bail",
        And((named("FIR No. 12/2024 PS Kohsar"), BAIL)),
        "FIR No. 12/2024 PS Kohsar bail",
    ),
    ("title:302 PPC", Field("title", Word("302")), "302 PPC"),
    ("302 AND bail", And(words("302 bail")), "302 bail"),
    ("302/2023 AND bail", And(words("302/2023 bail")), "302/2023 bail"),
    (
        "status:Pending type:writ",
        And((Field("status", Word("Pending")), Field("type", Word("writ")))),
        "Pending writ",
    ),
    (
        "W.P. 1/2024 Service (SB) AND judge:Example",
        And((number("W.P. 1/2024", 1, 2024, "WP"), *words("Service SB"), Field("judge", Word("Example")))),
        "W.P. 1/2024 Service (SB) Example",
    ),
    ("year:2023 bail", year(2023, 2023), "bail"),
    ("year:2020..2024", year(2020, 2024), ""),
    ("year:2020-2024", year(2020, 2024), ""),
    ("year:2020..", year(2020, None), ""),
    ("year:..2020 bail", year(None, 2020), "bail"),
    ("year:>=2020", year(2020, None), ""),
    ("year:>2020", year(2021, None), ""),
    ("year:<=2020", year(None, 2020), ""),
    ("year:<2020", year(None, 2019), ""),
    ("year:2020, bail", year(2020, 2020), ", bail"),
    ("year:2020 OR year:2022", Or((year(2020, 2020), year(2022, 2022))), ""),
    ("(year:2020)", year(2020, 2020), ""),
    # Capitals all over say nothing, but beside a quotation mark, a field or within brackets operators are meant.
    ('BAIL AND "MURDER OF CHILD"', And((Word("BAIL"), phrase("MURDER OF CHILD"))), "BAIL MURDER OF CHILD"),
    ("BAIL AND judge:EXAMPLE", And((Word("BAIL"), Field("judge", Word("EXAMPLE")))), "BAIL EXAMPLE"),
    ("(BAIL AND MURDER)", And(words("BAIL MURDER")), "BAIL MURDER"),
    ("NAB AND bail", And(words("NAB bail")), "NAB bail"),
    # Urdu: letters without capitals, other quotation marks, other digits, marks that only turn the writing.
    ("ضمانت AND قتل", And(words("ضمانت قتل")), "ضمانت قتل"),
    ("ضمانت NOT قتل", Not(Word("قتل")), "ضمانت"),
    ("“ضمانت قبل از گرفتاری” قتل", phrase("ضمانت قبل از گرفتاری"), "ضمانت قبل از گرفتاری قتل"),
    ("«ضمانت قبل از گرفتاری»", phrase("ضمانت قبل از گرفتاری"), "ضمانت قبل از گرفتاری"),
    ("year:۲۰۲۳ ضمانت", year(2023, 2023), "ضمانت"),
    ("year:٢٠٢٠..٢٠٢٤", year(2020, 2024), ""),
    ("title:ضمانت، قتل", Field("title", Word("ضمانت")), "ضمانت، قتل"),
    ("\u200fضمانت\u200f OR \u200fقتل\u200f", Or(words("ضمانت قتل")), "\u200fضمانت\u200f \u200fقتل\u200f"),
    ("فوراً AND قتل", And(words("فوراً قتل")), "فوراً قتل"),
]

PLAIN = [
    "",
    "   ",
    "bail",
    "bail and murder or theft not robbery",
    "what is pre-arrest bail?",
    "bail & murder",
    "bail - murder -",
    "Khan -vs- State",
    "BAIL -MURDER",
    "year: soon",
    "Title: the appeal of the board -in person- about rent and the other things that it asks the court to do",
    "W.P. 1/2024 Service (SB)",
    "PLC (CS) 2010",
    "section 497(2) and 9(c)",
    "(2) (a",
    "a) first b) second",
    "((bail)",
    "()",
    "Khan v. State s/o Khan u/s 302/34",
    "at 10:30 and 11:45",
    "https://example.org/title:x?year:2020",
    "Re: Example Board",
    "Note: bail granted",
    "jugde: Example",
    "title:- bail",
    "the petitioner's and the respondents' houses",
    "5* hotel and 10 * 3",
    "bail ** murder * theft",
    "BAIL AND MURDER OF CHILD",
    "EXAMPLE BOARD AND OTHERS",
    "EXAMPLE VS STATE AND ANOTHER",
    "M/s EXAMPLE LTD VS EXAMPLE BOARD AND CHAIRMAN",
    "EXAMPLE (ONE AND TWO ADV) VS BOARD",
    "Example Board AND others",
    "Example VS State AND Ors.",
    "WAS NOT ARRESTED OR CHARGED",
    "Rule 37 AND Rule 38 of the rules that the board made for the banks of the whole country in 1956",
    "۱۲۳ ضمانت قبل از گرفتاری",
    "ضمانت (قتل) : درخواست",
]

LIKE_OPERATORS = [
    ("plea of NOT guilty", "NOT at character 9 was read as a word; write NOT (guilty)"),
    ("pleaded NOT guilty", "NOT at character 9 was read as a word"),
    ("accused is NOT guilty of murder", "NOT at character 12 was read as a word"),
    ("petition NOT maintainable", "NOT at character 10 was read as a word"),
    ("NOT guilty", "NOT at character 1 was read as a word"),
    ("whether allowed or NOT", "NOT at character 20 was read as a word"),
    ("bail -302", "minus at character 6 was read as a dash; write NOT 302"),
    ("order NOT a speaking order", "NOT at character 7 was read as a word"),
    ("Khan v State -rent", "minus at character 14 was read as a dash; write NOT rent"),
    ("wp 12/2023 -murder", "minus at character 12 was read as a dash; write NOT murder"),
    ("email a@x.com phone 051-92 ref 1(2) of Admn -II dated now", "minus at character 45 was read as a dash"),
    ("Subject: bail application", "subject: at character 1 has a blank behind it and was read as a word"),
    ("Judge: Justice Example", "judge: at character 1 has a blank behind it"),
    ("tenant w/5 default", "w/5 at character 8 is no operator"),
    ("tenant NEAR default", "NEAR at character 8 is no operator"),
    ("note:bail", "note: at character 1 is no field"),
    ("Form No:12", "No: at character 6 is no field"),
    ("judge:", "judge: at character 1 has nothing behind it and was read as a word; write judge:..."),
    ("bail Status: ", "status: at character 6 has nothing behind it"),
    ("*tion", "*tion at character 1 was read as plain words: a * stands for letters at the end of a word alone"),
    ("bail con*tion", "con*tion at character 6 was read as plain words"),
    ("bail~5", "bail~5 at character 1 was read as plain words: a ~ stands behind a quotation mark"),
    ("bail~ murder", "bail~ at character 1 was read as plain words"),
    ("*" + "z" * 300, f"*{'z' * 78}… at character 1"),
    ("z" * 300 + ":foo", f"{'z' * 79}… at character 1 is no field"),
]

WRONG = [
    ('6" pipe', "quotation mark at character 2 stands behind a word"),
    ('6" and 8" pipes', "quotation mark at character 2 stands behind a word"),
    ('"pre-arrest bail', "quotation mark at character 1 is never closed"),
    ("bail AND “murder", "quotation mark at character 10 is never closed"),
    ('"a b" "', "quotation mark at character 7 is never closed"),
    ('"" bail', "quotation marks at character 1 hold no word"),
    ('"..." bail', "quotation marks at character 1 hold no word"),
    ('title:""', "quotation marks at character 7 hold no word"),
    ("bail AND", "AND at character 6 has nothing behind it"),
    ("AND bail", "AND at character 1 has nothing before it"),
    ("bail AND OR murder", "AND at character 6 has OR behind it, where a word should stand"),
    ("bail AND &", "AND at character 6 has nothing behind it"),
    ("bail NOT", "NOT at character 6 has nothing behind it"),
    ("NOT AND bail", "NOT at character 1 has AND behind it"),
    ("NOT", "NOT at character 1 has nothing behind it, where a word should stand"),
    ("AND OR", "AND at character 1 has nothing before it and OR behind it, where words should stand"),
    ("OR", "OR at character 1 has nothing before it and nothing behind it"),
    ("OR bail", "OR at character 1 has nothing before it, where a word should stand"),
    ("(OR bail) AND murder", "OR at character 2 has nothing before it"),
    ("bail AND ()", "brackets at character 10 hold nothing"),
    ("bail AND (murder", "bracket at character 10 is never closed"),
    ("bail AND ((murder) OR theft", "bracket at character 10 is never closed"),
    ("bail OR murder)", "closing bracket at character 15 was never opened"),
    (") bail AND murder", "closing bracket stands at the beginning"),
    ("title:(", "bracket at character 7 is never closed"),
    ("jugde:Example", "unknown field 'jugde' at character 1; did you mean 'judge'"),
    ("bail Tittle:Example", "unknown field 'Tittle' at character 6; did you mean 'title'"),
    ("yaer:2020", "did you mean 'year'"),
    ("advocates:Khan", "did you mean 'advocate'"),
    ("counsel:Khan AND bail", "unknown field 'counsel' at character 1; did you mean 'advocate'"),
    ("title:NOT bail", "title: at character 1 has NOT behind it, where a word should stand; write NOT title:"),
    ("title: OR bail", "title: at character 1 has OR behind it"),
    ("bail ||", r"\|\| at character 6 has nothing behind it"),
    ("ab* bail", r"ab\* at character 1 would stand for too many words; write at least 3 letters"),
    ("title:a*", r"a\* at character 7"),
    ("year:soon", "year: at character 1 expects a year"),
    ('year:"2020"', "year: at character 1 expects a year"),
    ("bail year:20", "year: at character 6 expects a year"),
    ("year:..", "year: at character 1 expects a year"),
    ("year:2024..2020", "year: at character 1 goes from 2024 back to 2020"),
    (" AND ".join(["bail"] * 201), "the query has 202 terms and operators, and at most 200"),
    ("(" * 40 + "bail AND murder" + ")" * 40, "more than 30 deep at character 31"),
    ("NOT " * 40 + "bail", "more than 30 deep"),
    ("title:" + "(" * 40 + "bail" + ")" * 40, "more than 30 deep"),
]


@pytest.mark.parametrize(("query", "expression", "plain"), WITH_OPERATORS)
def test_operators_are_read(query, expression, plain):
    reading = read_expression(query)

    assert reading.problems == ()
    assert reading.expression == expression
    assert reading.plain == plain


@pytest.mark.parametrize("query", PLAIN)
def test_a_query_in_plain_words_has_no_operators(query):
    assert read_expression(query) == Reading(None, query)


@pytest.mark.parametrize(("query", "note"), LIKE_OPERATORS)
def test_what_looks_like_an_operator_and_is_a_word_is_told(query, note):
    reading = read_expression(query)

    assert (reading.expression, reading.plain, len(reading.problems)) == (None, query, 1)
    assert note in reading.problems[0]


@pytest.mark.parametrize("distance", ["~", "~x", "~5x", "~-1"])
def test_a_distance_that_is_no_number_is_told(distance):
    reading = read_expression(f'bail "same pay"{distance}')

    assert reading.expression == phrase("same pay")
    assert f"{distance} at character 16 was read as plain words: a ~ wants a number behind it" in reading.problems[0]


def test_a_small_or_beside_operators_joins_nothing_and_is_told():
    reading = read_expression("(tenant or default) AND bail")

    assert reading.expression == And((Word("tenant"), Word("default"), BAIL))
    assert reading.problems == ("or at character 9 is a word and joins nothing; write OR for either",)
    assert read_expression("tenant or default").problems == ()


def test_a_note_on_one_word_leaves_the_operators_beside_it_as_they_are():
    reading = read_expression('"same pay" per:bail')

    assert reading.expression == phrase("same pay")
    assert "per: at character 12 is no field" in reading.problems[0]


@pytest.mark.parametrize("query", ["NOT murder", "-murder", "-murder -theft", "NOT(bail murder)", "NOT wp 12/2023"])
def test_a_query_that_only_leaves_out_says_that_all_others_are_listed(query):
    reading = read_expression(query)

    assert reading.expression is not None
    assert (reading.plain, reading.problems) == ("", (LEAVES_OUT,))


@pytest.mark.parametrize(("query", "problem"), WRONG)
def test_operators_used_wrongly_are_plain_words_and_a_reason(query, problem):
    reading = read_expression(query)

    assert reading.expression is None
    assert reading.plain == query
    assert re.search(problem, reading.problems[0])
    assert reading.problems[0].endswith(PLAIN_WORDS)


@pytest.mark.parametrize(
    "parts",
    [("bail", "-murder"), ("wp 1/2023", "NOT murder", "bail", "wp 2/2023"), ("u/s 497 CrPC", "NOT (murder)", "bail")]
    + [("judge:Example", "NOT murder", "bail"), ('"same pay"', "NOT murder", "302 PPC")],
)
def test_the_order_of_what_stands_side_by_side_changes_nothing(parts):
    def asked(each: Iterable[str]) -> frozenset[object]:
        """What the query wants, whatever the order."""
        expression = read_expression(" ".join(each)).expression
        nodes = expression.nodes if isinstance(expression, And) else (expression,)
        return frozenset(frozenset(node.nodes) if isinstance(node, Or) else node for node in nodes)

    assert len({asked(each) for each in itertools.permutations(parts)}) == 1


def test_words_that_name_a_filter_are_no_part_of_the_expression():
    query = "bail AND pending AND (Justice Example) -tax"
    places = [(query.index(word), query.index(word) + len(word)) for word in ("pending", "Justice Example")]
    reading = read_expression(query, filters=places)

    assert reading.expression == And((BAIL, Not(Word("tax"))))
    assert " ".join(reading.plain.replace("(", " ").replace(")", " ").split()) == "bail"
    assert read_expression("pending AND decided", filters=[(0, 7), (12, 19)]).expression is None
    assert read_expression("bail Justice Noor -Ul-Example", filters=[(5, 30)]).expression is None


def test_an_unknown_field_names_all_there_are():
    (problem,) = read_expression("sttaus:x").problems

    assert all(name in problem for name in FIELDS)


def test_spans_are_those_of_the_given_text():
    query = '  «ضمانت» AND title:(tax* OR NOT "a b"~5) AND year:۲۰۲۰..'
    expression = read_expression(query).expression

    assert [query[slice(*node.span)] for node in nodes_of(expression)] == [
        query.strip(),
        "«ضمانت»",
        'title:(tax* OR NOT "a b"~5)',
        '(tax* OR NOT "a b"~5)',
        "tax*",
        'NOT "a b"~5',
        '"a b"~5',
        "year:۲۰۲۰..",
        "۲۰۲۰..",
    ]


PIECES = st.sampled_from(
    [
        "AND",
        "OR",
        "NOT",
        "(",
        ")",
        '"',
        "“",
        "»",
        "-",
        "~5",
        "*",
        ":",
        ".",
        "title:",
        "year:",
        "jugde:",
        "section:",
        "number:",
        "party: ",
        "|",
        "&&",
        "wp 1/2025",
        "2020",
        ">=",
        "..",
    ]
    + ["bail", "murder", "497(2)", "W.P.", "قتل", "the", "u/s", " ", " ", "\u200f", "\x00", "\ud800", "İ", "ß"]
)
STRINGS = st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=40).map("".join), st.lists(PIECES).map(" ".join))


@settings(max_examples=300, deadline=None)
@given(STRINGS)
def test_every_string_has_a_reading(query):
    reading = read_expression(query)

    if reading.expression is None:
        assert reading.plain == query
    else:
        assert not any(PLAIN_WORDS in problem for problem in reading.problems)
        assert set("".join(reading.plain.split())) <= set(query)


@settings(max_examples=300, deadline=None)
@given(STRINGS)
def test_spans_lie_in_the_text_and_within_each_other_in_order(query):
    expression = read_expression(query).expression
    for node in nodes_of(expression) if expression is not None else ():
        start, end = node.span
        assert 0 <= start < end <= len(query)
        inner = [child.span for child in children_of(node)]
        assert all(start <= left and right <= end for left, right in inner)
        assert all(before[0] <= after[0] for before, after in itertools.pairwise(inner))
        if isinstance(node, Word):
            assert query[start:end] == node.text
        if isinstance(node, Prefix):
            assert query[start:end] == node.stem + "*"


@settings(max_examples=200, deadline=None)
@given(st.text(st.characters(exclude_characters='"“”„‟«»＂:*-|&', exclude_categories=["Lu"])))
def test_without_capitals_and_signs_every_query_is_plain(query):
    reading = read_expression(query)

    assert (reading.expression, reading.plain) == (None, query)


@settings(max_examples=30, deadline=None)
@given(
    st.sampled_from(
        ["(", ")", "()", "((a) ", "NOT ", "NOT(", "-", '"a"-', "title:(", "a(", '"', '"a" ', "AND ", "a OR "]
    )
)
@example("a AND (")
def test_a_long_query_of_one_piece_is_read(piece):
    for query in (piece * (4000 // len(piece)), "a AND " + piece * (3990 // len(piece)) + " OR b"):
        reading = read_expression(query)

        assert reading.expression is None or sum(1 for _ in nodes_of(reading.expression)) <= NODES_MAX


def test_as_many_brackets_as_are_allowed_are_read():
    depth = DEPTH_MAX - 1
    query = "(" * depth + "bail OR murder" + ")" * depth

    assert read_expression(query).expression == Or((BAIL, MURDER))


def test_plain_words_beside_a_phrase_do_not_count_as_terms():
    query = '"pre-arrest bail" ' + "word " * 500

    assert read_expression(query).expression == phrase("pre-arrest bail")


LEAVES = st.one_of(
    st.sampled_from(["bail", "murder", "497(2)", "قتل"]).map(Word),
    st.lists(st.sampled_from(["tax", "refund", "W.P."]), min_size=1, max_size=3).map(
        lambda found: Phrase(tuple(found))
    ),
    st.builds(lambda slop: phrase("tenant default", slop), st.integers(0, 30)),
    st.just(Prefix("constitut")),
    st.just(number("W.P. 12/2023", 12, 2023, "WP")),
    st.just(Field("section", named("302 PPC"))),
    st.just(named("2019 SCMR 45")),
    st.just(Field("judge", Word("Example"))),
    st.just(year(2020, 2022)),
)


def more(inner: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    several = st.lists(inner, min_size=2, max_size=3)
    return st.one_of(several.map(all_of), several.map(any_of), inner.map(Not))


def written(node: Node) -> str:
    """Write *node* as somebody who trusts no precedence."""
    match node:
        case Word(text):
            return text
        case Phrase(found, slop):
            return f'"{" ".join(found)}"' + ("" if slop is None else f"~{slop}")
        case Prefix(stem):
            return f"{stem}*"
        case Numbered(found, _):
            return f'"{" ".join(found)}"'
        case Referred(found, _):
            return f'"{" ".join(found)}"'
        case Field("year", YearRange(first, last)):
            return f"year:{first}..{last}"
        case Field(name, value):
            return f"{name}:({written(value)})"
        case Not(inner):
            return f"NOT ({written(inner)})"
        case And(nodes) | Or(nodes):
            joint = " AND " if isinstance(node, And) else " OR "
            return joint.join(f"({written(each)})" for each in nodes)


@settings(max_examples=150, deadline=None)
@given(st.recursive(LEAVES, more, max_leaves=12), st.recursive(LEAVES, more, max_leaves=4))
def test_what_is_written_is_read_again(first, second):
    expression = all_of([first, second])

    assert read_expression(written(expression)).expression == expression


@pytest.mark.parametrize("query", ["W.P. Nos. 1 AND 2 of 2025", "wp 1/2025 AND wp 2/2025", "WP 1/2025 OR WP 2/2025"])
def test_and_between_case_numbers_is_a_list_of_them_and_no_operator(query):
    reading = read_expression(query)

    assert (reading.expression, reading.problems) == (None, ())
