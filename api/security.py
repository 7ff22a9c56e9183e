"""Security: who may use the admin routes, and the headers that every answer carries."""

from __future__ import annotations

import hmac
from typing import Annotated

from fastapi import Depends
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from api.dependencies import SettingsOfApp
from api.problems import AdminOff, Unauthorised

HEADERS = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "cache-control": "no-store",
}
CONTENT_POLICY = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
DOCS_POLICY = (
    "default-src 'none'; script-src 'unsafe-inline' https://cdn.jsdelivr.net; "
    "style-src 'unsafe-inline' https://cdn.jsdelivr.net; img-src data: https://fastapi.tiangolo.com; "
    "connect-src 'self'; frame-ancestors 'none'; base-uri 'none'"
)
"""``/docs`` is a page that loads its script from a public server; nothing else here loads anything."""

_bearer = HTTPBearer(auto_error=False, description="The token of IHC_SEARCH_ADMIN_TOKEN.")


def security_headers(path: str) -> dict[str, str]:
    """Return the headers of an answer under *path*."""
    return {**HEADERS, "content-security-policy": DOCS_POLICY if path == "/docs" else CONTENT_POLICY}


def require_admin(
    settings: SettingsOfApp, credentials: Annotated[HTTPAuthorizationCredentials | None, Depends(_bearer)]
) -> None:
    """Let only the holder of the admin token pass.

    Raises:
        AdminOff: If no token is set, so that nobody may pass.
        Unauthorised: If no token or a wrong one was sent.
    """
    if not settings.admin_token:
        raise AdminOff
    # A header arrives as Latin-1 text: as bytes again it is what the client sent, whatever its alphabet.
    sent = b"" if credentials is None else credentials.credentials.encode("latin-1", "replace")
    if not hmac.compare_digest(sent, settings.admin_token.encode("utf-8")):
        raise Unauthorised
