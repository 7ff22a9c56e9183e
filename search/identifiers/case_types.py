"""The court's case types: canonical short forms, and the ways they are written."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from types import MappingProxyType

CASE_TYPES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "WP": ("W.P.", "Writ Petition", "Constitution Petition", "Constitutional Petition", "Writ Pet.", "Writ",
               "Const. P.", "Const. Petition", "Const. Pet."),
        "CRL MISC": ("Crl. Misc.", "Criminal Miscellaneous", "Criminal Misc.", "Crl. M.", "Cr. M.", "Cr. Misc.",
                     "Crl. Miscellaneous",
                     "Crl. Misc. Application", "Bail Application", "Crl. Bail Application", "Crl. Misc. Bail",
                     "Criminal Misc. Bail", "Crl. Misc. Transfer Application"),
        "CRL ORG": ("Crl. Org.", "Criminal Original", "Crl. Original", "Crl. Orgl.", "Crl. Orig.", "Clr. Org.",
                    "Criminal Original Petition", "Crl. Org. Petition", "Crl. Org. P.", "Criminal Org.",
                    "Criminal Orgiginal", "Cr. Org.", "Crl. O.P."),
        "CUST REF": ("Cust. Ref.", "Customs Reference", "Custom Reference", "C.R. Customs", "Customs Ref.",
                     "Customs Reference Application", "Custom Ref."),
        "RFA": ("R.F.A.", "Regular First Appeal"),
        "RA": ("R.A.", "Review Application", "Review Petition", "Rev. Application"),
        "STR": ("S.T.R.", "Sales Tax Reference", "Tax Reference"),
        "ITR": ("I.T.R.", "Income Tax Reference", "Tax Reference"),
        "CS": ("C.S.", "Civil Suit", "Suit"),
        "CR": ("C.R.", "Civil Revision", "Civil Rev.", "Civil Revision Petition", "Civ. Rev."),
        "CO": ("C.O.", "Company Original", "Civil Original", "Company Petition", "C.O. Petition"),
        "FAO": ("F.A.O.", "First Appeal from Order", "First Appeal against Order"),
        "CRL REV": ("Crl. Rev.", "Criminal Revision", "Crl. Revision", "Clr. Rev.", "Cr. Rev.",
                    "Criminal Revision Petition",
                    "Crl. Rev. Petition", "Criminal Rev.", "Cr. Revision"),
        "ICA": ("I.C.A.", "Intra Court Appeal", "Intra-Court Appeal"),
        "CRL APPEAL": ("Crl. Appeal", "Criminal Appeal", "Cr. Appeal", "Crl. A.", "Crl. App."),
        "COS": ("C.O.S.", "Civil Original Suit"),
        "FERA": ("F.E.R.A.", "Foreign Exchange Regulation Appeal", "FERA Appeal"),
        "MR": ("M.R.", "Murder Reference"),
        "RSA": ("R.S.A.", "Regular Second Appeal"),
        "PSLA": ("P.S.L.A.", "Petition for Special Leave to Appeal", "Crl. P.S.L.A.", "Crl. PSLA",
                 "Petition for Leave to Appeal"),
        "TA": ("T.A.", "Transfer Application", "Tr. Application", "Transer Application"),
        "EX PET": ("Ex. Pet.", "Execution Petition", "Exec. Petition", "Ex. Petition", "Execution Pet.",
                   "Execution Application"),
        "OGRA APPLICATION": ("OGRA Application", "OGRA Appeal"),
        "PLA": ("P.L.A.", "Petition for Leave to Appeal", "Petition for Leave to Defend"),
        "ARB PET": ("Arb. Pet.", "Arbitration Petition", "Arb. Petition", "Arbitration Pet."),
        "EFA": ("E.F.A.", "Execution First Appeal"),
        "CMA": ("C.M. A", "Civil Miscellaneous Appeal", "C.M. Appeal", "Civil Misc. Appeal"),
        "SECP APPEAL": ("SECP Appeal", "S.E.C.P. Appeal", "Company Appeal"),
        "CR OBJ": ("Cr.Obj.", "Cross Objection", "Cross Objections", "Cr. Objection"),
        "OFFICE OBJECTION": ("Office Objection",),
        "JSA": ("J.S.A", "Judicial Service Appeal", "Judicial Services Appeal"),
        "TR": ("T.R.", "Tax Reference"),
        "OBJECTION PET": ("Objection Pet.", "Objection Petition"),
        "OBJECTION CASE": ("Objection Case",),
        "EA": ("E.A.", "Election Appeal", "Execution Application"),
        "LA": ("L.A.", "Labour Appeal", "Land Acquisition", "Law Appeal"),
        "JAIL APPEAL": ("Jail Appeal", "Crl. Jail Appeal", "Criminal Jail Appeal"),
        "CSR": ("C.S.R.", "Capital Sentence Reference"),
        "INST NO": ("Inst No.", "Institution No."),
        "COMM AP": ("Comm. Ap.", "Commercial Appeal", "Comm. Appeal"),
        "T AP": ("T. Ap.", "Trademark Appeal", "Trade Mark Appeal", "T. Appeal"),
        "ENFRC PET": ("Enfrc. Pet.", "Enforcement Petition"),
        "WTA": ("W.T.A.", "W.T.R.", "Wealth Tax Appeal"),
        "CM IND": ("CM Ind.", "C.M. Independent", "CM Independent"),
        "COMPLAINT": ("Complaint",),
        "CUSTOM AP": ("Custom Ap.", "Customs Appeal", "Custom Appeal", "Cust. Appeal"),
        "MISC PET": ("Misc. Pet.", "Miscellaneous Petition", "Misc. Petition"),
        "STA": ("S.T.A.", "Sales Tax Appeal"),
        "ITA": ("I.T.A.", "Income Tax Appeal"),
        "SAO": ("S.A.O.", "Second Appeal from Order"),
        "CIVIL REF": ("Civil Ref.", "Civil Reference"),
        "CRL ORG CSE": ("Crl. Org. Cse", "Criminal Original Case"),
        "CTR": ("C.T.R", "Capital Tax Reference"),
        "SUCC AP": ("Succ. Ap.", "Succession Appeal"),
        "JAIL REV": ("Jail Rev.", "Jail Revision"),
        "AUQAF APPEAL": ("Auqaf Appeal",),
        "EP": ("E.P.", "Election Petition"),
        "JUDICIAL REF": ("Judicial Ref.", "Judicial Reference"),
    }
)  # fmt: skip
"""Canonical short form -> how lawyers, registries and file names write it; the court's own form comes first."""


