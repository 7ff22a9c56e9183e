"""Loading: the same store whatever the order, on both databases."""

from __future__ import annotations

import csv
import itertools
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from sqlalchemy import event

from indexer.documents import document_of
from indexer.loading import load, remove
from indexer.progress import silent
from indexer.records import RawRecord
from indexer.writer import CaseWriter
from search.cases import Case
from search.errors import AmbiguousCase, CaseNotFound, InputError, StoreError, WriterBusy
from search.settings import Settings
from search.store.connection import open_store, store_errors
from search.store.reader import CaseReader
from tests.store.inputs import document, full_row, heading, record, row, write_jsonl


@pytest.fixture
def settings(tmp_path: Path, store_url: str) -> Settings:
    return Settings(home=tmp_path / "home", database_url=store_url)


@pytest.fixture
def local(tmp_path: Path) -> Settings:
    """A store where the kind of database makes no difference."""
    return Settings(home=tmp_path / "home")


def cases_in(settings: Settings) -> list[Case]:
    engine = open_store(settings.store_url)
    try:
        return list(CaseReader(engine).cases())
    finally:
        engine.dispose()


def revision_of(settings: Settings) -> str:
    engine = open_store(settings.store_url)
    try:
        return CaseReader(engine).revision()
    finally:
        engine.dispose()


def test_the_same_case_from_three_sources_is_one_case_and_the_newest_source_wins(
    settings: Settings, tmp_path: Path
) -> None:
    files = [
        write_jsonl(tmp_path / "records.jsonl.gz", [record()]),
        write_jsonl(tmp_path / "rows.jsonl", [row()]),
        write_jsonl(tmp_path / "full.jsonl", [full_row()]),
    ]

    summary = load(settings, files)

    [case] = cases_in(settings)
    assert (3, 1) == (summary.records, summary.cases_new)
    assert ("Decided", "Disposed of", "inv-1") == (case.status, case.short_order, case.source_id)
    assert {"full.jsonl"} == {each.source_file for each in case.provenance if each.field == "status"}


def test_loading_twice_changes_nothing(settings: Settings, tmp_path: Path) -> None:
    source = write_jsonl(
        tmp_path / "all.jsonl", [record(1), record(2), document(record_id="inv-1"), document("b.pdf", "B")]
    )
    load(settings, [source])
    before = cases_in(settings)

    summary = load(settings, [source])

    assert (0, 0, 2, 2) == (summary.cases_new, summary.cases_changed, summary.cases_unchanged, summary.documents)
    assert before == cases_in(settings)


def test_a_load_broken_off_is_finished_by_running_it_again(settings: Settings, tmp_path: Path) -> None:
    source = write_jsonl(tmp_path / "many.jsonl", [record(place) for place in range(1, 1_251)])
    reports = itertools.count()

    def killed(step: str, done: int, total: int) -> None:
        if next(reports) == 6:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        load(settings, [source], progress=killed)
    held = len(cases_in(settings))

    summary = load(settings, [source])

    assert 0 < held < 1_250
    assert 1_250 - held == summary.cases_new
    assert 1_250 == len(cases_in(settings))


PIECES: Sequence[tuple[str, list[Any]]] = (
    (
        "records.jsonl",
        [record(1), record(2), record(3, title=". VS ."), record(4, number=None, title="Notes VS Papers")],
    ),
    (
        "rows.jsonl",
        [row(1), row(2, title="Ylva Pellow VS Verrin Board"), row(3), row(1, case_number="W.P. 1/2024 (SB)")],
    ),
    ("full.jsonl", [full_row(1), full_row(3)]),
    ("documents.jsonl", [document("one.pdf", "Text  of one.", record_id="inv-1"), document("two.pdf", "Alone.")]),
    (
        "again.jsonl",
        [
            document("one.pdf", "Text of one."),
            document(
                "W.P._1_of_2024_638000000000000001.pdf",
                heading("W.P. No. 1 of 2024", "Zarbano Quist 1", "Helmar Ondrik"),
            ),
            document("note.pdf", heading("Writ Petition No.2-2024", "Ylva Pellow", "Verrin Board and others")),
            record(1),
        ],
    ),
)


