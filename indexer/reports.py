"""Reports: what an evaluation found, on the terminal, and as Markdown, JSON and pictures in one folder."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from indexer.console import clean, say
from search.evaluation.markdown import as_markdown, with_interval
from search.evaluation.measures import MEASURES
from search.evaluation.plots import figure_class, plots_of
from search.evaluation.qrels import ALL
from search.evaluation.report import Report, VariantFigures, as_json

MARKDOWN_NAME = "report.md"
JSON_NAME = "report.json"


def check_can_be_written(folder: Path | None, *, plots: bool) -> None:
    """Make *folder*, and find out before a long evaluation whether its report could be written.

    Raises:
        ExtraMissing: If pictures are wanted and matplotlib is not installed.
        OSError: If the folder cannot be made.
    """
    if folder is not None:
        if plots:
            figure_class()
        folder.mkdir(parents=True, exist_ok=True)


def write_report(folder: Path, report: Report, *, plots: bool) -> None:
    """Write *report* to *folder*, in the place of an older one."""
    pictures = plots_of(report) if plots else {}
    for name, picture in pictures.items():
        (folder / name).write_bytes(picture)
    (folder / JSON_NAME).write_text(as_json(report), encoding="utf-8")
    (folder / MARKDOWN_NAME).write_text(as_markdown(report, tuple(pictures)), encoding="utf-8")


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
