"""The commands that look up: a list of identifiers, and every reference in a brief."""

from __future__ import annotations

import json
import shutil
import sys
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, BinaryIO

import click

from indexer.console import clean, say, say_absence
from search.errors import InputError
from search.text.amounts import amount

if TYPE_CHECKING:
    from indexer.cli import Shell
    from search.brief import BriefReport, Reference
    from search.results.found import Found, ListedCase

FAULTS = 1
COMMENT = "#"
CASES_SHOWN = 5
"""Of one identifier or reference; --json has them all."""
PLACES_SHOWN = 3
COLUMNS_MIN = 40

FILE = click.File("rb")


@click.command("lookup")
@click.argument("file", type=FILE)
@click.option("--json", "as_json", is_flag=True, help="Print everything as JSON.")
@click.option("--strict", is_flag=True, help="Exit with status 1 unless each is found and nothing speaks against it.")
@click.pass_obj
def lookup(shell: Shell, *, file: BinaryIO, as_json: bool, strict: bool) -> None:
    """Look up case numbers, citations, FIRs and ids, one a line.

    FILE may be - for standard input.  A citation or an FIR is answered with the cases that refer to it.  Blank lines
    and lines that begin with # are passed over.

    \b
    Examples:
      ihc-search lookup numbers.txt
      echo "W.P. 1234/2023" | ihc-search lookup - --json
    """
    lines = [line.strip() for line in _text_of(file).splitlines()]
    found = shell.jobs.look_up(shell.settings, [line for line in lines if line and not line.startswith(COMMENT)])
    if as_json:
        _say_json([asdict(each) for each in found])
    else:
        _say_found(found)
    if strict and any(each.status != "found" or each.problem for each in found):
        sys.exit(FAULTS)


@click.command("check-brief")
@click.argument("file", type=FILE)
@click.option("--json", "as_json", is_flag=True, help="Print everything as JSON.")
@click.option("--strict", is_flag=True, help="Exit with status 1 if anything is not there, malformed or disagrees.")
@click.pass_obj
def check_brief(shell: Shell, *, file: BinaryIO, as_json: bool, strict: bool) -> None:
    """Check every reference in a brief: text, PDF or DOCX.

    References are case numbers, citations, sections of law, and FIRs that a case names.  Parties and a category that
    the brief has beside a number are compared with those of the record.

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
    width = max((len(each.status) for each in found), default=0)
    for each in found:
        read_as = f"read as {each.value}" if each.value not in ("", each.identifier) else ""
        _say_entry(each.status, each.identifier, (read_as, each.problem, *_cases(each.cases, each.total)), width=width)
    for each in found:
        if each.absence is not None:
            say_absence(each.absence)


def _say_report(report: BriefReport) -> None:
    if not report.references:
        say("the brief names no case number, no citation, no section of law and no FIR that is known here")
    width = max((len(each.status) for each in report.references), default=0)
    for reference in report.references:
        _say_entry(reference.status, _written(reference), _lines_of(reference), width=width)
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


def _lines_of(reference: Reference) -> tuple[str, ...]:
    read_as = f"{reference.kind}, read as {' or '.join(reference.read_as) or reference.value}"
    if reference.kind == "case number":
        return (read_as, reference.problem, *_cases(reference.cases, reference.total))
    cases = amount(reference.total, "case") if reference.total else ""
    return (read_as, reference.problem, cases)


def _cases(cases: Sequence[ListedCase], total: int) -> Iterator[str]:
    yield from (f"{case.number or case.source_id}  {case.title}" for case in cases[:CASES_SHOWN])
    if total > CASES_SHOWN:
        yield f"and {total - CASES_SHOWN:,} more"


def _say_entry(status: str, head: str, lines: Iterable[str], *, width: int) -> None:
    """Print *head* behind its status, and below it those of *lines* that say something, as wide as the terminal is."""
    columns = max(COLUMNS_MIN, shutil.get_terminal_size().columns)
    first = f"{status:<{width}}  "
    click.echo(_filled(head, columns, first) or first.rstrip())
    for line in filter(None, lines):
        click.echo(_filled(line, columns, " " * (width + 4)))


def _filled(text: str, columns: int, first: str) -> str:
    return textwrap.fill(clean(text), columns, initial_indent=first, subsequent_indent=" " * (len(first) + 2))
