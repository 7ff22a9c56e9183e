"""Full text agrees with a slow and obvious scan over the texts of the cases."""

from __future__ import annotations

import itertools
import random
import re
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.build import build_snapshot
from search.cases import Hearing
from search.query.expression import And, Field, Not, Or, Phrase, Prefix, Word, YearRange
from search.query.grammar import read_expression
from search.retrieval.fulltext import FullText, UnknownValue
from search.settings import Settings
from search.snapshot.reader import open_snapshot
from search.text.passages import court_text, passages_of
from tests.tiny_corpus import HashEncoder, ListSource, cases_of

VOCABULARY = (
    "bail",
    "Bail",
    "pre-arrest",
    "murder",
    "café",
    "497(2)",
    "U/s",
    "ضمانت",
    "قتل",
    "tenant",
    "tenancy",
    "۳۰۲",
)
JUDGES = ("Invented Judge", "Example Judge-One", "Mr. Justice Made Up")
TYPES = {"WP": "W.P.", "CRL MISC": "Crl. Misc.", "CR": "C.R."}
NAMES = {"WP": "writ petition", "CR": "civil revision"}


def sentence(chance: random.Random, length: int) -> str:
    return " ".join(chance.choices(VOCABULARY, k=length))


def invented(case, number: int):
    chance = random.Random(number)
    kind = list(TYPES)[number % 3]
    documents = tuple(replace(document, text=sentence(chance, 200)) for document in case.documents)
    return replace(
        case,
        title=f"{sentence(chance, 3)} VS Board",
        hearings=(Hearing(short_order=sentence(chance, 4)),) if number % 3 else (),
        advocates_petitioner=("Counsel Example",) if number % 4 == 0 else (),
        advocates_respondent=("Ch. Zarak Example", "Palwasha Made-Up") if number % 6 == 1 else (),
        documents=documents,
        judges=tuple(JUDGES[: 1 + number % 3]) if number % 5 else (),
        number=replace(case.number, case_type=kind) if number % 7 else None,
        number_text=case.number_text.replace("W.P.", TYPES[kind]) if number % 7 else "",
    )


@pytest.fixture(scope="module")
def cases():
    return [invented(case, number) for number, case in enumerate(cases_of(30))]


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory, cases):
    settings = Settings(home=tmp_path_factory.mktemp("fulltext"))
    opened = open_snapshot(build_snapshot(settings, ListSource(cases), HashEncoder()), verify=False)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def fulltext(snapshot) -> FullText:
    return FullText(snapshot.display_file, snapshot.columns, snapshot.tokens.passage_case)


@pytest.fixture(scope="module")
def scan(cases):
    return Scan(cases)


def tokens_of(text: str) -> list[str]:
    plain = unicodedata.normalize("NFD", text.lower())
    return re.findall(r"[^\W_]+", "".join(char for char in plain if not unicodedata.combining(char)))


class Scan:
    """The oracle: reads every text of every case for every leaf."""

    def __init__(self, cases):
        self.cases = cases
        self.ids = set(range(len(cases)))

    def texts(self, case, field):
        parts = {"title": [case.title], "number": [case.number_text], "advocate": [court_text(case)]}
        parts["section"] = [court_text(case), *passages_of(case)]
        return [tokens_of(text) for text in parts.get(field, [case.title, case.number_text, *parts["section"]])]

    def values(self, case, field):
        kind = case.number.case_type if case.number else ""
        values = {"judge": case.judges, "status": [case.status], "type": [NAMES.get(kind, ""), kind]}[field]
        return [[word for word in tokens_of(value) if word not in ("mr", "justice")] for value in values]

    def where(self, field, holds):
        column = field in ("judge", "status", "type")
        found = self.values if column else self.texts
        return {row for row, case in enumerate(self.cases) if any(map(holds, found(case, field)))}

    def words(self, words, *, field, slop):
        wanted = [each for each in map(tokens_of, words) if each]
        if slop is None:
            run = [token for each in wanted for token in each]
            return self.where(field, lambda text: bool(run) and run in runs(text, len(run)))
        if field in ("judge", "status", "type"):
            return self.where(field, lambda name: bool(wanted) and set(itertools.chain(*wanted)) <= set(name))
        return self.where(field, lambda text: near(wanted, text, slop))

    def prefix(self, stem, *, field):
        *whole, last = tokens_of(stem)
        return self.where(
            field,
            lambda text: any(run[:-1] == whole and run[-1].startswith(last) for run in runs(text, len(whole) + 1)),
        )

    def years(self, first, last):
        years = {row: case.number.year for row, case in enumerate(self.cases) if case.number}
        return {row for row, year in years.items() if (first or 0) <= year <= (last or 9999)}

    def every(self, parts):
        return set.intersection(*parts)

    def either(self, parts):
        return set.union(*parts)

    def without(self, part):
        return self.ids - part


