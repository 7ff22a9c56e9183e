"""Type random parties, numbers, judges and sections letter by letter: how long does each suggestion take?

    IHC_SEARCH_HOME=home python benchmarks/suggest.py
    IHC_SEARCH_HOME=home python benchmarks/suggest.py --url http://127.0.0.1:8000

Opens the live generation of that home, builds its suggester, and types 300 texts that are drawn from it, in this
process; with ``--url`` over HTTP as well, one request after another, from a server of the same generation.  Prints how
long the build took and the 50th, 95th and 99th percentile and the longest time of a keystroke in milliseconds.
"""

from __future__ import annotations

import argparse
import os
import random
import time
from collections.abc import Callable, Iterator

import numpy as np

from asking import Server, count, run
from search.retrieval.suggest import TEXT_LENGTH_MAX, suggester_of
from search.settings import Settings
from search.snapshot.reader import Snapshot, open_current

LIMIT = 8
URDU_DIGITS = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
Ask = Callable[[str], object]


def main() -> None:
    """Run the benchmark."""
    options = _options()
    snapshot = open_current(Settings.from_env(os.environ).snapshots)
    started = time.perf_counter()
    suggester = suggester_of(snapshot)
    print(f"{len(snapshot.columns)} cases, suggester built in {time.perf_counter() - started:.1f} s")
    texts = list(_texts(snapshot, options.texts, random.Random(options.seed)))

    server = Server(options.url) if options.url else None

    def ask(text: str) -> object:
        return suggester.suggest(text, limit=LIMIT)

    _report("in process", _times(texts, ask))
    # On a machine with other work the first says how busy it is, the second what a keystroke costs.
    _report("in process, processor time", _times(texts, ask, clock=time.thread_time))
    if server:
        _report("over HTTP", _times(texts, _asking(server)))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--url", help="a running server to ask as well")
    parser.add_argument("--texts", type=count, default=300, help="how many texts to type")
    parser.add_argument("--seed", type=int, default=1, help="of the random texts")
    return parser.parse_args()


def _texts(snapshot: Snapshot, count: int, chance: random.Random) -> Iterator[str]:
    """Yield texts that somebody may type: half of them parties, the others of the other kinds."""
    columns = snapshot.columns
    for _ in range(count):
        (row,) = snapshot.display([chance.randrange(len(columns))])
        sides = [side for side in row["title"].split(" VS ") if side.strip()] or ["state"]
        others = [row["number"], *map(_other_word_order, columns.vocabulary["section"]), *columns.vocabulary["judge"]]
        kind = chance.choice(("party", "party", "party", "number", "number", "other"))
        text = {"party": chance.choice(sides), "number": row["number"], "other": chance.choice(others)}[kind]
        yield chance.choice((str, str.lower, _in_urdu_digits))((text or sides[0]).strip())


def _other_word_order(key: str) -> str:
    """Write a section as people do: "497 CrPC"."""
    words = key.split()
    return " ".join((words[-1], *words[:-2]))


def _in_urdu_digits(text: str) -> str:
    return text.translate(URDU_DIGITS)


def _times(texts: list[str], ask: Ask, *, clock: Callable[[], float] = time.perf_counter) -> list[float]:
    times = []
    for text in texts:
        for end in range(1, min(len(text), TEXT_LENGTH_MAX) + 1):
            started = clock()
            ask(text[:end])
            times.append((clock() - started) * 1000)
    return times


def _asking(server: Server) -> Ask:
    def ask(text: str) -> object:
        return server.get("/v1/suggest", q=text, limit=LIMIT)

    ask("warm")
    return ask


def _report(name: str, times: list[float]) -> None:
    middle, late, latest = np.percentile(times, (50, 95, 99))
    found = f"p50 {middle:.2f}, p95 {late:.2f}, p99 {latest:.2f}, longest {max(times):.2f}"
    print(f"{name}: {len(times)} keystrokes, ms: {found}")


if __name__ == "__main__":
    run(main)
