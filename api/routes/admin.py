"""``/v1/admin``: starts a reindex and tells about it; the one door from here to the indexer."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query, Response

from api.dependencies import JobsOfApp
from api.parameters import NoParameters, ReindexParameters, refuse_repeats
from api.problems import problems_of
from api.schemas import JobState
from api.security import require_admin
from indexer import jobs as indexer_jobs
from search.settings import Settings

router = APIRouter(prefix="/v1/admin", tags=["admin"], dependencies=[Depends(require_admin), Depends(refuse_repeats)])


class IndexerJobs:
    """The jobs of the indexer under one set of settings."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def start_reindex(self, *, rebuild: bool) -> indexer_jobs.Job:
        """Start a reindex in a process of its own."""
        return indexer_jobs.start_reindex(self._settings, rebuild=rebuild)

    def job(self, job_id: str) -> indexer_jobs.Job:
        """Return the job of that name."""
        return indexer_jobs.job(self._settings, job_id)


@router.post("/reindex", response_model=JobState, status_code=202, responses=problems_of(401, 403, 409, 422, 429, 503))
def start_reindex(jobs: JobsOfApp, parameters: Annotated[ReindexParameters, Query()], response: Response) -> JobState:
    """Build a generation from the store and publish it, in a process of its own; one at a time.

    The answer comes at once; its `Location` tells how the job goes.  Searches go on meanwhile.
    """
    job = jobs.start_reindex(rebuild=parameters.rebuild)
    response.headers["Location"] = f"/v1/admin/jobs/{job.id}"
    return JobState.model_validate(job)


@router.get("/jobs/{id}", response_model=JobState, responses=problems_of(401, 403, 404, 422, 429))
def show_job(
    jobs: JobsOfApp,
    job_id: Annotated[str, Path(alias="id", description="The `id` that the reindex was started under.")],
    none: Annotated[NoParameters, Query()],
) -> JobState:
    """Tell how a reindex goes, or how it ended."""
    return JobState.model_validate(jobs.job(job_id))
