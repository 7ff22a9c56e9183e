"""References to statutes are read in whatever form people write them, and nothing else is taken for one."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.identifiers.acts import ACTS
from search.identifiers.statute import (
    StatuteReference,
    find_recorded_statutes,
    find_statutes,
    reference_of,
    same_provision,
    sections_behind,
)
from search.text.normalise import unified

ENGLISH = {
    "s. 497(2) Cr.P.C": ["CrPC s 497(2)"],
    "section 497 CrPC": ["CrPC s 497"],
    "Section 497, Cr.P.C.": ["CrPC s 497"],
    "S.497 Cr.PC": ["CrPC s 497"],
    "sec 497 crpc": ["CrPC s 497"],
    "497 crpc bail": ["CrPC s 497"],
    "CrPC 497": ["CrPC s 497"],
    "CRPC section 497": ["CrPC s 497"],
    "497 of the Code of Criminal Procedure, 1898": ["CrPC s 497"],
    "Section 497 of the Criminal Procedure Code (V of 1898)": ["CrPC s 497"],
    "bail under section 497(1), third proviso": ["s 497(1)"],
    "sub-section (2) of section 497 Cr.P.C": ["CrPC s 497(2)"],
    "Sub-Section 2 of Section 497 Cr.P.C": ["CrPC s 497(2)"],
    "154 Cr. P.C.": ["CrPC s 154"],
    "Section:161 Cr.PC": ["CrPC s 161"],
    "u/s 22-A(6) Cr.P.C": ["CrPC s 22-A(6)"],
    "22-A/22-B Cr.P.C": ["CrPC s 22-A", "CrPC s 22-B"],
    "U/S 22-A&B Cr. P.C": ["CrPC s 22-A", "CrPC s 22-B"],
    "sections 22-A and 22-B": ["CrPC s 22-A*", "CrPC s 22-B*"],
    "561-A quashment": ["CrPC s 561-A*"],
    "561A Cr.P.C.": ["CrPC s 561-A"],
    "265-K or 249-A": ["CrPC s 265-K*", "CrPC s 249-A*"],
    "sections 435/439-A Cr.P.C": ["CrPC s 435", "CrPC s 439-A"],
    "u/s 540-A": ["CrPC s 540-A*"],
    "PPC 302": ["PPC s 302"],
    "302 PPC": ["PPC s 302"],
    "302PPC": ["PPC s 302"],
    "324-PPC": ["PPC s 324"],
    "u/s 302/34 PPC": ["PPC s 302", "PPC s 34"],
    "u/s 302 34 ppc": ["PPC s 302", "PPC s 34"],
    "section 302(b) PPC": ["PPC s 302(b)"],
    "302-B PPC": ["PPC s 302(b)"],
    "sections 420, 468 and 471 PPC": ["PPC s 420", "PPC s 468", "PPC s 471"],
    "sections 302, 324, 148 & 149 PPC": ["PPC s 302", "PPC s 324", "PPC s 148", "PPC s 149"],
    "under Sections 420/468/471 PPC read with Section 5(2) of the Prevention of Corruption Act, 1947": [
        "PPC s 420", "PPC s 468", "PPC s 471", "Prevention of Corruption Act s 5(2)"
    ],
    "Section 302 read with Section 34 PPC": ["PPC s 302", "PPC s 34"],
    "489-F": ["PPC s 489-F*"],
    "489-f cheque dishonour": ["PPC s 489-F*"],
    "489F PPC": ["PPC s 489-F"],
    "section 489-F of the Pakistan Penal Code, 1860": ["PPC s 489-F"],
    "Section 489-F case": ["PPC s 489-F*"],
    "337-A(i), 337-F(vi) PPC": ["PPC s 337-A(i)", "PPC s 337-F(vi)"],
    "337-A(i), F(i), L(2) PPC": ["PPC s 337-A(i)", "PPC s 337-F(i)", "PPC s 337-L(2)"],
    "337-A-i PPC": ["PPC s 337-A(i)"],
    "506-ii, 34 PPC": ["PPC s 506(ii)", "PPC s 34"],
    "506/2 PPC": ["PPC s 506(ii)"],
    "506(2) P.P.C": ["PPC s 506(ii)"],
    "506-B PPC": ["PPC s 506(ii)"],
    "FIR No. 45/2024 dated 03.11.2024 U/s 324, 337-F(vi), 34 PPC P.S. Example": [
        "PPC s 324", "PPC s 337-F(vi)", "PPC s 34"
    ],
    "FIR No. 45-2023 Offence u/s 406, 34 PPC r/w 5(2) PCA, PS FIA": [
        "PPC s 406", "PPC s 34", "Prevention of Corruption Act s 5(2)"
    ],
    "crpc 497 ppc 302": ["CrPC s 497", "PPC s 302"],
    "302 ppc 497 crpc": ["PPC s 302", "CrPC s 497"],
    "Criminal Procedure Code (V of 1898)---S. 497(2)---Penal Code (XLV of 1860), Ss. 302 & 34---Bail": [
        "CrPC s 497(2)", "PPC s 302", "PPC s 34"
    ],
    "9(c) CNSA": ["CNSA s 9(c)"],
    "9-C CNSA": ["CNSA s 9(c)"],
    "9c cnsa": ["CNSA s 9(c)"],
    "u/s 9(1)6C CNSA P.S. Example": ["CNSA s 9(1)(6)(c)"],
    "9(1)3(D) CNSA": ["CNSA s 9(1)(3)(d)"],
    "section 9(b) and (c) of the Control of Narcotic Substances Act, 1997": ["CNSA s 9(b)", "CNSA s 9(c)"],
    "7 ATA": ["ATA s 7"],
    "7-ATA": ["ATA s 7"],
    "section 7 ata": ["ATA s 7"],
    "Section 7 of the Anti-Terrorism Act, 1997": ["ATA s 7"],
    "section 9(a)(v) NAO 1999": ["NAO s 9(a)(v)"],
    "section 20 PECA, 2016": ["PECA s 20"],
    "3 MPO detention": ["Maintenance of Public Order Ordinance s 3"],
    "section 5 FIA Act 1974": ["FIA Act s 5"],
    "section 12(2) CPC": ["CPC s 12(2)"],
    "O. VII R. 11 CPC": ["CPC O 7 r 11"],
    "C.R. 115/151 CPC": ["CPC s 115", "CPC s 151"],  # a civil revision, and no rule
    "C R 115/151 CPC": ["CPC s 115", "CPC s 151"],
    "Civil R. 115 CPC": ["CPC s 115"],
    "Crl. R. 435/439 Cr.P.C.": ["CrPC s 435", "CrPC s 439"],
    "C.P.C. O. VII, R. 11": ["CPC O 7 r 11"],
    "O.VII, R.11(d)": ["CPC O 7 r 11(d)"],
    "o 7 r 11": ["CPC O 7 r 11"],
    "Order VII Rule 11 C.P.C.": ["CPC O 7 r 11"],
    "U/O IX Rule 7 CPC": ["CPC O 9 r 7"],
    "Order 39 Rules 1 & 2 CPC": ["CPC O 39 r 1", "CPC O 39 r 2"],
    "order 39 rule 1 and 2 read with section 151 cpc": ["CPC O 39 r 1", "CPC O 39 r 2", "CPC s 151"],
    "Order XXI Rule 58-A of the Code of Civil Procedure, 1908": ["CPC O 21 r 58-A"],
    "Rule 11 of Order VII CPC": ["CPC O 7 r 11"],
    "Order XXXIX": ["CPC O 39"],
    "order 39 cpc": ["CPC O 39"],
    "Order XXXIII Rule 6 of the Supreme Court Rules, 1980": ["Supreme Court Rules O 33 r 6"],
    "Article 199": ["Constitution art 199"],
    "art 199(1)(a)(ii)": ["Constitution art 199(1)(a)(ii)"],
    "constitution 199": ["Constitution art 199"],
    "Art. 199 of the Constitution of the Islamic Republic of Pakistan, 1973": ["Constitution art 199"],
    "Article 25 of the 1973 Constitution": ["Constitution art 25"],
    "Articles 4, 9, 10-A & 25": [
        "Constitution art 4", "Constitution art 9", "Constitution art 10-A", "Constitution art 25"
    ],
    "Article 129(g) of the Qanun-e-Shahadat Order, 1984": ["QSO art 129(g)"],
    "section 117 QSO": ["QSO art 117"],
    "Articles 61 and/or 116 of the Limitation Act 1908": ["Limitation Act art 61", "Limitation Act art 116"],
    "Article 181 of the First Schedule to the Limitation Act": ["Limitation Act art 181"],
    "Section 5 of the Limitation Act": ["Limitation Act s 5"],
    "Section 05 Limitation Act": ["Limitation Act s 5"],
    "clause (b) of sub-section (1) of section 5 of the Limitation Act": ["Limitation Act s 5(1)(b)"],
    "Section 24 A of the General Clauses Act": ["General Clauses Act s 24-A"],
    "s 3(1A) Sales Tax Act 1990": ["Sales Tax Act s 3(1A)"],
    "section 111(1)(b) of the Income Tax Ordinance, 2001": ["ITO s 111(1)(b)"],
    "section 62 of the Income Tax Ordinance, 1979": ["ITO 1979 s 62"],
    "Section 155-EE of the Customs Act, 1969": ["Customs Act s 155-EE"],
    "s. 15 Guardian & Wards Act": ["Guardians and Wards Act s 15"],
    "Rule 22.16 of the Police Rules, 1934": ["Police Rules r 22.16"],
    "police rules 22.16": ["Police Rules r 22.16"],
    "section 5 of the Example Control Act, 2019": ["Example Control Act 2019 s 5"],
    "section 5 of the example control act 2019": ["Example Control Act 2019 s 5"],
    "SECTION 5 OF THE EXAMPLE CONTROL ACT, 2019": ["Example Control Act 2019 s 5"],
    "Example Control Act, 2019, section 5": ["Example Control Act 2019 s 5"],
    "rule 5 of the Example Service Rules, 2010": ["Example Service Rules 2010 r 5"],
    "Sections 29 and 31 of the Punjab Example (Boards) Act, 1976": [
        "Punjab Example (Boards) Act 1976 s 29", "Punjab Example (Boards) Act 1976 s 31"
    ],
    "Punjab Limitation Act section 5": ["Punjab Limitation Act s 5"],
    "section 5 of the Act": ["s 5"],
    "section 5 in Chapter-III of the Act": ["s 5"],
    "Section 489-F of the Act": ["s 489-F"],
    "Article 5 of the Agreement": ["art 5"],
    "Rule 9": ["r 9"],
    "s 497": ["s 497"],
    "CPC O 13": ["CPC O 13"],
    "cpc o 47": ["CPC O 47"],
    "O. 21 CPC": ["CPC O 21"],
    "Or. 41 R. 27": ["CPC O 41 r 27"],
    "Or 41 Rule 27 CPC": ["CPC O 41 r 27"],
    "or 41 r 27": ["CPC O 41 r 27"],
    "9-C": ["CNSA s 9(c)*"],
    "9c": ["CNSA s 9(c)*"],
    " 9(c) ": ["CNSA s 9(c)*"],
    "498-A": ["s 498-A"],
    "498A": ["s 498-A"],
    "302 r/w 34": ["s 302", "s 34"],
    "convicted 302 read with 34": ["s 302", "s 34"],
    "sec 22-A 22-B": ["CrPC s 22-A*", "CrPC s 22-B*"],
    "section 17 rent ordinance": ["Islamabad Rent Restriction Ordinance s 17"],
    "section 17 of the Rent Ordinance": ["Islamabad Rent Restriction Ordinance s 17"],
    "sec 7 illegal dispossession": ["Illegal Dispossession Act s 7"],
    "illegal dispossession section 7": ["Illegal Dispossession Act s 7"],
    "section 8 specific relief": ["Specific Relief Act s 8"],
    "section 8 specific relief possession": ["Specific Relief Act s 8"],
    "s. 122 income tax, amended": ["ITO s 122"],
    "u/s 25 guardian and wards": ["Guardians and Wards Act s 25"],
    "section 5 limitation": ["Limitation Act s 5"],
    "article 120 limitation": ["Limitation Act art 120"],
    "Const. 199": ["Constitution art 199"],
    "Art. 199 Const.": ["Constitution art 199"],
    "Section 3(1)(c) and (d)": ["s 3(1)(c)", "s 3(1)(d)"],
    "section 3(1)(a)(i) and (ii) PPC": ["PPC s 3(1)(a)(i)", "PPC s 3(1)(a)(ii)"],
    "section 5(h) and (i)": ["s 5(h)", "s 5(i)"],
    "section 9(1)(b) and (2)": ["s 9(1)(b)", "s 9(2)"],
    "s. 302 IPC": ["IPC s 302"],  # the penal code of another country, and not section 302 of any act
    "302/34 I.P.C.": ["IPC s 302", "IPC s 34"],
    "302 ipc": ["IPC s 302"],
    "IPC section 302": ["IPC s 302"],
    "section 34 Example Act": ["Example Act s 34"],
    "u/s 34 Example Ordinance, 2001": ["Example Ordinance 2001 s 34"],
    "420 468 471 PPC": ["PPC s 420", "PPC s 468", "PPC s 471"],
    "489-F 420 ppc": ["PPC s 489-F", "PPC s 420"],
    "fir 485/22 sabzi mandi 392 411 ppc": ["PPC s 392", "PPC s 411"],
    "7 ATA 302 34 PPC": ["ATA s 7", "PPC s 302", "PPC s 34"],
    "page 12 302 PPC": ["PPC s 302"],
    "5 others 302 PPC": ["PPC s 302"],
    "12\n302 PPC": ["PPC s 302"],  # a row
    "\n1 302 PPC": ["PPC s 302"],
    "1234 302 PPC": ["PPC s 302"],
    "302 34 bail": [],
}  # fmt: skip

URDU = {
    "دفعہ 497": ["s 497"],
    "دفعہ ۴۹۷": ["s 497"],
    "دفعہ ۳۰۲ ت پ": ["PPC s 302"],
    "دفعہ 302 ت۔پ": ["PPC s 302"],
    "دفعہ ٣٠٢ تعزیرات پاکستان": ["PPC s 302"],
    "زیر دفعہ 302/34 ت پ": ["PPC s 302", "PPC s 34"],
    "زیر دفعہ 302 پی پی سی مقدمہ": ["PPC s 302"],
    "دفعات 420، 468 اور 471 ت پ": ["PPC s 420", "PPC s 468", "PPC s 471"],
    "تعزیرات پاکستان کی دفعہ 302": ["PPC s 302"],
    "دفعہ 302 کے تحت سزا": ["s 302"],
    "دفعہ 489 ایف": ["PPC s 489-F*"],
    "دفعہ 489-F ت پ": ["PPC s 489-F"],
    "دفعہ 497 ض ف": ["CrPC s 497"],
    "دفعه 497 ض ف": ["CrPC s 497"],
    "دفعہ 497 ضابطہ فوجداری": ["CrPC s 497"],
    "ضابطہ فوجداری کی دفعہ 497 کے تحت ضمانت": ["CrPC s 497"],
    "497 ض ف": ["CrPC s 497"],
    "دفعہ 22 اے ضابطہ فوجداری": ["CrPC s 22-A"],
    "دفعہ 497 سی آر پی سی": ["CrPC s 497"],
    "دفعہ 9 سی سی این ایس اے": ["CNSA s 9(c)"],
    "آرٹیکل 199": ["Constitution art 199"],
    "آئین کے آرٹیکل ۱۹۹": ["Constitution art 199"],
    "آرٹیکل 199 آئین پاکستان": ["Constitution art 199"],
    "آرٹیکل 10 اے": ["Constitution art 10-A"],
    "حکم 7 قاعدہ 11 ضابطہ دیوانی": ["CPC O 7 r 11"],
    "آرڈر 39 رول 1 اور 2": ["CPC O 39 r 1", "CPC O 39 r 2"],
    "پیکا کی دفعہ 20": ["PECA s 20"],
    "دفعہ 7 انسداد دہشت گردی ایکٹ": ["ATA s 7"],
    "dafa 302": ["s 302"],
    "dafa 302 ppc ki saza": ["PPC s 302"],
    "dafaa 497 crpc": ["CrPC s 497"],
    "dafa 302/34 ppc": ["PPC s 302", "PPC s 34"],
    "dafa 489-f ke tehat": ["PPC s 489-F*"],
    "dafa 420 aur 468 ppc": ["PPC s 420", "PPC s 468"],
    "zer e dafa 324 ppc zamanat": ["PPC s 324"],
    "tazirat e pakistan ki dafa 302": ["PPC s 302"],
    "zabta faujdari ki dafa 497": ["CrPC s 497"],
    "article 199 ke tehat writ": ["Constitution art 199"],
    "aain ke article 199": ["Constitution art 199"],
    "DAFA 9-C CNSA": ["CNSA s 9(c)"],
}

NOTHING = [
    "", "497", "302/34", "1973", "W.P. 199/2023", "W.P. No. 199 of 2023", "C.P. No. S-497 of 2021", "FIR No. 12/24",
    "FIR 422 criminal case", "Crl. Misc. 497-B/2024", "dated 12.11.2020", "12-11-2020", "Rs. 302/- PPC",
    "Rs.497,000", "S.R.O. 499(I)/2013", "SRO 655", "page 12, Customs Act, 1969", "M/s 360 Traders", "S. No. 5",
    "House No. 22-A", "plot no 489-F", "2001 SCMR 497", "PLD 1995 SC 34", "34 others", "Section 497/2023", "order 39",
    "FERA 5/23", "STA 5/23", "D-302 PPC", "35 Constitution Avenue", "199 Constitution Petitions", "(i) to 2 persons",
    "governed by the rules. 3. The petitioner", "Cr.P.C. 3. It is contended", "1497", "u/s", "Article", "دفعہ", "تپ 30",
    "Order-in-Original No. 7", "5% of the shares", "Article 5.2 of the contract",
    "A337A(0),(0)",
    "497,000PPC", "498-A bail", "plot 9-C", "34 r/w page 5", "12 read with 13", "either 5 or 10", "W.P. 9-C",
    "34 Example Act", "302 murder", "5 dpc",
    "Const. Petition No.D- 72 of 2022 Const. Petition No.D- 521 of 2021", "posted with Const. 199 Example",
]  # fmt: skip


def labels(text: str) -> list[str]:
    return [found.label + "*" * found.assumed for found in find_statutes(text)]


@pytest.mark.parametrize(("text", "expected"), [*ENGLISH.items(), *URDU.items()])
def test_what_people_write_is_read(text, expected):
    assert labels(text) == expected


@pytest.mark.parametrize("text", NOTHING)
def test_numbers_without_a_mark_or_an_act_are_no_references(text):
    assert labels(text) == []


def test_spans_hold_the_mark_the_numbers_and_the_act():
    text = "Bail u/s 302/34 PPC and under Order 39 Rules 1 & 2 CPC refused."

    assert [text[found.start : found.end] for found in find_statutes(text)] == [
        "u/s 302", "34 PPC", "Order 39 Rules 1", "2 CPC",
    ]  # fmt: skip


def test_a_span_counts_code_points_of_the_text_as_given():
    text = "﷽ İ دفعہ ۳۰۲ ت پ"
    (found,) = find_statutes(text)

    assert text[found.start : found.end] == "دفعہ ۳۰۲ ت پ"


def test_an_order_keeps_its_rule_apart():
    (found,) = find_statutes("O. VII R. 11(d) CPC")

    assert found[:5] == ("CPC", "order", "7", "11", "(d)")
    assert (found.key, found.label) == ("CPC O 7 r 11", "CPC O 7 r 11(d)")


def test_an_act_that_stands_by_another_section_is_not_borrowed():
    text = "convicted u/s 302 PPC. Section 497 of the Code and the Limitation Act. Section 12 provides"

    assert labels(text) == ["PPC s 302", "s 497", "s 12"]


def test_an_act_before_a_section_is_used_once():
    assert labels("Section 302 PPC, section 34") == ["PPC s 302", "s 34"]


def test_numbered_paragraphs_after_an_act_are_not_its_sections():
    assert labels("registered under section 302 PPC\n3. The applicant") == ["PPC s 302"]


@pytest.mark.parametrize(
    ("asked", "held", "matches"),
    [
        ("s 497", "section 497(2) Cr.P.C", True),
        ("497 CrPC", "section 497(2) Cr.P.C", True),
        ("497(2) CrPC", "section 497(2) Cr.P.C", True),
        ("497(1) CrPC", "section 497(2) Cr.P.C", False),
        ("497(2) CrPC", "section 497 Cr.P.C", False),
        ("497 CrPC", "497 PPC", False),
        ("497 CrPC", "section 497 of the Act", False),
        ("section 97 CrPC", "section 497 Cr.P.C", False),
        ("section 49 CrPC", "section 497 Cr.P.C", False),
        ("489-F", "section 489-F PPC", True),
        ("section 489 PPC", "section 489-F PPC", False),
        ("9-C CNSA", "section 9(c) of the Control of Narcotic Substances Act, 1997", True),
        ("Order 39 CPC", "Order XXXIX Rule 1", True),
        ("Order 39 Rule 1 CPC", "O. XXXIX R. 1", True),
        ("Order 39 Rule 2 CPC", "O. XXXIX R. 1", False),
        ("section 199", "Article 199", False),
        ("دفعہ ۳۰۲ ت پ", "section 302 of the Pakistan Penal Code, 1860", True),
    ],
)
def test_a_provision_matches_its_own_and_what_it_leaves_open(asked, held, matches):
    (one,), (other,) = find_statutes(asked), find_statutes(held)

    assert same_provision(one, other) is matches


@pytest.mark.parametrize(
    ("value", "readings"),
    [
        ("497", [["s 497", "art 497"]]),
        ("302/34", [["s 302", "art 302"], ["s 34", "art 34"]]),
        ("section 497", [["s 497"]]),
        ("s. 497", [["s 497"]]),
        ("497 CrPC", [["CrPC s 497"]]),
        ("Article 18", [["Constitution art 18"]]),
        ("9(c)", [["CNSA s 9(c)"]]),
        ("دفعہ ۳۰۲", [["s 302"]]),
        ("۳۰۲", [["s 302", "art 302"]]),
        ("302 murder", [["s 302", "art 302"]]),
        ("497 BAIL", [["s 497", "art 497"]]),
        ("Order 7", [["CPC O 7"]]),
        ("O. 7", [["CPC O 7"]]),
        ("order 7 rule 11", [["CPC O 7 r 11"]]),
        ("420 468 PPC", [["PPC s 420"], ["PPC s 468"]]),
        ("petition", []),
        ("", []),
    ],
)
def test_behind_the_name_of_the_field_a_number_may_be_an_article(value, readings):
    assert [[reference.label for reference in each] for each in sections_behind(value)] == readings


def test_the_label_of_an_order_whose_code_is_not_known_is_read_back():
    (found,) = find_statutes("Order VII Rule 11 of the Agreement")

    assert found.label == "O 7 r 11"
    assert reference_of(found.label)[:4] == ("", "order", "7", "11")


@pytest.mark.parametrize(
    ("value", "labels"),
    [
        ("302 IPC", ["IPC s 302"]),
        ("302/34 ipc", ["IPC s 302", "IPC s 34"]),
        ("302 BNS", ["BNS s 302"]),
        ("497 Example Act", ["Example Act s 497"]),
        ("497 of the example act", ["Example Act s 497"]),
        ("34 Example Premises Act, 2009", ["Example Premises Act 2009 s 34"]),
        ("34 Example Ordinance", ["Example Ordinance s 34"]),
        ("497 bail Example Act", ["Bail Example Act s 497"]),
        ("302 PPC 34 Example Act", []),
        ("489-F Example Act", []),
        ("302 PPC murder", ["PPC s 302"]),
        ("302/34 FAA", ["FAA s 302", "FAA s 34"]),
        ("302 PPC FAA", ["PPC s 302"]),
        ("302, PLD 2041 SC 45", ["s 302"]),
        ("302 SCMR 45", ["s 302"]),
        ("5 ICA", ["s 5"]),  # a case type
        ("section 5 of the said Act", ["s 5"]),
        ("302 PPC (Pakistan Penal Code)", ["PPC s 302"]),
        ("302 PPC and 34 IPC", []),
        ("302 PPC, 34 ipc", []),
        ("302 murder, 34 of the BNS", []),
        ("302 IPC and 34 PPC", ["IPC s 302", "PPC s 34"]),
        ("302 PPC, murder of 3 men", ["PPC s 302"]),
        ("302 PPC, 34 QRS 5", ["PPC s 302"]),  # a volume of reports
    ],
)
def test_behind_the_name_of_the_field_an_act_is_never_left_away(value, labels):
    assert [each.label for each, *_ in sections_behind(value)] == labels


@pytest.mark.parametrize("initials", "PLD SCMR SHO ASC DSJ FIA CDA SNGPL IHC FSC CCTV".split())
def test_behind_the_name_of_the_field_initials_of_no_act_change_nothing(initials):
    assert [each.label for each, *_ in sections_behind(f"302 {initials}")] == ["s 302"]
    assert [each.label for each, *_ in sections_behind(f"302 PPC, 34 {initials}")] == ["PPC s 302"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("420 468 471 PPC", ["PPC s 420", "PPC s 468", "PPC s 471"]),
        ("302 34 PPC", ["PPC s 302", "PPC s 34"]),
        ("34 109 302 PPC", ["PPC s 34", "PPC s 109", "PPC s 302"]),
        ("9(c) 15 CNSA", ["CNSA s 9(c)", "CNSA s 15"]),
        ("sector F 6 144 CrPC", ["CrPC s 144"]),
        ("PS Example 12 302 PPC", ["PPC s 302"]),
        ("6 420 468 PPC", ["PPC s 420", "PPC s 468"]),
    ],
)
def test_a_list_without_commas_is_known_by_its_numbers(text, expected):
    assert labels(text) == expected


@pytest.mark.parametrize("value", ["6 144 CrPC", "34 144 CrPC"])
def test_behind_the_name_of_the_field_each_number_of_a_list_is_a_section(value):
    assert [each.label for each, *_ in sections_behind(value)] == [f"CrPC s {value.split()[0]}", "CrPC s 144"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("under 420 468 471 PPC", ["PPC s 471"]),  # the numbers of a footnote, or of a row
        ("u/s 420 468 471 PPC", ["PPC s 420", "PPC s 468", "PPC s 471"]),
        ("420, 468 and 471 PPC", ["PPC s 420", "PPC s 468", "PPC s 471"]),
    ],
)
def test_a_record_has_no_list_without_mark_or_comma(text, expected):
    assert [each.label for each in find_recorded_statutes(text)] == expected


@pytest.mark.parametrize("label", ["497", "CrPC 497", "CrPC s", "", "CrPC x 497"])
def test_what_is_no_label_is_not_read_as_one(label):
    with pytest.raises(ValueError, match="no label of a provision"):
        reference_of(label)


def test_1497_is_not_497():
    held = StatuteReference("CrPC", "section", "1497")

    assert not same_provision(StatuteReference("CrPC", "section", "497"), held)
    assert not same_provision(StatuteReference("", "section", "497"), held)


pieces = st.sampled_from(
    [*ENGLISH, *URDU, *NOTHING, " ", "\n", "(", ")", "[", "“", "/", "-", ",", ".", "1", "302", "PPC", "of the", "Order"]
)
texts = st.one_of(st.text(max_size=2000), st.lists(pieces, max_size=40).map("".join), st.lists(pieces).map(" ".join))


@given(texts)
def test_any_text_gives_ordered_spans_that_hold_what_was_found(text):
    end, digits_before = 0, ""
    for found in find_statutes(text):
        assert reference_of(found.label) == found._replace(start=0, end=0, assumed=False)
        assert end <= found.start < found.end <= len(text)
        digits = (found.rule or found.number).split("-")[0]
        # "22-A & B" and "9(b) and (c)" say the number once; an order alone is written in Roman numerals.
        said = digits in unified(text[found.start : found.end])
        assert said or digits == digits_before or found.provision == "order"
        end, digits_before = found.end, digits


numbers = st.builds(
    lambda number, letter: f"{number}{letter}", st.integers(1, 999), st.sampled_from(["", "", "-A", "-F", "-EE"])
)
subsections = st.sampled_from(["", "(1)", "(2)", "(1)(c)", "(b)", "(vi)", "(1A)", "(28)(a)(ii)"])


acts = st.sampled_from([*sorted(ACTS), "Example Control Act 2019", "Example Service Rules 2010"])


@given(acts, st.sampled_from(["section", "article", "rule"]), numbers, subsections)
def test_a_label_is_read_back_as_itself(act, provision, number, subsection):
    if act in ("Constitution", "QSO") and provision == "section":
        provision = "article"  # no reading gives them a section
    reference = StatuteReference(act, provision, number, subsection=subsection)
    (found,) = find_statutes(reference.label)

    assert reference_of(reference.label) == reference
    if (act, number.split("-")[0]) not in {("PPC", "302"), ("PPC", "506"), ("CNSA", "9")}:
        assert (found.label, found.key) == (reference.label, reference.key)
    assert [again.label for again in find_statutes(found.label)] == [found.label]
    assert [again.label for again in find_statutes(found.key)] == [found.key]


@given(acts, st.integers(1, 51), st.integers(1, 110) | st.none(), subsections)
def test_the_label_of_an_order_is_read_back_as_itself(act, order, rule, subsection):
    reference = StatuteReference(act, "order", str(order), str(rule or ""), subsection if rule else "")

    assert labels(reference.label) == [reference.label]
    assert reference_of(reference.label) == reference


@given(st.sampled_from(["section", "article", "rule"]), numbers, subsections)
def test_a_label_without_an_act_is_read_back_too(provision, number, subsection):
    reference = StatuteReference("", provision, number, subsection=subsection)
    (found,) = find_statutes(reference.label)

    assert reference_of(reference.label) == reference
    assert found[1:3] == (provision, number)
    assert found.act in {"", "Constitution", "CrPC", "PPC"}


@pytest.mark.parametrize(
    "repeated",
    [
        "1 ",
        "302,",
        "(1)",
        "5 (",
        "section ",
        "section 5 of the A ",
        "clause (a) of ",
        "u/s 302 ",
        "Act of the ",
        "o.vii r. ",
    ],
)
def test_a_long_text_of_any_shape_is_read_to_its_end(repeated):
    text = (repeated * 8_000)[:8_000]
    found = find_statutes(f"{text} ; section 9 PPC")

    assert all(0 <= reference.start < reference.end <= len(text) + 16 for reference in found)
    assert found[-1].number == "9"


@pytest.mark.parametrize("repeated", ["a", "a.", "a1", "a ", "(a) "])
def test_a_long_word_behind_the_name_of_the_field_takes_no_longer_than_its_length(repeated):
    started = time.perf_counter()
    sections_behind((repeated * 60_000)[:60_000])

    assert time.perf_counter() - started < 5


@pytest.mark.parametrize("mention", ["of the Act", "of the Act, 2001"])
def test_many_acts_that_are_meant_take_no_longer_than_their_length(mention):
    text = "".join(f"section 12 of the X{n} Example Act, 2001 and section 5 {mention}. " for n in range(3_000))
    started = time.perf_counter()
    found = find_statutes(text)

    assert (len(found), time.perf_counter() - started < 5) == (6_000, True)


def test_a_letter_that_folds_to_a_numeral_is_none():
    assert find_statutes("O. \u0130 R. 1 and o \u0130") == []
