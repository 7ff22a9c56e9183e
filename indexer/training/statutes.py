"""Statutes as lawyers type them: a section or an article with its act, found in any text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

ACTS: Mapping[str, tuple[str, ...]] = {
    "PPC": ("Pakistan Penal Code", "P.P.C", "Penal Code"),
    "CrPC": ("Code of Criminal Procedure", "Criminal Procedure Code", "Cr.P.C", "Cr. P.C"),
    "CPC": ("Code of Civil Procedure", "Civil Procedure Code", "C.P.C"),
    "CNSA": ("Control of Narcotic Substances Act", "Control of Narcotics Substances Act", "C.N.S.A"),
    "Constitution": (
        "Constitution of the Islamic Republic of Pakistan",
        "Constitution of Islamic Republic of Pakistan",
    ),
    "QSO": ("Qanun-e-Shahadat Order", "Qanoon-e-Shahadat Order", "Q.S.O"),
    "ATA": ("Anti-Terrorism Act", "Anti Terrorism Act", "A.T.A"),
    "NAO": ("National Accountability Ordinance", "N.A.O"),
    "AMLA": ("Anti-Money Laundering Act", "AMLA Act"),
    "PECA": ("Prevention of Electronic Crimes Act",),
    "PCA": ("Prevention of Corruption Act",),
    "Income Tax Ordinance": ("I.T.O",),
    "Sales Tax Act": (),
    "Customs Act": (),
    "Companies Act": ("Companies Ordinance",),
    "Specific Relief Act": (),
    "Arbitration Act": (),
    "Limitation Act": (),
    "Family Courts Act": ("West Pakistan Family Courts Act",),
    "Guardians and Wards Act": (),
}
"""The short name -> other names, the full one first."""

_LIST = r"\d{1,3}(?:-?[A-Z]{1,2}\b)?(?:\s?\((?:\d+|[a-z]{1,3})\))*(?:\d*[A-Z]\b)?"
_NAMES = sorted(
    {name for short, others in ACTS.items() for name in (short, *others)}, key=lambda name: (-len(name), name)
)
_CITED = re.compile(
    rf"(?P<numbers>{_LIST}(?:\s*(?:,|/|&|and|read\s+with|r/w)\s*{_LIST})*)"
    rf"\s*,?\s*(?:of\s+)?(?:the\s+)?(?P<act>{'|'.join(map(re.escape, _NAMES))})(?!\w)",
    re.IGNORECASE,
)
_NUMBER = re.compile(_LIST, re.IGNORECASE)
_SHORT_OF = {name.casefold(): short for short, others in ACTS.items() for name in (short, *others)}


class Cited(NamedTuple):
    """One section or article of an act."""

    number: str
    """As written, without spaces: "497(2)", "489-F"."""
    act: str
    """Short name, a key of `ACTS`."""

    @property
    def key(self) -> str:
        """The form in which two writings are equal."""
        return f"{self.number.replace('-', '').casefold()} {self.act.casefold()}"

    @property
    def word(self) -> str:
        """What its numbers are called."""
        return "article" if self.act in ("Constitution", "QSO") else "section"


def cited_in(text: str) -> list[Cited]:
    """Return what *text* cites, in order, nothing twice."""
    found: dict[str, Cited] = {}
    for match in _CITED.finditer(text):
        act = _SHORT_OF[match["act"].casefold()]
        for number in _NUMBER.findall(match["numbers"]):
            cited = Cited(re.sub(r"\s", "", number), act)
            found.setdefault(cited.key, cited)
    return list(found.values())
