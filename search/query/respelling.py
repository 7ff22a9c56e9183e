"""Respelling: the words of a query that an index knows under other spellings, and those that it cannot know."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from search.query.entities import BROAD
from search.text.spans import is_inside
from search.text.spellings import SpellingIndex
from search.text.tokenise import analyse
from search.types import Entity, ParsedQuery, Respelled

_WORD = re.compile(r"[^\W\d_]{4,}")
_QUOTED = re.compile(r'"[^"]*"')
_SPELLINGS_MAX = 4
"""Other spellings that are looked up for one word."""
_RESPELLED_WORDS_MAX = 12
"""Of one query: a long text is no name."""
_URDU_WORD = re.compile(r"[\u0600-\u06ff]{2,}")
_URDU_JOINTS = frozenset("بنام بمقابلہ میں کے کا کی نے سے کو پر اور یا نمبر کیس مقدمہ جو جس ہے ہیں تھا بابت".split())
"""Words that join others and are not looked up."""
_SHOWN_WORDS_MAX = 5


@dataclass(frozen=True, slots=True)
class Respeller:
    """Knows the words of one index."""

    spellings: SpellingIndex
    is_known: Callable[[str], bool]
    """Whether any case holds a term."""

    def respelled(self, ranked: str, parsed: ParsedQuery, text: str) -> tuple[Respelled, ...]:
        """Return the words that the index knows under other spellings, in order.

        Args:
            ranked: The query with blanks in the place of what does not rank, so that places are those of *text*.
            parsed: The query as understood.
            text: The query as given; what stands in quotation marks there is taken as it is.
        """
        quoted = [match.span() for match in _QUOTED.finditer(text)]
        found: list[Respelled] = []
        for match in _WORD.finditer(ranked):
            terms = analyse(match.group())
            if len(terms) != 1 or terms[0] not in parsed.terms or is_inside(match.span(), quoted):
                continue
            others = self._others(match.group(), terms[0])
            if others and len(found) < _RESPELLED_WORDS_MAX:
                found.append(Respelled(match.group(), *match.span(), *others))
        return tuple(found)

    def unwritten(self, ranked: str, entities: Sequence[Entity]) -> str:
        """Say which words in Urdu no case here has, outside what was understood; "" where there are none."""
        understood = [(entity.start, entity.end) for entity in entities if entity.value or entity.kind not in BROAD]
        words = list(self._unknown_urdu(ranked, understood))
        if not words:
            return ""
        shown = ", ".join(dict.fromkeys(words[:_SHOWN_WORDS_MAX]))
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
        kept = [each for each in near if each.how == "spelling" or not known]
        kept = [each for each in kept if each.how == kept[0].how and analyse(each.known) not in ([], [term])]
        # What a slip may have meant is a term of the law at times, and those the index need not know.
        kept = [each for each in kept if each.how != "distance" or any(map(self.is_known, analyse(each.known)))]
        return (tuple(each.known for each in kept), kept[0].how) if kept else None


def terms_of(respelled: Iterable[Respelled]) -> Mapping[str, tuple[str, ...]]:
    """Return the terms of other spellings under the term of the word as written."""
    found: dict[str, tuple[str, ...]] = {}
    for word in respelled:
        (term,) = analyse(word.text)
        others = [term for known in word.read_as for term in analyse(known)]
        found[term] = tuple(dict.fromkeys(other for other in others if other != term))
    return found
