"""Names of parties, word by word: what tells one person from another, and what only addresses, relates or lists.

"Mst. Amna Bibi d/o Ch. Rashid Ali & others" is Amna; the rest stands in a thousand titles.  Words keep their places
in the name as written, so that each can be weighed where it is found.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple

from search.text.normalise import fold

NAME_WEIGHT = 1.0
OTHER_WEIGHT = 0.2
"""Of a title, a role, a particle, a number or a place of residence: it stands in many names."""

Kind = Literal["name", "title", "address", "particle", "relation", "rest"]
"""A title is some people's name as well (Malik, Raja); an address or a role never is (Mr., Advocate, Petitioner)."""

Relation = Literal["", "son", "daughter", "wife", "widow", "mother", "brother", "alias", "through", "resident"]
"""What the words are to the party: its son's father, its agent; empty for its own.  An alias is the party again."""

_WORDS: Mapping[Kind, str] = MappingProxyType(
    {
        "title": """syed sayed sayyed sayyid syeda ch chaudhry chaudhary choudhry choudhary chaudhri chowdhury
            haji hajji hafiz hafiza qari maulana molana moulana maulvi moulvi molvi mufti qazi raja rajah malik
            rana sardar mian mir mirza sheikh shaikh sh khawaja khwaja rao rai pir peer nawab nawabzada agha
            sahibzada pirzada makhdoom bibi begum khanum سید سیدہ چوہدری چودھری حاجی حافظ قاری مولانا مولوی مفتی
            قاضی راجہ راجا ملک رانا سردار میاں میر مرزا شیخ خواجہ راؤ رائے پیر نواب آغا بیبی بی بیگم""",
        "address": """mr mrs ms miss mst mstt musammat mussammat mosammat musmat messrs messers dr prof professor
            engr engineer justice honourable honorable hon'ble honble advocate adv barrister counsel learned retd
            rtd retired brig brigadier col colonel lt lieutenant maj major capt captain gen subedar naib hawaldar
            inspector late deceased allama janab sahib saheb petitioner petitioners respondent respondents
            appellant appellants applicant applicants plaintiff plaintiffs defendant defendants complainant
            complainants accused convict detenu minor minors proprietor مسٹر مسز مس مسماۃ مسماة مسمات مسمی محترم
            محترمہ جناب ڈاکٹر پروفیسر انجینئر جسٹس ایڈووکیٹ مرحوم مرحومہ صاحب صاحبہ نابالغ سائل مسئول درخواست گزار
            مدعی مدعیہ مدعاعلیہ اپیلانٹ""",
        "particle": """ul ur ud uz us un e the of a no nos his her its their bin bint binte pvt private ltd
            limited limitd llp llc inc plc pte smc اور کا کی کے""",
        "rest": """etc others other another anr ors and lrs lr legal heirs heir representatives waghera waghaira
            وغیرہ دیگر ورثاء ورثا وارثان""",
    }
)
"""Words that tell little of who is meant, as written in English, in Roman Urdu and in Urdu."""

_NAMES_WITH_TITLES = frozenset("abdul abdur abdus ul ur عبد عبدال عبدل".split())
"""Behind these a title is the name itself: Abdul Malik."""

_MARKS: Mapping[Relation, str] = MappingProxyType(
    {
        "son": r"s\s?/\s?o|s\.o\.|sons?\s+of|walad|ولد|بن",
        "daughter": r"d\s?/\s?o|d\.o\.|daughters?\s+of|dukhtar|بنت|دختر",
        "widow": r"wd\s?/\s?o|wid\s?/\s?o|widow\s+of|bewa|بیوہ",
        "wife": r"w\s?/\s?o|w\.o\.|wife\s+of|zoja|zauja|زوجہ",
        "mother": r"mother\s+of|والدہ",
        "brother": r"b\s?/\s?o|brother\s+of|sister\s+of|برادر",
        "alias": r"alias|a\.k\.a|aka|urf|عرف",
        "through": r"through|throug|thorugh|throught|thru|thr|c\s?/\s?o|bazaria|bazariya|بذریعہ",
        "resident": r"r\s?/\s?o|r\.o\.|residents?\s+of|sakin|ساکن|ساکنہ|سکنہ",
    }
)
"""What is written before the words; "M/o" is a ministry, and "bin" in a name belongs to it."""

