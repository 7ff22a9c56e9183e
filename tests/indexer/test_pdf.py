"""PDFs: text out, or one line that says why not."""

from __future__ import annotations

from pathlib import Path

import pytest

from indexer.pdf import read_pdf
from indexer.records import Reject, read_items
from tests.invented_pdf import pdf


def written(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


def test_the_text_and_the_pages_of_a_pdf_are_read(tmp_path: Path) -> None:
    text, pages = read_pdf(written(tmp_path / "a.pdf", pdf("ORDER SHEET", "W.P. No. 1 of 2024")))

    assert ["ORDER SHEET", "W.P. No. 1 of 2024"] == [line.strip() for line in text.splitlines()]
    assert 1 == pages


def test_a_pdf_without_text_a_locked_one_and_a_broken_one_say_so(tmp_path: Path) -> None:
    cases = {
        written(tmp_path / "scan.pdf", pdf()): "holds no text",
        written(tmp_path / "locked.pdf", pdf("secret", password="x")): "locked with a password",
        written(tmp_path / "broken.pdf", b"%PDF-1.4\nnothing more"): "cannot be read",
    }
    for path, reason in cases.items():
        with pytest.raises(ValueError, match=reason):
            read_pdf(path)
        [item] = read_items(path)
        assert isinstance(item, Reject)
        assert reason in item.reason
