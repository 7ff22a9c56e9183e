"""Wrapper words: how a question is put, as against what it is about.

"Which bench heard A VS B?" is about "A VS B"; the words around it stand in many records by chance and would
drown the names.  A query that is nothing but wrapper is left as it is.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from typing import NamedTuple

_LEADS = re.compile(
    r"""^\s*(?:
        (?:what\s+(?:is|was)|tell\s+me|show(?:\s+me)?|find(?:\s+me)?|give\s+me)\s+the\s+
            (?:case\s+|next\s+)?(?:status|stage|short\s+order|order|outcome|decision|judgment|bench|hearing(?:\s+date)?|date|number
                |fir(?:\s+number)?|police\s+station|sections?)
            \s+(?:of|for|in)(?:\s+the\s+case(?:\s+of)?)?
      | (?:which|what)\s+(?:bench|judges?)\s+(?:heard|decided|hears)
      | who\s+(?:is|are|was|were)\s+the\s+(?:petitioner|respondent|appellant|applicant)s?['’]?s?\s+
            (?:advocates?|counsels?|lawyers?)\s+(?:in|for)
      | who\s+(?:heard|decided)
      | (?:explain|summari[sz]e|discuss)\s+the\s+(?:judgment|case|order|decision)\s+(?:in|of)
      | (?:which|what)\s+(?:cases?|judgments?)\s+(?:discuss(?:es)?|deals?\s+with|(?:is|are)\s+about)
      | (?:(?:show|find|give|get|list|search)\s+(?:me\s+|for\s+)?)?(?:all\s+)?(?:the\s+)?
            (?:cases?\s+laws?|cases?|judge?ments?|decisions?)\s+
            (?:where|wherein|in\s+which|involving|discussing|dealing\s+with|about|on|of|against|regarding|concerning
                |relat(?:ed|ing)\s+to|(?:filed\s+|brought\s+|decided\s+|heard\s+)?by)
      | dispute\s+over
      | why\s+did(?=\s.*\bapproach(?:ed)?\s+the\s+(?:high\s+)?court\b)
    )\s+""",
    re.IGNORECASE | re.VERBOSE,
)
_TAILS = re.compile(
    r"""\s+(?:in|before)\s+(?:the\s+)?(?:islamabad\s+)?high\s+court\s*[.?!]*\s*$
      | (?<=\w)\s+(?:islamabad\s+high\s+court|high\s+court\s+islamabad|ihc)\s*[.?!]*\s*$
      | (?<=\w)\s+cases?(?:\s*laws?)?\s*[.?!]*\s*$
      | \s*\?+\s*$""",
    re.IGNORECASE | re.VERBOSE,
)
_A_PARTY_ITSELF = re.compile(
    r"(?:^|\s)(?:v|vs|versus|against|and|of|the|for|by|through|registrar|justice|judges?|bench|bar|employees?|staff)$",
    re.IGNORECASE,
)
"""Before the court's name: it is a party then, or part of one ("Ali VS Islamabad High Court")."""
_TAILS_MAX = 3

_MIDDLES = re.compile(
    r"\s(?:seeks?|sought|seeking)\s+relief\s+(?:about|for|concerning|regarding)(?=\s)"
    r"|\sapproach(?:es|ed)?\s+the\s+(?:high\s+)?court\s+(?:about|for|over|regarding)(?=\s)",
    re.IGNORECASE,
)

_RULING = re.compile(
    r"""^\s*(?:islamabad\s+)?(?:high\s+)?court(?:'s)?\s+(?P<area>(?:[a-z]+\s+){0,2}?)(?:ruling|decision|judgment|dispute|case)
        \s+(?:where|on|for|about|involving|concerning|between|of)\s+""",
    re.IGNORECASE | re.VERBOSE,
)
"""Every case here is the court's; the area of law that may be named stays."""


class Unwrapped(NamedTuple):
    """A query without the words that only put the question."""

    subject: str
    """What the query is about; the query itself where nothing would be left."""
    dropped: tuple[tuple[int, int], ...]
    """Where the words stood that were left out: half-open code points of the query, in order."""


def unwrap(query: str) -> Unwrapped:
    """Take from *query* the words that only put the question, and tell which those were."""
    kept = list(range(len(query)))
    for pattern in (_LEADS, _RULING, *[_TAILS] * _TAILS_MAX, _MIDDLES):
        text = "".join(query[place] for place in kept)
        match = pattern.search(text)
        if match is not None and not (pattern is _TAILS and _A_PARTY_ITSELF.search(text, 0, match.start())):
            area = match.span("area") if "area" in pattern.groupindex else (match.end(), match.end())
            kept = kept[: match.start()] + kept[slice(*area)] + kept[match.end() :]
    subject = "".join(query[place] for place in kept).strip()
    return Unwrapped(subject, _missing(query, kept)) if subject else Unwrapped(query, ())


def subject_of(query: str) -> str:
    """Return what *query* is about: its words without those that only put the question."""
    return unwrap(query).subject


def _missing(query: str, kept: Sequence[int]) -> tuple[tuple[int, int], ...]:
    """Return the stretches of *query* that are not *kept*, without the blanks around them."""
    bounds = [-1, *kept, len(query)]
    gaps = [(left + 1, right) for left, right in itertools.pairwise(bounds) if right > left + 1]
    spans = []
    for start, end in gaps:
        text = query[start:end]
        if text.strip():
            spans.append((start + len(text) - len(text.lstrip()), end - len(text) + len(text.rstrip())))
    return tuple(spans)
