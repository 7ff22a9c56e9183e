"""The auditor: what leaks is named with counts, and what does not may be called held-out."""

from __future__ import annotations

import gzip
import json
import random

import pytest

from indexer.training.audit import Rate, as_plain, audit, audit_files
from indexer.training.likeness import near_duplicates
from indexer.training.pair_files import Pair, read_pairs
from search.errors import InputError
from search.evaluation.lists import read_lists


def text_of(number: int) -> str:
    draw = random.Random(number)
    words = " ".join(f"w{draw.randrange(5000)}" for _ in range(80))
    return f"Candidate: Title: Alpha-{number} VS Beta-{number} | Number: W.P. {number}/2020 (SB) | Summary: {words}"


def pair(query: str, number: int, label: int = 0, **more) -> Pair:
    return Pair(query, f"c{number}", text_of(number), label, **more)


def verdict(trained: list[Pair], measured: list[Pair]) -> str:
    return audit([("trained", trained), ("measured", measured)]).verdict


EMPTY_LIST = '{"query": "q", "candidates": []}\n'
TRAINED = [pair("one", 1, 1), pair("one", 2), pair("one", 3)]
MEASURED = [pair("two", 4, 1), pair("two", 5)]


def test_sides_that_share_nothing_are_held_out():
    assert verdict(TRAINED, MEASURED) == "held-out: yes (1 query about 1 case that answers)"


@pytest.mark.parametrize(
    ("extra", "reason"),
    [
        (pair("ONE?", 5), "1 of 2 queries were asked in training"),
        (pair("two", 2, 1), "1 of 2 cases that answer were read in training"),
        (pair("two", 1, 1), "1 of 2 cases that answer were an answer in training"),
        (
            Pair("two", "c9", text_of(9).replace("Alpha-9 VS Beta-9", "Beta-3 vs Alpha-3 etc"), 1),
            "1 of 2 titles of cases that answer were read in training",
        ),
        (
            Pair("two", "c9", text_of(3).replace("Alpha-3 VS Beta-3", "Gamma VS Delta"), 1),
            "1 of 2 texts of answers have a near duplicate in training",
        ),
    ],
    ids=["query", "case", "answer", "title", "text"],
)
def test_what_leaks_is_named_with_its_count(extra, reason):
    found = verdict(TRAINED, [*MEASURED, extra])

    assert found.startswith("not held-out: ")
    assert reason in found


def test_a_wrong_answer_that_was_read_in_training_is_told_and_is_no_leak():
    found = audit([("trained", TRAINED), ("measured", [*MEASURED, pair("two", 3)])])

    assert found.held_out
    assert {overlap.name: overlap.rate.hits for overlap in found.overlaps}["cases were read in training"] == 1


def test_one_side_alone_is_never_called_held_out():
    found = audit([("all", TRAINED)])

    assert not found.held_out
    assert found.overlaps == ()
    assert "one side alone" in found.verdict


def test_the_figures_of_a_side():
    (side,) = audit([("all", TRAINED)]).sides

    assert (side.pairs, side.queries, side.cases, side.majority_label) == (3, 1, 3, 0)
    assert side.positives[:2] == (1, 3)
    assert side.majority_accuracy[:2] == (2, 3)
    assert side.precision is None


def test_scores_give_precision_and_recall_with_intervals():
    scored = [pair("q", 1, 1, score=0.9), pair("q", 2, 1, score=0.1), pair("q", 3, score=0.7), pair("q", 4, score=0.0)]

    (side,) = audit([("all", scored)]).sides

    assert side.precision == Rate.of_counts(1, 2)
    assert side.recall == Rate.of_counts(1, 2)
    assert audit([("all", scored)], threshold=0.05).sides[0].recall == Rate.of_counts(2, 2)


def test_where_some_pairs_lack_a_score_there_is_no_precision_and_the_side_says_how_many():
    (side,) = audit([("all", [pair("q", 1, 1, score=0.9), pair("q", 2)])]).sides

    assert (side.precision, side.recall, side.scored, side.pairs) == (None, None, 1, 2)


def test_wilsons_interval_is_the_published_one():
    # Newcombe, Statistics in Medicine 17 (1998) 857-872, table I, method 3: 81 of 263.
    rate = Rate.of_counts(81, 263)

    assert (round(rate.low, 4), round(rate.high, 4)) == (0.2553, 0.3662)
    assert Rate.of_counts(0, 0) == (0, 0, 0.0, 0.0, 1.0)


def test_near_duplicates_are_found_and_namesakes_in_form_are_not():
    changed = text_of(1).replace("W.P. 1/2020", "W.P. 1/2021")

    assert near_duplicates([text_of(1), changed, text_of(7), "short"], [text_of(1), text_of(2)]) == [
        True,
        True,
        False,
        False,
    ]


