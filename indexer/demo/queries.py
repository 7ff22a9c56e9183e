"""Queries on invented cases, planned before the corpus is written.

A query is made from one case, and asks for a key: a number, a pair of parties, a crime report, a point of law.
Every case that has the key is relevant, and all of them are listed.
"""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from random import Random

from indexer.demo.cases import DemoCase, case_at
from indexer.demo.names import family_names, pick, without_honorifics

Key = tuple[str, ...]
QUERIES_MAX = 2000
_KINDS = (("question", 24), ("exact", 14), ("identifier", 12), ("rich_template", 10), ("topical", 14), ("party", 8),
          ("description", 8), ("statute", 5), ("short", 5))  # fmt: skip
_TRIES = 60
_QUESTIONS = (
    "Which bench heard {title}?", "What is the case status for {title}?", "When was {title} instituted?",
    "Who are the petitioner's advocates in {title}?", "What was decided in {title}?", "Who is the judge in {title}?",
)  # fmt: skip
_RICH = (
    "Case involving {petitioner} and {respondent} in Islamabad High Court",
    "Explain the judgment in {petitioner} vs {respondent}",
    "Islamabad High Court {plain} decision for {petitioner} against {respondent}",
    "High Court ruling in the {plain} dispute between {petitioner} and {respondent}",
)
_IDENTIFIERS = (
    ("full", "{number}"), ("full", "{number} {plain}"), ("full", "Case {number}"), ("short", "{type} {serial}/{year}"),
    ("short", "{type} No. {serial} of {year}"), ("short", "status of {type} No.{serial}/{year}"),
)  # fmt: skip
_PARTIES = ("{name}", "cases of {name}", "{name} Islamabad High Court", "matters in which {name} is a party")
_FIR_TEXTS = ("{plain} in FIR No. {serial}/{year} dated {day} P.S. {station}",
              "Case arising out of FIR {serial}/{year} of {day} registered at {station}")  # fmt: skip
_OFFENCES = ("Section {sections} Police Station {station}", "offences under sections {sections}, P.S. {station}",
             "interpretation of section {sections} in a case of {station}")  # fmt: skip
_SLOT = re.compile(r"\s*\{\w+\}")


@dataclass(frozen=True, slots=True)
class PlannedQuery:
    """One query to be."""

    place: int
    """Of the case it is made from."""
    kind: str
    part: str
    text: str
    """With slots for the number where it names one."""
    key: Key
    """Empty where it asks for a number: that is known only once the corpus is written."""
    number: str = ""
    """"full" or "short" where it asks for a number."""

    def text_for(self, case: DemoCase) -> str:
        """Return the query, given its case with its serial."""
        if not self.number:
            return self.text
        slots = {"number": case.number, "type": case.form.case_type, "serial": case.serial, "year": case.year}
        return self.text.format(plain=case.subject.plain, **slots)

    def key_for(self, case: DemoCase) -> Key:
        """Return what the query asks for."""
        return self.key or number_keys(case)[0 if self.number == "full" else 1]


