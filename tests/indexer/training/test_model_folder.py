"""The folder of a model: written whole or not at all, read with care, and exported as it is."""

from __future__ import annotations

import json

import numpy as np
import pytest

from indexer.training.chances import never
from indexer.training.model_folder import add_weighing, export_model, read_manifest, write_model
from search.errors import InputError, ModelError
from search.reranking.cross_encoder import load_reranker
from search.reranking.evidence import COLUMNS
from search.reranking.weighing import FILE_NAME, Weighing, read_weighing
from search.types import Candidate


def test_what_is_exported_scores_as_the_model_does_whatever_its_size(model, tmp_path):
    from sentence_transformers import CrossEncoder
    from torch.nn import Identity

    export_model(model, tmp_path / "plain")

    query, text = "bail in a murder case", "Candidate: Title: A VS B"
    plain = CrossEncoder(str(tmp_path / "plain"), device="cpu")
    candidate = Candidate(0, *[np.zeros(0, np.int32)] * 3, text, "of another tokenizer")
    (expected,) = plain.predict([(f"Query: {query}", text)], activation_fn=Identity())
    assert load_reranker(str(model)).score(query, [candidate]) == pytest.approx([expected], abs=1e-4)
    assert plain.max_seq_length == 64
    assert (tmp_path / "plain" / "training.json").read_bytes() == (model / "manifest.json").read_bytes()


def test_nothing_is_exported_over_what_is_there(model, tmp_path):
    with pytest.raises(InputError, match="is there already"):
        export_model(model, tmp_path)


def test_weights_that_are_no_numbers_are_not_written(small_base, tmp_path):
    from sentence_transformers import CrossEncoder

    broken = CrossEncoder(str(small_base), num_labels=1, max_length=64, device="cpu")
    broken[0].model.classifier.weight.data[0, 0] = float("nan")

    with pytest.raises(InputError, match=r"tensors of the model hold what is no number any more, classifier\.weight"):
        write_model(tmp_path / "broken", broken, {})
    assert not (tmp_path / "broken").exists()


def test_a_weighing_takes_the_place_of_the_one_before(model):
    for logit in (0.5, 0.25):
        nothing = (0.0,) * len(COLUMNS)
        weighing = Weighing(COLUMNS, weights=nothing, logit=logit, deviation=1.0, chance=never())
        add_weighing(model, weighing, {"queries": 3})

        assert read_weighing(model / FILE_NAME) == weighing
        assert load_reranker(str(model)) is not None
    assert read_manifest(model)["weighed"] == {"queries": 3}
    assert not list(model.glob(".*"))


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("{", "cannot be read"),
        ("[]", "is no manifest of a model"),
        (json.dumps({"preset": "ours", "parts": {}}), "is no manifest of a model"),
        (
            json.dumps(dict.fromkeys(("pair_format", "max_tokens", "attention_heads", "tokenizer_digest", "files"))),
            "no m",
        ),
    ],
)
def test_a_manifest_of_something_else_is_refused(tmp_path, content, reason):
    (tmp_path / "manifest.json").write_text(content, encoding="utf-8")

    with pytest.raises(ModelError, match=reason):
        read_manifest(tmp_path)
