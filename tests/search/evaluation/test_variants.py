"""Variants: each is what it says, and a number that is asked for is first in all of them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from search.errors import InputError, InvalidRequest, ModelError
from search.evaluation.variants import DEPTH, VARIANTS, orders_of, pinned_first, relevant_ids, variants_of
from search.query.parser import parse
from search.query.request import SearchRequest
from search.retrieval.exact import ExactMatches
from search.types import ScoredDoc
from tests.tiny_corpus import WholeReader

QUERY = "promotion of a petitioner"


class Marking(WholeReader):
    """A reranker that likes one case above all."""

    def __init__(self, liked: int) -> None:
        self.liked = liked
        self.digest = f"marking {liked}"

    def score(self, query, candidates, *, deadline=None):
        return np.array([float(candidate.doc_id == self.liked) * 9 for candidate in candidates], dtype=np.float32)


class Broken(WholeReader):
    digest = "broken"

    def score(self, query, candidates, *, deadline=None):
        raise RuntimeError


def trusting(engine):
    """The same engine, whose weighing trusts the reranker above all."""
    weighing = replace(engine.second_stage.weighing, logit=100.0)
    return replace(engine, second_stage=replace(engine.second_stage, weighing=weighing))


def test_bm25_alone_is_the_order_of_the_whole_case(engine):
    answer = orders_of(engine, ["bm25"])["bm25"](QUERY)
    matches = engine.first_stage.lexical.match(parse(QUERY))
    ids = engine.snapshot.ids()

    expected = matches.top(matches.case_scores, DEPTH)
    assert list(answer.ranked) == [ids[doc.doc_id] for doc in expected]


def test_dense_alone_holds_no_case_that_words_alone_found(engine):
    answer = orders_of(engine, ["dense"])["dense"](QUERY)
    first = engine.first_stage
    expected = first.dense.retrieve(first.dense.encode(parse(QUERY).subject), None, DEPTH)

    assert list(answer.ranked) == [engine.snapshot.ids()[doc.doc_id] for doc in expected]


def test_weighed_is_what_the_engine_answers_without_reranking(engine):
    answer = orders_of(engine, ["weighed"])["weighed"](QUERY)

    assert list(answer.ranked) == [
        hit.id for hit in engine.search(SearchRequest(q=QUERY, rerank=False, limit=DEPTH)).results
    ]
    assert answer.chances == ()


def test_base_and_ours_differ_by_what_reads_alone(engine_with):
    plain = engine_with().search(SearchRequest(q=QUERY, rerank=False, limit=20)).results
    rows = [engine_with().snapshot.doc_id_of(hit.id) for hit in (plain[4], plain[7])]
    orders = orders_of(trusting(engine_with(Marking(rows[0]))), ["base", "ours"], base=Marking(rows[1]))
    ours, base = orders["ours"](QUERY), orders["base"](QUERY)

    assert set(ours.ranked) == set(base.ranked)
    assert ours.ranked[0] == plain[4].id
    assert base.ranked[0] == plain[7].id
    assert len(ours.chances) == 10
    assert all(0 <= chance <= 1 for _, chance in ours.chances)


def test_a_deadline_is_no_part_of_an_evaluation(engine_with):
    class Waiting(Marking):
        def score(self, query, candidates, *, deadline=None):
            assert deadline is None
            return super().score(query, candidates)

    orders_of(engine_with(Waiting(0), deadline_ms=1), ["ours"])["ours"](QUERY)


@pytest.mark.parametrize("name", list(VARIANTS))
def test_a_number_that_is_asked_for_is_first_under_every_variant(engine_with, name):
    order = orders_of(engine_with(Marking(30)), [name], base=Marking(31))[name]

    assert order("what was ordered in W.P. 8/2023 about promotion").ranked[0] == "case0007"


def test_several_cases_of_one_number_stand_by_agreement_then_as_found():
    run = [ScoredDoc(doc_id, 1.0) for doc_id in (5, 3, 1)]
    exact = ExactMatches(doc_ids=(2, 1, 3), agreement=(4, 0, 0), case_types=(0, 0, 0), asked=(0, 0, 0))

    assert pinned_first(run, exact) == [2, 3, 1, 5]


def test_variants_come_in_their_own_order_whatever_was_asked_for(engine):
    assert list(orders_of(engine, ["weighed", "bm25"])) == ["bm25", "weighed"]


def test_without_a_cross_encoder_the_variants_that_read_are_left_out(engine, engine_with):
    assert variants_of(engine) == ["bm25", "dense", "fused", "weighed"]
    assert variants_of(engine_with(Marking(0))) == list(VARIANTS)


def test_a_base_that_is_named_is_measured_where_the_engine_has_no_cross_encoder(engine):
    assert variants_of(engine, base="folder") == ["bm25", "dense", "fused", "weighed", "base"]


@pytest.mark.parametrize(("name", "named_by"), [("base", "--base"), ("ours", "IHC_SEARCH_RERANKER")])
def test_a_variant_that_cannot_read_says_what_to_do(engine, name, named_by):
    with pytest.raises(InputError, match=f"let {named_by} name another than none"):
        orders_of(engine, [name])


def test_an_unknown_variant_names_the_known_ones(engine):
    with pytest.raises(InvalidRequest, match="unknown variant magic; the variants are bm25, dense"):
        orders_of(engine, ["magic", "bm25"])


def test_an_answer_whose_reranker_failed_is_not_measured(engine_with):
    with pytest.raises(ModelError, match="the reranker failed"):
        orders_of(engine_with(Broken()), ["ours"])["ours"](QUERY)


def test_every_source_id_of_a_case_is_the_case_and_an_unknown_one_is_never_found(engine):
    assert relevant_ids(engine, ["old-7", "source-7"]) == {"case0007"}
    assert relevant_ids(engine, ["nobody"]) == {"not indexed: nobody"}
