"""References to statutes: sections, articles, orders and rules, found in whatever people write.

Run over whole judgments when they are indexed and over each query.  A number is a reference where a mark
("u/s", "Article", "دفعہ") or an act stands by it, or where it is known by its letter alone ("489-F").  The way there:
`provision_numbers` -> `provision_orders` and `provision_chains` -> `provision_acts` -> here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from types import MappingProxyType
from typing import NamedTuple

from search.identifiers.act_titles import act_called, has_unknown_initials, initials_called
from search.identifiers.acts import ACTS
from search.identifiers.provision_acts import Provisions, provisions_in, with_bare_lists
from search.identifiers.provision_chains import Chain
from search.identifiers.provision_numbers import ProvisionNumber, numbers_in
from search.identifiers.provision_orders import orders_in
from search.text.normalise import unified
from search.text.spans import blanked


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
_PROVISIONS = MappingProxyType({short: provision for provision, short in _SHORT_FORMS.items()})
_LABEL = re.compile(
    r"(?:(?!O \S+ r )(?P<act>.+?) )?(?P<short>s|art|O|r) "
    r"(?P<number>[^ (]+)(?: r (?P<rule>[^ (]+))?(?P<subsection>\(.*)?",
    re.DOTALL,
)
_CLAUSE_LETTERED = frozenset({("CNSA", "9"), ("PPC", "302")})
"""Sections that have clauses and no lettered sisters: "9-C CNSA" is section 9(c)."""
_BY_ARTICLE = frozenset({"Constitution", "QSO"})
"""Acts that have articles, whatever a text calls them."""
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
_ALONE_MAX = 20
"""Length of a text that may be one number and nothing else."""


def find_statutes(text: str) -> list[StatuteReference]:
    """Find the provisions that *text*, which somebody has typed, names; in order and without overlap.

    An act named behind or before a list holds for the whole list, and "the Act" is the one that is named before (see
    `act_meant`).  Without an act an article is the Constitution's and an order the Code of Civil Procedure's; any
    other section keeps the act "".  A lettered number that is all of *text*, "498-A", is a section.
    """
    plain = unified(text)
    return _found(plain, with_bare_lists(plain, provisions_in(plain)))


def find_recorded_statutes(text: str) -> list[StatuteReference]:
    """Find the provisions that a record or a judgment names, as `find_statutes` does, but for lists without commas."""
    plain = unified(text)
    return _found(plain, provisions_in(plain))


def reference_of(label: str) -> StatuteReference:
    """Read what `StatuteReference.label` or `key` wrote."""
    match = _LABEL.fullmatch(label)
    if match is None:
        raise ValueError(f"{label!r} is no label of a provision, as in 'CrPC s 497(2)'")
    return StatuteReference(
        act=match["act"] or "",
        provision=_PROVISIONS[match["short"]],
        number=match["number"],
        rule=match["rule"] or "",
        subsection=match["subsection"] or "",
    )


def sections_behind(value: str) -> list[Sequence[StatuteReference]]:
    """Read *value*, which stands behind a field or filter for sections: each section, with all that it may be.

    The name of the field is no word for a section: "497" may be an article, and of any act.  An order needs no code.
    An act that the table lacks is never left away: "302 IPC" is no section of any other act, and "302 PPC, 34 IPC",
    of which one would go unread, is none at all.
    """
    text, found = _behind(value)
    rest = blanked(text, [(each.start, each.end) for each in found])
    unknown = _unknown_act(text, rest, found)
    if (unknown and all(each.act for each in found)) or _has_unread(rest):
        return []
    found = [each if each.act or not unknown else each._replace(act=unknown) for each in found]
    marked = not value.lstrip(" .(").replace("-", "")[:1].isdigit()
    return [[each] if each.act or marked else [each, each._replace(provision="article")] for each in found]


def same_provision(asked: StatuteReference, held: StatuteReference) -> bool:
    """Whether *held* answers *asked*: what *asked* leaves open, act, rule or subsection, may be anything."""
    return (
        (asked.provision, asked.number) == (held.provision, held.number)
        and asked.act in ("", held.act)
        and asked.rule in ("", held.rule)
        and asked.subsection in ("", held.subsection)
    )


def _behind(value: str) -> tuple[str, list[StatuteReference]]:
    """Return *value* as it is read behind a field, with a mark or a code if it needs one, and the sections in it."""
    readings = [value, f"section {value}", *([f"{value} CPC"] if orders_in(unified(value)) else [])]
    return next(((text, found) for text in readings if (found := _surely(text))), (value, []))


def _surely(text: str) -> list[StatuteReference]:
    """Find what *text* names, as `find_statutes` does, where each number is that of a section."""
    plain = unified(text)
    return _found(plain, with_bare_lists(plain, provisions_in(plain), surely=True))


def _has_unread(rest: str) -> bool:
    """Whether in *rest*, a text without the sections found in it, one of an act stands that the table lacks."""
    plain = unified(rest)
    return any(has_unknown_initials(plain, number.end) for number in numbers_in(plain))


def _unknown_act(text: str, rest: str, found: Sequence[StatuteReference]) -> str:
    """Return the act beside the sections *found* in *text*, in its *rest*, that the table lacks; else ""."""
    title = act_called(rest)
    if title and title not in ACTS:
        return title
    ends = [each.end for each in found if not each.act]
    return initials_called(text[ends[-1] :]) if ends else ""


def _found(plain: str, provisions: Sequence[Provisions]) -> list[StatuteReference]:
    found = [reference for each in provisions for reference in _references(each)]
    alone = None if found else _alone(plain)
    return [alone] if alone else found


def _references(found: Provisions) -> Iterator[StatuteReference]:
    chain, numbers = found.chain, _counted(found)
    for index, number in enumerate(numbers):
        act, written, clauses = _of_act(found.act or _default_act(found), number)
        understood = "" if act or not _may_be_understood(found) else _KNOWN_BY_LETTER.get(written, "")
        yield StatuteReference(
            act=act or understood,
            provision=_provision(chain, act),
            number=chain.order or written,
            rule=written if chain.order else "",
            subsection=clauses,
            start=found.start if index == 0 else number.start,
            end=found.end if index == len(numbers) - 1 else number.end,
            assumed=bool(understood),
        )


def _alone(plain: str) -> StatuteReference | None:
    """Return what *plain* is and nothing else: "498-A", "9(c)", the label "r 9".  Inside a text it may be anything."""
    numbers = tuple(numbers_in(plain)) if len(plain) <= _ALONE_MAX else ()
    if len(numbers) != 1 or plain[numbers[0].end :].strip(" .?"):
        return None
    (number,) = numbers
    mark = plain[: number.start].strip().lower()
    if mark not in ("", "r") or not (mark or number.letters or number.clauses):
        return None
    if mark:
        return StatuteReference(
            "", "rule", number.written, "", number.clauses, len(plain) - len(plain.lstrip()), number.end
        )
    act = "CNSA" if number.digits == "9" and (number.letters.lower() or number.clauses[1:-1]) in ("b", "c") else ""
    _, written, clauses = _of_act(act, number)
    return StatuteReference(act, "section", written, "", clauses, number.start, number.end, bool(act))


def _counted(found: Provisions) -> tuple[ProvisionNumber, ...]:
    """Return the numbers of a chain that are references: all, or without an act those that can do without."""
    if found.act or (found.chain.provision and not found.chain.doubtful):
        return found.chain.numbers
    if found.chain.read_with and found.chain.numbers[0].distinctive:
        return found.chain.numbers
    if not _may_be_understood(found):
        return ()
    known = tuple(number for number in found.chain.numbers if number.written in _KNOWN_BY_LETTER)
    return known if len(known) > 1 or (known and len(known[0].digits) == 3) else ()


def _may_be_understood(found: Provisions) -> bool:
    """Whether the act may be told from the number alone: nothing says that it is of another."""
    return found.whose in ("", "code") and found.chain.provision in ("", "section")


def _default_act(found: Provisions) -> str:
    if found.whose or found.chain.provision not in ("article", "order"):
        return ""
    return "Constitution" if found.chain.provision == "article" else "CPC"


def _of_act(act: str, number: ProvisionNumber) -> tuple[str, str, str]:
    """Return act, number and subsection as that act numbers them: "9-C" of the CNSA is section 9(c)."""
    if (act, number.digits) in _CLAUSE_LETTERED and number.letters:
        return act, number.digits, f"({number.letters.lower()}){number.clauses}"
    if act == "PPC" and number.digits == "506" and (number.letters == "B" or number.clauses in ("(2)", "(b)")):
        return act, number.digits, "(ii)"
    return act, number.written, number.clauses


def _provision(chain: Chain, act: str) -> str:
    if chain.provision in ("", "section") and act in _BY_ARTICLE:
        return "article"
    return chain.provision or ("rule" if act.endswith(" Rules") else "section")