def test_near_duplicates_agree_with_comparing_all_with_all():
    draw = random.Random(0)
    texts = [text_of(number) for number in range(60)]
    others = [
        " ".join(word for word in text.split() if draw.random() > 0.02 * (place % 6))
        for place, text in enumerate(texts)
    ]

    def rows(text: str) -> set[tuple[str, ...]]:
        import re

        words = re.findall(r"\w+", text.lower())
        return {tuple(words[start : start + 3]) for start in range(len(words) - 2)}

    likeness = [
        max(len(rows(text) & rows(other)) / len(rows(text) | rows(other)) for other in others) for text in texts
    ]
    clear = [place for place, value in enumerate(likeness) if abs(value - 0.8) > 0.05]
    found = near_duplicates(texts, others)

    assert [found[place] for place in clear] == [likeness[place] > 0.8 for place in clear]
    assert 5 < sum(found) < 60


def test_what_all_cases_of_a_bench_share_is_no_likeness():
    def bare(name: str) -> str:
        bench = "Honourable Mr. Justice Example One of the Invented Bench, Honourable Ms. Justice Example Two"
        shared = f"Court: C | Status: Decided | Bench: {bench}"
        return f"Candidate: Title: {name} VS The State | Number: W.P. 3/2020 (SB) | {shared}"

    assert near_duplicates([bare("Alpha Zed")], [bare("Gamma Ypsilon")]) == [False]


def test_judged_lists_and_flat_lines_are_both_read(tmp_path):
    lists = {"query": "q", "kind": "k", "part": "dev", "relevant": ["c1"]}
    listed = lists | {"candidates": [{"case": "c1", "text": text_of(1), "label": 1, "teacher": 0.5, "score": 2.0}]}
    flat = {"query": "q", "candidate": text_of(2), "label": 0.0}
    path = tmp_path / "pairs.jsonl.gz"
    with gzip.open(path, "wt", encoding="utf-8") as out:
        out.write(
            json.dumps(listed) + "\n\n" + json.dumps(flat) + "\n" + json.dumps(flat | {"candidate": "plain"}) + "\n"
        )

    first, second, third = read_pairs(path)

    assert first == Pair("q", "c1", text_of(1), 1, "dev", 2.0)
    assert second == Pair("q", "alpha-2 vs beta-2 w.p. 2/2020 (sb)", text_of(2), 0)
    assert third.case == "plain"


@pytest.mark.parametrize(
    "line",
    [
        "{",
        "[]",
        '{"query": "q"}',
        '{"query": "q", "text": "t", "label": 0.3}',
        '{"query": null, "text": "t", "label": 1}',
        '{"query": "q", "text": "t", "label": 1, "part": "Train"}',
        '{"query": "q", "text": "t", "label": 1, "score": Infinity}',
        '{"query": "q", "text": "t", "label": 1, "score": NaN}',
        '{"query": "q", "candidates": "none"}',
    ],
)
def test_a_line_that_is_no_pair_is_named(tmp_path, line):
    path = tmp_path / "pairs.jsonl"
    path.write_text('{"query": "q", "text": "t", "label": 1}\n' + line + "\n", encoding="utf-8")

    with pytest.raises(InputError, match=r"pairs\.jsonl, line 2: .*; expected a judged list, or a pair with query"):
        read_pairs(path)


def test_a_file_of_judged_queries_is_told_what_makes_lists_of_it(tmp_path):
    path = tmp_path / "queries.jsonl"
    path.write_text('{"query": "q", "kind": "k", "relevant": ["c1"]}\n', encoding="utf-8")

    for read in (read_pairs, lambda path: list(read_lists(path))):
        with pytest.raises(InputError, match=r"line 1: it is a judged query without candidates; `ihc-search weak-"):
            read(path)


@pytest.mark.parametrize(("content", "why"), [("", "is empty"), ("\n\n", "is empty"), (EMPTY_LIST, "holds no pair")])
def test_a_file_without_a_pair_is_refused(tmp_path, content, why):
    (tmp_path / "pairs.jsonl").write_text(content, encoding="utf-8")

    with pytest.raises(InputError, match=rf"pairs\.jsonl {why}"):
        audit_files([tmp_path / "pairs.jsonl"])


def test_one_file_that_names_the_part_of_some_pairs_alone_is_refused(tmp_path):
    path = tmp_path / "pairs.jsonl"
    rows = [{"query": "q", "text": "t", "label": 1} | part for part in ({"part": "train"}, {"part": "dev"}, {})]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")

    with pytest.raises(InputError, match="1 of 3 pairs name no part"):
        audit_files([path])


def test_one_file_is_split_by_its_parts(tmp_path):
    path = tmp_path / "pairs.jsonl"
    rows = [{"query": one.query, "case": one.case, "text": one.text, "label": one.label, "part": part}
            for part, side in (("dev", MEASURED), ("train", TRAINED)) for one in side]  # fmt: skip
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")

    found = audit_files([path], rates=[(54, 63)])

    assert [side.name for side in found.sides] == ["trained", "measured"]
    assert found.held_out
    assert as_plain(found)["rates"][0]["share"] == pytest.approx(54 / 63)
    assert json.dumps(as_plain(found))
