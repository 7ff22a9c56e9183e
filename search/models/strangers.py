"""Strangers: what the models of other makers, which sentence-transformers loads, have in common."""

from __future__ import annotations

import hashlib
from typing import Any

_SHOWN_MAX = 200


def loading_errors() -> tuple[type[Exception], ...]:
    """Return what loading a model by folder or name may raise."""
    from safetensors import SafetensorError

    return (OSError, ValueError, RuntimeError, KeyError, TypeError, SafetensorError)


def reason_of(error: Exception) -> str:
    """Return the first line of what *error* says, or its type where it says nothing."""
    return (str(error).splitlines() or [type(error).__name__])[0][:_SHOWN_MAX]


def digest_of(model: Any) -> str:
    """Return a SHA-256 over the names, types, shapes and values of the weights of *model*."""
    import torch

    digest = hashlib.sha256()
    for name, tensor in sorted(model.state_dict().items()):
        digest.update(f"{name} {tensor.dtype} {tuple(tensor.shape)}\n".encode())
        digest.update(tensor.detach().cpu().contiguous().flatten().view(torch.uint8).numpy().tobytes())
    return digest.hexdigest()
