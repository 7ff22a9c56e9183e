"""Titles: the two sides that a title of the court names, "A VS B"."""

from __future__ import annotations

import re

_VERSUS = re.compile(r"(?<![^\s.,-])(?:vs|v/s|versus|v)\b\.?", re.IGNORECASE)


def sides_of_title(title: str) -> tuple[str, ...]:
    """Return the two sides of *title*; the whole as the one side where nothing parts it."""
    mark = _VERSUS.search(title)
    return (title[: mark.start()], title[mark.end() :]) if mark else (title,)
