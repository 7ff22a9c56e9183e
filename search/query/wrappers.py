"""Wrapper words: how a question is put, as against what it is about.

"Which bench heard A VS B?" is about "A VS B"; the words around it stand in many records by chance and would
drown the names.  A query that is nothing but wrapper is left as it is.
"""

from __future__ import annotations

import re

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
      | (?:case|cases)\s+(?:where|in\s+which|involving|about|on)
      | judgments?\s+(?:discussing|on|about)
      | dispute\s+over
      | why\s+did(?=\s.*\bapproach(?:ed)?\s+the\s+(?:high\s+)?court\b)
    )\s+""",
    re.IGNORECASE | re.VERBOSE,
)
_TAILS = re.compile(
    r"\s+(?:in|before)\s+(?:the\s+)?(?:islamabad\s+)?high\s+court\s*[.?!]*\s*$|\s*\?+\s*$", re.IGNORECASE
)

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


def subject_of(query: str) -> str:
    """Return what *query* is about: its words without those that only put the question."""
    subject = _RULING.sub(r"\g<area>", _LEADS.sub("", query, count=1), count=1)
    subject = _MIDDLES.sub("", _TAILS.sub("", subject, count=1), count=1).strip()
    return subject or query
