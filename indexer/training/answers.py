"""Answers: which cases answer a made query beside the one it was made from, and which may.

A query for an advocate or a section is answered by every case of that advocate or under that section.  Labelling all
but one of them wrong would teach the opposite of what the query says.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from indexer.training.blanks import MadeQuery, cited_of, fir_of, parties_of, query_key, text_of
from indexer.training.spellings import canonical, title_key
from indexer.training.split import groups_of
from search.cases import Case


def keys_of(case: Case) -> frozenset[str]:
    """Return everything that a made query may ask of *case*."""
    keys = {
        "title": [title_key(case.title)] if case.kind == "case" else [],
        "party": map(canonical, parties_of(case)),
        "facing": facing_keys(case),
        "advocate": map(canonical, (*case.advocates_petitioner, *case.advocates_respondent)),
        "judge": map(canonical, case.judges),
        "fir": [fir_of(case)],
        "station": [query_key(case.police_station)],
        "section": [cited.key for cited in cited_of(case)],
        "number": [number_key(case)],
        "category": [query_key(case.number.category)] if case.number else [],
        "year": [str(case.number.year)] if case.number else [],
        "type": [case.number.case_type] if case.number else [],
    }
    return frozenset(f"{name}:{value}" for name, values in keys.items() for value in values if value)


def facing_keys(case: Case) -> list[str]:
    """Return every pair of words that stand on both sides of the title, whichever comes first."""
    sides = [canonical(side).split() for side in parties_of(case)]
    if len(sides) != 2:
        return []
    return [facing_key(*pair) for pair in itertools.product(*sides)]


def facing_key(word: str, other: str) -> str:
    """Return the form in which two words, one of each side, are the same pair."""
    return "|".join(sorted((word, other)))


def number_key(case: Case) -> str:
    """Return type, serial and year as one word; empty for a case without a number."""
    return f"{case.number.case_type} {case.number.serial}/{case.number.year}" if case.number else ""


@dataclass(frozen=True, slots=True)
class Answers:
    """Cases by what can be asked of them."""

    by_key: Mapping[str, frozenset[str]]
    """Key -> source ids."""
    group_of: Mapping[str, str]
    """Source id -> the group of its twins, namesakes and connected matters."""
    texts: Mapping[str, str]
    """Source id -> the words of the court as `query_key` writes them; of cases that have any."""
    members: Mapping[str, frozenset[str]] = field(repr=False)
    """Group -> source ids."""

    @classmethod
    def of(cls, cases: Iterable[Case]) -> Answers:
        """Look at *cases*, all that can be found."""
        known = list(cases)
        by_key: dict[str, set[str]] = defaultdict(set)
        members: dict[str, set[str]] = defaultdict(set)
        groups = groups_of(known)
        for case in known:
            members[groups[case.source_id]].add(case.source_id)
            for key in keys_of(case):
                by_key[key].add(case.source_id)
        texts = {case.source_id: query_key(text) for case in known if (text := text_of(case))}
        return cls(_frozen(by_key), groups, texts, _frozen(members))

    def relevant(self, made: MadeQuery) -> frozenset[str]:
        """Return the cases that answer *made*, the one it was made from among them."""
        if not made.keys:
            return frozenset([made.case])
        nothing: frozenset[str] = frozenset()
        return frozenset.intersection(*(self.by_key.get(key, nothing) for key in made.keys)) | {made.case}

    def doubtful(self, made: MadeQuery) -> frozenset[str]:
        """Return the cases of which nobody said that they answer *made*, but which may.

        Twins, namesakes and connected matters of a case that does, and cases that hold the words it was made from.
        """
        answering = self.relevant(made)
        found = frozenset().union(*(self.members[self.group_of[case]] for case in answering))
        if made.phrase:
            phrase = query_key(made.phrase)
            found |= {case for case, text in self.texts.items() if phrase in text}
        return found - answering


def _frozen(found: Mapping[str, set[str]]) -> dict[str, frozenset[str]]:
    return {key: frozenset(cases) for key, cases in found.items()}
