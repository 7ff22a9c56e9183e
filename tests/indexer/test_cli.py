"""The command line over a `jobs` module that is invented: what it asks for, prints and exits with."""

from __future__ import annotations

import errno
import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from indexer.loading import LoadSummary
from indexer.overview import Overview
from search.errors import CaseNotFound, ExtraMissing, InvalidRequest, SnapshotMissing
from search.evaluation.judged_pairs import PairFigures
from search.evaluation.measures import MEASURES
from search.evaluation.report import GAINED, Gain, Origin, PairsReport, Report, Row, VariantFigures
from search.evaluation.significance import Difference, Estimate
from search.results.absence import Absence, Coverage, NearCase
from search.results.absent_references import AbsentReference, CoveredReferences, NearReference
from search.results.facets import Facet, FacetValue
from search.results.response import Hit, SearchResponse
from search.types import Entity, Filters, Respelled, StageScores, Understanding
from tests.indexer.commands import run

GENERATION = "20991231T235959Z-0a1b2c3d"
SUMMARY = LoadSummary(
    records=3,
    cases_new=2,
    cases_changed=1,
    cases_unchanged=0,
    documents=4,
    documents_tied=3,
    documents_alone=1,
    collisions=(),
    suspected_twins=(),
    repairs=5,
    rejects=0,
    rejects_file=None,
    totals={"cases": 3_000},
)
HIT = Hit(
    rank=1,
    id="c1",
    source_id="s1",
    kind="case",
    number="W.P. 1/2099 (SB)",
    title="Alpha [bold]Zed[/bold] VS Beta",
    court="Islamabad High Court",
    status="Decided",
    bench="",
    year=2099,
    institution_date=None,
    score=0.9,
    probability=None,
    exact=False,
    by_meaning_alone=False,
    stages=StageScores(),
)
ANSWER = SearchResponse(
    query="alpha",
    total=1,
    generation=GENERATION,
    ranking="r",
    reranked=True,
    degraded=None,
    next_cursor=None,
    results=(HIT,),
    timing_ms={"total": 12.4},
)


def variant_of(name: str, figure: float) -> VariantFigures:
    figures = dict.fromkeys(MEASURES, Estimate(figure, figure, figure))
    return VariantFigures(name, (Row("short", 3, 2, figures), Row("all", 3, 2, figures)), {}, {}, {})


REPORT = Report(
    origin=Origin("", "2099-12-31", "q", "0", 3, 2, 0, GENERATION, "r", {}),
    variants=(variant_of("bm25", 0.5), variant_of("ours", 0.75)),
    gains=(Gain("ours", "bm25", "all", dict.fromkeys(GAINED, Difference(Estimate(0.25, 0.1, 0.4), 3, 2, 1))),),
    calibration={},
)


class Calls(list[tuple[tuple[Any, ...], dict[str, Any]]]):
    """What a fake function was called with."""


def returning(value: Any) -> tuple[Any, Calls]:
    calls = Calls()

    def function(*arguments: Any, **options: Any) -> Any:
        calls.append((arguments, options))
        return value

    return function, calls


def raising(error: BaseException) -> Any:
    def function(*_arguments: Any, **_options: Any) -> Any:
        raise error

    return function


def test_load_hands_all_paths_on_and_prints_the_figures():
    load, calls = returning(SUMMARY)

    result = run("load", "a.jsonl", "pdf", load=load)

    assert result.exit_code == 0
    assert calls[0][0][1] == (Path("a.jsonl"), Path("pdf"))
    assert "cases new" in result.stdout
    assert "3,000" in result.stdout


def test_load_with_rejects_says_where_they_are_and_exits_with_3():
    load, _ = returning(replace(SUMMARY, rejects=2, rejects_file=Path("var/rejects/x.jsonl")))

    result = run("load", "a.jsonl", load=load)

    assert result.exit_code == 3
    assert "rejected: 2; they are in var/rejects/x.jsonl" in result.stdout


def test_load_lists_some_collisions_and_with_verbose_all():
    lines = tuple(f"collision {number}" for number in range(12))
    load, _ = returning(replace(SUMMARY, collisions=lines))

    assert "... and 2 more" in run("load", "a.jsonl", load=load).stdout
    assert "collision 11" in run("load", "a.jsonl", "--verbose", load=load).stdout


