"""Judged lists, written: the files that `search.evaluation.lists` reads, which also says what is in them."""

from __future__ import annotations

import gzip
import hashlib
import json
import zlib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from search.errors import InputError
from search.evaluation.lists import JudgedList, Listed, read_lists

__all__ = ["JudgedList", "Listed", "digest_of", "read_lists", "shares_of", "write_lists"]


def write_lists(path: Path, lists: Iterable[JudgedList]) -> str:
    """Write *lists* to *path*, gzipped where its name ends in ``.gz``, and return the SHA-256 of the lines.

    The digest is that of the text before compression, so it is the same wherever the same lists are made.
    """
    digest = hashlib.sha256()
    with gzip.open(path, "wb", compresslevel=6) if path.suffix == ".gz" else path.open("wb") as out:
        for judged in lists:
            row = judged._asdict() | {"candidates": [_row(candidate) for candidate in judged.candidates]}
            line = json.dumps(row, ensure_ascii=False).encode() + b"\n"
            digest.update(line)
            out.write(line)
    return digest.hexdigest()


def digest_of(path: Path) -> str:
    """Return the SHA-256 of the lines of *path*, gzipped or not, as `write_lists` does.

    Raises:
        InputError: If *path* cannot be read.
    """
    digest = hashlib.sha256()
    try:
        with gzip.open(path, "rb") if path.suffix == ".gz" else path.open("rb") as lines:
            for line in lines:
                digest.update(line)
    except (OSError, EOFError, zlib.error) as error:
        raise InputError(f"the lists {path} cannot be read: {error}") from error
    return digest.hexdigest()


def shares_of(scores: npt.NDArray[np.floating[Any]]) -> list[float]:
    """Return the softmax of at least one score, as `Listed.teacher` keeps it."""
    chances = np.exp(scores - scores.max())
    return [round(float(chance), 4) for chance in chances / chances.sum()]


def _row(candidate: Listed) -> dict[str, object]:
    return {name: value for name, value in candidate._asdict().items() if value is not None}
