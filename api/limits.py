"""Limits: how large a request may be, and how many a client may make in a minute."""

from __future__ import annotations

import math
import time
from collections import deque
from collections.abc import Callable, Mapping
from types import MappingProxyType

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.problems import problem
from search.text.documents import BYTES_MAX

BODY_BYTES_MAX = 16 * 1024
"""Most routes read no body; whoever sends a large one has the wrong address."""
BODY_BYTES_MAX_OF: Mapping[str, int] = MappingProxyType(
    {
        # 500 identifiers of 300 characters, each written as an escape of JSON.
        "/v1/lookup": 2 * 1024 * 1024,
        "/v1/check-brief": BYTES_MAX,
    }
)
"""Path -> bytes, of the routes that read one."""
WINDOW_SECONDS = 60.0
CLIENTS_MAX = 50_000
"""How many clients are remembered; the one seen least recently is forgotten first."""
LIMITED_PREFIX = "/v1/"
"""Health and metrics are never limited: who watches the server must always see it."""


class SlidingWindow:
    """Counts requests of each client in the last minute; not shared between processes."""

    def __init__(self, per_minute: int, *, clock: Callable[[], float] = time.monotonic) -> None:
        """Allow *per_minute* requests of one client in any 60 seconds of *clock*."""
        self._per_minute = per_minute
        self._clock = clock
        self._times: dict[str, deque[float]] = {}

    def wait_of(self, client: str) -> float:
        """Return 0 and count a request of *client*, or the seconds after which one is allowed again."""
        now = self._clock()
        times = self._times.pop(client, None) or deque()
        self._times[client] = times  # the most recent client stands last
        while times and times[0] <= now - WINDOW_SECONDS:
            times.popleft()
        if len(times) >= self._per_minute:
            return times[0] + WINDOW_SECONDS - now
        times.append(now)
        if len(self._times) > CLIENTS_MAX:
            del self._times[next(iter(self._times))]
        return 0.0


class RateLimit:
    """Answers 429 with ``Retry-After`` to a client that asks too often."""

    def __init__(self, app: ASGIApp, window: SlidingWindow) -> None:
        self._app = app
        self._window = window

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or refuse it."""
        if scope["type"] != "http" or not scope["path"].startswith(LIMITED_PREFIX):
            await self._app(scope, receive, send)
            return
        wait = self._window.wait_of(scope["client"][0] if scope.get("client") else "")
        if not wait:
            await self._app(scope, receive, send)
            return
        seconds = math.ceil(wait)
        response = problem(429, f"too many requests from this address; the next is answered in {seconds} s")
        response.headers["Retry-After"] = str(seconds)
        await response(scope, receive, send)


class BodyLimit:
    """Answers 413 to a request that announces a body too large for its route, or that sends one unannounced."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        allowed = BODY_BYTES_MAX_OF.get(scope["path"], BODY_BYTES_MAX)
        length = Headers(scope=scope).get("content-length", "0")
        if not (length.isascii() and length.isdigit() and int(length[:19]) <= allowed):
            await problem(413, _too_large(allowed))(scope, receive, send)
            return
        await self._app(scope, _counted(receive, allowed), send)


def _counted(receive: Receive, allowed: int) -> Receive:
    """Return *receive*, which raises as soon as more than *allowed* bytes have come: none may be announced at all."""
    received = 0

    async def receive_counted() -> Message:
        nonlocal received
        message = await receive()
        received += len(message.get("body", b""))
        if received > allowed:
            raise HTTPException(413, _too_large(allowed))
        return message

    return receive_counted


def _too_large(allowed: int) -> str:
    remedy = "it reads no body, so leave it out" if allowed == BODY_BYTES_MAX else "send it in parts"
    return f"the body is larger than {allowed:,} bytes, which is the most that this address takes; {remedy}"
