"""In which arithmetic the models run."""

from __future__ import annotations

from collections.abc import Mapping

PRECISIONS = ("auto", "float32", "bfloat16")


def uses_bfloat16(precision: str) -> bool:
    """Whether the models multiply in bfloat16, which halves the time where the processor does it itself.

    Args:
        precision: One of `PRECISIONS`; ``auto`` means bfloat16 where it is the processor's own arithmetic, since
            emulated it is slower than float32.
    """
    if precision != "auto":
        return precision == "bfloat16"
    import torch

    # Older releases cannot tell; float32 is right everywhere.
    capabilities: Mapping[str, object] = getattr(torch.cpu, "get_capabilities", dict)()
    return any(bool(capabilities.get(name)) for name in ("avx512_bf16", "amx_bf16"))