_TOKEN = re.compile(
    r"(?<!\w)(?:"
    + "|".join(f"(?P<{relation}>{mark})" for relation, mark in _MARKS.items())
    + r")(?!\w)\.?|(?P<business>(?<!\w)m\s?/\s?[so](?!\w)\.?)"
    + r"|(?P<dotted>(?<!\w)(?:[^\W\d_]\.){2,}(?:[^\W\d_](?!\w))?)"
    + r"|(?P<word>[^\W_][\w\u0300-\u036f\u064b-\u065f\u0670\u200c'’]*)|(?P<at>@)",
    re.IGNORECASE,
)
_FAMILY: frozenset[Relation] = frozenset({"son", "daughter", "wife", "widow", "mother", "brother", "alias"})
_NEXT_PERSON = re.compile(r"[,;&)]")
_NEXT_PARTY = re.compile(r"[;)]")
"""Behind "through" and "r/o" a comma parts an office from its ministry, or a village from its town."""


class NameWord(NamedTuple):
    """One word of a party's name."""

    text: str
    """As written; a relation's mark, "son of", is one word, and so is a dotted abbreviation, "C.D.A."."""
    start: int
    end: int
    """Code points of the name as given."""
    weight: float
    """How far the word tells who is meant: `NAME_WEIGHT` or `OTHER_WEIGHT`."""
    kind: Kind
    relation: Relation


class Related(NamedTuple):
    """Another person or place that a name gives: the father of "Ali s/o Ahmad Khan", the village he lives in."""

    relation: Relation
    text: str
    start: int
    end: int
    """Code points of the name as given, without the mark."""


def name_words(name: str) -> tuple[NameWord, ...]:
    """Split a party's name as written into its words, in order; punctuation is no word."""
    return tuple(_name_words(name))


def relations(name: str) -> tuple[Related, ...]:
    """Return whom and what *name* relates its party to, in order: parents, spouses, aliases, agents, residence."""
    found: list[list[NameWord]] = []
    open_for: Relation = ""
    for word in name_words(name):
        if word.relation and word.relation == open_for:
            found[-1].append(word)
        elif word.relation:
            found.append([word])
        # A mark starts anew even where the one before is of its kind: "Ali s/o Umar s/o Zaid".
        open_for = word.relation
    return tuple(_related(name, words) for words in found)


def core_of(name: str) -> tuple[str, ...]:
    """Return the telling words of *name*, folded: the party's own names and aliases, else its titles.

    "Raja Malik" is both his words, since he has no others.  Where a name gives only its relations, "s/o Ahmad", their
    names are returned; empty where nobody is named.
    """
    words = name_words(name)
    own = [word for word in words if word.relation in ("", "alias")]
    choices = (
        [word for word in own if word.kind == "name"],
        [word for word in own if word.kind == "title"],
        [word for word in words if word.weight == NAME_WEIGHT],
    )
    return next((tuple(letters_of(word.text) for word in chosen) for chosen in choices if chosen), ())


def _related(name: str, words: list[NameWord]) -> Related:
    kept = len(words)
    while kept > 1 and words[kept - 1].kind == "rest":
        kept -= 1
    start, end = words[0].start, words[kept - 1].end
    return Related(words[0].relation, name[start:end], start, end)


def _name_words(name: str) -> Iterator[NameWord]:
    relation: Relation = ""
    before, end = "", 0
    for match in _TOKEN.finditer(name):
        relation = _still(relation, name[end : match.start()])
        end = match.end()
        marked = _relation_of(match)
        folded = letters_of(match.group())
        kind = "relation" if marked else _kind_of(folded, before)
        if kind == "rest" and relation in _FAMILY:
            relation = ""
        telling = kind == "name" and relation != "resident"
        weight = NAME_WEIGHT if telling else OTHER_WEIGHT
        yield NameWord(match.group(), match.start(), end, weight, kind, "" if marked else relation)
        relation, before = marked or relation, folded


def _relation_of(match: re.Match[str]) -> Relation:
    if match.lastgroup == "at":
        return "alias"
    return next((relation for relation in _MARKS if relation == match.lastgroup), "")


def _still(relation: Relation, gap: str) -> Relation:
    """Return *relation*, unless what stands between two words ends it."""
    ends = _NEXT_PERSON if relation in _FAMILY else _NEXT_PARTY
    return "" if ends.search(gap) else relation


def letters_of(text: str) -> str:
    """Return a word of a name as names are compared: folded, without dots, with one apostrophe."""
    return fold(text).replace("’", "'").replace(".", "")


def _kind_of(folded: str, before: str) -> Kind:
    if len(folded) == 1 or "/" in folded or folded.isdecimal():
        return "particle"
    kind = _kinds().get(folded, "name")
    return "name" if kind == "title" and before in _NAMES_WITH_TITLES else kind


@functools.cache
def _kinds() -> Mapping[str, Kind]:
    return MappingProxyType({fold(word): kind for kind, words in _WORDS.items() for word in words.split()})