def runs(text, length):
    return [text[start : start + length] for start in range(len(text) - length + 1)]


def near(wanted, text, slop) -> bool:
    """Whether *wanted* stand so that at most *slop* words are between each and the one that starts last."""
    places = [[at for at, run in enumerate(runs(text, len(each))) if run == each] for each in wanted]
    last = {at for found in places for at in found}
    return bool(wanted) and any(
        all(
            any(at <= end and end - (at + len(each)) <= slop for at in found)
            for each, found in zip(wanted, places, strict=True)
        )
        for end in last
    )


def found(fulltext, query: str) -> set[int]:
    reading = read_expression(query)
    assert reading.expression is not None, reading
    return set(np.flatnonzero(fulltext.matching(reading.expression)).tolist())


TERMS = (*VOCABULARY, "VS", "board", "BAIL", "cafe", "497", "arrest", "absent", "***", "W.P.")
TEXT_LEAVES = st.one_of(
    st.sampled_from(TERMS).map(Word),
    st.builds(
        Phrase,
        st.lists(st.sampled_from(TERMS), min_size=1, max_size=3).map(tuple),
        st.one_of(st.none(), st.integers(0, 6)),
    ),
    st.sampled_from(["ten", "tena", "mur", "pre-arr", "ضما", "caf", "absen"]).map(Prefix),
)
LEAVES = st.one_of(
    TEXT_LEAVES,
    st.builds(Field, st.sampled_from(["title", "number", "advocate", "section"]), TEXT_LEAVES),
    st.builds(
        Field,
        st.just("judge"),
        st.sampled_from([Word("invented"), Word("Judge"), Word("ONE"), Word("Judge-One"), Word("up"), Word("Nobody")])
        | st.sampled_from([Prefix("inv"), Phrase(("Judge", "Invented")), Phrase(("Judge", "Invented"), 1)]),
    ),
    st.builds(
        Field, st.just("status"), st.sampled_from([Word("pending"), Word("Decided"), Word("gone"), Prefix("dec")])
    ),
    st.builds(Field, st.just("type"), st.sampled_from([Phrase(("Civil", "Revision")), Phrase(("Writ", "Petition"))])),
    st.builds(Field, st.just("year"), st.builds(YearRange, st.integers(2019, 2021), st.integers(2021, 2024))),
)


def more(inner):
    several = st.lists(inner, min_size=2, max_size=3).map(tuple)
    return st.one_of(several.map(And), several.map(Or), inner.map(Not))


@settings(max_examples=120, deadline=None)
@given(expression=st.recursive(LEAVES, more, max_leaves=6))
def test_an_expression_matches_what_a_scan_finds(fulltext, scan, expression):
    mask = fulltext.matching(expression)

    assert mask.dtype == np.bool_
    assert mask.shape == (len(scan.cases),)
    assert set(np.flatnonzero(mask).tolist()) == expression.evaluate(scan)


@settings(max_examples=60, deadline=None)
@given(
    st.text(max_size=20) | st.text('"*(){}^:+-~\x00\ud800 abNEARANDOT', max_size=20),
    st.sampled_from([None, "title", "number", "advocate", "section", "judge", "status", "type"]),
    st.sampled_from([None, 0, 5]),
)
def test_no_text_is_read_as_the_language_of_the_index(fulltext, text, field, slop):
    for leaf in (Word(text), Phrase((text, "bail", text), slop), Prefix(text)):
        found = fulltext.matching(leaf if field is None else Field(field, leaf))

        assert found.shape == (30,)


@settings(max_examples=80, deadline=None)
@given(
    st.lists(st.sampled_from([*TERMS, "AND", "OR", "NOT", "(", ")", '"', "title:", "judge:x", "ten*"])).map(" ".join)
)
def test_whatever_the_grammar_reads_can_be_looked_up(fulltext, query):
    expression = read_expression(query).expression

    if expression is not None:
        assert len(fulltext.matching(expression)) == 30
        assert isinstance(fulltext.unknown_values(expression), tuple)


@pytest.mark.parametrize("text", ["***", "", " ", '"', '""', "--", "\x00", "\ud800", "()", "؟"])
def test_what_has_no_letter_matches_nothing(fulltext, text):
    for leaf in (Word(text), Phrase((text,)), Phrase((text, text), 3), Prefix(text), Field("judge", Word(text))):
        assert not fulltext.matching(leaf).any()


def test_words_of_two_parts_of_one_case_are_joined_by_and_but_make_no_phrase(tmp_path):
    first, second = cases_of(2)
    first = replace(first, title="Alpha VS Beta", hearings=(Hearing(short_order="gamma granted"),), documents=())
    home = Settings(home=tmp_path)
    opened = open_snapshot(build_snapshot(home, ListSource([first, second]), HashEncoder()), verify=False)
    fulltext = FullText(opened.display_file, opened.columns, opened.tokens.passage_case)

    assert found(fulltext, '"beta" AND "gamma"') == {0}
    assert found(fulltext, '"beta gamma"') == set()
    assert found(fulltext, '"beta gamma"~50') == set()
    assert found(fulltext, "title:gamma") == set()
    opened.close()


