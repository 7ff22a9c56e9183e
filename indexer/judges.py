"""Judges: one bench line taken apart, one spelling for each judge."""

from __future__ import annotations

import re

_PREFIX = re.compile(
    r"^(?:(?:the\s+)?hon(?:ou?rable|['’]?ble|\.)?\s+|mr\.?\s+|ms\.?\s+|mrs\.?\s+|miss\s+|(?:mr\.?\s+)?justice\s+|"
    r"j\.\s+)",
    re.IGNORECASE,
)
_SUFFIX = re.compile(r"[\s,]+(?:J\.?|JJ\.?|C\.?J\.?)$")
_TITLE_ALONE = re.compile(r"^(?:JJ?|C\.?J|N/A)$", re.IGNORECASE)
_CHIEF = re.compile(r"^(?:the\s+)?(?:hon\S*\s+)?(?:acting\s+)?chief\s+justice$", re.IGNORECASE)
CHIEF_JUSTICE = "The Honorable Chief Justice"
"""As the court writes it: an office whose holder changes, so it is never resolved to a name."""


def judges_of(bench: str) -> tuple[str, ...]:
    """Return the judges of a bench line in order, each under its one spelling.

    "Honourable Mr. Justice Babar Sattar, Justice Ms. Lubna Saleem Pervez" gives the bare names.
    """
    names = (canonical_judge(part) for part in bench.split(","))
    return tuple(dict.fromkeys(name for name in names if name and not _TITLE_ALONE.match(name)))


def canonical_judge(written: str) -> str:
    """Return the one spelling of a judge: the bare name; "The Honorable Chief Justice" stays as it is."""
    name = " ".join(written.split()).strip(" .")
    if _CHIEF.match(name):
        return CHIEF_JUSTICE
    bare = name
    while (shorter := _PREFIX.sub("", bare, count=1)) != bare:
        bare = shorter
    bare = _SUFFIX.sub("", bare)
    return bare.title() if bare.isupper() else bare
