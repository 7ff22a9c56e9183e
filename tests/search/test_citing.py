"""A search for a citation finds the cases that cite it."""

from __future__ import annotations

import hashlib
from dataclasses import replace

import pytest

from indexer.build import build_snapshot
from search.cases import Document
from search.engine import open_engine
from search.query.request import SearchRequest
from search.reranking.weighing import load_weighing
from search.settings import Settings
from search.snapshot.reader import open_snapshot
from search.types import Filters
from tests.tiny_corpus import HashEncoder, ListSource, cases_of

TEXTS = {
    2: "Reliance was placed on P L D 2019 Isb. 45 and the bail was allowed.",
    7: "See 2018 SCMR 12 and PLD 2019 Islamabad 45 upon refund of excise.",
    9: "The year 2019 and page 45 say nothing.",
}


@pytest.fixture(scope="module")
def engine(tmp_path_factory):
    cases = [
        replace(case, documents=(Document("x.pdf", TEXTS[row], hashlib.sha256(TEXTS[row].encode()).hexdigest()),))
        if row in TEXTS
        else case
        for row, case in enumerate(cases_of(12))
    ]
    settings = Settings(home=tmp_path_factory.mktemp("citing"), deadline_ms=0)
    snapshot = open_snapshot(build_snapshot(settings, ListSource(cases), HashEncoder()), verify=False)
    yield open_engine(snapshot, encoder=HashEncoder(), reranker=None, weighing=load_weighing(), settings=settings)
    snapshot.close()


@pytest.mark.parametrize("query", ["PLD 2019 Isl 45", "cases citing 2019 PLD 45 Islamabad", "P.L.D. 2019 Islamabad 45"])
@pytest.mark.parametrize("mode", ["hybrid", "lexical", "dense"])
def test_the_cases_that_cite_it_come_first_in_every_mode(engine, query, mode):
    results = engine.search(SearchRequest(q=query, mode=mode)).results

    assert {hit.id for hit in results[:2]} == {"case0002", "case0007"}
    assert all("citation" in hit.stages.ranks for hit in results[:2])


def test_other_words_rank_the_cases_that_cite_it_like_any_other(engine):
    answer = engine.search(SearchRequest(q="PLD 2019 Isl 45 excise refund"))

    assert answer.results[0].id == "case0007"
    assert "citation" not in answer.results[2].stages.ranks


def test_a_filter_holds_for_citations_too(engine):
    answer = engine.search(SearchRequest(q="PLD 2019 Isl 45", filters=Filters(year=("2022",))))

    assert {hit.id for hit in answer.results if "citation" in hit.stages.ranks} == {"case0002"}