def test_a_phrase_with_slop_allows_so_many_words_between_in_any_order(tmp_path):
    first, second = cases_of(2)
    first = replace(first, title="Alpha Beta Gamma Delta VS Board")
    opened = open_snapshot(
        build_snapshot(Settings(home=tmp_path), ListSource([first, second]), HashEncoder()), verify=False
    )
    fulltext = FullText(opened.display_file, opened.columns, opened.tokens.passage_case)

    assert found(fulltext, '"beta delta"~1') == found(fulltext, '"delta beta"~1') == {0}
    assert found(fulltext, '"beta delta"~0') == found(fulltext, '"alpha delta"~1') == set()
    assert found(fulltext, '"alpha delta"~2') == found(fulltext, '"alpha gamma delta"~2') == {0}
    opened.close()


def test_a_judge_is_found_by_a_word_of_the_name(fulltext, cases):
    heard = {row for row, case in enumerate(cases) if "Example Judge-One" in case.judges}

    assert heard
    assert found(fulltext, "judge:example") == found(fulltext, 'judge:"Justice Example Judge-One"') == heard
    assert found(fulltext, "judge:exam*") == heard
    assert found(fulltext, 'judge:"One Example"') == set()


def test_a_case_type_is_found_by_any_of_its_spellings(fulltext, cases):
    revisions = {row for row, case in enumerate(cases) if case.number and case.number.case_type == "CR"}

    assert revisions
    for spelling in ("CR", "C.R.", '"Civil Revision"', "revision", "(civil revision)", '"دیوانی نگرانی"', "revis*"):
        assert found(fulltext, f"type:{spelling}") == revisions


def test_counsel_and_sections_are_looked_for_in_the_orders(fulltext, cases):
    assert found(fulltext, "advocate:Counsel") == {row for row, case in enumerate(cases) if case.advocates_petitioner}
    assert found(fulltext, "section:497(2)") >= found(fulltext, "advocate:497(2)")


@pytest.mark.parametrize("name", ["Zarak Example", "zarak example", "Ch. Zarak Example", "Palwasha Made Up"])
def test_an_advocate_of_either_side_is_found_by_name(fulltext, cases, name):
    named = {row for row, case in enumerate(cases) if case.advocates_respondent}

    assert named
    assert found(fulltext, f'advocate:"{name}"') == named
    assert found(fulltext, f'title:"{name}"') == set()


def test_an_advocate_is_no_two_advocates_of_one_case(fulltext):
    assert found(fulltext, 'advocate:"Zarak Made-Up"') == set()
    assert found(fulltext, 'advocate:"Example Zarak"') == set()


def test_a_case_without_a_number_has_no_year(fulltext, cases):
    numbered = {row for row, case in enumerate(cases) if case.number}

    assert found(fulltext, "year:>=0000") == numbered
    assert found(fulltext, "NOT year:>=0000") == {row for row, _ in enumerate(cases)} - numbered


def test_unknown_values_are_named_with_the_nearest_there_is(fulltext):
    reading = read_expression("judge:Inventd AND NOT status:Pendng OR type:zzz AND judge:Inventd AND title:zzz")

    assert fulltext.unknown_values(reading.expression) == (
        UnknownValue("judge", "Inventd", "Invented Judge"),
        UnknownValue("status", "Pendng", "Pending"),
        UnknownValue("type", "zzz", None),
    )
    assert not fulltext.matching(read_expression("judge:Inventd").expression).any()
    assert fulltext.unknown_values(read_expression("judge:Invented AND year:1900").expression) == ()


def test_a_field_of_no_grammar_is_an_error(fulltext):
    with pytest.raises(KeyError):
        fulltext.matching(Field("colour", Word("bail")))


def test_case_and_accents_do_not_matter(fulltext):
    assert found(fulltext, '"pre-arrest bail"') == found(fulltext, '"pre arrest BAIL"')
    assert found(fulltext, '"cafe"') == found(fulltext, '"CAFÉ"')
    assert found(fulltext, "title:tena*") == found(fulltext, "title:tenant OR title:tenancy")


def test_several_threads_get_the_same_answer(fulltext):
    expression = read_expression('bail AND (murder OR "pre-arrest bail"~3) NOT judge:invented').expression
    expected = fulltext.matching(expression)

    with ThreadPoolExecutor(4) as threads:
        masks = list(threads.map(lambda _: fulltext.matching(expression), range(20)))

    assert all((mask == expected).all() for mask in masks)
