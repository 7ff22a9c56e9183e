"""The court's public vocabulary: case types, categories, stages, offices, offences and places."""

from __future__ import annotations

import functools
import itertools
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CourtForm:
    """A kind of case as the court numbers it."""

    case_type: str
    category: str
    bench_kind: str
    subject: str
    weight: float

    def number(self, serial: int, year: int) -> str:
        """Write the number as the court does: "Crl. Misc. 5/2025 Bail After Arrest (SB)"."""
        return " ".join(filter(None, (f"{self.case_type} {serial}/{year}", self.category, f"({self.bench_kind})")))


_FORMS = """
Crl. Misc. | Bail After Arrest | SB | bail | 62 ; Crl. Misc. | Bail Before Arrest | SB | bail | 34
Crl. Misc. | Bail Transitory | SB | bail | 14 ; Crl. Misc. | Bail Cancellation | SB | cancellation | 8
Crl. Misc. | Bail After Arrest | DB | narcotics | 12 ; Crl. Misc. | Q | SB | quashment | 24
W.P. | Police/FIA Matter Q-FIR | SB | quashment | 14 ; W.P. | Police/FIA Matter Other | SB | liberty | 16
W.P. | Police/FIA Matter Harrasment | SB | liberty | 12 ; Crl. Misc. | Hebeas Corpus | SB | liberty | 12
Crl. Appeal | Against Convct. PPC Upto 7 years | SB | conviction | 10
Crl. Appeal | Against Convct. PPC Life Imprisonment | DB | conviction | 9 ; M.R. | | DB | conviction | 20
Jail Appeal | Against Conviction (PP) Above 7 years | DB | conviction | 8
Crl. Appeal | Narcotics | DB | narcotics | 10 ; C.S.R. | C.N.S.A. | DB | narcotics | 3
Crl. Appeal | Acquittal Other | SB | acquittal | 22 ; P.S.L.A. | Other | SB | acquittal | 26
P.S.L.A. | PPC | SB | acquittal | 10 ; Crl. Rev. | Against Interim Order | SB | trial | 26
Crl. Rev. | Illegal Disposession | SB | trial | 10 ; Crl. Misc. | Transfer Application | SB | transfer | 10
T.A. | Civil | SB | transfer | 30 ; Crl. Org. | Writ | SB | contempt | 40 ; Crl. Org. | Civil | SB | contempt | 9
W.P. | Service Promotion | SB | service | 24 ; W.P. | Service Other | SB | service | 24
W.P. | Service Reinstatement | SB | service | 12 ; W.P. | Service Regularization | SB | service | 12
W.P. | Service Pension | SB | service | 10 ; I.C.A. | Writ | DB | service | 30 ; C.M. A | | SB | recruitment | 16
F.A.O. | FPSC | SB | recruitment | 8 ; W.P. | Service Appointment | SB | recruitment | 14
W.P. | Allotment Allot. of Plot | SB | land | 18 ; W.P. | Allotment Other | SB | land | 12
W.P. | Misc. Land Aquisition | SB | land | 12 ; W.P. | Misc. Other | SB | land | 36
W.P. | Colleges Admission | SB | education | 14 ; W.P. | Colleges Other | SB | education | 8
EA | | SB | election | 14 ; W.P. | Election Other | SB | election | 10 ; E.P. | | SB | election | 4
OGRA Application | | SB | regulator | 22 ; F.A.O. | PEMRA | SB | regulator | 8
F.A.O. | Telecom | SB | regulator | 6
W.P. | Rent Matter | SB | rent | 22 ; F.A.O. | Against Order | SB | rent | 26
W.P. | Family Matter Other | SB | family | 18 ; W.P. | Family Matter Maintenance | SB | family | 18
W.P. | Family Matter Custody | SB | family | 8 ; W.P. | Family Matter Dowery | SB | family | 8
R.F.A. | Against Judgement & Decree | SB | decree | 40 ; R.F.A. | Against Judgement & Decree | DB | decree | 16
R.S.A. | Against Judgement & Decree | SB | decree | 28 ; CR | Against Judgement & Decree | SB | decree | 26
C.S. | Specific Performance | SB | decree | 10 ; C.S. | Declaration | SB | decree | 12
CR | Against Interim Order | SB | procedure | 30 ; R.A. | Writ | SB | procedure | 22
R.A. | Civil | SB | procedure | 12
Office Objection | | SB | procedure | 10 ; Objection Case | Writ | SB | procedure | 8
C.O.S. | Recovery | SB | banking | 36 ; C.S. | Recovery | SB | banking | 14 ; R.F.A. | Banking | DB | banking | 12
E.F.A. | Banking | DB | banking | 14 ; Ex. Pet. | Banking | SB | banking | 14 ; P.L.A. | Banking | SB | banking | 16
C.O. | Winding Up Petition | SB | company | 18 ; C.O. | Others | SB | company | 18
C.O. | Merger | SB | company | 8
SECP Appeal | | SB | company | 16 ; Arb. Pet. | | SB | arbitration | 16 ; Enfrc. Pet. | | SB | arbitration | 6
Arb. Pet. | Petition U/s 20 | SB | arbitration | 10 ; F.A.O. | Arbitration | SB | arbitration | 8
I.T.R. | | DB | tax | 46 ; S.T.R. | | DB | tax | 44 ; W.P. | Tax & Banking Tax | SB | tax | 40
T.R. | | DB | tax | 14
Cust. Ref. | | DB | customs | 48 ; Custom Ap. | | DB | customs | 5 ; FERA | | DB | exchange | 24
T. Ap. | | DB | trademark | 8 ; F.A.O. | Other | SB | trademark | 6 ; J.S.A | | LB | service | 4
"""

