"""Logs of the server and of a command: one event a line, with what belongs to it as ``name=value``."""

from __future__ import annotations

import copy
import logging
from typing import Any

# What every record has; the rest was given as `extra` and belongs to the event.
_OF_EVERY_RECORD = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "color_message", "taskName"}


_PACKAGES = ("api", "search", "indexer")


class EventFormatter(logging.Formatter):
    """Writes an event and the values that came with it."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line of *record*."""
        given = sorted((name, value) for name, value in vars(record).items() if name not in _OF_EVERY_RECORD)
        line = " ".join([super().format(record), *(f"{name}={value!r}" for name, value in given)])
        return line if record.exc_info else line.replace("\n", " ")


def log_on_terminal() -> None:
    """Write the warnings and errors of this project to standard error, in a process that runs one command."""
    handler = logging.StreamHandler()
    handler.setLevel(logging.WARNING)
    handler.setFormatter(EventFormatter("%(message)s"))
    for package in _PACKAGES:
        logging.getLogger(package).addHandler(handler)


def server_logging() -> dict[str, Any]:
    """Return uvicorn's logging with the events of this project beside it."""
    from uvicorn.config import LOGGING_CONFIG

    configuration = copy.deepcopy(LOGGING_CONFIG)
    configuration["formatters"]["event"] = {"()": EventFormatter, "format": "%(levelname)s:     %(message)s"}
    configuration["handlers"]["event"] = {
        "class": "logging.StreamHandler",
        "formatter": "event",
        "stream": "ext://sys.stderr",
    }
    for package in _PACKAGES:
        configuration["loggers"][package] = {"handlers": ["event"], "level": "INFO", "propagate": False}
    return configuration