@pytest.mark.parametrize(
    "arguments",
    [["load"], ["remove"], ["search"], ["search", "x", "--limit", "0"], ["search", "x", "--limit", "101"], ["nothing"]]
    + [
        ["search", "x", "--mode", "magic"],
        ["serve", "--port", "70000"],
        ["demo", "--cases", "0", "--out", "x"],
        ["demo"],
    ],
    ids=" ".join,
)
def test_wrong_usage_exits_with_2(arguments):
    assert run(*arguments).exit_code == 2


@pytest.mark.parametrize(("command", "name"), [("search", "QUERY"), ("show", "CASE"), ("remove", "ID")])
def test_what_begins_with_a_minus_and_is_no_option_is_told_how_to_be_asked(command, name):
    result = run(command, "-bail")

    assert result.exit_code == 2
    assert f"Put -- before {name} where it begins with a minus: ihc-search {command} -- {name}" in result.stderr


def test_a_misspelt_option_is_told_the_nearest_one_alone():
    result = run("search", "bail", "--limt", "3")

    assert "Did you mean '--limit'?" in result.stderr
    assert "minus" not in result.stderr


def test_a_query_behind_two_hyphens_may_begin_with_a_minus():
    search, calls = returning(ANSWER)

    run("search", "--", "-bail order", search=search)

    assert calls[0][0][1].q == "-bail order"


def test_an_error_is_one_line_and_exits_with_1():
    result = run("remove", "no-such-id", remove=raising(CaseNotFound("no-such-id")))

    assert result.exit_code == 1
    assert result.stderr.splitlines() == [f"Error: {CaseNotFound('no-such-id')}"]
    assert result.stdout == ""


def test_a_full_disk_is_one_line_and_exits_with_1():
    result = run("load", "a", load=raising(OSError(errno.ENOSPC, "No space left on device", "var/store.sqlite")))

    assert result.exit_code == 1
    assert result.stderr == "Error: var/store.sqlite: No space left on device\n"


def test_a_bad_setting_is_one_line_that_names_it():
    status, _ = returning(None)

    result = run("status", environ={"IHC_SEARCH_RERANK_DEPTH": "ten"}, status=status)

    assert result.exit_code == 1
    assert result.stderr == "Error: IHC_SEARCH_RERANK_DEPTH is 'ten'; expected a whole number, 1 or more\n"


def test_help_needs_no_settings():
    assert run("status", "--help", environ={"IHC_SEARCH_NONSENSE": "1"}).exit_code == 0


def test_reindex_says_what_it_published():
    reindex, calls = returning(SimpleNamespace(generation=GENERATION, published=True, cases=2000, seconds=3.21))

    result = run("reindex", "--rebuild", reindex=reindex)

    assert result.stdout == f"published {GENERATION}: 2,000 cases in 3.2 s\n"
    assert calls[0][1]["rebuild"] is True


def test_reindex_with_nothing_changed_says_so():
    reindex, _ = returning(SimpleNamespace(generation=GENERATION, published=False, cases=2000, seconds=0.1))

    assert "nothing was published" in run("reindex", reindex=reindex).stdout


def test_a_step_is_one_line_where_there_is_no_terminal():
    def reindex(_settings: Any, *, progress: Any, **_options: Any) -> Any:
        for done in range(3):
            progress("encoding", done, 3)
        return SimpleNamespace(generation=GENERATION, published=True, cases=1, seconds=1.0)

    assert run("reindex", reindex=reindex).stderr == "encoding (3)\n"


def test_rollback_names_the_generation_in_use():
    rollback, _ = returning(GENERATION)

    assert run("rollback", rollback=rollback).stdout == f"searching {GENERATION}\n"


def test_verify_names_each_generation():
    verify, _ = returning([GENERATION])

    assert run("verify", verify=verify).stdout == f"{GENERATION} is as it was written\n"


def test_status_ends_with_what_to_do():
    status, _ = returning(Overview(figures=(("cases stored", 2000), ("generation", "none")), advice=("next: `x`",)))

    assert run("status", status=status).stdout.splitlines() == [
        "cases stored        2,000",
        "generation    none",
        "next: `x`",
    ]


def test_search_prints_a_table_and_how_it_was_made():
    search, calls = returning(ANSWER)

    result = run("search", "alpha", search=search)

    assert "W.P. 1/2099 (SB)" in result.stdout
    assert f"1 case · generation {GENERATION} · reranked · 12 ms" in result.stdout
    assert calls[0][0][1].rerank is True