STAGES = (("NOTICE CASES", 44), ("URGENT CASES", 14), ("FOR ANNOUNCEMENT OF JUDGEMENT/ORDER", 12), ("MOTION CASES", 9),
          ("OLD CASES - RED CAUSE LIST CASES", 11), ("CANCELLED - NO SCOPE", 7),
          ("CANCELLED - BENCH NOT AVAILABLE", 2), ("CANCELLED - BY THE ORDER", 1))  # fmt: skip
LIST_MARKS = (" (FC)", " (A)", " (SOC)", "")
YEARS = tuple(
    (year, 3 if year < 2005 else 14 if year < 2010 else 40 if year < 2015 else 55) for year in range(1998, 2026)
)
STATIONS = tuple(
    station.strip()
    for station in """Aabpara;Bani Gala;Bara Kahu;Golra;Industrial Area;Khanna;Kohsar;Koral;Margalla;Nilore;Ramna;
    Sabzi Mandi;Secretariat;Shahzad Town;
    Shalimar;Sihala;Tarnol;Karachi Company;Lohi Bher;Humak;Sangjani;Phulgran""".split(";")
)
SECTORS = tuple(
    f"{letter}-{block}/{part}" for letter, block, part in itertools.product("EFGHI", range(6, 16), range(1, 5))
)
VILLAGES = ("Sihala Kalan", "Chak Invented", "Mohra Kotli", "Dhok Zarvan", "Pind Belmar", "Kot Lundra", "Mera Torva",
            "Bhal Khorba", "Nogazi Dehri", "Tarla Palvi")  # fmt: skip
