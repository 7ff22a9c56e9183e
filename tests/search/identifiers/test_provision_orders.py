"""Orders are read in Roman numerals and in digits, with the place where the numbers of their rules begin."""

from __future__ import annotations

import pytest

from search.identifiers.provision_orders import order_behind, orders_in

ROMAN = (
    "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX XXI XXII XXIII XXIV XXV XXVI XXVII XXVIII "
    "XXIX XXX XXXI XXXII XXXIII XXXIV XXXV XXXVI XXXVII XXXVIII XXXIX XL XLI XLII XLIII XLIV XLV XLVI XLVII XLVIII "
    "XLIX L LI"
).split()


@pytest.mark.parametrize(("number", "written"), list(enumerate(ROMAN, start=1)))
def test_every_roman_numeral_is_its_number(number, written):
    (order,) = orders_in(f"Order {written.lower()} Rule 1").values()

    assert order.number == str(number)


@pytest.mark.parametrize("written", ["IIX", "VX", "LX", "52", "0"])
def test_what_numbers_no_order_is_none(written):
    assert orders_in(f"Order {written} Rule 1") == {}


def test_an_order_is_found_where_its_first_rule_or_else_its_number_stands():
    text = "Order 39 Rules 1 & 2, Order XXI-A"
    first, second = orders_in(text).items()

    assert (first[0], first[1].number, first[1].leads_to_rule) == (text.index("1 &"), "39", True)
    assert (second[0], second[1].number, second[1].leads_to_rule) == (text.index("XXI"), "21-A", False)


def test_capitals_make_sure_that_an_order_is_one():
    assert [order.sure for order in orders_in("Order VII and order vii and Order 7").values()] == [True, False, False]


def test_an_order_may_stand_behind_its_rule():
    text = "Rule 11 of Order VII CPC"

    assert order_behind(text, text.index(" of")) == ("7", text.index(" CPC"))
    assert order_behind(text, 0) is None
