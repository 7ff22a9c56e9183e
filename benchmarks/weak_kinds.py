#!/usr/bin/env python3
"""Compare the kinds of weak query: one short training for each, the same number of pairs, steps and seed.

    IHC_SEARCH_HOME=... ihc-search weak-data weak.jsonl.gz --leave-out judged.jsonl
    IHC_SEARCH_HOME=... python benchmarks/weak_kinds.py weak.jsonl.gz --queries judged.jsonl

Each model starts from the packaged body and learns from lists of one kind alone; a kind with too few of them is
learned from again and again.  It then orders the candidates of judged queries, whose judgments taught nothing, as far
as the first stage finds the answer.  Prints MRR@10 of that order; beside the kinds stand lists of all kinds together
and the order in which the candidates were found.
"""

from __future__ import annotations

import argparse
import os
import random
import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from asking import count, run
from indexer import jobs
from indexer.training.lists import JudgedList, read_lists
from indexer.training.readings import Reading
from indexer.training.recipes import OURS
from indexer.training.trainer import fine_tune
from indexer.training.weigh import readings_in
from search.evaluation.measures import figures_of
from search.reranking.pairs import query_text
from search.retrieval.encoder import packaged_folder
from search.settings import Settings

ALL = "all kinds"
LEAST_LISTS = 100
"""Fewer lists of a kind say nothing of it."""


def main() -> None:
    """Read the arguments, train once for each kind and print the table."""
    arguments = _arguments()
    lists = list(read_lists(arguments.lists))
    settings = Settings.from_env(os.environ)
    with jobs.live_engine(settings) as engine:
        readings = readings_in(engine, jobs.stored_cases(settings), arguments.queries)
    kinds = sorted({judged.kind for judged in lists})
    found = {kind: [judged for judged in lists if judged.kind == kind] for kind in kinds} | {ALL: lists}
    print("| kind | lists there are | lists learned | loss, first and last tenth | MRR@10 |")
    print("| --- | ---: | ---: | --- | ---: |")
    order = [np.arange(0, -len(reading.candidates), -1) for reading in readings]
    print(f"| (as found) | | | | {mrr(readings, order):.3f} |", flush=True)
    for kind, there in found.items():
        if len(there) < LEAST_LISTS:
            continue
        chosen = sampled(there, arguments.pairs, arguments.seed)
        losses, figure = trained(chosen, readings)
        first, last = np.mean(losses[:2]), np.mean(losses[-2:])
        print(f"| {kind} | {len(there):,} | {len(chosen):,} | {first:.2f}, {last:.2f} | {figure:.3f} |", flush=True)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("lists", type=Path, help="what weak-data wrote")
    parser.add_argument("--queries", type=Path, required=True, help="judged queries that taught nothing")
    parser.add_argument("--pairs", type=count, default=3000, help="to learn from, of each kind (default: %(default)s)")
    parser.add_argument("--seed", type=int, default=42, help="draws the lists (default: %(default)s)")
    return parser.parse_args()


def sampled(lists: Sequence[JudgedList], pairs: int, seed: int) -> list[JudgedList]:
    """Return lists in random order until they hold *pairs*, from the start again where there are too few."""
    shuffled = random.Random(seed).sample(list(lists), len(lists))
    chosen: list[JudgedList] = []
    held = 0
    while held < pairs:
        chosen.append(shuffled[len(chosen) % len(shuffled)])
        held += len(chosen[-1].candidates)
    return chosen


def trained(lists: Sequence[JudgedList], readings: Sequence[Reading]) -> tuple[list[float], float]:
    """Train on *lists* and return the losses and MRR@10 on *readings*."""
    with tempfile.TemporaryDirectory(prefix="ihc-search-kinds-") as checkpoints:
        model, losses, _ = fine_tune(lists, OURS, base=str(packaged_folder()), checkpoints=Path(checkpoints))
    scores = [
        model.predict(
            [(query_text(reading.query), candidate.text) for candidate in reading.candidates],
            show_progress_bar=False,
        )
        for reading in readings
    ]
    return losses, mrr(readings, scores)


def mrr(readings: Sequence[Reading], scores: Sequence[np.ndarray]) -> float:
    """Return MRR@10 of the candidates ordered by *scores*."""
    rankings = [
        [str(reading.candidates[row].doc_id) for row in np.argsort(-np.asarray(score), kind="stable")]
        for reading, score in zip(readings, scores, strict=True)
    ]
    relevant = [
        [str(c.doc_id) for c, label in zip(reading.candidates, reading.labels, strict=True) if label]
        for reading in readings
    ]
    return float(figures_of(rankings, relevant, ["MRR@10"]).mean())


if __name__ == "__main__":
    run(main)
