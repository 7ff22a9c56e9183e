"""Quiet: the libraries that train keep their own reports and bars to themselves."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from logging import ERROR, getLogger
from typing import Any


@contextmanager
def quiet() -> Iterator[None]:
    """Let transformers and sentence-transformers tell of nothing but errors.

    That the classifier of a body is new, which it reports at length, says no more than that it has still to learn.
    """
    from transformers.utils import logging as untyped

    logging: Any = untyped
    wrapping = getLogger("sentence_transformers")
    told, wrapped, draws = logging.get_verbosity(), wrapping.level, logging.is_progress_bar_enabled()
    logging.set_verbosity_error()
    wrapping.setLevel(ERROR)
    logging.disable_progress_bar()
    try:
        yield
    finally:
        logging.set_verbosity(told)
        wrapping.setLevel(wrapped)
        if draws:
            logging.enable_progress_bar()
