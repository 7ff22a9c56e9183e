"""Full text: which cases an expression matches, word for word.

Reads the full-text tables of a snapshot's display file, and its columns.  AND, OR and NOT are set operations over
cases, so that `"a" AND "b"` finds a case with the one in an order and the other in a passage of its judgment; the
words of one phrase stand together in the title, the number, what its abbreviations mean, the orders or one passage.

A word is the unbroken token of SQLite's unicode61 tokenizer, without case and accents: nothing is stemmed.  Passages
overlap, so that any 31 words of a judgment in a row stand whole in one of them.
"""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NamedTuple, Protocol

import numpy as np
import numpy.typing as npt

from search.errors import did_you_mean, shortened
from search.identifiers.citation import Citation
from search.identifiers.statute import StatuteReference
from search.retrieval.coded import COLUMN_OF, CodedFields
from search.retrieval.references import ReferenceRetriever
from search.snapshot.columns import NO_YEAR, Columns
from search.snapshot.display import DisplayFile
from search.snapshot.nearest import values_shown
from search.types import FirQuery, Mask, NumberQuery


class _Place(NamedTuple):
    """Where the words of a field are looked for."""

    columns: str
    """Of the table of cases."""
    passages: bool = False
    """Whether in the passages of judgments, too."""


_PLACES: Mapping[str | None, _Place] = MappingProxyType(
    {
        None: _Place("title number meaning orders", passages=True),
        "title": _Place("title"),
        "party": _Place("title petitioner respondent"),
        "petitioner": _Place("petitioner"),
        "respondent": _Place("respondent"),
        "number": _Place("number"),
    }
)
"""Field -> its place."""
_NO_CHARACTER = re.compile(r"[\x00\ud800-\udfff\ue000]")
"""NUL ends a full-text query, half a character cannot be handed to SQLite, and one character parts texts there."""


class Expression(Protocol):
    """A tree of operators; stages do not import each other, so all that is known here is what can be done with it."""

    def evaluate(self, algebra: Evaluation, /) -> Mask:
        """Hand the leaves to *algebra*, then what became of them to its operators."""
        ...


class Unmatched(NamedTuple):
    """A part of an expression that by itself matches nothing."""

    sought: str
    """What no case has, as a reader would say it: 'the phrase "same pay"', "judge:Nobody"."""
    nearest: tuple[str, ...] = ()
    """The most similar values that a field has; empty where none is similar."""
    known: tuple[str, ...] | None = None
    """All values that a field has; None where it is no value that is sought."""
    held: bool = True
    """Whether a case would hold it, as a word, or have it, as a value."""

    @property
    def sentence(self) -> str:
        """What to tell whoever asked."""
        known = "" if self.known is None else f".{values_shown(self.known)}"
        return f"no case here {'holds' if self.held else 'has'} {self.sought}{did_you_mean(*self.nearest) or known}"


class Matched(NamedTuple):
    """The cases that an expression matches."""

    mask: Mask
    """Shape ``(cases,)``."""
    unmatched: tuple[Unmatched, ...]
    """Its parts that by themselves match nothing, in order, each once."""


