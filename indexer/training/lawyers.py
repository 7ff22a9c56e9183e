"""The kinds of query that lawyers type, made from one case.

A party on one side only, or both in either order, and spelled otherwise than the court spells them, or one name of
each; a number in short; a section with its act; a crime report with its police station; an advocate; a judge with a
subject; what the court ordered; and the issue in plain words.  None of them holds the court's own number or title as
it stands.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from indexer.training.answers import facing_key, number_key
from indexer.training.blanks import (
    MadeQuery,
    cited_of,
    draw_for,
    excerpt,
    fir_of,
    parties_of,
    query_key,
    sentences_of,
    subject_of,
)
from indexer.training.spellings import canonical, respelled, title_key, without_rest
from indexer.training.statutes import ACTS
from search.cases import Case
from search.identifiers.case_types import CASE_TYPES
from search.text.passages import court_words

ISSUES_PER_CASE = 3


class _Ask(NamedTuple):
    """A query before it knows its kind and its case."""

    query: str
    keys: tuple[str, ...] = ()
    phrase: str = ""


def lawyers_queries(case: Case, seed: int) -> Iterator[MadeQuery]:
    """Make queries of every kind for which *case* has what they ask for.

    Args:
        case: What the queries ask for; other cases may answer them too (`indexer.training.answers`).
        seed: Another seed, other words; the same seed, the same queries.
    """
    draw = draw_for(case, seed, "lawyers")
    for kind, ask in _KINDS.items():
        for asked in ask(case, draw):
            yield MadeQuery(asked.query, kind, case.source_id, frozenset(asked.keys), asked.phrase)


# --- Parties and numbers ----------------------------------------------------------------------------------------------


def _one_party(case: Case, draw: random.Random) -> Iterator[_Ask]:
    sides = [side for side in parties_of(case) if canonical(side) not in _EVERYBODY]
    if not sides:
        return
    side = draw.choice(sides)
    form = draw.choice(("{0}", "{0}", "{0} case", "cases of {0}", "{0} islamabad high court", "{0} etc"))
    yield _Ask(form.format(respelled(side, draw)), (f"party:{canonical(side)}",))


_EVERYBODY = frozenset(("state", "fop", "federation pakistan", "government pakistan", "cir", "public at large"))
"""Parties of so many cases that a name alone asks for nothing; as `canonical` writes them."""


def _both_parties(case: Case, draw: random.Random) -> Iterator[_Ask]:
    sides = parties_of(case)
    if len(sides) != 2:
        return
    first, second = (respelled(side, draw) for side in draw.sample(sides, 2))
    form = draw.choice(("{0} vs {1}", "{0} v. {1}", "{0} versus {1}", "{0} v {1}", "{0} and {1}", "{0} {1}"))
    yield _Ask(form.format(first, second), (f"title:{title_key(case.title)}",))


def _one_name_of_each(case: Case, draw: random.Random) -> Iterator[_Ask]:
    """As judgments are called in court: "Zarak v CDA"."""
    sides = [[word for word in _NAME.findall(side) if _is_telling(word)] for side in parties_of(case)]
    if len(sides) != 2 or not all(sides):
        return
    first, second = (draw.choice(words) for words in draw.sample(sides, 2))
    form = draw.choice(("{0} v {1}", "{0} vs {1}", "{0} v. {1}", "{0} versus {1}"))
    key = facing_key(canonical(first), canonical(second))
    yield _Ask(form.format(respelled(first, draw), respelled(second, draw)), (f"facing:{key}",))


_NAME = re.compile(r"[^\W\d_]{3,}")
_COMMON = frozenset("muhammad syed ministry secretary private limited company through islamabad pakistan".split())


def _is_telling(word: str) -> bool:
    name = canonical(word)
    return bool(name) and " " not in name and name not in _COMMON


def _short_number(case: Case, draw: random.Random) -> Iterator[_Ask]:
    if case.number is None:
        return
    number = case.number
    written = draw.choice(CASE_TYPES.get(number.case_type, (number.case_type,)))
    if draw.random() < 0.5:
        written = written.replace(".", "").lower()
    serial, year = number.serial, number.year
    query = written + draw.choice(
        (f" {serial}/{year}", f" no. {serial} of {year}", f" No.{serial}/{year}", f" {serial}-{year}",
         f" {serial}/{year % 100:02}")
    )  # fmt: skip
    keys = [f"number:{number_key(case)}"]
    if number.category and draw.random() < 0.5:
        query += f" {number.category.lower()}"
        keys.append(f"category:{query_key(number.category)}")
    yield _Ask(query, tuple(keys))


# --- What the record says ---------------------------------------------------------------------------------------------


def _statute(case: Case, draw: random.Random) -> Iterator[_Ask]:
    cited = cited_of(case)
    if not cited:
        return
    chosen = draw.choice(cited[:6])
    act = draw.choice((chosen.act, *ACTS[chosen.act][:1]))
    form = draw.choice(("{word} {number} {act}", "u/s {number} {act}", "{number} {act}", "{act} {word} {number}"))
    query, keys = form.format(word=chosen.word, number=chosen.number, act=act), [f"section:{chosen.key}"]
    if case.number and case.number.category and draw.random() < 0.6:
        query += f" {case.number.category.lower()}"
        keys.append(f"category:{query_key(case.number.category)}")
    yield _Ask(query, tuple(keys))


def _fir(case: Case, draw: random.Random) -> Iterator[_Ask]:
    number, station = fir_of(case), case.police_station.strip()
    if not number or not station:
        return
    year = f"/{case.fir_date.year}" if case.fir_date else ""
    form = draw.choice(
        ("FIR {number}{year} PS {station}", "FIR No. {number}{year} police station {station}",
         "{station} fir {number}{year}", "case fir no {number} p.s. {station}")
    )  # fmt: skip
    keys = (f"fir:{number}", f"station:{query_key(station)}")
    yield _Ask(form.format(number=number, year=year, station=station), keys)


def _advocate(case: Case, draw: random.Random) -> Iterator[_Ask]:
    names = [name for name in (*case.advocates_petitioner, *case.advocates_respondent) if len(canonical(name)) > 3]
    if not names:
        return
    name = draw.choice(names)
    form = draw.choice(("{0} advocate", "advocate {0}", "cases argued by {0}", "{0} ASC", "counsel {0}"))
    yield _Ask(form.format(respelled(name, draw)), (f"advocate:{canonical(name)}",))


def _judge(case: Case, draw: random.Random) -> Iterator[_Ask]:
    names = [name for name in case.judges if "chief justice" not in name.lower()]
    subject = subject_of(case)
    if not names or case.number is None or not subject or case.profile.subjects:
        return
    name = draw.choice(names)
    wanted = f"category:{query_key(case.number.category)}" if case.number.category else f"type:{case.number.case_type}"
    form = draw.choice(("justice {0} {1} {2}", "{1} {2} Justice {0}", "{1} decided by {0} J. in {2}"))
    query = form.format(respelled(name, draw), subject, case.number.year)
    yield _Ask(query, (f"judge:{canonical(name)}", wanted, f"year:{case.number.year}"))


# --- What the court said ----------------------------------------------------------------------------------------------


def _short_order(case: Case, draw: random.Random) -> Iterator[_Ask]:
    orders = [case.short_order, *(hearing.short_order for hearing in case.hearings)]
    told = [order.strip() for order in orders if len(order.split()) >= 4]
    if told:
        words = excerpt(draw.choice(told[:5]), draw, shortest=4, longest=14)
        yield _Ask(draw.choice(("{0}", "{0}", "order: {0}", "order that {0}")).format(words), phrase=words)
        return
    said = [order.strip(" .") for order in orders if order.strip(" .")]
    sides = [side for side in parties_of(case) if canonical(side) not in _EVERYBODY]
    if said and sides:
        side = draw.choice(sides)
        query = f"{respelled(without_rest(side), draw)} {subject_of(case)} {said[0].lower()}"
        yield _Ask(" ".join(query.split()), (f"party:{canonical(side)}",))


def _issue(case: Case, draw: random.Random) -> Iterator[_Ask]:
    told = [words for words in (*court_words(case), *_motions(case), case.incident) if len(words.split()) >= 6]
    ruling = [sentence for sentence in sentences_of(case) if _TELLING.search(sentence)]
    for said in [*told[:1], *draw.sample(ruling, min(ISSUES_PER_CASE, len(ruling)))]:
        words = _in_plain_words(" ".join(said.split()[: draw.randint(10, 28)]))
        if len(words.split()) >= 4:
            yield _Ask(draw.choice(("{0}", "{0}", "{0} case law", "judgment on {0}")).format(words), phrase=said)


def _motions(case: Case) -> Sequence[str]:
    return [motion.description for motion in case.motions]


def _in_plain_words(text: str) -> str:
    """Write *text* as somebody types it: no brackets, no joining words, no capitals."""
    bare = re.sub(r"^\W*\d+\W+|\([^)]*\)|[^\w\s/-]", " ", text.lower())
    return " ".join(word for word in bare.split() if word not in _JOINING)


_TELLING = re.compile(
    r"\b(?:whether|entitled|jurisdiction|maintainable|held|limitation|liable|settled|illegal|violat\w+|prayer|seek\w*"
    r"|challeng\w+|impugn\w+|aggrieved)\b",
    re.IGNORECASE,
)
_JOINING = frozenset("the a an of and or that this is was were are be been it its by in to for as at on with".split())

_KINDS: Mapping[str, Callable[[Case, random.Random], Iterator[_Ask]]] = {
    "party": _one_party,
    "parties": _both_parties,
    "names": _one_name_of_each,
    "number": _short_number,
    "statute": _statute,
    "fir": _fir,
    "advocate": _advocate,
    "judge": _judge,
    "short_order": _short_order,
    "issue": _issue,
}
