"""Other courts: which court a text names right beside a case number.

"Criminal Appeal No. 3/2025 of the Lahore High Court" and "the learned trial court in Suit No. 4/2025" are numbers of
other courts, which may be numbers of this court too.  "This Court" and the Islamabad High Court are not told, and
neither is a court that is sued: "Collector v. Customs Appellate Tribunal (Cust. Ref. 3/2025)".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from search.text.normalise import fold
from search.text.versus import VERSUS

_SPACE = r"\s{1,3}"


def _spaced(pattern: str) -> str:
    """Return *pattern* with each space as the white space of a scanned page."""
    return f"(?:{pattern.replace(' ', _SPACE)})"


_HONOUR = _spaced(r"(?:(?:the|learned|ld\.?|hon['’]?ble|honou?rable|august|worthy|said|then) ){0,4}")
_PROVINCE = _spaced(
    "Lahore|Sindh|Peshawar|Balochistan|Baluchistan|Karachi|Quetta|Punjab|Khyber Pakhtunkhwa|AJ&K|AJK"
    "|Azad (?:Jammu (?:and|&) )?Kashmir|Gilgit(?:[- ]Baltistan)?|Delhi|Bombay|Calcutta|Madras|Allahabad"
)
_HIGH = _spaced(
    rf"(?:[^\W\d_]{{4,12}} Bench (?:of )?(?:the )?)?{_PROVINCE} High Court|High Court (?:of|at) {_PROVINCE}"
    r"|(?-i:LHC|SHC|PHC|BHC)(?!\w)"
)
_SUPREME = _spaced(
    r"Supreme Court(?: of (?:Pakistan|India|AJ&K|AJK|Azad Jammu (?:and|&) Kashmir))?|Apex Court"
    r"|Federal (?:Shariat|Constitutional) Court"
)
_LOWER = _spaced(
    r"(?:(?:Addl\.?|Additional|Assistant|Senior|Principal) )?"
    r"(?:(?:District (?:and|&) )?Sessions? (?:Judge|Court)|District (?:Judge|Court)|Courts? of Sessions?"
    r"|Civil (?:Judge|Court)|(?:Judge,? )?(?:Family|Banking|Labour|Drug|Accountability|Consumer|Guardian) Court"
    r"|Guardian Judge|Special (?:Judge|Court)|Anti[- ]?Terrorism Court|(?:Judicial )?Magistrate|Rent Controller"
    r"|(?:trial|executing) court"
    r"|(?:(?:Federal|Punjab|Sindh|Balochistan|Khyber Pakhtunkhwa|Customs) )?"
    r"(?:Services?|Appellate|Revenue|Election|Labour) Tribunal)"
)
_UPPER = f"{_SUPREME}|{_HIGH}"
_COURT = f"{_UPPER}|{_LOWER}"
_DATE = r"(?:\s?,?\s?(?:decided|dated|announced)\s(?:on\s)?\d{1,2}[./-]\d{1,2}[./-]\d{2,4})?"
_BENCH = r"(?:\s?\((?:SB|DB|LB)\))?"
_DONE = _spaced(
    "(?:pending|filed|instituted|decided|heard|dismissed|allowed|passed|rendered|disposed of|tried|settled) "
)
_IS = r"[\s,]{1,3}(?:(?:is|was|were|are)\s)?"
_LEADS_BEHIND = rf"{_IS}(?:still\s)?{_DONE}?(?:before|in|by|at){_SPACE}{_HONOUR}"
_SEAT = _spaced(r"(?:,? (?:at )?(?:Islamabad|Rawalpindi|Lahore|Karachi|Peshawar|Quetta|Multan|East|West)){0,2}")
_BEHIND = re.compile(
    rf"{_BENCH}{_DATE}(?:{_IS}of{_SPACE}{_HONOUR}(?P<owner>{_COURT})|{_LEADS_BEHIND}(?P<led>{_COURT})"
    rf"|\s?[(\[]\s?{_HONOUR}(?P<bracketed>{_COURT}){_SEAT}(?:{_SPACE}Bench)?(?=\s?[)\]])"
    rf"|\s?,?\s{{1,3}}(?P<listed>{_UPPER}))(?!\w|\s{{1,3}}Bar\b)",
    re.IGNORECASE,
)
_OWNING = ("owner", "bracketed")
"""Groups of a court that is named as the number's own, and for no other reason."""
_PAIR = r"[^;\n]{3,70}\sv(?:s|ersus)?\.?\s[^;\n]{3,60}?"
_JOINS = rf"(?:['’]s)?[\s,]{{1,3}}(?:(?:passed|rendered|made)\s)?(?:in|vide|bearing|through)\s(?:the\s)?(?:{_PAIR})?"
_BEFORE = re.compile(
    rf"(?<!\w)(?:(?P<led>{_COURT}){_SEAT}(?:{_JOINS}[\s,]{{0,2}}[(\[]?|\s?[(\[])\s?"
    rf"|(?P<listed>{_UPPER}){_SEAT}(?:\s?[,:–-]\s?|[^\S\n]{{1,3}}))\Z",
    re.IGNORECASE,
)
_SMALL = "(?i:customs?|presiding|officer|judge|member|registrar|chief|justice|through|its|of|and|others|another|etc)"
_NAMED = r"(?:&|[^\W_a-z][^\s;()\[\]]*(?<![a-z]{4}\.)),?"
"""A word of a party: written with a capital, and no end of a sentence."""
_SUED = re.compile(
    rf"(?<!\w)(?i:{VERSUS})\.?{_SPACE}(?i:{_HONOUR})"
    # "Ali v. State, the learned trial court in ..." goes on with what the court did.
    rf"(?P<others>(?:(?:{_SMALL},?|{_NAMED}){_SPACE}){{0,12}})(?:(?<![,\s]\s)(?i:{_HONOUR}))?\Z"
)
"""What comes before a court that is a party itself: the mark between the sides, and no more than names."""
_OF_A_COURT = re.compile(rf"(?:\A|\b(?:registrar|chief justice)[\s,]{{1,3}}(?:of{_SPACE})?)\Z", re.IGNORECASE)
"""Behind another party "Lahore High Court" is where the case was: "Ali v. State, Lahore High Court"."""
_BEFORE_MAX, _BEHIND_MAX = 260, 120
_ONE_BEFORE = re.compile(rf"(?<!\w)(?=\w)(?:{_COURT})", re.IGNORECASE)
_SOME_COURT = re.compile(r"court|tribunal|judge|magistrate|controller|[lspb]hc", re.IGNORECASE)
"""In the name of every court: what asks quickly whether one may stand there."""
_HIGH_COURTS_ALONE = frozenset({"WP", "ICA", "RFA", "RSA", "FAO", "STR", "ITR"})
"""Case types that no Supreme Court and no trial court has: it may be named there for another reason."""
_ABBREVIATED = {
    "lhc": "lahore high court",
    "shc": "sindh high court",
    "phc": "peshawar high court",
    "bhc": "balochistan high court",
    "apex court": "supreme court",
}
_SEATS = {
    "punjab": "lahore",
    "karachi": "sindh",
    "khyber pakhtunkhwa": "peshawar",
    "quetta": "balochistan",
    "baluchistan": "balochistan",
}
"""Province, or seat of a bench -> what its High Court is called by."""
_BENCH_OF = re.compile(r"^\w+ bench (?:of )?(?:the )?")
_CONSTITUTION = re.compile(r"const", re.IGNORECASE)


