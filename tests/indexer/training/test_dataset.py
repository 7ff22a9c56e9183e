"""Judged lists of a small generation: split by case they are held out, split by pair they are not."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from indexer.training.audit import audit_files
from indexer.training.dataset import FILE_OF, JUDGED, MANIFEST_NAME, make_data
from indexer.training.examples import Example
from indexer.training.lists import JudgedList, read_lists
from indexer.training.plans import DataPlan
from indexer.training.split import LEARNED_HALF, Split, half_of
from search.cases import Case
from search.errors import InputError
from search.reranking.pairs import PAIR_FORMAT
from tests.tiny_corpus import cases_of

NAMES = ("Zara", "Yasna", "Xenia", "Wanda", "Vesna", "Ulla", "Tamsin", "Sigrun")


def invented() -> list[Case]:
    """Sixty cases, no two titles alike but those of the first two, which are of one title in two orders."""
    cases = [
        replace(case, title=f"{NAMES[place % 8]} of House {place} VS Board of Town {place * 7}")
        for place, case in enumerate(cases_of(60))
    ]
    sides = cases[0].title.split(" VS ")
    return [cases[0], replace(cases[1], title=" VS ".join(reversed(sides))), *cases[2:]]


@pytest.fixture(scope="module")
def cases() -> list[Case]:
    return invented()


@pytest.fixture(scope="module")
def split(cases) -> Split:
    """Every fourth case is dev, every fourth test, the others train: case 0 is dev, its namesake train."""
    parts = ("dev", "train", "train", "test")
    return Split({case.source_id: parts[place % 4] for place, case in enumerate(cases)})


@pytest.fixture(scope="module")
def split_file(split, tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("split") / "split.json"
    path.write_text(json.dumps(dict(split.parts)), encoding="utf-8")
    return path


@pytest.fixture
def make(tmp_path, engine, cases, split_file):
    def made(preset: str, name: str = "pairs", **options) -> dict[str, list[JudgedList]]:
        plan = DataPlan(preset=preset, out=tmp_path / name, **{"split": split_file, "queries_max": 40, **options})
        make_data(engine, cases, plan)
        return {part: list(read_lists(tmp_path / name / file)) for part, file in FILE_OF.items()}

    return made


def audited(folder):
    return audit_files([folder / FILE_OF["train"], folder / FILE_OF["dev"]])


@pytest.mark.parametrize("preset", ["card", "ours"])
def test_split_by_case_it_is_held_out(make, tmp_path, preset):
    make(preset)

    assert audited(tmp_path / "pairs").held_out


def test_the_cards_split_over_pairs_is_refused_the_word(make, tmp_path):
    parts = make("card", split_pairs=True)
    found = audited(tmp_path / "pairs")

    shares = {overlap.name: overlap.rate.share for overlap in found.overlaps}
    assert not found.held_out
    assert shares["queries were asked in training"] == 1.0
    assert shares["cases that answer were read in training"] > 0.9
    assert (
        sum(len(judged.candidates) for judged in parts["dev"])
        < sum(len(judged.candidates) for judged in parts["train"]) / 5
    )


@pytest.mark.parametrize("preset", ["card", "ours"])
def test_train_lists_hold_train_cases_alone_and_test_cases_are_asked_for_nowhere(make, split, preset):
    parts = make(preset)

    assert {split.parts[candidate.case] for judged in parts["train"] for candidate in judged.candidates} == {"train"}
    assert {split.parts[case] for part in parts for judged in parts[part] for case in judged.relevant} == {
        "train",
        "dev",
    }
    assert {split.parts[case] for judged in parts["dev"] for case in judged.relevant} == {"dev"}


def test_a_train_case_whose_namesake_is_in_dev_trains_nothing(make, cases, split, tmp_path):
    parts = make("card", queries_max=400)
    read = {candidate.case for judged in parts["train"] for candidate in judged.candidates}

    assert cases[1].source_id not in read
    of_train = sum(part == "train" for part in split.parts.values())
    left_out = manifest(tmp_path)["left_out"]
    assert left_out["train cases of a group that is in another part"] == of_train - len(split.apart(cases)[0])


def test_ours_reads_no_case_on_which_its_model_is_weighed(make, cases, tmp_path):
    parts = make("ours", queries_max=400)
    read = {name for judged in parts["train"] for name in read_in(judged)}
    halves = {half_of(case) for case in cases if case.source_id in read}

    assert halves == {LEARNED_HALF}
    assert manifest(tmp_path)["left_out"]["train cases kept for weighing"] > 0


def read_in(judged: JudgedList) -> set[str]:
    return {candidate.case for candidate in judged.candidates}


def manifest(tmp_path) -> dict:
    return json.loads((tmp_path / "pairs" / MANIFEST_NAME).read_text(encoding="utf-8"))


def test_judged_queries_are_asked_about_the_cases_that_train_and_about_no_others(make, cases, split, tmp_path):
    learned, another = sorted({judged.relevant[0] for judged in make("ours")["train"]})[:2]
    title = {case.source_id: case.title for case in cases}[learned]
    other = next(case.source_id for case in cases if split.parts[case.source_id] == "dev")
    judged = [
        Example(f"how did it end for {title}", (learned,)),
        Example(f"which of the two of {title}", (learned, another)),
        Example("nothing that may be learned", (other,)),
    ]

    file = tmp_path / "judged.jsonl"
    file.write_text("".join(json.dumps(example._asdict()) + "\n" for example in judged), encoding="utf-8")
    lists = [found for part in make("ours", "more", judged=[file]).values() for found in part]

    assert [(found.query, found.relevant) for found in lists if found.kind == JUDGED] == [
        (f"how did it end for {title}", (learned,))
    ]


def test_a_namesake_is_no_near_miss_for_ours(make, cases):
    lists = [judged for judged in make("ours", queries_max=400)["dev"] if cases[0].source_id in judged.relevant]

    wrong = {candidate.case for judged in lists for candidate in judged.candidates if not candidate.label}
    assert lists
    assert cases[1].source_id not in wrong


def test_a_list_of_ours_to_train_on_has_an_answer_and_a_near_miss(make):
    lists = make("ours", queries_max=400)["train"]

    assert lists
    assert all({candidate.label for candidate in judged.candidates} == {0, 1} for judged in lists)
    assert max(len(judged.candidates) for judged in lists) <= 20


def test_the_card_labels_one_case_of_many(make):
    lists = make("card")["dev"]

    assert all(sum(candidate.label for candidate in judged.candidates) <= 1 for judged in lists)
    assert max(len(judged.candidates) for judged in lists) == 50


def test_no_query_is_asked_on_both_sides_or_twice(make):
    parts = make("ours", queries_max=400)
    asked = [judged.query for part in parts for judged in parts[part]]

    assert len(asked) == len(set(asked))


def test_the_manifest_tells_counts_digests_and_how_it_was_made(make, tmp_path, engine):
    parts = make("ours", seed=7)
    written = manifest(tmp_path)

    assert written["parts"]["train"]["queries"] == len(parts["train"])
    assert written["parts"]["dev"]["pairs"] == sum(len(judged.candidates) for judged in parts["dev"])
    assert sum(written["parts"]["dev"]["kinds"].values()) == len(parts["dev"])
    assert (written["seed"], written["preset"], written["split"]) == (7, "ours", "cases")
    assert (written["generation"], written["pair_format"]) == (engine.generation, PAIR_FORMAT)


def test_the_same_seed_gives_the_same_lines_and_another_seed_others(make, tmp_path):
    digests = []
    for name, seed in (("a", 1), ("b", 1), ("c", 2)):
        make("ours", name, seed=seed)
        digests.append(json.loads((tmp_path / name / MANIFEST_NAME).read_text())["sha256_of_lines"])

    assert digests[0] == digests[1]
    assert digests[0] != digests[2]


@pytest.mark.parametrize("name", [".", "pairs"])
def test_a_folder_that_is_there_is_refused_and_left_as_it_is(make, tmp_path, name):
    (tmp_path / "pairs").mkdir()
    (tmp_path / "pairs/mine.txt").touch()

    with pytest.raises(InputError, match="is there already; give a new folder"):
        make("card", name)
    assert [path.name for path in (tmp_path / "pairs").iterdir()] == ["mine.txt"]


def test_what_breaks_off_leaves_no_folder_and_is_no_hindrance(engine, cases, split_file, tmp_path):
    class Stopped(Exception):
        pass

    def stop(_step: str, done: int, _total: int) -> None:
        if done == 2:
            raise Stopped

    out = tmp_path / "pairs"
    plan = DataPlan(preset="card", split=split_file, out=out, queries_max=5)
    with pytest.raises(Stopped):
        make_data(engine, cases, plan, progress=stop)
    assert not out.exists()

    make_data(engine, cases, plan)
    assert {path.name for path in out.iterdir()} == {*FILE_OF.values(), MANIFEST_NAME}
    assert [path.name for path in tmp_path.iterdir()] == ["pairs"]


def test_a_split_without_dev_cases_is_refused(make, cases, tmp_path):
    split = tmp_path / "split.json"
    split.write_text(json.dumps(dict.fromkeys((case.source_id for case in cases), "train")), encoding="utf-8")

    with pytest.raises(InputError, match=r"the split .*split\.json puts no case into dev"):
        make("card", split=split)
