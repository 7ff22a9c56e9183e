"""Every setting, command and error is documented."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import click
import pytest

from indexer.cli import cli
from search import errors
from search.settings import PREFIX, Settings

COMMANDS = sorted(name for name, command in cli.commands.items() if not command.hidden)


def error_tree(root: type[errors.SearchError] = errors.SearchError) -> list[type[errors.SearchError]]:
    return [root, *(error for child in root.__subclasses__() for error in error_tree(child))]


def rows_of_settings(repository: Path) -> dict[str, list[str]]:
    lines = (repository / "docs/settings.md").read_text(encoding="utf-8").splitlines()
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith(f"| `{PREFIX}")]
    return {row[0].strip("`"): row for row in cells}


def test_every_setting_has_a_row_and_every_row_a_setting(repository):
    assert set(rows_of_settings(repository)) == {PREFIX + field.name.upper() for field in fields(Settings)}


@pytest.mark.parametrize("field", fields(Settings), ids=lambda field: field.name)
def test_a_documented_default_is_the_default(repository, field):
    default = rows_of_settings(repository)[PREFIX + field.name.upper()][1]

    if field.default == "":  # the words say what stands in for it
        assert "`" not in default
    else:
        assert default == f"`{field.default}`"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_in_the_operations_page_or_the_readme(repository, name):
    pages = [repository / "docs/operations.md", repository / "README.md", repository / "CHANGELOG.md"]
    text = "\n".join(page.read_text(encoding="utf-8") for page in pages if page.is_file())

    assert f"ihc-search {name}" in text or f"`{name}`" in text


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_helps_with_an_example(name):
    command = cli.commands[name]

    assert f"ihc-search {name}" in (command.help or "").partition("Example")[2]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_says_what_it_does(name):
    options = [parameter for parameter in cli.commands[name].params if isinstance(parameter, click.Option)]

    assert [] == [option.name for option in options if not (option.help or option.hidden)]


def test_every_error_stands_in_the_tree_with_its_status():
    drawn = errors.__doc__ or ""

    for error in error_tree():
        if error.__module__ == errors.__name__:
            assert error.__name__ in drawn, error


def test_every_error_has_a_status_of_http():
    assert all(400 <= error.status < 600 for error in error_tree())


PAGES = "architecture evaluation glossary settings operations api records training".split()


@pytest.mark.parametrize("page", PAGES)
def test_every_page_is_there_and_begins_with_its_name(repository, page):
    assert (repository / f"docs/{page}.md").read_text(encoding="utf-8").startswith("# ")


def test_the_layers_of_the_architecture_page_are_those_that_lint_keeps(repository):
    import tomllib

    contracts = tomllib.loads((repository / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    (kept,) = [contract["layers"] for contract in contracts["contracts"] if contract["id"] == "stages"]
    page = (repository / "docs/architecture.md").read_text(encoding="utf-8")
    drawn = page.partition("```\nopening")[2].partition("```")[0]

    assert ("opening" + drawn).strip().split("\n→ ") == [layer.replace(" |", ",").replace(" :", ",") for layer in kept]


def test_links_between_pages_lead_somewhere(repository):
    import re

    pages = [*repository.glob("*.md"), *repository.glob("docs/**/*.md")]
    broken = [
        f"{page.relative_to(repository)} -> {link}"
        for page in pages
        for link in re.findall(r"\]\(([^)#\s]+)[^)]*\)", page.read_text(encoding="utf-8"))
        if "://" not in link and not (page.parent / link).exists()
    ]

    assert broken == []
