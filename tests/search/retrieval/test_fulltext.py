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
from search.cases import CaseNumber, Hearing, Motion, Party
from search.identifiers.case_number import find_numbers
from search.identifiers.citation import Citation, find_citations
from search.identifiers.fir import find_firs
from search.identifiers.listed_pages import find_asked_citations
from search.identifiers.spelled_out import spelled_out
from search.identifiers.statute import StatuteReference, find_statutes, same_provision
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
)
from search.query.grammar import read_expression
from search.retrieval.fulltext import FullText
from search.retrieval.references import ReferenceRetriever
from search.settings import Settings
from search.snapshot.reader import Snapshot, open_snapshot
from search.text.passages import body_text, court_text, passages_of
from search.types import FirQuery, NumberQuery
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
CATEGORIES = ("Service", "Bail Before Arrest", "Tax & Banking", "Against Conviction")
SECTIONS = ("302/34 PPC", "497(2) Cr.P.C", "9(c) CNSA", "497 CrPC", "")
MENTIONS = (
    "PLD 2019 Supreme Court 45 and FIR No. 7/2020",
    "W.P. No. 7 of 2022",
    "C.R. 12/2023",
    "CR 28/2023",
    "302/34",
    "writ petition no. 900/2021",
)
SIDES = ("petitioner", "respondent")
COLUMNS = ("judge", "advocate", "status", "type", "category", "bench", "court", "subject")
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
        offence_sections=SECTIONS[number % len(SECTIONS)],
        motions=(Motion("1", description=f"see {MENTIONS[number % len(MENTIONS)]}"),) if number % 2 else (),
        parties=(Party(f"{sentence(chance, 2)} Bank", "petitioner"), Party("Board", "respondent")),
        number=replace(case.number, case_type=kind, category=CATEGORIES[number % 4]) if number % 7 else None,
        number_text=case.number_text.replace("W.P.", TYPES[kind]) if number % 7 else "",
    )


def full_text_of(snapshot: Snapshot) -> FullText:
    references = ReferenceRetriever.of(snapshot.columns)
    return FullText(snapshot.display_file, snapshot.columns, snapshot.tokens.passage_case, references)


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
    return full_text_of(snapshot)


@pytest.fixture(scope="module")
def scan(cases):
    return Scan(cases)


def tokens_of(text: str) -> list[str]:
    plain = unicodedata.normalize("NFD", text.lower())
    return re.findall(r"[^\W_]+", "".join(char for char in plain if not unicodedata.combining(char)))


def provisions_of(case):
    texts = (f"u/s {case.offence_sections}", court_text(case), body_text(case))
    return [held for text in texts for held in find_statutes(text) if held.act]


def names(case, reference) -> bool:
    """Whether any text of *case* names *reference*."""
    if isinstance(reference, StatuteReference):
        return any(same_provision(reference, held) for held in provisions_of(case))
    texts = [court_text(case), body_text(case)]
    if isinstance(reference, FirQuery):
        return any(fir.number == reference.number for text in texts for fir in find_firs(text))
    return any(held.key == reference.key for text in texts for held in find_citations(text))


def is_same(asked: NumberQuery, held: NumberQuery) -> bool:
    same_type = not asked.case_types or bool(set(asked.case_types) & set(held.case_types))
    return (asked.serial, asked.year) == (held.serial, held.year) and same_type and bool(held.case_types)


