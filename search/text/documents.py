"""Documents: the bytes of a text file, a PDF or a DOCX in, its text out.

A file is known by its content and never by its name.  It comes from a stranger: whatever in it could unfold to more
than was sent is counted while it is read, and nothing of it is written to disk or to the log.
"""

from __future__ import annotations

import io
import logging
import re
import struct
import zipfile
import zlib
from typing import Any, NoReturn
from xml.parsers import expat

from search.errors import InputError

BYTES_MAX = 10 * 1024 * 1024
"""Size of a file."""
TEXT_MAX = 500_000
"""Characters of its text: some 200 pages, and seconds of reading."""
PAGES_MAX = 1_000
UNPACKED_BYTES_MAX = 50 * 1024 * 1024
"""Of the parts of a DOCX that are read, together."""
OPERATIONS_MAX = 3_000_000
"""Drawing operations of a PDF: forms inside forms multiply."""

_PDF, _ZIP, _OLE, _RTF = b"%PDF-", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"{\\rtf"
_HEADER_BYTES = 1024
_BYTE_ORDER_MARKS = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_NO_TEXT = re.compile("[\x00-\x08\x0e-\x19\x1b-\x1f]")
"""Control characters that stand in no text; a form feed parts pages, and 0x1A ends files of old programs."""
# What a damaged package makes the standard library raise.
_DAMAGE = (
    *(zipfile.BadZipFile, zlib.error, expat.ExpatError, struct.error),
    *(EOFError, OSError, ValueError, KeyError, RuntimeError, OverflowError),
)
_BLOCK_BYTES = 64 * 1024
_DOCX_PARTS = ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml")
"""Briefs cite in notes; headers and comments are no part of the text."""
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main "
_STRICT_WORD = "http://purl.oclc.org/ooxml/wordprocessingml/main "
_FALLBACK = "http://schemas.openxmlformats.org/markup-compatibility/2006 Fallback"
"""The same text once more, for older programs."""
_STANDS_FOR = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_CIPHERS = "the package cryptography (`pip install cryptography`)"
_SAVE_AS = "save it as DOCX, PDF with text, or plain text"


def text_of(content: bytes) -> str:
    """Return the text of a plain text file, a PDF or a DOCX.

    Pages, paragraphs and notes are parted by line breaks.  Text is UTF-8, UTF-16 with its mark, or Windows-1252.

    Raises:
        InputError: If it is empty, too large, encrypted, damaged, a scan without text, or of another kind.
    """
    if len(content) > BYTES_MAX:
        raise InputError(
            f"the document has more than {BYTES_MAX:,} bytes, which is the most that is read; check it in parts"
        )
    if _PDF in content[:_HEADER_BYTES]:
        text = _text_of_pdf(content)
    elif content.startswith(_ZIP):
        text = _text_of_docx(content)
    else:
        text = _plain_text(content)
    if not text.strip():
        raise InputError("the document is empty; expected text, a PDF with text, or DOCX")
    _check_length(len(text))
    return text


def _check_length(length: int) -> None:
    if length > TEXT_MAX:
        raise InputError(f"the document has more than {TEXT_MAX:,} characters; check it in parts")


def _plain_text(content: bytes) -> str:
    if content.startswith(_OLE):
        raise InputError(f"the document is locked with a password, or an old Word file; {_SAVE_AS}")
    if content.startswith(_RTF):
        raise InputError(f"the document is Rich Text; {_SAVE_AS}")
    text = _decoded(content)
    if text is None or _NO_TEXT.search(text):
        raise InputError(f"the document is neither text, PDF nor DOCX; {_SAVE_AS}")
    return text


