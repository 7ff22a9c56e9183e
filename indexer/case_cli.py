"""The command that shows one case: its record, its order sheet, its documents, and what it has to do with others."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from indexer.console import clean, say, say_figures
from search.text.amounts import amount

if TYPE_CHECKING:
    from indexer.cli import Shell
    from search.case_references import CaseReferences
    from search.cases import Case
    from search.results.found import Found, ListedCase

HEARINGS_SHOWN = 10
REFERENCES_SHOWN = 10
"""Of one sort; --json has them all."""
_LINES = (
    *("court", "title", "bench", "status", "institution_date", "hearing_date", "disposal_date", "stage"),
    *("short_order", "description", "disposal", "offence_sections", "incident", "accused"),
)
"""Fields of a case that are shown as they are, one a line."""


@click.command("show")
@click.argument("case", metavar="CASE")
@click.option("--json", "as_json", is_flag=True, help="Print everything that is stored, and all references, as JSON.")
@click.option("--text", "with_text", is_flag=True, help="Print the text of its judgments and orders too.")
@click.pass_obj
def show(shell: Shell, *, case: str, as_json: bool, with_text: bool) -> None:
    """Show one case.

    CASE is its id, a source id, or its number in any form; a note says where the case with the number is not of the
    category that stands behind it.  Below the record stand the sections, judgments, cases and FIRs that it names, and
    the cases of the index that name it.

    \b
    Examples:
      ihc-search show "W.P. 1234/2023"
      ihc-search show q3kxw5mzt2cnh7da --json
    """
    found, references = shell.jobs.show(shell.settings, case)
    problem = "" if references is None or case in (found.id, *found.source_ids) else _problem_of(shell, case)
    if as_json:
        whole = asdict(found) | {"references": asdict(references) if references else None, "problem": problem}
        # In ASCII, so that no text of a stranger's reaches the terminal as it is.
        click.echo(json.dumps(whole, indent=2, default=str).replace("\x7f", "\\u007f"))
        return
    _say_case(found, problem)
    if references is not None:
        _say_references(references)
    if with_text:
        for document in found.documents:
            say(f"--- {document.file_name}")
            for line in document.text.splitlines():
                say(line)


COMMANDS = (show,)


def _problem_of(shell: Shell, named: str) -> str:
    """Say what speaks against the case that has the number *named*; "" where nothing does."""
    found: Found
    (found,) = shell.jobs.look_up(shell.settings, [named])
    return found.problem


def _say_case(case: Case, problem: str) -> None:
    say(case.number_text or "a document of no known case")
    if problem:
        say(f"note: {problem}")
    say_figures(list(_figures(case)))
    hearings = sorted(case.hearings, key=lambda row: str(row.date or ""), reverse=True)
    for row in hearings[:HEARINGS_SHOWN]:
        say(f"heard {row.date or row.date_text or '?'}: {row.short_order or row.stage or 'no order'}")
    if len(hearings) > HEARINGS_SHOWN:
        say(f"and {amount(len(hearings) - HEARINGS_SHOWN, 'hearing')} before")
    for document in case.documents:
        say(f"document {document.file_name}: {len(document.text):,} characters ({document.tie or 'its own'})")


def _figures(case: Case) -> Iterator[tuple[str, object]]:
    yield "id", " ".join(dict.fromkeys((case.id, *case.source_ids)))
    for name in _LINES:
        if value := getattr(case, name):
            yield name.replace("_", " "), str(value)
    if case.advocates_petitioner or case.advocates_respondent:
        for_petitioner, for_respondent = map(", ".join, (case.advocates_petitioner, case.advocates_respondent))
        yield "advocates", f"{for_petitioner or '?'} against {for_respondent or '?'}"
    if case.fir_number:
        yield "FIR", " ".join(map(str, filter(None, (case.fir_number, case.fir_date, case.police_station))))


def _say_references(references: CaseReferences) -> None:
    _say_some("names", references.sections)
    _say_some("cites", [f"{each.citation} ({each.cases:,} here)" for each in references.citations])
    _say_some("names", [f"{each.number}: {_listed(each.cases)}" for each in references.numbers])
    _say_some("from FIR", [f"{each.fir}: {_listed(each.cases)}" for each in references.firs])
    named_by = [
        f"{_listed((naming.case,))}: {clean(naming.passage.text) if naming.passage else '...'}"
        for naming in references.named_by
    ]
    _say_some("named by", named_by, total=references.named_by_total)


def _say_some(what: str, lines: tuple[str, ...] | list[str], *, total: int | None = None) -> None:
    for line in lines[:REFERENCES_SHOWN]:
        say(f"{what} {line}")
    left = (len(lines) if total is None else total) - len(lines[:REFERENCES_SHOWN])
    if left:
        say(f"{what} {left:,} more; --json has them")


def _listed(cases: tuple[ListedCase, ...]) -> str:
    return "; ".join(f"{case.number or case.source_id} {case.title}" for case in cases) or "none here"
