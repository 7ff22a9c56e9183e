"""Weighing: on cases that the model has not read, in whatever way a case is named, and nothing else is taken."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from indexer.training.model_folder import read_manifest
from indexer.training.plans import WeighPlan
from indexer.training.split import LEARNED_HALF, half_of
from indexer.training.weigh import readings_in, weigh_model
from search.cases import Case
from search.errors import InputError, ModelError
from search.reranking.cross_encoder import load_reranker
from search.reranking.weighing import FILE_NAME, read_weighing
from tests.indexer.training.conftest import tells_of
from tests.tiny_corpus import cases_of


@pytest.fixture(scope="module")
def cases() -> list[Case]:
    return cases_of(40)


@pytest.fixture
def held(cases) -> list[Case]:
    return [case for case in cases if half_of(case) != LEARNED_HALF]


def written(path: Path, rows: list[dict[str, object]]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def asking(cases: list[Case], *, by: int = 1) -> list[dict[str, object]]:
    """Ask for each case by its title, naming it by one of its ids."""
    return [{"query": case.title.split(" VS ")[0], "relevant": [case.source_ids[by]]} for case in cases]


@pytest.fixture
def plan(model, cases, tmp_path) -> WeighPlan:
    split = {case.source_id: "train" for case in cases}
    (tmp_path / "split.json").write_text(json.dumps(split), encoding="utf-8")
    queries = written(tmp_path / "queries.jsonl", asking(cases))
    return WeighPlan(model=model, queries=queries, split=tmp_path / "split.json", made=0)


def ids_of(cases: list[Case]) -> list[str]:
    """Name each case by another id than its first."""
    return [case.source_ids[0] for case in cases]


def test_what_is_fitted_is_kept_and_the_model_can_be_loaded(engine, cases, held, plan):
    weighed = weigh_model(engine, cases, plan)

    assert (weighed.queries, weighed.unread, weighed.left_aside, weighed.is_told) == (40, len(held), 0, True)
    assert read_weighing(plan.model / FILE_NAME) == weighed.weighing
    manifest = read_manifest(plan.model)
    assert FILE_NAME in manifest["files"]
    assert manifest["weighed"] == {"queries": len(held), "cases_unread": True}
    assert weighed.weighing.logit >= 0
    assert load_reranker(str(plan.model)) is not None
    assert weigh_model(engine, cases, plan).weighing == weighed.weighing


def test_a_case_is_the_same_by_any_of_its_ids(engine, cases, held, plan, tmp_path):
    queries = written(tmp_path / "others.jsonl", asking(cases, by=0))
    split = written(tmp_path / "others.json", [{case.source_ids[0]: "train" for case in cases}])

    weighed = weigh_model(engine, cases, replace(plan, queries=queries, split=split))

    assert (weighed.queries, weighed.unread) == (40, len(held))


def test_cases_that_were_read_in_training_are_left_aside(engine, cases, held, plan):
    tells_of(plan.model, ids_of(held[:3]))

    weighed = weigh_model(engine, cases, plan)

    assert (weighed.unread, weighed.left_aside, weighed.is_told) == (len(held) - 3, 3, True)


def test_a_case_whose_twin_was_read_is_left_aside(engine, cases, held, plan):
    twin = replace(held[0], id="twin", source_id="twin", source_ids=("copy", "twin"), title="Other VS Board")
    twin = replace(twin, documents=cases[0].documents)
    known = [replace(case, documents=cases[0].documents) if case is held[0] else case for case in cases]
    tells_of(plan.model, ids_of([twin]))

    assert weigh_model(engine, [*known, twin], plan).left_aside >= 1


def test_a_query_that_a_case_answers_which_was_read_is_left_aside(engine, cases, held, plan, tmp_path):
    rows = [row | {"relevant": [row["relevant"][0], held[0].source_id]} for row in asking(held[1:])]
    tells_of(plan.model, ids_of(held[:1]))

    queries = written(tmp_path / "both.jsonl", [*rows[:5], *asking(held[6:])])

    assert weigh_model(engine, cases, replace(plan, queries=queries)).unread == len(held) - 6


def test_a_model_that_has_read_all_is_not_weighed(engine, cases, plan):
    tells_of(plan.model, ids_of(cases))

    with pytest.raises(InputError, match="has not read in training"):
        weigh_model(engine, cases, plan)
    assert not (plan.model / FILE_NAME).exists()


def test_queries_about_the_learned_half_alone_are_refused(engine, cases, plan, tmp_path):
    learned = written(tmp_path / "learned.jsonl", asking([case for case in cases if half_of(case) == LEARNED_HALF]))

    with pytest.raises(InputError, match="finds a case that the model has not read"):
        weigh_model(engine, cases, replace(plan, queries=learned))


def test_a_model_that_does_not_tell_what_it_has_read_is_weighed_and_that_is_said(engine, cases, plan):
    tells_of(plan.model, None)

    assert not weigh_model(engine, cases, plan).is_told
    assert read_manifest(plan.model)["weighed"]["cases_unread"] is False


@pytest.mark.parametrize("name", ["queries", "calibrate"])
def test_what_is_no_list_of_cases_is_refused_with_its_line(engine, cases, plan, tmp_path, name):
    path = written(tmp_path / "bad.jsonl", [*asking(cases[:1]), {"query": "x", "relevant": "source-1"}])

    with pytest.raises(InputError, match=r"bad\.jsonl, line 2: "):
        weigh_model(engine, cases, replace(plan, **{name: path}))


def test_foreign_queries_need_no_answers(engine, cases, plan, tmp_path):
    foreign = written(tmp_path / "foreign.jsonl", [{"query": f"tenant refund {number}"} for number in range(20)])

    weigh_model(engine, cases, replace(plan, foreign=[foreign]))


def test_calibrating_queries_that_find_nothing_are_refused(engine, cases, plan, tmp_path):
    path = written(tmp_path / "dev.jsonl", [{"query": f"bail {n}", "relevant": [f"nowhere-{n}"]} for n in range(9)])

    with pytest.raises(InputError, match="none of the queries that calibrate"):
        weigh_model(engine, cases, replace(plan, calibrate=path))


def test_queries_elsewhere_that_the_model_has_read_are_left_out(engine, cases, held, plan):
    elsewhere = readings_in(engine, cases, plan.queries)
    far = [reading._replace(relevant=("far",)) for reading in elsewhere]
    near = [reading._replace(relevant=("near",)) for reading in elsewhere[:4]]
    tells_of(plan.model, ["far"])

    weighed = weigh_model(engine, cases, plan, elsewhere=[*far, *near])

    assert (weighed.queries, weighed.unread) == (40 + 4, len(held) + 4)


def test_a_folder_without_a_model_is_refused(engine, cases, plan, tmp_path):
    with pytest.raises(ModelError, match="no manifest"):
        weigh_model(engine, cases, replace(plan, model=tmp_path))
