"""Citations of reported judgments: "PLD 2019 Islamabad 45", "2019 SCMR 123", however they are written.

Read from texts as scanned and from queries as typed: in either order, with dots, spaces or a line break between the
letters, with "Isl", "Isb." or the court in full.  A second page is read behind "&" or "and" where nothing follows that
it could count ("2010 SCMR 12 & 115", "2010 SCMR 12, 14 and 115").  A number behind a comma ("2010 SCMR 12, 115") is not
guessed at: mostly it is the page of the same judgment that is quoted.  Where somebody asks, `listed_pages` reads it.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import NamedTuple

from search.identifiers.reporters import Reporter, division_of, reporter_of, reporter_pattern, squeeze_letters
from search.identifiers.reporters import is_reporter as is_reporter

YEAR_MIN, YEAR_MAX = 1900, 2049
"""Years of the reports that are cited here; Indian ones reach back before 1947."""
_SHORT_YEAR_MIN, _SHORT_YEAR_MAX = 47, 30
"""Of two digits before court and page, those from the first on are of the last century, those up to the second of ours;
no report of Pakistan is of a year between them."""


class Citation(NamedTuple):
    """One reported judgment as a text cites it."""

    reporter: str
    """Canonical: "PLD", "SCMR", "PCrLJ", "PLC (CS)"."""
    year: int
    court: str
    """The court or part that the volume is divided by, "Islamabad", "Criminal"; "" where pages run through."""
    page: int
    note: str
    """ "Note" where *page* is the number of a note, else ""."""
    start: int
    end: int
    """Code points of the text as given."""

    @property
    def key(self) -> str:
        """The citation in one spelling, the same for all: "PLD 2019 Islamabad 45", "2019 SCMR 123"."""
        head = (self.reporter, self.year, self.court) if self.court else (self.year, self.reporter)
        return " ".join(str(part) for part in (*head, self.note, self.page) if part)


class PartialCitation(NamedTuple):
    """What looks like a citation but does not say which judgment is meant."""

    reporter: str
    missing: tuple[str, ...]
    """Of "year", "court" and "page", in this order, what is not there."""
    start: int
    end: int


class _Found(NamedTuple):
    """A number or a name and where it stands."""

    value: str
    start: int
    end: int


_MARKS = r"[\s.,:()\[\]–—-]{0,6}"
# The mark of a footnote may stick to the year: "42017 SCMR 608".
_YEAR_BEFORE = re.compile(rf"(?<!\d)\d{{0,2}}(\d{{4}}){_MARKS}\Z")
_YEAR_AFTER = re.compile(rf"{_MARKS}(\d{{4}})(?!\d)")
_FROM_YEAR = re.compile(r"[\s()\[\]–—-]{0,6}")
"""Between a year and its reporter; behind a comma or a full stop a reporter begins anew."""
_DATE_OR_CASE = re.compile(r"(?:\d/|\d[.-]\d{1,2}[.-])\Z")
_DIVISION_AND_PAGE = re.compile(r"(?P<division>[^\d;]{0,45})(?P<page>\d{1,5})(?!\d)")
_NO_PAGE = re.compile(r"/\d|\.\d{1,2}\.\d|-\d{1,2}-\d{4}|(?:st|nd|rd|th)\b")
_PAGE_ALONE = re.compile(r"[\s-]{0,3}(?:pages?\b|p\.)?[\s.-]{0,2}(\d{1,4})(?![\d/]|[.-]\d|\s?%)")
_PAGE_WORD = re.compile(r"(?:at)?(?:pages?|pp?|pg|صفحہ)(?:no|نمبر)?$|^no$")
_NOTE_WORD = re.compile(r"(?:notes?|نوٹ)(?:no|نمبر)?$|^notes?|^n$")
_NEXT_PAGE = re.compile(
    r"(?P<quoted>(?:\s{0,3},\s{0,3}\d{1,4}(?!\d)){0,9})(?:\s{0,3},)?\s{0,3}(?:&|\band\b)\s{1,3}"
    r"(?P<page>[1-9]\d{0,3})(?=\s{0,3}(?:\Z|[&;)\]]|[.,](?!\d)|and\b))"
)
"""A page of the same volume, behind those that are quoted of the judgment before it.  The last lookahead leaves out
"and 3 others" and "and 2020 SCMR 5"."""
_MORE_NUMBERS = re.compile(r"\s{0,3},\s{0,3}(?!(?:19|20)\d\d(?!\d))\d")
"""Behind the last page of a list: it may be one of sections, "12, 302 and 324, 34 PPC"."""
_SHORT_YEAR = re.compile(r"[\s.,'’]{1,4}(\d\d)(?![\d/-])")
_ONLY_BETWEEN = re.compile(r"[\s.,:(\[–—-]*\Z")
_DIVISION_BEHIND = re.compile(r"[\s,(\[]{1,4}((?:[^\W\d_]\.?){1,14}(?:\s(?:[^\W\d_]\.?){1,14}){0,2})")
_LONGEST_BEFORE = 13


def find_citations(text: str) -> list[Citation]:
    """Find the citations of known reporters in *text*, in order and not overlapping.

    Case numbers, FIR numbers and dates beside a reporter's name are not read as part of a citation.
    """
    return list(_citations(text))


def find_partial_citations(text: str) -> list[PartialCitation]:
    """Find what looks like a citation but lacks its year, court or page, in order: "PLD 2019", "SCMR 45".

    A reporter's name with nothing beside it is none, and neither are letters that also name a court or a company.
    """
    whole = list(_citations(text))
    found: list[PartialCitation] = []
    floor = following = 0
    for match in reporter_pattern().finditer(text):
        while following < len(whole) and whole[following].end <= match.start():
            floor = max(floor, whole[following].end)
            following += 1
        ceiling = whole[following].start if following < len(whole) else len(text)
        if match.end() > ceiling or match.start() < floor:
            continue
        partial = _partial_at(text, match, (floor, ceiling))
        if partial is not None:
            found.append(partial)
            floor = partial.end
    return found


def _citations(text: str) -> Iterator[Citation]:
    floor = 0
    for match in reporter_pattern().finditer(text):
        reporter = reporter_of(match.group())
        if reporter is None or match.start() < floor:
            continue
        citation = _citation_at(text, match, reporter, floor)
        while citation is not None:
            yield citation
            floor = citation.end
            citation = _next_page(text, citation)


def _next_page(text: str, citation: Citation) -> Citation | None:
    """Return the judgment on another page of the volume, "2019 SCMR 45 & 67"; pages rise in such a list."""
    match = _NEXT_PAGE.match(text, citation.end)
    if match is None or (match["quoted"] and _MORE_NUMBERS.match(text, match.end())):
        return None
    pages = [int(page) for page in re.findall(r"\d+", match.group())]
    rising = all(left < right for left, right in itertools.pairwise([citation.page, *pages]))
    if not rising or any(YEAR_MIN <= page <= YEAR_MAX for page in pages):
        return None
    return citation._replace(page=pages[-1], start=match.start("page"), end=match.end("page"))


def _citation_at(text: str, match: re.Match[str], reporter: Reporter, floor: int) -> Citation | None:
    before = _year_before(text, match.start(), floor)
    # "2010 SCMR 2012" is a page, but "..., 2010, SCMR 2012 45" and "2010 PLD 2012 SC 45" are not.
    if before is not None and not reporter.needs_division and "," not in text[before.end : match.start()]:
        return _year_first(text, match, reporter, before) or _reporter_first(text, match, reporter)
    found = _reporter_first(text, match, reporter)
    if found or before is not None:
        return found or (before and _year_first(text, match, reporter, before))
    short = _short_year_after(text, match.end(), reporter)
    return _read_page(text, reporter, int(short.value), (match.start(), short.end)) if short else None


def _reporter_first(text: str, match: re.Match[str], reporter: Reporter) -> Citation | None:
    year = _year_after(text, match.end())
    if year is None:
        return None
    found = _read_page(text, reporter, int(year.value), (match.start(), year.end))
    # Within a text "IHC 2021 12" may be anything; "AIR 1954 SC 340" is not.
    if found and reporter.plain_word and not found.court and text.strip() != text[found.start : found.end]:
        return None
    return found


def _year_first(text: str, match: re.Match[str], reporter: Reporter, year: _Found) -> Citation | None:
    span = (year.start, match.end())
    found = _read_page(text, reporter, int(year.value), span)
    if found is not None or not reporter.needs_division:
        return found
    parts = _page_and_division(text, match.end(), reporter)
    if parts is None:
        return None
    page, court = parts
    return Citation(reporter.name, int(year.value), court.value, page, "", year.start, court.end)


def _page_and_division(text: str, end: int, reporter: Reporter) -> tuple[int, _Found] | None:
    """Read the page that follows *end* with its division behind it, "2019 PLD 45 Islamabad"."""
    page = _DIVISION_AND_PAGE.match(text, end)
    if page is None or not _ONLY_BETWEEN.match(page["division"]) or _NO_PAGE.match(text, page.end()):
        return None
    court = _division_behind(text, page.end(), reporter)
    return (int(page["page"]), court) if court else None


def _read_page(text: str, reporter: Reporter, year: int, span: tuple[int, int]) -> Citation | None:
    """Read the division, "Note" and the page that follow *span*, whose start is the citation's."""
    found = _page_behind(text, reporter, year, span)
    return None if found is None or _is_year_of_next(text, found) else found


