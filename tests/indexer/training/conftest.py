"""An engine over the cases of the module that asks for one."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from indexer.build import build_snapshot
from indexer.training import cases_read
from indexer.training.model_folder import read_manifest, write_model
from indexer.training.quiet import quiet
from search.engine import SearchEngine
from search.opening import open_engine
from search.reranking.weighing import load_weighing
from search.retrieval.encoder import packaged_folder
from search.settings import Settings
from search.snapshot.manifest import sha256_of
from search.snapshot.reader import open_snapshot
from tests.tiny_corpus import HashEncoder, ListSource


@pytest.fixture(scope="module")
def engine(tmp_path_factory, cases) -> Iterator[SearchEngine]:
    """Finds the module's own ``cases``; no reranker, no deadline."""
    settings = Settings(home=tmp_path_factory.mktemp("home"))
    snapshot = open_snapshot(build_snapshot(settings, ListSource(cases), HashEncoder()), verify=False)
    yield open_engine(
        snapshot, encoder=HashEncoder(), reranker=None, weighing=load_weighing(), settings=Settings(deadline_ms=0)
    )
    snapshot.close()


@pytest.fixture(scope="session")
def small_base(tmp_path_factory) -> Path:
    """A BERT of two narrow layers with random weights and the packaged vocabulary, as transformers keeps it."""
    import torch
    from transformers import BertConfig, BertModel

    folder = tmp_path_factory.mktemp("base") / "small"
    torch.manual_seed(1)
    config = BertConfig(hidden_size=32, num_hidden_layers=2, num_attention_heads=4, intermediate_size=48)
    BertModel(config).save_pretrained(str(folder))
    for name in ("tokenizer.json", "tokenizer_config.json"):
        shutil.copyfile(packaged_folder() / name, folder / name)
    return folder


def tells_of(model: Path, names: Iterable[str] | None) -> None:
    """Let the model in a folder tell that it has read the cases of these *names*; None for one that does not tell."""
    manifest = read_manifest(model)
    manifest["files"].pop(cases_read.FILE_NAME, None)
    (model / cases_read.FILE_NAME).unlink(missing_ok=True)
    if names is not None:
        path = model / cases_read.FILE_NAME
        path.write_text(cases_read.kept(cases_read.digests_of(names)), encoding="utf-8")
        manifest["files"][path.name] = sha256_of(path)
    (model / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")


@pytest.fixture
def model(small_model, tmp_path) -> Path:
    """A copy of the small model in a folder of its own."""
    return Path(shutil.copytree(small_model, tmp_path / "model"))


@pytest.fixture(scope="session")
def small_model(small_base, tmp_path_factory) -> Path:
    """A cross-encoder of that body, untrained, as `ihc-search train` writes it; it has read no case."""
    import torch
    from sentence_transformers import CrossEncoder

    torch.manual_seed(1)
    folder = tmp_path_factory.mktemp("model") / "small"
    with quiet():
        model = CrossEncoder(str(small_base), num_labels=1, max_length=64, device="cpu")
        write_model(folder, model, {"base": {"name": "small"}}, cases_read=frozenset())
    return folder
