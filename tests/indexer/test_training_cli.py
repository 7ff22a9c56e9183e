"""The commands of training over functions that are invented: what they ask for, print and exit with."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest
from click.testing import CliRunner, Result

from indexer.cli import Shell, cli
from indexer.training.audit import audit
from indexer.training.dataset import Counts, MadeData
from indexer.training.pair_files import Pair
from indexer.training.presets import PRESETS
from indexer.training_cli import PRESETS as OFFERED

LEAKING = audit([("trained", [Pair("q", "c", "t", 1)]), ("measured", [Pair("q", "c", "t", 1), Pair("q", "d", "u", 0)])])
CLEAN = audit([("trained", [Pair("q", "c", "t", 1)]), ("measured", [Pair("r", "d", "u", 1)])])


def run(*arguments: str, **functions: Callable[..., Any]) -> Result:
    jobs = ModuleType("fake_jobs")
    jobs.__dict__.update(functions)
    return CliRunner().invoke(cli, list(arguments), obj=Shell({}, jobs), prog_name="ihc-search")


@pytest.fixture
def split(tmp_path) -> Path:
    path = tmp_path / "split.json"
    path.touch()
    return path


@pytest.fixture
def pairs(tmp_path) -> Path:
    path = tmp_path / "pairs.jsonl"
    path.touch()
    return path


def test_the_presets_offered_are_those_there_are():
    assert set(OFFERED) == set(PRESETS)


def test_train_data_hands_its_recipe_on_and_says_what_was_written(split, tmp_path):
    calls: list[dict[str, Any]] = []

    def train_data(_settings: Any, **options: Any) -> MadeData:
        calls.append(options)
        return MadeData(options["out"], {"train": Counts(1200, 24_000, 1300), "dev": Counts(3, 60, 3)})

    out = tmp_path / "pairs"
    result = run(
        *(
            "train-data",
            "--preset",
            "ours",
            "--split",
            str(split),
            "--out",
            str(out),
            "--max-queries",
            "9",
            "--seed",
            "5",
        ),
        train_data=train_data,
    )

    recipe = calls[0]["recipe"]
    assert (recipe.preset, recipe.queries_max, recipe.seed, recipe.split_pairs) == ("ours", 9, 5, False)
    assert result.stdout.splitlines() == [
        "train: 1,200 queries, 24,000 pairs, 1,300 of them relevant",
        "dev: 3 queries, 60 pairs, 3 of them relevant",
        f"next: `ihc-search audit-data {out}/train.jsonl.gz {out}/dev.jsonl.gz`",
    ]


@pytest.mark.parametrize(
    ("found", "strict", "status"),
    [(CLEAN, [], 0), (CLEAN, ["--strict"], 0), (LEAKING, [], 0), (LEAKING, ["--strict"], 1)],
)
def test_a_leak_is_a_verdict_and_with_strict_an_exit_status(pairs, found, strict, status):
    result = run("audit-data", str(pairs), *strict, audit_data=lambda *_, **__: found)

    assert result.exit_code == status
    assert result.stdout.splitlines()[-1] == found.verdict


def test_audit_data_hands_files_and_rates_on(pairs):
    calls: list[tuple[Any, dict[str, Any]]] = []

    def audit_data(paths: Any, **options: Any) -> Any:
        calls.append((paths, options))
        return CLEAN

    run("audit-data", str(pairs), str(pairs), "--rate", "54/63", "--rate", "0/9", audit_data=audit_data)

    paths, options = calls[0]
    assert paths == (pairs, pairs)
    assert options["rates"] == [(54, 63), (0, 9)]


def test_the_figures_stand_with_their_intervals(pairs):
    shown = run("audit-data", str(pairs), audit_data=lambda *_, **__: LEAKING).stdout

    (measured,) = [line for line in shown.splitlines() if "always" in line and "of 2;" in line]
    assert measured.split() == ["accuracy", "of", "always", '"no"', *"0.5000 (1 of 2; 95 % 0.0945 to 0.9055)".split()]
    assert "queries were asked in training" in shown


def test_as_json_everything_is_there(pairs):
    answer = json.loads(run("audit-data", str(pairs), "--json", audit_data=lambda *_, **__: LEAKING).stdout)

    assert answer["held_out"] is False
    assert answer["sides"][0]["pairs"] == 1
    assert {"hits", "of", "share", "low", "high"} == set(answer["overlaps"][0]["rate"])


@pytest.mark.parametrize("rate", ["63", "64/63", "0/0", "a/b", "-1/3", "1.5/3"])
def test_a_rate_that_is_none_is_wrong_usage(pairs, rate):
    assert run("audit-data", str(pairs), "--rate", rate, audit_data=lambda *_, **__: SimpleNamespace()).exit_code == 2


def test_a_preset_that_is_none_is_wrong_usage(split, tmp_path):
    assert run("train-data", "--preset", "best", "--split", str(split), "--out", str(tmp_path / "o")).exit_code == 2


def test_train_hands_its_lists_on_and_names_the_next_step(pairs, tmp_path):
    calls: list[tuple[tuple[Any, ...], dict[str, Any]]] = []

    def train(*given: Any, **named: Any) -> SimpleNamespace:
        calls.append((given, named))
        return SimpleNamespace(folder=named["out"], lists=150, pairs=1200, positives=200, losses=(2.08, 1.5))

    result = run("train", str(pairs), "--out", str(tmp_path / "model"), "--preset", "card", "--resume", train=train)
    run(
        "train",
        str(pairs),
        "--out",
        str(tmp_path / "model"),
        "--learning-rate",
        "3e-5",
        "--beside-teacher",
        train=train,
    )

    assert result.exit_code == 0
    assert "trained on 1,200 pairs of 150 queries, 200 pairs relevant; loss 2.080 to 1.500" in result.stdout
    assert "ihc-search weigh" in result.stdout
    (given, named) = calls[0]
    assert given[1] == (pairs,)
    assert (named["preset"], named["base"], named["learning_rate"], named["resume"]) == ("card", "", None, True)
    assert (calls[1][1]["learning_rate"], calls[1][1]["beside_teacher"]) == (3e-5, True)


def test_weigh_says_how_far_the_model_is_trusted(pairs, split, tmp_path):
    (tmp_path / "model").mkdir()

    result = run(
        *("weigh", str(tmp_path / "model"), "--queries", str(pairs), "--split", str(split)),
        weigh=lambda *_, **__: SimpleNamespace(logit=0.5, chance=SimpleNamespace(no_match_below=0.125)),
    )

    assert "the reading weighs 0.500 a deviation; below a chance of 0.125" in result.stdout


def test_model_card_hands_its_reports_on(pairs, tmp_path):
    given: list[Any] = []

    def model_card(*arguments: Any) -> Path:
        given.extend(arguments)
        return tmp_path / "model" / "README.md"

    (tmp_path / "model").mkdir()
    result = run(*("model-card", str(tmp_path / "model"), "--report", str(pairs)), model_card=model_card)

    assert given == [tmp_path / "model", (pairs,)]
    assert "README.md" in result.stdout


def test_export_model_says_where_the_model_is(tmp_path):
    calls: list[dict[str, Any]] = []

    result = run("export-model", str(tmp_path / "plain"), export_model=lambda out, **named: calls.append(named))

    assert f"wrote {tmp_path / 'plain'}" in result.stdout.replace("\n", "")
    assert calls == [{"model": None}]
