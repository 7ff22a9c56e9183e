"""The commands that look up, over functions that are invented: what they ask for, print and exit with."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from indexer import jobs as real_jobs
from indexer.build import build_snapshot
from search.brief import BriefReport, Disagreement, Place, Reference
from search.errors import SnapshotMissing
from search.lookup import IDENTIFIERS_MAX
from search.results.absence import Absence, Coverage
from search.results.found import Found, ListedCase
from tests.indexer.commands import run
from tests.tiny_corpus import HashEncoder, ListSource, cases_of

CASE = ListedCase("c1", "s1", "W.P. 1/2040 (SB)", "Alpha [bold]Zed[/bold] VS Beta\x1b[31m", "Decided", "WP")
ABSENCE = Absence("WP 9/2040", ("WP",), 9, 2040, 0, 9, False, (Coverage("WP", 2040, 3, 1, 4, 3),), ())
FOUND = Found("WP 1/2040", "case number", "WP 1/2040", "found", (CASE,), 1)
ABSENT = Found("WP 9/2040", "case number", "WP 9/2040", "absent", absence=ABSENCE)
SEVERAL = Found("1/2040", "case number", "1/2040", "ambiguous", (CASE, CASE), 2)
SLIP = replace(FOUND, problem="no case with this number is 'Writ' here")
MALFORMED = Found("PLD 2040", "citation", "", "malformed", missing=("court",), problem="the citation lacks its court")


def place(text: str) -> Place:
    return Place(0, len(text), text, text)


def report_of(*references: Reference, left_out: int = 0) -> BriefReport:
    return BriefReport("20991231T235959Z-0a1b2c3d", references, left_out)


GOOD = Reference("case number", "WP 1/2040", "found", (place("W.P. 1/2040"), place("WP 1/2040")), (CASE,), 1)
GONE = Reference("case number", "WP 9/2040", "not in this index", (place("W.P. 9/2040"),), absence=ABSENCE)
HALF = Reference("citation", "PLD", "malformed", (place("PLD 2040"),), missing=("court", "page"))
OPEN = Reference("section", "s 9", "ambiguous", (place("s. 9"),), read_as=("ATA s 9", "CNSA s 9"), total=12)
OTHER = Reference(
    *("case number", "WP 1/2040", "found", (place("W.P. 1/2040"),), (CASE,), 1),
    disagreements=(Disagreement("Zarak v. State", 0, 14, "Alpha VS Beta", "c1"),),
)


def looking_up(*found: Found) -> Callable[..., Any]:
    return lambda _settings, _identifiers: list(found)


def checking(*references: Reference, left_out: int = 0) -> Callable[..., Any]:
    return lambda _settings, _text: report_of(*references, left_out=left_out)


def test_lookup_asks_for_each_line_that_is_neither_blank_nor_a_comment():
    asked: list[list[str]] = []

    def look_up(_settings: Any, identifiers: list[str]) -> list[Found]:
        asked.append(identifiers)
        return [FOUND]

    result = run("lookup", "-", given="# mine\nWP 1/2040\r\n\n  رٹ ۱/۲۰۴۰ \n # done".encode(), look_up=look_up)

    assert result.exit_code == 0
    assert asked == [["WP 1/2040", "رٹ ۱/۲۰۴۰"]]


def test_lookup_prints_each_identifier_and_what_is_around_an_absent_number():
    result = run("lookup", "-", given=b"x", look_up=looking_up(FOUND, ABSENT, MALFORMED))
    printed = " ".join(result.stdout.split())

    assert result.exit_code == 0
    assert "[bold]Zed[/bold]" in printed
    assert "\x1b" not in printed
    assert "the citation lacks its court" in printed
    assert "WP 9/2040 is not in this index it holds 3 WP of 2040, serials 1 to 4" in printed


def test_lookup_prints_everything_as_json():
    result = run("lookup", "-", "--json", given=b"x", look_up=looking_up(FOUND, ABSENT))
    first, second = json.loads(result.stdout)

    assert (first["status"], first["cases"][0]["title"]) == ("found", CASE.title)
    assert second["absence"]["covered"][0]["highest"] == 4
    assert "\x1b" not in result.stdout


def test_lookup_fits_the_terminal_and_shows_each_case_on_a_line_of_its_own():
    long = replace(CASE, title="Alpha Example and another VS Learned Judge of the Example Court and eleven others")
    both = Found("1/2040", "case number", "1/2040", "ambiguous", (CASE, long), 2)
    result = run("lookup", "-", given=b"x", look_up=looking_up(FOUND, both, SLIP))

    assert max(map(len, result.stdout.splitlines())) <= 80
    assert result.stdout.splitlines()[:4] == [
        "found      WP 1/2040",
        "             W.P. 1/2040 (SB) Alpha [bold]Zed[/bold] VS Beta [31m",
        "ambiguous  1/2040",
        "             W.P. 1/2040 (SB) Alpha [bold]Zed[/bold] VS Beta [31m",
    ]
    assert "no case with this number is 'Writ' here" in result.stdout


@pytest.mark.parametrize(("found", "status"), [(FOUND, 0), (ABSENT, 1), (MALFORMED, 1), (SEVERAL, 1), (SLIP, 1)])
def test_a_strict_lookup_fails_where_something_is_not_one_case(found, status):
    assert run("lookup", "-", "--strict", given=b"x", look_up=looking_up(found)).exit_code == status
    assert run("lookup", "-", given=b"x", look_up=looking_up(found)).exit_code == 0


def test_check_brief_reads_the_text_of_the_file(tmp_path):
    texts: list[str] = []

    def check_brief(_settings: Any, text: str) -> BriefReport:
        texts.append(text)
        return report_of(GOOD)

    path = tmp_path / "brief"
    path.write_bytes("– W.P. 1/2040".encode("windows-1252"))

    assert run("check-brief", str(path), check_brief=check_brief).exit_code == 0
    assert texts == ["– W.P. 1/2040"]


def test_check_brief_prints_each_reference_and_what_is_wrong():
    result = run("check-brief", "-", given=b"x", check_brief=checking(GOOD, GONE, HALF, OPEN, OTHER, left_out=3))
    printed = " ".join(result.stdout.split())

    assert result.exit_code == 0
    assert "WP 9/2040 is not in this index" in printed
    assert "WP 1/2040: the brief has Zarak v. State, the record has Alpha VS Beta" in printed
    assert "not checked: 3 mentions" in printed


def test_check_brief_says_so_where_nothing_is_named():
    assert "names no case number" in run("check-brief", "-", given=b"x", check_brief=checking()).stdout


def test_check_brief_prints_everything_as_json():
    result = run("check-brief", "-", "--json", given=b"x", check_brief=checking(OTHER))

    assert json.loads(result.stdout)["references"][0]["disagreements"][0]["written"] == "Zarak v. State"


@pytest.mark.parametrize(("reference", "status"), [(GOOD, 0), (OPEN, 0), (GONE, 1), (HALF, 1), (OTHER, 1)])
def test_a_strict_check_fails_where_something_is_wrong(reference, status):
    assert run("check-brief", "-", "--strict", given=b"x", check_brief=checking(reference)).exit_code == status


def test_a_strict_check_fails_where_not_all_was_checked():
    assert run("check-brief", "-", "--strict", given=b"x", check_brief=checking(left_out=1)).exit_code == 1


@pytest.mark.parametrize("command", ["lookup", "check-brief"])
def test_a_file_that_cannot_be_read_is_one_line_with_its_name(command, tmp_path):
    path = tmp_path / "scan.bin"
    path.write_bytes(bytes(9))
    result = run(command, str(path))

    assert (result.exit_code, result.stdout) == (1, "")
    assert "scan.bin: the document is neither text, PDF nor DOCX" in result.stderr


def test_jobs_look_up_and_check_in_the_live_generation(settings):
    with pytest.raises(SnapshotMissing):
        real_jobs.look_up(settings, ["WP 1/2020"])

    cases = cases_of(4)
    folder = build_snapshot(settings, ListSource(cases), HashEncoder())
    (settings.snapshots / "CURRENT").write_text(folder.name + "\n", encoding="ascii")
    many = [cases[0].number_text] * (IDENTIFIERS_MAX + 1)

    assert {found.cases[0].id for found in real_jobs.look_up(settings, many)} == {cases[0].id}
    assert real_jobs.check_brief(settings, "see W.P. 1/2020").references[0].status == "found"
