"""Cases read: which cases a model has seen in training, so that nothing is fitted or measured on them unawares.

Kept beside the model as digests of their source ids: whether a case is among them can be asked, and none is named.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path

from indexer.training.lists import JudgedList
from search.errors import ModelError

FILE_NAME = "cases_read.json"
_DIGITS = 16


def digests_of(names: Iterable[str]) -> frozenset[str]:
    """Return what is kept of cases by any of their ids."""
    return frozenset(hashlib.sha256(name.encode()).hexdigest()[:_DIGITS] for name in names)


def cases_in(lists: Iterable[JudgedList]) -> frozenset[str]:
    """Return the digests of the cases that are read in *lists*, as answers or not."""
    return digests_of({candidate.case for judged in lists for candidate in judged.candidates})


def cases_read_by(folder: Path) -> frozenset[str] | None:
    """Return the digests of the cases that the model in *folder* has read; None for a model that does not tell.

    Raises:
        ModelError: If what is kept cannot be read.
    """
    path = folder / FILE_NAME
    if not path.is_file():
        return None
    try:
        return frozenset(map(str, json.loads(path.read_text(encoding="utf-8"))))
    except (OSError, ValueError, TypeError) as error:
        raise ModelError(f"{path} cannot be read ({error}); train again") from error


def kept(digests: frozenset[str]) -> str:
    """Return what `FILE_NAME` keeps."""
    return json.dumps(sorted(digests), indent=0) + "\n"
