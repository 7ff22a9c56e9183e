"""Spans: places in a text, from one code point to another."""

from __future__ import annotations

from typing import Protocol


class Spanned(Protocol):
    """Anything that stands somewhere in a text."""

    @property
    def start(self) -> int:
        """Its first code point."""

    @property
    def end(self) -> int:
        """The code point behind it."""


def overlap(left: Spanned, right: Spanned) -> bool:
    """Whether two places share a code point."""
    return left.start < right.end and right.start < left.end
