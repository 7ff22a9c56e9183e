"""The scripts: what their user can mend is one line on standard error, and status 1."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

BENCHMARKS = Path(__file__).resolve().parents[2] / "benchmarks"
JUDGED = {"query": "bail", "kind": "short", "relevant": ["invented-1"]}


@pytest.fixture
def nobody() -> Iterator[str]:
    """The address of a server that does not answer."""
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))  # held and not listened on, so that nobody else can
        yield f"http://127.0.0.1:{held.getsockname()[1]}"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Files that the scripts take, good and bad."""
    (tmp_path / "judged.jsonl").write_text(json.dumps(JUDGED) + "\n", encoding="utf-8")
    (tmp_path / "bad.jsonl").write_text("bail\n", encoding="utf-8")
    (tmp_path / "split.json").write_text('{"invented-1": "dev"}', encoding="utf-8")
    return tmp_path


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a script in *folder*, over a home that is not there."""
    script, *given = arguments
    settings = {"IHC_SEARCH_HOME": str(folder / "home"), "PYTHONPATH": str(BENCHMARKS.parent)}
    kept = {name: value for name, value in os.environ.items() if not name.startswith("IHC_SEARCH_")}
    command = [sys.executable, str(BENCHMARKS / f"{script}.py"), *given]
    return subprocess.run(command, cwd=folder, env=kept | settings, capture_output=True, text=True, check=False)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ("any_text --count 2 --url NOBODY", "start one with `ihc-search serve`, or name it by --url"),
        ("identifiers", "nothing is indexed in"),
        ("latency judged.jsonl --url NOBODY", "no server answers at http://127.0.0.1:"),
        ("latency judged.jsonl --url 127.0.0.1", "expected one like http://127.0.0.1:8000"),
        ("latency nowhere.jsonl", "nowhere.jsonl cannot be read"),
        ("lawyers --split bad.jsonl", "is no JSON"),
        ("lawyers --split split.json", "there is no store at"),
        ("no_match --questions judged.jsonl --url NOBODY", "no server answers at http://127.0.0.1:"),
        ("relevance bad.jsonl", "bad.jsonl, line 1: it is no JSON"),
        ("relevance judged.jsonl --url NOBODY", "no server answers at http://127.0.0.1:"),
        ("spellings", "nothing is indexed in"),
        ("suggest", "nothing is indexed in"),
        ("weak_kinds bad.jsonl --queries judged.jsonl", "bad.jsonl, line 1: it is no JSON"),
    ],
)
def test_what_the_user_can_mend_is_one_line(folder, nobody, arguments, told):
    done = run(folder, *arguments.replace("NOBODY", nobody).split())

    assert done.returncode == 1
    assert told in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert done.stdout == ""


def test_a_parameter_without_a_value_is_wrong_usage(folder):
    done = run(folder, "relevance", "judged.jsonl", "--param", "rerank")

    assert done.returncode == 2
    assert "'rerank' is no parameter; expected one like rerank=false" in done.stderr
