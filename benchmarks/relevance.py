#!/usr/bin/env python3
"""Measure a running server on judged queries.

    python benchmarks/relevance.py queries_dev.jsonl --param rerank=false

A line of the queries is ``{"query", "relevant": [source ids], "kind" (optional)}``.  Prints, per kind and for
all: queries, success at 1, MRR@10, nDCG@10 with binary gains, recall at 50, the share of reranked answers, and
the median latency as a client sees it.  A query without results counts as 0.
"""

from __future__ import annotations

import argparse
import math
import statistics
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from asking import Server, run
from search.evaluation.qrels import read_qrels

LIMIT = 100
COLUMNS = ("S@1", "MRR@10", "nDCG@10", "R@50", "reranked", "ms")


def measured(ranked: list[str], relevant: set[str]) -> dict[str, float]:
    """Score one ranking; see the module's text for the measures."""
    places = [place for place, case in enumerate(ranked, start=1) if case in relevant]
    gain = sum(1 / math.log2(place + 1) for place in places if place <= 10)
    ideal = sum(1 / math.log2(place + 1) for place in range(1, min(10, len(relevant)) + 1))
    return {
        "S@1": float(places[:1] == [1]),
        "MRR@10": 1 / places[0] if places and places[0] <= 10 else 0.0,
        "nDCG@10": gain / ideal,
        "R@50": sum(place <= 50 for place in places) / len(relevant),
    }


def rows(server: Server, queries: Path, parameters: dict[str, str]) -> Iterator[tuple[str, dict[str, float]]]:
    """Ask every query and yield its kind and figures."""
    for judged in read_qrels(queries):
        started = time.perf_counter()
        body = server.get("/v1/search", **{"q": judged.query, "limit": LIMIT, **parameters})
        waited = (time.perf_counter() - started) * 1000
        figures = measured([hit["source_id"] for hit in body["results"]], set(judged.relevant))
        yield judged.kind, {**figures, "reranked": float(body["reranked"]), "ms": waited}


def parameter(text: str) -> tuple[str, str]:
    """Read NAME=VALUE."""
    name, mark, value = text.partition("=")
    if not name or not mark:
        raise argparse.ArgumentTypeError(f"{text!r} is no parameter; expected one like rerank=false")
    return name, value


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description="Measure a running server on judged queries.")
    parser.add_argument("queries", type=Path)
    parser.add_argument("--url", default="http://127.0.0.1:8000")
    parser.add_argument(
        "--param", action="append", type=parameter, default=[], metavar="NAME=VALUE", help="added to every request"
    )
    given = parser.parse_args()
    by_kind: dict[str, list[dict[str, float]]] = defaultdict(list)
    for kind, figures in rows(Server(given.url), given.queries, dict(given.param)):
        by_kind[kind].append(figures)
        by_kind["ALL"].append(figures)
    print(f"| kind | queries | {' | '.join(COLUMNS)} |\n| --- |{' ---: |' * (len(COLUMNS) + 1)}")
    for kind in sorted(by_kind, key=lambda name: (name == "ALL", name)):
        cells = [statistics.fmean(row[name] for row in by_kind[kind]) for name in COLUMNS[:-1]]
        median = statistics.median(row["ms"] for row in by_kind[kind])
        print(f"| {kind} | {len(by_kind[kind])} | {' | '.join(f'{cell:.3f}' for cell in cells)} | {median:.0f} |")


if __name__ == "__main__":
    run(main)
