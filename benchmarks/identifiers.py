"""Ask for every indexed case by its number, in many forms: is it first, and is a number that is not there told so?

    IHC_SEARCH_HOME=home python benchmarks/identifiers.py
    python benchmarks/identifiers.py --url http://127.0.0.1:8000 --sample 1000

Without ``--url`` every form of every number goes through the parser and the exact stage, in this process.  With it, one
form each of a sample goes over HTTP, in every mode, reranked and not.  A form is right where the case that stands first
holds what the form says of it: type (or one of the types that its alias stands for), serial and year, and category and
bench kind where they are written.  Prints what was not, and exits with 1 if anything was not.
"""

from __future__ import annotations

import argparse
import os
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass

from asking import Server, count, run
from search.cases import CaseNumber
from search.identifiers.case_number import parse_number
from search.identifiers.case_types import CASE_TYPES, URDU_NAMES
from search.query.parser import parse
from search.retrieval.exact import ExactRetriever
from search.settings import Settings
from search.snapshot.columns import Columns
from search.snapshot.reader import open_current
from search.text.normalise import fold

MODES = ("hybrid", "lexical", "dense")
SHOWN = 20
URDU_DIGITS = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
WORD_MISSPELLED_MIN = 6
"""Letters of a word that loses one; a shorter one may be another word then."""
SUFFIX_OF = {"bail": "B", "writ": "W", "q": "Q"}


@dataclass(frozen=True)
class Form:
    """One way to write a number."""

    text: str
    whole: bool = False
    """Whether category and bench kind are written, too."""


def forms(written: str, number: CaseNumber) -> Iterator[Form]:
    """Yield the forms of one number; at least 50."""
    serial, year, short = number.serial, number.year, f"{number.year % 100:02d}"
    court = written[: written.index(str(serial))].strip()
    plain = court.replace(".", "")
    whole = CaseNumber(number.case_type, serial, year, number.category, number.bench_kind)
    yield Form(written, whole=True)
    yield Form(written.lower(), whole=True)
    yield Form(written.upper(), whole=True)
    yield Form(written.replace(" (", "("), whole=bool(whole.category))
    yield Form(written.replace("/", " / ", 1), whole=True)
    yield Form(f"{court} {serial}/{year} {number.category}".strip())
    yield Form(f"{court} {serial}/{year} ({number.bench_kind})" if number.bench_kind else f"{court} {serial}/{year}")
    for type_ in (court, plain, plain.lower(), plain.upper()):
        yield Form(f"{type_} {serial}/{year}")
        yield Form(f"{type_} No. {serial}/{year}")
        yield Form(f"{type_} {serial} of {year}")
    yield Form(f"{plain} no {serial} of {year}")
    yield Form(f"{plain} No.{serial}-{year}")
    yield Form(f"{plain} # {serial}/{year}")
    yield Form(f"{court} {serial}/{short}")
    yield Form(f"{plain.lower()} {serial}/{short}")
    yield Form(f"{plain.lower()} {serial} of {short}")
    yield Form(f"{court} {serial:05d}/{year}" if serial < 10_000 else f"{court} {serial} / {year}")
    yield Form(f"{plain} {serial}–{year}")
    yield Form(f"{plain}-{serial}-{year}")
    yield Form(f"{plain} {serial} {year}")
    yield Form(f"{plain}_{serial}_of_{year}.pdf".replace(" ", "_"))
    yield Form(f"{court} {serial}/{year}".translate(URDU_DIGITS))
    yield Form(f"  {court}   {serial} /{year} ? ")
    yield Form(f"({court} {serial}/{year})")
    yield Form(f"case no. {court} {serial}/{year}")
    yield Form(f"What is the status of {court} {serial}/{year}?")
    yield Form(f"order dated 1.2.2024 in {court} {serial}/{year}")
    yield Form(f"{serial}/{year}")
    yield Form(f"{serial} of {year}")
    yield Form(f"{serial}/{year} {plain}")
    yield from _slips(court, plain, number)
    yield from _lists(court, plain, number)
    for letter in sorted({letter for word, letter in SUFFIX_OF.items() if word in fold(number.category)} or {"M"}):
        yield Form(f"{court} {serial}-{letter}/{year}")
        yield Form(f"{court} No. {serial}-{letter} of {year}")
        yield Form(f"{plain.lower()} {serial}{letter.lower()}/{short}")
    for alias in CASE_TYPES.get(number.case_type, ()):
        yield Form(f"{alias} {serial}/{year}")
        yield Form(f"{alias.lower()} no. {serial} of {year}")
    for alias in URDU_NAMES.get(number.case_type, ()):
        yield Form(f"{alias} نمبر {serial}/{year}".translate(URDU_DIGITS))


