"""Chains of numbers under one mark, "sections 420, 468 and 471", or under none, "302/34"; and what is none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from search.identifiers.provision_numbers import ProvisionNumber, numbers_in
from search.identifiers.provision_orders import Order, orders_in

_NO_REVISION = "".join(
    rf"(?<!(?<![\w.]){kind}{between})"
    for kind in ("c", "cr", "crl", "civ", "civil", "criminal")
    for between in (r"\.", r"\s", r"\.\s", r"\.\s\s")
)
"""Before the "R." of "C.R. 115/151 CPC": a civil revision, and no rule."""
_MARK = re.compile(
    rf"""(?<![^\W_])(?<!sub[\s-])(?:
        (?P<article>articles?|arts?|آرٹیکلز?|آرٹیکلس)
        |(?P<rule>rules?|{_NO_REVISION}rr?|رولز?|قاعدہ)
        |(?P<section>u/ss?|u/sections?|u/sec|sections?|secs?|sectt?|(?<!['’/])(?<!\w\.)ss?
            |daf+a{{1,2}}h?|dafa{{1,2}}t|دفعہ|دفعات)
    )(?P<between>[\s.:-]{{0,4}}(?:(?:nos?|number|نمبر)[\s.:-]{{0,3}})?)$""",
    re.VERBOSE | re.IGNORECASE,
)
_MARK_MAX = 26
_PREFIXES_MAX = 3
"""How deep "clause (b) of sub-section (1) of section 5" may go."""
_PREFIX_LENGTH_MAX = 40
_SUBSECTION_OF = re.compile(
    r"(?:sub[\s-]?(?:section|article|rule)s?|clause)\s{0,2}(?:\(\s?(\w{1,4})\s?\)|(\d{1,2}))"
    r"\s{1,2}(?:of|to)\s{1,2}(?:the\s)?$",
    re.IGNORECASE,
)
_JOINER = re.compile(
    r"[\s,/&+،]*(?:(?:and/or|and|or|to|as\s+well\s+as|read\s+with|r/w|along\s?with|aur|اور|و|تا)(?!\w)[\s,.]*)?",
    re.IGNORECASE,
)
_READ_WITH = re.compile(r"\b(?:read\s+with|r/w)\b", re.IGNORECASE)
_JOINER_MAX = 40
_CHAIN_MAX = 60
"""A longer row of numbers is a table."""
_NO_PROVISION_BEFORE = re.compile(
    r"(?<![^\W_])(?:nos?|number|fir|rs|pkr|pws?|pages?|paras?|paragraphs?|clause|chapter|schedule|exh?|house|plot|flat"
    r"|shop|street|sector|block|crime|entry|table|serial|item|aged?|s\.?r\.?o)[\s.:#-]{0,4}$",
    re.IGNORECASE,
)
_UNIT_AFTER = re.compile(
    r"[\s-]{1,2}(?:others?|years?|months?|days?|hours?|persons?|witnesses|kgs?|kilograms?|grams?|lacs?|million)\b",
    re.IGNORECASE,
)
_OTHERWISE_BOUND = re.compile(r"[^\W\d_]-|\d,")
"""Right before a number that is part of something else: "D-302", "1,497"."""
_COUNTING = re.compile("n", re.IGNORECASE)
"""The "No." behind a mark."""
_NUMBER_SIGN_BEFORE = re.compile(r"no\.?\s?$", re.IGNORECASE)


class Chain(NamedTuple):
    """Numbers joined by commas, "and" or "/", under one mark or under none."""

    numbers: tuple[ProvisionNumber, ...]
    provision: str
    """As in a reference; "" without a mark."""
    start: int
    order: str = ""
    doubtful: bool = False
    """Whether it is a reference only where an act stands by it."""
    tight: int = 1
    """How many of the numbers are joined by more than a space."""
    joined: bool = False
    """Whether "and" or "read with" leads to the next chain."""
    read_with: bool = False
    """Whether "read with" stands between the numbers: so are provisions joined, and nothing else."""

    @property
    def end(self) -> int:
        """Behind the last number."""
        return self.numbers[-1].end


def chains_in(plain: str) -> Iterator[Chain]:
    """Yield the chains in *plain*, a text as `unified` returns it, in the order of their first numbers.

    A chain may begin before the one that comes first: of "sub-section (2) of section 497" the second holds it all.
    """
    orders = orders_in(plain)
    within_orders = {order.number_start for order in orders.values() if order.leads_to_rule}
    chain: Chain | None = None
    for number in sorted([*numbers_in(plain), *_lone_roman(orders)], key=lambda number: number.start):
        marked = _marked(plain, number, orders)
        if number.start in within_orders or ("." in number.digits and (marked is None or marked.provision != "rule")):
            continue  # "Rule 22.16" of the Police Rules is read, clause 5.2 of a contract is not
        if marked is None and chain is not None and (longer := _joined(plain, chain, number)):
            chain = longer
            continue
        if chain is not None:
            gap = plain[chain.end : marked.start if marked else number.start]
            yield chain._replace(joined=_joins(gap))
        chain = marked or _unmarked(plain, number)
    if chain is not None:
        yield chain


def _lone_roman(orders: Mapping[int, Order]) -> Iterator[ProvisionNumber]:
    """Yield the numbers of the orders that no digit stands for: "Order XXXIX"."""
    for order in orders.values():
        if not order.leads_to_rule and not order.in_digits:
            yield ProvisionNumber(order.number, "", "", order.number_start, order.end)


def _joins(gap: str) -> bool:
    return len(gap) <= _JOINER_MAX and bool(gap.strip()) and _JOINER.fullmatch(gap) is not None


def _joined(plain: str, chain: Chain, number: ProvisionNumber) -> Chain | None:
    """Return *chain* with *number*, None where that is not joined to it."""
    gap = plain[chain.end : number.start]
    if len(chain.numbers) == _CHAIN_MAX or _UNIT_AFTER.match(plain, number.end):
        return None
    if _joins(gap):
        tight = len(chain.numbers) + 1 if chain.tight == len(chain.numbers) else chain.tight
    elif gap in (" ", "  ") and chain.provision:
        tight = chain.tight
    else:
        return None
    read_with = chain.read_with or _READ_WITH.search(gap) is not None
    return chain._replace(numbers=(*chain.numbers, number), tight=tight, read_with=read_with)


def _unmarked(plain: str, number: ProvisionNumber) -> Chain | None:
    """Return the chain that *number* begins without a mark, None where it is plainly no provision."""
    if not plain[number.start].isdigit():
        return None  # the "B" of "22-A & B", where what it goes on from is none
    before = plain[max(0, number.start - 2) : number.start]
    if before[-1:].isalpha() or _OTHERWISE_BOUND.fullmatch(before) or _UNIT_AFTER.match(plain, number.end):
        return None
    if _NO_PROVISION_BEFORE.search(plain, max(0, number.start - _MARK_MAX), number.start):
        return None
    return Chain((number,), "", number.start, doubtful=True)


def _marked(plain: str, number: ProvisionNumber, orders: Mapping[int, Order]) -> Chain | None:
    """Return the chain that *number* begins behind a mark or under an order, None where neither is there."""
    if (order := orders.get(number.start)) is not None:
        return _under_order(order, number)
    match = _MARK.search(plain, max(0, number.start - _MARK_MAX), number.start)
    if match is None or _marks_something_else(plain, match):
        return None
    word = match.group().removesuffix(match["between"])
    bare = len(word) <= 2 and "." not in match["between"]
    doubtful = (bare and (word.isupper() or not match["between"])) or word.lower() in ("r", "rr")
    provision = next(name for name in ("article", "rule", "section") if match[name])
    start, clauses = _with_clauses_before(plain, match.start(), number.clauses)
    return Chain((number._replace(clauses=clauses),), provision, start, doubtful=doubtful)


def _with_clauses_before(plain: str, start: int, clauses: str) -> tuple[int, str]:
    """Read what leads to the mark at *start*: the "clause (b) of sub-section (1) of" of "section 5"."""
    for _ in range(_PREFIXES_MAX):
        if prefix := _SUBSECTION_OF.search(plain, max(0, start - _PREFIX_LENGTH_MAX), start):
            start, clauses = prefix.start(), clauses + f"({(prefix[1] or prefix[2]).lower()})"
    return start, clauses


def _marks_something_else(plain: str, mark: re.Match[str]) -> bool:
    """Whether a mark is the end of a sentence, "the Rules. 9.", a row, "S. No. 5", or of a case, "No. S-12"."""
    between = mark["between"]
    word = mark.group().removesuffix(between)
    numbered = _COUNTING.search(between) is not None
    if len(word) > 2:
        return len(word) > 4 and word.isalpha() and "." in between and not numbered
    case_number = "-" in between or _NUMBER_SIGN_BEFORE.search(plain[max(0, mark.start() - 5) : mark.start()])
    return numbered or ("." not in between and bool(case_number))


def _under_order(order: Order, number: ProvisionNumber) -> Chain:
    if order.leads_to_rule:
        return Chain((number,), "order", order.start, order=order.number)
    return Chain((number,), "order", order.start, doubtful=not order.sure)
