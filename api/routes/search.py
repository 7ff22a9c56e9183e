"""``GET /v1/search``: the query in, ordered cases out."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Query

from api.dependencies import EnginesOfApp, MetricsOfApp
from api.parameters import SearchParameters, refuse_repeats
from api.problems import problems_of
from api.schemas import SearchAnswer
from search.results import cursor

router = APIRouter(tags=["search"])


@router.get(
    "/v1/search",
    response_model=SearchAnswer,
    dependencies=[Depends(refuse_repeats)],
    responses=problems_of(410, 422, 429, 503),
)
def search_cases(
    engines: EnginesOfApp, metrics: MetricsOfApp, parameters: Annotated[SearchParameters, Query()]
) -> SearchAnswer:
    """Search cases by number, party, statute or plain words.

    An exact case number comes first, whatever else was found.  Pages are walked with `next_cursor`;
    a cursor is answered from the generation that made it while that is kept, else with 410.
    """
    request = parameters.request()
    generation = None if request.cursor is None else cursor.decode(request.cursor).generation
    with engines.lease(generation) as engine:
        response = engine.search(request)
    metrics.count_search(response)
    return SearchAnswer.of(response)
