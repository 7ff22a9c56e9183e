"""`ihc-search train-data`: stored cases and an open engine in, judged lists of train and dev cases out.

By case: a train list holds train cases alone, so that nothing of dev or test is read in training, not even as a wrong
answer; a dev list is what the engine finds among all cases.  A query that dev asks is not asked in training.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

from indexer.durability import remove_tree, rename_durably, sync_tree
from indexer.progress import Progress, silent
from indexer.training.answers import Answers
from indexer.training.blanks import MadeQuery, query_key, text_of
from indexer.training.examples import read_stored
from indexer.training.listing import Lister, mask_of, rows_of
from indexer.training.lists import JudgedList, write_lists
from indexer.training.plans import DataPlan
from indexer.training.presets import PRESETS, Preset
from indexer.training.split import DEV, LEARNED_HALF, TRAIN, Split, half_of, names_of
from search.cases import Case
from search.engine import SearchEngine
from search.errors import InputError
from search.reranking.pairs import PAIR_FORMAT

MANIFEST_NAME = "manifest.json"
FILE_OF = {TRAIN: "train.jsonl.gz", DEV: "dev.jsonl.gz"}
JUDGED = "judged"
"""Kind of the queries that somebody judged."""
DEV_PAIRS = 0.1
"""Share of the pairs that the card kept for validation."""


@dataclass(slots=True)
class Counts:
    """How much one part holds."""

    queries: int = 0
    pairs: int = 0
    positives: int = 0
    kinds: dict[str, int] = field(default_factory=dict)
    """Queries by kind."""

    def counting(self, lists: Iterable[JudgedList]) -> Iterator[JudgedList]:
        """Hand *lists* on, counting them."""
        for judged in lists:
            self.queries += 1
            self.pairs += len(judged.candidates)
            self.positives += sum(candidate.label for candidate in judged.candidates)
            self.kinds[judged.kind] = self.kinds.get(judged.kind, 0) + 1
            yield judged


@dataclass(frozen=True, slots=True)
class MadeData:
    """What was written."""

    folder: Path
    parts: dict[str, Counts]
    left_out: dict[str, int]
    """How many cases and judged queries were not used, by the reason."""


def make_data(engine: SearchEngine, cases: Sequence[Case], plan: DataPlan, *, progress: Progress = silent) -> MadeData:
    """Write the judged lists of train and dev cases, and a manifest.

    Args:
        engine: Over the generation that holds *cases*.
        cases: Every stored case.
        plan: What to make; the same plan over the same generation gives the same lines.  Its folder is there whole or
            not at all.
        progress: Told of every query.

    Raises:
        InputError: If the folder is there, a file cannot be read, one of judged queries is about no stored case, or no
            train or no dev case is indexed.
    """
    if plan.out.exists():
        raise InputError(f"{plan.out} is there already; give a new folder")
    maker = _Maker(engine, cases, plan, progress)
    aside = plan.out.with_name(f".{plan.out.name}.new")
    remove_tree(aside)
    aside.mkdir(parents=True)
    made = maker.by_pair() if plan.split_pairs else maker.by_case()
    parts = {part: Counts() for part in made}
    digests = {FILE_OF[part]: write_lists(aside / FILE_OF[part], parts[part].counting(made[part])) for part in made}
    manifest = _manifest(engine, plan, parts) | {"left_out": maker.left_out, "sha256_of_lines": digests}
    (aside / MANIFEST_NAME).write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")
    sync_tree(aside)
    rename_durably(aside, plan.out)
    return MadeData(plan.out, parts, maker.left_out)


def _manifest(engine: SearchEngine, plan: DataPlan, parts: dict[str, Counts]) -> dict[str, object]:
    preset = PRESETS[plan.preset]
    return {
        "preset": plan.preset,
        "seed": plan.seed,
        "split": "pairs" if plan.split_pairs else "cases",
        "depth": preset.depth,
        "queries_max": plan.queries_max or preset.queries_max,
        "generation": engine.generation,
        "ranking": engine.ranking,
        "pair_format": PAIR_FORMAT,
        "parts": {part: asdict(counts) for part, counts in parts.items()},
    }


class _Maker:
    """Makes the lists of one plan."""

    def __init__(self, engine: SearchEngine, cases: Sequence[Case], plan: DataPlan, progress: Progress) -> None:
        self.engine, self.plan, self.progress = engine, plan, progress
        split = Split.read(plan.split)
        self.judged, unknown = read_stored(plan.judged, cases)
        self.preset: Preset = PRESETS[plan.preset]
        self.rows = rows_of(engine, cases)
        indexed = list(self.rows.values())
        split.check_known(plan.split, indexed, TRAIN, DEV)
        self.train, self.dev, _ = split.apart(indexed)
        of_train = sum(split.part_of(case) == TRAIN for case in indexed)
        whole = len(self.train)
        names = {name for case in indexed for name in names_of(case)}
        if self.preset.half_for_weighing:
            self.train = [case for case in self.train if half_of(case) == LEARNED_HALF]
        self.left_out = {
            "train cases of a group that is in another part": of_train - whole,
            "train cases kept for weighing": whole - len(self.train),
            "ids in the split that no indexed case has": len(split.parts.keys() - names),
            "judged queries about a case that is not stored": unknown,
        }
        if not self.train:
            reasons = "; ".join(f"{reason}: {count:,}" for reason, count in self.left_out.items() if count)
            raise InputError(f"no train case of the split {plan.split} is left to ask about ({reasons})")

    def by_case(self) -> dict[str, Iterator[JudgedList]]:
        """Return the lists of each part, made as they are read."""
        asked_in_dev: set[str] = set()
        dev_queries = self._queries(self.dev, asked_in_dev)
        train_queries = self._queries(self.train, asked_in_dev) + self._judged(asked_in_dev)
        train = Lister(
            *(self.engine, self.preset, TRAIN, self.rows),
            answers=Answers.of(self.train),
            mask=mask_of(self.engine, self.rows, self.train),
        )
        dev = Lister(
            *(self.engine, self.preset, DEV, self.rows),
            answers=Answers.of(self.rows.values()),
            asked_for=frozenset(case.source_id for case in self.dev),
        )
        return {TRAIN: self._lists(train, train_queries), DEV: self._lists(dev, dev_queries)}

    def by_pair(self) -> dict[str, Iterator[JudgedList]]:
        """Return one set of lists of train and dev cases, its candidates dealt out to both parts at random."""
        lister = Lister(
            *(self.engine, self.preset, TRAIN, self.rows),
            answers=Answers.of(self.rows.values()),
        )
        whole = list(self._lists(lister, self._queries([*self.train, *self.dev], set())))
        draw = random.Random(f"{self.plan.seed}:pairs")
        dealt = [[DEV if draw.random() < DEV_PAIRS else TRAIN for _ in judged.candidates] for judged in whole]
        return {part: _dealt(whole, dealt, part) for part in (TRAIN, DEV)}

    def _queries(self, cases: Sequence[Case], asked: set[str]) -> list[MadeQuery]:
        """Make the queries of *cases*: those with text first, since they fill every kind; none twice, none *asked*."""
        draw = random.Random(f"{self.plan.seed}:cases")
        order = sorted(draw.sample(list(cases), len(cases)), key=lambda case: not text_of(case))
        wanted = self.plan.queries_max or self.preset.queries_max
        chosen: list[MadeQuery] = []
        for case in order:
            for made in self.preset.queries(case, self.plan.seed):
                key = query_key(made.query)
                if key not in asked:
                    asked.add(key)
                    chosen.append(made)
            if len(chosen) >= wanted:
                break
        return chosen[:wanted]

    def _judged(self, asked: set[str]) -> list[MadeQuery]:
        """Return the judged queries that one case answers which trains, without those *asked* already."""
        known = {source_id: case.source_id for case in self.train for source_id in case.source_ids}
        found = {query_key(example.query): example for example in self.judged if len(example.relevant) == 1}
        chosen = [example for key, example in found.items() if key not in asked and example.relevant[0] in known]
        return [MadeQuery(example.query, JUDGED, known[example.relevant[0]]) for example in chosen]

    def _lists(self, lister: Lister, queries: Sequence[MadeQuery]) -> Iterator[JudgedList]:
        step = f"candidates of {lister.part} queries"
        for done, made in enumerate(queries):
            self.progress(step, done, len(queries))
            judged = lister.list_of(made)
            if judged is not None:
                yield judged
        self.progress(step, len(queries), len(queries))


def _dealt(whole: Sequence[JudgedList], dealt: Sequence[Sequence[str]], part: str) -> Iterator[JudgedList]:
    for judged, parts in zip(whole, dealt, strict=True):
        kept = tuple(candidate for candidate, of in zip(judged.candidates, parts, strict=True) if of == part)
        if kept:
            yield judged._replace(part=part, candidates=kept)
