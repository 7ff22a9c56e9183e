"""A reindex that kills itself: a process of its own, started by the tests beside this file.

    python interrupted_reindex.py HOME MARK STEP CALL

Reindexes tiny cases that carry MARK and sends itself SIGKILL at the CALL-th report of STEP (0 is the first).
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

from indexer.reindexing import reindex
from search.settings import Settings
from tests.tiny_corpus import HashEncoder, ListSource, cases_of

CASES = 120


def main(home: str, mark: str, step: str, call: str) -> None:
    calls = 0

    def kill(step_name: str, done: int, total: int) -> None:
        nonlocal calls
        if step_name == step:
            if calls == int(call):
                os.kill(os.getpid(), signal.SIGKILL)
            calls += 1

    source = ListSource(cases_of(CASES, mark=mark))
    reindex(source, HashEncoder(), settings=Settings(home=Path(home)), progress=kill)


if __name__ == "__main__":
    main(*sys.argv[1:])
