#!/usr/bin/env python3
"""Ask for cases by their title with names spelled otherwise: is the case among the first five?

    IHC_SEARCH_HOME=home python benchmarks/spellings.py --count 500

Takes titles that hold a name which the table of spellings knows (`search.text.spellings`), writes each such name in
another spelling of its class, and searches for that in mode lexical, without a reranker.  A title that several cases
bear counts as found with any of them.  Prints the share found with spellings looked up and, for comparison, without.
"""

from __future__ import annotations

import argparse
import os
import random
import re
from collections.abc import Iterator

from asking import count, run
from indexer import jobs
from search.errors import InputError
from search.query.request import SearchRequest
from search.settings import Settings
from search.text.spellings import variants_of

FIRST = 5
SHOWN = 10
_NAME = re.compile(r"[A-Za-z]{3,}")


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=count, default=500)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    settings = Settings.from_env(os.environ)
    found = {True: 0, False: 0}
    missed: list[str] = []
    asked = 0
    with jobs.live_engine(settings) as engine:
        titles = [str(row["title"]) for row in engine.snapshot.display(range(len(engine.snapshot.columns)))]
        for title, query in _families(titles, random.Random(options.seed), options.count):
            asked += 1
            for exact in (False, True):
                request = SearchRequest(q=query, limit=FIRST, mode="lexical", rerank=False, exact=exact)
                hit = any(result.title == title for result in engine.search(request).results)
                found[exact] += hit
                if not exact and not hit:
                    missed.append(f"{query!r} for {title!r}")
    if not asked:
        raise InputError("no title of this home holds a name that has another spelling; load cases with such titles")
    print(f"{asked:,} titles with names spelled otherwise; among the first {FIRST}: {found[False] / asked:.3f}")
    print(f"with the words taken as written: {found[True] / asked:.3f}")
    for line in missed[:SHOWN]:
        print(f"  missed: {line}")


def _families(titles: list[str], draw: random.Random, count: int) -> Iterator[tuple[str, str]]:
    """Yield titles, each with one where every name of the table is in another spelling."""
    made = 0
    for title in draw.sample(titles, len(titles)):
        if made == count:
            return
        respelled = _NAME.sub(lambda match: _other(match.group(), draw), title)
        if respelled != title:
            made += 1
            yield title, respelled


def _other(word: str, draw: random.Random) -> str:
    others = variants_of(word)
    return draw.choice(others).capitalize() if others else word


if __name__ == "__main__":
    run(main)