class Scan:
    """The oracle: reads every text of every case for every leaf."""

    def __init__(self, cases):
        self.cases = cases
        self.ids = set(range(len(cases)))

    def texts(self, case, field):
        sides = {side: [party.name for party in case.parties if party.side == side] for side in SIDES}
        parts = {"title": [case.title], "number": [case.number_text], **sides}
        parts["party"] = [case.title, *sides["petitioner"], *sides["respondent"]]
        meanings = spelled_out(case.number).split(" ; ") if case.number else []
        anywhere = [case.title, case.number_text, *meanings, court_text(case), *passages_of(case)]
        return [tokens_of(text) for text in parts.get(field, anywhere)]

    def values(self, case, field):
        number = case.number
        kind, bench, category = (number.case_type, number.bench_kind, number.category) if number else ("", "", "")
        values = {
            "judge": case.judges,
            "advocate": (*case.advocates_petitioner, *case.advocates_respondent),
            "status": [case.status],
            "type": [NAMES.get(kind, ""), kind],
            "category": [category, spelled_out(CaseNumber("", 0, 0, category))],
            "bench": [bench, {"SB": "single bench"}.get(bench, "")],
            "court": [case.court],
            "subject": case.profile.subjects,
        }[field]
        return [[word for word in tokens_of(value) if word not in ("mr", "justice")] for value in values]

    def where(self, field, holds):
        found = self.values if field in COLUMNS else self.texts
        return {row for row, case in enumerate(self.cases) if any(map(holds, found(case, field)))}

    def under(self, value):
        """The cases with every section that *value* names, read anew in all of their texts."""
        asked = find_statutes(value) or find_statutes(f"section {value}")
        return {
            row
            for row, case in enumerate(self.cases)
            if asked and all(any(same_provision(each, held) for held in provisions_of(case)) for each in asked)
        }

    def numbered(self, numbers, words, *, field, slop):
        found = self.words(words, field=field, slop=slop)
        for row, case in enumerate(self.cases) if field in (None, "number") else ():
            own = case.number and NumberQuery(case.number.serial, case.number.year, (case.number.case_type,))
            named = find_numbers(f"{court_text(case)} {body_text(case)}") if field is None else []
            if any(is_same(number, each) for number in numbers for each in (own, *named) if each):
                found = found | {row}
        return found

    def referred(self, references, words, *, field, slop):
        if field is not None:
            return self.words(words, field=field, slop=slop)
        volumes = {}
        for each in references:
            volume = each._replace(page=0) if isinstance(each, Citation) else each
            named = {row for row, case in enumerate(self.cases) if names(case, each)}
            volumes[volume] = volumes.get(volume, set()) | named
        return set.intersection(*volumes.values()) | self.words(words, field=None, slop=slop)

    def words(self, words, *, field, slop):
        if field == "section":
            return self.under(" ".join(words))
        wanted = [each for each in map(tokens_of, words) if each]
        if slop is None:
            run = [token for each in wanted for token in each]
            return self.where(field, lambda text: bool(run) and run in runs(text, len(run)))
        if field in COLUMNS:
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


def references_in(text: str):
    """Return what *text* refers to, without places."""
    yield from (each._replace(start=0, end=0) for each in (*find_asked_citations(text), *find_statutes(text)))
    yield from (FirQuery(each.number, each.year, each.police_station) for each in find_firs(text))


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
    return rows_of(fulltext, reading.expression)


def rows_of(fulltext, expression: Node) -> set[int]:
    return set(np.flatnonzero(fulltext.matching(expression).mask).tolist())


