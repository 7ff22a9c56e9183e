"""Reports: what an evaluation found, on the terminal, and as Markdown, JSON and pictures in one folder."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from indexer.console import clean, say
from indexer.durability import replace_durably
from search.errors import InputError
from search.evaluation.markdown import as_markdown, not_indexed_line, with_interval
from search.evaluation.measures import MEASURES
from search.evaluation.plots import PICTURES, figure_class, plots_of
from search.evaluation.qrels import ALL
from search.evaluation.report import Report, VariantFigures, as_json

MARKDOWN_NAME = "report.md"
JSON_NAME = "report.json"


def check_can_be_written(folder: Path | None, *, plots: bool) -> None:
    """Find out before a long evaluation whether its report could be written to *folder*; nothing is made yet.

    Raises:
        ExtraMissing: If pictures are wanted and matplotlib is not installed.
        InputError: If the folder is not there and cannot be made, or nothing can be written in it.
    """
    if folder is None:
        return
    if plots:
        figure_class()
    place = folder.absolute()
    standing = next(path for path in (place, *place.parents) if path.exists())
    if not standing.is_dir() or not os.access(standing, os.W_OK):
        raise InputError(f"no report can be written to {folder}: {standing} is no folder that can be written in")


def write_report(folder: Path, report: Report, *, plots: bool) -> None:
    """Write *report* to *folder*, in the place of an older one, of which no picture is left."""
    pictures = plots_of(report) if plots else {}
    folder.mkdir(parents=True, exist_ok=True)
    for name in PICTURES:
        if name in pictures:
            replace_durably(folder / name, pictures[name])
        else:
            (folder / name).unlink(missing_ok=True)
    replace_durably(folder / JSON_NAME, as_json(report))
    replace_durably(folder / MARKDOWN_NAME, as_markdown(report, tuple(pictures)))


def say_report(report: Report) -> None:
    """Print what an evaluation found: every kind and measure under every variant, then what was gained."""
    from rich.console import Console

    if report.variants:
        Console(highlight=False).print(_table_of(report.variants))
    for line in _lines_of(report):
        say(line)


def _table_of(variants: Sequence[VariantFigures]) -> object:
    """The first measure for each kind, then every measure over all queries; names to the left, figures to the right."""
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("queries")
    for name in ("measure", *(variant.name for variant in variants)):
        table.add_column(name, justify="right", no_wrap=True)
    kinds = [(place, MEASURES[0]) for place in range(len(variants[0].rows) - 1)]
    for place, measure in [*kinds, *((-1, measure) for measure in MEASURES)]:
        row = variants[0].rows[place]
        figures = [f"{variant.rows[place].figures[measure].value:.3f}" for variant in variants]
        table.add_row(*(Text(clean(cell)) for cell in (f"{row.kind} ({row.queries})", measure, *figures)))
    return table


def _lines_of(report: Report) -> Iterator[str]:
    if report.origin.not_indexed:
        yield not_indexed_line(report.origin)
    for gain in report.gains:
        if gain.kind == ALL:
            found = gain.measures[MEASURES[0]]
            shown = f"{with_interval(found.gain, signed=True)}, helped {found.helped}, hurt {found.hurt}"
            yield f"{gain.ours} over {gain.theirs}: {MEASURES[0]} {shown}"
    for half, calibration in report.calibration.items():
        brier = f"Brier {calibration.brier:.4f}, the base rate's {calibration.base_brier:.4f}"
        yield f"calibration, {half} cases: expected error {calibration.expected_error:.4f}, {brier}"
    for model in report.pairs.models if report.pairs else ():
        yield f"pairs, {model.model}: average precision {model.card['average_precision']:.4f}"
