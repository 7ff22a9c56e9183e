"""Build a generation: the store in, one checked snapshot folder out, not yet published.

Everything is written aside, made durable, opened again and checked; only then does the folder get its name.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from indexer.checks import numbers_come_first
from indexer.columns import build_columns
from indexer.dense import FLAT_LIMIT, build_dense
from indexer.durability import remove_tree, rename_durably, sync_tree
from indexer.embeddings import EmbeddingCache, open_cache
from indexer.fulltext import build_display
from indexer.generations import BUILDING, new_generation
from indexer.lexical import FIELD_WEIGHTS, build_lexical
from indexer.progress import Progress, silent
from indexer.tokens import build_tokens
from search.cases import Case
from search.errors import SnapshotError
from search.reranking.pairs import PAIR_FORMAT
from search.retrieval.encoder import LENGTH_MAX_TOKENS, PACKAGED_NAME, Encoder, packaged_tokenizer
from search.settings import Settings
from search.snapshot import columns, tokens
from search.snapshot.display import DISPLAY_NAME
from search.snapshot.manifest import FORMAT, MANIFEST_NAME, Counts, Manifest, ModelName, inventory
from search.snapshot.reader import DENSE_FOLDER, LEXICAL_FOLDER, Snapshot, open_snapshot
from search.snapshot.tokens import tokenizer_digest
from search.text.passages import PASSAGE_OVERLAP, PASSAGE_WORDS
from search.text.tokenise import ANALYSER_VERSION

BUILD_VERSION = 2
"""Raise it with every change that puts other content into the same layout; snapshots are built anew then."""

Check = Callable[[Snapshot], None]
"""Raises `SnapshotError` where a snapshot must not be published."""


class CaseSource(Protocol):
    """The part of the store that a build reads."""

    def cases(self) -> Iterator[Case]:
        """Yield every case in order of id, from one transaction."""
        ...

    def count(self) -> int:
        """Return how many cases there are."""
        ...

    def revision(self) -> str:
        """Return a digest of the content: equal stores, equal revision."""
        ...


@dataclass(frozen=True, slots=True)
class Ingredients:
    """All that decides what is in a snapshot: equal ingredients, equal answers."""

    store_revision: str
    encoder: ModelName
    tokenizer: ModelName
    settings: dict[str, Any]
    analyser: str = ANALYSER_VERSION
    pair_format: int = PAIR_FORMAT
    format: int = FORMAT

    def differing(self, manifest: Manifest) -> tuple[str, ...]:
        """Name what the snapshot of *manifest* was made of otherwise; empty where a build would give the same."""
        names = [name for name in self.__slots__ if getattr(self, name) != getattr(manifest, name)]
        return tuple(name.replace("_", " ") for name in names)

    @property
    def digest(self) -> str:
        """A short name for these ingredients."""
        written = json.dumps([str(getattr(self, name)) for name in self.__slots__])
        return sha256(written.encode()).hexdigest()[:8]


class _Parts(NamedTuple):
    """What the files of a snapshot hold, for its manifest."""

    counts: Counts
    lexical: dict[str, object]
    """What the lexical retriever needs to know of its files."""


def ingredients_of(source: CaseSource, encoder: Encoder) -> Ingredients:
    """Return what a build would be made of now."""
    return Ingredients(
        store_revision=source.revision(),
        encoder=ModelName(encoder.name, encoder.digest, encoder.dim),
        tokenizer=_tokenizer_name(),
        settings={
            "build": BUILD_VERSION,
            "dense_flat_limit": FLAT_LIMIT,
            "dense_length_tokens": LENGTH_MAX_TOKENS,
            "lexical_weights": dict(FIELD_WEIGHTS),
            "passage_overlap": PASSAGE_OVERLAP,
            "passage_words": PASSAGE_WORDS,
        },
    )


@functools.cache
def _tokenizer_name() -> ModelName:
    return ModelName(PACKAGED_NAME, tokenizer_digest(packaged_tokenizer()))


def build_snapshot(
    settings: Settings,
    source: CaseSource,
    encoder: Encoder,
    *,
    check: Check = numbers_come_first,
    progress: Progress = silent,
) -> Path:
    """Build a generation from *source*, check it and give it its name.

    Whoever calls this holds the writers' lock.  Nothing is published yet; where the build fails, nothing stays.

    Args:
        settings: Where the snapshots and the cache of embeddings are.
        source: What to index; read once.
        encoder: Embeds the passages.
        check: Called with the opened snapshot before it gets its name.
        progress: Told of every step on the way.

    Returns:
        The folder of the new generation.

    Raises:
        SnapshotError: If the store is empty or changed meanwhile, or if the snapshot is not what it should be.
    """
    root = settings.snapshots
    ingredients = ingredients_of(source, encoder)
    cases = _read(source, ingredients.store_revision, progress)
    generation = new_generation(root, ingredients.digest, datetime.now(UTC))
    building = root / f"{BUILDING}{generation}"
    building.mkdir(parents=True)
    try:
        with open_cache(settings.home / "cache" / "embeddings", encoder) as cache:
            parts = _write_parts(cases, building, cache=cache, progress=progress)
        _write_manifest(building, generation, ingredients, parts)
        sync_tree(building, progress=progress)
        _verify(building, parts.counts, check, progress=progress)
        progress("naming", 0, 1)
        rename_durably(building, root / generation)
        progress("naming", 1, 1)
    except BaseException:
        remove_tree(building)
        raise
    return root / generation


def _read(source: CaseSource, revision: str, progress: Progress) -> list[Case]:
    """Read every case, in order of id: the place in this list is the doc_id."""
    total = source.count()
    if total == 0:
        raise SnapshotError("the store holds no case yet; run `ihc-search load PATH` first")
    cases: list[Case] = []
    for case in source.cases():
        if len(cases) % 500 == 0:
            progress("reading cases", len(cases), total)
        cases.append(case)
    progress("reading cases", total, total)
    if len(cases) != total or source.revision() != revision:
        raise SnapshotError("the store changed while it was read; run `ihc-search reindex` again")
    return cases


def _write_parts(cases: Sequence[Case], building: Path, *, cache: EmbeddingCache, progress: Progress) -> _Parts:
    """Write every file but the manifest."""
    for name in (columns.FOLDER, DENSE_FOLDER, tokens.FOLDER, LEXICAL_FOLDER):
        (building / name).mkdir()
    # The long step first: what it has encoded is kept, whatever happens to the rest.
    dense_passages = build_dense(cases, building / DENSE_FOLDER, cache=cache, progress=progress)
    build_columns(cases, building / columns.FOLDER, progress=progress)
    passages = build_display(cases, building / DISPLAY_NAME, progress=progress)
    build_tokens(cases, building / tokens.FOLDER, tokenizer=packaged_tokenizer(), progress=progress)
    progress("building BM25", 0, 1)
    lexical = build_lexical(cases, building / LEXICAL_FOLDER, weights=FIELD_WEIGHTS)
    progress("building BM25", 1, 1)
    counts = Counts(
        cases=len(cases),
        documents=sum(len(case.documents) for case in cases),
        passages=passages,
        dense_passages=dense_passages,
    )
    return _Parts(counts, lexical)


def _write_manifest(building: Path, generation: str, ingredients: Ingredients, parts: _Parts) -> None:
    manifest = Manifest(
        generation=generation,
        created=datetime.now(UTC).isoformat(timespec="seconds"),
        counts=parts.counts,
        lexical=parts.lexical,
        files=inventory(building),
        **{name: getattr(ingredients, name) for name in Ingredients.__slots__},
    )
    (building / MANIFEST_NAME).write_text(manifest.to_json(), encoding="utf-8")


def _verify(building: Path, counts: Counts, check: Check, *, progress: Progress) -> None:
    """Open what was written as a reader would, and check it."""
    progress("checking", 0, 2)
    snapshot = open_snapshot(building, verify=True)
    try:
        progress("checking", 1, 2)
        if snapshot.manifest.counts != counts:
            raise SnapshotError(f"{building} holds {snapshot.manifest.counts}, expected {counts}")
        check(snapshot)
    finally:
        snapshot.close()
    progress("checking", 2, 2)
