"""Judgment PDFs: bytes in, text and number of pages out."""

from __future__ import annotations

import logging
from pathlib import Path

from pypdf import PdfReader
from pypdf.errors import PyPdfError

# What pypdf raises, besides its own errors, on a file whose structure is damaged.
_DAMAGE = (KeyError, TypeError, IndexError, AttributeError, RecursionError, ZeroDivisionError, AssertionError)


def read_pdf(path: Path) -> tuple[str, int]:
    """Return the text of a PDF, its pages joined by line breaks, and how many pages it has.

    Raises:
        ValueError: If it cannot be read or holds no text (a scan without recognised text).
    """
    # pypdf warns of every oddity in a file it can read; what it cannot read is raised.
    logging.getLogger("pypdf").setLevel(logging.ERROR)
    try:
        reader = PdfReader(path)
        if reader.is_encrypted and not reader.decrypt(""):
            raise ValueError("the PDF is locked with a password")
        pages = [page.extract_text() for page in reader.pages]
    except (PyPdfError, OSError, *_DAMAGE) as error:
        raise ValueError(f"the PDF cannot be read: {error}") from error
    text = "\n".join(pages)
    if not text.strip():
        raise ValueError("the PDF holds no text; it may be a scan without recognised text")
    return text, len(pages)
