"""Spellings: one name as many hands write it, and the form in which all of them are compared.

For making queries and for keeping a case away from its namesakes; two people may fall together here, so nothing that
is searched or stored may use it.
"""

from __future__ import annotations

import random
import re
from collections.abc import Mapping

from search.text.normalise import fold
from search.text.titles import title_sides

GROUPS: tuple[tuple[str, ...], ...] = (
    ("muhammad", "mohammad", "mohammed", "muhammed", "mohd", "md"),
    ("hussain", "hussein", "husain", "hussin"),
    ("chaudhry", "chaudhary", "choudhry", "chaudhri", "ch"),
    ("ahmad", "ahmed"),
    ("syed", "sayed", "sayyed"),
    ("sheikh", "shaikh", "sh"),
    ("rehman", "rahman"),
    ("yousaf", "yousuf", "yusuf"),
    ("qureshi", "quraishi", "qurashi"),
    ("begum", "begam"),
    ("mehmood", "mahmood", "mahmud"),
    ("masood", "masud"),
    ("farooq", "faruq"),
    ("umar", "umer", "omar", "omer"),
    ("usman", "osman", "uthman"),
    ("saeed", "saeid", "sayeed"),
    ("akhtar", "akhter"),
    ("aziz", "azeez"),
    ("bibi", "bebe"),
    ("zahoor", "zahur"),
    ("abbasi", "abasi"),
    ("ikram", "akram"),
    ("ghulam", "gulam"),
    ("iftikhar", "iftekhar"),
    ("naveed", "navid"),
    ("waheed", "wahid"),
    ("rasheed", "rashid"),
    ("shafiq", "shafique"),
    ("siddiqui", "siddiqi", "siddique"),
    ("zulfiqar", "zulfikar"),
)
"""Each group holds spellings of one name; the first stands for all where names are compared."""
_GROUP_OF: Mapping[str, tuple[str, ...]] = {spelling: group for group in GROUPS for spelling in group}
HONORIFICS = frozenset("mr mrs ms mst miss dr prof engr justice honourable honorable hafiz haji".split())

_WORD = re.compile(r"[^\W\d_]+\.?|\S+")
_REST = re.compile(
    r"""(?:[\s,;&(]+(?:etc|and|&|others?|another|ors|anr)\b\.?)+[\s.,;&)]*$
      | [\s,;(]+(?:through|thr|thru)\b.*$""",
    re.IGNORECASE | re.VERBOSE,
)
_EMPTY_WORDS = frozenset("etc and others other another ors anr the of m s pvt private ltd limited".split())
_RESPELLED = 0.7
"""Share of the names known in several spellings that are written in another one."""


def respelled(name: str, draw: random.Random) -> str:
    """Write *name* as another hand would: honorifics dropped, names in other spellings, sometimes in lower case."""
    words = [word for word in _WORD.findall(name) if _plain(word) not in HONORIFICS]
    written = " ".join(_another(word, draw) for word in words) or name
    return written.lower() if draw.random() < 0.3 else written


def canonical(name: str) -> str:
    """Return the form in which two writings of one party or advocate are equal; empty where *name* names nobody."""
    words = [_plain(word) for word in re.findall(r"\w+\.?", fold(without_rest(name)))]
    kept = [word for word in words if word not in HONORIFICS and word not in _EMPTY_WORDS]
    return " ".join(_GROUP_OF.get(word, (word,))[0] for word in kept)


def without_rest(party: str) -> str:
    """Return *party* without "etc", "and others" and through whom it acts."""
    return _REST.sub("", party).strip(" .,;&-")


def named_sides(title: str) -> tuple[str, ...]:
    """Return the sides of "A VS B" as written, two or one of them; none where nobody is named."""
    sides = map(without_rest, title_sides(title))
    return tuple(side for side in sides if any(map(str.isalnum, side)))


def title_key(title: str) -> str:
    """Return the form in which equal titles are equal, whichever side stands first; empty for a title of nobody."""
    return " / ".join(sorted(filter(None, map(canonical, named_sides(title)))))


def _another(word: str, draw: random.Random) -> str:
    mine = _plain(word)
    group = _GROUP_OF.get(mine)
    if group is None or draw.random() >= _RESPELLED:
        return word
    other = draw.choice([spelling for spelling in group if spelling != mine])
    return other.title() if word[0].isupper() else other


def _plain(word: str) -> str:
    return word.strip(".").casefold()
