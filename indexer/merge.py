"""Merging: which records are one case, and which value wins where they differ.

A case is a pure function of the set of records that share its key, so any order of loading gives the same
store.  The key is court, case type, serial, year, category, bench kind and the normalised parties; the
parties are part of the id from the start, so an id never changes when a second case of that number arrives.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields as dataclass_fields
from datetime import date
from typing import Any

from indexer.contribution import KINDS, Contribution, digest_of
from indexer.judges import judges_of
from search.cases import Case, CaseNumber, Hearing, Motion, Party, Profile, Provenance
from search.text.normalise import fold

MERGE_VERSION = 1
"""Raised when the same records would give other cases; the next load then makes all cases again."""
_WORD = re.compile(r"[^\W_]+")
_NOT_A_PARTY = frozenset({"vs", "versus", "v", "and", "etc", "ect", "others", "other", "another", "ors", "anr"})
_VERSUS = re.compile(r"\s+(?:VS|V/S|versus|v)\.?(?:\s+|$)", re.IGNORECASE)
"""As the court's own titles have it.  Keys and parties are made by these two: more spellings would make other cases."""
_MERGED_LISTS = frozenset({"files"})
"""Lists in which every source's entries are kept; of all other fields one source's value wins whole."""
_DATES = frozenset(
    {"institution_date", "hearing_date", "disposal_date", "fir_date", "tentative_date", "consigned_date"}
)
_PROFILE = frozenset(field.name for field in dataclass_fields(Profile))
_MADE_ELSEWHERE = frozenset({"number", "party_rows", "hearings", "motions"}) | _PROFILE


def same_parties_key(title: str) -> str:
    """Return what two spellings of the same parties share; empty where the title names nobody.

    Versus marks, "etc.", "others", punctuation and spaces are dropped, so that a title damaged at a hyphen
    ("Ex VS Medical Officer VS X") equals the undamaged one ("Ex-Medical Officer VS X").
    """
    return "".join(word for word in _WORD.findall(fold(title)) if word not in _NOT_A_PARTY)


def group_key(contribution: Contribution) -> str:
    """Return what records that may be one case share: the full number, or the source's own id."""
    return digest_of(_group(contribution))[:40]


def parties_key(contribution: Contribution) -> str:
    """Return the key of the parties; empty for an item whose source and id are its key."""
    return same_parties_key(contribution.fields.get("title", "")) if "number" in contribution.fields else ""


def _group(contribution: Contribution) -> list[Any]:
    number = contribution.fields.get("number")
    if number is not None:
        court = _letters(contribution.fields.get("court", ""))
        category = _letters(number["category"])
        return ["case", court, number["case_type"], number["serial"], number["year"], category, number["bench_kind"]]
    if contribution.source_id:
        return ["item", contribution.source, contribution.source_id]
    # Neither number nor id: what it says of itself is all there is to know it by.
    fields = contribution.fields
    return ["item", contribution.source, fold(fields.get("number_text", "")), fold(fields.get("title", ""))]


def _letters(text: str) -> str:
    return "".join(_WORD.findall(fold(text)))


def case_id(*key: str) -> str:
    """Return the URL-safe id of a case key, sixteen characters."""
    digest = hashlib.blake2b(json.dumps(key).encode("utf-8"), digest_size=10).digest()
    return base64.b32encode(digest).decode("ascii").lower()


def cases_of(group: str, contributions: Iterable[Contribution]) -> dict[str, Case]:
    """Return parties key -> case for one group of records, ordered by key.

    Several cases in a group are collisions: one full number, different parties.
    """
    clusters = clusters_of(contributions)
    return {parties: merged(case_id("case", group, parties), members) for parties, members in sorted(clusters.items())}


def clusters_of(contributions: Iterable[Contribution]) -> dict[str, list[Contribution]]:
    """Return parties key -> the records of one case, for the records of one group.

    A record whose parties are missing belongs to the only case of its number; where there are several, or
    none, it stands alone.
    """
    clusters: dict[str, list[Contribution]] = defaultdict(list)
    for contribution in contributions:
        clusters[parties_key(contribution)].append(contribution)
    named = [parties for parties in clusters if parties]
    if "" in clusters and len(named) == 1:
        clusters[named[0]] += clusters.pop("")
    return dict(clusters)


