"""Training from files to a folder: what is told of a model is what it was made of, and no run goes on from another."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from indexer.training.cases_read import cases_read_by, digests_of
from indexer.training.lists import JudgedList, Listed, write_lists
from indexer.training.model_folder import read_manifest
from indexer.training.plans import TrainPlan
from indexer.training.recipes import Recipe
from indexer.training.train import train_model
from indexer.training.trainer import fine_tune
from search.errors import InputError, ModelError
from tests.indexer.training.conftest import tells_of

QUICK = Recipe(max_tokens=24, list_size=3)


def judged(number: int, *, part: str = "train", candidates: int = 5) -> JudgedList:
    listed = [Listed(f"case-{number}-{row}", f"Candidate: matter {row}", int(row == 0)) for row in range(candidates)]
    return JudgedList(f"which matter {number}", "made", part, (f"case-{number}-0",), tuple(listed))


@pytest.fixture
def lists(tmp_path) -> Path:
    path = tmp_path / "pairs" / "train.jsonl.gz"
    path.parent.mkdir()
    write_lists(path, [judged(1), judged(2), judged(3, part="dev")])
    return path


@pytest.fixture
def plan(lists, small_base, tmp_path) -> TrainPlan:
    return TrainPlan(lists=[lists], out=tmp_path / "made", recipe=QUICK, base=str(small_base))


@pytest.fixture
def checkpoints(tmp_path) -> Path:
    return tmp_path / "checkpoints"


def test_a_model_tells_what_it_has_read_and_what_its_lists_held(plan, checkpoints, tmp_path, capsys):
    other = tmp_path / "train.jsonl.gz"
    digest = write_lists(other, [judged(4, candidates=2)])
    made = {"preset": "ours", "split": "cases", "sha256_of_lines": {"train.jsonl.gz": digest}}
    (tmp_path / "manifest.json").write_text(json.dumps(made), encoding="utf-8")

    trained = train_model(replace(plan, lists=[*plan.lists, other]), checkpoints=checkpoints)

    manifest = read_manifest(plan.out)
    assert (manifest["pairs"], manifest["read"]) == (12, {"queries": 3, "pairs": 8, "positives": 3})
    assert (trained.given.pairs, trained.read.pairs) == (12, 8)
    assert manifest["queries"] == {"made": 3}
    assert manifest["layers"] == 2
    assert set(manifest["files"]) == {"model.safetensors", "tokenizer.json", "cases_read.json"}
    first, second = manifest["lists"]
    assert first["name"] == second["name"]
    assert second == {"name": "train.jsonl.gz", "sha256_of_lines": digest, "preset": "ours", "split": "cases"}
    assert "split" not in first
    assert digests_of(["case-1-0", "case-2-0", "case-4-1"]) <= (cases_read_by(plan.out) or set())
    assert len(cases_read_by(plan.out) or set()) == 8
    assert capsys.readouterr() == ("", "")
    assert not [path for path in checkpoints.rglob("*") if path.is_file()]
    assert not list(plan.out.parent.glob(".*"))


@pytest.mark.parametrize("names", [["earlier"], None])
def test_a_model_has_read_what_its_base_has(plan, model, checkpoints, tmp_path, names):
    tells_of(model, names)
    write_lists(tmp_path / "others.jsonl", [judged(7, candidates=2)])
    further = replace(plan, lists=[tmp_path / "others.jsonl"], base=str(model), out=tmp_path / "further")

    train_model(further, checkpoints=checkpoints)

    expected = None if names is None else digests_of(["earlier", "case-7-0", "case-7-1"])
    assert cases_read_by(further.out) == expected


def test_no_run_goes_on_from_the_checkpoint_of_another(plan, checkpoints, tmp_path):
    left = checkpoints / "model-0123456789abcdef" / "checkpoint-9"
    left.mkdir(parents=True)
    (left / "trainer_state.json").write_text("{}", encoding="utf-8")

    with pytest.raises(InputError, match="no checkpoint of a run on these lists"):
        train_model(replace(plan, resume=True), checkpoints=checkpoints)
    assert left.is_dir()
    assert not plan.out.exists()


def test_a_checkpoint_that_was_not_written_whole_is_none(plan, small_base, checkpoints):
    (checkpoints / "checkpoint-1").mkdir(parents=True)

    with pytest.raises(InputError, match="holds no checkpoint"):
        fine_tune([judged(1)], QUICK, base=str(small_base), checkpoints=checkpoints, resume=True)


def test_a_folder_that_is_there_is_not_written_to(plan, checkpoints):
    plan.out.mkdir()

    with pytest.raises(InputError, match="is there already"):
        train_model(plan, checkpoints=checkpoints)


def test_lists_of_other_parts_teach_nothing(plan, checkpoints, tmp_path):
    write_lists(tmp_path / "dev.jsonl", [judged(1, part="dev")])

    with pytest.raises(InputError, match="no list of the part train"):
        train_model(replace(plan, lists=[tmp_path / "dev.jsonl"]), checkpoints=checkpoints)


def test_lists_without_candidates_teach_nothing(plan, checkpoints, tmp_path):
    write_lists(tmp_path / "empty.jsonl", [judged(1, candidates=0)])

    with pytest.raises(InputError, match="none of the lists teaches anything"):
        train_model(replace(plan, lists=[tmp_path / "empty.jsonl"]), checkpoints=checkpoints)


@pytest.mark.parametrize(("setting", "value"), [("hidden_act", "relu"), ("layer_norm_eps", 1e-5)])
def test_a_base_that_the_engine_could_not_read_is_refused_before_training(
    plan, checkpoints, small_base, tmp_path, setting, value
):
    base = tmp_path / "other"
    base.mkdir()
    for path in small_base.iterdir():
        (base / path.name).write_bytes(path.read_bytes())
    config = json.loads((base / "config.json").read_text(encoding="utf-8"))
    (base / "config.json").write_text(json.dumps(config | {setting: value}), encoding="utf-8")

    with pytest.raises(ModelError, match=f"has {setting} {value}; give one with model_type bert"):
        train_model(replace(plan, base=str(base)), checkpoints=checkpoints)


def test_a_base_of_another_form_is_refused(plan, checkpoints, tmp_path):
    from transformers import DistilBertConfig, DistilBertModel

    base = tmp_path / "distil"
    DistilBertModel(DistilBertConfig(dim=32, n_layers=1, n_heads=2, hidden_dim=48)).save_pretrained(str(base))
    for name in ("tokenizer.json", "tokenizer_config.json"):
        (base / name).write_bytes((Path(plan.base) / name).read_bytes())

    with pytest.raises(ModelError, match="has model_type distilbert"):
        train_model(replace(plan, base=str(base)), checkpoints=checkpoints)


def test_a_base_with_too_few_places_is_refused(plan, checkpoints):
    with pytest.raises(ModelError, match="reads 512 tokens, the recipe has 600"):
        train_model(replace(plan, recipe=replace(QUICK, max_tokens=600)), checkpoints=checkpoints)