def _slips(court: str, plain: str, number: CaseNumber) -> Iterator[Form]:
    """Yield forms of other registries, and what typing and copying make of a number."""
    serial, year = number.serial, number.year
    yield Form(f"is {court} {serial}/{year} decided")
    yield Form(f"{plain}/{serial}/{year}")
    yield Form(f"{plain} ({(number.bench_kind or 'SB').lower()}) {serial}/{year}")
    yield Form(f"{court} No. {serial}/{year}-isl")
    yield Form(f"{court} No. X-{serial}/{year}")
    yield Form(f"{plain.lower()}{serial}of{year}")
    yield Form(f"{court} {serial} of year {year}")
    yield Form(f"{plain} {serial}\\{year}")
    yield Form(f"{court} {serial}\u200b/{year}")
    yield Form(f"{year} {plain} {serial}")
    yield Form(f'number:"{court} {serial}/{year}"')
    longest = max((alias for alias in CASE_TYPES.get(number.case_type, ()) if " " in alias), key=len, default="")
    word = max(re.findall("[A-Za-z]+", longest), key=len, default="")
    if len(word) >= WORD_MISSPELLED_MIN:
        yield Form(f"{longest.replace(word, word[:3] + word[4:])} {serial}/{year}")


def _lists(court: str, plain: str, number: CaseNumber) -> Iterator[Form]:
    """Yield lists that begin with a number, or lead to it behind one that no case has."""
    serial, year = number.serial, number.year
    yield Form(f"{court} Nos. {serial}, 7777771 and 7777772 of {year}")
    yield Form(f"{plain} {serial}/{year} & 7777771/{year}")
    yield Form(f"{court} 7777771/{year}, {serial}/{year}")
    yield Form(f"{plain} 7777771 and {serial}/{year}")
    yield Form(f"{court} Nos. {serial} to {serial + 2} of {year}")
    yield Form(f"{plain} {serial}-{serial + 1}/{year}")


@dataclass(frozen=True)
class Index:
    """The numbers of one snapshot."""

    columns: Columns
    numbers: dict[int, tuple[str, CaseNumber]]
    """doc_id -> number as the court writes it, and taken apart."""

    def is_right(self, found: int | None, form: Form, asked: CaseNumber) -> bool:
        """Whether the case that stands first is one that *form* names."""
        if found is None or found not in self.numbers:
            return False
        number = self.numbers[found][1]
        if (number.serial, number.year) != (asked.serial, asked.year):
            return False
        if form.whole:
            return number == asked
        named = {type_ for read in parse(form.text).numbers for type_ in (*read.case_types, *read.hinted_types)}
        return number.case_type in named or not named


