"""The operators of a query: which of its capitals and dashes ask for something, and which are plain words.

In "EXAMPLE BOARD AND OTHERS" and in a long sentence AND says no more than the words beside it, and in "plea of NOT
guilty" NOT does not.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from search.errors import shortened
from search.identifiers.case_types import squeeze, types_by_alias
from search.query.expression import Field, Numbered, Or, Prefix, Referred
from search.query.tokens import CAPITALS, Token
from search.text.names import short_names
from search.text.tokenise import STOP_WORDS
from search.text.versus import is_versus

LOUD_SHARE = 0.85
"""Share of capitals among the letters of a query from which AND in capitals says no more than the rest of it."""
PROSE_WORDS = 12
"""Whoever writes more words in a row beside AND writes a sentence."""
MINUS_WORDS = 8
"""In a query of more words a minus between two of them is mostly the dash of a text that was copied."""

_FORMULA = frozenset({"others", "other", "another", "ors", "anr", "etc"})
"""Behind AND these close a list of parties."""
_DENYING = frozenset(
    """am are be been being can could did do does had has have is may might must of or plead pleaded pleading pleads
    shall should was were whether will would""".split()
)
"""Behind these NOT denies what the sentence says: "pleaded NOT guilty"."""
_DENIED = frozenset(
    """applicable bailable barred be been compoundable entitled guilty liable maintainable only pressed proved proven
    so sustainable tenable to yet""".split()
)
"""Before these NOT does so behind any word, "conviction NOT sustainable"."""
_BLANK_FIELDS = frozenset({"section", "number"})
"""With a blank behind the colon these are fields all the same; "Subject: ..." is a heading."""
_ASKING = CAPITALS | {"minus"}
_JOINING = CAPITALS | {"field", "years", "minus"}
_END = Token("end", 0, 0, "")


class Settled(NamedTuple):
    """The tokens of a query, each as what it is meant."""

    tokens: list[Token]
    """Empty where there are only plain words."""
    notes: tuple[str, ...] = ()
    """What looks like an operator and was read as a word, one sentence each."""


def settled(tokens: Sequence[Token]) -> Settled:
    """Make words of those *tokens* that are no operators here.

    Brackets that have nothing to hold together, as in '"same pay" (SB)', are left out.
    """
    tokens = [_heading(_formula(token, after), before, after) for before, token, after in _triples(tokens)]
    notes: tuple[str, ...] = ()
    if _prose(tokens):
        tokens = [_strict(token) for token in tokens]
    if not _restricts(tokens) and not _bracketed(tokens) and (_loud(tokens) or _prose(tokens)):
        tokens = list(_as_words(tokens))
    else:
        dashes = _dashes(tokens)
        tokens = [_told(*each, dashes=dashes) for each in _triples(tokens)]
        notes = tuple(token.note for token in tokens if token.note)
    tokens = [token for token in tokens if token.kind != "nothing"]
    kinds = [token.kind for token in tokens]
    joined = not _JOINING.isdisjoint(kinds)
    if not joined and "leaf" not in kinds:
        return Settled([], notes)
    notes = (*notes, *_small_or(tokens))
    if not joined:
        tokens = [token for token in tokens if token.kind not in ("open", "close")]
    return Settled(tokens, notes)


def _small_or(tokens: Iterable[Token]) -> Sequence[str]:
    """Say of the first "or" in small letters that it joins nothing; beside operators it may be meant as one."""
    for token in tokens:
        if token.kind == "word" and token.text in ("or", "Or"):
            return [f"{token.text} at character {token.start + 1} is a word and joins nothing; write OR for either"]
    return []


def _formula(token: Token, after: Token) -> Token:
    """Return *token* as a word where it is the AND of "Example Board AND others"."""
    return _as_word(token) if token.kind == "and" and _plain(after) in _FORMULA else token


def _heading(token: Token, before: Token, after: Token) -> Token:
    """Return *token* as a word where it is a heading: "Subject: bail application" restricts nothing."""
    if token.kind != "field" or not token.loose or token.text in _BLANK_FIELDS:
        return token
    if before.kind in _ASKING or after.kind in ("leaf", "open"):
        return token
    where = f"{token.text}: at character {token.start + 1}"
    return _strict(token)._replace(note=f"{where} has a blank behind it and was read as a word; write {token.text}:...")


def _triples(tokens: Sequence[Token]) -> Iterator[tuple[Token, Token, Token]]:
    """Yield each of *tokens* between its neighbours."""
    padded = [_END, *tokens, _END]
    yield from zip(padded, padded[1:], padded[2:], strict=False)


def _dashes(tokens: Sequence[Token]) -> bool:
    """Whether a minus between two words is a dash: in what was copied, in a title and beside the number of a case."""
    kinds = [token.kind for token in tokens]
    named = any(
        isinstance(token.leaf, Numbered) and before.kind not in _ASKING for before, token, _ in _triples(tokens)
    )
    return named or kinds.count("word") > MINUS_WORDS or any(is_versus(_plain(token)) for token in tokens)


def _told(before: Token, token: Token, after: Token, *, dashes: bool) -> Token:
    """Return *token*, and with a note as a word, where it denies something or is a dash."""
    if token.kind == "not" and _denies(before, after):
        what = (
            f"; write NOT ({shortened(after.text)}) to leave out the cases with that word"
            if after.kind == "word"
            else ""
        )
        what = "" if _plain(after) in STOP_WORDS else what
        return _as_word(token)._replace(note=f"NOT at character {token.start + 1} was read as a word{what}")
    between = before.kind == after.kind == "word" and dashes
    if token.kind == "minus" and after.kind == "word" and (between or after.text[0].isdigit()):
        what = f"write NOT {shortened(after.text)} to leave it out"
        note = f"the minus at character {token.start + 1} was read as a dash; {what}"
        return token._replace(kind="nothing", note=note)
    return token


def _denies(before: Token, after: Token) -> bool:
    if before.kind == "word" and _plain(before) in _DENYING:
        return after.kind in ("word", "end")
    return before.kind in ("word", "end") and after.kind == "word" and _plain(after) in _DENIED | STOP_WORDS


def _as_words(tokens: Sequence[Token]) -> Iterator[Token]:
    for token, after in itertools.pairwise([*tokens, _END]):
        yield token._replace(kind="nothing") if (token.kind, after.kind) == ("minus", "word") else _as_word(token)


def _as_word(token: Token) -> Token:
    if token.kind in CAPITALS:
        return token._replace(kind="word" if token.text.isalpha() else "nothing", marks=())
    return token


def _strict(token: Token) -> Token:
    """Return *token* as a word where it is a heading within a long text: "Title: ..."."""
    if not token.loose:
        return token
    return token._replace(kind="word" if token.kind == "field" else "nothing", marks=())


def _plain(token: Token) -> str:
    return token.text.casefold().rstrip(".")


def _restricts(tokens: Iterable[Token]) -> bool:
    """Whether a phrase or a field shows that whoever wrote this knows operators."""
    return any(
        token.kind in ("field", "years") or (token.kind == "leaf" and not isinstance(token.leaf, Prefix))
        for token in tokens
    )


def _bracketed(tokens: Sequence[Token]) -> bool:
    """Whether an operator stands within brackets, other than those of a title: "A (B AND C) VS D"."""
    if any(is_versus(_plain(token)) for token in tokens):
        return False
    depth = 0
    for token in tokens:
        depth = max(0, depth + {"open": 1, "close": -1}.get(token.kind, 0))
        if depth and token.kind in CAPITALS:
            return True
    return False


def _loud(tokens: Iterable[Token]) -> bool:
    """Whether nearly all is in capitals, and not because it is made of abbreviations: "ICA NOT CDA"."""
    # Numbers, references and case types are written in capitals anywhere.
    tokens = [token for token in tokens if not isinstance(token.leaf, Numbered | Referred | Field | Or)]
    if all(_is_abbreviation(token.text) for token in tokens if token.kind == "word"):
        return False
    letters = [char for token in tokens if token.kind in ("word", "leaf") for char in token.text]
    upper, lower = sum(char.isupper() for char in letters), sum(char.islower() for char in letters)
    return upper > 0 and upper >= LOUD_SHARE * (upper + lower)


def _is_abbreviation(word: str) -> bool:
    """Whether a word is that of a case type or a public body, which is written in capitals anywhere."""
    return squeeze(word) in types_by_alias() or squeeze(word) in short_names()


def _prose(tokens: Iterable[Token]) -> bool:
    """Whether many words stand in a row."""
    run = 0
    for token in tokens:
        run = 0 if token.kind in CAPITALS else run + (token.kind == "word" or token.loose)
        if run > PROSE_WORDS:
            return True
    return False
