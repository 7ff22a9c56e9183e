"""A command run over functions that are invented."""

from __future__ import annotations

from collections.abc import Callable
from types import ModuleType
from typing import Any

from click.testing import CliRunner, Result

from indexer.cli import Shell, cli


def run(
    *arguments: str, environ: dict[str, str] | None = None, given: bytes | None = None, **functions: Callable[..., Any]
) -> Result:
    """Run ``ihc-search`` with *given* on its standard input and *functions* in the place of `jobs`."""
    jobs = ModuleType("fake_jobs")
    jobs.__dict__.update(functions)
    shell = Shell(environ or {}, jobs)
    return CliRunner().invoke(cli, list(arguments), input=given, obj=shell, prog_name="ihc-search")
