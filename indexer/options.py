"""Options that are more than one word and one value: how commands read them, and how they are written again."""

from __future__ import annotations

import datetime
import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click
from click.core import ParameterSource

FILE = click.Path(path_type=Path, dir_okay=False, exists=True)
"""A file to read."""
Command = TypeVar("Command", bound=Callable[..., Any])


class Day(click.ParamType[datetime.date]):
    """A day of the calendar, as "2024-03-01"."""

    name = "YYYY-MM-DD"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime.date:
        """Read *value* as a day."""
        try:
            return datetime.date.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is no day; expected one like 2024-03-01", param, ctx)


def filter_options(command: Command) -> Command:
    """Add the filters of a search; each may be given more than once, except the ends of a period."""
    several: dict[str, Any] = {"multiple": True, "metavar": "TEXT"}
    options = (
        click.option("--case-type", **several, help="Only this case type: WP, CRL MISC, ..."),
        click.option("--bench-kind", **several, help="Only this bench: SB, DB or LB."),
        click.option("--judge", **several, help="Only cases of this judge."),
        click.option("--status", **several, help="Only this status: Decided or Pending."),
        click.option("--court", **several, help="Only this court."),
        click.option("--year", **several, help="Only this year of the number."),
        click.option("--year-from", type=int, metavar="YEAR", help="Only cases of this year or later."),
        click.option("--year-to", type=int, metavar="YEAR", help="Only cases of this year or earlier."),
        click.option("--date-from", type=Day(), help="Only cases instituted on this day or later."),
        click.option("--date-to", type=Day(), help="Only cases instituted on this day or earlier."),
        click.option("--subject", **several, help="Only this subject."),
        click.option("--section", **several, help="Only cases that name this section of law: 497 CrPC, ..."),
    )
    for add in reversed(options):  # as decorators stand: the last is added first
        command = add(command)
    return command


def names_of(_context: click.Context, _option: click.Parameter, value: str | None) -> tuple[str, ...]:
    """Read ``a,b`` as names."""
    return tuple(name.strip() for name in (value or "").split(",") if name.strip())


def groups_of(context: click.Context, option: click.Parameter, values: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """Read each ``name=kind,kind`` as a name and its kinds."""
    groups = {}
    for value in values:
        name, _, kinds = value.partition("=")
        if not name or not (members := names_of(context, option, kinds)):
            raise click.BadParameter(f"{value!r} is no group; expected NAME=KIND,KIND")
        groups[name] = members
    return groups


def as_typed(context: click.Context) -> str:
    """Return the command line that makes *context* again, without what was left to defaults."""
    words = ["ihc-search", str(context.info_name)]
    for option in context.command.params:
        if context.get_parameter_source(str(option.name)) is not ParameterSource.DEFAULT:
            words += _words_of(option.opts[0], context.params[str(option.name)])
    return shlex.join(words)


def _words_of(option: str, value: Any) -> list[str]:
    if isinstance(value, bool):
        return [option]
    if isinstance(value, dict):
        return [word for name, kinds in value.items() for word in (option, f"{name}={','.join(kinds)}")]
    return [option, ",".join(value) if isinstance(value, tuple) else str(value)]
