"""`ihc-search show`: one case on the terminal."""

from __future__ import annotations

import datetime
import json
from dataclasses import replace

import pytest
from click.testing import Result

from indexer import jobs as real_jobs
from indexer.build import build_snapshot
from search.case_references import CaseReferences, CitedJudgment, NamedFir, NamedNumber, NamingCase
from search.cases import Hearing
from search.errors import AmbiguousCase, CaseNotFound
from search.results.found import Found, ListedCase
from search.results.response import Highlight
from search.settings import Settings
from tests.indexer.commands import run
from tests.tiny_corpus import HashEncoder, ListSource, cases_of

CASE = replace(
    cases_of(1)[0],
    title="Alpha [bold]Zed[/bold] VS Beta\x1b[31m",
    hearings=tuple(Hearing(date=datetime.date(2024, 1, day), short_order=f"order {day}") for day in range(1, 13)),
    advocates_petitioner=("Zarak Example",),
    fir_number="12",
    police_station="Kohsar",
)
OTHER = ListedCase("c2", "s2", "W.P. 2/2040 (SB)", "Palwasha VS Board", "Decided", "WP")
REFERENCES = CaseReferences(
    generation="20991231T235959Z-0a1b2c3d",
    sections=("CrPC s 497",),
    citations=(CitedJudgment("PLD 2041 Islamabad 45", 3),),
    numbers=(NamedNumber("WP 2/2040", (OTHER,)), NamedNumber("WP 9/2040", ())),
    firs=(NamedFir("12/2040 Kohsar", ()),),
    named_by=(NamingCase(OTHER, Highlight("judgment", "see W.P. 1/2020", ((4, 15),))),),
    named_by_total=4,
)


def show(*arguments: str, answer: object = (CASE, REFERENCES), problem: str = "") -> Result:
    def answering(_settings: Settings, _named: str) -> object:
        if isinstance(answer, Exception):
            raise answer
        return answer

    def looking_up(_settings: Settings, identifiers: list[str]) -> list[Found]:
        return [
            Found(named, "case number", "WP 1/2020", "found", (OTHER,), 1, problem=problem) for named in identifiers
        ]

    return run("show", *arguments, show=answering, look_up=looking_up)


def test_a_case_is_shown_with_its_record_newest_hearings_first():
    lines = show("c1").output.splitlines()

    assert lines[0] == CASE.number_text
    assert "title      Alpha [bold]Zed[/bold] VS Beta [31m" in lines
    assert next(line for line in lines if line.startswith("heard")) == "heard 2024-01-12: order 12"
    assert "and 2 hearings before" in lines


def test_what_it_names_and_what_names_it_stand_below():
    output = show("c1").output

    assert "names CrPC s 497" in output
    assert "cites PLD 2041 Islamabad 45 (3 here)" in output
    assert "names WP 2/2040: W.P. 2/2040 (SB) Palwasha VS Board" in output
    assert "names WP 9/2040: none here" in output
    assert "from FIR 12/2040 Kohsar: none here" in output
    assert "named by W.P. 2/2040 (SB) Palwasha VS Board: see W.P. 1/2020" in output
    assert "named by 3 more" in output


def test_what_speaks_against_the_case_that_has_the_number_is_told_right_behind_it():
    problem = "no case with this number is 'Bail Before Arrest' here"
    named = "W.P. 1/2020 Bail Before Arrest"

    assert show(named, problem=problem).output.splitlines()[1] == f"note: {problem}"
    assert json.loads(show(named, "--json", problem=problem).output)["problem"] == problem
    assert "note:" not in show(named).output


@pytest.mark.parametrize(
    ("named", "references"), [(CASE.id, REFERENCES), (CASE.source_id, REFERENCES), ("W.P. 1/2020", None)]
)
def test_a_case_that_no_index_has_or_that_its_id_names_is_not_looked_up(named, references):
    assert "note:" not in show(named, answer=(CASE, references), problem="asked").output


def test_the_text_of_its_judgments_is_printed_on_demand():
    assert "Alpha petitioner matter 0" not in show("c1").output
    assert "Alpha petitioner matter 0" in show("c1", "--text").output


def test_json_has_everything_in_ascii():
    result = show("c1", "--json")

    assert result.output.isascii()
    assert "\x1b" not in result.output
    shown = json.loads(result.output)
    assert (shown["id"], shown["references"]["named_by_total"]) == ("case0000", 4)


def test_a_case_that_is_not_indexed_is_shown_without_references():
    assert "names" not in show("c1", answer=(CASE, None)).output


@pytest.mark.parametrize("error", [CaseNotFound("nobody"), AmbiguousCase("wp 1/2020", ["c1 a", "c2 b"])])
def test_a_case_that_cannot_be_told_is_one_line_and_status_1(error):
    result = show("nobody", answer=error)

    assert (result.exit_code, len(result.output.splitlines())) == (1, 1)


@pytest.fixture
def home(settings):
    """A home with two stored cases."""
    records = [
        {"id": f"source-{number}", "title": "Zarak VS State", "number": f"W.P. {number}/2021 Service (SB)"}
        for number in (1, 2)
    ]
    path = settings.home.parent / "records.jsonl"
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    real_jobs.load(settings, [path])
    return settings


@pytest.mark.parametrize("named", ["source-1", "wp 1/21", "W.P. No. 1 of 2021"])
def test_a_case_is_meant_by_a_source_id_or_its_number(home, named):
    snapshot = build_snapshot(home, ListSource(real_jobs.stored_cases(home)), HashEncoder())
    (home.snapshots / "CURRENT").write_text(f"{snapshot.name}\n", encoding="ascii")

    case, references = real_jobs.show(home, named)

    assert (case.source_id, references.generation) == ("source-1", snapshot.name)


@pytest.mark.parametrize(
    ("named", "problem"),
    [
        ("W.P. 9/2021", "no case here has the number WP 9/2021; the nearest are W.P. 2/2021"),
        ("W.P. Nos. 1 and 2 of 2021", "several case numbers"),
        ("W.P. 1/1925", "1925 is no year of a case"),
        ("nobody", "no case with id 'nobody'"),
        ("PLD 2041 SC 45", "is the citation PLD 2041 Supreme Court 45, .*`ihc-search search 'PLD 2041 SC 45'` finds"),
        ("497 CrPC", "is the section of law CrPC s 497, .*`ihc-search search '497 CrPC'` finds"),
        ("FIR 7/2041 PS Nowhere", "is the FIR 7/2041 Nowhere, .*`ihc-search search 'FIR 7/2041 PS Nowhere'` finds"),
        ("PLD 2041", "the citation lacks its court and page"),
    ],
)
def test_what_is_no_case_here_is_told_as_what_it_is(home, named, problem):
    snapshot = build_snapshot(home, ListSource(real_jobs.stored_cases(home)), HashEncoder())
    (home.snapshots / "CURRENT").write_text(f"{snapshot.name}\n", encoding="ascii")

    with pytest.raises(CaseNotFound, match=problem):
        real_jobs.show(home, named)


def test_before_anything_is_indexed_a_case_is_meant_by_an_id(home):
    case, references = real_jobs.show(home, "source-2")

    assert (case.source_id, references) == ("source-2", None)