def test_any_order_of_files_gives_the_same_store(tmp_path: Path) -> None:
    files = [write_jsonl(tmp_path / name, values) for name, values in PIECES]
    stores = []
    for place, order in enumerate(itertools.islice(itertools.permutations(files), 0, 120, 29)):
        together = Settings(home=tmp_path / f"together{place}")
        load(together, order)
        one_by_one = Settings(home=tmp_path / f"one_by_one{place}")
        for file in order:
            load(one_by_one, [file])
        stores += [(revision_of(each), cases_in(each)) for each in (together, one_by_one)]

    assert all(stores[0] == store for store in stores)


def test_collisions_and_suspected_twins_are_reported_and_not_merged(local: Settings, tmp_path: Path) -> None:
    source = write_jsonl(
        tmp_path / "a.jsonl",
        [record(1), row(1, title="Ylva Pellow- VS -Verrin Board"), row(1, case_number="W.P. 1/2024 Writ (SB)")],
    )

    summary = load(local, [source])

    assert 3 == summary.cases_new
    [collision], [twin] = summary.collisions, summary.suspected_twins
    assert collision.startswith("W.P. 1/2024 Service Other (SB): ")
    assert "Ylva Pellow VS Verrin Board" in collision
    assert twin.startswith("W.P. 1/2024 Service Other (SB) | W.P. 1/2024 Writ (SB): Zarbano Quist 1")


def test_an_id_stays_when_a_second_case_of_its_number_arrives(local: Settings, tmp_path: Path) -> None:
    load(local, [write_jsonl(tmp_path / "a.jsonl", [record(1)])])
    [before] = cases_in(local)

    load(local, [write_jsonl(tmp_path / "b.jsonl", [row(1, title="Ylva Pellow- VS -Verrin Board")])])

    assert before in cases_in(local)


def test_a_record_without_parties_joins_the_only_case_of_its_number_and_no_other(
    local: Settings, tmp_path: Path
) -> None:
    load(local, [write_jsonl(tmp_path / "a.jsonl", [record(1), record(1, id="bare", title=". VS .")])])
    [joined] = cases_in(local)

    load(local, [write_jsonl(tmp_path / "b.jsonl", [row(1, title="Ylva Pellow- VS -Verrin Board")])])

    assert ("bare", "inv-1") == joined.source_ids
    assert "Zarbano Quist 1 VS Helmar Ondrik etc." == joined.title
    assert 3 == len(cases_in(local))


def test_a_judgment_without_title_or_number_is_a_case_of_its_own(settings: Settings, tmp_path: Path) -> None:
    judgments = [
        {
            "id": "J1",
            "court": "?",
            "case_number": "appeal nor",
            "date": "",
            "text": "IN THE HIGH COURT\nW.P. 5 of 2020\nBody.",
        },
        {
            "id": "J2",
            "court": "Lahore High Court",
            "case_number": "C.R. 7/2019",
            "date": "05.12.2019",
            "text": "C.R. 7/2019 heard today.",
        },
    ]
    load(settings, [write_jsonl(tmp_path / "j.jsonl", judgments)])

    first, second = sorted(cases_in(settings), key=lambda case: case.source_id)

    assert (None, "", "", "W.P. 5 of 2020") == (first.number, first.number_text, first.court, first.title)
    assert (None, "C.R. 7/2019", "2019-12-05") == (second.number, second.number_text, str(second.hearing_date))
    assert [judgments[0]["text"]] == [each.text for each in first.documents]


def test_a_document_is_tied_by_record_id_by_listed_name_or_by_number_and_parties(
    settings: Settings, tmp_path: Path
) -> None:
    values = [
        record(1),
        record(2, pdf_files=["listed.pdf"]),
        record(3),
        document("given.pdf", "Given.", record_id="inv-1"),
        document("listed.pdf", "Listed."),
        document("x.pdf", heading("Writ Petition No.03-2024", "Zarbano Quist 3", "Helmar Ondrik and others")),
        document("y.pdf", heading("Writ Petition No.03-2024", "Ylva Pellow", "Verrin Board")),
    ]

    summary = load(settings, [write_jsonl(tmp_path / "a.jsonl", values)])

    tied = {each.file_name: (case.source_id, each.tie) for case in cases_in(settings) for each in case.documents}
    assert (4, 3, 1) == (summary.documents, summary.documents_tied, summary.documents_alone)
    assert ("inv-1", "record_id given with the document") == tied["given.pdf"]
    assert ("inv-2", "file name listed by the court") == tied["listed.pdf"]
    assert "inv-3" == tied["x.pdf"][0]
    assert tied["x.pdf"][1].startswith("number, type and parties")
    alone = next(case for case in cases_in(settings) if case.kind == "document")
    assert ("y.pdf", None, "Ylva Pellow VS Verrin Board") == (alone.source_id, alone.number, alone.title)


