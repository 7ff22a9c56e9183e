"""Suggestions as one types: case numbers, titles, parties, judges and sections that go on from what is typed so far.

Beside retrieval proper: it ranks nothing, and every suggestion stands for cases of the snapshot.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from threading import Lock
from typing import Any, Literal, NamedTuple

import numpy as np

from search.identifiers.acts import ACTS
from search.identifiers.case_number import as_ascii
from search.identifiers.judge_names import JudgeNames
from search.identifiers.statute import find_statutes
from search.retrieval.name_index import Name, NameIndex, spans_of, words_of
from search.retrieval.number_index import NumberIndex, TypedNumber, number_spans, typed_number, words_behind
from search.retrieval.title_index import TitleIndex, words_by_side
from search.snapshot.columns import Columns, Int32s
from search.snapshot.reader import Snapshot
from search.text.spellings import same_name
from search.text.titles import BETWEEN_SIDES
from search.text.versus import is_versus

TEXT_LENGTH_MAX = 200
"""Code points of what is typed that are read."""
TYPED_MIN = 2
"""Letters and digits below which nothing is suggested."""

Kind = Literal["case number", "title", "party", "judge", "section"]

_BEHIND_YEAR_MAX = 50
"""Cases of one number that are looked at for the words behind it."""
_TYPE_ALONE_MIN = 3
"""Letters from which the beginning of a case type, with no serial, is read as one."""
_EDGE = " .,-–;:&"
_REST = frozenset("etc other others another anr ors وغیرہ".split())
_JOINERS = frozenset({"and", "&", "اور"})
_TITLES = frozenset(
    """the hon honble hon'ble honourable honorable ble mr ms mrs miss mst dr acting chief justice justices j jj cj acj
    r rtd retd retired جناب مسٹر جسٹس چیف""".split()
)
_URDU_LETTER = re.compile(r"[\u0600-\u06ff]")
_MEANS_A_JUDGE = frozenset({"justice", "justices", "جسٹس"})
_JUDGE_TITLE, _JUDGE_TITLE_IN_URDU = "Justice", "جسٹس"
"""With it a name filters by the judge; alone its words would rank what they stand in."""
_SECTION_KEY = re.compile(r"^(?P<act>.*?) ?\b(?:s|art|O|r) [\dA-Z-]+(?: r [\dA-Z-]+)?$")
_CLAUSE_BEHIND = re.compile(r"\d\s?\([a-z\d]{1,4}\)?", re.IGNORECASE)
"""As in "9(c)": a section, and no part of an address."""
_NAME_LETTERS_MIN = 2
"""Letters of one word from which digits may be of a party's address."""
_CLAUSES = re.compile(r"\([^()]*\)?")
_UNDER_SECTION = re.compile(r"\bu\s?/\s?s+\b", re.IGNORECASE)
_SHORT_FORMS: Mapping[str, str] = {
    **dict.fromkeys("us ss sec secs section sections dafa daffa دفعہ دفعات".split(), "s"),
    **dict.fromkeys("arts article articles آرٹیکل".split(), "art"),
    **dict.fromkeys("ord order orders آرڈر".split(), "o"),
    **dict.fromkeys("rule rules رول".split(), "r"),
}
"""How a provision is typed -> as it stands in a key."""
_ACT_LETTERS_MIN = 3
"""Of an act, where no number is typed."""


class Suggestion(NamedTuple):
    """One way to go on from what is typed."""

    kind: Kind
    text: str
    id: str | None
    """Of the case, where it is a number."""
    cases: int
    """How many cases stand behind it."""
    spans: tuple[tuple[int, int], ...]
    """Code points of `text` that are typed already; sorted, not overlapping."""


