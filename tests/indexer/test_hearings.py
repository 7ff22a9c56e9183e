"""Order rows: from the court's tables and from the one-line form."""

from __future__ import annotations

from indexer.hearings import hearing_and_stage, hearings_of, motions_of


def test_the_hearing_column_is_a_date_and_a_stage() -> None:
    assert ("2024-02-20", "NOTICE CASES") == hearing_and_stage("TUE 20-02-2024 (FC)\nNOTICE CASES", [], year_max=2030)
    assert ("2024-02-20", "") == hearing_and_stage("20-02-2024", [], year_max=2030)
    assert ("2024-02-20", "CANCELLED - NO SCOPE") == hearing_and_stage(
        "TUE 20-02-2024\nCANCELLED - NO SCOPE", [], year_max=2030
    )
    assert ("", "") == hearing_and_stage("N/A", [], year_max=2030)


def test_the_one_line_form_is_taken_apart_and_a_repeated_order_kept_once() -> None:
    notes: list[str] = []
    written = (
        "SR 19 - 20-02-2024 - NOTICE CASES - Disposed Of - see order | SR 1 - CM on\n08-02-2024 - CANCELLED - NO SCOPE"
        " | SR 19 - 20-02-2024 - NOTICE CASES - Disposed Of - see order"
    )

    rows = hearings_of(written, notes, year_max=2030)

    assert [
        {"serial": "19", "date": "2024-02-20", "stage": "NOTICE CASES", "short_order": "Disposed Of - see order"},
        {"serial": "1", "date": "2024-02-08", "date_text": "CM on 08-02-2024", "stage": "CANCELLED - NO SCOPE"},
    ] == rows
    assert ["1 repeated"] == notes


def test_an_order_in_another_form_is_kept_whole() -> None:
    assert [{"short_order": "Adjourned."}] == hearings_of("Adjourned.", [], year_max=2030)


def test_applications_are_read_from_the_courts_names_and_from_the_projects() -> None:
    court = [{"CM": "CM 2/2024 (Stay)", "INSTITUTION": "03-02-2024", "DISPOSAL DATE": "N/A", "ORDER PASSED": "Allowed"}]
    own = [{"number": "CM 2/2024 (Stay)", "institution_date": "2024-02-03", "order": "Allowed"}]

    assert motions_of(own, [], year_max=2030) == motions_of(court, [], year_max=2030)
    assert [{"number": "CM 2/2024 (Stay)", "order": "Allowed", "institution_date": "2024-02-03"}] == motions_of(
        own, [], year_max=2030
    )
