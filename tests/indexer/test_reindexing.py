from __future__ import annotations

import pytest

from indexer.generations import published_generations
from indexer.locking import writer_lock
from indexer.reindexing import reindex
from indexer.status import status_of
from search.errors import SnapshotError, WriterBusy
from search.settings import Settings
from search.snapshot.current import current_stamp
from search.snapshot.manifest import MANIFEST_NAME
from search.snapshot.reader import open_current
from tests.tiny_corpus import HashEncoder, ListSource, cases_of


@pytest.fixture
def settings(tmp_path):
    return Settings(home=tmp_path)


def run(settings: Settings, mark: str = "Alpha", **options):
    source = ListSource(cases_of(5, mark=mark))
    options = {"encoder": HashEncoder(), **options}
    return reindex(source, options.pop("encoder"), settings=settings, **options)


def test_the_first_reindex_publishes(settings):
    result = run(settings)

    assert result.published
    assert result.cases == 5
    assert published_generations(settings.snapshots) == [result.generation]


def test_with_nothing_changed_nothing_is_published(settings):
    first = run(settings)
    stamp = current_stamp(settings.snapshots)
    second = run(settings)

    assert not second.published
    assert second.generation == first.generation
    assert second.cases == 5
    assert current_stamp(settings.snapshots) == stamp


def test_a_rebuild_publishes_although_nothing_changed(settings):
    first = run(settings)
    second = run(settings, rebuild=True)

    assert second.published
    assert published_generations(settings.snapshots) == [first.generation, second.generation]


def test_a_changed_store_is_indexed_and_only_new_texts_are_encoded(settings):
    run(settings)
    encoder = HashEncoder()
    source = ListSource(cases_of(6))
    result = reindex(source, encoder, settings=settings)

    assert result.published
    assert len(encoder.encoded) == 1


def test_another_encoder_is_a_change(settings):
    run(settings)
    other = HashEncoder()
    other.digest = "1" * 64

    assert run(settings, encoder=other).published


def test_only_the_last_generations_are_kept(settings):
    results = [run(settings, mark) for mark in ("One", "Two", "Three", "Four", "Five")]

    assert published_generations(settings.snapshots) == [result.generation for result in results[-3:]]


def test_a_failed_build_leaves_the_live_generation(settings):
    first = run(settings)

    def check(snapshot):
        raise SnapshotError("not good enough")

    with pytest.raises(SnapshotError, match="not good enough"):
        run(settings, "New", check=check)

    assert published_generations(settings.snapshots) == [first.generation]
    open_current(settings.snapshots, verify=True).close()


def test_a_full_disk_is_one_clear_line(settings):
    first = run(settings)

    def full(step: str, done: int, total: int) -> None:
        if step == "making tokens":
            raise OSError(28, "No space left on device")

    with pytest.raises(SnapshotError, match=r"cannot be written .* No space left on device"):
        run(settings, "New", progress=full)

    assert published_generations(settings.snapshots) == [first.generation]
    assert not [path for path in settings.snapshots.iterdir() if path.name.startswith(".building-")]


def test_a_damaged_manifest_is_replaced_by_a_new_build(settings):
    first = run(settings)
    (settings.snapshots / first.generation / MANIFEST_NAME).write_text("{}")

    assert run(settings).published


def test_one_writer_at_a_time(settings):
    with writer_lock(settings.home), pytest.raises(WriterBusy):
        run(settings)


def test_status_tells_what_is_kept_and_whether_a_reindex_would_do_anything(settings):
    source, encoder = ListSource(cases_of(5)), HashEncoder()
    before = status_of(source, encoder, settings=settings)
    results = [run(settings, mark) for mark in ("Old", "Alpha")]
    after = status_of(source, encoder, settings=settings)
    grown = status_of(ListSource(cases_of(6)), encoder, settings=settings)

    assert (before.live, before.manifest, before.generations, before.stored_cases) == (None, None, (), 5)
    assert [kept.generation for kept in after.generations] == [result.generation for result in results]
    assert [kept.live for kept in after.generations] == [False, True]
    assert all(kept.size_bytes > 1000 and kept.counts and kept.counts.cases == 5 for kept in after.generations)
    assert after.changed == ()
    assert grown.changed == ("store revision",)
    assert grown.stored_cases == 6


def test_status_shows_a_generation_that_cannot_be_read(settings):
    result = run(settings)
    (settings.snapshots / result.generation / MANIFEST_NAME).write_text("{}")

    state = status_of(ListSource(cases_of(5)), HashEncoder(), settings=settings)

    assert state.live == result.generation
    assert state.manifest is None
    assert "manifest cannot be read" in state.generations[0].problem
