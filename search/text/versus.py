"""Versus: the mark between the two sides of a case, in English, in Roman Urdu and in Urdu.

The store parts titles by the court's own marks alone (`indexer.merge`): the ids of its cases stand on them.
"""

from __future__ import annotations

import re

SPELLED_OUT = r"(?:v\s?/\s?s|vs|versus|banam|bamuqabla|بنام|بمقابلہ)"
"""A pattern, in any case and without its borders; not the letter alone, which may be an initial or a numeral."""
VERSUS = rf"(?:{SPELLED_OUT}|v)"
"""The same with the letter."""
MARK = re.compile(rf"(?<!\w){VERSUS}(?!\w)", re.IGNORECASE)
"""The mark between words."""
_WHOLE = re.compile(VERSUS, re.IGNORECASE)


def is_versus(word: str) -> bool:
    """Whether *word*, without a dot behind it, is the mark."""
    return _WHOLE.fullmatch(word) is not None