def _is_year_of_next(text: str, found: Citation) -> bool:
    """Whether the page is the year of the citation that follows: "PLD 2041 SC. 2019 SCMR 45"."""
    if not YEAR_MIN <= found.page <= YEAR_MAX:
        return False
    match = _reporter_right_behind(text, found.end)
    reporter = reporter_of(match.group()) if match else None
    if match is None or reporter is None:
        return False
    own = _year_after(text, match.end()) or _short_year_after(text, match.end(), reporter)
    if own is not None and _reporter_right_behind(text, own.end) is None:
        return False
    span = (found.end, match.end())
    page_first = reporter.needs_division and _page_and_division(text, match.end(), reporter)
    return bool(page_first or _page_behind(text, reporter, found.page, span))


def _reporter_right_behind(text: str, end: int) -> re.Match[str] | None:
    gap = _FROM_YEAR.match(text, end)
    return reporter_pattern().match(text, gap.end()) if gap else None


def _page_behind(text: str, reporter: Reporter, year: int, span: tuple[int, int]) -> Citation | None:
    match = _DIVISION_AND_PAGE.match(text, span[1])
    if match is None or _NO_PAGE.match(text, match.end()) or int(match["page"]) == 0:
        return None
    if match["division"] == "" and match.start() > 0 and text[match.start() - 1].isdecimal():
        return None
    division, note = _without_page_words(match["division"])
    if reporter.name == "PLC" and division == "cs":  # "PLC 2019 (CS) 45"
        return Citation("PLC (CS)", year, "", int(match["page"]), note, span[0], match.end())
    court = "" if not division else division_of(reporter, division)
    if court is None or (not court and (reporter.needs_division or not _is_joint(match["division"], note))):
        return None
    if not reporter.divided_by:
        court = ""  # "2020 CLC (Lahore) 45": said for the reader, the pages run through
    return Citation(reporter.name, year, court, int(match["page"]), note, span[0], match.end())


