"""References to statutes: sections, articles, orders and rules, found in whatever people write.

Run over whole judgments when they are indexed and over each query.  A number is a reference where a mark
("u/s", "Article", "دفعہ") or an act stands by it, or where it is known by its letter alone ("489-F").
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from search.identifiers.act_names import act_at, act_before
from search.identifiers.act_titles import titled_at, titled_before
from search.identifiers.case_types import squeeze, types_by_alias
from search.text.normalise import unified


class StatuteReference(NamedTuple):
    """One provision that a text names: "u/s 497(2) Cr.P.C." or "Order VII Rule 11 CPC".

    Two spellings of one provision have equal `label`.
    """

    act: str
    """Canonical short name, "PPC"; "" where the text names none."""
    provision: str
    """"section", "article", "order" or "rule"."""
    number: str
    """"497", "489-F"; of an order its number in digits."""
    rule: str = ""
    """The rule of an order, "11"."""
    subsection: str = ""
    """"(2)" or "(1)(c)", in small letters; "" where the whole provision is meant."""
    start: int = 0
    end: int = 0
    """Code points of the text as given: mark, number and, behind the last number of a list, the act."""
    assumed: bool = False
    """Whether the act is understood from the number alone."""

    @property
    def key(self) -> str:
        """The provision without its subsection, "CrPC s 497": for facets and for matching."""
        rule = f" r {self.rule}" if self.rule else ""
        return f"{self.act} {_SHORT_FORMS[self.provision]} {self.number}{rule}".lstrip()

    @property
    def label(self) -> str:
        """The provision with its subsection, "CrPC s 497(2)"."""
        return self.key + self.subsection


_SHORT_FORMS = MappingProxyType({"section": "s", "article": "art", "order": "O", "rule": "r"})
_CLAUSE_LETTERED = frozenset({("CNSA", "9"), ("PPC", "302")})
"""Sections that have clauses and no lettered sisters: "9-C CNSA" is section 9(c)."""
_BY_ARTICLE = frozenset({"Constitution", "QSO"})
_KNOWN_BY_LETTER = MappingProxyType(
    dict.fromkeys(
        "120-B 295-A 295-B 295-C 298-A 298-B 298-C 336-B 337-A 337-F 337-H 337-L 354-A 364-A 365-A 365-B "
        "371-A 371-B 376-A 462-I 489-A 489-B 489-C 489-D 489-E 489-F 493-A 496-A 496-B".split(),
        "PPC",
    )
    | dict.fromkeys(
        "22-A 22-B 249-A 265-A 265-C 265-D 265-F 265-J 265-K 382-B 439-A 526-A 516-A 540-A 561-A".split(), "CrPC"
    )
)
"""Numbers that one well-known act alone has, for their letter."""

_URDU_LETTERS = MappingProxyType(
    dict(zip("الف ایف ایچ ایل اے بی سی ڈی ای جی".split(), "A F H L A B C D E G".split(), strict=True))
)
_CLAUSE = r"[\s-]?\(\s?(?![SDL]B\))(?:\d{1,2}-?[A-Za-z]{0,2}|[ivxIVX]{1,6}|[A-Za-z]{1,2})\s?\)"
_ITEM = re.compile(
    rf"""(?<!\d)(?<!\d[.:-])(?P<number>(?!0+(?!\d))\d{{1,3}}(?:\.\d{{1,2}}(?![\d.]))?+)(?!\d|[.:]\d|\s?%)
    (?>
        (?:\s?-\s?)?(?:(?P<roman>[iv]{{2,4}}|[IV]{{2,4}})|(?P<letters>[A-Z]{{1,2}}|aa|bb|cc|ee|[a-z])
            (?:\s?-?(?P<part>[ivx]{{1,4}}|\d))?)(?![^\W_]|\.[A-Za-z]\b)
        |(?<=506)/(?P<second>2|ii|II)(?!\w)
        |\s(?P<apart>[A-HJ-Z])(?=\s?[,/(&]|\s(?:of|and|read|Cr|CPC|PPC|P\.)|\s?$)
        |\s?-?\s?(?P<urdu>{"|".join(_URDU_LETTERS)})(?!\w|\s(?:آر|آئی|پی|این|ٹی))
    )?+
    (?P<clauses>(?>{_CLAUSE}(?:-?\d[A-Da-d]?(?![\w/]))?){{0,5}})
    (?!(?!PPC|Cr\.?P|CPC|CNS|ATA)\w)(?!\s?/\s?(?:1[89]|20)\d\d\b)(?!-\d)(?!\s+of\s+(?:1[89]|20)\d\d\b(?!\s+[A-Z]))""",
    re.VERBOSE,
)
_MORE = re.compile(
    rf"(?P<sign>\s?(?:,|/|&|\band\b|\bor\b|،|اور)\s?)"
    rf"(?:(?P<letters>[A-HJ-Z])(?![\w.'’])(?P<with>(?:{_CLAUSE}){{0,3}})|(?P<clauses>(?:{_CLAUSE}){{1,4}}))(?!\w)"
)
_MARK = re.compile(
    r"""(?<![^\W_])(?<!sub[\s-])(?:
        (?P<article>articles?|arts?|آرٹیکلز?|آرٹیکلس)
        |(?P<rule>rules?|rr?|رولز?|قاعدہ)
        |(?P<section>u/ss?|u/sections?|u/sec|sections?|secs?|sectt?|(?<!['’/])(?<!\w\.)ss?
            |daf+a{1,2}h?|dafa{1,2}t|دفعہ|دفعات)
    )(?P<between>[\s.:-]{0,4}(?:(?:nos?|number|نمبر)[\s.:-]{0,3})?)$""",
    re.VERBOSE | re.IGNORECASE,
)
_MARK_MAX = 26
_PREFIXES_MAX = 3
"""How deep "clause (b) of sub-section (1) of section 5" may go."""
_SUBSECTION_OF = re.compile(
    r"(?:sub[\s-]?(?:section|article|rule)s?|clause)\s{0,2}(?:\(\s?(\w{1,4})\s?\)|(\d{1,2}))"
    r"\s{1,2}(?:of|to)\s{1,2}(?:the\s)?$",
    re.IGNORECASE,
)
_ORDER = re.compile(
    r"""(?<![^\W_])(?:(?P<word>u/o|orders?|ord|آرڈر|حکم)|(?<!\.)o)(?:[\s.-]{1,3}|(?=\d))
    (?P<number>[ivxl]{1,7}|\d{1,2})
    (?P<letter>-[A-Z](?!\w))?(?![^\W_]|\s+of\s+\d|/)
    (?P<rule>[\s,.;]{0,3}(?:rules?|rr?|رول|قاعدہ)[\s.:-]{0,3}(?=\d))?""",
    re.VERBOSE | re.IGNORECASE,
)
_OF_ORDER = re.compile(r"\s?,?\s(?:of|under)\s(?:order|o\.)\s?(?P<number>[ivxl]{1,7}|\d{1,2})(?!\w)", re.IGNORECASE)
_JOINER = re.compile(
    r"[\s,/&+،]*(?:(?:and/or|and|or|to|as\s+well\s+as|read\s+with|r/w|along\s?with|aur|اور|و|تا)(?!\w)[\s,.]*)?",
    re.IGNORECASE,
)
_JOINER_MAX = 40
_CHAIN_MAX = 60
"""A longer row of numbers is a table."""
_AFTER = re.compile(
    r"""(?P<sign>[\s,/"“(\[-]{0,4})(?P<of>(?:of|under|in|to|from|ki|ke|کے|کی)\s+)?(?:the\s+)?(?:of\s+the\s+)?
    (?P<schedule>(?:[a-z]+\s+)?schedule\s+(?:of|to)\s+(?:the\s+)?)?(?:(?:said|erstwhile|repealed|then|old|new)\s+)?
    (?:(?:1[89]|20)\d\d\s+)?["“(]?""",
    re.VERBOSE | re.IGNORECASE,
)
_WORD = re.compile(r"\w+")
_SHORT_NAME = 9
"""Length up to which a dash before an act means nothing: "324-PPC"."""
_BEFORE = re.compile(
    r"""(?:,?\s{0,2}(?:of\s+)?\(?(?P<year>(?:1[89]|20)\d\d)\)?)?
    (?:\s?\((?:Act\s+)?(?:No\.?\s?)?[IVXLC\d]{1,8}\s+of\s+\d{4}\))?
    (?P<sign>(?:'s|’s)?["”)]?[\s,:;.-]{0,6}(?:(?:ki|ke|ka|کی|کے|کا)\s+)?)$""",
    re.VERBOSE | re.IGNORECASE,
)
_NUMBER_FOLLOWS = re.compile(
    r"[\s,:;.-]{1,6}(?:u/ss?|sections?|ss?|articles?|arts?|rules?|dafa|دفعہ|آرٹیکل)?[\s.]{0,2}\d", re.IGNORECASE
)
_NO_PROVISION_BEFORE = re.compile(
    r"(?<![^\W_])(?:nos?|number|fir|rs|pkr|pws?|pages?|paras?|paragraphs?|clause|chapter|schedule|exh?|house|plot|flat"
    r"|shop|street|sector|block|crime|entry|table|serial|item|aged?|s\.?r\.?o)[\s.:#-]{0,4}$",
    re.IGNORECASE,
)
_UNIT_AFTER = re.compile(
    r"[\s-]{1,2}(?:others?|years?|months?|days?|hours?|persons?|witnesses|kgs?|kilograms?|grams?|lacs?|million)\b",
    re.IGNORECASE,
)
_ROMAN = re.compile(r"(?:xl|x{0,3})(?:ix|iv|v?i{0,3})|l(?:i)?", re.IGNORECASE)


class _Item(NamedTuple):
    number: str
    letters: str
    clauses: str
    start: int
    end: int

    @property
    def distinctive(self) -> bool:
        """Whether the number can hardly count anything."""
        return len(self.number) == 3 or bool(self.letters)


class _Chain(NamedTuple):
    """Numbers joined by commas, "and" or "/", under one mark or under none."""

    items: tuple[_Item, ...]
    provision: str
    """"" without a mark."""
    start: int
    order: str = ""
    doubtful: bool = False
    """Whether it is a reference only where an act stands by it."""
    tight: int = 0
    """How many of the items are joined by more than a space."""
    joined: bool = False
    """Whether "and" or "read with" leads to the next chain."""


class _Named(NamedTuple):
    chain: _Chain
    act: str
    start: int
    end: int
    whose: str = ""
    """What it is of where that names no act: "act" in "section 5 of the Act"."""


def find_statutes(text: str) -> list[StatuteReference]:
    """Find the provisions that *text* names, in order and without overlap.

    An act named behind or before a list holds for the whole list.  Without an act an article is the
    Constitution's and an order the Code of Civil Procedure's; any other section keeps the act "".
    """
    plain = unified(text)
    named: list[_Named] = []
    for chain in _chains(plain):
        while named and named[-1].start >= chain.start:
            named.pop()  # the 2 of "sub-section (2) of section 497"
        used = named[-1].end if named else 0
        if chain.start >= used:
            named.append(_with_act(plain, chain, used=used))
    return [reference for one in _inherited(named) for reference in _references(plain, one)]


def same_provision(asked: StatuteReference, held: StatuteReference) -> bool:
    """Whether *held* answers *asked*: what *asked* leaves open, act, rule or subsection, may be anything."""
    return (
        (asked.provision, asked.number) == (held.provision, held.number)
        and asked.act in ("", held.act)
        and asked.rule in ("", held.rule)
        and asked.subsection in ("", held.subsection)
    )


def _items(plain: str) -> Iterator[_Item]:
    position = 0
    while match := _ITEM.search(plain, position):
        item = _item_of(match)
        yield item
        while more := _MORE.match(plain, item.end):
            if not _continues(item, more):
                break
            letters, clauses = more["letters"] or item.letters, _clauses(more["with"] or more["clauses"] or "")
            item = _Item(item.number, letters, clauses, more.end("sign"), more.end())
            yield item
        position = item.end


def _item_of(match: re.Match[str]) -> _Item:
    letters = (match["letters"] or match["apart"] or _URDU_LETTERS.get(match["urdu"] or "", "")).upper()
    part = match["roman"] or match["part"] or ("ii" if match["second"] else "")
    clauses = (f"({part.lower()})" if part else "") + _clauses(match["clauses"])
    return _Item(match["number"].lstrip("0"), letters, clauses, match.start(), match.end())


def _continues(item: _Item, more: re.Match[str]) -> bool:
    """Whether what follows is of the same number: "22-A & B", "337-A(i), F(i)", "497(1) and (2)"."""
    if more["clauses"]:
        return bool(item.clauses)
    return bool(item.letters) and ("," not in more["sign"] or bool(more["with"]))


def _clauses(written: str) -> str:
    """Return "(1A)(c)" for " (1-a) (C)": one form of the brackets behind a number."""
    bracketed = re.sub(r"\)-?(\d)([A-Da-d]?)", r")(\1)(\2)", re.sub(r"[\s-]", "", written.lower()))
    return re.sub(r"\d[a-z]{1,2}\)", lambda match: match[0].upper(), bracketed.replace("()", ""))


def _chains(plain: str) -> Iterator[_Chain]:
    orders = _orders(plain)
    within_orders = {match.start("number") for match in orders.values() if match["rule"]}
    chain: _Chain | None = None
    for item in sorted([*_items(plain), *_lone_roman_orders(orders)], key=lambda item: item.start):
        marked = _marked(plain, item, orders)
        if item.start in within_orders or ("." in item.number and (marked is None or marked.provision != "rule")):
            continue  # "Rule 22.16" of the Police Rules is read, clause 5.2 of a contract is not
        if marked is None and chain is not None and (longer := _joined(plain, chain, item)):
            chain = longer
            continue
        if chain is not None:
            gap = plain[chain.items[-1].end : marked.start if marked else item.start]
            yield chain._replace(joined=_joins(gap))
        chain = marked or _unmarked(plain, item)
    if chain is not None:
        yield chain


def _joins(gap: str) -> bool:
    return len(gap) <= _JOINER_MAX and bool(gap.strip()) and _JOINER.fullmatch(gap) is not None


def _joined(plain: str, chain: _Chain, item: _Item) -> _Chain | None:
    gap = plain[chain.items[-1].end : item.start]
    if len(chain.items) == _CHAIN_MAX or _UNIT_AFTER.match(plain, item.end):
        return None
    if _joins(gap):
        tight = len(chain.items) + 1 if chain.tight == len(chain.items) else chain.tight
    elif gap in (" ", "  ") and chain.provision:
        tight = chain.tight
    else:
        return None
    return chain._replace(items=(*chain.items, item), tight=tight)


def _unmarked(plain: str, item: _Item) -> _Chain | None:
    before = plain[max(0, item.start - 2) : item.start]
    if before[-1:].isalpha() or re.fullmatch(r"[^\W\d_]-|\d,", before) or _UNIT_AFTER.match(plain, item.end):
        return None
    if _NO_PROVISION_BEFORE.search(plain, max(0, item.start - _MARK_MAX), item.start):
        return None
    return _Chain((item,), "", item.start, doubtful=True, tight=1)


def _marked(plain: str, item: _Item, orders: Mapping[int, re.Match[str]]) -> _Chain | None:
    if (order := orders.get(item.start)) is not None:
        return _order_chain(order, item)
    match = _MARK.search(plain, max(0, item.start - _MARK_MAX), item.start)
    if match is None or _marks_something_else(plain, match):
        return None
    word = match.group().removesuffix(match["between"])
    bare = len(word) <= 2 and "." not in match["between"]
    doubtful = (bare and (word.isupper() or not match["between"])) or word.lower() in ("r", "rr")
    provision = next(name for name in ("article", "rule", "section") if match[name])
    start = match.start()
    for _ in range(_PREFIXES_MAX):
        if prefix := _SUBSECTION_OF.search(plain, max(0, start - 40), start):
            start, item = prefix.start(), item._replace(clauses=item.clauses + f"({(prefix[1] or prefix[2]).lower()})")
    return _Chain((item,), provision, start, doubtful=doubtful, tight=1)


def _marks_something_else(plain: str, mark: re.Match[str]) -> bool:
    """Whether a mark is the end of a sentence, "the Rules. 9.", a row, "S. No. 5", or of a case, "No. S-12"."""
    between = mark["between"]
    word = mark.group().removesuffix(between)
    numbered = re.search(r"(?i)n", between) is not None
    if len(word) > 2:
        return len(word) > 4 and word.isalpha() and "." in between and not numbered
    case_number = "-" in between or re.search(r"(?i)no\.?\s?$", plain[max(0, mark.start() - 5) : mark.start()])
    return numbered or ("." not in between and bool(case_number))


def _orders(plain: str) -> dict[int, re.Match[str]]:
    """Return where a number under an order begins -> the order: the rule behind it, or its own number."""
    found: dict[int, re.Match[str]] = {}
    for match in _ORDER.finditer(plain):
        if _order_number(match) and (match["rule"] or match["word"]):
            found[match.end() if match["rule"] else match.start("number")] = match
    return found


def _order_number(match: re.Match[str]) -> str:
    written = match["number"]
    number = int(written) if written.isdigit() else _roman(written)
    return f"{number}{(match.groupdict().get('letter') or '').upper()}" if 1 <= number <= 51 else ""


def _roman(written: str) -> int:
    # Where case is ignored, a letter of another alphabet may pass for one of these: the dotted capital I does.
    if not written.isascii() or not _ROMAN.fullmatch(written):
        return 0
    values = [{"i": 1, "v": 5, "x": 10, "l": 50}[char] for char in written.lower()]
    return sum(-one if one < after else one for one, after in itertools.pairwise([*values, 0]))


def _lone_roman_orders(orders: Mapping[int, re.Match[str]]) -> Iterator[_Item]:
    for match in orders.values():
        if not match["rule"] and not match["number"].isdigit():
            yield _Item(_order_number(match), "", "", match.start("number"), match.end())


def _order_chain(order: re.Match[str], item: _Item) -> _Chain:
    if order["rule"]:
        return _Chain((item,), "order", order.start(), order=_order_number(order), tight=1)
    sure = order["word"][:1] == "O" and len(order["number"]) > 1 and order["number"].isupper()
    return _Chain((item,), "order", order.start(), doubtful=not sure, tight=1)


def _with_act(plain: str, chain: _Chain, *, used: int) -> _Named:
    end = chain.items[-1].end
    if chain.provision == "rule" and (of := _OF_ORDER.match(plain, end)) and _order_number(of):
        chain, end = chain._replace(provision="order", order=_order_number(of), doubtful=False), of.end()
    before = _before(plain, chain, used=used)
    after = _after(plain, chain, end)
    if before is not None and (not after.act or _NUMBER_FOLLOWS.match(plain, after.end)) and not after.whose:
        return _Named(chain, before[0], before[1], end)
    if not after.act and chain.tight < len(chain.items):
        chain = chain._replace(items=chain.items[: chain.tight])
        return after._replace(chain=chain, end=chain.items[-1].end)
    return after


def _after(plain: str, chain: _Chain, end: int) -> _Named:
    none = _Named(chain, "", chain.start, end)
    match = _AFTER.match(plain, end)
    if match is None or (not chain.provision and not _close(chain.items[-1], match)):
        return none
    found = act_at(plain, match.end(), loosely=bool(chain.provision))
    if found is not None and not chain.provision and _is_case_type(plain[match.end() : found[1]]):
        return none
    if found is not None and "-" in match["sign"] and found[1] - match.end() > _SHORT_NAME:
        return none  # "Art. 185---Penal Code (XLV of 1860), Ss. 302": a heading, the act is that of what follows
    of_something = (match["of"] or "").strip().lower() in ("of", "under")
    if found is None and of_something and chain.provision:
        found = titled_at(plain, match.end())
    if found is not None:
        return none._replace(act=found[0], end=found[1])
    whose = _WORD.match(plain, match.end()) if of_something else None
    return none._replace(whose=whose.group().lower() if whose else "")


def _close(item: _Item, between: re.Match[str]) -> bool:
    """Whether an act behind a number without a mark is the number's: not so in "page 2", line, "PPC"."""
    loose = "," in between["sign"] or "\n" in between["sign"] or between["schedule"]
    return item.distinctive or not loose


def _before(plain: str, chain: _Chain, *, used: int) -> tuple[str, int] | None:
    found = None
    if chain.provision == "rule":  # "Police Rules 22.16"
        found = act_before(plain, chain.start + len("rules")) or titled_before(plain, chain.start + len("rules"))
    match = _BEFORE.search(plain, max(used, chain.start - 60), chain.start)
    if match is not None and not plain[match.start() - 1 : match.start()].isalpha():
        return found  # no act's name ends there: most numbers leave here, at little cost
    if found is None and match is not None and _leads_on(plain, chain, match):
        found = act_before(plain, match.start())
        if found is None and chain.provision:
            found = titled_before(plain, match.start())
        if found is not None and not chain.provision and _is_case_type(plain[found[1] : match.start()]):
            return None
    return found if found is not None and found[1] >= used else None


def _is_case_type(name: str) -> bool:
    """Whether an abbreviation is a case type's, too: "FERA 5/23" is a case where no mark stands by it."""
    return squeeze(name) in types_by_alias()


def _leads_on(plain: str, chain: _Chain, between: re.Match[str]) -> bool:
    """Whether an act before *between* is the chain's, and no sentence, heading or footnote lies there."""
    sign = between["sign"]
    if chain.provision:
        return not (re.search(r"[.;]\s", sign) and re.match("[A-Z][a-z]", plain[chain.start : chain.start + 2]))
    if between["year"] and not chain.items[0].distinctive:
        return False
    return re.search(r"[,:;\n]", sign) is None and re.match(r"\.\s|\)", plain[chain.items[0].end :][:2]) is None


def _inherited(named: list[_Named]) -> list[_Named]:
    """Give chains without an act that of the chain they lead to: "section 302 read with section 34 PPC"."""
    for index in range(len(named) - 2, -1, -1):
        one, following = named[index], named[index + 1]
        if one.chain.joined and not one.act and not one.whose and _alike(one.chain, following.chain):
            named[index] = one._replace(act=following.act)
    return named


def _alike(chain: _Chain, following: _Chain) -> bool:
    if not chain.provision:
        return chain.items[0].distinctive
    return chain.provision == following.provision


def _references(plain: str, named: _Named) -> Iterator[StatuteReference]:
    chain, items = named.chain, _counted(plain, named)
    for index, item in enumerate(items):
        act, number, clauses = _of_act(named.act or _default_act(named), item)
        understood = "" if act or not _may_be_understood(named) else _KNOWN_BY_LETTER.get(number, "")
        yield StatuteReference(
            act=act or understood,
            provision=_provision(chain, act),
            number=chain.order or number,
            rule=number if chain.order else "",
            subsection=clauses,
            start=named.start if index == 0 else item.start,
            end=named.end if index == len(items) - 1 else item.end,
            assumed=bool(understood),
        )


def _counted(plain: str, named: _Named) -> tuple[_Item, ...]:
    """Return the numbers of a chain that are references: all, or without an act those it can do without."""
    items = named.chain.items
    if named.act or (named.chain.provision and not named.chain.doubtful):
        return items
    known = tuple(item for item in items if _number(item) in _KNOWN_BY_LETTER and _may_be_understood(named))
    return known if len(known) > 1 or (known and len(known[0].number) == 3) else ()


def _may_be_understood(named: _Named) -> bool:
    return named.whose in ("", "code") and named.chain.provision in ("", "section")


def _default_act(named: _Named) -> str:
    if named.whose or named.chain.provision not in ("article", "order"):
        return ""
    return "Constitution" if named.chain.provision == "article" else "CPC"


def _number(item: _Item) -> str:
    return f"{item.number}-{item.letters}" if item.letters else item.number


def _of_act(act: str, item: _Item) -> tuple[str, str, str]:
    """Return act, number and subsection as that act numbers them: "9-C" of the CNSA is section 9(c)."""
    if (act, item.number) in _CLAUSE_LETTERED and item.letters:
        return act, item.number, f"({item.letters.lower()}){item.clauses}"
    if act == "PPC" and item.number == "506" and (item.letters == "B" or item.clauses in ("(2)", "(b)")):
        return act, item.number, "(ii)"
    return act, _number(item), item.clauses


def _provision(chain: _Chain, act: str) -> str:
    if chain.provision in ("", "section") and act in _BY_ARTICLE:
        return "article"
    return chain.provision or ("rule" if act.endswith(" Rules") else "section")
