"""Weak queries: questions that a judgment answers, taken out of the judgment itself.

Few queries of lawyers are judged.  A judgment holds many of the same kind: the issue it opens with, a holding, a
passage that restates a section, a proposition for which it cites another judgment.  Such a sentence becomes a query
and is hidden from the text that has to be found, so that a model learns to match sense and not the very words
(the inverse cloze task).

Source:
    Lee et al., Latent Retrieval for Weakly Supervised Open Domain Question Answering, ACL 2019, arXiv:1906.00300.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

_BORDER = re.compile(r"(?<=[a-z)”\"'][.;:?])\s+(?=[(“\"']?[A-Z0-9])")
_WORDS = range(9, 61)

_REPORTER = re.compile(
    r"""[\[(]?(?:(?:19|20)\d{2}\s+(?:SCMR|P\.?\s?Cr\.?\s?L\.?\s?J|YLR|MLD|CLC|CLD|PTD|PLC|PLJ|NLR|SCP)\b[^.;]{0,40}?\d+
        |(?:PLD|PLJ|NLR|KLR)\s+(?:19|20)\d{2}\s+[^.;]{0,30}?\d+)[\])]?""",
    re.VERBOSE,
)
_KINDS: Mapping[str, re.Pattern[str]] = {
    "cited": _REPORTER,
    "issue": re.compile(r"\bwhether\b", re.IGNORECASE),
    "opening": re.compile(
        r"\b(?:(?:through|by\s+(?:means|way)\s+of|by|in|vide)\s+(?:this|the\s+(?:instant|captioned|present))|has\s+(?:filed|preferred)"
        r"|have\s+(?:filed|preferred))\b.*\b(?:petition|appeal|revision|application|suit|reference|bail)\b",
        re.IGNORECASE | re.DOTALL,
    ),
    "statute": re.compile(
        r"\b(?:section|article|rule|order|regulation)s?\s+[\dIVX]+.*\b(?:provides?|envisages?|contemplates?|requires?|empowers?"
        r"|prescribes?|stipulates?|mandates?|deals?\s+with|defines?|postulates?|bars?|confers?)\b",
        re.IGNORECASE | re.DOTALL,
    ),
    "holding": re.compile(
        r"\b(?:settled|held|view\s+that|opinion\s+that|not\s+maintainable|cannot\s+be|principle"
        r"|well[- ]established|trite"
        r"|it\s+is\s+(?:evident|clear|obvious)|no\s+(?:illegality|infirmity|perversity)|entitled\s+to|jurisdiction)\b",
        re.IGNORECASE,
    ),
}
"""The first pattern that a sentence fits names its kind; else it is a plain ``sentence``."""
KINDS = (*_KINDS, "sentence")

_LEAD_IN = re.compile(
    r"""^\W*(?:(?:\d{1,2}|[ivx]+|[a-z])[.)]\s+)?
        (?:(?:moreover|further(?:more)?|however|therefore|thus|hence|accordingly|besides|in\s+view\s+of\s+the\s+above),?\s+)?
        (?:(?:it\s+is\s+(?:by\s+now\s+)?(?:a\s+)?(?:also\s+)?(?:well[- ])?(?:settled|established)\s+
              (?:law|principle(?:\s+of\s+law)?|proposition)?\s*that)
          |(?:learned\s+counsel\s+(?:for\s+the\s+\w+\s+)?(?:has\s+)?(?:contended|argued|submitted|stated)\s+that)
          |(?:(?:we|i)\s+(?:am|are)\s+of\s+the\s+(?:considered\s+)?(?:view|opinion)\s+that))?\s*""",
    re.IGNORECASE | re.VERBOSE,
)
_FULL_QUERY = 0.55
"""Share of the queries that are the whole sentence; the others are a shorter stretch of it, as people type."""


class WeakQuery(NamedTuple):
    """A query made from one judgment."""

    query: str
    kind: str
    case: str
    """Source id of the judgment that answers it."""
    hidden: str
    """The sentence it was made from, to be taken out of the judgment's text."""


def weak_queries(case: str, text: str, draw: random.Random, *, per_kind: int = 1) -> Iterator[WeakQuery]:
    """Make at most *per_kind* queries of each kind from one judgment.

    Args:
        case: Source id of the judgment.
        text: Its text.
        draw: Chooses among the sentences of a kind and how they are shortened.
        per_kind: How many of each kind.
    """
    by_kind: dict[str, list[str]] = {}
    for sentence in dict.fromkeys(sentences(text)):
        by_kind.setdefault(kind_of(sentence), []).append(sentence)
    for kind in KINDS:
        found = by_kind.get(kind, [])
        # An issue is stated where a judgment opens; behind that, "this petition" is mere mention.
        found = found[:per_kind] if kind == "opening" else found
        for sentence in draw.sample(found, min(per_kind, len(found))):
            query = _typed(sentence, draw)
            if len(query.split()) >= 4:
                yield WeakQuery(query, kind, case, sentence)


def sentences(text: str) -> Iterator[str]:
    """Yield the sentences of *text* that are neither headings nor whole paragraphs."""
    joined = " ".join(text.split())
    return (sentence for sentence in _BORDER.split(joined) if len(sentence.split()) in _WORDS and _is_prose(sentence))


def kind_of(sentence: str) -> str:
    """Name the kind of query that *sentence* makes."""
    return next((kind for kind, pattern in _KINDS.items() if pattern.search(sentence)), "sentence")


def _is_prose(sentence: str) -> bool:
    """Whether most of it is words in lower case: a heading, a table or a list of names is no question."""
    words = sentence.split()
    return sum(word[0].islower() for word in words) >= 0.6 * len(words)


def _typed(sentence: str, draw: random.Random) -> str:
    """Write *sentence* as somebody would type it: no lead-in, no citation, often only a stretch of it."""
    query = _LEAD_IN.sub("", _REPORTER.sub("", sentence), count=1).strip(" .,;:()[]\"'“”")
    words = query.split()
    if draw.random() >= _FULL_QUERY and len(words) > 8:
        length = draw.randint(5, min(18, len(words)))
        start = draw.randint(0, len(words) - length)
        query = " ".join(words[start : start + length]).strip(" .,;:()[]\"'“”")
    return query if draw.random() < 0.7 else query.lower()
