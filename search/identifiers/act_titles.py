"""Titles of acts that the table lacks: the form alone tells that "the Example Control Act, 2019" is an act."""

from __future__ import annotations

import re

from search.identifiers.act_names import NAME_LENGTH_MAX, YEAR, ActName, act_at, act_before
from search.identifiers.case_types import squeeze, types_by_alias
from search.identifiers.reporters import COURTS, is_reporter
from search.text.names import BODIES
from search.text.normalise import unified

_CAPITALS_UP_TO = 4
"""Letters up to which a word in capitals may be an abbreviation, "KPT ACT"."""
_NOUN = (
    r"(?:Act|ACT|Ordinance|ORDINANCE|Order|ORDER|Code|CODE|Rules(?:\s+of\s+Business)?|RULES|Regulations?|REGULATIONS?)"
)
_TITLE = re.compile(
    rf"(?:the\s+)?(?P<title>(?:(?:[A-Z][\w'’.&-]*|of|and|for|in|to|on|the|with|&|\([A-Z][^()\n]{{2,80}}\)),?\s+){{1,16}}?"
    rf"{_NOUN}\b)(?:\s?,?\s{{0,2}}(?:of\s+)?\(?(?P<year>{YEAR})\b\)?)?"
)
_LOWER_TITLE = re.compile(
    rf"(?:the\s+)?(?P<title>(?:(?!\b(?:the|this|that|said)\b)[a-z]+\s+){{1,7}}?(?:act|ordinance|rules))"
    rf"\s?,?\s?(?P<year>{YEAR})\b"
)
_CODE = re.compile(r"(?<!\w)[A-Z]\.?\s?P\.?\s?C\b", re.IGNORECASE)
"""Initials of a penal code: those of other countries are known by no title."""
_CODE_MAX = 7
_OPENS_WITH_INITIALS = re.compile(
    r"[\s/&-]*(?:of\s+)?(?:the\s+)?(?P<initials>(?:[A-Z]{2,4}[ACO]|[B-DF-HJ-NP-TV-XZ]{3,5})\b(?!\s?\d))"
)
"""Initials of an act, an ordinance or a code, or capitals that are no word, and no volume of reports."""
_LEADS_TO_CODE = re.compile(r"[\s/&-]*(?:of\s+)?(?:the\s+)?", re.IGNORECASE)
_OTHER_INITIALS = frozenset(
    {name.upper() for names in BODIES for name in names}
    | {name for names in COURTS.values() for name in names}
    | set("SI ASI SHO DSP SSP DPO RPO CPO CCPO SDPO MLO DCO ASC AHC ASJ DSJ APG DPG DPP DDPP MNA MPA CEO".split())
    | set("CCTV CDR CNIC DNA FSL MLC MLR PFSA".split())
)
"""Of public bodies, courts, ranks, offices and pieces of evidence: of no act."""
# A word has an end, and is no title from its middle on: else one long word is read from each of its letters.
_ANY_TITLE = re.compile(
    rf"(?<![^\W\d_])(?:(?:[^\W\d_][\w'’.&-]{{0,40}}|\([^()]{{2,80}}\)),?\s+){{1,8}}?"
    r"(?P<noun>act|ordinance|code|rules|regulations?)\b"
    rf"(?:\s?,?\s?(?:of\s)?\(?(?P<year>{YEAR})\b)?",
    re.IGNORECASE,
)
_NO_TITLE = frozenset(
    "said the this that these new old amended amending amendment impugned repealed parent principal relevant same "
    "english indian above present special central provincial federal standing office date instant original whole "
    "such any an a of".split()
)
_NOUNS = frozenset({"act", "ordinance", "order", "code", "rules", "regulation", "regulations"})
_OPENING_WORDS = frozenset(
    {"under", "by", "per", "see", "as", "where", "while", "read", "since", "when", "the", "this", "said"}
)
_TITLE_WORD = re.compile(r"\([^()\n]{2,80}\)|[^\s()]+")
_SMALL_WORDS = frozenset({"of", "and", "for", "in", "to", "on", "the", "with"})


def act_named(text: str) -> str:
    """Return the canonical name of the act that *text* is a name of, "" where it is no name of an act.

    "the Code of Criminal Procedure, 1898" gives "CrPC".  An act that the table lacks keeps its own title:
    "the Example Control Act, 2019" gives "Example Control Act 2019".
    """
    plain = unified(text).strip(" \t\r\n.,;:\"'“”")
    start = 4 if plain[:4].lower() == "the " else 0
    for found in (act_at(plain, start, loosely=True), titled_at(plain, start)):
        if found is not None and not re.search(r"[^\W_]", plain[found.edge :]):
            return found.act
    return ""


