"""``GET /v1/cases/{id}``: one case with all that is stored of it."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query

from api.case_schemas import CasePage
from api.dependencies import CasesOfApp, EnginesOfApp
from api.engines import Engines
from api.parameters import NoParameters
from api.problems import problems_of
from search.case_references import CaseReferences
from search.errors import CaseNotFound, ModelError, SnapshotError

ID_LENGTH_MAX = 500
"""Characters; a longer id was never given out."""

router = APIRouter(tags=["cases"])


@router.get("/v1/cases/{id:path}", response_model=CasePage, responses=problems_of(404, 422, 429, 503))
def show_case(
    cases: CasesOfApp,
    engines: EnginesOfApp,
    case_id: Annotated[
        str,
        Path(alias="id", description="The `id` of a result, or any source id of the case.", examples=["invented-0001"]),
    ],
    none: Annotated[NoParameters, Query()],
) -> CasePage:
    """Show one case: its record, its documents with their text, where each value came from, and its references.

    `references` are what the case cites and names, and which cases of the index name it.
    """
    if len(case_id) > ID_LENGTH_MAX or "\0" in case_id:
        raise CaseNotFound(case_id[:ID_LENGTH_MAX])  # no such id exists, and PostgreSQL refuses a NUL
    case = cases.case(case_id)
    return CasePage.of(case, _references_of(case.id, engines))


def _references_of(case_id: str, engines: Engines) -> CaseReferences | None:
    try:
        with engines.lease() as engine:
            return engine.references_of(case_id)
    except (SnapshotError, ModelError):  # a stored case is shown before anything is indexed, and where the index ails
        return None