def queries_wanted(cases: int) -> int:
    """Five queries for every hundred cases, at least ten where there are ten cases, at most `QUERIES_MAX`."""
    return min(QUERIES_MAX, max(min(cases, 10), cases * 5 // 100))


def plan_queries(seed: int, cases: int) -> list[PlannedQuery]:
    """Plan the queries of a corpus, ordered by place; no text occurs twice."""
    rng = Random(f"{seed}:queries")
    kinds, weights = [kind for kind, _ in _KINDS], tuple(itertools.accumulate(weight for _, weight in _KINDS))
    planned: dict[tuple[str, int], PlannedQuery] = {}
    for _ in range(queries_wanted(cases)):
        kind = rng.choices(kinds, cum_weights=weights)[0]
        query = _planned(kind, seed, cases, rng) or _planned("question", seed, cases, rng)
        if query is not None:
            planned.setdefault((query.text, query.place if query.number else 0), query)
    return sorted(planned.values(), key=lambda query: (query.place, query.kind, query.text))


def _planned(kind: str, seed: int, cases: int, rng: Random) -> PlannedQuery | None:
    """Return a query of *kind* about a drawn case that suits it; None where none was found."""
    for _ in range(_TRIES):
        case = case_at(seed, 1 + int(rng.random() * cases))
        if case.part == "test" or case.dirt:
            continue
        found = _MAKERS[kind](case, rng)
        if found is not None:
            text, key, number = found
            return PlannedQuery(case.place, kind, case.part, text, key, number)
    return None


# --- One maker a kind: (text, key, "full" or "short" for a number); None where the case does not suit. ---------------

_Made = tuple[str, Key, str] | None


def _question(case: DemoCase, rng: Random) -> _Made:
    return (pick(rng, _QUESTIONS).format(title=case.title), _pair(case), "") if _families(case) else None


def _rich_template(case: DemoCase, rng: Random) -> _Made:
    sides = {"petitioner": case.petitioner, "respondent": case.respondent, "plain": case.subject.plain}
    return (pick(rng, _RICH).format(**sides), _pair(case), "") if _families(case) else None


def _exact(case: DemoCase, rng: Random) -> _Made:
    if rng.random() < 0.3:
        return "{number}", (), "full"
    return (case.title, _pair(case), "") if _families(case) else None


def _identifier(case: DemoCase, rng: Random) -> _Made:
    number, text = pick(rng, _IDENTIFIERS)
    return text, (), number


def _party(case: DemoCase, rng: Random) -> _Made:
    sides = [side for side in (case.petitioner, case.respondent) if _family(side) and "Bank" not in side]
    if not sides:
        return None
    name = pick(rng, sides)
    return pick(rng, _PARTIES).format(name=name), ("name", " ".join(without_honorifics(name))), ""


def _short(case: DemoCase, rng: Random) -> _Made:
    families = _families(case)
    return (f"{families[0]} VS {families[1]}", ("families", *families), "") if len(families) == 2 else None


def _description(case: DemoCase, rng: Random) -> _Made:
    if case.issues:
        issue, which = pick(rng, case.issues)
        words = _SLOT.sub("", issue.circumstances[which][0])
        return f"Case where {case.subject.plain}: {words}", ("point", issue.name, str(which)), ""
    if case.fir is None:
        return None
    fir = {"serial": case.fir.serial, "year": case.fir.day.year, "day": f"{case.fir.day:%d.%m.%Y}"}
    text = pick(rng, _FIR_TEXTS).format(plain=case.subject.plain.capitalize(), station=case.fir.station, **fir)
    return text, _fir_key(case), ""


def _statute(case: DemoCase, rng: Random) -> _Made:
    if case.fir is None:
        return None
    text = pick(rng, _OFFENCES).format(sections=case.fir.sections, station=case.fir.station)
    return text, ("offence", case.fir.sections, case.fir.station), ""


def _topical(case: DemoCase, rng: Random) -> _Made:
    if not case.issues:
        return None
    asked = [(issue, which, issue.circumstances[which][1]) for issue, which in case.issues]
    first, which, words = asked[0]
    text = pick(rng, first.questions).format(q=words)
    if len(asked) > 1 and rng.random() < 0.6:
        return f"{text}, and {asked[1][2]}", ("points", *sorted(_points(case)[:2])), ""
    return text, ("point", first.name, str(which)), ""


_MAKERS = {
    "question": _question, "exact": _exact, "identifier": _identifier, "rich_template": _rich_template,
    "party": _party, "short": _short, "description": _description, "statute": _statute, "topical": _topical,
}  # fmt: skip


# --- Keys -------------------------------------------------------------------------------------------------------------


def keys_of(case: DemoCase) -> Iterator[Key]:
    """Yield everything that a query can ask for and *case* answers."""
    sides = [_endings(case.petitioner), _endings(case.respondent)]
    for name in itertools.chain(*sides):
        yield "name", name
    for petitioner, respondent in itertools.product(*sides):
        yield "pair", petitioner, respondent
    families = _families(case)
    if len(families) == 2:
        yield "families", *families
    if case.fir is not None:
        yield _fir_key(case)
        yield "offence", case.fir.sections, case.fir.station
    for issue, which in case.issues:
        yield "point", issue.name, str(which)
    for pair in itertools.combinations(_points(case), 2):
        yield "points", *sorted(pair)
    yield from number_keys(case)


def number_keys(case: DemoCase) -> tuple[Key, Key]:
    """The full number, and the number without category and bench kind."""
    return ("full", case.number), ("short", case.form.case_type, str(case.serial), str(case.year))


def _pair(case: DemoCase) -> Key:
    return "pair", " ".join(without_honorifics(case.petitioner)), " ".join(without_honorifics(case.respondent))


def _points(case: DemoCase) -> list[str]:
    return [f"{issue.name} {which}" for issue, which in case.issues]


def _fir_key(case: DemoCase) -> Key:
    assert case.fir is not None  # asked only of cases with one
    return "fir", str(case.fir.serial), case.fir.day.isoformat(), case.fir.station


def _endings(name: str) -> list[str]:
    """Return the names under which a party is known: "muhammad imran zarvashi" and "imran zarvashi"."""
    words = without_honorifics(name)
    return [" ".join(words[start:]) for start in range(max(1, len(words) - 1))] if _family(name) else [" ".join(words)]


@functools.cache
def _family_set() -> frozenset[str]:
    return frozenset(family_names())


def _family(side: str) -> str:
    """Return the family name in a party's name; empty for a public office."""
    return next((word for word in side.replace(",", "").split() if word in _family_set()), "")


def _families(case: DemoCase) -> tuple[str, ...]:
    return tuple(filter(None, (_family(case.petitioner), _family(case.respondent))))


class Relevance:
    """Gathers the cases that answer what the queries ask for, while the corpus is written."""

    def __init__(self, keys: Iterable[Key]) -> None:
        self._found: dict[Key, list[str]] = {key: [] for key in keys if key}

    def want(self, keys: Iterable[Key]) -> None:
        """Look for *keys* too, from now on."""
        for key in keys:
            self._found.setdefault(key, [])

    def offer(self, keys: Iterable[Key], case_id: str) -> None:
        """Note the case under those of *keys* that are wanted."""
        for key in keys:
            if key in self._found and case_id not in self._found[key][-2:]:
                self._found[key].append(case_id)

    def of(self, key: Key) -> list[str]:
        """Return the ids of the relevant cases, in the order of the corpus."""
        return list(dict.fromkeys(self._found[key]))
