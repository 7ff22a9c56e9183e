"""The command that measures: what is indexed, on judged queries and judged lists."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from indexer.console import progress_bars, say
from indexer.options import FILE, as_typed, groups_of, names_of

if TYPE_CHECKING:
    from indexer.cli import Shell


@click.command()
@click.option("--queries", type=FILE, help="Judged queries: JSON lines with query, kind, relevant ids.")
@click.option("--lists", type=FILE, help="Judged lists: the pairs on which the cross-encoder alone is measured.")
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), help="Folder to write the report to.")
@click.option("--variants", metavar="A,B", callback=names_of, help="Of bm25, dense, fused, weighed, base, ours.")
@click.option(
    "--base",
    metavar="MODEL",
    default="",
    show_default="the packaged body, untrained",
    help="Cross-encoder of the variant base: a folder or name.",
)
@click.option("--group", "groups", multiple=True, metavar="NAME=A,B", callback=groups_of, help="A row for these kinds.")
@click.option("--sample", type=click.IntRange(min=1), help="Only so many queries and lists, the same in every run.")
@click.option("--no-plots", is_flag=True, help="Write no pictures.")
@click.pass_obj
def evaluate(shell: Shell, /, base: str, out: Path | None, no_plots: bool, **options: Any) -> None:
    """Measure what is indexed on judged queries.

    Its variants go from BM25 alone to everything.  Judged lists measure the cross-encoder, beside queries or by
    themselves.  Intervals resample cases.  With --out, a report is written there as Markdown, JSON and pictures.
    Needs `pip install -c constraints.txt '.[evaluate]'`.

    \b
    Examples:
      ihc-search evaluate --queries queries_dev.jsonl --out report
      ihc-search evaluate --queries queries_dev.jsonl --variants bm25,weighed --sample 100
      ihc-search evaluate --lists pairs/dev.jsonl.gz --variants ours
    """
    from indexer.reports import say_report
    from search.evaluation.evaluate import Plan
    from search.evaluation.variants import BASE

    if options["queries"] is None and options["lists"] is None:
        raise click.UsageError("there is nothing to measure on; give --queries, --lists or both")
    if base and options["variants"] and BASE not in options["variants"]:
        raise click.UsageError("--base names a model for the variant base, which --variants leaves out; add it there")
    plan = Plan(**options, command=as_typed(click.get_current_context()), date=f"{datetime.now(UTC):%Y-%m-%d}")
    with progress_bars() as progress:
        report = shell.jobs.evaluate(shell.settings, plan, base=base, out=out, plots=not no_plots, progress=progress)
    say_report(report)
    if out is not None:
        say(f"the report is in {out}")


COMMANDS = (evaluate,)
