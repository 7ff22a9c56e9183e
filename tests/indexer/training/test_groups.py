"""Twins, equal titles and connected matters are one group, and a group is on one side."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from indexer.training.split import Split, groups_of
from search.cases import CaseNumber, Document
from tests.tiny_corpus import cases_of

TEXT = "ORDER SHEET\nW.P. No. 1/2020\nW.P. No. 3/2022\nAlpha\nVersus\nBeta\nThe facts are these."


@pytest.fixture
def three():
    titled = ("Alpha Zed VS Beta Board", "Gamma Ypsilon VS Delta Board", "Epsilon Xi VS Zeta Board")
    return [replace(case, title=title, documents=()) for case, title in zip(cases_of(3), titled, strict=True)]


def test_cases_that_share_nothing_are_groups_of_their_own(three):
    assert groups_of(three) == {case.source_id: case.source_id for case in three}


@pytest.mark.parametrize("title", ["Beta Board VS Alpha Zed", "ALPHA ZED etc VS Beta Board & others"])
def test_a_title_in_another_order_or_with_others_is_the_same(three, title):
    first, second, third = three
    groups = groups_of([first, replace(second, title=title), third])

    assert groups[second.source_id] == groups[first.source_id] != groups[third.source_id]


def test_one_number_and_one_first_party_are_twins(three):
    first, second, _ = three
    twin = replace(second, title="Alpha Zed VS Another Board", number=CaseNumber("WP", 1, 2020, "Tax", "DB"))

    assert len(set(groups_of([first, twin]).values())) == 1
    assert len(set(groups_of([first, replace(twin, title=second.title)]).values())) == 2


def test_one_judgment_connects(three):
    first, second, third = three
    shared = (Document("z.pdf", "Decided together.", "9" * 64),)

    groups = groups_of([replace(first, documents=shared), second, replace(third, documents=shared)])

    assert groups[first.source_id] == groups[third.source_id] != groups[second.source_id]


def test_judgments_written_from_one_draft_connect_and_others_do_not(three):
    first, second, third = three
    draw = random.Random(1)
    draft = [f"w{draw.randrange(900)}" for _ in range(400)]
    other = [f"w{draw.randrange(900)}" for _ in range(400)]
    texts = (draft, [*draft[:340], *other[:60]], [*draft[:60], *other[60:]])
    cases = [
        replace(case, documents=(Document(f"{place}.pdf", " ".join(words), f"{place}" * 64),))
        for place, (case, words) in enumerate(zip(three, texts, strict=True))
    ]

    groups = groups_of(cases)

    assert groups[first.source_id] == groups[second.source_id] != groups[third.source_id]


def test_a_heading_that_names_another_number_connects(three):
    first, second, third = three

    groups = groups_of([replace(first, documents=(Document("z.pdf", TEXT, "8" * 64),)), second, third])

    assert groups[first.source_id] == groups[third.source_id] != groups[second.source_id]


def test_a_train_case_of_a_group_that_dev_or_test_has_too_is_left_out(three):
    first, second, third = three
    twin = replace(second, title="Beta Board VS Alpha Zed")
    parts = {first.source_id: "train", twin.source_id: "test", third.source_id: "train"}

    assert Split(parts).apart([first, twin, third])[:2] == ([third], [])


def test_cases_of_no_part_are_on_no_side(three):
    first, second, third = three

    assert Split({first.source_id: "train", second.source_id: "dev"}).apart(three)[:2] == ([first], [second])
    assert third.source_id not in {first.source_id, second.source_id}
