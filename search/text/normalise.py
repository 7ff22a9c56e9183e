"""Folding: one spelling for many ways to write the same characters."""

from __future__ import annotations

import re
import unicodedata

_SPACES = re.compile(r"\s+")
EASTERN_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "0123456789" * 2)


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
