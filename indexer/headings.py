"""Headings: what the first lines of a judgment say of its number and parties."""

from __future__ import annotations

import re

from indexer.repair import clean_line
from search.text.versus import VERSUS

HEADING_LENGTH = 900
"""Characters in which the court's form of an order sheet names number and parties."""
_TITLE_LENGTH_MAX = 160
_FORM_LINE = re.compile(
    r"^(?:form\s+no\W.*|(?:order|judge?ment)\s+sheet\W*|\(?judicial department\)?\W*|"
    r"(?:in\s+)?(?:the\s+)?(?:islamabad\s*)?hi\s*gh\s+court\W*(?:islamabad\W*)?|in\s+the\s+islamabad\s*hi\S*\s*h?\s+court.*|"
    r"islamabad\W*|[\W_]*)$",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\bno\b|\d\s*(?:/|-|of)\s*\d{2,4}|^in\W*$|appeal\b.*\bof\b", re.IGNORECASE)
_VERSUS = re.compile(rf"^[\W_]*{VERSUS}[\W_]*$", re.IGNORECASE)
_VERSUS_INSIDE = re.compile(rf"\s+{VERSUS}\.?\s+", re.IGNORECASE)
_SHEET = re.compile(
    r"S\.?\s*No\.?\s*of|order\s*/\s*$|Date\s+of\s+(?:order|hearing|decision)|(?:petitioners?|appellants?|applicants?)\s+by\b|"
    r"Order\s+with\s+signature|PRESENT\s*:|\bJ\s*U\s*D\s*G\s*M\s*E\s*N\s*T\b(?!\s+SHEET)",
    re.IGNORECASE | re.MULTILINE,
)


def heading_of(text: str) -> str:
    """Return the heading: the text up to the first column title of the order sheet, at most `HEADING_LENGTH`."""
    start = text[:HEADING_LENGTH]
    end = _SHEET.search(start)
    return start[: end.start()] if end else start


def title_of_text(text: str) -> str:
    """Return a title for a judgment that has none: its party line "A VS B", else the first line of its heading."""
    lines = [line for line in (clean_line(line, []) for line in heading_of(text).splitlines()) if line]
    sides = parties_in(lines)
    if sides is not None:
        return _shortened(f"{sides[0]} VS {sides[1]}")
    telling = [line for line in lines if not _FORM_LINE.match(line)]
    first = (telling or lines or [clean_line(text[:_TITLE_LENGTH_MAX], [])])[0]
    return _shortened(first)


def parties_in(lines: list[str]) -> tuple[str, str] | None:
    """Return the lines beside "versus" of a heading that is set in lines, or None."""
    for place, line in enumerate(lines):
        if _VERSUS.match(line) and 0 < place < len(lines) - 1:
            return " ".join(_block_before(lines, place)).strip(" ."), lines[place + 1].strip(" .")
    for line in lines:
        sides = _VERSUS_INSIDE.split(line, maxsplit=1)
        if len(sides) == 2 and len(line) <= _TITLE_LENGTH_MAX and all(side.strip(" .") for side in sides):
            return sides[0].strip(" ."), sides[1].strip(" .")
    return None


def _block_before(lines: list[str], place: int) -> list[str]:
    """The petitioner's lines: at most three above "versus", below the line that bears the number."""
    block: list[str] = []
    for line in reversed(lines[max(0, place - 3) : place]):
        if block and (_NUMBERED.search(line) or _FORM_LINE.match(line)):
            break
        block.insert(0, line)
    return block


def _shortened(line: str) -> str:
    if len(line) <= _TITLE_LENGTH_MAX:
        return line
    return line[: _TITLE_LENGTH_MAX + 1].rsplit(" ", 1)[0].rstrip(" ,;:-")
