from __future__ import annotations

import pytest

from indexer.durability import remove_tree, rename_durably, replace_durably, sync_tree


def test_a_replaced_file_has_the_new_content_and_leaves_nothing_beside(tmp_path):
    path = tmp_path / "CURRENT"
    replace_durably(path, "old\n")
    replace_durably(path, "new\n")

    assert path.read_text() == "new\n"
    assert list(tmp_path.iterdir()) == [path]


def test_a_failed_replacement_leaves_the_old_content(tmp_path):
    path = tmp_path / "CURRENT"
    replace_durably(path, "old\n")

    with pytest.raises(UnicodeEncodeError):
        replace_durably(path, "\ud800")

    assert path.read_text() == "old\n"


def test_every_file_and_folder_is_made_durable(tmp_path):
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "b" / "file").write_text("x")
    reports = []

    sync_tree(tmp_path, progress=lambda *report: reports.append(report))

    assert reports[-1] == ("making durable", 3, 3)


def test_a_folder_is_renamed_with_what_is_in_it(tmp_path):
    (tmp_path / "old").mkdir()
    (tmp_path / "old" / "file").write_text("x")

    rename_durably(tmp_path / "old", tmp_path / "new")

    assert (tmp_path / "new" / "file").read_text() == "x"
    assert not (tmp_path / "old").exists()


def test_a_tree_is_removed_and_a_missing_one_is_no_error(tmp_path):
    (tmp_path / "tree" / "inner").mkdir(parents=True)
    (tmp_path / "tree" / "inner" / "file").write_text("x")

    remove_tree(tmp_path / "tree")
    remove_tree(tmp_path / "tree")

    assert not (tmp_path / "tree").exists()