def _is_joint(between: str, note: str) -> bool:
    """Tell whether only marks, a page word or "Note" stand *between*: a bracket that closes ends a citation."""
    return bool(note or squeeze_letters(between) or _ONLY_BETWEEN.match(between))


def _without_page_words(written: str) -> tuple[str, str]:
    """Return the letters of a division without "page" and "Note", and "Note" if it was there."""
    letters = squeeze_letters(written)
    without_page = _PAGE_WORD.sub("", letters)
    if letters == "scp":
        without_page = "sc"
    division = _NOTE_WORD.sub("", without_page, count=1)
    return division, "Note" if division != without_page else ""


def _year_before(text: str, start: int, floor: int) -> _Found | None:
    first = max(floor, start - _LONGEST_BEFORE)
    match = _YEAR_BEFORE.search(text[first:start])
    if match is None or not YEAR_MIN <= int(match[1]) <= YEAR_MAX:
        return None
    at = first + match.start(1)
    # The year of a case number or of a date: "W.P. 12/2019 PLC", "dated 12.03.2019 SCMR".
    if _DATE_OR_CASE.search(text[max(0, at - 5) : at]):
        return None
    return _Found(match[1], at, first + match.end(1))


def _year_after(text: str, end: int) -> _Found | None:
    match = _YEAR_AFTER.match(text, end)
    if match is None or not YEAR_MIN <= int(match[1]) <= YEAR_MAX:
        return None
    return _Found(match[1], match.start(1), match.end(1))


