"""A whole evaluation over a tiny generation: what the report holds, and how it is shown."""

from __future__ import annotations

import json
from dataclasses import replace

import numpy as np
import pytest

from indexer.training.lists import write_lists
from search.engine import SearchEngine
from search.errors import InputError, InvalidRequest
from search.evaluation.evaluate import Plan, evaluate
from search.evaluation.lists import JudgedList, Listed
from search.evaluation.markdown import as_markdown
from search.evaluation.plots import plots_of
from search.evaluation.report import COMPARED, as_json
from search.evaluation.variants import VARIANTS
from search.opening import open_engine
from search.reranking.weighing import load_weighing
from search.settings import Settings
from search.snapshot.manifest import sha256_of
from tests.tiny_corpus import HashEncoder, WholeReader

COMMAND = "ihc-search evaluate --queries queries.jsonl"


class Preferring(WholeReader):
    """A reranker that reads the text for one word."""

    def __init__(self, word: str) -> None:
        self.word = word
        self.digest = f"prefers {word}"

    def score(self, query, candidates, *, deadline=None):
        return np.array([candidate.text.count(self.word) for candidate in candidates], dtype=np.float32)


def ignored(_step: str, _done: int, _total: int) -> None:
    pass


@pytest.fixture(scope="module")
def plan(tmp_path_factory, cases) -> Plan:
    tmp_path = tmp_path_factory.mktemp("judged")
    rows = [
        {"query": f"Invented-{number} against the board", "kind": "party", "relevant": [cases[number].source_id]}
        for number in range(12)
    ]
    rows += [{"query": "bail allowed", "kind": "topic", "relevant": [cases[4].source_id, "nobody"]}]
    (tmp_path / "queries.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    right, wrong = (cases[number].source_id for number in (4, 5))
    pairs = (Listed(right, "Candidate: bail", 1), Listed(wrong, "Candidate: rent", 0))
    write_lists(tmp_path / "lists.jsonl", [JudgedList("bail", "pair", "dev", (right,), pairs)] * 2)
    return Plan(
        queries=tmp_path / "queries.jsonl",
        variants=list(VARIANTS),
        groups={"both": ("party", "topic"), "pairs": ("pair",)},
        lists=tmp_path / "lists.jsonl",
        command=COMMAND,
        date="2099-12-31",
    )


@pytest.fixture(scope="module")
def reading(snapshot) -> SearchEngine:
    return open_engine(
        snapshot,
        encoder=HashEncoder(),
        reranker=Preferring("bail"),
        weighing=load_weighing(),
        settings=Settings(deadline_ms=0),
    )


@pytest.fixture(scope="module")
def report(reading, plan):
    return evaluate(reading, plan, base=Preferring("rent"), progress=ignored)


@pytest.fixture(scope="module")
def lists_alone(plan) -> Plan:
    return replace(plan, queries=None, variants=["base", "ours"], groups={"pairs": ("pair",)})


def test_a_report_names_what_it_is_of(report, plan, snapshot):
    origin = report.origin

    assert origin.queries_sha256 == sha256_of(plan.queries)
    assert (origin.queries, origin.cases, origin.not_indexed) == (13, 12, 1)
    assert origin.generation == snapshot.generation
    assert origin.models["cross-encoder"] == "prefers bail"
    assert origin.models["base"] == "prefers rent"
    assert set(origin.models) == {"encoder", "weighing", "cross-encoder", "base"}


def test_every_variant_has_a_row_for_each_kind_each_group_and_all(report):
    assert [variant.name for variant in report.variants] == list(VARIANTS)
    for variant in report.variants:
        assert [(row.kind, row.queries) for row in variant.rows] == [
            ("party", 12),
            ("topic", 1),
            ("both", 13),
            ("all", 13),
        ]
        assert variant.rows[2].figures == variant.rows[3].figures


def test_a_title_is_found_by_words_and_every_measure_has_its_figure(report):
    party = report.variants[list(VARIANTS).index("bm25")].rows[0].figures

    assert 0 < party["S@1"].value <= party["MRR@10"].value <= party["nDCG@10"].value <= party["R@50"].value == 1


def test_a_figure_is_the_same_wherever_it_stands(report):
    for variant in report.variants:
        assert variant.recall["R@50"] == pytest.approx(variant.rows[-1].figures["R@50"].value)
        assert variant.by_depth["nDCG@10"] == pytest.approx(variant.rows[-1].figures["nDCG@10"].value)


def test_a_case_that_is_not_indexed_is_never_found(report):
    topic = report.variants[0].rows[1].figures

    assert topic["R@100"].value == 1 / 2


def test_gains_are_between_the_variants_that_were_measured(report):
    assert list(dict.fromkeys((gain.ours, gain.theirs) for gain in report.gains)) == list(COMPARED)
    for gain in report.gains:
        found = gain.measures["nDCG@10"]
        assert found.helped + found.hurt <= found.queries


def test_without_a_cross_encoder_there_is_no_calibration(engine, plan):
    report = evaluate(
        engine, replace(plan, variants=["bm25", "weighed"], groups={}, lists=None), base=None, progress=ignored
    )

    assert report.calibration == {}
    assert report.pairs is None
    assert {(gain.ours, gain.theirs) for gain in report.gains} == {("weighed", "bm25")}


def test_the_halves_together_are_all(report):
    halves = report.calibration

    assert halves["all"].answers == sum(halves[half].answers for half in ("even", "odd") if half in halves)


def test_pairs_are_read_by_ours_and_by_the_base(report):
    assert report.pairs is not None
    weighed, ours, base = report.pairs.models

    assert (weighed.model, ours.model, base.model) == ("ours, weighed", "ours", "base")
    assert all(0 <= score <= 1 for score in weighed.scores)
    assert ours.card["average_precision"] == 1
    assert base.card["average_precision"] < 1
    assert report.pairs.over == "base"
    assert report.pairs.gains["ours"].value == ours.card["average_precision"] - base.card["average_precision"]
    assert [row.kind for row in ours.kinds] == ["pair", "pairs", "all"]


def test_progress_ends_at_its_total(engine, plan):
    told: list[tuple[str, int, int]] = []
    chosen = replace(plan, variants=["bm25"], groups={}, lists=None)
    evaluate(engine, chosen, base=None, progress=lambda *step: told.append(step))

    assert told[-1] == ("searching, bm25", 13, 13)


def test_a_list_that_cannot_be_read_is_found_out_before_the_searching(engine, plan, tmp_path):
    (tmp_path / "lists.jsonl").write_text("{", encoding="utf-8")
    broken = replace(plan, lists=tmp_path / "lists.jsonl")
    told: list[str] = []

    with pytest.raises(InputError, match=r"lists\.jsonl, line 1"):
        evaluate(engine, broken, base=None, progress=lambda step, *_: told.append(step))
    assert told == []


def test_a_query_that_the_engine_refuses_is_found_out_before_the_searching(engine, plan, tmp_path):
    path = tmp_path / "queries.jsonl"
    rows = [{"query": "bail", "relevant": ["a"]}, {"query": "long " * 900, "relevant": ["a"]}]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")

    def searching(step: str, _done: int, _total: int) -> None:
        raise AssertionError(step)

    with pytest.raises(InputError, match=r"queries\.jsonl: the query has 4500 characters.*'long long"):
        evaluate(
            engine, replace(plan, queries=path, groups={}, variants=["bm25"], lists=None), base=None, progress=searching
        )


def test_the_report_as_markdown_has_every_figure_with_its_source(report):
    text = as_markdown(report, ["gain-by-kind.png"])

    assert f"`{COMMAND}`" in text
    assert report.origin.queries_sha256 in text
    assert report.pairs.sha256 in text
    assert "Not indexed: 1 case that answers; a query counts them as not found." in text
    for name in VARIANTS:
        assert f"### {name}: " in text
    assert "| accuracy threshold | " in text
    assert "0.9523 |" in text  # the card's own figure
    assert "![gain-by-kind](gain-by-kind.png)" in text
    widths = {line.count("|") for part in text.split("\n\n") if part.startswith("| kind") for line in part.split("\n")}
    assert len(widths) == 1


def test_the_report_as_json_is_read_again_and_leaves_single_pairs_out(report):
    kept = json.loads(as_json(report))

    assert kept["origin"]["command"] == COMMAND
    assert kept["variants"][0]["rows"][-1]["figures"]["nDCG@10"]["value"] == pytest.approx(
        report.variants[0].rows[-1].figures["nDCG@10"].value
    )
    assert "scores" not in kept["pairs"]["models"][0]
    assert "labels" not in kept["pairs"]


def test_pictures_are_drawn_of_what_there_is(report):
    drawn = plots_of(report)

    assert set(drawn) == {
        "precision-recall.png",
        "ndcg-by-depth.png",
        "gain-by-kind.png",
        "reliability.png",
        "pairs-precision-recall.png",
    }
    assert all(picture.startswith(b"\x89PNG") for picture in drawn.values())


def test_lists_that_nobody_reads_are_refused(engine, plan):
    with pytest.raises(InvalidRequest, match="add ours or base"):
        evaluate(engine, replace(plan, variants=["bm25"]), base=None, progress=ignored)


def test_lists_alone_are_measured_as_beside_queries_and_nothing_is_searched(reading, lists_alone, report):
    told: list[str] = []
    alone = evaluate(
        reading, lists_alone, base=Preferring("rent"), progress=lambda step, *_: told.append(step.partition(",")[0])
    )

    assert set(told) == {"reading pairs"}
    assert alone.pairs == report.pairs
    assert (alone.variants, alone.gains, alone.calibration) == ((), (), {})
    origin = alone.origin
    assert (origin.queries_file, origin.queries_sha256) == (None, None)
    assert (origin.queries, origin.cases, origin.not_indexed) == (0, 0, 0)
    assert origin.models == report.origin.models


def test_a_report_on_lists_alone_shows_no_table_of_queries(reading, lists_alone):
    alone = evaluate(reading, lists_alone, base=Preferring("rent"), progress=ignored)
    text = as_markdown(alone)

    assert "## Judged pairs" in text
    assert alone.pairs.sha256 in text
    assert "## By variant" not in text
    assert "\n| queries | " not in text
    assert "None" not in text
    assert json.loads(as_json(alone))["variants"] == []
    assert set(plots_of(alone)) == {"pairs-precision-recall.png"}


def test_queries_about_another_home_are_refused_before_anything_is_searched(reading, plan, tmp_path):
    queries = tmp_path / "queries.jsonl"
    rows = [
        {"query": "bail", "relevant": ["elsewhere-1", "elsewhere-2"]},
        {"query": "rent", "relevant": ["elsewhere-1"]},
    ]
    queries.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")

    with pytest.raises(InputError, match=r"none of the 2 cases that answer .*queries\.jsonl is indexed in var"):
        evaluate(
            reading,
            replace(plan, queries=queries, groups={}),
            base=Preferring("rent"),
            progress=lambda *_: pytest.fail("something was searched"),
        )


def test_neither_queries_nor_lists_are_nothing_to_measure_on(engine, plan):
    with pytest.raises(InputError, match="give judged queries, judged lists or both"):
        evaluate(engine, replace(plan, queries=None, lists=None), base=None, progress=ignored)


@pytest.mark.parametrize(
    ("change", "error", "said"),
    [
        ({"variants": ["bm25", "ours"]}, InvalidRequest, "the variants bm25 have nothing to order; give queries"),
        ({"variants": ["best"]}, InvalidRequest, "nobody reads the lists"),
        ({"variants": ["ours", "best"]}, InvalidRequest, "unknown variant best"),
        ({"groups": {"both": ("party",)}}, InputError, "no query is of kind party; the kinds are pair"),
    ],
    ids=["orders", "no reader", "unknown", "group"],
)
def test_without_queries_what_could_not_be_measured_is_refused(reading, lists_alone, change, error, said):
    with pytest.raises(error, match=said):
        evaluate(reading, replace(lists_alone, **change), base=Preferring("rent"), progress=ignored)


def test_lists_alone_need_a_cross_encoder_to_read_them(engine, lists_alone):
    with pytest.raises(InputError, match="has no cross-encoder to read with"):
        evaluate(engine, replace(lists_alone, variants=["ours"]), base=None, progress=ignored)
