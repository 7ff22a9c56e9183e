"""Citations are found in every spelling, and what lacks a part is told apart."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.identifiers.citation import Citation, find_citations, find_partial_citations
from search.identifiers.reporters import COURTS, INDIAN_COURTS, PARTS, REPORTERS, Reporter


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("PLD 2019 Isl 45", "PLD 2019 Islamabad 45"),
        ("PLD 2019 Islamabad 45", "PLD 2019 Islamabad 45"),
        ("P L D 2019 Isb. 45", "PLD 2019 Islamabad 45"),
        ("pld 2019 isl 45", "PLD 2019 Islamabad 45"),
        ("2019 PLD 45 Islamabad", "PLD 2019 Islamabad 45"),
        ("2019 PLD Islamabad 45", "PLD 2019 Islamabad 45"),
        ("PLD 2019 (Islamabad) 45", "PLD 2019 Islamabad 45"),
        ("PLD 2019 Islambad 45", "PLD 2019 Islamabad 45"),
        ("PLD 2019\nIslamabad\npage 45", "PLD 2019 Islamabad 45"),
        ("P.L.D. 1995 SC 34", "PLD 1995 Supreme Court 34"),
        ("PLD 1995 Supreme Court 34", "PLD 1995 Supreme Court 34"),
        ("PLD 1995 S.C. Page-34", "PLD 1995 Supreme Court 34"),
        ("PLD 1995 SC (Pak.) 34", "PLD 1995 Supreme Court 34"),
        ("PLD 95 SC 34", "PLD 1995 Supreme Court 34"),
        ("P.L.D. '95 S.C. 34", "PLD 1995 Supreme Court 34"),
        ("PLD 05 Lahore 12", "PLD 2005 Lahore 12"),
        ("2010 PLD 12 SC", "PLD 2010 Supreme Court 12"),
        ("PLD-1995-SC-34", "PLD 1995 Supreme Court 34"),
        ("PLD 1958 (W.P.) Kar. 12", "PLD 1958 Karachi 12"),
        ("PLD 2014 Sindh 12", "PLD 2014 Karachi 12"),
        ("PLD 2014 Lhr 12", "PLD 2014 Lahore 12"),
        ("PLD 2014 Pesh. 12", "PLD 2014 Peshawar 12"),
        ("PLD 2014 Balochistan 12", "PLD 2014 Quetta 12"),
        ("PLD 2014 FSC 12", "PLD 2014 Federal Shariat Court 12"),
        ("PLD 2014 SC (AJ&K) 12", "PLD 2014 Supreme Court (AJ&K) 12"),
        ("2019 SCMR 123", "2019 SCMR 123"),
        ("SCMR 2019 123", "2019 SCMR 123"),
        ("SCMR 2019 page 123", "2019 SCMR 123"),
        ("2019 S C M R 123", "2019 SCMR 123"),
        ("2019 S.C.M.R. 123", "2019 SCMR 123"),
        ("2019\nSCMR\n123", "2019 SCMR 123"),
        ("2019SCMR-123", "2019 SCMR 123"),
        ("2019 scmr at page 123", "2019 SCMR 123"),
        ("[2019] SCMR 123", "2019 SCMR 123"),
        ("2019 SCMR 2064", "2019 SCMR 2064"),
        ("2005 PCr.LJ 221", "2005 PCrLJ 221"),
        ("2005 P Cr. L J 221", "2005 PCrLJ 221"),
        ("2005 P.Crl.L.J. 221", "2005 PCrLJ 221"),
        ("2017 P.Cr.L.J. Note 41", "2017 PCrLJ Note 41"),
        ("2022 YLR Note 5", "2022 YLR Note 5"),
        ("2022 YLR (Note) 5", "2022 YLR Note 5"),
        ("1999 PLC (C.S.) 1539", "1999 PLC (CS) 1539"),
        ("2007 PLC(CS) 82", "2007 PLC (CS) 82"),
        ("PLC 2019 (CS) 45", "2019 PLC (CS) 45"),
        ("PLC 2019 (C.S.) Note 45", "2019 PLC (CS) Note 45"),
        ("PLC 2019 45", "2019 PLC 45"),
        ("2007 P L C (C.S) Note 82", "2007 PLC (CS) Note 82"),
        ("PLC (CS) 2007 82", "2007 PLC (CS) 82"),
        ("1985 PLC 63", "1985 PLC 63"),
        ("1985 PLC (Labour) 63", "1985 PLC 63"),
        ("2016 CLD 393", "2016 CLD 393"),
        ("2016 C L C (Karachi) 393", "2016 CLC 393"),
        ("2002 MLD 14", "2002 MLD 14"),
        ("2013 PTD (Trib.) 1420", "2013 PTD 1420"),
        ("NLR 1990 Criminal 45", "NLR 1990 Criminal 45"),
        ("NLR 1990 Cr. 45", "NLR 1990 Criminal 45"),
        ("PLJ 2010 Lahore 12", "PLJ 2010 Lahore 12"),
        ("PLJ 2010 Cr.C. (Lahore) 12", "PLJ 2010 Lahore (Cr.C.) 12"),
        ("PLJ 2010 Lah. (Cr.C) 12", "PLJ 2010 Lahore (Cr.C.) 12"),
        ("PLJ 2011 Peshawar (Note) 5", "PLJ 2011 Peshawar Note 5"),
        ("AIR 1954 SC 340", "AIR 1954 Supreme Court 340"),
        ("A.I.R. 1940 Sind 12", "AIR 1940 Sind 12"),
        ("SBLR 2010 Sindh 306", "SBLR 2010 Karachi 306"),
        ("PTCL 2014 CL. 154", "PTCL 2014 CL 154"),
        ("2016 GBLR 37", "2016 GBLR 37"),
        ("2023 SCP 45", "2023 SCP 45"),
        ("2021 IHC 123", "2021 IHC 123"),
        ("IHC 2019 1234", "2019 IHC 1234"),
        ("2019 IHC 1234", "2019 IHC 1234"),
        ("2025 LHC 3300", "2025 LHC 3300"),
        ("پی ایل ڈی ۲۰۱۹ اسلام آباد ۴۵", "PLD 2019 Islamabad 45"),
        ("پی ایل ڈی 2019 سپریم کورٹ صفحہ 45", "PLD 2019 Supreme Court 45"),
        ("۲۰۱۹ ایس سی ایم آر ۱۲۳", "2019 SCMR 123"),
        ("٢٠١٩ SCMR ١٢٣", "2019 SCMR 123"),
        ("2019 وائی ایل آر نوٹ 5", "2019 YLR Note 5"),
        ("2019 پی سی آر ایل جے 221", "2019 PCrLJ 221"),
    ],
)
def test_a_citation_has_one_key_in_every_spelling(text, key):
    (found,) = find_citations(text)

    assert found.key == key
    assert text[found.start : found.end] == text.lstrip("[")
    assert find_partial_citations(text) == []


def test_the_parts_of_a_citation():
    (found,) = find_citations("see (PLD 2010 Lah. Note 12) and")

    assert found == ("PLD", 2010, "Lahore", 12, "Note", 5, 26)


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("2010 SCMR 12, 115 and 2011 SCMR 9", ["2010 SCMR 12", "2011 SCMR 9"]),
        ("2019 SCMR 45, 67", ["2019 SCMR 45"]),
        ("PLD 2019 SC 45 & 67", ["PLD 2019 Supreme Court 45", "PLD 2019 Supreme Court 67"]),
        ("2019 SCMR 45 and 67; 2020 CLC 5", ["2019 SCMR 45", "2019 SCMR 67", "2020 CLC 5"]),
        ("2019 SCMR 45 & 67 & 89.", ["2019 SCMR 45", "2019 SCMR 67", "2019 SCMR 89"]),
        ("2019 SCMR 45, 67 and 89", ["2019 SCMR 45", "2019 SCMR 89"]),
        ("2019 SCMR 45, 67, and 89.", ["2019 SCMR 45", "2019 SCMR 89"]),
        ("2019 SCMR 45, 47, 50 & 89; it", ["2019 SCMR 45", "2019 SCMR 89"]),
        ("2019 SCMR 45 & 89, 91 and 95)", ["2019 SCMR 45", "2019 SCMR 89", "2019 SCMR 95"]),
        ("PLD 2010 SC 1, 5 and 9", ["PLD 2010 Supreme Court 1", "PLD 2010 Supreme Court 9"]),
        ("2019 SCMR 45, 67 and 89 others", ["2019 SCMR 45"]),
        ("2019 SCMR 45, 67 and 302 PPC", ["2019 SCMR 45"]),
        ("2019 SCMR 45, 67 and 68 of the Act", ["2019 SCMR 45"]),
        ("2019 SCMR 45, 302 and 324, 337-F PPC", ["2019 SCMR 45"]),
        ("2019 SCMR 45, 302, 324 and 365 read with", ["2019 SCMR 45"]),
        ("2019 SCMR 45, 67 of the Act and 89", ["2019 SCMR 45"]),
        ("2019 SCMR 45, 302/34 and 89", ["2019 SCMR 45"]),
        ("2019 SCMR 45, 67 and 12/2020", ["2019 SCMR 45"]),
        ("2019 SCMR 45, 67 and 5", ["2019 SCMR 45"]),
        ("2019 SCMR 45, 2020 and 67", ["2019 SCMR 45"]),
        ("2019 SCMR 45, 67 and 2020 CLC 5", ["2019 SCMR 45", "2020 CLC 5"]),
        ("2019 SCMR 45 and 3 others", ["2019 SCMR 45"]),
        ("2019 SCMR 45 and 67 others", ["2019 SCMR 45"]),
        ("2019 SCMR 45 and 2020 SCMR 67", ["2019 SCMR 45", "2020 SCMR 67"]),
        ("2019 SCMR 45 & 302 PPC", ["2019 SCMR 45"]),
        ("2019 SCMR 45 and 12/2020", ["2019 SCMR 45"]),
        ("2019 SCMR 45 and 12.", ["2019 SCMR 45"]),
        ("1 2023 SCMR 139 2 2021 SCMR 451 3", ["2023 SCMR 139", "2021 SCMR 451"]),
        ("3 42017 SCMR 608 5 PLD 2012 Sindh 293", ["2017 SCMR 608", "PLD 2012 Karachi 293"]),
        ("(PLD 2010 SCMR 501)", ["2010 SCMR 501"]),
        ("C.P. No. 12 of 2006 14 PLD 2007 SC 472", ["PLD 2007 Supreme Court 472"]),
        ("2014 YLR 26, YLR 2009 2414, 2010 SCMR 1697", ["2014 YLR 26", "2009 YLR 2414", "2010 SCMR 1697"]),
        ("2024 SCMR 14 = 2024 PLC (C.S) 10 = 2024 SCP 2", ["2024 SCMR 14", "2024 PLC (CS) 10", "2024 SCP 2"]),
    ],
)
def test_citations_in_a_row_are_told_apart(text, keys):
    assert [found.key for found in find_citations(text)] == keys


@pytest.mark.parametrize("mark", [". ", "; ", ", ", "\n", " ", " (", " [", " = ", " & ", " and ", " - ", ": "])
@pytest.mark.parametrize(
    ("incomplete", "reporter"), [("PLD 2041 SC", "PLD"), ("2041 SCMR", "SCMR"), ("SCMR 2041", "SCMR")]
)
@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("2019 SCMR 45", "2019 SCMR 45"),
        ("2019 P.L.D. Lahore 45", "PLD 2019 Lahore 45"),
        ("2019 PLD 45 Lahore", "PLD 2019 Lahore 45"),
        ("2019 PLC (C.S.) 45", "2019 PLC (CS) 45"),
        ("2019 YLR Note 5", "2019 YLR Note 5"),
        ("PLD 2019 Lahore 45", "PLD 2019 Lahore 45"),
    ],
)
def test_the_year_of_the_next_citation_is_no_page(mark, incomplete, reporter, written, key):
    text = f"see {incomplete}{mark}{written}"
    (lacking,) = find_partial_citations(text)

    assert [found.key for found in find_citations(text)] == [key]
    assert (lacking.reporter, lacking.missing) == (reporter, ("page",))
    assert text[lacking.start : lacking.end] == incomplete


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("2010 SCMR 2012, PLD 2018 SC 5", ["2010 SCMR 2012", "PLD 2018 Supreme Court 5"]),
        ("2010 SCMR 2012 PLD 2018 SC 5", ["2010 SCMR 2012", "PLD 2018 Supreme Court 5"]),
        ("2010 SCMR 1995 PLD 95 SC 5", ["2010 SCMR 1995", "PLD 1995 Supreme Court 5"]),
        ("PLD 2010 SC 2012 and 2013 SCMR 5", ["PLD 2010 Supreme Court 2012", "2013 SCMR 5"]),
        ("PLD 2010 SC 2012. 2013 SCMR 5", ["PLD 2010 Supreme Court 2012", "2013 SCMR 5"]),
        ("2010 SCMR 2012 and the SCMR", ["2010 SCMR 2012"]),
        ("2041 SCMR, 2040 SCMR, 2019 SCMR 45", ["2019 SCMR 45"]),
        ("2041 SCMR 2040 SCMR 2019 SCMR 45", ["2019 SCMR 45"]),
    ],
)
def test_a_page_that_may_be_a_year_is_one_where_a_citation_goes_on_with_it(text, keys):
    assert [found.key for found in find_citations(text)] == keys


@pytest.mark.parametrize(
    "text",
    [
        "W.P. No. 12/2019 PLC 5",
        "FIR No. 12/2019",
        "dated 12.03.2019 SCMR 12",
        "2010 PLC (C.S.) C.P. No. D-12 of 2011",
        "2010 SCMR 12/2011",
        "PLD 2019 Lahore 12.03.2020",
        "the PTCL employees of 2019 and 45 others",
        "air 2019 report 12",
        "the IHC 2021 12",
        "S.T.R. 12/2020 (SB)",
        "2019 SCMR) 45",
        "PLD 40 SC 45",
        "PLD 12 SC 2019",
        "SCMR 99 45",
        "PLD Publishers, 1991",
        "",
    ],
)
def test_what_is_no_citation_is_left_alone(text):
    assert find_citations(text) == []


@pytest.mark.parametrize(
    ("text", "reporter", "missing"),
    [
        ("PLD 2019", "PLD", ("court", "page")),
        ("PLD 2019 SC", "PLD", ("page",)),
        ("PLD 2019 45", "PLD", ("court",)),
        ("2019 PLD 45", "PLD", ("court",)),
        ("PLD SC 45", "PLD", ("year",)),
        ("PLD 45", "PLD", ("year", "court")),
        ("SCMR 45", "SCMR", ("year",)),
        ("2019 SCMR", "SCMR", ("page",)),
        ("SCMR 2019", "SCMR", ("page",)),
        ("P.Cr.L.J. 1430", "PCrLJ", ("year",)),
        ("PLC (C.S.) 12", "PLC (CS)", ("year",)),
        ("NLR 2010 109", "NLR", ("court",)),
        ("PLD 40 SC 45", "PLD", ("year",)),
    ],
)
def test_a_citation_that_lacks_a_part_says_which(text, reporter, missing):
    (found,) = find_partial_citations(f"See {text}.")

    assert (found.reporter, found.missing) == (reporter, missing)
    assert f"See {text}."[found.start : found.end] == text


@pytest.mark.parametrize(
    "text", ["the SCMR", "IHC 2019", "PTCL 2019", "clear air 2019", "(PLD 2010 SCMR 501)", "CLC, 5"]
)
def test_a_bare_name_or_a_court_is_no_partial_citation(text):
    assert find_partial_citations(text) == []


pieces = st.sampled_from(
    "PLD|SCMR|P Cr. L J|PLC (C.S.)|AIR|2019|1995|۲۰۱۹|45|12/2019|Isl.|SC|Note|page".split("|")
    + list(",.()[\n “İß💼")
    + ["پی ایل ڈی"]
)
texts = st.one_of(st.text(max_size=150), st.lists(pieces, max_size=40).map(" ".join), st.lists(pieces).map("".join))


@given(texts)
def test_spans_lie_inside_in_order_and_apart(text):
    found, partial = find_citations(text), find_partial_citations(text)
    spans = sorted((each.start, each.end) for each in [*found, *partial])

    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(left[1] <= right[0] for left, right in itertools.pairwise(spans))
    assert [each.start for each in found] == sorted(each.start for each in found)
    assert all(each.missing for each in partial)


@given(texts)
def test_what_was_found_is_found_again_alone(text):
    for found in find_citations(text):
        whole = text[found.start : found.end]
        if not whole.isdecimal():  # the second of "2019 SCMR 45 & 67" is its page alone
            assert [again.key for again in find_citations(whole)] == [found.key]


def every_division(reporter: Reporter) -> list[str]:
    tables = {"court": [COURTS], "part": [COURTS, PARTS], "india": [INDIAN_COURTS]}.get(reporter.divided_by, [])
    found = [name for table in tables for name in table]
    return found if reporter.needs_division else ["", *found]


@given(
    st.sampled_from(REPORTERS).flatmap(lambda each: st.tuples(st.just(each), st.sampled_from(every_division(each)))),
    st.integers(1947, 2049),
    st.integers(1, 9999),
    st.sampled_from(["", "Note"]),
)
def test_a_key_is_read_back_as_itself(volume, year, page, note):
    reporter, court = volume
    key = Citation(reporter.name, year, court, page, note, 0, 0).key

    assert [found.key for found in find_citations(key)] == [key]


@given(st.integers(1947, 2049), st.sampled_from(["SC", "Isl", "Lah.", "Karachi"]), st.integers(1, 9999))
def test_both_orders_and_the_key_itself_are_one_citation(year, court, page):
    (first,) = find_citations(f"PLD {year} {court} {page}")
    (second,) = find_citations(f"{year} P.L.D. {court} {page}")
    (third,) = find_citations(first.key)

    assert first.key == second.key == third.key


@pytest.mark.parametrize("piece", ["PLD ", "P.", "2019 ", "P L ", "(", "SC ", "2019 SCMR ", "1", " ", "\n"])
def test_a_long_text_of_one_kind_is_read_to_its_end(piece):
    text = piece * 4000 + "PLD 2019 Islamabad 45"

    assert find_citations(text)[-1].page == 45
