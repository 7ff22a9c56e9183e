"""One lock for all writers: load, remove, reindex, rollback and prune take turns; readers never wait.

The lock is the operating system's (``flock``), so it is gone the moment its holder dies, however it dies.
The file itself stays and means nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from search.errors import WriterBusy

LOCK_NAME = "writer.lock"


@contextmanager
def writer_lock(home: Path) -> Iterator[None]:
    """Hold the writers' lock of *home* for the time of a ``with`` block.

    Raises:
        WriterBusy: At once, if another writer (of this process or another) holds it.
    """
    home.mkdir(parents=True, exist_ok=True)
    lock = FileLock(home / LOCK_NAME, blocking=False)
    try:
        lock.acquire()
    except Timeout:
        raise WriterBusy(
            f"another load, remove, reindex or rollback is writing to {home}; wait until it is done and run this again"
        ) from None
    try:
        yield
    finally:
        lock.release()
