"""The terminal: tables, summaries and progress bars of the command line.

Text of a record is a stranger's: it is shown without its control characters and never read as markup.
"""

from __future__ import annotations

import json
import re
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from indexer.progress import Progress
from search.text.amounts import amount

if TYPE_CHECKING:
    from rich.console import Console
    from rich.progress import Progress as Bars
    from rich.progress import TaskID

    from indexer.loading import LoadSummary
    from search.results.absence import Absence
    from search.results.absent_references import AbsentReference
    from search.results.response import Hit, SearchResponse
    from search.types import Understanding

READ_SHOWN = 10
"""Things of a case that a query names."""
FACET_VALUES_SHOWN = 15
BAR_AFTER_SECONDS = 0.7
"""A step that is done sooner shows no bar."""
# Control characters, and those that turn the direction of the text around them.
_UNSAFE = re.compile("[\\x00-\\x1f\\x7f-\\x9f\\u061c\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069\\ufeff]")


def clean(text: str) -> str:
    """Return *text* fit for one line of a terminal: control characters become spaces, spaces one space."""
    return " ".join(_UNSAFE.sub(" ", text).split())


def say(text: str) -> None:
    """Print one line of plain text on standard output."""
    click.echo(clean(text))


def say_list(heading: str, lines: Sequence[str], *, shown: int) -> None:
    """Print *heading* with the number of *lines*, and the first *shown* of them; nothing where there are none."""
    if not lines:
        return
    click.echo(f"{heading}: {len(lines):,}")
    for line in lines[:shown]:
        click.echo(f"  {clean(line)}")
    if len(lines) > shown:
        click.echo(f"  ... and {len(lines) - shown:,} more; --verbose lists all")


def say_figures(figures: Sequence[tuple[str, object]]) -> None:
    """Print names and values in two columns, whole numbers to the right with thousands apart."""
    if not figures:
        return
    width = max(len(name) for name, _ in figures)
    for name, value in figures:
        shown = f"{value:>11,}" if isinstance(value, int) and not isinstance(value, bool) else clean(str(value))
        click.echo(f"{name:<{width}}  {shown}")


def say_summary(summary: LoadSummary, *, shown: int) -> None:
    """Print what a load did: figures first, then everything a person should look at."""
    read = ("records", "documents", "cases_new", "cases_changed", "cases_unchanged", "repairs")
    say_figures([(name.replace("_", " "), getattr(summary, name)) for name in read])
    click.echo("the store now holds")
    say_figures([(name.replace("_", " "), figure) for name, figure in summary.totals.items()])
    say_list("collisions (one number, several cases)", summary.collisions, shown=shown)
    say_list("suspected twins (one case under several categories)", summary.suspected_twins, shown=shown)
    say_list("files left out", summary.skipped, shown=shown)
    if summary.rejects:
        say(f"rejected: {summary.rejects:,}; they are in {summary.rejects_file}, each with its reason")


def say_json(response: SearchResponse) -> None:
    """Print an answer as JSON; characters that a terminal obeys are written as escapes."""
    text = json.dumps(asdict(response), ensure_ascii=False, indent=2, default=float)
    click.echo(re.sub("[\\x7f-\\x9f\\u061c\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069\\ufeff]", _escape, text))


def say_answer(response: SearchResponse) -> None:
    """Print an answer as a table, with a line on how it was made."""
    from rich.console import Console

    console = Console(highlight=False)
    if response.results:
        console.print(_table_of(response.results))
    else:
        click.echo("no case found; try fewer words, or another spelling of the name or number")
    click.echo(_made_line(response))
    if response.degraded:
        click.echo(f"less than was asked for: {clean(response.degraded)}")
    elif response.not_reranked and response.results:
        click.echo(f"not reranked: {clean(response.not_reranked)}")
    for line in _understood_lines(response.understood):
        click.echo(line)
    for facet in response.facets:
        counts = ", ".join(f"{clean(each.value)} {each.count:,}" for each in facet.values[:FACET_VALUES_SHOWN])
        click.echo(f"by {facet.field}: {counts or 'nothing'}")
    for absence in response.absent:
        say_absence(absence)
    if response.no_good_match:
        click.echo("no good match: no case here is likely to be the one you asked for; these are the nearest")
    if response.next_cursor:
        click.echo(f"next page: --cursor {clean(response.next_cursor)}")


def _understood_lines(understood: Understanding) -> Iterator[str]:
    """Say what was read out of the words, and how to take filters and spellings back."""
    # The value of a party is what else it is called, and not what was read.
    ranking = [each for each in understood.entities if each.effect != "filter" and each.kind != "party" and each.value]
    told = list(dict.fromkeys(f"{each.kind} {clean(each.value)}" for each in ranking))
    if told:
        more = f" and {len(told) - READ_SHOWN} more" if len(told) > READ_SHOWN else ""
        yield f"read as: {', '.join(told[:READ_SHOWN])}{more}"
    for entity in understood.entities:
        if entity.effect == "filter" and entity.value:
            yield f"{clean(entity.text)!r} filters by {entity.kind}: {clean(entity.value)} (--exact switches it off)"
    for word in understood.respelled:
        yield f"{clean(word.text)!r} was looked up as {', '.join(map(clean, word.read_as))} too (quotes switch it off)"
    for problem in understood.problems:
        yield f"note: {clean(problem)}"


