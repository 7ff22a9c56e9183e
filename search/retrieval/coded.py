"""Coded fields: which values of a column the words behind an operator's field name.

A value is named by words of it in a row ("judge:Sattar" names Babar Sattar), a case type also by any whole name that
it has, and a section of law however it is written.
"""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from search.identifiers.case_types import canonical_type, squeeze, types_by_alias
from search.identifiers.judges import find_judges
from search.snapshot.columns import CODED, Columns
from search.snapshot.fields import JUDGE_TITLES, is_title
from search.snapshot.nearest import judge_names, names_of, nearest_values
from search.snapshot.provisions import codes_behind
from search.text.normalise import fold
from search.text.spellings import name_identity
from search.types import Mask

COLUMN_OF: Mapping[str, str] = MappingProxyType(
    {
        "judge": "judge",
        "advocate": "advocate",
        "status": "status",
        "type": "case_type",
        "category": "category",
        "bench": "bench_kind",
        "court": "court",
        "subject": "subject",
        "section": "provision",
    }
)
"""Field -> the column with its values."""
_MISTAKEN_FOR: Mapping[str, str] = MappingProxyType({"type": "category", "bench": "judge"})
"""Field -> another that some mean by it: "type:bail", "bench:Sattar"."""
_OF_PERSONS = frozenset({"judge", "advocate"})
_WORD = re.compile(r"\w+")
_KEPT_MAX = 32
"""Columns whose words are kept: those of two snapshots, the live one and the one before."""


@dataclass(frozen=True, slots=True)
class CodedFields:
    """The columns of one snapshot, asked by field."""

    columns: Columns

    def named(self, field: str, words: Sequence[str], *, in_a_row: bool) -> list[Sequence[int]]:
        """Return the codes that *words* name, once for each thing that they name: a case must have one of each."""
        value = " ".join(words)
        if field == "section":
            return codes_behind(self.columns, value) or [()]
        if field == "type" and (exact := self._whole_types(value)):
            return [exact]
        spoken = _untitled(field, [word for each in words for word in _words_of(field, each)])
        if not spoken:
            return [()]
        known = self._known(field)
        if not in_a_row:
            return [known.having(spoken, lambda name: set(spoken) <= set(name))]
        found = known.having(spoken, lambda name: _stands(spoken, name))
        if not found and field in _OF_PERSONS:
            found = known.sounding(tuple(map(name_identity, spoken)))
        return [found or (known.titled(value) if field == "judge" else found)]

    def beginning(self, field: str, stem: str) -> Sequence[int]:
        """Return the codes of the values with a word that begins with *stem*."""
        start = " ".join(_words_of(field, stem))
        return self._known(field).fitting(lambda name: start != "" and f" {start}" in f" {' '.join(name)}")

    def mask(self, field: str, codes: Sequence[int]) -> Mask:
        """Return the cases that have one of *codes*."""
        column = COLUMN_OF[field]
        if column in CODED:
            return np.isin(self.columns.codes(column), codes)
        mask = np.zeros(len(self.columns), dtype=np.bool_)
        mask[self.columns.having_code(column, codes)] = True
        return mask

    def nearest(self, field: str, value: str) -> tuple[str, ...]:
        """Return what *value* may be meant for: a value of another field, as "category:bail", or those like it."""
        other = _MISTAKEN_FOR.get(field)
        if other is not None and all(self.named(other, value.split(), in_a_row=True)):
            return (f"{other}:{value}",)
        return nearest_values(COLUMN_OF[field], self.values(field), value)

    def values(self, field: str) -> Sequence[str]:
        """Return all values that a case here has."""
        return self.columns.vocabulary.get(COLUMN_OF[field], ())

    def _known(self, field: str) -> _KnownValues:
        return _known_values(field, tuple(self.values(field)))

    def _whole_types(self, value: str) -> Sequence[int]:
        """Codes of the case types that *value* is a whole name of: "CR" is the civil revision, and no "CRL MISC"."""
        types = {canonical_type(value), *types_by_alias().get(squeeze(value), ())}
        return [code for code, name in enumerate(self.values("type")) if canonical_type(name) in types]


