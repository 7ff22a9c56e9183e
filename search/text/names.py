"""Names of public bodies: the short and the long form of one body find each other.

Private names are left as they are here: two people are never made one.
"""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from search.text.normalise import fold

BODIES: tuple[tuple[str, ...], ...] = (
    ("fop", "federation of pakistan", "federal government", "government of pakistan"),
    ("cir", "commissioner inland revenue", "commissioner of inland revenue"),
    ("dcir", "deputy commissioner inland revenue", "deputy commissioner of inland revenue"),
    ("assistant commissioner inland revenue", "assistant commissioner of inland revenue"),
    ("additional commissioner inland revenue", "additional commissioner of inland revenue"),
    ("fpcci", "federation of pakistan chambers of commerce", "federation of pakistan chamber of commerce"),
    (
        "fgehf",
        "fgeha",
        "federal government employees housing foundation",
        "federal government employees housing authority",
    ),
    ("aiou", "allama iqbal open university"),
    ("iiui", "international islamic university"),
    ("ptv", "pakistan television corporation"),
    ("dha", "defence housing authority"),
    ("fbr", "federal board of revenue"),
    ("cda", "capital development authority"),
    ("nab", "national accountability bureau"),
    ("fia", "federal investigation agency"),
    (
        *("secp", "securities and exchange commission of pakistan", "securities & exchange commission of pakistan"),
        "securities exchange commission of pakistan",
    ),
    ("pims", "pakistan institute of medical sciences"),
    ("pmdc", "pakistan medical and dental council", "pakistan medical & dental council"),
    ("pmc", "pakistan medical commission"),
    ("ogra", "oil and gas regulatory authority", "oil & gas regulatory authority"),
    ("ogdcl", "oil and gas development company", "oil & gas development company"),
    ("nepra", "national electric power regulatory authority"),
    ("pemra", "pakistan electronic media regulatory authority"),
    ("pta", "pakistan telecommunication authority"),
    ("ptcl", "pakistan telecommunication company"),
    ("sngpl", "sui northern gas pipelines"),
    ("ssgc", "sui southern gas company"),
    ("iesco", "islamabad electric supply company"),
    ("nha", "national highway authority"),
    ("fpsc", "federal public service commission"),
    ("hec", "higher education commission"),
    ("eobi", "employees old age benefits institution", "employees old-age benefits institution"),
    ("ztbl", "zarai taraqiati bank"),
    ("nbp", "national bank of pakistan"),
    ("hbl", "habib bank"),
    ("ubl", "united bank"),
    ("mcb", "muslim commercial bank"),
    ("hbfc", "house building finance corporation", "house building finance company"),
    ("nirc", "national industrial relations commission"),
    ("nadra", "national database and registration authority"),
    ("anf", "anti narcotics force"),
    ("pia", "pakistan international airlines"),
    ("caa", "civil aviation authority"),
    ("psqca", "pakistan standards and quality control authority"),
    ("drap", "drug regulatory authority of pakistan"),
    ("ipo", "intellectual property organization", "intellectual property organisation"),
    ("fst", "federal service tribunal"),
    ("atir", "appellate tribunal inland revenue"),
    ("ecp", "election commission of pakistan"),
    ("ihc", "islamabad high court"),
    ("ict", "islamabad capital territory"),
    ("mci", "metropolitan corporation islamabad"),
    ("adsj", "additional district and sessions judge", "additional district & sessions judge", "ad&sj"),
    ("dsj", "district and sessions judge", "district & sessions judge", "d&sj"),
    ("sho", "station house officer"),
    ("igp", "inspector general of police", "inspector general police"),
    ("ag", "attorney general"),
    ("dc", "deputy commissioner"),
    ("ac", "assistant commissioner"),
)
"""Each group names one body; a form that also means something else is not here."""


class NamedBody(NamedTuple):
    """A public body that a text names."""

    written: str
    """As it is named there, folded."""
    others: tuple[str, ...]
    """Its other names, those that stand in the text left out."""


def bodies_named(text: str) -> list[NamedBody]:
    """Return the public bodies that *text* names, in the order of the table.

    Of two names in one place the longer counts: "Deputy Commissioner Inland Revenue" is no commissioner.
    """
    folded = fold(text)
    named = [(match, group) for pattern, group in _patterns() for match in pattern.finditer(folded)]
    by_themselves = {
        group: match
        for match, group in reversed(named)
        if not any(_is_part(match.span(), other.span()) for other, _ in named)
    }
    return [
        NamedBody(by_themselves[group].group(), tuple(name for name in group if name not in folded))
        for group in BODIES
        if group in by_themselves
    ]


def other_names(text: str) -> list[str]:
    """Return the other names of every public body that *text* names, in the order of the table."""
    return [name for body in bodies_named(text) for name in body.others]


@functools.cache
def short_names() -> frozenset[str]:
    """Return the names of public bodies that are one word, folded: "cda", "iesco"."""
    return frozenset(name for group in BODIES for name in group if name.isalpha())


def _is_part(span: tuple[int, int], other: tuple[int, int]) -> bool:
    return other[0] <= span[0] and span[1] <= other[1] and span != other


@functools.cache
def _patterns() -> tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]:
    # The longest form first: the first that fits is taken.
    return tuple(
        (re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(group, key=len, reverse=True)))})(?!\w)"), group)
        for group in BODIES
    )