def test_a_title_is_never_read_as_markup():
    search, _ = returning(ANSWER)

    assert "[bold]Zed[/bold]" in " ".join(run("search", "alpha", search=search).stdout.split())


@pytest.mark.parametrize("option", [[], ["--json"]], ids=["table", "json"])
def test_control_characters_of_a_record_never_reach_the_terminal(option):
    bad = "Al\x1b[31mpha\x07 \x9b2J \u202eVS\u2066 B\r\nC"
    search, _ = returning(replace(ANSWER, results=(replace(HIT, title=bad, number=bad, status=bad),)))

    shown = run("search", "alpha", *option, search=search).stdout

    assert not set(shown) & set("\x1b\x07\x9b\u202e\u2066\r")


def test_what_was_read_out_of_the_words_is_said_below_the_table():
    understood = Understanding(
        entities=(
            Entity("status", "pending", 0, 7, "Pending", "filter"),
            Entity("section", "497 crpc", 0, 8, "CrPC s 497", "rank"),
            Entity("party", "x", 8, 9, "", "rank"),
        ),
        respelled=(Respelled("Mohd", 8, 12, ("muhammad",), "spelling"),),
        problems=("a quote is not closed",),
    )
    facets = (Facet("status", (FacetValue("Decided", 3),), 0),)
    near = NearCase("other year", "i", "s", "W.P. 9/2098 (SB)", "A VS B")
    absent = Absence("WP 9/2099", ("WP",), 9, 2099, 0, 9, False, (Coverage("WP", 2099, 4, 1, 7, 4),), (near,))
    search, _ = returning(replace(ANSWER, understood=understood, facets=facets, absent=(absent,)))

    shown = run("search", "alpha", "--facets", "status", search=search).stdout

    assert "read as: section CrPC s 497" in shown
    assert "'pending' filters by status: Pending" in shown
    assert "'Mohd' was looked up as muhammad too" in shown
    assert "note: a quote is not closed" in shown
    assert "by status: Decided 3" in shown
    assert "WP 9/2099 is not in this index" in shown
    assert "it holds 4 WP of 2099, serials 1 to 7" in shown
    assert "other year: W.P. 9/2098 (SB)  A VS B" in shown


def test_a_number_that_filters_hide_is_not_called_absent():
    absent = Absence("WP 9/2099", ("WP",), 9, 2099, 0, 9, True, (), ())
    search, _ = returning(replace(ANSWER, absent=(absent,)))

    assert "WP 9/2099 is in this index, and the filters leave it out" in run("search", "alpha", search=search).stdout


def test_a_reference_that_no_case_has_is_told_below_the_table():
    covered = (CoveredReferences("FIRs of P.S. Nowhere", 0, 0), CoveredReferences("FIRs", 27, 19))
    near = (NearReference("other station", "7/2099 Example", 1),)
    absent = AbsentReference("FIR", "7/2099 Nowhere", 0, 9, False, covered, near)
    hidden = AbsentReference("citation", "2099 SCMR 45", 0, 9, True, covered, ())
    search, _ = returning(replace(ANSWER, absent=(absent, hidden)))

    shown = run("search", "alpha", search=search).stdout

    assert "no case in this index names the FIR 7/2099 Nowhere\n  FIRs of P.S. Nowhere: 0 named, in 0 cases" in shown
    assert "  FIRs: 27 named, in 19 cases\n  other station: 7/2099 Example, in 1 case\n" in shown
    assert "cases in this index name the citation 2099 SCMR 45, and the filters leave them out" in shown


def test_search_as_json_is_the_whole_answer():
    search, _ = returning(ANSWER)

    answer = json.loads(run("search", "alpha", "--json", search=search).stdout)

    assert answer["generation"] == GENERATION
    assert answer["results"][0]["title"] == HIT.title


def test_search_hands_every_option_on():
    search, calls = returning(ANSWER)

    run(
        *("search", "alpha", "--limit", "3", "--mode", "lexical", "--no-rerank", "--sort", "newest", "--cursor", "c"),
        *("--case-type", "WP", "--case-type", "ICA", "--bench-kind", "DB", "--judge", "J", "--status", "Decided"),
        *("--court", "Court", "--year-from", "2001", "--year-to", "2002"),
        search=search,
    )

    request = calls[0][0][1]
    assert (request.limit, request.mode, request.rerank, request.sort, request.cursor) == (
        3,
        "lexical",
        False,
        "newest",
        "c",
    )
    assert request.filters == Filters(
        case_type=("WP", "ICA"),
        bench_kind=("DB",),
        judge=("J",),
        status=("Decided",),
        court=("Court",),
        year_from=2001,
        year_to=2002,
    )