def test_a_document_alone_is_tied_when_its_case_arrives(local: Settings, tmp_path: Path) -> None:
    load(local, [write_jsonl(tmp_path / "d.jsonl", [document(record_id="inv-1")])])
    assert ["document"] == [case.kind for case in cases_in(local)]

    load(local, [write_jsonl(tmp_path / "r.jsonl", [record(1)])])

    [case] = cases_in(local)
    assert ("case", 1) == (case.kind, len(case.documents))


def test_a_removed_case_takes_its_records_and_leaves_other_documents(settings: Settings, tmp_path: Path) -> None:
    source = write_jsonl(tmp_path / "a.jsonl", [record(1), row(1), record(2), document(record_id="inv-1")])
    load(settings, [source])
    whole = cases_in(settings)

    removed = remove(settings, "inv-1")

    assert "inv-1" == removed.source_id
    assert {"inv-2", "order.pdf"} == {case.source_id for case in cases_in(settings)}
    assert "order.pdf" == remove(settings, "order.pdf").source_id
    assert ["inv-2"] == [case.source_id for case in cases_in(settings)]
    with pytest.raises(CaseNotFound):
        remove(settings, "inv-1")
    load(settings, [source])
    assert whole == cases_in(settings)


def test_a_source_id_of_several_cases_removes_none_of_them_and_lists_their_ids(
    settings: Settings, tmp_path: Path
) -> None:
    load(settings, [write_jsonl(tmp_path / "a.jsonl", [record(1, id="N1"), record(2, id="N1"), record(3)])])
    first, second = (case for case in cases_in(settings) if case.source_id == "N1")

    with pytest.raises(AmbiguousCase, match="2 cases carry 'N1'") as caught:
        remove(settings, "N1")

    assert all(f"{case.id} {case.number_text} {case.title}" in str(caught.value) for case in (first, second))
    assert 3 == len(cases_in(settings))
    assert second == remove(settings, second.id)
    assert first == remove(settings, "N1")


def test_a_bad_line_is_kept_with_its_place_and_reason_and_the_rest_is_loaded(local: Settings, tmp_path: Path) -> None:
    lines = [
        record(1),
        '{"id": "cut',
        "",
        {"query": "q", "relevant": []},
        '"text"',
        {"id": "x"},
        document(text="   "),
        record(2, id="x" * 1_001),
        record(3),
    ]
    summary = load(local, [write_jsonl(tmp_path / "a.jsonl", lines)])

    assert summary.rejects_file is not None
    rejects = [json.loads(line) for line in summary.rejects_file.read_text("utf-8").splitlines()]
    assert (2, 6) == (summary.cases_new, summary.rejects)
    assert [2, 4, 5, 6, 7, 8] == [reject["line"] for reject in rejects]
    assert rejects[0] == {"file": "a.jsonl", "line": 2, "reason": rejects[0]["reason"], "text": '{"id": "cut'}
    assert rejects[0]["reason"].startswith("not JSON")
    assert "the document has no text" == rejects[4]["reason"]
    assert [summary.rejects_file] == list((local.home / "rejects").iterdir())


