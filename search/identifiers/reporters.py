"""The law reports that are cited here: their names, and the courts and parts that a volume is divided into."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from rapidfuzz import fuzz, process


class Reporter(NamedTuple):
    """One series of law reports."""

    name: str
    """Canonical: "PLD", "PLC (CS)"."""
    spellings: tuple[str, ...]
    """In letters, a space where a scan or a typist may put dots or spaces."""
    divided_by: str = ""
    """What a volume is divided into, each division with pages of its own: "court", "part", "india" or nothing."""
    needs_division: bool = False
    """Whether a page alone says nothing."""
    plain_word: bool = False
    """Whether the letters also name a court, a company or a body: then only a complete citation is read."""


REPORTERS: tuple[Reporter, ...] = (
    Reporter("PLD", ("P L D", "پی ایل ڈی"), "court", needs_division=True),
    Reporter("SCMR", ("S C M R", "ایس سی ایم آر")),
    Reporter("PCrLJ", ("P C R L J", "P C R L L J", "پی سی آر ایل جے")),
    Reporter("YLR", ("Y L R", "وائی ایل آر")),
    Reporter("MLD", ("M L D", "ایم ایل ڈی")),
    Reporter("CLC", ("C L C", "سی ایل سی")),
    Reporter("CLD", ("C L D", "سی ایل ڈی")),
    Reporter("PTD", ("P T D", "پی ٹی ڈی")),
    Reporter("PLC (CS)", ("P L C C S", "پی ایل سی سی ایس")),
    Reporter("PLC", ("P L C", "پی ایل سی")),
    Reporter("PLJ", ("P L J", "پی ایل جے"), "part", needs_division=True),
    Reporter("NLR", ("N L R", "این ایل آر"), "part", needs_division=True),
    Reporter("KLR", ("K L R",), "part", needs_division=True, plain_word=True),
    Reporter("SBLR", ("S B L R",), "court"),
    Reporter("GBLR", ("G B L R",)),
    Reporter("PCrR", ("P C R R",), plain_word=True),
    Reporter("PCTLR", ("P C T L R",)),
    Reporter("PTCL", ("P T C L",), "part", plain_word=True),
    Reporter("ALD", ("A L D",), "part", plain_word=True),
    Reporter("PSC", ("P S C",), "part", plain_word=True),
    Reporter("SCR", ("S C R",), plain_word=True),
    Reporter("AIR", ("A I R",), "india", needs_division=True, plain_word=True),
    Reporter("CrLJ", ("C R L J", "C R I L J", "C R L L J"), plain_word=True),
    Reporter("SCP", ("S C P",), plain_word=True),
    Reporter("IHC", ("I H C",), plain_word=True),
    Reporter("LHC", ("L H C",), plain_word=True),
    Reporter("SHC", ("S H C",), "court", plain_word=True),
    Reporter("PHC", ("P H C",), plain_word=True),
    Reporter("BHC", ("B H C",), plain_word=True),
)
"""SCP and the letters of the High Courts are neutral citations: the courts' own numbers for approved judgments."""

COURTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "Supreme Court": ("SC", "Supreme Court of Pakistan", "Honble Supreme Court", "Apex Court", "سپریم کورٹ",
                          "SC Shariat Appellate Bench", "SC Pakistan"),
        "Supreme Court (AJ&K)": ("SC AJK", "SC AJ and K", "SC AZK", "SC Azad J and K", "Supreme Court AJK",
                                 "Supreme Court Azad Kashmir", "AJK SC"),
        "AJ&K": ("AJK", "Azad JK", "Azad J and K", "Azad Jammu and Kashmir", "Azad Kashmir", "آزاد کشمیر"),
        "Islamabad": ("Isl", "Isb", "Islam", "Islbd", "IHC", "اسلام آباد"),
        "Lahore": ("Lah", "Lhr", "LHC", "لاہور"),
        "Karachi": ("Kar", "Khi", "Kara", "Sindh", "Sind", "SHC", "کراچی", "سندھ"),
        "Peshawar": ("Pesh", "Pes", "PHC", "پشاور"),
        "Quetta": ("Que", "Qta", "Balochistan", "Baluchistan", "Bal", "BHC", "کوئٹہ", "بلوچستان"),
        "Federal Shariat Court": ("FSC", "Fed Shariat Court", "Fed St", "Federal Shariat", "Shariat Court",
                                  "SC Federal Shariat Court", "وفاقی شرعی عدالت"),
        "Federal Constitutional Court": ("FCC", "وفاقی آئینی عدالت"),
        "Federal Court": ("FC",),
        "Privy Council": ("PC",),
        "Dacca": ("Dhaka", "Dac"),
        "Gilgit-Baltistan": ("GB", "Gilgit", "Gilgit Baltistan", "Northern Areas"),
        "Bahawalpur": ("BJ", "Baghdad ul Jadid"),
        "Sukkur": ("Suk",),
        "Hyderabad": ("Hyd",),
        "Larkana": ("Lar", "Lrk"),
        "Revenue": ("Rev", "Board of Revenue", "BOR"),
        "Tribunal": ("Trib", "Tribunals"),
        "Labour": ("Lab",),
        "Special Court": (),
        "Central Statutes": ("Cent Statutes",),
        "Journal": ("Jour",),
    }
)  # fmt: skip
"""Court as the reports print it -> how it is written.

The High Court of Sindh stands under "Karachi" and that of Balochistan under "Quetta": a volume has one division for
each, called by the seat in older years and by the province in later ones.
"""

