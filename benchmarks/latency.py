"""Ask a running server judged queries in every mode: how long does an answer take, and which stage takes it?

    IHC_SEARCH_DEADLINE_MS=0 ihc-search serve &
    python benchmarks/latency.py benchmarks/written/dev.jsonl --url http://127.0.0.1:8000

Asks one query after another over one connection, each in all modes in turn, so that other work on the machine slows
all of them alike.  Prints how many answers the cross-encoder has read, the 50th and 95th percentile of the time
between request and answer, and the median of every stage as the server tells it, in milliseconds.
"""

from __future__ import annotations

import argparse
import random
import time
from collections import defaultdict
from pathlib import Path

import numpy as np

from asking import Server, count, run
from search.evaluation.json_lines import read_rows, text_in

MODES = {
    "lexical": {"mode": "lexical", "rerank": "false"},
    "dense": {"mode": "dense", "rerank": "false"},
    "hybrid": {"mode": "hybrid", "rerank": "false"},
    "hybrid, reranked": {"mode": "hybrid", "rerank": "true"},
}
Times = dict[str, list[float]]


def main() -> None:
    """Run the benchmark."""
    options = _options()
    queries = list(read_rows(options.queries, lambda row: text_in(row, "query"), called='{"query": "..."}'))
    drawn = random.Random(options.seed).sample(queries, min(options.count, len(queries)))
    taken: Times = defaultdict(list)
    stages: dict[str, Times] = {name: defaultdict(list) for name in MODES}
    read = dict.fromkeys(MODES, 0)
    server = Server(options.url)
    for parameters in MODES.values():
        server.whole_answer(q=drawn[0], **parameters)  # the models are loaded by the first who needs them
    for query in drawn:
        for name, parameters in MODES.items():
            started = time.perf_counter()
            body = server.whole_answer(q=query, **parameters)
            taken[name].append((time.perf_counter() - started) * 1000)
            read[name] += body["reranked"]
            for stage, milliseconds in body["timing_ms"].items():
                stages[name][stage].append(milliseconds)
    _report(taken, read, stages)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("queries", type=Path, help="JSON lines with `query`")
    parser.add_argument("--url", default="http://127.0.0.1:8000", help="of the server")
    parser.add_argument("--count", type=count, default=100, help="how many of the queries to ask")
    parser.add_argument("--seed", type=int, default=1, help="of the draw")
    return parser.parse_args()


def _report(taken: Times, read: dict[str, int], stages: dict[str, Times]) -> None:
    print("| mode | answers | of them reranked | p50 ms | p95 ms | median ms of its stages |")
    print("| --- | ---: | ---: | ---: | ---: | --- |")
    for name, times in taken.items():
        middle, late = np.percentile(times, (50, 95))
        parts = ", ".join(f"{stage} {np.median(each):.0f}" for stage, each in stages[name].items() if stage != "total")
        print(f"| {name} | {len(times)} | {read[name]} | {middle:.0f} | {late:.0f} | {parts} |")


if __name__ == "__main__":
    run(main)