def court_beside(text: str, start: int, end: int, case_types: Sequence[str] = ()) -> str:
    """Return the other court that *text* names right behind or right before the number at *start*, as written.

    Args:
        text: The whole text.
        start: Where the number, or the list that it stands in, begins.
        end: Behind it.
        case_types: Canonical types that it may be of.

    Returns:
        "Lahore High Court", without what honours it; "" where none or this court is named.
    """
    here_alone = bool(case_types) and _HIGH_COURTS_ALONE.issuperset(case_types)
    here_alone = here_alone and not _CONSTITUTION.search(text, start, end)
    behind, before = _BEHIND.match(text, end, end + _BEHIND_MAX), _before(text, start)
    for match in filter(None, (behind, before)):
        court = _named(match)
        having = _UPPER if match.lastgroup in _OWNING else _HIGH
        if not here_alone or re.fullmatch(having, court, re.IGNORECASE):
            return court
    return ""


def court_alone_beside(text: str, start: int, end: int, *, provinces: bool = True) -> str:
    """Return the court that is all that *text* has before or behind a number: "Supreme Court W.P. 1/2025".

    A lower court or a tribunal may be whose order it is against.

    Args:
        text: The whole text.
        start: Where the number begins.
        end: Behind it.
        provinces: Let a province stand for its High Court, "Peshawar W.P. 1/2025", as where somebody looks a number
            up; in a search it may be a party.
    """
    beside = " ".join(f"{text[:start]} {text[end:]}".strip(" .,:;-()").split())
    if provinces and re.fullmatch(_PROVINCE, beside, re.IGNORECASE):
        return f"{_SEATS.get(fold(beside), beside).title()} High Court"
    court = re.fullmatch(f"{_HONOUR}(?P<court>{_UPPER})", beside, re.IGNORECASE)
    return court["court"] if court else ""


