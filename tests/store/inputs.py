"""Invented input records in the shapes that files have, and a way to write them to files."""

from __future__ import annotations

import gzip
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

ORDERS = (
    "SR 4 - 19-06-2024 - NOTICE CASES - Petition is allowed. | SR 6 - 02-06-2024 - CANCELLED - NO SCOPE"
    " | SR 4 - 19-06-2024 - NOTICE CASES - Petition is allowed."
)


def record(place: int = 1, **changes: Any) -> dict[str, Any]:
    """A case record of the project's own form; *changes* replace or add fields, None takes one out."""
    made: dict[str, Any] = {
        "id": f"inv-{place}",
        "title": f"Zarbano Quist {place} VS Helmar Ondrik etc.",
        "number": f"W.P. {place}/2024 Service Other (SB)",
        "court": "Islamabad High Court",
        "status": "Pending",
        "bench": "Honourable Mr. Justice Orvald Tansu",
        "institution_date": "03-02-2024",
        "hearing": "WED 19-06-2024 (FC)\nNOTICE CASES",
        "facts": {"orders": ORDERS, "short_order": "Petition is allowed.", "fir_number": "0"},
        "pdf_files": [],
    } | changes
    return {name: value for name, value in made.items() if value is not None}


def row(place: int = 1, **changes: Any) -> dict[str, Any]:
    """The same case as the court's site lists it."""
    made: dict[str, Any] = {
        "institution_date": "03-02-2024",
        "case_number": f"W.P. {place}/2024 Service Other (SB)",
        "title": f"Zarbano Quist {place}- VS -Helmar Ondrik etc.",
        "bench": "N/A",
        "hearing": "N/A",
        "status": "Decided",
    }
    return made | changes


def full_row(place: int = 1, **changes: Any) -> dict[str, Any]:
    """The same case as the court's site details it."""
    hearing = ["7", "CM on\n06-05-2024", "Justice Ms. Ylva Pellow", "Urgent List", "URGENT CASES", "Relist", "N/A",
               [{"href": f"https://court.invalid/a/W.P._{place}_of_2024_638000000000000001.pdf"}]]  # fmt: skip
    tables = {
        "HEARING_DETAILS_DETAIL_DATA": (
            ["SR", "HEARING_DATE", "BENCH", "LIST_TYPE", "CASE_STAGE", "SHORT_ORDER", "DISPOSAL_DATE", "VIEW"],
            [hearing],
        ),
        "CASE_CMS_DETAIL_DATA": (
            ["SR", "CM", "INSTITUTION", "DISPOSAL DATE", "ORDER PASSED", "DESCRIPTION", "STATUS"],
            [["1", "CM 9/2024 (Stay)", "03-02-2024", "N/A", "N/A", "Stay", "Allowed"]],
        ),
        "PARTIES_DETAIL_DATA": (["PARTY #", "PARTY NAME", "PARTY SIDE"], [["1", "The Verrin Board", "Respondent"]]),
        "COMMENTS_DETAIL_DATA": (["", "DOC_TYPE", "DESCRIPTION"], [["", "Reply", "Filed by respondent No. 1"]]),
    }
    made: dict[str, Any] = {
        "CASE_NO": f"W.P. {place}/2024 Service Other (SB)",
        "CASE_TITLE": f"Zarbano Quist {place}- VS -Helmar Ondrik etc.",
        "INSTITUTION": "03-02-2024",
        "BENCH": "Mr. Justice Orvald Tansu, The Honourable Chief Justice",
        "HEARING_DATE": "WED 19-06-2024 (FC)\nNOTICE CASES",
        "STATUS": "Decided",
        "CASE_STATUS": "DECIDED",
        "CASE_STAGE": "",
        "SHORT_ORDER": "Disposed of",
        "ADVOCATES_PETITIONER": "Brask Wexley, Yorvik Brask",
        "ADVOCATES_RESPONDENT": "N/A",
        "CASE_DESCRIPTION": "Against an order of the Verrin Board.",
        "DISPOSED_OF_STATUS": "DECIDED (Disposed of)",
        "CASE_DISPOSAL_DATE": "19-06-2024",
        "CONSIGNED_DATE": "01-08-2024",
        "TENTATIVE_DATE": "N/A",
        "FIR_NUMBER": "12",
        "FIR_DATE": "01-01-2024",
        "POLICE_STATION": "Quistabad",
        "UNDER_SECTION": "489-F PPC",
        "INCIDENT": "N/A",
        "NAME_OF_ACCUSED": "Zarbano Quist",
        "_metadata": {"scraped_at": "2025-01-01T03:06:20.220423"},
    }
    made |= {name: {"content": {"headers": headers, "rows": rows}} for name, (headers, rows) in tables.items()}
    return made | changes


def document(name: str = "order.pdf", text: str = "An order about nothing.", **changes: Any) -> dict[str, Any]:
    """A judgment with its file name."""
    return {"file": name, "pages": 1, "text": text, "record_id": None} | changes


def heading(number: str, petitioner: str, respondent: str, body: str = "Relist.") -> str:
    """The text of an order sheet as the court prints it."""
    return (
        f"ORDER SHEET\nIN THE ISLAMABAD HIGH COURT, ISLAMABAD\nJUDICIAL DEPARTMENT\n{number}\n{petitioner}\nVersus\n"
        f"{respondent}\nS. No. of order\nDate of order\n{body}\n"
    )


def write_jsonl(path: Path, values: Sequence[Any]) -> Path:
    """Write one value a line, compressed where the name ends so; a string is written as it is."""
    lines = [value if isinstance(value, str) else json.dumps(value) for value in values]
    content = ("\n".join(lines) + "\n").encode("utf-8", "surrogatepass")
    path.write_bytes(gzip.compress(content, mtime=0) if path.name.endswith(".gz") else content)
    return path
