"""The reader: what a query says, against the names of one index; nothing is hidden by a word that was not meant so."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.identifiers.judge_names import JudgeNames
from search.query.grammar import LEAVES_OUT
from search.query.reader import QueryReader
from search.query.said import BOTH_STATUSES
from search.text.compounds import Compounds
from search.text.spellings import SpellingIndex, same_name
from search.text.tokenise import analyse
from search.types import Filters

JUDGE = "Honourable Mr. Justice Zarak Invented"
MARCH = (datetime.date(2023, 3, 1), datetime.date(2023, 3, 31))
KNOWN = frozenset({"muhammad", "zarak", "bail", "rent"})


@pytest.fixture(scope="module")
def reader() -> QueryReader:
    return QueryReader(
        judges=JudgeNames([JUDGE, "Mr. Justice Other Example"], same_name=same_name),
        spellings=SpellingIndex([("muhammad", 90), ("mohammad", 12), ("zarak", 3), ("chaudhry", 5)]),
        is_known=KNOWN.__contains__,
        case_types=("CR", "CRL MISC", "ICA", "LA", "MR", "WP"),
        today=lambda: datetime.date(2024, 6, 1),
    )


PIECES = (
    *("bail", "pending", "decided", "Justice Zarak Invented", "2021..2023", "wp 5/2023", "u/s 497 CrPC", "NOT", "AND"),
    *(
        "OR",
        "-tax",
        "(",
        ")",
        '"rent"',
        "judge:zarak",
        "section: 302, 34 PPC",
        "2019 SCMR 45",
        "FIR 7/2020",
        "&&",
        "||",
        "Justice Zarak -Invented",
    ),
)


def kinds_of(read) -> list[tuple[str, str, str]]:
    return [(entity.kind, entity.text, entity.value) for entity in read.understanding.entities]


def test_the_dash_within_a_judges_name_leaves_nothing_out(reader):
    judges = JudgeNames(["Mr. Justice Zarak-ul-Invented N. Example"], same_name=same_name)
    read = replace(reader, judges=judges).read("rent 2014 Justice Zarak -Ul-Invented N. Example")

    assert read.said.judge
    assert read.expression is None
    assert read.parsed.terms == ("rent",)


def test_parts_of_a_query_are_understood_in_their_places(reader):
    query = "Explain the judgment in Zarak v State u/s 497(2) crpc W.P. 5/2023"
    read = reader.read(query)

    assert kinds_of(read) == [
        ("wrapper", "Explain the judgment in", ""),
        ("party", "Zarak", ""),
        ("party", "State", read.understanding.entities[2].value),
        ("section", "u/s 497(2) crpc", "CrPC s 497(2)"),
        ("case number", "W.P. 5/2023", "WP 5/2023"),
    ]
    assert all(query[entity.start : entity.end] == entity.text for entity in read.understanding.entities)


@pytest.mark.parametrize(
    ("query", "wrapper"),
    [
        ("last year which bench heard Zarak v State", ["which bench heard"]),
        ("case about Justice Zarak Invented", ["case about"]),
    ],
)
def test_the_words_that_only_put_a_question_are_those_that_are_left_out(reader, query, wrapper):
    read = reader.read(query)

    assert [text for kind, text, _ in kinds_of(read) if kind == "wrapper"] == wrapper
    assert "case" not in read.parsed.terms


@pytest.mark.parametrize(
    ("query", "citations", "sections"),
    [
        ("2019 SCMR 45 & 67 last year", ("2019 SCMR 45", "2019 SCMR 67"), ()),
        ("498-A pending NOT murder", (), ("s 498-A",)),
    ],
)
def test_references_are_read_as_if_the_words_that_filter_were_not_there(reader, query, citations, sections):
    read = reader.read(query)

    assert (read.parsed.citations, read.parsed.sections) == (citations, sections)


def test_words_that_name_a_filter_filter_and_do_not_rank(reader):
    read = reader.read("pending bail matters before Justice Zarak Invented")

    assert (read.said.status, read.said.judge) == (("Pending",), (JUDGE,))
    assert "pend" not in read.parsed.terms
    assert "zarak" not in read.parsed.terms
    assert "bail" in read.parsed.terms


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("rent cases 2021..2023", Filters(year_from=2021, year_to=2023)),
        ("rent after 1 March 2024", Filters(date_from=datetime.date(2024, 3, 2))),
        ("Justice Zarak Invented 2023 bail", Filters(judge=(JUDGE,), year_from=2023, year_to=2023)),
        ("rent 2023", Filters()),
        ("bail after arrest", Filters()),
    ],
)
def test_a_period_filters_where_it_is_clearly_one(reader, query, expected):
    assert reader.read(query).said == expected


@pytest.mark.parametrize(
    "query", ["is W.P. 5/2023 pending", "W.P. 5/2023 before Justice Zarak Invented", "W.P. 5/2023 2024..2025"]
)
def test_beside_a_case_number_no_word_is_a_filter(reader, query):
    assert reader.read(query).said == Filters()


@pytest.mark.parametrize(
    ("query", "ranks", "restricts"),
    [
        ("all cases", False, True),
        ("pending", False, True),
        ("pending cases", False, True),
        ("pending rent cases", True, False),
        ("rent", True, False),
        ("???", True, False),
    ],
)
def test_words_that_ask_for_nothing_list_all_that_passes(reader, query, ranks, restricts):
    read = reader.read(query)

    assert (read.ranks, read.restricts) == (ranks, restricts)


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("ICA", Filters(case_type=("ICA",))),
        ("Writ Petitions", Filters(case_type=("WP",))),
        ("رٹ پٹیشن", Filters(case_type=("WP",))),
        ("list all murder references", Filters(case_type=("MR",))),
        ("pending writ petitions and ICAs", Filters(status=("Pending",), case_type=("WP", "ICA"))),
        ("زیر سماعت رٹ پٹیشن", Filters(status=("Pending",), case_type=("WP",))),
        ("murder references 2023", Filters(case_type=("MR",), year_from=2023, year_to=2023)),
        ("W.P. of 2023", Filters(case_type=("WP",), year_from=2023, year_to=2023)),
        ("C.R. before Justice Zarak Invented", Filters(case_type=("CR",), judge=(JUDGE,))),
        ("show me the pending writ petitions in Islamabad High Court", Filters(status=("Pending",), case_type=("WP",))),
        ("writ petitions -service", Filters(case_type=("WP",))),
        ("murder references 2020 and 2023", Filters(case_type=("MR",), year=("2020", "2023"))),
        ("writ petition 2023", Filters(case_type=("WP",), year_from=2023, year_to=2023)),
        ("wp 2023", Filters(case_type=("WP",), year_from=2023, year_to=2023)),
        ("ICA March 2023", Filters(case_type=("ICA",), date_from=MARCH[0], date_to=MARCH[1])),
        ("ica or wp", Filters(case_type=("ICA", "WP"))),
        ("WPs", Filters(case_type=("WP",))),
        ("رٹ پٹیشنز", Filters(case_type=("WP",))),
        ("intra court appeal pending", Filters(status=("Pending",), case_type=("ICA",))),
        ("pending ICAs", Filters(status=("Pending",), case_type=("ICA",))),
        ("pending ICAs before Justice Zarak Invented", Filters(("ICA",), judge=(JUDGE,), status=("Pending",))),
        ("Justice Zarak Invented's writ petitions", Filters(case_type=("WP",), judge=(JUDGE,))),
        ("Justice Zarak Invented ki rit petition", Filters(case_type=("WP",), judge=(JUDGE,))),
        ("zer e samaat rit petition", Filters(status=("Pending",), case_type=("WP",))),
        ("please find the latest writ petitions", Filters(case_type=("WP",))),
        ("which ICAs are pending", Filters(status=("Pending",), case_type=("ICA",))),
        ("pending or decided ICAs", Filters(case_type=("ICA",))),
    ],
)
def test_a_case_type_filters_where_nothing_else_is_asked_for(reader, query, said):
    read = reader.read(query)

    assert read.said == said
    assert (read.ranks, read.restricts) == (False, True)
    assert ("case type", "filter") in [(entity.kind, entity.effect) for entity in read.understanding.entities]


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("pending 2023", Filters(status=("Pending",), year_from=2023, year_to=2023)),
        ("pending cases before Justice Zarak Invented", Filters(judge=(JUDGE,), status=("Pending",))),
        ("تمام زیر سماعت مقدمات", Filters(status=("Pending",))),
        ("Justice Zarak Invented's pending cases", Filters(judge=(JUDGE,), status=("Pending",))),
        ("bail pending trial", Filters()),
        ("decided by the trial court", Filters()),
        ("suit", Filters()),
        ("suits pending", Filters(status=("Pending",))),  # no suit is here: a word
        ("ICA against the judgment of Justice Zarak Invented", Filters()),
        ("appeal from order dated 01.02.2023 passed by Justice Zarak Invented", Filters()),
    ],
)
def test_words_are_filters_where_a_query_has_no_others(reader, query, said):
    assert reader.read(query).said == said


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("writ petitions about promotion", ["writ petitions"]),
        ("Zarak v State Crl. Misc.", ["Crl. Misc."]),
        ("bail applications", ["bail applications"]),  # one subject of a type
        ("land acquisition", ["land acquisition"]),
        ("case law on murder reference", ["murder reference"]),
        ("ICA March 2020 April 2021", ["ICA"]),
        ("MR 1947", ["MR"]),  # the year of an act
        ("jail appeals", ["jail appeals"]),  # there is none here: the words may find others
        ("complaint", []),  # said of any case
        ("suit", []),
        ("wp 5/2023", []),  # part of a number
        ("which case discusses a writ petition", ["writ petition"]),
    ],
)
def test_a_case_type_ranks_beside_other_words(reader, query, shown):
    read = reader.read(query)
    types = [(entity.text, entity.effect) for entity in read.understanding.entities if entity.kind == "case type"]

    assert read.said.case_type == ()
    assert types == [(text, "rank") for text in shown]


@pytest.mark.parametrize("query", ["ICA", "pending writ petitions 2023"])
def test_exact_words_filter_by_no_case_type(reader, query):
    assert reader.read(query, exact=True).said == Filters()


@pytest.mark.parametrize(
    ("query", "terms"),
    [
        ("Civ. Rev. by a tenant", ("civ", "rev", "tenant", "cr")),
        ("Writ petitions on rent", ("writ", "petit", "rent", "wp")),
        ("ICA on rent", ("ica", "rent")),
        ("rent and a writ petition", ("rent", "writ", "petit")),
    ],
)
def test_a_type_that_a_query_begins_with_is_looked_for_as_the_court_writes_it(reader, query, terms):
    assert reader.read(query).parsed.terms == terms


COMPOUNDS = Compounds(["Zarak Ullah VS Bank Alqarsh", "Palwasha VS Zarakullah"])


@pytest.mark.parametrize(
    ("query", "terms", "spellings", "told"),
    [
        ("Zarakullah", ("zarak", "ullah"), {"zarak": ("zarakullah",), "ullah": ("zarakullah",)}, "parted"),
        ("Zarak-Ullah", ("zarak", "ullah"), {"zarak": ("zarakullah",), "ullah": ("zarakullah",)}, "joined"),
        ("Bank Al-Qarsh", ("bank", "al", "qarsh"), {"al": ("alqarsh",), "qarsh": ("alqarsh",)}, "joined"),
    ],
)
def test_a_name_is_found_in_one_word_and_in_two(reader, query, terms, spellings, told):
    read = replace(reader, compounds=COMPOUNDS).read(query)

    assert read.parsed.terms == terms
    assert read.parsed.spellings == spellings
    assert [each.how for each in read.understanding.respelled] == [told]
    assert replace(reader, compounds=COMPOUNDS).read(query, exact=True).parsed.spellings == {}


def test_in_a_sentence_words_in_small_letters_are_no_name(reader):
    read = replace(reader, compounds=COMPOUNDS)

    assert read.read("no one can be al qarsh in a cause of his own").understanding.respelled == ()
    assert read.read("no one can be Al Qarsh in a cause of his own").understanding.respelled != ()


def test_the_sides_of_a_query_have_such_names_too(reader):
    read = replace(reader, compounds=COMPOUNDS).read("Zarakullah v Palwasha")

    assert read.parsed.sides == ((("zarak", "ullah"),), (("palwasha",),))


@pytest.mark.parametrize(
    ("query", "spellings"),
    [
        ("Oil and Gas Regulatory Authority", dict.fromkeys(("oil", "gas", "regulatori", "author"), ("ogra",))),
        ("Ministry of Rent", {"ministri": ("o",)}),
        ("M/o Rent", {"o": ("ministri",)}),
        ("OGRA", {}),
    ],
)
def test_a_public_body_in_full_is_looked_for_by_its_short_name_too(reader, query, spellings):
    assert reader.read(query).parsed.spellings == spellings
    assert reader.read(query, exact=True).parsed.spellings == {}


def test_a_judge_among_the_parties_is_not_told_to_be_unknown(reader):
    assert reader.read("Zarak v Justice Nosuch Name").understanding.problems == ()
    assert reader.read("rent before Justice Nosuch Name").understanding.problems != ()


def test_a_period_of_decided_cases_says_which_date_it_means(reader):
    assert "institution" in reader.read("rent cases decided in 2023").understanding.problems[0]
    assert reader.read("rent cases of 2023 pending").understanding.problems == ()


@pytest.mark.parametrize("query", ["murder cases 2020-2024", "tax year 2022-2023", "session 2019-2023", "2023-2025"])
def test_two_years_are_no_case_number(reader, query):
    assert "case number" not in [kind for kind, _, _ in kinds_of(reader.read(query))]


def test_a_number_that_is_not_pinned_is_not_called_first(reader):
    assert [entity.effect for entity in reader.read("256/2020 bara kahu").understanding.entities] == ["rank"]
    assert [entity.effect for entity in reader.read("wp 256/2020 bara kahu").understanding.entities] == ["first"]


def test_a_number_that_cannot_be_one_is_told(reader):
    (problem,) = reader.read("wp 1/1925").understanding.problems

    assert "1925" in problem


@pytest.mark.parametrize(
    ("query", "court"),
    [
        ("W.P. 1/2024 of the Supreme Court", "Supreme Court"),
        ("Lahore High Court W.P. 1/2024", "Lahore High Court"),
        ("W.P. 1/2024, High Court of Sindh", "High Court of Sindh"),
        ("W.P. 1/2024 LHC", "LHC"),
        ("W.P. 1/2024, 2/2024 and 3/2024 of the Lahore High Court", "Lahore High Court"),
        ("W.P. Nos. 1 to 50 of 2024 of the Lahore High Court", "Lahore High Court"),
    ],
)
def test_a_number_of_a_court_that_the_index_does_not_have_is_told_once(reader, query, court):
    (problem,) = reader.read(query).understanding.problems

    assert f"the {court} is named beside it" in problem
    assert replace(reader, courts=(court,)).read(query).understanding.problems == ()


@pytest.mark.parametrize(
    "query",
    [
        "W.P. 1/2024 of the Islamabad High Court",
        "appeal from the Sessions Court in Crl. Appeal 3/2022",
        "Crl. Appeal 5/2024, Supreme Court judgment on bail",
        "R.A. 4/2024 (Appellate Tribunal)",
        "Punjab W.P. 1/2024",
    ],
)
def test_a_court_beside_a_number_is_not_always_its_own(reader, query):
    assert reader.read(query).understanding.problems == ()


def test_a_judge_whom_no_case_names_is_told(reader):
    read = reader.read("rent cases of Justice Nosuch Name")

    assert read.said == Filters()
    assert "no judge of the cases here is called 'Nosuch Name'" in read.understanding.problems[0]


def test_numbers_that_are_too_many_are_told(reader):
    read = reader.read(f"W.P. Nos. {', '.join(map(str, range(1, 321)))} of 2024")

    assert len(read.parsed.numbers) == 300
    assert "only the first 300 case numbers" in read.understanding.problems[0]


def test_exact_takes_words_as_they_are(reader):
    read = reader.read("pending Mohd 2021..2023", exact=True)

    assert read.said == Filters()
    assert read.parsed.spellings == {}
    assert read.understanding.respelled == ()


def test_another_spelling_is_looked_up_and_shown(reader):
    (word,) = reader.read("Mohd v State").understanding.respelled

    assert (word.text, word.start, word.how) == ("Mohd", 0, "spelling")
    assert word.read_as[0] == "muhammad"


@pytest.mark.parametrize(
    ("query", "respelled"),
    [
        ("Ch. Zarak", {"ch": ("chaudhri",)}),
        ("MD. ZARAK V STATE", {"md": ("muhammad", "mohammad")}),
        ("md zarak", {"md": ("muhammad", "mohammad")}),
        ("zarak v MD", {}),
        ("zarak of mo", {}),
    ],
)
def test_a_short_spelling_of_the_table_is_looked_up_unless_it_is_an_abbreviation(reader, query, respelled):
    assert reader.read(query).parsed.spellings == respelled


@pytest.mark.parametrize(
    ("query", "term"),
    [("رٹ پٹیشن", "writ"), ("درخواست ضمانت", "bail"), ("فوجداری نگرانی", "revis"), ("سرکار", "state")],
)
def test_what_is_said_in_urdu_ranks_by_its_english_words_too(reader, query, term):
    assert term in reader.read(query).parsed.terms


def test_a_word_in_quotes_is_not_respelled(reader):
    assert reader.read('"Mohd" rent').understanding.respelled == ()


def test_a_word_that_the_index_knows_is_no_slip(reader):
    assert reader.read("zarakk bail").understanding.respelled[0].read_as == ("zarak",)
    assert reader.read("zarak bail").understanding.respelled == ()


def test_several_firs_of_one_police_station_have_one_chip_for_it(reader):
    read = reader.read("FIR No. 1/2020, 2/2020 PS Kohsar bail")

    assert [(kind, value) for kind, _, value in kinds_of(read)] == [
        ("FIR", "1/2020"), ("FIR", "2/2020"), ("police station", "Kohsar"),
    ]  # fmt: skip


def test_a_slip_goes_to_a_legal_term_only_where_the_index_has_it(reader):
    assert reader.read("injuction").understanding.respelled == ()
    (word,) = replace(reader, is_known=lambda term: term == "injunct").read("injuction").understanding.respelled

    assert (word.read_as, word.how) == (("injunction",), "distance")


def test_operators_restrict_and_words_rank(reader):
    read = reader.read('"pre-arrest bail" NOT rent')

    assert read.expression is not None
    assert "rent" not in read.parsed.terms
    assert [entity.kind for entity in read.understanding.entities] == ["operator"]


@pytest.mark.parametrize(
    "query",
    [
        '"The order was set aside on the sole ground of delay in its making."',
        'the words "as far as possible" in the rule do not take away what the statute gives to a tenant',
    ],
)
def test_quotation_marks_in_a_copied_passage_restrict_nothing(reader, query):
    read = reader.read(query)

    assert read.expression is None
    assert "copied passage" in read.understanding.problems[0]


def test_phrases_that_are_joined_restrict_in_a_long_query_too(reader):
    query = '"the order was set aside" AND "on the sole ground of delay in its making"'

    assert reader.read(query).expression is not None


def test_the_place_of_an_operator_holds_its_brackets(reader):
    query = "bail AND (rent OR NOT theft)"

    assert [entity.text for entity in reader.read(query).understanding.entities] == [query]


def test_operators_used_wrongly_are_plain_words_and_it_is_said(reader):
    read = reader.read('"pre-arrest bail')

    assert read.expression is None
    assert len(read.understanding.problems) == 1
    assert "bail" in read.parsed.terms


def test_an_fir_and_a_citation_name_no_case(reader):
    read = reader.read("fir 123/2024 ps kohsar")

    assert read.parsed.numbers == ()
    assert kinds_of(read) == [("FIR", "fir 123/2024", "123/2024"), ("police station", "ps kohsar", "kohsar")]
    assert [entity.effect for entity in read.understanding.entities] == ["first", "first"]
    assert reader.read("PLD 2019 Isl 45").parsed.citations == ("PLD 2019 Islamabad 45",)
    assert reader.read("2019 SCMR 45, 67").parsed.citations == ("2019 SCMR 45", "2019 SCMR 67")
    assert reader.read("2019 SCMR 45, 302 PPC").parsed.citations == ("2019 SCMR 45",)


def test_an_advocate_is_shown_and_its_words_rank(reader):
    query = "cases argued by Palwasha Example, ASC bail"
    read = reader.read(query)

    assert kinds_of(read) == [("advocate", "argued by Palwasha Example, ASC", "Palwasha Example")]
    assert read.understanding.entities[0].effect == "rank"
    assert read.said == Filters()
    assert read.parsed.terms == tuple(analyse(query))


def test_an_advocate_may_be_a_party_too(reader):
    kinds = kinds_of(reader.read("Palwasha Example Advocate VS Bar Council"))

    assert ("advocate", "Palwasha Example Advocate", "Palwasha Example") in kinds
    assert [kind for kind, _, _ in kinds].count("party") == 2


def test_a_misspelt_judge_filters_nothing_and_is_asked_for(reader):
    read = reader.read("pending bail before Justice Invnted")

    assert (read.said.judge, read.said.status) == ((), ("Pending",))
    assert read.understanding.problems == (
        f"it is not sure which judge 'Invnted' is, and nothing is filtered by it; did you mean {JUDGE!r}?",
    )
    assert reader.read("bail before Justice Invnted", exact=True).understanding.problems == ()
    assert reader.read("wp 5/2023 before Justice Invnted").understanding.problems == ()


def test_a_query_for_both_statuses_says_that_neither_filters(reader):
    read = reader.read("pending or decided")

    assert (read.said.status, read.understanding.problems) == ((), (BOTH_STATUSES,))
    assert reader.read("pending or decided", exact=True).understanding.problems == ()


def test_an_advocate_and_a_judge_are_told_apart(reader):
    read = reader.read("Adv. Palwasha Example before Justice Zarak Invented")

    assert [kind for kind, _, _ in kinds_of(read)] == ["advocate", "judge"]
    assert "palwasha" in read.parsed.terms


def test_the_operator_for_advocates_is_an_operator_alone(reader):
    assert [kind for kind, _, _ in kinds_of(reader.read('advocate:"Palwasha Example"'))] == ["operator"]


@pytest.mark.parametrize(
    ("query", "unwritten"),
    [
        ("محمد عمران بنام سرکار", "محمد, عمران"),
        ("دفعہ ۳۰۲ ت پ", ""),
        ("رٹ پٹیشن نمبر ۵/۲۰۲۳", ""),
        ("رٹ پٹیشن", ""),
        ("زیر سماعت رٹ پٹیشن", ""),
        ("فیصلہ شدہ رٹ پٹیشن", ""),
        ("زیر التواء", ""),
        ("زیر التواء اپیل کے خلاف درخواست ضمانت", ""),
        ("ضمانت", ""),
        ("سرکار", ""),
        ("جسٹس عمران", "عمران"),
        ("وکیل محمد عمران", "محمد, عمران"),
        ("zarak v سرکار", ""),
        ("zarak bail", ""),
    ],
)
def test_words_in_urdu_that_no_case_has_are_told(reader, query, unwritten):
    problems = reader.read(query).understanding.problems

    assert [unwritten in problem for problem in problems] == ([True] if unwritten else [])


@given(st.text(max_size=300))
def test_any_text_has_a_reading_and_places_lie_inside_it(text):
    read = READER.read(text)

    for entity in (*read.understanding.entities, *read.understanding.respelled):
        assert 0 <= entity.start < entity.end <= len(text)


READER = QueryReader(
    judges=JudgeNames([JUDGE], same_name=same_name),
    spellings=SpellingIndex([("muhammad", 9)]),
    is_known=KNOWN.__contains__,
    case_types=("MR", "WP"),
    today=lambda: datetime.date(2024, 6, 1),
)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("bail AND pending", Filters(status=("Pending",))),
        ("Justice Zarak Invented -tax", Filters(judge=(JUDGE,))),
        ("NOT tax Justice Zarak Invented", Filters(judge=(JUDGE,))),
        ("bail AND Justice Zarak Invented", Filters(judge=(JUDGE,))),
        ("Justice Zarak Invented AND bail AND 2021..2023", Filters(judge=(JUDGE,), year_from=2021, year_to=2023)),
        ('"pre-arrest bail" pending', Filters(status=("Pending",))),
        ("judge:example pending", Filters(status=("Pending",))),
        ("judge:example 2023", Filters(year_from=2023, year_to=2023)),
        ("party:example 2023", Filters()),
        ("pending -wp 5/2023", Filters(status=("Pending",))),
        ("pending NOT tax wp 5/2023", Filters()),
        ("bail OR pending", Filters()),
        ("bail NOT pending", Filters()),
        ('"pending" bail', Filters()),
        ("status:pending bail", Filters()),
    ],
)
def test_filters_in_words_hold_beside_operators(reader, query, expected):
    assert reader.read(query).said == expected
    assert reader.read(query, exact=True).said == Filters()


def test_a_filter_beside_operators_is_in_its_place_and_no_word(reader):
    query = "bail AND (tax OR rent)  AND  pending"
    read = reader.read(query)

    assert [entity.text for entity in read.understanding.entities] == [query, "pending"]
    assert read.understanding.entities[1].start == query.index("pending")
    assert "pend" not in read.parsed.terms


@pytest.mark.parametrize("query", ["NOT pending", "bail OR Decided", "bail AND NOT (pending)"])
def test_a_status_that_an_operator_makes_a_word_is_told(reader, query):
    assert any("for the status" in problem for problem in reader.read(query).understanding.problems)
    assert reader.read(query.replace("pending", "status:pending").replace("Decided", '"x"')).understanding.problems in (
        (), (LEAVES_OUT,)
    )  # fmt: skip


def test_operators_alone_may_name_filters(reader):
    read = reader.read("pending AND Justice Zarak Invented")

    assert (read.expression, read.restricts, read.ranks) == (None, True, False)
    assert read.said == Filters(status=("Pending",), judge=(JUDGE,))


@pytest.mark.parametrize(
    ("query", "restricts"),
    [
        ("bail -tax", False),
        ("-tax bail", False),
        ("the -tax", True),
        ("all cases -tax", True),
        ("-tax", True),
        ("bail AND NOT tax", True),
        ('"bail" -tax', True),
        ("wp 5/2023 NOT tax", True),
        ("497 CrPC NOT tax", False),
    ],
)
def test_what_is_left_out_is_taken_from_what_the_other_words_find(reader, query, restricts):
    assert reader.read(query).restricts is restricts


def test_what_is_left_out_is_not_understood_as_wanted(reader):
    read = reader.read("rent NOT 2019 SCMR 45")

    assert [entity.kind for entity in read.understanding.entities] == ["operator"]
    assert read.parsed.citations == ()
    assert reader.read("Zarak v State NOT bail").understanding.entities[1].text == "State"


def test_another_spelling_beside_operators_is_in_its_place(reader):
    (word,) = reader.read('"bail"  Mohd').understanding.respelled

    assert (word.start, word.end) == (8, 12)


@given(st.lists(st.sampled_from(PIECES)).map(" ".join))
def test_any_use_of_operators_has_a_reading(query):
    read = READER.read(query)

    for entity in read.understanding.entities:
        assert query[entity.start : entity.end] == entity.text
