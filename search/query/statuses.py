"""Statuses: "pending" and "decided" where a query asks for cases of that status, and nowhere else.

In law the words mostly mean something else ("bail pending trial", "decided by the trial court"), and a filter that
was not meant hides the right case.  So one is read only at the edge of a short query or beside a case number, case
type, judge or year.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from search.identifiers.case_number import find_numbers
from search.identifiers.case_types import squeeze, types_by_alias

_WORDS_MAX = 20
"""A longer query tells facts."""
_MENTIONS_MAX = 3
_NEAR = 60
"""Code points within which a neighbour is looked for."""
_STATUS = re.compile(
    r"""(?<![\w-])(?:
        (?P<Pending>(?:still\s{1,3}|yet\s{1,3})?(?:pending|undecided)
          | z(?:e|ai|ae|ei|i)r[\s-]{0,2}e?[\s-]{1,2}(?:sama['’]?a?t|ilt[aei]?wa['’]?a?)
          | gh?air[\s-]fais[ae]?lah?[\s-]shuda
          | ز[یيى]رِ?\s?(?:سماعت|التواء?|کارروائی) | غ[یيى]ر\s?ف[یيى]صل[ہهة]\s?شد[ہهة])
      | (?P<Decided>decided|disposed(?:[\s-]{1,3}off?)?(?!\w) | fais[ae]?lah?[\s-]shuda
          | ف[یيى]صل(?:[ہهة]\s?)?\s?شد[ہهة] | نمٹائ(?:ے|ی)\s(?:گئے|گئی) | نمٹایا\s(?:گیا|ہوا))
    )(?![\w-])""",
    re.IGNORECASE | re.VERBOSE,
)
_CASES = (
    r"(?:cases|matters|petitions|appeals|applications|writs|references|revisions|suits|مقدمات|کیسز?|muqadd?maa?t"
    r"|muqadd?m[ae]y?)"
)
_OPENING = re.compile(
    rf"""[\s"'([]*(?:(?:please\s{{1,3}})?(?:show|list|find|give|get)(?:\s{{1,3}}me)?(?:\s{{1,3}}of)?\s{{1,3}})?
        (?:(?:which|what|all|any|only|the|those|status)\W{{1,3}}){{0,3}}(?:of\s{{1,3}})?
        (?:{_CASES}\s{{1,3}})?(?:(?:are|that\s{{1,3}}are|which\s{{1,3}}are|were|have\s{{1,3}}been)\s{{1,3}})?""",
    re.IGNORECASE | re.VERBOSE,
)
"""All that may stand before a status that opens a query."""
_CLOSING = re.compile(
    rf"""(?:\s{{1,3}}(?:{_CASES}|only|ones|status|please|hain?|ہیں|ہے))*
        (?:\s{{1,3}}(?:in|before)(?:\s{{1,3}}the)?\s{{1,3}}(?:islamabad\s{{1,3}}high\s{{1,3}}court|ihc))?
        [\s"')\].?!;,]*""",
    re.IGNORECASE | re.VERBOSE,
)
"""All that may stand behind a status that closes a query."""
_AS_OPENING = re.compile(
    rf"""\s*[,;:|–—]|\s{{1,3}}-\s
        |\s{{1,3}}(?:(?:[\w.]{{1,20}}\s{{1,3}}){{0,3}}{_CASES}(?!\w)(?!\s{{1,3}}(?:before|with|between|in)\s)
            |by(?=\s)|(?:bail|service|writ|contempt|habeas)(?!\w)|(?:رٹ|ضمانت|سروس)(?!\w)(?!.*\sکے\sخلاف))
        (?!\s{{1,3}}(?:decision|application|petition|hearing)(?!\w))""",
    re.IGNORECASE | re.VERBOSE,
)
"""What follows a status that opens a query and goes on."""
_OTHER_SENSE = re.compile(
    r"""\s{1,3}(?:(?:(?:the|a|an|his|her|final|civil|criminal|departmental|disciplinary|regular|main|such)\s{1,3}){0,2}
        (?:appeal|trial|litigation|inquiry|inquiries|enquiry|investigations?|adjudication|disposal|decision|arbitration
          |proceedings?|reference|suit|application|determination|completion|confirmation|approval|payments?|dues|audits?
          |hearing|finali[sz]ation|resolution|outcome|adjournment|bills?|liabilit(?:y|ies)|judgment|execution)(?!\w)
        |against(?!\w)|with(?!\w)|between\s{1,3}(?![0-9])|for(?!\w)|under(?!\w)|upon(?!\w)|ex-?parte|afresh|finally
        |on(?!\w)|by\s{1,3}(?:the|a|an|learned|trial|civil|lower|consent|way)(?!\w)
        |(?:before|in|at|by)\s{1,3}(?:the\s{1,3})?(?:learned|trial|civil|district|sessions?|special|supreme|high|lower
          |banking|family|rent|accountability|tribunal|court|concerned|same|said)(?!\w)
        |cases?\s{1,3}(?:on|holding|where|in\s{1,3}which|about)(?!\w))""",
    re.IGNORECASE | re.VERBOSE,
)
"""What follows where the word is no status of the case that is looked for."""
_PROSE = re.compile(
    r"""(?<!\w)(?:while|when|whether|if|during|despite|till|until|because|though|although|already|finally|not|never|once
        |how|is|was|be|being|been|has|had|stands?|remains?|remained|kept|left|without|after|since
        |yet\s{1,3}to)(?!\w)""",
    re.IGNORECASE | re.VERBOSE,
)
_NOT_BEFORE = re.compile(
    r"""(?<!\w)(?:case|matter|issues?|question|point|suit|appeal|dispute|application|reference|inquiry|enquiry|trial
        |complaint|proceedings?|investigation|litigation|property|goods|assets|estate|land|plots?|vehicle|fir|challan
        |objection|claim|lis|grievance|representation|motion|remedy|dues|salary|pension|payment|promotion
        |judicata|motu|moto|pendens|judice|parte|decidendi|jurisdiction|maintainability|merits)\s{1,3}$""",
    re.IGNORECASE | re.VERBOSE,
)
_YEAR_BEFORE = re.compile(r"(?<![0-9A-Za-z_/.-])(?:19[5-9][0-9]|20[0-4][0-9])[\s,;:)]{1,3}$")
_TIME_AFTER = re.compile(
    r"""[\s,;:(]{1,3}(?:(?:since|in|during|after|before|until|between|from|till)\s{1,3})?(?:the\s{1,3})?
        (?:(?:[0-9]{1,2}(?:st|nd|rd|th)?[\s./-])?(?:[0-9]{1,2}[./-]|[a-z]{3,9}\.?,?\s)?(?:19|20)[0-9]{2}(?![0-9/])
          |(?:last|this)\s{1,3}(?:year|month)|last\s{1,3}[0-9]{1,2}\s)""",
    re.IGNORECASE | re.VERBOSE,
)
_LASTING = re.compile(
    r"""\s{1,3}(?:for|since)\s{1,3}(?:(?:more\s{1,3}than|over|at\s{1,3}least|the\s{1,3}(?:last|past))\s{1,3})?
        (?:[0-9]{1,2}|two|three|four|five|six|seven|eight|nine|ten|many|several)\s{1,3}(?:years|months)(?!\w)""",
    re.IGNORECASE | re.VERBOSE,
)
"""What follows "cases pending": so long."""
_JUDGE_AFTER = re.compile(
    r"[\s,;:(]{1,3}(?:(?:before|by)\s{1,3})?(?:the\s{1,3})?(?:hon[\w'’.]{0,10}\s{1,3})?(?:mr\.?\s{1,3}|ms\.?\s{1,3})?"
    r"(?:chief\s{1,3})?(?:justice|جسٹس)(?!\w)",
    re.IGNORECASE,
)
_JUDGE_BEFORE = re.compile(r"(?<!\w)(?:justice|جسٹس)(?:\s{1,3}[\w.'’-]{1,20}){1,4}[\s,;:]{1,3}$", re.IGNORECASE)
_TYPED_SMALL = frozenset("wp ica rfa fao rsa efa pla psla crlmisc crlrev crlappeal crlorg".split())
"""Abbreviations that are no word in small letters either."""
_JOINT = r"(?:[,&/]|(?<!\w)(?:and|or|aur|ya|اور|یا)(?!\w))"
_JOINT_BEFORE, _JOINT_BEHIND = re.compile(rf"{_JOINT}\s{{0,3}}$"), re.compile(rf"^\s{{0,3}}{_JOINT}")
_BENCH_KIND = re.compile(r"(?<!\w)(?:[SDL]B)[\s,)]{1,3}$")


class StatusWord(NamedTuple):
    """A status that a query asks for."""

    status: str
    """"Pending" or "Decided"."""
    start: int
    end: int
    """Code points of the text as given."""


def find_status(text: str) -> list[StatusWord]:
    """Return the statuses that a query asks for, in order; none where it speaks of both, see `asks_for_both`.

    A query of more than twenty words asks for none.
    """
    if len(text.split(maxsplit=_WORDS_MAX)) > _WORDS_MAX:
        return []
    words = status_words(text)
    if len(words) > _MENTIONS_MAX or len({word.status for word in words}) > 1:
        return []
    return [word for word in words if _is_filter(text, word.start, word.end)]


def asks_for_both(text: str) -> bool:
    """Whether *text* asks for one status and for another, each of which would be a filter without the other."""
    words = status_words(text)
    statuses = {word.status for word in words}
    if len(statuses) < 2 or len(words) > _MENTIONS_MAX:
        return False
    return all(find_status(_without(text, [word for word in words if word.status != each])) for each in statuses)


def _without(text: str, words: Sequence[StatusWord]) -> str:
    """Return *text* without *words* and what joins them to others: "pending or decided cases" as "pending cases"."""
    for word in reversed(words):
        before, after = text[: word.start], text[word.end :]
        joined = _JOINT_BEFORE.sub("", before)
        text = f"{joined} {after if joined != before else _JOINT_BEHIND.sub('', after)}"
    return " ".join(text.split())


def status_words(text: str) -> list[StatusWord]:
    """Return every word for a status in *text*, in order, whether a query asks for it or only speaks of it."""
    return [StatusWord(word.lastgroup or "", *word.span()) for word in _STATUS.finditer(text)]


def _is_filter(text: str, start: int, end: int) -> bool:
    opens = _OPENING.fullmatch(text, 0, start) is not None
    lasting = opens and _LASTING.match(text, end) is not None
    if (_OTHER_SENSE.match(text, end) and not lasting) or (not opens and _PROSE.search(text, 0, start)):
        return False
    closes = _CLOSING.fullmatch(text, end) is not None
    before = text[max(0, start - _NEAR) : start]
    if _NOT_BEFORE.search(before):
        return False
    if closes or lasting or (opens and _AS_OPENING.match(text, end)):
        return True
    return _beside(text, before, start, end)


def _beside(text: str, before: str, start: int, end: int) -> bool:
    if _YEAR_BEFORE.search(before) or _JUDGE_BEFORE.search(before) or _BENCH_KIND.search(before):
        return True
    if _TIME_AFTER.match(text, end) or _JUDGE_AFTER.match(text, end):
        return True
    numbers = find_numbers(text)
    if any(not text[number.end : start].strip(" ,;:-") for number in numbers if number.end <= start):
        return True
    if any(not text[end : number.start].strip(" ,;:-") for number in numbers if number.start >= end):
        return True
    return _ends_in_type(before) or (text[:start].strip() == "" and _begins_with_type(text[end : end + _NEAR]))


def _ends_in_type(before: str) -> bool:
    words = re.findall(r"[\w.]+", before)[-4:]
    return any(_is_type(words[first:]) for first in range(len(words)))


def _begins_with_type(after: str) -> bool:
    words = re.findall(r"[\w.]+", after)[:4]
    return any(_is_type(words[:last]) for last in range(1, len(words) + 1))


def _is_type(words: list[str]) -> bool:
    """Whether *words* are an abbreviation of a case type; in full, "criminal appeal" is any appeal."""
    written = "".join(words)
    marked = written.isupper() or "." in written or written in _TYPED_SMALL or not written.isascii()
    return marked and squeeze(written) in types_by_alias()
