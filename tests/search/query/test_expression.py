"""Trees of operators: what they are equal to, how they are walked, and what they hand to an algebra."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from search.query.expression import (
    FIELDS,
    And,
    Field,
    Not,
    Numbered,
    Or,
    Phrase,
    Prefix,
    Referred,
    Word,
    YearRange,
    all_of,
    any_of,
    children_of,
    negated_in,
    nodes_of,
    only_leaves_out,
)
from search.types import FirQuery, NumberQuery

BAIL, MURDER, THEFT = Word("bail", (0, 4)), Word("murder", (9, 15)), Word("theft", (20, 25))


@dataclass(frozen=True)
class Written:
    """An algebra whose results are sentences."""

    def words(self, words, *, field, slop):
        return f"{field or 'any'}:{'_'.join(words)}{'' if slop is None else f'~{slop}'}"

    def numbered(self, numbers, words, *, field, slop):
        return (
            f"{field or 'any'}:{' '.join(each.read_as for each in numbers)}={self.words(words, field=field, slop=slop)}"
        )

    def referred(self, references, words, *, field, slop):
        return (
            f"{field or 'any'}:{' '.join(each.key for each in references)}={self.words(words, field=field, slop=slop)}"
        )

    def prefix(self, stem, *, field):
        return f"{field or 'any'}:{stem}*"

    def years(self, first, last):
        return f"{first}..{last}"

    def every(self, parts):
        return "(" + " & ".join(parts) + ")"

    def either(self, parts):
        return "(" + " | ".join(parts) + ")"

    def without(self, part):
        return f"!{part}"


def test_nodes_that_ask_for_the_same_are_equal_wherever_they_stand():
    assert Word("bail", (0, 4)) == Word("bail", (9, 13))
    assert len({Phrase(("a", "b"), 5, (0, 7)), Phrase(("a", "b"), 5, (3, 10))}) == 1
    assert Word("bail") != Word("bails")
    assert Phrase(("a", "b")) != Phrase(("a", "b"), 0)


def test_a_node_cannot_be_changed():
    with pytest.raises(AttributeError):
        BAIL.text = "murder"


@pytest.mark.parametrize(
    ("expression", "written"),
    [
        (BAIL, "any:bail"),
        (Phrase(("pre", "arrest")), "any:pre_arrest"),
        (Phrase(("pre", "arrest"), 5), "any:pre_arrest~5"),
        (Prefix("constitut"), "any:constitut*"),
        (Referred(("Fir", "1/25"), (FirQuery("1", 2025),)), "any:1/2025=any:Fir_1/25"),
        (Numbered(("wp", "1/2025"), (NumberQuery(1, 2025, ("WP",)),)), "any:WP 1/2025=any:wp_1/2025"),
        (And((BAIL, Not(MURDER))), "(any:bail & !any:murder)"),
        (Or((BAIL, And((MURDER, THEFT)))), "(any:bail | (any:murder & any:theft))"),
        (Field("title", Or((BAIL, Prefix("mur")))), "(title:bail | title:mur*)"),
        (Field("title", Not(And((BAIL, MURDER)))), "!(title:bail & title:murder)"),
        (Field("year", YearRange(2020, None)), "2020..None"),
        (And((Field("judge", BAIL), MURDER)), "(judge:bail & any:murder)"),
        (Field("title", Or((BAIL, Field("judge", MURDER)))), "(title:bail | judge:murder)"),
    ],
)
def test_a_tree_hands_its_leaves_and_operators_to_an_algebra(expression, written):
    assert expression.evaluate(Written()) == written


def test_nodes_come_each_before_those_under_it_in_the_order_of_the_text():
    tree = Or((And((BAIL, Not(MURDER))), Field("year", YearRange(2020, 2021))))

    assert list(nodes_of(tree)) == [
        tree,
        *(tree.nodes[0], BAIL, Not(MURDER), MURDER),
        *(tree.nodes[1], YearRange(2020, 2021)),
    ]


def test_a_leaf_has_nothing_under_it():
    assert [children_of(leaf) for leaf in (BAIL, Phrase(("a",)), Prefix("abc"), YearRange(1, 2))] == [()] * 4


def test_a_tree_of_any_depth_is_walked():
    deep = BAIL
    for _ in range(5000):
        deep = Not(deep)

    assert sum(1 for _ in nodes_of(deep)) == 5001


@pytest.mark.parametrize(("join", "kind"), [(all_of, And), (any_of, Or)])
def test_joining_keeps_one_node_as_it_is_and_opens_its_like(join, kind):
    assert join([BAIL]) is BAIL
    assert join([kind((BAIL, MURDER)), THEFT]) == kind((BAIL, MURDER, THEFT))
    assert join([kind((BAIL, MURDER)), THEFT]).span == (0, 25)


def test_joining_keeps_the_other_operator_closed():
    assert all_of([Or((BAIL, MURDER)), THEFT]) == And((Or((BAIL, MURDER)), THEFT))
    assert any_of([And((BAIL, MURDER)), THEFT]) == Or((And((BAIL, MURDER)), THEFT))


def test_every_field_is_one_word_in_small_letters():
    assert all(name.isalpha() and name.islower() for name in FIELDS)
    assert len(set(FIELDS)) == len(FIELDS)


def test_what_only_leaves_out_wants_nothing():
    assert only_leaves_out(Not(BAIL))
    assert only_leaves_out(And((Not(BAIL), Not(MURDER))))
    assert not any(map(only_leaves_out, (BAIL, Not(Not(BAIL)), And((BAIL, Not(MURDER))), Or((Not(BAIL), Not(MURDER))))))


def test_what_is_denied_twice_is_not_left_out():
    bail, theft = Not(BAIL, (0, 4)), Not(Or((THEFT, Not(MURDER, (9, 15)))), (20, 25))

    assert sorted(negated_in(And((bail, theft, Not(Not(MURDER)))))) == [(0, 4), (20, 25)]
