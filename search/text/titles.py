"""Titles: the two sides that a title of the court names, "A VS B"."""

from __future__ import annotations

import re

from search.text.versus import SPELLED_OUT

_MARK = re.compile(rf"(?<!\w){SPELLED_OUT}(?!\w)\.?|(?<=\s)v\.?(?=\s)", re.IGNORECASE)


def title_sides(title: str) -> tuple[str, ...]:
    """Return the two sides of *title*; the whole as the one side where nothing parts it."""
    mark = _MARK.search(title)
    return (title[: mark.start()], title[mark.end() :]) if mark else (title,)
