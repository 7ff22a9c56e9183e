"""Reports on disk: whole, in one folder, and refused before a long evaluation rather than behind it."""

from __future__ import annotations

import json

import pytest

from indexer.reports import JSON_NAME, MARKDOWN_NAME, check_can_be_written, write_report
from tests.indexer.test_cli import REPORT


def test_a_report_is_markdown_and_json_in_a_folder_that_is_made(tmp_path):
    folder = tmp_path / "deep" / "report"
    check_can_be_written(folder, plots=False)
    write_report(folder, REPORT, plots=False)

    assert sorted(path.name for path in folder.iterdir()) == [JSON_NAME, MARKDOWN_NAME]
    assert json.loads((folder / JSON_NAME).read_text())["origin"]["date"] == "2099-12-31"


def test_a_file_in_the_place_of_the_folder_is_found_out_first(tmp_path):
    (tmp_path / "report").touch()

    with pytest.raises(OSError, match="report"):
        check_can_be_written(tmp_path / "report", plots=True)


def test_without_a_folder_nothing_is_made_and_nothing_asked_for():
    check_can_be_written(None, plots=True)