def main() -> int:
    """Run the benchmark."""
    options = _options()
    settings = Settings.from_env(os.environ)
    snapshot = open_current(settings.snapshots)
    shown = snapshot.display(range(len(snapshot.columns)))
    numbers = {
        doc_id: (row["number"], number)
        for doc_id, row in enumerate(shown)
        if row["number"] and (number := parse_number(row["number"])) is not None
    }
    index = Index(snapshot.columns, numbers)
    ids = {row["id"]: doc_id for doc_id, row in enumerate(shown)}
    print(f"{len(numbers):,} numbers in {snapshot.generation}")
    if options.url:
        return _over_http(options, index, ids)
    return _through_the_exact_stage(index, seed=options.seed, absent=options.absent)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--url", help="ask a running server over the same home")
    parser.add_argument("--sample", type=count, default=1000, help="numbers to ask for over HTTP")
    parser.add_argument("--absent", type=count, default=1000, help="numbers that are not there")
    parser.add_argument("--seed", type=int, default=0)
    return parser.parse_args()


def _through_the_exact_stage(index: Index, *, seed: int, absent: int) -> int:
    retriever = ExactRetriever(index.columns)
    asked, wrong, fewest = 0, [], 10**6
    for written, number in index.numbers.values():
        made = list({form.text: form for form in forms(written, number)}.values())
        fewest = min(fewest, len(made))
        for form in made:
            asked += 1
            found = retriever.match(parse(form.text)).doc_ids
            if not index.is_right(found[0] if found else None, form, number):
                wrong.append(f"{form.text!r} (is {written!r})")
    print(f"{asked:,} forms, at least {fewest} of each number; first: {asked - len(wrong):,}")
    unproved = [text for text in _not_there(index, seed, absent) if not retriever.match(parse(text)).missing]
    print(f"{absent:,} numbers that are not there; told so: {absent - len(unproved):,}")
    return _told(wrong + unproved)


def _over_http(options: argparse.Namespace, index: Index, ids: dict[str, int]) -> int:
    server = Server(options.url)
    draw = random.Random(options.seed)
    chosen = draw.sample(sorted(index.numbers), min(options.sample, len(index.numbers)))
    wrong: list[str] = []
    asked = 0
    for doc_id in chosen:
        written, number = index.numbers[doc_id]
        form = draw.choice(list(forms(written, number)))
        for mode in MODES:
            for rerank in ("true", "false"):
                asked += 1
                results = server.get("/v1/search", q=form.text, mode=mode, rerank=rerank, limit=5)["results"]
                found = ids.get(results[0]["id"]) if results else None
                if not index.is_right(found, form, number):
                    wrong.append(f"{form.text!r} (is {written!r}) in mode {mode}, rerank={rerank}")
    print(f"{asked:,} answers over HTTP to {len(chosen):,} forms; first: {asked - len(wrong):,}")
    unproved = []
    for text in _not_there(index, options.seed, options.absent):
        absent = server.get("/v1/search", q=text, rerank="false", limit=5)["absent"]
        if len(absent) != 1 or not absent[0]["covered"]:
            unproved.append(text)
    print(f"{options.absent:,} numbers that are not there; told so: {options.absent - len(unproved):,}")
    return _told(wrong + unproved)


def _not_there(index: Index, seed: int, count: int) -> list[str]:
    """Return numbers of real types that no case has."""
    draw = random.Random(seed + 1)
    held = {(number.case_type, number.serial, number.year) for _, number in index.numbers.values()}
    types = sorted({number.case_type for _, number in index.numbers.values()} & set(CASE_TYPES))
    found: list[str] = []
    while len(found) < count:
        case_type, serial, year = draw.choice(types), draw.randint(1, 9999), draw.randint(2005, 2025)
        shared = {other for other in types if set(CASE_TYPES[other]) & set(CASE_TYPES[case_type])} | {case_type}
        if not any((other, serial, year) in held for other in shared | set(types)):
            found.append(f"{CASE_TYPES[case_type][0]} {serial}/{year}")
    return found


def _told(wrong: list[str]) -> int:
    for text in wrong[:SHOWN]:
        print(f"  not first, or not told: {text}")
    if len(wrong) > SHOWN:
        print(f"  and {len(wrong) - SHOWN:,} more")
    return 1 if wrong else 0


if __name__ == "__main__":
    run(main)
