"""The commands that look up: a list of identifiers, and every reference in a brief."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, BinaryIO

import click

from indexer.console import clean, say, say_absence
from search.errors import InputError

if TYPE_CHECKING:
    from indexer.cli import Shell
    from search.brief import BriefReport, Reference
    from search.lookup import Found, ListedCase

FAULTS = 1
CASES_SHOWN = 5
"""Of one row of a table; --json has them all."""
PLACES_SHOWN = 3

FILE = click.File("rb")


@click.command("lookup")
@click.argument("file", type=FILE)
@click.option("--json", "as_json", is_flag=True, help="Print everything as JSON.")
@click.option("--strict", is_flag=True, help="Exit with status 1 if anything is absent or malformed.")
@click.pass_obj
def lookup(shell: Shell, *, file: BinaryIO, as_json: bool, strict: bool) -> None:
    """Look up case numbers, citations and ids, one a line; FILE may be - for standard input.

    A citation is answered with the cases that cite it.

    \b
    Examples:
      ihc-search lookup numbers.txt
      echo "W.P. 1234/2023" | ihc-search lookup - --json
    """
    lines = [line.strip() for line in _text_of(file).splitlines()]
    found = shell.jobs.look_up(shell.settings, [line for line in lines if line])
    if as_json:
        _say_json([asdict(each) for each in found])
    else:
        _say_found(found)
    if strict and any(each.status in ("absent", "malformed") for each in found):
        sys.exit(FAULTS)


@click.command("check-brief")
@click.argument("file", type=FILE)
@click.option("--json", "as_json", is_flag=True, help="Print everything as JSON.")
@click.option("--strict", is_flag=True, help="Exit with status 1 if anything is not there, malformed or disagrees.")
@click.pass_obj
def check_brief(shell: Shell, *, file: BinaryIO, as_json: bool, strict: bool) -> None:
    """Check every case number, citation and section of law in a brief: text, PDF or DOCX.

    Parties that the brief names beside a number are compared with those of the record.

    \b
    Example:
      ihc-search check-brief petition.docx --strict
    """
    text = _text_of(file)
    report = shell.jobs.check_brief(shell.settings, text)
    if as_json:
        _say_json(asdict(report))
    else:
        _say_report(report)
    if strict and _has_faults(report):
        sys.exit(FAULTS)


COMMANDS = (lookup, check_brief)


def _text_of(file: BinaryIO) -> str:
    """Return the text of *file*; one byte more than is allowed is read at most.

    Raises:
        InputError: If it cannot be read, with the name of the file.
    """
    from search.text.documents import BYTES_MAX, text_of

    try:
        return text_of(file.read(BYTES_MAX + 1))
    except InputError as error:
        name = getattr(file, "name", "<stdin>")
        raise InputError(f"{name}: {error}") from error


def _has_faults(report: BriefReport) -> bool:
    faulty = any(each.status in ("not in this index", "malformed") or each.disagreements for each in report.references)
    return faulty or report.left_out > 0


def _say_json(value: object) -> None:
    """Print *value* as JSON in ASCII, so that no text of a stranger's reaches the terminal as it is."""
    click.echo(json.dumps(value, indent=2).replace("\x7f", "\\u007f"))


def _say_found(found: Sequence[Found]) -> None:
    _say_table(
        ("identifier", "status", "read as", "cases"),
        ((each.identifier, each.status, each.value or each.problem, _cases(each.cases, each.total)) for each in found),
    )
    for each in found:
        if each.absence is not None:
            say_absence(each.absence)


def _say_report(report: BriefReport) -> None:
    if not report.references:
        say("the brief names no case number, no citation and no section of law")
    else:
        _say_table(
            ("kind", "written", "status", "read as", "cases"),
            ((each.kind, _written(each), each.status, _read_as(each), _of(each)) for each in report.references),
        )
    for reference in report.references:
        if reference.absence is not None:
            say_absence(reference.absence)
    for reference in report.references:
        for each in reference.disagreements:
            say(f"{reference.value}: the brief has {each.written}, the record has {each.title}")
    if report.left_out:
        say(f"not checked: {report.left_out:,} mentions at the end of the brief; check it in parts")


def _written(reference: Reference) -> str:
    texts = list(dict.fromkeys(clean(place.text) for place in reference.places))
    times = f" ({len(reference.places)} times)" if len(reference.places) > 1 else ""
    return "; ".join(texts[:PLACES_SHOWN]) + times


def _read_as(reference: Reference) -> str:
    if reference.missing:
        return f"{reference.value}, without its {' and '.join(reference.missing)}"
    return " or ".join(reference.read_as) or reference.value


def _of(reference: Reference) -> str:
    if reference.kind == "case number":
        return _cases(reference.cases, reference.total)
    return f"{reference.total:,}" if reference.total else ""


def _cases(cases: Sequence[ListedCase], total: int) -> str:
    shown = "; ".join(f"{case.number or case.source_id}  {case.title}" for case in cases[:CASES_SHOWN])
    return f"{shown}; and {total - CASES_SHOWN:,} more" if total > CASES_SHOWN else shown


def _say_table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in rows:
        # Text, never str: a title with square brackets is a title.
        table.add_row(*(Text(clean(cell)) for cell in row))
    Console(highlight=False).print(table)
