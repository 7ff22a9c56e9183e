"""Invented cases, an encoder that needs no model, and a store that is a list: what a build in a test is made of."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from datetime import date

import numpy as np

from search.cases import Case, CaseNumber, Document, Hearing
from search.types import Candidate, Reading, Vector

WORDS = ("petitioner", "respondent", "promotion", "seniority", "bail", "tenant", "excise", "refund", "custody", "audit")


def cases_of(count: int, *, mark: str = "Alpha") -> list[Case]:
    """Return *count* invented cases, ordered by id; every title carries *mark*, every third case has a judgment."""
    return [_case(number, mark) for number in range(count)]


def _case(number: int, mark: str) -> Case:
    subject = WORDS[number % len(WORDS)]
    text = " ".join(f"{mark} {WORDS[(number + step) % len(WORDS)]} matter {step}" for step in range(60))
    document = Document("invented.pdf", text, hashlib.sha256(text.encode()).hexdigest(), pages=2)
    return Case(
        id=f"case{number:04}",
        source_id=f"source-{number}",
        source_ids=(f"old-{number}", f"source-{number}"),
        court="Islamabad High Court",
        number=CaseNumber("WP", number + 1, 2020 + number % 4, "Service", "SB"),
        number_text=f"W.P. {number + 1}/{2020 + number % 4} Service (SB)",
        title=f"{mark} Invented-{number} VS Example Board",
        bench="Honourable Judge One",
        judges=("Judge One",) if number % 2 else ("Judge One", "Judge Two"),
        status="Pending" if number % 5 == 0 else "Decided",
        institution_date=date(2020 + number % 4, 1 + number % 12, 1) if number % 7 else None,
        hearings=(Hearing(short_order=f"{mark} {subject} allowed"),) if number % 4 == 0 else (),
        documents=(document,) if number % 3 == 0 else (),
    )


class ListSource:
    """A store that is a list of cases."""

    def __init__(self, cases: Sequence[Case]) -> None:
        self._cases = list(cases)

    def cases(self) -> Iterator[Case]:
        return iter(self._cases)

    def count(self) -> int:
        return len(self._cases)

    def revision(self) -> str:
        return hashlib.sha256(repr(self._cases).encode()).hexdigest()


class HashEncoder:
    """Vectors made from the hash of a text: always the same, near nothing in particular.  Counts what it encodes."""

    name = "hash"
    digest = "0" * 64
    dim = 8

    def __init__(self) -> None:
        self.encoded: list[str] = []

    def encode(self, texts: Sequence[str]) -> Vector:
        self.encoded += texts
        rows = [np.frombuffer(hashlib.sha256(text.encode()).digest()[: self.dim], dtype=np.uint8) for text in texts]
        vectors = np.array(rows, dtype=np.float32).reshape(len(texts), self.dim) + 1
        return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


class WholeReader:
    """Base of rerankers that read all they are shown."""

    def read(self, query: str, candidates: Sequence[Candidate], *, deadline: float | None = None) -> Reading:
        tokens = [len(each.head) + len(each.passage) + len(each.tail) for each in candidates]
        return Reading(self.score(query, candidates, deadline=deadline), tokens)