def titled_at(plain: str, start: int) -> ActName | None:
    """Return the title of an act that the table lacks, written at *start* with capitals, and where it ends.

    Small letters are read where a year follows.  "The said Act" and "the Order" name nothing.
    """
    limit = start + NAME_LENGTH_MAX
    match = _TITLE.match(plain, start, limit) or _LOWER_TITLE.match(plain, start, limit)
    if match is None:
        return None
    words = match["title"].replace(",", " ").replace(" & ", " and ").split()
    if _says_nothing(words, match["year"]):
        return None
    if words[0].lower() == "pakistan" and (known := act_at(plain, match.start("title") + len(words[0]) + 1)):
        return known
    if match["title"].isupper() or match["title"].islower():
        words = [_capitalised(word) for word in words]
    return ActName(" ".join([*words, match["year"] or ""]).strip(), match.end())


def titled_before(plain: str, end: int) -> ActName | None:
    """Return the title of an act that the table lacks and whose name ends at *end*, and where it begins."""
    start = _title_start(plain, end)
    title = None if start is None else titled_at(plain, start)
    return None if start is None or title is None or title.edge < end else ActName(title.act, start)


def code_at(plain: str, start: int) -> ActName | None:
    """Return the penal code that the table lacks and whose initials stand at *start*, "IPC", and where they end."""
    match = _CODE.match(plain, start)
    if match is None or act_at(plain, start, loosely=True) is not None:
        return None
    return ActName(_initials(match.group()), match.end())


def code_before(plain: str, end: int) -> ActName | None:
    """Return the penal code that the table lacks and whose initials end at *end*, and where they begin."""
    for match in _CODE.finditer(plain, max(0, end - _CODE_MAX), end):
        if match.end() == end and act_before(plain, end) is None:
            return ActName(_initials(match.group()), match.start())
    return None


def act_called(written: str) -> str:
    """Return the act whose title is somewhere in *written*, which can name nothing else, "" where none is.

    Whatever its capitals and whether the table has it: "of the example control act" is the Example Control Act.
    """
    plain = unified(written)
    for title in _ANY_TITLE.finditer(plain):
        words = title.group()[: title.end("noun") - title.start()].replace(",", " ").split()
        while words and words[0].lower() in _SMALL_WORDS | _OPENING_WORDS:
            del words[0]
        if words and not _says_nothing(words, title["year"]):
            known = act_before(plain, title.end("noun"))
            return known.act if known else " ".join([*map(_capitalised, words), title["year"] or ""]).strip()
    return ""


def initials_called(written: str) -> str:
    """Return the initials that *written* begins with and that may be an act's, though the table lacks it; else ""."""
    match = _OPENS_WITH_INITIALS.match(unified(written))
    return match["initials"] if match and not _are_no_acts(match["initials"]) else ""


def has_unknown_initials(plain: str, start: int) -> bool:
    """Whether initials of an act that the table lacks stand at *start*, behind a number: " of the IPC"."""
    between = _LEADS_TO_CODE.match(plain, start)
    place = start if between is None else between.end()
    if act_at(plain, place, loosely=True) is not None:
        return False
    return code_at(plain, place) is not None or bool(initials_called(plain[start : start + NAME_LENGTH_MAX]))


def _are_no_acts(initials: str) -> bool:
    return initials in _OTHER_INITIALS or is_reporter(initials) or squeeze(initials) in types_by_alias()


def _initials(written: str) -> str:
    return re.sub(r"[^A-Z]", "", written.upper())


def _title_start(plain: str, end: int) -> int | None:
    """Return where the words of a title that end at *end* with "Act" or its like begin; None if there are none."""
    start = None
    for word in reversed(list(_TITLE_WORD.finditer(plain, max(0, end - NAME_LENGTH_MAX), end))):
        if start is None and word.group().lower() not in _NOUNS | {"business"}:
            break
        if start is not None and word.group().endswith((".", ";", ":")):
            break
        if word.group()[0].isupper() and word.group().lower() not in _OPENING_WORDS:
            start = word.start()
        elif word.group().lower() not in _SMALL_WORDS and word.group()[0] != "(":
            break
    return start


def _says_nothing(words: list[str], year: str | None) -> bool:
    """Whether a title is none: "the said Act", "Chapter-III of the Act", "Order XXI Rules", "Impugned Order"."""
    *before, noun = words[:-2] if words[-1] == "Business" else words
    return (
        not before
        or all(word.lower() in _NO_TITLE for word in before)
        or before[-1].lower() in _SMALL_WORDS
        or before[0].lower() in _NOUNS
        or re.fullmatch("[IVXL]+", before[0]) is not None
        or any(len(word) > 3 and word[-1] == "." for word in before)
        or (noun.lower() == "order" and not year)
    )


def _capitalised(word: str) -> str:
    if word.lower() in _SMALL_WORDS:
        return word.lower()
    abbreviation = word.isupper() and len(word) <= _CAPITALS_UP_TO and word.lower() not in _NOUNS
    return word if abbreviation else word.capitalize()
