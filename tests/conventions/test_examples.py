"""What the pages show can be typed: every command, option, script and target is there, and every answer has its fields.

The commands are parsed and not run: each would need a home of its own.
"""

from __future__ import annotations

import contextlib
import json
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from api.schemas import SearchAnswer
from indexer.cli import CONTEXT, Shell, cli

REPOSITORY = Path(__file__).resolve().parents[2]
PAGES = [REPOSITORY / "README.md", *sorted((REPOSITORY / "docs").rglob("*.md"))]
FOLDERS = ("model", "card", "pdf", "records")
"""Arguments that stand for a folder; every other one that looks like a file stands for a file."""
_BLOCK = re.compile(r"^```(?:console|sh)?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_VARIABLE = re.compile(r"[A-Z_]+=\S*$")


def lines_of(page: Path) -> Iterator[list[str]]:
    """Yield the words of each line that somebody is to type, a line that is broken by a backslash in one."""
    for block in _BLOCK.findall(page.read_text(encoding="utf-8")):
        for line in block.replace("\\\n", " ").splitlines():
            with contextlib.suppress(ValueError):  # an apostrophe in prose: what a command prints
                words = shlex.split(line.removeprefix("$ "), comments=True)
                while words and _VARIABLE.match(words[0]):
                    words = words[1:]
                yield words


def shown(program: str) -> list[object]:
    """Return the arguments of each line in the pages that begins with *program*."""
    return [
        pytest.param(words[1:], id=f"{page.stem}: {shlex.join(words[1:])}"[:90])
        for page in PAGES
        for words in lines_of(page)
        if words[:1] == [program]
    ]


@pytest.mark.parametrize("arguments", shown("ihc-search"))
def test_a_command_that_is_shown_can_be_typed(arguments, tmp_path):
    name, *given = [word for word in arguments if word not in ("&", ">")]
    for word in given:
        if word in FOLDERS:
            (tmp_path / word).mkdir(exist_ok=True)
        elif re.search(r"\.\w+$", word) and "/" not in word:
            (tmp_path / word).touch()
        elif word.startswith(("pairs/", "pairs-", "report/", "lists/", "benchmarks/")):
            assert not word.startswith("benchmarks/") or (REPOSITORY / word).is_file()
            (tmp_path / word).parent.mkdir(exist_ok=True, parents=True)
            (tmp_path / word).touch()

    parent = click.Context(cli, obj=Shell({}), **CONTEXT)
    with contextlib.chdir(tmp_path), cli.commands[name].make_context(name, given, parent=parent):
        pass  # a context closes the files that it opened


@pytest.mark.parametrize("arguments", shown("python"))
def test_a_script_that_is_shown_is_there_and_takes_its_options(arguments):
    script, *options = arguments
    text = (REPOSITORY / script).read_text(encoding="utf-8")

    assert [] == [option for option in options if option.startswith("--") and f'"{option}"' not in text]


@pytest.mark.parametrize("arguments", shown("make"))
def test_a_target_that_is_shown_is_there(arguments):
    makefile = (REPOSITORY / "Makefile").read_text(encoding="utf-8")

    assert re.search(rf"^{arguments[0]}:", makefile, re.MULTILINE)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_command_that_is_named_in_a_sentence_is_there(page):
    named = set(re.findall(r"`ihc-search ([a-z-]+)", page.read_text(encoding="utf-8")))

    assert named <= set(cli.commands)


def test_the_split_of_the_training_page_is_one_that_is_read(tmp_path):
    import gzip

    from indexer.training.split import Split

    page = (REPOSITORY / "docs/training.md").read_text(encoding="utf-8")
    (program,) = re.findall(r"^```python\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    with gzip.open(tmp_path / "records.jsonl.gz", "wt", encoding="utf-8") as out:
        out.write("".join(json.dumps({"id": f"invented-{number}"}) + "\n" for number in range(500)))

    with contextlib.chdir(tmp_path):
        exec(compile(program, "docs/training.md", "exec"), {})

    parts = list(Split.read(tmp_path / "split.json").parts.values())
    assert len(parts) == 500
    assert all(80 < parts.count(part) * (1 if part != "train" else 1 / 3) < 120 for part in ("train", "dev", "test"))


def test_the_answer_of_the_api_page_has_the_fields_of_an_answer():
    page = (REPOSITORY / "docs/api.md").read_text(encoding="utf-8")
    answer = json.loads(re.findall(r"```json\n(.*?)```", page, re.DOTALL)[0])
    (result,) = answer["results"]

    read = SearchAnswer.model_validate(answer).model_dump(mode="json")

    assert set(answer) == set(read)
    assert set(result) == set(read["results"][0])
    assert set(result["stages"]["ranks"]) == set(result["stages"]["scores"])
    assert result["score"] == result["stages"]["scores"]["final"]
