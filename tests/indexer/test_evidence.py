"""Ties by number, type and parties: only what is beyond doubt."""

from __future__ import annotations

import datetime

import pytest

from indexer.evidence import KnownCase, certain_case, names_parties
from indexer.headings import parties_in, title_of_text
from tests.store.inputs import heading


def known(
    *titles: str, case_type: str = "WP", number: tuple[int, int] = (5, 2024)
) -> dict[tuple[int, int], list[KnownCase]]:
    return {number: [KnownCase(f"case{place}", case_type, title, "W.P. 5/2024") for place, title in enumerate(titles)]}


def tied(text: str, cases: dict[tuple[int, int], list[KnownCase]], *names: str) -> str | None:
    found = certain_case(text, names, cases)
    return found.case if found else None


ORDER = heading(
    "Writ Petition No.05-2024", "Zarbano Quist, etc", "Securities and Exchange Commission of Pakistan and others"
)


def test_number_type_and_both_parties_make_a_tie() -> None:
    assert "case1" == tied(ORDER, known("Ylva Pellow VS Brask", "Zarbano Quist VS SECP"))


@pytest.mark.parametrize(
    "cases",
    [
        known("Zarbano Quist VS SECP", case_type="CRL ORG"),
        known("Zarbano Quist VS SECP", number=(6, 2024)),
        known("Zarbano Quist VS Helmar Ondrik"),
        known("Ylva Pellow VS SECP"),
        known("Zarbano Quist VS SECP", "Zarbano Quist VS SECP etc."),
        known(". VS ."),
        known("The State VS The State"),
    ],
)
def test_any_doubt_leaves_a_document_alone(cases: dict[tuple[int, int], list[KnownCase]]) -> None:
    assert tied(ORDER, cases) is None


def test_a_reference_without_parties_is_tied_to_the_record_without_parties() -> None:
    text = "JUDGMENT SHEET\nIN THE ISLAMABAD HIGH COURT\nCIVIL REFERENCE NO. 05 OF 2024\n[Transfer of appeals]"

    assert "case0" == tied(text, known(". VS .", case_type="CIVIL REF"))
    assert tied(text, known(". VS .", ". VS .", case_type="CIVIL REF")) is None


def test_a_wrong_number_in_the_heading_is_made_good_by_the_file_name() -> None:
    text = heading("W.P. No. 5/2014", "Zarbano Quist", "SECP")

    assert "case0" == tied(text, known("Zarbano Quist VS SECP"), "WP_05-24_638000000000000001.pdf")


def test_the_case_that_a_matter_arose_in_is_not_its_own_number() -> None:
    text = heading("Criminal Original No. 1 of 2024\nIN\nWrit Petition No. 5 of 2024", "Zarbano Quist", "SECP")

    assert tied(text, known("Zarbano Quist VS SECP")) is None


@pytest.mark.parametrize(
    ("title", "words", "named"),
    [
        ("Zarbano Quist VS FOP through Secretary Revenue", "zarbano quist federation of pakistan", True),
        ("Saul Isreal VS Ondrik", "saul israel ondrik", True),
        ("Live Stock Board VS Ondrik", "livestock board ondrik", True),
        ("Zarbano Quist Bangash VS Ondrik Bank", "zarbano quist ondrik bank", True),
        ("Zarbano Ahmed VS The State", "zarbano anjum the state", False),
        ("Zarbano Ahmed VS The State", "zarbano ahmed doctor pellow", True),
        ("Zarbano VS Ondrik", "ondrik", False),
        ("One Sided", "one sided", False),
    ],
)
def test_parties_are_named_by_most_of_their_letters_on_both_sides(title: str, words: str, named: bool) -> None:
    assert named == names_parties(title, words.split())


HEARD = datetime.date(2024, 3, 7)


def case_heard(title: str, *advocates: str, name: str = "case0", case_type: str = "WP") -> KnownCase:
    return KnownCase(name, case_type, title, "W.P. 5/2024", frozenset({HEARD}), advocates)


def order_of_that_day(number: str, day: str = "07.03.2024") -> str:
    opening = heading(number, "Northern Light Bulb Works", "Collector of Lamps")
    return f"{opening}\n{day} Mr. Brask Ondrik, Advocate for the petitioner."


@pytest.mark.parametrize(
    ("text", "case"),
    [
        (order_of_that_day("W.P. No. 5/2024"), case_heard("NLBW VS Tax Office", "Brask Ondrik (Asc)")),
        (order_of_that_day("W.P. No. 5/2024"), case_heard("Northern Light Bulb Factory VS Revenue Division")),
        (order_of_that_day("Writ Petition No. O5 of 2024"), case_heard("NLBW VS Tax Office", "Brask Ondrik")),
        (order_of_that_day("W. P No. 0512024"), case_heard("NLBW VS Tax Office", "Brask Ondrik")),
        (order_of_that_day("W.P. No. 5/2024"), case_heard("NLBW VS FOP", "Brask Ondrik", case_type="WP SPL")),
    ],
    ids=["advocate", "one side", "letter for a nought", "digit for a stroke", "longer type"],
)
def test_the_day_it_was_heard_and_a_name_stand_in_for_the_parties(text: str, case: KnownCase) -> None:
    assert "case0" == tied(text, {(5, 2024): [case]})


@pytest.mark.parametrize(
    ("text", "cases"),
    [
        (order_of_that_day("W.P. No. 5/2024", "08.03.2024"), [case_heard("NLBW VS Tax Office", "Brask Ondrik")]),
        (order_of_that_day("W.P. No. 5/2024", "41.03.2024"), [case_heard("NLBW VS Tax Office", "Brask Ondrik")]),
        (order_of_that_day("W.P. No. 5/2024"), [case_heard("NLBW VS Tax Office", "Brask Pellow")]),
        (order_of_that_day("W.P. No. 5/2024"), [case_heard("Zarbano VS Federation of Pakistan", "State Counsel")]),
        (order_of_that_day("I.C.A. No. 5/2024"), [case_heard("NLBW VS Tax Office", "Brask Ondrik")]),
        (
            order_of_that_day("W.P. No. 5/2024"),
            [case_heard("NLBW VS Tax Office", "Brask Ondrik", name=name) for name in ("case0", "case1")],
        ),
    ],
    ids=["another day", "no day", "another advocate", "offices alone", "another type", "two cases"],
)
def test_the_same_number_without_day_or_name_is_no_tie(text: str, cases: list[KnownCase]) -> None:
    assert tied(text, {(5, 2024): cases}) is None


def test_a_title_is_the_party_line_or_the_first_telling_line() -> None:
    assert "Zarbano Quist VS Helmar Ondrik" == title_of_text(
        heading("W.P. No. 1/2024", "Zarbano Quist", "Helmar Ondrik")
    )
    assert "CIVIL REFERENCE NO. 1 OF 2025" == title_of_text(
        "JUDGMENT SHEET\nISLAMABAD\n\nCIVIL REFERENCE NO. 1 OF 2025\n"
    )
    assert ("Zarbano Quist Services", "Board") == parties_in(
        ["W.P. No. 1/2024", "Zarbano Quist", "Services", "VERSUS", "Board"]
    )
    long = title_of_text("word " * 100)
    assert len(long) <= 160
    assert long.endswith("word")
