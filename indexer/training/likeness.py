"""Likeness: which texts of one side have a near duplicate on the other.

Texts are compared as sets of three words in a row.  MinHash finds likely pairs without comparing all with all, and the
sets themselves decide.

Source:
    Broder, On the resemblance and containment of documents, SEQUENCES 1997, doi:10.1109/SEQUEN.1997.666900.
"""

from __future__ import annotations

import re
import zlib
from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

from indexer.progress import Progress, silent
from search.text.normalise import fold

NEAR_DUPLICATE = 0.8
"""Share of the sets' words in a row that both have (Jaccard)."""
SHINGLE_WORDS = 3
BANDS, ROWS = 20, 6
"""Two texts of likeness 0.8 share a band in 998 of 1,000 cases, of 0.5 in 270."""
ALIKE, WIDE_BANDS = 0.5, 40
"""For whole judgments: half in common, and three rows a band, which 995 of 1,000 such pairs share."""
_SEED = 20
_SAID_OF_ALL = re.compile(r"\b(?:Court|Status|Bench): [^|]*(?:\||$)")
"""What stands on every case of a bench is no likeness."""

Hashes = npt.NDArray[np.uint64]


def near_duplicates(texts: Sequence[str], others: Sequence[str], *, progress: Progress = silent) -> list[bool]:
    """Tell for each of *texts* whether one of *others* is equal to it or nearly so."""
    equal = set(others)
    theirs: list[Hashes] = []
    tables: list[dict[bytes, list[int]]] = [defaultdict(list) for _ in range(BANDS)]
    for place, text in enumerate(others):
        progress("reading trained texts", place, len(others))
        theirs.append(_shingles(text))
        for table, band in zip(tables, _bands(theirs[place]), strict=True):
            table[band].append(place)
    progress("reading trained texts", len(others), len(others))
    found: list[bool] = []
    for text in texts:
        progress("comparing texts", len(found), len(texts))
        found.append(text in equal or _has_like(_shingles(text), theirs, tables))
    progress("comparing texts", len(texts), len(texts))
    return found


def like_pairs(texts: Sequence[str], *, likeness: float = ALIKE) -> Iterator[tuple[int, int]]:
    """Yield the places of two texts that are alike as wholes, such as two judgments written from one draft."""
    shingled = [_shingles(text) for text in texts]
    tables: list[dict[bytes, list[int]]] = [defaultdict(list) for _ in range(WIDE_BANDS)]
    for place, shingles in enumerate(shingled):
        seen: set[int] = set()
        for table, band in zip(tables, _bands(shingles, WIDE_BANDS), strict=True):
            seen.update(table[band])
            table[band].append(place)
        yield from ((other, place) for other in sorted(seen) if _likeness(shingles, shingled[other]) >= likeness)


def _has_like(mine: Hashes, theirs: Sequence[Hashes], tables: Sequence[dict[bytes, list[int]]]) -> bool:
    seen: set[int] = set()
    for table, band in zip(tables, _bands(mine), strict=True):
        for place in table.get(band, ()):
            if place not in seen and _likeness(mine, theirs[place]) >= NEAR_DUPLICATE:
                return True
            seen.add(place)
    return False


def _likeness(one: Hashes, other: Hashes) -> float:
    small, large = sorted((len(one), len(other)))
    if 2 * small < large:
        return 0.0  # less than half of the larger one can be shared
    shared = len(np.intersect1d(one, other, assume_unique=True))
    return shared / (small + large - shared)


def _shingles(text: str) -> Hashes:
    """Return the hashes of all words in a row, sorted, none twice; of a short text, that of the whole."""
    words = re.findall(r"\w+", fold(_SAID_OF_ALL.sub(" ", text)))
    rows = [words[start : start + SHINGLE_WORDS] for start in range(max(1, len(words) - SHINGLE_WORDS + 1))]
    return np.unique(np.array([zlib.crc32(" ".join(row).encode()) for row in rows], dtype=np.uint64))


def _bands(shingles: Hashes, bands: int = BANDS) -> list[bytes]:
    smallest = ((shingles[:, None] * _FACTORS + _SHIFTS) >> np.uint64(32)).min(axis=0).astype(np.uint32)
    return [band.tobytes() for band in smallest.reshape(bands, -1)]


_draw = np.random.default_rng(_SEED)
_FACTORS: Hashes = _draw.integers(1, 2**63, size=BANDS * ROWS, dtype=np.uint64) | np.uint64(1)
_SHIFTS: Hashes = _draw.integers(0, 2**63, size=BANDS * ROWS, dtype=np.uint64)
