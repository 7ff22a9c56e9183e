"""Invented cases: everything about one case but its serial is a function of the seed and its place.

So any case can be made again without those before it: queries are planned before the corpus is written.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from random import Random
from typing import Literal

from indexer.demo.names import advocate, bank, company, judges, person, pick
from indexer.demo.subjects import Issue, Subject, subjects
from indexer.demo.vocabulary import (
    NARCOTICS,
    OFFENCES,
    STATIONS,
    YEARS,
    CourtForm,
    court_forms,
    cumulative,
)

Dirt = Literal["", "twin", "other_category", "same_parties", "collision", "no_dates"]
"""What is wrong with a record: see `indexer.demo.readme`."""
_DIRT: tuple[tuple[float, Dirt], ...] = (
    (0.002, "twin"), (0.005, "other_category"), (0.006, "same_parties"), (0.0065, "collision"), (0.0095, "no_dates"),
)  # fmt: skip
_SUFFIXES = ("",) * 11 + (" etc",) * 4 + (", etc", " etc.", " & others", " and others", " and another")
_ENDINGS = (" etc.", " etc", " & others", " and others", " and another", " & another", " (deceased) through LRs")
_LAST_DAY = date(2025, 11, 28)
ORDERS_SHARE, ORDERS_SHARE_WITH_JUDGMENT, JUDGMENT_SHARE = 0.16, 0.5, 0.12


@dataclass(frozen=True, slots=True)
class Fir:
    """A first information report."""

    serial: int
    day: date
    station: str
    sections: str

    @property
    def line(self) -> str:
        """As the court's form has it."""
        dated = f"FIR No. {self.serial}/{self.day.year} dated {self.day:%d.%m.%Y}"
        return f"{dated} U/s {self.sections} P.S. {self.station}, Islamabad"


@dataclass(frozen=True, slots=True)
class DemoCase:
    """One invented case."""

    place: int
    """1 for the first of the corpus."""
    form: CourtForm
    subject: Subject
    year: int
    petitioner: str
    respondent: str
    title: str
    judges: tuple[str, ...]
    counsel: tuple[str, str]
    decided: bool
    granted: bool
    institution: date
    heard: date
    part: str
    """train, dev or test."""
    has_orders: bool = False
    issues: tuple[tuple[Issue, int], ...] = ()
    """(issue, which of its circumstances); empty for a case without a judgment."""
    fir: Fir | None = None
    dirt: Dirt = ""
    serial: int = field(default=0)

    @property
    def id(self) -> str:
        """The id in the records."""
        return f"demo-{self.place}"

    @property
    def number(self) -> str:
        """The number as the court writes it."""
        return self.form.number(self.serial, self.year)

    @property
    def has_judgment(self) -> bool:
        """Whether a judgment is written for it."""
        return bool(self.issues)


def case_at(seed: int, place: int) -> DemoCase:
    """Make the case at *place* of the corpus of *seed*; its serial is still 0."""
    rng = Random(f"{seed}:{place}")
    dirt = _dirt(rng.random(), place)
    if dirt in {"twin", "other_category", "same_parties", "collision"} and _raw_dirt(seed, place - 1):
        dirt = ""  # what it would repeat is itself a repetition
    case = _clean_case(rng, place)
    return replace(case, dirt=dirt) if dirt in {"", "no_dates"} else _repeating(case, case_at(seed, place - 1), dirt)


def _raw_dirt(seed: int, place: int) -> Dirt:
    return _dirt(Random(f"{seed}:{place}").random(), place)


def _dirt(drawn: float, place: int) -> Dirt:
    dirt: Dirt = next((name for share, name in _DIRT if drawn < share), "")
    return dirt if place > 1 else ""


def _repeating(case: DemoCase, before: DemoCase, dirt: Dirt) -> DemoCase:
    """Return *case* as a repetition of the case *before* it, in the manner of *dirt*."""
    if dirt == "twin":
        return replace(before, place=case.place, title=_damaged(before.title), dirt=dirt, part=before.part,
                       has_orders=False, issues=())  # fmt: skip
    same_parties = dirt == "same_parties"
    form = before.form if dirt == "collision" else _other_form(before.form)
    if form is None:
        return case
    rng = Random(f"repeating {case.place}")
    subject = subjects()[form.subject]
    petitioner, respondent = _sides(rng, subject)
    return replace(
        before if same_parties else case,
        place=case.place,
        dirt=dirt,
        form=form,
        subject=subject,
        year=before.year,
        institution=before.institution,
        heard=before.heard,
        part=case.part,
        fir=None,
        issues=(),
        has_orders=False,
        judges=_bench(rng, form.bench_kind),
        petitioner=before.petitioner if same_parties else _bare(petitioner),
        respondent=before.respondent if same_parties else _bare(respondent),
        title=before.title if same_parties else f"{petitioner} VS {respondent}",
    )


def _other_form(form: CourtForm) -> CourtForm | None:
    """Return another kind of case under the same case type, where the court has one."""
    return next((other for other in _forms_of_type(form.case_type) if other != form), None)


def _damaged(title: str) -> str:
    """A title as the court's site sometimes spoils it: hyphens turned into versus marks, or shouted."""
    return title.replace("-", " VS ") if "-" in title else title.upper()


