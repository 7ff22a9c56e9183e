"""``GET /v1/suggest``: what is typed so far in, ways to go on out."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Query

from api.dependencies import EnginesOfApp
from api.parameters import refuse_repeats
from api.problems import problems_of
from api.suggest_schemas import SuggestAnswer, SuggestParameters

router = APIRouter(tags=["search"])


@router.get(
    "/v1/suggest",
    response_model=SuggestAnswer,
    dependencies=[Depends(refuse_repeats)],
    responses=problems_of(422, 429, 503),
)
def suggest(engines: EnginesOfApp, parameters: Annotated[SuggestParameters, Query()]) -> SuggestAnswer:
    """Suggest case numbers, parties, judges and sections that begin with what is typed.

    Ask again with each letter.  Where a case number is typed, cases come first; else each kind has its share, and
    what most cases stand behind comes first.  Nothing is suggested below two letters or digits.
    """
    with engines.lease(None) as engine:
        found = engine.suggest(parameters.q, limit=parameters.limit)
        return SuggestAnswer.of(parameters.q, generation=engine.generation, found=found)
