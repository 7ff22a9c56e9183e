"""PDFs: text out, or one line that says why not."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfWriter

from indexer.pdf import read_pdf
from indexer.records import Reject, read_items


def pdf(path: Path, *lines: str, password: str = "") -> Path:
    """Write a PDF with one page of *lines*, by hand, since pypdf writes no text."""
    shown = "".join(f"BT /F1 12 Tf 50 {700 - 20 * place} Td ({line}) Tj ET\n" for place, line in enumerate(lines))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources 6 0 R >>",
        f"<< /Length {len(shown)} >>\nstream\n{shown}endstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        "<< /Font << /F1 5 0 R >> >>",
    ]
    body, offsets = "%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(body))
        body += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    trailer = f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(body)}\n%%EOF\n"
    path.write_text(f"{body}xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{trailer}", encoding="ascii")
    if password:
        writer = PdfWriter(clone_from=path)
        writer.encrypt(password, algorithm="RC4-128")
        writer.write(path)
    return path


def test_the_text_and_the_pages_of_a_pdf_are_read(tmp_path: Path) -> None:
    text, pages = read_pdf(pdf(tmp_path / "a.pdf", "ORDER SHEET", "W.P. No. 1 of 2024"))

    assert ["ORDER SHEET", "W.P. No. 1 of 2024"] == [line.strip() for line in text.splitlines()]
    assert 1 == pages


def test_a_pdf_without_text_a_locked_one_and_a_broken_one_say_so(tmp_path: Path) -> None:
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.4\nnothing more")
    cases = {
        pdf(tmp_path / "scan.pdf"): "holds no text",
        pdf(tmp_path / "locked.pdf", "secret", password="x"): "locked with a password",
        tmp_path / "broken.pdf": "cannot be read",
    }
    for path, reason in cases.items():
        with pytest.raises(ValueError, match=reason):
            read_pdf(path)
        [item] = read_items(path)
        assert isinstance(item, Reject)
        assert reason in item.reason
