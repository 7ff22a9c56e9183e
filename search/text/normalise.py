"""One spelling for many ways to write the same characters: to compare words by, or place by place."""

from __future__ import annotations

import re
import unicodedata

_SPACES = re.compile(r"\s+")
EASTERN_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "0123456789" * 2)
_FULL_WIDTH_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")
_URDU_LETTERS = str.maketrans("يىكهةۃ", "ییکہہہ")
_DASHES = str.maketrans("‐‑‒–—−", "------")
_BLANKS = str.maketrans(dict.fromkeys("\u00a0\u200b\u200c\u200d\u200e\u200f\ufeff", " "))
_UNIFIED = EASTERN_DIGITS | _FULL_WIDTH_DIGITS | _URDU_LETTERS | _DASHES | _BLANKS
_SURROGATE = re.compile(r"[\ud800-\udfff]")
"""Half a character: what a terminal hands on of bytes it cannot decode."""


def fold(text: str) -> str:
    """Return *text* in the form in which words are compared.

    Compatibility forms are unified (NFKC), accents and case are removed, Arabic-script digits become
    ASCII ones, and every run of white space or control characters becomes one space.
    """
    decomposed = unicodedata.normalize("NFKD", text.translate(EASTERN_DIGITS))
    kept = "".join(
        " " if unicodedata.category(char) in ("Cc", "Cs") else char
        for char in decomposed
        if unicodedata.category(char) not in ("Mn", "Cf")
    )
    return _SPACES.sub(" ", unicodedata.normalize("NFKC", kept).casefold()).strip()


def as_characters(text: str) -> str:
    """Return *text* with a mark for each half of a character, place by place."""
    return _SURROGATE.sub("\ufffd", text)


def unified(text: str) -> str:
    """Return *text* with one form of digits, dashes, spaces and Urdu letters, code point for code point."""
    return text.translate(_UNIFIED)