def court_owning(text: str, end: int) -> str:
    """Return the higher court whose number, by *text*, it is that ends at *end*: "... of the Lahore High Court".

    A court that is only named there, or a lower one, may be another's: "" for these.
    """
    match = _BEHIND.match(text, end, end + _BEHIND_MAX)
    if match is None or match.lastgroup not in _OWNING:
        return ""
    court = _named(match)
    return court if re.fullmatch(_UPPER, court, re.IGNORECASE) else ""


def is_elsewhere(court: str, courts: Iterable[str]) -> bool:
    """Whether *court*, as named in a text, is none of *courts*; no court is nowhere else."""
    return bool(court) and not any(_one_form(court) in _one_form(known) for known in courts)


def elsewhere(court: str) -> str:
    """Say that an index has nothing of a *court*."""
    return f"the {court} is named beside it, and this index has no cases of that court"


def _one_form(court: str) -> str:
    """Return the name that a court has in whichever way it is written: "SHC", "High Court of Sindh"."""
    name = _BENCH_OF.sub("", fold(court).replace(".", "")).strip()
    name = _ABBREVIATED.get(name, name)
    name = re.sub(r"^high court (?:of|at) (.+)$", r"\1 high court", name)
    place, high, rest = name.partition(" high court")
    return f"{_SEATS.get(place, place)}{high}{rest}".removesuffix(" of pakistan")


def _before(text: str, start: int) -> re.Match[str] | None:
    low = max(0, start - _BEFORE_MAX)
    if not _SOME_COURT.search(text, low, start):
        return None
    # The last court that stands there and is no party: one further off belongs to something else.
    courts = [match for match in _ONE_BEFORE.finditer(text, low, start) if not _is_sued(text, low, match)]
    return _BEFORE.match(text, courts[-1].start(), start) if courts else None


def _is_sued(text: str, low: int, court: re.Match[str]) -> bool:
    """Whether a *court* is a party, by what stands before it from *low* on: "Ali v. Judicial Magistrate"."""
    before = _SUED.search(text, low, court.start())
    if before is None:
        return False
    return not re.fullmatch(_UPPER, court.group(), re.IGNORECASE) or bool(_OF_A_COURT.search(before["others"]))


def _named(match: re.Match[str]) -> str:
    return " ".join(next(filter(None, match.groupdict().values())).split())
