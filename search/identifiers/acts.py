"""The table of acts, ordinances and rules: canonical short names, and the ways courts and lawyers write them."""

from __future__ import annotations

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
                         "دستور پاکستان", "اسلامی جمہوریہ پاکستان کا آئین", "Aain", "Aain e Pakistan", "Ayeen",
                         "Const."),
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
                                                 "Islamabad Rent Ordinance", "Rent Ordinance"),
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
