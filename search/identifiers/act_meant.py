"""The act that "the Act" is: the one of that kind which the text has named before, where it has named no other.

A judgment names the Income Tax Ordinance, 2001 once and says "section 122 of the Ordinance" from there on.
"""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from search.identifiers.act_names import YEAR, act_at, act_before
from search.identifiers.act_titles import titled_before
from search.identifiers.acts import ACTS

_PROVISIONS_OF: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "act": frozenset({"section"}),
        "ordinance": frozenset({"section"}),
        "code": frozenset({"section", "order"}),
        "rules": frozenset({"rule"}),
        "order": frozenset({"article"}),
    }
)
"""What a law is called, its kind -> what it has: what "rule 5 of the Act" means is not known."""
_YEAR_BEHIND = rf"(?:\s?,?\s{{0,2}}(?:of\s+)?\(?(?P<year>{YEAR})\b\)?)?"
_MENTION = re.compile(
    r"\s{0,2},?\s{1,2}(?:of|under)\s+(?:the\s+)?(?:said\s+)?"
    rf"(?P<kind>(?i:act|ordinance|code)|R(?i:ules)|O(?i:rder))\b{_YEAR_BEHIND}(?!\s+(?i:of|no|dated|[ivxlc]+\s+of)\b)"
)
_KIND = re.compile(rf"\b(?P<kind>act|ordinance|code|rules|order)\b{_YEAR_BEHIND}", re.IGNORECASE)
_INITIALS = re.compile(r"(?<![\w.])[A-Z][A-Za-z]{0,2}\.?\s?[A-Z]\.?\s?(?:[A-Z]\.?)*")


class _Named(NamedTuple):
    """An act at one place of a text."""

    act: str
    kind: str
    year: str
    """As it is written there; "" without one."""
    start: int
    in_full: bool
    """Not by its initials, nor by a title that without its year may be cut short: "the Example Act"."""

    @property
    def titled(self) -> str:
        """The act without the year in its title: it may be named with the year and without."""
        return self.act if self.act in ACTS else re.sub(rf"\s{YEAR}$", "", self.act)


class _OfKind:
    """The acts of one kind that a text has named up to a place, kept so that none is looked at twice."""

    def __init__(self) -> None:
        self._years: dict[str, str] = {}
        """Act without year -> the year that was last written to it, "" for none."""
        self._titled_of: dict[str, dict[str, None]] = {}
        """Year -> the acts with it."""
        self._in_full: dict[str, str] = {}
        """Act without year -> its longest name in full."""

    def add(self, named: _Named) -> None:
        """Take in the act that stands next in the text."""
        titled = named.titled
        before = self._years.get(titled)
        year = named.year or before or ""
        if year != before:
            self._titled_of.get(before or "", {}).pop(titled, None)
            self._titled_of.setdefault(year, {})[titled] = None
            self._years[titled] = year
        if named.in_full and len(named.act) > len(self._in_full.get(titled, "")):
            self._in_full[titled] = named.act

    def only(self, year: str) -> str:
        """Return the one act that may bear *year*, "" for any; "" where it is not the only one or not in full."""
        held = self._titled_of
        groups = [held.get("", {}), held.get(year, {})] if year else list(held.values())
        if sum(map(len, groups)) != 1:
            return ""
        return self._in_full.get(next(itertools.chain.from_iterable(groups)), "")


class ActsMeant:
    """The acts that one text names, asked for the one that a mention without its name is of."""

    def __init__(self, plain: str) -> None:
        self._plain = plain
        self._position = 0
        self._of_kind: dict[str, _OfKind] = {}

    def behind(self, end: int, provision: str) -> str:
        """Return the act that "of the Act", "of the Ordinance, 2001" at *end*, behind a *provision*, means.

        Places are asked for in the order of the text.

        Returns:
            The one act of that kind that stands in full before; "" where there is none, or another one of that kind, if
            only by its initials.
        """
        match = _MENTION.match(self._plain, end)
        if match is None or provision not in _PROVISIONS_OF[match["kind"].lower()]:
            return ""
        while self._position < len(self._named) and self._named[self._position].start < end:
            named = self._named[self._position]
            self._of_kind.setdefault(named.kind, _OfKind()).add(named)
            self._position += 1
        of_kind = self._of_kind.get(match["kind"].lower())
        return of_kind.only(match["year"] or "") if of_kind else ""

    @functools.cached_property
    def _named(self) -> list[_Named]:
        return sorted([*_in_full(self._plain), *_by_initials(self._plain)], key=lambda each: each.start)


def _in_full(plain: str) -> Iterator[_Named]:
    for match in _KIND.finditer(plain):
        end = match.end("kind")
        found = act_before(plain, end) or titled_before(plain, end)
        start = found.edge if found is not None else match.start()
        if found is None and match["kind"].lower() == "code":
            found = act_at(plain, start)  # "the Code of Civil Procedure"
        if found is not None:
            in_full = found.act in ACTS or bool(match["year"])
            yield _Named(found.act, match["kind"].lower(), match["year"] or "", start, in_full=in_full)


def _by_initials(plain: str) -> Iterator[_Named]:
    for match in _INITIALS.finditer(plain):
        if (found := act_at(plain, match.start())) is not None:
            for kind in sorted(_kinds().get(found.act, ())):
                yield _Named(found.act, kind, "", match.start(), in_full=False)


@functools.cache
def _kinds() -> Mapping[str, frozenset[str]]:
    """Return what each act of the table is called, by any of its names."""
    return {
        act: frozenset(match["kind"].lower() for name in (act, *names) for match in _KIND.finditer(name))
        for act, names in ACTS.items()
    }
