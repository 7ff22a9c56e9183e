"""Said: the filters that the words of a query name, "pending", "Justice Example", "2021..2023", "writ petitions"."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from search.errors import did_you_mean
from search.identifiers.judge_names import JudgeNames
from search.identifiers.judges import JudgeMention, find_judges
from search.identifiers.misspelt_judges import MisspeltJudge, find_misspelt_judges, find_unknown_judges
from search.query.entities import entity_at
from search.query.listed import Listed, listed_in
from search.query.periods import Period, bare_years, find_periods
from search.query.statuses import asks_for_both, find_status
from search.text.spans import Span, blanked
from search.types import Entity, Filters

DATE_OF_DECISION = (
    "when a case was decided is not known here: the period is that of its institution, or the year of its number"
)
BOTH_STATUSES = (
    "the query speaks of pending and of decided cases, and is filtered by neither; to see one of them, write only "
    "status:pending or status:decided"
)
UNKNOWN_JUDGE = "no judge of the cases here is called {0!r}; nothing is filtered by it, and its words rank as others"


@dataclass(frozen=True, slots=True)
class Said:
    """The filters that words name, and where."""

    entities: tuple[Entity, ...] = ()
    status: tuple[str, ...] = ()
    judge: tuple[str, ...] = ()
    case_type: tuple[str, ...] = ()
    """Canonical: beside other words a case type ranks, and filters nothing."""
    periods: tuple[Period, ...] = ()
    """Several are years, of which any is meant."""
    misspelt: tuple[MisspeltJudge, ...] = ()
    """Judges that are named by no name that is known here: they filter nothing."""
    unknown_judges: tuple[str, ...] = ()
    """Names that are like no judge's here, as written: likewise."""
    both_statuses: bool = False
    """Whether it asks for both: they filter nothing."""
    lists: bool = False
    """Whether it asks for all that pass, and for nothing else."""

    @property
    def spans(self) -> list[Span]:
        """Where those words stand."""
        return [(entity.start, entity.end) for entity in self.entities]

    @property
    def filters(self) -> Filters:
        """The filters as a request would have them; whole years go by the year of the number."""
        said = Filters(status=self.status, judge=self.judge, case_type=self.case_type)
        if len(self.periods) > 1:
            return replace(said, year=tuple(str(period.first.year) for period in self.periods if period.first))
        if not self.periods:
            return said
        (period,) = self.periods
        first, last = period.first, period.last
        whole_years = (first is None or (first.month, first.day) == (1, 1)) and (
            last is None or (last.month, last.day) == (12, 31)
        )
        if whole_years:
            return replace(said, year_from=first.year if first else None, year_to=last.year if last else None)
        return replace(said, date_from=first, date_to=last)

    @property
    def problems(self) -> tuple[str, ...]:
        """What a reader should know of the filters, one sentence each."""
        dated = (DATE_OF_DECISION,) if self.periods and "Decided" in self.status else ()
        both = (BOTH_STATUSES,) if self.both_statuses else ()
        unknown = (UNKNOWN_JUDGE.format(name) for name in self.unknown_judges)
        return (*dated, *both, *(_asked_back(each) for each in self.misspelt), *unknown)


NOTHING_SAID = Said()


def said_in(
    text: str,
    judges: JudgeNames,
    *,
    case_types: Collection[str] = (),
    today: datetime.date,
    of_judge: bool = False,
) -> Said:
    """Return the filters that *text* names: statuses, judges that *judges* are sure of, one period, and case types
    where it asks for nothing else.

    Args:
        text: The query.
        judges: Those of the index.
        case_types: Likewise.
        today: The day by which "last year" is read.
        of_judge: Whether a judge is named outside *text*, beside whom a year says when.
    """
    mentions = [mention for mention in find_judges(text, judges) if mention.sure]
    periods = find_periods(text, today=today)
    listed = listed_in(text, mentions, periods, case_types)
    lists = listed is not None
    if listed is None:
        if (mentions or of_judge) and not periods:
            # "Justice Sattar 2024": beside a judge a year says when; elsewhere it may be part of anything.
            periods = bare_years(text)
        listed = Listed(statuses=tuple(find_status(text)), times=tuple(periods[:1]))
    said = _said(text, listed, mentions)
    misspelt = tuple(find_misspelt_judges(text, judges, mentions))
    unknown = tuple(find_unknown_judges(text, judges))
    return replace(
        said,
        misspelt=misspelt,
        unknown_judges=unknown,
        both_statuses=listed.both_statuses or asks_for_both(text),
        lists=lists,
    )


def said_outside(
    text: str,
    covered: Iterable[Span],
    judges: JudgeNames,
    *,
    case_types: Collection[str] = (),
    today: datetime.date,
    of_judge: bool = False,
) -> Said:
    """Return the filters that *text* names outside *covered*, read as if nothing stood there; see `said_in`."""
    outside = blanked(text, covered)
    kept = [at for at, char in enumerate(outside) if char != " " or outside[at - 1 : at] != " "]
    seen = "".join(outside[at] for at in kept)
    said = said_in(seen, judges, case_types=case_types, today=today, of_judge=of_judge)
    return replace(said, entities=tuple(_moved(entity, text, kept) for entity in said.entities))


def _asked_back(judge: MisspeltJudge) -> str:
    unsure = f"it is not sure which judge {judge.written!r} is, and nothing is filtered by it"
    return unsure + did_you_mean(*judge.meant)


def _moved(entity: Entity, text: str, kept: Sequence[int]) -> Entity:
    """Return *entity* in its place in *text*, of which *kept* was read."""
    start, end = kept[entity.start], kept[entity.end - 1] + 1
    return replace(entity, start=start, end=end, text=text[start:end])


def _said(text: str, listed: Listed, judges: Sequence[JudgeMention]) -> Said:
    named = [
        *(("status", each.start, each.end, each.status) for each in listed.statuses),
        *(("judge", each.start, each.end, " or ".join(each.names)) for each in judges),
        *(("case type", each.start, each.end, " or ".join(each.case_types)) for each in listed.types),
        *(("period", each.start, each.end, f"{each.first or ''}..{each.last or ''}") for each in listed.times),
    ]
    return Said(
        entities=tuple(
            entity_at(kind, text, (start, end), value=value, effect="filter") for kind, start, end, value in named
        ),
        status=tuple(dict.fromkeys(each.status for each in listed.statuses)),
        judge=tuple(dict.fromkeys(name for each in judges for name in each.names)),
        case_type=tuple(dict.fromkeys(case_type for each in listed.types for case_type in each.case_types)),
        periods=listed.times,
    )
