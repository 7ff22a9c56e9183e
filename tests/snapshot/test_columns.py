from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest

from indexer.columns import build_columns
from search.cases import Case, CaseNumber
from search.snapshot.columns import CODED, NO_DATE, open_columns

NUMBERED = Case(
    id="a",
    source_id="a",
    court="Islamabad High Court",
    number=CaseNumber("CRL MISC", 5, 2025, "Bail After Arrest", "SB"),
    judges=("Judge Two", "Judge One"),
    status="Decided",
    institution_date=date(1969, 12, 31),
)
BARE = Case(id="b", source_id="b", kind="document")


@pytest.fixture
def columns(tmp_path):
    build_columns([NUMBERED, BARE], tmp_path)
    return open_columns(tmp_path)


def test_a_code_leads_back_to_the_value(columns):
    values = {field: columns.vocabulary[field][columns.codes(field)[0]] for field in CODED}

    assert values == {
        "case_type": "CRL MISC",
        "category": "Bail After Arrest",
        "bench_kind": "SB",
        "status": "Decided",
        "court": "Islamabad High Court",
    }


def test_what_a_case_does_not_have_is_marked_so(columns):
    assert {field: columns.codes(field)[1] for field in CODED} == dict.fromkeys(CODED, -1)
    assert (columns.year[1], columns.serial[1], columns.date[1], columns.kind[1]) == (0, -1, NO_DATE, 1)
    assert columns.judges_of(1) == ()


def test_numbers_and_days_are_kept_as_numbers(columns):
    assert (columns.year[0], columns.serial[0], columns.kind[0]) == (2025, 5, 0)
    assert date(1970, 1, 1) + timedelta(days=int(columns.date[0])) == date(1969, 12, 31)


def test_judges_keep_the_order_of_the_record_and_the_vocabulary_is_sorted(columns):
    assert columns.judges_of(0) == ("Judge Two", "Judge One")
    assert columns.vocabulary["judge"] == ("Judge One", "Judge Two")


def test_a_field_without_codes_is_no_coded_field(columns):
    with pytest.raises(KeyError):
        columns.codes("year")


def test_there_is_a_row_for_every_case(columns):
    assert len(columns) == 2
    assert columns.case_type.dtype == columns.judge_codes.dtype == np.int32
