"""The engine's result set against a plain scan over the cases: slow, obvious, and in agreement."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from indexer.build import build_snapshot
from indexer.fields import fields_of
from search.cases import Case, Party
from search.identifiers.case_number import find_numbers
from search.identifiers.citation import find_citations
from search.identifiers.fir import find_firs
from search.identifiers.spelled_out import spelled_out
from search.identifiers.statute import find_statutes, same_provision
from search.query.request import SearchRequest
from search.settings import Settings
from search.snapshot.reader import open_snapshot
from search.text.passages import body_text, court_text
from search.text.tokenise import analyse
from search.types import Filters
from tests.tiny_corpus import WORDS, HashEncoder, ListSource, cases_of

CATEGORIES = ("Service", "Bail Before Arrest", "Rent Matter")
OFFENCES = ("302/34 PPC", "497(2) Cr.P.C", "9(c) CNSA", "497 CrPC", "")
ASKED = ("302", "302/34 PPC", "497", "497(2) CrPC", "9(c) CNSA", "34 PPC", "Article 18", "302 CrPC")
REFERRING = (
    "heard with W.P. 9/2020",
    "see Writ Petition No. 14 of 2021",
    "302/34",
    "in the light of PLD 2019 SC 45 and FIR No. 7/2020 of P.S. Kohsar",
)
CITED = ("PLD 2019 Supreme Court 45", "P.L.D. 2019 SC 45", "2019 SCMR 45")
SUBJECTS = (*WORDS, "board", "invented-3", "alpha", "one", "nowhere")
QUERIES = {"fast": 300, "slow": 10_000}


class Scan:
    """Finds cases by looking at every one of them."""

    def __init__(self, cases: list[Case], terms_of: dict[str, set[str]]) -> None:
        self.cases, self.terms_of = cases, terms_of
        self.texts = {case.id: self._text(case) for case in cases}

    @staticmethod
    def _text(case: Case) -> list[list[str]]:
        """The parts in which a phrase must stand whole: title, number and what it means, orders, passages."""
        meanings = spelled_out(case.number).split(" ; ")
        parts = (case.title, case.number_text, *meanings, court_text(case), body_text(case))
        return [re.findall(r"[a-z0-9]+", part.casefold()) for part in parts]

    def words(self, query: str) -> set[str]:
        return {case.id for case in self.cases if self.terms_of[case.id] & set(analyse(query))}

    def phrase(self, phrase: str) -> set[str]:
        wanted = re.findall(r"[a-z0-9]+", phrase.casefold())
        return {case.id for case in self.cases if any(_stands(wanted, part) for part in self.texts[case.id])}

    def under(self, section: str) -> set[str]:
        """The cases that name every section of *section*, whatever the spelling."""
        asked = find_statutes(f"section {section}") if section[0].isdigit() else find_statutes(section)
        held = {case.id: find_statutes(f"u/s {case.offence_sections}") for case in self.cases}
        return {found for found, all_held in held.items() if all(_named(each, all_held) for each in asked)}

    def numbered(self, number: str) -> set[str]:
        """The cases with *number*, those that name it, and those that hold it as it is written."""
        (asked,) = find_numbers(number)
        texts = {case.id: f"{case.number_text} {court_text(case)}" for case in self.cases}
        named = {found for found, text in texts.items() if any(_same(asked, each) for each in find_numbers(text))}
        return named | self.phrase(number)

    def citing(self, citation: str) -> set[str]:
        """The cases that cite a judgment in any spelling, and those that hold it as it is written."""
        (asked,) = find_citations(citation)
        keys = {case.id: {each.key for each in find_citations(court_text(case))} for case in self.cases}
        return {found for found, cited in keys.items() if asked.key in cited} | self.phrase(citation)

    def from_fir(self, number: str) -> set[str]:
        found = {case.id for case in self.cases if number in {each.number for each in find_firs(court_text(case))}}
        return found | self.phrase(f"fir {number}/2020")

    def prefix(self, stem: str) -> set[str]:
        return {
            case.id
            for case in self.cases
            if any(word.startswith(stem) for part in self.texts[case.id] for word in part)
        }

    def passing(self, filters: Filters) -> set[str]:
        return {case.id for case in self.cases if _passes(case, filters)}

    def where(self, test) -> set[str]:
        return {case.id for case in self.cases if test(case)}


def _named(asked, held) -> bool:
    return any(same_provision(asked, each) for each in held)


def _same(asked, held) -> bool:
    return (asked.case_types, asked.serial, asked.year) == (held.case_types, held.serial, held.year)


def _stands(wanted: list[str], words: list[str]) -> bool:
    return any(words[at : at + len(wanted)] == wanted for at in range(len(words) - len(wanted) + 1))


def _passes(case: Case, filters: Filters) -> bool:
    year = case.number.year if case.number else None
    return (
        (not filters.status or case.status in filters.status)
        and (not filters.judge or bool(set(case.judges) & set(filters.judge)))
        and (not filters.year or str(year) in filters.year)
        and (filters.year_from is None or (year is not None and year >= filters.year_from))
        and (filters.year_to is None or (year is not None and year <= filters.year_to))
    )


class Asker:
    """Draws structured queries, each with the set of cases that a scan finds for it."""

    def __init__(self, scan: Scan, seed: int) -> None:
        self.scan, self.draw = scan, random.Random(seed)
        self.known: dict[str, set[str]] = {}

    def leaf(self) -> tuple[str, set[str]]:
        word, other = self.draw.choice(SUBJECTS), self.draw.choice(SUBJECTS)
        year, serial = self.draw.randint(2019, 2024), self.draw.choice((1, 2, 9, 14, 30))
        section, cited = self.draw.choice(ASKED), self.draw.choice(CITED)
        marked = section if " " in section else f"u/s {section}"
        scan = self.scan
        choices: list[tuple[str, Callable[[], set[str]]]] = [
            (f'"{word} {other}"', lambda: scan.phrase(f"{word} {other}")),
            (f'"{word}"', lambda: scan.phrase(word)),
            (f"{word[:4]}*", lambda: scan.prefix(word[:4])),
            (f'title:"{word}"', lambda: scan.where(lambda case: word in re.findall(r"[a-z0-9-]+", case.title.lower()))),
            (f"year:{year}", lambda: scan.where(lambda case: case.number.year == year)),
            (f"year:2019..{year}", lambda: scan.where(lambda case: 2019 <= case.number.year <= year)),
            ("status:pending", lambda: scan.where(lambda case: case.status == "Pending")),
            ('"pre-arrest bail"', lambda: scan.phrase("pre-arrest bail")),
            (f'section:"{section}"', lambda: scan.under(section)),
            (f'"{marked}"', lambda: scan.under(section) | scan.phrase(marked)),
            (f"(nowhere OR {marked})", lambda: scan.under(section) | scan.phrase(marked)),
            (f'"{cited}"', lambda: scan.citing(cited)),
            (f"({cited} OR nowhere)", lambda: scan.citing(cited)),
            ('"fir 7/2020"', lambda: scan.from_fir("7")),
            (f'"writ petition {serial} of {year}"', lambda: scan.numbered(f"writ petition {serial} of {year}")),
            (f"(wp {serial}/{year} OR nowhere)", lambda: scan.numbered(f"wp {serial}/{year}")),
            ("advocate:zarak", lambda: scan.where(lambda case: bool(case.advocates_petitioner))),
            ("petitioner:company", lambda: scan.where(lambda case: "Company" in case.parties[0].name)),
            ("category:bail", lambda: scan.where(lambda case: "Bail" in case.number.category)),
            ("judge:two", lambda: scan.where(lambda case: "Judge Two" in case.judges)),
        ]
        text, found = self.draw.choice([each for each in choices if "-" not in each[0].replace("pre-", "")])
        if text not in self.known:  # the same few leaves come again and again, and a scan is slow
            self.known[text] = found()
        return text, self.known[text]

    def expression(self, depth: int) -> tuple[str, set[str]]:
        if depth == 0 or self.draw.random() < 0.3:
            return self.leaf()
        (left, found), (right, other) = self.expression(depth - 1), self.expression(depth - 1)
        everything = {case.id for case in self.scan.cases}
        return self.draw.choice(
            [
                (f"({left} AND {right})", found & other),
                (f"({left} OR {right})", found | other),
                (f"({left} AND NOT {right})", found & (everything - other)),
            ]
        )

    def less(self) -> tuple[str, set[str]]:
        """Words without what a NOT takes away, wherever that stands."""
        words = self.draw.choices(SUBJECTS, k=self.draw.randint(1, 4))
        text, found = self.expression(self.draw.randint(0, 1))
        sign, at = self.draw.choice(("NOT ", "-")), self.draw.randint(0, len(words))
        query = " ".join([*words[:at], f"{sign}{text}", *words[at:]])
        return query, self.scan.words(" ".join(words)) - found

    def query(self) -> tuple[str, set[str], Filters]:
        filters = self.draw.choice(
            [Filters(), Filters(status=("Pending",)), Filters(judge=("Judge Two",)), Filters(year=("2021", "2023"))]
            + [Filters(year_from=2021), Filters(year_from=2021, year_to=2022, status=("Decided",))]
        )
        if self.draw.random() < 0.3:
            words = " ".join(self.draw.choices(SUBJECTS, k=self.draw.randint(1, 4)))
            return words, self.scan.words(words) & self.scan.passing(filters), filters
        if self.draw.random() < 0.2:
            text, found = self.less()
            return text, found & self.scan.passing(filters), filters
        text, found = self.expression(self.draw.randint(1, 3))
        return text, found & self.scan.passing(filters), filters


def _invented(case: Case, number: int) -> Case:
    return replace(
        case,
        number=replace(case.number, category=CATEGORIES[number % 3]),
        offence_sections=OFFENCES[number % 5],
        description=REFERRING[number % 4],
        advocates_petitioner=("Zarak Example",) if number % 4 == 1 else (),
        parties=(Party(f"Invented-{number} {'Company' if number % 6 else 'Bank'}", "petitioner"),),
    )


@pytest.fixture(scope="module")
def cases() -> list[Case]:
    return [_invented(case, number) for number, case in enumerate(cases_of(60))]


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory, cases):
    home = Settings(home=tmp_path_factory.mktemp("reference"))
    opened = open_snapshot(build_snapshot(home, ListSource(cases), HashEncoder()), verify=False)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def scan(cases) -> Scan:
    return Scan(cases, {case.id: {term for text in fields_of(case) for term in analyse(text)} for case in cases})


@pytest.mark.parametrize("many", ["fast", pytest.param("slow", marks=pytest.mark.slow)])
def test_the_result_set_is_what_a_scan_finds(engine, scan, many):
    asker = Asker(scan, seed=len(many))
    for _ in range(QUERIES[many]):
        text, expected, filters = asker.query()
        answer = engine.search(
            SearchRequest(q=text, limit=100, mode="lexical", rerank=False, exact=True, filters=filters)
        )
        found = {hit.id for hit in answer.results if not hit.by_meaning_alone}

        assert (found, answer.total) == (expected, len(expected)), (text, filters)


@pytest.mark.parametrize(
    "form", ["{} AND pending", "pending AND {}", "{} pending", "pending {} bail", "{} pending -{}"]
)
def test_a_filter_in_words_beside_operators_is_that_filter(engine, scan, form):
    asker = Asker(scan, seed=len(form))
    for _ in range(25):
        (leaf, found), (other, excluded) = asker.leaf(), asker.leaf()
        if find_numbers(leaf):  # beside the number of a case no word is a filter
            continue
        text = form.format(leaf, other)
        expected = (found - excluded if "-{}" in form else found) & scan.passing(Filters(status=("Pending",)))
        answer = engine.search(SearchRequest(q=text, mode="lexical", rerank=False))

        assert answer.total == len(expected), text
