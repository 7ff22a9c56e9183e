"""Values: what the slots of templates stand for in one invented case."""

from __future__ import annotations

from datetime import timedelta
from random import Random

from indexer.demo.cases import DemoCase
from indexer.demo.names import bank, company, family_name, man, pick
from indexer.demo.vocabulary import SECTORS, STATIONS, VILLAGES, other_role_of, role_of

_NUMBERS = {"days": (8, 95), "months": (4, 30), "years": (3, 28), "small": (2, 7), "percent": (11, 73),
            "grade": (14, 20), "kilos": (1100, 9800)}  # fmt: skip
_WEAPONS = ("pistol", "hatchet", "club", "rifle", "knife")


class Values(dict[str, str]):
    """What a template's slots stand for in one case; a figure once drawn stays the same through the text."""

    def __init__(self, case: DemoCase, rng: Random) -> None:
        role = role_of(case.form.case_type)
        super().__init__(
            P=f"the {role}",
            R=f"the {other_role_of(role)}" if case.respondent != "The State" else "the State",
            fir=case.fir.line if case.fir else "the case",
            station=case.fir.station if case.fir else pick(rng, STATIONS),
            date3=f"{case.heard + timedelta(days=20):%d.%m.%Y}",
            year=str(case.year),
        )
        self._case, self._rng = case, rng
        self["forum"] = pick(rng, case.subject.forums).format_map(self)

    def __missing__(self, slot: str) -> str:
        self[slot] = value = _drawn(slot, self._case, self._rng)
        return value


def _drawn(slot: str, case: DemoCase, rng: Random) -> str:
    """Draw the value of a slot."""
    if slot in _NUMBERS:
        low, high = _NUMBERS[slot]
        return str(low + int(rng.random() * (high - low)))
    if slot in {"date1", "date2"}:
        before = case.institution - timedelta(days=(200 if slot == "date1" else 20) + int(rng.random() * 160))
        return f"{before:%d.%m.%Y}"
    if slot in {"amount", "amount2"}:
        return _rupees(1 + int(rng.random() * (400 if slot == "amount" else 9)), 25_000 if slot == "amount" else 10_000)
    drawers = {"company": company, "bank": bank}
    if slot in drawers:
        return drawers[slot](rng)
    choices = {"place": SECTORS, "village": VILLAGES, "weapon": _WEAPONS}
    if slot in choices:
        return pick(rng, choices[slot])
    if slot == "mark":
        return f"{family_name(rng)} Gold"
    if slot in {"witness", "witness2", "officer"}:
        return man(rng)
    raise KeyError(f"a template has the slot {{{slot}}}, which nothing stands for")


def _rupees(count: int, unit: int) -> str:
    """Write an amount with the commas of lakhs: "Rs. 43,50,000/-"."""
    digits = str(count * unit)
    head, tail = digits[:-3], digits[-3:]
    groups: list[str] = []
    while head:
        groups.insert(0, head[-2:])
        head = head[:-2]
    return f"Rs. {','.join([*groups, tail])}/-"
