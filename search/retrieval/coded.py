"""Coded fields: which values of a column the words behind an operator's field name.

A value is named by words of it in a row ("judge:Sattar" names Babar Sattar), a case type also by any whole name that
it has, and a section of law however it is written.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
from rapidfuzz import fuzz, process

from search.cases import CaseNumber
from search.identifiers.case_types import canonical_type, squeeze, types_by_alias
from search.identifiers.judge_names import JudgeNames
from search.identifiers.judges import find_judges
from search.identifiers.misspelt_judges import judges_like
from search.identifiers.named_types import own_names
from search.identifiers.spelled_out import spelled_out
from search.identifiers.statute import sections_behind
from search.snapshot.columns import CODED, Columns
from search.snapshot.fields import JUDGE_TITLES
from search.snapshot.provisions import codes_behind
from search.text.normalise import fold
from search.text.spellings import name_identity, same_name
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
_BENCH_KINDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"SB": ("single bench",), "DB": ("division bench", "divisional bench"), "LB": ("larger bench", "full bench")}
)
_LIKENESS_MIN = 70
"""Of 100: what is less alike than this was not meant."""
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
        spoken = [word for each in words for word in _words_of(field, each)]
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
        """Return what *value* may have been meant for: a value of another field, as "category:bail", or those like it.

        Of judges all that it may be but for slips of the pen; else one, the first of several that are most alike.
        """
        other = _MISTAKEN_FOR.get(field)
        if other is not None and all(self.named(other, value.split(), in_a_row=True)):
            return (f"{other}:{value}",)
        if field != "section":
            return self._known(field).nearest(value)
        # An act alone is no section: only the whole is compared.
        asked = [section.label for readings in sections_behind(value) for section in readings if section.act]
        likeness = {
            label: max((fuzz.ratio(each, label) for each in asked), default=0.0) for label in self._values(field)
        }
        best = max(likeness, key=likeness.__getitem__, default=None)
        return (best,) if best is not None and likeness[best] >= _LIKENESS_MIN else ()

    def _values(self, field: str) -> Sequence[str]:
        return self.columns.vocabulary.get(COLUMN_OF[field], ())

    def _known(self, field: str) -> _KnownValues:
        return _known_values(field, tuple(self._values(field)))

    def _whole_types(self, value: str) -> Sequence[int]:
        """Codes of the case types that *value* is a whole name of: "CR" is the civil revision, and no "CRL MISC"."""
        types = {canonical_type(value), *types_by_alias().get(squeeze(value), ())}
        return [code for code, name in enumerate(self._values("type")) if canonical_type(name) in types]


class _KnownValues:
    """The values of one column by their words: split and folded once, since every query looks at all of them."""

    def __init__(self, field: str, values: Sequence[str]) -> None:
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

    def nearest(self, value: str) -> tuple[str, ...]:
        """Return the value that *value* is most like, or a word of it; of judges those that a slip may mean."""
        if self._field == "judge":
            like = judges_like(_words_of("judge", value), [group[0] for group in self._judges.groups])
            if like:
                return like
        best = process.extractOne(fold(value), self._written, scorer=fuzz.ratio, score_cutoff=_LIKENESS_MIN)
        return (self._values[self._owners[best[2]]],) if best else ()

    def titled(self, value: str) -> Sequence[int]:
        """Return the codes of the judge whom *value* surely is where a title stands before it, "Justice Noorulhaq"."""
        text = f"Justice {value}"
        sure = [each for each in find_judges(text, self._judges) if each.sure and each.end == len(text.rstrip(" ."))]
        return [self._values.index(name) for each in sure[:1] if each.start == 0 for name in each.names]

    @functools.cached_property
    def _judges(self) -> JudgeNames:
        return JudgeNames(self._values, same_name=same_name)

    @functools.cached_property
    def _names(self) -> list[tuple[int, tuple[str, ...]]]:
        """Each code with the words of each of its names."""
        return [
            (code, tuple(_words_of(self._field, name)))
            for code, value in enumerate(self._values)
            for name in _names_of(self._field, value)
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

    @functools.cached_property
    def _first_owners(self) -> Mapping[str, int]:
        """What is written, whole values and their words, and the code of the first value that has it."""
        found: dict[str, int] = {}
        for code, value in enumerate(self._values):
            for written in (folded := fold(value), *_WORD.findall(folded)):
                found.setdefault(written, code)
        return found

    @functools.cached_property
    def _written(self) -> list[str]:
        return list(self._first_owners)

    @functools.cached_property
    def _owners(self) -> list[int]:
        return list(self._first_owners.values())


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


def _names_of(field: str, value: str) -> Sequence[str]:
    match field:
        case "type":
            return own_names(value)
        case "category":
            return (value, spelled_out(CaseNumber("", 0, 0, category=value)))
        case "bench":
            return (value, *_BENCH_KINDS.get(value.upper(), ()))
        case _:
            return (value,)


def _words_of(field: str, value: str) -> list[str]:
    words = _WORD.findall(fold(value))
    return [word for word in words if word not in JUDGE_TITLES] if field in _OF_PERSONS else words
