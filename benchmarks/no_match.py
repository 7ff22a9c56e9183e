#!/usr/bin/env python3
"""Count how often a running server says that there is no good match.

    python benchmarks/no_match.py --answerable queries_dev.jsonl

The questions beside this script are invented, in the words of lawyers, about matters that the court's records do not
hold; a line is ``{"query", "kind"}``.  Of them the server should say so; of the answerable ones it should not.  Prints
each share with its Wilson interval at 95 %.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from asking import Server, run
from search.evaluation.json_lines import Object, read_rows, text_in
from search.evaluation.significance import rate_of

QUESTIONS = Path(__file__).with_name("unanswerable.jsonl")


def counted(server: Server, path: Path) -> dict[str, list[bool]]:
    """Ask every query of *path*; kind -> what was said."""
    said: dict[str, list[bool]] = defaultdict(list)
    for query, kind in read_rows(path, _query_and_kind, called='{"query": "...", "kind": "..."}'):
        flagged = bool(server.whole_answer(q=query, limit=1)["no_good_match"])
        said[kind].append(flagged)
        said["ALL"].append(flagged)
    return said


def _query_and_kind(row: Object) -> tuple[str, str]:
    return text_in(row, "query"), str(row.get("kind", "all"))


def table(said: dict[str, list[bool]]) -> Iterable[str]:
    """Yield the lines of a table."""
    yield "| kind | queries | no good match | 95 % |"
    yield "| --- | ---: | ---: | --- |"
    for kind in sorted(said, key=lambda name: (name == "ALL", name)):
        hits, of = sum(said[kind]), len(said[kind])
        rate = rate_of(hits, of)
        yield f"| {kind} | {of} | {rate.value:.3f} | {rate.low:.3f} to {rate.high:.3f} |"


def main() -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(description="Count how often a running server says that there is no good match.")
    parser.add_argument("--questions", type=Path, default=QUESTIONS, help="that the records cannot answer")
    parser.add_argument("--answerable", type=Path, help="judged queries that they can answer")
    parser.add_argument("--url", default="http://127.0.0.1:8000")
    given = parser.parse_args()
    server = Server(given.url)
    for name, path in (("cannot be answered", given.questions), ("can be answered", given.answerable)):
        if path:
            said = counted(server, path)
            print(f"\n{name} ({path.name})\n")
            print("\n".join(table(said)))


if __name__ == "__main__":
    run(main)
