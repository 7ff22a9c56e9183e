"""The operators of a query: which words in capitals ask for something, and which are plain words.

In "EXAMPLE BOARD AND OTHERS" and in a long sentence AND says no more than the words beside it.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence

from search.query.expression import Phrase
from search.query.tokens import CAPITALS, Token

LOUD_SHARE = 0.85
"""Share of capitals among the letters of a query from which AND in capitals says no more than the rest of it."""
PROSE_WORDS = 12
"""Whoever writes more words in a row beside AND writes a sentence."""

_FORMULA = frozenset({"others", "other", "another", "ors", "anr", "etc"})
"""Behind AND these close a list of parties."""
_BETWEEN_PARTIES = frozenset({"vs", "v", "versus"})
_JOINING = CAPITALS | {"field", "years"}
_END = Token("end", 0, 0, "")


def settled(tokens: Sequence[Token]) -> list[Token]:
    """Return *tokens* with those that are no operators here made words; empty where there are only plain words.

    Brackets that have nothing to hold together, as in '"same pay" (SB)', are left out.
    """
    tokens = [_formula(token, after) for token, after in itertools.pairwise([*tokens, _END])]
    if not _restricts(tokens) and not _bracketed(tokens) and (_loud(tokens) or _prose(tokens)):
        tokens = [_as_word(token) for token in tokens]
    kinds = [token.kind for token in tokens]
    joined = not _JOINING.isdisjoint(kinds)
    if not joined and "leaf" not in kinds:
        return []
    if joined or ("minus", "open") in itertools.pairwise(kinds):
        return tokens
    return [token for token in tokens if token.kind not in ("open", "close")]


def _formula(token: Token, after: Token) -> Token:
    """Return *token* as a word where it is the AND of "Example Board AND others"."""
    closes = token.kind == "and" and after.text.casefold().rstrip(".") in _FORMULA
    return _as_word(token) if closes else token


def _as_word(token: Token) -> Token:
    return token._replace(kind="word", marks=()) if token.kind in CAPITALS else token


def _restricts(tokens: Iterable[Token]) -> bool:
    """Whether a phrase or a field shows that whoever wrote this knows operators."""
    return any(token.kind in ("field", "years") or isinstance(token.leaf, Phrase) for token in tokens)


def _bracketed(tokens: Sequence[Token]) -> bool:
    """Whether an operator stands within brackets, other than those of a title: "A (B AND C) VS D"."""
    if any(token.text.casefold().rstrip(".") in _BETWEEN_PARTIES for token in tokens):
        return False
    depth = 0
    for token in tokens:
        depth = max(0, depth + {"open": 1, "close": -1}.get(token.kind, 0))
        if depth and token.kind in CAPITALS:
            return True
    return False


def _loud(tokens: Iterable[Token]) -> bool:
    """Whether nearly all is in capitals."""
    letters = [char for token in tokens if token.kind in ("word", "leaf") for char in token.text]
    upper, lower = sum(char.isupper() for char in letters), sum(char.islower() for char in letters)
    return upper > 0 and upper >= LOUD_SHARE * (upper + lower)


def _prose(tokens: Iterable[Token]) -> bool:
    """Whether many words stand in a row."""
    run = 0
    for token in tokens:
        run = 0 if token.kind in CAPITALS else run + (token.kind == "word")
        if run > PROSE_WORDS:
            return True
    return False
