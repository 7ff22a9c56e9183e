"""Pair files: judged lists, or one pair a line, read into pairs for the auditor.

A flat line is ``{"query": "...", "candidate": "...", "label": 1}``; the candidate's text may be called ``text``, and
``case``, ``part`` and ``score`` may stand beside.  Plain or gzipped.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from search.errors import InputError
from search.text.normalise import fold


class Pair(NamedTuple):
    """One query beside one candidate."""

    query: str
    case: str
    """Source id; for a pair that names none, what its text says of title and number, else the text."""
    text: str
    label: int
    part: str = ""
    score: float | None = None


_PART_OF_TEXT = r"{name}: (.+?)(?: \| (?:Number|Court|Status|Bench|Summary|Abstract|Subjects|Sections)\b|$)"
_TITLE = re.compile(_PART_OF_TEXT.format(name="Title"))
_NUMBER = re.compile(_PART_OF_TEXT.format(name="Number"))


def read_pairs(path: Path) -> Iterator[Pair]:
    """Yield the pairs of *path*.

    Raises:
        InputError: At the first line that holds none, naming it, and for a file without any.
    """
    number = 0
    try:
        with gzip.open(path, "rb") if path.suffix == ".gz" else path.open("rb") as lines:
            for number, line in enumerate(lines, start=1):  # noqa: B007 - named in the error
                if line.strip():
                    yield from _pairs_of(json.loads(line))
    except (OSError, EOFError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise InputError(
            f"the pairs {path} cannot be read at line {number}: {error!r}; expected judged lists, or lines with query, "
            "candidate and label (0 or 1)"
        ) from error
    if not number:
        raise InputError(f"the pairs {path} are empty")


def title_in(text: str) -> str:
    """Return the title that a candidate's text names, empty where it names none."""
    match = _TITLE.search(text)
    return match[1] if match else ""


def _pairs_of(row: Mapping[str, Any]) -> Iterator[Pair]:
    query, part = str(row["query"]), str(row.get("part", ""))
    for candidate in row.get("candidates", [row]):
        text = str(candidate["candidate"] if "candidate" in candidate else candidate["text"])
        score = candidate.get("score")
        yield Pair(
            query=query,
            case=str(candidate.get("case") or _named_in(text)),
            text=text,
            label=_label(candidate["label"]),
            part=part,
            score=None if score is None else float(score),
        )


def _label(value: Any) -> int:
    if float(value) not in (0.0, 1.0):
        raise ValueError(f"the label is {value!r}, expected 0 or 1")
    return int(float(value))


def _named_in(text: str) -> str:
    number = _NUMBER.search(text)
    return fold(f"{title_in(text)} {number[1]}") if number else fold(text)