def test_the_filters_of_a_search_stand_in_the_order_of_a_case():
    shown = run("search", "--help").stdout.partition("Options:")[2]
    names = ["--case-type", "--judge", "--year ", "--year-from", "--year-to", "--date-from", "--date-to", "--section "]

    assert [shown.index(name) for name in names] == sorted(shown.index(name) for name in names)


def test_days_are_read_and_what_is_none_is_wrong_usage():
    search, calls = returning(ANSWER)

    assert run("search", "alpha", "--date-from", "2099-03-01", search=search).exit_code == 0
    assert calls[0][0][1].filters.date_from == date(2099, 3, 1)
    wrong = run("search", "alpha", "--date-to", "2099-13-01", search=search)
    assert wrong.exit_code == 2
    assert "'2099-13-01' is no day; expected one like 2024-03-01" in wrong.stderr


def test_every_command_is_told_of_in_one_whole_line_and_loading_comes_first():
    lines = run("--help").stdout.partition("Commands:\n")[2].splitlines()

    assert lines[0].split()[0] == "load"
    assert not [line for line in lines if line.endswith("...")]


def test_no_score_is_shown_where_no_stage_scored():
    scored = replace(HIT, stages=StageScores(ranks={"fused": 1}, scores={"fused": 0.9}))
    search, _ = returning(replace(ANSWER, results=(scored, replace(HIT, rank=2, score=0.0))))

    shown = run("search", "alpha", search=search).stdout

    assert "0.900" in shown
    assert "0.000" not in shown


def test_a_filter_that_means_nothing_is_wrong_usage():
    result = run("search", "alpha", search=raising(InvalidRequest("unknown status 'Open'", parameter="status")))

    assert result.exit_code == 2
    assert "unknown status 'Open'" in result.stderr


def test_an_empty_query_is_wrong_usage():
    assert run("search", "  ").exit_code == 2


def test_a_search_before_the_first_reindex_names_the_commands():
    result = run("search", "alpha", search=raising(SnapshotMissing(Path("var"))))

    assert result.exit_code == 1
    assert "`ihc-search load PATH` and then `ihc-search reindex`" in result.stderr


def test_what_is_found_by_meaning_alone_is_counted_beside_the_cases_with_the_words():
    search, _ = returning(replace(ANSWER, total=0, results=(replace(HIT, by_meaning_alone=True),)))

    assert (
        "0 cases with its words, and 1 here by meaning alone · generation" in run("search", "zed", search=search).stdout
    )


def test_an_answer_that_needed_no_reading_says_why_and_is_not_less_than_was_asked_for():
    search, _ = returning(replace(ANSWER, reranked=False, not_reranked="the request leaves the reranker out"))

    shown = run("search", "alpha", search=search).stdout

    assert "\nnot reranked: the request leaves the reranker out\n" in shown
    assert "less than was asked for" not in shown


def test_an_answer_that_was_late_says_so_and_an_empty_one_too():
    search, _ = returning(replace(ANSWER, results=(), total=0, reranked=False, degraded="the deadline passed"))

    shown = run("search", "alpha", search=search).stdout

    assert "no case found" in shown
    assert "less than was asked for: the deadline passed" in shown


def test_demo_hands_its_options_on(tmp_path):
    demo, calls = returning(SimpleNamespace(cases=5, judgments=1, queries=2, records=Path("r"), documents=Path("d")))

    result = run("demo", "--cases", "5", "--out", str(tmp_path), "--seed", "7", demo=demo)

    assert "next: `ihc-search load r d`" in result.stdout
    assert calls[0][0] == (tmp_path,)
    assert (calls[0][1]["cases"], calls[0][1]["seed"]) == (5, 7)


def test_serve_hands_address_and_port_on():
    serve, calls = returning(None)

    assert run("serve", "--host", "::1", "--port", "9000", serve=serve).exit_code == 0
    assert calls[0][1] == {"host": "::1", "port": 9000}