INDIAN_COURTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "Allahabad": ("All",), "Andhra Pradesh": ("AP", "Andhra"), "Assam": (), "Bombay": ("Bom",),
        "Calcutta": ("Cal",), "Delhi": ("Del",), "Gauhati": ("Gau",), "Gujarat": ("Guj",), "Himachal Pradesh": ("HP",),
        "Karnataka": ("Kant",), "Kerala": ("Ker",), "Lahore": ("Lah",), "Madhya Pradesh": ("MP",), "Madras": ("Mad",),
        "Mysore": ("Mys",), "Nagpur": ("Nag",), "Orissa": ("Ori",), "Oudh": (), "Patna": ("Pat",),
        "Peshawar": ("Pesh",), "Punjab": ("Punj",), "Punjab and Haryana": ("PH", "P and H"), "Rajasthan": ("Raj",),
        "Rangoon": ("Rang",), "Sind": ("Sindh",), "Travancore-Cochin": ("TC", "Trav Co"),
        "Jammu and Kashmir": ("JK", "J and K"), "Supreme Court": ("SC", "SC Cri"), "Privy Council": ("PC",),
        "Federal Court": ("FC",),
    }
)  # fmt: skip

PARTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "Criminal": ("Crl", "Cr", "Cri", "Crim", "Criminal Cases", "Cr C", "Criminal SC", "فوجداری"),
        "Civil": ("Civ", "Civil Cases", "Civil SC", "دیوانی"),
        "Revenue": ("Rev",),
        "Service": ("Ser", "Services"),
        "Labour": ("Lab",),
        "UC": ("UC Civil", "UC Criminal"),
        "AC": (), "TD": (), "SD": (), "CLJ": (), "SCJ": (), "CL": (),
    }
)  # fmt: skip
"""Part of a volume that is divided by subject."""

_CRIMINAL_CASES = re.compile(r"^crc|crc$")
_WEST_PAKISTAN = re.compile(r"^(?:wp|westpakistan)(?=.)|(?<=.)(?:pak|highcourt|hc)$")
_ANY_GAP = r"[.,\s'’‘(\[]{0,3}"
_FUZZY_LENGTH = 5
_FUZZY_RATIO = 85
_ONE_FORM = str.maketrans("يىكة", "ییکہ")


def squeeze_letters(written: str) -> str:
    """Return the letters of *written* in any script, lower case: how names are compared."""
    return "".join(char for char in written.casefold().replace("&", "and") if char.isalpha()).translate(_ONE_FORM)


@functools.cache
def reporter_pattern() -> re.Pattern[str]:
    """Return the pattern of every reporter's name, with dots, spaces and line breaks between its letters."""
    longest_first = sorted(
        ((spelling, reporter.plain_word) for reporter in REPORTERS for spelling in reporter.spellings),
        key=lambda pair: (-len(pair[0]), pair[0]),
    )
    names = "|".join(_spelling_pattern(*pair) for pair in longest_first)
    return re.compile(rf"(?<![^\W\d_])(?:{names})(?![^\W\d_])", re.IGNORECASE)


def reporter_of(written: str) -> Reporter | None:
    """Return the reporter that *written* names in any of its spellings, "P.Cr. L J" or "scmr"; None if none."""
    return _by_letters().get(squeeze_letters(written))


def is_reporter(word: str) -> bool:
    """Tell whether *word* is the name of a reporter, however it is spaced, dotted or capitalised."""
    return reporter_of(word) is not None


def division_of(reporter: Reporter, written: str) -> str | None:
    """Return the court or part of a volume that *written* names, in its canonical form.

    "(W.P.) Kar." gives "Karachi"; "Cr.C. (Lahore)" gives "Lahore (Cr.C.)", which the Pakistan Law Journal pages
    apart from its Lahore.  Slips of the pen in long names ("Islambad") are forgiven.  None if it names nothing.
    """
    letters = squeeze_letters(written)
    without_criminal = _CRIMINAL_CASES.sub("", letters, count=1) if reporter.name == "PLJ" else letters
    if not without_criminal and letters:
        return "Cr.C."
    division = _division(reporter.divided_by, _WEST_PAKISTAN.sub("", without_criminal))
    return f"{division} (Cr.C.)" if division and without_criminal != letters else division


def _division(divided_by: str, letters: str) -> str | None:
    known = _divisions(divided_by)
    if letters in known or len(letters) < _FUZZY_LENGTH:
        return known.get(letters)
    long = [name for name in known if len(name) >= _FUZZY_LENGTH]
    nearest = process.extractOne(letters, long, scorer=fuzz.ratio, score_cutoff=_FUZZY_RATIO)
    return known[nearest[0]] if nearest else None


@functools.cache
def _divisions(divided_by: str) -> Mapping[str, str]:
    if divided_by == "india":
        return _by_spelling(INDIAN_COURTS)
    courts = _by_spelling(COURTS)
    return {**courts, **_by_spelling(PARTS)} if divided_by == "part" else courts


def _by_spelling(names: Mapping[str, Iterable[str]]) -> dict[str, str]:
    return {squeeze_letters(spelling): name for name, others in names.items() for spelling in (name, *others)}


@functools.cache
def _by_letters() -> Mapping[str, Reporter]:
    return {squeeze_letters(spelling): reporter for reporter in REPORTERS for spelling in reporter.spellings}


def _spelling_pattern(spelling: str, plain_word: bool) -> str:
    gap = r"[.\s]{0,1}" if plain_word else r"[.\s'’‘]{0,3}"
    letters = [re.sub("[یکہ]", lambda form: _FORMS[form.group()], piece) for piece in spelling.split()]
    if spelling.endswith(" C S"):
        return gap.join(letters[:-2]) + _ANY_GAP + letters[-2] + _ANY_GAP + letters[-1] + r"(?![^\W\d_])\.?\s?[)\]]?"
    return gap.join(letters)


_FORMS: Mapping[str, str] = MappingProxyType({"ی": "[یيى]", "ک": "[کك]", "ہ": "[ہهة]"})
