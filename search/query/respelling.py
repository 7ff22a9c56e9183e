"""Respelling: the words of a query that an index knows in other spellings, and those that it cannot know."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from search.errors import shortened
from search.identifiers.named_types import find_types
from search.query.entities import BROAD
from search.query.statuses import status_words
from search.text.compounds import Compounds
from search.text.spans import is_inside
from search.text.spellings import SpellingIndex, is_shortened_in_names, variants_of
from search.text.tokenise import analyse
from search.text.urdu_terms import find_urdu_terms
from search.types import Entity, ParsedQuery, Respelled

_WORD = re.compile(r"[^\W\d_]{2,}")
_NAME_LETTERS_MIN = 4
"""A shorter word is looked up where the table of spellings has it: "Ch", "Md"."""
_QUOTED = re.compile(r'"[^"]*"')
_SPELLINGS_MAX = 4
"""Other spellings that are looked up for one word."""
_RESPELLED_WORDS_MAX = 12
"""Of one query: a long text is no name."""
_URDU_WORD = re.compile(r"[\u0600-\u06ff]{2,}")
_URDU_JOINTS = frozenset(
    """بنام بمقابلہ میں کے کا کی نے سے کو پر اور یا نمبر کیس کیسز مقدمہ مقدمات مقدمے جو جس ہے ہیں تھا بابت خلاف تمام
    جسٹس جناب مسٹر چیف وکیل ایڈووکیٹ محترمہ مسماۃ مسمات عدالت فیصلہ فیصلے""".split()
)
"""Words that join others, titles, and what any case has: they are not looked up."""
_NAMES_AS_WRITTEN = frozenset({"advocate"})
"""Of these entities the value is what stands in the query, and says nothing of what the index knows."""
_SHOWN_WORDS_MAX = 5
_NAME_WORDS_MAX = 6
"""Of a query that may be nothing but names, which many type in small letters."""
_BETWEEN_PARTS = re.compile(r"[ -]{1,2}")


@dataclass(frozen=True, slots=True)
class Respeller:
    """Knows the words of one index."""

    spellings: SpellingIndex
    is_known: Callable[[str], bool]
    """Whether any case holds a term."""
    compounds: Compounds = field(default_factory=lambda: Compounds(()))

    def respelled(self, ranked: str, parsed: ParsedQuery, text: str) -> tuple[Respelled, ...]:
        """Return the words that the index knows under other spellings, in order.

        Args:
            ranked: The query with blanks in the place of what does not rank, so that places are those of *text*.
            parsed: The query as understood.
            text: The query as given; what stands in quotation marks there is taken as it is.
        """
        quoted = [match.span() for match in _QUOTED.finditer(text)]
        words = [match for match in _WORD.finditer(ranked) if not is_inside(match.span(), quoted)]
        found = [*self._in_parts(words), *self._in_one(ranked, words)]
        taken = [(each.start, each.end) for each in found]
        for match in words:
            terms = analyse(match.group())
            unknown = len(terms) != 1 or terms[0] not in parsed.terms or not _may_be_name(match.group(), text)
            if unknown or is_inside(match.span(), taken):
                continue
            others = self._others(match.group(), terms[0])
            if others:
                found.append(Respelled(match.group(), *match.span(), *others))
        return tuple(sorted(found, key=lambda each: (each.start, each.end))[:_RESPELLED_WORDS_MAX])

    def _in_parts(self, words: Iterable[re.Match[str]]) -> Iterator[Respelled]:
        """Yield the words that titles write as two."""
        for word in words:
            parts = " ".join(self.compounds.parts_of(word.group()) or ())
            if len(analyse(word.group())) == 1 and len(analyse(parts)) == 2:
                yield Respelled(word.group(), *word.span(), (parts,), "parted")

    def _in_one(self, text: str, words: Sequence[re.Match[str]]) -> Iterator[Respelled]:
        """Yield the pairs of words that titles write as one; in a sentence those alone that capitals make names."""
        for left, right in itertools.pairwise(words):
            beside = _BETWEEN_PARTS.fullmatch(text, left.end(), right.start())
            named = left.group()[0].isupper() and right.group()[0].isupper()
            if (
                beside
                and (named or len(words) <= _NAME_WORDS_MAX)
                and (whole := self.compounds.whole_of(left.group(), right.group()))
            ):
                yield Respelled(text[left.start() : right.end()], left.start(), right.end(), (whole,), "joined")

    def unwritten(self, ranked: str, entities: Sequence[Entity]) -> str:
        """Say which words in Urdu no case here has, outside what was understood; "" where there are none."""
        understood = [(entity.start, entity.end) for entity in entities if _is_understood(entity)]
        understood += [
            (each.start, each.end)
            for found in (find_types(ranked), find_urdu_terms(ranked), status_words(ranked))
            for each in found
        ]
        words = list(self._unknown_urdu(ranked, understood))
        if not words:
            return ""
        shown = ", ".join(dict.fromkeys(map(shortened, words[:_SHOWN_WORDS_MAX])))
        return f"no case here has {shown}: the records are in English, so write names in English letters"

    def _unknown_urdu(self, ranked: str, understood: Sequence[tuple[int, int]]) -> Iterator[str]:
        for match in _URDU_WORD.finditer(ranked):
            word = match.group()
            known = word in _URDU_JOINTS or any(map(self.is_known, analyse(word)))
            if not known and not is_inside(match.span(), understood):
                yield word

    def _others(self, word: str, term: str) -> tuple[tuple[str, ...], str] | None:
        known = self.is_known(term)
        near = self.spellings.nearest(word, limit=_SPELLINGS_MAX)
        # A word that is there is what was meant: only names that a table knows to be spelled in several ways go on.
        known = known or len(word) < _NAME_LETTERS_MIN
        kept = [each for each in near if each.how == "spelling" or not known]
        kept = [each for each in kept if each.how == kept[0].how and analyse(each.known) not in ([], [term])]
        # What a slip may have meant is a term of the law at times, and those the index need not know.
        kept = [each for each in kept if each.how != "distance" or any(map(self.is_known, analyse(each.known)))]
        return (tuple(each.known for each in kept), kept[0].how) if kept else None


def _may_be_name(word: str, text: str) -> bool:
    """Whether a word of the query *text* may be a name; short capitals are an abbreviation: "MD" is no Muhammad.

    Nor is "company" a part of one in small letters, where it may be what the case is about.
    """
    if word.islower() and is_shortened_in_names(word):
        return False
    if len(word) >= _NAME_LETTERS_MIN:
        return True
    return bool(variants_of(word)) and (not word.isupper() or text.isupper())


def _is_understood(entity: Entity) -> bool:
    return entity.kind not in _NAMES_AS_WRITTEN and bool(entity.value or entity.kind not in BROAD)


def with_respelled(parsed: ParsedQuery, respelled: Iterable[Respelled]) -> ParsedQuery:
    """Return *parsed* with the terms of other spellings, each under the term of the word as written.

    A word that titles write as two is these two terms, and each of them may stand as the whole.
    """
    spellings = dict(parsed.spellings)
    parts: dict[str, tuple[str, ...]] = {}
    for each in respelled:
        written, (others, *more) = analyse(each.text), [analyse(known) for known in each.read_as]
        if each.how == "parted":
            parts[written[0]] = tuple(others)
            written, others = others, written
        for term in written:
            known = dict.fromkeys([*spellings.get(term, ()), *others, *itertools.chain.from_iterable(more)])
            spellings[term] = tuple(other for other in known if other != term)

    def told(terms: Iterable[str]) -> tuple[str, ...]:
        return tuple(itertools.chain.from_iterable(parts.get(term, (term,)) for term in terms))

    return replace(
        parsed,
        terms=told(parsed.terms),
        sides=tuple(tuple(told(name) for name in names) for names in parsed.sides),
        spellings=spellings,
    )
