"""Candidates: what the first stage hands on to be put in order."""

from __future__ import annotations

from indexer.build import build_snapshot
from search.candidates import LEXICAL_DEPTH
from search.opening import open_engine
from search.query.request import SearchRequest
from search.reranking.weighing import load_weighing
from search.settings import Settings
from search.snapshot.reader import open_snapshot
from tests.tiny_corpus import HashEncoder, ListSource, cases_of


def test_all_cases_of_a_party_are_listed_newest_first_however_many(tmp_path):
    cases = cases_of(3 * LEXICAL_DEPTH)
    settings = Settings(home=tmp_path, deadline_ms=0)
    snapshot = open_snapshot(build_snapshot(settings, ListSource(cases), HashEncoder()), verify=False)
    engine = open_engine(snapshot, encoder=HashEncoder(), reranker=None, weighing=load_weighing(), settings=settings)
    newest = [case for case in cases if case.number.year == max(case.number.year for case in cases)]

    answer = engine.search(SearchRequest(q="Example Board", limit=len(newest)))

    assert answer.total == len(cases)
    assert {hit.year for hit in answer.results} == {newest[0].number.year}
