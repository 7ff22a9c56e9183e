"""Fakes: an engine, a store and jobs that answer from memory, and an app around them."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from fastapi.testclient import TestClient

from api.app import create_app
from api.engines import Engines, OpenGeneration
from indexer.background import Job
from search.case_references import CaseReferences
from search.cases import Case, CaseNumber, Document, Hearing, Party, Provenance
from search.errors import CaseNotFound, InvalidRequest, JobNotFound, SearchError, WriterBusy
from search.query.request import SearchRequest
from search.results import cursor
from search.results.response import Highlight, Hit, SearchResponse
from search.retrieval.suggest import Suggestion
from search.settings import Settings
from search.types import StageScores

TOKEN = "an-invented-token"


def generation_name(serial: int) -> str:
    return f"2099010{serial}T000000Z-{serial:08x}"


@dataclass
class FakeEngine:
    """Finds the same invented case again and again; remembers what it was asked."""

    generation: str = generation_name(1)
    ranking: str = "ranking-1"
    hits: int = 25
    degraded: str | None = None
    failure: BaseException | None = None
    asked: list[SearchRequest] = field(default_factory=list)
    typed: list[tuple[str, int]] = field(default_factory=list)
    references: dict[str, CaseReferences] = field(default_factory=dict)
    closed: bool = False
    hold: threading.Event | None = None
    entered: threading.Event = field(default_factory=threading.Event)

    def search(self, request: SearchRequest) -> SearchResponse:
        self.asked.append(request)
        self.entered.set()
        if self.hold is not None:
            assert self.hold.wait(10)
        if self.closed:
            raise AssertionError("searched after it was closed")
        if self.failure is not None:
            raise self.failure
        if unknown := [value for value in request.filters.status if value not in ("Decided", "Pending")]:
            raise InvalidRequest(f"unknown status {unknown[0]!r}; did you mean 'Decided'?", parameter="status")
        return self._page(request)

    def references_of(self, case_id: str) -> CaseReferences | None:
        return self.references.get(case_id)

    def suggest(self, text: str, *, limit: int) -> tuple[Suggestion, ...]:
        self.typed.append((text, limit))
        if not text:
            return ()
        party = Suggestion("party", "Zarak Example", None, 3, ((0, 3),))
        return (party, Suggestion("case number", "W.P. 1/2099 Service (SB)", "id-1", 1, ()))[:limit]

    def _page(self, request: SearchRequest) -> SearchResponse:
        digest = cursor.query_digest(
            request.q,
            mode=request.mode,
            rerank=request.rerank,
            sort=request.sort,
            exact=request.exact,
            filters=request.filters,
        )
        offset = 0
        if request.cursor is not None:
            names = {"generation": self.generation, "ranking": self.ranking}
            offset = cursor.decode(request.cursor).offset_in(**names, query_digest=digest)
        end = min(offset + request.limit, self.hits)
        following = cursor.Cursor(self.generation, self.ranking, end, digest)
        return SearchResponse(
            query=request.q,
            total=self.hits,
            generation=self.generation,
            ranking=self.ranking,
            reranked=request.rerank and self.degraded is None,
            degraded=self.degraded,
            next_cursor=cursor.encode(following) if end < self.hits else None,
            results=tuple(hit(rank) for rank in range(offset + 1, end + 1)),
            timing_ms={"lexical": 3.0, "rerank": 400.0},
        )

    def close(self) -> None:
        self.closed = True


def hit(rank: int) -> Hit:
    return Hit(
        rank=rank,
        id=f"id-{rank}",
        source_id=f"invented-{rank:04d}",
        kind="case",
        number=f"W.P. {rank}/2099 Service (SB)",
        title="Zarak Example versus The State",
        court="Islamabad High Court",
        status="Decided",
        bench="Honourable Mr. Justice Invented Example",
        year=2099,
        institution_date="2099-01-31",
        score=1 / rank,
        probability=None,
        exact=False,
        by_meaning_alone=False,
        stages=StageScores(ranks={"lexical": rank}, scores={"lexical": 10.0 / rank}),
        highlights=(Highlight(field="title", text="Zarak Example versus The State", spans=((0, 5),)),),
    )


def invented_case() -> Case:
    return Case(
        id="id-1",
        source_id="invented-0001",
        source_ids=("invented-0001", "other/0001"),
        court="Islamabad High Court",
        number=CaseNumber("WP", 1, 2099, "Service", "SB"),
        number_text="W.P. 1/2099 Service (SB)",
        title="Zarak Example versus The State",
        parties=(Party("Zarak Example", "petitioner"), Party("The State", "respondent")),
        hearings=(Hearing(serial="1", short_order="Adjourned."),),
        documents=(Document("invented.pdf", "Judgment of nobody.", "0" * 64, pages=1, tie="record_id"),),
        provenance=(Provenance("title", "invented.jsonl", 1, ("encoding repaired",)),),
    )


class FakeCases:
    """A store with one invented case."""

    def __init__(self) -> None:
        self.failure: SearchError | None = None

    def case(self, case_id: str) -> Case:
        if self.failure is not None:
            raise self.failure
        case = invented_case()
        if case_id in (case.id, *case.source_ids):
            return case
        raise CaseNotFound(case_id)


class FakeJobs:
    """Starts nothing; one job runs until the test ends it."""

    def __init__(self) -> None:
        self.running: Job | None = None
        self.rebuilds: list[bool] = []

    def start_reindex(self, *, rebuild: bool) -> Job:
        if self.running is not None:
            raise WriterBusy(f"job {self.running.id} is running; wait for its end")
        self.rebuilds.append(rebuild)
        self.running = Job(id="job-1", command="reindex", state="running", started="2099-01-01T00:00:00+00:00")
        return self.running

    def job(self, job_id: str) -> Job:
        if self.running is None or job_id != self.running.id:
            raise JobNotFound(job_id)
        return replace(self.running, state="done", message="published")


class Generations:
    """Folders of generations and the pointer, as the indexer leaves them; engines are fakes."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.opened: list[FakeEngine] = []
        self.failures: dict[str, BaseException] = {}
        self.make: Callable[[str], FakeEngine] = lambda name: FakeEngine(generation=name)
        root.mkdir(parents=True)

    def publish(self, serial: int) -> str:
        name = generation_name(serial)
        (self.root / name).mkdir(exist_ok=True)
        beside = self.root / ".CURRENT"
        beside.write_text(name + "\n", encoding="ascii")
        beside.replace(self.root / "CURRENT")
        return name

    def prune(self, serial: int) -> None:
        shutil.rmtree(self.root / generation_name(serial))

    def open(self, folder: Path) -> OpenGeneration:
        if folder.name in self.failures:
            raise self.failures[folder.name]
        engine = self.make(folder.name)
        self.opened.append(engine)
        return OpenGeneration(engine, engine.close)

    def engines(self) -> Engines:
        return Engines(self.root, self.open)


@dataclass
class Served:
    """An app around fakes, and the client that asks it."""

    client: TestClient
    generations: Generations
    engines: Engines
    cases: FakeCases
    jobs: FakeJobs

    @property
    def engine(self) -> FakeEngine:
        return self.generations.opened[-1]


@contextmanager
def served(folder: Path, *, published: bool = True, settings: Settings | None = None) -> Iterator[Served]:
    generations = Generations(folder / "snapshots")
    if published:
        generations.publish(1)
    engines, cases, jobs = generations.engines(), FakeCases(), FakeJobs()
    app = create_app(settings or Settings(home=folder), engines=engines, cases=cases, jobs=jobs)
    with TestClient(app) as client:
        yield Served(client, generations, engines, cases, jobs)
