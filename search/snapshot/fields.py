"""Fields: what cases can be filtered and counted by, with every spelling of a value as one value."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from search.identifiers.case_types import canonical_type, squeeze, types_by_alias
from search.identifiers.named_types import find_types
from search.snapshot.columns import CODED, NO_CODE, NO_YEAR, Columns, Int32s
from search.snapshot.nearest import names_of
from search.text.normalise import fold
from search.text.spellings import same_name
from search.types import Mask

FIELDS = ("case_type", "bench_kind", "judge", "status", "year", "court", "subject", "section")
NONE = "none"
"""The value of a case that has none."""

Int64s = npt.NDArray[np.int64]

_WORD = re.compile(r"\w+")
_IN_COURTS = frozenset("at court courts high of the".split())
"""In the names of many courts: they tell none from another."""


class Counted(NamedTuple):
    """How many cases have each value of a field."""

    values: Int64s
    """Row = value, as in `FieldValues.labels`."""
    none: int


@dataclass(frozen=True, slots=True)
class FieldValues:
    """One field over all cases of a snapshot.

    Sources write one value in several ways ("Pending", "pending"; a judge with and without titles).  All of them are
    one value here, under the label that most cases have.
    """

    name: str
    labels: tuple[str, ...]
    values_by_spelling: Mapping[str, tuple[int, ...]]
    """A spelling may stand for several values, as an alias of case types does."""
    indptr: Int32s
    """``values[indptr[d] : indptr[d + 1]]`` are the values of case *d*, each once."""
    values: Int32s

    def find(self, written: str) -> tuple[int, ...]:
        """Return the values that *written* names in any of its spellings; empty where it names none.

        A judge may be named by a part of the name, which may be that of several, and a court by what tells it from all
        others.  A section is named here by its key alone; however else it is written, `provisions` reads it.
        """
        return self._spelled(_SPELLINGS.get(self.name, _plain)(written)) or self._called(written)

    def _spelled(self, spellings: Iterable[str]) -> tuple[int, ...]:
        return tuple(dict.fromkeys(value for name in spellings for value in self.values_by_spelling.get(name, ())))

    def _called(self, written: str) -> tuple[int, ...]:
        """Return the values that *written* names though it is no spelling of them."""
        match self.name:
            case "judge":
                return self._of_part(_judge(written)[0])
            case "case_type":
                return self._spelled(_types_in_plural(written))
            case "court":
                return self._of_court(written)
            case "bench_kind" | "status":
                asked, labels = fold(written), enumerate(self.labels)
                return tuple(value for value, label in labels if asked in map(fold, names_of(self.name, label)))
            case _:
                return ()

    def _of_court(self, written: str) -> tuple[int, ...]:
        """Return the one court that has every word of *written*, of which one at least tells courts apart."""
        words = {*_WORD.findall(fold(written))}
        if words <= _IN_COURTS:
            return ()
        having = [value for value, label in enumerate(self.labels) if words.issubset(_WORD.findall(fold(label)))]
        return tuple(having) if len(having) == 1 else ()

    def _of_part(self, part: str) -> tuple[int, ...]:
        """Return the values whose spelling has every word of *part*, in any spelling of a name."""
        words = part.split()
        values = (
            value
            for spelling, values in self.values_by_spelling.items()
            if words and all(any(same_name(word, own) for own in spelling.split()) for word in words)
            for value in values
        )
        return tuple(dict.fromkeys(values))

    def mask(self, wanted: Iterable[int], *, or_none: bool = False) -> Mask:
        """Return the cases that have one of the values *wanted*, and with *or_none* those that have no value."""
        mask = np.zeros(len(self.indptr) - 1, dtype=np.bool_)
        mask[self._rows()[np.isin(self.values, list(wanted))]] = True
        return mask | (np.diff(self.indptr) == 0) if or_none else mask

    def count(self, among: Mask) -> Counted:
        """Count the values of the cases in *among*."""
        chosen = self.values[among[self._rows()]]
        none = int((among & (np.diff(self.indptr) == 0)).sum())
        return Counted(np.bincount(chosen, minlength=len(self.labels)), none)

    def _rows(self) -> npt.NDArray[np.int64]:
        return np.repeat(np.arange(len(self.indptr) - 1), np.diff(self.indptr))


def fields_of(columns: Columns) -> dict[str, FieldValues]:
    """Return every field in `FIELDS` of *columns*."""
    return {name: _field(name, columns) for name in FIELDS}


def _field(name: str, columns: Columns) -> FieldValues:
    if name == "year":
        known = np.unique(columns.year[columns.year != NO_YEAR])
        codes = np.where(columns.year == NO_YEAR, NO_CODE, np.searchsorted(known, columns.year)).astype(np.int32)
        return _grouped(name, [str(year) for year in known], *_as_lists(codes))
    if name in CODED:
        return _grouped(name, columns.vocabulary[name], *_as_lists(columns.codes(name)))
    return _grouped(name, columns.vocabulary.get(name, ()), *columns.listed(name))


def _as_lists(codes: Int32s) -> tuple[Int32s, Int32s]:
    there = codes != NO_CODE
    return np.concatenate([[0], np.cumsum(there)]).astype(np.int32), codes[there]


def _grouped(name: str, vocabulary: Sequence[str], indptr: Int32s, codes: Int32s) -> FieldValues:
    """Make one value of all that is spelled alike."""
    spell = _SPELLINGS.get(name, _plain)
    frequency = Counter(codes.tolist())
    members: dict[str, list[int]] = {}
    for code, written in enumerate(vocabulary):
        members.setdefault(_own(name, written), []).append(code)
    groups = sorted(members.values(), key=lambda group: vocabulary[_commonest(group, frequency)])
    value_of = np.zeros(len(vocabulary), dtype=np.int32)
    spellings: dict[str, dict[int, None]] = {}
    for value, group in enumerate(groups):
        for code in group:
            value_of[code] = value
            for spelling in spell(vocabulary[code]):
                spellings.setdefault(spelling, {})[value] = None
    rows = np.repeat(np.arange(len(indptr) - 1), np.diff(indptr))
    pairs = np.unique(np.stack([rows, value_of[codes]], axis=1), axis=0)
    return FieldValues(
        name=name,
        labels=tuple(vocabulary[_commonest(group, frequency)] for group in groups),
        values_by_spelling={spelling: tuple(values) for spelling, values in spellings.items()},
        indptr=np.searchsorted(pairs[:, 0], np.arange(len(indptr))).astype(np.int32),
        values=pairs[:, 1].astype(np.int32),
    )


def _commonest(group: Sequence[int], frequency: Mapping[int, int]) -> int:
    return min(group, key=lambda code: (-frequency[code], code))


def _own(name: str, written: str) -> str:
    """Return the spelling by which two values of one field are the same."""
    return _SPELLINGS.get(name, _plain)(written)[0]


def _plain(value: str) -> tuple[str, ...]:
    return (fold(value),)


def _case_type(value: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys([canonical_type(value), *types_by_alias().get(squeeze(value), ())]))


def _types_in_plural(written: str) -> tuple[str, ...]:
    """Return the case types that *written* is the plural name of, and nothing else: "writ petitions", "ICAs"."""
    named = next(find_types(written, plurals=True), None)
    whole = named is not None and not f"{written[: named.start]}{written[named.end :]}".strip(" .")
    return named.case_types if named is not None and whole else ()


def _judge(value: str) -> tuple[str, ...]:
    words = [word for word in fold(value).replace(".", " ").split() if not is_title(word)]
    return (" ".join(words) or fold(value),)


def is_title(word: str, *, of: str = "judge", following: str = "") -> bool:
    """Whether a folded word titles the name of a judge or an advocate and is no part of it: "mr.", "hon'ble", "adv".

    Args:
        word: With or without its dots and apostrophe.
        of: "judge" or "advocate"; nothing else has titles.
        following: The folded word behind it: an Advocate General is an office.
    """
    bare = _MARKS.sub("", word)
    return bare in _TITLES.get(of, ()) and not (bare == "advocate" and following.startswith("general"))


JUDGE_TITLES = frozenset("the honourable honorable honble hon ble mr ms mrs miss justice جسٹس جناب مسٹر".split())
_TITLES = {
    "judge": JUDGE_TITLES,
    "advocate": JUDGE_TITLES | frozenset("adv advocate ahc asc barrister dr learned ایڈووکیٹ بیرسٹر".split()),
}
_MARKS = re.compile(r"['’.]")
_SPELLINGS: dict[str, Callable[[str], tuple[str, ...]]] = {
    "case_type": _case_type,
    "judge": _judge,
}
