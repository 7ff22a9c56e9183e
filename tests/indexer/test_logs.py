"""Log lines of the server."""

from __future__ import annotations

import logging
import logging.config

import pytest

from indexer.logs import EventFormatter, log_on_terminal, server_logging


def line_of(message: str, **extra: object) -> str:
    record = logging.getLogger("api").makeRecord("api", logging.INFO, "file", 1, message, (), None, extra=extra)
    return EventFormatter("%(levelname)s: %(message)s").format(record)


def test_an_event_is_followed_by_its_values_in_order():
    assert line_of("generation opened", generation="g", cases=3) == "INFO: generation opened cases=3 generation='g'"


@pytest.mark.parametrize("text", ["a\nERROR: forged", "a\r\nb"])
def test_a_value_cannot_begin_a_line(text):
    assert len(line_of("event", value=text).splitlines()) == 1
    assert len(line_of(text.replace("\r", "")).splitlines()) == 1


def test_a_command_tells_of_an_error_with_its_cause(capsys: pytest.CaptureFixture[str]):
    logger = logging.getLogger("search")
    before = list(logger.handlers)
    log_on_terminal()
    logging.getLogger("search.second_stage").error("reranker failed", extra={"error": "KeyError"})
    logging.getLogger("search.second_stage").info("nothing to tell")
    for package in ("api", "search", "indexer"):
        logging.getLogger(package).handlers[len(before) :] = []

    assert capsys.readouterr().err == "reranker failed error='KeyError'\n"


def test_the_configuration_is_one_that_logging_takes():
    formatter = logging.config.DictConfigurator(server_logging())

    assert {"api", "search", "indexer", "uvicorn"} <= set(formatter.config["loggers"])
