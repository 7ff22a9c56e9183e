"""The commands of pairs over functions that are invented: what they ask for, print and exit with."""

from __future__ import annotations

import json
from types import SimpleNamespace
from typing import Any

import pytest

from indexer.pairs_cli import PRESETS as OFFERED
from indexer.training.audit import audit
from indexer.training.dataset import Counts, MadeData
from indexer.training.pair_files import Pair
from indexer.training.plans import DataPlan, WeakPlan
from indexer.training.presets import PRESETS
from indexer.training.weak_lists import MadeLists
from tests.indexer.commands import run

LEAKING = audit([("trained", [Pair("q", "c", "t", 1)]), ("measured", [Pair("q", "c", "t", 1), Pair("q", "d", "u", 0)])])
CLEAN = audit([("trained", [Pair("q", "c", "t", 1)]), ("measured", [Pair("r", "d", "u", 1)])])


def test_the_presets_offered_are_those_there_are():
    assert set(OFFERED) == set(PRESETS)


def test_train_data_hands_its_recipe_on_and_says_what_was_written(split, tmp_path):
    plans: list[DataPlan] = []

    def train_data(_settings: Any, plan: DataPlan, **_options: Any) -> MadeData:
        plans.append(plan)
        left_out = {"train cases kept for weighing": 1000, "judged queries about a case that is not stored": 0}
        return MadeData(plan.out, {"train": Counts(1200, 24_000, 1300), "dev": Counts(1, 20, 1)}, left_out)

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

    assert plans == [DataPlan(preset="ours", split=split, out=out, queries_max=9, seed=5)]
    assert result.stdout.splitlines() == [
        "train: 1,200 queries, 24,000 pairs, 1,300 of them relevant",
        "dev: 1 query, 20 pairs, 1 of them relevant",
        "left out, train cases kept for weighing: 1,000",
        f"next: `ihc-search audit-data {out}/train.jsonl.gz {out}/dev.jsonl.gz`",
    ]


def test_judged_queries_and_split_pairs_are_refused_together(split, pairs, tmp_path):
    given = ["--preset", "card", "--split", str(split), "--out", str(tmp_path / "o"), "--queries", str(pairs)]

    result = run("train-data", *given, "--split-pairs", train_data=lambda *_, **__: pytest.fail("was called"))

    assert result.exit_code == 2
    assert "--queries and --split-pairs do not go together" in result.stderr


def test_weak_data_hands_its_plan_on_and_says_how_many_were_made(pairs, tmp_path):
    plans: list[WeakPlan] = []

    def weak_data(_settings: Any, plan: WeakPlan, **_options: Any) -> MadeLists:
        plans.append(plan)
        return MadeLists(1200, left_out=1, unknown=2)

    out = tmp_path / "weak.jsonl.gz"
    result = run("weak-data", str(out), "--queries", str(pairs), "--leave-out", str(pairs), weak_data=weak_data)

    assert plans == [WeakPlan(out=out, judged=(pairs,), leave_out=(pairs,))]
    assert result.stdout.splitlines() == [
        f"left out: 1 case for {pairs.name}",
        "not asked: 2 judged queries about a case that is not stored",
        f"wrote 1,200 queries with their candidates to {out}",
    ]


def test_weak_data_that_is_to_ask_nothing_is_wrong_usage(tmp_path):
    result = run("weak-data", str(tmp_path / "weak.jsonl"), "--max-queries", "0")

    assert result.exit_code == 2
    assert "give such a file, or a number above 0" in result.stderr


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


@pytest.mark.parametrize("threshold", ["nan", "inf", "-inf", "half"])
def test_a_threshold_that_is_none_is_wrong_usage(pairs, threshold):
    result = run("audit-data", str(pairs), "--threshold", threshold, audit_data=lambda *_, **__: CLEAN)

    assert result.exit_code == 2


def test_where_scores_are_missing_it_says_so_in_the_place_of_the_figures(pairs):
    some = audit([("all", [Pair("q", "c", "t", 1, score=0.5), Pair("q", "d", "u", 0)])])

    shown = run("audit-data", str(pairs), audit_data=lambda *_, **__: some).stdout

    assert "  precision and recall not told: 1 pair without a score" in [
        "  " + " ".join(line.split()) for line in shown.splitlines()
    ]


@pytest.mark.parametrize("rate", ["63", "64/63", "0/0", "a/b", "-1/3", "1.5/3"])
def test_a_rate_that_is_none_is_wrong_usage(pairs, rate):
    assert run("audit-data", str(pairs), "--rate", rate, audit_data=lambda *_, **__: SimpleNamespace()).exit_code == 2


def test_a_preset_that_is_none_is_wrong_usage(split, tmp_path):
    assert run("train-data", "--preset", "best", "--split", str(split), "--out", str(tmp_path / "o")).exit_code == 2
