"""``GET /v1/cases/{id}``: one case with all that is stored of it."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query

from api.case_schemas import CasePage
from api.dependencies import CasesOfApp
from api.parameters import NoParameters
from api.problems import problems_of
from search.errors import CaseNotFound

ID_LENGTH_MAX = 500
"""Characters; a longer id was never given out."""

router = APIRouter(tags=["cases"])


@router.get("/v1/cases/{id:path}", response_model=CasePage, responses=problems_of(404, 422, 429, 503))
def show_case(
    cases: CasesOfApp,
    case_id: Annotated[
        str,
        Path(alias="id", description="The `id` of a result, or any source id of the case.", examples=["invented-0001"]),
    ],
    none: Annotated[NoParameters, Query()],
) -> CasePage:
    """Show one case: every field of its record, its documents with their text, and where each value came from."""
    if len(case_id) > ID_LENGTH_MAX or "\0" in case_id:
        raise CaseNotFound(case_id[:ID_LENGTH_MAX])  # no such id exists, and PostgreSQL refuses a NUL
    return CasePage.model_validate(cases.case(case_id))
