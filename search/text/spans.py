"""Spans: places in a text, from one code point to another."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

Span = tuple[int, int]
"""Start and end in code points."""


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


def is_inside(span: Span, others: Iterable[Span]) -> bool:
    """Whether *span* lies in one of *others*."""
    return any(start <= span[0] and span[1] <= end for start, end in others)


def blanked(text: str, spans: Iterable[Span]) -> str:
    """Return *text* with blanks in the place of *spans*, so that what is left keeps its place."""
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text
