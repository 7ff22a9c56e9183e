"""Reading: what was loaded comes out whole, on both databases."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from indexer.loading import load
from search.cases import CaseNumber, Hearing, Motion, Party, Profile
from search.errors import CaseNotFound, StoreError
from search.settings import Settings
from search.store.connection import open_store
from search.store.reader import CaseReader
from tests.store.inputs import document, full_row, record, write_jsonl


@pytest.fixture
def settings(tmp_path: Path, store_url: str) -> Settings:
    return Settings(home=tmp_path / "home", database_url=store_url)


def reader_after(settings: Settings, folder: Path, *values: object) -> CaseReader:
    load(settings, [write_jsonl(folder / "input.jsonl", values)])
    return CaseReader(open_store(settings.store_url))


def test_every_field_of_a_detailed_row_is_kept(settings: Settings, tmp_path: Path) -> None:
    reader = reader_after(settings, tmp_path, full_row())

    case = next(reader.cases())

    assert case.number == CaseNumber("WP", 1, 2024, "Service Other", "SB")
    assert case.title == "Zarbano Quist 1 VS Helmar Ondrik etc."
    assert case.parties == (
        Party("Zarbano Quist 1", "petitioner"),
        Party("Helmar Ondrik etc", "respondent"),
        Party("The Verrin Board", "respondent"),
    )
    assert case.judges == ("Orvald Tansu", "The Honorable Chief Justice")
    assert (case.status, case.stage, case.short_order, case.disposal) == (
        "Decided",
        "NOTICE CASES",
        "Disposed of",
        "Disposed of",
    )
    assert (case.institution_date, case.hearing_date, case.disposal_date, case.consigned_date) == (
        date(2024, 2, 3),
        date(2024, 6, 19),
        date(2024, 6, 19),
        date(2024, 8, 1),
    )
    assert case.advocates_petitioner == ("Brask Wexley", "Yorvik Brask")
    assert (case.fir_number, case.fir_date, case.police_station) == ("12", date(2024, 1, 1), "Quistabad")
    assert (case.offence_sections, case.accused, case.incident) == ("489-F PPC", "Zarbano Quist", "")
    assert case.hearings == (
        Hearing(
            serial="7",
            date=date(2024, 5, 6),
            date_text="CM on 06-05-2024",
            bench="Justice Ms. Ylva Pellow",
            list_type="Urgent List",
            stage="URGENT CASES",
            short_order="Relist",
            files=("W.P._1_of_2024_638000000000000001.pdf",),
        ),
    )
    assert case.motions == (Motion("CM 9/2024 (Stay)", date(2024, 2, 3), None, "", "Stay", "Allowed"),)
    assert case.comments == ("Reply - Filed by respondent No. 1",)
    assert case.files == ("W.P._1_of_2024_638000000000000001.pdf",)
    assert {"input.jsonl"} == {entry.source_file for entry in case.provenance}
    reader.engine.dispose()


def test_a_profile_and_a_document_come_back_as_they_went_in(settings: Settings, tmp_path: Path) -> None:
    profile = {
        "summary": "S.",
        "abstract": "A.",
        "subjects": ["bail"],
        "sections": ["497"],
        "keywords": ["delay", "bail"],
    }
    reader = reader_after(
        settings, tmp_path, record(profile=profile), document(text="Whole text.", record_id="inv-1", pages=3)
    )

    case = reader.case("inv-1")

    assert case.profile == Profile(
        summary="S.", abstract="A.", subjects=("bail",), sections=("497",), keywords=("delay", "bail")
    )
    assert [("order.pdf", "Whole text.", 3)] == [(each.file_name, each.text, each.pages) for each in case.documents]
    reader.engine.dispose()


def test_a_case_is_found_under_its_id_and_every_source_id(settings: Settings, tmp_path: Path) -> None:
    reader = reader_after(settings, tmp_path, record(id="b"), record(id="a"))

    case = next(reader.cases())

    assert ("a", ("a", "b")) == (case.source_id, case.source_ids)
    assert [case, case, case] == [reader.case(name) for name in (case.id, "a", "b")]
    for unknown in ("c", "", "a\x00"):
        with pytest.raises(CaseNotFound):
            reader.case(unknown)
    reader.engine.dispose()


def test_cases_come_ordered_by_id_and_over_many_reads(settings: Settings, tmp_path: Path) -> None:
    whole = reader_after(settings, tmp_path, *(record(place) for place in range(1, 11)))
    reader = CaseReader(whole.engine, cases_at_once=3)

    cases = list(reader.cases())

    assert 10 == reader.count() == len(cases)
    assert sorted(case.id for case in cases) == [case.id for case in cases]
    assert cases == [reader.case(case.id) for case in cases]
    reader.engine.dispose()


def test_control_characters_and_broken_surrogates_reach_neither_database(settings: Settings, tmp_path: Path) -> None:
    reader = reader_after(
        settings,
        tmp_path,
        record(title="Zarbano\x00 Quist VS X\ud800", comments=["one\x00two"]),
        document(text="a\x00b"),
    )

    case = reader.case("inv-1")

    assert "Zarbano Quist VS X\ufffd" == case.title
    assert ("onetwo",) == case.comments
    assert ["ab"] == [each.text for each in reader.case("order.pdf").documents]
    reader.engine.dispose()


def test_the_revision_follows_the_content_and_not_the_way_it_came(settings: Settings, tmp_path: Path) -> None:
    reader = reader_after(settings, tmp_path, record(1), record(2))
    first = reader.revision()

    load(settings, [write_jsonl(tmp_path / "a_other_name.jsonl", [record(2), record(1)])])
    assert first == reader.revision()

    load(settings, [write_jsonl(tmp_path / "more.jsonl", [record(3)])])
    assert first != reader.revision()
    reader.engine.dispose()


@pytest.mark.parametrize("create", [True, False])
def test_a_home_that_is_a_file_is_named(tmp_path: Path, create: bool) -> None:
    settings = Settings(home=tmp_path / "home")
    settings.home.touch()

    with pytest.raises(StoreError, match="home is a file; IHC_SEARCH_HOME takes a folder"):
        open_store(settings.store_url, create=create)


def test_a_reader_makes_no_database(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="there is no store at"):
        open_store(f"sqlite:///{tmp_path / 'none.sqlite'}")

    assert [] == list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("not a url", "no database URL"),
        ("sqlite://", "needs a file"),
        ("nosuchdatabase://host/name", "a store at nosuchdatabase://... cannot be opened; expected sqlite"),
        ("postgresql://someone:secret@host:port/name", "HOST:PORT/NAME, with a number for PORT"),
    ],
)
def test_a_url_that_names_no_store_is_refused_in_one_line(url: str, reason: str) -> None:
    with pytest.raises(StoreError, match=reason) as caught:
        open_store(url)

    assert "\n" not in str(caught.value)
    assert "secret" not in str(caught.value)


def test_an_unreachable_server_is_one_line_without_the_password() -> None:
    engine = open_store("postgresql://someone:secret@127.0.0.1:1/nothing")

    with pytest.raises(StoreError, match="cannot be used") as caught:
        CaseReader(engine).count()

    assert "secret" not in str(caught.value)
    assert "\n" not in str(caught.value)
