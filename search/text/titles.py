"""Titles: the two sides that a title of the court names, "A VS B"; one rule for titles and for what is typed of them.

The store parts titles by a rule of its own, on which the ids of its cases stand; see `search.text.versus`.
"""

from __future__ import annotations

import re

from search.text.versus import SPELLED_OUT

BETWEEN_SIDES = re.compile(rf"(?<!\w){SPELLED_OUT}(?!\w)\.?|(?<=\s)v\.?(?!\S)", re.IGNORECASE)
"""The letter needs a word before it, since it may be an initial, and none behind it: that may not be typed yet."""


def title_sides(title: str) -> tuple[str, ...]:
    """Return the two sides of *title*; the whole as the one side where nothing parts it."""
    mark = BETWEEN_SIDES.search(title)
    return (title[: mark.start()], title[mark.end() :]) if mark else (title,)
