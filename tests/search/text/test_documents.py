"""Documents: text out of bytes, or one line that says why not."""

from __future__ import annotations

import contextlib
import io
import logging
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.errors import InputError
from search.text import documents
from search.text.documents import BYTES_MAX, TEXT_MAX, text_of
from tests.invented_pdf import pdf

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
COMPATIBLE = "http://schemas.openxmlformats.org/markup-compatibility/2006"
BOMB = (
    '<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    f'<w:document xmlns:w="{WORD}"><w:t>&b;</w:t></w:document>'
)


def docx(*paragraphs: str, notes: str = "", method: int = zipfile.ZIP_DEFLATED, **parts: str) -> bytes:
    """Make a DOCX; a paragraph is the XML of its runs, or words."""
    runs = (each if each.startswith("<") else f"<w:r><w:t>{each}</w:t></w:r>" for each in paragraphs)
    body = "".join(f"<w:p>{run}</w:p>" for run in runs)
    opening = f'<w:document xmlns:w="{WORD}" xmlns:mc="{COMPATIBLE}">'
    files = {"[Content_Types].xml": "<Types/>", "word/document.xml": f"{opening}{body}</w:document>"}
    if notes:
        files["word/footnotes.xml"] = f"{opening}<w:p><w:r><w:t>{notes}</w:t></w:r></w:p></w:document>"
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", method) as package:
        for name, content in {**files, **parts}.items():
            package.writestr(name, content)
    return packed.getvalue()


def lines_of(content: bytes) -> list[str]:
    return [line.strip() for line in text_of(content).splitlines() if line.strip()]


def reason_of(content: bytes) -> str:
    with pytest.raises(InputError) as refused:
        text_of(content)
    return str(refused.value)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1252"])
def test_plain_text_is_read_in_the_encodings_that_editors_write(encoding):
    text = "Zarak Example – W.P. 1/2099\r\nthe “State”"

    assert text_of(text.encode(encoding)) == text


def test_urdu_is_read():
    assert text_of("رٹ پٹیشن ۱۲/۲۰۹۹".encode()) == "رٹ پٹیشن ۱۲/۲۰۹۹"


def test_a_pdf_is_read():
    assert lines_of(pdf("Zarak Example v. State", "W.P. 1/2099")) == ["Zarak Example v. State", "W.P. 1/2099"]


@pytest.mark.parametrize("cipher", ["RC4-128", "AES-128", "AES-256"])
def test_a_pdf_that_is_locked_against_editing_alone_is_read(cipher):
    assert lines_of(pdf("Zarak Example", cipher=cipher)) == ["Zarak Example"]
    assert "locked with a password" in reason_of(pdf("Zarak Example", cipher=cipher, password="x"))


def test_a_docx_is_read_with_its_notes():
    made = docx("Zarak Example v. State,", "W.P. 1/2099", notes="PLD 2099 Islamabad 45")

    assert lines_of(made) == ["Zarak Example v. State,", "W.P. 1/2099", "PLD 2099 Islamabad 45"]


def test_runs_of_one_word_are_joined_and_tabs_and_breaks_kept():
    runs = "<w:r><w:t>W.P</w:t></w:r><w:r><w:t>. 1/2099</w:t><w:tab/><w:t>one</w:t><w:br/><w:t>two</w:t></w:r>"

    assert text_of(docx(runs)) == "W.P. 1/2099\tone\ntwo\n"


def test_what_a_reader_of_the_page_does_not_see_is_left_out():
    deleted = "<w:r><w:delText>deleted</w:delText><w:instrText>HYPERLINK</w:instrText></w:r>"
    twice = (
        "<mc:AlternateContent><mc:Choice><w:r><w:t>once</w:t></w:r></mc:Choice>"
        "<mc:Fallback><w:r><w:t>once</w:t></w:r></mc:Fallback></mc:AlternateContent>"
    )
    stops = '<w:pPr><w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs></w:pPr><w:r><w:t>end</w:t></w:r>'

    assert text_of(docx(deleted, twice, stops)) == "\nonce\nend\n"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        (docx(" "), "empty"),
        (b"a" * (BYTES_MAX + 1), "more than 10,485,760 bytes"),
        (b"a" * (TEXT_MAX + 1), "more than 500,000 characters"),
        (pdf(), "scan without recognised text"),
        (pdf("secret", password="x"), "locked with a password"),
        (b"%PDF-1.4\nnothing more", "cannot be read"),
        (b"PK\x03\x04 and nothing", "cannot be read"),
        (docx("Zarak")[:-40], "cannot be read"),
        (docx("<w:t>not closed"), "cannot be read"),
        (docx("Zarak", method=zipfile.ZIP_LZMA), "no word processor"),
        (docx(**{"word/document.xml": BOMB}), "document type"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old Word file"),
        (b"{\\rtf1 Zarak}", "Rich Text"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "neither text, PDF nor DOCX"),
        ("Zarak".encode("utf-16-le"), "neither text, PDF nor DOCX"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_reason(content, reason):
    assert reason in reason_of(content)


def test_a_zip_that_is_no_docx_is_refused():
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        package.writestr("word.txt", "Zarak")

    assert "no DOCX" in reason_of(packed.getvalue())


def test_a_locked_docx_is_refused():
    made = bytearray(docx("Zarak"))
    for header, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = made.find(header)
        while place >= 0:
            made[place + flags] |= 1
            place = made.find(header, place + 4)

    assert "locked with a password" in reason_of(bytes(made))


def test_a_bomb_is_refused_while_it_is_unpacked():
    made = docx(**{"word/footnotes.xml": f'<w:p xmlns:w="{WORD}">' + " " * 60_000_000})

    assert len(made) < BYTES_MAX
    assert "unpacks to more than" in reason_of(made)


def test_a_docx_of_too_many_words_is_refused_while_it_is_read():
    assert "500,000 characters" in reason_of(docx("ha" * TEXT_MAX))


def test_a_pdf_that_draws_without_end_is_refused(monkeypatch):
    monkeypatch.setattr(documents, "OPERATIONS_MAX", 50)

    assert "draws more than 50" in reason_of(pdf(content="q Q\n" * 60 + "BT /F1 12 Tf (a) Tj ET\n"))


def test_a_pdf_of_too_many_pages_is_refused(monkeypatch):
    monkeypatch.setattr(documents, "PAGES_MAX", 0)

    assert "1 pages" in reason_of(pdf("Zarak"))


def test_nothing_of_a_document_is_logged(caplog):
    caplog.set_level(logging.DEBUG)
    text_of(pdf("Zarak Example"))
    text_of(pdf("Zarak Example").replace(b"endobj", b"Zarak!"))
    reason_of(pdf("Zarak Example")[:300])

    assert "Zarak" not in caplog.text
    assert [record for record in caplog.records if record.name.startswith("pypdf")] == []


@given(st.binary(max_size=400))
def test_any_bytes_are_text_or_refused(content):
    with contextlib.suppress(InputError):
        assert text_of(content).strip()


@given(st.sampled_from([pdf("Zarak Example", "W.P. 1/2099"), docx("Zarak Example", "W.P. 1/2099")]), st.data())
def test_any_damage_is_survived(content, data):
    damaged = bytearray(content)
    for _ in range(data.draw(st.integers(1, 8))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    with contextlib.suppress(InputError):
        text_of(bytes(damaged))


def test_the_pdfs_of_the_court_are_read(shared_data: Path):
    read = [text_of(path.read_bytes()) for path in sorted((shared_data / "ihc/pdf").glob("*.pdf"))[:3]]

    assert all("ISLAMABAD" in text.upper() for text in read)
