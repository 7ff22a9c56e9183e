"""The act that a chain of numbers is of: it stands behind them, before them, or with the chain that they lead to."""

from __future__ import annotations

import itertools
import re
from typing import NamedTuple

from search.identifiers.act_meant import ActsMeant
from search.identifiers.act_names import ActName, act_at, act_before
from search.identifiers.act_subjects import subject_at, subject_before
from search.identifiers.act_titles import code_at, code_before, titled_at, titled_before
from search.identifiers.case_types import squeeze, types_by_alias
from search.identifiers.provision_chains import Chain, chains_in
from search.identifiers.provision_numbers import ProvisionNumber
from search.identifiers.provision_orders import order_behind

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
_BEFORE_MAX = 60
_NUMBER_FOLLOWS = re.compile(
    r"[\s,:;.-]{1,6}(?:u/ss?|sections?|ss?|articles?|arts?|rules?|dafa|دفعہ|آرٹیکل)?[\s.]{0,2}\d", re.IGNORECASE
)
_NEW_SENTENCE = re.compile(r"[.;]\s")
_PARTED = re.compile(r"[,:;\n]")
_HEADS_A_PARAGRAPH = re.compile(r"\.\s|\)")
"""Right behind the "3" of "3. The applicant"."""


class Provisions(NamedTuple):
    """A chain of numbers and the act that it is of."""

    chain: Chain
    act: str
    """As in a reference; "" where the text names none."""
    start: int
    end: int
    """Code points of chain and act."""
    whose: str = ""
    """What it is of where that names no act: "act" in "section 5 of the Act"."""


def provisions_in(plain: str) -> list[Provisions]:
    """Find the chains in *plain*, a text as `unified` returns it, with their acts; in order and without overlap."""
    found: list[Provisions] = []
    for chain in chains_in(plain):
        while found and found[-1].start >= chain.start:
            found.pop()  # the 2 of "sub-section (2) of section 497"
        used = found[-1].end if found else 0
        if chain.start >= used:
            found.append(_with_act(plain, chain, used=used))
    return _inherited(_meant(plain, found))


def with_bare_lists(plain: str, found: list[Provisions], *, surely: bool = False) -> list[Provisions]:
    """Give bare numbers the act of the one that they stand before: "420 468 471 PPC", as one types it.

    In a text that nobody typed, a number with no more than a blank behind it is that of a row or a footnote.

    Args:
        plain: Text as `unified` returns it.
        found: What `provisions_in` found in it.
        surely: Whether each number is that of a section; else one of a digit is none, nor is a lone one of two digits:
            "sector F 6 144 CrPC".
    """
    found = list(found)
    last = len(found) - 1
    while last > 0:
        first = last
        while first > 0 and _leads_barely(plain, found[first - 1], found[first], surely=surely):
            first -= 1
        run = found[first:last]
        if surely or len(run) > 1 or any(_is_known_by_itself(one) for one in run):
            found[first:last] = [one._replace(act=found[last].act) for one in run]
        last = min(first, last - 1)
    return found


def _leads_barely(plain: str, one: Provisions, following: Provisions, *, surely: bool) -> bool:
    """Whether *one* is a bare number and *following* has no more than a blank before it."""
    if not _is_bare(plain, one) or following.chain.provision or plain[one.end : following.start] != " ":
        return False
    return surely or len(one.chain.numbers[0].digits) > 1 or _is_known_by_itself(one)


def _is_known_by_itself(one: Provisions) -> bool:
    """Whether a bare number can hardly count anything: "489", "9-C", "9(c)"."""
    (number,) = one.chain.numbers
    return number.distinctive or bool(number.clauses)


def _is_bare(plain: str, one: Provisions) -> bool:
    """Whether *one* is a number by itself, parted by blanks and without act or mark."""
    alone = len(one.chain.numbers) == 1 and plain[max(0, one.start - 1) : one.start] in ("", " ")
    return alone and not (one.act or one.whose or one.chain.provision)


def _meant(plain: str, found: list[Provisions]) -> list[Provisions]:
    """Give chains "of the Act" the act that the text has named before."""
    acts = ActsMeant(plain)
    return [
        each._replace(act=acts.behind(each.end, each.chain.provision)) if each.whose and not each.act else each
        for each in found
    ]


def _inherited(found: list[Provisions]) -> list[Provisions]:
    """Give chains without an act that of the chain they lead to: "section 302 read with section 34 PPC"."""
    for index in range(len(found) - 2, -1, -1):
        one, following = found[index], found[index + 1]
        if one.chain.joined and not one.act and not one.whose and _alike(one.chain, following.chain):
            found[index] = one._replace(act=following.act)
    return found


def _alike(chain: Chain, following: Chain) -> bool:
    if not chain.provision:
        return chain.numbers[0].distinctive
    return chain.provision == following.provision


def _with_act(plain: str, chain: Chain, *, used: int) -> Provisions:
    """Return *chain* with the act by it; what stands before *used* is another chain's."""
    end = chain.end
    if chain.provision == "rule" and (order := order_behind(plain, end)) is not None:
        chain, end = chain._replace(provision="order", order=order[0], doubtful=False), order[1]
    before = _before(plain, chain, used=used)
    after = _after(plain, chain, end)
    if before is not None and (not after.act or _NUMBER_FOLLOWS.match(plain, after.end)) and not after.whose:
        return Provisions(chain, before.act, before.edge, end)
    kept = len(chain.numbers) if after.act else _surely_joined(chain)
    if kept < len(chain.numbers):
        chain = chain._replace(numbers=chain.numbers[:kept])
        return after._replace(chain=chain, end=chain.end)
    return after


