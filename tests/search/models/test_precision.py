"""bfloat16: the same vectors and nearly the same, in half the time where the processor has it."""

from __future__ import annotations

import numpy as np
import pytest

from search.models.precision import uses_bfloat16
from search.retrieval.encoder import load_encoder

TEXTS = ["bail after arrest in a case of dishonoured cheques", "W.P. 1/2024", "transfer of a suit " * 30]


@pytest.mark.parametrize(("precision", "expected"), [("float32", False), ("bfloat16", True)])
def test_a_named_precision_is_used_on_any_processor(precision, expected):
    assert uses_bfloat16(precision) is expected


@pytest.mark.slow
def test_vectors_in_bfloat16_point_the_same_way():
    exact = load_encoder("").encode(TEXTS)
    quick = load_encoder("", bfloat16=True).encode(TEXTS)

    assert quick.dtype == np.float32
    assert (exact * quick).sum(axis=1) == pytest.approx(1, abs=1e-3)
