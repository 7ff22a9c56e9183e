from __future__ import annotations

from dataclasses import replace

import pytest

from indexer.build import build_snapshot, ingredients_of
from search.cases import Case
from search.errors import SnapshotError
from search.settings import Settings
from search.snapshot.manifest import Counts, read_manifest
from search.snapshot.reader import Snapshot, open_snapshot
from tests.tiny_corpus import HashEncoder, ListSource, cases_of


@pytest.fixture
def settings(tmp_path):
    return Settings(home=tmp_path)


def build(settings: Settings, source: ListSource, *, check=lambda snapshot: None):
    return build_snapshot(settings, source, HashEncoder(), check=check)


def test_a_snapshot_tells_what_it_holds_and_what_it_was_made_of(settings):
    cases, encoder = cases_of(9), HashEncoder()
    source = ListSource(cases)

    manifest = read_manifest(build(settings, source))

    assert manifest.counts == Counts(cases=9, documents=3, passages=9, dense_passages=18)
    assert manifest.store_revision == source.revision()
    assert manifest.encoder.digest == encoder.digest
    assert manifest.encoder.dim == encoder.dim
    assert ingredients_of(source, encoder).differing(manifest) == ()


def test_every_kind_of_change_is_seen(settings):
    source, encoder = ListSource(cases_of(3)), HashEncoder()
    manifest = read_manifest(build(settings, source))
    ingredients = ingredients_of(source, encoder)

    changed = replace(ingredients, store_revision="other", settings={}, analyser="0")

    assert changed.differing(manifest) == ("store revision", "settings", "analyser")


def test_the_folder_has_its_name_only_when_the_check_has_passed(settings):
    seen = []

    def check(snapshot: Snapshot) -> None:
        seen.append(snapshot.folder.name)

    folder = build(settings, ListSource(cases_of(3)), check=check)

    assert seen == [f".building-{folder.name}"]


def test_a_failed_check_leaves_nothing(settings):
    def check(snapshot: Snapshot) -> None:
        raise SnapshotError("not good enough")

    with pytest.raises(SnapshotError, match="not good enough"):
        build(settings, ListSource(cases_of(3)), check=check)

    assert list(settings.snapshots.iterdir()) == []


def test_an_empty_store_cannot_be_indexed(settings):
    with pytest.raises(SnapshotError, match="ihc-search load PATH"):
        build(settings, ListSource([]))

    assert not settings.snapshots.exists()


class MovingSource(ListSource):
    """A store that another writer changes between two looks at it."""

    looks = 0

    def revision(self) -> str:
        self.looks += 1
        return str(self.looks)


def test_a_store_that_changes_meanwhile_is_not_indexed(settings):
    with pytest.raises(SnapshotError, match="changed while it was read"):
        build(settings, MovingSource(cases_of(3)))


@pytest.mark.parametrize(
    "case",
    [
        Case(id="a", source_id="a"),
        Case(id="a", source_id="a", kind="document", title="Ünïcode \u202e <b> 'quoted' \" title \U0001f600"),
        replace(cases_of(1)[0], documents=()),
    ],
    ids=["nothing but an id", "a strange title", "no text"],
)
def test_a_single_poor_case_can_be_indexed(settings, case):
    snapshot = open_snapshot(build(settings, ListSource([case])), verify=True)
    try:
        assert snapshot.display([0])[0]["title"] == case.title
        assert snapshot.manifest.counts == Counts(cases=1, documents=0, passages=0, dense_passages=1)
        assert snapshot.tokens.passages_of(0) == range(0)
    finally:
        snapshot.close()


def test_equal_stores_give_equal_files(settings, tmp_path):
    source = ListSource(cases_of(8))
    first, second = (read_manifest(build(home, source)) for home in (settings, Settings(home=tmp_path / "other")))

    assert first.files == second.files
    assert first.generation[-8:] == second.generation[-8:]
