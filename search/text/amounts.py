"""Amounts: a number beside what is counted, as people write it."""

from __future__ import annotations


def amount(count: int, one: str, several: str = "") -> str:
    """Return ``1 case`` or ``1,200 cases``; *several* is the plural of *one* where an s does not make it."""
    return f"{count:,} {one if count == 1 else several or one + 's'}"
