"""What the court's site shows of an invented case: bench, hearing, order sheet, counsel, crime report."""

from __future__ import annotations

from datetime import timedelta
from random import Random

from indexer.demo.cases import DemoCase
from indexer.demo.names import pick
from indexer.demo.templates import render
from indexer.demo.values import Values
from indexer.demo.vocabulary import LIST_MARKS, STAGES, cumulative

NOTE = "Invented for demonstration: no real case, party, lawyer or judge."
_FIRST_ORDERS = (
    "Notice to respondents for {next}", "Notice. Record be summoned for {next}", "Admit, notice, record, {next}",
    "Let respondents file report and parawise comments before {next}", "Pre-admission notice for {next}",
    "Office objection overruled, number be allotted", "CM allowed subject to all just exceptions, notice for {next}",
    "Notice, meanwhile no coercive measure till {next}", "Interim relief declined, to come up on {next}",
)  # fmt: skip
_NEXT_ORDERS = (
    "Relist on {next}", "Adjourned at the request of learned counsel for {P} to {next}", "Nemo. Relist {next}",
    "Part heard, remaining arguments on {next}", "Comments not filed, last opportunity till {next}",
    "Counsel for {R} is before the Division Bench, relist", "File of connected matter be put up on {next}",
    "Report of the Registrar received, copies be supplied, {next}", "Arguments heard. Reserved",
    "Learned Law Officer seeks time for instructions, {next}", "Adjourned in view of the strike of lawyers, {next}",
    "Bailiff deputed to {place}, report on {next}", "Costs of {amount2} imposed, last chance till {next}",
    "Parties state that talks of settlement are under way, {next}", "Local commission to inspect the site in {place}",
    "Investigating officer to appear with record on {next}", "Evidence of {witness} recorded, cross on {next}",
)  # fmt: skip
_DISPOSED_ODDLY = ("Dismissed as withdrawn", "Dismissed for non-prosecution", "Disposed of as infructuous")


def record_of(case: DemoCase, rng: Random, values: Values, files: list[str]) -> dict[str, object]:
    """Return the record as the corpus has it: the fields of a real one, and the mark that it is invented."""
    facts = facts_of(case, rng, values) if case.has_orders else counsel_and_fir(case, rng)
    record: dict[str, object] = {
        "id": case.id,
        "title": case.title,
        "number": case.number,
        "court": "Islamabad High Court",
        "status": "Decided" if case.decided else "Pending",
        "bench": None if rng.random() < 0.08 else ", ".join(case.judges),
        "facts": {**facts, "note": NOTE} if facts else {},
        "pdf_files": files,
    }
    if case.dirt != "no_dates":
        record["institution_date"] = f"{case.institution:%d-%m-%Y}"
        record["hearing"] = hearing_of(case, rng)
    record["invented"] = True
    return record


def hearing_of(case: DemoCase, rng: Random) -> str:
    """Return the hearing as the court's list has it: day, list mark, stage."""
    if rng.random() < 0.09 and not case.has_orders:
        return "N/A"
    stage = rng.choices(STAGES, cum_weights=cumulative(tuple(float(weight) for _, weight in STAGES)))[0][0]
    mark = "" if stage == "URGENT CASES" else pick(rng, LIST_MARKS)
    day = ("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN")[case.heard.weekday()]
    return f"{day} {case.heard:%d-%m-%Y}{mark}\n{stage}"


def short_order_of(case: DemoCase, rng: Random, values: Values) -> str:
    """Return the court's last word; it agrees with the judgment where there is one."""
    if not case.decided:
        return ""
    if not case.has_judgment and rng.random() < 0.3:
        return pick(rng, _DISPOSED_ODDLY)
    return render(pick(rng, case.subject.short_granted if case.granted else case.subject.short_refused), rng, values)


def facts_of(case: DemoCase, rng: Random, values: Values) -> dict[str, str]:
    """Return the details of a case whose order sheet is known."""
    short_order = short_order_of(case, rng, values)
    facts = counsel_and_fir(case, rng, always=True)
    if short_order:
        facts["short_order"] = short_order
    facts["orders"] = _order_sheet(case, rng, values, short_order)
    return facts


def counsel_and_fir(case: DemoCase, rng: Random, *, always: bool = False) -> dict[str, str]:
    """Return what is known of counsel and crime report; nothing for a bare row."""
    facts: dict[str, str] = {}
    if always or case.has_judgment:
        facts["advocates_petitioner"] = case.counsel[0]
        if rng.random() < 0.4:
            facts["advocates_respondent"] = case.counsel[1]
        if case.fir is not None:
            facts |= {
                "fir_number": str(case.fir.serial),
                "fir_date": f"{case.fir.day:%d-%m-%Y}",
                "police_station": case.fir.station,
                "under_section": case.fir.line,
            }
    return facts


def _order_sheet(case: DemoCase, rng: Random, values: Values, short_order: str) -> str:
    """The rows of the order sheet, latest first; a third of the sheets list some rows twice, as the site does."""
    count = 1 + int(rng.random() * 4)
    span = (case.heard - case.institution).days
    days = sorted({case.institution + timedelta(days=span * step // count) for step in range(count)} | {case.heard})
    rows = []
    for place, day in enumerate(days):
        following = days[place + 1] if place + 1 < len(days) else day + timedelta(days=30)
        order = short_order if short_order and day == days[-1] else _order(rng, values, place, f"{following:%d.%m.%Y}")
        stage = ("URGENT CASES", "NOTICE CASES", "MOTION CASES")[0 if place == 0 else 1 + (rng.random() < 0.2)]
        rows.append(f"SR {1 + int(rng.random() * 24)} - {day:%d-%m-%Y} - {stage} - {order}")
    rows.reverse()
    if rng.random() < 0.33:
        rows += rows[: 1 + int(rng.random() * len(rows))]
    return " | ".join(rows)


def _order(rng: Random, values: Values, place: int, following: str) -> str:
    values["next"] = following
    return render(pick(rng, _NEXT_ORDERS if place else _FIRST_ORDERS), rng, values)
