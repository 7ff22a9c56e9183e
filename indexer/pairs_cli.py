"""The commands of pairs: making them out of cases and judgments, and finding out whether they leak."""

from __future__ import annotations

import json
import math
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from indexer.console import progress_bars, say, say_figures
from indexer.options import FILE
from indexer.training.plans import DataPlan, WeakPlan
from search.text.amounts import amount

if TYPE_CHECKING:
    from indexer.cli import Shell
    from indexer.training.audit import Audit, Rate, SideFigures

PRESETS = ("card", "ours")
"""Named here as well as in `indexer.training.presets`, so that ``--help`` imports nothing heavy."""
LEAKS = 1


@click.command("train-data")
@click.option("--preset", type=click.Choice(PRESETS), required=True, help="The old model card's recipe, or ours.")
@click.option("--split", type=FILE, required=True, help="JSON: source id to train, dev or test.")
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), required=True, help="New folder to write to.")
@click.option("--queries", "judged", type=FILE, multiple=True, help="Judged queries to ask in training as well.")
@click.option(
    "--max-queries",
    "queries_max",
    type=click.IntRange(min=1),
    show_default="1,137 for card, 6,000 for ours",
    help="Queries of each part at most.",
)
@click.option("--seed", type=int, default=42, help="Another seed, other words and cases.")
@click.option("--split-pairs", is_flag=True, help="Split pairs, as the card did: it leaks, and audit-data shows it.")
@click.pass_obj
def train_data(shell: Shell, /, **options: Any) -> None:
    """Make judged queries about train and dev cases.

    Each has the candidates of the first stage.  Writes train.jsonl.gz, dev.jsonl.gz and manifest.json.  Test cases are
    asked for nowhere.

    \b
    Example:
      ihc-search train-data --preset ours --split split.json --out pairs
      ihc-search audit-data pairs/train.jsonl.gz pairs/dev.jsonl.gz
    """
    plan = DataPlan(**options)
    if plan.judged and plan.split_pairs:
        raise click.UsageError(
            "--queries and --split-pairs do not go together: judged queries are asked in training alone, and where "
            "pairs are split no query is; leave one of the two out"
        )
    with progress_bars() as progress:
        made = shell.jobs.train_data(shell.settings, plan, progress=progress)
    for part, counts in made.parts.items():
        asked = f"{amount(counts.queries, 'query', 'queries')}, {amount(counts.pairs, 'pair')}"
        say(f"{part}: {asked}, {counts.positives:,} of them relevant")
    for reason, count in made.left_out.items():
        if count:
            say(f"left out, {reason}: {count:,}")
    say(f"next: `ihc-search audit-data {made.folder / 'train.jsonl.gz'} {made.folder / 'dev.jsonl.gz'}`")


