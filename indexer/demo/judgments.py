"""Invented judgments: heading, counsel, facts, arguments, numbered reasoning, order; 600 to 2,500 words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from random import Random

from indexer.demo.cases import DemoCase
from indexer.demo.names import person, pick
from indexer.demo.paragraphs import (
    CHRONOLOGY,
    CLOSING,
    EVIDENCE,
    FORMS,
    HEARD,
    HISTORY,
    LEADS,
    OPENING,
    PRECEDENTS,
    PRINCIPLES,
    QUESTION,
    REFLECTIONS,
    REPLIES,
)
from indexer.demo.subjects import Issue
from indexer.demo.templates import render, some
from indexer.demo.values import Values
from indexer.demo.vocabulary import LONG_TYPES, OFFICES, other_role_of, role_of

MARK = "Invented for demonstration: not a judgment of any court."
LINE_LENGTH = 78


def judgment_of(case: DemoCase, rng: Random, values: Values) -> str:
    """Write the judgment of *case*, set in lines as text out of a PDF is."""
    paragraphs = [*_heading(case, rng, values), *_numbered(_body(case, rng, values)), *_signature(case, rng), MARK]
    return "\n".join(paragraph if "\n" in paragraph else _in_lines(paragraph) for paragraph in paragraphs) + "\n"


def _heading(case: DemoCase, rng: Random, values: Values) -> list[str]:
    written = LONG_TYPES.get(case.form.case_type, case.form.case_type)
    serial = f" {case.serial:02d} of " if rng.random() < 0.6 else f"{case.serial}/"
    number = f"{written} No.{serial}{case.year}"
    sides = [OFFICES.get(side, side) if rng.random() < 0.5 else side for side in (case.petitioner, case.respondent)]
    versus = pick(rng, ("Versus", "VS", "versus"))
    heading = f"{pick(rng, FORMS)}\n\n{number}\n\n{sides[0]}\n{versus}\n{sides[1]}\n"
    role, other = role_of(case.form.case_type).title(), other_role_of(role_of(case.form.case_type)).title()
    counsel = f"{role} by: {case.counsel[0]}, Advocate.\n{other} by: {case.counsel[1]}, Advocate."
    return [heading, counsel, f"Date of hearing: {case.heard:%d.%m.%Y}.\n", f"{_name(case.judges[0]).upper()}, J.-"]


def _name(judge: str) -> str:
    return judge.split("Justice ", 1)[1]


def _signature(case: DemoCase, rng: Random) -> list[str]:
    lines = [f"({_name(judge).upper()})\nJUDGE" for judge in case.judges]
    return [*lines, f"Announced in open Court on {case.heard + timedelta(days=int(rng.random() * 20)):%d.%m.%Y}."]


def _body(case: DemoCase, rng: Random, values: Values) -> Iterator[str]:
    """Yield the paragraphs in order."""
    subject, issues = case.subject, _worded(case, rng, values)
    length = 7 + int(rng.random() ** 2 * 14)  # how many further paragraphs: most judgments are short
    prayer = render(f"{_matter(case)} {subject.relief}", rng, values)
    yield f"{render(pick(rng, OPENING), rng, values)} the {prayer[:1].lower()}{prayer[1:]}."
    facts = [_said(fact, words, rng, values) for issue, words in issues for fact in issue.facts]
    yield " ".join([render(pick(rng, LEADS), rng, values), *facts])
    yield from _rendered(some(rng, CHRONOLOGY, 1 + length // 3), rng, values)
    yield from _rendered(some(rng, HISTORY, 1), rng, values)
    for issue, words in issues:
        yield f"{_counsel_opens(rng, values)} {_said(pick(rng, issue.argued), words, rng, values)}"
    replies = [_said(pick(rng, issue.answered), words, rng, values) for issue, words in issues]
    yield " ".join([*replies, *_rendered(some(rng, REPLIES, 1), rng, values)])
    yield render(pick(rng, HEARD), rng, values)
    yield from _reasoning(case, issues, rng, values, length)
    yield " ".join(_rendered([pick(rng, CLOSING)], rng, values) + _rendered(_order(case, rng), rng, values))


def _order(case: DemoCase, rng: Random) -> list[str]:
    return [pick(rng, case.subject.granted if case.granted else case.subject.refused)]


def _matter(case: DemoCase) -> str:
    return LONG_TYPES.get(case.form.case_type, "matter").lower()


def _counsel_opens(rng: Random, values: Mapping[str, str]) -> str:
    return render("Learned counsel for {P} [addressed the Court at length|opened the case|spoke first].", rng, values)


def _worded(case: DemoCase, rng: Random, values: Values) -> list[tuple[Issue, str]]:
    """The points of the case, each with its circumstance in the court's words."""
    return [(issue, _lowered(render(issue.circumstances[which][0], rng, values))) for issue, which in case.issues]


