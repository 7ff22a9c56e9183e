"""What may teach is decided by case, never by pair."""

from __future__ import annotations

from dataclasses import replace

import pytest

from indexer.training.split import Split, half_of
from search.errors import InputError
from tests.tiny_corpus import cases_of


def test_a_title_that_stands_in_another_part_teaches_nothing():
    first, second, third = cases_of(3)
    twin = replace(second, title=first.title.upper())
    split = Split({first.source_id: "train", second.source_id: "dev", third.source_id: "train"})

    assert split.apart([first, twin, third]).train == [third]


def test_a_part_names_a_case_by_any_of_its_ids():
    one, merged, unknown = cases_of(3)
    split = Split({one.source_ids[0]: "train", merged.source_id: "train", merged.source_ids[0]: "dev"})

    assert [split.part_of(case) for case in (one, merged, unknown)] == ["train", "dev", None]


def test_connected_matters_of_one_title_are_in_one_half():
    first, second = cases_of(2)

    assert half_of(first) == half_of(replace(second, title=first.title))


def test_a_split_that_is_a_list_is_refused(tmp_path):
    path = tmp_path / "split.json"
    path.write_text("[]", encoding="utf-8")

    with pytest.raises(InputError, match="expected source id -> train, dev, test"):
        Split.read(path)


@pytest.mark.parametrize("part", ['"Train"', '""', "null", "1", '["dev"]'])
def test_a_part_that_is_none_is_named_with_its_case(tmp_path, part):
    path = tmp_path / "split.json"
    path.write_text(f'{{"a": "train", "invented-7": {part}}}', encoding="utf-8")

    with pytest.raises(InputError, match=r"puts invented-7 into .*; the parts are train, dev, test"):
        Split.read(path)
