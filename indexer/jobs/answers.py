"""Commands that ask a home: a search, lookups, a brief, and how good the answers are."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from indexer.jobs.parts import base_reranker, live_engine, live_lookup, reranker_of, store_reader
from indexer.progress import Progress, silent
from search.errors import AmbiguousCase, CaseNotFound
from search.settings import Settings

if TYPE_CHECKING:
    from search.brief import BriefReport
    from search.case_references import CaseReferences
    from search.cases import Case
    from search.evaluation.evaluate import Plan
    from search.evaluation.report import Report
    from search.query.request import SearchRequest
    from search.results.found import Found
    from search.results.response import SearchResponse


def search(settings: Settings, request: SearchRequest) -> SearchResponse:
    """Search once: the live generation, or the one that a cursor goes on in.

    The models are loaded before the deadline begins to run.
    """
    from search.results.cursor import decode

    generation = decode(request.cursor).generation if request.cursor else None
    with live_engine(settings, reranker=reranker_of(settings), generation=generation) as engine:
        engine.warm_up()
        return engine.search(request)


def look_up(settings: Settings, identifiers: Sequence[str]) -> list[Found]:
    """Look *identifiers*, however many, up in the live generation, in their order; no model is loaded."""
    from search.lookup import IDENTIFIERS_MAX

    with live_lookup(settings) as lookup:
        parts = [identifiers[start : start + IDENTIFIERS_MAX] for start in range(0, len(identifiers), IDENTIFIERS_MAX)]
        return [found for part in parts for found in lookup.look_up(part)]


def show(settings: Settings, named: str) -> tuple[Case, CaseReferences | None]:
    """Return the stored case that *named* means, and its references by the live generation, if that has it.

    Args:
        settings: Name the home.
        named: An id, a source id or, where an index is live, a case number in any form.

    Raises:
        CaseNotFound: If there is no such case.
        AmbiguousCase: If several cases have that source id or that number; lists them.
    """
    from search.case_references import ReferenceReader
    from search.errors import SnapshotMissing

    reader = store_reader(settings)
    try:
        with live_lookup(settings) as lookup:
            (found,) = lookup.look_up([named])
            try:
                case = reader.only_case(_id_of(named, found))
            except CaseNotFound:
                raise CaseNotFound(named, _why_absent(named, found)) from None
            return case, ReferenceReader(lookup).references_of(case.id)
    except SnapshotMissing:
        return reader.only_case(named), None


def _id_of(named: str, found: Found) -> str:
    """Return the id of the one case that has the number *named*; *named* itself where it is no number."""
    if found.kind != "case number" or not found.cases:
        return named
    if len(found.cases) > 1:
        raise AmbiguousCase(named, [f"{case.id} {case.number} {case.title}" for case in found.cases])
    return found.cases[0].id


def _why_absent(named: str, found: Found) -> str:
    """Say what *named* was read as and what is there of it; "" where it can only be an id."""
    from search.results.absence import Absence

    if isinstance(found.absence, Absence):
        near = "; ".join(f"{case.number} {case.title}" for case in found.absence.nearest)
        return f"no case here has the number {found.value}" + (f"; the nearest are {near}" if near else "")
    if read_as := _reference_in(named, found):
        search = f"`ihc-search search {shlex.quote(named)}` finds the cases that refer to it"
        return f"{named!r} is {read_as}, and `show` takes a case number or an id; {search}"
    is_number = found.kind == "case number" or (found.status == "malformed" and any(map(str.isdigit, named)))
    return f"no case can be shown for {named!r}: {found.problem}" if is_number and found.problem else ""


def _reference_in(named: str, found: Found) -> str:
    """Say which citation, FIR or section of law *named* is; "" where it is none."""
    from search.identifiers.statute import find_statutes

    if found.kind in ("citation", "FIR") and found.value:
        return f"the {found.kind} {found.value}"
    sections = find_statutes(named) if not found.kind else []
    return f"the section of law {sections[0].label}" if sections else ""


def check_brief(settings: Settings, text: str) -> BriefReport:
    """Check every reference in *text* against the live generation; no model is loaded."""
    from search import brief

    with live_lookup(settings) as lookup:
        return brief.check_brief(text, lookup)


def evaluate(
    settings: Settings, plan: Plan, *, base: str, out: Path | None, plots: bool = True, progress: Progress = silent
) -> Report:
    """Measure the live generation on judged queries and lists, and write the report to *out* where that is given.

    Args:
        settings: Name the home and the models.
        plan: What to measure; without variants, by all that there is a cross-encoder for.
        base: Folder or name of the cross-encoder of the variant ``base``; empty for one without any training.
        out: Folder of the report.
        plots: Whether to draw pictures for it.
        progress: Told of every query.
    """
    from indexer.reports import check_can_be_written, write_report
    from search.evaluation import evaluate as evaluation
    from search.evaluation.variants import BASE, READING, VARIANTS, variants_of

    check_can_be_written(out, plots=plots)
    with live_engine(settings, reranker=reranker_of(settings)) as engine:
        measured = VARIANTS if plan.queries is not None else READING
        chosen = replace(plan, variants=plan.variants or variants_of(engine, measured, base=base))
        reader = base_reranker(settings, engine, base) if BASE in chosen.variants else None
        engine.warm_up()
        report = evaluation.evaluate(engine, chosen, base=reader, progress=progress)
    if out is not None:
        write_report(out, report, plots=plots)
    return report
