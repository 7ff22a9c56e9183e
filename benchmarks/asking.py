"""What the scripts beside this one share: a server that is asked, and one line where something is not as it must be."""

from __future__ import annotations

import argparse
import http.client
import json
import sys
from collections.abc import Callable
from typing import Any, NoReturn
from urllib.parse import urlencode, urlsplit

from search.errors import SearchError, system_error

TIMEOUT_S = 300


class Unanswered(SearchError):
    """A server that is not there, or an answer that cannot be measured."""


def run(main: Callable[[], int | None]) -> NoReturn:
    """Run a script and exit with the status that it returns.

    An error of the project, of a file or of the server is one line on standard error, and status 1.
    """
    try:
        sys.exit(main())
    except SearchError as error:
        sys.exit(f"Error: {error}")
    except OSError as error:
        sys.exit(f"Error: {system_error(error)}")


def count(text: str) -> int:
    """Read an option that says how many; there is at least one."""
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no count; expected a whole number, 1 or more")
    return int(text)


class Server:
    """A running server, asked over one connection, as a browser does."""

    def __init__(self, url: str) -> None:
        self.url = url.rstrip("/")
        parts = urlsplit(self.url)
        kinds = {"http": http.client.HTTPConnection, "https": http.client.HTTPSConnection}
        try:
            self._connection = kinds[parts.scheme](parts.netloc, timeout=TIMEOUT_S)
        except (KeyError, http.client.InvalidURL) as error:
            raise Unanswered(f"--url is {url!r}; expected one like http://127.0.0.1:8000") from error
        self._path = parts.path

    def get(self, path: str, **parameters: object) -> Any:
        """Return the JSON under *path*.

        Raises:
            Unanswered: If there is none: the server is not there, or answers with an error.
        """
        try:
            self._connection.request("GET", f"{self._path}{path}?{urlencode(parameters)}")
            answer = self._connection.getresponse()
            body = answer.read()
        except (OSError, http.client.HTTPException) as error:
            raise Unanswered(
                f"no server answers at {self.url} ({error}); start one with `ihc-search serve`, or name it by --url"
            ) from error
        if answer.status != http.client.OK:
            raise Unanswered(f"{self.url}{path} answered {answer.status}: {body[:300].decode(errors='replace')}")
        try:
            return json.loads(body)
        except ValueError as error:
            raise Unanswered(
                f"{self.url}{path} answered no JSON; name a server of `ihc-search serve` by --url"
            ) from error

    def whole_answer(self, **parameters: object) -> Any:
        """Return the answer to a search.

        Raises:
            Unanswered: As `get`, and where it had to leave something out: that would measure the deadline.
        """
        body = self.get("/v1/search", **parameters)
        if body["degraded"]:
            raise Unanswered(f"an answer was less than was asked for ({body['degraded']}); serve with no deadline")
        return body
