"""`ihc-search train`: from the live generation and judged queries to a folder that search loads."""

from __future__ import annotations

import json
import os
import platform
import random
import shutil
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np

from indexer.progress import Progress, silent
from indexer.training.examples import Example, about, made_examples, read_examples
from indexer.training.fitting import Judged, fit_fused, fit_weighing
from indexer.training.negatives import Reading, readings_of, sampled
from indexer.training.split import Split, half_of
from indexer.training.train import Recipe, fine_tune, packed, token_pairs
from search.cases import Case
from search.engine import SearchEngine
from search.errors import InputError
from search.models.minilm import MiniLM
from search.reranking.cross_encoder import MANIFEST_NAME, TOKENIZER_NAME, WEIGHTS_NAME, load_reranker
from search.reranking.pairs import PAIR_FORMAT
from search.reranking.weighing import FILE_NAME, Weighing
from search.retrieval.encoder import SentenceEncoder
from search.snapshot.manifest import sha256_of
from search.snapshot.tokens import tokenizer_digest


@dataclass(frozen=True, slots=True)
class Trained:
    """What a training run made."""

    folder: Path
    pairs: int
    positives: int
    losses: tuple[float, ...]
    weighing: Weighing


def train_model(
    engine: SearchEngine,
    cases: Sequence[Case],
    *,
    queries: Path,
    split: Path,
    out: Path,
    recipe: Recipe,
    progress: Progress = silent,
) -> Trained:
    """Fine-tune a cross-encoder and fit the weighing, on train cases alone.

    Args:
        engine: First stage over the generation that holds *cases*; its encoder's body is the start.
        cases: Every stored case.
        queries: Judged queries, JSON lines; those about other than train cases are left aside.
        split: Source id -> part.
        out: Folder to write; must not exist, or be empty.
        recipe: How to train.
        progress: Told of every step.

    Raises:
        InputError: If the inputs hold nothing to learn from, or *out* is not empty.
    """
    if out.exists() and any(out.iterdir()):
        raise InputError(f"{out} is not empty; give a new folder")
    encoder = engine.first_stage.dense.encoder
    if not isinstance(encoder, SentenceEncoder):
        raise InputError("training starts from the packaged encoder; unset IHC_SEARCH_ENCODER")
    known = {case.source_id: case for case in Split.read(split).training_cases(cases)}
    judged = about(read_examples(queries), known)
    if not judged:
        raise InputError(f"no query of {queries} is about a train case of {split} that is indexed")
    first, second = _halves(judged, known)
    fused = fit_fused([_judged(reading) for reading in _counted(engine, judged, known, "weighing evidence", progress)])
    pairs = _pairs(engine, first, known, recipe, encoder, progress)
    model, losses = fine_tune(encoder.body, pairs, recipe, progress=progress)
    _write_model(out, model, encoder, recipe, pairs=len(pairs), losses=losses)
    weighing = _weigh(engine, second, known, out, fused, progress)
    _add_weighing(out, weighing)
    return Trained(out, len(pairs), sum(pair.label > 0 for pair in pairs), tuple(losses), weighing)


def _halves(judged: Sequence[Example], known: dict[str, Case]) -> tuple[list[Example], list[Example]]:
    first = [example for example in judged if half_of(known[example.relevant[0]]) == 0]
    return first, [example for example in judged if half_of(known[example.relevant[0]]) == 1]


def _pairs(
    engine: SearchEngine,
    first: Sequence[Example],
    known: dict[str, Case],
    recipe: Recipe,
    encoder: SentenceEncoder,
    progress: Progress,
) -> Any:
    """Pairs of the first half: the judged queries, and as many made ones as the recipe has room for."""
    draw = random.Random(recipe.seed)
    mine = [case for case in known.values() if half_of(case) == 0]
    with_text = made_examples([case for case in mine if case.documents or case.short_order], seed=recipe.seed)
    bare = made_examples([case for case in mine if not (case.documents or case.short_order)], seed=recipe.seed)
    wanted = recipe.max_pairs // (recipe.negatives + 1)
    examples = draw.sample(list(first), min(len(first), wanted // 3))
    examples += draw.sample(with_text, min(len(with_text), wanted // 3))
    examples += draw.sample(bare, min(len(bare), max(0, wanted - len(examples))))
    readings = _counted(engine, examples, known, "finding near misses", progress)
    near = (sampled(reading, draw, negatives=recipe.negatives) for reading in readings)
    return token_pairs(near, encoder.tokenizer, recipe)


def _counted(
    engine: SearchEngine, examples: Sequence[Example], known: dict[str, Case], step: str, progress: Progress
) -> Iterator[Reading]:
    for done in range(0, len(examples), 20):
        progress(step, done, len(examples))
        yield from readings_of(engine, examples[done : done + 20], known)
    progress(step, len(examples), len(examples))


def _judged(reading: Reading) -> Judged:
    return Judged(reading.evidence, np.array(reading.labels, dtype=np.float32))


def _weigh(
    engine: SearchEngine,
    second: Sequence[Example],
    known: dict[str, Case],
    folder: Path,
    fused: tuple[float, ...],
    progress: Progress,
) -> Weighing:
    """Fit the final weights on the half whose cases the model never saw, through the very file that is served."""
    reranker = load_reranker(str(folder))
    if reranker is None:
        raise AssertionError(folder)
    readings: Iterable[Reading] = _counted(engine, second, known, "weighing the model", progress)
    read = [_judged(reading)._replace(logits=reranker.score(reading.query, reading.candidates)) for reading in readings]
    return fit_weighing(fused, read)


def _write_model(
    out: Path, model: MiniLM, encoder: SentenceEncoder, recipe: Recipe, *, pairs: int, losses: Sequence[float]
) -> None:
    from safetensors.torch import save_file

    out.mkdir(parents=True, exist_ok=True)
    save_file(packed(model), out / WEIGHTS_NAME)
    (out / WEIGHTS_NAME).chmod(0o644)  # safetensors writes for its owner alone; a model is installed for all
    shutil.copyfile(encoder.folder / TOKENIZER_NAME, out / TOKENIZER_NAME)
    manifest = {
        "pair_format": PAIR_FORMAT,
        "max_tokens": recipe.max_tokens,
        "attention_heads": model.attention_heads,
        "tokenizer_digest": tokenizer_digest(encoder.tokenizer),
        "base": {"name": encoder.name, "sha256": encoder.digest},
        "recipe": asdict(recipe),
        "pairs": pairs,
        "losses": [round(loss, 4) for loss in losses],
        "trained": datetime.now(UTC).strftime("%Y-%m-%d"),
        "machine": f"{platform.machine()}, {os.cpu_count()} cores",
        "files": {name: sha256_of(out / name) for name in (WEIGHTS_NAME, TOKENIZER_NAME)},
    }
    (out / MANIFEST_NAME).write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")


def _add_weighing(out: Path, weighing: Weighing) -> None:
    """Write the weights beside the model and into its manifest."""
    (out / FILE_NAME).write_text(json.dumps(asdict(weighing), indent=1) + "\n", encoding="utf-8")
    manifest = json.loads((out / MANIFEST_NAME).read_text(encoding="utf-8"))
    manifest["files"][FILE_NAME] = sha256_of(out / FILE_NAME)
    (out / MANIFEST_NAME).write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")
