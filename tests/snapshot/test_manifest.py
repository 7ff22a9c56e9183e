from __future__ import annotations

import json
import shutil
from dataclasses import replace

import pytest

from search.errors import SnapshotCorrupt, SnapshotError
from search.snapshot.manifest import MANIFEST_NAME, Manifest, check_files, check_sizes, inventory, read_manifest


@pytest.fixture
def copy(built, tmp_path):
    return shutil.copytree(built, tmp_path / built.name)


def test_a_manifest_survives_writing_and_reading(built):
    manifest = read_manifest(built)

    assert Manifest.from_json(manifest.to_json()) == manifest


def test_every_file_of_a_snapshot_is_in_its_manifest(built):
    assert read_manifest(built).files == inventory(built)
    assert MANIFEST_NAME not in read_manifest(built).files


def test_an_unknown_format_is_refused_and_the_known_one_named(built):
    text = replace(read_manifest(built), format=7).to_json()

    with pytest.raises(SnapshotError, match="format 7; this version reads format 3"):
        Manifest.from_json(text)


@pytest.mark.parametrize("text", ["", "[]", "null", "{}", '{"format": 3}', '{"format": 3, "files": 3}'])
def test_what_is_no_manifest_is_refused(text):
    with pytest.raises(SnapshotError, match="manifest cannot be read"):
        Manifest.from_json(text)


def test_a_missing_value_is_named(built):
    values = json.loads(read_manifest(built).to_json())
    del values["store_revision"]

    with pytest.raises(SnapshotError, match="store_revision"):
        Manifest.from_json(json.dumps(values))


def test_a_folder_without_a_manifest_is_no_snapshot(tmp_path):
    with pytest.raises(SnapshotError, match=MANIFEST_NAME):
        read_manifest(tmp_path)


def test_a_changed_byte_is_found_and_its_file_named(copy):
    path = copy / "dense" / "passages.faiss"
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)

    check_sizes(copy, read_manifest(copy))
    with pytest.raises(SnapshotCorrupt, match=r"passages\.faiss does not match"):
        check_files(copy, read_manifest(copy))


def test_a_cut_file_is_found_without_reading_it(copy):
    path = copy / "tokens" / "head.npy"
    path.write_bytes(path.read_bytes()[:-1])

    with pytest.raises(SnapshotCorrupt, match=r"head\.npy"):
        check_sizes(copy, read_manifest(copy))


def test_a_missing_file_is_found(copy):
    (copy / "display.sqlite").unlink()

    with pytest.raises(SnapshotCorrupt, match="no file"):
        check_sizes(copy, read_manifest(copy))
