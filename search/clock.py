"""The clock: what each stage of one request has cost, and when the request must be answered."""

from __future__ import annotations

import time


class Clock:
    """Milliseconds spent in each stage; starts when it is made."""

    def __init__(self) -> None:
        self._started = self._last = time.monotonic()
        self._laps: dict[str, float] = {}

    def lap(self, stage: str) -> None:
        """Note that *stage* ends now."""
        now = time.monotonic()
        self._laps[stage] = self._laps.get(stage, 0.0) + (now - self._last) * 1000
        self._last = now

    def laps(self) -> dict[str, float]:
        """Return the milliseconds of each stage, and of all together as "total"."""
        total = (time.monotonic() - self._started) * 1000
        return {stage: round(spent, 1) for stage, spent in {**self._laps, "total": total}.items()}

    def deadline(self, deadline_ms: int) -> float | None:
        """Return the ``time.monotonic()`` value *deadline_ms* from the start; None where there is no deadline."""
        return self._started + deadline_ms / 1000 if deadline_ms else None