class _KnownValues:
    """The values of one column by their words: split and folded once, since every query looks at all of them."""

    def __init__(self, field: str, values: tuple[str, ...]) -> None:
        self._field, self._values = field, values

    def fitting(self, fits: Callable[[Sequence[str]], bool]) -> Sequence[int]:
        """Return the codes of the values of which some spelling *fits*, by its words."""
        return list(dict.fromkeys(code for code, name in self._names if fits(name)))

    def having(self, words: Sequence[str], fits: Callable[[Sequence[str]], bool]) -> Sequence[int]:
        """Return the same of the values with all of *words*."""
        return _chosen(self._names, self._by_word, words, fits)

    def sounding(self, identities: Sequence[str]) -> Sequence[int]:
        """Return the codes of the values with words of these `name_identity` in a row."""
        return _chosen(self._sounds, self._by_sound, identities, lambda name: _stands(identities, name))

    def titled(self, value: str) -> Sequence[int]:
        """Return the codes of the judge whom *value* surely is where a title stands before it, "Justice Noorulhaq"."""
        text, judges = f"Justice {value}", judge_names(self._values)
        sure = [each for each in find_judges(text, judges) if each.sure and each.end == len(text.rstrip(" ."))]
        return [self._values.index(name) for each in sure[:1] if each.start == 0 for name in each.names]

    @functools.cached_property
    def _names(self) -> list[tuple[int, tuple[str, ...]]]:
        """Each code with the words of each of its names."""
        return [
            (code, tuple(_words_of(self._field, name)))
            for code, value in enumerate(self._values)
            for name in names_of(COLUMN_OF[self._field], value)
        ]

    @functools.cached_property
    def _by_word(self) -> Mapping[str, set[int]]:
        return _places(self._names)

    @functools.cached_property
    def _sounds(self) -> list[tuple[int, tuple[str, ...]]]:
        identity = {word: name_identity(word) for word in self._by_word}
        return [(code, tuple(identity[word] for word in name)) for code, name in self._names]

    @functools.cached_property
    def _by_sound(self) -> Mapping[str, set[int]]:
        return _places(self._sounds)


# By the values themselves: columns are made anew for each snapshot, and cannot be keys.
@functools.lru_cache(maxsize=_KEPT_MAX)
def _known_values(field: str, values: tuple[str, ...]) -> _KnownValues:
    return _KnownValues(field, values)


def _places(names: Sequence[tuple[int, Sequence[str]]]) -> Mapping[str, set[int]]:
    """Return where in *names* each word is."""
    found: dict[str, set[int]] = {}
    for place, (_, words) in enumerate(names):
        for word in words:
            found.setdefault(word, set()).add(place)
    return found


def _chosen(
    names: Sequence[tuple[int, Sequence[str]]],
    places: Mapping[str, set[int]],
    words: Sequence[str],
    fits: Callable[[Sequence[str]], bool],
) -> Sequence[int]:
    """Return the codes of the *names* that have all *words*, as *places* tell, and fit; ascending."""
    having = set.intersection(*(places.get(word, set()) for word in words))
    return sorted({names[place][0] for place in having if fits(names[place][1])})


def _stands(spoken: Sequence[str], name: Sequence[str]) -> bool:
    """Whether *spoken* stand in a row in *name*."""
    length = len(spoken)
    return any(list(name[at : at + length]) == list(spoken) for at in range(len(name) - length + 1))


def _words_of(field: str, value: str) -> list[str]:
    words = _WORD.findall(fold(value))
    return [word for word in words if word not in JUDGE_TITLES] if field in _OF_PERSONS else words


def _untitled(field: str, spoken: list[str]) -> list[str]:
    """Return *spoken* without the titles of an advocate; as they are where nothing else is, "advocate:barrister"."""
    pairs = itertools.pairwise([*spoken, ""])
    return [word for word, after in pairs if not is_title(word, of=field, following=after)] or spoken
