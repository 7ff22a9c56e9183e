"""The overview: the state of a home as figures to show and commands that would help."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from search.errors import SearchError
from search.text.amounts import amount

if TYPE_CHECKING:
    from indexer.status import KeptGeneration, Status

SHOWN_OF_A_DIGEST = 12
Figures = tuple[tuple[str, object], ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """What `ihc-search status` prints."""

    figures: Figures
    advice: tuple[str, ...]


def overview_of(home: Path, status: Status, reranker_name: Callable[[], str]) -> Overview:
    """Shape *status* for a person.

    Args:
        home: The folder that it is the status of.
        status: What is stored, kept and live.
        reranker_name: Says which reranker is in use; raises `SearchError` where it cannot be used.
    """
    try:
        reranker, problem = reranker_name(), ""
    except SearchError as error:
        reranker, problem = "cannot be used", str(error)
    figures = (
        ("home", home),
        ("cases stored", "none" if status.stored_cases is None else status.stored_cases),
        *_live_figures(status),
        *(("also kept", _kept_line(kept)) for kept in reversed(status.generations) if not kept.live),
        ("encoder", f"{status.encoder.name} {status.encoder.digest[:SHOWN_OF_A_DIGEST]}"),
        ("reranker", reranker),
    )
    return Overview(figures, tuple(line for line in (problem, _next_step(status)) if line))


def _live_figures(status: Status) -> Figures:
    if status.manifest is None:
        return (("generation", status.live or "none"),)
    counts = status.manifest.counts
    return (
        ("generation", status.manifest.generation),
        ("built", status.manifest.created),
        ("cases indexed", counts.cases),
        ("documents indexed", counts.documents),
        ("passages indexed", counts.passages),
    )


def _kept_line(kept: KeptGeneration) -> str:
    if kept.counts is None:
        return f"{kept.generation}: {kept.problem}"
    return f"{kept.generation}: {amount(kept.counts.cases, 'case')}, {kept.size_bytes / 1e6:,.0f} MB"


def _next_step(status: Status) -> str:
    if status.store_problem:
        return status.store_problem
    if not status.stored_cases and status.live is None:
        return "the store is empty; next: `ihc-search load PATH`"
    if status.live is None:
        return "nothing is indexed yet; next: `ihc-search reindex`"
    if status.manifest is None:
        return "the live generation cannot be read; next: `ihc-search reindex`, or `ihc-search rollback`"
    if status.changed:
        return f"changed since it was built: {', '.join(status.changed)}; next: `ihc-search reindex`"
    return 'up to date; try `ihc-search search "..."` or `ihc-search serve`'
