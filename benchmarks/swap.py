"""Swap generations under load: no request may fail, and no answer may mix two generations.

    python benchmarks/swap.py [--swaps 10] [--plain 900] [--reranked 100] [--cases 300]

Two stores hold the same invented cases, but every title of the one carries another mark than every title of
the other.  While clients ask a real server, `ihc-search reindex` publishes the one and the other in turn.
Exit status 0: no error, no mixed answer, every swap seen by the clients, the reranker at work.  1: anything else.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from asking import count, run

ROOT = Path(__file__).resolve().parents[1]
MARKS = ("Aquamarine", "Vermilion")
CLIENTS = 3
SERVER_STARTS_S = 180
SWAP_SEEN_S = 120


@dataclass
class Tally:
    """What the clients saw; guarded by its lock."""

    lock: threading.Lock = field(default_factory=threading.Lock)
    asked: dict[bool, int] = field(default_factory=lambda: {False: 0, True: 0})
    seconds: dict[bool, list[float]] = field(default_factory=lambda: {False: [], True: []})
    errors: list[str] = field(default_factory=list)
    mixed: list[str] = field(default_factory=list)
    empty: int = 0
    read_by_reranker: int = 0
    mark_of: dict[str, str] = field(default_factory=dict)
    """Generation -> the mark that its titles carry."""

    def note(self, rerank: bool, seconds: float, answer: dict[str, Any]) -> None:
        """Count one answer and look for titles of another generation in it."""
        marks = {title.split()[0] for title in shown_titles(answer)}
        with self.lock:
            self.asked[rerank] += 1
            self.seconds[rerank].append(seconds)
            self.read_by_reranker += bool(answer["reranked"])
            self.empty += not answer["results"]
            expected = self.mark_of.setdefault(answer["generation"], min(marks, default="")) if marks else ""
            if marks - {expected}:
                self.mixed.append(f"{answer['generation']}: {sorted(marks)}, expected {expected}")

    def fail(self, rerank: bool, error: Exception) -> None:
        """Count one request without an answer."""
        with self.lock:
            self.asked[rerank] += 1
            self.errors.append(f"{type(error).__name__}: {error}")


def shown_titles(answer: dict[str, Any]) -> Iterator[str]:
    """Yield every title that an answer shows, those in highlights too."""
    for hit in answer["results"]:
        yield hit["title"]
        yield from (mark["text"] for mark in hit["highlights"] if mark["field"] == "title")


def main() -> int:
    """Run the swaps and print what came of them."""
    options = _options()
    with tempfile.TemporaryDirectory(prefix="ihc-search-swap-") as folder:
        home = Path(folder)
        queries = make_stores(home, options.cases)
        reindex(home, MARKS[0])
        tally = Tally()
        with server(home) as url, clients(url, queries, tally, options):
            swap(home, url, tally, options)
    return report(tally, options)


def make_stores(home: Path, cases: int) -> list[str]:
    """Load the same invented cases under two marks, and return queries about them."""
    corpus = home / "corpus"
    ihc_search(home, "demo", "--cases", str(cases), "--out", str(corpus))
    for mark in MARKS:
        marked = home / mark
        marked.mkdir()
        records = [json.loads(line) for line in (corpus / "records.jsonl").open(encoding="utf-8")]
        lines = [json.dumps(record | {"title": f"{mark} {record['title']}"}) for record in records]
        (marked / "records.jsonl").write_text("\n".join(lines), encoding="utf-8")
        # A judgment that is tied by hand to its case: one that stood alone would show a heading without the mark.
        judgments = [json.loads(line) for line in (corpus / "documents.jsonl").open(encoding="utf-8")]
        lines = [json.dumps(judgment) for judgment in judgments if judgment.get("record_id")]
        (marked / "documents.jsonl").write_text("\n".join(lines), encoding="utf-8")
        ihc_search(home, "load", *(str(path) for path in sorted(marked.glob("*.jsonl"))), mark=mark)
    asked = [line for path in sorted(corpus.glob("queries_*.jsonl")) for line in path.open(encoding="utf-8")]
    return [json.loads(line)["query"] for line in asked]


def reindex(home: Path, mark: str) -> None:
    """Index the store that carries *mark*, in a process of its own."""
    ihc_search(home, "reindex", mark=mark)


def ihc_search(home: Path, *arguments: str, mark: str = MARKS[0]) -> None:
    """Run the command as a user does; its failure ends the benchmark."""
    command = [sys.executable, "-m", "indexer", *arguments]
    done = subprocess.run(command, env=environment(home, mark), cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise SystemExit(
            f"{' '.join(arguments[:2])} failed with status {done.returncode}: {done.stderr.strip()[-600:]}"
        )


def environment(home: Path, mark: str) -> dict[str, str]:
    """Return the environment of one command: the home is shared, the store is that of *mark*.

    Of the settings in the present environment only the reranker is kept.
    """
    kept = ("IHC_SEARCH_RERANKER",)
    inherited = {
        name: value for name, value in os.environ.items() if name in kept or not name.startswith("IHC_SEARCH_")
    }
    settings = {"HOME": home, "DATABASE_URL": f"sqlite:///{home / mark}.sqlite", "DEADLINE_MS": 0}
    return inherited | {f"IHC_SEARCH_{name}": str(value) for name, value in settings.items()}


@contextmanager
def server(home: Path) -> Iterator[str]:
    """Run the API on a free port, ready to answer."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "uvicorn", "api.app:from_env", "--factory", "--port", str(port)]
    with (home / "server.log").open("wb") as log:
        process = subprocess.Popen(
            [*command, "--no-access-log"], env=environment(home, MARKS[0]), cwd=ROOT, stdout=log, stderr=log
        )
        try:
            _wait_until_ready(f"http://127.0.0.1:{port}", process, home / "server.log")
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            process.wait()


