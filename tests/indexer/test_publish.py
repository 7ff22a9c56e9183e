from __future__ import annotations

import shutil

import pytest

from indexer.build import build_snapshot
from indexer.locking import writer_lock
from indexer.publish import prune, publish, rollback, verify
from search.errors import SnapshotCorrupt, SnapshotError, WriterBusy
from search.settings import Settings
from search.snapshot.current import current_generation
from search.snapshot.reader import open_current
from tests.tiny_corpus import HashEncoder, ListSource, cases_of

MARKS = ("One", "Two", "Three", "Four")


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """Four generations, complete and not published, with the folder of each by its mark."""
    settings = Settings(home=tmp_path_factory.mktemp("home"))

    def build(mark: str):
        return build_snapshot(settings, ListSource(cases_of(3, mark=mark)), HashEncoder())

    return {mark: build(mark) for mark in MARKS}


@pytest.fixture
def settings(built, tmp_path):
    shutil.copytree(built["One"].parent, tmp_path / "snapshots")
    return Settings(home=tmp_path)


@pytest.fixture
def folder_of(built, settings):
    return {mark: settings.snapshots / folder.name for mark, folder in built.items()}


def live_mark(settings: Settings) -> str:
    snapshot = open_current(settings.snapshots)
    try:
        return str(snapshot.display([0])[0]["title"].split()[0])
    finally:
        snapshot.close()


def test_a_published_generation_is_the_live_one(settings, folder_of):
    for mark in MARKS:
        publish(folder_of[mark], settings.snapshots)
        assert live_mark(settings) == mark


def test_rollback_goes_back_one_generation_at_a_time(settings, folder_of):
    for mark in ("One", "Two", "Three"):
        publish(folder_of[mark], settings.snapshots)

    assert rollback(settings) == folder_of["Two"].name
    assert live_mark(settings) == "Two"
    assert rollback(settings) == folder_of["One"].name
    with pytest.raises(SnapshotError, match="oldest generation kept"):
        rollback(settings)
    assert live_mark(settings) == "One"


def test_after_a_rollback_the_next_generation_goes_back_to_the_one_that_was_live(settings, folder_of):
    for mark in ("One", "Two", "Three"):
        publish(folder_of[mark], settings.snapshots)
    rollback(settings)

    publish(folder_of["Four"], settings.snapshots)
    rollback(settings)

    assert live_mark(settings) == "Two"


def test_rollback_waits_for_no_other_writer(settings, folder_of):
    publish(folder_of["One"], settings.snapshots)

    with writer_lock(settings.home), pytest.raises(WriterBusy):
        rollback(settings)


def test_rollback_does_not_go_to_a_damaged_generation(settings, folder_of):
    for mark in ("One", "Two"):
        publish(folder_of[mark], settings.snapshots)
    (folder_of["One"] / "display.sqlite").write_bytes(b"")

    with pytest.raises(SnapshotCorrupt):
        rollback(settings)

    assert live_mark(settings) == "Two"


def test_the_last_published_are_kept(settings, folder_of):
    for mark in MARKS:
        publish(folder_of[mark], settings.snapshots)

    dropped = prune(settings.snapshots, keep=3)

    assert dropped == [folder_of["One"].name]
    assert verify(settings) == [folder_of[mark].name for mark in ("Four", "Two", "Three")]
    assert not folder_of["One"].exists()


def test_the_live_generation_is_never_dropped(settings, folder_of):
    for mark in ("One", "Two", "Three"):
        publish(folder_of[mark], settings.snapshots)
    rollback(settings)
    rollback(settings)

    assert prune(settings.snapshots, keep=1) == [folder_of["Two"].name]
    assert live_mark(settings) == "One"


def test_verify_names_a_changed_file_of_any_kept_generation(settings, folder_of):
    for mark in ("One", "Two"):
        publish(folder_of[mark], settings.snapshots)
    path = folder_of["One"] / "columns" / "year.npy"
    path.write_bytes(path.read_bytes()[:-1] + b"\x01")

    with pytest.raises(SnapshotCorrupt, match=folder_of["One"].name):
        verify(settings)


def test_verify_finds_a_live_generation_that_is_gone(settings, folder_of):
    for mark in ("One", "Two"):
        publish(folder_of[mark], settings.snapshots)
    shutil.rmtree(folder_of["Two"])

    with pytest.raises(SnapshotError, match=folder_of["Two"].name):
        verify(settings)
    assert rollback(settings) == folder_of["One"].name


def test_publishing_the_live_generation_again_changes_nothing(settings, folder_of):
    for mark in ("One", "Two", "Two"):
        publish(folder_of[mark], settings.snapshots)

    assert current_generation(settings.snapshots) == folder_of["Two"].name
    assert rollback(settings) == folder_of["One"].name
