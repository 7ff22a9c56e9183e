"""Acts named by their subject alone, as a lawyer types them: "section 8 specific relief", "s 5 limitation"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from search.identifiers.act_names import ActName

SUBJECTS: Mapping[str, str] = MappingProxyType(
    {
        "specific relief": "Specific Relief Act",
        "transfer of property": "Transfer of Property Act",
        "sale of goods": "Sale of Goods Act",
        "negotiable instruments?": "Negotiable Instruments Act",
        "general clauses": "General Clauses Act",
        "land acquisition": "Land Acquisition Act",
        "land revenue": "Land Revenue Act",
        "(?:islamabad )?rent restriction": "Islamabad Rent Restriction Ordinance",
        "illegal dispossession": "Illegal Dispossession Act",
        "prevention of corruption": "Prevention of Corruption Act",
        "anti[- ]?terrorism": "ATA",
        "(?:anti[- ]?)?money laundering": "AMLA",
        "(?:control of )?narcotic substances?": "CNSA",
        "(?:prevention of )?electronic crimes?": "PECA",
        "explosive substances?": "Explosive Substances Act",
        "child marriage restraint": "Child Marriage Restraint Act",
        "dissolution of muslim marriages?": "Dissolution of Muslim Marriages Act",
        "muslim family laws?": "MFLO",
        "guardians?(?: and| &)? wards?": "Guardians and Wards Act",
        "income tax": "ITO",
        "sales tax": "Sales Tax Act",
        "federal excise": "Federal Excise Act",
        "motor vehicles?": "Motor Vehicles Ordinance",
        "civil servants?": "Civil Servants Act",
        "limitation": "Limitation Act",
    }
)
"""Pattern of a subject -> the act.  Subjects of several acts, and those that are a body's name too, are not here."""

_NOUNS = "act|ordinance|order|rules?|regulations?|code|board|tribunal|collector|department|officer"
"""Of another act, or of a body that the act made."""
_SUBJECT = re.compile(
    rf"(?P<subject>{'|'.join(SUBJECTS)})(?:\s*(?:\Z|[.,;:?)])|(?=\s+(?-i:[a-z])))".replace(" ", r"\s")
    + rf"(?![^.;,]{{0,60}}\b(?:{_NOUNS})\b)",
    re.IGNORECASE,
)
_OPENS = re.compile(rf"\s*(?P<subject>{'|'.join(SUBJECTS)})\s*".replace(" ", r"\s"), re.IGNORECASE)


def subject_at(plain: str, start: int) -> ActName | None:
    """Return the act whose subject stands at *start*, and where that ends; None where it may be other words.

    A subject of one word, "limitation", must close the text: it is too common a word.
    """
    match = _SUBJECT.match(plain, start)
    if match is None or (match["subject"].isalpha() and plain[match.end("subject") :].strip(" .?")):
        return None
    return ActName(_act_of(match["subject"]), match.end("subject"))


def subject_before(plain: str, end: int) -> ActName | None:
    """Return the act whose subject is all that *plain* has before *end*, "specific relief section 8"."""
    match = _OPENS.fullmatch(plain, 0, end)
    return ActName(_act_of(match["subject"]), match.start("subject")) if match else None


def _act_of(subject: str) -> str:
    plain = re.sub(r"\s", " ", subject)
    return next(act for pattern, act in SUBJECTS.items() if re.fullmatch(pattern, plain, re.IGNORECASE))
