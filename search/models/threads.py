"""How many CPU threads the models use."""

from __future__ import annotations


def use_threads(count: int) -> None:
    """Let torch and FAISS use *count* threads in this process; 0 leaves them one per core."""
    if count:
        import faiss
        import torch

        torch.set_num_threads(count)
        faiss.omp_set_num_threads(count)