def untold(fulltext, query: str) -> list[str]:
    """What the query asks for and no case has."""
    reading = read_expression(query)
    assert reading.expression is not None, reading
    return [each.sentence for each in fulltext.matching(reading.expression).unmatched]


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
SECTION_LEAVES = st.sampled_from(
    [
        *map(Word, ("302", "302/34", "497", "497(2)", "497(1)", "9(c)", "9-C", "34", "5", "PPC", "petition", "2023")),
        *(Phrase(tuple(text.split())) for text in ("302 PPC", "497 Cr.P.C.", "s. 497(2) CrPC", "302 CrPC")),
        *(Phrase(tuple(text.split())) for text in ("9(c) CNSA", "302, 34 PPC", "302 and 324 PPC", "Article 18")),
    ]
)
NUMBER_LEAVES = st.sampled_from(
    [
        "wp 7/2022",
        "W.P. No. 7 of 2022",
        "civil revision 12/2023",
        "C.R. 28/2023",
        "WP 900/2021",
        "wp 1/1999",
        "see cr 12/2023",
    ]
).map(
    lambda text: Numbered(
        tuple(text.split()), tuple(replace(each, following="", start=0, end=0) for each in find_numbers(text))
    )
)
REFERENCE_LEAVES = st.sampled_from(
    [
        "302/34 PPC",
        "u/s 497(2) CrPC",
        "s. 497",
        "section 5",
        "2019 SCMR 45",
        "PLD 2019 SC 45",
        "PLD 2019 SC 12, 45",
        "302 PPC, PLD 2019 SC 12, 45",
        "FIR 7/2020",
        "fir no. 8",
    ]
).map(lambda text: Referred(tuple(text.split()), tuple(references_in(text))))
LEAVES = st.one_of(
    TEXT_LEAVES,
    REFERENCE_LEAVES,
    st.builds(Field, st.sampled_from(["section", "title"]), REFERENCE_LEAVES),
    st.builds(Field, st.sampled_from(["title", "party", *SIDES, "number"]), TEXT_LEAVES),
    st.sampled_from(["bail before arrest", "pre-arrest bail", "writ petition", "petition constitution"]).map(
        lambda text: Phrase(tuple(text.split()))
    ),
    st.builds(Field, st.just("section"), SECTION_LEAVES),
    NUMBER_LEAVES,
    st.builds(Field, st.sampled_from(["number", "title"]), NUMBER_LEAVES),
    st.builds(Field, st.just("advocate"), st.sampled_from([Word("zarak"), Word("example"), Phrase(("Made", "Up"))])),
    st.builds(Field, st.just("category"), st.sampled_from([Word("bail"), Phrase(("pre-arrest", "bail")), Word("x")])),
    st.builds(Field, st.just("bench"), st.sampled_from([Word("SB"), Word("single"), Word("DB")])),
    st.builds(Field, st.just("court"), st.sampled_from([Word("Islamabad"), Word("Lahore")])),
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
    mask = fulltext.matching(expression).mask

    assert mask.dtype == np.bool_
    assert mask.shape == (len(scan.cases),)
    assert set(np.flatnonzero(mask).tolist()) == expression.evaluate(scan)


@settings(max_examples=60, deadline=None)
@given(leaf=LEAVES)
def test_a_part_that_matches_nothing_by_itself_is_told(fulltext, leaf):
    mask, unmatched = fulltext.matching(leaf)

    assert len(unmatched) == (0 if mask.any() else 1)


@settings(max_examples=60, deadline=None)
@given(
    st.text(max_size=20) | st.text('"*(){}^:+-~\x00\ud800 abNEARANDOT', max_size=20),
    st.sampled_from([None, *(name for name in FIELDS if name != "year")]),
    st.sampled_from([None, 0, 5]),
)
def test_no_text_is_read_as_the_language_of_the_index(fulltext, text, field, slop):
    for leaf in (Word(text), Phrase((text, "bail", text), slop), Prefix(text)):
        found = fulltext.matching(leaf if field is None else Field(field, leaf))

        assert found.mask.shape == (30,)
        assert all(each.sentence for each in found.unmatched)


@settings(max_examples=80, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [*TERMS, "AND", "OR", "NOT", "(", ")", '"', "title:", "judge:x", "ten*"]
            + ["section:", "9(c)", "CNSA", "wp", "7/2022", "number: ", "party:", "-", "||"]
        )
    ).map(" ".join)
)
def test_whatever_the_grammar_reads_can_be_looked_up(fulltext, query):
    expression = read_expression(query).expression

    if expression is not None:
        assert len(fulltext.matching(expression).mask) == 30


