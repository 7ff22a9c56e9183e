"""Categories: what a text writes behind a case number, against the categories of the cases that have that number."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from typing import NamedTuple

from search.identifiers.case_types import squeeze, types_by_alias
from search.results.found import ListedCase
from search.snapshot.columns import Columns
from search.snapshot.reader import Snapshot
from search.text.normalise import fold
from search.types import NumberQuery

_EDGE = " .,:;-"


class OtherCategory(NamedTuple):
    """A category that a text names behind a number, where each case with that number has another."""

    category: str
    start: int
    end: int
    """Code points of the text as given."""
    held: tuple[str, ...]
    """The categories of the cases, in their order."""


def other_category(
    snapshot: Snapshot, text: str, number: NumberQuery, cases: Sequence[ListedCase]
) -> OtherCategory | None:
    """Return the category that *text* names behind *number*, if each of *cases* has another."""
    found = _categories(snapshot.columns.vocabulary["category"]).match(text, number.end) if cases else None
    # "1/2024 writ", "W.P. 1/2024 Writ": the word says the type once more.
    if found is None or {*types_by_alias().get(squeeze(found[1]), ())} & {case.case_type for case in cases}:
        return None
    doc_ids = [doc_id for case in cases if (doc_id := snapshot.doc_id_of(case.id)) is not None]
    held = snapshot.columns.values("category", doc_ids)
    named = fold(found[1])
    if any(not each or fold(each).startswith(named) or named.startswith(fold(each)) for each in held):
        return None
    return OtherCategory(found[1], found.start(1), found.end(1), tuple(held))


def agreeing(columns: Columns, doc_ids: Sequence[int], following: str) -> list[int]:
    """Return those of *doc_ids* that agree most with what *following* begins with; none where none does."""
    rest = following.lstrip(_EDGE)
    categories = columns.values("category", doc_ids)
    benches = columns.values("bench_kind", doc_ids)
    agreed = [_agreed(rest, fold(each), fold(bench)) for each, bench in zip(categories, benches, strict=True)]
    best = max(agreed, default=0)
    return [doc_id for doc_id, length in zip(doc_ids, agreed, strict=True) if best and length == best]


def _agreed(rest: str, category: str, bench: str) -> int:
    """Weigh how much of *rest* begins with the category and the bench kind, or with one of them; 0 for neither."""
    in_brackets = f"({bench})" if bench else ""
    whole = f"{category} {in_brackets}".strip()
    forms = {whole, category, in_brackets} - {""}
    length = max((len(form) for form in forms if re.match(rf"{re.escape(form)}(?!\w)", rest)), default=0)
    # The court writes a bench kind behind the category: "T.A. 1/2014 (SB)" is the case that has no category.
    return 2 * length + (0 < length == len(whole))


@functools.lru_cache(maxsize=4)
def _categories(names: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds one of the categories *names* right behind a number, the longest.

    A category of one word counts where nothing goes on behind it: "W.P. 1/2024 service of notices" names none.
    """
    forms = [
        r"\s{1,3}".join(map(re.escape, name.split())) + ("" if " " in name else r"(?=\s?(?:[.,;:)(\]\n]|\Z))")
        for name in sorted(filter(None, names), key=len, reverse=True)
    ]
    return re.compile(rf"[\s,.:-]{{0,4}}({'|'.join(forms)})(?!\w)" if forms else r"(?!)", re.IGNORECASE)