def test_evaluate_hands_its_options_on_and_says_where_the_report_is(tmp_path):
    queries = tmp_path / "queries.jsonl"
    queries.touch()
    evaluate, calls = returning(REPORT)
    options = ["--variants", "bm25, base", "--sample", "40", "--group", "topical=a,b", "--base", "folder", "--no-plots"]

    result = run("evaluate", "--queries", str(queries), *options, "--out", str(tmp_path / "report"), evaluate=evaluate)

    assert result.exit_code == 0, result.output
    (_, plan), given = calls[0]
    assert (plan.queries, plan.variants, plan.sample, plan.lists) == (queries, ("bm25", "base"), 40, None)
    assert plan.groups == {"topical": ("a", "b")}
    assert (given["base"], given["out"], given["plots"]) == ("folder", tmp_path / "report", False)
    assert result.stdout.splitlines()[-1] == f"the report is in {tmp_path / 'report'}"


def test_evaluate_writes_its_own_command_line_down(tmp_path):
    queries = tmp_path / "my queries.jsonl"
    queries.touch()
    evaluate, calls = returning(REPORT)

    run("evaluate", "--queries", str(queries), "--variants", "bm25,ours", "--group", "g=a,b", evaluate=evaluate)

    assert calls[0][0][1].command == f"ihc-search evaluate --queries '{queries}' --variants bm25,ours --group g=a,b"


def test_evaluate_takes_lists_alone_and_prints_what_was_found_of_them(tmp_path):
    lists = tmp_path / "lists.jsonl"
    lists.touch()
    model = PairFigures("ours", {"average_precision": 0.7}, {}, {}, (), ())
    pairs = PairsReport("lists.jsonl", "0", 2, 4, 2, 0.5, (model,), (), "ours", {})
    evaluate, calls = returning(replace(REPORT, variants=(), gains=(), pairs=pairs))

    result = run("evaluate", "--lists", str(lists), evaluate=evaluate)

    assert result.exit_code == 0, result.output
    assert (calls[0][0][1].queries, calls[0][0][1].lists) == (None, lists)
    assert result.stdout.splitlines() == ["pairs, ours: average precision 0.7000"]


def test_evaluate_with_nothing_to_measure_on_is_wrong_usage():
    evaluate, calls = returning(REPORT)

    result = run("evaluate", "--variants", "ours", evaluate=evaluate)

    assert (result.exit_code, len(calls)) == (2, 0)
    assert "give --queries, --lists or both" in result.stderr


def test_a_base_that_no_variant_reads_with_is_wrong_usage(tmp_path):
    (tmp_path / "q").touch()
    evaluate, calls = returning(REPORT)

    result = run(
        *("evaluate", "--queries", str(tmp_path / "q"), "--variants", "bm25,ours", "--base", "folder"),
        evaluate=evaluate,
    )

    assert (result.exit_code, len(calls)) == (2, 0)
    assert "add it there" in result.stderr


def test_evaluate_says_how_many_of_the_answers_could_not_be_found(tmp_path):
    (tmp_path / "q").touch()
    evaluate, _ = returning(replace(REPORT, origin=replace(REPORT.origin, not_indexed=1200)))

    shown = run("evaluate", "--queries", str(tmp_path / "q"), evaluate=evaluate).stdout

    assert "Not indexed: 1,200 cases that answer; a query counts them as not found." in shown.splitlines()


def test_evaluate_prints_each_kind_and_what_was_gained(tmp_path):
    (tmp_path / "q").touch()
    evaluate, _ = returning(REPORT)

    lines = run("evaluate", "--queries", str(tmp_path / "q"), evaluate=evaluate).stdout.splitlines()

    assert lines[0].split() == ["queries", "measure", "bm25", "ours"]
    assert lines[1].split() == ["short", "(3)", "nDCG@10", "0.500", "0.750"]
    assert "ours over bm25: nDCG@10 +0.250 (+0.100 to +0.400), helped 2, hurt 1" in lines


@pytest.mark.parametrize("group", ["topical", "=a", "topical=", "topical= , "])
def test_a_group_that_is_none_is_wrong_usage(tmp_path, group):
    (tmp_path / "q").touch()
    result = run("evaluate", "--queries", str(tmp_path / "q"), "--group", group)

    assert result.exit_code == 2
    assert "NAME=KIND,KIND" in result.stderr


def test_a_library_that_is_missing_is_one_line_that_names_the_extra(tmp_path):
    (tmp_path / "q").touch()
    result = run(
        "evaluate", "--queries", str(tmp_path / "q"), evaluate=raising(ExtraMissing("ir-measures", "evaluate"))
    )

    assert result.exit_code == 1
    assert result.stderr == (
        "Error: ir-measures is not installed; in a clone run `pip install -c constraints.txt '.[evaluate]'`\n"
    )