@pytest.mark.parametrize("text", ["***", "", " ", '"', '""', "--", "\x00", "\ud800", "()", "؟"])
def test_what_has_no_letter_matches_nothing(fulltext, text):
    for leaf in (Word(text), Phrase((text,)), Phrase((text, text), 3), Prefix(text), Field("judge", Word(text))):
        assert not fulltext.matching(leaf).mask.any()


def test_words_of_two_parts_of_one_case_are_joined_by_and_but_make_no_phrase(tmp_path):
    first, second = cases_of(2)
    first = replace(first, title="Alpha VS Beta", hearings=(Hearing(short_order="gamma granted"),), documents=())
    home = Settings(home=tmp_path)
    opened = open_snapshot(build_snapshot(home, ListSource([first, second]), HashEncoder()), verify=False)
    fulltext = full_text_of(opened)

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
    fulltext = full_text_of(opened)

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
    for words in ("civil revision", "civil revision bail", "civil revision petition bail", "C.R. bail"):
        assert found(fulltext, f"type:{words}") == revisions


def test_an_advocate_is_nobody_of_the_orders(fulltext, cases):
    assert found(fulltext, "advocate:Counsel") == {row for row, case in enumerate(cases) if case.advocates_petitioner}
    assert found(fulltext, "advocate:tenant") == set()


def test_a_section_is_found_however_it_is_written(fulltext, cases):
    murder = {row for row, case in enumerate(cases) if case.offence_sections == "302/34 PPC"}

    assert murder
    for written in (
        "302",
        "302/34",
        "302 PPC",
        '"u/s 302 P.P.C."',
        '"section 34 PPC"',
        "(302 AND 34)",
        "302 and 34 PPC",
    ):
        assert found(fulltext, f"section:{written}") == murder, written
    assert found(fulltext, 'section:"302 CrPC"') == set()


def test_a_subsection_is_wanted_where_it_is_asked_for(fulltext, cases):
    bail = {row for row, case in enumerate(cases) if case.offence_sections.startswith("497")}
    non_bailable = {row for row, case in enumerate(cases) if case.offence_sections.startswith("497(2)")}

    assert found(fulltext, "section:497") == bail
    assert found(fulltext, "section:497(2)") == non_bailable
    assert non_bailable < bail


def test_the_number_of_a_case_finds_the_case_and_those_that_name_it(fulltext, cases):
    (own,) = [row for row, case in enumerate(cases) if case.number and case.number_text.startswith("C.R. 12/2023")]
    naming = {row for row, case in enumerate(cases) if any("C.R. 12/2023" in each.description for each in case.motions)}

    assert found(fulltext, 'number:"cr 12/2023"') == found(fulltext, "number:civil revision 12/2023") == {own}
    assert found(fulltext, '"cr 12 of 2023"') == {own} | naming
    assert found(fulltext, "civil revision 12/2023 NOT absent") == {own} | naming
    assert found(fulltext, "year:2023 NOT cr 12/2023").isdisjoint({own} | naming)


def test_a_side_is_found_by_its_side(fulltext, cases):
    everything = {row for row, _ in enumerate(cases)}

    assert found(fulltext, "petitioner:bank") == found(fulltext, "respondent:board") == everything
    assert found(fulltext, "party:bank") == everything
    assert found(fulltext, "petitioner:board") == found(fulltext, "title:bank") == set()


def test_what_the_court_abbreviates_is_found_by_its_meaning(fulltext, cases):
    bail = {row for row, case in enumerate(cases) if case.number and case.number.category == "Bail Before Arrest"}

    assert bail
    assert found(fulltext, '"anticipatory bail"') == found(fulltext, 'category:"pre-arrest bail"') == bail


def test_a_judge_is_found_under_another_spelling_of_the_name(tmp_path):
    (case,) = cases_of(1)
    case = replace(case, judges=("Zarak Hussain",))
    opened = open_snapshot(build_snapshot(Settings(home=tmp_path), ListSource([case]), HashEncoder()), verify=False)
    fulltext = full_text_of(opened)

    assert found(fulltext, "judge:husain") == found(fulltext, 'judge:"Zarak Hussein"') == {0}
    opened.close()


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


