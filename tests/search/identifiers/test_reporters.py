"""Reporters and the courts their volumes are divided by."""

from __future__ import annotations

import itertools

import pytest

from search.identifiers.reporters import COURTS, REPORTERS, division_of, is_reporter, reporter_of, reporter_pattern


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("PLD", "PLD"),
        ("p.l.d.", "PLD"),
        ("P. Cr. L J", "PCrLJ"),
        ("PLC(CS)", "PLC (CS)"),
        ("plc", "PLC"),
        ("S C M R", "SCMR"),
        ("ایس سی ایم آر", "SCMR"),
    ],
)
def test_a_reporter_is_known_in_any_spelling(written, name):
    reporter = reporter_of(written)

    assert reporter is not None
    assert reporter.name == name
    assert is_reporter(written)


@pytest.mark.parametrize("word", ["", "PPC", "CrPC", "Tax", "W.P.", "2019", "Islamabad", "pl"])
def test_another_word_is_no_reporter(word):
    assert not is_reporter(word)


@pytest.mark.parametrize("reporter", REPORTERS, ids=lambda reporter: reporter.name)
def test_every_spelling_is_found_and_belongs_to_one_reporter(reporter):
    for spelling in (reporter.name, *reporter.spellings):
        found = reporter_pattern().fullmatch(spelling)
        assert found is not None, spelling
        assert reporter_of(found.group()) == reporter


@pytest.mark.parametrize(
    ("name", "written", "division"),
    [
        ("PLD", "Isl.", "Islamabad"),
        ("PLD", "(W.P.) Lahore", "Lahore"),
        ("PLD", "Lahore High Court", "Lahore"),
        ("PLD", "Peshawer", "Peshawar"),
        ("PLD", "Criminal", None),
        ("PLD", "SCMR", None),
        ("PLJ", "SC (Cr.C.)", "Supreme Court (Cr.C.)"),
        ("NLR", "Crl.", "Criminal"),
        ("AIR", "Sindh", "Sind"),
        ("AIR", "Islamabad", None),
    ],
)
def test_a_division_is_read_as_its_reporter_names_it(name, written, division):
    (reporter,) = (each for each in REPORTERS if each.name == name)

    assert division_of(reporter, written) == division


def test_no_spelling_names_two_courts():
    for (left, _), (right, _) in itertools.combinations(COURTS.items(), 2):
        assert not {left, *COURTS[left]} & {right, *COURTS[right]}
