"""The forward pass of a MiniLM: a small BERT, read from safetensors.

Written out, because loading the same weights through `transformers` takes seven seconds longer on a slow
core, and every command that searches would pay for it.  A test holds it to the sentence-transformers result.

Source:
    Devlin et al., 2019, arXiv:1810.04805; Wang et al., 2020, arXiv:2002.10957 (MiniLM).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from search.types import Matrix, Vector

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from torch import Tensor

_EPSILON = 1e-12


@dataclass(frozen=True, slots=True)
class MiniLM:
    """A BERT body: an encoder by mean pooling, and a cross-encoder where the weights have a classifier."""

    weights: Mapping[str, Tensor]
    layers: int
    attention_heads: int
    bfloat16: bool = False
    """Whether matrices are multiplied in bfloat16; sums, norms and what comes out stay float32."""

    def embed(self, rows: Sequence[Sequence[int]]) -> Matrix:
        """Embed rows of token ids, special tokens included.

        Returns:
            Shape ``(len(rows), dim)``, float32, rows L2-normalised.
        """
        import torch
        from torch.nn import functional

        ids, mask = _padded(rows)
        with torch.inference_mode():
            hidden = self._read(torch.from_numpy(ids), torch.from_numpy(mask))
            weight = torch.from_numpy(mask).unsqueeze(-1).to(hidden.dtype)
            mean = (hidden * weight).sum(1) / weight.sum(1)
            normalised: Matrix = functional.normalize(mean, dim=1).numpy()
        return normalised

    def classify(self, rows: Sequence[Sequence[int]], first_lengths: Sequence[int]) -> Vector:
        """Score rows of token ids that each hold two texts, special tokens included.

        Args:
            rows: ``[CLS] first [SEP] second [SEP]`` as ids.
            first_lengths: How many tokens of each row belong to the first text, its marks included.

        Returns:
            One logit per row, shape ``(len(rows),)``, float32.
        """
        import torch

        ids, mask = _padded(rows)
        segments = (np.arange(ids.shape[1]) >= np.asarray(first_lengths)[:, None]) & mask
        with torch.inference_mode():
            hidden = self._read(
                torch.from_numpy(ids), torch.from_numpy(mask), torch.from_numpy(segments.astype(np.int64))
            )
            pooled = torch.tanh(self._linear(hidden[:, 0], "pooler.dense"))
            logits: Vector = self._linear(pooled, "classifier").squeeze(-1).numpy()
        return logits

    def _read(self, ids: Tensor, mask: Tensor, segments: Tensor | None = None) -> Tensor:
        """Run the body in the model's precision; what comes out is float32."""
        import torch

        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=self.bfloat16):
            return self._body(ids, mask, segments).float()

    def _body(self, ids: Tensor, mask: Tensor, segments: Tensor | None = None) -> Tensor:
        """Return the last hidden states, shape ``(rows, length, dim)``; without *segments* all is one text."""
        table = self.weights
        hidden = (
            table["embeddings.word_embeddings.weight"][ids]
            + table["embeddings.position_embeddings.weight"][: ids.shape[1]]
            + table["embeddings.token_type_embeddings.weight"][0 if segments is None else segments]
        )
        hidden = self._norm(hidden, "embeddings.LayerNorm")
        # No mask where nothing is padded: the attention kernel is faster without one.
        allowed = None if bool(mask.all()) else mask[:, None, None, :]
        for layer in range(self.layers):
            hidden = self._layer(hidden, allowed, f"encoder.layer.{layer}")
        return hidden

    def _layer(self, hidden: Tensor, allowed: Tensor | None, name: str) -> Tensor:
        from torch.nn import functional

        rows, length, dim = hidden.shape
        query, key, value = (
            self._linear(hidden, f"{name}.attention.self.{part}")
            .view(rows, length, self.attention_heads, dim // self.attention_heads)
            .transpose(1, 2)
            for part in ("query", "key", "value")
        )
        read = functional.scaled_dot_product_attention(query, key, value, attn_mask=allowed)
        read = read.transpose(1, 2).reshape(rows, length, dim)
        attended = self._linear(read, f"{name}.attention.output.dense")
        hidden = self._norm(hidden + attended, f"{name}.attention.output.LayerNorm")
        wide = functional.gelu(self._linear(hidden, f"{name}.intermediate.dense"))
        return self._norm(hidden + self._linear(wide, f"{name}.output.dense"), f"{name}.output.LayerNorm")

    def _linear(self, values: Tensor, name: str) -> Tensor:
        from torch.nn import functional

        return functional.linear(values, self.weights[f"{name}.weight"], self.weights[f"{name}.bias"])

    def _norm(self, values: Tensor, name: str) -> Tensor:
        from torch.nn import functional

        weight, bias = self.weights[f"{name}.weight"], self.weights[f"{name}.bias"]
        return functional.layer_norm(values, (values.shape[-1],), weight, bias, _EPSILON)


def load_minilm(weights: Path, *, attention_heads: int, bfloat16: bool = False) -> MiniLM:
    """Read a body from a safetensors file, kept as float32, float16, or int8 rows with their scales.

    A matrix kept as int8 has a scale per row beside it, under its name and ``.scale``.
    """
    from safetensors.torch import load_file

    kept = load_file(weights)
    tensors = {name: _unpacked(kept, name) for name in kept if not name.endswith(SCALE_SUFFIX)}
    layers = len({name.split(".")[2] for name in tensors if name.startswith("encoder.layer.")})
    return MiniLM(tensors, layers, attention_heads, bfloat16)


SCALE_SUFFIX = ".scale"


def _unpacked(kept: Mapping[str, Tensor], name: str) -> Tensor:
    import torch

    tensor = kept[name].float() if kept[name].dtype != torch.int64 else kept[name]
    scale = kept.get(name + SCALE_SUFFIX)
    return tensor if scale is None else tensor * scale.float()[:, None]


def _padded(rows: Sequence[Sequence[int]]) -> tuple[np.ndarray, np.ndarray]:
    """Return ids (int64) and mask (bool), shape ``(rows, longest row)``."""
    lengths = np.array([len(row) for row in rows])
    mask = np.arange(lengths.max()) < lengths[:, None]
    ids = np.zeros(mask.shape, dtype=np.int64)
    ids[mask] = np.concatenate([np.asarray(row, dtype=np.int64) for row in rows])
    return ids, mask
