from __future__ import annotations

import sqlite3

import numpy as np
import pytest

from indexer.embeddings import TEXTS_PER_COMMIT, open_cache
from tests.tiny_corpus import HashEncoder

TEXTS = ["bail", "writ petition", "bail", "service appeal"]


def encoded_by(folder, texts) -> list[str]:
    """Return what a fresh process would have to encode."""
    encoder = HashEncoder()
    with open_cache(folder, encoder) as cache:
        cache.vectors(texts)
    return encoder.encoded


def test_vectors_come_in_the_order_of_their_texts(tmp_path):
    with open_cache(tmp_path, HashEncoder()) as cache:
        vectors = cache.vectors(TEXTS)

    assert np.array_equal(vectors, HashEncoder().encode(TEXTS))


def test_a_text_is_encoded_once_however_often_it_stands_there(tmp_path):
    assert sorted(encoded_by(tmp_path, TEXTS)) == sorted(set(TEXTS))
    assert encoded_by(tmp_path, [*TEXTS, "rent"]) == ["rent"]


def test_another_encoder_has_a_cache_of_its_own(tmp_path):
    encoded_by(tmp_path, TEXTS)
    other = HashEncoder()
    other.digest = "1" * 64

    with open_cache(tmp_path, other) as cache:
        cache.vectors(TEXTS)

    assert len(other.encoded) == 3


def test_an_interrupted_encoding_keeps_what_was_done(tmp_path):
    texts = [f"text {number}" for number in range(TEXTS_PER_COMMIT + 10)]

    def stop(step: str, done: int, total: int) -> None:
        if done == TEXTS_PER_COMMIT:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt), open_cache(tmp_path, HashEncoder()) as cache:
        cache.vectors(texts, progress=stop)

    assert len(encoded_by(tmp_path, texts)) == 10


def test_progress_counts_what_is_encoded(tmp_path):
    reports = []
    with open_cache(tmp_path, HashEncoder()) as cache:
        cache.vectors(TEXTS, progress=lambda *report: reports.append(report))

    assert reports == [("encoding passages", 0, 3), ("encoding passages", 3, 3)]


@pytest.mark.parametrize("damage", [b"this was never a database", b""])
def test_a_damaged_cache_is_begun_again(tmp_path, damage):
    encoded_by(tmp_path, TEXTS)
    (path,) = tmp_path.glob("*.sqlite")
    path.write_bytes(damage * 100)

    assert len(encoded_by(tmp_path, TEXTS)) == 3
    assert encoded_by(tmp_path, TEXTS) == []


def test_a_vector_of_another_length_is_not_believed(tmp_path):
    encoded_by(tmp_path, TEXTS)
    (path,) = tmp_path.glob("*.sqlite")
    connection = sqlite3.connect(path)
    with connection:
        connection.execute("UPDATE vectors SET vector = x'00'")
    connection.close()

    assert len(encoded_by(tmp_path, TEXTS)) == 3


def test_no_texts_have_no_vectors(tmp_path):
    with open_cache(tmp_path, HashEncoder()) as cache:
        assert cache.vectors([]).shape == (0, HashEncoder.dim)
