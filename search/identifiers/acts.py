"""Acts, ordinances and rules: canonical short names, and the ways courts and lawyers write them."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from types import MappingProxyType

ACTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        # Criminal law.
        "PPC": ("Pakistan Penal Code", "Penal Code", "P.P.C.", "تعزیرات پاکستان", "تعزیرات", "ت پ", "پی پی سی",
                "Tazirat e Pakistan", "Tazeerat e Pakistan", "Taziraat e Pakistan", "Tazirat Pakistan", "Tazirat"),
        "CrPC": ("Code of Criminal Procedure", "Criminal Procedure Code", "Cr.P.C.", "Crl. P.C.", "Criminal P.C.",
                 "Criminal Procedure", "Code of Criminal Procedure Code", "ضابطہ فوجداری", "ض ف", "سی آر پی سی",
                 "Zabta Faujdari", "Zabta Fojdari", "Zabta e Faujdari", "Zabita Faujdari"),
        "CNSA": ("Control of Narcotic Substances Act", "C.N.S.A.", "CNS Act", "CNS", "Narcotic Substances Act",
                 "Control of Narcotic Substances (Amendment) Act", "سی این ایس اے", "انسداد منشیات ایکٹ",
                 "امتناع منشیات ایکٹ"),
        "ATA": ("Anti-Terrorism Act", "A.T.A.", "AT Act", "Anti-Terrorist Act", "انسداد دہشت گردی ایکٹ", "اے ٹی اے"),
        "NAO": ("National Accountability Ordinance", "N.A.O.", "NAB Ordinance", "NAB Law", "Accountability Ordinance",
                "National Accountability Bureau Ordinance", "نیب آرڈیننس", "قومی احتساب آرڈیننس"),
        "PECA": ("Prevention of Electronic Crimes Act", "P.E.C.A.", "PEC Act", "Prevention of Electronic Crime Act",
                 "Electronic Crimes Act", "پیکا ایکٹ", "پیکا"),
        "FIA Act": ("Federal Investigation Agency Act", "ایف آئی اے ایکٹ"),
        "Prevention of Corruption Act": ("PCA", "PC Act", "انسداد رشوت ستانی ایکٹ"),
        "AMLA": ("Anti-Money Laundering Act", "A.M.L.A.", "AML Act", "AMLA Act"),
        "Illegal Dispossession Act": ("IDA", "ID Act"),
        "Juvenile Justice System Act": ("JJSA", "JJS Act"),
        "Juvenile Justice System Ordinance": ("JJSO",),
        "Explosive Substances Act": ("Explosive Substance Act",), "Explosives Act": (), "Arms Act": (),
        "Arms Ordinance": ("Pakistan Arms Ordinance", "West Pakistan Arms Ordinance", "PAO", "اسلحہ آرڈیننس"),
        "Surrender of Illicit Arms Act": (), "Sindh Arms Act": ("SAA",),
        "Prohibition (Enforcement of Hadd) Order": ("PEHO", "Prohibition Order", "EHO"),
        "Offence of Zina (Enforcement of Hudood) Ordinance": ("Zina Ordinance",),
        "Offences Against Property (Enforcement of Hudood) Ordinance": ("Offence Against Property Ordinance",),
        "Offence of Qazf (Enforcement of Hadd) Ordinance": ("Qazf Ordinance",),
        "Anti-Rape (Investigation and Trial) Act": ("Anti-Rape Act",),
        "Zainab Alert, Response and Recovery Act": ("Zainab Alert Act",),
        "Prevention of Trafficking in Persons Act": ("TIP Act", "PTPA"),
        "Prevention of Smuggling of Migrants Act": ("PSMA", "Smuggling of Migrants Act"),
        "Emigration Ordinance": ("Emigration Act",), "Foreigners Act": ("Foreigner Act",),
        "Passports Act": ("Passport Act",), "Exit from Pakistan (Control) Ordinance": ("ECL Ordinance",),
        "Pakistan Citizenship Act": ("Citizenship Act",), "Extradition Act": (), "Fugitive Offenders Act": (),
        "Mutual Legal Assistance (Criminal Matters) Act": ("Mutual Legal Assistance Act",),
        "Maintenance of Public Order Ordinance": ("West Pakistan Maintenance of Public Order Ordinance", "MPO",
                                                  "MPO Ordinance"),
        "Police Act": (), "Police Order": (), "Police Rules": ("Punjab Police Rules",),
        "Prisons Act": (), "Pakistan Prison Rules": ("Prison Rules",), "Probation of Offenders Ordinance": (),
        "Criminal Law Amendment Act": ("Pakistan Criminal Law Amendment Act",), "Official Secrets Act": (),
        "Pakistan Army Act": ("Army Act", "PAA"), "Pakistan Air Force Act": ("PAF Act", "Air Force Act"),
        "Pakistan Navy Ordinance": ("Navy Ordinance",), "Protection of Pakistan Act": ("PPA",),
        "Investigation for Fair Trial Act": ("Fair Trial Act", "IFTA"), "Prevention of Gambling Act": ("Gambling Act",),
        "Child Marriage Restraint Act": (), "Domestic Violence (Prevention and Protection) Act": (
            "Domestic Violence Act",),
        "Drugs Act": ("Drug Act",), "DRAP Act": ("Drug Regulatory Authority of Pakistan Act",),
        "Price Control and Prevention of Profiteering and Hoarding Act": ("Price Control Act",),
        "Gas (Theft Control and Recovery) Act": ("GTCRA", "GTCR Act", "GTCARA"), "Telegraph Act": (),
        "Sindh Control of Narcotic Substances Act": ("Sindh Control of Narcotics Act", "SCNS Act", "Sindh CNS Act"),
        "Sindh Gutka and Manpuri Act": (
            "Sindh Prohibition of Preparation, Manufacturing, Storage, Sale and Use of Gutka and Manpuri Act",
            "Gutka and Manpuri Act", "Gutka Mawa Act"),
        # The Constitution and procedure.
        "Constitution": ("Constitution of Pakistan", "Constitution of the Islamic Republic of Pakistan",
                         "Constitution of Islamic Republic", "Pakistan Constitution", "آئین", "آئین پاکستان", "دستور",
                         "دستور پاکستان", "اسلامی جمہوریہ پاکستان کا آئین", "Aain", "Aain e Pakistan", "Ayeen"),
        "Constitution 1962": (), "Constitution 1956": (), "Government of India Act": (),
        "CPC": ("Code of Civil Procedure", "Civil Procedure Code", "C.P.C.", "Civil Procedure", "ضابطہ دیوانی", "ض د",
                "سی پی سی", "Zabta Dewani", "Zabta Diwani", "Zabta e Dewani"),
        "QSO": ("Qanun-e-Shahadat Order", "Qanoon-e-Shahadat Order", "Qanun-e-Shahadat", "Qanoon-e-Shahadat", "Q.S.O.",
                "Qanun-e-Shahdat Order", "Qanun-e-Shahdat", "Qanoon-e-Shahdat Order", "Qanun Shahadat Order",
                "قانون شہادت آرڈر", "قانون شہادت", "Qanun-e-Shahadat Ordinance"),
        "Evidence Act": (), "Limitation Act": ("قانون میعاد", "قانون میعاد سماعت"), "Oaths Act": (),
        "General Clauses Act": ("GCA", "GC Act", "West Pakistan General Clauses Act"), "Court Fees Act": (),
        "Suits Valuation Act": ("Suit Valuation Act",), "Law Reforms Ordinance": ("LRO",), "Civil Courts Ordinance": (
            "West Pakistan Civil Courts Ordinance",),
        "Contempt of Court Ordinance": ("Contempt Ordinance", "توہین عدالت آرڈیننس"), "Contempt of Court Act": (),
        "Legal Practitioners and Bar Councils Act": ("LPBC Act", "Bar Councils Act"),
        "Islamabad High Court Act": (), "Supreme Court Rules": (), "High Court Rules and Orders": ("High Court Rules",),
        "Supreme Court (Practice and Procedure) Act": ("Practice and Procedure Act",), "Arbitration Act": ("Arb. Act",),
        "REA Act": ("Recognition and Enforcement (Arbitration Agreements and Foreign Arbitral Awards) Act", "REA"),
        "Bankers' Books Evidence Act": (), "Powers of Attorney Act": ("Power of Attorney Act",),
        # Property, contract and family.
        "Specific Relief Act": ("SRA", "SR Act", "قانون دادرسی خاص"), "Contract Act": ("قانون معاہدہ",),
        "Transfer of Property Act": ("TPA", "TP Act"), "Registration Act": ("قانون رجسٹریشن",), "Easements Act": (),
        "Stamp Act": (), "Trusts Act": (), "Succession Act": (), "Partition Act": (), "Sale of Goods Act": (),
        "Partnership Act": (), "Negotiable Instruments Act": ("NIA", "NI Act"), "Pre-emption Act": (
            "Punjab Pre-emption Act", "Right of Pre-emption Act"),
        "Land Acquisition Act": ("LAA", "LA Act"), "Societies Registration Act": (), "Co-operative Societies Act": (),
        "Land Revenue Act": ("West Pakistan Land Revenue Act", "Punjab Land Revenue Act", "LRA"),
        "Colonization of Government Lands Act": ("Colonization of Government Lands (Punjab) Act",),
        "Cantonments Act": (), "Cantonment Rent Restriction Act": ("Cantonments Rent Restriction Act", "CRRA"),
        "Islamabad Rent Restriction Ordinance": ("IRRO", "Rent Restriction Ordinance", "ICT Rent Restriction Ordinance",
                                                 "Islamabad Rent Ordinance"),
        "SRPO": ("Sindh Rented Premises Ordinance",), "Punjab Rented Premises Act": ("PRPA",),
        "SBCO": ("Sindh Building Control Ordinance",), "Urban Rent Restriction Ordinance": (
            "West Pakistan Urban Rent Restriction Ordinance",),
        "CDA Ordinance": ("Capital Development Authority Ordinance",), "ICT Local Government Act": (
            "Islamabad Capital Territory Local Government Act", "Islamabad Local Government Act"),
        "Punjab Local Government Act": ("PLGA",), "Sindh Local Government Act": ("SLGA",),
        "Family Courts Act": ("West Pakistan Family Courts Act", "Family Court Act", "فیملی کورٹس ایکٹ"),
        "Family Courts Rules": ("West Pakistan Family Courts Rules",), "Dissolution of Muslim Marriages Act": ("DMMA",),
        "MFLO": ("Muslim Family Laws Ordinance", "M.F.L.O.", "عائلی قوانین آرڈیننس", "مسلم عائلی قوانین آرڈیننس"),
        "Guardians and Wards Act": ("G&W Act", "GWA", "GW Act", "گارڈین اینڈ وارڈز ایکٹ"), "Divorce Act": (),
        "Dowry and Bridal Gifts (Restriction) Act": ("Dowry and Bridal Gifts Act",),
        # Tax, trade and money.
        "Customs Act": ("کسٹمز ایکٹ", "کسٹم ایکٹ"), "Customs Rules": (), "Imports and Exports (Control) Act": (),
        "Sales Tax Act": ("ST Act", "STA", "سیلز ٹیکس ایکٹ"), "Sales Tax Rules": (), "Wealth Tax Act": (),
        "ITO": ("Income Tax Ordinance", "I.T.O.", "IT Ordinance", "انکم ٹیکس آرڈیننس"),
        "ITO 1979": ("Income Tax Ordinance, 1979", "ITO, 1979"), "Income Tax Rules": (), "Income Tax Act": (),
        "Federal Excise Act": ("FEA", "FE Act", "FED Act"), "Federal Excise Rules": (), "Central Excises Act": (),
        "Sindh Sales Tax on Services Act": ("SSTA", "SST Act"), "Foreign Exchange Regulation Act": (
            "FER Act", "FERA", "F.E.R.A."),
        "Workers Welfare Fund Ordinance": ("WWF Ordinance",), "Workers Profit Participation Act": (
            "Companies Profits (Workers Participation) Act", "WPPF Act"),
        "FIO": ("Financial Institutions (Recovery of Finances) Ordinance", "F.I.O.", "FIRO", "FI Ordinance",
                "Financial Institutions Ordinance", "FIRFO"),
        "Banking Companies Ordinance": ("BCO",), "Banking Companies (Recovery of Loans) Ordinance": (),
        "Offences in Respect of Banks (Special Courts) Ordinance": ("ORBO",), "State Bank of Pakistan Act": (
            "SBP Act",),
        "Companies Act": (), "Companies Act 1913": (), "Companies Ordinance": (), "SECP Act": (
            "Securities and Exchange Commission of Pakistan Act",),
        "Securities Act": (), "Insurance Ordinance": (), "Competition Act": (), "Admiralty Ordinance": (
            "Admiralty Jurisdiction of High Courts Ordinance",),
        "Trade Marks Ordinance": ("TM Ordinance", "TMO"), "Trade Marks Act": (), "Patents Ordinance": (),
        "Copyright Ordinance": (), "IPO Act": ("Intellectual Property Organization of Pakistan Act", "IPOP Act",
                                               "Intellectual Property Organisation of Pakistan Act"),
        "Electronic Transactions Ordinance": ("ETO",), "PPRA Ordinance": (
            "Public Procurement Regulatory Authority Ordinance",),
        "Public Procurement Rules": ("PPRA Rules",), "SOE Act": (
            "State-Owned Enterprises (Governance and Operations) Act", "State Owned Enterprises Act"),
        # Service, labour, elections and the regulators.
        "Civil Servants Act": ("CSA",), "Service Tribunals Act": (), "Sindh Civil Servants Act": ("SCS Act", "SCSA"),
        "Punjab Civil Servants Act": (), "PEEDA": (
            "Punjab Employees Efficiency, Discipline and Accountability Act", "PEEDA Act"),
        "E&D Rules": ("Government Servants (Efficiency and Discipline) Rules", "Efficiency and Discipline Rules",
                      "Civil Servants (Efficiency and Discipline) Rules"),
        "APT Rules": ("Civil Servants (Appointment, Promotion and Transfer) Rules",
                      "Appointment, Promotion and Transfer Rules"),
        "Rules of Business": ("Federal Government Rules of Business",), "FPSC Ordinance": (
            "Federal Public Service Commission Ordinance",),
        "Industrial Relations Act": ("IRA", "IR Act"), "Industrial Relations Ordinance": ("IRO",), "Factories Act": (),
        "Standing Orders Ordinance": (
            "Industrial and Commercial Employment (Standing Orders) Ordinance",
            "West Pakistan Industrial and Commercial Employment (Standing Orders) Ordinance"),
        "Payment of Wages Act": ("PWA",), "Workmen's Compensation Act": (), "EOBI Act": (
            "Employees Old-Age Benefits Act", "Employees Old Age Benefits Institution Act"),
        "Elections Act": (), "Representation of the People Act": ("ROPA",), "Election Rules": (),
        "Harassment Act": ("Protection Against Harassment of Women at the Workplace Act",
                           "Protection Against Harassment of Women at Workplace Act"),
        "Right of Access to Information Act": ("RTI Act",), "FTO Ordinance": (
            "Federal Tax Ombudsman Ordinance", "Establishment of the Office of Federal Tax Ombudsman Ordinance"),
        "Federal Ombudsmen Institutional Reforms Act": ("FOIRA",), "Wafaqi Mohtasib Order": (
            "Establishment of the Office of Wafaqi Mohtasib (Ombudsman) Order",),
        "PEMRA Ordinance": ("Pakistan Electronic Media Regulatory Authority Ordinance",), "OGRA Ordinance": (
            "Oil and Gas Regulatory Authority Ordinance",),
        "NEPRA Act": ("Regulation of Generation, Transmission and Distribution of Electric Power Act",),
        "PTA Act": ("Pakistan Telecommunication (Re-organization) Act", "Pakistan Telecommunication Act",
                    "Telecommunication Act", "Telecom Act", "Pakistan Telecommunication (Re-organisation) Act"),
        "NADRA Ordinance": ("National Database and Registration Authority Ordinance",), "Electricity Act": (),
        "PMDC Ordinance": ("Pakistan Medical and Dental Council Ordinance",), "PMDC Act": (
            "Pakistan Medical and Dental Council Act",),
        "PMC Act": ("Pakistan Medical Commission Act",), "HEC Ordinance": ("Higher Education Commission Ordinance",),
        "NHA Act": ("National Highway Authority Act",), "National Highways Safety Ordinance": (),
        "Motor Vehicles Ordinance": ("Provincial Motor Vehicles Ordinance", "MVO"), "Defamation Ordinance": (),
        "PEPA": ("Pakistan Environmental Protection Act", "Environmental Protection Act"), "Forest Act": (),
        "Consumer Protection Act": ("Islamabad Consumers Protection Act",), "Political Parties Order": (),
    }
)  # fmt: skip
"""Canonical short name -> titles and abbreviations, without years; an act known by its year bears it in its name."""

EVERYDAY = frozenset({"ppc", "crpc", "cpc", "cnsa", "qso", "peca"})
"""Squeezed abbreviations that mean an act however they are capitalised."""
_WORDS_WHEN_JOINED = frozenset({"تپ", "ضد", "ضف"})
"""Urdu initials that without a space between them are words."""

_LIKE_DIGITS = dict(zip("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹０１２３４５６７８９", "0123456789" * 3, strict=True))
_LIKE_LETTERS = {"ي": "ی", "ى": "ی", "ك": "ک", "ه": "ہ", "ة": "ہ", "ۃ": "ہ"}
_LIKE_MARKS = dict.fromkeys("‐‑‒–—−", "-") | dict.fromkeys("\u00a0\u200b\u200c\u200d\u200e\u200f\ufeff", " ")
_UNIFIED = str.maketrans(_LIKE_DIGITS | _LIKE_LETTERS | _LIKE_MARKS)
_WORD = re.compile(r"[\s.,'’&()۔-]{0,4}(?P<word>[^\W\d_]+)(?:['’]s\b)?")
_UNSAID = frozenset({"and", "the", "of"})
_YEAR = r"(?:1[89]|20)\d\d"
_YEAR_AFTER = re.compile(rf"(?:'s|’s)?[\s,.]{{0,3}}(?:of\s+|\()?(?P<year>{_YEAR})\b\)?")
_NUMBER_AFTER = re.compile(rf"\s?\((?:Act\s+)?(?:No\.?\s?)?[IVXLC\d]{{1,8}}\s+of\s+{_YEAR}\)")
_NO_ACT_AFTER = re.compile(r"\s+(?:petition|avenue|bench|\(?amendment)", re.IGNORECASE)
_ANOTHER_LEGISLATURE = re.compile(
    r"\b(?:Sindh|Punjab|Pakhtunkhwa|KPK?|N\.?W\.?F\.?P\.?|Bal[ou]chistan|Kashmir|AJK|Baltistan|India|Indian)\s+$",
    re.IGNORECASE,
)
_NAME_MAX = 160
_CAPITALS_UP_TO = 4
"""Letters up to which a word in capitals may be an abbreviation, "KPT ACT"."""
_NOUN = (
    r"(?:Act|ACT|Ordinance|ORDINANCE|Order|ORDER|Code|CODE|Rules(?:\s+of\s+Business)?|RULES|Regulations?|REGULATIONS?)"
)
_TITLE = re.compile(
    rf"(?:the\s+)?(?P<title>(?:(?:[A-Z][\w'’.&-]*|of|and|for|in|to|on|the|with|&|\([A-Z][^()\n]{{2,80}}\)),?\s+){{1,16}}?"
    rf"{_NOUN}\b)(?:\s?,?\s{{0,2}}(?:of\s+)?\(?(?P<year>{_YEAR})\b\)?)?"
)
_LOWER_TITLE = re.compile(
    rf"(?:the\s+)?(?P<title>(?:(?!\b(?:the|this|that|said)\b)[a-z]+\s+){{1,7}}?(?:act|ordinance|rules))"
    rf"\s?,?\s?(?P<year>{_YEAR})\b"
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


def unified(text: str) -> str:
    """Return *text* with one form of digits, dashes, spaces and Urdu letters, code point for code point."""
    return text.translate(_UNIFIED)


def act_named(text: str) -> str:
    """Return the canonical name of the act that *text* is a name of, "" where it is no name of an act.

    "the Code of Criminal Procedure, 1898" gives "CrPC".  An act that the table lacks keeps its own title:
    "the Example Control Act, 2019" gives "Example Control Act 2019".
    """
    plain = unified(text).strip(" \t\r\n.,;:\"'“”")
    start = 4 if plain[:4].lower() == "the " else 0
    for found in (act_at(plain, start, loosely=True), titled_at(plain, start)):
        if found is not None and not re.search(r"[^\W_]", plain[found[1] :]):
            return found[0]
    return ""


def act_at(plain: str, start: int, *, loosely: bool = False) -> tuple[str, int] | None:
    """Return the act of the table whose name begins at *start*, and where name and year end.

    Args:
        plain: Text as `unified` returns it.
        start: Where the first word of the name must begin.
        loosely: Whether a short abbreviation may be written small, "u/s 7 ata".
    """
    names, squeezed, best = _Names.of_table(), "", None
    position, limit = start, min(len(plain), start + _NAME_MAX)
    while (word := _WORD.match(plain, position, limit)) and (squeezed or word.start("word") == start):
        squeezed += _squeezed_word(word["word"])
        if squeezed not in names.beginnings:
            break
        position = word.end()
        if squeezed in names.by_alias and word["word"].lower() not in _UNSAID:
            best = squeezed, word.end("word")
    if best is None or not _looks_like_a_name(plain[start : best[1]], best[0], loosely=loosely):
        return None
    return None if _NO_ACT_AFTER.match(plain, best[1]) else _with_year(plain, *best)


def act_before(plain: str, end: int) -> tuple[str, int] | None:
    """Return the act of the table whose name, without year, ends at *end*, and where the name begins."""
    names, squeezed, best, position = _Names.of_table(), "", None, end
    for word in reversed(list(_WORD.finditer(plain, max(0, end - _NAME_MAX), end))):
        if word.end() < position and re.search(r"[^\s.'’\")]", plain[word.end() : position]):
            break
        position = word.start()
        if not squeezed and word["word"].lower() in _UNSAID:
            break
        squeezed = _squeezed_word(word["word"]) + squeezed
        if squeezed not in names.endings:
            break
        if squeezed in names.by_alias and word["word"].lower() not in _UNSAID:
            best = squeezed, word.start("word")
    if best is None or not _looks_like_a_name(plain[best[1] : end], best[0], loosely=True):
        return None
    if _ANOTHER_LEGISLATURE.search(plain, max(0, best[1] - 20), best[1]):
        return None  # a province has its own Civil Servants Act
    name, _ = _with_year(plain, best[0], end)
    return name, best[1]


def titled_at(plain: str, start: int) -> tuple[str, int] | None:
    """Return the title of an act that the table lacks, written at *start* with capitals, and where it ends.

    Small letters are read where a year follows.  "The said Act" and "the Order" name nothing.
    """
    limit = start + _NAME_MAX
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
    return " ".join([*words, match["year"] or ""]).strip(), match.end()


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


def titled_before(plain: str, end: int) -> tuple[str, int] | None:
    """Return the title of an act that the table lacks and whose name ends at *end*, and where it begins."""
    start = None
    for word in reversed(list(_TITLE_WORD.finditer(plain, max(0, end - _NAME_MAX), end))):
        if start is None and word.group().lower() not in _NOUNS | {"business"}:
            break
        if start is not None and word.group().endswith((".", ";", ":")):
            break
        if word.group()[0].isupper() and word.group().lower() not in _OPENING_WORDS:
            start = word.start()
        elif word.group().lower() not in _SMALL_WORDS and word.group()[0] != "(":
            break
    title = None if start is None else titled_at(plain, start)
    return None if start is None or title is None or title[1] < end else (title[0], start)


def _capitalised(word: str) -> str:
    if word.lower() in _SMALL_WORDS:
        return word.lower()
    abbreviation = word.isupper() and len(word) <= _CAPITALS_UP_TO and word.lower() not in _NOUNS
    return word if abbreviation else word.capitalize()


def _with_year(plain: str, squeezed: str, end: int) -> tuple[str, int]:
    by_alias = _Names.of_table().by_alias
    name = by_alias[squeezed]
    if numbered := _NUMBER_AFTER.match(plain, end):
        end = numbered.end()
    if year := _YEAR_AFTER.match(plain, end):
        return by_alias.get(squeezed + year["year"], name), year.end()
    return name, end


def _looks_like_a_name(written: str, squeezed: str, *, loosely: bool) -> bool:
    if squeezed not in _Names.of_table().abbreviations:
        return written not in _WORDS_WHEN_JOINED
    if re.search(r"[^\w.&\s]", written):
        return False  # the ITO in "(i) to"
    return written.isupper() or (loosely and written.islower() and written.isalpha())


def _squeezed_word(word: str) -> str:
    small = word.lower()
    if small in _UNSAID:
        return ""
    return small[:-1] if len(small) > 3 and small.endswith("s") else small


class _Names:
    """The aliases of the table, squeezed: dots, spaces, plurals and small words count for nothing."""

    def __init__(self) -> None:
        self.by_alias = {
            _squeezed(alias): canonical for canonical, aliases in ACTS.items() for alias in (canonical, *aliases)
        }
        unnumbered = [alias.rstrip("0123456789") for alias in self.by_alias]
        written = {alias for canonical, aliases in ACTS.items() for alias in (canonical, *aliases) if alias.isupper()}
        self.abbreviations = {_squeezed(alias) for alias in written} - EVERYDAY
        self.beginnings = {alias[:length] for alias in unnumbered for length in range(len(alias) + 1)}
        self.endings = {alias[-length:] for alias in unnumbered for length in range(1, len(alias) + 1)} | {""}

    @staticmethod
    @functools.cache
    def of_table() -> _Names:
        return _Names()


def _squeezed(alias: str) -> str:
    words = re.findall(r"[^\W\d_]+(?:['’]s\b)?|\d+", unified(alias))
    return "".join(_squeezed_word(re.sub(r"['’]s$", "", word)) for word in words)
