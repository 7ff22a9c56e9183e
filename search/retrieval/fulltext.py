"""Full text: which cases an expression matches, word for word.

Reads the full-text tables of a snapshot's display file, and its columns.  AND, OR and NOT are set operations over
cases, so that `"a" AND "b"` finds a case with the one in an order and the other in a passage of its judgment; the
words of one phrase stand together in the title, the number, the orders or one passage.

A word is the unbroken token of SQLite's unicode61 tokenizer, without case and accents: nothing is stemmed.  Passages
overlap, so that any 31 words of a judgment in a row stand whole in one of them.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NamedTuple, Protocol

import numpy as np
import numpy.typing as npt
from rapidfuzz import fuzz

from search.identifiers.case_types import CASE_TYPES, canonical_type, squeeze, types_by_alias
from search.snapshot.columns import NO_YEAR, Columns
from search.snapshot.display import DisplayFile
from search.snapshot.fields import JUDGE_TITLES
from search.text.normalise import fold
from search.types import Mask

_LIKENESS_MIN = 70
"""Of 100: what is less alike than this was not meant."""


class _Place(NamedTuple):
    """Where the words of a field are looked for."""

    columns: str
    """Of the table of cases."""
    passages: bool
    """Whether in the passages of judgments, too."""


_PLACES: Mapping[str | None, _Place] = MappingProxyType(
    {
        None: _Place("title number orders", passages=True),
        "title": _Place("title", passages=False),
        "number": _Place("number", passages=False),
        "advocate": _Place("orders", passages=False),
        "section": _Place("orders", passages=True),
    }
)
"""Field -> its place.  Counsel and sections have no text of their own: they stand among the court's orders."""
_CODED: Mapping[str, str] = MappingProxyType({"judge": "judge", "status": "status", "type": "case_type"})
"""Field that is a column -> its vocabulary."""
_NO_CHARACTER = re.compile(r"[\x00\ud800-\udfff]")
"""NUL ends a full-text query, and half a character cannot be handed to SQLite."""
_WORD = re.compile(r"\w+")


class Expression(Protocol):
    """A tree of operators; stages do not import each other, so all that is known here is what can be done with it."""

    def evaluate(self, algebra: Evaluation, /) -> Mask:
        """Hand the leaves to *algebra*, then what became of them to its operators."""
        ...


class UnknownValue(NamedTuple):
    """A value that no case of the snapshot has; it matches nothing."""

    field: str
    """judge, status or type."""
    value: str
    nearest: str | None
    """The most similar value there is; None where none is similar."""


@dataclass(frozen=True, slots=True)
class FullText:
    """Evaluates expressions over one snapshot; safe to use from several threads."""

    display_file: DisplayFile
    columns: Columns
    passage_case: npt.NDArray[np.int32]
    """doc_id of each passage; row = passage_id."""

    def matching(self, expression: Expression) -> Mask:
        """Return which cases *expression* matches, shape ``(len(columns),)``.

        Words without a field are looked for in title, number, orders and passages; ``title:`` and ``number:`` in what
        they say; ``advocate:`` in the orders, where counsel are named, and ``section:`` there and in the passages.
        ``judge:``, ``status:``, ``type:`` and ``year:`` are columns: a value matches by its words, so that
        "judge:Sattar" finds Babar Sattar; a case type also by any of its spellings.  What has no letter and no digit
        matches nothing.

        Raises:
            KeyError: If the expression names a field that is not in the grammar.
        """
        # A query may hold one word many times, and a common one takes long to read.
        return expression.evaluate(Evaluation(self.columns, functools.cache(self._holding)))

    def unknown_values(self, expression: Expression) -> tuple[UnknownValue, ...]:
        """Return the values that *expression* asks for and no case here has, in its order, each once."""
        nothing = np.zeros(len(self.columns), dtype=np.bool_)
        evaluation = Evaluation(self.columns, lambda place, query: nothing)
        expression.evaluate(evaluation)
        return tuple(dict.fromkeys(evaluation.unknown))

    def _holding(self, place: _Place, query: str) -> Mask:
        """Return the cases that hold *query*, which is written in the language of FTS5."""
        mask = np.zeros(len(self.columns), dtype=np.bool_)
        mask[self._rows("cases_fts", f"{{{place.columns}}} : {query}")] = True
        if place.passages:
            mask[self.passage_case[self._rows("passages_fts", query)]] = True
        return mask

    def _rows(self, table: str, query: str) -> npt.NDArray[np.int64]:
        # A common word stands in most passages; their numbers cost a fifth as one string of what they cost as rows.
        ((numbers,),) = self.display_file.rows(
            f"SELECT group_concat(rowid) FROM {table} WHERE {table} MATCH ?", (query,)
        )
        return np.fromstring(numbers, dtype=np.int64, sep=",") if numbers else np.zeros(0, dtype=np.int64)