WRONG_TYPES = (
    (record(1, id={"a": 1}), 'id is {"a": 1}; expected text or a number'),
    (record(1, id=True), "id is true; expected text or a number"),
    (record(1, title=["A", "B"]), 'title is ["A", "B"]; expected text or a number'),
    (record(1, status={"x": 1}), 'status is {"x": 1}; expected text or a number'),
    (record(1, court=[1]), "court is [1]; expected text or a number"),
    (record(1, number={"a": 1}), 'number is {"a": 1}; expected text or a number'),
    (record(1, bench=[["A"]]), 'bench is [["A"]]; expected text or a list of texts'),
    (record(1, comments=[{"a": 1}]), 'comments is [{"a": 1}]; expected text or a list of texts'),
    (record(1, pdf_files=5), "pdf_files is 5; expected text or a list of texts"),
    (record(1, pdf_files=[5]), "pdf_files is [5]; expected text or a list of texts"),
    (record(1, facts={"under_section": [302]}), "under_section is [302]; expected text or a number"),
    (record(1, facts="x"), 'facts is "x"; expected an object'),
    (record(1, orders=5), "orders is 5; expected text or a list of objects"),
    (record(1, orders=[{"stage": ["x"]}]), 'stage is ["x"]; expected text or a number'),
    (record(1, motions={"number": "CM 1"}), 'motions is {"number": "CM 1"}; expected a list of objects'),
    (record(1, motions=[{"number": [1]}]), "number is [1]; expected text or a number"),
    (record(1, parties=[{"name": False}]), "name is false; expected text or a number"),
    (record(1, title="x" * 9, text=5), "text is 5; expected text"),
    (full_row(1, CASE_TITLE=["A"]), 'CASE_TITLE is ["A"]; expected text or a number'),
    (document(text=5), "text is 5; expected text"),
    (document(text=["a", "b"]), 'text is ["a", "b"]; expected text'),
    (document(5), "file is 5; expected text"),
    (document(record_id=["inv-1"]), 'record_id is ["inv-1"]; expected text or a number'),
)


def test_a_value_of_a_wrong_type_rejects_its_line_and_names_the_field(local: Settings, tmp_path: Path) -> None:
    lines = [record(7), *(values for values, _ in WRONG_TYPES)]

    summary = load(local, [write_jsonl(tmp_path / "a.jsonl", lines)])

    assert summary.rejects_file is not None
    rejects = [json.loads(line) for line in summary.rejects_file.read_text("utf-8").splitlines()]
    assert [reason for _, reason in WRONG_TYPES] == [reject["reason"] for reject in rejects]
    assert ["inv-7"] == [case.source_id for case in cases_in(local)]


def test_a_number_may_be_an_id_and_a_list_may_name_the_bench(local: Settings, tmp_path: Path) -> None:
    bench = ["Mr. Justice Orvald Tansu", None, "Justice Ms. Ylva Pellow"]
    lines = [record(id=12, bench=bench, title="A VS B", fir_number=7), document("d.pdf", pages=1e999, record_id=12)]

    load(local, [write_jsonl(tmp_path / "a.jsonl", lines)])

    [case] = cases_in(local)
    assert ("12", "7", ("Orvald Tansu", "Ylva Pellow")) == (case.source_id, case.fir_number, case.judges)
    assert [("d.pdf", None)] == [(each.file_name, each.pages) for each in case.documents]