class Suggester:
    """What can be typed of one snapshot; safe to use from several threads.

    Args:
        columns: The columns of the snapshot.
        titles: The title of every case, row = doc_id.
        shown: Returns what is shown of the cases of some doc_ids, in that order: at least ``id``, ``number`` and
            ``title``.
    """

    def __init__(
        self,
        columns: Columns,
        titles: Iterable[str],
        shown: Callable[[Sequence[int]], Sequence[Mapping[str, Any]]],
    ) -> None:
        self._shown = shown
        self._numbers = NumberIndex(columns)
        titles = list(titles)
        self._titles = TitleIndex(titles)
        self._parties = NameIndex(_parties(titles))
        self._judges = NameIndex(_judges(columns))
        keys, cases = columns.vocabulary["section"], _cases_by_value(*columns.listed("section"))
        self._sections = NameIndex(_sections(keys, cases, _no_other_words))
        self._sections_by_act = NameIndex(_sections(keys, cases, _other_words))

    def suggest(self, text: str, *, limit: int) -> tuple[Suggestion, ...]:
        """Return what *text* may be the beginning of, at most *limit*.

        Where a case number is typed, both sides of a title, or "justice", then cases, titles or judges come first.
        Otherwise each kind has its share, and what most cases stand behind comes first.  Equal input gives equal
        output.
        """
        text = as_ascii(text[:TEXT_LENGTH_MAX])
        if sum(map(str.isalnum, text)) < TYPED_MIN:
            return ()
        leading, sharing, filling = self._case_numbers(text, limit)
        judges = self._of_judges(text, limit)
        if not _MEANS_A_JUDGE.isdisjoint(words_of(text)):
            leading, judges = [*leading, *judges], []
        titles = self._of_titles(text, limit)
        if words_by_side(text)[2]:
            leading, titles = [*leading, *titles], []
        kinds = [sharing, titles, self._of_parties(text, limit), judges, self._of_sections(text, limit)]
        return tuple([*leading, *_shared(kinds, limit - len(leading)), *filling][:limit])

    def _case_numbers(self, text: str, limit: int) -> tuple[list[Suggestion], list[Suggestion], list[Suggestion]]:
        """Return the cases that come first, those that have their share, and those that only fill the list."""
        typed = typed_number(text)
        if typed is None:
            return [], [], []
        types = self._numbers.types_of(typed)
        if types or not typed.case_type:
            found = self._cases(typed, types, limit)
            is_clear = typed.serial is not None and bool(types or typed.year is not None)
            return (found, [], []) if is_clear else ([], found, [])
        begun = self._numbers.types_begun(typed.case_type)
        if typed.serial is not None or len(typed.case_type) < _TYPE_ALONE_MIN or not begun:
            return [], [], []
        return [], [], self._cases(typed, begun, limit)

    def _cases(self, typed: TypedNumber, types: tuple[int, ...], limit: int) -> list[Suggestion]:
        behind = [word for word in words_behind(typed) if not is_versus(word)]
        doc_ids = self._numbers.find(typed, types, limit=_BEHIND_YEAR_MAX if behind else limit)
        whole_type = bool(self._numbers.types_named(typed.case_type))
        suggestions = []
        for row in self._shown(doc_ids):
            number, words = row["number"], words_of(f"{row['number']} {row['title']}")
            if all(any(word.startswith(begin) for word in words) for begin in behind):
                spans = number_spans(typed, number, whole_type=whole_type)
                suggestions.append(Suggestion("case number", number, row["id"], 1, spans))
        return suggestions[:limit]

    def _of_titles(self, text: str, limit: int) -> list[Suggestion]:
        found = self._titles.find(text, limit=limit)
        return [Suggestion("title", title.text, None, title.cases, title.spans) for title in found]

    def _of_parties(self, text: str, limit: int) -> list[Suggestion]:
        words = words_of(text)
        named = any(len(word) >= _NAME_LETTERS_MIN and word[0].isalpha() for word in words)
        if _CLAUSE_BEHIND.search(text) or not (named or all(word[0].isalpha() for word in words)):
            return []
        return _suggestions("party", self._parties, words, limit)

    def _of_judges(self, text: str, limit: int) -> list[Suggestion]:
        typed = words_of(text)
        words = [word for word in typed if word not in _TITLES]
        titled = not _MEANS_A_JUDGE.isdisjoint(typed)
        everybody = titled and not words
        places = range(min(limit, len(self._judges))) if everybody else self._judges.find(words, limit=limit)
        return [self._judge(place, words, titled=titled) for place in places]

    def _judge(self, place: int, words: Sequence[str], *, titled: bool) -> Suggestion:
        text = self._judges.text(place)
        title = text.split(" ", 1)[0]
        spans = spans_of(words, text, start=len(title) + 1)
        return Suggestion(
            "judge", text, None, self._judges.cases(place), ((0, len(title)), *spans) if titled else spans
        )

    def _of_sections(self, text: str, limit: int) -> list[Suggestion]:
        plain = _UNDER_SECTION.sub(" s ", _CLAUSES.sub(" ", text))
        words = [_SHORT_FORMS.get(word, word) for word in words_of(plain)]
        acts = [word for word in words if len(word) >= _ACT_LETTERS_MIN and word not in _SHORT_FORMS.values()]
        if not (acts or any(word[0].isdigit() for word in words)):
            return []
        found = _suggestions("section", self._sections, words, limit)
        if not found and any(len(word) > _ACT_LETTERS_MIN for word in acts):
            found = _suggestions("section", self._sections_by_act, words, limit)
        if not found:  # "9-c": what is complete is read as a query is
            keys = dict.fromkeys(reference.key for reference in find_statutes(text))
            found = [each for key in keys for each in _suggestions("section", self._sections, words_of(key), 1)]
        return found[:limit]