def merged(identifier: str, contributions: Sequence[Contribution]) -> Case:
    """Merge the records of one case field by field.

    The newer source wins, then the fuller kind, then the digest of the content; never the order of arrival.
    A record without a date of its source counts as older than any with one.
    """
    best_first = sorted(contributions, key=_precedence, reverse=True)
    winners = _winners(best_first)
    values = {name: contribution.fields[name] for name, contribution in winners.items()}
    for name in _MERGED_LISTS & values.keys():
        values[name] = sorted({entry for each in best_first for entry in each.fields.get(name, ())})
    source_ids = tuple(sorted({each.source_id for each in contributions if each.source_id}))
    return Case(
        id=identifier,
        source_id=_public_id(contributions) or identifier,
        source_ids=source_ids,
        number=CaseNumber(**values["number"]) if "number" in values else None,
        parties=parties_of(values.get("title", ""), values.get("party_rows", ())),
        judges=judges_of(values.get("bench", "")),
        hearings=tuple(_hearing(row) for row in values.get("hearings", ())),
        motions=tuple(_motion(row) for row in values.get("motions", ())),
        profile=Profile(**{name: _frozen(values[name]) for name in sorted(_PROFILE & values.keys())}),
        provenance=_provenance(winners),
        **_plain_fields(values),
    )


def _precedence(contribution: Contribution) -> tuple[str, int, str]:
    return contribution.source_date, KINDS.index(contribution.kind), contribution.digest


def _winners(best_first: Sequence[Contribution]) -> dict[str, Contribution]:
    winners: dict[str, Contribution] = {}
    for contribution in best_first:
        for name in contribution.fields:
            if name == "title" and name not in winners and not _names_parties(contribution, best_first):
                continue
            winners.setdefault(name, contribution)
    return winners


def _names_parties(contribution: Contribution, all_of_case: Sequence[Contribution]) -> bool:
    """Whether its title says who the parties are, or nobody's does."""
    return bool(parties_key(contribution)) or not any(parties_key(each) for each in all_of_case)


def _public_id(contributions: Sequence[Contribution]) -> str:
    given = [(each.kind != "record", each.source_id) for each in contributions if each.source_id]
    return min(given)[1] if given else ""


def _plain_fields(values: Mapping[str, Any]) -> dict[str, Any]:
    plain: dict[str, Any] = {}
    for name, value in values.items():
        if name not in _MADE_ELSEWHERE:
            plain[name] = date.fromisoformat(value) if name in _DATES else _frozen(value)
    return plain


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def split_title(title: str) -> list[str]:
    """Return what stands beside the versus marks of a title, two sides where it is undamaged."""
    return [side.strip(" .,-") for side in _VERSUS.split(title)]


def parties_of(title: str, rows: Iterable[Mapping[str, str]]) -> tuple[Party, ...]:
    """Return the parties a title names, then those that only the court's list of parties has."""
    sides = split_title(title)
    named: list[Party] = []
    if len(sides) == 2:
        named = [Party(sides[0], "petitioner"), Party(sides[1], "respondent")]
    elif len(sides) > 2:
        # A hyphen that became VS: which of them parts the sides, the title alone does not say.
        named = [Party(title, "other")]
    listed = [Party(row["name"], row["side"]) for row in rows]  # type: ignore[arg-type]
    kept: dict[str, Party] = {}
    for party in (*named, *listed):
        key = same_parties_key(party.name)
        if key:
            kept.setdefault(key, party)
    return tuple(kept.values())


def _hearing(row: Mapping[str, Any]) -> Hearing:
    values = dict(row)
    for name in ("date", "disposal_date"):
        if name in values:
            values[name] = date.fromisoformat(values[name])
    return Hearing(**values | {"files": tuple(values.get("files", ()))})


def _motion(row: Mapping[str, Any]) -> Motion:
    values = dict(row)
    for name in ("institution_date", "disposal_date"):
        if name in values:
            values[name] = date.fromisoformat(values[name])
    return Motion(**{"number": "", **values})


def _provenance(winners: Mapping[str, Contribution]) -> tuple[Provenance, ...]:
    return tuple(
        Provenance(name, each.source_file, each.line, tuple(each.repairs.get(name, ())))
        for name, each in sorted(winners.items())
    )
