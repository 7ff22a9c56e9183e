"""A PDF as tests need one."""

from __future__ import annotations

import io

from pypdf import PdfWriter


def pdf(*lines: str, password: str = "", cipher: str = "", content: str = "", forms: str = "") -> bytes:
    """Make a PDF with one page of *lines*, by hand, since pypdf writes no text."""
    shown = content or "".join(
        f"BT /F1 12 Tf 50 {700 - 20 * place} Td ({line}) Tj ET\n" for place, line in enumerate(lines)
    )
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources 6 0 R >>",
        f"<< /Length {len(shown)} >>\nstream\n{shown}endstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        f"<< /Font << /F1 5 0 R >> {forms} >>",
    ]
    body, offsets = "%PDF-1.4\n", []
    for number, each in enumerate(objects, start=1):
        offsets.append(len(body))
        body += f"{number} 0 obj\n{each}\nendobj\n"
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    trailer = f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(body)}\n%%EOF\n"
    made = f"{body}xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{trailer}".encode("ascii")
    if not password and not cipher:
        return made
    writer, locked = PdfWriter(clone_from=io.BytesIO(made)), io.BytesIO()
    writer.encrypt(password, "owner", algorithm=cipher or "RC4-128")
    writer.write(locked)
    return locked.getvalue()
