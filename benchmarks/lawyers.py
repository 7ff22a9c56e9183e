#!/usr/bin/env python3
"""Make the queries that lawyers type about the cases of one part of a split, for `ihc-search evaluate`.

    IHC_SEARCH_HOME=home python benchmarks/lawyers.py --split split.json --part dev > lawyers_dev.jsonl
    IHC_SEARCH_HOME=home ihc-search evaluate --queries lawyers_dev.jsonl --variants bm25,weighed,ours --out report

One name of each side ("Zarak v CDA"), a party in another spelling, an advocate, a section with its act and the like
(`indexer.training.lawyers`).  A query that a case outside that part answers as well is left out, and so is one that
more than ten answer.  Prints JSON lines with query, kind and relevant source ids.
"""

from __future__ import annotations

import argparse
import json
import os
from pathlib import Path

from asking import count, run
from indexer.jobs.parts import stored_cases
from indexer.training.made import made_examples
from indexer.training.split import Split
from search.evaluation.json_lines import PARTS
from search.settings import Settings


def main() -> None:
    """Print the queries."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--split", type=Path, required=True, help="JSON: source id to train, dev or test")
    parser.add_argument("--part", choices=PARTS, default="dev")
    parser.add_argument("--per-kind", type=count, default=120)
    options = parser.parse_args()
    split = Split.read(options.split)
    cases = stored_cases(Settings.from_env(os.environ))
    split.check_known(options.split, cases, options.part)
    askable = {case.source_id: case for case in cases if split.parts.get(case.source_id) == options.part}
    for made in made_examples(cases, askable, per_kind=options.per_kind):
        print(json.dumps({"query": made.query, "kind": made.kind, "relevant": made.relevant}, ensure_ascii=False))


if __name__ == "__main__":
    run(main)