def _wait_until_ready(url: str, process: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + SERVER_STARTS_S
    while time.monotonic() < end and process.poll() is None:
        try:
            with urllib.request.urlopen(f"{url}/health/ready", timeout=5):
                return
        except OSError:
            time.sleep(0.2)
    raise SystemExit(f"the server did not start: {log.read_text()[-600:]}")


@contextmanager
def clients(url: str, queries: list[str], tally: Tally, options: argparse.Namespace) -> Iterator[None]:
    """Ask without a pause until the block ends and the wanted number of requests was made."""
    swapping = threading.Event()
    swapping.set()
    # One request in so many is read by the reranker, so that both kinds meet every swap.
    every = 1 + options.plain // max(1, options.reranked)
    numbers = itertools.count()

    def work() -> None:
        while swapping.is_set() or tally.asked[False] < options.plain or tally.asked[True] < options.reranked:
            number = next(numbers)
            ask(url, queries[number % len(queries)], rerank=number % every == 0 and options.reranked > 0, tally=tally)

    threads = [threading.Thread(target=work) for _ in range(CLIENTS)]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        swapping.clear()
        for thread in threads:
            thread.join()


def ask(url: str, query: str, *, rerank: bool, tally: Tally) -> None:
    """Make one request and note what comes of it."""
    begun = time.monotonic()
    try:
        answer = get(f"{url}/v1/search?{urlencode({'q': query, 'rerank': str(rerank).lower()})}")
    except (OSError, ValueError) as error:
        tally.fail(rerank, error)
    else:
        tally.note(rerank, time.monotonic() - begun, answer)


def get(url: str) -> dict[str, Any]:
    """Fetch a JSON answer; a problem document becomes an error that shows it."""
    try:
        with urllib.request.urlopen(url, timeout=120) as answer:
            value: dict[str, Any] = json.load(answer)
            return value
    except urllib.error.HTTPError as error:
        raise OSError(f"{error.code} {error.read().decode(errors='replace')[:300]}") from error


def swap(home: Path, url: str, tally: Tally, options: argparse.Namespace) -> None:
    """Publish the one store and the other in turn, each time waiting until the server answers from it."""
    for number in range(1, options.swaps + 1):
        reindex(home, MARKS[number % 2])
        published = (home / "snapshots" / "CURRENT").read_text().strip()
        end = time.monotonic() + SWAP_SEEN_S
        while get(f"{url}/v1/search?q=order&rerank=false")["generation"] != published:
            if time.monotonic() > end:
                raise SystemExit(f"the server did not pick up {published} within {SWAP_SEEN_S} s")
            time.sleep(0.05)
        print(f"swap {number}: {published}, {sum(tally.asked.values())} requests so far", flush=True)


def report(tally: Tally, options: argparse.Namespace) -> int:
    """Print the counts and return the exit status."""
    for rerank, name in ((False, "rerank=false"), (True, "rerank=true")):
        if tally.seconds[rerank]:
            middle = statistics.median(tally.seconds[rerank])
            print(f"{name}: {tally.asked[rerank]} requests, median {middle * 1000:.0f} ms")
    print(f"read by the reranker: {tally.read_by_reranker}; answers without a result: {tally.empty}")
    swaps_seen = len(tally.mark_of) - 1
    print(f"generations seen: {len(tally.mark_of)}, marks {sorted(set(tally.mark_of.values()))}")
    print(f"errors: {len(tally.errors)}; mixed answers: {len(tally.mixed)}")
    for line in (*tally.errors[:5], *tally.mixed[:5]):
        print(f"  {line}")
    if options.reranked and not tally.read_by_reranker:
        print("no answer was read by the reranker: install one, or leave it out with --reranked 0")
        return 1
    whole = not tally.errors and not tally.mixed and swaps_seen == options.swaps
    return 0 if whole and set(tally.mark_of.values()) == set(MARKS) else 1


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--swaps", type=count, default=10, help="how often another generation is published")
    parser.add_argument("--plain", type=int, default=900, help="requests with rerank=false, at least")
    parser.add_argument("--reranked", type=int, default=100, help="requests with rerank=true, at least")
    parser.add_argument("--cases", type=count, default=300, help="cases of each store")
    return parser.parse_args()


if __name__ == "__main__":
    run(main)