@dataclass(frozen=True, slots=True)
class Evaluation:
    """One expression worked out: the algebra whose results are masks over the cases of a snapshot."""

    columns: Columns
    holding: Callable[[_Place, str], Mask]
    """The cases that hold a query of FTS5 at a place."""
    unknown: list[UnknownValue] = field(default_factory=list)
    """Values met that no case has."""

    def words(self, words: Sequence[str], *, field: str | None, slop: int | None) -> Mask:
        """Return the cases with *words* in a row, or near each other where there is a *slop*."""
        if field is not None and field in _CODED:
            return self._coded(field, " ".join(words), self._codes(field, words, in_a_row=slop is None))
        if slop is None:
            return self.holding(_PLACES[field], _quoted(" ".join(words)))
        return self.holding(_PLACES[field], f"NEAR({' '.join(map(_quoted, words))}, {slop})")

    def prefix(self, stem: str, *, field: str | None) -> Mask:
        """Return the cases with a word that starts with *stem*."""
        if field is not None and field in _CODED:
            start = " ".join(_words_of(field, stem))
            return self._coded(
                field, f"{stem}*", self._fitting(field, lambda name: start != "" and f" {start}" in name)
            )
        return self.holding(_PLACES[field], f"{_quoted(stem)} *")

    def years(self, first: int | None, last: int | None) -> Mask:
        """Return the cases whose number has a year from *first* to *last*."""
        year = self.columns.year.astype(np.int32)
        mask: Mask = year != NO_YEAR
        if first is not None:
            mask &= year >= first
        if last is not None:
            mask &= year <= last
        return mask

    def every(self, parts: Sequence[Mask]) -> Mask:
        """Return the cases in all of *parts*."""
        mask: Mask = np.logical_and.reduce(parts)
        return mask

    def either(self, parts: Sequence[Mask]) -> Mask:
        """Return the cases in any of *parts*."""
        mask: Mask = np.logical_or.reduce(parts)
        return mask

    def without(self, part: Mask) -> Mask:
        """Return the cases that are not in *part*."""
        return ~part

    def _coded(self, field: str, value: str, codes: Sequence[int]) -> Mask:
        """Return the cases with one of *codes*, which are those of *value*; without any, note that it is unknown."""
        if not codes:
            self.unknown.append(UnknownValue(field, value, self._nearest(field, value)))
        return self._heard_by(codes) if field == "judge" else np.isin(self.columns.codes(_CODED[field]), codes)

    def _codes(self, field: str, words: Sequence[str], *, in_a_row: bool) -> Sequence[int]:
        exact = self._exact_types(" ".join(words)) if field == "type" else ()
        spoken = [word for each in words for word in _words_of(field, each)]
        row = f" {' '.join(spoken)} "
        if in_a_row:
            return exact or self._fitting(field, lambda name: bool(spoken) and row in name)
        return exact or self._fitting(field, lambda name: bool(spoken) and set(spoken) <= set(name.split()))

    def _fitting(self, field: str, fits: Callable[[str], bool]) -> Sequence[int]:
        """Codes of the values of which some spelling *fits*: its words, with a blank around each."""
        values = self.columns.vocabulary.get(_CODED[field], ())
        return [code for code, value in enumerate(values) if any(map(fits, _spellings(field, value)))]

    def _exact_types(self, value: str) -> Sequence[int]:
        """Codes of the case types that *value* is a whole name of: "CR" is the civil revision, and no "CRL MISC"."""
        types = {canonical_type(value), *types_by_alias().get(squeeze(value), ())}
        known = self.columns.vocabulary.get("case_type", ())
        return [code for code, name in enumerate(known) if canonical_type(name) in types]

    def _nearest(self, field: str, value: str) -> str | None:
        """Return the value with the word most like *value*; of equal ones the first."""
        likeness = {known: _likeness(value, known) for known in self.columns.vocabulary.get(_CODED[field], ())}
        best = max(likeness, key=likeness.__getitem__, default=None)
        return best if best is not None and likeness[best] >= _LIKENESS_MIN else None

    def _heard_by(self, codes: Sequence[int]) -> Mask:
        rows = np.repeat(np.arange(len(self.columns)), np.diff(self.columns.judge_indptr))
        mask = np.zeros(len(self.columns), dtype=np.bool_)
        mask[rows[np.isin(self.columns.judge_codes, codes)]] = True
        return mask


def _quoted(text: str) -> str:
    """Return *text* as a string of FTS5, which makes the same tokens of it as of what it has indexed."""
    return '"' + _NO_CHARACTER.sub(" ", text).replace('"', '""') + '"'


def _spellings(field: str, value: str) -> Iterator[str]:
    for name in (value, *(CASE_TYPES.get(canonical_type(value), ()) if field == "type" else ())):
        yield f" {' '.join(_words_of(field, name))} "


def _words_of(field: str, value: str) -> list[str]:
    words = _WORD.findall(fold(value))
    return [word for word in words if word not in JUDGE_TITLES] if field == "judge" else words


def _likeness(value: str, known: str) -> float:
    """How alike *value* and *known*, or a word of it, are written; of 100."""
    return max(fuzz.ratio(fold(value), name) for name in (fold(known), *_WORD.findall(fold(known))))
