from __future__ import annotations

import pytest

from indexer.locking import writer_lock
from search.errors import WriterBusy


def test_a_second_writer_is_turned_away_at_once(tmp_path):
    with writer_lock(tmp_path), pytest.raises(WriterBusy, match="wait until it is done"), writer_lock(tmp_path):
        pass


def test_the_lock_is_free_again_after_a_failure(tmp_path):
    with pytest.raises(RuntimeError), writer_lock(tmp_path):
        raise RuntimeError

    with writer_lock(tmp_path):
        pass


def test_two_homes_have_two_locks(tmp_path):
    with writer_lock(tmp_path / "one"), writer_lock(tmp_path / "two"):
        assert (tmp_path / "one").is_dir()
