"""Reports on disk: whole, in one folder, and refused before a long evaluation rather than behind it."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from indexer.reports import JSON_NAME, MARKDOWN_NAME, check_can_be_written, write_report
from search.errors import InputError
from tests.indexer.test_cli import REPORT


def test_a_report_is_markdown_and_json_in_a_folder_that_is_made(tmp_path):
    folder = tmp_path / "deep" / "report"
    check_can_be_written(folder, plots=False)
    write_report(folder, REPORT, plots=False)

    assert sorted(path.name for path in folder.iterdir()) == [JSON_NAME, MARKDOWN_NAME]
    assert json.loads((folder / JSON_NAME).read_text())["origin"]["date"] == "2099-12-31"


@pytest.mark.parametrize("name", ["report", "report/deeper"])
def test_a_file_in_the_place_of_the_folder_is_found_out_first(tmp_path, name):
    (tmp_path / "report").touch()

    with pytest.raises(InputError, match=r"no report can be written to .*report is no folder"):
        check_can_be_written(tmp_path / name, plots=True)


def test_to_ask_whether_it_can_be_written_makes_no_folder(tmp_path):
    check_can_be_written(tmp_path / "deep/report", plots=False)

    assert list(tmp_path.iterdir()) == []


def test_of_an_older_report_no_picture_is_left_and_other_files_are(tmp_path):
    drawn = replace(REPORT, variants=())
    write_report(tmp_path, drawn, plots=True)
    (tmp_path / "mine.png").touch()
    assert (tmp_path / "gain-by-kind.png").is_file()

    write_report(tmp_path, REPORT, plots=False)

    assert {path.name for path in tmp_path.iterdir()} == {JSON_NAME, MARKDOWN_NAME, "mine.png"}


def test_without_a_folder_nothing_is_made_and_nothing_asked_for():
    check_can_be_written(None, plots=True)
