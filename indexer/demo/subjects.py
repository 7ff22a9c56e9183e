"""Subjects of law: what the invented cases are about, who brings them, and the points they turn on."""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Issue:
    """One point of law, in the court's words and in a lawyer's other words.

    All texts are templates (`indexer.demo.templates`).  ``{P}`` and ``{R}`` are the two sides, ``{w}`` is the
    circumstance in the court's words and ``{q}`` the same circumstance in the words of somebody who asks.
    """

    name: str
    circumstances: tuple[tuple[str, str], ...]
    """(court's words, other words); what tells two cases on this point apart."""
    facts: tuple[str, ...]
    argued: tuple[str, ...]
    answered: tuple[str, ...]
    law: tuple[str, ...]
    granted: tuple[str, ...]
    refused: tuple[str, ...]
    questions: tuple[str, ...]
    """The point as a lawyer would put it, each with ``{q}``."""


@dataclass(frozen=True, slots=True)
class Subject:
    """One field of the court's work."""

    name: str
    plain: str
    """As a searcher would call it: "bail", "rent"."""
    petitioners: tuple[str, ...]
    respondents: tuple[str, ...]
    forums: tuple[str, ...]
    """Whose order is challenged."""
    relief: str
    granted: tuple[str, ...]
    refused: tuple[str, ...]
    short_granted: tuple[str, ...]
    short_refused: tuple[str, ...]
    issues: tuple[Issue, ...]
    criminal: bool = False
    """Whether a first information report stands behind it."""


@functools.cache
def subjects() -> Mapping[str, Subject]:
    """Return every subject by its name."""
    from indexer.demo import subjects_civil, subjects_criminal, subjects_public, subjects_revenue, subjects_trial

    modules = (subjects_criminal, subjects_trial, subjects_public, subjects_civil, subjects_revenue)
    found = [subject for module in modules for subject in parse_subjects(module.TEXT)]
    return {subject.name: subject for subject in found}


def parse_subjects(text: str) -> list[Subject]:
    """Read subjects from lines of "key: template".

    A subject starts with "subject name | plain name", followed by "| criminal" where a crime report stands
    behind it; an issue of it with "issue name".  An indented line continues the one above.
    """
    blocks: list[tuple[list[str], list[tuple[str, _Lines]]]] = []
    lines = _Lines()
    lines_of: dict[int, _Lines] = {}
    for line in re.sub(r"\n +", " ", text).strip().splitlines():
        if line.startswith("subject "):
            lines = _Lines()
            blocks.append(([cell.strip() for cell in line.removeprefix("subject ").split("|")], []))
            lines_of[len(blocks)] = lines
        elif line.startswith("issue "):
            lines = _Lines()
            blocks[-1][1].append((line.removeprefix("issue ").strip(), lines))
        elif line:
            key, template = line.split(": ", 1)
            lines[key].append(template.strip())
    return [_subject(cells, lines_of[place], issues) for place, (cells, issues) in enumerate(blocks, start=1)]


class _Lines(defaultdict[str, list[str]]):
    """Key -> its templates in order."""

    def __init__(self) -> None:
        super().__init__(list)

    def of(self, key: str) -> tuple[str, ...]:
        if not self[key]:
            raise ValueError(f"no line {key!r}; each subject and issue needs one")
        return tuple(self[key])


def _subject(cells: list[str], lines: _Lines, issues: list[tuple[str, _Lines]]) -> Subject:
    return Subject(
        name=cells[0],
        plain=cells[1],
        petitioners=lines.of("petitioner"),
        respondents=lines.of("respondent"),
        forums=lines.of("forum"),
        relief=lines.of("relief")[0],
        granted=lines.of("granted"),
        refused=lines.of("refused"),
        short_granted=lines.of("short granted"),
        short_refused=lines.of("short refused"),
        issues=tuple(_issue(f"{cells[0]}: {name}", issue) for name, issue in issues),
        criminal="criminal" in cells[2:],
    )


def _issue(name: str, lines: _Lines) -> Issue:
    pairs = [circumstance.split(" = ") for circumstance in lines.of("with")]
    return Issue(
        name=name,
        circumstances=tuple((words, other) for words, other in pairs),
        facts=lines.of("fact"),
        argued=lines.of("argued"),
        answered=lines.of("answered"),
        law=lines.of("law"),
        granted=lines.of("granted"),
        refused=lines.of("refused"),
        questions=lines.of("question"),
    )
