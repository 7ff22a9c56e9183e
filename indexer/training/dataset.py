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
from indexer.training.examples import Example
from indexer.training.listing import Lister, mask_of, rows_of
from indexer.training.lists import JudgedList, write_lists
from indexer.training.presets import PRESETS, Preset
from indexer.training.split import DEV, LEARNED_HALF, TRAIN, Split, half_of
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


@dataclass(frozen=True, slots=True)
class DataRecipe:
    """What to make."""

    preset: str
    queries_max: int | None = None
    """Queries of one part at most; None for the preset's own number."""
    seed: int = 42
    split_pairs: bool = False
    """Split pairs at random, as the card did, rather than cases: for showing what that leaks."""


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


def make_data(
    engine: SearchEngine,
    cases: Sequence[Case],
    *,
    split: Split,
    recipe: DataRecipe,
    out: Path,
    judged: Sequence[Example] = (),
    progress: Progress = silent,
) -> MadeData:
    """Write the judged lists of train and dev cases, and a manifest, to *out*.

    Args:
        engine: Over the generation that holds *cases*.
        cases: Every stored case.
        split: Names the part of each case; test cases are asked for nowhere.
        recipe: What to make; the same recipe over the same generation gives the same lines.
        out: Folder to write; must not exist, or be empty.  It is there whole or not at all.
        judged: Queries that somebody judged; those that one case answers which trains are asked in training as well.
        progress: Told of every query.

    Raises:
        InputError: If *out* is not empty, or no train or no dev case is indexed.
    """
    if out.exists() and any(out.iterdir()):
        raise InputError(f"{out} is not empty; give a new folder")
    maker = _Maker(engine, cases, split, recipe, judged, progress)
    made = maker.by_pair() if recipe.split_pairs else maker.by_case()
    aside = out.with_name(f".{out.name}.new")
    remove_tree(aside)
    aside.mkdir(parents=True)
    parts = {part: Counts() for part in made}
    digests = {FILE_OF[part]: write_lists(aside / FILE_OF[part], parts[part].counting(made[part])) for part in made}
    manifest = _manifest(engine, recipe, parts) | {"left_out": maker.left_out, "sha256_of_lines": digests}
    (aside / MANIFEST_NAME).write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")
    sync_tree(aside)
    rename_durably(aside, out)
    return MadeData(out, parts)


def _manifest(engine: SearchEngine, recipe: DataRecipe, parts: dict[str, Counts]) -> dict[str, object]:
    preset = PRESETS[recipe.preset]
    return {
        "preset": recipe.preset,
        "seed": recipe.seed,
        "split": "pairs" if recipe.split_pairs else "cases",
        "depth": preset.depth,
        "queries_max": recipe.queries_max or preset.queries_max,
        "generation": engine.generation,
        "ranking": engine.ranking,
        "pair_format": PAIR_FORMAT,
        "parts": {part: asdict(counts) for part, counts in parts.items()},
    }


class _Maker:
    """Makes the lists of one recipe."""

    def __init__(
        self,
        engine: SearchEngine,
        cases: Sequence[Case],
        split: Split,
        recipe: DataRecipe,
        judged: Sequence[Example],
        progress: Progress,
    ) -> None:
        self.engine, self.recipe, self.judged, self.progress = engine, recipe, judged, progress
        self.preset: Preset = PRESETS[recipe.preset]
        self.rows = rows_of(engine, cases)
        indexed = list(self.rows.values())
        self.train, self.dev = split.apart(indexed)
        of_train = sum(split.parts.get(case.source_id) == TRAIN for case in indexed)
        whole = len(self.train)
        if self.preset.half_for_weighing:
            self.train = [case for case in self.train if half_of(case) == LEARNED_HALF]
        self.left_out = {
            "train cases of a group that is in another part": of_train - whole,
            "train cases kept for weighing": whole - len(self.train),
        }
        if not self.train or not self.dev:
            raise InputError("the split names no train case, or no dev case, that is indexed; load and reindex first")

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
        draw = random.Random(f"{self.recipe.seed}:pairs")
        dealt = [[DEV if draw.random() < DEV_PAIRS else TRAIN for _ in judged.candidates] for judged in whole]
        return {part: _dealt(whole, dealt, part) for part in (TRAIN, DEV)}

    def _queries(self, cases: Sequence[Case], asked: set[str]) -> list[MadeQuery]:
        """Make the queries of *cases*: those with text first, since they fill every kind; none twice, none *asked*."""
        draw = random.Random(f"{self.recipe.seed}:cases")
        order = sorted(draw.sample(list(cases), len(cases)), key=lambda case: not text_of(case))
        wanted = self.recipe.queries_max or self.preset.queries_max
        chosen: list[MadeQuery] = []
        for case in order:
            for made in self.preset.queries(case, self.recipe.seed):
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