@dataclass(frozen=True, slots=True)
class FullText:
    """Evaluates expressions over one snapshot; safe to use from several threads."""

    display_file: DisplayFile
    columns: Columns
    passage_case: npt.NDArray[np.int32]
    """doc_id of each passage; row = passage_id."""
    references: ReferenceRetriever

    def matching(self, expression: Expression) -> Matched:
        """Return which cases *expression* matches, and which of its parts match none.

        Words without a field are looked for in title, number, orders and passages; ``title:``, ``party:``,
        ``petitioner:``, ``respondent:`` and ``number:`` in what they say.  All other fields are columns, see `coded`.
        The number of a case finds the case, and where no field is named, those whose texts name it; a citation, an FIR
        and a section of law find the cases that name them.  What has no
        letter and no digit matches nothing.

        Raises:
            KeyError: If the expression names a field that is not in the grammar.
        """
        # A query may hold one word many times, and a common one takes long to read.
        evaluation = Evaluation(self.columns, self.references, functools.cache(self._holding))
        mask = expression.evaluate(evaluation)
        return Matched(mask, tuple(dict.fromkeys(evaluation.unmatched)))

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
    references: ReferenceRetriever
    holding: Callable[[_Place, str], Mask]
    """The cases that hold a query of FTS5 at a place."""
    unmatched: list[Unmatched] = field(default_factory=list)
    """Leaves met that match nothing."""

    def words(self, words: Sequence[str], *, field: str | None, slop: int | None) -> Mask:
        """Return the cases with *words* in a row, or near each other where there is a *slop*."""
        if field is not None and field in COLUMN_OF:
            return self._coded(field, words, in_a_row=slop is None)
        mask = self._written(words, field=field, slop=slop)
        return self._told(mask, _held(_phrase(words, slop), field))

    def numbered(
        self, numbers: Sequence[NumberQuery], words: Sequence[str], *, field: str | None, slop: int | None
    ) -> Mask:
        """Return the cases with any of *numbers*, those that name one, and those with *words*."""
        if field not in (None, "number"):
            return self.words(words, field=field, slop=slop)
        found = [self._written(words, field=field, slop=slop), *map(self._with_number, numbers)]
        if field is None:
            found += map(self._naming, numbers)
        return self._told(self.either(found), Unmatched(f"the number {shortened(' '.join(words))}", held=False))

    def referred(
        self,
        references: Sequence[Citation | FirQuery | StatuteReference],
        words: Sequence[str],
        *,
        field: str | None,
        slop: int | None,
    ) -> Mask:
        """Return the cases that name all of *references*, of the pages of one volume any, and those with *words*."""
        if field is not None:
            return self.words(words, field=field, slop=slop)
        volumes = defaultdict(list)
        for reference in references:
            volumes[_volume_of(reference)].append(self._referring(reference))
        named = self.every([self.either(pages) for pages in volumes.values()])
        mask = self.either([named, self._written(words, field=None, slop=slop)])
        return self._told(mask, Unmatched(f"the reference {shortened(' '.join(words))}", held=False))

    def prefix(self, stem: str, *, field: str | None) -> Mask:
        """Return the cases with a word that starts with *stem*."""
        if field is not None and field in COLUMN_OF:
            coded = CodedFields(self.columns)
            return self._valued(coded.mask(field, coded.beginning(field, stem)), field, stem, behind="*")
        mask = self.holding(_PLACES[field], f"{_quoted(stem)} *")
        return self._told(mask, _held(f'a word that begins with "{shortened(stem)}"', field))

    def years(self, first: int | None, last: int | None) -> Mask:
        """Return the cases whose number has a year from *first* to *last*."""
        year = self.columns.year.astype(np.int32)
        numbered = mask = year != NO_YEAR
        if first is not None:
            mask = mask & (year >= first)
        if last is not None:
            mask = mask & (year <= last)
        span = f"{'' if first is None else first}..{'' if last is None else last}"
        known = tuple(map(str, np.unique(year[numbered])[::-1]))
        sought = f"year:{first if first == last else span}"
        return self._told(mask, Unmatched(sought, known=known, held=False))

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

    def _written(self, words: Sequence[str], *, field: str | None, slop: int | None) -> Mask:
        if slop is None:
            return self.holding(_PLACES[field], _quoted(" ".join(words)))
        return self.holding(_PLACES[field], f"NEAR({' '.join(map(_quoted, words))}, {slop})")

    def _coded(self, field: str, words: Sequence[str], *, in_a_row: bool) -> Mask:
        coded = CodedFields(self.columns)
        found = [coded.mask(field, codes) for codes in coded.named(field, words, in_a_row=in_a_row)]
        return self._valued(self.every(found), field, " ".join(words))

    def _valued(self, mask: Mask, field: str, value: str, *, behind: str = "") -> Mask:
        """Return *mask*, and note where it is empty that no case has *value*, and which values there are."""
        if mask.any():
            return mask
        coded, sought = CodedFields(self.columns), f"{field}:{shortened(value)}{behind}"
        return self._told(mask, Unmatched(sought, coded.nearest(field, value), tuple(coded.values(field)), held=False))

    def _told(self, mask: Mask, nothing: Unmatched) -> Mask:
        """Return *mask*, and note *nothing* where it is empty."""
        if not mask.any():
            self.unmatched.append(nothing)
        return mask

    def _with_number(self, number: NumberQuery) -> Mask:
        return self.columns.with_number(number.serial, number.year, number.case_types)

    def _referring(self, reference: Citation | FirQuery | StatuteReference) -> Mask:
        match reference:
            case StatuteReference():
                return self._mask_of(self.references.under(reference))
            case Citation():
                return self._mask_of(self.references.citing(reference.key))
            case FirQuery():
                return self._mask_of(self.references.with_fir(reference))

    def _naming(self, number: NumberQuery) -> Mask:
        types = number.case_types or number.hinted_types
        return self._mask_of(self.references.naming_any((case_type, number.serial, number.year) for case_type in types))

    def _mask_of(self, rows: Sequence[int]) -> Mask:
        mask = np.zeros(len(self.columns), dtype=np.bool_)
        mask[list(rows)] = True
        return mask


def _volume_of(reference: Citation | FirQuery | StatuteReference) -> Hashable:
    """Return what the pages of one volume have in common; what is no citation has no pages."""
    return reference._replace(page=0, note="") if isinstance(reference, Citation) else reference


def _quoted(text: str) -> str:
    """Return *text* as a string of FTS5, which makes the same tokens of it as of what it has indexed."""
    return '"' + _NO_CHARACTER.sub(" ", text).replace('"', '""') + '"'


def _phrase(words: Sequence[str], slop: int | None) -> str:
    """Say what *words* are."""
    written = shortened(" ".join(words))
    if slop is not None:
        return f'"{written}" within {slop} words of each other'
    return f'the phrase "{written}"' if len(words) > 1 else f'the word "{written}"'


def _held(sought: str, field: str | None) -> Unmatched:
    return Unmatched(sought if field is None else f"{sought} as {field}")
