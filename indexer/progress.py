"""Progress: how a long step tells where it is, without knowing who listens.

A step calls ``progress(name, done, total)`` as often as it likes; the listener decides what to draw.
The command line draws bars (`indexer.cli`), a job writes lines to its log, a test collects the calls.
"""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[str, int, int], None]
"""``progress(step_name, done, total)``; *total* is 0 where it is not known, *done* equals it at the end."""


def silent(step_name: str, done: int, total: int) -> None:
    """Listen to nothing: the default of every function that takes a `Progress`."""
