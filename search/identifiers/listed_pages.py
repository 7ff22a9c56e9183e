"""Lists of pages: "2019 SCMR 45, 67" and "PLD 2010 SC 1, 5 and 9", where somebody asks for judgments.

In a text a number behind a comma is mostly the page of the same judgment that is quoted.  Who types it into a search
asks for one judgment more.
"""

from __future__ import annotations

import itertools
import re

from search.identifiers.citation import YEAR_MAX, YEAR_MIN, Citation, find_citations

_PAGE = re.compile(r"\s{0,3}(?:[,،]\s{0,3}(?:&|and\b|اور)?|&|and\b|اور)\s{0,3}(?P<page>\d{1,4})(?!\d)", re.IGNORECASE)
_ENDS = re.compile(r"""[\s.;?!)\]]*(?:["”»]|\Z|(?<=[\s)])(?:(?:AND|OR|NOT)\b|&&|\|\||-\w|[^\W\d_]+:\S))""")
"""Nothing behind a page that it could count or number: the end, or what a query joins or restricts by."""
_GOES_ON = re.compile(r"[\s.,،;&)\]]*(?:(?:and|or|اور)\s)?\s*[\[(]?", re.IGNORECASE)
"""Between the last page of a list and the next citation."""


def find_asked_citations(text: str) -> list[Citation]:
    """Find the citations in *text*, which is what somebody asks for: each page of a list is one.

    A number that goes on with a word, as in "2019 SCMR 45, 302 PPC", is no page, and neither are those before it.

    Returns:
        All that `find_citations` finds, and the pages between; in order and not overlapping.
    """
    whole = find_citations(text)
    found: list[Citation] = []
    for citation, following in itertools.zip_longest(whole, whole[1:]):
        found.append(citation)
        found += _pages_behind(text, citation, following)
    return found


def _pages_behind(text: str, citation: Citation, following: Citation | None) -> list[Citation]:
    """Return the judgments on the pages that are listed behind *citation*, as far as the list surely goes."""
    found: list[Citation] = []
    sure, until = 0, following.start if following else len(text)
    match = _PAGE.match(text, citation.end, until)
    while match and _may_be_page(int(match["page"])):
        found.append(citation._replace(page=int(match["page"]), start=match.start("page"), end=match.end("page")))
        leads_on = following is not None and _GOES_ON.fullmatch(text, match.end(), until)
        sure = len(found) if leads_on or _ENDS.match(text, match.end()) else sure
        match = _PAGE.match(text, match.end(), until)
    return found[:sure]


def _may_be_page(number: int) -> bool:
    return number > 0 and not YEAR_MIN <= number <= YEAR_MAX
