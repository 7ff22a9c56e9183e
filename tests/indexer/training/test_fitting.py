"""Fitted weights point the right way and are the same in every run."""

from __future__ import annotations

import numpy as np
import pytest

from indexer.training.fitting import Judged, fit_fused, fit_weighing
from search.reranking.evidence import COLUMNS


def judged(seed: int, *, telling: int, with_logits: bool = False) -> Judged:
    draw = np.random.default_rng(seed)
    evidence = draw.random((12, len(COLUMNS))).astype(np.float32)
    labels = np.zeros(12, dtype=np.float32)
    labels[int(np.argmax(evidence[:, telling]))] = 1
    logits = labels * 4 + draw.random(12).astype(np.float32) if with_logits else None
    return Judged(evidence, labels, logits)


def test_the_evidence_that_tells_gets_the_weight():
    weights = fit_fused([judged(seed, telling=2) for seed in range(40)])

    assert int(np.argmax(weights)) == 2


def test_the_same_queries_give_the_same_weights():
    queries = [judged(seed, telling=1) for seed in range(10)]

    assert fit_fused(queries) == fit_fused(queries)


def test_a_model_that_knows_is_trusted_and_one_that_knows_nothing_is_not():
    fused = tuple(0.0 for _ in COLUMNS)
    knowing = fit_weighing(fused, [judged(seed, telling=1, with_logits=True) for seed in range(40)])
    silent = [judged(seed, telling=1)._replace(logits=np.zeros(12, dtype=np.float32)) for seed in range(40)]
    idle = fit_weighing(fused, silent)

    assert knowing.logit > 0
    assert idle.logit == pytest.approx(0.0, abs=1e-6)
    assert knowing.slope > 0
