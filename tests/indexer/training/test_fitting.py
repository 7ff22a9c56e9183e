"""Fitted weights point the right way and are the same in every run."""

from __future__ import annotations

import numpy as np

from indexer.training.fitting import Judged, fit_evidence, fit_weighing
from search.reranking.evidence import COLUMNS


def judged(seed: int, *, telling: int, with_logits: bool = False) -> Judged:
    draw = np.random.default_rng(seed)
    evidence = draw.random((12, len(COLUMNS))).astype(np.float32)
    labels = np.zeros(12, dtype=np.float32)
    labels[int(np.argmax(evidence[:, telling]))] = 1
    logits = labels * 4 + draw.random(12).astype(np.float32) if with_logits else None
    return Judged(evidence, labels, logits, case=f"case {seed}")


def test_the_evidence_that_tells_gets_the_weight():
    weights = fit_evidence([judged(seed, telling=2) for seed in range(40)])

    assert int(np.argmax(weights)) == 2


def test_the_same_queries_give_the_same_weights():
    queries = [judged(seed, telling=1) for seed in range(10)]

    assert fit_evidence(queries) == fit_evidence(queries)


def guessed(seed: int) -> Judged:
    """A query whose relevant case no evidence and no logit tells."""
    draw = np.random.default_rng(seed)
    labels = np.zeros(12, dtype=np.float32)
    labels[draw.integers(12)] = 1
    evidence = draw.random((12, len(COLUMNS))).astype(np.float32)
    return Judged(evidence, labels, draw.random(12).astype(np.float32), case=f"case {seed}")


def test_a_model_that_knows_is_trusted_and_one_that_knows_nothing_is_not():
    weights = tuple(0.0 for _ in COLUMNS)
    knowing = fit_weighing(weights, [judged(seed, telling=1, with_logits=True) for seed in range(40)])
    idle = fit_weighing(weights, [guessed(seed) for seed in range(40)])

    assert knowing.logit > 0
    assert idle.logit == 0


def test_a_model_that_reads_against_the_answer_weighs_nothing():
    read = [judged(seed, telling=1, with_logits=True) for seed in range(40)]
    against = [query._replace(logits=-query.logits) for query in read if query.logits is not None]

    assert fit_weighing(fit_evidence(read), against).logit == 0