def _short_year_after(text: str, end: int, reporter: Reporter) -> _Found | None:
    """Return the year of "PLD 99 SC 45": two digits before court and page are a year, and tell the century."""
    short, page = _short_year(text, end, reporter)
    if short is None or page is None or YEAR_MIN <= int(page[1]) <= YEAR_MAX:  # the page may be the year
        return None
    year = int(short[1])
    if _SHORT_YEAR_MAX < year < _SHORT_YEAR_MIN:
        return None
    return _Found(str(year + (1900 if year >= _SHORT_YEAR_MIN else 2000)), *short.span(1))


def _short_year(text: str, end: int, reporter: Reporter) -> tuple[re.Match[str] | None, re.Match[str] | None]:
    """Return what may be the year in "PLD 99 SC 45", and the page behind the court; None for what is not there."""
    short = _SHORT_YEAR.match(text, end) if reporter.needs_division else None
    court = _division_behind(text, short.end(), reporter) if short else None
    return short, _PAGE_ALONE.match(text, court.end) if court else None


def _division_behind(text: str, end: int, reporter: Reporter) -> _Found | None:
    match = _DIVISION_BEHIND.match(text, end)
    words = list(re.finditer(r"\S+", match[1])) if match else []
    for word in reversed(words):
        division = division_of(reporter, match[1][: word.end()]) if match else None
        if match and division:
            end = len(match[1][: word.end()].rstrip("."))
            return _Found(division, match.start(1), match.start(1) + end)
    return None


def _partial_at(text: str, match: re.Match[str], bounds: tuple[int, int]) -> PartialCitation | None:
    reporter = reporter_of(match.group())
    if reporter is None or reporter.plain_word:
        return None
    floor, ceiling = bounds
    start, end = match.span()
    before, after = _year_before(text, start, floor), _year_after(text, end)
    year = after if after and after.end <= ceiling else before
    start, end = min(start, year.start if year else start), max(end, year.end if year else end)
    short, short_page = _short_year(text, end, reporter) if year is None else (None, None)
    end = short.end() if short and short_page else end
    court = _division_behind(text, end, reporter) if reporter.needs_division else None
    end = court.end if court else end
    page = _PAGE_ALONE.match(text, end, max(end, ceiling))  # never the year of the next citation
    end = page.end() if page else end
    parts = {"year": year, "court": court or not reporter.needs_division, "page": page}
    missing = tuple(name for name, part in parts.items() if not part)
    if (year is None and page is None) or not missing or end > ceiling:
        return None
    return PartialCitation(reporter.name, missing, start, end)
