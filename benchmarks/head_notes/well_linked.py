#!/usr/bin/env python3
"""Print the head-notes whose marked judgment is about what they state, for `ihc-search evaluate`.

    python benchmarks/head_notes/well_linked.py taglines_paraphrase_dev.jsonl > linked.jsonl
    IHC_SEARCH_HOME=judgments ihc-search evaluate --queries linked.jsonl --variants bm25,fused,weighed,ours --out report

A court's website gives a head-note beside a judgment, and some stand beside another.  `read.jsonl` tells of the
head-notes that the engine did not answer first, and of 25 drawn from the others, what a language model found that read
each beside two judgments without knowing which was marked: whether the marked one is about what the head-note states,
and whether the other, which is the engine's first answer (its second where the first is the marked one), is.  Each
"yes", "partly" or "no"; `listed` is the place of the marked one.  No order has one of those with "no" among its first
ten, so that leaving them out makes no order better than another.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from pathlib import Path

READ = Path(__file__).with_name("read.jsonl")


def main() -> None:
    """Print the lines of the file that are well linked, as they stand."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("queries", type=Path, help="judged head-notes, JSON lines")
    queries = parser.parse_args().queries
    read = [json.loads(line) for line in READ.read_text(encoding="utf-8").splitlines()]
    elsewhere = {each["query_sha256"] for each in read if each["marked"] == "no"}
    kept = left_out = 0
    for line in queries.read_text(encoding="utf-8").splitlines():
        if hashlib.sha256(json.loads(line)["query"].encode()).hexdigest() in elsewhere:
            left_out += 1
        else:
            kept += 1
            print(line)
    print(f"{kept} head-notes; {left_out} left out, whose judgment is about another matter", file=sys.stderr)


if __name__ == "__main__":
    main()