@functools.cache
def _forms_of_type(case_type: str) -> tuple[CourtForm, ...]:
    return tuple(form for form in court_forms() if form.case_type == case_type)


@functools.cache
def _weights() -> tuple[tuple[float, ...], tuple[float, ...]]:
    forms = cumulative(tuple(form.weight for form in court_forms()))
    return forms, cumulative(tuple(float(weight) for _, weight in YEARS))


def _clean_case(rng: Random, place: int) -> DemoCase:
    form_weights, year_weights = _weights()
    form = rng.choices(court_forms(), cum_weights=form_weights)[0]
    year = rng.choices(YEARS, cum_weights=year_weights)[0][0]
    subject = subjects()[form.subject]
    petitioner, respondent = _sides(rng, subject)
    institution = _working(
        date(year, 1, 1) + timedelta(days=int(rng.random() * (300 if year == _LAST_DAY.year else 360)))
    )
    has_judgment = rng.random() < JUDGMENT_SHARE
    issues = _issues(rng, subject) if has_judgment else ()
    has_orders = rng.random() < (ORDERS_SHARE_WITH_JUDGMENT if has_judgment else ORDERS_SHARE)
    return DemoCase(
        place=place,
        form=form,
        subject=subject,
        year=year,
        petitioner=_bare(petitioner),
        respondent=_bare(respondent),
        title=f"{petitioner}{_suffix(rng, petitioner)} VS {respondent}{_suffix(rng, respondent)}",
        judges=_bench(rng, form.bench_kind),
        counsel=(advocate(rng), advocate(rng)),
        decided=has_judgment or rng.random() < 0.76,
        granted=rng.random() < 0.48,
        institution=institution,
        heard=min(_LAST_DAY, _working(institution + timedelta(days=3 + int(900 * rng.random() ** 2)))),
        part=_part(rng, place),
        has_orders=has_orders,
        issues=issues,
        fir=_fir(rng, subject, issues, institution) if subject.criminal and (has_judgment or has_orders) else None,
    )


def _working(day: date) -> date:
    """Return *day*, or the Monday after it where the court is closed."""
    return day + timedelta(days=7 - day.weekday() if day.weekday() >= 5 else 0)


def _part(rng: Random, place: int) -> str:
    """Draw the case's part; the first two are set, so that the smallest corpus has a query."""
    drawn = rng.choices(("train", "dev", "test"), cum_weights=(40, 60, 100))[0]
    return {1: "train", 2: "dev"}.get(place, drawn)


def _sides(rng: Random, subject: Subject) -> tuple[str, str]:
    petitioner = pick(rng, subject.petitioners)
    # One office hardly ever sues another.
    named = tuple(side for side in subject.respondents if "{" in side or "{" in petitioner) or subject.respondents
    one, other = party(rng, petitioner), party(rng, pick(rng, named))
    while _bare(one) == _bare(other):
        other = party(rng, pick(rng, named))
    return one, other


def party(rng: Random, template: str) -> str:
    """Write one side of a title: "{person} etc", "CDA & others"."""
    if "{" not in template:
        return template
    return template.format_map(_Drawn(rng))


class _Drawn(dict[str, str]):
    """Draws only the names that a template asks for."""

    def __init__(self, rng: Random) -> None:
        super().__init__()
        self._rng = rng

    def __missing__(self, slot: str) -> str:
        if slot in {"person", "company", "bank"}:
            return {"person": person, "company": company, "bank": bank}[slot](self._rng)
        return pick(self._rng, STATIONS) if slot == "station" else str(46 + int(self._rng.random() * 3))


def _suffix(rng: Random, side: str) -> str:
    drawn = pick(rng, _SUFFIXES)
    return "" if _bare(side) != side else drawn


def _bare(side: str) -> str:
    """Return a side's first party: "CDA & others" gives "CDA"."""
    for ending in _ENDINGS:
        side = side.removesuffix(ending)
    return side.rstrip(",")


def _bench(rng: Random, bench_kind: str) -> tuple[str, ...]:
    wanted = {"SB": 1, "DB": 2, "LB": 3}[bench_kind]
    first = int(rng.random() * len(judges()))
    step = 1 + int(rng.random() * 5)
    return tuple(judges()[(first + step * more) % len(judges())] for more in range(wanted))


def _issues(rng: Random, subject: Subject) -> tuple[tuple[Issue, int], ...]:
    wanted = rng.choices((1, 2, 3), cum_weights=(55, 90, 100))[0]
    left: list[Issue] = list(subject.issues)
    chosen = [left.pop(int(rng.random() * len(left))) for _ in range(min(wanted, len(left)))]
    return tuple((issue, int(rng.random() * len(issue.circumstances))) for issue in chosen)


def _fir(rng: Random, subject: Subject, issues: Sequence[tuple[Issue, int]], institution: date) -> Fir:
    sections: Sequence[str] = NARCOTICS if subject.name == "narcotics" else OFFENCES
    if any("cheque" in issue.name for issue, _ in issues):
        sections = ("489-F PPC",)
    day = institution - timedelta(days=5 + int(400 * rng.random()))
    return Fir(1 + int(rng.random() * 1500), day, pick(rng, STATIONS), pick(rng, sections))