URDU_NAMES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "WP": ("رٹ پٹیشن", "رٹ", "آئینی درخواست", "آئینی پٹیشن", "rit petition", "rit", "ڈبلیو پی"),
        "CRL MISC": ("فوجداری متفرق", "فوجداری متفرق درخواست", "درخواست ضمانت", "ضمانت درخواست", "darkhwast zamanat",
                     "faujdari mutafarriq"),
        "CRL ORG": ("فوجداری اصل", "فوجداری اوریجنل", "توہین عدالت درخواست", "درخواست توہین عدالت"),
        "CUST REF": ("کسٹم ریفرنس", "کسٹمز ریفرنس"),
        "RFA": ("ریگولر فرسٹ اپیل", "باقاعدہ پہلی اپیل", "آر ایف اے"),
        "RSA": ("ریگولر سیکنڈ اپیل", "آر ایس اے"),
        "RA": ("نظرثانی درخواست", "درخواست نظرثانی", "نظر ثانی درخواست", "ریویو پٹیشن"),
        "STR": ("سیلز ٹیکس ریفرنس",),
        "ITR": ("انکم ٹیکس ریفرنس",),
        "CS": ("دیوانی دعویٰ", "دعویٰ دیوانی", "سول سوٹ", "مقدمہ دیوانی", "diwani dawa"),
        "CR": ("دیوانی نگرانی", "نگرانی دیوانی", "سول ریویژن", "diwani nigrani"),
        "FAO": ("ایف اے او",),
        "CRL REV": ("فوجداری نگرانی", "نگرانی فوجداری", "کریمنل ریویژن", "faujdari nigrani"),
        "ICA": ("انٹرا کورٹ اپیل", "آئی سی اے", "اندرون عدالت اپیل"),
        "CRL APPEAL": ("فوجداری اپیل", "اپیل فوجداری", "کریمنل اپیل", "faujdari appeal", "faujdari apeel"),
        "JAIL APPEAL": ("جیل اپیل",),
        "MR": ("مرڈر ریفرنس", "قتل ریفرنس"),
        "EX PET": ("اجراء درخواست", "درخواست اجراء", "ijra darkhwast"),
        "TA": ("درخواست منتقلی", "منتقلی درخواست"),
    }
)  # fmt: skip
"""Canonical short form -> its names in Urdu, and in Urdu written in Latin letters."""


def canonical_type(written: str) -> str:
    """Return the canonical short form of a case type as the court writes it.

    "Crl. Misc." gives "CRL MISC", "C.M. A" gives "CMA".  A type the court adds later gets a form by the
    same rule, so nothing is refused.
    """
    words = written.replace(".", " ").upper().split()
    return re.sub(r"\b(\w) (?=\w\b)", r"\1", " ".join(words))


ARABIC_LETTERS = "\u0620-\u063f\u0641-\u064a\u066e-\u06d3\u06fa-\u06ff"
_LETTERS_ALONE = re.compile(rf"[^a-z{ARABIC_LETTERS}]")
_URDU_LETTERS = str.maketrans("يىكهة", "ییکہہ")
"""Arabic letters, typed for the Urdu ones that look the same."""


def squeeze(written: str) -> str:
    """Return only the letters of *written*, lower case, Urdu in its own letters: how aliases are compared."""
    return _LETTERS_ALONE.sub("", written.lower().translate(_URDU_LETTERS))


@functools.cache
def types_by_alias() -> Mapping[str, tuple[str, ...]]:
    """Return squeezed alias -> every canonical type it may stand for, sorted."""
    found: dict[str, set[str]] = {}
    for canonical, aliases in CASE_TYPES.items():
        for alias in (canonical, *aliases, *URDU_NAMES.get(canonical, ())):
            found.setdefault(squeeze(alias), set()).add(canonical)
    return {alias: tuple(sorted(types)) for alias, types in found.items()}
