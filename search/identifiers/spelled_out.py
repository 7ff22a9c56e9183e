"""The words behind a case number: what "Crl. Misc. ... Bail Before Arrest" means to a lawyer."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from search.cases import CaseNumber
from search.identifiers.case_types import CASE_TYPES
from search.text.normalise import fold

_CATEGORY_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "bail before arrest": "pre-arrest bail anticipatory bail 498",
        "bail after arrest": "post-arrest bail 497",
        "bail transitory": "protective bail transitory bail pre-arrest bail",
        "bail cancellation": "cancellation of bail",
        "hebeas corpus": "habeas corpus 491 custody detention",
        "harrasment": "harassment",
        "illegal disposession": "illegal dispossession act",
        "against convct. ppc": "appeal against conviction and sentence",
        "against conviction": "appeal against conviction and sentence",
        "against judgement": "judgment",
        "acquittal": "appeal against acquittal",
        "enhance. of sentc.": "enhancement of sentence",
        "q-fir": "quashment quashing of FIR",
        "q-proceeding": "quashment quashing of proceedings",
        "reg. crl. case": "registration of criminal case FIR 22-A 22-B",
        "colleges": "college university admission student education",
        "allot. of quarter": "allotment of quarter accommodation house",
        "allot. of plot": "allotment of plot land",
        "service": "service matter employment civil servant",
        "rent matter": "rent tenant landlord eviction ejectment",
        "family matter": "family",
        "gw": "guardian and wards custody of minor",
        "dowery": "dower dowry articles",
        "tax & banking": "tax banking",
        "declaration": "declaration",
        "winding up petition": "winding up of company",
        "merger": "merger amalgamation scheme of arrangement",
        "c.n.s.a.": "narcotics control of narcotic substances act",
        "narcotics": "narcotics control of narcotic substances act",
        "n.a.b.": "national accountability bureau accountability reference",
        "n.i.r.c.": "national industrial relations commission labour",
        "a.t.a": "anti terrorism act",
        "qua warranto": "quo warranto",
        "land aquisition": "land acquisition",
        "posession": "possession",
        "transfer application": "transfer of case",
    }
)
"""Part of a category as the court writes it, folded -> the words a lawyer uses, and right spellings."""


def spelled_out(number: CaseNumber) -> str:
    """Return the case type and category of *number* in full words, for the index.

    "Crl. Rev. 2/2025 Against Interim Order (SB)" gives "Criminal Revision ...": a record of the court
    holds nothing but abbreviations, and a question holds none.
    """
    aliases = [alias for alias in CASE_TYPES.get(number.case_type, ()) if "." not in alias]
    category = fold(number.category)
    words = [meaning for part, meaning in _CATEGORY_WORDS.items() if part in category]
    if number.case_type == "CRL MISC" and category == "q":
        words.append("quashment quashing of FIR 561-A")
    if number.case_type == "CRL ORG":
        words.append("contempt of court")
    return " ; ".join([*aliases, *words])
