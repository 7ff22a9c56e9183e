"""The analyser: text in, index terms out.  One analyser serves records and queries.

It knows what legal text looks like: dotted abbreviations ("W.P.", "Cr.P.C."), sections ("497(2)",
"489-F"), numbers of cases and FIRs ("12/2023"), dates in any of the court's spellings, marks such as
"u/s" or "s/o", and honorifics.  Words are stemmed with the Snowball stemmer for English.
"""

from __future__ import annotations

import functools
import re
import threading
from collections.abc import Iterator

import Stemmer

from search.text.normalise import fold

ANALYSER_VERSION = "2"
"""Raise it with every change that gives other terms; a snapshot of another version is rebuilt."""

_TOKEN = re.compile(
    r"""
      (?P<mark>\b(?:[us]/[so]|[wdrc]/o|[ra]/w|m/s)\b\.?)          # u/s, s/o, r/w, M/s
    | (?P<date>\b\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d{2}\b)       # 02.03.2024
    | (?P<serial>\b\d+(?:\s?-\s?[A-Za-z])?(?:\s?/\s?|\s+of\s+)(?:19|20)\d{2}\b  # 12-B/2023, 12 of 2023
        | \b\d+(?:\s?[-/]\s?\d+)+\b)                            # 12-2023, 302/34
    | (?P<section>\b\d+(?:-?[A-Za-z]{1,3}\b)?(?:\(\w{1,4}\))*)   # 497(2), 489-F, 9(c)
    | (?P<dotted>\b(?:[A-Za-z]\.)+[A-Za-z]\b\.?|\bCr\.?\s?P\.?\s?C\b\.?)
    | (?P<word>(?:[^\W_][\u0300-\u036f\u064b-\u065f\u0670]*)+(?:['’][^\W_]+)?)  # with its accents
    """,
    re.VERBOSE | re.IGNORECASE,
)
_BRACKETED = re.compile(r"\(\w+\)")

# The commonest function words and the words that join two parties; a longer list loses (measured on train).
# A name, a form of address or a subject is never here: whoever types "Mst. Noureen" or "M/s Habib" copies it
# from a cause list, where it tells cases apart.
STOP_WORDS = frozenset("a an the of in to and for by on at is vs v versus etc".split())


def analyse(text: str) -> list[str]:
    """Return the index terms of *text* in order, repeats kept."""
    return [term for term, _, _ in _terms(text)]


def analyse_spans(text: str) -> list[tuple[str, int, int]]:
    """Return ``(term, start, end)`` in order; offsets are code points of *text* as given.

    A token such as "497(2)" gives several terms over one span.
    """
    return list(_terms(text))


def _terms(text: str) -> Iterator[tuple[str, int, int]]:
    for match in _TOKEN.finditer(text):
        for term in _terms_of(match.lastgroup or "word", match.group()):
            yield term, match.start(), match.end()


def _terms_of(kind: str, token: str) -> tuple[str, ...]:
    if kind == "mark":
        return ("ms",) if token[0] in "mM" else ()
    if kind == "dotted":
        return (re.sub(r"[^a-z]", "", token.lower()),)
    if kind == "word":
        return _word_terms(token)
    return _NUMERIC[kind](token if token.isascii() else fold(token))


def _date_terms(token: str) -> tuple[str, ...]:
    day, month, year = re.split(r"[./-]", token)
    return f"{year}-{int(month):02d}-{int(day):02d}", year


def _serial_terms(token: str) -> tuple[str, ...]:
    parts = [part.lstrip("0") or "0" for part in re.findall(r"\d+", token)]
    return ("/".join(parts), *parts)


def _section_terms(token: str) -> tuple[str, ...]:
    stem = _BRACKETED.sub("", token).replace("-", "").lower().lstrip("0") or "0"
    whole = stem + "".join(_BRACKETED.findall(token)).lower()
    return (stem,) if whole == stem else (stem, whole)


_NUMERIC = {"date": _date_terms, "serial": _serial_terms, "section": _section_terms}


@functools.lru_cache(maxsize=200_000)
def _word_terms(token: str) -> tuple[str, ...]:
    folded = fold(token).replace("’", "'")
    folded = folded.removesuffix("'s").replace("'", "").replace(" ", "")
    if not folded or folded in STOP_WORDS:
        return ()
    return (_stem(folded),)


class _Stemmers(threading.local):
    """One stemmer a thread: the C stemmer keeps its work in itself and must not be shared."""

    def __init__(self) -> None:
        self.stemmer = Stemmer.Stemmer("english")


@functools.cache
def _stemmers() -> _Stemmers:
    return _Stemmers()


def _stem(word: str) -> str:
    return str(_stemmers().stemmer.stemWord(word))
