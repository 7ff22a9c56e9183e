"""The commands of training: learning from pairs, weighing, writing the model's card, exporting."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from indexer.console import progress_bars, say
from indexer.options import FILE
from indexer.training.plans import MADE_PER_KIND, TrainPlan, WeighPlan
from indexer.training.recipes import RECIPES, recipe_of

if TYPE_CHECKING:
    from indexer.cli import Shell
    from indexer.training.weigh import Weighed


@click.command()
@click.argument("lists", nargs=-1, required=True, type=FILE, metavar="LISTS...")
@click.option("--preset", type=click.Choice(sorted(RECIPES)), default="ours", help="Recipe: ours or the model card's.")
@click.option(
    "--base", default="", metavar="MODEL", show_default="the packaged body", help="Folder or name to start from."
)
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), required=True, help="New folder to write to.")
@click.option(
    "--learning-rate",
    type=click.FloatRange(min=0, min_open=True),
    show_default="that of the preset",
    help="Take a lower one to go on from a trained model.",
)
@click.option(
    "--beside-teacher",
    is_flag=True,
    help="Learn what the cheap scores in the lists miss, to be weighed beside them.",
)
@click.option("--resume", is_flag=True, help="Go on from the last checkpoint.")
@click.pass_obj
def train(shell: Shell, /, preset: str, learning_rate: float | None, beside_teacher: bool, **options: Any) -> None:
    """Fine-tune the cross-encoder on judged lists.

    A checkpoint is kept at least every ten minutes, in the folder `training` of the home.  Fit the weights of
    the evidence with `weigh` afterwards, and set IHC_SEARCH_RERANKER to the folder to search with it.

    \b
    Example:
      ihc-search train lists/train.jsonl.gz --out model
      ihc-search weigh model --queries queries_train.jsonl --split split.json
    """
    recipe = recipe_of(preset, learning_rate=learning_rate, beside_teacher=beside_teacher)
    plan = TrainPlan(recipe=recipe, **options)
    with progress_bars() as progress:
        trained = shell.jobs.train(shell.settings, plan, progress=progress)
    read, given = trained.read, trained.given
    say(
        f"trained on {read.pairs:,} pairs of {read.queries:,} queries, {read.positives:,} pairs relevant, "
        f"out of {given.pairs:,} pairs of {given.queries:,} queries in the lists; "
        f"loss {trained.losses[0]:.3f} to {trained.losses[-1]:.3f}; the model is in {trained.folder}"
    )
    say(f"next: `ihc-search weigh {trained.folder} --queries QUERIES --split SPLIT`")


@click.command()
@click.argument("model", type=click.Path(path_type=Path, file_okay=False, exists=True))
@click.option("--queries", type=FILE, required=True, help="Judged queries: JSON lines with query and relevant ids.")
@click.option("--split", type=FILE, required=True, help="JSON: source id to train, dev or test.")
@click.option(
    "--elsewhere",
    type=(click.Path(path_type=Path, file_okay=False, exists=True), FILE),
    multiple=True,
    metavar="HOME QUERIES",
    help="Another home, with judged queries about its cases that the model has not learned from.",
)
@click.option("--foreign", type=FILE, multiple=True, help="Queries that the cases of this home cannot answer.")
@click.option("--calibrate", type=FILE, help="Judged queries outside training; half of their titles are used.")
@click.option(
    "--made",
    type=click.IntRange(min=0),
    default=MADE_PER_KIND,
    show_default=True,
    help="Queries of each kind that lawyers type to make about train cases and fit the order on as well.",
)
@click.pass_obj
def weigh(shell: Shell, /, **options: Any) -> None:
    """Fit how far to trust a trained model.

    It is weighed against the evidence of the first stage.  Uses train cases that are loaded and indexed.  Foreign
    queries teach when to say that there is no good match, calibrating ones what a chance is worth.  What is fitted is
    kept in the model's folder.

    \b
    Example:
      ihc-search weigh model --queries queries_train.jsonl --split split.json --calibrate queries_dev.jsonl
    """
    plan = WeighPlan(**options)
    with progress_bars() as progress:
        weighed = shell.jobs.weigh(shell.settings, plan, progress=progress)
    for line in _of_weighed(weighed, plan):
        say(line)
    say(f"set IHC_SEARCH_RERANKER={plan.model} to search with it")


def _of_weighed(weighed: Weighed, plan: WeighPlan) -> Iterator[str]:
    """Tell what was fitted, on what, and what is lost where something was not given."""
    logit, chance = weighed.weighing.logit, weighed.weighing.chance
    yield f"the model read the candidates of {weighed.unread:,} of {weighed.queries:,} queries"
    if weighed.left_aside:
        yield f"left aside: {weighed.left_aside:,} cases kept for weighing that the model has read in training"
    if not weighed.is_told:
        yield (
            "the model does not tell which cases it has read: if it was trained on other lists than those of "
            "`train-data --preset ours`, it is trusted too far"
        )
    yield f"the logit of the reading weighs {logit:.3f}" + (
        "" if logit else ": it adds nothing to the evidence, and moves no case"
    )
    if plan.foreign:
        yield f"below a chance of {chance.no_match_below:.3f} there is no good match"
    else:
        yield "without --foreign no answer is ever called no good match"
    if plan.calibrate is None:
        yield "without --calibrate the chances are those of queries that the order was fitted on, which is too sure"


@click.command("export-model")
@click.argument("out", type=click.Path(path_type=Path, file_okay=False))
@click.option("--model", type=click.Path(path_type=Path, file_okay=False, exists=True), help="A trained folder.")
@click.pass_obj
def export_model(shell: Shell, out: Path, model: Path | None) -> None:
    """Write the cross-encoder for other programs to load.

    They load it with sentence-transformers.

    \b
    Example:
      ihc-search export-model plain
      python -c 'from sentence_transformers import CrossEncoder; CrossEncoder("plain")'
    """
    shell.jobs.export_model(out, model=model)
    say(f"wrote {out}; load it with sentence_transformers.CrossEncoder")


@click.command("model-card")
@click.argument("model", type=click.Path(path_type=Path, file_okay=False, exists=True))
@click.option("--report", "reports", type=FILE, multiple=True, help="A report.json that `evaluate --out` wrote.")
@click.pass_obj
def model_card(shell: Shell, model: Path, reports: tuple[Path, ...]) -> None:
    """Write the card of a trained model.

    It is README.md in the model's folder; its figures are those of the model's manifest and of the reports.

    \b
    Example:
      IHC_SEARCH_RERANKER=model ihc-search evaluate --queries queries_dev.jsonl --out report
      ihc-search model-card model --report report/report.json
    """
    say(f"wrote {shell.jobs.model_card(model, reports)}")


COMMANDS = (train, weigh, model_card, export_model)