OFFENCES = (
    "324, 337-F(vi), 148, 149 PPC", "302, 109, 34 PPC", "489-F PPC", "420, 468, 471 PPC", "392, 411 PPC",
    "506-ii, 341 PPC", "376, 511, 342 PPC", "381-A PPC", "406, 409 PPC", "365-B, 496-A PPC", "380, 457 PPC",
    "337-A(i), 337-L(2), 452 PPC", "427, 440, 447 PPC", "395, 412 PPC", "462-I, 462-J PPC", "354, 509 PPC",
    "322, 279 PPC", "161 PPC r/w 5(2) PCA", "13, 20 PECA 2016", "3, 4 AMLA 2010", "353, 186, 225 PPC", "384, 386 PPC",
)  # fmt: skip
NARCOTICS = ("9(1)3(c) CNSA", "9(1)6(b) CNSA", "9(2)5 CNSA", "9-C CNSA", "9(1)1(a) CNSA", "14, 15 CNSA")
OFFICES = {
    "CDA": "Capital Development Authority", "FOP": "Federation of Pakistan", "CIR": "Commissioner Inland Revenue",
    "FBR": "Federal Board of Revenue", "SECP": "Securities and Exchange Commission of Pakistan",
    "OGRA": "Oil and Gas Regulatory Authority", "FPSC": "Federal Public Service Commission",
    "PEMRA": "Pakistan Electronic Media Regulatory Authority", "PTA": "Pakistan Telecommunication Authority",
    "NHA": "National Highway Authority", "FGEHA": "Federal Government Employees Housing Authority",
    "ECP": "Election Commission of Pakistan", "ADJ": "Additional District Judge",
}  # fmt: skip
LONG_TYPES = {
    "W.P.": "Writ Petition", "Crl. Misc.": "Criminal Miscellaneous", "Crl. Appeal": "Criminal Appeal",
    "Crl. Rev.": "Criminal Revision", "Crl. Org.": "Criminal Original", "I.C.A.": "Intra Court Appeal",
    "R.F.A.": "Regular First Appeal", "R.S.A.": "Regular Second Appeal", "CR": "Civil Revision",
    "F.A.O.": "First Appeal from Order", "I.T.R.": "Income Tax Reference", "S.T.R.": "Sales Tax Reference",
    "Cust. Ref.": "Customs Reference", "C.O.": "Company Original", "Arb. Pet.": "Arbitration Petition",
    "M.R.": "Murder Reference", "R.A.": "Review Application", "T.A.": "Transfer Application", "C.S.": "Civil Suit",
    "Ex. Pet.": "Execution Petition", "EA": "Election Appeal", "E.P.": "Election Petition",
}  # fmt: skip
_ROLES = (
    ("applicant", ("Crl. Misc.", "T.A.", "I.T.R.", "S.T.R.", "T.R.", "Cust. Ref.", "R.A.", "P.L.A.",
                   "OGRA Application")),
    ("appellant", ("Crl. Appeal", "Jail Appeal", "I.C.A.", "C.M. A", "F.A.O.", "EA", "R.F.A.", "R.S.A.", "E.F.A.",
                   "FERA", "SECP Appeal", "Custom Ap.", "T. Ap.", "J.S.A")),
    ("plaintiff", ("C.S.", "C.O.S.")),
    ("decree holder", ("Ex. Pet.",)),
)  # fmt: skip


@functools.cache
def court_forms() -> tuple[CourtForm, ...]:
    """Every kind of case, in the order written above."""
    rows = (row.split("|") for line in _FORMS.strip().splitlines() for row in line.split(";"))
    return tuple(_court_form(*(cell.strip() for cell in row)) for row in rows)


def _court_form(case_type: str, category: str, bench_kind: str, subject: str, weight: str) -> CourtForm:
    return CourtForm(case_type, category, bench_kind, subject, float(weight))


def cumulative(weights: tuple[float, ...]) -> tuple[float, ...]:
    """Return running sums, as ``Random.choices`` takes them."""
    return tuple(itertools.accumulate(weights))


@functools.cache
def role_of(case_type: str) -> str:
    """Return what the side that comes first is called."""
    return next((role for role, types in _ROLES if case_type in types), "petitioner")


@functools.cache
def other_role_of(role: str) -> str:
    """Return what the other side is called."""
    return {"plaintiff": "defendant", "decree holder": "judgment debtor"}.get(role, "respondent")