def test_a_csv_column_where_rows_are_expected_says_nothing_and_rejects_nothing(local: Settings, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("id,title,parties,facts\n1,A VS B,A and B,none told\n")

    assert (1, 0) == (load(local, [path]).cases_new, len(list((local.home / "rejects").glob("*"))))


def test_a_load_without_rejects_makes_no_file_of_them(local: Settings, tmp_path: Path) -> None:
    summary = load(local, [write_jsonl(tmp_path / "a.jsonl", [record(1)])])

    assert (0, None) == (summary.rejects, summary.rejects_file)
    assert not (local.home / "rejects").exists()


@pytest.mark.parametrize("court", [True, False])
def test_csv_is_read_with_the_columns_of_the_court_and_of_the_project(
    local: Settings, tmp_path: Path, court: bool
) -> None:
    names = {
        "CASE_NO": "number",
        "CASE_TITLE": "title",
        "INSTITUTION": "institution_date",
        "BENCH": "bench",
        "HEARING_DATE": "hearing",
        "STATUS": "status",
        "SHORT_ORDER": "short_order",
        "UNDER_SECTION": "under_section",
    }
    cells = [
        "W.P. 1/2024 Service Other (SB)",
        "Zarbano Quist- VS -Helmar Ondrik",
        "03-02-2024",
        "Mr. Justice Orvald Tansu",
        "WED 19-06-2024 (FC)\nNOTICE CASES",
        "Pending",
        "N/A",
        "489-F PPC",
    ]
    path = tmp_path / "a.csv"
    with path.open("w", newline="", encoding="utf-8") as stream:
        csv.writer(stream).writerows([names.keys() if court else names.values(), cells, ["too", "few"]])

    summary = load(local, [path])

    [case] = cases_in(local)
    assert 1 == summary.rejects
    assert ("Islamabad High Court", "NOTICE CASES", "489-F PPC", "") == (
        case.court,
        case.stage,
        case.offence_sections,
        case.short_order,
    )
    assert (("Orvald Tansu",), "2024-06-19") == (case.judges, str(case.hearing_date))


def test_a_folder_is_loaded_and_what_is_no_record_is_named(local: Settings, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    (folder / "deep").mkdir(parents=True)
    write_jsonl(folder / "deep" / "records.jsonl", [record(1)])
    write_jsonl(folder / "queries.jsonl", [{"query": "q", "relevant": []}])
    (folder / "split.json").write_text('{"inv-1": "train"}')
    (folder / "notes.txt").write_text("notes")
    (folder / "scan.pdf").write_text("no pdf")

    summary = load(local, [folder])

    assert 1 == summary.cases_new
    reasons = "\n".join(summary.skipped)
    assert 4 == len(summary.skipped)
    assert all(
        name in reasons
        for name in (
            "queries.jsonl holds search queries",
            "split.json holds no case records",
            "notes.txt is of no kind",
            "scan.pdf is not a PDF",
        )
    )


def test_a_path_that_cannot_be_loaded_leaves_nothing_behind(local: Settings, tmp_path: Path) -> None:
    good = write_jsonl(tmp_path / "good.jsonl", [record(1)])

    with pytest.raises(InputError, match="there is no file or folder"):
        load(local, [good, tmp_path / "missing.jsonl"])

    assert not local.home.exists()


def test_a_second_writer_is_refused(local: Settings, tmp_path: Path) -> None:
    source = write_jsonl(tmp_path / "a.jsonl", [record(1)])
    local.home.mkdir()
    with FileLock(local.home / "writer.lock"), pytest.raises(WriterBusy):
        load(local, [source])


def test_a_full_disk_is_one_line_and_leaves_whole_batches(local: Settings, tmp_path: Path) -> None:
    load(local, [write_jsonl(tmp_path / "a.jsonl", [record(1)])])
    engine = open_store(local.store_url)
    event.listen(engine, "connect", lambda connection, _: connection.execute("PRAGMA max_page_count = 120"))
    texts = [
        document_of(RawRecord("b.jsonl", place, "document", document(text="x" * 50_000 + str(place))))
        for place in range(99)
    ]

    with pytest.raises(StoreError, match="is full") as caught, store_errors(engine), engine.begin() as connection:
        CaseWriter(connection).add_documents(texts)

    assert "\n" not in str(caught.value)
    assert ["inv-1"] == [case.source_id for case in cases_in(local)]
    engine.dispose()


def test_progress_is_told_and_ends_at_its_total(local: Settings, tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    load(local, [write_jsonl(tmp_path / "a.jsonl.gz", [record(1)])], progress=lambda *step: told.append(step))

    assert ["loading", "tying documents"] == list(dict.fromkeys(step for step, _, _ in told))
    assert all(0 <= done <= total for _, done, total in told)
    assert ("tying documents", 2, 2) == told[-1]
    silent("nothing", 0, 0)


ODD = st.text(max_size=40)


@hypothesis_settings(max_examples=20)
@given(
    values=st.lists(
        st.one_of(
            ODD,
            st.dictionaries(
                st.sampled_from(["id", "title", "number", "text", "file", "facts", "CASE_NO"]), ODD | st.integers()
            ),
        ),
        max_size=6,
    )
)
def test_no_line_whatever_it_holds_stops_a_load_or_vanishes(
    tmp_path_factory: pytest.TempPathFactory, values: list[Any]
) -> None:
    folder = tmp_path_factory.mktemp("odd")
    lines = [record(1), *(json.dumps(value) for value in values)]

    summary = load(Settings(home=folder / "home"), [write_jsonl(folder / "a.jsonl", lines)])

    assert len(lines) == summary.records + summary.documents + summary.rejects
