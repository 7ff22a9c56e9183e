"""``POST /v1/lookup`` and ``POST /v1/check-brief``: many identifiers at once, and every reference in a document."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request
from starlette.exceptions import HTTPException

from api.dependencies import EnginesOfApp
from api.lookup_schemas import BriefAnswer, Identifiers, LookupAnswer
from api.parameters import NoParameters
from api.problems import problems_of, shown
from search.brief import check_brief
from search.text.documents import text_of

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
BRIEF_TYPES = ("text/plain", "application/pdf", DOCX)
_ANY_TYPE = ("", "application/octet-stream")
"""What a client sends that does not know; the content tells the kind in any case."""
_BINARY: dict[str, Any] = {"schema": {"type": "string", "format": "binary"}}
_BRIEF_BODY = {"requestBody": {"required": True, "content": dict.fromkeys(BRIEF_TYPES, _BINARY)}}

router = APIRouter(tags=["lookup"])


async def _document(request: Request) -> bytes:
    """Return the body of a request that is a document.

    Raises:
        HTTPException: 415 for a form or another kind, before any of it is read.
    """
    media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media_type not in (*BRIEF_TYPES, *_ANY_TYPE):
        kinds = ", ".join(BRIEF_TYPES)
        raise HTTPException(415, f"the body is {shown(media_type)}; send the document itself, as {kinds}; no form")
    return await request.body()


@router.post("/v1/lookup", response_model=LookupAnswer, responses=problems_of(413, 422, 429, 503))
def look_up(engines: EnginesOfApp, asked: Identifiers, none: Annotated[NoParameters, Query()]) -> LookupAnswer:
    """Look many case numbers, citations and ids up at once; nothing is ranked.

    Each is answered with how it was read and whether it is there, in the order asked.
    """
    with engines.lease() as engine:
        found = engine.lookup.look_up(asked.identifiers)
        return LookupAnswer.model_validate({"generation": engine.generation, "found": found}, from_attributes=True)


@router.post(
    "/v1/check-brief",
    response_model=BriefAnswer,
    responses=problems_of(413, 415, 422, 429, 503),
    openapi_extra=_BRIEF_BODY,
)
def check(
    engines: EnginesOfApp, document: Annotated[bytes, Depends(_document)], none: Annotated[NoParameters, Query()]
) -> BriefAnswer:
    """Find every case number, citation and section of law in a document, and check each against the index.

    The body is the document itself: plain text, a PDF with text, or DOCX, up to 10 MiB.  It is kept nowhere.
    """
    text = text_of(document)
    with engines.lease() as engine:
        return BriefAnswer.model_validate(check_brief(text, engine.lookup))
