"""Dependencies: what a route may ask for, and the shapes of the parts that the app is handed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Protocol

from fastapi import Depends, Request

from api.engines import Engines
from api.metrics import Metrics
from search.cases import Case
from search.settings import Settings


class Cases(Protocol):
    """The store, as a case's page reads it."""

    def case(self, case_id: str) -> Case:
        """Return the case under that `id` or source id; raise CaseNotFound where there is none."""
        ...


class Job(Protocol):
    """A reindex that runs or ran in a process of its own."""

    @property
    def id(self) -> str:
        """Name of the job."""
        ...


class Jobs(Protocol):
    """Starts jobs of the indexer and tells about them."""

    def start_reindex(self, *, rebuild: bool) -> Job:
        """Start a reindex; raise WriterBusy while another writer runs."""
        ...

    def job(self, job_id: str) -> Job:
        """Return the job of that name; raise JobNotFound where there is none."""
        ...


@dataclass(frozen=True, slots=True)
class Parts:
    """The concrete parts of one app."""

    settings: Settings
    engines: Engines
    cases: Cases
    jobs: Jobs
    metrics: Metrics


def _parts(request: Request) -> Parts:
    parts: Parts = request.app.state.parts
    return parts


def _settings(request: Request) -> Settings:
    return _parts(request).settings


def _engines(request: Request) -> Engines:
    return _parts(request).engines


def _cases(request: Request) -> Cases:
    return _parts(request).cases


def _jobs(request: Request) -> Jobs:
    return _parts(request).jobs


def _metrics(request: Request) -> Metrics:
    return _parts(request).metrics


SettingsOfApp = Annotated[Settings, Depends(_settings)]
EnginesOfApp = Annotated[Engines, Depends(_engines)]
CasesOfApp = Annotated[Cases, Depends(_cases)]
JobsOfApp = Annotated[Jobs, Depends(_jobs)]
MetricsOfApp = Annotated[Metrics, Depends(_metrics)]
