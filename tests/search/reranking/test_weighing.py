"""The weighing: fitted numbers, read back, applied on one scale."""

from __future__ import annotations

import json

import numpy as np
import pytest

from search.errors import ModelError
from search.reranking.chance import FEATURES, MATCH_FEATURES, Chance, Curve
from search.reranking.evidence import COLUMNS
from search.reranking.weighing import Weighing, load_weighing, read_weighing, standardised

ONES = tuple(1.0 for _ in COLUMNS)
CHANCE = Chance(Curve(tuple(0.5 for _ in FEATURES), -1.0), Curve(tuple(0.5 for _ in MATCH_FEATURES), 1.0), 0.25)
WEIGHING = Weighing(COLUMNS, ONES, ONES, logit=2.0, chance=CHANCE)


def test_the_shipped_weights_fit_this_version():
    assert load_weighing().columns == COLUMNS


def test_the_weights_beside_a_reranker_go_before_the_shipped_ones(tmp_path):
    (tmp_path / "weighing.json").write_text(json.dumps(WEIGHING.kept()), encoding="utf-8")

    assert load_weighing(str(tmp_path)) == WEIGHING
    assert load_weighing(str(tmp_path / "nowhere")) == load_weighing()


def test_weights_of_other_evidence_are_refused(tmp_path):
    path = tmp_path / "weighing.json"
    path.write_text(json.dumps(WEIGHING.kept() | {"columns": ["length"]}), encoding="utf-8")

    with pytest.raises(ModelError, match="this version has case_bm25"):
        read_weighing(path)


def test_evidence_that_came_after_the_weights_weighs_nothing(tmp_path):
    path = tmp_path / "weighing.json"
    fewer = {"columns": COLUMNS[:-1], "fused": ONES[:-1], "final": ONES[:-1]}
    path.write_text(json.dumps(WEIGHING.kept() | fewer), encoding="utf-8")

    assert read_weighing(path).fused == (*ONES[:-1], 0.0)


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


def test_a_chance_of_other_features_is_refused(tmp_path):
    path = tmp_path / "weighing.json"
    other = {**CHANCE.kept(), "features": ["length"]}
    path.write_text(json.dumps(WEIGHING.kept() | {"chance": other}), encoding="utf-8")

    with pytest.raises(ModelError, match="its chance is of length"):
        read_weighing(path)