def _decoded(content: bytes) -> str | None:
    marked = next((encoding for mark, encoding in _BYTE_ORDER_MARKS if content.startswith(mark)), None)
    for encoding in (marked,) if marked else ("utf-8-sig", "windows-1252"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def _text_of_pdf(content: bytes) -> str:
    # Loaded by whoever reads a PDF, not by whoever imports this module.
    from pypdf import PdfReader
    from pypdf.errors import DependencyError

    # It warns of every oddity, at times with a piece of the file.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise InputError(f"the PDF is locked with a password; {_SAVE_AS}")
        text = _text_of_pages(reader)
    except InputError:
        raise
    except DependencyError as error:
        # A PDF that anybody may read and nobody may edit is encrypted too, with an empty password.
        raise InputError(f"the PDF is encrypted, and reading it needs {_CIPHERS}; or {_SAVE_AS}") from error
    except Exception as error:  # what a stranger's bytes make a PDF library raise has no end
        raise InputError(f"the PDF cannot be read ({type(error).__name__}); {_SAVE_AS}") from error
    if not text.strip():
        raise InputError("the PDF holds no text; it may be a scan without recognised text")
    return text


def _text_of_pages(reader: Any) -> str:
    if len(reader.pages) > PAGES_MAX:
        raise InputError(f"the PDF has {len(reader.pages):,} pages; at most {PAGES_MAX:,} are read")
    operations = _Operations()
    pages: list[str] = []
    length = 0
    for page in reader.pages:
        pages.append(page.extract_text(visitor_operand_before=operations.count))
        operations.check()
        length += len(pages[-1])
        _check_length(length)
    return "\n".join(pages)


class _Operations:
    """Counts the drawing operations of a PDF and stops the reading where they are too many."""

    def __init__(self) -> None:
        self._seen = 0

    def count(self, *_operation: object) -> None:
        self._seen += 1
        self.check()

    def check(self) -> None:
        # pypdf takes an error inside a form for damage and goes on, hence the second look behind each page.
        if self._seen > OPERATIONS_MAX:
            raise InputError(f"the PDF draws more than {OPERATIONS_MAX:,} things; {_SAVE_AS}")


def _text_of_docx(content: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            names = set(package.namelist())
            if _DOCX_PARTS[0] not in names:
                raise InputError(f"the document is a ZIP file and no DOCX; {_SAVE_AS}")
            unpacked = _Unpacked()
            texts = [_text_of_part(package, name, unpacked) for name in _DOCX_PARTS if name in names]
    except _DAMAGE as error:
        raise InputError(f"the DOCX cannot be read ({type(error).__name__}); {_SAVE_AS}") from error
    return "\n".join(texts)


class _Unpacked:
    """Counts what was unpacked of a package."""

    def __init__(self) -> None:
        self._size_bytes = 0

    def add(self, size_bytes: int) -> None:
        self._size_bytes += size_bytes
        if self._size_bytes > UNPACKED_BYTES_MAX:
            raise InputError(f"the DOCX unpacks to more than {UNPACKED_BYTES_MAX:,} bytes; {_SAVE_AS}")


def _text_of_part(package: zipfile.ZipFile, name: str, unpacked: _Unpacked) -> str:
    part = package.getinfo(name)
    if part.flag_bits & 1:
        raise InputError(f"the DOCX is locked with a password; {_SAVE_AS}")
    if part.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        # Of other methods a few bytes may unpack to gigabytes at once.
        raise InputError(f"the DOCX is packed in a way that no word processor uses; {_SAVE_AS}")
    reader = _WordText()
    with package.open(part) as stream:
        while block := stream.read(_BLOCK_BYTES):
            unpacked.add(len(block))
            reader.feed(block)
    return reader.close()


class _WordText:
    """Reads the words of one XML part as it is unpacked; a document type, and with it any entity, is refused."""

    def __init__(self) -> None:
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.StartDoctypeDeclHandler = _refuse_document_type
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._characters
        self._pieces: list[str] = []
        self._length = 0
        self._in_text = False
        self._fallbacks = 0

    def feed(self, block: bytes) -> None:
        self._parser.Parse(block, False)

    def close(self) -> str:
        self._parser.Parse(b"", True)
        return "".join(self._pieces)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._fallbacks += name == _FALLBACK
        local = _local(name)
        self._in_text = local == "t"
        # A tab with attributes sets a tab stop of the paragraph.
        self._add("" if local == "tab" and attributes else _STANDS_FOR.get(local, ""))

    def _end(self, name: str) -> None:
        self._fallbacks -= name == _FALLBACK
        self._in_text = False
        if _local(name) in ("p", "tr"):
            self._add("\n")
        elif _local(name) == "tc":
            self._add("\t")

    def _characters(self, text: str) -> None:
        if self._in_text:
            self._add(text)

    def _add(self, text: str) -> None:
        if text and not self._fallbacks:
            self._pieces.append(text)
            self._length += len(text)
            _check_length(self._length)


def _local(name: str) -> str:
    """Return the name of a word processor's element without its namespace; empty for any other."""
    namespace, _, local = name.rpartition(" ")
    return local if f"{namespace} " in (_WORD, _STRICT_WORD) else ""


def _refuse_document_type(*_declaration: object) -> NoReturn:
    raise InputError(f"the DOCX declares a document type, which none needs; {_SAVE_AS}")
