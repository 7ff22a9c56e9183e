"""Write ``tests/data/snapshots/v<format>`` anew: one tiny snapshot of the format that this code writes.

    PYTHONPATH=. python tests/snapshot/write_kept.py

Only before a format is released.  Afterwards its snapshot stays as it is, a new layout gets a new format, and
the reader goes on reading, or clearly refusing, the old one.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from indexer.build import build_snapshot
from search.settings import Settings
from search.snapshot.manifest import FORMAT
from tests.tiny_corpus import HashEncoder, ListSource, cases_of

KEPT = Path(__file__).resolve().parents[1] / "data" / "snapshots"
CASES = 4


def main() -> None:
    target = KEPT / f"v{FORMAT}"
    with tempfile.TemporaryDirectory() as home:
        built = build_snapshot(Settings(home=Path(home)), ListSource(cases_of(CASES)), HashEncoder())
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(built, target)


if __name__ == "__main__":
    main()
