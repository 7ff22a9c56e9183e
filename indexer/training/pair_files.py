"""Pair files: judged lists, or one pair a line, read into pairs for the auditor.

A flat line is ``{"query": "...", "candidate": "...", "label": 1}``; the candidate's text may be called ``text``, and
``case``, ``part`` and ``score`` may stand beside.  Plain or gzipped.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from search.errors import InputError
from search.evaluation.json_lines import Object, check_has_candidates, label_in, number_in, part_in, read_rows, text_in
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


def read_pairs(path: Path) -> list[Pair]:
    """Return the pairs of *path*.

    Raises:
        InputError: At the first line that holds none, naming it, and for a file without any.
    """
    called = "a judged list, or a pair with query, candidate and label (0 or 1)"
    pairs = [pair for row in read_rows(path, _pairs_of, called=called) for pair in row]
    if not pairs:
        raise InputError(f"{path} holds no pair: its lists have no candidates")
    return pairs


def title_in(text: str) -> str:
    """Return the title that a candidate's text names, empty where it names none."""
    match = _TITLE.search(text)
    return match[1] if match else ""


def _pairs_of(row: Object) -> list[Pair]:
    if not _is_flat(row):
        check_has_candidates(row)
    query, part, candidates = text_in(row, "query"), part_in(row), row.get("candidates", [row])
    if not isinstance(candidates, list) or not all(isinstance(candidate, dict) for candidate in candidates):
        raise ValueError('"candidates" is no list of objects')
    return [_pair(query, part, candidate) for candidate in candidates]


def _is_flat(row: Object) -> bool:
    return "candidate" in row or "text" in row


def _pair(query: str, part: str, candidate: Object) -> Pair:
    text = text_in(candidate, "candidate" if "candidate" in candidate else "text")
    return Pair(
        query=query,
        case=str(candidate.get("case") or _named_in(text)),
        text=text,
        label=label_in(candidate),
        part=part,
        score=number_in(candidate, "score"),
    )


def _named_in(text: str) -> str:
    number = _NUMBER.search(text)
    return fold(f"{title_in(text)} {number[1]}") if number else fold(text)
