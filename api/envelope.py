"""The envelope of every answer: its request id, its security headers, its line in the log, its count.

The outermost layer of the app, so that a failure nobody foresaw is a problem document too and its
text, which may hold a query, reaches neither the client nor the log.
"""

from __future__ import annotations

import logging
import re
import time
import traceback
import uuid

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.metrics import Metrics
from api.problems import unexpected_problem
from api.security import security_headers

REQUEST_ID_HEADER = "x-request-id"
_REQUEST_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")

log = logging.getLogger(__name__)


class Envelope:
    """Wraps the whole app."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self._app = app
        self._metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        started, request_id, status = time.perf_counter(), _request_id(Headers(scope=scope)), 0

        async def send_enveloped(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                headers = MutableHeaders(scope=message)
                headers[REQUEST_ID_HEADER] = request_id
                for name, value in security_headers(scope["path"]).items():
                    headers.setdefault(name, value)
            await send(message)

        try:
            await self._app(scope, receive, send_enveloped)
        except Exception as error:
            _log_failure(error, request_id)
            if status:
                raise  # half an answer is out: the server must break the connection
            await unexpected_problem(request_id)(scope, receive, send_enveloped)
        finally:
            self._note(scope, status=status, seconds=time.perf_counter() - started, request_id=request_id)

    def _note(self, scope: Scope, *, status: int, seconds: float, request_id: str) -> None:
        route = _route_of(scope)
        self._metrics.count_request(method=scope["method"], route=route, status=status, seconds=seconds)
        log.info(
            "request answered",
            extra={"route": route, "status": status, "duration_ms": round(seconds * 1000, 1), "request_id": request_id},
        )


def _request_id(headers: Headers) -> str:
    """Return the caller's request id where it is one, else a new one."""
    given = headers.get(REQUEST_ID_HEADER, "")
    return given if _REQUEST_ID.fullmatch(given) else uuid.uuid4().hex


def _route_of(scope: Scope) -> str:
    """Return the pattern of the route, never the path: a path may hold what somebody looked for."""
    route = scope.get("route")
    return str(getattr(route, "path_format", None) or getattr(route, "path", None) or "none")


def _log_failure(error: Exception, request_id: str) -> None:
    frames = traceback.extract_tb(error.__traceback__)
    places = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
    # The error's own text is left out, because it may repeat the query.
    log.error(
        "request failed unexpectedly",
        extra={"error": type(error).__name__, "places": places, "request_id": request_id},
    )