@click.command("weak-data")
@click.argument("out", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--queries", "judged", type=FILE, multiple=True, help="Judged queries to ask as well.")
@click.option("--leave-out", type=FILE, multiple=True, help="Judged queries: the cases that answer them teach nothing.")
@click.option(
    "--max-queries",
    "queries_max",
    type=click.IntRange(min=0),
    default=10_000,
    help="How many weak ones at most; 0 for those of --queries alone.",
)
@click.option("--seed", type=int, default=42, help="Another seed, other sentences.")
@click.pass_obj
def weak_data(shell: Shell, /, **options: Any) -> None:
    """Make judged queries out of the indexed judgments.

    A sentence becomes the query and is hidden from the judgment that has to be found; near misses stand beside it.  Of
    --queries, those that were written in other words than the judgment's are asked among what the first stage finds.

    \b
    Example:
      ihc-search weak-data weak.jsonl.gz --leave-out queries_dev.jsonl
    """
    plan = WeakPlan(**options)
    if not plan.judged and not plan.queries_max:
        raise click.UsageError("--max-queries 0 asks those of --queries alone; give such a file, or a number above 0")
    with progress_bars() as progress:
        made = shell.jobs.weak_data(shell.settings, plan, progress=progress)
    if plan.leave_out:
        names = ", ".join(path.name for path in plan.leave_out)
        say(f"left out: {amount(made.left_out, 'case')} for {names}")
    if made.unknown:
        say(f"not asked: {amount(made.unknown, 'judged query', 'judged queries')} about a case that is not stored")
    say(f"wrote {amount(made.queries, 'query', 'queries')} with their candidates to {plan.out}")


def _counts(context: click.Context, parameter: click.Parameter, values: tuple[str, ...]) -> list[tuple[int, int]]:
    counts = []
    for value in values:
        match = re.fullmatch(r"(\d{1,12})/(\d{1,12})", value)
        if match is None or not 0 < int(match[2]) >= int(match[1]):
            raise click.BadParameter(f"{value!r}; expected hits and of how many, such as 54/63")
        counts.append((int(match[1]), int(match[2])))
    return counts


def _finite(context: click.Context, parameter: click.Parameter, value: float) -> float:
    if not math.isfinite(value):
        raise click.BadParameter(f"{value} is no threshold; expected a number, such as 0.5")
    return value


@click.command("audit-data")
@click.argument("trained", type=FILE, metavar="FILE_A")
@click.argument("measured", type=FILE, required=False, metavar="[FILE_B]")
@click.option("--rate", "rates", multiple=True, callback=_counts, help="Also the interval of this: 54/63.")
@click.option("--threshold", type=float, default=0.5, callback=_finite, help="Score from which a pair counts as found.")
@click.option("--strict", is_flag=True, help="Exit with status 1 unless the split is held-out.")
@click.option("--json", "as_json", is_flag=True, help="Print everything as JSON.")
@click.pass_obj
def audit_data(
    shell: Shell,
    *,
    trained: Path,
    measured: Path | None,
    rates: list[tuple[int, int]],
    threshold: float,
    strict: bool,
    as_json: bool,
) -> None:
    """Tell what a pair file holds and whether its split leaks.

    FILE_A is what was trained on and FILE_B what is measured on; or one file names the part of each pair.
    Judged lists as train-data writes them, or JSON lines with query, candidate and label; plain or .gz.

    \b
    Example:
      ihc-search audit-data pairs/train.jsonl.gz pairs/dev.jsonl.gz --strict
      ihc-search audit-data pairs.jsonl --rate 54/63
    """
    paths = (trained,) if measured is None else (trained, measured)
    with progress_bars() as progress:
        audit = shell.jobs.audit_data(paths, threshold=threshold, rates=rates, progress=progress)
    (_say_json if as_json else _say_audit)(audit)
    if strict and not audit.held_out:
        sys.exit(LEAKS)


def _say_json(audit: Audit) -> None:
    from indexer.training.audit import as_plain

    click.echo(json.dumps(as_plain(audit), ensure_ascii=True, indent=2))


def _say_audit(audit: Audit) -> None:
    for side in audit.sides:
        click.echo(f"{side.name} side")
        say_figures([(f"  {name}", value) for name, value in _rows(side)])
    if audit.overlaps:
        click.echo("of the measured side")
        say_figures([(f"  {overlap.name}", _written(overlap.rate)) for overlap in audit.overlaps])
    if audit.rates:
        click.echo("other rates")
        say_figures([(f"  {rate.hits:,} of {rate.of:,}", _written(rate)) for rate in audit.rates])
    say(audit.verdict)


def _rows(side: SideFigures) -> list[tuple[str, object]]:
    always = "yes" if side.majority_label else "no"
    rows: list[tuple[str, object]] = [
        ("pairs", side.pairs),
        ("queries", side.queries),
        ("cases", side.cases),
        ("positives", _written(side.positives)),
        (f'accuracy of always "{always}"', _written(side.majority_accuracy)),
    ]
    if 0 < side.scored < side.pairs:
        missing = amount(side.pairs - side.scored, "pair")
        rows.append(("precision and recall", f"not told: {missing} without a score"))
    found = (("precision", side.precision), ("recall", side.recall))
    return rows + [(name, _written(rate)) for name, rate in found if rate is not None]


def _written(rate: Rate) -> str:
    return f"{rate.share:.4f}  ({rate.hits:,} of {rate.of:,}; 95 % {rate.low:.4f} to {rate.high:.4f})"


COMMANDS = (train_data, weak_data, audit_data)
