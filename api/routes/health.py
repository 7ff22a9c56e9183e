"""``/health`` and ``/metrics``: for whoever watches the server."""

from __future__ import annotations

from fastapi import APIRouter, Response

from api.dependencies import EnginesOfApp, MetricsOfApp
from api.metrics import CONTENT_TYPE
from api.problems import problems_of
from api.schemas import Liveness, Readiness

router = APIRouter(tags=["operation"])


@router.get("/health/live", response_model=Liveness)
def live() -> Liveness:
    """Tell that the process answers; a supervisor restarts it when this fails."""
    return Liveness(status="live")


@router.get("/health/ready", response_model=Readiness, responses=problems_of(503))
def ready(engines: EnginesOfApp) -> Readiness:
    """Tell whether searches are answered; until something is indexed, a 503 names the command to run."""
    with engines.lease() as engine:
        return Readiness(status="ready", generation=engine.generation, ranking=engine.ranking)


@router.get(
    "/metrics",
    response_class=Response,
    responses={200: {"content": {CONTENT_TYPE: {}}, "description": "Prometheus' text form"}},
)
def metrics(engines: EnginesOfApp, counted: MetricsOfApp) -> Response:
    """Give counts and times in Prometheus' text form."""
    return Response(counted.exposition(engines.serving()), media_type=CONTENT_TYPE)
