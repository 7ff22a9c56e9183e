"""The commands of training over functions that are invented: what they ask for, print and exit with."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

from indexer.training.dataset import Counts
from indexer.training.plans import TrainPlan, WeighPlan
from indexer.training.recipes import CARD, Recipe
from tests.indexer.commands import run


def test_train_hands_its_lists_on_and_names_the_next_step(pairs, tmp_path):
    plans: list[TrainPlan] = []

    def train(_settings: Any, plan: TrainPlan, **_options: Any) -> SimpleNamespace:
        plans.append(plan)
        given, read = Counts(queries=160, pairs=3000, positives=210), Counts(queries=150, pairs=1200, positives=200)
        return SimpleNamespace(folder=plan.out, given=given, read=read, losses=(2.08, 1.5))

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
    said = " ".join(result.stdout.split())
    assert "trained on 1,200 pairs of 150 queries, 200 pairs relevant, out of 3,000 pairs of 160 queries" in said
    assert "loss 2.080 to 1.500" in said
    assert "ihc-search weigh" in result.stdout
    out = tmp_path / "model"
    assert plans == [
        TrainPlan(lists=(pairs,), out=out, recipe=CARD, resume=True),
        TrainPlan(lists=(pairs,), out=out, recipe=Recipe(learning_rate=3e-5, beside_teacher=True)),
    ]


def test_weigh_says_how_far_the_model_is_trusted(pairs, split, tmp_path):
    plans: list[WeighPlan] = []

    def weigh(_settings: Any, plan: WeighPlan, **_options: Any) -> SimpleNamespace:
        plans.append(plan)
        return weighed(logit=0.5)

    model = tmp_path / "model"
    model.mkdir()
    given = ["--queries", str(pairs), "--split", str(split), "--elsewhere", str(tmp_path), str(pairs)]
    result = run("weigh", str(model), *given, weigh=weigh)

    assert plans == [WeighPlan(model=model, queries=pairs, split=split, elsewhere=((tmp_path, pairs),))]
    assert "read the candidates of 30 of 70 queries" in result.stdout
    assert "the logit of the reading weighs 0.500\n" in result.stdout
    assert "without --foreign no answer is ever called no good match" in result.stdout
    assert "without --calibrate the chances are" in result.stdout
    assert "does not tell" not in result.stdout


def weighed(*, logit: float, left_aside: int = 0, is_told: bool = True) -> SimpleNamespace:
    weighing = SimpleNamespace(logit=logit, chance=SimpleNamespace(no_match_below=0.125))
    return SimpleNamespace(weighing=weighing, queries=70, unread=30, left_aside=left_aside, is_told=is_told)


def test_weigh_says_what_it_could_not_know_and_what_adds_nothing(pairs, split, tmp_path):
    found = weighed(logit=0.0, left_aside=4, is_told=False)
    given = ["--queries", str(pairs), "--split", str(split), "--foreign", str(pairs), "--calibrate", str(pairs)]

    said = run("weigh", str(tmp_path), *given, weigh=lambda *_, **__: found).stdout

    assert "left aside: 4 cases kept for weighing that the model has read in training" in said
    assert "does not tell which cases it has read" in said
    assert "weighs 0.000: it adds nothing" in said
    assert "below a chance of 0.125 there is no good match" in said
    assert "without" not in said


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
