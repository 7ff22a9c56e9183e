"""The court site's own rows, with its upper-case names and nested tables, under the project's names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from indexer.repair import is_absent, text_of

_NAMES = {
    "CASE_NO": "number",
    "CASE_TITLE": "title",
    "INSTITUTION": "institution_date",
    "HEARING_DATE": "hearing",
    "BENCH": "bench",
    "STATUS": "status",
    "CASE_STAGE": "stage",
    "SHORT_ORDER": "short_order",
    "ADVOCATES_PETITIONER": "advocates_petitioner",
    "ADVOCATES_RESPONDENT": "advocates_respondent",
    "CASE_DESCRIPTION": "description",
    "DISPOSED_OF_STATUS": "disposal",
    "CASE_DISPOSAL_DATE": "disposal_date",
    "DISPOSAL_BENCH": "disposal_bench",
    "TENTATIVE_DATE": "tentative_date",
    "CONSIGNED_DATE": "consigned_date",
    "FIR_NUMBER": "fir_number",
    "FIR_DATE": "fir_date",
    "POLICE_STATION": "police_station",
    "UNDER_SECTION": "offence_sections",
    "INCIDENT": "incident",
    "NAME_OF_ACCUSED": "accused",
    "ID": "id",
    "COURT": "court",
    "SOURCE": "source",
    "PDF_FILES": "files",
    "ORDERS": "orders",
    "SCRAPED_AT": "scraped_at",
}
_SECOND_CHOICE = {"bench": "BEFORE_BENCH", "title": "CASE_TITLE_DETAILED", "status": "CASE_STATUS"}
COURT_NAMES = _NAMES | {theirs: ours for ours, theirs in _SECOND_CHOICE.items()}
"""The court's name of a field -> the project's; tables left out."""
_PARTY_NAMES = {"PARTY NAME": "name", "PARTY SIDE": "side"}


def flatten_court_row(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return a row of the court's site under the project's names; its tables become lists of objects."""
    flat = {name: row[theirs] for theirs, name in _NAMES.items() if not is_absent(row.get(theirs))}
    for name, theirs in _SECOND_CHOICE.items():
        if not is_absent(row.get(theirs)):
            flat.setdefault(name, row[theirs])
    metadata = row.get("_metadata")
    if isinstance(metadata, Mapping) and "scraped_at" in metadata:
        flat["scraped_at"] = metadata["scraped_at"]
    hearings = [*_table(row, "HEARING_DETAILS_DETAIL_DATA"), *_table(row, "ORDERS_DATA")]
    if hearings:
        flat["hearings"] = hearings
    motions = [*_table(row, "CASE_CMS_DETAIL_DATA"), *_table(row, "CASE_CMS_DATA")]
    if motions:
        # The two tables number their rows apart, so the same application has two SR values.
        flat["motions"] = [{name: value for name, value in motion.items() if name != "SR"} for motion in motions]
    parties = _table(row, "PARTIES_DETAIL_DATA")
    flat["parties"] = [{ours: party.get(theirs) for theirs, ours in _PARTY_NAMES.items()} for party in parties]
    flat["comments"] = [_comment(comment) for comment in _comments(row)]
    viewed = [name for hearing in hearings for name in hearing.get("VIEW", ())]
    flat["files"] = [*_split(flat.get("files")), *_judgment_files(row), *viewed]
    return flat


def _split(files: object) -> list[str]:
    if isinstance(files, list):
        return [name for name in files if not is_absent(name)]
    return text_of(files).replace("|", ";").split(";") if files else []


def _table(row: Mapping[str, Any], name: str) -> list[dict[str, Any]]:
    """The rows of one nested table as objects under its own headers."""
    table = row.get(name)
    content = table.get("content") if isinstance(table, Mapping) else None
    if not isinstance(content, Mapping):
        return []
    headers = [str(header) for header in content.get("headers") or ()]
    rows = [cells for cells in content.get("rows") or () if isinstance(cells, list)]
    return [dict(_cells(headers, cells)) for cells in rows]


def _cells(headers: list[str], cells: list[Any]) -> Iterator[tuple[str, Any]]:
    for header, cell in zip(headers, cells, strict=False):
        if header == "VIEW":
            yield header, list(_link_names(cell))
        else:
            yield header, cell


def _link_names(cell: object) -> Iterator[str]:
    for link in cell if isinstance(cell, list) else ():
        href = link.get("href") if isinstance(link, Mapping) else None
        if isinstance(href, str) and href.strip():
            yield href.rsplit("/", 1)[-1]


def _judgment_files(row: Mapping[str, Any]) -> Iterator[str]:
    judgment = row.get("JUDGEMENT_DATA")
    content = judgment.get("content") if isinstance(judgment, Mapping) else None
    name = content.get("pdf_filename") if isinstance(content, Mapping) else None
    if isinstance(name, str) and name.strip():
        yield name


def _comments(row: Mapping[str, Any]) -> list[dict[str, Any]]:
    return [*_table(row, "COMMENTS_DETAIL_DATA"), *_table(row, "COMMENTS_DATA")]


def _comment(comment: Mapping[str, Any]) -> str:
    names = ("COMPLIANCE_DATE", "DOC_TYPE", "PARTIES", "DESCRIPTION")
    return " - ".join(text_of(comment[name]).strip() for name in names if not is_absent(comment.get(name)))
