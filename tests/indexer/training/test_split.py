"""What may teach is decided by case, never by pair."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

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


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("ihc-1: train", r"is no JSON \(Expecting value: line 1 column 1 \(char 0\)\)"),
        ("", "is no JSON"),
        ("\udcff", r"is no JSON \('utf-8' codec can't decode"),
        ('["ihc-1"]', "is JSON, but no object"),
        ("{}", "is empty"),
    ],
)
def test_what_is_no_split_is_told_beside_what_one_is(tmp_path, text, why):
    path = tmp_path / "split.json"
    path.write_bytes(text.encode(errors="surrogateescape"))

    with pytest.raises(InputError, match=rf'split\.json {why}.*; expected one JSON object .*{{"ihc-1": "train"'):
        Split.read(path)


def test_a_split_of_other_cases_is_refused_by_the_part_that_is_missing():
    (case,) = cases_of(1)
    split = Split({case.source_id: "train", "elsewhere-1": "dev", "elsewhere-2": "dev"})

    split.check_known(Path("split.json"), [case], "train")
    with pytest.raises(InputError, match=r"none of the 2 dev cases of the split split\.json is among the cases here"):
        split.check_known(Path("split.json"), [case], "train", "dev")
    with pytest.raises(InputError, match=r"the split split\.json puts no case into test; expected one JSON object"):
        split.check_known(Path("split.json"), [case], "test")


@pytest.mark.parametrize("part", ['"Train"', '""', "null", "1", '["dev"]'])
def test_a_part_that_is_none_is_named_with_its_case(tmp_path, part):
    path = tmp_path / "split.json"
    path.write_text(f'{{"a": "train", "invented-7": {part}}}', encoding="utf-8")

    with pytest.raises(
        InputError, match=r"puts 1 case into .* none, invented-7 into .*; the parts are train, dev, test"
    ):
        Split.read(path)
