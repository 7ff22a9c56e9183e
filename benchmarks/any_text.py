#!/usr/bin/env python3
"""Ask for random text: nothing that anybody types may break a reading, an expression or an answer.

    python benchmarks/any_text.py --count 100000
    python benchmarks/any_text.py --url http://127.0.0.1:8000 --count 2000 --mode lexical
    python benchmarks/any_text.py --url http://127.0.0.1:8000 --count 200 --mode hybrid

Strings are made of letters of several scripts, brackets, quotes, operators and legal words, up to 2,000 characters
long, the same in every run.  Without ``--url`` each goes through the reader and the grammar in this process; with it,
over HTTP (reranked in mode hybrid alone), where every answer but 200 and 422 is a failure.  Exits with 1 if anything
failed.
"""

from __future__ import annotations

import argparse
import collections
import datetime
import random
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator

from asking import Server, count, run
from search.identifiers.judge_names import JudgeNames
from search.query.reader import QueryReader
from search.text.spellings import SpellingIndex, same_name

LENGTH_MAX = 2000
PIECES = (
    *"()[]{}\"'“”«»:;,./\\|&*~^+-=<>!?#%@_ \t\n\r\0",
    *(" AND ", " OR ", " NOT ", "title:", "judge:", "year:2020..", "section:", 'number:"', "~5", "*"),
    *("wp 12/2023", "u/s 497", "PLD 2019", "fir 1/24 ps", " v ", " vs ", "Justice ", "pending", "after 1 March 2024"),
    *("2019 SCMR 45, 67", " and 9", "type:crl misc ", "Justice Invnted", "PPC", "O. VII R. 11 CPC", "302/34"),
    *("رٹ پٹیشن", "دفعہ ۳۰۲", "بنام", "۱۲۳۴/۲۰۲۳", "é", "ß", "İ", "𝒜", "\u202e", "\u0301", "\ud83d", "\ufeff", "漢字"),
)


def strings(count: int, seed: int) -> Iterator[str]:
    """Yield random strings; short ones are the most."""
    draw = random.Random(seed)
    for _ in range(count):
        length = min(LENGTH_MAX, int(draw.paretovariate(0.9) * 8))
        text = ""
        while len(text) < length:
            roll = draw.random()
            if roll < 0.5:
                text += draw.choice(PIECES)
            elif roll < 0.9:
                text += draw.choice("abcdefghijklmnopqrstuvwxyz     0123456789")
            else:
                text += chr(
                    draw.choice((draw.randrange(0x20, 0x2FF), draw.randrange(0x600, 0x6FF), draw.randrange(0x110000)))
                )
        yield text[:length]


def main() -> int:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=count, default=100_000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--url", help="ask a running server")
    parser.add_argument("--mode", default="lexical", help="mode of the searches over HTTP")
    options = parser.parse_args()
    ask = _over_http(options.url, options.mode) if options.url else _read
    outcomes: collections.Counter[str] = collections.Counter()
    slowest, failed = 0.0, []
    for text in strings(options.count, options.seed):
        started = time.perf_counter()
        try:
            outcomes[ask(text)] += 1
        except Exception as error:  # noqa: BLE001 - whatever is raised is what this looks for
            failed.append(f"{type(error).__name__}: {error}: {text[:100]!r}")
        slowest = max(slowest, time.perf_counter() - started)
    for outcome, times in outcomes.most_common():
        print(f"{times:>9,}  {outcome}")
    print(f"{len(failed):>9,}  failed; the slowest took {slowest * 1000:,.0f} ms")
    for line in failed[:10]:
        print(f"  {line}")
    return 1 if failed else 0


READER = QueryReader(
    judges=JudgeNames(["Honourable Mr. Justice Invented Example"], same_name=same_name),
    spellings=SpellingIndex([("muhammad", 9), ("hussain", 5), ("petitioner", 7)]),
    is_known=lambda term: term in {"petition", "bail"},
    case_types=("CRL MISC", "WP"),
    today=lambda: datetime.date(2024, 6, 1),
)


def _read(text: str) -> str:
    read = READER.read(text)
    for entity in (*read.understanding.entities, *read.understanding.respelled):
        if not 0 <= entity.start < entity.end <= len(text):
            raise ValueError(f"{entity} lies outside the text")
    if read.expression is not None:
        return "read with operators"
    return "read as plain words, with a problem told" if read.understanding.problems else "read as plain words"


def _over_http(url: str, mode: str) -> Callable[[str], str]:
    Server(url).get("/health/live")  # better one line now than one for each text

    def ask(text: str) -> str:
        rerank = "true" if mode == "hybrid" else "false"
        query = urllib.parse.urlencode({"q": text, "mode": mode, "limit": 3, "rerank": rerank}, errors="surrogatepass")
        try:
            with urllib.request.urlopen(f"{url}/v1/search?{query}", timeout=120) as answer:
                return f"HTTP {answer.status}"
        except urllib.error.HTTPError as error:
            if error.code == 422:
                return "HTTP 422"
            raise

    return ask


if __name__ == "__main__":
    run(main)
