"""The concrete parts: which encoder, reranker, weighing and store the settings of a home name."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from search.settings import Settings

if TYPE_CHECKING:
    from search.cases import Case
    from search.engine import SearchEngine
    from search.lookup import Lookup
    from search.retrieval.encoder import Encoder
    from search.store.reader import CaseReader
    from search.types import Reranker


@contextmanager
def live_engine(
    settings: Settings, *, reranker: Reranker | None = None, generation: str | None = None
) -> Iterator[SearchEngine]:
    """Open the live generation of a home with the parts that *settings* name, and close it again.

    Args:
        settings: Name the home, the encoder, the weighing and the threads.
        reranker: What reads the head of the fused run; without one that run is the answer.
        generation: Another kept generation to open instead, as a cursor asks for.

    Raises:
        SnapshotError: If there is no such generation, or it cannot be opened.
        ModelError: If a model that *settings* name is not there.
    """
    from search.models.threads import use_threads
    from search.opening import open_engine
    from search.reranking.weighing import load_weighing
    from search.snapshot.current import generation_folder
    from search.snapshot.reader import open_current, open_snapshot

    use_threads(settings.threads)
    root = settings.snapshots
    snapshot = open_snapshot(generation_folder(root, generation), verify=False) if generation else open_current(root)
    try:
        yield open_engine(
            snapshot,
            encoder=encoder_of(settings),
            reranker=reranker,
            weighing=load_weighing(settings.reranker),
            settings=settings,
        )
    finally:
        snapshot.close()


@contextmanager
def live_lookup(settings: Settings) -> Iterator[Lookup]:
    """Open the live generation for lookups alone, and close it again."""
    from search.lookup import Lookup
    from search.snapshot.reader import open_current

    snapshot = open_current(settings.snapshots)
    try:
        yield Lookup.of(snapshot)
    finally:
        snapshot.close()


def store_reader(settings: Settings) -> CaseReader:
    """Return the reader of the store.

    Raises:
        StoreError: If there is no store.
    """
    from search.store.reader import CaseReader, open_store

    return CaseReader(open_store(settings.store_url))


def stored_cases(settings: Settings) -> list[Case]:
    """Return every case of the store.

    Raises:
        StoreError: If there is no store, or it cannot be read.
    """
    return list(store_reader(settings).cases())


def encoder_of(settings: Settings) -> Encoder:
    """Return the encoder, in the arithmetic that *settings* name."""
    from search.models.precision import uses_bfloat16
    from search.retrieval.encoder import load_encoder

    return load_encoder(settings.encoder, bfloat16=uses_bfloat16(settings.precision))


def reranker_of(settings: Settings) -> Reranker | None:
    """Return the reranker, in the arithmetic that *settings* name; None for none."""
    from search.models.precision import uses_bfloat16
    from search.reranking.cross_encoder import load_reranker

    return load_reranker(settings.reranker, bfloat16=uses_bfloat16(settings.precision))


def reranker_name(settings: Settings) -> str:
    """Say which reranker is in use, with the digest of its weights."""
    reranker = reranker_of(settings)
    name = settings.reranker or "the shipped one"
    return f"{name} {reranker.digest[:12]}" if reranker is not None else "none"


def base_reranker(settings: Settings, engine: SearchEngine, name: str) -> Reranker | None:
    """Return what the cross-encoder in use is measured against, in the same arithmetic.

    Args:
        settings: Name the arithmetic.
        engine: Lends its encoder's body.
        name: A folder or name; empty for the packaged body before any training.
    """
    from indexer.training.recipes import OURS
    from search.evaluation.untrained import UntrainedCrossEncoder
    from search.models.precision import uses_bfloat16
    from search.retrieval.encoder import SentenceEncoder, packaged_folder

    if name:
        return reranker_of(replace(settings, reranker=name))
    own = engine.first_stage.dense.encoder
    packaged = SentenceEncoder(packaged_folder(), bfloat16=uses_bfloat16(settings.precision))
    return UntrainedCrossEncoder(own if isinstance(own, SentenceEncoder) else packaged, max_tokens=OURS.max_tokens)
