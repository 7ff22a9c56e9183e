"""Absence: a number that is not there is answered with what is."""

from __future__ import annotations

from search.query.request import SearchRequest
from search.types import Filters


def absences(engine, query: str, **more):
    return engine.search(SearchRequest(q=query, **more)).absent


def test_an_absent_number_is_told_with_what_the_index_covers(engine, cases):
    (absence,) = absences(engine, "please see W.P. 999/2021")
    serials = [case.number.serial for case in cases if case.number.year == 2021]
    (covered,) = absence.covered

    assert (absence.number, absence.case_types, absence.left_out_by_filters) == ("WP 999/2021", ("WP",), False)
    assert "please see W.P. 999/2021"[absence.start : absence.end] == "W.P. 999/2021"
    assert (covered.case_type, covered.year, covered.cases) == ("WP", 2021, len(serials))
    assert (covered.lowest, covered.highest, covered.serials) == (min(serials), max(serials), len(set(serials)))


def test_the_nearest_numbers_come_with_why(engine, cases):
    held = cases[3].number
    (absence,) = absences(engine, f"W.P. {held.serial}/{held.year + 1}")
    why, found = absence.nearest[0].why, absence.nearest[0].id

    assert (why, found) == ("other year", cases[3].id)
    assert {near.why for near in absence.nearest} <= {"other year", "other type", "next serial"}


def test_the_same_serial_and_year_of_another_type_is_near(engine, cases):
    held = cases[3].number
    (absence,) = absences(engine, f"I.C.A. {held.serial}/{held.year}")

    assert [near.id for near in absence.nearest if near.why == "other type"] == [cases[3].id]
    assert absence.covered[0].cases == 0
    assert absence.covered[0].lowest is None


def test_a_number_without_a_type_is_looked_for_under_all(engine):
    (absence,) = absences(engine, "999/2021")

    assert absence.case_types == ()
    assert [covered.case_type for covered in absence.covered] == [""]


def test_a_number_that_is_there_is_no_absence(engine, cases):
    assert absences(engine, cases[3].number_text) == ()


def test_filters_that_hide_a_case_are_named(engine, cases):
    held = cases[3].number
    (absence,) = absences(engine, cases[3].number_text, filters=Filters(year_from=held.year + 1))

    assert absence.left_out_by_filters


def test_words_before_a_number_that_is_there_make_no_other_type_of_it(engine, cases):
    held = cases[3].number

    for query in (f"is W.P. {held.serial}/{held.year} decided", f"in wp {held.serial}/{held.year}"):
        assert absences(engine, query) == ()


def test_each_number_of_a_range_is_told_by_itself(engine):
    found = absences(engine, "W.P. Nos. 997 to 999 of 2021")

    assert [absence.number for absence in found] == ["WP 997/2021", "WP 998/2021", "WP 999/2021"]


def test_two_years_and_a_plot_have_no_absence(engine):
    assert absences(engine, "2020/2021") == absences(engine, "plot 999/2021") == ()
