"""The cross-encoder before training: it reads as the trained one does, and knows nothing."""

from __future__ import annotations

import numpy as np
import pytest

from search.evaluation.untrained import UntrainedCrossEncoder
from search.retrieval.encoder import SentenceEncoder, packaged_folder
from search.snapshot.tokens import tokenizer_digest
from search.types import Candidate

TEXTS = ("Candidate: bail was granted", "Candidate: the rent was paid", "Candidate: bail was granted")


@pytest.fixture(scope="module")
def untrained() -> UntrainedCrossEncoder:
    return UntrainedCrossEncoder(SentenceEncoder(packaged_folder()), max_tokens=192)


def candidate(text: str, ids=(), digest: str = "") -> Candidate:
    nothing = np.zeros(0, dtype=np.uint16)
    return Candidate(0, np.array(ids, dtype=np.uint16), nothing, nothing, text, digest)


def test_equal_texts_have_equal_scores_and_every_run_the_same(untrained):
    first = untrained.score("bail", [candidate(text) for text in TEXTS])
    again = UntrainedCrossEncoder(untrained.encoder, max_tokens=192).score("bail", [candidate(text) for text in TEXTS])

    assert first.shape == (3,)
    assert first[0] == pytest.approx(first[2], abs=1e-5)
    assert first == pytest.approx(again, abs=1e-6)


def test_token_ids_of_its_own_tokenizer_are_read_as_the_text_is(untrained):
    tokenizer = untrained.encoder.tokenizer
    ids = tokenizer.encode(TEXTS[0], add_special_tokens=False).ids
    by_ids = untrained.score("bail", [candidate("", ids, tokenizer_digest(tokenizer))])

    assert by_ids == pytest.approx(untrained.score("bail", [candidate(TEXTS[0])]), abs=1e-5)


def test_another_seed_is_another_model(untrained):
    assert UntrainedCrossEncoder(untrained.encoder, max_tokens=192, seed=1).digest != untrained.digest
