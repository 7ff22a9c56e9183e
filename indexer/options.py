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
DAY = click.DateTime(["%Y-%m-%d"])
Command = TypeVar("Command", bound=Callable[..., Any])


def filter_options(command: Command) -> Command:
    """Add the filters of a search; each may be given more than once, except the years."""
    several: dict[str, Any] = {"multiple": True, "metavar": "TEXT"}
    for decorate in (
        click.option("--case-type", **several, help="Only this case type: WP, CRL MISC, ..."),
        click.option("--bench-kind", **several, help="Only this bench: SB, DB or LB."),
        click.option("--judge", **several, help="Only cases of this judge."),
        click.option("--status", **several, help="Only this status: Decided or Pending."),
        click.option("--court", **several, help="Only this court."),
        click.option("--year", **several, help="Only this year of the number."),
        click.option("--subject", **several, help="Only this subject."),
        click.option("--section", **several, help="Only cases that name this section of law: 497 CrPC, ..."),
        click.option("--year-from", type=int, help="Only cases of this year or later."),
        click.option(
            "--date-from", type=DAY, callback=day_of, help="Only cases instituted on this day or later: 2024-03-01."
        ),
        click.option("--date-to", type=DAY, callback=day_of, help="Only cases instituted on this day or earlier."),
        click.option("--year-to", type=int, help="Only cases of this year or earlier."),
    ):
        command = decorate(command)
    return command


def day_of(_context: click.Context, _option: click.Parameter, value: datetime.datetime | None) -> datetime.date | None:
    """Take the day of a moment."""
    return value.date() if value is not None else None


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