def _lowered(text: str) -> str:
    first = text.split(" ", 1)[0]
    return text[:1].lower() + text[1:] if first in {"The", "A", "An", "No", "Nothing", "Another"} else text


def _said(template: str, words: str, rng: Random, values: Values) -> str:
    values["w"] = words
    return render(template, rng, values)


def _reasoning(
    case: DemoCase, issues: Sequence[tuple[Issue, str]], rng: Random, values: Values, length: int
) -> Iterator[str]:
    yield render(pick(rng, QUESTION), rng, values)
    precedents = some(rng, PRECEDENTS, length // 2)
    principles = some(rng, PRINCIPLES, 1 + length // 2)
    evidence = some(rng, EVIDENCE, length // 2)
    for issue, words in issues:
        for law in some(rng, issue.law, 2):
            yield " ".join([_said(law, words, rng, values), *_cited(precedents[:1], rng, values)])
            precedents = precedents[1:]
        holdings = issue.granted if case.granted else issue.refused
        yield " ".join(_said(holding, words, rng, values) for holding in some(rng, holdings, 2))
    yield from _rendered(evidence, rng, values)
    yield from _rendered(some(rng, REFLECTIONS, length // 2), rng, values)
    yield from _rendered(principles, rng, values)
    yield from _cited(precedents, rng, values)


def _cited(precedents: Sequence[str], rng: Random, values: Values) -> Iterator[str]:
    """Yield *precedents*, each with an authority that nobody will find in a law report."""
    for precedent in precedents:
        year, page = 1985 + int(rng.random() * 38), 1 + int(rng.random() * 2400)
        values["case"] = f"{person(rng)} v. {person(rng)} ({year} Demo Law Reports {page})"
        yield render(precedent, rng, values)


def _rendered(templates: Sequence[str], rng: Random, values: Mapping[str, str]) -> list[str]:
    return [render(template, rng, values) for template in templates]


def _numbered(paragraphs: Iterator[str]) -> Iterator[str]:
    for place, paragraph in enumerate(paragraphs, start=1):
        yield paragraph if place == 1 else f"{place}. {paragraph}"


def _in_lines(paragraph: str) -> str:
    lines, line = [], ""
    for word in paragraph.split(" "):
        if len(line) + len(word) >= LINE_LENGTH:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    return "\n".join([*lines, line])


def document_of(case: DemoCase, text: str, file_name: str, *, tied: bool) -> dict[str, object]:
    """Return the line of the documents file for a judgment."""
    return {
        "file": file_name,
        "pages": 1 + text.count("\n") // 34,
        "chars": len(text),
        "text": text,
        "record_id": case.id if tied else None,
        "invented": True,
    }


def file_name_of(case: DemoCase, rng: Random) -> str:
    """Return a file name as the court's site gives: type, number and eighteen digits."""
    kind = case.form.case_type.replace(" ", "_")
    number = f"{case.serial:02d}_of_{case.year}" if rng.random() < 0.6 else f"{case.serial}-{case.year}"
    stamp = 630000000000000000 + int(rng.random() * 10**12) * 1000 + case.place % 1000
    return f"{kind}_No._{number}_{stamp}.pdf"
