"""Numbers of provisions: "497(2)", "489-F", "22-A & B", with or without a word by them that says what they count."""

from __future__ import annotations

import re
from collections.abc import Iterator
from types import MappingProxyType
from typing import NamedTuple

from search.identifiers.act_names import YEAR

_URDU_LETTERS = MappingProxyType(
    dict(zip("الف ایف ایچ ایل اے بی سی ڈی ای جی".split(), "A F H L A B C D E G".split(), strict=True))
)
_CLAUSE = r"[\s-]?\(\s?(?![SDL]B\))(?:\d{1,2}-?[A-Za-z]{0,2}|[ivxIVX]{1,6}|[A-Za-z]{1,2})\s?\)"
_NUMBER = re.compile(
    rf"""(?<!\d)(?<!\d[.:-])(?P<number>(?!0+(?!\d))\d{{1,3}}(?:\.\d{{1,2}}(?![\d.]))?+)(?!\d|[.:]\d|\s?%)
    (?>
        (?:\s?-\s?)?(?:(?P<roman>[iv]{{2,4}}|[IV]{{2,4}})|(?P<letters>[A-Z]{{1,2}}|aa|bb|cc|ee|[a-z])
            (?:\s?-?(?P<part>[ivx]{{1,4}}|\d))?)(?![^\W_]|\.[A-Za-z]\b)
        |(?<=506)/(?P<second>2|ii|II)(?!\w)
        |\s(?P<apart>[A-HJ-Z])(?=\s?[,/(&]|\s(?:of|and|read|Cr|CPC|PPC|P\.)|\s?$)
        |\s?-?\s?(?P<urdu>{"|".join(_URDU_LETTERS)})(?!\w|\s(?:آر|آئی|پی|این|ٹی))
    )?+
    (?P<clauses>(?>{_CLAUSE}(?:-?\d[A-Da-d]?(?![\w/]))?){{0,5}})
    (?!(?!PPC|Cr\.?P|CPC|CNS|ATA)\w)(?!\s?/\s?{YEAR}\b)(?!-\d)(?!\s+of\s+{YEAR}\b(?!\s+[A-Z]))""",
    re.VERBOSE,
)
_BRACKET = re.compile(r"\((?:(?P<digit>\d\w*)|(?P<roman>[ivx]+)|(?P<letter>[a-z]+))\)")
_MORE = re.compile(
    rf"(?P<sign>\s?(?:,|/|&|\band\b|\bor\b|،|اور)\s?)"
    rf"(?:(?P<letters>[A-HJ-Z])(?![\w.'’])(?P<with>(?:{_CLAUSE}){{0,3}})|(?P<clauses>(?:{_CLAUSE}){{1,4}}))(?!\w)"
)


class ProvisionNumber(NamedTuple):
    """A number as it stands in a text, which may be that of a provision."""

    digits: str
    """"497", "22.16"; without leading zeros."""
    letters: str
    """The "F" of "489-F"."""
    clauses: str
    """"(2)", "(1)(c)"."""
    start: int
    end: int

    @property
    def written(self) -> str:
        """Digits and letters in one form, "489-F"."""
        return f"{self.digits}-{self.letters}" if self.letters else self.digits

    @property
    def distinctive(self) -> bool:
        """Whether the number can hardly count anything."""
        return len(self.digits) == 3 or bool(self.letters)


def numbers_in(plain: str) -> Iterator[ProvisionNumber]:
    """Yield the numbers in *plain*, a text as `unified` returns it, in order: three of "497(1) and (2), 489-F"."""
    position = 0
    while match := _NUMBER.search(plain, position):
        number = _number_of(match)
        yield number
        while (more := _MORE.match(plain, number.end)) and _continues(number, more):
            letters, clauses = more["letters"] or number.letters, _clauses(more["with"] or "")
            if more["clauses"]:
                clauses = _with_last(number.clauses, _clauses(more["clauses"]))
            number = ProvisionNumber(number.digits, letters, clauses, more.end("sign"), more.end())
            yield number
        position = number.end


def _number_of(match: re.Match[str]) -> ProvisionNumber:
    letters = (match["letters"] or match["apart"] or _URDU_LETTERS.get(match["urdu"] or "", "")).upper()
    part = match["roman"] or match["part"] or ("ii" if match["second"] else "")
    clauses = (f"({part.lower()})" if part else "") + _clauses(match["clauses"])
    return ProvisionNumber(match["number"].lstrip("0"), letters, clauses, match.start(), match.end())


def _continues(number: ProvisionNumber, more: re.Match[str]) -> bool:
    """Whether what follows is of the same number: "22-A & B", "337-A(i), F(i)", "497(1) and (2)"."""
    if more["clauses"]:
        return bool(number.clauses)
    return bool(number.letters) and ("," not in more["sign"] or bool(more["with"]))


def _with_last(before: str, clauses: str) -> str:
    """Return what *clauses* mean behind those *before*: "(d)" behind "(1)(c)" is "(1)(d)"."""
    first = _BRACKET.match(clauses)
    kinds = [(match.lastgroup, match.start()) for match in _BRACKET.finditer(before)]
    # A letter may look like a Roman number, "(i)" behind "(h)": then the last bracket that is no digit is meant.
    alike = [place for kind, place in kinds if first and kind == first.lastgroup]
    alike = alike or [place for kind, place in kinds if first and "digit" not in (kind, first.lastgroup)]
    return before[: alike[-1]] + clauses if alike else clauses


def _clauses(written: str) -> str:
    """Return "(1A)(c)" for " (1-a) (C)": one form of the brackets behind a number."""
    bracketed = re.sub(r"\)-?(\d)([A-Da-d]?)", r")(\1)(\2)", re.sub(r"[\s-]", "", written.lower()))
    return re.sub(r"\d[a-z]{1,2}\)", lambda match: match[0].upper(), bracketed.replace("()", ""))