def _surely_joined(chain: Chain) -> int:
    """Return how many numbers of *chain* belong together without an act: joined by more than a space, or lettered."""
    loose = itertools.takewhile(lambda number: number.letters, chain.numbers[chain.tight :])
    return chain.tight + (len(list(loose)) if chain.numbers[0].letters else 0)


def _after(plain: str, chain: Chain, end: int) -> Provisions:
    """Return *chain* with the act behind *end*, or with the word for what it is of there."""
    none = Provisions(chain, "", chain.start, end)
    match = _AFTER.match(plain, end)
    if match is None or (not chain.provision and not _close(chain.numbers[-1], match)):
        return none
    found = act_at(plain, match.end(), loosely=bool(chain.provision))
    if found is not None and not chain.provision and _is_doubtful(plain, match.end(), found.edge):
        return none
    if found is not None and "-" in match["sign"] and found.edge - match.end() > _SHORT_NAME:
        return none  # "Art. 185---Penal Code (XLV of 1860), Ss. 302": a heading, the act is that of what follows
    of_something = (match["of"] or "").strip().lower() in ("of", "under")
    if found is None and chain.provision and (of_something or _heads_a_title(plain, match)):
        found = titled_at(plain, match.end())
    is_section = chain.provision == "section" or any(number.distinctive for number in chain.numbers)
    if found is None and is_section and not match["sign"].strip(" -"):
        found = code_at(plain, match.end())
    if found is None and chain.provision in ("section", "article"):
        found = _of_provision(subject_at(plain, match.end()), chain)
    if found is not None:
        return none._replace(act=found.act, end=found.edge)
    whose = _WORD.match(plain, match.end()) if of_something else None
    return none._replace(whose=whose.group().lower() if whose else "")


def _heads_a_title(plain: str, between: re.Match[str]) -> bool:
    """Whether what stands right behind a number may be a title without "of": "section 34 Example Act"."""
    return between["sign"] == " " and plain[between.end() : between.end() + 1].isupper()


def _of_provision(found: ActName | None, chain: Chain) -> ActName | None:
    """Return *found* where the act of that subject has what *chain* is: articles are the Limitation Act's alone."""
    has = found is not None and (chain.provision == "section" or found.act == "Limitation Act")
    return found if has else None


def _close(number: ProvisionNumber, between: re.Match[str]) -> bool:
    """Whether an act behind a number without a mark is the number's: not so in "page 2", line, "PPC"."""
    loose = "," in between["sign"] or "\n" in between["sign"] or between["schedule"]
    return number.distinctive or not loose


def _before(plain: str, chain: Chain, *, used: int) -> ActName | None:
    """Return the act whose name leads on to *chain* and begins at *used* or later."""
    found = _rules_before(plain, chain)
    match = _BEFORE.search(plain, max(used, chain.start - _BEFORE_MAX), chain.start)
    if match is not None and not plain[match.start() - 1 : match.start()].isalpha():
        return found  # no act's name ends there: most numbers leave here, at little cost
    if found is None and match is not None and _leads_on(plain, chain, match):
        found = act_before(plain, match.start())
        if found is None and chain.provision:
            found = titled_before(plain, match.start()) or code_before(plain, match.start())
        if found is None and chain.provision in ("section", "article"):
            found = _of_provision(subject_before(plain, match.start()), chain)
        if found is not None and not chain.provision and _is_doubtful(plain, found.edge, match.start()):
            return None
    return found if found is not None and found.edge >= used else None


def _rules_before(plain: str, chain: Chain) -> ActName | None:
    """Return the rules whose name the mark of *chain* closes: "Police Rules 22.16"."""
    if chain.provision != "rule":
        return None
    end = chain.start + len("rules")
    return act_before(plain, end) or titled_before(plain, end)


def _is_case_type(name: str) -> bool:
    """Whether an abbreviation is a case type's, too: "FERA 5/23" is a case where no mark stands by it."""
    return squeeze(name) in types_by_alias()


def _is_doubtful(plain: str, start: int, end: int) -> bool:
    """Whether an abbreviation before a bare number may be a case type's, or a constable's: "Const. 199"."""
    name = plain[start:end]
    return _is_case_type(name) or (name.lower().startswith("const") and len(name) <= 6 and bool(plain[:start].strip()))


def _leads_on(plain: str, chain: Chain, between: re.Match[str]) -> bool:
    """Whether an act before *between* is the chain's, and no sentence, heading or footnote lies there."""
    sign, first = between["sign"], chain.numbers[0]
    if chain.provision:
        return not (_NEW_SENTENCE.search(sign) and re.match("[A-Z][a-z]", plain[chain.start : chain.start + 2]))
    if between["year"] and not first.distinctive:
        return False
    return _PARTED.search(sign) is None and _HEADS_A_PARAGRAPH.match(plain[first.end :][:2]) is None
