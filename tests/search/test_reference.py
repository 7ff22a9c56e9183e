"""The engine's result set against a plain scan over the cases: slow, obvious, and in agreement."""

from __future__ import annotations

import random
import re

import pytest

from indexer.fields import fields_of
from search.cases import Case
from search.query.request import SearchRequest
from search.text.passages import body_text, court_text
from search.text.tokenise import analyse
from search.types import Filters
from tests.tiny_corpus import WORDS

SUBJECTS = (*WORDS, "board", "invented-3", "alpha", "one", "nowhere")
QUERIES = {"fast": 300, "slow": 10_000}


class Scan:
    """Finds cases by looking at every one of them."""

    def __init__(self, cases: list[Case], terms_of: dict[str, set[str]]) -> None:
        self.cases, self.terms_of = cases, terms_of
        self.texts = {case.id: self._text(case) for case in cases}

    @staticmethod
    def _text(case: Case) -> list[list[str]]:
        """The parts in which a phrase must stand whole: title, number, orders, and each passage's words."""
        parts = (case.title, case.number_text, court_text(case), body_text(case))
        return [re.findall(r"[a-z0-9]+", part.casefold()) for part in parts]

    def words(self, query: str) -> set[str]:
        return {case.id for case in self.cases if self.terms_of[case.id] & set(analyse(query))}

    def phrase(self, phrase: str) -> set[str]:
        wanted = re.findall(r"[a-z0-9]+", phrase.casefold())
        return {case.id for case in self.cases if any(_stands(wanted, part) for part in self.texts[case.id])}

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

    def leaf(self) -> tuple[str, set[str]]:
        word, other = self.draw.choice(SUBJECTS), self.draw.choice(SUBJECTS)
        year = self.draw.randint(2019, 2024)
        choices = [
            (f'"{word} {other}"', self.scan.phrase(f"{word} {other}")),
            (f'"{word}"', self.scan.phrase(word)),
            (f"{word[:4]}*", self.scan.prefix(word[:4])),
            (f'title:"{word}"', self.scan.where(lambda case: word in re.findall(r"[a-z0-9-]+", case.title.lower()))),
            (f"year:{year}", self.scan.where(lambda case: case.number.year == year)),
            (f"year:2019..{year}", self.scan.where(lambda case: 2019 <= case.number.year <= year)),
            ("status:pending", self.scan.where(lambda case: case.status == "Pending")),
            ("judge:two", self.scan.where(lambda case: "Judge Two" in case.judges)),
        ]
        return self.draw.choice([each for each in choices if "-" not in each[0]])

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

    def query(self) -> tuple[str, set[str], Filters]:
        filters = self.draw.choice(
            [Filters(), Filters(status=("Pending",)), Filters(judge=("Judge Two",)), Filters(year=("2021", "2023"))]
            + [Filters(year_from=2021), Filters(year_from=2021, year_to=2022, status=("Decided",))]
        )
        if self.draw.random() < 0.3:
            words = " ".join(self.draw.choices(SUBJECTS, k=self.draw.randint(1, 4)))
            return words, self.scan.words(words) & self.scan.passing(filters), filters
        text, found = self.expression(self.draw.randint(1, 3))
        return text, found & self.scan.passing(filters), filters


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