def say_absence(absence: Absence | AbsentReference) -> None:
    """Print why a number or a reference is not among the results, and what is near it."""
    from search.results.absence import Absence

    if isinstance(absence, Absence):
        _say_absent_number(absence)
    else:
        _say_absent_reference(absence)


def _say_absent_reference(absence: AbsentReference) -> None:
    named = f"the {absence.kind} {clean(absence.value)}"
    if absence.left_out_by_filters:
        click.echo(f"cases in this index name {named}, and the filters leave them out")
        return
    click.echo(f"no case in this index names {named}")
    for covered in absence.covered:
        click.echo(f"  {clean(covered.what)}: {covered.references:,} named, in {amount(covered.cases, 'case')}")
    for near in absence.nearest:
        click.echo(f"  {near.why}: {clean(near.value)}, in {amount(near.cases, 'case')}")


def _say_absent_number(absence: Absence) -> None:
    if absence.left_out_by_filters:
        click.echo(f"{clean(absence.number)} is in this index, and the filters leave it out")
        return
    click.echo(f"{clean(absence.number)} is not in this index")
    for covered in absence.covered:
        of_type = f"{covered.case_type} of {covered.year}".strip() if covered.case_type else f"cases of {covered.year}"
        range_ = f", serials {covered.lowest} to {covered.highest}" if covered.cases else ""
        click.echo(f"  it holds {covered.cases:,} {clean(of_type)}{range_}")
    for near in absence.nearest:
        click.echo(f"  {near.why}: {clean(near.number)}  {clean(near.title)}")


@contextmanager
def progress_bars() -> Iterator[Progress]:
    """Listen to the steps of a command, on standard error.

    Draws bars on a terminal; elsewhere (a log, a pipe) prints one line when a step begins.
    """
    from rich.console import Console

    console = Console(stderr=True)
    if not console.is_terminal:
        yield _Lines()
        return
    with _bars(console) as bars:
        yield _Drawn(bars)


class _Lines:
    def __init__(self) -> None:
        self._begun: set[str] = set()

    def __call__(self, step_name: str, done: int, total: int) -> None:
        if step_name not in self._begun:
            self._begun.add(step_name)
            click.echo(f"{clean(step_name)} ({total:,})" if total else clean(step_name), err=True)


class _Drawn:
    """Draws one bar a step, for steps that take their time."""

    def __init__(self, bars: Bars) -> None:
        self._bars = bars
        self._tasks: dict[str, tuple[TaskID, float]] = {}

    def __call__(self, step_name: str, done: int, total: int) -> None:
        if step_name not in self._tasks:
            task = self._bars.add_task(clean(step_name), total=total or None, visible=False)
            self._tasks[step_name] = (task, time.monotonic())
        task, begun = self._tasks[step_name]
        slow = time.monotonic() - begun > BAR_AFTER_SECONDS
        # None leaves a bar that is shown as it is: a step that took its time is not hidden at its end.
        self._bars.update(task, completed=done, total=total or None, visible=True if slow else None)


def _bars(console: Console) -> Bars:
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )

    return Progress(
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
        console=console,
    )


def _table_of(hits: Sequence[Hit]) -> object:
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("rank", justify="right")
    table.add_column("number", overflow="fold")
    table.add_column("title", ratio=1)
    table.add_column("status")
    table.add_column("score", justify="right")
    for hit in hits:
        number = hit.number or hit.source_id
        # Text, never str: a title with square brackets is a title.
        score = f"{hit.score:.3f}" if hit.stages.scores else ""  # none where no stage scored, as in order of date
        cells = (str(hit.rank), number, _title_of(hit), hit.status, score)
        table.add_row(*(Text(clean(cell)) for cell in cells))
    return table


def _title_of(hit: Hit) -> str:
    marks = {"document of no known case": hit.kind == "document", "by meaning alone": hit.by_meaning_alone}
    noted = ", ".join(mark for mark, holds in marks.items() if holds)
    return f"{hit.title} ({noted})" if noted else hit.title


def _made_line(response: SearchResponse) -> str:
    took = response.timing_ms.get("total")
    parts = [
        _counted(response),
        f"generation {response.generation}",
        "reranked" if response.reranked else "",
        f"{took:,.0f} ms" if took is not None else "",
    ]
    return " · ".join(part for part in parts if part)


def _counted(response: SearchResponse) -> str:
    """Count the result set, to which a case that was found by meaning alone does not belong."""
    by_meaning = sum(hit.by_meaning_alone for hit in response.results)
    total = amount(response.total, "case")
    return f"{total} with its words, and {by_meaning:,} here by meaning alone" if by_meaning else total


def _escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match.group()):04x}"
