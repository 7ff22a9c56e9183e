"""Terms of the law in Urdu, and what the records, which are in English, call them."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

URDU_TERMS: Mapping[str, str] = MappingProxyType(
    {
        "ضمانت": "bail", "ضمانت قبل از گرفتاری": "pre-arrest bail", "ضمانت بعد از گرفتاری": "post-arrest bail",
        "حفاظتی ضمانت": "protective bail", "سرکار": "state", "ریاست": "state", "قتل": "murder", "قتل عمد": "qatl-i-amd",
        "اقدام قتل": "attempt to murder", "منشیات": "narcotics", "اغوا": "abduction", "اغواء": "abduction",
        "چوری": "theft", "ڈکیتی": "dacoity", "دھوکہ دہی": "cheating", "چیک": "cheque", "سزا": "sentence",
        "سزائے موت": "death sentence", "بریت": "acquittal", "توہین عدالت": "contempt of court", "طلاق": "talaq divorce",
        "خلع": "khula", "نکاح": "nikah", "حق مہر": "dower", "جہیز": "dowry", "نان نفقہ": "maintenance",
        "نان و نفقہ": "maintenance", "حضانت": "custody of minor", "وراثت": "inheritance", "ہبہ": "gift",
        "شفعہ": "pre-emption", "کرایہ": "rent", "کرایہ دار": "tenant", "بے دخلی": "eviction", "بیدخلی": "eviction",
        "جائیداد": "property", "زمین": "land", "حکم امتناعی": "injunction", "ٹیکس": "tax", "انکم ٹیکس": "income tax",
        "سیلز ٹیکس": "sales tax", "کسٹم": "customs", "کسٹمز": "customs", "ملازمت": "service", "پنشن": "pension",
        "ترقی": "promotion", "تبادلہ": "transfer", "برطرفی": "dismissal from service", "ایف آئی آر": "FIR",
        "پولیس": "police", "نیب": "nab", "رٹ": "writ", "اپیل": "appeal", "نگرانی": "revision", "نظرثانی": "review",
        "درخواست": "application petition", "دعویٰ": "suit", "دعوی": "suit",
    }
)  # fmt: skip
"""As written in Urdu -> in English."""

_URDU_LETTERS = str.maketrans("يىك", "ییک")
"""Arabic letters, typed for the Urdu ones that look the same."""


class UrduTerm(NamedTuple):
    """A term of the law in a text in Urdu."""

    english: str
    start: int
    end: int
    """Code points of the text as given."""


def find_urdu_terms(text: str) -> Iterator[UrduTerm]:
    """Yield the terms of the law that *text* names in Urdu, in order; of two that begin alike the longer one."""
    if text.isascii():
        return
    for match in _pattern().finditer(text.translate(_URDU_LETTERS)):
        yield UrduTerm(URDU_TERMS[" ".join(match.group().split())], *match.span())


@functools.cache
def _pattern() -> re.Pattern[str]:
    longest_first = sorted(URDU_TERMS, key=len, reverse=True)
    words = "|".join(r"\s{1,3}".join(map(re.escape, term.split())) for term in longest_first)
    # A mark above the last letter is part of the word.
    return re.compile(rf"(?<!\w)(?:{words})(?![\w\u064b-\u0655\u0670])")
