"""Periods: what a query says in words about when, "decided after 1 March 2024", "2020-2023", "last 3 years".

Dates are day first.  A period is read only where it can be meant of the case: a statement of facts ("employees
appointed before 2010") and a long query are left alone, since a wrong filter hides the right case.
"""

from __future__ import annotations

import datetime
import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from search.identifiers.case_number import YEAR_MAX, YEAR_MIN, find_numbers
from search.text.normalise import EASTERN_DIGITS

_WORDS_MAX = 20
"""A longer query tells what happened and when; it does not ask for cases of a time."""
_LEAD_LENGTH = 60
_MONTHS = dict(zip("jan feb mar apr may jun jul aug sep oct nov dec".split(), range(1, 13), strict=True)) | dict(
    zip("جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر".split(), range(1, 13), strict=True)
)
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?|" + "|".join(name for name in _MONTHS if not name.isascii()) + r")\.?"
)
_YEAR = r"(?:19[4-9][0-9]|20[0-4][0-9])"
_BREAK = r"[\s,.-]{1,3}"
_DATE = re.compile(
    rf"""(?:(?<![0-9A-Za-z_/-])(?<![0-9][.,])|(?<=(?<![0-9/-])(?:19|20)[0-9][0-9]-))(?:
        (?P<iso>{_YEAR}-[0-9]{{1,2}}-[0-9]{{1,2}})
      | (?P<numeric>[0-9]{{1,2}}(?P<mark>[./-])[0-9]{{1,2}}(?P=mark)(?:[0-9]{{4}}|[0-9]{{2}}))
      | (?:(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?(?:\ of)?{_BREAK})?(?P<month>{_MONTH})
            (?:{_BREAK}(?P<late_day>[0-9]{{1,2}})(?:st|nd|rd|th)?(?=,?\s{{1,3}}{_YEAR}))?
            (?:{_BREAK}(?P<year>{_YEAR}))?
      | (?P<alone>{_YEAR})
    )ء?(?![0-9A-Za-z_]|[/.,][0-9]|-(?!{_YEAR}(?![0-9A-Za-z/-]))[0-9])""",
    re.IGNORECASE | re.VERBOSE,
)
_LEAD = re.compile(
    r"""(?<![\w-])(?:(?:filed|instituted)\s{1,3})?(?:
        (?P<since>on\s+or\s+after|since) | (?P<start>from) | (?P<until>on\s+or\s+before|until|till|up\s?to)
      | (?P<after>after|later\s+than) | (?P<before>before|prior\s+to|earlier\s+than) | (?P<between>between)
      | (?P<within>in|during|within|throughout
            | (?<=cases\ )of | (?<=judgments\ )of | (?<=petitions\ )of | (?<=appeals\ )of | (?<=matters\ )of)
    )\s{1,3}(?:the\s{1,3})?(?:(?:year|month\s+of)\s{1,3})?$""",
    re.IGNORECASE | re.VERBOSE,
)
_TAIL = re.compile(
    r"""\s{0,3}(?:
        (?P<after>(?:کے|\b(?:ke|kay|k))\s{1,3}(?:بعد|baa?d\b))
      | (?P<before>(?:سے|\b(?:se|say))\s{1,3}(?:پہلے|قبل|(?:pehl[ae]y?|pahl[ae]y?|qabl)\b))
      | (?P<amid>(?:کے|\b(?:ke|kay|k))\s{1,3}(?:درمیان|dar?miyan\b))
      | (?P<within>میں(?!\w)|(?:کے|\b(?:ke|kay|k))\s{1,3}(?:دوران|dau?ran\b)|\bmein\b)
      | (?P<since>(?:سے|\b(?:se|say))\s{1,3}(?:اب\s{1,3}تک|ab\s{1,3}tak\b)
            | \bonwards?\b|\b(?:and|or)\s{1,3}(?:after|later|onwards?)\b
            | \b(?:till|to)\s{1,3}(?:date|now|today|present)\b)
      | (?P<until>تک(?!\w)|\btak\b|\b(?:and|or)\s{1,3}(?:before|earlier)\b)
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_JOINT = re.compile(
    r"\s{0,3}(?:(?P<dash>[-–—]|\.{2,3}|…)|(?P<to>\b(?:to|till|until|up\s?to|through)|تا)"
    r"|(?P<both>[,&]|\b(?:and|or|aur)|اور)|(?P<se>سے|\bse))\s{0,3}",
    re.IGNORECASE,
)
_LISTED = re.compile(rf"\s{{0,3}}(?:[,&]|and|or)\s{{0,3}}{_YEAR}(?![\w/-])", re.IGNORECASE)  # a list goes on
_RELATIVE = re.compile(
    r"""(?<!\w)(?:(?P<open>since|from)\s{1,3}|(?:in|during|within|over)\s{1,3})?(?:the\s{1,3})?
        (?P<which>last|past|previous|this|پچھلے|پچھلا|گزشتہ|گذشتہ|اس|رواں|pichh?l[ae]y?|guz[ai]shta|is)\s{1,3}
        (?:(?P<count>[0-9]{1,2}|two|three|four|five|six|do|teen)\s{1,3})?
        (?:(?P<year>years?|سالوں|سال|saalon|saal|sal)|(?P<month>months?|مہینوں|مہینے|ماہ|mahin[ae]y?|maah))
        (?![\w'’])""",
    re.IGNORECASE | re.VERBOSE,
)
_THIS = frozenset({"this", "اس", "رواں", "is"})
_COUNTS = dict(zip("two three four five six do teen".split(), (2, 3, 4, 5, 6, 2, 3), strict=True))
_LETTERS = """PLD PLC PLJ SCMR PCrLJ CLC CLD MLD YLR PTD NLR ALD GBLR PSC KLR FIR PPC CrPC CPC QSO CNSA PECA NAO
    ATA SRO FIO IRA IDA ITO MFLO SRPO Estacode"""
_ABBREVIATED = "|".join(r"\.?\s?".join(name) for name in _LETTERS.split())
_LAWS = (
    r"acts?|ordinances?|rules?|regulations?|codes?|constitution|statutes?|laws?|bill|polic(?:y|ies)|schemes?"
    r"|amendments?|notifications?|charter|convention|manual|budget|elections?|batch|session|census|advertisement"
    rf"|آرڈیننس|ایکٹ|آئین|قانون|{_ABBREVIATED}"
)
_WORD_OF_FACTS = re.compile(
    rf"""(?<!\w)(?:(?:{_LAWS})(?:\s+of\s+\w+)?(?:\s\(\w{{2,8}}\))?|(?-i:[A-Z]{{2,6}}),|[ivxl]+\s+of|act\s+of
        |constitution\s[^.;,]{{0,40}}|order|letter|deed|agreement|contract|accident|incident|occurrence|recruitments?
        |(?:tax|assessment|financial|fiscal)\s+years?|tax|effect|model|exam(?:ination)?s?|returns|born|married|died
        |retired|appointed|promoted|executed|purchased|sold|terminated|removed|recruited|hired|inducted|regulari[sz]ed
        |enacted|promulgated|amended|issued|allotted|leased|arrested|occurred|happened|established|signed|dated
        |committed|murdered|killed|employed|working|serving|supplied|imported|exported|paid|unpaid|withheld|absent
        |residing|living|acquired|built|lodged|joined|held)[\s,.():-]{{0,3}}$|\[$""",
    re.IGNORECASE | re.VERBOSE,
)
"""Right before a time: that of a law, a citation or something that happened, and not of the case."""
# Right before "since", "from" or "until": what has lasted so long.
_STATE = re.compile(
    r"(?<!\w)(?:salary|salaries|pensions?|arrears|rents?|dues?|wages|tenant|tenancy|lease|money|promotions?|seniority"
    r"|service|possession|leave|maintenance|benefits?|period|payment|custody|jail|owner|increments?)\s{1,3}$",
    re.IGNORECASE,
)
_LASTING = re.compile(r"(?:since|from|until|till|up)\b", re.IGNORECASE)
_FOLLOWED = re.compile(
    rf"""[\s,)(]{{0,3}}(?:{_LAWS}|[0-9]{{1,2}}\s(?:{_ABBREVIATED})|(?:[ILSPB]HC|SC)\s{{1,3}}[0-9]{{1,5}}
        |rupees|kilograms?|kgs?|grams?|kanals?|marlas?|acres?|sq|feet|pages?|employees|persons|posts)(?!\w)
        |\s{{1,3}}(?:of|old|salary|salaries|rents?|income|returns|ACRs?)(?!\w)""",
    re.IGNORECASE | re.VERBOSE,
)
_NUMBERED = re.compile(
    r"(?:(?<!\w)(?:nos?|number|case|petition|appeal|application|suit|fir|sections?|article|rule|page|para|house|plot"
    r"|flat|rs|pkr|sector|street|u/s|d)\b[\s.#:-]{0,3}|#\s?|[0-9](?:\s{1,2}|(?:-?[a-z])?\s{1,2}of\s{1,2}))$",
    re.IGNORECASE,
)
"""Right before digits that are a number and no year."""
_OF_CASES = (
    r"(?:cases|matters|judg(?:e)?ments|petitions|appeals|decisions|orders|applications|reported|decided|disposed(?:\s+of)?"
    r"|filed|instituted|pending|heard|مقدمات)"
)
_CASES_BEFORE = re.compile(rf"(?<!\w){_OF_CASES}[\s,]{{1,3}}$", re.IGNORECASE)
_CASES_AFTER = re.compile(rf"\s{{1,3}}(?:[^\W\d_]+\s{{1,3}})?{_OF_CASES}(?!\w)", re.IGNORECASE)
_OTHER_LEAD = re.compile(r"(?<!\w)(?:before|after|until|till|for|by)\s{1,3}$", re.IGNORECASE)


class Period(NamedTuple):
    """A time that a text names; both ends belong to it, and None is an open end."""

    first: datetime.date | None
    last: datetime.date | None
    start: int
    end: int
    """Code points of the text as given, with the words that make it a period: "after", "onwards"."""


class _Written(NamedTuple):
    """A date as written; what is not written is 0."""

    year: int
    month: int
    day: int
    start: int
    end: int

    def days(self, year: int = 0) -> tuple[datetime.date, datetime.date] | None:
        """First and last day, in *year* where none is written; None where the calendar has no such day."""
        year, month = self.year or year, self.month or 12
        if not YEAR_MIN <= year <= YEAR_MAX or month > 12 or self.day > (length := monthrange(year, month)[1]):
            return None
        return datetime.date(year, self.month or 1, self.day or 1), datetime.date(year, month, self.day or length)


def find_periods(text: str, *, today: datetime.date) -> list[Period]:
    """Return the periods that a query asks for, in order; a query of more than twenty words asks for none.

    "After" and "before" exclude what they name, "since" and "until" include it: "after 2023" begins on 1 January
    2024.  "Last year" and "last month" are those of the calendar; "last 3 years" end *today*.
    """
    if len(text.split(maxsplit=_WORDS_MAX)) > _WORDS_MAX:
        return []
    plain = text.translate(EASTERN_DIGITS)
    found = [period for period, _ in _said(plain) if period and not _LISTED.match(plain, period.end)]
    return _apart(period for period in (*found, *_relative(plain, today)) if _may_be_meant(plain, period))


def bare_years(text: str) -> list[Period]:
    """Return the years that stand alone in *text*, "Babar Sattar 2024 service", in order.

    Never a year inside a date, a case number, a citation, an FIR or the title of a law, nor one of a period in
    words: `find_periods` reads or leaves that.
    """
    plain = text.translate(EASTERN_DIGITS)
    taken = [(start, end) for _, (start, end) in _said(plain)]
    return [
        Period(*days, start=date.start, end=date.end)
        for date in _dates(plain)
        if not date.month and (days := date.days()) and not any(start <= date.start < end for start, end in taken)
        if not _NUMBERED.search(_before(plain, date.start))
        and _may_be_meant(plain, Period(*days, date.start, date.end))
    ]


def times_alone(text: str) -> list[Period]:
    """Return the years and months in *text*, in order, whatever stands beside them.

    For a query that has no other words to tell what a year may be of: "writ petition 2024".
    """
    plain = text.translate(EASTERN_DIGITS)
    return [
        Period(*days, start=date.start, end=date.end)
        for date in _dates(plain)
        if date.year and not date.day and (days := date.days())
    ]


def _apart(found: Iterable[Period]) -> list[Period]:
    kept: list[Period] = []
    for period in sorted(found, key=lambda period: (period.start, -period.end)):
        if not kept or period.start >= kept[-1].end:
            kept.append(period)
    return kept


def _before(plain: str, start: int) -> str:
    return plain[max(0, start - _LEAD_LENGTH) : start]


def _may_be_meant(plain: str, period: Period) -> bool:
    before = _before(plain, period.start)
    if _WORD_OF_FACTS.search(before) or _FOLLOWED.match(plain, period.end):
        return False
    return not (_LASTING.match(plain, period.start) and _STATE.search(before))


def _dates(plain: str) -> list[_Written]:
    numbers = [(number.start, number.end) for number in find_numbers(plain) if number.case_types]
    return [
        _written(match)
        for match in _DATE.finditer(plain)
        if not any(start < match.end() and match.start() < end for start, end in numbers)
    ]


def _written(match: re.Match[str]) -> _Written:
    if match["iso"] or match["numeric"]:
        parts = [int(part) for part in re.split(r"[./-]", match["iso"] or match["numeric"])]
        year, month, day = parts if match["iso"] else reversed(parts)
        year += (2000 if year < 50 else 1900) if year < 100 else 0
        # A month or day that is written as 0 is as impossible as one written as 32.
        return _Written(year, month or 99, day or 99, *match.span())
    name, written = (match["month"] or "").casefold().rstrip("."), match["day"] or match["late_day"]
    month = _MONTHS.get(name[:3] if name.isascii() else name, 99) if name else 0
    day = (int(written) or 99) if written else 0
    return _Written(int(match["alone"] or match["year"] or 0), month, day, *match.span())


def _said(plain: str) -> Iterator[tuple[Period | None, tuple[int, int]]]:
    """Each period in words and where it stands; None for one that no calendar has."""
    dates = _dates(plain)
    place = 0
    while place < len(dates):
        found = _pair(plain, *dates[place : place + 2]) if place + 1 < len(dates) else None
        place += 2 if found else 1
        if found := found or _single(plain, dates[place - 1]):
            yield found


def _lead(plain: str, start: int) -> tuple[str, int]:
    """Which preposition stands before a date, and where it starts; "" and *start* where none does."""
    before = _before(plain, start)
    match = _LEAD.search(before)
    return (match.lastgroup or "", start - len(before) + match.start()) if match else ("", start)


def _pair(plain: str, left: _Written, right: _Written) -> tuple[Period | None, tuple[int, int]] | None:
    if (joint := _JOINT.fullmatch(plain, left.end, right.start)) is None:
        return None
    lead, start = _lead(plain, left.start)
    tail = _TAIL.match(plain, right.end)
    closing = tail.lastgroup if tail else ""
    years = not left.month and not right.month
    meant = {
        "dash": years or bool(lead) or "." in joint.group(),
        "to": years or lead in ("start", "between") or _asks_alone(plain, left.start, right.end),
        "both": lead in ("between", "within") or closing == "amid",
        "se": closing == "until",
    }[joint.lastgroup or ""]
    if not meant:
        return None
    end = tail.end() if tail and closing != "after" else right.end
    first, last = left.days(right.year), right.days()
    numbered = not lead and (_NUMBERED.search(_before(plain, start)) or plain[:start].endswith("-"))
    if not first or not last or first[0] >= last[1] or numbered or lead not in ("", "start", "between", "within"):
        return None, (start, end)
    return Period(first[0], last[1], start, end), (start, end)


def _single(plain: str, date: _Written) -> tuple[Period | None, tuple[int, int]] | None:
    lead, start = _lead(plain, date.start)
    tail = _TAIL.match(plain, date.end)
    way, end = lead, date.end
    if tail and tail.lastgroup != "amid" and (not lead or tail.lastgroup == "since"):
        way, end = tail.lastgroup or "", tail.end()
    if not way and date.month and not date.day and _asks_alone(plain, date.start, date.end):
        way = "within"  # "March 2024", "rent cases March 2024"
    if not way or not date.year or (way in ("within", "between") and date.day):
        return None
    days = date.days()
    if days is None or way == "between":
        return None, (start, end)
    return Period(*_open(way, *days), start, end), (start, end)


def _asks_alone(plain: str, start: int, end: int) -> bool:
    """Whether a time without a preposition asks for cases: it is the whole query, or cases stand right beside it."""
    whole = not plain[:start].strip() and not plain[end:].strip(" .?")
    opens = not plain[:start].strip() and _CASES_AFTER.match(plain, end) is not None
    return whole or opens or _CASES_BEFORE.search(_before(plain, start)) is not None


def _open(way: str, first: datetime.date, last: datetime.date) -> tuple[datetime.date | None, datetime.date | None]:
    if way == "after":
        return last + datetime.timedelta(days=1), None
    if way == "before":
        return None, first - datetime.timedelta(days=1)
    return None if way == "until" else first, last if way in ("within", "until") else None


def _relative(plain: str, today: datetime.date) -> Iterator[Period]:
    for match in _RELATIVE.finditer(plain):
        which, written, months = (
            match["which"].casefold(),
            (match["count"] or "").casefold(),
            12 if match["year"] else 1,
        )
        count = int(written) if written.isdecimal() else _COUNTS.get(written, 0)
        strange = (which in _THIS or not count) if written else which in ("past", "previous")
        if strange or _OTHER_LEAD.search(_before(plain, match.start())):
            continue
        began = today if which in _THIS else _months_before(today, months * (count or 1))
        days = (began, today) if written else _Written(began.year, began.month * (months == 1), 0, 0, 0).days()
        if days:
            yield Period(days[0], None if match["open"] else days[1], *match.span())


def _months_before(date: datetime.date, months: int) -> datetime.date:
    year, month = divmod(date.year * 12 + date.month - 1 - months, 12)
    return datetime.date(year, month + 1, min(date.day, monthrange(year, month + 1)[1]))
