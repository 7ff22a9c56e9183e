"""The command line: ``ihc-search`` with its commands.  A command parses, calls one function of `jobs`, and prints.

Exit status: 0 done, 1 error, 2 wrong usage, 3 loaded with rejects.  Nothing heavy is imported before a
command needs it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import ModuleType
from typing import Any, get_args

import click

from indexer import case_cli, evaluation_cli, jobs, lookup_cli, pairs_cli, training_cli
from indexer.console import clean, progress_bars, say, say_answer, say_figures, say_json, say_summary
from indexer.logs import log_on_terminal
from indexer.options import filter_options, names_of
from search.errors import InvalidRequest, SearchError, system_error
from search.query.request import LIMIT_MAX, SearchRequest
from search.settings import Settings
from search.text.amounts import amount
from search.types import Filters, Mode, Sort

LOADED_WITH_REJECTS = 3
LINES_SHOWN = 10
CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100, "show_default": True}


@dataclass(frozen=True)
class Shell:
    """What a command may ask for."""

    environ: Mapping[str, str]
    jobs: ModuleType = jobs

    @cached_property
    def settings(self) -> Settings:
        """The settings, read when a command first needs them, so that ``--help`` never fails."""
        return Settings.from_env(self.environ)


class Commands(click.Group):
    """Turns an error of this project, or of the system, into one line and an exit status."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the commands in the order in which they are met, not in that of the alphabet."""
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that was asked for."""
        try:
            return super().invoke(ctx)
        except click.NoSuchOption as error:
            raise _with_hint(error) from error
        except InvalidRequest as error:
            raise click.UsageError(clean(str(error))) from error
        except SearchError as error:
            raise click.ClickException(clean(str(error))) from error
        except BrokenPipeError:
            raise
        except OSError as error:
            raise click.ClickException(clean(system_error(error))) from error


pass_shell = click.make_pass_decorator(Shell)


@click.group(cls=Commands, context_settings=CONTEXT)
@click.version_option(package_name="ihc-search", message="%(prog)s %(version)s")
@click.pass_context
def cli(context: click.Context) -> None:
    """Search case records of the Islamabad High Court.

    Records go in with `load`, are indexed with `reindex`, and are found with `search` or over HTTP
    with `serve`.  Settings are environment variables that begin with IHC_SEARCH_; docs/settings.md
    has them all.

    Exit status: 0 done, 1 error, 2 wrong usage, 3 loaded with rejects.
    """
    if context.obj is None:
        context.obj = Shell(os.environ)


@cli.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATH...")
@click.option("--verbose", is_flag=True, help="List every collision, twin and lone document.")
@pass_shell
def load(shell: Shell, paths: tuple[Path, ...], verbose: bool) -> None:
    """Load record files, court site rows, CSV, PDFs or a folder.

    Loading is idempotent, and the order of the files does not matter.  A line that cannot be read goes
    to the folder `rejects` of the home, with its number and the reason; the exit status is 3 then.

    \b
    Example:
      ihc-search load records.jsonl.gz judgments.jsonl.gz pdf/
    """
    with progress_bars() as progress:
        summary = shell.jobs.load(shell.settings, paths, progress=progress)
    say_summary(summary, shown=sys.maxsize if verbose else LINES_SHOWN)
    if summary.rejects:
        sys.exit(LOADED_WITH_REJECTS)


@cli.command()
@click.argument("case_id", metavar="ID")
@pass_shell
def remove(shell: Shell, case_id: str) -> None:
    """Take a wrongly loaded case out of the store.

    ID is the `id` or any source id of the case; where several cases carry a source id, they are listed,
    and the `id` is asked for.  The case is found until the next `reindex`.

    \b
    Example:
      ihc-search remove IHC-12345
    """
    case = shell.jobs.remove(shell.settings, case_id)
    say(f"removed {case.source_id}: {case.number_text} {case.title}")
    say("searches find it until the next `ihc-search reindex`")


@cli.command()
@click.option("--rebuild", is_flag=True, help="Build and publish even if nothing changed.")
@click.option("--job", hidden=True, help="Report the end to this background job.")
@pass_shell
def reindex(shell: Shell, rebuild: bool, job: str | None) -> None:
    """Build an index of the store, check it, and publish it.

    A running server picks the new generation up by itself.  The last three are kept
    (IHC_SEARCH_KEPT_GENERATIONS).

    \b
    Example:
      ihc-search reindex
    """
    with progress_bars() as progress:
        result = shell.jobs.reindex(shell.settings, rebuild=rebuild, progress=progress, job_id=job)
    if result.published:
        say(f"published {result.generation}: {amount(result.cases, 'case')} in {result.seconds:,.1f} s")
    else:
        say(f"nothing changed since {result.generation}; nothing was published (--rebuild builds it anew)")


@cli.command()
@pass_shell
def status(shell: Shell) -> None:
    """Show what is stored, what is indexed, and what to do next.

    \b
    Example:
      ihc-search status
    """
    overview = shell.jobs.status(shell.settings)
    say_figures(overview.figures)
    for line in overview.advice:
        say(line)


@cli.command()
@pass_shell
def verify(shell: Shell) -> None:
    """Check the files of every generation against its manifest.

    \b
    Example:
      ihc-search verify
    """
    with progress_bars() as progress:
        generations = shell.jobs.verify(shell.settings, progress=progress)
    for generation in generations:
        say(f"{generation} is as it was written")


@cli.command()
@pass_shell
def rollback(shell: Shell) -> None:
    """Search the generation before the live one again.

    Takes effect within a second, without a restart.  Undo with `ihc-search reindex`.

    \b
    Example:
      ihc-search rollback
    """
    say(f"searching {shell.jobs.rollback(shell.settings)}")


@cli.command()
@click.argument("query")
@click.option("--limit", type=click.IntRange(1, LIMIT_MAX), default=10, help="How many cases.")
@click.option("--cursor", help="Go on where an answer ended.")
@click.option("--mode", type=click.Choice(get_args(Mode)), default="hybrid", help="Which retrievers take part.")
@click.option("--sort", type=click.Choice(get_args(Sort)), default="relevance", help="What comes first.")
@click.option("--no-rerank", is_flag=True, help="Leave the cross-encoder out.")
@click.option("--exact", is_flag=True, help="Take words as written: no other spelling, no filter from words.")
@click.option("--facets", metavar="A,B", callback=names_of, help="Count the result set by fields: status,year,...")
@click.option("--json", "as_json", is_flag=True, help="Print the whole answer as JSON.")
@filter_options
@pass_shell
def search(
    shell: Shell, /, query: str, no_rerank: bool, as_json: bool, facets: tuple[str, ...], **options: Any
) -> None:
    """Search cases by number, party, statute or plain words.

    A case number goes first, whatever else matches.  A filter may be given several times, but for the
    ends of a period.

    \b
    Examples:
      ihc-search search "W.P. 1234/2023"
      ihc-search search "bail after arrest" --status Decided --year-from 2022 --limit 5
      ihc-search search "bail" --section "497 CrPC" --facets status,year
    """
    page = {name: options.pop(name) for name in ("limit", "cursor", "mode", "sort", "exact")}
    request = SearchRequest(q=query, rerank=not no_rerank, filters=Filters(**options), facets=facets, **page)
    response = shell.jobs.search(shell.settings, request)
    (say_json if as_json else say_answer)(response)


@cli.command()
@click.option("--host", default="127.0.0.1", help="Address to listen on; 0.0.0.0 for all.")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, help="0 for any free one.")
@pass_shell
def serve(shell: Shell, host: str, port: int) -> None:
    """Answer searches over HTTP until stopped with Ctrl-C.

    \b
    Example:
      ihc-search serve --port 8000
      curl "http://127.0.0.1:8000/v1/search?q=bail+after+arrest"
    """
    shell.jobs.serve(shell.settings, host=host, port=port)


@cli.command()
@click.option("--cases", type=click.IntRange(min=1), default=2000, help="How many to invent.")
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), required=True, help="Folder to write to.")
@click.option("--seed", type=int, default=42, help="Another seed, another corpus.")
@pass_shell
def demo(shell: Shell, cases: int, out: Path, seed: int) -> None:
    """Write a corpus of invented cases, with judged queries.

    \b
    Example:
      ihc-search demo --cases 2000 --out corpus
      ihc-search load corpus/records.jsonl corpus/documents.jsonl
    """
    with progress_bars() as progress:
        corpus = shell.jobs.demo(out, cases=cases, seed=seed, progress=progress)
    cases_made, judgments = amount(corpus.cases, "invented case"), amount(corpus.judgments, "judgment")
    say(f"wrote {cases_made}, {judgments} and {amount(corpus.queries, 'query', 'queries')} to {out}")
    say(f"next: `ihc-search load {corpus.records} {corpus.documents}`")


for _commands in (case_cli, lookup_cli, evaluation_cli, pairs_cli, training_cli):
    for _command in _commands.COMMANDS:
        cli.add_command(_command)


def main() -> None:
    """Run the command line."""
    log_on_terminal()
    cli(prog_name="ihc-search")


def _with_hint(error: click.NoSuchOption) -> click.UsageError:
    """Tell how a query is given that looks like an option."""
    command = error.ctx.command if error.ctx else None
    texts = [each for each in command.params if isinstance(each, click.Argument)] if command else []
    if error.option_name.startswith("--") or not texts or texts[0].type is not click.STRING:
        return error
    name, typed = texts[0].human_readable_name, command.name if command else ""
    told = f"{error.format_message()} Put -- before {name} where it begins with a minus: ihc-search {typed} -- {name}"
    return click.UsageError(told, ctx=error.ctx)
