"""Orders of a code of procedure: "Order VII", "O. 39", "Order XXXIX Rules 1 & 2", "Rule 11 of Order VII"."""

from __future__ import annotations

import itertools
import re
from typing import NamedTuple

_ORDER = re.compile(
    r"""(?<![^\W_])(?:(?P<word>u/o|orders?|ord|آرڈر|حکم)|(?P<before_rule>or(?=\.)|(?-i:Or)|\Aor)
        |(?P<short>(?<![./])(?-i:O)|(?<=cpc\s)o)|(?<!\.)o)(?:[\s.-]{1,3}|(?=\d))
    (?P<number>[ivxl]{1,7}|\d{1,2})
    (?P<letter>-[A-Z](?!\w))?(?![^\W_]|\s+of\s+\d|/)
    (?P<rule>[\s,.;]{0,3}(?:rules?|rr?|رول|قاعدہ)[\s.:-]{0,3}(?=\d))?""",
    re.VERBOSE | re.IGNORECASE,
)
_OF_ORDER = re.compile(r"\s?,?\s(?:of|under)\s(?:order|o\.)\s?(?P<number>[ivxl]{1,7}|\d{1,2})(?!\w)", re.IGNORECASE)
_ROMAN = re.compile(r"(?:xl|x{0,3})(?:ix|iv|v?i{0,3})|l(?:i)?", re.IGNORECASE)
_LAST = 51
"""The last order of the Code of Civil Procedure."""


class Order(NamedTuple):
    """An order as it stands in a text, with the word for a rule where its rules follow."""

    number: str
    """In digits, with its letter: "7", "21-A"."""
    start: int
    number_start: int
    end: int
    """Behind the number, or where the numbers of its rules begin."""
    leads_to_rule: bool
    in_digits: bool
    sure: bool
    """Whether it is an order and no other even where no code stands by it: "Order VII"."""

    @property
    def place(self) -> int:
        """Where the first number under the order begins: that of its rule, or else its own."""
        return self.end if self.leads_to_rule else self.number_start


def orders_in(plain: str) -> dict[int, Order]:
    """Return the orders in *plain*, a text as `unified` returns it, by `Order.place`."""
    found = (_order_of(match) for match in _ORDER.finditer(plain) if match["rule"] or match["word"] or match["short"])
    return {order.place: order for order in found if order.number}


def order_behind(plain: str, end: int) -> tuple[str, int] | None:
    """Return the number of the order that a rule which ends at *end* is of, "Rule 11 of Order VII", and its end."""
    match = _OF_ORDER.match(plain, end)
    number = _in_digits(match["number"]) if match else ""
    return (number, match.end()) if match and number else None


def _order_of(match: re.Match[str]) -> Order:
    written, number = match["number"], _in_digits(match["number"])
    return Order(
        number=number and number + (match["letter"] or "").upper(),
        start=match.start(),
        number_start=match.start("number"),
        end=match.end(),
        leads_to_rule=match["rule"] is not None,
        in_digits=written.isdigit(),
        sure=(match["word"] or "")[:1] == "O" and len(written) > 1 and written.isupper(),
    )


def _in_digits(written: str) -> str:
    """Return the number of an order in digits, "" if no order has it."""
    number = int(written) if written.isdigit() else _roman(written)
    return str(number) if 1 <= number <= _LAST else ""


def _roman(written: str) -> int:
    # Where case is ignored, a letter of another alphabet may pass for one of these: the dotted capital I does.
    if not written.isascii() or not _ROMAN.fullmatch(written):
        return 0
    values = [{"i": 1, "v": 5, "x": 10, "l": 50}[char] for char in written.lower()]
    return sum(-one if one < after else one for one, after in itertools.pairwise([*values, 0]))
