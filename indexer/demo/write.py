"""Writing the invented corpus: case by case to disk, so that a million need no more memory than a thousand."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from typing import TextIO

from indexer.demo.cases import DemoCase, case_at
from indexer.demo.judgments import document_of, file_name_of, judgment_of
from indexer.demo.orders import record_of
from indexer.demo.queries import PlannedQuery, Relevance, keys_of, number_keys, plan_queries
from indexer.demo.readme import README
from indexer.demo.values import Values
from indexer.durability import sync_folder
from indexer.progress import Progress, silent
from search.errors import InputError

CASES_MAX = 1_000_000
_TIED_SHARE = 0.96
_STEP = "inventing cases"


@dataclass(frozen=True, slots=True)
class DemoCorpus:
    """What was written, and where."""

    folder: Path
    records: Path
    documents: Path
    queries_train: Path
    queries_dev: Path
    split: Path
    readme: Path
    cases: int
    """Records written."""
    distinct_cases: int
    """Cases that the store holds once twins are merged."""
    judgments: int
    with_orders: int
    queries: int


def write_demo(folder: Path, *, cases: int, seed: int = 42, progress: Progress = silent) -> DemoCorpus:
    """Write *cases* invented records with judgments, queries and relevance to *folder*.

    The same *cases* and *seed* give the same bytes on any machine.  Files of that name are replaced, each in
    one step and only when all are complete; other files in *folder* are left alone.

    Raises:
        InputError: If *cases* is not in 1 to a million, or the folder cannot be written.
    """
    if not 1 <= cases <= CASES_MAX:
        raise InputError(f"cannot invent {cases} cases; expected 1 to {CASES_MAX:,}")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return _written(folder, cases, seed, progress)
    except OSError as error:
        raise InputError(f"cannot write the demo corpus to {folder}: {error.strerror or error}") from error


def _written(folder: Path, cases: int, seed: int, progress: Progress) -> DemoCorpus:
    paths = {name: folder / name for name in ("records.jsonl", "documents.jsonl", "split.json")}
    paths |= {name: folder / name for name in ("queries_train.jsonl", "queries_dev.jsonl", "README.md")}
    with replaced_together(paths) as files:
        writer = _CorpusWriter(files, seed, cases)
        writer.write_cases(progress)
        writer.write_queries()
        files["README.md"].write(README.format(cases=cases, seed=seed, **writer.figures()))
    counts = writer.counts
    return DemoCorpus(
        folder=folder,
        records=paths["records.jsonl"],
        documents=paths["documents.jsonl"],
        queries_train=paths["queries_train.jsonl"],
        queries_dev=paths["queries_dev.jsonl"],
        split=paths["split.json"],
        readme=paths["README.md"],
        cases=cases,
        distinct_cases=cases - counts["twin"],
        judgments=counts["documents"],
        with_orders=counts["with_orders"],
        queries=counts["train"] + counts["dev"],
    )


@contextmanager
def replaced_together(paths: dict[str, Path]) -> Iterator[Mapping[str, TextIO]]:
    """Open a new file beside each of *paths*; all are renamed into place at the end, or removed after an error."""
    beside = {name: path.with_name(f".{path.name}.new") for name, path in paths.items()}
    try:
        with ExitStack() as stack:
            files = {
                name: stack.enter_context(path.open("w", encoding="utf-8", newline="\n"))
                for name, path in beside.items()
            }
            yield files
            for file in files.values():
                file.flush()
                os.fsync(file.fileno())
        for name, path in paths.items():
            beside[name].replace(path)
        for parent in sorted({path.parent for path in paths.values()}):
            sync_folder(parent)
    finally:
        for path in beside.values():
            path.unlink(missing_ok=True)


class _CorpusWriter:
    """Writes one corpus; `counts` says what it holds."""

    def __init__(self, files: Mapping[str, TextIO], seed: int, cases: int) -> None:
        self.files = files
        self.counts: Counter[str] = Counter()
        self._seed = seed
        self._cases = cases
        self._planned: dict[int, list[PlannedQuery]] = {}
        for query in plan_queries(seed, cases):
            self._planned.setdefault(query.place, []).append(query)
        self._relevance = Relevance(query.key for queries in self._planned.values() for query in queries)
        self._asked: list[tuple[PlannedQuery, DemoCase]] = []

    def figures(self) -> dict[str, int]:
        """Return what the README tells."""
        names = ("documents", "train", "dev", "with_orders", "twin", "other_category", "same_parties", "collision")
        figures = {name: self.counts[name] for name in (*names, "no_dates")}
        return figures | {"distinct": self._cases - self.counts["twin"]}

    def write_cases(self, progress: Progress) -> None:
        """Write every case, and note which are relevant to what."""
        before: DemoCase | None = None
        self.files["split.json"].write("{")
        for case in self._numbered():
            if case.place % 1000 == 0:
                progress(_STEP, case.place, self._cases)
            self._write_case(case)
            self._note(case, before)
            before = case
        self.files["split.json"].write("\n}\n")
        progress(_STEP, self._cases, self._cases)

    def _numbered(self) -> Iterator[DemoCase]:
        """Yield the cases with their serials; what repeats the number of the case before gets its serial."""
        serials: Counter[tuple[str, int]] = Counter()
        serial = 0
        for place in range(1, self._cases + 1):
            case = case_at(self._seed, place)
            if case.dirt in {"", "no_dates"}:
                serials[case.form.case_type, case.year] += 1
                serial = serials[case.form.case_type, case.year]
            yield replace(case, serial=serial)

    def _write_case(self, case: DemoCase) -> None:
        rng = Random(f"{self._seed}:{case.place}:text")
        values = Values(case, rng)
        names = [file_name_of(case, rng)] if case.has_judgment else []
        self._line("records.jsonl", record_of(case, rng, values, names))
        for name in names:
            tied = rng.random() < _TIED_SHARE
            document = document_of(case, judgment_of(case, rng, values), name, tied=tied)
            self._line("documents.jsonl", document)
        self.files["split.json"].write(f'{"," if case.place > 1 else ""}\n "{case.id}": "{case.part}"')
        self.counts.update({case.dirt: 1, "documents": len(names), "with_orders": int(case.has_orders)})

    def _note(self, case: DemoCase, before: DemoCase | None) -> None:
        queries = self._planned.get(case.place, ())
        self._asked += [(query, case) for query in queries]
        if queries:
            self._relevance.want(number_keys(case))
        for each in (before, case):
            # The case before is offered again: it may share the number that is wanted only since now.
            if each is not None and (each is case or queries):
                self._relevance.offer(keys_of(each), self._stored_id(each))

    def _stored_id(self, case: DemoCase) -> str:
        """The id that stays once the loader has merged a twin: the one that sorts first."""
        if case.dirt == "twin":
            return min(f"demo-{case.place - 1}", case.id)
        if case.place < self._cases and case_at(self._seed, case.place + 1).dirt == "twin":
            return min(case.id, f"demo-{case.place + 1}")
        return case.id

    def write_queries(self) -> None:
        """Write the queries with every relevant case; no text twice."""
        written: set[str] = set()
        for query, case in self._asked:
            text = query.text_for(case)
            relevant = self._relevance.of(query.key_for(case))
            assert relevant, f"the query {text!r} is not answered by its own case"
            if text in written:
                continue
            written.add(text)
            self.counts[query.part] += 1
            self._line(f"queries_{query.part}.jsonl", {"query": text, "kind": query.kind, "relevant": relevant})

    def _line(self, name: str, value: object) -> None:
        self.files[name].write(json.dumps(value, ensure_ascii=False) + "\n")