KNOWN_SECTIONS = "CNSA s 9(c), CrPC s 497, CrPC s 497(2), PPC s 302, PPC s 34"


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("judge:Inventd", "no case here has judge:Inventd; did you mean 'Invented Judge'?"),
        ("bail NOT status:Pendng", "no case here has status:Pendng; did you mean 'Pending'?"),
        ("type:zzz OR bail", "no case here has type:zzz. The values here are CR, CRL MISC, WP"),
        ("type:Wirt", "no case here has type:Wirt; did you mean 'WP'?"),
        ("status:foo", "no case here has status:foo. The values here are Decided, Pending"),
        ("status:" + "z" * 300, f"no case here has status:{'z' * 79}…. The values here are Decided, Pending"),
        ('"' + "z" * 300 + '"', f'no case here holds the word "{"z" * 79}…"'),
        ("type:bail", "no case here has type:bail; did you mean 'category:bail'?"),
        ("bench:Invented", "no case here has bench:Invented; did you mean 'judge:Invented'?"),
        ("section:303 PPC", "no case here has section:303 PPC; did you mean 'PPC s 302'?"),
        ("section:petition", f"no case here has section:petition. The values here are {KNOWN_SECTIONS}"),
        ("section:999 CrPC", f"no case here has section:999 CrPC. The values here are {KNOWN_SECTIONS}"),
        ("year:1900", "no case here has year:1900. The values here are 2023, 2022, 2021, 2020"),
        ("year:..1900", "no case here has year:..1900. The values here are 2023, 2022, 2021, 2020"),
        ('"same pay" OR bail', 'no case here holds the phrase "same pay"'),
        ("bail AND overtime", 'no case here holds the word "overtime"'),
        ('"same pay"~3 OR bail', 'no case here holds "same pay" within 3 words of each other'),
        ("title:overtime", 'no case here holds the word "overtime" as title'),
        ("overt*", 'no case here holds a word that begins with "overt"'),
        (
            "judge:zzz*",
            "no case here has judge:zzz*. The values here are Example Judge-One, Invented Judge, Mr. Justice Made Up",
        ),
        ('"wp 1/1999"', "no case here has the number wp 1/1999"),
        ("1999 SCMR 1 OR bail", "no case here has the reference 1999 SCMR 1"),
    ],
)
def test_what_matches_nothing_is_told_with_the_nearest_there_is(fulltext, query, sentence):
    assert untold(fulltext, query) == [sentence]


def test_parts_that_match_nothing_are_told_in_order_and_once(fulltext):
    assert len(untold(fulltext, "judge:Inventd AND overtime AND NOT judge:Inventd OR overtime")) == 2
    assert untold(fulltext, "judge:Invented AND bail") == []


def test_a_field_of_no_grammar_is_an_error(fulltext):
    with pytest.raises(KeyError):
        fulltext.matching(Field("colour", Word("bail")))


def test_case_and_accents_do_not_matter(fulltext):
    assert found(fulltext, '"pre-arrest bail"') == found(fulltext, '"pre arrest BAIL"')
    assert found(fulltext, '"cafe"') == found(fulltext, '"CAFÉ"')
    assert found(fulltext, "title:tena*") == found(fulltext, "title:tenant OR title:tenancy")


def test_several_threads_get_the_same_answer(fulltext):
    expression = read_expression('bail AND (murder OR "pre-arrest bail"~3) NOT judge:invented').expression
    expected = fulltext.matching(expression).mask

    with ThreadPoolExecutor(4) as threads:
        masks = list(threads.map(lambda _: fulltext.matching(expression).mask, range(20)))

    assert all((mask == expected).all() for mask in masks)
