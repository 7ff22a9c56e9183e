"""A snapshot of every past format is kept and opened: what was once published stays readable."""

from __future__ import annotations

from pathlib import Path

import pytest

from search.query.parser import parse
from search.retrieval.exact import ExactRetriever
from search.retrieval.lexical import open_lexical
from search.snapshot.manifest import FORMAT, read_manifest
from search.snapshot.reader import open_snapshot
from tests.tiny_corpus import HashEncoder, cases_of

KEPT = Path(__file__).resolve().parents[1] / "data" / "snapshots"
FOLDERS = sorted(KEPT.iterdir())


@pytest.fixture(params=FOLDERS, ids=lambda folder: folder.name)
def kept(request):
    snapshot = open_snapshot(request.param, verify=True)
    yield snapshot
    snapshot.close()


def test_a_kept_snapshot_shows_its_cases(kept):
    cases = cases_of(kept.manifest.counts.cases)

    assert [shown["title"] for shown in kept.display(range(len(cases)))] == [case.title for case in cases]
    assert kept.doc_id_of(cases[2].source_id) == 2


def test_a_kept_snapshot_answers_every_retriever(kept):
    lexical = open_lexical(kept.lexical_folder, kept.tokens.passage_case)

    assert ExactRetriever(kept.columns).match(parse("W.P. 2/2021 Service (SB)")).doc_ids == (1,)
    assert lexical.retrieve(parse("invented-3"), None, 1)[0].doc_id == 3
    assert kept.faiss_index.search(HashEncoder().encode(["anything"]), 1)[1].shape == (1, 1)


def test_the_present_format_is_among_those_kept():
    assert f"v{FORMAT}" in [folder.name for folder in FOLDERS]


def test_what_is_written_today_has_the_files_of_its_format(built):
    """A file that comes or goes is another format: raise `FORMAT` and keep a snapshot of it."""
    assert set(read_manifest(built).files) == set(read_manifest(KEPT / f"v{FORMAT}").files)


def test_a_kept_snapshot_is_small():
    sizes = [sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) for folder in FOLDERS]

    assert max(sizes) < 100_000