class LazySuggester:
    """The suggester of a snapshot, built when it is first asked; safe to use from several threads."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._building = Lock()
        self._suggester: Suggester | None = None

    def suggest(self, text: str, *, limit: int) -> tuple[Suggestion, ...]:
        """Return what *text* may be the beginning of, as `Suggester.suggest` does."""
        if self._suggester is None:
            with self._building:
                if self._suggester is None:
                    self._suggester = suggester_of(self._snapshot)
        return self._suggester.suggest(text, limit=limit)


def suggester_of(snapshot: Snapshot) -> Suggester:
    """Build the suggester of *snapshot*; takes seconds for 100,000 cases."""
    return Suggester(snapshot.columns, snapshot.titles(), snapshot.display)


def _suggestions(kind: Kind, index: NameIndex, words: Sequence[str], limit: int) -> list[Suggestion]:
    return [_suggestion(kind, index, place, words) for place in index.find(words, limit=limit)]


def _suggestion(kind: Kind, index: NameIndex, place: int, words: Sequence[str]) -> Suggestion:
    text = index.text(place)
    return Suggestion(kind, text, None, index.cases(place), spans_of(words, text))


def _shared(kinds: Iterable[list[Suggestion]], limit: int) -> list[Suggestion]:
    """Return the suggestions of several kinds: a fair share of each by number of cases, then the others likewise."""
    there = [found for found in kinds if found]
    if not there or limit <= 0:
        return []
    share = max(1, limit // len(there))
    return [*_by_cases([found[:share] for found in there]), *_by_cases([found[share:] for found in there])]


def _by_cases(kinds: Sequence[list[Suggestion]]) -> Iterator[Suggestion]:
    """Yield the suggestions of all kinds, each time the one of most cases; each kind keeps its order."""
    queues = [list(reversed(found)) for found in kinds if found]
    while queues:
        longest = max(queues, key=lambda queue: queue[-1].cases)  # of equal ones the first
        yield longest.pop()
        queues = [queue for queue in queues if queue]


def _parties(titles: Iterable[str]) -> Iterator[Name]:
    """Yield the parties that the titles name; spellings that fold together are one, as most titles have it."""
    cases: Counter[str] = Counter()
    for title in titles:
        cases.update(list(dict.fromkeys(_sides(title))))
    spellings: dict[tuple[str, ...], list[str]] = {}
    for side in cases:
        if words := words_of(side):
            spellings.setdefault(words, []).append(side)
    for words, sides in spellings.items():
        if any(char.isalpha() for char in sides[0]):
            yield Name(max(sides, key=cases.__getitem__), words, sum(map(cases.__getitem__, sides)))


def _sides(title: str) -> Iterator[str]:
    for side in BETWEEN_SIDES.split(" ".join(title.split())):
        words = side.strip(_EDGE).split(" ")
        while len(words) > 1 and words[-1].strip(".,;()").casefold() in _REST:
            words.pop()
            while len(words) > 1 and (words[-1].casefold() in _JOINERS or words[-1].isdecimal()):  # "and 12 others"
                words.pop()
        yield " ".join(words).strip(_EDGE)


def _judges(columns: Columns) -> Iterator[Name]:
    """Yield the judges with "Justice" alone for a title, each once however the records write the name."""
    values = columns.vocabulary["judge"]
    groups = JudgeNames(values, same_name=same_name).groups
    group_of = {value: group for group, members in enumerate(groups) for value in members}
    codes = np.array([group_of.get(value, len(groups)) for value in values], dtype=np.int32)
    indptr, judges = columns.listed("judge")
    by_value = _cases_by_value(indptr, judges)
    cases = _cases_by_value(indptr, codes[judges])
    place = {value: code for code, value in enumerate(values)}
    for group, members in enumerate(groups):
        if group in cases:
            name = _untitled(max(members, key=lambda value: (by_value.get(place[value], 0), -place[value])))
            title = _JUDGE_TITLE_IN_URDU if _URDU_LETTER.match(name) else _JUDGE_TITLE
            yield Name(f"{title} {name}", words_of(name), cases[group])


def _untitled(name: str) -> str:
    parts = name.replace(".", ". ").split()
    return " ".join(part for part in parts if part.strip(".,()").casefold() not in _TITLES)


def _sections(
    keys: Sequence[str], cases: Mapping[int, int], other_words: Callable[[str], Iterable[str]]
) -> Iterator[Name]:
    for code, key in enumerate(keys):
        if code in cases:
            yield Name(key, (*words_of(key), *other_words(key)), cases[code])


def _no_other_words(key: str) -> Iterable[str]:
    return ()


def _other_words(key: str) -> Iterable[str]:
    """Yield the words by which the act of a section is known besides."""
    match = _SECTION_KEY.match(key)
    for alias in ACTS.get(match["act"], ()) if match else ():
        yield from words_of(alias)


def _cases_by_value(indptr: Int32s, codes: Int32s) -> dict[int, int]:
    """Return how many cases have each value of a listed column."""
    rows = np.repeat(np.arange(len(indptr) - 1), np.diff(indptr))
    once = np.unique(codes.astype(np.int64) * len(indptr) + rows)
    values, counts = np.unique(once // len(indptr), return_counts=True)
    return dict(zip(values.tolist(), counts.tolist(), strict=True))
