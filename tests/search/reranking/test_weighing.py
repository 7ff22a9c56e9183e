"""The weighing: fitted numbers, read back, applied on one scale."""

from __future__ import annotations

import json
from dataclasses import replace

import numpy as np
import pytest

from search.errors import ModelError
from search.reranking.chance import FEATURES, MATCH_FEATURES, Chance, Curve
from search.reranking.evidence import COLUMNS
from search.reranking.weighing import Weighing, load_weighing, read_weighing, standardised

ONES = tuple(1.0 for _ in COLUMNS)
CHANCE = Chance(Curve(tuple(0.5 for _ in FEATURES), -1.0), Curve(tuple(0.5 for _ in MATCH_FEATURES), 1.0), 0.25)
WEIGHING = Weighing(COLUMNS, ONES, logit=2.0, deviation=1.5, chance=CHANCE)


def test_the_shipped_weights_fit_this_version():
    assert load_weighing().columns == COLUMNS


def test_the_weights_beside_a_reranker_go_before_the_shipped_ones(tmp_path):
    (tmp_path / "weighing.json").write_text(json.dumps(WEIGHING.kept()), encoding="utf-8")

    assert load_weighing(str(tmp_path)) == WEIGHING
    assert load_weighing(str(tmp_path / "nowhere")) == replace(load_weighing(), own=False)


def test_weights_of_other_evidence_are_refused(tmp_path):
    path = tmp_path / "weighing.json"
    path.write_text(json.dumps(WEIGHING.kept() | {"columns": ["length"]}), encoding="utf-8")

    with pytest.raises(ModelError, match="this version has case_bm25"):
        read_weighing(path)


def test_evidence_that_came_after_the_weights_weighs_nothing(tmp_path):
    path = tmp_path / "weighing.json"
    fewer = {"columns": COLUMNS[:-1], "weights": ONES[:-1]}
    path.write_text(json.dumps(WEIGHING.kept() | fewer), encoding="utf-8")

    assert read_weighing(path).weights == (*ONES[:-1], 0.0)


def test_missing_weights_are_named(tmp_path):
    with pytest.raises(ModelError, match=r"weighing\.json"):
        read_weighing(tmp_path / "weighing.json")


def test_adding_a_constant_to_every_logit_changes_no_order():
    evidence = np.random.default_rng(0).random((5, len(COLUMNS)), dtype=np.float32)
    logits = np.array([3.0, -1.0, 0.5, 2.0, -4.0], dtype=np.float32)

    np.testing.assert_allclose(
        WEIGHING.final_scores(evidence, logits), WEIGHING.final_scores(evidence, logits + 100), atol=1e-3
    )


def test_equal_logits_say_nothing():
    assert standardised(np.ones(4, dtype=np.float32)).tolist() == [0.0] * 4


def test_logits_that_hardly_differ_move_little_and_others_much():
    evidence = np.zeros((3, len(COLUMNS)), dtype=np.float32)
    near, far = (np.array(logits, dtype=np.float32) for logits in ([-6.3, -6.25, -6.2], [-6.3, 0.0, 4.0]))

    assert np.ptp(WEIGHING.final_scores(evidence, near)) == pytest.approx(0.2, abs=1e-4)
    assert np.ptp(WEIGHING.final_scores(evidence, far)) == pytest.approx(20.6, abs=1e-4)


def test_a_reading_has_no_say_where_a_title_holds_the_query():
    evidence = np.zeros((3, len(COLUMNS)), dtype=np.float32)
    logits = np.array([-1.0, 0.0, 1.0], dtype=np.float32)
    spread = {}
    for held in (0.0, 0.25, 1.0):
        evidence[1, COLUMNS.index("query_coverage")] = held
        spread[held] = float(np.diff(WEIGHING.final_scores(evidence, logits)[[0, 2]])[0])

    assert spread == pytest.approx({0.0: 4.0, 0.25: 3.0, 1.0: 0.0})


def test_the_logits_of_another_model_are_brought_to_the_scale_of_the_one_it_was_fitted_with():
    evidence = np.zeros((3, len(COLUMNS)), dtype=np.float32)
    logits = np.array([-1.0, 0.0, 1.0], dtype=np.float32)
    other = replace(WEIGHING, own=False)

    np.testing.assert_allclose(
        other.final_scores(evidence, logits), other.final_scores(evidence, 10 * logits), atol=1e-5
    )
    assert other.final_scores(evidence, logits).std() == pytest.approx(2.0 * 1.5, abs=1e-5)


def test_weights_of_logits_on_another_scale_are_refused(tmp_path):
    path = tmp_path / "weighing.json"
    kept = WEIGHING.kept()
    del kept["deviation"]
    path.write_text(json.dumps(kept), encoding="utf-8")

    with pytest.raises(ModelError, match=r"'deviation' is missing\); reinstall, or weigh again"):
        read_weighing(path)


def test_a_chance_of_other_features_is_refused(tmp_path):
    path = tmp_path / "weighing.json"
    other = {**CHANCE.kept(), "features": ["length"]}
    path.write_text(json.dumps(WEIGHING.kept() | {"chance": other}), encoding="utf-8")

    with pytest.raises(ModelError, match="its chance is of length"):
        read_weighing(path)
