"""Lists of weak queries: the sentence is hidden, near misses are other cases, what is left out teaches nothing."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from pathlib import Path

import pytest

from indexer.training.examples import Example
from indexer.training.lists import read_lists
from indexer.training.plans import WeakPlan
from indexer.training.weak_choice import share, without
from indexer.training.weak_lists import JUDGED, make_weak_lists
from search.cases import Case, Document
from search.errors import InputError
from tests.tiny_corpus import cases_of

SUBJECTS = ("tenant", "pension", "cheque", "minor", "excise", "mining")


def judgment(subject: str, place: int) -> Document:
    """Its own names make it one that can be told from the others."""
    letters = "".join(chr(ord("a") + int(digit)) * 2 for digit in str(place))
    first, second, third = (f"{name}{letters}" for name in ("brask", "ondrik", "quist"))
    text = (
        f"The matter of the {subject} of {first} and {second} came up again before this bench on a day of the year. "
        f"It is settled that a {subject} of {first} cannot be dealt with unless {second} or {third} was given notice. "
        f"The record shows that the {subject} was considered by {third} below after hearing {first} and {second}. "
        f"For these reasons the order of {third} is set aside and sent back for a lawful decision about {first}."
    )
    return Document(f"{subject}{place}.pdf", text, hashlib.sha256(text.encode()).hexdigest(), pages=1)


@pytest.fixture(scope="module")
def cases() -> list[Case]:
    return [replace(case, documents=(judgment(SUBJECTS[place % 6], place),)) for place, case in enumerate(cases_of(24))]


@pytest.fixture
def make(engine, cases, tmp_path):
    def made(name: str = "weak.jsonl.gz", **options):
        plan = WeakPlan(out=tmp_path / name, **{"queries_max": 30, "seed": 1, **options})
        written = make_weak_lists(engine, cases, plan)
        lists = list(read_lists(tmp_path / name))
        assert written.queries == len(lists)
        assert {path.name for path in tmp_path.iterdir() if path.name.startswith(".")} == set()
        return lists

    return made


def written(folder: Path, example: Example, *, name: str = "judged.jsonl") -> Path:
    path = folder / name
    told = {field: value for field, value in example._asdict().items() if value}
    path.write_text(json.dumps(told) + "\n", encoding="utf-8")
    return path


def test_each_list_has_its_judgment_first_and_other_cases_behind_it(make):
    lists = make()

    assert lists
    for judged in lists:
        assert [candidate.label for candidate in judged.candidates] == [1, *[0] * (len(judged.candidates) - 1)]
        assert judged.candidates[0].case == judged.relevant[0]
        assert judged.relevant[0] not in {candidate.case for candidate in judged.candidates[1:]}
        assert sum(candidate.teacher or 0 for candidate in judged.candidates) == pytest.approx(1, abs=0.01)


def test_most_queries_do_not_stand_in_the_text_to_be_found(make):
    lists = make()
    shown = [judged for judged in lists if judged.query.lower() in judged.candidates[0].text.lower()]

    assert len(shown) < len(lists) / 2


def test_a_case_that_is_left_out_is_asked_about_in_no_list(make, tmp_path):
    barred = make(queries_max=1000)[0].relevant[0]

    lists = make("other.jsonl", queries_max=1000, leave_out=[written(tmp_path, Example("what was held", (barred,)))])
    assert barred not in {judged.relevant[0] for judged in lists}


def test_it_is_told_how_many_cases_are_left_out_with_those_of_the_same_judgment(engine, cases, tmp_path):
    twin = replace(cases[1], documents=cases[0].documents)
    file = written(tmp_path, Example("what was held", (cases[0].source_id,)))

    plan = WeakPlan(out=tmp_path / "weak.jsonl", leave_out=[file])
    made = make_weak_lists(engine, [cases[0], twin, *cases[2:]], plan)

    assert made.left_out == 2


def test_a_case_to_leave_out_that_is_not_stored_is_named(make, cases, tmp_path):
    file = written(tmp_path, Example("what was held", (cases[0].source_id, "elsewhere-1")))

    with pytest.raises(InputError, match=r"1 of the 2 cases that .*judged\.jsonl names are not stored, elsewhere-1"):
        make(leave_out=[file])
    assert not (tmp_path / "weak.jsonl.gz").exists()


def test_a_folder_that_is_not_there_is_found_out_before_anything_is_made(make):
    with pytest.raises(InputError, match=r"there is no folder .*nowhere to write weak\.jsonl in"):
        make("nowhere/weak.jsonl")


def test_the_same_seed_makes_the_same_lists(make):
    assert make("one.jsonl") == make("two.jsonl")


def test_a_file_is_never_written_over(make):
    make()

    with pytest.raises(InputError, match="is there already"):
        make()


def test_a_judged_query_that_stands_in_its_judgment_is_hidden_there(make, cases, tmp_path):
    standing = "the tenant was considered by quistaa below after hearing braskaa and ondrikaa"
    assert standing in cases[0].documents[0].text
    file = written(tmp_path, Example(standing, (cases[0].source_id,), kind="head-note"))

    (judged,) = make(judged=[file], queries_max=0)
    assert (standing, JUDGED, (cases[0].source_id,)) == (judged.query, judged.kind, judged.relevant)
    assert standing not in judged.candidates[0].text


def test_a_query_in_other_words_is_asked_among_what_the_first_stage_finds(make, engine, cases, tmp_path):
    query = "must notice be served on quistaa before a decision about tenants"
    file = written(tmp_path, Example(query, (cases[0].source_id,), kind="asked"))

    (judged,) = make(judged=[file], queries_max=0)
    assert (query, "asked") == (judged.query, judged.kind)
    found = engine.snapshot.display([place.doc_id for place in engine.candidates(query).placed])
    assert {candidate.case for candidate in judged.candidates[1:]} <= {row["source_id"] for row in found}
    assert [1, 0, 0, 0, 0, 0] == [candidate.label for candidate in judged.candidates]
    assert sum(candidate.teacher or 0 for candidate in judged.candidates) == pytest.approx(1, abs=0.01)


def test_what_is_left_out_is_neither_asked_about_nor_a_near_miss(make, cases, tmp_path):
    query = "must notice be served on quistaa before a decision about tenants"
    file = written(tmp_path, Example(query, (cases[0].source_id,), kind="asked"))
    (judged,) = make(judged=[file], queries_max=0)
    barred = written(tmp_path, Example("what was held", (judged.candidates[1].case,)), name="barred.jsonl")

    (without_it,) = make("other.jsonl", judged=[file], queries_max=0, leave_out=[barred])
    assert judged.candidates[1].case not in {candidate.case for candidate in without_it.candidates}
    with pytest.raises(InputError, match="every judged query is about a case that is left out, or that has no indexed"):
        make("nothing.jsonl", judged=[file], queries_max=0, leave_out=[file])


def test_judged_queries_about_cases_that_are_not_stored_are_counted(engine, cases, tmp_path):
    examples = (Example("must notice be served on quistaa", (cases[0].id,)), Example("what was held", ("elsewhere-1",)))
    file = tmp_path / "judged.jsonl"
    file.write_text("".join(json.dumps(each._asdict()) + "\n" for each in examples), encoding="utf-8")

    made = make_weak_lists(engine, cases, WeakPlan(out=tmp_path / "weak.jsonl", judged=[file], queries_max=0))

    assert (made.queries, made.unknown) == (1, 1)


@pytest.mark.parametrize(
    ("passage", "left"),
    [
        ("It rained. The tenant shall leave the house in March. He did.", "It rained. He did."),
        ("He came. The tenant shall leave the house", "He came."),
        ("in March. He did not leave.", "in March. He did not leave."),
        ("The tenant paid his rent.", "The tenant paid his rent."),
    ],
)
def test_a_hidden_sentence_goes_with_the_part_of_it_that_reaches_into_a_passage(passage, left):
    assert left == without(passage, "The tenant shall leave the house in March.")


def test_the_share_of_a_query_counts_each_word_by_its_weight():
    assert share("the tenant paid", {"tenant": 3.0, "evict": 1.0}) == pytest.approx(0.75)
