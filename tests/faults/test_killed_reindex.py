"""A reindex killed at any step leaves the old or the new generation whole, and the next run completes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from indexer.embeddings import TEXTS_PER_COMMIT
from indexer.generations import BUILDING, HISTORY_NAME, REMOVED, published_generations
from indexer.locking import LOCK_NAME
from indexer.publish import verify
from indexer.reindexing import ReindexResult, reindex
from search.settings import Settings
from search.snapshot.current import POINTER, current_generation
from search.snapshot.reader import open_current
from tests.faults import interrupted_reindex
from tests.tiny_corpus import HashEncoder, ListSource, cases_of

ROOT = Path(__file__).parents[2]
KEPT = Settings().kept_generations

# (step, which of its reports, mark of the generation that must be live afterwards)
KILLS = [
    ("reading cases", 0, "Old"),
    ("encoding passages", 1, "Old"),  # some are encoded, the rest is not
    ("writing display", 2, "Old"),  # 100 of 120 cases are in the file
    ("making tokens", 1, "Old"),
    ("building BM25", 0, "Old"),
    ("building BM25", 1, "Old"),  # every file but the manifest
    ("making durable", 0, "Old"),
    ("making durable", 7, "Old"),
    ("making durable", 30, "Old"),
    ("checking", 1, "Old"),
    ("naming", 0, "Old"),
    ("naming", 1, "Old"),  # complete under its name, and not published
    ("publishing", 0, "Old"),
    ("publishing", 1, "New"),  # live, and not yet noted as published
    ("pruning", 0, "New"),
    ("removing files", 5, "New"),  # half of the oldest generation is gone
    ("pruning", 1, "New"),
]


@pytest.fixture(scope="module")
def home_with_history(tmp_path_factory):
    """A home with as many generations as are kept, so that the next one prunes; the live one's mark is Old."""
    home = tmp_path_factory.mktemp("history")
    for mark in ("First", "Second", "Old"):
        reindex_cases(home, mark)
    assert len(published_generations(home / "snapshots")) == KEPT
    return home


@pytest.fixture
def home(home_with_history, tmp_path):
    copy = tmp_path / "home"
    subprocess.run(["cp", "-a", home_with_history, copy], check=True)
    return copy


def reindex_cases(home: Path, mark: str) -> ReindexResult:
    source = ListSource(cases_of(interrupted_reindex.CASES, mark=mark))
    return reindex(source, HashEncoder(), settings=Settings(home=home))


def killed_reindex(home: Path, mark: str, step: str, call: int) -> None:
    script = Path(interrupted_reindex.__file__)
    process = subprocess.run(
        [sys.executable, script, home, mark, step, str(call)],
        env={"PYTHONPATH": str(ROOT), "PATH": os.environ["PATH"]},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert process.returncode == -signal.SIGKILL, process.stderr


def live_marks(home: Path) -> set[str]:
    """Return the first word of every title of the live generation, having read all of it."""
    snapshot = open_current(home / "snapshots", verify=True)
    try:
        shown = snapshot.display(range(snapshot.manifest.counts.cases))
        assert len(shown) == interrupted_reindex.CASES
        return {hit["title"].split()[0] for hit in shown}
    finally:
        snapshot.close()


def names_in(root: Path) -> set[str]:
    return {path.name for path in root.iterdir()}


@pytest.mark.parametrize(("step", "call", "live"), KILLS, ids=[f"{step} {call}" for step, call, _ in KILLS])
def test_a_killed_reindex_leaves_a_whole_generation_and_the_next_run_completes(home, step, call, live):
    killed_reindex(home, "New", step, call)

    assert live_marks(home) == {live}
    assert current_generation(home / "snapshots") in verify(Settings(home=home))

    result = reindex_cases(home, "New")

    assert result.published == (live == "Old")
    assert live_marks(home) == {"New"}
    kept = verify(Settings(home=home))
    assert kept[0] == result.generation
    assert names_in(home / "snapshots") == {*kept, POINTER, HISTORY_NAME}
    assert len(kept) == KEPT


def test_a_build_killed_while_it_encodes_keeps_what_it_has_encoded(tmp_path):
    killed_reindex(tmp_path, "New", "encoding passages", 2)

    encoder, source = HashEncoder(), ListSource(cases_of(interrupted_reindex.CASES, mark="New"))
    reindex(source, encoder, settings=Settings(home=tmp_path))
    fresh = HashEncoder()
    reindex(source, fresh, settings=Settings(home=tmp_path / "other"))

    assert len(fresh.encoded) - len(encoder.encoded) == 2 * TEXTS_PER_COMMIT


def test_a_killed_writer_leaves_no_lock(tmp_path):
    killed_reindex(tmp_path, "New", "encoding passages", 0)

    assert (tmp_path / LOCK_NAME).exists()
    assert reindex_cases(tmp_path, "New").published


def test_a_killed_first_build_publishes_nothing_and_is_cleared_away(tmp_path):
    root = tmp_path / "snapshots"
    killed_reindex(tmp_path, "New", "making durable", 3)
    assert any(name.startswith(BUILDING) for name in names_in(root))
    assert POINTER not in names_in(root)

    reindex_cases(tmp_path, "New")

    assert not any(name.startswith((BUILDING, REMOVED)) for name in names_in(root))
