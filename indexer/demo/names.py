"""Invented names: common given names before family names that nobody bears.

Given names are everyday ones, in something like their real proportions.  Family names are made of syllables
that do not occur together in real names, so that no combination names a person on purpose.
"""

from __future__ import annotations

import functools
import itertools
from collections.abc import Sequence
from random import Random
from typing import TypeVar

T = TypeVar("T")

_MEN = tuple(
    """Imran Asif Tariq Adnan Usman Bilal Kashif Naveed Shahid Khalid Zahid Nadeem Waqas Faisal Hamza Junaid Rizwan
    Saeed Arshad Amjad Javed Sajid Yasir Irfan Kamran Farhan Ahsan Umar Haris Zubair Waseem Shoaib Nasir Aamir Tahir
    Akram Aslam Ashraf Bashir Rafiq Sharif Latif Jamil Munir Nazir Riaz Fayyaz Ijaz Mumtaz Sarfraz Shahbaz Danish
    Fahad Saad Talha Owais Zeeshan Salman Rehan Sohail Iqbal Anwar Akhtar Afzal Aziz Hanif Idrees Ismail Yaqoob Yousaf
    Ibrahim Haroon Dawood Musa Sabir Qasim Naeem Waheed Majid Rashid Hamid Mehmood Masood Maqbool""".split()
)
_WOMEN = tuple(
    """Nadia Sadia Rabia Asma Saima Shazia Fozia Nazia Samina Rubina Shabana Farzana Rukhsana Parveen Nasreen Kausar
    Bushra Tahira Zahida Khalida Sajida Naheed Ayesha Fatima Maryam Hina Sana Iqra Mehwish Amna Zainab Kiran Uzma
    Humaira Lubna""".split()
)
_SECOND = ("Ahmed", "Ali", "Hussain", "Khan", "Iqbal", "Raza", "Hassan", "Abbas", "Mehmood", "Ullah", "Nawaz", "Akbar")
_HYPHENATED = ("Zia-ur-Rehman", "Saif-ur-Rehman", "Attiq-ur-Rehman", "Noor-ul-Amin", "Ehsan-ul-Haq", "Najm-us-Saqib",
               "Salah-ud-Din", "Qamar-uz-Zaman")  # fmt: skip
_FAMILY_STARTS = tuple(
    """Zarv Quel Torv Belm Jashk Ombr Lundr Vast Mirqu Dhelv Khorb Tsar Palv Griv Sholm Narz Ulv Brask Chelm Hovr
    Ilmand Yartk Pesk Rund Sulv Wazm Drav Kelb Mozd Ferv Ostr Tildm""".split()
)
_FAMILY_ENDS = ("ashi", "elani", "andri", "uri", "okari", "emzai", "areh", "eniwal", "ovi", "imari", "undri", "azki",
                "iporo", "erwal", "uzani", "olwi")  # fmt: skip
_HONORIFICS = ("Dr.", "Ch.", "Syed", "Raja", "Malik", "Haji", "Sheikh", "Mian", "Sardar")
_COMPANY_TRADES = (
    "Textile Mills Ltd", "Builders and Developers", "Cement Company Limited", "Telecom Pvt. Ltd.", "Petroleum Pvt Ltd",
    "Sugar Mills Limited", "Steel Industries", "Pharma Pvt Ltd", "Power Generation Ltd", "Foods Pvt. Ltd.",
    "Logistics Pvt Ltd", "CNG Station", "Trading Company", "Engineering Services", "Software Pvt. Ltd.",
    "Housing Pvt Ltd", "Construction Company", "Packages Limited", "Traders", "Enterprises",
)  # fmt: skip
_BANK_KINDS = ("Bank Limited", "Bank Ltd.", "Microfinance Bank Ltd", "Investment Bank Limited", "Leasing Bank Ltd")
_HONORIFIC_WORDS = frozenset({"mst", "dr", "ch", "syed", "raja", "malik", "haji", "sheikh", "mian", "sardar", "m/s"})
JUDGE_COUNT = 18


def pick(rng: Random, choices: Sequence[T]) -> T:
    """Draw one of *choices*; uses only ``random()``, whose sequence is the same in every Python."""
    return choices[int(rng.random() * len(choices))]


@functools.cache
def family_names() -> tuple[str, ...]:
    """All invented family names, the commonest first."""
    names = [start + end for start, end in itertools.product(_FAMILY_STARTS, _FAMILY_ENDS)]
    Random("family names").shuffle(names)
    return tuple(names)


def family_name(rng: Random) -> str:
    """Draw a family name; the first of the list are far more common than the last."""
    names = family_names()
    return names[int(rng.random() ** 2 * len(names))]


def person(rng: Random) -> str:
    """Draw a party's name."""
    if rng.random() < 0.2:
        woman = pick(rng, _WOMEN)
        second = f" {pick(rng, ('Bibi', 'Begum', 'Kanwal', 'Akhtar'))}" if rng.random() < 0.3 else ""
        return f"{'Mst. ' if rng.random() < 0.5 else ''}{woman}{second} {family_name(rng)}"
    return man(rng)


def man(rng: Random) -> str:
    """Draw a man's name, as of a witness or an officer."""
    if rng.random() < 0.05:
        return f"{pick(rng, _HYPHENATED)} {family_name(rng)}"
    name = pick(rng, _MEN)
    if rng.random() < 0.38:
        name = f"Muhammad {name}"
    elif rng.random() < 0.3:
        name = f"{name} {pick(rng, _SECOND)}"
    honorific = f"{pick(rng, _HONORIFICS)} " if rng.random() < 0.12 else ""
    return f"{honorific}{name} {family_name(rng)}"


def company(rng: Random) -> str:
    """Draw a company's name."""
    return f"{'M/s ' if rng.random() < 0.6 else ''}{family_name(rng)} {pick(rng, _COMPANY_TRADES)}"


def bank(rng: Random) -> str:
    """Draw a bank's name; there are some forty banks."""
    name = family_names()[-1 - int(rng.random() ** 1.3 * 40)]
    return f"{name} {_BANK_KINDS[len(name) % len(_BANK_KINDS)]}"


def advocate(rng: Random) -> str:
    """Draw a lawyer's name."""
    return f"{pick(rng, _MEN)} {pick(rng, _SECOND)} {family_name(rng)}" if rng.random() < 0.5 else person(rng)


@functools.cache
def judges() -> tuple[str, ...]:
    """The bench, as the court would write it; every judge's first name says that the judge is invented."""
    families = family_names()[40 : 40 + JUDGE_COUNT]
    return tuple(
        f"Honourable {'Ms.' if place % 4 == 3 else 'Mr.'} Justice Invented {family}"
        for place, family in enumerate(families)
    )


def without_honorifics(name: str) -> list[str]:
    """Return the words of *name* in lower case, honorifics before it dropped."""
    words = name.lower().replace(".", "").replace(",", "").split()
    while len(words) > 2 and words[0] in _HONORIFIC_WORDS:
        words.pop(0)
    return words
